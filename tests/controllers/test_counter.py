"""The counter without a window: what follows from what is typed, and what is kept of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.app.desk import Desk
from desk.controllers.counter.controller import PLACE, Counter
from desk.controllers.counter.form import Photo, Typed
from desk.journal import drafts, queue
from tests.controllers.counter_sheet import (
    HARI,
    STORY,
    Clock,
    Screen,
    Shop,
    kept,
    open_shop,
    register,
)


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


@pytest.fixture
def clock(shop: Shop) -> Clock:
    return shop.clock


def test_a_finished_form_gets_a_number_and_a_receipt(
    counter: Counter, screen: Screen, desk: Desk
) -> None:
    screen.write(**HARI, **STORY)
    counter.save()
    assert screen.result is not None
    assert screen.result.grouped == "K1 2026-06-22 0001234"
    assert str(screen.result.promise) == "Tuesday 23 June 2026 at 10.00"
    assert screen.printed == [screen.result.id]
    assert (screen.form.blank, screen.focus) == (True, "phone")
    row = desk.find_number("1234")
    assert (row.name, row.phone, row.product) == (
        "Bapak Hari",
        "+6281234567801",
        "United E-Trifold",
    )


def test_an_empty_form_says_at_each_field_what_is_missing(counter: Counter, screen: Screen) -> None:
    screen.write(phone="0812")
    counter.save()
    assert [fault.field for fault in screen.faults] == ["name", "nota", "what_happened"]
    assert screen.form.phone == "0812"
    assert screen.result is None


@pytest.mark.parametrize("nota", ["12345678", "abc", "1234a", "0", "-5"])
def test_a_nota_that_is_none_is_told_when_somebody_goes_on(
    nota: str, counter: Counter, screen: Screen
) -> None:
    screen.write(nota=nota)
    counter.leave("nota")
    assert screen.hints["nota"].startswith(f"late: “{nota}” is not a nota number.")
    assert screen.form.nota == nota


def test_an_odd_phone_is_told_and_never_in_the_way(
    counter: Counter, screen: Screen, desk: Desk
) -> None:
    screen.write(**HARI | {"phone": "tanya istri"}, **STORY)
    counter.leave("phone")
    assert screen.hints["phone"].startswith("soon: This does not look like a phone number.")
    counter.save()
    assert desk.find_number("1234").phone == "tanya istri"


def test_an_order_of_a_marketplace_needs_no_nota(
    counter: Counter, screen: Screen, desk: Desk
) -> None:
    screen.write(**HARI | {"nota": "INV/2026-06/XY"}, channel="marketplace", **STORY)
    counter.leave("nota")
    assert screen.hints == {}
    counter.save()
    assert screen.result is not None
    assert screen.result.grouped == "K1 2026-06-22 9000001"
    assert screen.channel == screen.form.channel == "marketplace"


def test_no_nota_wins_over_the_digits_typed_before(
    counter: Counter, screen: Screen, desk: Desk
) -> None:
    screen.write(**HARI, **STORY, no_nota=True)
    counter.save()
    assert screen.result is not None
    assert screen.result.number == "K1202606229000001"


def test_a_late_entry_keeps_its_day_and_its_promise(
    counter: Counter, screen: Screen, desk: Desk
) -> None:
    screen.write(**HARI, **STORY, received_at="19-6-2024 9.12")
    counter.save()
    assert screen.result is not None
    assert screen.result.number == "K1202406190001234"
    assert str(screen.result.promise) == "Thursday 20 June 2024 at 09.12"


@pytest.mark.parametrize(
    ("name", "typed"),
    [("received_at", "23-06-2026 09.12"), ("received_at", "19-06-2026"), ("bought_at", "soon")],
)
def test_a_date_that_cannot_be_is_told_at_its_field(
    name: str, typed: str, counter: Counter, screen: Screen
) -> None:
    screen.write(**HARI, **STORY)
    screen.write(**{name: typed})
    counter.save()
    assert [fault.field for fault in screen.faults] == [name]


def test_the_receipt_beside_the_form_tells_the_number_without_taking_it(
    counter: Counter, screen: Screen, desk: Desk
) -> None:
    counter.paper()
    assert screen.paper is None
    screen.write(name="Bapak Hari")
    counter.paper()
    assert screen.paper is not None
    assert screen.paper.grouped == "K1 2026-06-22 ·······"
    register(desk, name="Bapak Hari", nota="1234")
    screen.write(nota="1234", accessories="lampu, dua kunci", phone="081234567801")
    counter.paper()
    assert screen.paper.grouped == "K1 2026-06-22 0001234-2"
    assert (screen.paper.number, screen.paper.qr) == ("PREVIEW", "PREVIEW")
    assert (screen.paper.phone, screen.paper.accessories) == ("0812••••801", ("lampu", "dua kunci"))
    screen.write(no_nota=True)
    counter.paper()
    assert screen.paper.grouped == "K1 2026-06-22 9000001"
    assert len(desk.queue(queue.Wanted())) == 1


def test_after_saving_the_real_receipt_stands_there(counter: Counter, screen: Screen) -> None:
    screen.write(**HARI, **STORY)
    counter.save()
    assert screen.paper is not None
    assert (screen.paper.number, screen.paper.copy) == ("K1202606220001234", 1)
    assert screen.paper.qr != "PREVIEW"
    counter.touched()
    assert screen.result is None
    assert screen.paper is None


def test_what_is_typed_is_there_again_after_a_power_cut(
    counter: Counter, screen: Screen, desk: Desk
) -> None:
    typed = Typed(**HARI, **STORY, safety=True, files=(Photo(digest="a" * 64, name="rem.jpg"),))
    screen.form = typed
    counter.keep()
    again = Screen()
    Counter(desk, again).start()
    assert again.form == typed
    assert again.told == "What was half written is here again."


def test_an_emptied_form_leaves_no_draft(counter: Counter, screen: Screen, desk: Desk) -> None:
    screen.write(name="Ibu Rita")
    counter.keep()
    screen.write(name="")
    counter.keep()
    assert kept(desk) == []


def test_escape_parks_a_form_and_drafts_bring_it_back(
    counter: Counter, screen: Screen, desk: Desk, clock: Clock
) -> None:
    assert not counter.back()
    screen.write(name="Ibu Rita")
    assert counter.back()
    assert (screen.form.blank, screen.others) == (True, 1)
    clock.turn(minutes=5)
    screen.write(name="Bapak Hari", product="Helm")
    counter.list_drafts()
    assert screen.titles() == ["Ibu Rita | kept today 10.00"]
    counter.choose(screen.found[0])
    assert (screen.form.name, screen.others) == ("Ibu Rita", 1)
    assert sorted(kept(desk)) == ["Bapak Hari", "Ibu Rita"]


def test_a_draft_thrown_away_can_be_brought_back(
    counter: Counter, screen: Screen, desk: Desk
) -> None:
    screen.write(name="Ibu Rita")
    counter.back()
    counter.discard(drafts.kept(desk.journal.store, PLACE)[0])
    assert (kept(desk), screen.others) == ([], 0)
    assert screen.take_back is not None
    screen.take_back()
    assert (kept(desk), screen.others) == (["Ibu Rita"], 1)
