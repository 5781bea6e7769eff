"""A backup is whole or not there: checked, with its photos, under its name only when it is done."""

import os
import sys
from contextlib import closing
from datetime import timedelta

import pytest

from desk.journal import backup
from desk.journal.files import FileStore
from desk.journal.journal import Journal
from desk.journal.sqlite import SqliteStore
from desk.journal.verify import verify
from desk.rules.errors import Trouble, finish
from tests.journal.databases import ON_A_FILE

NAME = "complaint-desk-20260620-091200.db"


@pytest.fixture
def stick(tmp_path):
    """A folder on a stick, which nobody has made yet."""
    return tmp_path / "stick" / "desk"


def back_up(counter, folder):
    """A backup into this folder."""
    return backup.back_up(counter.store, counter.desk.files, folder, counter.clock())


def names(folder) -> list[str]:
    """What is in the folder."""
    return sorted(path.name for path in folder.iterdir())


def entries_in(path) -> int:
    """How many entries a whole database has."""
    store = SqliteStore(path)
    try:
        verdict = finish(verify(Journal.of(store)))
    finally:
        store.close()
    assert verdict.clean
    return verdict.entries


def test_a_backup_holds_everything_that_was_committed(counter, stick, tmp_path) -> None:
    photo = tmp_path / "rem.png"
    photo.write_bytes(b"photo")
    digest = counter.desk.files.keep(photo)
    for number in range(1, 30):
        counter.take_in(nota=str(number), files=(digest,))
    made = back_up(counter, stick)
    assert names(stick) == [NAME, "files"]
    assert names(stick / "files") == [digest]
    counter.take_in(nota="99")
    assert entries_in(made) == 33
    assert len(counter.entries()) == 34


def test_a_backup_is_one_file_that_can_be_carried_away(counter, stick, tmp_path) -> None:
    counter.take_in()
    made = back_up(counter, stick)
    carried = tmp_path / "carried.db"
    made.rename(carried)
    store = SqliteStore(carried)
    assert store.run("SELECT number FROM complaint") == [("K1202606200001234",)]
    store.close()


def test_a_backup_can_be_made_while_somebody_is_writing_in_another_program(counter, stick) -> None:
    counter.take_in()
    other = counter.store.again()
    with other.transaction():
        other.run("INSERT INTO own VALUES ('half', 'done')")
        made = back_up(counter, stick)
    other.close()
    store = SqliteStore(made)
    assert store.run("SELECT count(*) FROM own WHERE key = 'half'") == [(0,)]
    store.close()


def test_a_second_backup_in_the_same_second_takes_the_place_of_the_first(counter, stick) -> None:
    back_up(counter, stick)
    counter.take_in()
    assert entries_in(back_up(counter, stick)) == 5
    assert names(stick) == [NAME]


def test_a_folder_that_is_none_is_told_and_the_desk_goes_on(counter, tmp_path) -> None:
    (tmp_path / "stick").write_text("a file stands where the folder should be")
    with pytest.raises(Trouble):
        back_up(counter, tmp_path / "stick")
    assert counter.take_in().number


@pytest.mark.skipif(sys.platform == "win32", reason="only on systems with limits for a program")
@pytest.mark.parametrize("room", [0, 4096, 100_000])
def test_on_a_full_stick_nothing_half_is_left(room, counter, stick) -> None:
    import resource

    for number in range(1, 20):
        counter.take_in(nota=str(number), what_happened="Rem berat " * 900)
    counter.store.settle()
    stick.mkdir(parents=True)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        with pytest.raises(Trouble) as trouble:
            back_up(counter, stick)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert str(stick) in str(trouble.value)
    assert names(stick) == []
    assert back_up(counter, stick)
    assert counter.verdict().clean


def test_a_backup_without_its_photos_does_not_get_its_name(counter, stick, tmp_path) -> None:
    photo = tmp_path / "rem.png"
    photo.write_bytes(b"photo")
    counter.desk.files.keep(photo)
    stick.mkdir(parents=True)
    (stick / "files").write_text("a file stands where the folder should be")
    with pytest.raises(Trouble):
        back_up(counter, stick)
    assert names(stick) == ["files"]


@ON_A_FILE
def test_a_damaged_desk_gives_no_backup_that_looks_whole(counter, stick) -> None:
    for number in range(1, 20):
        counter.take_in(nota=str(number), what_happened="Rem berat " * 50)
    counter.desk.close()
    content = bytearray(counter.home.database.read_bytes())
    at = content.index(b"complaint.registered")
    content[at - at % 4096 : at - at % 4096 + 100] = b"\xff" * 100
    counter.home.database.write_bytes(content)
    store = SqliteStore(counter.home.database)
    with pytest.raises(Trouble, match="did not come out whole and was removed"):
        backup.back_up(store, FileStore(counter.home.files), stick, counter.clock())
    store.close()
    assert names(stick) == []


def of_the_day(counter, folder):
    return backup.back_up_day(counter.store, FileStore(counter.home.files), folder, counter.clock())


