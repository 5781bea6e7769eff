"""What is chosen in the Queue: one case, read and written on as in the Case, or several at once."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from desk.app.desk import Desk
from desk.controllers.case.controller import Case, CaseScreen
from desk.controllers.queue import words
from desk.journal.queue import QueueRow
from desk.rules.errors import Refused
from desk.rules.people import Action
from desk.words import Text

MANY = 5
"""More receipts than these are printed only after a second yes: paper cannot be taken back."""


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """Not just one complaint: how many, what is said of them, and why nothing is done to one.

    `print_label` says what the button prints, `no_print` why it does not.
    """

    number: int
    sentence: Text
    not_one: Text
    print_label: Text
    no_print: Text | None


class PaneScreen(CaseScreen, Protocol):
    """What the controller needs of the pane on the right, beside what a case needs of it."""

    def show_chosen(self, chosen: Chosen) -> None:
        """Nothing or several in the place of a case."""

    def show_question(self, question: Text | None) -> None:
        """Asks for a second yes; None puts the question away."""

    def copy(self, text: str, told: Text) -> None:
        """The clipboard holds this now, and `told` says so."""


class Reading:
    """The case that is read; what is done to it is done as in the Case."""

    def __init__(self, desk: Desk, view: PaneScreen) -> None:
        self._desk = desk
        self._view = view
        self.case = Case(desk, view)
        self._rows: tuple[QueueRow, ...] = ()
        self._ids: tuple[str, ...] = ()
        self._asks = False
        self._at_work = desk.actor

    def choose(self, rows: Sequence[QueueRow]) -> None:
        """These complaints are chosen in the list; what was begun for another is kept."""
        self._rows = tuple(rows)
        ids = tuple(row.id for row in rows)
        if ids != self._ids or not ids:
            self._ids = ids
            self._ask(asks=False)
            self._show()

    def refresh(self) -> None:
        """Shows the chosen complaints as they stand now; what is typed waits for who typed it."""
        if self.case.shown:
            self.case.refresh()
        if not self.case.shown:
            self._show()
        if self._desk.actor != self._at_work:
            self._at_work = self._desk.actor
            self.case.go_on(Action.NOTE)

    def _show(self) -> None:
        self._at_work = self._desk.actor
        self.case.put_aside()
        if len(self._ids) == 1:
            with suppress(Refused):  # somebody else is at work, and it is none of theirs
                self.case.show(self._ids[0])
                self.case.go_on(Action.NOTE)
                return
        several = len(self._ids) > 1
        self._view.show_chosen(
            Chosen(
                number=len(self._ids),
                sentence=words.selected(len(self._ids)) if several else words.NOTHING_CHOSEN,
                not_one=words.CHOOSE_ONE if several else words.CHOOSE_SOME,
                print_label=words.print_many_label(len(self._ids)),
                no_print=self._no_print(),
            )
        )

    def _no_print(self) -> Text | None:
        return self._desk.can(Action.PRINT_RECEIPT) if self._ids else words.CHOOSE_SOME

    def put_away(self) -> bool:
        """Closes what is open and keeps what was typed; whether anything was open."""
        if not self._asks:
            return self.case.put_away()
        self._ask(asks=False)
        self._view.focus_main()
        return True

    def _ask(self, *, asks: bool) -> None:
        self._asks = asks
        self._view.show_question(words.print_question(len(self._ids)) if asks else None)

    def primary(self) -> None:
        """Ctrl+Enter: what is open is done; where nothing is, a note is begun."""
        if self._asks:
            self._print_all()
        elif self.case.panel:
            self.case.primary()
        else:
            self.case.begin(Action.NOTE)

    def print_receipts(self) -> None:
        """Prints the receipts of what is chosen; many only after a second yes."""
        if self.case.shown:
            self.case.begin(Action.PRINT_RECEIPT)
        elif len(self._ids) > MANY and self._no_print() is None:
            self._ask(asks=True)
        elif self._no_print() is None:
            self._print_all()

    def _print_all(self) -> None:
        self.put_away()
        for complaint in self._ids:
            self._view.print_receipt(complaint)

    def copy_numbers(self) -> None:
        """The numbers of what is chosen, one a line."""
        numbers = [row.number for row in self._rows]
        if numbers:
            self._view.copy("\n".join(numbers), words.copied_numbers(numbers))
