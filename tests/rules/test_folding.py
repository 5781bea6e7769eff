"""A complaint is what its entries add up to: at every desk the same, and never a failure."""

import json
from datetime import UTC, datetime, timedelta
from typing import get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import fields, replace

from desk.rules.chain import Entry
from desk.rules.choices import STATES
from desk.rules.complaint import Complaint
from desk.rules.entries import ComplaintNoted, ComplaintWithdrawn, Event, ReceiptPrinted, StaffAdded
from desk.rules.folding import fold, in_order
from tests.rules.case import REGISTERED, every_kind, story

PRINTED = ReceiptPrinted(paper="roll80", way="printer", copy=1)
NOTED = ComplaintNoted(text="Sudah ditelepon")
WITHDRAWN = ComplaintWithdrawn(why="Salah nota")
NOW = datetime(2026, 6, 19, 12, 0, tzinfo=UTC)


def folded(desk) -> Complaint:
    """What the desk told about the one complaint."""
    return fold("c1", desk.entries)


def test_a_complaint_is_registered_and_the_promise_begins(desk_telling) -> None:
    desk = desk_telling()
    registered = desk.tell(REGISTERED, actor="wati")
    complaint = folded(desk)
    assert story(complaint) == (
        "K1202606190001234 received\n09.12 complaint.registered Rem berat dan berbunyi"
    )
    assert complaint.received_at.isoformat() == "2026-06-19T09:12:00+07:00"
    assert complaint.due_at == complaint.first_due_at == complaint.next_contact_at
    assert complaint.due_at.isoformat() == "2026-06-20T09:12:00+07:00"
    assert (complaint.served_by, complaint.node) == ("wati", desk.node)
    assert (complaint.head, complaint.tick) == (registered.hash, registered.tick)
    assert complaint.open
    assert complaint.bucket(NOW) == "open"
    assert complaint.bucket(NOW + timedelta(days=1)) == "open_late"
    assert (complaint.flag, complaint.score, complaint.extensions) == (None, None, 0)


def test_a_complaint_is_withdrawn(desk_telling) -> None:
    desk = desk_telling()
    for event in (REGISTERED, PRINTED, NOTED, PRINTED, WITHDRAWN, NOTED):
        desk.tell(event)
    complaint = folded(desk)
    assert (
        story(complaint)
        == """\
K1202606190001234 withdrawn
09.12 complaint.registered Rem berat dan berbunyi
09.13 receipt.printed
09.14 complaint.noted Sudah ditelepon
09.15 receipt.printed
09.16 complaint.withdrawn Salah nota
09.17 complaint.noted Sudah ditelepon"""
    )
    assert complaint.receipts == 2
    assert not complaint.open
    assert complaint.next_contact_at is None
    assert complaint.bucket(NOW + timedelta(days=9)) == "in_time"
    assert not complaint.late(NOW + timedelta(days=9))


def test_nothing_about_a_complaint_is_an_empty_complaint() -> None:
    complaint = fold("c1", [])
    assert complaint == Complaint(id="c1")
    assert complaint.bucket(NOW) == "open"
    assert not complaint.late(NOW)


def test_two_that_withdraw_at_once_are_both_told_and_a_person_sees_it(desk_telling) -> None:
    desk, other = desk_telling(), desk_telling(node="b2" * 8, now=NOW)
    desk.tell(REGISTERED)
    desk.tell(WITHDRAWN)
    other.tell(ComplaintWithdrawn(why="Pelanggan batal"))
    complaint = fold("c1", [*other.entries, *desk.entries])
    assert (
        story(complaint)
        == """\
K1202606190001234 withdrawn
09.12 complaint.registered Rem berat dan berbunyi
09.13 complaint.withdrawn Salah nota
19.00 complaint.withdrawn Pelanggan batal
! “complaint.withdrawn” came when it was not open any more."""
    )
    assert complaint.ended_at == datetime(2026, 6, 19, 2, 13, tzinfo=UTC)


def test_a_second_registration_changes_nothing_and_a_person_sees_it(desk_telling) -> None:
    desk = desk_telling()
    desk.tell(REGISTERED)
    desk.tell(replace(REGISTERED, number="K1202606190009999", name="Ibu Rita"))
    complaint = folded(desk)
    assert complaint.registered == REGISTERED
    assert [str(conflict) for conflict in complaint.conflicts] == ["It was registered twice."]


def test_a_complaint_whose_registration_is_still_on_its_way_holds_what_is_known(
    desk_telling,
) -> None:
    desk = desk_telling()
    desk.tell(NOTED)
    desk.tell(WITHDRAWN)
    early = folded(desk)
    assert (early.number, early.state, early.due_at) == ("", "withdrawn", None)
    desk.tell(REGISTERED)
    whole = folded(desk)
    assert (whole.number, whole.state) == (REGISTERED.number, "withdrawn")
    assert whole.next_contact_at is None
    assert not whole.conflicts


def test_an_entry_of_a_newer_program_asks_for_an_update_and_keeps_the_rest(desk_telling) -> None:
    desk = desk_telling()
    desk.tell(REGISTERED)
    desk.write("complaint.sung_about", {"v": 1, "song": "Halo-halo Bandung"}, {})
    desk.tell(NOTED)
    assert (
        story(folded(desk))
        == """\
K1202606190001234 received
09.12 complaint.registered Rem berat dan berbunyi
09.13 complaint.sung_about
09.14 complaint.noted Sudah ditelepon
? update needed"""
    )


