"""A finished file gets its name for good: it is there after a power cut, whole, or it never was.

Also on sticks that fill up, lock or vanish: `.part` beside the target → flush → fsync → checked →
rename → fsync of the folder. Whatever goes wrong on the way, the `.part` is removed where that is
still possible; of a disk's answer it is told which of the few faults it is that people can do
something about, and what.
"""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import BinaryIO, Literal

from desk.rules.errors import Trouble
from desk.words import Text, say

_FAULTS: dict[Literal["full", "closed", "gone"], tuple[set[int], set[int]]] = {
    "full": ({errno.ENOSPC, errno.EDQUOT, errno.EFBIG}, {39, 112, 1295}),
    "gone": (
        {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.EIO, errno.ESTALE},
        {2, 3, 15, 21, 31, 53, 55, 59, 64, 67, 121, 433, 483, 1112, 1117, 1167, 1231},
    ),
    "closed": ({errno.EROFS, errno.EACCES, errno.EPERM}, {5, 19, 32, 33, 1224}),
}
"""Numbers of the system, and of Windows behind them: it counts a stick that was pulled out (21, not
ready) as no permission, and one that is full in its own way as no number at all."""
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES}


def what_is_wrong(fault: OSError) -> Literal["full", "closed", "gone", "other"]:
    """By numbers: the system's words are in its owner's language."""
    of_windows = getattr(fault, "winerror", None)
    for name, (numbers, numbers_of_windows) in _FAULTS.items():
        if of_windows in numbers_of_windows if of_windows else fault.errno in numbers:
            return name
    return "other"


@contextmanager
def flushed(path: Path, mode: int = 0o666) -> Iterator[BinaryIO]:
    """A new file, whose bytes are on the disk when the block ends; `mode` less the umask.

    Raises OSError, also where there is such a file.
    """
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(handle, "wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def put_whole(path: Path, content: bytes) -> None:
    """Writes a small file, replacing what was there. Raises OSError; then an older one stays."""
    part = path.with_name(path.name + ".part")
    try:
        part.unlink(missing_ok=True)
        with flushed(part) as file:
            file.write(content)
        into_place(part, path)
    finally:
        part.unlink(missing_ok=True)


def into_place(part: Path, target: Path) -> None:
    """Gives `part`, a file or folder that is on the disk already, the name `target`, for good.

    Raises OSError; where only the folder could not be flushed, the file has its name.
    """
    os.replace(part, target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Brings the names in a folder to the disk, where the system can (Windows cannot)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as problem:
        if problem.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)


def only_this_user(place: Path) -> None:
    """On Windows, where a file's mode says nothing: this user alone may do everything with it.

    In a folder also with later files. Raises OSError, also where the disk (FAT, exFAT) cannot.
    """
    told = _run("whoami", "/user", "/fo", "csv", "/nh")
    sid = told.rpartition(",")[2].strip().strip('"')
    if not sid.startswith("S-1-"):
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))
    rights = f"*{sid}:{'(OI)(CI)' if place.is_dir() else ''}F"
    _run("icacls", str(place), "/inheritance:r", "/grant:r", rights, "/q")


def _run(program: str, *args: str) -> str:
    """What one of Windows' own programs says. Raises OSError where it does not do it."""
    own = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", f"{program}.exe")
    try:
        done = subprocess.run(  # noqa: S603 - no shell; the program is the system's, the path ours
            [str(own), *args],
            capture_output=True,
            text=True,
            errors="replace",
            timeout=30,
            check=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.SubprocessError as fault:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM)) from fault
    return done.stdout.strip()


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
