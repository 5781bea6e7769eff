"""A finished file gets its name for good: it is there after a power cut, whole, or it never was."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES}


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
