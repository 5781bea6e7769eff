"""One window for one desk: a second start brings the first window forward and ends."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Qt, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

_PATIENCE = 1000  # milliseconds for the first window to answer


class Single(QObject):
    """Holds the desk at `home` for one window, and hears of every later start by `knocked`."""

    knocked = Signal()

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = f"complaint-desk-{sha256(str(home.resolve()).encode()).hexdigest()[:16]}"
        self._lock = QLockFile(str(home / "window.lock"))
        self._lock.setStaleLockTime(0)  # however long the shop is open; only a dead owner is stale
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def take(self) -> bool:
        """True for the first start. Otherwise the first window is told, and this one may go."""
        if not self._lock.tryLock(0) and self._lock.error() is QLockFile.LockError.LockFailedError:
            self._knock()
            return False
        QLocalServer.removeServer(self._name)  # left behind by a start that was killed
        self._server.listen(self._name)
        return True

    def release(self) -> None:
        """Let the next start be the first."""
        self._server.close()
        self._lock.unlock()

    def _knock(self) -> None:
        line = QLocalSocket()
        line.connectToServer(self._name)
        line.waitForConnected(_PATIENCE)
        line.disconnectFromServer()

    def _answer(self) -> None:
        while (line := self._server.nextPendingConnection()) is not None:
            line.deleteLater()
            self.knocked.emit()


def bring_forward(window: QWidget) -> None:
    """Show the window before all others, also when it was minimised."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
