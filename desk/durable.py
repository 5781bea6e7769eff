"""A finished file gets its name for good: it is there after a power cut, whole, or it never was.

And what a disk answers: which of the few faults it is that people can do something about.
"""

from __future__ import annotations

import errno
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Literal

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
