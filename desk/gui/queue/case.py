"""The reading pane of the Queue: one case as it stands, what can be done to it, and its drawers.

A drawer is the place below the buttons where a note or a reason is typed; Esc puts it away and
keeps what was typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication, QHideEvent, QImage
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desk.controllers.queue import words
from desk.controllers.queue_deeds import NOTE, PRINT, WITHDRAW, CaseDeeds, Deeds
from desk.gui.kit import forms, i18n, icons, notify
from desk.gui.kit.badge import Badge, ToneLabel
from desk.gui.kit.widgets import EmptyState, PlainEdit, tip
from desk.gui.kit.workplace import Workplace
from desk.gui.queue.parts import Banner, Mark, NextStep, PhotoWindow, breakable, read_photo
from desk.rules.errors import DeskError
from desk.rules.people import Action
from desk.telling.page import CasePage, Done, Fact, Photo, Section
from desk.telling.standing import Told
from desk.words import Text, say

_PAUSE = 1000  # milliseconds without typing, after which a note is safe on the disk


class CasePane(QWidget):
    """Shows what is chosen; `left` says that the keyboard belongs to the list again."""

    left = Signal()

    pages: QStackedWidget
    none_page: QWidget
    none: EmptyState
    several_page: QWidget
    several: EmptyState
    print_drawer: QFrame
    print_question: QLabel
    print_all: QPushButton
    print_none: QPushButton
    copy_all: QPushButton
    case_page: QWidget
    number: QLabel
    copy_number: QToolButton
    state_badge: Badge
    safety_badge: Badge
    not_printed: Mark
    next_step: NextStep
    note_button: QPushButton
    print_button: QPushButton
    withdraw_button: QPushButton
    note_drawer: QFrame
    text: PlainEdit
    text_fault: ToneLabel
    save_note: QPushButton
    leave_note: QPushButton
    withdraw_drawer: QFrame
    why: PlainEdit
    why_fault: ToneLabel
    withdraw_now: QPushButton
    leave_open: QPushButton
    body: QScrollArea
    sheet: CaseSheet
    note_action: QAction
    copy_action: QAction
    print_action: QAction
    withdraw_action: QAction

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "queue_case", CaseSheet, Mark, NextStep)
        self._photo = PhotoWindow(self)
        self._show: Callable[[], None] = lambda: None
        self._question: Text | str = ""
        self._drawer = ""
        self._typing = QTimer(self, singleShot=True, interval=_PAUSE)
        for drawer in self._drawers().values():
            drawer.hide()
        i18n.language.changed.connect(self._show)

    def begin(self, workplace: Workplace) -> CaseDeeds:
        """Joins the pane to the desk; gives what carries out its gestures."""
        self._workplace = workplace
        deeds = self._deeds = CaseDeeds(workplace.desk, self)
        self._typing.timeout.connect(deeds.save_drafts)
        self._join_actions(deeds)
        self._join_drawers(deeds)
        self.sheet.copy_phone.connect(deeds.copy_phone)
        self.sheet.call.connect(deeds.call)
        self.sheet.open_photo.connect(self._open_photo)
        return deeds

    def _join_actions(self, deeds: CaseDeeds) -> None:
        for action, buttons, do in (
            (self.note_action, (self.note_button,), deeds.start_note),
            (self.copy_action, (self.copy_number, self.copy_all), deeds.copy_numbers),
            (self.print_action, (self.print_button,), deeds.print_receipts),
            (self.withdraw_action, (self.withdraw_button,), deeds.start_withdrawal),
        ):
            action.triggered.connect(partial(_without_state, do))
            for button in buttons:
                button.clicked.connect(action.trigger)
        self.several.chosen.connect(self.print_action.trigger)

    def _join_drawers(self, deeds: CaseDeeds) -> None:
        for field in (self.text, self.why):
            field.textChanged.connect(partial(self._typed, field))
        for button in (self.save_note, self.withdraw_now, self.print_all):
            button.clicked.connect(partial(_without_state, deeds.primary))
        for button in (self.leave_note, self.leave_open, self.print_none):
            button.clicked.connect(partial(_without_state, deeds.put_away))

    def _typed(self, field: PlainEdit) -> None:
        if field is self._field():
            self._deeds.typed(field.toPlainText())
            self._typing.start()

    def _drawers(self) -> dict[str, QFrame]:
        return {NOTE: self.note_drawer, WITHDRAW: self.withdraw_drawer, PRINT: self.print_drawer}

    def _field(self) -> PlainEdit | None:
        """What is typed into, in the drawer that is open."""
        return {NOTE: self.text, WITHDRAW: self.why}.get(self._drawer)

    def show_case(self, page: CasePage, deeds: Deeds) -> None:
        """One complaint."""
        self._show = partial(self._show_page, page, deeds)
        self._show()

    def _show_page(self, page: CasePage, deeds: Deeds) -> None:
        if self.number.text() != page.grouped:
            self.body.verticalScrollBar().setValue(0)
        self.number.setText(page.grouped)
        self.state_badge.tell(page.state.words, page.state.tone)
        self.safety_badge.tell(page.safety.words, page.safety.tone)
        self.not_printed.tell(page.not_printed)
        self.next_step.tell(page.next_step)
        self.sheet.show_page(page)
        self._show_deeds(deeds)
        self.pages.setCurrentWidget(self.case_page)

    def show_several(self, sentence: Text, deeds: Deeds) -> None:
        """Several complaints together."""
        self._show = partial(self._show_several, sentence, deeds)
        self._show()

    def _show_several(self, sentence: Text, deeds: Deeds) -> None:
        able = deeds.refusals[Action.PRINT_RECEIPT] is None
        label = f"{deeds.print_label}   {_key(self.print_action)}"
        self.several.tell("queue", sentence, label if able else "")
        self.print_all.setText(f"{deeds.print_label}   Ctrl+Enter")
        self.print_question.setText(str(self._question))
        self._show_deeds(deeds)
        self.pages.setCurrentWidget(self.several_page)

    def show_no_case(self, sentence: Text, deeds: Deeds) -> None:
        """Nothing is chosen."""
        self._show = partial(self._show_none, sentence, deeds)
        self._show()

    def _show_none(self, sentence: Text, deeds: Deeds) -> None:
        self.none.tell("receipt", sentence)
        self._show_deeds(deeds)
        self.pages.setCurrentWidget(self.none_page)

    def _show_deeds(self, deeds: Deeds) -> None:
        for action, deed, button, label in (
            (self.note_action, Action.NOTE, self.note_button, deeds.note_label),
            (self.print_action, Action.PRINT_RECEIPT, self.print_button, deeds.print_label),
            (self.withdraw_action, Action.WITHDRAW, self.withdraw_button, None),
        ):
            reason = deeds.refusals[deed]
            action.setEnabled(reason is None)
            button.setEnabled(reason is None)
            tip(button, reason or "")
            if label is not None:
                button.setText(f"{label}   {_key(action)}")
        self.copy_action.setEnabled(deeds.number > 0)

    def show_drawer(self, drawer: str, text: Text | str, *, focus: bool) -> None:
        """The place for a note, a reason or a second yes; “” puts it away."""
        self._drawer = drawer
        notify.clear_faults(self)
        for name, frame in self._drawers().items():
            frame.setVisible(name == drawer)
        field = self._field()
        if field is not None:
            if field.toPlainText() != str(text):
                field.setPlainText(str(text))
            if focus:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
        if drawer == PRINT:
            self._question = text
            self.print_question.setText(str(text))
            self.print_none.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, fault: DeskError) -> None:
        """At the field it names, else at what is being typed, else in the corner."""
        field = self._field()
        if notify.at_field(self, fault):
            return
        if field is not None:
            notify.field_fault(field, fault.text)
        else:
            self._workplace.toast.tell(fault.text, icon="warning")

    def print_receipt(self, complaint: str) -> None:
        """To paper, in the worker."""
        self._workplace.printing.receipt(complaint)

    def copy(self, text: str) -> None:
        """To the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def call(self, phone: str) -> bool:
        """By whatever program of this computer makes calls."""
        return QDesktopServices.openUrl(QUrl(f"tel:{phone}"))

    def tell(self, text: Text) -> None:
        """In the corner."""
        self._workplace.toast.tell(text)

    def focus_list(self) -> None:
        """The keyboard is not needed here any more."""
        self.left.emit()

    def focus_case(self) -> None:
        """The keyboard is here now: arrows read, Tab goes on to the buttons."""
        if self.pages.currentWidget() is self.several_page:
            self.copy_all.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.pages.currentWidget() is self.case_page:
            self.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_photo(self, digest: str, name: str) -> None:
        files = self._workplace.desk.files
        self._workplace.jobs.run(
            lambda: read_photo(files.fetch(digest)), partial(self._show_photo, name), self.refuse
        )

    def _show_photo(self, name: str, image: QImage) -> None:
        if image.isNull():
            self.tell(words.NOT_SHOWN)
        else:
            self._photo.show_photo(image, name)

    def hideEvent(self, event: QHideEvent) -> None:
        """What was typed is safe when somebody goes elsewhere."""
        super().hideEvent(event)
        if self._typing.isActive():
            self._typing.stop()
            self._deeds.save_drafts()


