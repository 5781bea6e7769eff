"""The main window: the rail of places, the search on top, who is at work, what waits."""

from __future__ import annotations

from PySide6.QtCore import QSettings, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QMainWindow,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desk.app.checking_receipts import check_receipt, is_seal
from desk.app.desk import Desk
from desk.controllers.exchange import incoming
from desk.gui.brief import BriefDialog
from desk.gui.case.view import CaseView
from desk.gui.closing import ClosingDialog
from desk.gui.commands import CommandPalette, HelpDialog
from desk.gui.counter.view import CounterView
from desk.gui.exchange.view import ExchangeView
from desk.gui.feedback import FeedbackDialog
from desk.gui.guidance import GuidanceCard
from desk.gui.kit import forms, theme
from desk.gui.kit.notify import Toast
from desk.gui.kit.scanner import Idle, Scanner
from desk.gui.kit.widgets import EmptyState
from desk.gui.kit.work import Jobs
from desk.gui.kit.workplace import Place, PlaceView, Workplace
from desk.gui.message import MessageDialog
from desk.gui.print.printing import Printing
from desk.gui.print.waiting import WaitingLine
from desk.gui.queue.view import QueueView
from desk.gui.settings.view import LOCK, LOCK_MINUTES, SettingsView
from desk.gui.sign_in import SignInView
from desk.gui.today import ReminderBell, TodayView
from desk.paper.papers import PAPER_KINDS
from desk.rules.errors import DeskError, Refused
from desk.words import Text, say

_GEOMETRY = "window/geometry"
_POLL = 1000  # milliseconds between two looks for what other programs wrote
_IDLE = 4000  # milliseconds without a change, after which the database is tidied
_PAUSE = 250  # milliseconds of no typing, after which a search begins

TITLE = say("window", "{company} – Complaint Desk")
NEW = say("window", "New complaint")
FIND = say("window", "Search")
COMMANDS = say("window", "All commands")
PRINT_AGAIN = say("window", "Print the last receipt again")
HELP = say("window", "Help for this screen")
REFRESH = say("window", "Refresh")
MAIN_BUTTON = say("window", "Main button of this screen")
BACK = say("window", "Back")
CHANGE_OVER = say("window", "Lock, or change over")
OPEN_CASE = say("window", "Open the whole case")
FEEDBACK = say("window", "Suggestion, question or praise")
GUIDANCE = say("window", "Good words and ways")
QUIT = say("window", "Quit")
NOTHING_PRINTED = say("window", "No receipt has been printed here since the desk was opened.")

PLACES = {
    "counter": say("window", "Counter"),
    "queue": say("window", "Queue"),
    "customers": say("window", "Customers"),
    "reports": say("window", "Reports"),
    "exchange": say("window", "Exchange"),
    "today": say("window", "Today"),
    "settings": say("window", "Settings"),
}


