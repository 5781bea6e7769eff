"""Solved cases like the one that is being told: what helped, and never whose it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.app.commands import InOneSitting
from desk.rules.acts import Solve, Start
from desk.rules.chain import new_id
from desk.rules.intake import Intake
from tests.controllers.counter_sheet import HARI, STORY, Shop, kept, open_shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    yield from open_shop(tmp_path)


@pytest.fixture
def solved(shop: Shop) -> str:
    """A case of Ibu Rita that was solved; its number."""
    intake = Intake(
        id=new_id(shop.desk.now()),
        name="Ibu Rita",
        phone="081287654321",
        nota="77",
        what_happened="Bu Rita bilang rem berat dan bunyi, telp 0812-8765-4321",
        product="United E-Trifold",
    )
    acts = (Start(), Solve(cause="Kabel rem salah jalur", remedy="Kabel dipindah"))
    return shop.desk.do(InOneSitting(intake=intake, acts=acts)).number  # type: ignore[attr-defined]


def test_what_helped_stands_at_the_side_without_a_name(shop: Shop, solved: str) -> None:
    shop.screen.write(**HARI, what_happened="Ngerem berat dan ada bunyi")
    shop.counter.look_for_similar()
    (case,) = shop.screen.similar
    assert (case.number, case.grouped) == (solved, "K1 2026-06-22 0000077")
    assert (case.cause, case.remedy) == ("Kabel rem salah jalur", "Kabel dipindah")
    assert "Rita" not in repr(case)
    assert "4321" not in repr(case)


def test_another_matter_shows_nothing_and_an_empty_form_clears_the_side(
    shop: Shop, solved: str
) -> None:
    shop.screen.write(what_happened="Ngerem berat dan ada bunyi")
    shop.counter.look_for_similar()
    assert shop.screen.similar
    shop.screen.write(what_happened="Setang turun terus")
    shop.counter.look_for_similar()
    assert shop.screen.similar == []
    shop.screen.write(what_happened="Ngerem berat dan ada bunyi")
    shop.counter.look_for_similar()
    shop.counter.park()
    assert shop.screen.similar == []


def test_a_case_is_opened_and_what_was_typed_waits_as_a_draft(shop: Shop, solved: str) -> None:
    shop.screen.write(**HARI, **STORY)
    shop.counter.look_for_similar()
    shop.counter.use_similar(shop.screen.similar[0])
    assert shop.screen.opened == solved
    assert kept(shop.desk) == ["Bapak Hari"]


def test_what_helped_is_copied_into_the_open_panel_where_nothing_stood(
    shop: Shop, solved: str
) -> None:
    shop.screen.write(**HARI, **STORY)
    shop.counter.look_for_similar()
    shop.counter.solve_now()
    shop.screen.solve(cause="Kabel kotor")
    shop.counter.use_similar(shop.screen.similar[0])
    solution = shop.screen.form.solution
    assert (solution.cause, solution.remedy) == ("Kabel kotor", "Kabel dipindah")
    assert shop.screen.opened == ""
    assert shop.screen.told.startswith("What helped in K1 2026-06-22 0000077 is copied")
