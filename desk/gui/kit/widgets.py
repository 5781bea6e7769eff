"""The widgets of our own that forms promote. All of them show plain text, whatever is in it."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desk import phones
from desk.gui.kit import i18n, icons
from desk.gui.kit.badge import Badge, ToneLabel
from desk.gui.kit.preview import PdfPreview
from desk.words import Text


class PhoneEdit(QLineEdit):
    """A phone number that takes its dashes while it is typed; nothing typed is ever refused."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        self._before = ""
        self.textEdited.connect(self._group)

    def _group(self, typed: str) -> None:
        """The cursor stays behind the same digit."""
        grouped = phones.as_typed(self._without_our_dashes(typed))
        if grouped != typed:
            before = len(_bare(typed[: self.cursorPosition()]))
            self.setText(grouped)
            self.setCursorPosition(_behind(grouped, before))
        self._before = grouped

    def _without_our_dashes(self, typed: str) -> str:
        """Dashes move when a digit comes or goes; those that a person put elsewhere are left."""
        ours = self._before == phones.as_typed(_bare(self._before))
        return _bare(typed) if ours and _bare(typed) != _bare(self._before) else typed


def _bare(text: str) -> str:
    return text.replace("-", "").replace(" ", "")


def _behind(text: str, digits: int) -> int:
    """The place in `text` right behind so many characters that are no dashes."""
    return next(at for at in range(len(text) + 1) if len(_bare(text[:at])) == digits)


class PlainEdit(QPlainTextEdit):
    """What somebody says, in as many lines as it takes: Tab leaves it, Ctrl+Enter is not typed.

    Without a fixed size it grows with its text, from `fewest` lines to `most`.
    """

    fewest = 3
    most = 8

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.document().documentLayout().documentSizeChanged.connect(self._grown)
        self._lines = self.fewest

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is a new line, here and nowhere else; Ctrl+Enter belongs to the screen."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        frame = 2 * (self.frameWidth() + round(self.document().documentMargin())) + 8
        height = self.fontMetrics().lineSpacing() * self._lines + frame
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """Two lines can always be seen."""
        lines = self.fontMetrics().lineSpacing() * 2
        return QSize(super().minimumSizeHint().width(), lines + 16)

    def _grown(self) -> None:
        lines = round(self.document().size().height())
        self._lines = min(max(lines, self.fewest), self.most)
        self.updateGeometry()


class ElidedLabel(QLabel):
    """One line that ends in “…” where there is no room; the whole of it is its tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        """Show as much as fits; line breaks become spaces."""
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less fits now."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        mode = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self._whole, mode, self.contentsRect().width())
        super().setText(shown)
        tip(self, self._whole if shown != self._whole else "")


_EDGE = 2  # pixels that stay free on either side of a large number
_SMALLEST = 6.0  # points under which nobody reads


class BigLabel(QLabel):
    """A number to be read aloud across the counter; it shrinks rather than being cut."""

    times = 2.6  # the size of the usual type

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line of the largest type; the width is what it is given."""
        return QSize(120, round(self.fontMetrics().height() * self.times))

    def minimumSizeHint(self) -> QSize:
        """As `sizeHint`."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """In the largest type that fits the width."""
        painter = QPainter(self)
        font = QFont(self.font())
        font.setBold(True)
        font.setPointSizeF(self.font().pointSizeF() * self.times)
        room = self.width() - 2 * _EDGE
        # A hinted font does not shrink by the step that was asked for, so it is measured again.
        while (wide := QFontMetrics(font).horizontalAdvance(self.text())) > room > 0:
            size = font.pointSizeF()
            if size <= _SMALLEST:
                break
            font.setPointSizeF(max(_SMALLEST, min(size * room / wide, size - 0.5)))
        painter.setFont(font)
        painter.drawText(self.rect(), self.alignment(), self.text())


class EmptyState(QFrame):
    """What will stand here and how to begin: an icon, a sentence, the next step as a button."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture, self._sentence = QLabel(self), QLabel(self)
        self._step = QPushButton(self)
        self._step.clicked.connect(self.chosen)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._sentence.setProperty("role", "lead")
        layout = QVBoxLayout(self)
        layout.setSpacing(16)
        layout.addStretch(1)
        layout.addWidget(self._picture, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._sentence)
        layout.addWidget(self._step, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        for label in (self._picture, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._said: tuple[Text | str, Text | str] = ("", "")
        i18n.language.changed.connect(self._reword)

    def tell(self, icon: str, sentence: Text | str, step: Text | str = "") -> None:
        """Show an icon and a sentence; `step` names the button, which stays away without one."""
        icons.wear(self._picture, icon, size=48)
        self._said = (sentence, step)
        self._reword()

    def _reword(self) -> None:
        sentence, step = map(str, self._said)
        self._sentence.setText(sentence)
        self._step.setText(step)
        self._step.setVisible(bool(step))


def tip(widget: QWidget, text: Text | str) -> None:
    """A tooltip that shows the text as it is, markup and all."""
    shown = str(text)
    widget.setToolTip(f"<qt>{escape(shown)}</qt>" if shown else "")


def offer(combo: QComboBox, choices: Mapping[str, Text]) -> None:
    """Fill a combo box with words for keys, in the language shown; `currentData` is the key."""
    combo.clear()
    for key in choices:
        combo.addItem("", key)

    def reword() -> None:
        for at, text in enumerate(choices.values()):
            combo.setItemText(at, str(text))

    i18n.live(combo, reword)


def choose(combo: QComboBox, key: str) -> None:
    """Select a key; one that is not offered leaves nothing selected."""
    combo.setCurrentIndex(combo.findData(key))


PROMOTED: tuple[type[QWidget], ...] = (
    Badge,
    BigLabel,
    ElidedLabel,
    EmptyState,
    PdfPreview,
    PhoneEdit,
    PlainEdit,
    ToneLabel,
)
