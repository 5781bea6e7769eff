"""What the program needs of the system itself: found, and installed where that is allowed."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

# Shared object → the Debian package that brings it (Qt, X11, Wayland, printing).
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libbrotlidec.so.1": "libbrotli1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libcups.so.2": "libcups2",
}
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")

# Program or file (with * for a version) → the Debian package that brings it; only for tests.
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "pdftoppm": "poppler-utils",
    "zbarimg": "zbar-tools",
    "cupsd": "cups",
    "lpadmin": "cups-client",
    "gs": "ghostscript",
    "strace": "strace",
    "/usr/lib/cups/filter/pdftopdf": "cups-filters",
    "/usr/lib/cups/backend/cups-pdf": "printer-driver-cups-pdf",
    "/usr/lib/postgresql/*/bin/initdb": "postgresql",
}


class SetUpStopped(Exception):
    """The set-up cannot go on; the sentence says why and what to do."""


def tell(sentence: str) -> None:
    """One line for the person, on stderr: stdout belongs to the program's own answers."""
    print(sentence, file=sys.stderr, flush=True)


def missing_for_window() -> list[str]:
    """Debian packages that the window needs and this Linux lacks; nothing on other systems."""
    if not sys.platform.startswith("linux"):
        return []
    missing = [package for name, package in LIBRARIES.items() if not _loads(name)]
    if not _has_font():
        missing.append("fonts-dejavu-core")
    if importlib.util.find_spec("ensurepip") is None:
        missing.append("python3-venv")
    return missing


def missing_for_tests() -> list[str]:
    """Debian packages that the tests use and this Linux lacks; nothing on other systems."""
    if not sys.platform.startswith("linux"):
        return []
    path = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin", "/sbin"))
    return [
        package
        for program, package in TEST_PROGRAMS.items()
        if shutil.which(program, path=path) is None and not _any_like(program)
    ]


def _any_like(path: str) -> bool:
    return "*" in path and next(Path("/").glob(path.removeprefix("/")), None) is not None


def install_packages(packages: list[str]) -> None:
    """Install Debian packages as root; otherwise raise SetUpStopped with the line to run."""
    if shutil.which("apt-get") is None:
        raise SetUpStopped(
            "These are missing here (by their Debian names); install them with this system's "
            f"own tool, then run the same command again: {' '.join(packages)}"
        )
    if os.geteuid() != 0:
        raise SetUpStopped(
            "Some parts of the system are missing. Run this line, then the same command again:\n"
            f"  sudo apt-get install -y --no-install-recommends {' '.join(packages)}"
        )
    tell(f"Installing with apt-get: {' '.join(packages)}")
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    for command in (["apt-get", "update"], install):
        done = quietly(command, env=environ)
        if done.returncode:
            raise SetUpStopped(
                f"“{' '.join(command[:2])}” did not work:\n{last_lines(done.stdout)}\n"
                "Check the network and the disk, then run the same command again."
            )


def quietly(
    command: list[str], env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program to its end; what it says is kept in `stdout`."""
    return subprocess.run(
        command,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def last_lines(text: str) -> str:
    """The end of what a program said, where its reason stands."""
    return "\n".join(f"  {line}" for line in text.strip().splitlines()[-8:])


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_font() -> bool:
    folders = (Path(name).expanduser() for name in FONT_FOLDERS)
    return any(next(folder.rglob("*.[to]t[fc]"), None) for folder in folders if folder.is_dir())
