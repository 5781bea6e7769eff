"""What is said to be saved survives a power cut: flushed, renamed, and the name flushed as well."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desk.app import home as whereabouts
from desk.app.desk import Desk
from desk.app.home import OnServer
from desk.app.inbox import Inbox
from desk.app.safely import write_whole
from desk.exchange.safely import part_file
from desk.journal import backup
from desk.journal.address import Address
from desk.rules.errors import finish

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="only on POSIX")


@contextmanager
def recorded(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, str]]]:
    """Each file or folder that is flushed, and each rename, in their order."""
    said: list[tuple[str, str]] = []
    flush, rename = os.fsync, os.replace

    def fsync(handle: int) -> None:
        said.append(("flushed", str(Path(f"/proc/self/fd/{handle}").readlink())))
        flush(handle)

    def replace(source: str | Path, target: str | Path) -> None:
        said.append(("renamed", f"{source} → {target}"))
        rename(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fsync)
        patch.setattr(os, "replace", replace)
        yield said


def photo(desk: Desk, folder: Path) -> None:
    (folder / "photo.jpg").write_bytes(b"a photo")
    desk.files.keep(folder / "photo.jpg")


def photo_of_another_desk(desk: Desk, folder: Path) -> None:
    list(desk.files.keep_blocks("ab" * 32, [b"a photo", b" in two pieces"]))


def photos_beside_a_backup(desk: Desk, folder: Path) -> None:
    photo(desk, folder)
    desk.files.copy_to(folder / "files")


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
    ],
)
def test_each_file_is_flushed_before_it_gets_its_name_and_its_folder_after(
    write: Callable[[Desk, Path], None],
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with recorded(monkeypatch) as said:
        write(desk, tmp_path)
    renames = [number for number, (what, _) in enumerate(said) if what == "renamed"]
    assert renames
    for number in renames:
        part, target = said[number][1].split(" → ")
        assert ("flushed", part) in said[:number]
        assert said[number + 1] == ("flushed", str(Path(target).parent))
