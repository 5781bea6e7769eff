"""The sheet of one case: warnings, whom to call, what is known, photos, and what was done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk.controllers import queue_words
from desk.gui import icons
from desk.gui.queue_parts import Banner, breakable
from desk.gui.widgets import tip
from desk.telling.page import CasePage, Done, Fact, Photo, Section
from desk.telling.standing import Told
from desk.words import Text, say

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
        for label, words in zip(self._labels, _words(sections), strict=True):
            _set(label, words)

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
            tip(button, "" if photo.here else queue_words.NOT_HERE)

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
