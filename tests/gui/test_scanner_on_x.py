"""The same with a real keyboard: keys pressed on an X server, as a scanner's would be."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

# The gap is wide, so that a busy computer is not taken for a person who types.
WINDOW = """
from PySide6.QtWidgets import QApplication, QLineEdit
from desk.gui.kit.scanner import Scanner

app = QApplication([])
field = QLineEdit()
field.returnPressed.connect(lambda: print("submitted", flush=True))
field.textChanged.connect(lambda text: print("typed " + text, flush=True))
scanner = Scanner(app, gap=1500)
scanner.scanned.connect(lambda text: print("scanned " + text, flush=True))
field.show()
app.focusWindowChanged.connect(lambda window: window and print("ready", flush=True))
field.activateWindow()
app.exec()
"""


class Screen:
    """An X server with one window of ours, and a keyboard."""

    def __init__(self, display: str, window: subprocess.Popen[str], xdotool: str) -> None:
        self._environment = {**os.environ, "DISPLAY": display}
        self._window = window
        self._xdotool = xdotool

    def keys(self, *command: str) -> None:
        """Press keys, as `xdotool` describes them."""
        subprocess.run([self._xdotool, *command], env=self._environment, check=True, timeout=60)

    def heard(self) -> str:
        """The next thing that the window tells."""
        assert self._window.stdout is not None
        return self._window.stdout.readline().strip()


@pytest.fixture
def screen(component: Callable[[str], str], checkout: Path) -> Iterator[Screen]:
    xvfb, xdotool = component("Xvfb"), component("xdotool")
    with ExitStack() as stack:
        command = [xvfb, "-displayfd", "1", "-screen", "0", "640x480x24", "-nolisten", "tcp"]
        server = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
        )
        stack.callback(lambda: (server.terminate(), server.wait(), server.stdout.close()))
        display = f":{server.stdout.readline().strip()}"
        window = subprocess.Popen(
            [sys.executable, "-c", WINDOW],
            cwd=checkout,
            env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        stack.callback(lambda: (window.terminate(), window.wait(), window.stdout.close()))
        made = Screen(display, window, xdotool)
        assert made.heard() == "ready"
        yield made


@pytest.mark.slow
def test_a_scan_on_a_real_screen_submits_nothing_and_typing_goes_on(screen: Screen) -> None:
    screen.keys("type", "--delay", "4", "K1202606180001234B-2\n")
    assert screen.heard() == "scanned K1202606180001234B-2"
    screen.keys("type", "--delay", "4", "Rita")
    assert [screen.heard() for _ in "Rita"] == ["typed R", "typed Ri", "typed Rit", "typed Rita"]
    screen.keys("key", "Return")
    assert screen.heard() == "submitted"
