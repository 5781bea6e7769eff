"""The timeline of a case: by day, newest last, who did what and in which words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from desk.gui import icons
from desk.gui.badge import TONES, ToneLabel
from desk.gui.case_parts import label, put
from desk.gui.colours import colours
from desk.telling.timeline import Moment

_CLOCK = 44  # pixels for the hour
_MARK = 18
_DAYS_APART = 8
_TOP = Qt.AlignmentFlag.AlignTop


class StorySheet(QWidget):
    """The lines of a timeline; those already there are used again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 2, 10, 2)
        self._whole.setSpacing(8)
        self._whole.addStretch(1)

    def show_moments(self, timeline: Sequence[Moment]) -> None:
        """Show these, in the language shown."""
        while len(self._rows) < len(timeline):
            self._rows.append(_Row(self))
            self._whole.insertWidget(self._whole.count() - 1, self._rows[-1])
        day = ""
        for at, row in enumerate(self._rows):
            row.setVisible(at < len(timeline))
            if at < len(timeline):
                row.show_moment(timeline[at], new_day=str(timeline[at].day) != day)
                row.set_apart(_DAYS_APART if day and str(timeline[at].day) != day else 0)
                day = str(timeline[at].day)


class _Row(QWidget):
    """One entry."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._day, self._clock, self._mark = label("section"), label("muted"), _Mark(self)
        self._what, self._words = label(selectable=True), label(selectable=True)
        self._facts, self._marks = label("muted", selectable=True), ToneLabel(self)
        bold = QFont(self._what.font())
        bold.setBold(True)
        self._what.setFont(bold)
        self._clock.setWordWrap(False)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnMinimumWidth(0, _CLOCK)
        grid.setColumnStretch(2, 1)
        grid.addWidget(self._day, 0, 0, 1, 3)
        grid.addWidget(self._clock, 1, 0, _TOP)
        grid.addWidget(self._mark, 1, 1, _TOP)
        below: tuple[QLabel, ...] = (self._what, self._words, self._facts, self._marks)
        for at, part in enumerate(below, start=1):
            grid.addWidget(part, at, 2)

    def set_apart(self, pixels: int) -> None:
        """So far below the line before."""
        self._grid.setContentsMargins(0, pixels, 0, 0)

    def show_moment(self, moment: Moment, *, new_day: bool) -> None:
        """Show this one; a day is named above its first line."""
        told = moment.told
        put(self._day, moment.day if new_day else "")
        put(self._clock, moment.clock)
        put(self._what, told.what)
        put(self._words, "\n".join(f"“{words}”" for words in told.words))
        put(self._facts, "\n".join(map(str, told.facts)))
        self._marks.tell("\n".join(map(str, moment.marks)), "soon")
        self._mark.show_mark(told.icon, told.tone)


class _Mark(QWidget):
    """The shape of an entry in the colour of its tone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(_MARK, _MARK)
        self._icon, self._tone = "open", "calm"

    def show_mark(self, icon: str, tone: str) -> None:
        """Show this one."""
        self._icon, self._tone = icon, tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """In the colours of the theme."""
        ink = TONES[self._tone].colours(colours())[0]
        ink = QColor(colours().accent) if self._tone == "calm" else ink
        icons.paint(QPainter(self), self._icon, self.rect().adjusted(1, 1, -1, -1), colour=ink)
