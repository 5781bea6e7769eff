"""Starts the program from a fresh checkout: `python3 packaging/start.py [command …]`.

Needs a Python from 3.11 to 3.14 and nothing else; the first run sets up what is missing.
"""

from __future__ import annotations

import os
import subprocess
import sys

import environment
import interpreters
import shortcut
from components import SetUpStopped


def main(arguments: list[str]) -> None:
    """Set up what is missing, then become the program. Raises SetUpStopped with a sentence."""
    interpreters.use_one_that_fits(__file__, arguments)
    if opens_window(arguments) and not has_display():
        raise SetUpStopped(
            "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the window "
            "cannot open. Commands work without one: add “--help” to see them."
        )
    first = not environment.STAMP.exists()
    python = environment.prepare("server")
    if os.name == "nt" and first:
        shortcut.make(python.with_name("complaint-desk-window.exe"))
    if os.name == "nt" and opens_window(arguments):  # beside no console, whose end would be its end
        windowed = python.with_name("pythonw.exe")
        subprocess.Popen([str(windowed), "-P", "-m", "desk", *arguments])
        return
    # -P: a folder named “desk” where the person stands is not the program.
    environment.hand_over([str(python), "-P", "-m", "desk", *arguments])


def opens_window(arguments: list[str]) -> bool:
    """Whether no command is named; `--home DIR` alone still opens the window."""
    rest = list(arguments)
    if "--home" in rest:
        del rest[rest.index("--home") : rest.index("--home") + 2]
    return not [word for word in rest if not word.startswith("--home=")]


def has_display() -> bool:
    """Whether Qt will find a screen, or was told to do without."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except SetUpStopped as stopped:
        sys.exit(str(stopped))
    except KeyboardInterrupt:
        sys.exit("Stopped. Run the same command again to go on.")
