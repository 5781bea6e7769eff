"""The panel in which an action is filled in: just its fields, in place of the buttons, no box.

The fields are named as the details of the acts, so that a fault finds its field by its name.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from desk.controllers.case.acts import DEEDS, YES, field_of
from desk.controllers.case.controller import Panel
from desk.gui.case.inputs import ChoiceField, FilesField, MomentField
from desk.gui.case.parts import put, see_through
from desk.gui.kit import forms, i18n, notify
from desk.gui.kit.widgets import PlainEdit, ToneLabel, choose, offer
from desk.gui.kit.workplace import Workplace
from desk.rules.choices import DIRECTIONS, FAULTS, LINKS, ROADBLOCKS, WAITED_FOR, WAYS
from desk.rules.errors import DeskError
from desk.words import Text, say

_FIELDS = ("value_choice", *dict.fromkeys(name for deed in DEEDS.values() for name in deed.fields))
_SMALL = frozenset({"said", "found", "cause", "remedy", "why", "what", "note", "value", "holds"})


class ActPanel(QWidget):
    """One action; `changed` when something was typed, `wanted` to do it, `left` to put it away."""

    changed = Signal()
    wanted = Signal()
    left = Signal()

    title: QLabel
    hint: QLabel
    fields: QWidget
    fields_area: QScrollArea
    refused: ToneLabel
    do_button: QPushButton
    put_away: QPushButton
    old: QLabel
    files: FilesField
    until: MomentField
    by: MomentField
    happened_at: MomentField
    fault: ChoiceField
    waits_for: ChoiceField
    link: ChoiceField
    other_number: QLineEdit
    direction: QComboBox
    how: QComboBox
    roadblock: QComboBox
    no_answer: QCheckBox
    agreed: QCheckBox

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "case_acts", ChoiceField, MomentField, FilesField)
        self._panel: Panel | None = None
        self._filling = False
        self._inputs = {name: self._input(name) for name in _FIELDS}
        offer(self.direction, DIRECTIONS)
        offer(self.how, WAYS)
        offer(self.roadblock, {"": say("case_acts", "Nothing in particular"), **ROADBLOCKS})
        self.fault.offer(FAULTS)
        self.waits_for.offer(WAITED_FOR)
        self.link.offer(LINKS)
        self.fault.follow(self.waits_for.follow(self._inputs["value"]))
        self.link.follow(self.other_number)
        for name, field in self._inputs.items():
            self._listen(field)
            if isinstance(field, PlainEdit):
                field.fewest = 2 if name in _SMALL else 4
                field.most = 6
                field.setAcceptDrops(False)  # a file that is dropped is attached, not written
        self.do_button.clicked.connect(self.wanted)
        self.put_away.clicked.connect(self.left)
        see_through(self.fields_area)
        for button in (self.do_button, self.put_away):
            button.setAutoDefault(True)
        i18n.language.changed.connect(self._retell)

    def begin(self, workplace: Workplace) -> None:
        """Joins the panel to the desk."""
        self.files.begin(workplace)
        for field, ahead in ((self.until, True), (self.by, True), (self.happened_at, False)):
            name = self.findChild(QLabel, f"{field.objectName()}_label")
            if name is not None:
                i18n.live(
                    field,
                    partial(field.begin, workplace.desk.now, ahead=ahead, name=name),
                )

    def _input(self, name: str) -> QWidget:
        field = self.findChild(QWidget, name)
        if field is None:
            raise LookupError(name)
        return field

    def _listen(self, field: QWidget) -> None:
        match field:
            case QComboBox():
                field.currentIndexChanged.connect(self._typed)
            case QCheckBox():
                field.toggled.connect(self._typed)
            case QPlainTextEdit() | QLineEdit():
                field.textChanged.connect(self._typed)
            case ChoiceField() | MomentField() | FilesField():
                field.changed.connect(self._typed)

    def _typed(self) -> None:
        if not self._filling:
            self._show_rows()
            self.refused.tell("")
            self.changed.emit()

    @property
    def deed(self) -> str:
        """The name of the action; nothing where none is shown."""
        return self._panel.deed.name if self._panel else ""

    def values(self) -> dict[str, str]:
        """What stands in the fields of this action."""
        names = self._panel.deed.fields if self._panel else ()
        return {name: _value(self._shown(name)) for name in names}

    def _shown(self, name: str) -> QWidget:
        """The input of a field; a value is chosen where there is a list for it."""
        listed = self._panel is not None and self._panel.choices is not None
        return self._inputs["value_choice" if name == "value" and listed else name]

    def show_panel(self, panel: Panel) -> None:
        """Show it, in the language shown; what stands there already is left as it is."""
        another = panel.deed.name != self.deed
        self._panel, self._filling = panel, True
        if another:
            notify.clear_faults(self)
            self.files.begin_anew()
            self.fields_area.verticalScrollBar().setValue(0)
        self.until.after = panel.after
        put(self.title, panel.deed.do)
        put(self.hint, panel.hint)
        put(self.old, panel.old)
        self.do_button.setText(str(panel.deed.do))
        self.refused.tell(panel.refused or "", "soon")
        self._offer(panel)
        for name in panel.deed.fields:
            _fill(self._shown(name), panel.values.get(name, ""))
        self._filling = False
        self._show_rows()

    def _offer(self, panel: Panel) -> None:
        _list(self._inputs["branch"], panel.branches)
        _list(self._inputs["to"], panel.people)
        _list(self._inputs["who"], panel.people)
        _list(self._inputs["promise"], panel.promises)
        _list(self._inputs["field"], panel.correctable)
        _list(self._inputs["value_choice"], tuple((panel.choices or {}).items()))

    def _show_rows(self) -> None:
        """Just the fields of this action; without an answer, nothing was said."""
        names = set(self._panel.deed.fields) if self._panel else set()
        if "value" in names and self._panel is not None and self._panel.choices is not None:
            names = names - {"value"} | {"value_choice"}
        if self._panel is not None and not self._panel.branches:
            names = names - {"branch"}
        for name in _FIELDS:
            self._row(name).setVisible(name in names)
        self.old.setVisible("field" in names)

    def _row(self, name: str) -> QWidget:
        row = self._inputs[name].parentWidget()
        if row is None:
            raise LookupError(name)
        return row

    def focus_first(self) -> None:
        """To the first field that is still empty; without one, to the first, or the button."""
        names = self._panel.deed.fields if self._panel else ()
        names = tuple(name for name in names if not self._row(name).isHidden())
        if "field" in names:
            names = ("field",)
        typed = self.values()
        needless = {"no_answer", "agreed", "roadblock"}
        empty = [name for name in names if not typed[name] and name not in needless]
        wanted = next(iter([*empty, *names]), None)
        target = self._shown(wanted) if wanted else self.do_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, fault: DeskError) -> None:
        """At the field it names, else above the button."""
        name = field_of(self._panel.deed, fault.field or "") if self._panel else ""
        field = self._shown(name) if name in self._inputs else None
        if field is not None and self._row(field.objectName()).isVisibleTo(self):
            notify.field_fault(field, fault.text)
            self._bring_into_sight(field)
        else:
            self.refused.tell(fault.text, "late")
            self._bring_into_sight(self.agreed if fault.field == "contact" else self.do_button)

    def _bring_into_sight(self, field: QWidget) -> None:
        """The keyboard goes there; a field is shown with its sentence, in the size of now."""
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.fields.isAncestorOf(field):
            return
        for part in (self, self._row(field.objectName()), self.fields):
            layout = part.layout()
            if layout is not None:
                layout.activate()
        self.fields.adjustSize()
        self.fields_area.ensureWidgetVisible(self._row(field.objectName()), 0, 4)

    def _retell(self) -> None:
        if self._panel is not None:
            self.show_panel(replace(self._panel, values=self.values()))


def _value(field: QWidget) -> str:
    match field:
        case QComboBox():
            return str(field.currentData() or "")
        case QCheckBox():
            return YES if field.isChecked() else ""
        case QPlainTextEdit():
            return field.toPlainText()
        case QLineEdit():
            return field.text()
        case ChoiceField() | MomentField() | FilesField():
            return field.value()
    raise TypeError(type(field).__name__)


def _fill(field: QWidget, value: str) -> None:
    """Puts a value in; what stands there already is not touched, nor is the cursor."""
    if _value(field) == value:
        return
    match field:
        case QComboBox():
            choose(field, value)
        case QCheckBox():
            field.setChecked(value == YES)
        case QPlainTextEdit():
            field.setPlainText(value)
        case QLineEdit():
            field.setText(value)
        case ChoiceField() | MomentField() | FilesField():
            field.set_value(value)


def _list(combo: QWidget, offered: tuple[tuple[str, Text | str], ...]) -> None:
    """What can be chosen; the choice stays where it is still offered."""
    if not isinstance(combo, QComboBox):
        raise TypeError(type(combo).__name__)
    wanted = [(key, " ".join(str(words).split())) for key, words in offered]
    there = [(combo.itemData(at), combo.itemText(at)) for at in range(combo.count())]
    if wanted == there:
        return
    chosen = combo.currentData()
    combo.clear()
    for key, words in wanted:
        combo.addItem(words, key)
    choose(combo, str(chosen or ""))
