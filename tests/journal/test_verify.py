"""The check of the journal finds whatever was changed behind its back, and names the first."""

import pytest
from msgspec.structs import replace

from desk.app.commands import AddStaff
from desk.journal.journal import PAGE
from desk.journal.schema import VIEWS
from desk.journal.verify import verify
from desk.rules.entries import (
    CardTrusted,
    ComplaintLinked,
    ComplaintNoted,
    ComplaintPassedOn,
    ComplaintPromised,
    ComplaintRegistered,
    ExportWritten,
    FeedbackTaken,
)
from desk.rules.errors import finish
from tests.journal.databases import ON_A_FILE

CHANGED = "Entry {seq} of desk {node} ({kind}, 2026-06-20T02:12:00.000Z) was changed after it was"


@pytest.fixture
def written(counter):
    """A desk with two complaints (entries 5 and 6), and a note (7)."""
    first = counter.take_in()
    counter.take_in("Ibu Rita", nota="77", phone="0812-3456-7802")
    counter.note(first, "Sudah ditelepon")
    assert counter.wrong() == ""
    return counter


def tamper(counter, *statements: str) -> None:
    """Somebody opens the file with another program."""
    with counter.store.transaction():
        for statement in statements:
            counter.store.run(statement)


def changed(counter, seq: int, kind: str) -> str:
    """The beginning of what is said about a changed entry."""
    return CHANGED.format(seq=seq, node=counter.desk.journal.node, kind=kind)


def test_a_desk_at_rest_is_clean_and_counted(written) -> None:
    verdict = written.verdict()
    assert (verdict.entries, verdict.complaints, verdict.wrong) == (7, 2, None)


def test_an_empty_desk_is_clean(counter) -> None:
    verdict = counter.verdict()
    assert (verdict.entries, verdict.complaints, verdict.clean) == (4, 0, True)


@pytest.mark.parametrize(
    "change",
    [
        "body = replace(body, '1234', '1235')",
        "body = body || ' '",
        "personal = replace(personal, 'Hari', 'Heri')",
        "at = '2026-06-20T02:12:00.000Z', actor = 'somebody'",
        "tick = tick + 1",
        "subject = 'other'",
        "seen = hash",
        "salt = substr(hash, 1, 16)",
        "personal = NULL",
        "personal = NULL, salt = NULL, personal_digest = NULL",
        "hash = prev",
        "prev = hash",
    ],
)
def test_a_changed_entry_is_named(change, written) -> None:
    tamper(written, f"UPDATE entry SET {change} WHERE seq = 5")  # noqa: S608 - our own words
    assert written.wrong().startswith(changed(written, 5, "complaint.registered"))


def test_a_changed_kind_is_named(written) -> None:
    tamper(written, "UPDATE entry SET kind = 'complaint.withdrawn' WHERE seq = 7")
    assert written.wrong().startswith(changed(written, 7, "complaint.withdrawn"))


def test_the_first_of_several_is_named(written) -> None:
    tamper(written, "UPDATE entry SET body = '{}' WHERE seq IN (7, 3, 6)")
    assert written.wrong().startswith(changed(written, 3, "branch.named"))


@pytest.mark.parametrize("seq", [1, 4, 6])
def test_a_removed_entry_is_missed(seq, written) -> None:
    tamper(written, f"DELETE FROM entry WHERE seq = {seq:d}")  # noqa: S608 - a number
    node = written.desk.journal.node
    assert written.wrong() == f"Entry {seq} of desk {node} is missing."


def test_the_last_entry_is_missed_by_what_the_screens_show(written) -> None:
    tamper(written, "DELETE FROM entry WHERE seq = 7")
    assert "What the screens show differs from the journal" in written.wrong()


def test_entries_that_changed_places_are_noticed(written) -> None:
    tamper(
        written,
        "UPDATE entry SET seq = 99 WHERE seq = 5",
        "UPDATE entry SET seq = 5 WHERE seq = 6",
        "UPDATE entry SET seq = 6 WHERE seq = 99",
    )
    assert written.wrong().startswith(changed(written, 5, "complaint.registered"))


