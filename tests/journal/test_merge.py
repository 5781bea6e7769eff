"""Entries of other desks come in: in slices, twice, in any order; and never two under one name."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import permutations

import pytest
from msgspec.structs import replace

from desk.journal import exchanged, merge
from desk.journal.merge import Forked, Taken, check_forks, files_named, gap
from desk.journal.views import append_many
from desk.rules.chain import Entry, is_whole, next_tick
from desk.rules.entries import ComplaintAttached, ComplaintNoted, ComplaintRegistered
from tests.journal.databases import ON_A_FILE, ON_A_SERVER

PHOTO, OTHER = "ab" * 32, "cd" * 32


def registered(nota: int = 7, **fields) -> ComplaintRegistered:
    return ComplaintRegistered(
        number=f"K220260620{nota:07}", branch="2", received_at="2026-06-20T09:12:00+07:00",
        nota=nota, customer="u1", name="Bapak Joni", what_happened="Setang longgar", **fields,
    )  # fmt: skip


@pytest.fixture
def there(elsewhere):
    """A desk of branch 2 that wrote five entries about two complaints."""
    desk = elsewhere()
    desk.tell(registered(), "c1")
    desk.tell(ComplaintNoted(text="satu"), "c1")
    desk.tell(registered(8, files=(PHOTO,)), "c2")
    desk.tell(ComplaintAttached(file=OTHER), "c2")
    desk.tell(ComplaintNoted(text="dua"), "c1")
    return desk


def take(counter, entries, **how) -> Taken:
    how = {"has_file": lambda digest: digest == OTHER, **how}
    return merge.merge(counter.desk.journal, entries, now=counter.clock(), **how)


def test_what_comes_in_is_seen_at_once_and_twice_changes_nothing(counter, there) -> None:
    assert take(counter, there.entries) == Taken(applied=5)
    tables = counter.tables()
    assert [len(counter.desk.complaint(c).timeline) for c in ("c1", "c2")] == [3, 2]
    assert take(counter, there.entries) == Taken(known=5)
    assert take(counter, there.entries[2:4]) == Taken(known=2)
    assert counter.tables() == tables
    assert counter.wrong() == ""


def test_slices_in_any_order_add_up_to_the_same(fresh, there) -> None:
    entries = there.entries
    seen = []
    for order in permutations([entries[:2], entries[2:3], entries[3:]]):
        with fresh() as counter:
            for some in order:
                take(counter, some)
            assert counter.wrong() == ""
            seen.append([counter.desk.complaint(c) for c in ("c1", "c2")])
    assert all(each == seen[0] for each in seen)


def test_the_mark_follows_a_whole_chain_and_not_one_with_parts_left_out(counter, there) -> None:
    journal = counter.desk.journal
    take(counter, there.entries[:2])
    assert exchanged.mark_of(journal, there.node) == exchanged.Mark(
        there.node, 2, there.entries[1].hash
    )
    assert (gap(journal, there.node, 3), gap(journal, there.node, 5)) == (0, 2)
    take(counter, [there.entries[4]], partial=[there.node])
    assert (exchanged.mark_of(journal, there.node).seq, counter.wrong()) == (2, "")
    assert exchanged.mark_of(journal, there.node).partial


def test_without_marking_nothing_is_promised(counter, there) -> None:
    take(counter, there.entries, marking=False)
    assert exchanged.mark_of(counter.desk.journal, there.node).seq == 0
    assert counter.wrong() == ""


def test_what_is_told_with_a_slice_is_kept_with_it_or_not_at_all(counter, there) -> None:
    def full_disk(taken: Taken) -> None:
        raise OSError(str(taken.applied))

    with pytest.raises(OSError, match="5"):
        take(counter, there.entries, also=full_disk)
    assert there.node not in counter.desk.journal.nodes()
    heard: list[Taken] = []
    take(counter, there.entries, also=heard.append)
    assert heard == [Taken(applied=5)]


def another(entry: Entry) -> Entry:
    """The same place in the chain, but not the same entry."""
    return replace(entry, hash=b"\3" * 32)


def test_two_entries_under_one_number_are_a_fork_and_nothing_is_taken(counter, there) -> None:
    take(counter, there.entries[:3])
    forked = [*there.entries[3:], another(there.entries[1])]
    with pytest.raises(Forked, match="two different entries under the number 2") as told:
        take(counter, forked)
    assert (told.value.node, told.value.seq) == (there.node, 2)
    assert counter.desk.journal.seq_of(there.node) == 3
    with pytest.raises(Forked):
        check_forks(counter.desk.journal, forked)
    check_forks(counter.desk.journal, there.entries)


def test_nobody_writes_under_our_own_name(counter, elsewhere) -> None:
    own = counter.desk.journal
    impostor = elsewhere(node=own.node)
    impostor.tell(registered(), "c1")
    entry = replace(impostor.entries[0], seq=own.seq_of(own.node) + 1)
    with pytest.raises(Forked):
        take(counter, [entry])


def test_an_entry_without_its_personal_data_is_filled_in_later(counter, there) -> None:
    bare = [replace(entry, personal=None, salt=None) for entry in there.entries]
    assert all(map(is_whole, bare))
    take(counter, bare, marking=False)
    assert counter.desk.complaint("c1").registered.name == ""
    assert take(counter, there.entries) == Taken(known=5)
    assert counter.desk.complaint("c1").registered.name == "Bapak Joni"
    assert take(counter, bare) == Taken(known=5)
    assert counter.desk.complaint("c1").registered.name == "Bapak Joni"
    assert counter.wrong() == ""


def test_a_time_in_the_future_counts_as_data_only(counter, elsewhere) -> None:
    ahead = elsewhere(now=counter.clock() + timedelta(hours=27))
    ahead.tell(registered(), "c1")
    near = elsewhere(node="c3" * 8, now=counter.clock() + timedelta(hours=25))
    near.tell(registered(9), "c9")
    assert take(counter, [*ahead.entries, *near.entries]) == Taken(applied=2, doubtful=1)
    assert counter.store.run("SELECT subject FROM doubt") == [("c1",)]
    assert counter.desk.journal.last_tick(counter.clock()) == near.entries[0].tick
    assert take(counter, ahead.entries) == Taken(known=1)
    counter.clock.forward(days=3)
    counter.take_in()
    assert counter.desk.journal.last_tick(counter.clock()) >= next_tick(0, counter.clock())


def test_photos_that_are_not_here_are_noted_until_they_come(counter, there) -> None:
    take(counter, there.entries)
    assert exchanged.lacking(counter.store) == (PHOTO,)
    take(counter, there.entries)
    assert exchanged.lacking(counter.store) == (PHOTO,)
    with counter.store.transaction():
        merge.file_came(counter.desk.journal, PHOTO)
    assert exchanged.lacking(counter.store) == ()


def test_only_what_looks_like_a_file_is_asked_for(elsewhere) -> None:
    odd = elsewhere()
    for body in ({"file": "x"}, {"files": 7}, {"files": ["A" * 64]}, {"file": PHOTO}, {"v": 1}):
        odd.write("complaint.attached", "c1", body)
    odd.write("complaint.noted", "c1", {"file": OTHER})
    assert files_named([*odd.entries, *odd.entries]) == [PHOTO]
    assert files_named([replace(odd.entries[0], body="[1]")]) == []
    assert files_named([replace(odd.entries[0], body="{")]) == []


@ON_A_FILE
def test_what_is_here_of_a_slice_is_asked_by_one_range(counter, elsewhere) -> None:
    busy = elsewhere()
    busy.tell(registered(), "c1")
    for at in range(1_999):
        busy.tell(ComplaintNoted(text=str(at)), "c1")
    take(counter, busy.entries)
    asked: list[str] = []
    counter.store.database.connection().set_trace_callback(asked.append)
    check_forks(counter.desk.journal, busy.entries)
    far = replace(busy.entries[7], seq=4_000_000)
    check_forks(counter.desk.journal, [busy.entries[7], far])
    counter.store.database.connection().set_trace_callback(None)
    ranges = [re.findall(r'"seq" [<>]= (\d+)', each) for each in asked if '"hash"' in each]
    assert ranges == [["1", "2000"], ["8", "8"], ["4000000", "4000000"]]


@ON_A_SERVER
def test_a_new_server_looks_at_its_tables_after_the_first_many_entries(counter, elsewhere) -> None:
    def known() -> float:
        (found,) = counter.store.run(
            "SELECT reltuples FROM pg_class WHERE oid = to_regclass('entry')"
        )
        return found[0]

    busy = elsewhere()
    busy.tell(registered(), "c1")
    take(counter, busy.entries)
    counter.store.run("ANALYZE entry")  # the database may have served another test before
    before = known()
    rows = [
        (busy.node, n, n, None, "", "", "complaint.noted", "c1", "{}", None, None, None, b"", b"")
        for n in range(2, 10_001)
    ]
    with counter.store.transaction():
        append_many(counter.store, [Entry(*row) for row in rows])
    assert before < 10_000 <= known()


def test_thousands_of_entries_come_in_one_slice(counter, elsewhere) -> None:
    busy = elsewhere()
    busy.tell(registered(), "c1")
    for at in range(1_500):
        busy.tell(ComplaintNoted(text=str(at)), "c1")
    assert take(counter, busy.entries) == Taken(applied=1_501)
    assert take(counter, busy.entries) == Taken(known=1_501)
