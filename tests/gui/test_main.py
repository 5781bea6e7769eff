"""The window opens without what only seldom work needs: that is fetched when it is wanted."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up

SELDOM = (
    *("cryptography", "pyrage", "zstandard", "reportlab", "phonenumbers", "python_calamine"),
    *("desk.exchange", "desk.sample.shop", "desk.gui.first_run", "desk.gui.read_sales"),
)
OPENED = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desk.app.home import Home
from desk.gui.main import Studio

app = QApplication(sys.argv[:1])
studio = Studio(app, Home(Path(sys.argv[1])))
assert studio.begin()
assert studio.window.isVisible()
print(",".join(name for name in sys.argv[2:] if name in sys.modules))
studio.close()
"""


def test_the_window_opens_without_what_only_seldom_work_needs(tmp_path: Path) -> None:
    set_up(Home(tmp_path / "home"), SetUp(company="T", branch="1", branch_name="X")).close()
    done = subprocess.run(
        [sys.executable, "-c", OPENED, str(tmp_path / "home"), *SELDOM],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout.strip() == ""


BACKED_UP = """
import sys
import threading
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from desk.app.home import Home
from desk.gui.main import Studio

def heard(event, args):
    if event == "os.rename" and "backups" in str(args[1]):
        by.append(threading.current_thread() is threading.main_thread())

app, by, home = QApplication(sys.argv[:1]), [], Home(Path(sys.argv[1]))
sys.addaudithook(heard)
studio = Studio(app, home)
assert studio.begin()
while not by:
    QTest.qWait(5)
studio.close()
print(by, len([*home.backups.glob("*.db")]))
"""


def test_the_backup_of_the_day_is_made_beside_the_window(tmp_path: Path) -> None:
    set_up(Home(tmp_path / "home"), SetUp(company="T", branch="1", branch_name="X")).close()
    done = subprocess.run(
        [sys.executable, "-c", BACKED_UP, str(tmp_path / "home")],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout.strip() == "[False] 1"
