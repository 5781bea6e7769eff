"""One desk has one window: the second start brings the first one forward."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.gui.main import Single, bring_forward

SECOND_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desk.gui.main import Single
app = QCoreApplication([])
sys.exit(0 if Single(Path(sys.argv[1])).take() else 7)
"""


def second_start(home: Path, checkout: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", SECOND_START, str(home)], cwd=checkout)


def test_the_second_start_knocks_and_goes(qtbot: QtBot, tmp_path: Path, checkout: Path) -> None:
    first = Single(tmp_path)
    assert first.take()
    with qtbot.waitSignal(first.knocked, timeout=20_000):
        second = second_start(tmp_path, checkout)
    assert second.wait(timeout=20) == 7
    first.release()


def test_another_desk_may_have_its_own_window(tmp_path: Path, qapp: QApplication) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    one, two = Single(tmp_path / "one"), Single(tmp_path / "two")
    assert (one.take(), two.take()) == (True, True)
    one.release()
    two.release()


def test_after_the_window_is_closed_the_next_start_is_the_first(
    tmp_path: Path, qapp: QApplication, checkout: Path
) -> None:
    first = Single(tmp_path)
    assert first.take()
    first.release()
    assert second_start(tmp_path, checkout).wait(timeout=20) == 0


def test_a_window_that_was_killed_does_not_lock_the_desk(
    tmp_path: Path, qapp: QApplication, checkout: Path
) -> None:
    killed = second_start(tmp_path, checkout)  # ends without releasing
    assert killed.wait(timeout=20) == 0
    first = Single(tmp_path)
    assert first.take()
    first.release()


def test_a_minimised_window_comes_back(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    bring_forward(window)
    assert not window.windowState() & Qt.WindowState.WindowMinimized
    assert window.isVisible()
