"""A card at the side of the window: what to say and do, readable while somebody talks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desk import words
from desk.app.desk import Desk
from desk.app.guidance import TOPICS, CardPage, Item, pages_in
from desk.gui.kit import forms
from desk.gui.kit.widgets import ToneLabel
from desk.words import Text

_WIDTH = 620


class GuidanceCard(QDialog):
    """Stays open beside the work; nothing is typed into it and nothing is kept."""

    tabs: QTabWidget
    last: QScrollArea
    recovery: QScrollArea
    styles: QScrollArea
    abuse: QScrollArea
    second_opinion: QScrollArea
    own_fault: ToneLabel
    leave: QPushButton

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        forms.load(self, "guidance")
        self.setModal(False)
        self._desk, self._beside = desk, parent
        self.leave.clicked.connect(self.reject)
        self.leave.setAutoDefault(False)
        self._fill()
        forms.language.changed.connect(self._fill)

    def show_topic(self, topic: str) -> None:
        """Bring a page of `TOPICS` to front."""
        self._fill()
        self.tabs.setCurrentIndex(TOPICS.index(topic))
        if not self.isVisible():
            self._stand_aside()
        self.show()
        self.raise_()
        self.activateWindow()
        self.tabs.tabBar().setFocus()

    def _stand_aside(self) -> None:
        """At the right of the window, as high as there is room."""
        window = self._beside.window().frameGeometry()
        self.resize(min(_WIDTH, window.width()), max(360, round(window.height() * 0.8)))
        corner = window.topRight()
        self.move(corner.x() - self.width() - 16, corner.y() + 64)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit turns to its page; Enter presses the button that has the focus."""
        if event.text() in {"1", "2", "3", "4", "5"}:
            self.tabs.setCurrentIndex(int(event.text()) - 1)
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.leave.hasFocus():
            self.leave.click()

    def _fill(self) -> None:
        pages, fault = pages_in(words.spoken(), self._desk.home.folder)
        for topic in TOPICS:
            _write(getattr(self, topic), pages[topic])
        self.own_fault.tell(fault, "soon")


def _write(area: QScrollArea, page: CardPage) -> None:
    """A new sheet in place of the old one."""
    sheet = QWidget()
    layout = QVBoxLayout(sheet)
    layout.setContentsMargins(4, 10, 10, 10)
    layout.setSpacing(10)
    layout.addWidget(_label(page.lead, "muted"))
    for at, entry in enumerate(page.entries, start=1):
        layout.addWidget(_card(at, entry))
    if page.note:
        layout.addWidget(_label(page.note, "caption"))
    layout.addStretch(1)
    area.setWidget(sheet)


def _card(at: int, entry: Item) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(14, 10, 14, 10)
    layout.setSpacing(4)
    layout.addWidget(_label(f"{at}  {entry.name}", "section"))
    for line in entry.lines:
        layout.addWidget(_label(line))
    return card


def _label(text: Text | str, role: str = "") -> QLabel:
    label = QLabel(str(text))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label
