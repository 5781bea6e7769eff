"""A case on a screen, large or beside the queue: what is known, its story, what is typed of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QFont,
    QGuiApplication,
    QHideEvent,
    QImage,
    QImageReader,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desk.controllers.case.acts import CaseAct
from desk.controllers.case.controller import Case, Linked, Page, Panel
from desk.controllers.queue import words
from desk.gui.case.parts import label, put
from desk.gui.kit import theme
from desk.gui.kit.theme import colours
from desk.gui.kit.widgets import TONES, Banner, ToneLabel, breakable, tip
from desk.gui.kit.workplace import Workplace
from desk.rules.errors import DeskError
from desk.rules.people import Action
from desk.telling.page import Known, OpenPromise, Photo, Section
from desk.telling.standing import Told
from desk.telling.story import Moment
from desk.words import Text, say

_PAUSE = 1000  # milliseconds without typing, after which a draft is safe on the disk
_LARGEST_PHOTO = QSize(1600, 1200)


class CaseWidget(QWidget):
    """What the Case and the queue's pane do alike; their form has a `KnownSheet`."""

    known: KnownSheet

    def join_case(self, workplace: Workplace, case: Case) -> None:
        """This screen shows `case` from now on."""
        self._workplace, self._case = workplace, case
        self._page: Page | None = None
        self._panel: Panel | None = None
        self._photo = PhotoWindow(self)
        self._typing = QTimer(self, singleShot=True, interval=_PAUSE)
        self._typing.timeout.connect(case.save_drafts)
        self.known.copy_phone.connect(self._copy_phone)
        self.known.call.connect(self._call)
        self.known.open_photo.connect(self._open_photo)

    def tell(self, text: Text) -> None:
        self._workplace.toast.tell(text)

    def did(self, deed: CaseAct, _number: str) -> None:
        """In the corner, by the deed's own words."""
        self.tell(deed.done)

    def refuse(self, fault: DeskError) -> None:
        """In the corner, as what was not done."""
        self._workplace.toast.tell(fault.text, icon="warning")

    def print_receipt(self, complaint: str) -> None:
        self._workplace.printing.receipt(complaint)

    def copy(self, text: str, told: Text) -> None:
        QGuiApplication.clipboard().setText(text)
        self.tell(told)

    def _copy_phone(self) -> None:
        if self._page is not None:
            phone = self._page.known.phone
            self.copy(phone, words.COPIED(what=phone))

    def _call(self) -> None:
        """By whatever program of this computer makes calls; else the number is copied."""
        known = self._page.known if self._page is not None else None
        if known and not QDesktopServices.openUrl(QUrl(f"tel:{known.phone_link}")):
            self.copy(known.phone, words.NO_CALLS(phone=known.phone))

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

    def save(self) -> None:
        """What was typed is safe when somebody goes elsewhere."""
        if self._typing.isActive():
            self._typing.stop()
        self._case.save_drafts()

    def hideEvent(self, event: QHideEvent) -> None:
        """What was typed is safe."""
        super().hideEvent(event)
        self.save()


