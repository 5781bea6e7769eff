"""A receipt is told from a made-up one while offline, in one sentence for each case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desk.app.believing import own_card, trust_of
from desk.app.checking_receipts import Verdict, check_receipt, judged, signers
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.papers import receipt_of
from desk.app.safety import back_up, restore
from desk.app.setting_up import SetUp, set_up
from desk.exchange.keys import read_seal
from desk.words import LANGUAGES
from tests.app.at_work import Clock, register


@pytest.fixture
def other(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """A second branch of the company."""
    wanted = SetUp(company="Toko Sepeda", branch="2", branch_name="GLC Tangerang", admin="Rina")
    opened = set_up(Home(tmp_path / "other"), wanted, clock)
    yield opened
    opened.close()


def code(desk: Desk, nota: str = "1234") -> str:
    """The square code of a new receipt."""
    return receipt_of(desk, desk.complaint(register(desk, nota).id)).qr


def kinds(desk: Desk, *texts: str) -> list[tuple[str, bool]]:
    return [(verdict.kind, verdict.here) for verdict in (check_receipt(desk, one) for one in texts)]


def test_ones_own_receipt_is_genuine(desk: Desk) -> None:
    verdict = check_receipt(desk, code(desk))
    assert verdict.genuine
    assert verdict.here
    assert str(verdict.text) == (
        "Genuine: Hankam Bekasi signed this receipt for K1 2026-06-19 0001234, received on Friday "
        "19 June 2026, 09.12, news promised by Saturday 20 June 2026, 09.12. The complaint is "
        "known here."
    )


def test_another_branchs_receipt_is_genuine_once_its_card_is_accepted(
    desk: Desk, other: Desk
) -> None:
    text = code(other)
    assert kinds(desk, text) == [("unknown_desk", False)]
    desk.do(trust_of(own_card(other)))
    verdict = check_receipt(desk, text)
    assert (verdict.kind, verdict.here) == ("genuine", False)
    assert "not at this desk; ask GLC Tangerang" in str(verdict.text)


def test_a_code_in_which_anything_was_changed_is_not_genuine(desk: Desk) -> None:
    text = code(desk)
    for old, new in (("0001234", "0001235"), ("20260620T", "20260629T"), (":K1", ":K2")):
        assert old in text
        assert check_receipt(desk, text.replace(old, new)).kind == "wrong"


def test_a_signature_of_one_desk_is_none_of_another(desk: Desk, other: Desk) -> None:
    desk.do(trust_of(own_card(other)))
    theirs = code(other).replace(other.keys.node.upper(), desk.keys.node.upper())
    assert kinds(desk, theirs) == [("wrong", False)]


def test_a_revoked_desk_proves_nothing(desk: Desk, other: Desk) -> None:
    desk.do(trust_of(own_card(other)))
    sealed = read_seal(code(other))
    revoked = [replace(one, revoked=one.node == sealed.node) for one in signers(desk)]
    verdict = judged(sealed, revoked)
    assert (verdict.kind, verdict.genuine) == ("revoked", False)
    assert "card was revoked" in str(verdict.text)


def test_a_number_alone_proves_nothing(desk: Desk) -> None:
    register(desk)
    typed = ("K1202606190001234", "k1 2026-06-19 0001234", "K1202606190009999")
    assert kinds(desk, *typed) == [
        ("number_only", True),
        ("number_only", True),
        ("number_only", False),
    ]
    assert all("proves nothing" in str(check_receipt(desk, one).text) for one in typed)


@pytest.mark.parametrize(
    "text", ["", "8991234567890", "DESK1:", "DESK2:K1", "http://a.b", "\x00", "K1" * 9000]
)
def test_anything_else_is_no_receipt(desk: Desk, text: str) -> None:
    assert kinds(desk, text) == [("malformed", False)]


def test_half_a_code_is_told_as_such(desk: Desk) -> None:
    text = code(desk)
    assert {check_receipt(desk, text[:end]).kind for end in range(6, len(text), 7)} == {"malformed"}


def test_a_receipt_from_before_a_restore_is_not_called_false(
    desk: Desk, tmp_path: Path, clock: Clock
) -> None:
    text = code(desk)
    saved = back_up(desk, tmp_path / "backups")
    home = Home(tmp_path / "anew")
    restore(home, saved, clock)
    opened = Desk.open(home, clock)
    try:
        assert kinds(opened, text) == [("earlier_desk", True)]
    finally:
        opened.close()


def test_a_receipt_of_a_restored_desk_is_genuine_and_found_by_its_longer_number(
    desk: Desk, tmp_path: Path, clock: Clock
) -> None:
    saved = back_up(desk, tmp_path / "backups")
    home = Home(tmp_path / "anew")
    restore(home, saved, clock)
    opened = Desk.open(home, clock)
    try:
        opened.sign_in(opened.people()[0].name, "")
        receipt = receipt_of(opened, opened.complaint(register(opened).id))
        assert re.fullmatch(r"K1202606190001234-\d{4}", receipt.number)
        assert f":{receipt.number}:" in receipt.qr
        verdict = check_receipt(opened, receipt.qr)
        assert (verdict.kind, verdict.number) == ("genuine", receipt.number)
        stem, digits = receipt.number.split("-")
        changed = receipt.qr.replace(f"-{digits}", "-1000" if digits != "1000" else "-1001")
        typed = (receipt.number, receipt.grouped, stem, changed)
        assert kinds(opened, *typed) == [*[("number_only", True)] * 3, ("wrong", False)]
    finally:
        opened.close()


def test_each_verdict_is_said_in_both_languages(desk: Desk, other: Desk) -> None:
    said: list[Verdict] = [check_receipt(desk, one) for one in (code(desk), code(other), "x", "K1")]
    for verdict in said:
        told = [verdict.text.into(language) for language in LANGUAGES]
        assert told[0] != told[1]
        assert not any("{" in one for one in told)
