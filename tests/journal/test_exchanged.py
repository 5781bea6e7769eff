"""How far files have carried what was written here, on both databases."""

from __future__ import annotations

from itertools import count

import pytest

from desk.app.commands import NoteExported
from desk.journal import exchanged
from desk.journal.doubles import suggest
from desk.journal.exchanged import Parcel
from desk.journal.views import append_many
from desk.rules.chain import Entry
from desk.rules.entries import ComplaintRegistered, ExportWritten
from tests.journal.databases import ON_A_FILE

OFFICE = "9f" * 8


def export(counter, package: str, *, upto: int | None = None, receiver: str = OFFICE) -> None:
    """A file for head office was written."""
    journal = counter.desk.journal
    last = journal.seq_of(journal.node) if upto is None else upto
    counter.desk.do(
        NoteExported(
            package=package,
            written=ExportWritten(
                receiver=receiver, sha256="", entries=1, upto=last, personal=True
            ),
        )
    )


def confirm(counter, upto: int) -> None:
    """Head office says that it has our chain so far."""
    with counter.store.transaction():
        exchanged.acknowledge(counter.store, OFFICE, [(counter.desk.journal.node, upto)])


def owed(counter) -> tuple[int, int, int]:
    """(missing, in no file, written and not confirmed)."""
    found = exchanged.owed(counter.desk.journal, OFFICE)
    return found.missing, found.to_export, found.unconfirmed


def test_a_complaint_is_in_no_file_then_on_its_way_then_confirmed(counter) -> None:
    assert owed(counter) == (0, 0, 0)
    counter.take_in()
    assert owed(counter) == (1, 1, 0)
    last = counter.desk.journal.seq_of(counter.desk.journal.node)
    counter.clock.forward(hours=1)
    export(counter, "p1")
    assert owed(counter) == (1, 0, 1)
    found = exchanged.owed(counter.desk.journal, OFFICE)
    assert found.since == "2026-06-20T02:12:00.000Z"
    assert found.exported_at is not None
    assert found.exported_at.startswith("2026-06-20T03:12")
    confirm(counter, last)
    assert owed(counter) == (0, 0, 0)
    assert exchanged.owed(counter.desk.journal, OFFICE).confirmed_upto


def test_one_complaint_can_be_both_on_its_way_and_in_no_file(counter) -> None:
    taken = counter.take_in()
    export(counter, "p1")
    counter.note(taken, "Catatan")
    assert owed(counter) == (1, 1, 1)


def notes(counter, number: int, subject: str = "c1") -> None:
    """The chain of this desk grows by so many entries about a complaint."""
    node = counter.desk.journal.node
    last = counter.desk.journal.seq_of(node)
    at = "2026-06-20T02:12:00.000Z"
    rows = [
        (
            node,
            last + n,
            n,
            None,
            at,
            "",
            "complaint.noted",
            subject,
            "{}",
            None,
            None,
            None,
            b"",
            b"",
        )
        for n in range(1, number + 1)
    ]
    with counter.store.transaction():
        append_many(counter.store, [Entry(*row) for row in rows])


def test_of_a_long_chain_the_beginning_is_counted(counter) -> None:
    confirm(counter, counter.desk.journal.seq_of(counter.desk.journal.node))
    notes(counter, 10_000)
    found = exchanged.owed(counter.desk.journal, OFFICE)
    assert (found.missing, found.to_export, found.more) == (1, 1, False)
    notes(counter, 1, "c2")
    found = exchanged.owed(counter.desk.journal, OFFICE)
    assert (found.missing, found.to_export, found.more) == (1, 1, True)


@ON_A_FILE
def test_what_waits_is_told_with_the_same_work_however_much_it_is(counter) -> None:
    notes(counter, 12_000)
    before = work_of(counter)
    notes(counter, 12_000, "c2")
    assert work_of(counter) == pytest.approx(before, rel=0.01)
    export(counter, "p1")
    notes(counter, 12_000, "c3")
    assert work_of(counter) == pytest.approx(3 * before, rel=0.01), "missing, in no file, sent"


def work_of(counter) -> int:
    """The steps of SQLite's machine, in hundreds, that it takes to say what waits."""
    steps = count()
    connection = counter.store.database.connection()
    connection.set_progress_handler(lambda: next(steps) < 0, 100)
    exchanged.owed(counter.desk.journal, OFFICE)
    connection.set_progress_handler(None, 0)
    return next(steps)


def test_a_file_for_another_desk_does_not_carry_it_to_head_office(counter) -> None:
    counter.take_in()
    export(counter, "p1", receiver="ab" * 8)
    assert owed(counter) == (1, 1, 0)


def test_what_the_exchange_says_about_itself_is_no_news(counter) -> None:
    counter.take_in()
    export(counter, "p1")
    assert exchanged.owed(counter.desk.journal, OFFICE).others == 0


def test_the_newest_file_counts_not_the_one_that_came_last(counter) -> None:
    with counter.store.transaction():
        for made_at, at in (("2026-06-20", "2026-06-21"), ("2026-06-19", "2026-06-22")):
            parcel = Parcel(
                sha256=made_at, name="f", sender="b2", made_at=made_at, at=at, verdict="applied"
            )
            exchanged.note(counter.store, parcel)
    assert exchanged.last_came(counter.store)["b2"].made_at == "2026-06-20"


def test_a_branch_has_what_it_said_and_the_last_file_for_it_may_be_under_way(counter) -> None:
    journal = counter.desk.journal
    counter.take_in()
    upto = journal.seq_of(journal.node)
    export(counter, "p1")
    assert not exchanged.last_went(journal)[OFFICE].confirmed
    confirm(counter, upto)
    went = exchanged.last_went(journal)[OFFICE]
    assert went.confirmed
    assert went.has_upto == "2026-06-20T02:12:00.000Z"


def test_doubles_of_two_branches_are_found(counter, elsewhere) -> None:
    taken = counter.take_in(nota="77", phone="081234567801", product="United")
    other = ComplaintRegistered(
        number="K4202606200000077", branch="4", received_at="2026-06-20T09:30:00+07:00", nota=77,
        sold_branch="1", customer="u9", name="Hari", phone="+6281234567801", product="united",
    )  # fmt: skip
    counter.receive([elsewhere().tell(other, "c77")])
    (pair,) = suggest(counter.store, now=counter.clock())
    assert (pair.why, pair.older.id, pair.newer.id) == ("nota", taken.id, "c77")
