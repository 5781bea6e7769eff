"""Keys in the system's key store, and what happens when it fails, is locked or gone."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.null import Keyring as NoStore
from keyring.errors import KeyringLocked, PasswordDeleteError, PasswordSetError

from desk.exchange import keys
from desk.exchange.cards import make_card
from desk.exchange.keys import DeskKeys, load_keys, make_keys, node_in, sign, verify
from desk.rules.errors import Invalid, Refused, Trouble
from tests.exchange.conftest import NOW

Kept = dict[tuple[str, str], str]


class Store(KeyringBackend):
    """A key store in memory; `fault` is what it raises when it is asked."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()
        self.kept: Kept = {}
        self.fault: Exception | None = None
        self.forgetful = False

    def _answer(self) -> None:
        if self.fault is not None:
            raise self.fault

    def set_password(self, service: str, username: str, password: str) -> None:
        self._answer()
        if not self.forgetful:
            self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        self._answer()
        return self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        self._answer()
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError(username)


@pytest.fixture
def store() -> Iterator[Store]:
    """The key store of this computer, for the length of a test."""
    before, chosen = keyring.get_keyring(), Store()
    keyring.set_keyring(chosen)
    yield chosen
    keyring.set_keyring(before)


def told(keys: DeskKeys) -> tuple[object, ...]:
    return keys.node, keys.public, str(keys.receiving), str(keys.recovery), keys.kept_in


def test_a_desk_finds_its_keys_in_the_key_store(tmp_path: Path, store: Store) -> None:
    made = make_keys(tmp_path / "keys")
    assert made.kept_in == "keystore"
    assert list(store.kept) == [("complaint-desk", made.node)]
    assert told(load_keys(tmp_path / "keys")) == told(made)
    signature = sign(load_keys(tmp_path / "keys"), "export", b"words")
    assert verify(made.public, "export", b"words", signature)


def test_then_the_folder_holds_nothing_that_another_could_sign_or_read_with(
    tmp_path: Path, store: Store
) -> None:
    made = make_keys(tmp_path / "keys")
    names = sorted(path.name for path in (tmp_path / "keys").iterdir())
    assert names == ["keystore.json", "recovery.age"]
    content = b"".join(path.read_bytes() for path in (tmp_path / "keys").iterdir())
    for secret in (made.signing.private_bytes_raw().hex(), str(made.receiving)):
        assert secret.encode() not in content
        assert secret in store.kept["complaint-desk", made.node]


def test_what_the_key_store_keeps_fits_into_every_one_of_them(tmp_path: Path, store: Store) -> None:
    make_keys(tmp_path / "keys")
    (secret,) = store.kept.values()
    assert len(secret.encode("utf-16-le")) < 2560


def test_whose_keys_they_are_is_known_without_the_key_store(tmp_path: Path, store: Store) -> None:
    made = make_keys(tmp_path / "keys")
    store.fault = KeyringLocked("locked")
    assert node_in(tmp_path / "keys") == made.node


def test_the_folder_may_be_moved(tmp_path: Path, store: Store) -> None:
    made = make_keys(tmp_path / "keys")
    (tmp_path / "keys").rename(tmp_path / "moved")
    assert told(load_keys(tmp_path / "moved")) == told(made)


@pytest.mark.parametrize("fault", [PasswordSetError("no"), OSError("gone"), RuntimeError("no bus")])
def test_where_the_key_store_fails_the_keys_are_files(
    tmp_path: Path, store: Store, fault: Exception
) -> None:
    store.fault = fault
    made = make_keys(tmp_path / "keys")
    store.fault = None
    assert (made.kept_in, store.kept) == ("file", {})
    assert told(load_keys(tmp_path / "keys")) == told(made)


def test_a_key_store_that_keeps_nothing_is_found_out_at_once(tmp_path: Path, store: Store) -> None:
    store.forgetful = True
    made = make_keys(tmp_path / "keys")
    assert made.kept_in == "file"
    assert told(load_keys(tmp_path / "keys")) == told(made)