class MainWindow(QMainWindow):
    """One desk in one window."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)

    whole: QWidget
    main_layout: QVBoxLayout
    stack: QStackedWidget
    search: QLineEdit
    who: QToolButton
    waiting: QToolButton
    branch: QLabel
    sample_note: QFrame
    go_counter: QToolButton
    go_queue: QToolButton
    go_customers: QToolButton
    go_reports: QToolButton
    go_exchange: QToolButton
    go_today: QToolButton
    go_settings: QToolButton

    def __init__(self, desk: Desk, jobs: Jobs, settings: QSettings, scanner: Scanner) -> None:
        super().__init__()
        forms.load(self, "main")
        self.desk = desk
        self.sign_in = SignInView(desk)
        self.curtain = self._hang_curtain()
        toast = Toast(self)
        self.workplace = workplace = Workplace(
            desk=desk,
            jobs=jobs,
            toast=toast,
            printing=Printing(desk, jobs, toast, settings),
            settings=settings,
        )
        self.papers_waiting = WaitingLine(workplace, self.whole)
        self.papers_waiting.begin(self.main_layout, at=2)
        self._places = self._build_places(workplace)
        self._help = HelpDialog(self)
        self._guidance = GuidanceCard(desk, self)
        self._palette = CommandPalette(self)
        self._join_places()
        self._make_actions()
        self._join_search(scanner)
        self._start_timers()
        self.desk.watch(self._changed)
        forms.live(self, self._reword)
        geometry = workplace.settings.value(_GEOMETRY)
        if geometry is not None:
            self.restoreGeometry(geometry)
        self.go(Place.COUNTER)
        self.lock()

    def _build_places(self, workplace: Workplace) -> dict[Place, PlaceView]:
        self.counter = CounterView(workplace)
        self.queue = QueueView(workplace)
        self.exchange = ExchangeView(workplace)
        self.today = TodayView(workplace)
        self.case = CaseView(workplace)
        self.settings_place = SettingsView(workplace)
        return {
            Place.COUNTER: self.counter,
            Place.QUEUE: self.queue,
            Place.CUSTOMERS: LaterView(Place.CUSTOMERS),
            Place.REPORTS: LaterView(Place.REPORTS),
            Place.EXCHANGE: self.exchange,
            Place.TODAY: self.today,
            Place.SETTINGS: self.settings_place,
        }

    def _hang_curtain(self) -> QStackedWidget:
        """What is in front while nobody is at work hides everything else."""
        curtain = QStackedWidget(self)
        curtain.addWidget(self.whole)
        curtain.addWidget(self.sign_in)
        self.setCentralWidget(curtain)
        self.sign_in.signed_in.connect(self._begin_work)
        return curtain

    def _join_places(self) -> None:
        for place, view in self._places.items():
            self.stack.addWidget(view)  # type: ignore[arg-type] # every place is a widget
            button: QToolButton = getattr(self, f"go_{place}")
            button.clicked.connect(lambda _checked=False, place=place: self.go(place))
        self.stack.addWidget(self.case)
        self.who.clicked.connect(self.lock)
        self.waiting.clicked.connect(lambda: self.go(Place.EXCHANGE))
        self.settings_place.language_chosen.connect(self.language_chosen)
        self.settings_place.theme_chosen.connect(self.theme_chosen)
        self.counter.open_case.connect(self.open_case)
        self.queue.search_cleared.connect(self.search.clear)
        self.queue.new_wanted.connect(self._new)
        self.queue.case_wanted.connect(self.show_case)
        self.today.open_case.connect(self.open_case)
        self.exchange.case_wanted.connect(self.show_case)
        self.exchange.choices_changed.connect(self._reword)
        self._join_case()

    def _join_case(self) -> None:
        self.case.left.connect(lambda: self.go(Place.QUEUE))
        self.case.close_wanted.connect(self._close_case)
        self.case.message_wanted.connect(self._message)
        self.case.brief_wanted.connect(lambda case: BriefDialog(self.workplace, case, self).open())

    def _close_case(self, case: str) -> None:
        ClosingDialog(self.workplace, case, self).open()

    def _message(self, case: str, kind: str) -> None:
        MessageDialog(self.workplace, case, kind, self).open()

    def _make_actions(self) -> None:
        self._actions: list[tuple[QAction, Text]] = []
        keys = QKeySequence.StandardKey
        self._add(NEW, "Ctrl+N", self._new)
        self._add(FIND, "Ctrl+F", self._find)
        self._add(COMMANDS, "Ctrl+K", self._palette.open)
        self._add(PRINT_AGAIN, keys.Print, self._print_again)
        for kind, paper in PAPER_KINDS.items():
            if paper.print_one:
                self._add(
                    paper.print_one, "", lambda kind=kind: self.workplace.printing.other(kind)
                )
        self._add(HELP, "F1", self._show_help)
        self._add(REFRESH, "F5", self.desk.changed)
        self._add(MAIN_BUTTON, "Ctrl+Return", self._primary, "Ctrl+Enter")
        self._add(BACK, "Esc", self._back)
        self._add(OPEN_CASE, "Ctrl+O", self.queue.open_chosen)
        self._add(FEEDBACK, "Ctrl+Shift+N", self._feedback)
        self._add(GUIDANCE, "Shift+F1", lambda: self._guidance.show_topic("last"))
        self._add(CHANGE_OVER, "Ctrl+L", self.lock)
        self._quit = self._add(QUIT, "Ctrl+Q", self.close)
        for at, place in enumerate(Place, start=1):
            key = "Ctrl+," if place is Place.SETTINGS else f"Alt+{at}"
            self._add(PLACES[place], key, lambda place=place: self.go(place))

    def _add(
        self, name: Text, key: str | QKeySequence.StandardKey, do: object, *more: str
    ) -> QAction:
        action = QAction(self)
        action.setShortcuts([QKeySequence(key), *map(QKeySequence, more)])
        action.triggered.connect(lambda _checked=False: do())  # type: ignore[operator] # no arguments
        self.addAction(action)
        self._actions.append((action, name))
        return action

    def _join_search(self, scanner: Scanner) -> None:
        self._typing = QTimer(self, singleShot=True, interval=_PAUSE)
        self._typing.timeout.connect(self._search)
        self.search.textEdited.connect(lambda _text: self._typing.start())
        self.search.returnPressed.connect(self._search_now)
        self._scanner = scanner
        scanner.scanned.connect(self.scanned)

    def _start_timers(self) -> None:
        self._mark = self.desk.change_mark()
        self._poll = QTimer(self, interval=_POLL)
        self._poll.timeout.connect(self._look_for_others)
        self._poll.start()
        self._idle = QTimer(self, singleShot=True, interval=_IDLE)
        self._idle.timeout.connect(self._tidy)
        minutes = int(str(self.workplace.settings.value(LOCK, LOCK_MINUTES)))
        self._away = Idle(minutes, self)
        self._away.away.connect(self._lock_when_away)
        self.settings_place.lock_chosen.connect(self._away.wait)
        self._bell = ReminderBell(self.workplace, self.open_case)

    @property
    def locked(self) -> bool:
        """Whether nobody is at work, and nothing is to be seen."""
        return self.curtain.currentWidget() is self.sign_in

    def lock(self) -> None:
        """Nobody is at work; what is half-written is kept for its owner."""
        self.counter.keep_draft()
        self.workplace.toast.dismiss()
        for dialog in self.findChildren(QDialog):
            dialog.close()
        self._guidance.close()
        self.curtain.setCurrentWidget(self.sign_in)
        for action, _ in self._actions:
            action.setEnabled(action is self._quit)
        self.sign_in.begin()

    def _lock_when_away(self) -> None:
        if not self.locked and self.sign_in.controller.locks:
            self.lock()

    def _begin_work(self) -> None:
        """Somebody signed in: the window is as they left it."""
        for action, _ in self._actions:
            action.setEnabled(True)
        self.curtain.setCurrentIndex(0)
        self.counter.change_over(self.desk.actor.id if self.desk.actor else "")
        self._changed()
        self.place.opened()

    def go(self, place: Place) -> None:
        """Brings a place to the front and puts the focus where it is needed."""
        view = self._places[place]
        getattr(self, f"go_{place}").setChecked(True)
        self.stack.setCurrentWidget(view)  # type: ignore[arg-type] # every place is a widget
        view.opened()

    @property
    def place(self) -> PlaceView:
        """What is in front."""
        return [*self._places.values(), self.case][self.stack.currentIndex()]

    def open_case(self, number: str) -> None:
        """Shows one complaint, by its number; an unknown one is told in the queue."""
        case = case_of(self.desk, number)
        if case is not None:
            self.show_case(case)
            return
        self.search.setText(number)
        self.go(Place.QUEUE)
        self.queue.scan(number)

    def show_case(self, case: str) -> None:
        """Shows one complaint, by its id, as a whole."""
        try:
            self.case.show_case(case)
        except Refused as fault:
            self.workplace.toast.tell(fault.text, icon="warning")
            return
        self.go_queue.setChecked(True)
        self.stack.setCurrentWidget(self.case)
        self.case.opened()

    def _feedback(self) -> None:
        FeedbackDialog(self.workplace, self).open()

    def scanned(self, code: str) -> None:
        """A scan from anywhere: the complaint is shown, or one sentence says that there is none."""
        found = number_in(self.desk, code)
        if self.locked or (self.place is self.case and self.case.take_scan(code)):
            return
        if found is None:
            told = self.desk.hidden(code) or unknown_code(self.desk, code)
            self.workplace.toast.tell(told, icon="scan")
            self.search.setText(code)
            return
        doubt = doubt_about(self.desk, code)
        if doubt is not None:
            self.workplace.toast.tell(doubt, icon="warning")
        self.open_case(found)

    def _search(self) -> None:
        if self.search.text().strip() or self.stack.currentWidget() is self.queue:
            if self.stack.currentWidget() is not self.queue:
                self.go_queue.setChecked(True)
                self.stack.setCurrentWidget(self.queue)
            self.queue.search(self.search.text())

    def _search_now(self) -> None:
        self._typing.stop()
        self._search()
        self.queue.opened()

    def _new(self) -> None:
        self.go(Place.COUNTER)
        self.counter.begin_new()

    def _find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _primary(self) -> None:
        self.place.primary()

    def _back(self) -> None:
        if self.search.hasFocus():
            self.search.clear()
            self._search()
            self.place.opened()
        elif not self.place.back():
            self.go(Place.COUNTER)

    def _print_again(self) -> None:
        last = self.workplace.printing.last
        if last is None:
            self.workplace.toast.tell(NOTHING_PRINTED, icon="print")
        else:
            self.workplace.printing.receipt(last)

    def _show_help(self) -> None:
        self._help.tell([(action, str(name)) for action, name in self._actions])

    def _look_for_others(self) -> None:
        """A server that went away is told when somebody saves; then the next look shows it all."""
        mark = self.desk.change_mark()
        if mark != self._mark:
            try:
                self.desk.changed()
            except DeskError:
                return
            self._mark = mark

    def _changed(self) -> None:
        if not self.locked:
            for view in (*self._places.values(), self.case):
                view.refresh()
        self._reword()
        self._idle.start()

    def _tidy(self) -> None:
        """In an idle moment; a disk that is full is told when somebody saves."""
        try:
            self.desk.journal.store.tidy()
        except DeskError:
            return

    def _reword(self) -> None:
        shop, actor = self.desk.shop, self.desk.actor
        for action, name in self._actions:
            action.setText(str(name))
        self.who.setText(actor.name if actor else "")
        self.branch.setText(f"{shop.branch_name} · {shop.branch}")
        status = incoming.status(self.desk, days=self.exchange.choices.days)
        self.waiting.setText(str(status.words))
        self.waiting.setProperty("tone", status.tone)
        self.waiting.style().polish(self.waiting)
        theme.wear(self.waiting, "warning" if status.tone == "late" else "export")
        self.sample_note.setVisible(shop.sample)
        self.setWindowTitle(str(TITLE(company=shop.company)))
        for at, place in enumerate(Place, start=1):
            key = "Ctrl+," if place is Place.SETTINGS else f"Alt+{at}"
            getattr(self, f"go_{place}").setToolTip(f"{PLACES[place]}  {key}")

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is half-written is kept as a draft; work under way is finished first."""
        self.counter.keep_draft()
        self.exchange.end()
        self.workplace.settings.setValue(_GEOMETRY, self.saveGeometry())
        self._poll.stop()
        self._idle.stop()
        self._bell.stop()
        self.papers_waiting.stop()
        super().closeEvent(event)
        QApplication.quit()


