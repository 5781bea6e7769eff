"""The people in the Settings: who works here, in which roles, with a PIN or without one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desk.controllers.settings import ListedPerson, Settings
from desk.gui.kit import forms, notify
from desk.gui.kit.widgets import ElidedLabel, ToneLabel, choose, tip
from desk.journal.known import Person
from desk.rules.people import ROLES
from desk.words import Text, say

_NEW = say("settings", "Somebody new")
_KEY = Qt.ItemDataRole.UserRole


class PeopleList(QTreeWidget):
    """Who works here; it takes the room that is left, and asks for little."""

    def sizeHint(self) -> QSize:
        """Three people can be seen."""
        return QSize(super().sizeHint().width(), 116)


class PeopleForm(QWidget):
    """The part of the form in which people are added and changed; the controller decides."""

    refusal: ToneLabel
    people_branch: QComboBox
    people: PeopleList
    sees: QLineEdit
    name: QLineEdit
    pin: QLineEdit
    set_pin: QPushButton
    roles: QWidget
    role_staff: QCheckBox
    role_cro: QCheckBox
    role_supervisor: QCheckBox
    role_technician: QCheckBox
    role_head_office: QCheckBox
    role_admin: QCheckBox
    save_person: QPushButton
    switch_off: QPushButton
    leaving: QFrame
    leaving_words: ElidedLabel
    switch_off_now: QPushButton
    let_stay: QPushButton


class People(QObject):
    """Shows one person of the list, or an empty form for somebody new, and what can be done."""

    def __init__(self, form: PeopleForm, controller: Settings) -> None:
        super().__init__(form)
        self._form, self._controller = form, controller
        self._listed: Sequence[ListedPerson] = ()
        self._shown: Person | None = None
        self._boxes: Mapping[str, QCheckBox] = {
            role: getattr(form, f"role_{role}") for role in ROLES
        }
        form.people_branch.activated.connect(self._look_elsewhere)
        form.sees.returnPressed.connect(self._save)
        form.people.currentItemChanged.connect(lambda _now, _before: self._choose())
        form.save_person.clicked.connect(self._save)
        form.set_pin.clicked.connect(self._set_pin)
        form.name.returnPressed.connect(self._save)
        form.pin.returnPressed.connect(lambda: self._set_pin() if self._shown else self._save())
        form.switch_off.clicked.connect(self._ask)
        form.switch_off_now.clicked.connect(self._switch_off)
        form.let_stay.clicked.connect(self.stay)
        form.leaving.hide()
        forms.live(form, self._reword)

    def show_branches(self, branches: Mapping[str, str], chosen: str) -> None:
        """Head office chooses whose people it looks at; a branch has only its own."""
        combo = self._form.people_branch
        there = {combo.itemData(at): combo.itemText(at) for at in range(combo.count())}
        if there != branches:
            combo.clear()
            for code, words in branches.items():
                combo.addItem(words, code)
        choose(combo, chosen)
        combo.setVisible(bool(branches))
        self._form.sees.setVisible(bool(branches) and not self._controller.elsewhere)

    def _look_elsewhere(self, _at: int) -> None:
        self._shown = None
        self._controller.choose_branch(str(self._form.people_branch.currentData()))
        first = self._form.people.topLevelItem(0)
        if first is not None:
            self._form.people.setCurrentItem(first)
        self._choose()

    def show_people(self, listed: Sequence[ListedPerson]) -> None:
        """Everybody, those at work first; who is chosen stays chosen, what is typed stays typed."""
        if [*listed] != [*self._listed] or not self._form.people.topLevelItemCount():
            self._listed = listed
            self._fill_list()
        self._show_rights()

    def _fill_list(self) -> None:
        tree, before = self._form.people, self._shown
        first = not tree.topLevelItemCount()
        tree.blockSignals(True)
        tree.clear()
        tree.addTopLevelItem(QTreeWidgetItem())
        for one in self._listed:
            item = QTreeWidgetItem()
            item.setData(0, _KEY, one.person)
            tree.addTopLevelItem(item)
        same = [
            at for at, one in enumerate(self._listed, 1) if before and one.person.id == before.id
        ]
        current = tree.topLevelItem(same[0] if same else 0)
        if current is not None:
            tree.setCurrentItem(current)
        tree.blockSignals(False)
        self._reword()
        if first or self._chosen != before:
            self._choose()

    @property
    def _chosen(self) -> Person | None:
        item = self._form.people.currentItem()
        return item.data(0, _KEY) if item is not None else None

    def _choose(self) -> None:
        """Another person: the form is theirs."""
        self._shown = person = self._chosen
        self.stay()
        self._clear()
        self._form.name.setText(person.name if person else "")
        self._form.name.setReadOnly(person is not None)
        self._form.pin.clear()
        self._form.sees.setText(", ".join(person.branches) if person else "")
        for role, box in self._boxes.items():
            box.setChecked(role in (person.roles if person else ("staff",)))
        self._show_rights()
        self._reword()

    def _show_rights(self) -> None:
        form, may = self._form, self._controller.chosen(self._shown)
        form.set_pin.setVisible(self._shown is not None)
        if may.leave is not None:
            self._show_leaving(asked=False)
        for widgets, reason in (
            ((form.save_person, form.sees, *self._boxes.values()), may.roles),
            ((form.pin, form.set_pin), may.pin),
            ((form.switch_off,), may.leave),
        ):
            for widget in widgets:
                widget.setEnabled(reason is None)
                tip(widget, reason or "")

    def _ticked(self) -> tuple[str, ...]:
        return tuple(role for role, box in self._boxes.items() if box.isChecked())

    def _save(self) -> None:
        """Adds somebody new, or gives the chosen person the roles that are ticked."""
        self._clear()
        form, person = self._form, self._shown
        if not form.save_person.isEnabled():
            return
        if person is not None:
            self._controller.change_person(person, self._ticked(), form.sees.text())
        elif self._controller.add_person(
            form.name.text(), self._ticked(), form.pin.text(), sees=form.sees.text()
        ):
            self._choose()
            form.name.setFocus()

    def _set_pin(self) -> None:
        self._clear()
        if self._shown is not None and self._controller.set_pin(self._shown, self._form.pin.text()):
            self._form.pin.clear()

    def _ask(self) -> None:
        """Nobody who is switched off comes back: it is confirmed, and to stay is the default."""
        self._clear()
        self._show_leaving(asked=True)
        self._reword()
        self._form.let_stay.setFocus()

    def _switch_off(self) -> None:
        if self._shown is not None and self._controller.switch_off(self._shown):
            self._show_leaving(asked=False)
            self._form.people.setFocus()

    def stay(self) -> bool:
        """Nobody is switched off; whether it was asked."""
        asked = self._form.leaving.isVisible()
        self._show_leaving(asked=False)
        if asked:
            self._form.switch_off.setFocus()
        return asked

    def _show_leaving(self, *, asked: bool) -> None:
        """The question stands where the buttons were."""
        self._form.leaving.setVisible(asked)
        for button in (self._form.save_person, self._form.switch_off):
            button.setVisible(not asked)

    def _clear(self) -> None:
        notify.clear_faults(self._form)
        self._form.refusal.tell("")

    def _reword(self) -> None:
        """In the language shown."""
        form, person = self._form, self._shown
        headings = (
            say("settings", "Name"),
            say("settings", "PIN"),
            say("settings", "Roles"),
        )
        form.people.setHeaderLabels([*map(str, headings)])
        for at, words in enumerate(((_NEW, "", ""), *map(_row, self._listed))):
            item = form.people.topLevelItem(at)
            if item is not None:
                for column, text in enumerate(words):
                    item.setText(column, str(text))
                item.setToolTip(2, str(words[2]))
        form.people.resizeColumnToContents(0)
        form.people.resizeColumnToContents(1)
        new = say("settings", "Add pers&on") if person is None else say("settings", "Save r&oles")
        form.save_person.setText(str(new))
        if person is not None:
            form.leaving_words.setText(
                str(
                    say(
                        "settings",
                        "{name} leaves? The name stays.",
                    )(name=person.name)
                )
            )
            off = say("settings", "S&witch {name} off")(name=person.name.replace("&", "&&"))
            form.switch_off_now.setText(str(off))


def _row(listed: ListedPerson) -> tuple[Text | str, Text | str, Text | str]:
    """The three columns."""
    person = listed.person
    if not person.active:
        return person.name, "", say("settings", "switched off")
    pin = say("settings", "set") if listed.has_pin else say("settings", "none")
    return person.name, pin, ", ".join(str(ROLES.get(role, role)) for role in person.roles)
