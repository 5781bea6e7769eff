"""Suggestions, questions and praise are kept, without number and clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from desk.controllers.feedback import Feedback, Said
from desk.journal.queue import Filter
from desk.rules.errors import DeskError
from desk.words import Text
from tests.app.at_work import Clock


@dataclass
class Sheet:
    """The dialog, on paper."""

    said: Said = field(default_factory=Said)
    faults: list[DeskError] = field(default_factory=list)
    told: str = ""

    def put(self, said: Said) -> None:
        self.said = said

    def show_fault(self, fault: DeskError) -> None:
        self.faults.append(fault)

    def kept(self, words: Text) -> None:
        self.told = str(words)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    wanted = SetUp(company="Toko Sepeda", branch="1", branch_name="Hankam Bekasi", admin="Sari")
    opened = set_up(Home(tmp_path / "desk"), wanted, Clock())
    yield opened
    opened.close()


def begin(desk: Desk) -> tuple[Feedback, Sheet]:
    sheet = Sheet()
    feedback = Feedback(desk, sheet)
    feedback.begin()
    return feedback, sheet


def rows(desk: Desk) -> list[tuple[object, ...]]:
    return list(desk.journal.store.run("SELECT kind, text, name, phone FROM feedback"))


@pytest.mark.parametrize("kind", ["suggestion", "question", "praise"])
def test_every_kind_is_kept_with_thanks_and_without_a_number(desk: Desk, kind: str) -> None:
    feedback, sheet = begin(desk)
    feedback.keep(Said(kind=kind, text="Buka lebih pagi", name="Ibu Rita", phone="0812-3456-7801"))
    assert rows(desk) == [(kind, "Buka lebih pagi", "Ibu Rita", "+6281234567801")]
    assert sheet.told.startswith("Thank you")
    assert desk.counts()[Filter.OPEN] == 0


def test_nothing_said_is_told_at_the_field(desk: Desk) -> None:
    feedback, sheet = begin(desk)
    feedback.keep(Said(name="Ibu Rita"))
    assert [fault.field for fault in sheet.faults] == ["text"]
    assert (sheet.told, rows(desk)) == ("", [])


def test_what_is_half_typed_waits_until_it_is_kept(desk: Desk) -> None:
    feedback, _ = begin(desk)
    half = Said(kind="praise", text="Pelayanan ra", channel="phone")
    feedback.hold(half)
    again, sheet = begin(desk)
    assert sheet.said == half
    again.keep(half)
    _, empty = begin(desk)
    assert empty.said == Said()
