"""Makes the program's environment on this computer, with nothing but the standard library.

The work can be cut off at any moment: a marker stands in `.venv` while pip works, and a run that
finds it makes the environment anew. A stamp, written last, says what was installed.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

from components import (
    SetUpStopped,
    install_packages,
    last_lines,
    missing_for_window,
    quietly,
    tell,
)

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "installed.json"
UNFINISHED = VENV / "unfinished"
LOG = VENV / "setup.log"

FILE_SYSTEM = r"SYSTEM\CurrentControlSet\Control\FileSystem"
DEEPEST = 259 - len(r"\.venv\Lib\site-packages" + "\\") - 151
"""Letters of the checkout's folder: the longest name in a library's wheel has 151."""

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


def prepare(*extras: str) -> Path:
    """The environment's Python, with the program and these extras installed.

    Does nothing when the stamp says that it was all done; heals what an earlier run left half done.
    """
    check_depth(str(ROOT), long_paths())
    missing = missing_for_window()
    if missing:
        install_packages(missing)
    try:
        _bring_up_to_date(set(extras))
    except OSError as fault:
        raise SetUpStopped(
            f"The set-up could not go on: {fault}.\n"
            f"Check the disk and the rights on {ROOT}, then run the same command again."
        ) from fault
    return PYTHON


def check_depth(folder: str, long_paths: bool) -> None:
    """Raises SetUpStopped where Windows could not name the files below such a checkout."""
    if not long_paths and len(folder) > DEEPEST:
        raise SetUpStopped(
            f"The folder {folder} lies too deep for Windows: its name has {len(folder)} letters, "
            f"and at most {DEEPEST} leave room for the libraries. Move it, for example to "
            "C:\\desk, then run the same command again."
        )


def long_paths() -> bool:
    """Whether this Windows was told to take names of more than 260 letters."""
    if sys.platform != "win32":
        return True
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, FILE_SYSTEM) as key:
            return bool(winreg.QueryValueEx(key, "LongPathsEnabled")[0])
    except OSError:
        return False


def hand_over(command: list[str]) -> NoReturn:
    """Become `command`, so that signals and the exit code are its own."""
    if os.name == "nt":  # there, exec returns to the shell before the program ends
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


def _bring_up_to_date(extras: set[str]) -> None:
    before = _stamp()
    wanted = _wanted(extras.union(before.get("extras", [])))
    if before == wanted and not UNFINISHED.exists():
        return
    if not _usable(before):
        _make()
    _install_program(wanted["extras"])
    STAMP.write_text(json.dumps(_wanted(wanted["extras"])), encoding="utf-8")
    UNFINISHED.unlink()


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
    if before and (before.get("checkout"), before.get("python")) != (str(ROOT), _interpreter()):
        return False
    return quietly([str(PYTHON), "-c", "import pip"]).returncode == 0


def _make() -> None:
    tell(f"Making the environment in {VENV}")
    empty = [sys.executable, "-m", "venv", "--clear", "--without-pip", str(VENV)]
    pip = [str(PYTHON), "-m", "ensurepip", "--upgrade", "--default-pip"]
    for command in (empty, pip):
        done = quietly(command)
        if done.returncode:
            raise SetUpStopped(
                f"The environment could not be made in {VENV}:\n{last_lines(done.stdout)}"
            )
        UNFINISHED.touch()


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
    named = [line[:300] for line in said.splitlines() if "ERROR:" in line]
    reason = last_lines("\n".join(named) or said)
    return f"pip could not install the libraries (all it said is in {LOG}):\n{reason}"