def test_the_newest_fourteen_backups_of_a_day_are_kept_and_no_other_file_goes(
    counter, stick
) -> None:
    by_hand = back_up(counter, stick)
    (stick / "complaint-desk-notes.txt").write_text("not ours")
    for _ in range(17):
        of_the_day(counter, stick)
        counter.clock.forward(days=1)
    assert [name for name in names(stick) if "-day-" in name] == [
        f"complaint-desk-day-{number:06}-2026{day}-091200.db"
        for number, day in enumerate(
            [f"06{day}" for day in range(23, 31)] + [f"07{day:02}" for day in range(1, 7)], start=4
        )
    ]
    assert {by_hand.name, "complaint-desk-notes.txt"} <= {*names(stick)}


def test_days_under_a_wrong_clock_take_no_backup_away_but_the_oldest(counter, stick) -> None:
    made = [of_the_day(counter, stick)]
    for years in (-10, 20, 0, 0, -10):  # 2016, 2036, and days after it; then right again
        counter.clock.forward(days=365 * years + 1)
        made.append(of_the_day(counter, stick))
        assert made[-1].exists(), "what was just made stays"
        assert backup.made_today(stick, counter.clock())
    for _ in range(backup.KEPT_DAILY):
        counter.clock.forward(days=1)
        made.append(of_the_day(counter, stick))
    assert [path.exists() for path in made] == [False] * 6 + [True] * 14


def test_a_backup_counts_for_the_local_day(counter, stick) -> None:
    assert not backup.made_today(stick, counter.clock())
    back_up(counter, stick)
    assert not backup.made_today(stick, counter.clock()), "one made by hand is no backup of a day"
    of_the_day(counter, stick)
    now = counter.clock()  # 09.12 in Jakarta
    assert backup.made_today(stick, now)
    assert backup.made_today(stick, now + timedelta(hours=14))
    assert not backup.made_today(stick, now + timedelta(hours=15))
    assert not backup.made_today(stick / "nowhere", now)


@pytest.mark.parametrize("content", [b"", b"Dear diary", b"SQLite format 3\0" + b"\0" * 4080])
def test_what_is_no_backup_is_told_and_not_touched(content, tmp_path) -> None:
    file = tmp_path / "notes.db"
    file.write_bytes(content)
    (tmp_path / "bench").mkdir()
    with pytest.raises(Trouble, match="Nothing was changed"):
        backup.check(file, tmp_path / "bench" / "desk.db")
    assert file.read_bytes() == content


def test_a_backup_that_is_not_there_is_told(tmp_path) -> None:
    for file in (tmp_path / "gone.db", tmp_path):
        with pytest.raises(Trouble, match=r"There is no backup at .* Nothing was changed"):
            backup.check(file, tmp_path / "scratch.db")


def test_a_backup_that_was_cut_off_is_called_damaged(counter, stick, tmp_path) -> None:
    for number in range(1, 40):
        counter.take_in(nota=str(number), what_happened="Rem berat " * 50)
    made = back_up(counter, stick)
    whole = made.read_bytes()
    for part in (0.1, 0.5, 0.9):
        made.write_bytes(whole[: int(len(whole) * part)])
        with pytest.raises(Trouble, match="damaged"):
            backup.check(made, tmp_path / f"scratch {part}.db")


def test_checking_a_backup_leaves_it_as_it_is(counter, stick, tmp_path) -> None:
    counter.take_in()
    made = back_up(counter, stick)
    whole, time = made.read_bytes(), os.stat(made).st_mtime_ns
    store = backup.check(made, tmp_path / "scratch.db")
    with store.transaction():
        store.run("DELETE FROM entry")
    store.close()
    assert (made.read_bytes(), os.stat(made).st_mtime_ns) == (whole, time)
    assert names(stick) == [NAME]


class Enough(Exception):
    """Somebody closes the desk."""


@pytest.mark.parametrize("pieces", [1, 2])
def test_a_backup_that_is_stopped_leaves_nothing_behind(pieces, counter, stick, tmp_path) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"photo")
    counter.desk.files.keep(photo)
    counter.take_in()
    told = []

    def breathe() -> None:
        told.append(names(stick))
        if len(told) == pieces:
            raise Enough

    with pytest.raises(Enough):
        backup.back_up_day(
            counter.store, counter.desk.files, stick, counter.clock(), breathe=breathe
        )
    assert not [*stick.glob("*.db"), *stick.glob("*.part")]
    assert counter.take_in().number
    assert entries_in(back_up(counter, stick))


def test_what_is_saved_while_the_day_is_backed_up_is_saved_at_once(counter, stick) -> None:
    before = counter.take_in()

    def breathe() -> None:
        if not saved:
            saved.append(counter.take_in(nota="77"))

    saved: list = []
    with closing(counter.store.again()) as own, own.reading():
        made = backup.back_up_day(own, counter.desk.files, stick, counter.clock(), breathe=breathe)
    assert saved[0].number != before.number
    with closing(SqliteStore(made)) as copy:
        assert [row[0] for row in copy.run("SELECT id FROM complaint")] == [before.id]
