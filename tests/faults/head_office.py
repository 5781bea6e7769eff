"""A head office and two branches that it trusts, each with a real file for it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from desk.app import exporting, importing
from desk.app.believing import own_card, trust_of
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.importing import Verdict
from desk.app.setting_up import SetUp, set_up
from desk.exchange.keys import load_keys
from desk.journal.exchanged import APART, APPLIED, REFUSED, WAITING
from desk.journal.schema import LOCAL, VIEWS, Entry, Parcel, table_of
from desk.rules.errors import finish
from tests.app.at_work import Clock, register
from tests.faults.forging import Forger, Parts, opened

PHOTO = bytes(range(256)) * 40
_COLUMNS = {
    table_of(model): ", ".join(field.column_name for field in model._meta.sorted_fields)
    for model in (Entry, *VIEWS, *LOCAL)
} | {"search": "rowid, number, name, phone, product, words, notes"}
_WHICH_CAME = table_of(Parcel)
WANTED = {
    "office": SetUp(company="Toko", branch="9", branch_name="Pusat", head_office=True, admin="H"),
    "bekasi": SetUp(company="Toko", branch="1", branch_name="Bekasi", admin="Ani"),
    "dago": SetUp(company="Toko", branch="2", branch_name="Dago", admin="Budi"),
    "stranger": SetUp(company="Toko", branch="3", branch_name="Cimahi", admin="Cici"),
}


def state_of(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """All that a database holds, but which files came."""
    store = desk.journal.store
    return {
        table: sorted(store.run(f"SELECT {columns} FROM {table}"), key=repr)  # noqa: S608 - ours
        for table, columns in _COLUMNS.items()
        if table != _WHICH_CAME
    }


@dataclass
class Office:
    """Head office, open; `older` and `newer` are two files of Bekasi, the second holds all of the
    first; the others are one file each. `place` is where a hostile file is put."""

    folder: Path
    older: bytes
    newer: bytes
    dago: bytes
    stranger: bytes
    for_dago: bytes
    bare: bytes
    clock: Clock = field(default_factory=Clock)

    @cached_property
    def home(self) -> Home:
        """The folder of head office."""
        return Home(self.folder / "office")

    @cached_property
    def desk(self) -> Desk:
        """Head office with somebody at work."""
        desk = Desk.open(self.home, self.clock)
        desk.sign_in()
        return desk

    @property
    def place(self) -> Path:
        """The stick on which the files come."""
        return self.folder / "file.desk"

    @cached_property
    def forger(self) -> Forger:
        """Bekasi, gone bad."""
        return self.forger_of("bekasi")

    def forger_of(self, name: str) -> Forger:
        """Somebody with the keys of a desk."""
        keys = self.desk.keys
        return Forger(load_keys(Home(self.folder / name).keys), keys.node, keys.recipient)

    @cached_property
    def parts(self) -> Parts:
        """What is in Bekasi's newer file."""
        return opened(self.newer, self.desk.keys.receiving)

    def take(self, raw: bytes) -> Verdict:
        """Head office reads a file of these bytes in."""
        self.place.write_bytes(raw)
        return finish(importing.import_file(self.desk, self.place))

    def state(self) -> dict[str, list[tuple[object, ...]]]:
        """All that head office's database holds, but which files came."""
        return state_of(self.desk)

    def forget(self) -> None:
        """No file waits or lies apart any more."""
        for place in ("waiting", "apart"):
            shutil.rmtree(self.home.inbox / place, ignore_errors=True)
        for left in self.home.inbox.glob("*"):
            left.unlink()

    @contextmanager
    def tried(self, raw: bytes) -> Iterator[Verdict]:
        """What becomes of a file; where it was taken in, head office is as before afterwards."""
        verdict = self.take(raw)
        yield verdict
        self.forget()
        if verdict.parcel.verdict == APPLIED:
            self.restore()

    def keep(self) -> None:
        """Head office as it is now is what `restore` brings back."""
        self.desk.close()
        del self.desk
        shutil.copytree(self.home.folder, self.folder / "kept")
        self.desk  # noqa: B018 - opens it again

    def restore(self) -> None:
        """Head office as it was, in the database that is open."""
        store = self.desk.journal.store
        store.run("ATTACH ? AS kept", (str(self.folder / "kept" / "desk.db"),))
        with store.transaction():
            for table, columns in _COLUMNS.items():
                store.run(f"DELETE FROM {table}")  # noqa: S608 - our own names
                back = f"INSERT INTO {table}({columns}) SELECT {columns} FROM kept.{table}"  # noqa: S608 - ours
                store.run(back)
        store.run("DETACH kept")
        shutil.rmtree(self.desk.files.folder, ignore_errors=True)
        self.desk.changed()
        self.desk.sign_in()

    def close(self) -> None:
        """Closes the database."""
        self.desk.close()


