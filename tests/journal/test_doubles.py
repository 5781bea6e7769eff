"""Complaints of two branches that may be one matter are suggested, until somebody has decided."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.app.commands import OnCase
from desk.app.desk import Desk
from desk.journal.doubles import suggest
from desk.rules import acts
from tests.app.at_work import Clock
from tests.gui.exchange_shops import befriend, complain, open_shop, send, take


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desks(tmp_path: Path, clock: Clock) -> Iterator[dict[str, Desk]]:
    """Two branches and head office."""
    names = {"1": "Bekasi", "2": "Tangerang", "9": "Pusat"}
    made = {code: open_shop(tmp_path, code, name, clock) for code, name in names.items()}
    for code in ("1", "2"):
        befriend(made["9"], made[code])
    yield made
    for desk in made.values():
        desk.close()


def suggested(desks: dict[str, Desk], tmp_path: Path, **how: frozenset[str]) -> list[list[str]]:
    """[why, older, newer] of each pair, after all files have come."""
    office = desks["9"]
    for code in ("1", "2"):
        take(office, send(desks[code], tmp_path / code, office))
    pairs = suggest(office.journal.store, now=office.now(), **how)
    return [[one.why, one.older.number, one.newer.number] for one in pairs]


def test_the_same_nota_and_branch_of_the_sale(
    desks: dict[str, Desk], tmp_path: Path, clock: Clock
) -> None:
    first = complain(desks["1"], name="A", nota="77")
    clock.turn(hours=1)
    second = complain(desks["2"], name="B", nota="77", sold_branch="1")
    assert suggested(desks, tmp_path) == [["nota", first.number, second.number]]


def test_the_same_nota_of_two_branches_is_another_sale(
    desks: dict[str, Desk], tmp_path: Path
) -> None:
    complain(desks["1"], name="A", nota="77")
    complain(desks["2"], name="B", nota="77")
    assert suggested(desks, tmp_path) == []


def test_without_a_nota_nothing_is_the_same(desks: dict[str, Desk], tmp_path: Path) -> None:
    complain(desks["1"], name="A", nota="", no_nota=True)
    complain(desks["2"], name="B", nota="", no_nota=True, sold_branch="1")
    assert suggested(desks, tmp_path) == []


@pytest.mark.parametrize(("days", "found"), [(13, 1), (15, 0)])
def test_the_same_phone_and_product_within_two_weeks(
    desks: dict[str, Desk], tmp_path: Path, clock: Clock, days: int, found: int
) -> None:
    goods = {"phone": "081234567801", "product": "United E-Trifold"}
    complain(desks["1"], nota="1", **goods)
    clock.turn(days=days)
    complain(desks["2"], nota="2", **goods | {"product": "united  e-trifold"})
    complain(desks["2"], nota="3", **goods | {"product": "Polygon"})
    assert len(suggested(desks, tmp_path)) == found


def test_complaints_of_one_branch_are_its_own_business(
    desks: dict[str, Desk], tmp_path: Path
) -> None:
    for nota in ("1", "2"):
        complain(desks["1"], nota=nota, phone="081234567801", product="United")
    assert suggested(desks, tmp_path) == []


@pytest.mark.parametrize("link", ["same_matter", "related", "different"])
def test_what_somebody_has_decided_is_not_suggested_again(
    desks: dict[str, Desk], tmp_path: Path, link: str
) -> None:
    first = complain(desks["1"], nota="77")
    second = complain(desks["2"], nota="77", sold_branch="1")
    assert len(suggested(desks, tmp_path)) == 1
    act = acts.LinkTo(number=first.number, link=link, other=first.id)
    desks["9"].do(OnCase(complaint=second.id, act=act))
    assert suggested(desks, tmp_path) == []


def test_nobody_is_shown_pairs_of_branches_they_may_not_see(
    desks: dict[str, Desk], tmp_path: Path
) -> None:
    complain(desks["1"], nota="77")
    complain(desks["2"], nota="77", sold_branch="1")
    assert suggested(desks, tmp_path, sees=frozenset({"1"})) == []
    assert len(suggested(desks, tmp_path, sees=frozenset({"1", "2"}))) == 1


def test_what_is_older_than_three_months_rests(
    desks: dict[str, Desk], tmp_path: Path, clock: Clock
) -> None:
    complain(desks["1"], nota="77")
    complain(desks["2"], nota="77", sold_branch="1")
    assert len(suggested(desks, tmp_path)) == 1
    clock.turn(days=91)
    assert suggest(desks["9"].journal.store, now=clock()) == []
