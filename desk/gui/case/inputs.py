"""Inputs of the panels: one of a few choices in sight, and a moment typed as people say it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desk.gui.case.parts import label, put
from desk.gui.kit import i18n
from desk.moments import near
from desk.telling.typed import QUICK, moment_in
from desk.words import Text, say


class ChoiceField(QWidget):
    """A few choices, all in sight; arrows move between them."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(0)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QRadioButton] = {}
        self._choices: Mapping[str, Text] = {}
        i18n.language.changed.connect(self._reword)

    def offer(self, choices: Mapping[str, Text]) -> None:
        """These can be chosen; once for all."""
        self._choices = choices
        for at, key in enumerate(choices):
            button = QRadioButton(self)
            button.toggled.connect(self.changed)
            self._group.addButton(button)
            self._grid.addWidget(button, *divmod(at, 2))
            self._buttons[key] = button
        self.setFocusProxy(next(iter(self._buttons.values())))
        self._reword()

    def follow(self, before: QWidget) -> QWidget:
        """Tab leads here from `before`; gives the last of the choices."""
        for button in self._buttons.values():
            QWidget.setTabOrder(before, button)
            before = button
        return before

    def value(self) -> str:
        """The key that is chosen; nothing where none is."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, key: str) -> None:
        """Chooses `key`; nothing for one that is not offered."""
        if key == self.value():
            return
        self._group.setExclusive(False)
        for each, button in self._buttons.items():
            button.setChecked(each == key)
        self._group.setExclusive(True)
        self.setFocusProxy(self._buttons.get(key) or next(iter(self._buttons.values())))

    def _reword(self) -> None:
        for key, button in self._buttons.items():
            button.setText(str(self._choices[key]))


class MomentField(QWidget):
    """A day and hour, typed freely and told back in words; quick choices where it lies ahead."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ahead = True
        self.now: Callable[[], datetime] | None = None
        self.after: datetime | None = None
        self.edit, self._told = QLineEdit(self), label("caption")
        self._quick = [QPushButton(self) for _ in QUICK]
        row = QHBoxLayout()
        row.setSpacing(4)
        for button, (_, typed) in zip(self._quick, QUICK, strict=True):
            button.setProperty("role", "quiet")
            button.setAutoDefault(True)
            button.clicked.connect(partial(self._choose, typed))
            row.addWidget(button)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addWidget(self.edit)
        whole.addWidget(self._told)
        whole.addLayout(row)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._typed)
        i18n.language.changed.connect(self._reword)

    def begin(self, now: Callable[[], datetime], *, ahead: bool, name: QLabel) -> None:
        """By whose clock, which way it lies, and the label that names it."""
        self.now, self.ahead = now, ahead
        self.edit.setAccessibleName(name.text().replace("&", ""))
        for button in self._quick:
            button.setVisible(ahead)
        self._reword()

    def value(self) -> str:
        """What was typed."""
        return self.edit.text()

    def set_value(self, typed: str) -> None:
        """Puts a text in."""
        if typed != self.edit.text():
            self.edit.setText(typed)

    def _choose(self, typed: str, *_checked: bool) -> None:
        self.edit.setText(typed)
        self.edit.setFocus()

    def _typed(self) -> None:
        self._tell_back()
        self.changed.emit()

    def _reword(self) -> None:
        for button, (name, _) in zip(self._quick, QUICK, strict=True):
            button.setText(str(name))
        example = say("case_inputs", "14.10, tomorrow 10, +4")
        past = say("case_inputs", "14.10, yesterday 17.00")
        self.edit.setPlaceholderText(str(example if self.ahead else past))
        self._tell_back()

    def _tell_back(self) -> None:
        """So that nobody is surprised by which day was understood."""
        if self.now is None:
            return
        now = self.now()
        found = moment_in(self.edit.text(), now, ahead=self.ahead, after=self.after)
        put(self._told, near(found, now) if found else "")
