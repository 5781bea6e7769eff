"""A desk whose key store is gone: it starts, it works on, and there is a way back to a card."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from desk.app import exporting
from desk.app.believing import own_card
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.safety import back_up, restore, write_report
from desk.app.setting_up import set_up
from desk.app.workbook import write_workbook
from desk.exchange.cards import write_card
from desk.journal.verify import verify
from desk.rules.errors import Trouble, finish
from desk.words import say
from tests.app.at_work import Clock, register
from tests.app.conftest import WANTED


class Store(KeyringBackend):
    """A key store in memory."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[str, str] = {}

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[username] = password

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get(username)

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[username]


@pytest.fixture
def store() -> Iterator[Store]:
    before, chosen = keyring.get_keyring(), Store()
    keyring.set_keyring(chosen)
    yield chosen
    keyring.set_keyring(before)


@pytest.fixture
def kept(store: Store, tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """A desk whose keys are in the key store."""
    opened = set_up(Home(tmp_path / "kept"), WANTED, clock)
    yield opened
    opened.close()


def secrets(store: Store) -> list[bytes]:
    """What may be in no file, each part of it."""
    return [part.encode() for secret in store.kept.values() for part in secret.split(" ")]


def test_a_desk_set_up_here_has_its_keys_in_the_key_store(kept: Desk, store: Store) -> None:
    assert kept.keys.kept_in == "keystore"
    assert list(store.kept) == [kept.journal.node]
    assert own_card(kept).node == kept.journal.node


def test_without_its_key_store_the_desk_works_on_and_becomes_a_new_one(
    kept: Desk, store: Store, tmp_path: Path, clock: Clock
) -> None:
    before = register(kept, "1234")
    kept.close()
    store.kept.clear()
    again = Desk.open(kept.home, clock)
    again.sign_in()
    after = register(again, "1235")
    with pytest.raises(Trouble, match="Make a backup and restore it"):
        own_card(again)
    made = back_up(again, tmp_path / "stick")
    again.close()

    restored = restore(kept.home, made, clock)
    new = Desk.open(kept.home, clock)
    assert own_card(new).node == restored.node != kept.journal.node
    assert [new.complaint(one.id).number for one in (before, after)] == [
        before.number,
        after.number,
    ]
    assert finish(verify(new.journal)).clean
    new.close()


def test_no_private_key_is_in_any_file_of_the_home_or_of_a_backup(
    kept: Desk, store: Store, tmp_path: Path
) -> None:
    register(kept)
    back_up(kept, tmp_path / "stick")
    write_card(own_card(kept), tmp_path / "own.deskcard")
    finish(write_workbook(kept, tmp_path / "komplain.xlsx"))
    planned = exporting.plan(kept, folder=tmp_path, without_personal=True)
    finish(planned.steps())
    write_report(kept.home.logs, Trouble(say("t", "{keys}")(keys=kept.keys)))
    kept.close()
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {".db", ".deskcard", ".xlsx", ".desk", ".txt"} <= {path.suffix for path in files}
    for path in files:
        assert not any(secret in path.read_bytes() for secret in secrets(store)), path


def test_keys_that_are_files_are_in_no_backup(desk: Desk, tmp_path: Path) -> None:
    register(desk)
    made = back_up(desk, tmp_path / "stick")
    held = b"".join(path.read_bytes() for path in made.parent.rglob("*") if path.is_file())
    keys = list(desk.home.keys.iterdir())
    assert desk.keys.kept_in == "file"
    for path in keys:
        for line in path.read_bytes().splitlines():
            assert line.startswith(b"---") or line not in held
    assert not [path for path in made.parent.rglob("*") if path.name in {key.name for key in keys}]
