"""A place that a later version fills: it says honestly what will stand here."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.gui.places import Place
from desk.gui.widgets import EmptyState
from desk.words import say

_WORDS = {
    Place.CUSTOMERS: say(
        "later",
        "Here you will find every customer with all their complaints, put doubles together, and "
        "erase somebody who asks for it. This place comes with a later version; until then, the "
        "search on top finds customers by name and phone.",
    ),
    Place.REPORTS: say(
        "later",
        "Here you will see what the complaints teach: how many per hundred sales, whether the 24 "
        "hours hold, which causes return. This place comes with a later version; everything that "
        "is registered now will be counted then.",
    ),
}


class LaterView(QWidget):
    """An empty place with a sentence."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty = EmptyState(self)
        self.empty.tell(str(place), _WORDS[place])
        layout = QVBoxLayout(self)
        layout.addWidget(self.empty)

    def opened(self) -> None:
        """There is nothing to type into."""
        self.setFocus()

    def refresh(self) -> None:
        """Nothing is shown that could change."""

    def primary(self) -> None:
        """There is nothing to do here yet."""

    def back(self) -> bool:
        """There is no step back."""
        return False