def test_a_locked_key_store_asks_to_be_unlocked(tmp_path: Path, store: Store) -> None:
    made = make_keys(tmp_path / "keys")
    store.fault = KeyringLocked("locked")
    with pytest.raises(
        Trouble, match=r"does not answer.*all here.*unlock its key store"
    ) as refused:
        load_keys(tmp_path / "keys")
    assert str(made.receiving) not in str(refused.value)
    store.fault = None
    assert told(load_keys(tmp_path / "keys")) == told(made)


def test_on_a_computer_without_a_key_store_the_way_out_is_told(
    tmp_path: Path, store: Store
) -> None:
    make_keys(tmp_path / "keys")
    keyring.set_keyring(NoStore())
    with pytest.raises(Trouble, match="make a backup and restore it"):
        load_keys(tmp_path / "keys")


def test_keys_that_the_key_store_lost_are_told(tmp_path: Path, store: Store) -> None:
    make_keys(tmp_path / "keys")
    store.kept.clear()
    with pytest.raises(Trouble, match=r"does not have the desk's keys any more.*backup"):
        load_keys(tmp_path / "keys")


@pytest.mark.parametrize("secret", ["", "x", "00 AGE-SECRET-KEY-1QQQ", "zz zz", "1 2 3"])
def test_something_else_in_the_key_store_is_not_the_keys(
    tmp_path: Path, store: Store, secret: str
) -> None:
    made = make_keys(tmp_path / "keys")
    store.kept["complaint-desk", made.node] = secret
    with pytest.raises(Invalid, match="are not the keys of a desk"):
        load_keys(tmp_path / "keys")


def test_another_desks_keys_are_not_taken_for_ones_own(tmp_path: Path, store: Store) -> None:
    made, other = make_keys(tmp_path / "keys"), make_keys(tmp_path / "other")
    store.kept["complaint-desk", made.node] = store.kept["complaint-desk", other.node]
    with pytest.raises(Invalid, match="are not the keys of a desk"):
        load_keys(tmp_path / "keys")


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b'{"signing_key":1}', b'{"signing_key":"x"}']
)
def test_a_damaged_folder_is_told(tmp_path: Path, store: Store, content: bytes) -> None:
    make_keys(tmp_path / "keys")
    (tmp_path / "keys" / "keystore.json").write_bytes(content)
    for look in (load_keys, node_in):
        with pytest.raises(Invalid, match="are not the keys of a desk"):
            look(tmp_path / "keys")


def test_keys_in_the_key_store_are_never_overwritten(tmp_path: Path, store: Store) -> None:
    made = make_keys(tmp_path / "keys")
    with pytest.raises(Refused, match="never overwritten"):
        make_keys(tmp_path / "keys")
    assert told(load_keys(tmp_path / "keys")) == told(made)


@pytest.mark.skipif(os.name == "nt", reason="only on POSIX is a link in the way of a folder")
def test_a_set_up_that_failed_leaves_nothing_in_the_key_store(tmp_path: Path, store: Store) -> None:
    (tmp_path / "keys").symlink_to(tmp_path / "nowhere")  # what no folder can be renamed onto
    with pytest.raises(Trouble, match="No desk was made"):
        make_keys(tmp_path / "keys")
    assert not store.kept
    assert [path.name for path in tmp_path.iterdir()] == ["keys"]


def test_the_first_of_a_chain_that_is_a_store_is_asked(tmp_path: Path, store: Store) -> None:
    class Chain(NoStore):
        backends = (NoStore(), store)

    keyring.set_keyring(Chain())
    assert make_keys(tmp_path / "keys").kept_in == "keystore"
    assert len(store.kept) == 1


def test_no_secret_is_on_a_card(tmp_path: Path, store: Store) -> None:
    keys = make_keys(tmp_path / "keys")
    card = make_card(keys, company="Toko", name="Dago", branch="1", head_office=False, now=NOW)
    for secret in store.kept.values():
        for part in secret.split(" "):
            assert part not in repr(card)
            assert part not in repr(keys)


def test_forgetting_what_was_never_kept_is_fine(store: Store) -> None:
    keys.forget("0123456789abcdef")
    assert json.dumps(store.kept) == "{}"
