"""A folder and files that only the user who runs the program may read."""

from __future__ import annotations

import errno
import os
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

_FOLDER_MODE, _FILE_MODE = 0o700, 0o600


def make_private_folder(beside: Path) -> Path:
    """A new, empty folder next to `beside`, closed to others before anything is in it.

    Raises OSError, also where the disk (FAT, exFAT) cannot close anything to others on Windows.
    """
    beside.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{beside.name}-", dir=beside.parent))  # 0700
    if os.name == "nt":
        try:
            _only_this_user(folder)
        except OSError:
            folder.rmdir()
            raise
    return folder


def write_secret(path: Path, content: bytes) -> None:
    """A new file that only its owner may read, on the disk when this returns. Raises OSError."""
    wanted = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with os.fdopen(os.open(path, wanted, _FILE_MODE), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def close_to_others(folder: Path) -> None:
    """Takes away what a copy or an unpacked archive may have given to others, where it can."""
    if os.name == "nt":  # what is inherited there was cut when the folder was made
        return
    with suppress(OSError):
        for path, mode in (
            (folder, _FOLDER_MODE),
            *((one, _FILE_MODE) for one in folder.iterdir()),
        ):
            if path.stat().st_mode & 0o077:
                path.chmod(mode)


def _only_this_user(folder: Path) -> None:
    """Nothing is inherited any more; this user alone may do everything, also to later files."""
    told = _run("whoami", "/user", "/fo", "csv", "/nh")
    sid = told.rpartition(",")[2].strip().strip('"')
    if not sid.startswith("S-1-"):
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))
    _run("icacls", str(folder), "/inheritance:r", "/grant:r", f"*{sid}:(OI)(CI)F", "/q")


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