def _key(action: QAction) -> str:
    return action.shortcut().toString()


def _without_state(do: Callable[[], object], *_checked: bool) -> None:
    do()


_LABELS = 112  # pixels for what facts are called
_IN_A_ROW = 3  # photos
_TOP = Qt.AlignmentFlag.AlignTop


class CaseSheet(QWidget):
    """What a `CasePage` says below its number and its next step."""

    copy_phone = Signal()
    call = Signal()
    open_photo = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._warnings = QVBoxLayout()
        self._banners: list[Banner] = []
        self.customer, self.phone = _label("lead"), _label("lead")
        self.copy_button = icons.quiet_button(self, "copy", self.copy_phone)
        self.call_button = icons.quiet_button(self, "phone", self.call)
        self.facts = FactSheet(self)
        self.photos = PhotoRow(self)
        self.timeline = FactSheet(self)
        self.photos.opened.connect(self.open_photo)
        self._arrange()

    def _arrange(self) -> None:
        who = QHBoxLayout()
        who.setSpacing(4)
        who.addWidget(self.customer, 1)
        for part in (self.phone, self.copy_button, self.call_button):
            who.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(6, 4, 10, 4)
        whole.setSpacing(10)
        whole.addLayout(self._warnings)
        whole.addLayout(who)
        for below in (self.facts, self.photos, self.timeline):
            whole.addWidget(below)
        whole.addStretch(1)

    def show_page(self, page: CasePage) -> None:
        """Show this case, in the language shown."""
        self._warn(page.warnings)
        _set(self.customer, page.customer)
        _set(self.phone, page.phone)
        for part in (self.phone, self.copy_button, self.call_button):
            part.setVisible(bool(page.phone))
        icons.name_button(self.copy_button, say("queue", "Copy the phone number"))
        icons.name_button(self.call_button, say("queue", "Call with this computer"))
        self.facts.show_sections(page.sections)
        self.photos.show_photos(page.photos)
        done = tuple(_line(each) for each in page.timeline)
        self.timeline.show_sections((Section(say("queue", "Timeline"), done),))

    def _warn(self, warnings: Sequence[Told]) -> None:
        while len(self._banners) < len(warnings):
            self._banners.append(Banner(self))
            self._warnings.addWidget(self._banners[-1])
        for at, banner in enumerate(self._banners):
            if at < len(warnings):
                banner.tell(warnings[at])
            banner.setVisible(at < len(warnings))