class PhotoWindow(QDialog):
    """One photo, as large as the window allows; Esc closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._photo = QPixmap()
        self._shown = QLabel(self)
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shown.setMinimumSize(200, 150)
        layout = QVBoxLayout(self)
        layout.addWidget(self._shown)
        self.resize(parent.window().size() * 0.8)

    def show_photo(self, image: QImage, name: str) -> None:
        """Show this one."""
        self.setWindowTitle(name)
        self._shown.setAccessibleName(name)
        self._photo = QPixmap.fromImage(image)
        self.show()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As large as there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._photo.isNull():
            return
        ratio = self.devicePixelRatioF()
        room = self.contentsRect().adjusted(12, 12, -12, -12).size() * ratio
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        fitted = self._photo.scaled(room.boundedTo(self._photo.size()), keep, smooth)
        fitted.setDevicePixelRatio(ratio)
        self._shown.setPixmap(fitted)


def read_photo(path: Path) -> QImage:
    """On the worker: the picture in a file, turned upright; a null image where it is none."""
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and size.boundedTo(_LARGEST_PHOTO) != size:
        reader.setScaledSize(size.scaled(_LARGEST_PHOTO, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


_LABELS = 112  # pixels for what facts are called
_IN_A_ROW = 3  # photos
_TOP = Qt.AlignmentFlag.AlignTop


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
        for shown, line in zip(self._labels, _words(sections), strict=True):
            put(shown, line)

    def _build(self, shape: tuple[tuple[bool, ...], ...]) -> None:
        for each in self._labels:
            self._grid.removeWidget(each)
            self._spare[str(each.property("role") or "")].append(each)
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
            for each in spare:
                each.hide()

    def _add(self, role: str, row: int, column: int, *, columns: int = 1) -> None:
        spare = self._spare[role]
        added = spare.pop() if spare else label(role, selectable=not role)
        self._labels.append(added)
        self._grid.addWidget(added, row, column, 1, columns, _TOP)
        if added.isHidden():
            added.show()


class PhotoRow(QWidget):
    """The photos of a case by name; hidden where there are none."""

    opened = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label("section")
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
        put(self._title, say("queue", "Photos"))
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
        theme.wear(button, "photo")
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


class KnownSheet(QWidget):
    """The left column of the Case."""

    copy_phone = Signal()
    call = Signal()
    open_photo = Signal(str, str)
    ended = Signal(str, str)  # an action on a promise, and the promise
    link_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._warnings, self._banners = QVBoxLayout(), list[Banner]()
        self._owed, self._promises = QVBoxLayout(), list[_PromiseRow]()
        self._owed_title = label("section")
        self._linked, self._links = QVBoxLayout(), list[_LinkButton]()
        self._links_title = label("section")
        self.customer, self.phone = label("lead", selectable=True), label("lead", selectable=True)
        self.copy_button = theme.quiet_button(self, "copy", self.copy_phone)
        self.call_button = theme.quiet_button(self, "phone", self.call)
        self.facts, self.photos = FactSheet(self), PhotoRow(self)
        self.photos.opened.connect(self.open_photo)
        self._arrange()

    def _arrange(self) -> None:
        who = self._who = QHBoxLayout()
        who.setSpacing(2)
        who.addWidget(self.phone, 1)
        who.addWidget(self.copy_button)
        who.addWidget(self.call_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 2, 8, 2)
        whole.setSpacing(8)
        self._owed.setSpacing(4)
        whole.addLayout(self._warnings)
        whole.addWidget(self.customer)
        whole.addLayout(who)
        whole.addWidget(self._owed_title)
        whole.addLayout(self._owed)
        self._linked.setSpacing(2)
        whole.addWidget(self._links_title)
        whole.addLayout(self._linked)
        whole.addWidget(self.facts)
        whole.addWidget(self.photos)
        whole.addStretch(1)

    def widen(self) -> None:
        """There is room for the customer and the phone number beside each other."""
        self._who.insertWidget(0, self.customer, 1)
        self._who.setStretchFactor(self.phone, 0)

    def show_known(
        self, known: Known, warnings: Sequence[Told], links: Sequence[Linked] = ()
    ) -> None:
        """Show this, in the language shown."""
        self._warn(warnings)
        put(self.customer, known.customer)
        put(self.phone, known.phone)
        for part in (self.copy_button, self.call_button):
            part.setVisible(bool(known.phone))
        theme.name_button(self.copy_button, say("case_known", "Copy the phone number"))
        theme.name_button(self.call_button, say("case_known", "Call with this computer"))
        put(self._owed_title, say("case_known", "Promises") if known.promises else "")
        self._show_promises(known.promises)
        put(self._links_title, say("case_known", "Linked complaints") if links else "")
        self._show_links(links)
        self.facts.show_sections(known.sections)
        self.photos.show_photos(known.photos)

    def _warn(self, warnings: Sequence[Told]) -> None:
        while len(self._banners) < len(warnings):
            self._banners.append(Banner(self))
            self._warnings.addWidget(self._banners[-1])
        for at, banner in enumerate(self._banners):
            if at < len(warnings):
                banner.tell(warnings[at])
            banner.setVisible(at < len(warnings))

    def _show_promises(self, promises: Sequence[OpenPromise]) -> None:
        while len(self._promises) < len(promises):
            row = _PromiseRow(self)
            row.ended.connect(self.ended)
            self._promises.append(row)
            self._owed.addWidget(row)
        for at, row in enumerate(self._promises):
            row.setVisible(at < len(promises))
            if at < len(promises):
                row.show_promise(promises[at])

    def _show_links(self, links: Sequence[Linked]) -> None:
        while len(self._links) < len(links):
            button = _LinkButton(self)
            button.wanted.connect(self.link_wanted)
            self._links.append(button)
            self._linked.addWidget(button)
        for at, button in enumerate(self._links):
            button.setVisible(at < len(links))
            if at < len(links):
                button.show_link(links[at])


class _LinkButton(QPushButton):
    """Another complaint, which Enter opens."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._complaint = ""
        self.setAutoDefault(True)
        self.setProperty("role", "quiet")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _on=False: self.wanted.emit(self._complaint))

    def show_link(self, linked: Linked) -> None:
        """Show this one; the tooltip says why it cannot be opened."""
        self._complaint = linked.id
        self.setText(f"{linked.number}\n{linked.how}")
        self.setAccessibleName(f"{linked.number}, {linked.how}")
        self.setEnabled(linked.refused is None)
        tip(self, linked.refused or say("case_known", "Open this complaint"))


