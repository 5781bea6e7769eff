"""The one write path: everything of a command is kept, chained and shown at once, or nothing."""

from datetime import UTC, datetime, timedelta

import pytest

from desk.app.commands import OnCase
from desk.journal import drafts
from desk.journal.journal import PAGE
from desk.rules.acts import Note
from desk.rules.chain import START, is_whole, time_of
from desk.rules.entries import ComplaintNoted
from desk.rules.errors import Invalid, Refused, Stale, Trouble
from tests.journal.databases import ON_A_FILE

MORNING = datetime(2026, 6, 20, 2, 12, tzinfo=UTC)


def noted(counter, number: int) -> None:
    """So many notes about one complaint, in one transaction."""
    with counter.desk.journal.writing(actor="wati", now=counter.clock()) as pen:
        for each in range(number):
            pen.write(ComplaintNoted(text=f"Catatan {each}"), subject="c1")


def interrupted(counter) -> None:
    """A transaction that ends in the middle."""
    with counter.desk.journal.writing(actor="wati", now=counter.clock()) as pen:
        pen.write(ComplaintNoted(text="Catatan"), subject="c1")
        raise KeyboardInterrupt


def test_the_table_has_the_columns_of_the_format(counter) -> None:
    names = counter.store.columns("entry")
    assert names == [
        "node", "seq", "tick", "seen", "at", "actor", "kind", "subject", "body", "personal",
        "salt", "personal_digest", "prev", "hash",
    ]  # fmt: skip


@ON_A_FILE
def test_the_database_is_opened_as_the_design_says(counter) -> None:
    asked = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "trusted_schema")
    asked += ("secure_delete",)
    found = {name: counter.store.run(f"PRAGMA {name}")[0][0] for name in asked}
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "trusted_schema": 0,
        "secure_delete": 1,
    }


def test_a_new_desk_tells_who_it_is_and_who_works_there(counter) -> None:
    told = [(entry.seq, entry.kind, entry.actor) for entry in counter.entries()]
    assert told == [
        (1, "desk.set_up", "setup"),
        (2, "company.named", "setup"),
        (3, "branch.named", "setup"),
        (4, "staff.added", "setup"),
    ]
    assert counter.desk.journal.nodes() == [counter.desk.journal.node]


def test_an_entry_says_who_when_and_what_apart_from_the_person(counter) -> None:
    counter.clock.forward(seconds=7, milliseconds=89, microseconds=999)
    taken = counter.take_in()
    entry = counter.entries()[-1]
    assert (entry.seq, entry.kind, entry.subject) == (5, "complaint.registered", taken.id)
    assert (entry.at, entry.actor) == ("2026-06-20T02:12:07.089Z", counter.desk.actor.id)
    assert "Hari" not in entry.body
    assert "Hari" in entry.personal
    assert len(entry.salt) == 16
    assert is_whole(entry)


def test_every_entry_has_a_salt_of_its_own(counter) -> None:
    noted(counter, 50)
    salts = [entry.salt for entry in counter.entries() if entry.salt]
    assert len(set(salts)) == len(salts) == 51  # one of them is Wati's name


def test_many_entries_are_one_chain_and_are_read_page_by_page(counter) -> None:
    noted(counter, 2 * PAGE + 7)
    entries = counter.entries()
    assert [entry.seq for entry in entries] == list(range(1, 2 * PAGE + 12))
    assert [entry.prev for entry in entries] == [START, *(each.hash for each in entries)][:-1]
    assert [entry.tick for entry in entries] == sorted({entry.tick for entry in entries})
    assert len(counter.desk.complaint("c1").timeline) == 2 * PAGE + 7
    journal = counter.desk.journal
    assert [entry.seq for entry in journal.entries(journal.node, after=500, upto=502)] == [501, 502]
    assert list(journal.entries("nobody")) == []
    assert journal.last() == (entries[-1].seq, entries[-1].hash)
    assert counter.verdict().clean


@ON_A_FILE
def test_a_command_is_one_transaction(counter) -> None:
    said = []
    counter.store.database.connection().set_trace_callback(said.append)
    counter.take_in()
    ends = [sql for sql in said if sql.split()[0] in {"BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT"}]
    assert ends == ["BEGIN IMMEDIATE", "COMMIT"]


def test_nothing_is_kept_when_something_goes_wrong_in_the_middle(counter) -> None:
    before, tables = counter.entries(), counter.tables()
    with pytest.raises(KeyboardInterrupt):
        interrupted(counter)
    assert (counter.entries(), counter.tables()) == (before, tables)
    counter.take_in()
    assert counter.entries()[-1].seq == before[-1].seq + 1
    assert counter.verdict().clean


