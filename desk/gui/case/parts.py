"""Small pieces of the Case: plain labels, a row of badges, the steps of recovery."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QWidget

from desk.gui.kit import theme
from desk.gui.kit.theme import colours
from desk.gui.kit.widgets import Badge, breakable, tip
from desk.telling.page import Progress
from desk.telling.standing import Told
from desk.words import Text

_GAP = 12


def label(role: str = "", *, selectable: bool = False) -> QLabel:
    """A label of plain words in as many lines as they need."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    if role:
        made.setProperty("role", role)
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def put(shown: QLabel, words: Text | str) -> None:
    """The words into a label, which hides without any."""
    text = breakable(str(words))
    if shown.text() != text:
        shown.setText(text)
    if shown.isHidden() is bool(text):
        shown.setVisible(bool(text))


def see_through(area: QScrollArea) -> None:
    """A scrolled part shows the ground it lies on."""
    for ground in (area.viewport(), area.widget()):
        if ground is not None:
            ground.setAutoFillBackground(False)


class BadgeRow(QWidget):
    """Badges beside each other; those without words are not there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._badges: list[Badge] = []

    def show_badges(self, told: Sequence[Told]) -> None:
        """Show these, in the language shown."""
        while len(self._badges) < len(told):
            self._badges.append(Badge(self))
            self._row.addWidget(self._badges[-1])
        for at, badge in enumerate(self._badges):
            each = told[at] if at < len(told) else Told("")
            badge.tell(each.words, each.tone, each.icon)


class ProgressRow(QWidget):
    """The six steps of recovery: a tick for each that was taken, quietly."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Progress, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_progress(self, steps: tuple[Progress, ...]) -> None:
        """Show these; the tooltip says what each means."""
        self._steps = steps
        lines = [f"{'✓' if step.done else '○'}  {step.hint}" for step in steps]
        tip(self, "\n".join(lines))
        self.setToolTip(self.toolTip().replace("\n", "<br>"))
        taken = ", ".join(str(step.name) for step in steps if step.done)
        self.setAccessibleName(taken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        width = sum(self._width(step) + _GAP for step in self._steps)
        return QSize(max(0, width - _GAP), self.fontMetrics().height() + 4)

    def minimumSizeHint(self) -> QSize:
        """Only the marks, where there is little room."""
        return QSize(len(self._steps) * (self._side() + 4), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Marks with words; marks alone where there is little room."""
        painter, shown = QPainter(self), colours()
        worded = self.width() >= self.sizeHint().width()
        needed = self.sizeHint().width() if worded else self.minimumSizeHint().width()
        left = max(0, self.width() - needed)  # at the right edge
        for step in self._steps:
            ink = QColor(shown.good if step.done else shown.muted)
            mark = QRect(left, (self.height() - self._side()) // 2, self._side(), self._side())
            theme.paint(painter, "done" if step.done else "open", mark, colour=ink)
            left = mark.right() + 5
            if worded:
                painter.setPen(QColor(shown.text if step.done else shown.muted))
                room = QRect(left, 0, self._width(step), self.height())
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, str(step.name))
                left += self._width(step) - self._side() - 5 + _GAP

    def _width(self, step: Progress) -> int:
        return self._side() + 5 + self.fontMetrics().horizontalAdvance(str(step.name))

    def _side(self) -> int:
        return self.fontMetrics().ascent()