class _PromiseRow(QWidget):
    """One promise, and two buttons to end it while it is open."""

    ended = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._promise = ""
        self._words = ToneLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._words, 1)
        self._buttons = []
        for icon, action in (("check", Action.KEEP), ("close", Action.BREAK)):
            button = QToolButton(self)
            button.setProperty("role", "quiet")
            theme.wear(button, icon)
            button.clicked.connect(partial(self._end, action))
            row.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
            self._buttons.append(button)

    def show_promise(self, owed: OpenPromise) -> None:
        """Show this one."""
        self._promise = owed.id
        self._words.tell(breakable(str(owed.words.words)), owed.words.tone)
        names = (say("case_known", "It was kept"), say("case_known", "It was not kept"))
        for button, name in zip(self._buttons, names, strict=True):
            button.setVisible(owed.open)
            theme.name_button(button, name)

    def _end(self, action: Action, *_checked: bool) -> None:
        self.ended.emit(str(action), self._promise)


_CLOCK = 44  # pixels for the hour
_MARK = 18
_DAYS_APART = 8


class StorySheet(QWidget):
    """The lines of a timeline; those already there are used again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 2, 10, 2)
        self._whole.setSpacing(8)
        self._whole.addStretch(1)

    def show_moments(self, timeline: Sequence[Moment]) -> None:
        """Show these, in the language shown."""
        while len(self._rows) < len(timeline):
            self._rows.append(_Row(self))
            self._whole.insertWidget(self._whole.count() - 1, self._rows[-1])
        day = ""
        for at, row in enumerate(self._rows):
            row.setVisible(at < len(timeline))
            if at < len(timeline):
                row.show_moment(timeline[at], new_day=str(timeline[at].day) != day)
                row.set_apart(_DAYS_APART if day and str(timeline[at].day) != day else 0)
                day = str(timeline[at].day)


class _Row(QWidget):
    """One entry."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._day, self._clock, self._mark = label("section"), label("muted"), _Mark(self)
        self._what, self._words = label(selectable=True), label(selectable=True)
        self._facts, self._marks = label("muted", selectable=True), ToneLabel(self)
        bold = QFont(self._what.font())
        bold.setBold(True)
        self._what.setFont(bold)
        self._clock.setWordWrap(False)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnMinimumWidth(0, _CLOCK)
        grid.setColumnStretch(2, 1)
        grid.addWidget(self._day, 0, 0, 1, 3)
        grid.addWidget(self._clock, 1, 0, _TOP)
        grid.addWidget(self._mark, 1, 1, _TOP)
        below: tuple[QLabel, ...] = (self._what, self._words, self._facts, self._marks)
        for at, part in enumerate(below, start=1):
            grid.addWidget(part, at, 2)

    def set_apart(self, pixels: int) -> None:
        """So far below the line before."""
        self._grid.setContentsMargins(0, pixels, 0, 0)

    def show_moment(self, moment: Moment, *, new_day: bool) -> None:
        """Show this one; a day is named above its first line."""
        told = moment.told
        put(self._day, moment.day if new_day else "")
        put(self._clock, moment.clock)
        put(self._what, told.what)
        put(self._words, "\n".join(f"“{words}”" for words in told.words))
        put(self._facts, "\n".join(map(str, told.facts)))
        self._marks.tell("\n".join(map(str, moment.marks)), "soon")
        self._mark.show_mark(told.icon, told.tone)


class _Mark(QWidget):
    """The shape of an entry in the colour of its tone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(_MARK, _MARK)
        self._icon, self._tone = "open", "calm"

    def show_mark(self, icon: str, tone: str) -> None:
        """Show this one."""
        self._icon, self._tone = icon, tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """In the colours of the theme."""
        ink = TONES[self._tone].colours(colours())[0]
        ink = QColor(colours().accent) if self._tone == "calm" else ink
        theme.paint(QPainter(self), self._icon, self.rect().adjusted(1, 1, -1, -1), colour=ink)
