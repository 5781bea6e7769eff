"""A desk that writes packages in a process of its own, to be hindered or ended there.

desk_process.py full LIMIT | locked | killed TIMES FOLDER
"""

import json
import os
import resource
import runpy
import signal
import sys
import tempfile
import time
from pathlib import Path

from desk.exchange.cards import make_card
from desk.exchange.keys import make_keys
from desk.rules.errors import Trouble

SHOP = runpy.run_path(str(Path(__file__).parent / "conftest.py"))


def open_shop(home: Path):
    """The branch with head office's card."""
    branch, office = make_keys(home / "branch"), make_keys(home / "office")
    names = {"company": "Toko", "name": "Pusat", "branch": "0", "head_office": True}
    return SHOP["Trade"](branch, office, make_card(office, **names, now=SHOP["NOW"]))


def full(trade, folder: Path, limit: str) -> object:
    """No file may grow beyond `limit` bytes, as on a disk that is full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
    return told(trade, folder)


def locked(trade, folder: Path) -> object:
    """The folder belongs to somebody else; even root is nobody here."""
    os.chdir(folder)
    if os.geteuid() == 0:
        os.seteuid(65534)
    return told(trade, Path())


def told(trade, folder: Path) -> object:
    """What the person is told, and what is left in the folder."""
    try:
        trade.write(trade.shipment(3_000), folder)
    except Trouble as trouble:
        return {"told": str(trouble), "left": [each.name for each in folder.iterdir()]}
    return {"told": ""}


def killed(trade, folder: Path, times: str) -> object:
    """One child after the other is ended in the midst of writing, each a little later.

    Nothing handles the alarm, so the system ends the child at that very moment.
    """
    photo = trade.photo(folder.parent, bytes(300_000))

    def write(number: int) -> float:
        began = time.perf_counter()
        package = f"{number:08x}-0000-7000-8000-000000000000"
        trade.write(trade.shipment(1_500, files=[photo], package_id=package), folder)
        return time.perf_counter() - began

    length = min(write(number) for number in range(3))
    ended = 0
    for number in range(3, int(times) + 3):
        child = os.fork()
        if child == 0:
            signal.setitimer(signal.ITIMER_REAL, length * 1.2 * (number - 2) / int(times))
            write(number)
            os._exit(0)
        ended += os.WIFSIGNALED(os.waitpid(child, 0)[1])
    public, recovery = trade.branch.public.hex(), str(trade.branch.recovery)
    return {"ended": ended, "public": public, "recovery": recovery}


if __name__ == "__main__":
    mode, *more, place = sys.argv[1:]
    with tempfile.TemporaryDirectory() as home:
        answer = {"full": full, "locked": locked, "killed": killed}[mode](
            open_shop(Path(home)), Path(place), *more
        )
        os.seteuid(os.getuid())
        print(json.dumps(answer))
