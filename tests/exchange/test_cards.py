"""A desk's card: made, carried, believed or not."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desk.exchange.cards import Card, make_card, read_card, write_card
from desk.exchange.keys import DeskKeys, make_keys, sign
from desk.rules.chain import canonical
from desk.rules.errors import Invalid, Trouble

NOW = datetime(2026, 6, 20, 2, 15, 0, 123456, tzinfo=UTC)


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> DeskKeys:
    return make_keys(tmp_path_factory.mktemp("desk") / "keys")


@pytest.fixture
def card(keys: DeskKeys) -> Card:
    return make_card(
        keys, company="Toko “Maju” 自転車", name="Cabang 1", branch="1", head_office=False, now=NOW
    )


def changed(card: Card, path: Path, keys: DeskKeys | None = None, **changes: object) -> Path:
    """The card's file with other contents; signed again where `keys` are given."""
    write_card(card, path)
    told = {**json.loads(path.read_bytes()), **changes}
    if keys:
        signed = {key: value for key, value in told.items() if key != "signature"}
        told["signature"] = sign(keys, "card", canonical(signed)).hex()
    path.write_bytes(canonical(told))
    return path


def test_a_card_arrives_as_it_was_made(card: Card, tmp_path: Path) -> None:
    write_card(card, tmp_path / "K1.deskcard")
    assert read_card(tmp_path / "K1.deskcard") == card
    assert [each.name for each in tmp_path.iterdir()] == ["K1.deskcard"]


def test_the_fingerprint_is_the_same_on_both_sides(card: Card, tmp_path: Path) -> None:
    write_card(card, tmp_path / "K1.deskcard")
    assert read_card(tmp_path / "K1.deskcard").fingerprint == card.fingerprint


def test_a_new_card_replaces_the_old_one(card: Card, keys: DeskKeys, tmp_path: Path) -> None:
    path = tmp_path / "K1.deskcard"
    write_card(card, path)
    newer = make_card(keys, company="Toko", name="Dago", branch="1", head_office=True, now=NOW)
    write_card(newer, path)
    assert read_card(path) == newer


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "Cabang 2"},
        {"head_office": True},
        {"recipient": "age1cs90xls30q5p53hxwxft3582shfjt8eeqewgf89cgudkwztx9dkqwljrp2"},
        {"node": "0" * 16},
        {"signature": "0" * 128},
        {"signing_key": "0" * 64},
    ],
)
def test_a_changed_card_is_not_accepted(
    card: Card, tmp_path: Path, changes: dict[str, object]
) -> None:
    with pytest.raises(Invalid, match="was changed after it was made"):
        read_card(changed(card, tmp_path / "K1.deskcard", **changes))


def test_nobody_can_take_another_desks_node(card: Card, keys: DeskKeys, tmp_path: Path) -> None:
    path = changed(card, tmp_path / "K1.deskcard", keys, node="0123456789abcdef")
    with pytest.raises(Invalid, match="was changed after it was made"):
        read_card(path)


@pytest.mark.parametrize(
    "changes",
    [
        {"extra": 1},
        {"type": "desk-receipt/1"},
        {"type": 1},
        {"branch": "../1"},
        {"name": "two\nlines"},
        {"name": "turned \u202e round"},
        {"name": "long " * 41},
        {"head_office": 1},
        {"made_at": "2026-06-20 02:15"},
        {"recipient": "ssh-ed25519 AAAA"},
        {"recipient": "age1cs90xls30q5p53hxwxft3582shfjt8eeqewgf89cgudkwztx9dkqwljrp3"},
    ],
)
def test_what_has_not_the_form_of_a_card_is_refused(
    card: Card, keys: DeskKeys, tmp_path: Path, changes: dict[str, object]
) -> None:
    with pytest.raises(Invalid, match="is not a desk's card"):
        read_card(changed(card, tmp_path / "K1.deskcard", keys, **changes))


def test_a_card_with_a_day_that_never_was_is_refused(
    card: Card, keys: DeskKeys, tmp_path: Path
) -> None:
    path = changed(card, tmp_path / "K1.deskcard", keys, made_at="2026-02-30T02:15:00.000Z")
    with pytest.raises(Invalid, match="is not a desk's card"):
        read_card(path)


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04", b"[]", b"\xff", b'{"type":"desk-card/1"}', b"[" * 10_000, b"7" * 20_000],
)
def test_another_file_is_not_a_card(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "photo.deskcard"
    path.write_bytes(content)
    with pytest.raises(Invalid, match=r"“photo\.deskcard” is not a desk's card"):
        read_card(path)


def test_a_card_written_with_spaces_is_not_one(card: Card, tmp_path: Path) -> None:
    path = tmp_path / "K1.deskcard"
    write_card(card, path)
    path.write_text(json.dumps(json.loads(path.read_bytes()), indent=1), encoding="utf-8")
    with pytest.raises(Invalid, match="is not a desk's card"):
        read_card(path)


def test_a_card_of_a_newer_program_asks_for_an_update(
    card: Card, keys: DeskKeys, tmp_path: Path
) -> None:
    with pytest.raises(Invalid, match="Update the program"):
        read_card(changed(card, tmp_path / "K1.deskcard", keys, type="desk-card/2"))


def test_a_card_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="could not be read: it is not there"):
        read_card(tmp_path / "K1.deskcard")


def test_a_card_cannot_be_written_where_no_folder_is(card: Card, tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="is not there or stopped answering"):
        write_card(card, tmp_path / "stick" / "K1.deskcard")


def test_a_card_is_never_half_a_card(card: Card, tmp_path: Path) -> None:
    path = tmp_path / "K1.deskcard"
    write_card(card, path)
    (tmp_path / "K1.deskcard.part").mkdir()  # whatever stands in the way
    with pytest.raises(Trouble):
        write_card(replace(card, name="other"), path)
    assert read_card(path) == card


@pytest.mark.parametrize(
    ("field", "text"), [("name", "a\nb"), ("company", "x" * 201), ("branch", "a/b"), ("branch", "")]
)
def test_a_name_that_cannot_stand_on_a_card_is_told_at_its_field(
    keys: DeskKeys, field: str, text: str
) -> None:
    names = {"company": "Toko", "name": "Cabang", "branch": "1", field: text}
    with pytest.raises(Invalid) as refused:
        make_card(keys, **names, head_office=False, now=NOW)
    assert refused.value.field == field
