"""Opens a window and ends when it was painted; tells the CPU seconds since the process began.

first_paint.py desk HOME | empty
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class FirstPaint(QObject):
    """Ends the program once everything that was to be painted first is painted."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._seen = False
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks at the events only."""
        if event.type() is QEvent.Type.Paint and not self._seen:
            self._seen = True
            QTimer.singleShot(0, self._done)
        return False

    def _done(self) -> None:
        sys.stdout.write(f"{time.process_time()}\n")
        QApplication.exit()


def open_desk(app: QApplication, home: Path) -> object:
    """The program's own window, on the desk in `home`."""
    from desk.app.home import Home
    from desk.gui.main import Studio

    studio = Studio(app, Home(home))
    assert studio.begin()
    return studio


def main() -> None:
    """Paints one of the two."""
    app = QApplication(sys.argv[:1])
    FirstPaint(app)
    if sys.argv[1] == "desk":
        shown = open_desk(app, Path(sys.argv[2]))
        app.exec()
        shown.close()  # type: ignore[attr-defined] # the studio
    else:
        window = QWidget()
        window.resize(1366, 768)
        window.show()
        app.exec()


if __name__ == "__main__":
    main()