@pytest.mark.parametrize("received", ["", "soon", "2026-13-01", "9999-12-31T23:00:00+00:00"])
def test_a_registration_with_an_impossible_time_asks_for_an_update(received, desk_telling) -> None:
    desk = desk_telling()
    desk.tell(replace(REGISTERED, received_at=received))
    complaint = folded(desk)
    assert complaint.update_needed
    assert complaint.due_at is None


@pytest.mark.parametrize("at", ["", "tomorrow", "99999-01-01", "0001-01-01T00:00:00+14:00"])
def test_an_entry_with_an_impossible_time_keeps_its_place_in_the_order(at, desk_telling) -> None:
    desk = desk_telling()
    entries = [desk.tell(REGISTERED), replace(desk.tell(WITHDRAWN), at=at), desk.tell(NOTED)]
    complaint = fold("c1", entries)
    kinds = [line.kind for line in complaint.timeline]
    assert kinds == ["complaint.registered", "complaint.withdrawn", "complaint.noted"]
    assert complaint.state == "withdrawn"


def test_an_entry_that_comes_twice_counts_once(desk_telling) -> None:
    desk = desk_telling()
    for event in (REGISTERED, PRINTED, WITHDRAWN):
        desk.tell(event)
    assert fold("c1", desk.entries * 3) == folded(desk)
    assert not fold("c1", desk.entries * 3).conflicts


KNOWN = [REGISTERED, PRINTED, NOTED, WITHDRAWN, StaffAdded(roles=("staff",), name="Wati")]
bodies = st.one_of(
    st.sampled_from(["", "null", "[]", "{", '{"v":1}', '{"v":2}', "[" * 20_000]),
    st.dictionaries(
        st.sampled_from(["v", "number", "received_at", "nota", "to", "until", "by", "score"]),
        st.integers() | st.text() | st.none() | st.floats() | st.lists(st.text()),
    ).map(json.dumps),
    st.text(),
)
times = st.one_of(
    st.datetimes(timezones=st.just(UTC)).map(datetime.isoformat),
    st.datetimes().map(datetime.isoformat),
    st.sampled_from(["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", ""]),
    st.text(),
)
VALUES = {
    str: st.text(max_size=3) | times | st.sampled_from(["p1", "shop", "safety", "customer"]),
    int: st.integers(-(2**63), 2**63 - 1),
    bool: st.booleans(),
    tuple[str, ...]: st.lists(st.text(max_size=3), max_size=2).map(tuple),
}


def anything(kind: type[Event]) -> st.SearchStrategy[Event]:
    """An event of this kind that holds anything a file could hold."""
    hints = get_type_hints(kind)
    return st.builds(kind, **{item.name: VALUES[hints[item.name]] for item in fields(kind)})


any_event = st.sampled_from(sorted(every_kind(), key=lambda kind: kind.KIND)).flatmap(anything)
hostile = st.builds(
    Entry,
    node=st.sampled_from(["a1" * 8, "b2" * 8, ""]),
    seq=st.integers(1, 5),
    tick=st.integers(-5, 5) | st.integers(-(2**63), 2**63 - 1),
    seen=st.none() | st.binary(max_size=32),
    at=times,
    actor=st.text(max_size=5),
    kind=st.sampled_from(sorted(kind.KIND for kind in every_kind())) | st.text(max_size=20),
    subject=st.sampled_from(["c1", "c2"]),
    body=bodies,
    personal=st.none() | bodies,
    salt=st.none() | st.binary(max_size=16),
    personal_digest=st.none(),
    prev=st.binary(max_size=4),
    hash=st.binary(max_size=4),
)


@st.composite
def histories(draw, desk_telling) -> list[Entry]:
    """What two desks tell about one complaint, at hours that may be anything, and what is wrong."""
    desks = [desk_telling(), desk_telling(node="b2" * 8)]
    for _ in range(draw(st.integers(0, 8))):
        desk = draw(st.sampled_from(desks))
        desk.now += timedelta(minutes=draw(st.integers(-90, 90)))
        desk.tell(draw(st.sampled_from(KNOWN) | any_event))
    return [*desks[0].entries, *desks[1].entries, *draw(st.lists(hostile, max_size=4))]


@given(st.data())
def test_folding_never_fails_and_does_not_depend_on_the_order(desk_telling, data) -> None:
    entries = data.draw(histories(desk_telling))
    complaint = fold("c1", entries)
    again = data.draw(st.permutations([*entries, *entries[:3]]))
    assert fold("c1", again) == complaint
    assert len(complaint.timeline) == len(set(entries))
    assert in_order(again) == in_order(entries)
    assert complaint.state in STATES
    assert complaint.bucket(NOW) in {"in_time", "extended", "late", "open", "open_late"}
    assert complaint.late(NOW) in {True, False}
    assert complaint.open == (complaint.state not in {"closed", "withdrawn"})
    assert complaint.aftercare_at is None or complaint.state == "closed"
    assert complaint.burns_at is None or complaint.burns_at.tzinfo
