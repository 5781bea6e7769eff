"""The keys of a desk."""

import os
import stat
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from desk.durable import only_this_user
from desk.exchange.keys import (
    DeskKeys,
    check_compared,
    fingerprint,
    load_keys,
    make_keys,
    node_in,
    node_of,
    sign,
    verify,
)
from desk.rules.errors import DeskError, Invalid, Refused, Trouble

PUBLIC = bytes(range(32))


def told(keys: DeskKeys) -> tuple[str, bytes, str, str, str]:
    """All that keys are, to be compared."""
    return keys.node, keys.public, keys.recipient, str(keys.receiving), str(keys.recovery)


def test_a_desk_finds_its_keys_again(tmp_path: Path) -> None:
    made = make_keys(tmp_path / "home" / "keys")
    assert told(load_keys(tmp_path / "home" / "keys")) == told(made)


def test_the_node_follows_from_the_public_key(tmp_path: Path) -> None:
    keys = make_keys(tmp_path / "keys")
    assert keys.node == node_of(keys.public)
    assert node_of(PUBLIC) == "630dcd2966c43366"


def test_an_empty_folder_may_become_the_keys(tmp_path: Path) -> None:
    (tmp_path / "keys").mkdir()
    assert make_keys(tmp_path / "keys").node == load_keys(tmp_path / "keys").node


def test_keys_are_never_overwritten(tmp_path: Path) -> None:
    made = make_keys(tmp_path / "keys")
    with pytest.raises(Refused, match="never overwritten"):
        make_keys(tmp_path / "keys")
    assert told(load_keys(tmp_path / "keys")) == told(made)
    assert [each.name for each in tmp_path.iterdir()] == ["keys"]


@pytest.mark.skipif(os.name == "nt", reason="only on POSIX does a file have such modes")
def test_only_the_owner_may_read_them(tmp_path: Path) -> None:
    make_keys(tmp_path / "keys")
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "keys").iterdir()}
    assert (stat.S_IMODE((tmp_path / "keys").stat().st_mode), modes) == (0o700, {0o600})


@pytest.mark.skipif(os.name == "nt", reason="only on POSIX does a file have such modes")
@pytest.mark.skipif(os.name == "nt", reason="only on POSIX are these two programs scripts")
def test_on_windows_a_secret_is_its_owners_alone_also_as_a_single_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows' own programs, written down instead of done."""
    monkeypatch.setenv("SYSTEMROOT", str(tmp_path))
    (tmp_path / "System32").mkdir()
    asked = tmp_path / "asked"
    for name, does in (("whoami", 'echo \'"toko\\kasir","S-1-5-21-7"\''), ("icacls", "exit 0")):
        program = tmp_path / "System32" / f"{name}.exe"
        program.write_text(f'#!/bin/sh\necho "$@" >> {asked}\n{does}\n')
        program.chmod(0o755)
    only_this_user(tmp_path / "pgpass")
    only_this_user(tmp_path)
    _, file, _, folder = asked.read_text().splitlines()
    assert file == f"{tmp_path / 'pgpass'} /inheritance:r /grant:r *S-1-5-21-7:F /q"
    assert folder == f"{tmp_path} /inheritance:r /grant:r *S-1-5-21-7:(OI)(CI)F /q"
    (tmp_path / "System32" / "icacls.exe").unlink()
    with pytest.raises(OSError, match="icacls"):
        only_this_user(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="only on POSIX does a file's mode keep others out")
def test_what_a_copy_opened_to_others_is_closed_again(tmp_path: Path) -> None:
    made = make_keys(tmp_path / "keys")
    for path in (tmp_path / "keys", *(tmp_path / "keys").iterdir()):
        path.chmod(0o755)
    assert load_keys(tmp_path / "keys").node == made.node
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "keys").iterdir()}
    assert (stat.S_IMODE((tmp_path / "keys").stat().st_mode), modes) == (0o700, {0o600})


