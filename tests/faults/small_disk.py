"""A desk on a disk of its own that gets full: small_disk.py FOLDER, in a mount namespace.

Fills the disk by registering, tries everything else that writes, makes room, and goes on; tells on
stdout, as JSON, what was said.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.cli.running import Shop, complaint, lines, set_up

SIZE = "1500k"


def fill(path: Path) -> None:
    """Takes the last bytes that are free."""
    with path.open("wb", buffering=0) as ballast:
        try:
            while True:
                ballast.write(bytes(512))
        except OSError:
            return


def said(shop: Shop, *args: str | Path) -> str:
    """The one sentence of a command that must fail."""
    return shop(*args, code=1).sentence


def story(disk: Path) -> dict[str, object]:
    """What happened, in words and numbers."""
    shop = set_up(disk / "home")
    many = lines(complaint(None, draft_id=f"{at}") for at in range(5000))
    answer = shop("register", "--json", given=many, code=1)
    shown = [one["number"] for one in answer.documents if "number" in one]
    fill(disk / "ballast")
    outside = disk.parent / "pusat.deskcard"
    told = {
        "register": answer.sentence,
        "shown": len(shown),
        "export": said(shop, "export", "--without-personal", "--to", disk),
        "receipt": said(shop, "receipt", shown[0], "--to", disk / "r.pdf"),
        "backup": said(shop, "backup", "--to", disk / "backups"),
        "card": said(shop, "card", "--to", disk / "own.deskcard"),
        "left": [path.name for path in disk.rglob("*") if path.suffix in {".part", ".desk"}],
    }
    shop("card", "--to", outside)
    (disk / "ballast").unlink()
    subprocess.run(["mount", "-o", "remount,size=8m", str(disk)], check=True)
    found = {row["number"] for row in shop("list", "--json", "--limit", "9999").documents}
    shop("verify")
    shop.register(complaint(None, draft_id="after"))
    rows = shop("list", "--json", "--limit", "9999").documents
    return told | {"found": len(found & set(shown)), "afterwards": len(rows)}


if __name__ == "__main__":
    place = Path(sys.argv[1], "disk")
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place)], check=True)
    sys.stdout.write(json.dumps(story(place)))
