"""A desk on a server: what is told when it fails, what is kept, and that it goes on by itself."""

import re
from contextlib import closing
from dataclasses import replace

import pytest

from desk.app.desk import Desk
from desk.journal import drafts
from desk.journal.address import Address
from desk.journal.postgres import PostgresStore
from desk.journal.queue import Wanted
from desk.rules.entries import ComplaintNoted
from desk.rules.errors import Refused, Trouble
from tests.journal.databases import ON_A_SERVER
from tests.postgres_server import running

pytestmark = ON_A_SERVER


@pytest.fixture(autouse=True)
def _here(database) -> None:
    """Also a test without a desk is about a server."""


def told(address: Address) -> str:
    """The sentence with which no connection is made."""
    with pytest.raises(Trouble) as trouble:
        PostgresStore(address)
    sentence = str(trouble.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def test_a_server_that_is_not_there_is_told_with_its_name(tmp_path) -> None:
    sentence = told(Address("postgresql://toko@127.0.0.1:1/desk"))
    assert sentence.startswith("The database server 127.0.0.1 cannot be reached. Nothing was saved")
    assert "what you typed is kept" in sentence
    assert "Check the network" in sentence


def test_a_wrong_password_is_told_as_what_it_is(server, counter, tmp_path) -> None:
    wrong = tmp_path / "pgpass"
    wrong.write_text("*:*:*:*:tebakan\n")
    wrong.chmod(0o600)
    sentence = told(replace(counter.store.address, passfile=wrong))
    assert "did not accept the password of toko. Nothing was changed." in sentence
    assert "tebakan" not in sentence


def test_without_a_password_the_place_to_keep_it_is_named(counter, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "nowhere"))
    sentence = told(replace(counter.store.address, passfile=None))
    assert "PGPASSFILE" in sentence


def test_a_database_or_a_user_that_is_not_there_is_told(server, counter) -> None:
    assert "does not know the database nowhere" in told(server.address("nowhere"))


def test_a_database_of_something_else_is_refused_and_left_as_it_is(server, counter) -> None:
    address = server.create()
    with pytest.raises(Trouble, match=r"something that is not a complaint desk. Nothing was"):
        Desk.open(home_at(counter, address), counter.clock)
    server.tell("CREATE TABLE entry (what text)", address.name)
    with pytest.raises(Trouble, match="something that is not a complaint desk"):
        Desk.open(home_at(counter, address), counter.clock)
    with pytest.raises(Refused, match=r"There are data in the database .* already"):
        PostgresStore(address, create=True)
    server.drop(address)


def test_a_database_that_lacks_letters_is_refused(server, counter) -> None:
    server.tell("CREATE DATABASE latin TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'")
    with pytest.raises(Refused, match=r"cannot hold every letter. Nothing was set up"):
        PostgresStore(server.address("latin"), create=True)
    server.tell("DROP DATABASE latin")


def home_at(counter, address: Address):
    """Another home, whose data are there."""
    from desk.app import home as whereabouts
    from desk.app.home import Home

    home = Home(counter.home.folder.parent / address.name)
    home.folder.mkdir(exist_ok=True)
    there = counter.home.on_server
    (home.passfile).write_bytes(address.passfile.read_bytes())
    home.passfile.chmod(0o600)
    whereabouts.write(home.settings, replace(there, address=address))
    return home


def test_a_connection_that_was_cut_while_nobody_worked_is_made_anew(server, counter) -> None:
    first = counter.take_in()
    mark = counter.desk.change_mark()
    for _ in range(3):
        server.cut(counter.store.address)
        assert counter.desk.find_number(first.number).name == "Bapak Hari"
    server.cut(counter.store.address)
    assert counter.desk.change_mark() == mark
    server.cut(counter.store.address)
    assert counter.take_in(nota="7").number == "K1202606200000007"
    assert counter.verdict().clean


def cut_between_two_notes(server, counter) -> None:
    """The connection goes away while a command is written."""
    with counter.desk.journal.writing(actor="wati", now=counter.clock()) as pen:
        pen.write(ComplaintNoted(text="Catatan"), subject="c1")
        server.cut(counter.store.address)
        pen.write(ComplaintNoted(text="Catatan"), subject="c1")


def cut_at_the_end(server, counter) -> None:
    """The connection goes away when everything is written and not yet saved."""
    with counter.store.transaction():
        counter.store.run("DELETE FROM draft")
        server.cut(counter.store.address)


def cut_while_looking(server, counter) -> None:
    """The connection goes away between two looks at one moment."""
    with counter.store.reading():
        server.cut(counter.store.address)
        counter.entries()


def test_a_cut_in_the_middle_keeps_nothing_and_the_next_save_works(server, counter) -> None:
    before = counter.entries()
    with pytest.raises(Trouble) as trouble:
        cut_between_two_notes(server, counter)
    sentence = str(trouble.value)
    assert re.search(r"was cut\. Nothing was saved just now; .* what you typed is kept", sentence)
    assert "connects anew by itself" in sentence
    assert counter.entries() == before
    assert counter.take_in().number == "K1202606200001234"
    assert counter.verdict().clean


