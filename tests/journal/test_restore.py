"""A restored desk is a new desk that goes on where the old one ended, and gives nothing twice."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.app.commands import AddStaff
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.safety import back_up, digits_used, restore
from desk.journal import known, queue
from desk.journal.sqlite import SqliteStore
from desk.rules.errors import Refused, Trouble
from desk.rules.number import parse_number, restore_digits
from tests.journal.databases import ON_A_FILE

pytestmark = ON_A_FILE


@pytest.fixture
def backed_up(counter, tmp_path):
    """A desk that worked on after its backup, and is closed now; with the backup."""
    counter.take_in(nota="")
    counter.take_in()
    made = back_up(counter.desk, tmp_path / "stick")
    counter.clock.forward(hours=1)
    counter.take_in("Ibu Rita", nota="")
    counter.desk.close()
    counter.clock.forward(hours=1)
    return counter, made


def restored(counter, made):
    """The desk after the restore, open, with what was told about it."""
    told = restore(counter.home, made, counter.clock)
    counter.desk = Desk.open(counter.home, counter.clock)
    counter.desk.sign_in()
    return told


def test_a_restored_desk_is_a_new_node_that_says_whom_it_succeeds(backed_up) -> None:
    counter, made = backed_up
    old = counter.desk.journal.node
    told = restored(counter, made)
    journal = counter.desk.journal
    assert (told.succeeded, told.node) == (old, journal.node)
    assert journal.node != old
    assert counter.desk.keys.node == journal.node
    mine = list(journal.entries(journal.node))
    assert [(entry.seq, entry.kind, entry.subject) for entry in mine] == [
        (1, "desk.set_up", journal.node),
        (2, "node.succeeded", old),
    ]
    assert json.loads(mine[1].body) == {"v": 1, "seq": 6, "no_nota_from": 9_001_002}
    assert journal.seq_of(old) == 6
    assert counter.verdict().clean


def test_the_chain_that_was_replaced_is_not_continued(backed_up) -> None:
    """What head office already has of it comes back in its next file, and nothing forks."""
    counter, made = backed_up
    old = counter.desk.journal.node
    told = restored(counter, made)
    counter.take_in(nota="77")
    assert counter.desk.journal.seq_of(old) == 6
    replaced = SqliteStore(told.replaced / "desk.db")
    assert replaced.run("SELECT max(seq) FROM entry WHERE node = ?", (old,)) == [(7,)]
    lost = [row[0] for row in replaced.run("SELECT hash FROM entry WHERE seq = 7")]
    replaced.close()
    assert lost[0] not in {entry.hash for entry in counter.entries()}


def test_the_series_without_a_nota_jumps_ahead_by_a_thousand(backed_up) -> None:
    counter, made = backed_up
    restored(counter, made)
    own = restore_digits(counter.desk.journal.node)
    assert counter.take_in(nota="").number == f"K1202606209001002-{own}"
    assert counter.take_in(nota="").number == f"K1202606209001003-{own}"
    assert counter.take_in(nota="1234").number == f"K1202606200001234-{own}-2"
    assert counter.take_in(nota="1235").number == f"K1202606200001235-{own}"


def test_the_digits_of_the_restore_stand_in_all_numbers_up_to_its_day_and_no_longer(
    backed_up,
) -> None:
    """A complaint of the restore's day that is written down later may be on a lost receipt too."""
    counter, made = backed_up
    restored(counter, made)
    own = restore_digits(counter.desk.journal.node)
    counter.clock.forward(days=1)
    assert counter.take_in(nota="1234").number == "K1202606210001234"
    assert counter.take_in(nota="").number == "K1202606219001002"
    late = {"received_at": "2026-06-20 18:00"}
    assert counter.take_in(nota="777", **late).number == f"K1202606200000777-{own}"
    earlier = {"received_at": "2026-06-19 18:00"}
    assert counter.take_in(nota="777", **earlier).number == f"K1202606190000777-{own}"


def test_a_number_with_the_digits_of_a_restore_is_found_however_it_is_typed(backed_up) -> None:
    counter, made = backed_up
    restored(counter, made)
    own = restore_digits(counter.desk.journal.node)
    for nota in ("777", "777"):
        counter.take_in(nota=nota)
    for typed, found in (
        ("K1202606200000777", f"K1202606200000777-{own}"),
        (f"k1 2026-06-20 0000777 {own}", f"K1202606200000777-{own}"),
        ("K1202606200000777-2", f"K1202606200000777-{own}-2"),
        (f"1 20260620 0000777 {own} 2", f"K1202606200000777-{own}-2"),
    ):
        assert counter.desk.find_number(typed).number == found
    for typed in ("K1202606200000777-999", f"K1202606200000777-{own}-3"):
        with pytest.raises(Refused):
            counter.desk.find_number(typed)


