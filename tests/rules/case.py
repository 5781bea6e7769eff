"""A case in memory: people who do things one after the other, and what that adds up to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from desk.rules.acts import (
    Accept,
    Act,
    Attach,
    BreakPromise,
    Close,
    ConfirmJudgement,
    Contact,
    Correct,
    Decline,
    Examine,
    Extend,
    Judge,
    KeepPromise,
    LinkTo,
    MakePromise,
    Note,
    PassOn,
    PrintReceipt,
    Reopen,
    Settle,
    Solve,
    Start,
    Wait,
    Withdraw,
)
from desk.rules.chain import START, Entry, chained, next_tick, time_of
from desk.rules.complaint import Complaint
from desk.rules.deciding import decide
from desk.rules.entries import ComplaintRegistered, Event, parts
from desk.rules.folding import fold
from desk.rules.people import Action, Circle, Colleague

ID = "c1"
MORNING = datetime.fromisoformat("2026-06-19T09:12:00+07:00")
PEOPLE = (
    Colleague("wati", "Wati", ("staff",)),
    Colleague("rina", "Rina", ("cro",)),
    Colleague("budi", "Budi", ("supervisor",)),
    Colleague("joko", "Joko", ("technician",)),
    Colleague("hana", "Hana", ("head_office",)),
    Colleague("dewi", "Dewi", ("admin",)),
)
ALL_ROLES = ("staff", "cro", "supervisor", "technician", "admin")
ONE_PERSON = (Colleague("sari", "Sari", ALL_ROLES),)
REGISTERED = ComplaintRegistered(
    number="K1202606190001234",
    branch="1",
    received_at="2026-06-19T09:12:00+07:00",
    nota=1234,
    customer="u1",
    name="Bapak Hari",
    phone="+6281234567801",
    what_happened="Rem berat dan berbunyi",
    product="United E-Trifold",
)
AGREED = Contact(said="Setuju, Jumat sore")
UNTIL = (MORNING + timedelta(days=9)).isoformat()
WELL_DONE: Mapping[Action, Act] = {
    act.ACTION: act
    for act in (
        PassOn(to="Rina"),
        Accept(),
        Decline(why="Sedang di cabang lain"),
        Start(),
        Contact(said="Masih dikerjakan"),
        Extend(until=UNTIL, contact=AGREED, agreed=True),
        Examine(found="Kabel terjepit"),
        Judge(fault="product"),
        ConfirmJudgement(),
        MakePromise(promise="p2", what="Ditelepon", by=UNTIL),
        KeepPromise(promise="p1"),
        BreakPromise(promise="p1", why="Lupa"),
        Wait(waits_for="part", why="Kabel dipesan"),
        Solve(cause="Kabel salah jalur", remedy="Kabel dipindah"),
        Close(answer="agreed", score=5),
        Reopen(why="Bunyi lagi"),
        Withdraw(why="Salah nota"),
        Note(text="Sudah ditelepon"),
        Correct(field="name", value="Bapak Harry", why="Salah tulis"),
        Attach(file="ab" * 32),
        LinkTo(number="K2202606190001234", link="same_matter", other="c2"),
        Settle(text="Batal tetap berlaku"),
        PrintReceipt(paper="a5"),
    )
}
"""Every act with details that are in order."""


@dataclass
class Case:
    """One complaint at one desk; `do` decides, writes and folds, as the desk does."""

    now: datetime = MORNING
    people: tuple[Colleague, ...] = PEOPLE
    node: str = "a1" * 8
    branch: str = "1"
    branches: tuple[str, ...] = ("1", "2", "3")
    entries: list[Entry] = field(default_factory=list)
    heard: list[Entry] = field(default_factory=list)

    @property
    def known(self) -> list[Entry]:
        """What was written here, and what came from other desks."""
        return [*self.entries, *self.heard]

    @property
    def complaint(self) -> Complaint:
        """As it stands here."""
        return fold(ID, self.known)

    @property
    def last_tick(self) -> int:
        """The highest that was ever seen here."""
        return max((entry.tick for entry in self.known), default=0)

    @property
    def moment(self) -> datetime:
        """When the next entry counts as written."""
        return max(self.now, time_of(self.last_tick)) if self.last_tick else self.now

    def circle(self, who: str) -> Circle:
        """Who acts, among those who work here."""
        roles = next((one.roles for one in self.people if one.id == who), ())
        return Circle(who, roles, self.people, branch=self.branch, branches=self.branches)

    def do(self, who: str, act: Act, **later: float) -> Complaint:
        """Somebody acts, `timedelta(**later)` after the last time; gives the complaint then."""
        self.now += timedelta(**later)
        event = decide(act, self.complaint, self.circle(who), self.moment)
        self.tell(event, who)
        return self.complaint

    def tell(self, event: Event, who: str = "wati", *, seen: bytes | None = None) -> Entry:
        """The next entry of this desk, asked or not."""
        last = self.entries[-1] if self.entries else None
        body, personal = parts(event)
        entry = chained(
            node=self.node,
            seq=last.seq + 1 if last else 1,
            tick=next_tick(self.last_tick, self.now),
            seen=seen,
            at=f"{self.now.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.000Z",
            actor=who,
            kind=event.KIND,
            subject=ID,
            body=body,
            personal=personal,
            salt=b"\5" * 16,
            prev=last.hash if last else START,
        )
        self.entries.append(entry)
        return entry


def case(people: tuple[Colleague, ...] = PEOPLE) -> Case:
    """Bapak Hari's complaint has just been registered by the first of these people."""
    fresh = Case(people=people)
    fresh.tell(REGISTERED, people[0].id)
    return fresh


WAY: tuple[tuple[str, tuple[tuple[str, Act], ...]], ...] = (
    ("received", ()),
    ("passed_on", (("wati", PassOn(to="budi")),)),
    ("in_handling", (("budi", Accept()), ("budi", Start()))),
    ("waiting_customer", (("budi", Wait(waits_for="customer", why="Barang belum dibawa")),)),
    ("solved", (("budi", Solve(cause="Kabel salah jalur", remedy="Kabel dipindah")),)),
    ("closed", (("rina", Close(answer="agreed", score=5)),)),
    ("reopened", (("rina", Reopen(why="Bunyi lagi")),)),
    ("withdrawn", (("wati", Withdraw(why="Sudah baik sendiri")),)),
)
"""A case that comes through every state, one after the other."""


def in_state(state: str, *, judged: bool = True, promised: bool = True) -> Case:
    """A case that came to this state by what people did; judged by Budi, with Wati's promise."""
    fresh = case()
    if promised:
        fresh.do("wati", MakePromise(promise="p1", what="Uang kembali", by="2026-06-26 17:00"))
    if judged:
        fresh.do("budi", Judge(fault="shop"))
    for reached, deeds in WAY:
        for who, act in deeds:
            fresh.do(who, act, minutes=1)
        if reached == state:
            break
    assert fresh.complaint.state == state
    return fresh


def every_kind(above: type[Event] = Event) -> Iterator[type[Event]]:
    """Everything that can be said in the journal."""
    for kind in above.__subclasses__():
        if kind.KIND:
            yield kind
        yield from every_kind(kind)


def story(complaint: Complaint) -> str:
    """The complaint as a clerk would tell it."""
    lines = [f"{line.at.astimezone():%H.%M} {line.kind} {line.text}" for line in complaint.timeline]
    marks = [f"! {conflict}" for conflict in complaint.conflicts]
    end = ["? update needed"] * complaint.update_needed
    told = [f"{complaint.number} {complaint.state}", *lines, *marks, *end]
    return "\n".join(line.rstrip() for line in told)