def test_an_entry_that_was_slipped_in_is_noticed(written) -> None:
    tamper(
        written,
        "INSERT INTO entry SELECT node, 8, tick + 1, seen, at, actor, kind, subject, body, "
        "personal, salt, personal_digest, prev, hash FROM entry WHERE seq = 7",
    )
    assert written.wrong().startswith(changed(written, 8, "complaint.noted"))


def test_a_person_who_was_erased_in_the_right_way_is_no_damage(written) -> None:
    tamper(written, "UPDATE entry SET personal = NULL, salt = NULL WHERE seq IN (5, 7)")
    assert "differs from the journal" in written.wrong()  # the views still know the person
    finish(written.desk.journal.rebuild())
    assert written.wrong() == ""


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("UPDATE complaint SET name = 'Bapak Heri' WHERE row = 1", ""),
        ("UPDATE complaint SET due_at = '2026-06-25T02:12:00Z' WHERE row = 1", ""),
        ("UPDATE complaint SET is_open = 0 WHERE row = 1", ""),
        ("UPDATE complaint SET burns = 0 WHERE row = 1", ""),
        ("UPDATE complaint SET head = (SELECT hash FROM entry WHERE seq = 1) WHERE row = 1", ""),
        ("UPDATE complaint SET next_contact_at = NULL WHERE row = 1", ""),
        ("DELETE FROM complaint WHERE row = 1", ""),
        ("DELETE FROM search WHERE rowid = 1", ""),
        ("UPDATE search SET words = 'Rem ringan' WHERE rowid = 1", ""),
        ("UPDATE customer SET phone = '+62' WHERE name = 'Ibu Rita'", "customer"),
        ("DELETE FROM customer", "customer"),
        ("UPDATE staff SET roles = 'admin'", "staff"),
        ("UPDATE branch SET name = 'Depok'", "branch"),
        ("DELETE FROM fact WHERE key LIKE '%/company'", "fact"),
        ("INSERT INTO card VALUES ('x', 'y', '', '', '', 1, '', '', 0, '', 1)", "card"),
        ("INSERT INTO shipment VALUES ('p', 'n', '', '', '', 1, 99, 1)", "shipment"),
        ("UPDATE complaint SET id = 'x' WHERE row = 1", ""),
    ],
)
def test_a_view_that_tells_something_else_is_named_and_can_be_rebuilt(
    change, named, written
) -> None:
    tamper(written, change)
    what = named or written.entries()[4].subject
    assert f"differs from the journal at “{what}”" in written.wrong()
    assert "The journal itself is right: rebuild the tables." in written.wrong()
    finish(written.desk.journal.rebuild())
    assert written.wrong() == ""


@pytest.fixture(scope="module")
def everything(fresh):
    """A desk in whose every derived table something stands."""
    with fresh() as counter:
        first, second = counter.take_in(), counter.take_in("Ibu Rita", nota="77")
        told = [
            (ComplaintPromised(promise="p1", by="2026-06-22T09:00:00+07:00", who="w"), first.id),
            (ComplaintPassedOn(to="", branch="2"), first.id),
            (ComplaintLinked(other=second.id, number=second.number, link="related"), first.id),
            (FeedbackTaken(kind="praise", branch="1", received_at="2026-06-20", text="Ok"), "f1"),
            (
                CardTrusted(company="Toko", name="Pusat", branch="0", head_office=True,
                            signing_key="ab", recipient="age1"),
                "9f" * 8,
            ),
            (ExportWritten(receiver="", sha256="", entries=1, upto=1, personal=True), "e1"),
        ]  # fmt: skip
        with counter.desk.journal.writing(actor="wati", now=counter.clock()) as pen:
            for event, subject in told:
                pen.write(event, subject=subject)
        assert counter.wrong() == ""
        yield counter


DERIVED = {
    "complaint": "row id number stem branch node nota no_nota state is_open customer name phone "
    "email address product safety received_at due_at next_contact_at promise_at aftercare_at "
    "closed_at at_branch holder offered_to offered_branch waits_for extensions was_late escalated "
    "fault score conflicts receipts burns head tick",
    "concern": "complaint branch node seq",
    "link": "complaint other link",
    "customer": "id name phone email address complaints open last_at",
    "staff": "id name roles branches node branch active",
    "branch": "code name address reach",
    "card": "node by company name branch head_office signing_key recipient revoked replaced_by "
    "tick",
    "shipment": "package node at receiver sha256 entries upto personal",
    "promise": "id complaint what by who state kept_late",
    "feedback": "id kind branch channel received_at text name phone actor",
    "fact": "key value",
    "search": "number name phone product words notes",
}
"""Every table that is derived from the journal, with its columns."""


