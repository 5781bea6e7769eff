"""Makes the program's environment on this computer, with nothing but the standard library.

The work can be cut off at any moment: a marker stands in `.venv` while pip works, and a run that
finds it makes the environment anew. A stamp, written last, says what was installed.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "installed.json"
UNFINISHED = VENV / "unfinished"
LOG = VENV / "setup.log"

OLDEST_PYTHON = (3, 11)

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

# Program or file → the Debian package that brings it; only the tests use these.
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
}

# What pip says → what it means for the person at the keyboard.
TROUBLES = (
    (
        ("No space left on device", "WinError 112"),
        "The disk is full. Make room (about 1 GB is needed), then run the same command again.",
    ),
    (
        ("Permission denied", "WinError 5"),
        f"Something in {ROOT} may not be written. Run the command as the owner of that folder.",
    ),
    (
        (
            "Max retries exceeded",
            "Failed to establish a new connection",
            "name resolution",
            "getaddrinfo failed",
            "Network is unreachable",
            "Read timed out",
            "ConnectTimeoutError",
            "NewConnectionError",
            "Connection refused",
            "ProxyError",
        ),
        "The libraries could not be downloaded: the package index was not reached. "
        "Check the network (or the proxy), then run the same command again; it goes on from here.",
    ),
)


class SetUpStopped(Exception):
    """The set-up cannot go on; the sentence says why and what to do."""


def tell(sentence: str) -> None:
    """One line for the person, on stderr: stdout belongs to the program's own answers."""
    print(sentence, file=sys.stderr, flush=True)


def check_python() -> None:
    """Raises SetUpStopped on a Python that is too old for the program."""
    if sys.version_info < OLDEST_PYTHON:
        this, oldest = (".".join(map(str, v[:2])) for v in (sys.version_info, OLDEST_PYTHON))
        raise SetUpStopped(
            f"Python {oldest} or newer is needed; this is Python {this} ({sys.executable}). "
            "Install a newer one, then start with that."
        )


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
        if shutil.which(program, path=path) is None
    ]


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
        done = _quietly(command, env=environ)
        if done.returncode:
            raise SetUpStopped(
                f"“{' '.join(command[:2])}” did not work:\n{_last_lines(done.stdout)}\n"
                "Check the network and the disk, then run the same command again."
            )


def prepare(*extras: str) -> Path:
    """The environment's Python, with the program and these extras installed.

    Does nothing when the stamp says that it was all done; heals what an earlier run left half done.
    """
    missing = missing_for_window()
    if missing:
        install_packages(missing)
    before = _stamp()
    wanted = _wanted({*extras, *before.get("extras", [])})
    if before == wanted and not UNFINISHED.exists():
        return PYTHON
    if not _usable(before):
        _make()
    _install_program(wanted["extras"])
    STAMP.write_text(json.dumps(_wanted(wanted["extras"])), encoding="utf-8")
    UNFINISHED.unlink()
    return PYTHON


def hand_over(command: list[str]) -> NoReturn:
    """Become `command`, so that signals and the exit code are its own."""
    if os.name == "nt":  # there, exec returns to the shell before the program ends
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_font() -> bool:
    folders = (Path(name).expanduser() for name in FONT_FOLDERS)
    return any(next(folder.rglob("*.[to]t[fc]"), None) for folder in folders if folder.is_dir())


def _stamp() -> dict[str, Any]:
    try:
        stamp: dict[str, Any] = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):  # not there, or cut off while it was written
        return {}
    return stamp


def _wanted(extras: Iterable[str]) -> dict[str, Any]:
    """What the stamp of a finished set-up says; a moved checkout or another Python differs."""
    project = (ROOT / "pyproject.toml").read_bytes()
    return {
        "checkout": str(ROOT),
        "python": _interpreter(),
        "project": hashlib.sha256(project).hexdigest(),
        "extras": sorted(extras),
    }


def _interpreter() -> str:
    """The Python behind the environment; empty when it is gone, as after a system upgrade."""
    if os.name != "nt":
        return str(PYTHON.resolve()) if PYTHON.exists() else ""
    try:
        lines = (VENV / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    home = dict(line.split(" = ", 1) for line in lines if " = " in line).get("home", "")
    return home if Path(home, "python.exe").exists() else ""


def _usable(before: dict[str, Any]) -> bool:
    """Whether pip can go on in the environment that is there."""
    if UNFINISHED.exists() or not _interpreter():
        return False
    if before and (before["checkout"], before["python"]) != (str(ROOT), _interpreter()):
        return False
    return _quietly([str(PYTHON), "-c", "import pip"]).returncode == 0


def _make() -> None:
    tell(f"Making the environment in {VENV}")
    empty = [sys.executable, "-m", "venv", "--clear", "--without-pip", str(VENV)]
    pip = [str(PYTHON), "-m", "ensurepip", "--upgrade", "--default-pip"]
    for command in (empty, pip):
        done = _quietly(command)
        if done.returncode:
            raise SetUpStopped(
                f"The environment could not be made in {VENV}:\n{_last_lines(done.stdout)}"
            )
        UNFINISHED.touch()


def _quietly(
    command: list[str], env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def _install_program(extras: list[str]) -> None:
    tell("Installing the libraries (the first time about 130 MB are downloaded)")
    UNFINISHED.touch()
    target = f".[{','.join(extras)}]" if extras else "."
    options = ["--disable-pip-version-check", "--no-input", "--progress-bar=off"]
    command = [str(PYTHON), "-m", "pip", "install", *options, "--editable", target]
    code, said = _followed(command)
    LOG.write_text(said, encoding="utf-8")
    if code:
        if code == 1:  # pip ended in order and took back what it had begun
            UNFINISHED.unlink()
        raise SetUpStopped(_why(said))


def _followed(command: list[str]) -> tuple[int, str]:
    """Run pip, telling only what it downloads; its exit code and all that it said."""
    said = []
    with subprocess.Popen(
        command,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as pip:
        for line in pip.stdout or ():
            said.append(line)
            if line.strip().startswith("Downloading") and ".metadata" not in line:
                tell(f"  {line.strip()}")
    return pip.returncode, "".join(said)


def _why(said: str) -> str:
    for signs, sentence in TROUBLES:
        if any(sign in said for sign in signs):
            return sentence
    return f"pip could not install the libraries (all it said is in {LOG}):\n{_last_lines(said)}"


def _last_lines(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.strip().splitlines()[-8:])