@settings(max_examples=6)
@given(
    st.lists(
        st.tuples(
            st.booleans(), st.lists(st.sampled_from(["", "777", "1234"]), min_size=1, max_size=4)
        ),
        min_size=2,
        max_size=4,
    )
)
def test_no_number_is_given_twice_however_often_a_backup_is_restored(fresh, rounds) -> None:
    """Each round restores the first backup, or goes on at the desk that is there."""
    with fresh() as counter, TemporaryDirectory() as stick:
        made = back_up(counter.desk, Path(stick))
        given_out = []
        for again, notas in rounds:
            if again:
                counter.desk.close()
                restored(counter, made)
            given_out += [counter.take_in(nota=nota).number for nota in notas]
        assert len(set(given_out)) == len(given_out)


def test_digits_of_desks_that_were_in_this_folder_are_used(backed_up) -> None:
    counter, made = backed_up
    first = restored(counter, made)
    counter.desk.close()
    (counter.home.folder / "replaced" / "by hand").mkdir()
    second = restored(counter, made)
    nodes = (first.succeeded, first.node, second.node)
    assert digits_used(counter.home) == {restore_digits(node) for node in nodes}


def test_a_second_restore_of_the_same_backup_jumps_from_its_own_numbers(backed_up) -> None:
    counter, made = backed_up
    first = restored(counter, made)
    counter.take_in(nota="")
    again = back_up(counter.desk, made.parent)
    counter.desk.close()
    second = restored(counter, again)
    assert second.succeeded == first.node
    assert len({first.node, second.node, first.succeeded}) == 3
    number = parse_number(counter.take_in(nota="").number)
    assert (number.nota, number.restore) == (9_002_003, restore_digits(second.node))
    assert counter.verdict().clean


def test_the_shop_its_people_and_its_pins_are_there_again(counter, tmp_path) -> None:
    budi = counter.desk.do(AddStaff(name="Budi", roles=("cro",), pin="123456"))
    made = back_up(counter.desk, tmp_path / "stick")
    shop, people = counter.desk.shop, counter.desk.people()
    counter.desk.close()
    restore(counter.home, made, counter.clock)
    counter.desk = Desk.open(counter.home, counter.clock)
    assert (counter.desk.shop, counter.desk.people()) == (shop, people)
    assert counter.desk.sign_in("Budi", "123456").id == budi
    with pytest.raises(Refused):
        counter.desk.sign_in("Budi", "654321")


def test_what_was_replaced_is_kept_and_can_be_opened(backed_up) -> None:
    counter, made = backed_up
    told = restored(counter, made)
    assert told.replaced.parent == counter.home.folder / "replaced"
    old = Desk.open(Home(told.replaced), counter.clock)
    assert old.find_number("9000002").name == "Ibu Rita"
    assert old.keys.node == told.succeeded
    old.close()


def test_a_log_that_a_crash_left_behind_goes_aside_and_not_into_the_new_desk(backed_up) -> None:
    counter, made = backed_up
    store = SqliteStore(counter.home.database)
    with store.transaction():
        store.run("INSERT INTO own VALUES ('left', 'behind')")
    crashed = {path.name: path.read_bytes() for path in counter.home.folder.glob("desk.db*")}
    store.close()
    for name, content in crashed.items():
        (counter.home.folder / name).write_bytes(content)
    assert (counter.home.folder / "desk.db-wal").stat().st_size > 0
    restored(counter, made)
    assert counter.store.run("SELECT * FROM own WHERE key = 'left'") == []
    assert counter.verdict().clean
    counter.desk.close()
    assert not list(counter.home.folder.glob("desk.db-*"))


def test_a_damaged_desk_can_be_replaced(backed_up) -> None:
    counter, made = backed_up
    counter.home.database.write_bytes(b"\0" * 5_000)
    told = restored(counter, made)
    assert counter.verdict().clean
    assert (told.replaced / "desk.db").read_bytes() == b"\0" * 5_000


def test_on_a_new_computer_nothing_is_replaced(backed_up, tmp_path) -> None:
    counter, made = backed_up
    new = Home(tmp_path / "new computer")
    told = restore(new, made, counter.clock)
    assert told.replaced is None
    assert not (new.folder / "replaced").exists()
    desk = Desk.open(new, counter.clock)
    assert known.shop(desk.journal.store, told.node).branch == "1"
    assert queue.next_in_series(desk.journal.store, told.node, "1") == 9_001_002
    desk.close()


def test_what_is_no_backup_replaces_nothing(backed_up, tmp_path) -> None:
    counter, made = backed_up
    before = {path: path.read_bytes() for path in counter.home.folder.rglob("*") if path.is_file()}
    (tmp_path / "notes.txt").write_text("Dear diary")
    made.write_bytes(made.read_bytes()[:20_000])
    for file in (tmp_path / "notes.txt", tmp_path / "gone.db", made):
        with pytest.raises(Trouble):
            restore(counter.home, file, counter.clock)
    after = {path: path.read_bytes() for path in counter.home.folder.rglob("*") if path.is_file()}
    assert after == before


def test_a_backup_from_before_the_clock_was_set_right_can_be_restored(backed_up) -> None:
    counter, made = backed_up
    counter.clock.forward(days=-400)
    restored(counter, made)
    entries = counter.entries()
    mine = [entry for entry in entries if entry.node == counter.desk.journal.node]
    assert min(entry.tick for entry in mine) > max(
        entry.tick for entry in entries if entry not in mine
    )
    assert counter.verdict().clean
