"""Weighs this tree against an older one: old_and_new.py OLD_TREE [COMPLAINTS [ROUNDS]].

The same jobs in both, in turns in one run and by the same Python, each tree with its own modules
and a desk of its own. Printed are the medians of the CPU time in the old tree and in this one, and
their ratio: 1.10 is a tenth slower. What is called here is called so since 0.1.0.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

JOBS = ("save", "search", "queue", "receipt", "start", "export", "import")
NEW = Path(__file__).resolve().parents[2]
SETUP = ("--company", "Toko Sepeda Maju", "--branch", "9", "--branch-name", "Pusat")


class Work:
    """The jobs, done with the modules of the tree that this process was started for."""

    def __init__(self, folder: Path, complaints: int) -> None:
        from tests.benchmarks.crowded import crowded_desk

        self.home, self.office, self.files = folder / "home", folder / "office", folder / "files"
        self.desk = crowded_desk(self.home, complaints)
        self.numbers = count(complaints)
        shutil.copytree(self.home, folder / "shown")
        self._command(self.office, "setup", *SETUP, "--head-office")
        for home, other in ((self.home, self.office), (self.office, self.home)):
            self._command(home, "card", "--to", f"{home}.deskcard")
            self._command(other, "trust", f"{home}.deskcard")
        self.files.mkdir()

    def save(self) -> None:
        """Twenty complaints are taken in."""
        from desk.app.commands import Register
        from tests.benchmarks.crowded import visitor

        for _ in range(20):
            self.desk.do(Register(intake=visitor(next(self.numbers))))

    def search(self) -> None:
        """Four questions, five times."""
        from desk.journal.queue import Wanted

        for find in ("rem berbunyi", "pelanggan 7", "sadel sob gar", "baterai cepat habis") * 5:
            self.desk.queue(Wanted(find=find), limit=100)

    def queue(self) -> None:
        """Ten first pages, with the numbers over them."""
        from desk.journal.queue import Wanted

        for _ in range(10):
            self.desk.queue(Wanted(), limit=100)
            self.desk.counts()

    def receipt(self) -> None:
        """Five receipts as PDF."""
        from tests.benchmarks.test_receipt_speed import receipt_page

        for _ in range(5):
            receipt_page()

    def start(self) -> None:
        """The window is painted."""
        painted = [sys.executable, "-m", "tests.benchmarks.first_paint", "desk"]
        self._run([*painted, str(self.home.with_name("shown"))])

    def export(self) -> None:
        """Everything goes into a file for head office."""
        self._command(self.home, "export", "--to", self.files)

    def take_in(self) -> None:
        """A new head office takes the newest file in."""
        fresh = self.office.with_name("fresh")
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.copytree(self.office, fresh)
        newest = max(self.files.iterdir(), key=lambda file: file.stat().st_mtime)
        self._command(fresh, "import", newest)

    def _command(self, home: Path, *args: str | Path) -> None:
        command = [sys.executable, "-m", "desk", *map(str, args), "--home", str(home)]
        self._run([*command, *(["--clock-is-right"] if args[0] in {"export", "trust"} else [])])

    def _run(self, command: list[str]) -> None:
        done = subprocess.run(command, capture_output=True, check=False, text=True)
        if done.returncode:
            raise SystemExit(f"{command}: {done.stderr}")


def serve(folder: Path, complaints: int) -> None:
    """Does each job that is named on stdin; answers with its milliseconds of CPU."""
    work = Work(folder, complaints)
    for name in map(str.strip, sys.stdin):
        job: Callable[[], None] = getattr(work, {"import": "take_in"}.get(name, name))
        before = _cpu()
        job()
        print((_cpu() - before) * 1000, flush=True)


def _cpu() -> float:
    """Seconds of this process and of those that it waited for."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def measured(old: Path, complaints: int, rounds: int) -> Iterator[tuple[str, float, float]]:
    """(job, old, new): medians in milliseconds; one round before only warms up."""
    with TemporaryDirectory() as folder:
        trees = {"old": old, "new": NEW}
        both = [_begin(tree, Path(folder) / name, complaints) for name, tree in trees.items()]
        for job in JOBS:
            times = [[_ask(one, job) for one in both] for _ in range(rounds + 1)][1:]
            yield job, *(median(each) for each in zip(*times, strict=True))
        for one in both:
            one.communicate()


def _begin(tree: Path, folder: Path, complaints: int) -> subprocess.Popen[str]:
    folder.mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DESK_")}
    own = {"PYTHONPATH": str(tree), "QT_QPA_PLATFORM": "offscreen", "DESK_LANGUAGE": "en"}
    own["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
    return subprocess.Popen(
        [sys.executable, str(Path(__file__)), "--serve", str(folder), str(complaints)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=kept | own,
        cwd=tree,
        text=True,
    )


def _ask(one: subprocess.Popen[str], job: str) -> float:
    assert one.stdin is not None
    assert one.stdout is not None
    one.stdin.write(job + "\n")
    one.stdin.flush()
    return float(one.stdout.readline())


if __name__ == "__main__":
    if sys.argv[1] == "--serve":
        serve(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        complaints, rounds = (*map(int, sys.argv[2:]), *(2000, 5)[len(sys.argv) - 2 :])
        print(f"{complaints} complaints, {rounds} rounds; CPU milliseconds")
        for job, before, now in measured(Path(sys.argv[1]).resolve(), complaints, rounds):
            print(f"{job:<8} {before:>9.1f} {now:>9.1f} {now / before:>6.2f}", flush=True)
