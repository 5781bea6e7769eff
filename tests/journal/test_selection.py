"""What goes into a file: all that is new for head office, and for a branch what concerns it."""

from __future__ import annotations

import pytest

from desk.journal import exchanged, merge
from desk.journal.merge import Stretch
from desk.rules.entries import (
    ComplaintNoted,
    ComplaintPassedOn,
    ComplaintRegistered,
    DeskSetUp,
    StaffAdded,
    StaffPinSet,
)

A, A2, B = "a2" * 8, "a3" * 8, "b2" * 8


def registered(branch: str, nota: int) -> ComplaintRegistered:
    return ComplaintRegistered(
        number=f"K{branch}20260620{nota:07}", branch=branch, nota=nota, customer="u1",
        received_at="2026-06-20T09:12:00+07:00", name="Bapak Joni", what_happened="Longgar",
    )  # fmt: skip


@pytest.fixture
def there(elsewhere):
    """The desks of branches 2 and 3, each with somebody and a complaint."""
    desks = {}
    for node, branch in ((A, "2"), (B, "3")):
        desk = elsewhere(node=node)
        desk.tell(DeskSetUp(branch=branch), node)
        desk.tell(StaffAdded(name=f"Budi {branch}", roles=("staff",)), "budi")
        desk.tell(StaffPinSet(), "budi")
        desk.tell(registered(branch, 7), f"c{branch}")
        desk.tell(ComplaintNoted(text="x"), f"c{branch}")
        desks[branch] = desk
    return desks


def take(counter, *desks) -> None:
    for desk in desks:
        merge.merge(counter.desk.journal, desk.entries, now=counter.clock(), has_file=bool)


def chosen(counter, branch: str, acknowledged=None, receiver: str = "") -> dict[str, list[str]]:
    """What would go to the branch, by desk: seq and kind; other desks' `from–to` in front."""
    stretches = merge.for_branch(
        counter.desk.journal, branch, acknowledged or {}, receiver=receiver
    )
    return {each.node: drawn(counter, each) for each in stretches}


def drawn(counter, stretch: Stretch) -> list[str]:
    entries = list(merge.entries_of(counter.store, stretch))
    assert len(entries) == stretch.count
    kinds = [f"{entry.seq} {entry.kind}" for entry in entries]
    return [f"{stretch.first}–{stretch.last}", *kinds]


def test_head_office_gets_everything_that_is_new_and_nothing_else(counter, there) -> None:
    journal = counter.desk.journal
    take(counter, *there.values())
    last = journal.seq_of(journal.node)
    (whole,) = merge.for_head_office(journal, {})
    assert (whole.node, whole.first, whole.last, whole.count) == (journal.node, 1, last, last)
    counter.take_in()
    (new,) = merge.for_head_office(journal, {journal.node: last})
    assert drawn(counter, new) == [f"{last + 1}–{last + 1}", f"{last + 1} complaint.registered"]
    assert merge.for_head_office(journal, {journal.node: last + 1}) == []
    assert merge.for_head_office(journal, {journal.node: last + 99}) == []


def test_a_branch_gets_reference_data_and_none_of_other_branches(counter, there) -> None:
    take(counter, *there.values())
    own = counter.desk.journal.node
    found = chosen(counter, "2", receiver=A)
    assert set(found) == {own}
    kinds = {line.split()[1] for line in found[own][1:]}
    assert kinds == {"desk.set_up", "company.named", "branch.named", "staff.added"}


def test_a_complaint_passed_on_goes_whole_with_who_acted_on_it(counter, there) -> None:
    there["3"].tell(ComplaintPassedOn(to="", branch="2"), "c3")
    take(counter, *there.values())
    assert chosen(counter, "2", receiver=A)[B] == [
        "1–6",
        "2 staff.added",
        "4 complaint.registered",
        "5 complaint.noted",
        "6 complaint.passed_on",
    ]
    own = counter.desk.journal.node
    last = counter.desk.journal.seq_of(own)
    known = {B: 6, own: last}
    assert chosen(counter, "2", known, A) == {}
    there["3"].tell(ComplaintNoted(text="lagi"), "c3")
    there["3"].tell(registered("3", 8), "c4")
    take(counter, there["3"])
    assert chosen(counter, "2", known, A) == {B: ["2–8", "2 staff.added", "7 complaint.noted"]}


def test_what_was_written_long_before_goes_when_it_comes_to_concern_the_branch(
    counter, there
) -> None:
    take(counter, *there.values())
    own = counter.desk.journal.node
    known = {B: 5, own: counter.desk.journal.seq_of(own)}
    with counter.desk.journal.writing(actor="hana", now=counter.clock()) as pen:
        pen.write(ComplaintPassedOn(to="", branch="2"), subject="c3")
    found = chosen(counter, "2", known, A)
    assert found[B] == ["2–5", "2 staff.added", "4 complaint.registered", "5 complaint.noted"]
    assert found[own][1:] == [f"{known[own] + 1} complaint.passed_on"]


def test_a_restored_desk_gets_the_chain_of_the_lost_one_whole(counter, there, elsewhere) -> None:
    again = elsewhere(node=A2)
    again.tell(DeskSetUp(branch="2"), A2)
    take(counter, *there.values(), again)
    found = chosen(counter, "2", {A: 3, A2: 1}, A2)
    assert found[A] == ["4–5", "4 complaint.registered", "5 complaint.noted"]
    assert A2 not in found, "nobody is sent their own entries"
    assert chosen(counter, "2", {A: 1}, A2)[A][0] == "2–5"


def test_the_hashes_at_both_ends_are_those_of_the_chain(counter, there) -> None:
    there["3"].tell(ComplaintPassedOn(to="", branch="2"), "c3")
    there["3"].tell(StaffPinSet(), "budi")
    take(counter, *there.values())
    stretches = merge.for_branch(counter.desk.journal, "2", {B: 3}, receiver=A)
    (other,) = (each for each in stretches if each.node == B)
    entries = there["3"].entries
    assert (other.first, other.last, other.count) == (2, 7, 4)
    assert (other.prev_hash, other.head_hash) == (entries[0].hash, entries[6].hash)
    assert exchanged.mark_of(counter.desk.journal, B).seq == 7


def test_only_entries_with_a_photo_are_looked_through_for_one(counter, there) -> None:
    photo = "ab" * 32
    there["2"].write("complaint.attached", "c2", {"v": 1, "file": photo})
    there["2"].write("complaint.attached", "c2", {"v": 1, "file": photo})
    take(counter, there["2"])
    stretch = Stretch(A, 1, 7, b"", b"", 7)
    assert [entry.seq for entry in merge.files_in(counter.store, [stretch])] == [6, 7]
    some = Stretch(A, 1, 7, b"", b"", 2, (4, 7))
    assert [entry.seq for entry in merge.files_in(counter.store, [some])] == [7]
