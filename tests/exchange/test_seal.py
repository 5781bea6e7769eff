"""The seal in a receipt's QR code."""

import re
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.exchange.keys import DeskKeys, check_seal, make_keys, read_seal, seal
from desk.rules.errors import Invalid
from desk.rules.number import parse_number

RECEIVED = datetime(2026, 6, 18, 9, 12, 40, tzinfo=timezone(timedelta(hours=7)))
HEAD = bytes.fromhex("00112233445566778899aabbccddeeff" * 2)
NUMBERS = ["K1202606180001234", "K1202606180001234-2", "K12202606189000001B-13"]


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> DeskKeys:
    return make_keys(tmp_path_factory.mktemp("desk") / "keys")


def sealed_text(keys: DeskKeys, number: str = NUMBERS[0]) -> str:
    due = RECEIVED + timedelta(hours=24)
    return seal(keys, number=number, received_at=RECEIVED, due_at=due, head=HEAD)


@pytest.mark.parametrize("number", NUMBERS)
def test_any_branch_can_tell_a_real_receipt(keys: DeskKeys, number: str) -> None:
    found = read_seal(f" {sealed_text(keys, number)}\n")
    assert check_seal(found, keys.public)
    assert (found.number, found.node, found.head) == (number, keys.node, HEAD[:8])
    assert found.received_at == datetime(2026, 6, 18, 2, 12, tzinfo=UTC)
    assert found.due_at == datetime(2026, 6, 19, 2, 12, tzinfo=UTC)


def test_a_scanned_seal_finds_its_complaint(keys: DeskKeys) -> None:
    assert str(parse_number(sealed_text(keys, NUMBERS[1]))) == NUMBERS[1]


def test_the_text_fits_into_a_small_qr_code(keys: DeskKeys) -> None:
    text = sealed_text(keys)
    assert re.fullmatch(r"[0-9A-Z $%*+\-./:]{1,200}", text)
    assert text.startswith(
        "DESK1:K1202606180001234:20260618T0212Z:20260619T0212Z:0011223344556677:"
    )


def test_another_desks_key_does_not_fit(keys: DeskKeys, tmp_path: Path) -> None:
    other = make_keys(tmp_path / "keys")
    assert not check_seal(read_seal(sealed_text(keys)), other.public)


def test_a_number_that_no_code_can_hold_is_a_fault_of_the_program(keys: DeskKeys) -> None:
    with pytest.raises(ValueError, match="k1 2026"):
        sealed_text(keys, "k1 2026")


@settings(max_examples=300)
@given(data=st.data())
def test_a_made_up_receipt_is_never_taken_for_real(keys: DeskKeys, data: st.DataObject) -> None:
    text = sealed_text(keys)
    place = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.sampled_from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"))
    forged = text[:place] + other + text[place + 1 :]
    if forged == text:
        return
    try:
        found = read_seal(forged)
    except Invalid:
        return
    assert not check_seal(found, keys.public)


@pytest.mark.parametrize("text", ["", "DESK1:", "https://example.com", "K1202606180001234"])
def test_another_code_is_told_in_words(text: str) -> None:
    with pytest.raises(Invalid, match="is not from a receipt of this program"):
        read_seal(text)


def test_a_day_that_never_was_is_no_seal(keys: DeskKeys) -> None:
    with pytest.raises(Invalid):
        read_seal(sealed_text(keys).replace("20260619T", "20260631T"))
