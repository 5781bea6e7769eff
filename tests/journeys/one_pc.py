"""A PC of a desk: the program itself, in a process of its own, and somebody's hands on its keys.

Each line of stdin is a JSON list: what to do, and with what. Each answer is a line of JSON: what is
to be seen in the window afterwards. The window ends with stdin.
"""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPlainTextEdit

from desk.gui.closing import ClosingDialog
from desk.gui.main import run_window
from desk.gui.window import MainWindow
from tests.gui.desk_window import focus, press, write
from tests.journeys.shop_floor import PINS, story_of

_PATIENCE = 20_000  # milliseconds; then the answer tells what is to be seen instead


class Hands(QObject):
    """Does what it is told, in the window's own thread."""

    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._looks = 0
        self._joined = False
        self.told.connect(self._obey, Qt.ConnectionType.QueuedConnection)

    def listen(self) -> None:
        """On a thread of its own: hands each line over."""
        for line in sys.stdin:
            self.told.emit(line)
        self.told.emit("")

    @property
    def window(self) -> MainWindow:
        """The window of the desk; the program shows it as soon as it can."""
        shown = QApplication.topLevelWidgets()
        (window,) = (each for each in shown if isinstance(each, MainWindow))
        if not self._joined:
            self._joined = True
            window._poll.timeout.connect(self._looked)
        return window

    def _looked(self) -> None:
        self._looks += 1

    def _obey(self, line: str) -> None:
        if not line:
            self.window.close()
            return
        what, *details = json.loads(line)
        self._looks = 0
        front = QApplication.activeModalWidget() or self.window
        front.activateWindow()
        QTest.qWaitForWindowActive(front)
        getattr(self, f"_{what}")(*details)
        if what != "awaits":
            self._answer()

    def _answer(self) -> None:
        sys.stdout.write(json.dumps(self._seen()) + "\n")
        sys.stdout.flush()

    def _seen(self) -> dict[str, Any]:
        window = self.window
        case, shown = window.case, QApplication.topLevelWidgets()
        typing = QApplication.focusWidget()
        dialog = QApplication.activeModalWidget()
        return {
            "who": window.who.text() if not window.locked else "",
            "story": story_of(case),
            "step": case.step.text(),
            "toast": window.workplace.toast.accessibleName(),
            "panel": case.panel.deed if case.right_pages.currentWidget() is case.panel_page else "",
            "refused": case.panel.refused.text(),
            "typed": typing.toPlainText() if isinstance(typing, QPlainTextEdit) else "",
            "answer": dialog.answer if isinstance(dialog, ClosingDialog) else "",
            "asked": dialog.refusal.text() if isinstance(dialog, ClosingDialog) else "",
            "number": f"{window.counter.number_head.text()} {window.counter.number_tail.text()}",
            "photo": case._photo.isVisible(),
            "note": case.panel.values().get("text", ""),
            "files": case.panel.values().get("files", ""),
            "counter": window.counter.what_happened.toPlainText(),
            "boxes": [
                each.text() for each in shown if isinstance(each, QMessageBox) and each.isVisible()
            ],
            "looks": self._looks,
            "interval": window._poll.interval(),
        }

    def _looks_around(self) -> None:
        """Nothing but the answer."""

    def _signs_in(self, who: str) -> None:
        """Their tile by its first letter, and their PIN."""
        press(who[0])
        while focus().accessibleName() != who:
            press(who[0])
        press("Return")
        write(PINS[who])
        press("Return")

    def _shows(self, case: str) -> None:
        self.window.show_case(case)

    def _press(self, *keys: str) -> None:
        press(*keys)

    def _write(self, text: str) -> None:
        write(text)

    def _pastes(self) -> None:
        """A picture, as somebody takes it from their phone's program."""
        image = QImage(64, 48, QImage.Format.Format_RGB32)
        image.fill(0x336699)
        QGuiApplication.clipboard().setImage(image)
        self.window.case.focus_main()
        press("Ctrl+V")

    def _opens_photo(self) -> None:
        """The last one that the case shows."""
        button = self.window.case.known.photos._buttons[-1]
        button.setFocus()
        press("Space")

    def _blind(self) -> None:
        """The window does not look for others from now on."""
        self.window._poll.stop()

    def _grabs(self, file: str) -> None:
        self.window.grab().save(file)

    def _awaits(self, where: str, text: str) -> None:
        """Answers as soon as a text is to be seen, with the number of looks that it took."""
        self._wait_for(lambda: text in str(self._seen()[where]))

    def _wait_for(self, there: Callable[[], bool]) -> None:
        again, end = QTimer(self, interval=10), QTimer(self, singleShot=True, interval=_PATIENCE)

        def look() -> None:
            if there() or not end.isActive():
                again.stop()
                end.stop()
                again.deleteLater()
                end.deleteLater()
                self._answer()

        again.timeout.connect(look)
        end.start()
        again.start()


def main(home: str) -> int:
    """Opens the window on the desk in `home`."""
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    hands = Hands()
    listening = threading.Thread(target=hands.listen, daemon=True)
    QTimer.singleShot(0, listening.start)  # as soon as the window stands
    return run_window(home)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
