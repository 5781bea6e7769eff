"""The sign-in: tiles of the staff, a PIN, done. Nothing else is to be seen meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from desk.app.desk import Desk
from desk.controllers.sign_in import SignIn
from desk.gui.kit import forms, theme
from desk.gui.kit.widgets import ToneLabel
from desk.journal.known import Person
from desk.rules.errors import DeskError
from desk.rules.people import ROLES
from desk.words import say

_TILE = QSize(200, 104)
_IN_A_ROW = 4


class _Tile(QToolButton):
    """Somebody to choose; Enter does what Space does, on every system."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


class SignInView(QWidget):
    """Shows and emits; `desk.controllers.sign_in` decides."""

    signed_in = Signal(object)

    company: QLabel
    tiles: QWidget
    pin_card: QFrame
    pin_label: QLabel
    pin: QLineEdit
    pin_fault: ToneLabel
    somebody_else: QPushButton
    enter: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "sign_in")
        self._desk = desk
        self._people: Sequence[Person] = ()
        self._asked: Person | None = None
        self._buttons: list[QToolButton] = []
        self.controller = SignIn(desk, self)
        self.enter.clicked.connect(self._enter)
        self.pin.returnPressed.connect(self._enter)
        self.somebody_else.clicked.connect(self.back)
        forms.language.changed.connect(self._retell)

    def begin(self) -> None:
        """Nobody is at work any more."""
        self.company.setText(self._desk.shop.company)
        self.controller.begin()

    def show_people(self, people: Sequence[Person]) -> None:
        self._people = people
        self._asked = None
        self.pin_card.hide()
        self.tiles.show()
        grid = self.tiles.layout()
        assert isinstance(grid, QGridLayout)  # noqa: S101 - the form says so
        for button in self._buttons:
            grid.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._tile(person) for person in people]
        grid.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for at, button in enumerate(self._buttons):
            row, column = divmod(at, _IN_A_ROW)
            grid.addWidget(button, row, column, Qt.AlignmentFlag.AlignCenter)
            button.show()
        if self._buttons:
            self._buttons[0].setFocus()

    def _tile(self, person: Person) -> QToolButton:
        button = _Tile(self.tiles)
        button.setObjectName(f"tile_{person.id}")
        button.setText(f"{person.name}\n{_role(person)}".replace("&", "&&"))
        button.setAccessibleName(person.name)
        button.setProperty("role", "tile")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIconSize(QSize(32, 32))
        button.setFixedSize(_TILE)
        theme.wear(button, "person")
        button.clicked.connect(lambda _checked=False: self.controller.choose(person))
        return button

    def ask_pin(self, person: Person) -> None:
        self._asked = person
        self.tiles.hide()
        self._reword()
        self.somebody_else.setVisible(len(self._people) > 1)
        self.pin.setText("")
        self.pin_fault.tell("")
        self.pin_card.show()
        self.pin.setFocus()

    def _reword(self) -> None:
        if self._asked is not None:
            words = say("sign_in", "PIN of {name}")(name=self._asked.name)
            self.pin_label.setText(str(words))

    def show_refusal(self, fault: DeskError) -> None:
        self.pin.setText("")
        self.pin_fault.tell(fault.text, "late")
        self.pin_card.show()
        self.pin.setFocus()

    def let_in(self, person: Person) -> None:
        self.pin.setText("")
        self.signed_in.emit(person)

    def _enter(self) -> None:
        self.controller.enter(self.pin.text())

    def back(self) -> None:
        """Esc: the tiles again."""
        if len(self._people) > 1:
            self.show_people(self._people)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter goes to the next one whose name begins with it."""
        super().keyPressEvent(event)
        letter, focus = event.text().casefold(), self.focusWidget()
        at = next((n for n, one in enumerate(self._buttons, start=1) if one is focus), 0)
        for button in (*self._buttons[at:], *self._buttons[:at]):
            if letter and button.accessibleName().casefold().startswith(letter):
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _retell(self) -> None:
        self._reword()
        for button, person in zip(self._buttons, self._people, strict=True):
            button.setText(f"{person.name}\n{_role(person)}".replace("&", "&&"))


def _role(person: Person) -> str:
    """The role in words; of several, the one that stands last in the table: it may do most."""
    return next((str(ROLES[role]) for role in reversed(tuple(ROLES)) if role in person.roles), "")
