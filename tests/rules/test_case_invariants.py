"""Whatever people try, in whatever order it arrives, under whatever clock: what always holds.

People of one company act at two desks that hear of each other now and then; much of what they try
is refused. The rules that no sequence may break are those of domain.md, sections 1, 4 and 6.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from desk.rules import acts, deciding
from desk.rules.acts import Act
from desk.rules.chain import Entry, is_whole
from desk.rules.choices import STATES
from desk.rules.complaint import Complaint
from desk.rules.deciding import decide
from desk.rules.entries import ComplaintRegistered
from desk.rules.errors import DeskError
from desk.rules.folding import fold, in_order, moment_of
from desk.rules.people import Action, Colleague
from tests.rules.case import ID, PEOPLE, REGISTERED, WELL_DONE, Case

STAFF = (*PEOPLE, Colleague("sari", "Sari", ("staff", "cro", "supervisor", "technician")))
LATE = {"late", "open_late"}
ZONES = {
    "Jakarta": "WIB-7",
    "Berlin, where the clocks change": "CET-1CEST,M3.5.0,M10.5.0/3",
    "Lord Howe, where they change by half an hour": "LHST-10:30LHDT-11,M10.1.0,M4.1.0",
}
Planned = Callable[[datetime], Act]
"""An act whose moments are counted from when it is done."""

words = st.sampled_from(["", "Kabel", "Sudah ditelepon"])
reasons = st.sampled_from(["Lupa", "Libur", ""])
people = st.sampled_from([one.id for one in STAFF])
hours = st.integers(-5, 90)
contacts = st.builds(
    acts.Contact,
    direction=st.sampled_from(["in", "out"]),
    how=st.sampled_from(["phone", "visit"]),
    answered=st.booleans(),
    said=words,
)


def at_once(strategy: st.SearchStrategy[Act]) -> st.SearchStrategy[Planned]:
    """An act without a moment in it."""
    return strategy.map(lambda act: lambda now: act)


def extend(hours: int, contact: acts.Contact | None, agreed: bool) -> Planned:
    return lambda now: acts.Extend(
        until=(now + timedelta(hours=hours)).isoformat(), contact=contact, agreed=agreed
    )


def promise(name: str, hours: int) -> Planned:
    return lambda now: acts.MakePromise(
        promise=name, what="Ditelepon", by=(now + timedelta(hours=hours)).isoformat()
    )


names = st.sampled_from(["p1", "p2", ""])
field = st.sampled_from(["name", "product", "safety", "number", "received_at", "nota"])
deeds: st.SearchStrategy[Planned] = st.one_of(
    at_once(st.builds(acts.PassOn, to=people)),
    at_once(st.just(acts.Accept()) | st.builds(acts.Decline, why=reasons)),
    at_once(st.just(acts.Start()) | contacts),
    st.builds(extend, hours, st.none() | contacts, st.booleans()),
    at_once(st.builds(acts.Examine, found=words, cause=words, remedy=words)),
    at_once(st.builds(acts.Judge, fault=st.sampled_from(["shop", "product", "customer", "x"]))),
    at_once(st.just(acts.ConfirmJudgement())),
    st.builds(promise, names, hours),
    at_once(st.builds(acts.KeepPromise, promise=names)),
    at_once(st.builds(acts.BreakPromise, promise=names, why=reasons)),
    at_once(st.builds(acts.Wait, waits_for=st.sampled_from(["customer", "part"]), why=reasons)),
    at_once(st.builds(acts.Solve, cause=words, remedy=words)),
    at_once(
        st.builds(
            acts.Close,
            answer=st.sampled_from(["agreed", "partly", "not_agreed", ""]),
            score=st.none() | st.integers(0, 6),
            why=reasons,
        )
    ),
    at_once(st.builds(acts.Reopen, why=reasons) | st.builds(acts.Withdraw, why=reasons)),
    at_once(st.builds(acts.Correct, field=field, value=st.sampled_from(["true", ""]), why=reasons)),
    at_once(st.builds(acts.Note, text=words) | st.just(acts.PrintReceipt(paper="a5"))),
)
moves = st.one_of(
    st.timedeltas(timedelta(0), timedelta(minutes=30)),
    st.timedeltas(timedelta(hours=3), timedelta(hours=30)),
    st.timedeltas(timedelta(hours=-30), timedelta(0)),
)


@dataclass(frozen=True)
class Step:
    """What somebody tries at one of two desks; where `wild` is None, something they may do."""

    at: int
    wild: tuple[str, Planned] | None
    pick: int
    move: timedelta
    hears: bool

    def chosen(self, shop: Case) -> tuple[str, Act]:
        """Who does what."""
        if self.wild is not None:
            who, planned = self.wild
            return who, planned(shop.moment)
        complaint = shop.complaint
        for action in TAME[self.pick :] + TAME[: self.pick]:
            for one in STAFF[self.at :] + STAFF[: self.at]:
                if deciding.refusal(action, shop.circle(one.id), complaint) is None:
                    return one.id, timely(WELL_DONE[action], shop.moment)
        raise AssertionError("a note can always be written")


TAME = [
    Action(action)
    for action, shares in {
        "reopen": 5, "close": 5, "accept": 2, "decline": 1, "solve": 3, "keep": 2, "break": 1,
        "extend": 3, "start": 1, "pass_on": 2, "contact": 1, "examine": 1, "judge": 1,
        "confirm_judgement": 1, "promise": 2, "wait": 1, "correct": 1, "note": 1,
    }.items()
    for _ in range(shares)
]  # fmt: skip
"""What people do of their own accord, some of it oftener: so that cases come to their end."""


def timely(act: Act, now: datetime) -> Act:
    """The same act, with a moment that still lies ahead."""
    if isinstance(act, acts.Extend):
        return structs.replace(act, until=(now + timedelta(hours=60)).isoformat())
    if isinstance(act, acts.MakePromise):
        return structs.replace(act, by=(now + timedelta(hours=3)).isoformat())
    return act


step = st.builds(
    Step,
    at=st.integers(0, 1),
    wild=st.none() | st.none() | st.tuples(people, deeds),
    pick=st.integers(0, len(TAME) - 1),
    move=moves,
    hears=st.booleans(),
)
steps = st.lists(step, min_size=9, max_size=30) | st.lists(step, max_size=6)
beginnings = st.sampled_from(
    [
        "2026-06-19T09:12:00",
        "2026-03-28T12:00:00",  # the clocks go forward
        "2026-10-24T12:00:00",  # and back
        "2026-04-04T15:00:00",
        "2024-02-28T23:30:00",  # a leap day
        "2026-12-31T20:00:00",
    ]
)


def lived(begins: str, tried: list[Step]) -> list[Entry]:
    """What two desks wrote, where the second heard of the case after it was registered."""
    now = datetime.fromisoformat(begins).astimezone()
    shops = [Case(now=now, people=STAFF), Case(now=now, people=STAFF, node="b2" * 8)]
    shops[0].tell(registered(now))
    shops[1].heard.append(shops[0].entries[0])
    for tries in tried:
        shop, other = shops[tries.at], shops[1 - tries.at]
        shop.now += tries.move
        do(shop, tries)
        if tries.hears:
            other.heard = list(shop.entries)
    return [*shops[0].entries, *shops[1].entries]


def do(shop: Case, tries: Step) -> bool:
    """Somebody tries it; gives whether they might."""
    before = shop.known
    who, act = tries.chosen(shop)
    seen = shop.complaint.head
    try:
        event = decide(act, shop.complaint, shop.circle(who), shop.moment)
    except DeskError:
        assert shop.known == before, "what was refused changed something"
        return False
    shop.tell(event, who, seen=seen)
    return True


def registered(now: datetime) -> ComplaintRegistered:
    """The case that all of this is about came in an hour ago."""
    came = (now - timedelta(hours=1)).isoformat(timespec="seconds")
    return structs.replace(REGISTERED, received_at=came)


def bucket(complaint: Complaint, entry: Entry) -> str:
    """Where it belonged when this entry was written."""
    return complaint.bucket(moment_of(entry))


def check_growth(before: Complaint, entry: Entry, after: Complaint, then: Entry) -> None:
    """What one more entry may change, and what it never may."""
    if bucket(before, entry) in LATE:
        assert bucket(after, then) in LATE, "once late, for good"
    assert (after.number, after.first_due_at) == (before.number, before.first_due_at)
    assert after.received_at == before.received_at
    assert after.timeline[:-1] == before.timeline
    assert after.conflicts[: len(before.conflicts)] == before.conflicts
    kind = then.kind.removeprefix("complaint.")
    if after.due_at != before.due_at:
        assert kind in {"extended", "reopened"}
    if after.extensions != before.extensions:
        assert (kind, after.extensions) == ("extended", before.extensions + 1)
        assert after.timeline[-1].text, "what the customer said"
    if after.fault != before.fault:
        assert kind == "judged"
    if after.closed_at != before.closed_at:
        assert kind in {"closed", "reopened"}
    if after.registered != before.registered:
        assert kind == "corrected"
        assert after.registered is not None
        assert before.registered is not None
        for name in ("number", "nota", "branch", "received_at", "customer"):
            assert getattr(after.registered, name) == getattr(before.registered, name)


def check_as_it_stands(complaint: Complaint, now: datetime) -> None:
    """What holds of any complaint at any time."""
    assert complaint.state in STATES
    assert complaint.open == (complaint.state not in {"closed", "withdrawn"})
    assert (complaint.state == "closed") == (complaint.closed_at is not None)
    assert complaint.flag == {"shop": True, "product": False, "customer": False}.get(
        complaint.fault
    )
    assert complaint.late(now) == (complaint.bucket(now) in LATE)
    if complaint.state in {"closed", "withdrawn", "solved"}:
        assert complaint.bucket(now) in {"in_time", "extended", "late"}
    else:
        assert complaint.bucket(now) in {"open", "open_late"}
    closings = [line for line in complaint.timeline if line.kind == "complaint.closed"]
    unhappy = {line.actor for line in closings if line.about("answer") == "not_agreed"}
    assert unhappy <= {"hana"}, "not agreed is never closed by the shop"
    if complaint.state == "closed":
        assert complaint.next_contact_at is None
        assert complaint.answer


def check_everything(entries: list[Entry]) -> None:
    """The invariants along the one order of folding."""
    ordered = in_order(entries)
    grown = [fold(ID, ordered[: at + 1]) for at in range(len(ordered))]
    for (before, entry), (after, then) in pairwise(zip(grown, ordered, strict=True)):
        check_growth(before, entry, after, then)
    for complaint, entry in zip(grown, ordered, strict=True):
        check_as_it_stands(complaint, moment_of(entry))
    assert all(map(is_whole, entries))


@pytest.mark.parametrize("zone", ZONES.values(), ids=ZONES)
@settings(
    max_examples=50,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(begins=beginnings, tried=steps)
def test_no_sequence_of_deeds_breaks_what_always_holds(
    local_zone: Callable[[str], None],
    zone: str,
    begins: str,
    tried: list[Step],
) -> None:
    local_zone(zone)
    check_everything(lived(begins, tried))


@given(begins=beginnings, tried=steps, data=st.data())
def test_entries_that_come_in_any_order_twice_or_not_at_all_tell_the_same_or_less(
    begins: str, tried: list[Step], data: st.DataObject
) -> None:
    entries = lived(begins, tried)
    whole = fold(ID, entries)
    assert fold(ID, data.draw(st.permutations([*entries, *entries[:4]]))) == whole
    now = moment_of(in_order(entries)[-1])
    lost = data.draw(st.lists(st.sampled_from(entries), max_size=4))
    part = fold(ID, [entry for entry in entries if entry not in lost])
    assert part.number in {"", whole.number}
    assert part.first_due_at in {None, whole.first_due_at}
    assert part.open == (part.state not in {"closed", "withdrawn"})
    assert part.bucket(now) in {"in_time", "extended", "late", "open", "open_late"}


@given(begins=beginnings, tried=steps)
def test_at_one_desk_a_case_that_was_late_stays_late_whatever_is_permitted(
    begins: str, tried: list[Step]
) -> None:
    """As the desk itself sees it, entry by entry, with nobody else writing."""
    now = datetime.fromisoformat(begins).astimezone()
    shop = Case(now=now, people=STAFF)
    shop.tell(registered(now))
    was_late = False
    for tries in tried:
        shop.now += tries.move
        if not do(shop, tries):
            continue
        is_late = bucket(shop.complaint, shop.entries[-1]) in LATE
        assert is_late or not was_late
        assert not shop.complaint.conflicts, "what is permitted contradicts nothing"
        was_late = is_late