def test_nothing_is_kept_of_what_is_refused(counter) -> None:
    taken = counter.take_in()
    before, tables = counter.entries(), counter.tables()
    with pytest.raises(Invalid):
        counter.take_in(name="")
    with pytest.raises(Invalid):
        counter.note(taken, "")
    with pytest.raises(Refused, match="no such complaint"):
        counter.desk.do(OnCase(complaint="nowhere", act=Note(text="Catatan")))
    counter.desk.actor = None
    with pytest.raises(Refused, match="Nobody is signed in"):
        counter.note(taken, "Catatan")
    assert (counter.entries(), counter.tables()) == (before, tables)


def test_saving_the_same_form_twice_gives_the_same_number(counter) -> None:
    first = counter.take_in(id="d1")
    counter.clock.forward(hours=30)
    again = counter.take_in(id="d1", name="Somebody else", nota="7")
    assert (again.number, again.received_at, again.known) == (first.number, first.received_at, True)
    assert len([entry for entry in counter.entries() if entry.subject == "d1"]) == 1


def test_what_the_actor_saw_is_kept_with_the_entry(counter) -> None:
    taken = counter.take_in()
    head = counter.desk.complaint(taken.id).head
    counter.desk.do(OnCase(complaint=taken.id, act=Note(text="Catatan"), seen=head))
    assert counter.entries()[-1].seen == head
    assert counter.desk.complaint(taken.id).head == counter.entries()[-1].hash


def test_a_desk_goes_on_where_it_stopped(counter) -> None:
    counter.take_in()
    before = counter.entries()
    counter.reopen()
    counter.take_in(nota="7")
    assert counter.entries()[:-1] == before
    assert counter.entries()[-1].prev == before[-1].hash


def test_a_clock_that_went_back_is_asked_about_before_anything_is_written(counter) -> None:
    before = counter.entries()
    counter.clock.forward(hours=-3)
    with pytest.raises(Stale, match="clock says") as asked:
        counter.take_in()
    assert asked.value.field == "clock"
    assert counter.entries() == before
    counter.desk.clock_confirmed = True
    counter.take_in()
    entry = counter.entries()[-1]
    assert entry.tick > before[-1].tick
    assert entry.at == "2026-06-19T23:12:00.000Z"
    assert time_of(entry.tick) - counter.clock() >= timedelta(hours=3)
    assert counter.verdict().clean


def test_a_desk_that_was_closed_for_six_weeks_is_asked_about_its_clock(counter) -> None:
    counter.clock.forward(days=42)
    with pytest.raises(Stale, match="clock says"):
        counter.take_in()


@ON_A_FILE
def test_a_full_disk_keeps_nothing_says_so_and_goes_on_when_there_is_room(counter) -> None:
    before, tables = counter.entries(), counter.tables()
    pages = counter.store.run("PRAGMA page_count")[0][0]
    counter.store.run(f"PRAGMA max_page_count={pages:d}")
    with pytest.raises(Trouble, match=r"The disk is full.*what you typed is kept"):
        counter.take_in(what_happened="x" * 20_000, expected="y" * 20_000)
    assert (counter.entries(), counter.tables()) == (before, tables)
    counter.store.run("PRAGMA max_page_count=1000000")
    assert counter.take_in().number == "K1202606200001234"
    assert counter.verdict().clean


@ON_A_FILE
def test_a_disk_that_cannot_be_written_to_is_told_as_what_it_is(counter) -> None:
    counter.store.run("PRAGMA query_only=1")
    with pytest.raises(Trouble, match="cannot be written to"):
        counter.take_in()
    counter.store.run("PRAGMA query_only=0")
    assert counter.take_in().number


def test_two_programs_write_one_after_the_other(counter, monkeypatch) -> None:
    other = counter.store.again()
    monkeypatch.setattr("desk.journal.sqlite._PATIENCE", 0)  # seconds
    if other.shared:
        other.run("SET lock_timeout = 1")  # milliseconds
    mark = counter.desk.change_mark()
    with counter.desk.journal.writing(actor="wati", now=counter.clock()) as pen:
        pen.write(ComplaintNoted(text="Catatan"), subject="c1")
        with pytest.raises(Trouble, match="Another program is busy"):
            drafts.throw_away(other, "d1")
    assert counter.desk.change_mark() == mark
    drafts.keep(other, drafts.Draft(id="d1", place="counter", values={}, changed_at=MORNING))
    other.close()
    assert counter.desk.change_mark() != mark


def test_a_look_at_several_things_shows_one_moment(counter) -> None:
    other = counter.store.again()
    form = drafts.Draft(id="d1", place="counter", values={}, changed_at=MORNING)
    with counter.store.reading():
        assert drafts.kept(counter.store, "counter") == []
        drafts.keep(other, form)
        assert drafts.kept(counter.store, "counter") == []
    other.close()
    assert drafts.kept(counter.store, "counter") == [form]


@ON_A_FILE
def test_listeners_hear_of_a_change_after_it_is_safe(counter) -> None:
    heard = []
    counter.desk.watch(lambda: heard.append(counter.store.database.connection().in_transaction))
    counter.take_in()
    with pytest.raises(Invalid):
        counter.take_in(name="")
    assert heard == [False]
