"""The chain of entries: whatever is changed afterwards shows, and erasing a person does not."""

import hashlib
import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desk.rules.chain import START, canonical, chained, is_whole, personal_digest
from desk.rules.entries import ComplaintNoted

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(values)
def test_canonical_json_is_json_and_always_the_same(value) -> None:
    text = canonical(value)
    assert json.loads(text) == value
    assert canonical(json.loads(text)) == text


@given(st.dictionaries(st.text(), st.integers()))
def test_canonical_json_does_not_depend_on_the_order_of_keys(value) -> None:
    assert canonical(dict(reversed(value.items()))) == canonical(value)


def test_canonical_json_is_written_in_one_way() -> None:
    told = {"b": [1, None, True], "a": "Rem “ngiiik” 😡\n</b>", "Ä": 1.5}
    wanted = '{"a":"Rem “ngiiik” 😡\\n</b>","b":[1,null,true],"Ä":1.5}'
    assert canonical(told).decode() == wanted


@pytest.mark.parametrize("value", [math.nan, math.inf, {"x": -math.inf}])
def test_what_json_has_no_number_for_is_refused(value) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical(value)


def test_the_hash_is_what_the_format_says() -> None:
    """Computed here once more, from the words of the format alone."""
    entry = chained(
        node="a1" * 8,
        seq=7,
        tick=123,
        seen=b"\1" * 32,
        at="2026-06-19T02:12:00.000Z",
        actor="wati",
        kind="complaint.noted",
        subject="c1",
        body={"v": 1},
        personal={"text": "rem"},
        salt=b"\5" * 16,
        prev=b"\2" * 32,
    )
    header = (
        f'["{"a1" * 8}",7,123,"{"01" * 32}","2026-06-19T02:12:00.000Z","wati",'
        '"complaint.noted","c1"]'
    )
    digest = hashlib.sha256(b"\5" * 16 + b'{"text":"rem"}').digest()
    body = hashlib.sha256(b'{"v":1}').digest()
    assert entry.personal_digest == personal_digest(b"\5" * 16, '{"text":"rem"}') == digest
    assert entry.hash == hashlib.sha256(b"\2" * 32 + header.encode() + body + digest).digest()


def test_an_entry_without_personal_data_keeps_no_salt(desk_telling) -> None:
    entry = desk_telling().write("receipt.printed", {"v": 1}, {})
    assert (entry.personal, entry.salt, entry.personal_digest) == (None, None, None)
    assert entry.prev == START
    assert is_whole(entry)


def _told(desk_telling):
    desk = desk_telling()
    desk.tell(ComplaintNoted(text="Sudah ditelepon"))
    return desk.tell(ComplaintNoted(text="Sudah datang"))


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("node", "b2" * 8),
        ("seq", 3),
        ("tick", 1),
        ("seen", b"\0" * 32),
        ("at", "2026-06-19T02:13:00.001Z"),
        ("actor", "tono"),
        ("kind", "complaint.withdrawn"),
        ("subject", "c2"),
        ("body", '{"v": 1}'),
        ("personal", '{"text":"Sudah pulang"}'),
        ("salt", b"\6" * 16),
        ("personal_digest", b"\0" * 32),
        ("prev", START),
        ("hash", START),
        ("salt", None),
        ("personal_digest", None),
        ("personal", None),
    ],
)
def test_whatever_is_changed_afterwards_shows(column, value, desk_telling) -> None:
    entry = _told(desk_telling)
    assert is_whole(entry)
    assert not is_whole(replace(entry, **{column: value}))


def test_a_person_can_be_erased_and_the_chain_still_holds(desk_telling) -> None:
    erased = replace(_told(desk_telling), personal=None, salt=None)
    assert is_whole(erased)
    assert erased.personal_digest is not None


def test_what_was_erased_cannot_be_guessed_from_what_is_left(desk_telling) -> None:
    entry = _told(desk_telling)
    assert hashlib.sha256(entry.personal.encode()).digest() != entry.personal_digest


def test_two_entries_that_tell_the_same_have_different_hashes(desk_telling) -> None:
    desk = desk_telling()
    told = [desk.tell(ComplaintNoted(text="Sudah ditelepon")) for _ in range(3)]
    assert len({entry.hash for entry in told}) == 3
    assert [entry.prev for entry in told] == [START, told[0].hash, told[1].hash]
