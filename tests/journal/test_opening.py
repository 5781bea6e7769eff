"""What is not a desk of today is told as what it is, in one sentence, and left as it was."""

import errno
import re
import shutil
from pathlib import Path

import pytest

from desk.app.desk import Desk
from desk.app.home import Home
from desk.journal import sqlite
from desk.journal.journal import Journal, create_store
from desk.journal.schema import VERSION
from desk.journal.sqlite import SqliteStore, on_network
from desk.rules.errors import Refused, Trouble
from tests.journal.databases import ON_A_FILE

MOUNTS = r"""/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
/dev/sdb1 /home ext4 rw 0 0
//server/toko /home/toko/bersama cifs rw,vers=3.0 0 0
server:/export /mnt/nfs nfs4 rw 0 0
/dev/sdc1 /mnt/nfs/local ext4 rw 0 0
//server/x /mnt/two\040words smb3 rw 0 0
host /mnt/vm 9p rw 0 0
toko@server: /mnt/ssh fuse.sshfs rw 0 0
/dev/sdd1 /media/usb vfat rw 0 0
"""


def told(path: Path) -> str:
    """The sentence with which opening fails."""
    with pytest.raises(Trouble) as trouble:
        Journal.open(path, before_upgrade=lambda store: pytest.fail("nothing to upgrade"))
    sentence = str(trouble.value)
    assert str(path.parent) in sentence
    assert sentence.endswith(".")
    return sentence


def test_where_there_is_no_desk_nothing_is_made(tmp_path) -> None:
    assert told(tmp_path / "home" / "desk.db").startswith("There is no complaint desk in ")
    assert not (tmp_path / "home").exists()


def test_a_folder_is_not_a_desk(tmp_path) -> None:
    (tmp_path / "desk.db").mkdir()
    assert "There is no complaint desk in " in told(tmp_path / "desk.db")


@pytest.mark.parametrize(
    "content", [b"", b"S", b"SQLite format 3", b"Dear diary", b"\0" * 8192, b"PK\3\4" * 999]
)
def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(content, tmp_path) -> None:
    path = tmp_path / "desk.db"
    path.write_bytes(content)
    assert "something that is not a complaint desk. Nothing was changed." in told(path)
    assert path.read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == ["desk.db"]


def test_the_database_of_another_program_is_refused(tmp_path) -> None:
    store = SqliteStore(tmp_path / "new.db", create=True)
    with store.transaction():
        store.run("DROP TABLE entry")
        store.run("PRAGMA user_version=0")
    store.close()
    shutil.move(tmp_path / "new.db", tmp_path / "desk.db")
    assert "something that is not a complaint desk" in told(tmp_path / "desk.db")


def test_data_of_a_newer_program_are_refused_and_left_as_they_are(counter) -> None:
    counter.take_in()
    with counter.store.transaction():
        counter.store.set_version(VERSION + 1)
    before = counter.tables()
    for sentence in ("written by a newer version of this program", "Install the newest version"):
        with pytest.raises(Trouble, match=sentence):
            Desk.open(counter.home, counter.clock)
    assert counter.tables() == before
    assert counter.store.version == VERSION + 1


@ON_A_FILE
@pytest.mark.parametrize("part", [0.02, 0.3, 0.6, 0.95])
def test_a_file_that_was_cut_off_is_called_damaged_and_never_taken_for_whole(part, counter) -> None:
    for number in range(1, 40):
        counter.take_in(nota=str(number), what_happened="Rem berat " * 50)
    counter.desk.close()
    content = counter.home.database.read_bytes()
    counter.home.database.write_bytes(content[: int(len(content) * part)])
    try:
        desk = Desk.open(counter.home, counter.clock)
    except Trouble as trouble:
        assert "damaged" in str(trouble) or "not a complaint desk" in str(trouble)  # noqa: PT017
        return
    counter.desk = desk
    assert "damaged" in counter.wrong()


@ON_A_FILE
def test_a_page_that_was_overwritten_is_found(counter) -> None:
    for number in range(1, 40):
        counter.take_in(nota=str(number), what_happened="Rem berat " * 50)
    counter.desk.close()
    content = bytearray(counter.home.database.read_bytes())
    at = content.index(b"complaint.registered")
    content[at - at % 4096 : at - at % 4096 + 100] = b"\xff" * 100
    counter.home.database.write_bytes(content)
    counter.desk = Desk.open(counter.home, counter.clock)
    assert "The database file is damaged" in counter.wrong()
    assert "Restore the last backup" in counter.wrong()


