"""The counter on the screen: it shows and tells what happened in it; the controller decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace
from PySide6.QtCore import QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QWidget,
)

from desk.controllers.counter.controller import Counter
from desk.controllers.counter.form import Solution, Typed
from desk.controllers.counter.lookup import SolvedBefore, Suggestion
from desk.controllers.counter.screen import Question, Result
from desk.gui.counter.aside import Aside, LivePaper, Looking, goes_to
from desk.gui.counter.form import CounterForm, Folds
from desk.gui.counter.photos import Incoming
from desk.gui.kit import forms, notify
from desk.gui.kit.notify import undo
from desk.gui.kit.workplace import Workplace
from desk.paper.receipt import Receipt
from desk.rules.choices import CHANNELS
from desk.rules.deciding import ShortWay
from desk.rules.errors import DeskError
from desk.words import Text, counted, say

_CHANNEL = "counter/channel"
_DRAFT_AFTER = 1200  # milliseconds after the first key that is not kept yet
_PAPER_AFTER = 250
_WHO_WIDTH = (336, 420)
_ROOM_FOR_PAPER = 1176  # pixels of the place; below, the receipt folds away

_LEFT = ("phone", "name", "email", "nota", "received_at")


class CounterView(CounterForm):
    """The place “Counter”. `open_case` asks the window for a complaint, by its number."""

    open_case = Signal(str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._settings: QSettings = workplace.settings
        self._putting = False
        self._result: Result | None = None
        self._others = 0
        self._history: Text | None = None
        self.counter = Counter(workplace.desk, self)
        self._paper = LivePaper(self.preview, workplace.printing)
        self._looking = Looking(self, self.counter)
        self.aside = Aside(self, self.counter, save=self.primary, suggest=self.suggest)
        self.fill_choices(workplace)
        self._folds = Folds(self)
        self._join()
        self._keys = Keys(self)
        self._make_timers()
        forms.live(self, self._reword)
        self.counter.start()

    def _join(self) -> None:
        self.hear(self._typed_something)
        for name in _LEFT:
            field = self.line(name)
            field.editingFinished.connect(lambda name=name: self._left(name))
            field.textEdited.connect(lambda _text, name=name: self.fault_of(name).tell(""))
        for line in self.findChildren(QLineEdit):
            line.returnPressed.connect(self.focusNextChild)
        self.no_nota.toggled.connect(lambda on: self.nota.setEnabled(not on))
        self.safety.toggled.connect(lambda: say_safety(self))
        self.photos.refused.connect(lambda fault: self._workplace.toast.tell(fault.text))
        self.find_sale.clicked.connect(lambda on: self.go_to("find_words" if on else "nota"))
        self.save.clicked.connect(self.primary)
        self.park.clicked.connect(self.counter.back)
        self.print_again.clicked.connect(self.counter.print_again)
        Incoming(self, self.photos)

    def _make_timers(self) -> None:
        self._draft_timer = QTimer(self, singleShot=True, interval=_DRAFT_AFTER)
        self._draft_timer.timeout.connect(self.counter.keep)
        self._paper_timer = QTimer(self, singleShot=True, interval=_PAPER_AFTER)
        self._paper_timer.timeout.connect(self.counter.paper)

    # What the window asks of a place.

    def opened(self) -> None:
        """It was brought to the front: back to where somebody was, else to the phone."""
        last = self.focusWidget()
        if last is None or not last.isVisible() or self.typed().blank:
            last = self.phone
        last.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Something changed at the desk: the receipt may look different."""
        if self._result is None and self.isVisible():
            self._paper_timer.start()
        self.counter.look_again()
        self._reword()

    def primary(self) -> None:
        """Ctrl+Enter: save and print."""
        self._draft_timer.stop()
        self._looking.stop()
        self.aside.stop()
        self.counter.save()

    def back(self) -> bool:
        """Esc: close what is open, else keep the form as a draft and empty it."""
        if self._looking.stop() or self.similar.leave():
            return True
        if self.notice.isVisible():
            self.settle()
            self.opened()
        elif self.find_words.hasFocus():
            self.find_sale.click()
        else:
            return self.counter.solve_later() or self.counter.back()
        return True

    def begin_new(self) -> None:
        """Ctrl+N: an empty form; what was half written waits as a draft."""
        self.counter.park()
        self.go_to("phone")

    def change_over(self, owner: str) -> None:
        """Somebody else is at work: a half-written form waits for its owner (a staff id)."""
        self.counter.change_over(owner)

    def keep_draft(self) -> None:
        """Keeps what is typed now, before the window closes."""
        self._draft_timer.stop()
        self.counter.keep()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing that is typed waits for a timer while nobody looks."""
        super().hideEvent(event)
        if self._draft_timer.isActive():
            self.keep_draft()
        self._paper_timer.stop()
        self._keys.listen(on=False)

    def showEvent(self, event: QShowEvent) -> None:
        """The keys work while the place is in front."""
        super().showEvent(event)
        self.refresh()
        self._keys.listen(on=True)

    def minimumSizeHint(self) -> QSize:
        """What the smallest screens leave of 960 × 600; the columns scroll for themselves."""
        return QSize(820, 420)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the receipt folds away."""
        super().resizeEvent(event)
        narrowest, widest = _WHO_WIDTH
        self.who_card.setFixedWidth(min(max(self.width() * 28 // 100, narrowest), widest))
        self.paper.setVisible(self.width() >= _ROOM_FOR_PAPER)
        self.aside.fold()

    # What the controller asks of its screen.

    def put(self, typed: Typed) -> None:
        self._putting = True
        self.write(typed)
        self._putting = False
        notify.clear_faults(self)
        for name in _LEFT:
            self.fault_of(name).tell("")
        self._folds.put(typed)
        self.aside.show_solving(typed.solution)
        mark_steps(self, typed)
        if typed.blank:
            self._draft_timer.stop()
        else:
            self._draft_timer.start()

    def usual_channel(self) -> str:
        kept = str(self._settings.value(_CHANNEL, "walk_in"))
        return kept if kept in CHANNELS else "walk_in"

    def remember_channel(self, channel: str) -> None:
        self._settings.setValue(_CHANNEL, channel)

    def suggest(self, field: str, found: Sequence[Suggestion]) -> None:
        self._looking.show_found(field, found)

    def offer_products(self, products: Sequence[str]) -> None:
        typed, self._putting = self.product.currentText(), True
        self.product.clear()
        self.product.addItems(list(products))
        self.product.setEditText(typed)
        self._putting = False

    def tell_history(self, told: Text | None) -> None:
        self._history = told
        self.history.setVisible(told is not None)
        self.history.setText(str(told or ""))

    def hint(self, field: str, text: Text, tone: str) -> None:
        self.fault_of(field).tell(text, tone)

    def show_faults(self, faults: Sequence[DeskError]) -> None:
        notify.clear_faults(self)
        form = any(self.form_page.findChild(QWidget, fault.field or "-") for fault in faults)
        if form and self.counter.typed.solution.now:
            self.aside.show_solving(replace(self.solution.read(), now=False))
        for fault in reversed(faults):
            self._folds.open_for(fault.field)
            if not notify.at_field(self, fault):
                self.ask(Question(fault.text, tone="late"), at_once=False)
        self._show_focus()

    def ask(self, question: Question, *, at_once: bool) -> None:
        self.notice.ask(question)
        if at_once:
            self.notice.take_focus()

    def settle(self) -> None:
        self.notice.settle()

    def show_paper(self, receipt: Receipt | None) -> None:
        self._paper_timer.stop()
        self._paper.show_receipt(receipt)

    def show_result(self, result: Result | None) -> None:
        self._result = result
        if result is None:
            self.aside.show_solving(self.solution.read())
        else:
            self.middle.setCurrentWidget(self.result_page)
            tell_result(self, result)

    def show_similar(self, found: Sequence[SolvedBefore]) -> None:
        self.aside.show_similar(found)

    def show_short_way(self, way: ShortWay) -> None:
        self.aside.show_way(way)

    def show_solving(self, solution: Solution) -> None:
        self.aside.show_solving(solution)

    def count_drafts(self, others: int) -> None:
        self._others = others
        self.drafts.setVisible(bool(others))
        told = counted(others, say("counter", "{n} draft"), say("counter", "{n} drafts"))
        self.drafts.setText(str(told))

    def go_to(self, field: str) -> None:
        at: QWidget = getattr(self, field, None) or getattr(self.solution, field)
        at.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._show_focus()

    def tell(self, text: Text, take_back: Callable[[], None] | None = None) -> None:
        self._workplace.toast.tell(text, offer=undo(take_back) if take_back else None)

    def print_receipt(self, complaint: str) -> None:
        self._workplace.printing.receipt(complaint)

    def show_case(self, number: str) -> None:
        self.open_case.emit(number)

    # What happens on the screen.

    def _typed_something(self) -> None:
        if self._putting:
            return
        self.counter.touched()
        mark_steps(self, self.typed())
        for timer in (self._draft_timer, self._paper_timer):
            if not timer.isActive():
                timer.start()

    def _left(self, name: str) -> None:
        if self.isVisible():  # not while the window is being taken apart
            self.counter.leave(name)

    def _show_focus(self) -> None:
        focus = QApplication.focusWidget()
        for area in (self.who_scroll, self.what_scroll):
            if focus is not None and area.isAncestorOf(focus):
                area.ensureWidgetVisible(focus, 0, 24)

    def _reword(self) -> None:
        self._keys.reword()
        self.tell_history(self._history)
        self.count_drafts(self._others)
        self.aside.reword()
        say_safety(self)
        if self._result is not None:
            tell_result(self, self._result)
        self.printer.setText(str(goes_to(self._workplace.printing)))


_NAMES = {
    "F2": say("counter", "Go to the phone number"),
    "F3": say("counter", "Earlier complaints of this customer"),
    "F4": say("counter", "No nota"),
    "F6": say("counter", "Attach a photo"),
    "F7": say("counter", "Drafts"),
    "F8": say("counter", "A matter of safety"),
    "F9": say("counter", "Find the sale"),
    "F10": say("counter", "Solve it now, while the customer is here"),
    "F11": say("counter", "Solved cases like this one"),
    "F12": say("counter", "Take the last complaint back: entered by mistake"),
}


class Keys:
    """One action for each key; the buttons that show a key do the same."""

    def __init__(self, view: CounterView) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "F2": lambda: view.go_to("phone"),
            "F3": view.counter.earlier,
            "F4": view.no_nota.click,
            "F6": view.photos.choose_files,
            "F7": view.counter.list_drafts,
            "F8": view.safety.click,
            "F9": view.find_sale.click,
            "F10": view.counter.solve_now,
            "F11": view.aside.go_to_similar,
            "F12": view.counter.undo,
        }
        self._actions = {key: _action(view, key, do) for key, do in deeds.items()}
        buttons = {
            "F3": view.history,
            "F6": view.photo,
            "F7": view.drafts,
            "F10": view.solve,
            "F11": view.similar_hint,
            "F12": view.undo,
        }
        for key, button in buttons.items():
            button.clicked.connect(self._actions[key].trigger)

    def listen(self, *, on: bool) -> None:
        """Whether the keys work now."""
        for action in self._actions.values():
            action.setEnabled(on)

    def reword(self) -> None:
        """Their names, in the language shown."""
        for key, action in self._actions.items():
            action.setText(str(_NAMES[key]))


def _action(view: CounterView, key: str, do: Callable[[], object]) -> QAction:
    action = QAction(view)
    action.setShortcut(QKeySequence(key))
    action.triggered.connect(lambda _on: do())
    view.addAction(action)
    return action


def mark_steps(view: CounterView, typed: Typed) -> None:
    """A tick at each step that was taken."""
    view.listen_mark.set_done(done=bool(typed.what_happened.strip()))
    view.apologise_mark.set_done(done=bool(typed.asked_for))
    view.solve_mark.set_done(done=bool(typed.understood.strip()))
    say_safety(view)


def say_safety(view: CounterView) -> None:
    """Whether it is a matter of safety, and what then is to be said."""
    yes = view.safety.isChecked()
    said = say("counter", "Safety: yes") if yes else say("counter", "Safety: no")
    view.safety.setText(str(said))
    view.safety_note.tell(SAFETY_WARNING if yes else "", "late")


SAFETY_WARNING = say("counter", "Please ask the customer not to use it. The receipt says so too.")


def tell_result(view: CounterView, result: Result) -> None:
    """Fills the page, in the language shown."""
    head, _, tail = result.grouped.rpartition(" ")
    view.number_head.setText(head)
    view.number_tail.setText(tail)
    view.result_name.setText(str(result.lead))
    view.result_promise.setText(str(result.promise))
    view.result_safety.tell(SAFETY_WARNING if result.safety else "", "late")
    view.undo.setVisible(result.may_undo)
    view.saved_badge.tell(say("counter", "Saved"), "good")