def test_a_statement_that_fails_is_told_and_takes_all_of_its_transaction_with_it(counter) -> None:
    counter.take_in(id="d1")

    def save_and_stumble() -> None:
        with counter.store.transaction():
            counter.store.run("UPDATE complaint SET name = 'X'")
            counter.store.run("SELECT 1 / 0")
            pytest.fail("the statement was sent again, or its fault was not told")

    with pytest.raises(Trouble, match=r"did not do what was asked|division by zero"):
        save_and_stumble()
    assert counter.store.run("SELECT count(*) FROM complaint WHERE name = 'X'") == [(0,)]
    with pytest.raises(Trouble):
        counter.store.run("SELECT 1 / 0")
    assert counter.take_in(id="d2").number, "and the next save works"


def test_a_cut_while_saving_says_that_it_may_have_been_saved(server, counter) -> None:
    with pytest.raises(Trouble, match=r"It may have been saved or not; .* before you save again"):
        cut_at_the_end(server, counter)
    first = counter.take_in(id="d1")
    assert counter.take_in(id="d1").number == first.number


def test_a_cut_while_looking_at_one_moment_is_told(server, counter) -> None:
    with pytest.raises(Trouble, match="was cut"):
        cut_while_looking(server, counter)
    assert len(counter.entries()) == 4


def test_a_closed_desk_stays_closed(counter) -> None:
    counter.desk.close()
    counter.desk.close()
    with pytest.raises(Trouble):
        counter.desk.queue(Wanted())


def test_who_waits_for_the_lock_for_too_long_is_told_and_can_try_again(counter) -> None:
    other = counter.store.again()
    other.run("SET lock_timeout = 1")
    with closing(other), counter.store.transaction():
        with pytest.raises(Trouble, match="Another program is busy with the data in") as busy:
            drafts.throw_away(other, "d1")
        assert "what you typed is kept" in str(busy.value)
    with closing(counter.store.again()) as other:
        drafts.throw_away(other, "d1")


def test_a_database_that_can_only_be_read_is_told(server, counter) -> None:
    name = counter.store.address.name
    server.tell(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    counter.reopen()
    with pytest.raises(Trouble, match=r"can only be read at the moment. Nothing was saved"):
        counter.take_in()
    server.tell(f"ALTER DATABASE {name} RESET default_transaction_read_only")
    counter.reopen()
    assert counter.take_in().number


def test_somebody_who_may_not_make_tables_is_told(server, counter) -> None:
    address = server.create()
    server.tell("CREATE ROLE tamu LOGIN PASSWORD 'rahasia: \\ 1'")
    guest = Address(address.url.replace("toko@", "tamu@"), address.passfile)
    with pytest.raises(Trouble, match="You may not write to the database"):
        PostgresStore(guest, create=True)
    server.drop(address)
    server.tell("DROP ROLE tamu")


def test_what_is_saved_is_on_the_disk_of_the_server(counter) -> None:
    asked = ("synchronous_commit", "fsync", "lock_timeout", "client_encoding")
    found = {name: counter.store.run(f"SHOW {name}")[0][0] for name in asked}
    assert found == {
        "synchronous_commit": "on", "fsync": "on", "lock_timeout": "5s", "client_encoding": "UTF8",
    }  # fmt: skip


def test_a_sign_that_a_server_cannot_hold_is_found_nowhere_and_breaks_nothing(counter) -> None:
    taken = counter.take_in()
    assert counter.desk.queue(Wanted(find="\0")) == []
    assert counter.store.run("SELECT 1 FROM complaint WHERE name = ?", ("\0",)) == []
    with pytest.raises(UnicodeEncodeError):
        counter.store.run("SELECT 1 FROM complaint WHERE name = ?", ("\ud83d",))
    assert counter.desk.find_number(taken.number).id == taken.id


def test_the_server_that_stops_and_starts_again_is_found_again(tmp_path) -> None:
    with running() as server:
        address = server.create()
        with closing(PostgresStore(address, create=True)) as store:
            mark = store.change_mark()
            server.stop()
            assert store.change_mark() == mark
            with pytest.raises(Trouble, match=r"cannot be reached|was cut"):
                drafts.throw_away(store, "d1")
            with pytest.raises(Trouble, match="cannot be reached"):
                drafts.throw_away(store, "d1")
            server.start()
            drafts.throw_away(store, "d1")
            assert store.version > 0


def test_each_pc_has_its_own_drafts(counter, server) -> None:
    other = PostgresStore(counter.store.address, seat="b2" * 8)
    when = counter.clock()
    with closing(other):
        for store, name in ((counter.store, "Hari"), (other, "Rita")):
            form = drafts.Draft(id="d1", place="counter", values={"name": name}, changed_at=when)
            drafts.keep(store, form)
        assert [one.values for one in drafts.kept(other, "counter")] == [{"name": "Rita"}]
        drafts.throw_away(other, "d1")
        assert [one.id for one in drafts.kept(counter.store, "counter")] == ["d1"]