def test_without_a_key_store_all_keys_are_files(tmp_path: Path) -> None:
    assert make_keys(tmp_path / "keys").kept_in == "file"
    assert load_keys(tmp_path / "keys").kept_in == "file"
    assert sorted(path.name for path in (tmp_path / "keys").iterdir()) == [
        "receiving.age",
        "recovery.age",
        "signing.pem",
    ]


def test_whose_keys_they_are_is_told_by_the_folder(tmp_path: Path) -> None:
    assert make_keys(tmp_path / "keys").node == node_in(tmp_path / "keys")
    with pytest.raises(Trouble, match="it is not there"):
        node_in(tmp_path / "none")


def test_no_secret_shows_when_keys_are_printed(tmp_path: Path) -> None:
    keys = make_keys(tmp_path / "keys")
    assert repr(keys) == f"DeskKeys(node='{keys.node}')"


def test_a_place_that_cannot_hold_keys_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(Trouble, match="No desk was made"):
        make_keys(tmp_path / "file" / "keys")


def test_missing_keys_are_told(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="it is not there"):
        load_keys(tmp_path / "keys")


@pytest.mark.parametrize("name", ["signing.pem", "receiving.age", "recovery.age"])
@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"AGE-SECRET-KEY-1QQQ"])
def test_damaged_keys_are_told(tmp_path: Path, name: str, content: bytes) -> None:
    make_keys(tmp_path / "keys")
    (tmp_path / "keys" / name).write_bytes(content)
    with pytest.raises(Invalid, match="are not the keys of a desk"):
        load_keys(tmp_path / "keys")


def test_another_kind_of_key_is_told(tmp_path: Path) -> None:
    make_keys(tmp_path / "keys")
    other = generate_private_key(SECP256R1())
    pem = other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (tmp_path / "keys" / "signing.pem").write_bytes(pem)
    with pytest.raises(Invalid, match="are not the keys of a desk"):
        load_keys(tmp_path / "keys")


def test_a_signature_counts_for_its_purpose_only(tmp_path: Path) -> None:
    keys = make_keys(tmp_path / "keys")
    signature = sign(keys, "export", b"words")
    assert verify(keys.public, "export", b"words", signature)
    assert not verify(keys.public, "card", b"words", signature)
    assert not verify(keys.public, "receipt", b"words", signature)
    assert not verify(keys.public, "export", b"other", signature)
    assert not verify(PUBLIC, "export", b"words", signature)


@pytest.mark.parametrize(("public", "signature"), [(b"", b""), (PUBLIC, b"x"), (b"x" * 31, b"")])
def test_what_is_not_a_signature_never_counts(public: bytes, signature: bytes) -> None:
    assert not verify(public, "export", b"words", signature)


def test_the_fingerprint_can_be_read_out_by_telephone() -> None:
    assert fingerprint(PUBLIC) == "13202 31777 41069 71882 73222 47312"


@pytest.mark.parametrize(
    "heard",
    [
        "13202 31777 41069 71882 73222 47312",
        "132023177741069718827322247312",
        " 13202-31777-41069\n71882.73222, 47312 ",
    ],
)
def test_a_fingerprint_agrees_however_it_is_typed(heard: str) -> None:
    check_compared(heard, fingerprint(PUBLIC))


@pytest.mark.parametrize(
    ("heard", "words"),
    [
        ("13202 31777 41069 71882 73222 47313", "is another one"),
        ("13202 31777 41069 71882 47312 73222", "is another one"),
        ("13202 31777 41069 71882 73222", "six groups of five digits"),
        ("13202 31777 41069 71882 73222 4731O", "six groups of five digits"),
        ("13202 31777 41069 71882 73222 4731٢", "six groups of five digits"),
        ("…", "six groups of five digits"),
    ],
)
def test_a_fingerprint_that_differs_is_told(heard: str, words: str) -> None:
    with pytest.raises(DeskError, match=words):
        check_compared(heard, fingerprint(PUBLIC))