class FactSheet(QWidget):
    """Sections of facts: a heading, then what each is called and what it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnMinimumWidth(0, _LABELS)
        self._grid.setColumnStretch(1, 1)
        self._shape: tuple[tuple[bool, ...], ...] = ()
        self._labels: list[QLabel] = []
        self._spare: dict[str, list[QLabel]] = {"section": [], "muted": [], "": []}

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show these in the labels that are there already, as far as they go."""
        shape = tuple(tuple(bool(fact.label) for fact in each.facts) for each in sections)
        if shape != self._shape:
            self._build(shape)
        for label, line in zip(self._labels, _words(sections), strict=True):
            _set(label, line)

    def _build(self, shape: tuple[tuple[bool, ...], ...]) -> None:
        for label in self._labels:
            self._grid.removeWidget(label)
            self._spare[str(label.property("role") or "")].append(label)
        self._labels, self._shape, row = [], shape, 0
        for facts in shape:
            self._add("section", row, 0, columns=2)
            self._labels[-1].setContentsMargins(0, 8 if row else 0, 0, 0)
            for at, named in enumerate(facts, row + 1):
                if named:
                    self._add("muted", at, 0)
                self._add("", at, int(named), columns=2 - named)
            row += 1 + len(facts)
        for spare in self._spare.values():
            for label in spare:
                label.hide()

    def _add(self, role: str, row: int, column: int, *, columns: int = 1) -> None:
        spare = self._spare[role]
        label = spare.pop() if spare else _label(role)
        self._labels.append(label)
        self._grid.addWidget(label, row, column, 1, columns, _TOP)
        if label.isHidden():
            label.show()


class PhotoRow(QWidget):
    """The photos of a case by name; hidden where there are none."""

    opened = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = _label("section")
        self._photos: list[Photo] = []
        self._buttons: list[QPushButton] = []
        self._grid = QGridLayout()
        self._grid.setColumnStretch(_IN_A_ROW, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._title)
        whole.addLayout(self._grid)

    def show_photos(self, photos: Sequence[Photo]) -> None:
        """Show these, in the language shown."""
        self.setVisible(bool(photos))
        _set(self._title, say("queue", "Photos"))
        if list(photos) != self._photos:
            self._photos = list(photos)
            self._build()
        for button, photo in zip(self._buttons, photos, strict=True):
            button.setText(str(photo.name))
            tip(button, "" if photo.here else words.NOT_HERE)

    def _build(self) -> None:
        for button in self._buttons:
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(photo) for photo in self._photos]
        for at, button in enumerate(self._buttons):
            self._grid.addWidget(button, *divmod(at, _IN_A_ROW))

    def _button(self, photo: Photo) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("role", "quiet")
        button.setAutoDefault(True)
        icons.wear(button, "photo")
        button.setEnabled(photo.here)
        button.clicked.connect(partial(self._open, photo))
        return button

    def _open(self, photo: Photo) -> None:
        self.opened.emit(photo.digest, str(photo.name))


def _words(sections: Sequence[Section]) -> Iterator[Text | str]:
    for section in sections:
        yield section.title
        for fact in section.facts:
            if fact.label:
                yield fact.label
            yield fact.value


def _line(done: Done) -> Fact:
    """A line of the timeline: when, then who and what, their words below."""
    return Fact(done.when, "\n".join(filter(None, (f"{done.who} · {done.what}", done.text))))


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    if role in ("", "lead"):
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _set(label: QLabel, words: Text | str) -> None:
    shown = breakable(str(words))
    if label.text() != shown:
        label.setText(shown)
