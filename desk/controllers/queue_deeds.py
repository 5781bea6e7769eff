"""The reading pane of the Queue: the case that is read, and what is done to it or to several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from desk.app.around import around_of
from desk.app.commands import OnCase
from desk.app.desk import Desk
from desk.controllers.case import acts
from desk.controllers.queue import words
from desk.journal.queue import QueueRow
from desk.rules.chain import new_id
from desk.rules.complaint import Complaint
from desk.rules.errors import DeskError, Refused
from desk.rules.people import Action
from desk.telling.page import CasePage, case_page
from desk.words import Text

NOTE, WITHDRAW, PRINT = "note", "withdraw", "print"
"""What a drawer is for; the first two are deeds of the case."""

_FIELDS = {NOTE: "text", WITHDRAW: "why"}
"""What is typed in a drawer, by its name among the values of the deed."""

MANY = 5
"""More receipts than these are printed only after a second yes: paper cannot be taken back."""


@dataclass(frozen=True, kw_only=True)
class Deeds:
    """What can be done to `number` chosen complaints: a reason where not; the buttons' words."""

    number: int
    refusals: Mapping[Action, Text | None]
    print_label: Text
    note_label: Text


class PaneView(Protocol):
    """What the controller needs of the pane on the right."""

    def show_case(self, page: CasePage, deeds: Deeds) -> None:
        """One complaint, or the same one as it stands now."""

    def show_several(self, sentence: Text, deeds: Deeds) -> None:
        """Several complaints are chosen together."""

    def show_no_case(self, sentence: Text, deeds: Deeds) -> None:
        """Nothing is chosen."""

    def show_drawer(self, drawer: str, text: Text | str, *, focus: bool) -> None:
        """What is being done: a note or a withdrawal with what was typed so far, or many papers
        with a question; “” puts it away. `focus` takes the keyboard there.
        """

    def refuse(self, fault: DeskError) -> None:
        """One sentence at what was typed, which stays."""

    def print_receipt(self, complaint: str) -> None:
        """The receipt goes to paper, beside the window."""

    def copy(self, text: str) -> None:
        """The clipboard holds this now."""

    def call(self, phone: str) -> bool:
        """Lets a program of this computer call; False where none does."""

    def tell(self, text: Text) -> None:
        """Says quietly what was done."""

    def focus_list(self) -> None:
        """The keyboard goes back to the list."""


