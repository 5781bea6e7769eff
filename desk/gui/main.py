"""The window: builds everything once, in the language and the look that were chosen last."""

from __future__ import annotations

import faulthandler
import sys
import threading
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QLockFile, QObject, QSettings, Qt, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from desk.app import safety
from desk.app.desk import Desk
from desk.app.home import Home, find_home
from desk.gui.kit import i18n, theme
from desk.gui.kit.scanner import Scanner
from desk.gui.kit.work import Jobs
from desk.gui.settings.view import GAP, LANGUAGE, THEME
from desk.gui.window import MainWindow
from desk.rules.errors import DeskError
from desk.words import say

if TYPE_CHECKING:
    from desk.gui.first_run import FirstRunView


_OUR_FAULT = say(
    "main",
    "Something went wrong in the program; it was our fault, not yours. What was saved is "
    "safe, and what you typed is kept. A report without personal data is in {file}.",
)
_OUR_FAULT_ALONE = say(
    "main",
    "Something went wrong in the program; it was our fault, not yours. What was saved is "
    "safe, and what you typed is kept.",
)


class Studio:
    """The running program: one application, one home, and the window that is open."""

    def __init__(self, app: QApplication, home: Home) -> None:
        self._app = app
        self._home = home
        self.settings = QSettings(str(home.settings), QSettings.Format.IniFormat)
        theme.load_fonts()
        self._theme = theme.Theme(app)
        self._theme.use(str(self.settings.value(THEME, "system")))
        i18n.use_language(app, str(self.settings.value(LANGUAGE, "system")))
        self.jobs = Jobs(app)
        self._backups = Jobs(app)  # a receipt does not wait for the day's backup
        self._closing = threading.Event()
        self._scanner = Scanner(app, gap=int(str(self.settings.value(GAP, 55))))
        self.window: MainWindow | None = None
        self.first_run: FirstRunView | None = None
        self._desk: Desk | None = None

    def begin(self) -> bool:
        """Opens the desk, or the first page where there is none yet; False where it cannot."""
        try:
            if not self._home.exists:
                self._show_first_run()
                return True
            desk = Desk.open(self._home)
        except DeskError as fault:
            _tell_before_there_is_a_window(str(fault))
            return False
        self.open(desk)
        return True

    def _show_first_run(self) -> None:
        from desk.gui.first_run import FirstRunView  # a desk that is set up never needs it

        self.first_run = page = FirstRunView(self._home)
        page.desk_ready.connect(self.open)
        page.language_chosen.connect(self._speak)
        page.closed.connect(self._app.quit)
        page.show()

    def open(self, desk: Desk) -> None:
        """Shows the main window of `desk`."""
        self._desk = desk
        self.window = window = MainWindow(desk, self.jobs, self.settings, self._scanner)
        window.language_chosen.connect(self._speak)
        window.theme_chosen.connect(self._theme.use)
        window.settings_place.gap_chosen.connect(lambda gap: setattr(self._scanner, "gap", gap))
        window.show()
        if self.first_run is not None:
            page, self.first_run = self.first_run, None
            page.closed.disconnect()
            page.close()
            page.deleteLater()
        QTimer.singleShot(0, self._back_up)

    def _speak(self, language: str) -> None:
        self.settings.setValue(LANGUAGE, language)
        i18n.use_language(self._app, language)

    def _back_up(self) -> None:
        """The day's backup, once the window stands."""
        if self._desk is None or self.window is None:
            return
        tell = self.window.workplace.toast.tell
        self._backups.run(
            partial(safety.back_up_daily, self._desk, self._closing.is_set),
            lambda _made: None,
            lambda fault: tell(fault.text, icon="warning"),
        )

    def tell_fault(self, report: Path | None) -> None:
        """A fault of the program: told quietly, nothing typed is lost."""
        text = _OUR_FAULT(file=report.name) if report else _OUR_FAULT_ALONE
        if self.window is not None:
            self.window.counter.keep_draft()
            self.window.workplace.toast.tell(text, icon="warning")
        else:
            _tell_before_there_is_a_window(str(text))

    def tell_trouble(self, fault: DeskError) -> None:
        """Something outside failed, such as the server, where nobody waits for an answer."""
        if self.window is not None:
            self.window.counter.keep_draft()
            self.window.workplace.toast.tell(fault.text, icon="warning")
        else:
            _tell_before_there_is_a_window(str(fault))

    def close(self) -> None:
        """Finishes what is under way but a backup, and closes the desk."""
        self._closing.set()
        self._backups.close()
        self.jobs.close()
        if self._desk is not None:
            self._desk.close()
        self.settings.sync()


def _tell_before_there_is_a_window(sentence: str) -> None:
    box = QMessageBox(QMessageBox.Icon.Warning, str(say("main", "Complaint Desk")), sentence)
    box.exec()


def run_window(named_home: str | None) -> int:
    """Opens the window on the desk in `named_home` and stays until it is closed."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("complaint-desk")
    home = find_home(named_home)
    try:
        home.folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        text = say("main", "The folder {folder} cannot be used: {reason}.")(
            folder=home.folder, reason=fault.strerror or fault
        )
        _tell_before_there_is_a_window(str(text))
        return 1
    single = Single(home.folder)
    if not single.take():
        return 0
    studio = Studio(app, home)
    install(home.logs, studio.tell_fault, studio.tell_trouble)
    single.knocked.connect(lambda: _bring_forward(studio))
    app.setWindowIcon(theme.icon("counter"))
    started = studio.begin()
    code = app.exec() if started else 1
    studio.close()
    single.release()
    return code


def _bring_forward(studio: Studio) -> None:
    shown: QWidget | None = studio.window or studio.first_run
    if shown is not None:
        bring_forward(shown)


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


def install(
    logs: Path, tell: Callable[[Path | None], None], tell_trouble: Callable[[DeskError], None]
) -> None:
    """Every uncaught exception, in any thread, becomes a report in `logs`; `tell` gets its path.

    What has a sentence for people is no fault of the program (a server that went away while a list
    was read): `tell_trouble` gets it instead.
    """
    logs.mkdir(parents=True, exist_ok=True)
    faulthandler.enable((logs / "crash.txt").open("a", encoding="utf-8"))

    def caught(kind: type[BaseException], fault: BaseException, at: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, at)
            return
        if isinstance(fault, DeskError):
            tell_trouble(fault)
            return
        tell(safety.write_report(logs, fault, f", Qt {qt_version}"))

    sys.excepthook = caught
    threading.excepthook = lambda args: caught(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )
