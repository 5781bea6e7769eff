"""A barcode scanner types like a keyboard, only faster: its bursts are caught before any field.

Keys are held back while they come faster than a hand types. A burst that ends with Enter or Tab
is a scan and reaches no field; anything else was a person, and the keys go on to where they were
meant, at most one gap later.

The same watch notices that nobody is at the desk any more: no key and no mouse for some minutes.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from shiboken6 import isValid

_ENDS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}
_SILENT = {Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock}
_HARMLESS = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.KeypadModifier
    | Qt.KeyboardModifier.GroupSwitchModifier
)


def event_time(event: QKeyEvent) -> int:
    """When the key was pressed, in milliseconds, by the system's own clock."""
    return event.timestamp()


class WindowWatch(QObject):
    """Sees the keys and the mouse of every window that was in front, before any widget in it.

    A filter on the whole application would be asked about each event of each widget: to build a
    screen would take twice as long.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)
            self._watch(app.focusWindow())

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)


class Scanner(WindowWatch):
    """Watches the application's keys; `scanned` tells what a scanner read, without its end.

    `gap` is the longest time between two keys of a scan, in milliseconds; keys are held back so
    long, and `grace` longer where a computer is slow to deliver them. `shortest` is the fewest
    characters that are believed to be a scan.
    """

    scanned = Signal(str)

    def __init__(
        self,
        parent: QObject,
        *,
        gap: int = 55,
        grace: int = 0,
        shortest: int = 6,
        clock: Callable[[QKeyEvent], int] = event_time,
    ) -> None:
        super().__init__(parent)
        self.gap = gap
        self.grace = grace
        self.shortest = shortest
        self._clock = clock
        self._held: list[tuple[QWindow, QKeyEvent]] = []
        self._text = ""
        self._last = 0
        self._ended = False  # a scan just ended; a second end, as of CR LF, belongs to it
        self._swallowed: set[int] = set()  # keys of a scan that are still to be released
        self._letting_go = False
        self._waited = QElapsedTimer()
        self._pause = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._pause.timeout.connect(self._paused)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold back, swallow, or let pass (False)."""
        if self._letting_go or not isinstance(event, QKeyEvent) or not isinstance(watched, QWindow):
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            return self._override(event)
        if event.type() is QEvent.Type.KeyRelease:
            return self._released(watched, event)
        return event.type() is QEvent.Type.KeyPress and self._pressed(watched, event)

    def _override(self, event: QKeyEvent) -> bool:
        """Within a burst no key is a shortcut, so that an Enter cannot press a button."""
        if self._text and self._in_time(event) and (_ends(event) or _writes(event)):
            event.accept()
            return True
        return False

    def _pressed(self, window: QWindow, event: QKeyEvent) -> bool:
        if event.key() in _SILENT:
            return False
        self._swallowed.discard(event.key())
        in_time = self._in_time(event) and all(held is window for held, _ in self._held)
        self._last = self._clock(event)
        if _ends(event) and in_time and (self._ended or len(self._text) >= self.shortest):
            self._end_scan(event)
            return True
        self._ended = False
        if not in_time or not _writes(event):
            self._let_go()
        if not _writes(event):
            return False
        self._hold(window, event)
        self._text += event.text()
        self._wait()
        return True

    def _released(self, window: QWindow, event: QKeyEvent) -> bool:
        if event.key() in self._swallowed:
            self._swallowed.discard(event.key())
            return True
        if self._held and event.key() not in _SILENT:
            self._hold(window, event)
            return True
        return False

    def _in_time(self, event: QKeyEvent) -> bool:
        return self._clock(event) - self._last <= self.gap

    def _hold(self, window: QWindow, event: QKeyEvent) -> None:
        self._held.append((window, _copy(event)))

    def _end_scan(self, end: QKeyEvent) -> None:
        """The scan is complete; nothing of it reaches the window."""
        self._pause.stop()
        for _, key in self._held:
            pressed = key.type() is QEvent.Type.KeyPress
            (self._swallowed.add if pressed else self._swallowed.discard)(key.key())
        self._swallowed.add(end.key())
        text, self._text = self._text, ""
        self._held.clear()
        self._ended = True
        if text:
            self.scanned.emit(text)

    def _wait(self) -> None:
        self._waited.restart()
        self._pause.start(self.gap + self.grace)

    def _paused(self) -> None:
        """No key came in time, unless the window was busy and keys wait behind this moment."""
        if self._waited.elapsed() > 2 * (self.gap + self.grace):
            self._wait()
        else:
            self._let_go()

    def _let_go(self) -> None:
        """It was a person: hand on what was held, in its order."""
        self._pause.stop()
        held, self._held, self._text = self._held, [], ""
        self._letting_go = True
        try:
            for window, key in held:
                if isValid(window):
                    QCoreApplication.sendEvent(window, key)
        finally:
            self._letting_go = False


def _ends(event: QKeyEvent) -> bool:
    modifiers = event.modifiers()
    if event.key() in _ENDS:
        return not modifiers & ~_HARMLESS and not modifiers & Qt.KeyboardModifier.ShiftModifier
    return event.text() in ("\r", "\n")  # sent as Ctrl+M, Ctrl+J or a key of its own


def _writes(event: QKeyEvent) -> bool:
    """A character that a scanner could send; a key held down by a person repeats itself."""
    harmless = not event.modifiers() & ~_HARMLESS
    return (
        harmless and not event.isAutoRepeat() and bool(event.text()) and event.text().isprintable()
    )


def _copy(event: QKeyEvent) -> QKeyEvent:
    return QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )


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
