"""A finished file gets its name for good: it is there after a power cut, whole, or it never was."""

from __future__ import annotations

import errno
import os
from pathlib import Path

_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES}


def into_place(part: Path, target: Path) -> None:
    """Gives `part`, whose bytes are flushed to the disk already, the name `target`, for good.

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
