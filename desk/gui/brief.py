"""The hand-over brief: the next step and its moment on top, and all that a stranger must know."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk.app.papers import brief_now
from desk.gui.case.parts import BadgeRow, label, put
from desk.gui.kit import forms, theme
from desk.gui.kit.theme import colours
from desk.gui.kit.widgets import TONES, ElidedLabel, ToneLabel
from desk.gui.kit.workplace import Workplace
from desk.telling.brief import NO_PROMISE, NOT_SAID, Brief, Said, as_text
from desk.telling.page import Fact
from desk.telling.standing import Told
from desk.words import say

_NARROW = 96  # pixels for what a fact is called
_MARK = 18


class BriefDialog(QDialog):
    """Shows one case as it stands; nothing is done here."""

    number: QLabel
    step: QLabel
    before: ToneLabel
    badges: BadgeRow
    standing: QLabel
    who: QFrame
    what: QFrame
    promised: QFrame
    said: QFrame
    copied: ToneLabel
    copy: QPushButton
    leave: QPushButton

    def __init__(self, workplace: Workplace, complaint: str, parent: QWidget) -> None:
        super().__init__(parent)
        forms.load(self, "brief")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._complaint = workplace.desk, complaint
        self._sheets = {part: _Sheet(part) for part in (self.who, self.what)}
        self._owed, self._lines = _Owed(self.promised), _Lines(self.said)
        self.copy.clicked.connect(self._copy)
        self.leave.clicked.connect(self.reject)
        action = QAction(self)
        action.setShortcut(QKeySequence.StandardKey.Copy)
        action.triggered.connect(self._copy)
        self.addAction(action)
        self.resize(1120, 640)
        self.leave.setFocus()
        forms.live(self, self._show)

    def _brief(self) -> Brief:
        return brief_now(self._desk, self._desk.complaint(self._complaint))

    def _show(self) -> None:
        brief = self._brief()
        self.number.setText(str(brief.number))
        self.step.setText(str(brief.step.words))
        self.before.tell(brief.before.words, brief.before.tone)
        self.badges.show_badges(brief.head.badges)
        put(self.standing, " · ".join(map(str, brief.standing)))
        self._sheets[self.who].show_facts(brief.who)
        self._sheets[self.what].show_facts(brief.what)
        self._owed.show_promises(brief.promised or (Told(NO_PROMISE, "good"),))
        self._lines.show_lines(brief.said)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._brief()))
        self.copied.tell(say("brief", "The brief was copied."), "good")


class _Sheet:
    """Facts below the title of a card: what each is called, and what it is."""

    def __init__(self, card: QFrame) -> None:
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnMinimumWidth(0, _NARROW)
        self._grid.setColumnStretch(1, 1)
        _inside(card, self._grid)
        self._rows: list[tuple[QLabel, QLabel]] = []

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these; the rows there are, are used again."""
        top = Qt.AlignmentFlag.AlignTop
        while len(self._rows) < len(facts):
            name, value = label("muted"), label(selectable=True)
            at = len(self._rows)
            self._grid.addWidget(name, at, 0, top)
            self._grid.addWidget(value, at, 1, top)
            self._rows.append((name, value))
        for at, (name, value) in enumerate(self._rows):
            put(name, facts[at].label if at < len(facts) else "")
            put(value, facts[at].value if at < len(facts) else "")


class _Owed:
    """What was promised, each with the shape of its tone."""

    def __init__(self, card: QFrame) -> None:
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        _inside(card, self._column)
        self._labels: list[ToneLabel] = []

    def show_promises(self, promises: Sequence[Told]) -> None:
        """Show these."""
        while len(self._labels) < len(promises):
            self._labels.append(ToneLabel())
            self._column.addWidget(self._labels[-1])
        for at, each in enumerate(self._labels):
            told = promises[at] if at < len(promises) else Told("")
            each.tell(told.words, told.tone)


class _Lines:
    """What was said: one line for each contact."""

    def __init__(self, card: QFrame) -> None:
        self._column = QVBoxLayout()
        self._column.setSpacing(5)
        _inside(card, self._column)
        self._rows: list[_Line] = []
        self._nobody = label("muted")
        self._column.addWidget(self._nobody)

    def show_lines(self, said: Sequence[Said]) -> None:
        put(self._nobody, "" if said else NOT_SAID)
        while len(self._rows) < len(said):
            self._rows.append(_Line())
            self._column.addWidget(self._rows[-1])
        for at, row in enumerate(self._rows):
            row.setVisible(at < len(said))
            if at < len(said):
                row.show_said(said[at])


class _Line(QWidget):
    """One contact: its shape, then all of it in one line."""

    def __init__(self) -> None:
        super().__init__()
        self._mark, self._words = _Mark(self), ElidedLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)

    def show_said(self, said: Said) -> None:
        """Show this one."""
        self._mark.icon = said.icon
        self._words.setText(str(said))
        self._mark.update()


class _Mark(QWidget):
    """A shape in the colours of the theme."""

    icon = "message"

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(_MARK, _MARK)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Quietly, beside the words."""
        ink = QColor(getattr(colours(), TONES["calm"].ink))
        theme.paint(QPainter(self), self.icon, QRect(1, 1, _MARK - 2, _MARK - 2), colour=ink)


def _inside(card: QFrame, layout: QLayout) -> None:
    """Below the title that the form gives the card."""
    whole = card.layout()
    if isinstance(whole, QVBoxLayout):
        whole.addLayout(layout)
        whole.addStretch(1)
