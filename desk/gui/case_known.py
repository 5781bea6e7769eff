"""What is known of a case: warnings, whom to call, promises, what was said and found, photos."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desk.controllers.case_links import Linked
from desk.gui import icons
from desk.gui.badge import ToneLabel
from desk.gui.case_parts import label, put
from desk.gui.queue_parts import Banner, breakable
from desk.gui.queue_sheet import FactSheet, PhotoRow
from desk.gui.widgets import tip
from desk.rules.people import Action
from desk.telling.head import Known, Owed
from desk.telling.standing import Told
from desk.words import say


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
        self.copy_button = icons.quiet_button(self, "copy", self.copy_phone)
        self.call_button = icons.quiet_button(self, "phone", self.call)
        self.facts, self.photos = FactSheet(self), PhotoRow(self)
        self.photos.opened.connect(self.open_photo)
        self._arrange()

    def _arrange(self) -> None:
        who = QHBoxLayout()
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

    def show_known(
        self, known: Known, warnings: Sequence[Told], links: Sequence[Linked] = ()
    ) -> None:
        """Show this, in the language shown."""
        self._warn(warnings)
        put(self.customer, known.customer)
        put(self.phone, known.phone)
        for part in (self.copy_button, self.call_button):
            part.setVisible(bool(known.phone))
        icons.name_button(self.copy_button, say("case_known", "Copy the phone number"))
        icons.name_button(self.call_button, say("case_known", "Call with this computer"))
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

    def _show_promises(self, promises: Sequence[Owed]) -> None:
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
            icons.wear(button, icon)
            button.clicked.connect(partial(self._end, action))
            row.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
            self._buttons.append(button)

    def show_promise(self, owed: Owed) -> None:
        """Show this one."""
        self._promise = owed.id
        self._words.tell(breakable(str(owed.words.words)), owed.words.tone)
        names = (say("case_known", "It was kept"), say("case_known", "It was not kept"))
        for button, name in zip(self._buttons, names, strict=True):
            button.setVisible(owed.open)
            icons.name_button(button, name)

    def _end(self, action: Action, *_checked: bool) -> None:
        self.ended.emit(str(action), self._promise)