class CaseDeeds:
    """Reads the chosen complaints and turns gestures on them into commands."""

    def __init__(self, desk: Desk, view: PaneView) -> None:
        self._desk = desk
        self._view = view
        self._drafts = desk.half_written
        self._chosen: tuple[str, ...] = ()
        self._rows: tuple[QueueRow, ...] = ()
        self._case: Complaint | None = None
        self._page: CasePage | None = None
        self._drawer, self._text = "", ""
        self._at_work = ""

    def choose(self, rows: Sequence[QueueRow]) -> None:
        """These complaints are chosen in the list; what was begun for another is kept."""
        self._rows = tuple(rows)
        chosen = tuple(row.id for row in rows)
        if chosen != self._chosen or not chosen:
            self._chosen = chosen
            self.refresh()
            self._reopen_drawer()

    @property
    def case(self) -> str | None:
        """The id of the case that is shown, if it is just one."""
        return self._case.id if self._case is not None else None

    def refresh(self) -> None:
        """Shows the chosen complaints as they stand now; what is typed waits for who typed it."""
        at_work = self._desk.actor.id if self._desk.actor else ""
        changed, self._at_work = at_work != self._at_work, at_work
        self._look_up()
        if changed:
            self._reopen_drawer()
        else:
            self._look_again()

    def _look_again(self) -> None:
        """What was typed or done meanwhile in the case's own panel stands here too."""
        if self._typed(self._drawer) != self._text:
            self._open(self._drawer if self._typed(self._drawer) else "", focus=False)

    def _look_up(self) -> None:
        self._case, self._page = None, None
        if len(self._chosen) == 1:
            with suppress(Refused):  # somebody else is at work, and it is none of theirs
                self._case = self._desk.complaint(self._chosen[0])
        if self._case is not None:
            self._page = case_page(self._case, around_of(self._desk))
            self._view.show_case(self._page, self._deeds())
        elif len(self._chosen) > 1:
            several = words.selected(len(self._chosen))
            self._view.show_several(several, self._deeds())
        else:
            self._view.show_no_case(words.NOTHING_CHOSEN, self._deeds())

    def _deeds(self) -> Deeds:
        label = words.print_label(self._case.receipts if self._case else 0)
        if len(self._chosen) > 1:
            label = words.print_many_label(len(self._chosen))
        return Deeds(
            number=len(self._chosen),
            refusals={
                action: self._refusal(action)
                for action in (Action.NOTE, Action.WITHDRAW, Action.PRINT_RECEIPT)
            },
            print_label=label,
            note_label=words.GO_ON_NOTE if self._begun(NOTE) else words.NOTE,
        )

    def _refusal(self, action: Action) -> Text | None:
        if not self._chosen:
            return words.CHOOSE_SOME
        if self._case is None and action is not Action.PRINT_RECEIPT:
            return words.CHOOSE_ONE
        return self._desk.can(action, self._case)

    def _begun(self, drawer: str) -> bool:
        return bool(self._typed(drawer).strip())

    def _typed(self, drawer: str) -> str:
        """What was typed so far into a drawer of the case that is shown."""
        if self._case is None or drawer not in _FIELDS:
            return ""
        return self._drafts.values(self._case.id, drawer).get(_FIELDS[drawer], "")

    def _reopen_drawer(self) -> None:
        """A note that they began for this complaint is there again."""
        own = self._drafts.own(self._case.id, NOTE) if self._case is not None else {}
        self._open(NOTE if own.get(_FIELDS[NOTE], "").strip() else "", focus=False)

    def _open(self, drawer: str, *, focus: bool = True) -> None:
        self._drawer, self._text = drawer, self._typed(drawer)
        text: Text | str = self._text
        if drawer == PRINT:
            text = words.print_question(len(self._chosen))
        self._view.show_drawer(drawer, text, focus=focus)

    def start_note(self) -> None:
        """Opens the place for a note, with what was begun."""
        if self._refusal(Action.NOTE) is None:
            self._open(NOTE)

    def start_withdrawal(self) -> None:
        """Asks why it is withdrawn."""
        if self._refusal(Action.WITHDRAW) is None:
            self._open(WITHDRAW)

    def typed(self, text: str) -> None:
        """Something was typed into the open drawer."""
        if self._case is not None and self._drawer in _FIELDS:
            self._text = text
            kept = self._drafts.values(self._case.id, self._drawer)
            values = {**kept, _FIELDS[self._drawer]: text}
            self._drafts.keep(self._case.id, self._drawer, values)

    def save_drafts(self) -> None:
        """What was typed survives a power cut from now on."""
        try:
            self._drafts.save()
        except DeskError as fault:
            self._view.refuse(fault)

    def put_away(self) -> bool:
        """Closes the drawer and keeps what was typed; whether one was open."""
        if not self._drawer:
            return False
        self._close_drawer()
        return True

    def _close_drawer(self) -> None:
        self._open("", focus=False)
        self.refresh()
        self._view.focus_list()

    def primary(self) -> None:
        """Ctrl+Enter: does what the open drawer is for; without one, begins a note."""
        match self._drawer:
            case "note":
                self._finish(words.SAVED)
            case "withdraw":
                self._finish(words.WITHDRAWN)
            case "print":
                self._print_all()
            case _:
                self.start_note()

    def _finish(self, done: Text) -> None:
        """Does what the drawer is for, with all that was typed for it here or in the case."""
        case, drawer, page, now = self._case, self._drawer, self._page, self._desk.now()
        if case is None:
            return
        try:
            values = self._drafts.values(case.id, drawer)
            for act in acts.act_of(drawer, values, case, now, new_id=new_id(now)):
                self._desk.do(OnCase(complaint=case.id, act=act, seen=case.head))
            self._drafts.forget(case.id, drawer)
        except DeskError as fault:
            self._view.refuse(fault)
            return
        self._reopen_drawer()
        self.refresh()
        self._view.focus_list()
        self._view.tell(done(number=page.grouped if page else ""))

    def print_receipts(self) -> None:
        """Prints the receipts of what is chosen; many only after a second yes."""
        if self._refusal(Action.PRINT_RECEIPT) is not None:
            return
        if len(self._chosen) > MANY:
            self._open(PRINT)
        else:
            self._print_all()

    def _print_all(self) -> None:
        if self._drawer == PRINT:
            self._close_drawer()
        for complaint in self._chosen:
            self._view.print_receipt(complaint)

    def copy_numbers(self) -> None:
        """The numbers of what is chosen, one a line."""
        numbers = [row.number for row in self._rows]
        if numbers:
            self._view.copy("\n".join(numbers))
            self._view.tell(words.copied_numbers(numbers))

    def copy_phone(self) -> None:
        """The phone number of the case."""
        if self._page and self._page.phone:
            self._view.copy(self._page.phone)
            self._view.tell(words.COPIED(what=self._page.phone))

    def call(self) -> None:
        """Calls the customer, where this computer can; else the number is copied."""
        if self._page and self._page.phone and not self._view.call(self._page.phone_link):
            self._view.copy(self._page.phone)
            self._view.tell(words.NO_CALLS(phone=self._page.phone))
