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
