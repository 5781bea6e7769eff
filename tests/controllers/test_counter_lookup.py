"""What the counter knows already of whoever comes, and fills in when it is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.app.desk import Desk
from desk.controllers.counter.controller import Counter
from desk.journal import queue
from tests.controllers.counter_sheet import STORY, Screen, Shop, kept, open_shop, register, sell


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    yield from open_shop(tmp_path)


@pytest.fixture
def desk(shop: Shop) -> Desk:
    return shop.desk


@pytest.fixture
def screen(shop: Shop) -> Screen:
    return shop.screen


@pytest.fixture
def counter(shop: Shop) -> Counter:
    return shop.counter


def test_a_known_phone_brings_the_customer_and_what_they_bought(
    counter: Counter, screen: Screen, desk: Desk
) -> None:
    register(desk, name="Ibu Rita", phone="081287654321", nota="77")
    sell(desk, nota="2201", customer="Ibu Rita", phone="+6281287654321", product="Stylo Beat")
    counter.look_up("phone", "0812-8765")
    assert screen.titles() == ["Ibu Rita · 0812••••321 | 1 earlier, 1 open: the same matter?"]
    counter.choose(screen.found[0])
    assert (screen.form.name, screen.form.phone) == ("Ibu Rita", "0812-8765-4321")
    assert str(screen.history) == "1 earlier, 1 open: the same matter?"
    assert (screen.focus, screen.list_at) == ("nota", "nota")
    assert screen.titles() == ["Stylo Beat | Nota 2201 · Ibu Rita"]
    counter.choose(screen.found[0])
    assert (screen.form.nota, screen.form.product) == ("2201", "Stylo Beat")
    assert screen.focus == "what_happened"


def test_the_complete_phone_of_one_customer_is_sure(
    counter: Counter, screen: Screen, desk: Desk
) -> None:
    register(desk, name="Ibu Rita", phone="081287654321", nota="77")
    counter.look_up("phone", "0812-8765-432")
    assert [one.sure for one in screen.found] == [False]
    counter.look_up("phone", "0812-8765-4321")
    assert [one.sure for one in screen.found] == [True]


def test_a_name_finds_customers_and_buyers(counter: Counter, screen: Screen, desk: Desk) -> None:
    register(desk, name="Ibu Rita", phone="081287654321", nota="77")
    sell(desk, nota="9", customer="Rita Hayati", product="Helm", sold_on="2026-06-18")
    sell(desk, nota="10", customer="Budi", product="Rita’s bell")
    counter.look_up("name", "rit")
    assert screen.titles() == [
        "Ibu Rita · 0812••••321 | 1 earlier, 1 open: the same matter?",
        "Helm | Nota 9 · Rita Hayati · 18 Jun 2026",
    ]


def test_the_only_line_of_a_nota_is_sure_and_fills_the_form(
    counter: Counter, screen: Screen, desk: Desk
) -> None:
    sell(
        desk,
        nota="SO43701",
        customer="Christy Zhu",
        email="christy@example.com",
        product="Mountain-100 Silver, 44",
        sold_on="2019-07-01",
        branch="4",
    )
    counter.look_up("nota", "43701")
    assert [one.sure for one in screen.found] == [True]
    counter.choose(screen.found[0])
    form = screen.form
    assert (form.nota, form.bought_at, form.sold_branch) == ("43701", "01-07-2019", "4")
    assert (form.name, form.email) == ("Christy Zhu", "christy@example.com")
    assert screen.products == ["Mountain-100 Silver, 44"]


def test_a_lost_nota_is_found_by_a_part_of_the_product(
    counter: Counter, screen: Screen, desk: Desk
) -> None:
    for nota, product in (("1", "Road-650 Black, 62"), ("2", "Road-150 Red, 62"), ("3", "Helm")):
        sell(desk, nota=nota, product=product, customer="Ruben")
    counter.look_up("find_words", "road 62")
    assert len(screen.found) == 2
    counter.look_up("find_words", "ruben red")
    assert screen.titles() == ["Road-150 Red, 62 | Nota 2 · Ruben"]


def test_a_sale_whose_nota_is_no_number_keeps_its_reference(
    counter: Counter, screen: Screen, desk: Desk
) -> None:
    sell(desk, nota="INV/2026/06/12", customer="Budi", product="Helm")
    counter.look_up("find_words", "helm")
    counter.choose(screen.found[0])
    screen.write(what_happened="Retak")
    counter.save()
    assert screen.result is not None
    assert screen.result.grouped == "K1 2026-06-22 9000001"
    assert desk.complaint(screen.result.id).registered.order == "INV/2026/06/12"  # type: ignore[union-attr]


def test_a_name_that_was_chosen_and_written_over_is_somebody_else(
    counter: Counter, screen: Screen, desk: Desk
) -> None:
    register(desk, name="Ibu Rita", phone="081287654321", nota="77")
    counter.look_up("name", "rita")
    counter.choose(screen.found[0])
    screen.write(name="Bapak Hari", phone="0812-3456-7801", nota="5", **STORY)
    counter.save()
    first, second = desk.queue(queue.Wanted())
    customers = {desk.complaint(row.id).registered.customer for row in (first, second)}  # type: ignore[union-attr]
    assert len(customers) == 2


def test_the_complaints_of_a_known_customer_are_listed_those_open_first(
    counter: Counter, screen: Screen, desk: Desk
) -> None:
    number = register(desk, name="Ibu Rita", phone="081287654321", nota="77", product="Helm")
    screen.write(name="ibu rita", phone="0812-8765-4321")
    counter.leave("name")
    assert screen.history is not None
    counter.earlier()
    assert screen.titles() == ["K1 2026-06-22 0000077 · Helm | Received · today 10.00"]
    counter.choose(screen.found[0])
    assert screen.opened == number
    assert kept(desk) == ["ibu rita"]
