"""Faults stand at their field, in words, with a shape and a colour, until something is changed.

For a field “name” the form has a `ToneLabel` called “name_fault”.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from desk.gui.kit import forms, theme
from desk.gui.kit.theme import colours
from desk.gui.kit.widgets import ToneLabel
from desk.rules.errors import DeskError
from desk.words import Text, say


def field_fault(field: QWidget, text: Text | str) -> None:
    """Show a sentence at `field` and go there; the next change of the field takes it away.

    Raises LookupError where the form has no label for it.
    """
    _label(field).tell(text, "late")
    field.setAccessibleDescription(str(text))
    _mark(field, wrong=True)
    _Watch.over(field)
    field.setFocus(Qt.FocusReason.OtherFocusReason)


def clear_fault(field: QWidget) -> None:
    """Take the sentence away."""
    _label(field).tell("")
    field.setAccessibleDescription("")
    _mark(field, wrong=False)


def clear_faults(view: QWidget) -> None:
    """Take away every sentence in `view`, before something is tried again."""
    for watch in view.findChildren(_Watch):
        clear_fault(watch.field)


def at_field(view: QWidget, fault: DeskError) -> bool:
    """Show `fault` at the field it names; False if `view` has no such field, or it names none."""
    field = view.findChild(QWidget, fault.field) if fault.field else None
    if field is None or next(_labels(field), None) is None:
        return False
    field_fault(field, fault.text)
    return True


class _Watch(QObject):
    """Waits for a faulty field to be changed."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self.field = field
        value = field.metaObject().userProperty()
        if value.hasNotifySignal():
            signal = bytes(value.notifySignal().name().data()).decode()
            getattr(field, signal).connect(self._changed)

    @classmethod
    def over(cls, field: QWidget) -> None:
        """Watch `field`, once."""
        if field.findChild(cls, options=Qt.FindChildOption.FindDirectChildrenOnly) is None:
            cls(field)

    def _changed(self) -> None:
        if self.field.property("fault"):
            clear_fault(self.field)


def _label(field: QWidget) -> ToneLabel:
    label = next(_labels(field), None)
    if label is None:
        raise LookupError(f"The form has no ToneLabel “{field.objectName()}_fault”.")
    return label


def _labels(field: QWidget) -> Iterator[ToneLabel]:
    """The label nearest to the field first; other forms may have one of the same name."""
    around = field.parentWidget()
    while around is not None:
        label = around.findChild(ToneLabel, f"{field.objectName()}_fault")
        if label is not None:
            yield label
        around = around.parentWidget()


def _mark(field: QWidget, *, wrong: bool) -> None:
    field.setProperty("fault", wrong)
    style = field.style()
    style.unpolish(field)
    style.polish(field)


_SECONDS = 7
_SECONDS_WITH_OFFER = 14
_MARGIN = 10  # pixels to the corner
_WIDEST = 250


@dataclass(frozen=True)
class Offer:
    """What a toast offers to do; Ctrl+Z takes the one that undoes."""

    label: Text
    do: Callable[[], None]
    undoes: bool = False


def undo(do: Callable[[], None]) -> Offer:
    """The offer to take back what was just done."""
    return Offer(say("toast", "Undo"), do, undoes=True)


class Toast(QFrame):
    """The one toast of a window; a new sentence takes the place of the last."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("toast")
        self._text: Text | str = ""
        self._offer: Offer | None = None
        self._before: QWidget | None = None
        self._build()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._leave)
        self._key = QShortcut(QKeySequence.StandardKey.Undo, window, enabled=False)
        self._key.activated.connect(self._accept)
        window.installEventFilter(self)
        self.hide()
        forms.language.changed.connect(self._retell)

    def _build(self) -> None:
        self._mark, self._words = QLabel(self), QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._button = QPushButton(self)
        self._button.clicked.connect(self._accept)
        self._close = QToolButton(self)
        self._close.clicked.connect(self.dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 10, 10, 10)
        layout.setSpacing(12)
        for part in (self._mark, self._words, self._button, self._close):
            layout.addWidget(part)

    def tell(self, text: Text | str, *, offer: Offer | None = None, icon: str = "done") -> None:
        """Show a sentence for some seconds, longer with an offer."""
        self._text, self._offer = text, offer
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self._before = focus
        self._paint_marks(icon)
        self._reword()
        self._listen(wanted=offer is not None and offer.undoes)
        self.show()
        self.raise_()
        self._place()
        self._timer.start(1000 * (_SECONDS_WITH_OFFER if offer else _SECONDS))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, str(text)))

    def dismiss(self) -> None:
        """Go now, and give the focus back to where it was."""
        focus, before = QApplication.focusWidget(), self._before
        inside = focus is not None and self.isAncestorOf(focus)
        self._timer.stop()
        self._listen(wanted=False)
        self.hide()
        if inside and before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the corner; leave Ctrl+Z to fields only while they have something to undo."""
        if event.type() is QEvent.Type.Resize and watched is self._window:
            self._place()
        elif (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Undo)
            and _has_nothing_to_undo(watched)
        ):
            event.ignore()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc sends it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _retell(self) -> None:
        if self.isVisible():
            self._reword()
            self._place()

    def _accept(self) -> None:
        offer = self._offer
        self.dismiss()
        if offer is not None:
            self._offer = None
            offer.do()

    def _leave(self) -> None:
        """Time is up, unless somebody is pointing at it or in it."""
        focus = QApplication.focusWidget()
        if self.underMouse() or (focus is not None and self.isAncestorOf(focus)):
            self._timer.start(1000)
        else:
            self.dismiss()

    def _listen(self, *, wanted: bool) -> None:
        app = QApplication.instance()
        if app is None or wanted == self._key.isEnabled():
            return
        self._key.setEnabled(wanted)
        (app.installEventFilter if wanted else app.removeEventFilter)(self)

    def _paint_marks(self, icon: str) -> None:
        ink, ratio = QColor(colours().on_toast), self.devicePixelRatioF()
        self._mark.setPixmap(theme.pixmap(icon, colour=ink, size=20, ratio=ratio))
        self._close.setIcon(QIcon(theme.pixmap("close", colour=ink, size=16, ratio=ratio)))

    def _reword(self) -> None:
        words = str(self._text)
        self._words.setText(words)
        self._words.setFixedWidth(
            min(self._words.fontMetrics().horizontalAdvance(words) + 4, _WIDEST)
        )
        self.setAccessibleName(words)
        self._button.setVisible(self._offer is not None)
        self._button.setText(str(self._offer.label) if self._offer else "")
        dismiss = str(say("toast", "Dismiss"))
        self._close.setAccessibleName(dismiss)
        self._close.setToolTip(dismiss)

    def _place(self) -> None:
        self.adjustSize()
        corner = self._window.rect().bottomRight() - self.rect().bottomRight()
        self.move(corner - QPoint(_MARGIN, _MARGIN))


def _has_nothing_to_undo(field: QObject) -> bool:
    if isinstance(field, QLineEdit):
        return not field.isUndoAvailable()
    return isinstance(field, QPlainTextEdit) and not field.document().isUndoAvailable()