def other_than(value):
    """Another value of this kind."""
    if isinstance(value, bytes | memoryview):
        return bytes(value)[::-1]
    if isinstance(value, bool):
        return not value
    return value + 1_000 if isinstance(value, int) else f"{value or ''}x"  # no other row has it


@pytest.mark.parametrize("table", DERIVED)
def test_whatever_is_changed_in_a_derived_table_is_noticed(table, everything) -> None:
    unnoticed = []
    for column in DERIVED[table].split():
        [(value,), *_] = everything.store.run(f'SELECT "{column}" FROM {table}')  # noqa: S608
        change = f'UPDATE {table} SET "{column}" = ? WHERE "{column}" '  # noqa: S608
        changed, same = other_than(value), "IS NULL" if value is None else "= ?"
        with everything.store.transaction():
            everything.store.run(change + same, (changed, *([] if value is None else [value])))
        if "differs from the journal at" not in everything.wrong():
            unnoticed.append(column)
        with everything.store.transaction():
            everything.store.run(change + "= ?", (value, changed))
        assert everything.wrong() == ""
    assert unnoticed == []


@pytest.mark.parametrize("table", sorted({*DERIVED} - {"search", "customer"}))
def test_a_row_that_is_gone_from_a_derived_table_is_noticed(table, everything) -> None:
    held = everything.store.run(f"SELECT * FROM {table}")  # noqa: S608 - our own words
    assert held
    with everything.store.transaction():
        everything.store.run(f"DELETE FROM {table}")  # noqa: S608
    assert "differs from the journal at" in everything.wrong()
    marks = ", ".join("?" * len(held[0]))
    with everything.store.transaction():
        everything.store.run_many(f"INSERT INTO {table} VALUES ({marks})", held)  # noqa: S608
    assert everything.wrong() == ""


def test_every_derived_table_is_among_these(everything) -> None:
    assert {view._meta.table_name for view in VIEWS} | {"search"} == {*DERIVED}
    for view in VIEWS:
        table = view._meta.table_name
        assert everything.store.columns(table) == DERIVED[table].split()


def test_the_chain_of_another_desk_is_checked_too(written, elsewhere) -> None:
    other = elsewhere()
    other.tell(ComplaintNoted(text="Catatan"), "c1")
    changed_there = replace(other.tell(ComplaintNoted(text="Catatan"), "c1"), actor="nobody")
    written.receive([other.entries[0], changed_there])
    assert written.wrong().startswith(f"Entry 2 of desk {other.node} (complaint.noted")


@ON_A_FILE  # on a server it is the same, and takes longer
def test_checking_tells_how_far_it_is_and_disturbs_nobody(counter) -> None:
    with counter.desk.journal.writing(actor="wati", now=counter.clock()) as pen:
        for number in range(1, PAGE + 50):
            event = ComplaintRegistered(
                number=f"K120260620{number:07}", branch="1", nota=number, customer="u1",
                received_at="2026-06-20T09:00:00+07:00",
            )  # fmt: skip
            pen.write(event, subject=f"c{number}")
    before, tables = counter.entries(), counter.tables()
    total = len(before) + PAGE + 49
    told = list(verify(counter.desk.journal))
    assert told == [(PAGE, total), (total - 49, total)]
    assert (counter.entries(), counter.tables()) == (before, tables)


def test_what_is_written_while_it_checks_is_no_damage(counter) -> None:
    with counter.desk.journal.writing(actor="wati", now=counter.clock()) as pen:
        for number in range(PAGE):
            pen.write(ComplaintNoted(text=str(number)), subject="c1")
    steps = verify(counter.desk.journal)
    next(steps)
    counter.note(counter.take_in(), "Catatan")
    counter.desk.do(AddStaff(name="Budi", roles=("staff",)))
    assert finish(steps).clean
