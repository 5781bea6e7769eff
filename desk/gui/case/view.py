"""The Case: its head, the next thing to do, what is known, the timeline, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QByteArray, QMimeData, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from desk.controllers.case.acts import BRIEF, DEEDS, GROUPS, MESSAGE, PAPERS
from desk.controllers.case.controller import Case, Offered, Page, Panel
from desk.controllers.queue import words
from desk.gui.case.acts import ActPanel, brings_files
from desk.gui.case.parts import BadgeRow, ProgressRow, see_through
from desk.gui.case.screen import CaseWidget, StorySheet
from desk.gui.kit import forms
from desk.gui.kit.theme import colours
from desk.gui.kit.widgets import ElidedLabel, NextStep, paint_line, smaller, tip
from desk.gui.kit.workplace import Workplace
from desk.gui.papers import PapersDialog
from desk.rules.errors import DeskError
from desk.rules.people import Action
from desk.words import Text, say

_SPLIT = "case/split"
_SIZES = (300, 560, 340)
_TICK = 30_000  # milliseconds between two tellings of the time


class CaseView(CaseWidget):
    """One case. `left` gives the window back to the queue; the others open elsewhere."""

    left = Signal()
    close_wanted = Signal(str)
    message_wanted = Signal(str, str)
    brief_wanted = Signal(str)

    to_queue: QPushButton
    number: QLabel
    copy_number: QToolButton
    customer: ElidedLabel
    badges: BadgeRow
    line: ElidedLabel
    progress: ProgressRow
    step: NextStep
    columns: QSplitter
    known_area: QScrollArea
    story_area: QScrollArea
    story: StorySheet
    right_pages: QStackedWidget
    deeds_page: QWidget
    main_button: QPushButton
    main_key: QLabel
    deeds: DeedGrid
    panel_page: QWidget
    panel: ActPanel

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "case")
        self.join_case(workplace, Case(workplace.desk, self))
        self._outdated = False
        self._at_end = True
        self._clock = QTimer(self, interval=_TICK)
        self._actions: dict[str, QAction] = {}
        self.panel.begin(workplace)
        self._make_actions()
        self._join()
        split = workplace.settings.value(_SPLIT)
        if not (isinstance(split, QByteArray) and self.columns.restoreState(split)):
            self.columns.setSizes(_SIZES)
        self.columns.setStretchFactor(1, 1)
        self.columns.setStyleSheet("QSplitter::handle { background: transparent; }")
        self.setAcceptDrops(True)
        for area in self.findChildren(QScrollArea):
            see_through(area)
        forms.language.changed.connect(self._retell)

    def _make_actions(self) -> None:
        """One for each deed, so that the list of all commands finds it; letters are keys here."""
        for name, deed in DEEDS.items():
            self._add(name, partial(self._case.begin, name), deed.key if deed.key[1:] else "")
        self._add("copy", self._copy_number, "F7")

    def _add(self, name: str, do: Callable[[], object], key: str) -> None:
        action = QAction(self)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _on=False: do())
        action.setEnabled(False)
        self.addAction(action)
        self._actions[name] = action

    def _join(self) -> None:
        self.to_queue.clicked.connect(self.back)
        self.copy_number.clicked.connect(self._actions["copy"].trigger)
        self.main_button.clicked.connect(self.primary)
        self.deeds.wanted.connect(self._case.begin)
        self.panel.changed.connect(self._typed)
        self.panel.wanted.connect(self.primary)
        self.panel.left.connect(self._case.put_away)
        self.panel.files.refused.connect(self.refuse)
        self.known.ended.connect(self._case.begin)
        self.known.link_wanted.connect(self._open_linked)
        self._clock.timeout.connect(self.refresh)
        self.story_area.verticalScrollBar().rangeChanged.connect(self._stay_at_end)
        self.story_area.verticalScrollBar().valueChanged.connect(self._scrolled)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(True)  # Enter presses the button that has the keyboard

    def show_case(self, complaint: str) -> None:
        """Another case, from its newest line. Raises Refused where it is none of the actor's."""
        if complaint != self._case.shown:
            self.save()
            self._at_end = True
            self.known_area.verticalScrollBar().setValue(0)
        self._case.show(complaint)

    def opened(self) -> None:
        """The keyboard goes to the open panel, else to the next thing to do."""
        self.refresh()
        if self._case.panel:
            self.panel.focus_first()
        else:
            self.focus_main()

    def refresh(self) -> None:
        """The desk changed; what cannot be seen is renewed when it can."""
        self._outdated = not self.isVisible()
        if not self._outdated:
            self._case.refresh()

    def primary(self) -> None:
        """Ctrl+Enter: what the open panel is for, else the next thing to do."""
        self._case.primary()

    def back(self) -> bool:
        """Esc: the panel is put away; without one, back to the queue."""
        if not self._case.put_away():
            self.save()
            self.left.emit()
        return True

    def show_page(self, page: Page) -> None:
        self._page = page
        head, step = page.head, page.step
        self.number.setText(head.grouped)
        self.customer.setText("  ·  ".join(filter(None, (str(head.customer), head.product))))
        self.badges.show_badges(head.badges)
        self.line.setText(_sentence("  ·  ".join(map(str, head.line))))
        self.progress.show_progress(page.progress)
        self.step.tell(step.told)
        self.known.show_known(page.known, head.warnings, page.links)
        self.story.show_moments(page.timeline)
        self._show_deeds(page)

    def _show_deeds(self, page: Page) -> None:
        for part in (self.main_button, self.main_key):
            part.setVisible(page.main is not None)
        if page.main is not None:
            self.main_button.setText(str(page.main.do))
        self.deeds.show_deeds(page.deeds)
        able = {each.deed.name for group in page.deeds for each in group if each.refused is None}
        for name, action in self._actions.items():
            action.setEnabled(self.isVisible() and (name == "copy" or name in able))
            action.setText(str(_COPY if name == "copy" else _command(name)))
            action.setVisible(self.isVisible())

    def show_panel(self, panel: Panel | None, *, focus: bool) -> None:
        if panel is not None:
            self.panel.show_panel(panel)
        self.right_pages.setCurrentWidget(self.deeds_page if panel is None else self.panel_page)
        if focus and panel is not None:
            self.panel.focus_first()

    def leave(self) -> None:
        self.left.emit()

    def take_scan(self, code: str) -> bool:
        """A code that was scanned while a link was being written is the other number."""
        linking = self._case.panel == Action.LINK
        if linking:
            self.panel.other_number.setText(code)
            self.panel.other_number.setFocus(Qt.FocusReason.OtherFocusReason)
        return linking

    def _open_linked(self, complaint: str) -> None:
        try:
            self.show_case(complaint)
        except DeskError as fault:
            self.tell(fault.text)
        else:
            self.opened()

    def focus_main(self) -> None:
        """To the next thing to do, else to the timeline."""
        able = self._page is not None and self._page.main is not None
        (self.main_button if able else self.story_area).setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, fault: DeskError) -> None:
        """In the panel; without one, in the corner."""
        if self._case.panel:
            self.panel.refuse(fault)
        else:
            super().refuse(fault)

    def want(self, what: str, complaint: str, kind: str) -> None:
        """The closing, a message, the brief or the papers are somebody else's."""
        if what == Action.CLOSE:
            self.close_wanted.emit(complaint)
        elif what == MESSAGE:
            self.message_wanted.emit(complaint, kind)
        elif what == BRIEF:
            self.brief_wanted.emit(complaint)
        elif what == PAPERS:
            dialog = PapersDialog(self._workplace, complaint, self.window())
            dialog.letter_wanted.connect(self.message_wanted)
            dialog.open()

    def _typed(self) -> None:
        self._case.typed(self.panel.values())
        self._typing.start()

    def _scrolled(self, value: int) -> None:
        self._at_end = value >= self.story_area.verticalScrollBar().maximum() - 8

    def _stay_at_end(self, _least: int, most: int) -> None:
        """Who reads further up is left there; who is at the newest line stays at the newest."""
        if self._at_end:
            self.story_area.verticalScrollBar().setValue(most)

    def _copy_number(self) -> None:
        if self._page is not None:
            number = self._page.head.grouped
            self.copy(number, words.COPIED(what=number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter that no field took is the key of a deed; a pasted picture is attached.

        The F-key of a deed arrives here only while it cannot be done: then the reason is told.
        """
        name = self._named(event)
        if event.matches(QKeySequence.StandardKey.Paste):
            self._take(QGuiApplication.clipboard().mimeData())
        elif name and not (self._case.panel and event.text()):
            self._case.begin(name)
        else:
            super().keyPressEvent(event)

    def _named(self, event: QKeyEvent) -> str:
        """The deed whose key this is."""
        shift = Qt.KeyboardModifier.ShiftModifier
        if event.modifiers() & ~shift or self._page is None or event.isAutoRepeat():
            return ""
        typed = event.text().upper() or QKeySequence(event.keyCombination()).toString()
        return next((deed.name for deed in DEEDS.values() if deed.key == typed), "")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and pictures can be dropped anywhere here."""
        if brings_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """They come into the panel for attaching."""
        event.acceptProposedAction()
        self._take(event.mimeData())

    def _take(self, mime: QMimeData) -> None:
        if not brings_files(mime):
            return
        if self._case.panel != Action.ATTACH:
            self._case.begin(Action.ATTACH)
        if self._case.panel == Action.ATTACH:
            self.panel.files.take_from(mime)

    def _retell(self) -> None:
        if self._page is not None:
            self.show_page(self._page)

    def showEvent(self, event: QShowEvent) -> None:
        """Its commands can be given, and its times go on."""
        super().showEvent(event)
        self._clock.start()
        self._case.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """No command works unseen; what was typed is safe."""
        super().hideEvent(event)
        for action in self._actions.values():
            action.setEnabled(False)
            action.setVisible(False)
        self._clock.stop()
        self._workplace.settings.setValue(_SPLIT, self.columns.saveState())


_COPY = say("case_view", "Copy the number")


def _command(name: str) -> Text:
    deed = DEEDS[name]
    if deed.key[1:]:
        return deed.do
    return say("case_view", "{deed} (key {key})")(deed=deed.do, key=deed.key)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


_EDGE = 10
_HIGH = 30


class DeedButton(QPushButton):
    """Its name on the left, its key on the right; a dot where something is half typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = ""
        self._begun = False
        self.setFixedHeight(_HIGH)

    def show_deed(self, offered: Offered) -> None:
        """Show it, in the language shown; the tooltip says why it cannot be done now."""
        self.key, self._begun = offered.deed.key, offered.begun
        self.setText(str(offered.deed.label))
        self.setEnabled(offered.refused is None)
        begun = say("case_deeds", "{deed}; something is half typed")
        told = begun(deed=offered.deed.do) if offered.begun else offered.deed.do
        self.setAccessibleName(f"{told} {self.key}")
        tip(self, offered.refused or told)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for both."""
        words = self.fontMetrics().horizontalAdvance(f"{self.text()}   {self.key}")
        return QSize(words + 2 * _EDGE, _HIGH)

    def minimumSizeHint(self) -> QSize:
        """May be narrow: the words end in “…” then."""
        return QSize(80, _HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The style draws the ground."""
        painter, option, shown = QStylePainter(self), QStyleOptionButton(), colours()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        able = self.isEnabled()
        inside = self.rect().adjusted(_EDGE, 0, -_EDGE, 0)
        painter.setPen(QColor(shown.muted if able else shown.faint))
        usual = painter.font()
        painter.setFont(smaller(usual))
        at_right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(inside, at_right, self.key)
        room = inside.width() - painter.fontMetrics().horizontalAdvance(self.key) - 6
        painter.setFont(usual)
        words = f"{self.text()} …" if self._begun else self.text()
        painter.setPen(QColor(shown.text if able else shown.faint))
        paint_line(painter, QRect(inside.left(), 0, room, self.height()), words)


class DeedGrid(QWidget):
    """All that this person's roles allow, in fixed places; `wanted` names what was pressed."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, DeedButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 6, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(5)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
        for group in GROUPS:
            for deed in group:
                button = DeedButton(self)
                button.hide()
                button.setAutoDefault(True)
                button.clicked.connect(partial(self._pressed, deed.name))
                self.buttons[deed.name] = button

    def show_deeds(self, groups: Sequence[Sequence[Offered]]) -> None:
        """Show these; those that the roles never allow are not there."""
        shown = {offered.deed.name for group in groups for offered in group}
        for name, button in self.buttons.items():
            if name not in shown and not button.isHidden():
                button.hide()
            self._grid.removeWidget(button)
        row = 0
        for group in filter(None, groups):
            for at, offered in enumerate(group):
                button = self.buttons[offered.deed.name]
                self._grid.addWidget(button, row + at // 2, at % 2)
                button.show_deed(offered)
                button.show()
            row += (len(group) + 1) // 2
            self._grid.setRowMinimumHeight(row, 8)
            row += 1
        self._grid.setRowStretch(row, 1)

    def _pressed(self, name: str, *_checked: bool) -> None:
        self.wanted.emit(name)