DAMAGED = "This is not a whole file from a desk: it is damaged, cut off or was changed on its way"


def refused(office: Office, raw: bytes, words: str = DAMAGED, verdict: str = REFUSED) -> None:
    """The file is not taken, this is said, and the database is as it was."""
    before = office.state()
    found = office.take(raw)
    assert (found.parcel.verdict, office.state() == before) == (verdict, True), found.text
    assert words in str(found.text)
    kept = {path.name for path in office.home.inbox.rglob("*.desk")}
    assert kept == ({f"{found.parcel.sha256}.desk"} if verdict in {WAITING, APART} else set())


def export(desk: Desk, folder: Path, **how: object) -> bytes:
    """A file of a desk, written and noted; gives its bytes."""
    planned = exporting.plan(desk, folder=folder, **how)
    written = finish(planned.steps())
    desk.do(exporting.noted(planned, written))
    return written.path.read_bytes()


def make(folder: Path, database: str = "") -> Office:
    """The four desks in `folder`, head office's on a server if so wanted; Bekasi has written
    complaints and a photo."""
    clock = Clock()
    folder.mkdir(exist_ok=True)
    wanted = WANTED | {"office": replace(WANTED["office"], database=database)}
    desks = {name: set_up(Home(folder / name), each, clock) for name, each in wanted.items()}
    office, bekasi = desks["office"], desks["bekasi"]
    for name, desk in desks.items():
        if desk is not office:
            desk.do(trust_of(own_card(office)))
        if desk is not office and name != "stranger":
            office.do(trust_of(own_card(desk)))
    bekasi.do(trust_of(own_card(desks["dago"])))
    (folder / "photo.jpg").write_bytes(PHOTO)
    register(bekasi, "1")
    sticks = {name: folder / f"of {name}" for name in desks}
    for stick in sticks.values():
        stick.mkdir()
    older = export(bekasi, sticks["bekasi"])
    clock.turn(minutes=5)
    register(bekasi, "2", files=(bekasi.files.keep(folder / "photo.jpg"),))
    register(bekasi, "", no_nota=True, what_happened="Setang turun " * 50)
    files: Mapping[str, bytes] = {
        "newer": export(bekasi, sticks["bekasi"]),
        "for_dago": export(bekasi, sticks["bekasi"], node=desks["dago"].journal.node),
        "bare": export(bekasi, sticks["bekasi"], without_personal=True),
    }
    for name in ("dago", "stranger"):
        register(desks[name], "7")
    others = {name: export(desks[name], sticks[name]) for name in ("dago", "stranger")}
    for desk in desks.values():
        desk.close()
    made = Office(folder, older=older, **files, **others, clock=clock)
    made.keep()
    return made


def fake_disk() -> Path | None:
    """A folder in memory, where there is one: many files are quicker there."""
    shm = Path("/dev/shm")  # noqa: S108 - a folder of the test's own is made in it
    return shm if shm.is_dir() and os.access(shm, os.W_OK) else None