_WORDS = {
    Place.CUSTOMERS: say(
        "later",
        "Here you will find every customer with all their complaints, put doubles together, and "
        "erase somebody who asks for it. This place comes with a later version; until then, the "
        "search on top finds customers by name and phone.",
    ),
    Place.REPORTS: say(
        "later",
        "Here you will see what the complaints teach: how many per hundred sales, whether the 24 "
        "hours hold, which causes return. This place comes with a later version; everything that "
        "is registered now will be counted then.",
    ),
}


class LaterView(QWidget):
    """An empty place with a sentence."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty = EmptyState(self)
        self.empty.tell(str(place), _WORDS[place])
        layout = QVBoxLayout(self)
        layout.addWidget(self.empty)

    def opened(self) -> None:
        """There is nothing to type into."""
        self.setFocus()

    def refresh(self) -> None:
        """Nothing is shown that could change."""

    def primary(self) -> None:
        """There is nothing to do here yet."""

    def back(self) -> bool:
        """There is no step back."""
        return False


def number_in(desk: Desk, code: str) -> str | None:
    """The complaint number that a scanned code leads to; None for an unknown code."""
    found = desk.numbered(code)
    return found[0].number if found else None


def case_of(desk: Desk, number: str) -> str | None:
    """The id of the complaint with this number."""
    found = desk.numbered(number)
    return found[0].id if found else None


def doubt_about(desk: Desk, code: str) -> Text | None:
    """What is said of a scanned receipt that is not known to be genuine; None for all else."""
    genuine, told = _receipt(desk, code) if is_seal(code) else (True, None)
    return None if genuine else told


def unknown_code(desk: Desk, code: str) -> Text:
    """What is said of a code that is no complaint here; of a receipt, whether it is genuine."""
    if is_seal(code):
        return _receipt(desk, code)[1]
    return say(
        "window",
        "“{code}” is no complaint of this desk. It stands in the search field: press Ctrl+F and "
        "Enter to search for it.",
    )(code=code[:60])


def _receipt(desk: Desk, code: str) -> tuple[bool, Text]:
    """(whether a scanned receipt is genuine, one sentence about it)."""
    try:
        verdict = check_receipt(desk, code)
    except DeskError as fault:  # the keys cannot be read; the complaint is shown all the same
        return False, fault.text
    return verdict.genuine, verdict.text
