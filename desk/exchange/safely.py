"""Files that appear whole or not at all, on disks and sticks that fill up, lock or vanish.

`.part` beside the target → flush → fsync → checked by the caller → rename → fsync of the folder.
Whatever goes wrong on the way, the `.part` is removed where that is still possible, and an OSError
becomes Trouble with a sentence that names the folder.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import BinaryIO

from desk.durable import into_place, what_is_wrong
from desk.rules.errors import Trouble
from desk.words import Text, say

_BEAT = 0.01


class PartFile:
    """A file that is being written; it gets its name only when it is settled."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.part = target.with_name(target.name + ".part")
        self.part.unlink(missing_ok=True)
        self.out: BinaryIO = self.part.open("x+b")
        self.settled = False

    def finish(self) -> Iterator[None]:
        """Brings all of it to the disk and closes it; heartbeats while the disk takes its time."""
        self.out.flush()
        yield from beside(self._sync)
        self.out.close()

    def settle(self) -> None:
        """Gives the file its name, for good."""
        into_place(self.part, self.target)
        self.settled = True

    def _sync(self) -> None:
        os.fsync(self.out.fileno())
        if sys.platform == "linux":  # what is read back comes from the disk, not from memory
            os.posix_fadvise(self.out.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


@contextmanager
def part_file(target: Path) -> Iterator[PartFile]:
    """A `PartFile` that leaves nothing behind unless it was settled. Raises Trouble."""
    try:
        file = PartFile(target)
        try:
            yield file
        finally:
            if not file.settled:
                _discard(file)
    except OSError as problem:
        raise not_written(problem, target.parent) from problem


def write_whole(path: Path, content: bytes) -> None:
    """Writes a small file, replacing what was there, and compares what can be read back."""
    with part_file(path) as file:
        file.out.write(content)
        for _ in file.finish():
            pass
        if file.part.read_bytes() != content:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        file.settle()


def _discard(file: PartFile) -> None:
    with suppress(OSError):
        file.out.close()
    with suppress(OSError):
        file.part.unlink(missing_ok=True)


def beside(call: Callable[[], None]) -> Iterator[None]:
    """Runs a slow disk call on a thread of its own, with a heartbeat every 10 ms until it ends.

    A stick may take seconds for its fsync; the window that pulls this generator stays alive.
    """
    problems: list[OSError] = []

    def run() -> None:
        try:
            call()
        except OSError as problem:
            problems.append(problem)

    thread = Thread(target=run, name="disk", daemon=True)
    thread.start()
    try:
        while thread.is_alive():
            thread.join(_BEAT)
            yield
    finally:
        thread.join()
    for problem in problems:
        raise problem


def reason_of(problem: OSError) -> Text:
    """The part of a sentence that says why, for people."""
    wrong = what_is_wrong(problem)
    if wrong in _REASONS:
        return _REASONS[wrong]
    return say("exchange", "the computer says “{reason}”")(reason=problem.strerror or problem)


def not_written(problem: OSError, folder: Path) -> Trouble:
    """What to say when a file for another desk cannot be written to `folder`."""
    return Trouble(_ADVICE[what_is_wrong(problem)](folder=folder, reason=reason_of(problem)))


_REASONS = {
    "full": say("exchange", "the disk is full"),
    "closed": say("exchange", "this user may not write or read there"),
    "gone": say("exchange", "it is not there or does not answer"),
}
_ADVICE = {
    "full": say(
        "exchange",
        "“{folder}” is full, so no file was written. Everything is kept at this desk. Make "
        "room there or choose another folder or stick, and write the file again.",
    ),
    "closed": say(
        "exchange",
        "“{folder}” may not be written to, so no file was written. Everything is kept at "
        "this desk. Check the stick's lock, or choose another folder, and write it again.",
    ),
    "gone": say(
        "exchange",
        "“{folder}” is not there or stopped answering, so no file was written. Everything is "
        "kept at this desk. Plug the stick in again or choose another folder, and write it "
        "again.",
    ),
    "other": say(
        "exchange",
        "No file was written to “{folder}”: {reason}. Everything is kept at this desk. Choose "
        "another folder or stick, and write the file again.",
    ),
}
