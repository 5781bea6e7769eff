"""What is said to be saved survives a power cut: flushed, renamed, and the name flushed as well."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from desk.app import home as whereabouts
from desk.app.desk import Desk
from desk.app.home import Home, OnServer
from desk.app.importing import Inbox
from desk.app.safety import back_up, restore
from desk.app.setting_up import SetUp, set_up
from desk.durable import part_file, write_whole
from desk.exchange.keys import make_keys
from desk.journal import backup
from desk.journal.address import Address
from desk.rules.errors import finish

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="only on POSIX")


@dataclass(frozen=True)
class Seen:
    """A flush of the file or folder `what`, or its rename `to` a name; by their inodes."""

    what: int
    to: Path | None = None
    folder: int = 0


@contextmanager
def recorded(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Seen]]:
    """Each file or folder that is flushed, and each rename, in their order."""
    seen: list[Seen] = []
    flush = os.fsync

    def fsync(handle: int) -> None:
        seen.append(Seen(os.fstat(handle).st_ino))
        flush(handle)

    def recording(rename: Callable[..., None]) -> Callable[..., None]:
        def renamed(source: str | Path, target: str | Path) -> None:
            what = Path(source).stat().st_ino
            rename(source, target)
            seen.append(Seen(what, Path(target), Path(target).parent.stat().st_ino))

        return renamed

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fsync)
        for name in ("replace", "rename", "link"):
            patch.setattr(os, name, recording(getattr(os, name)))
        yield seen


def photo(desk: Desk, folder: Path) -> None:
    (folder / "photo.jpg").write_bytes(b"a photo")
    desk.files.keep(folder / "photo.jpg")


def photo_of_another_desk(desk: Desk, folder: Path) -> None:
    list(desk.files.keep_blocks("ab" * 32, [b"a photo", b" in two pieces"]))


def photos_beside_a_backup(desk: Desk, folder: Path) -> None:
    photo(desk, folder)
    list(desk.files.copied_to(folder / "files"))


def day(desk: Desk, folder: Path) -> None:
    backup.back_up_day(desk.journal.store, desk.files, folder, desk.now())


def paper(desk: Desk, folder: Path) -> None:
    write_whole(folder / "receipt.pdf", b"%PDF")


def settings(desk: Desk, folder: Path) -> None:
    there = OnServer(Address("postgresql://desk@127.0.0.1/desk", None), "ab" * 8)
    whereabouts.write(folder / "settings", there)


def password(desk: Desk, folder: Path) -> None:
    whereabouts.keep_password(folder / "pgpass", "secret")


def export(desk: Desk, folder: Path) -> None:
    with part_file(folder / "shop.desk") as file:
        file.out.write(b"an export")
        list(file.finish())
        file.settle()


def import_(desk: Desk, folder: Path) -> None:
    (folder / "came.desk").write_bytes(b"a file")
    finish(Inbox(folder / "inbox").keep(folder / "came.desk"))


def import_again(desk: Desk, folder: Path) -> None:
    inbox = Inbox(folder / "inbox")
    (folder / "came.desk").write_bytes(b"a file")
    digest = finish(inbox.keep(folder / "came.desk"))
    inbox.move(digest, "waiting")
    inbox.take_up(digest)


def keys(desk: Desk, folder: Path) -> None:
    make_keys(folder / "keys")


def new_desk(desk: Desk, folder: Path) -> None:
    wanted = SetUp(company="Roda Jaya", branch="2", branch_name="Roda Jaya 2")
    set_up(Home(folder / "second"), wanted, desk.now).close()


def restored_desk(desk: Desk, folder: Path) -> None:
    made = back_up(desk, folder / "stick")
    desk.close()
    restore(desk.home, made, desk.now)


@pytest.mark.parametrize(
    "write",
    [
        photo,
        photo_of_another_desk,
        photos_beside_a_backup,
        day,
        paper,
        settings,
        password,
        export,
        import_,
        import_again,
        keys,
        new_desk,
        restored_desk,
    ],
)
def test_each_file_is_flushed_before_it_gets_its_name_and_its_folder_after(
    write: Callable[[Desk, Path], None],
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with recorded(monkeypatch) as seen:
        write(desk, tmp_path)
    renames = [(at, each, each.to) for at, each in enumerate(seen) if each.to]
    assert renames
    for at, each, target in renames:
        assert seen[at + 1] == Seen(each.folder)
        goes_aside = "replaced" in target.parts  # it was flushed when it came
        if not goes_aside and target.name != "desk.db":  # SQLite flushes it by itself
            assert Seen(each.what) in seen[:at]
