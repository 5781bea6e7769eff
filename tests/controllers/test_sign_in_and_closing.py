"""Signing in and closing without a window: whom it lets in, what it asks, and what it refuses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from desk.app.commands import AddStaff, SetPin, SwitchOffStaff
from desk.app.desk import Desk
from desk.controllers.closing import Closing
from desk.controllers.sign_in import SignIn
from desk.journal.known import Person
from desk.rules.acts import Note, Solve
from desk.rules.errors import DeskError
from desk.words import Text
from tests.app.company import OFFICE, Company


@dataclass
class Door:
    """The screen of signing in, on paper."""

    heard: list[str] = field(default_factory=list)

    def show_people(self, people: Sequence[Person]) -> None:
        self.heard.append("tiles: " + ", ".join(person.name for person in people))

    def ask_pin(self, person: Person) -> None:
        self.heard.append(f"PIN of {person.name}?")

    def show_refusal(self, fault: DeskError) -> None:
        self.heard.append(str(fault))

    def let_in(self, person: Person) -> None:
        self.heard.append(f"{person.name} is in")


def test_who_is_let_in_and_who_is_asked(company: Company) -> None:
    desk, door = company.desks["1"], Door()
    assert desk.actor is not None
    admin = desk.actor
    signing = SignIn(desk, door)
    assert not signing.locks
    signing.begin()
    assert door.heard == ["tiles: Admin 1", "Admin 1 is in"], "alone, and without a PIN"
    desk.do(SetPin(staff=admin.id, pin="1357"))
    assert signing.locks
    gone = str(desk.do(AddStaff(name="Gone", roles=("staff",))))
    desk.do(SwitchOffStaff(staff=gone))
    desk.do(AddStaff(name="Budi", roles=("staff",)))
    budi = next(person for person in desk.people() if person.name == "Budi")
    door.heard.clear()
    signing.begin()
    assert desk.actor is None
    signing.enter("1357")  # nobody was chosen yet
    signing.choose(admin)
    signing.enter("2468")
    signing.enter("1357")
    signing.choose(budi)
    assert door.heard == [
        "tiles: Admin 1, Budi",
        "PIN of Admin 1?",
        "The PIN of Admin 1 is another one. Please try again.",
        "Admin 1 is in",
        "Budi is in",
    ]


@dataclass
class Table:
    """The screen of closing, on paper."""

    shown: str = ""
    goes: str = ""
    faults: list[str] = field(default_factory=list)
    thanks: str = ""

    def show_case(self, number: str, question: Text, what_was_done: Text | str) -> None:
        self.shown = f"{number}: {question} ({what_was_done})"

    def show_where_it_goes(self, words: Text) -> None:
        self.goes = str(words)

    def show_fault(self, fault: DeskError) -> None:
        self.faults.append(f"{fault.field}: {fault}")

    def show_thanks(self, thanks: Text, more: Text) -> None:
        self.thanks = f"{thanks} {more}"


def solved(company: Company, desk: Desk, code: str) -> str:
    """Somebody complained, and it is solved."""
    assert desk.actor is not None
    case = company.register(code).id
    company.act(code, case, Solve(cause="Kabel", remedy="Dipindah"))
    return case


def said(closing: Closing, answer: str, score: int | None = 5, why: str = "") -> None:
    closing.close(answer=answer, score=score, ease=None, words="", why=why, by_customer=True)


AGREED = "Thank you, Bapak Hari. Your word helps us to do better. You are always welcome here."
UP = (
    "Thank you for telling us honestly, Bapak Hari. It stays open and goes to somebody who can "
    "decide more. You will hear from us."
)


def test_the_customers_word_is_asked_and_thanked_for(company: Company) -> None:
    desk, table = company.desks["1"], Table()
    case = solved(company, desk, "1")
    closing = Closing(desk, table, case)
    closing.begin()
    assert table.shown == (
        "K1 2026-06-19 0000001: Bapak Hari, do you agree with how it was solved? (Dipindah)"
    )
    said(closing, "", None)
    said(closing, "agreed", 2)
    said(closing, "agreed", 6)
    assert [fault.partition(":")[0] for fault in table.faults] == ["answer", "why", "score"]
    assert table.thanks == ""
    assert desk.complaint(case).state == "solved"
    said(closing, "agreed")
    assert table.thanks == AGREED
    closed = desk.complaint(case)
    assert (closed.state, closed.score, closed.entered_by) == ("closed", 5, "customer")
    said(closing, "agreed")
    assert "is not open any more" in table.faults[-1]


def test_what_is_not_agreed_goes_up_and_up_again(company: Company) -> None:
    desk, goes = company.desks["1"], []
    case = solved(company, desk, "1")
    for _ in range(2):
        table = Table()
        closing = Closing(desk, table, case)
        closing.begin()
        goes.append(table.goes)
        said(closing, "not_agreed", 1, why="Masih bunyi")
        assert table.thanks == UP
        company.act("1", case, Solve())
    company.meet()
    table = Table()
    closing = Closing(company.desks[OFFICE], table, case)
    closing.begin()
    goes.append(table.goes)
    said(closing, "not_agreed", 1, why="Masih bunyi")
    assert goes == [
        "Not agreed is never closed by the shop: it goes up to the CRO, still open.",
        "Not agreed again: it goes up to head office, still open.",
        "Head office may close it all the same; the letter names where else the customer may turn.",
    ]
    assert table.thanks == AGREED
    assert company.office.complaint(case).state == "closed"


def test_a_line_that_was_not_seen_at_closing_is_marked_as_crossed(company: Company) -> None:
    desk, table = company.desks["1"], Table()
    case = solved(company, desk, "1")
    closing = Closing(desk, table, case)
    closing.begin()
    company.act("1", case, Note(text="Dia menelepon."))
    said(closing, "agreed")
    assert [line.crossed for line in desk.complaint(case).timeline][-2:] == [False, True]
