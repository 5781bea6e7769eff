"""A letter says what its message says, to whom and about what, and nothing twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

from desk.app.commands import DescribeShop
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.papers import SUBJECTS, letter_of
from desk.app.setting_up import SetUp, set_up
from desk.rules.choices import MESSAGES, TO_COLLEAGUES
from tests.app.at_work import OPENING, Clock, register


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    wanted = SetUp(company="Toko Sepeda", branch="1", branch_name="Hankam Bekasi", admin="Sari")
    opened = set_up(Home(tmp_path / "desk"), wanted, Clock())
    yield opened
    opened.close()


def test_every_message_to_the_customer_can_be_a_letter() -> None:
    assert {*SUBJECTS} == {*MESSAGES} - TO_COLLEAGUES


def test_the_letter_knows_shop_case_customer_and_writer(desk: Desk) -> None:
    desk.do(
        DescribeShop(company="Toko", branch_name="Bekasi", address="Jl. Raya 1", reach="WA 0812")
    )
    case = register(desk, address="Jl. Melati 5", product="United E-Trifold")
    letter = letter_of(desk, desk.complaint(case.id), kind="decision", text="Isi")
    told = asdict(letter)
    told.pop("subject")
    assert told == {
        "company": "Toko",
        "branch": "Bekasi",
        "address": "Jl. Raya 1",
        "reach": "WA 0812",
        "logo": b"",
        "number": "K1202606190001234",
        "grouped": "K1 2026-06-19 0001234",
        "written_at": OPENING,
        "name": "Bapak Hari",
        "home": "Jl. Melati 5",
        "text": "Isi",
        "elsewhere": "",
        "writer": "Sari",
    }
    assert letter.subject.into("en") == (
        "Our decision, with reasons – complaint K1 2026-06-19 0001234, United E-Trifold"
    )


def test_without_a_product_the_number_is_enough(desk: Desk) -> None:
    case = register(desk)
    letter = letter_of(desk, desk.complaint(case.id), kind="apology", text="Isi")
    assert letter.subject.into("en") == "Our apology – complaint K1 2026-06-19 0001234"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("A. Go there.", "A."),
        ("Go there. B.", "B."),
        ("A.\n\nGo there.\n\nB.", "A.\n\nB."),
        ("A.\nline\n\nB. Go there. C.", "A.\nline\n\nB. C."),
        ("A.  Go here.", "A.  Go here."),
    ],
)
def test_where_else_to_turn_is_not_said_twice(desk: Desk, text: str, left: str) -> None:
    case = desk.complaint(register(desk).id)
    letter = letter_of(desk, case, kind="decision", text=text, elsewhere="Go there.")
    assert (letter.text, letter.elsewhere) == (left, "Go there.")
