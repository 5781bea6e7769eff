"""An older desk becomes one of today: backed up first, whole or not at all, nothing lost."""

import pytest

from desk.app.desk import Desk
from desk.journal import backup, customers, drafts
from desk.journal.queue import Wanted
from desk.journal.schema import LOCAL, VERSION, VIEWS, Entry, table_of
from desk.journal.sqlite import SqliteStore
from desk.rules.errors import Trouble
from tests.journal.databases import ON_A_FILE

OLDER = (
    "DROP TABLE customer",
    "DROP TABLE search",
    "ALTER TABLE complaint DROP COLUMN next_contact_at",
    "DELETE FROM staff",
)


@pytest.fixture
def older(counter):
    """A desk as an older program left it: some views are missing, or of another form."""
    counter.note(counter.take_in(), "Catatan")
    counter.take_in("Ibu Rita", nota="77")
    with counter.store.transaction():
        customers.keep(counter.store, [dict.fromkeys(customers.FIELDS, "Helm")])
    drafts.keep(
        counter.store,
        drafts.Draft(id="d9", place="counter", values={"a": 1}, changed_at=counter.clock()),
    )
    with counter.store.transaction():
        for statement in OLDER:
            counter.store.run(statement)
        counter.store.set_version(0)
    counter.desk.close()
    return counter


def test_an_older_desk_is_opened_as_one_of_today(older, fresh) -> None:
    older.reopen()
    assert older.store.version == VERSION
    assert older.verdict().clean
    assert len(older.desk.queue(Wanted(find="catatan"))) == 1
    assert customers.count(older.store) == 1
    assert [draft.id for draft in drafts.kept(older.store, "counter")] == ["d9"]
    assert older.take_in().number == "K1202606200001234-2"
    with fresh() as new:
        names = [table_of(model) for model in (Entry, *VIEWS, *LOCAL)]
        forms = [[each.store.columns(name) for name in names] for each in (older, new)]
        assert forms[0] == forms[1]


def test_before_anything_is_changed_the_older_desk_is_backed_up(older, tmp_path) -> None:
    older.reopen()
    kept = list(older.home.backups.glob("*.db"))
    assert [path.name for path in kept] == ["complaint-desk-20260620-091200.db"]
    store = SqliteStore(kept[0])
    assert store.version == 0
    assert not store.has_table("customer")
    assert store.run("SELECT count(*) FROM entry")[0][0] == 7
    store.close()
    older.reopen()
    assert list(older.home.backups.glob("*.db")) == kept


def test_what_the_local_tables_of_each_release_lacked_is_added(counter) -> None:
    """The first counted no wrong PINs, the second did not name the desks that write here."""
    node = counter.desk.journal.node
    with counter.store.transaction():
        counter.store.run("ALTER TABLE pin DROP COLUMN tries")
        counter.store.run("ALTER TABLE pin DROP COLUMN tried_at")
        counter.store.run("DELETE FROM own WHERE key LIKE 'local/%'")
        counter.store.set_version(1)
    counter.reopen()
    assert {"tries", "tried_at"} <= {*counter.store.columns("pin")}
    assert counter.store.run("SELECT key FROM own WHERE key LIKE 'local/%'") == [(f"local/{node}",)]


def test_an_upgrade_is_made_once(older) -> None:
    older.reopen()
    before = older.entries()
    older.reopen()
    older.clock.forward(hours=1)
    older.reopen()
    assert older.entries() == before
    assert len(list(older.home.backups.glob("*.db"))) == 1


def test_where_the_backup_cannot_be_made_nothing_is_changed(older) -> None:
    older.home.backups.write_text("a file stands where the folder should be")
    with pytest.raises(Trouble):
        Desk.open(older.home, older.clock)
    store = older.store.again()
    assert store.version == 0
    assert not store.has_table("customer")
    store.close()
    older.home.backups.unlink()
    older.reopen()
    assert older.verdict().clean


def test_an_upgrade_that_fails_in_the_middle_changes_nothing(older) -> None:
    store = older.store.again()
    with store.transaction():
        # Another program's table stands where a view of today should be made.
        store.run("CREATE VIEW customer AS SELECT 1")
    store.close()
    with pytest.raises(Trouble):
        Desk.open(older.home, older.clock)
    store = older.store.again()
    assert store.version == 0
    assert store.run("SELECT count(*) FROM complaint")[0][0] == 2
    with store.transaction():
        store.run("DROP VIEW customer")
    store.close()
    older.reopen()
    assert older.verdict().clean


@ON_A_FILE
def test_an_older_backup_is_restored_as_a_desk_of_today(older, tmp_path) -> None:
    store = backup.check(older.home.database, tmp_path / "scratch.db")
    assert store.version == VERSION
    assert store.run("SELECT count(*) FROM customer")[0][0] == 2
    store.close()
    untouched = older.store.again()
    assert untouched.version == 0
    untouched.close()