def test_two_desks_are_not_made_in_one_place(counter) -> None:
    there = counter.home.on_server
    with pytest.raises((Trouble, Refused)):
        create_store(there.address if there else counter.home.database)
    assert counter.take_in().number
    assert counter.verdict().clean


def test_two_desks_can_be_open_in_one_program(fresh) -> None:
    with fresh() as one, fresh() as other:
        one.take_in(nota="1")
        other.take_in(nota="2")
        one.take_in(nota="3")
        assert len(one.entries()) == 6
        assert len(other.entries()) == 5
        assert one.verdict().clean
        assert other.verdict().clean


def test_closing_twice_is_fine_and_leaves_one_file(counter) -> None:
    counter.take_in()
    counter.desk.close()
    counter.desk.close()
    assert not list(counter.home.folder.glob("desk.db-*"))


@pytest.mark.parametrize(
    ("path", "share"),
    [
        ("/home/toko/desk.db", False),
        ("/home/toko/bersama/desk.db", True),
        ("/home/toko/bersama2/desk.db", False),
        ("/mnt/nfs/desk/desk.db", True),
        ("/mnt/nfs/local/desk.db", False),
        ("/mnt/two words/desk.db", True),
        ("/mnt/vm/desk.db", True),
        ("/mnt/ssh/desk.db", True),
        ("/media/usb/desk.db", False),
        ("/var/lib/desk.db", False),
    ],
)
@pytest.mark.skipif("sys.platform == 'win32'", reason="only on systems with a table of mounts")
def test_a_network_share_is_told_from_a_disk(path, share) -> None:
    assert on_network(Path(path), MOUNTS) is share
    assert on_network(Path(path), "") is False


@pytest.mark.parametrize(
    "kind", ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "afs", "ncpfs"]
)
@pytest.mark.skipif("sys.platform == 'win32'", reason="only on systems with a table of mounts")
def test_each_kind_of_share_is_known(kind) -> None:
    mounts = f"/dev/sda1 / ext4 rw 0 0\n//server/toko /mnt/toko {kind} rw 0 0\n"
    assert on_network(Path("/mnt/toko/desk.db"), mounts)


@pytest.mark.parametrize(
    ("version", "safe"),
    [((3, 50, 7), False), ((3, 51, 2), False), ((3, 51, 3), True), ((3, 52, 0), True)],
)
def test_a_sqlite_that_can_damage_data_is_refused(version, safe, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(sqlite.SqliteDatabase, "server_version", version, raising=False)
    with pytest.raises(Trouble) as trouble:
        SqliteStore(tmp_path / "desk.db")
    refused = "SQLite {}.{}.{} on this computer can damage data; 3.51.3 or newer".format(*version)
    assert (refused in str(trouble.value)) is not safe


def test_a_desk_on_this_computer_is_not_on_a_share(tmp_path) -> None:
    assert not on_network(tmp_path)


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        ("database or disk is full", "The disk is full: "),
        ("attempt to write a readonly database", "cannot be written to"),
        ("unable to open database file", "cannot be opened"),
        ("database is locked", "Another program is busy"),
        ("database disk image is malformed", "are damaged"),
        ("file is not a database", "is not a complaint desk"),
        ("Input/output error", "The disk did not do as asked (Input/output error)"),
        ("x" * 500, "The disk did not do as asked (" + "x" * 80 + ")"),
    ],
)
@pytest.mark.parametrize("language", ["en", "id"])
def test_every_fault_of_the_disk_says_where_and_what_is_safe(reason, sentence, language) -> None:
    text = sqlite.sentence(reason, Path("toko"))
    assert sentence in text.into("en")
    assert "toko" in text.into(language)


@pytest.mark.parametrize(
    ("number", "of_windows", "sentence"),
    [
        (errno.ENOSPC, None, "The disk is full: "),
        (errno.EFBIG, None, "The disk is full: "),
        (errno.EINVAL, 39, "The disk is full: "),
        (errno.EROFS, None, "cannot be written to"),
        (errno.EACCES, 5, "cannot be written to"),
        (errno.EACCES, 21, "The disk did not do as asked (Gerät nicht bereit)"),
    ],
)
def test_a_fault_of_the_disk_is_known_by_its_number_in_any_language(
    number, of_windows, sentence
) -> None:
    fault = OSError(number, "Gerät nicht bereit")
    if of_windows:
        fault.winerror = of_windows
    with pytest.raises(Trouble, match=re.escape(sentence)), sqlite.told(Path("toko", "desk.db")):
        raise fault


def test_the_home_of_a_desk_exists_once_it_was_set_up(counter, tmp_path) -> None:
    assert counter.home.exists
    assert not Home(tmp_path / "nowhere").exists
