"""The panel in which an action is filled in: just its fields, in place of the buttons, no box.

The fields are named as the details of the acts, so that a fault finds its field by its name. Its
inputs are a few choices in sight, a moment as people say it, files to be attached.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desk.controllers.case.acts import DEEDS, YES, field_of, files_as, files_in
from desk.controllers.case.controller import Panel
from desk.gui.case.parts import label, put, see_through
from desk.gui.kit import forms, notify, theme
from desk.gui.kit.widgets import PlainEdit, ToneLabel, choose, offer
from desk.gui.kit.workplace import Workplace
from desk.moments import near
from desk.rules.choices import DIRECTIONS, FAULTS, LINKS, ROADBLOCKS, WAITED_FOR, WAYS
from desk.rules.errors import DeskError
from desk.telling.typed import QUICK, moment_in
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
        forms.load(self, "case_acts")
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
        forms.language.changed.connect(self._retell)

    def begin(self, workplace: Workplace) -> None:
        """Joins the panel to the desk."""
        self.files.begin(workplace)
        for field, ahead in ((self.until, True), (self.by, True), (self.happened_at, False)):
            name = self.findChild(QLabel, f"{field.objectName()}_label")
            if name is not None:
                forms.live(
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
        forms.language.changed.connect(self._reword)

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
        forms.language.changed.connect(self._reword)

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


_FOLDER = "case/photo_folder"


class FilesField(QWidget):
    """The files that will be attached; each is stored already, so that none is lost."""

    changed = Signal()
    refused = Signal(object)  # a DeskError

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace: Workplace | None = None
        self._files: list[tuple[str, str]] = []
        self._turn = 0  # what is kept for an earlier panel does not come into the next
        self._names: QLabel = label()
        self._choose, self._clear = QPushButton(self), QPushButton(self)
        theme.wear(self._choose, "photo")
        self._clear.setProperty("role", "quiet")
        self._choose.clicked.connect(self.choose)
        self._clear.clicked.connect(lambda _on: self._put([]))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        for part in (self._names, self._choose, self._clear):
            whole.addWidget(part)
        for button in (self._choose, self._clear):
            button.setAutoDefault(True)
        self.setFocusProxy(self._choose)
        self._reword()
        forms.language.changed.connect(self._reword)

    def begin(self, workplace: Workplace) -> None:
        """Where files are kept, and by whom."""
        self._workplace = workplace

    def value(self) -> str:
        """The files as a panel keeps them."""
        return files_as(self._files)

    def set_value(self, written: str) -> None:
        """These in place of all others."""
        if written != self.value():
            self._files = files_in(written)
            self._reword()

    def begin_anew(self) -> None:
        """The panel is another one from now on."""
        self._turn += 1

    def choose(self) -> None:
        """Asks for files, beginning in the folder of last time."""
        settings = self._at_work.settings
        words = say("case_files", "Photos and documents of this case")
        dialog = QFileDialog(self.window(), str(words), str(settings.value(_FOLDER, "")))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)

        def take(names: list[str]) -> None:
            files = [Path(name) for name in names]
            settings.setValue(_FOLDER, str(files[0].parent))
            self.attach(files)

        dialog.filesSelected.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def attach(self, files: list[Path]) -> None:
        """Keeps files, one after the other, beside the window."""
        for file in files:
            self._run(partial(self._keep, file, file.name))

    def take_from(self, mime: QMimeData) -> bool:
        """Attaches what was dropped or pasted; False where it is neither file nor picture."""
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if files:
            self.attach(files)
        elif mime.hasImage():
            self._paste(QImage(mime.imageData()))
        else:
            return False
        return True

    def _paste(self, image: QImage) -> None:
        name = str(say("case_files", "Pasted picture.png"))

        def keep() -> tuple[str, str]:
            with tempfile.TemporaryDirectory() as folder:
                file = Path(folder, "pasted.png")
                image.save(str(file))
                return self._keep(file, name)

        self._run(keep)

    @property
    def _at_work(self) -> Workplace:
        if self._workplace is None:
            raise RuntimeError("the field was not joined to a workplace")
        return self._workplace

    def _keep(self, file: Path, name: str) -> tuple[str, str]:
        """On the worker."""
        return self._at_work.desk.files.keep(file), name

    def _run(self, keep: Callable[[], tuple[str, str]]) -> None:
        self._at_work.jobs.run(keep, partial(self._kept, self._turn), self.refused.emit)

    def _kept(self, turn: int, file: tuple[str, str]) -> None:
        if turn == self._turn and all(digest != file[0] for digest, _ in self._files):
            self._put([*self._files, file])

    def _put(self, files: list[tuple[str, str]]) -> None:
        self._files = files
        self._reword()
        self.changed.emit()

    def _reword(self) -> None:
        self._choose.setText(str(say("case_files", "Choose files …")))
        self._clear.setText(str(say("case_files", "Take them out again")))
        self._clear.setVisible(bool(self._files))
        nothing = say("case_files", "Drop files here, or paste a picture with Ctrl+V.")
        names = "\n".join(name for _, name in self._files)
        put(self._names, names or nothing)


def brings_files(mime: QMimeData) -> bool:
    """Files, or a picture alone: an office program sends a picture beside every text."""
    files = any(url.isLocalFile() for url in mime.urls())
    return files or (mime.hasImage() and not mime.hasText())
