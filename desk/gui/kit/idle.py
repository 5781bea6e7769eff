"""Notices that nobody is at the desk any more: no key and no mouse for some minutes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from desk.gui.kit.scanner import WindowWatch

_SIGNS = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class Idle(WindowWatch):
    """Emits `away` after `minutes` without a sign of life; 0 minutes: never."""

    away = Signal()

    def __init__(self, minutes: int, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.away)
        self.wait(minutes)

    def wait(self, minutes: int) -> None:
        """From now on so many minutes."""
        self._timer.setInterval(minutes * 60_000)
        if minutes:
            self._timer.start()
        else:
            self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Any sign of life begins the wait anew."""
        if event.type() in _SIGNS and self._timer.isActive():
            self._timer.start()
        return False
