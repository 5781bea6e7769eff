"""What may stand between a finished form and its number, and the ways on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.app.commands import AddStaff
from desk.app.desk import Desk
from desk.controllers.counter.controller import PLACE, Counter
from desk.journal import drafts, queue
from desk.rules.details import LONGEST
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


def test_pressing_save_twice_takes_in_one_complaint(
    counter: Counter, screen: Screen, desk: Desk
) -> None:
    screen.write(**HARI, **STORY)
    counter.save()
    counter.save()
    assert screen.faults == []
    assert len(desk.queue(queue.Wanted())) == 1


def test_the_same_nota_on_the_same_day_is_asked_about_before_it_is_saved(
    counter: Counter, screen: Screen, desk: Desk
) -> None:
    first = register(desk, name="Bapak Hari", nota="1234")
    screen.write(**HARI, **STORY)
    counter.save()
    assert screen.result is None
    assert screen.question is not None
    assert "K1 2026-06-22 0001234 of Bapak Hari" in str(screen.question.text)
    screen.answer("Open that one")
    assert screen.opened == first
    assert kept(desk) == ["Bapak Hari"]
    counter.save()
    screen.answer("It is another matter")
    assert screen.result is not None
    assert screen.result.number == "K1202606220001234-2"


def test_another_matter_that_was_answered_on_the_way_is_not_asked_again(
    counter: Counter, screen: Screen, desk: Desk
) -> None:
    register(desk, name="Bapak Hari", nota="1234")
    screen.write(**HARI, **STORY)
    counter.leave("nota")
    screen.answer("It is another matter")
    assert screen.result is None
    counter.save()
    assert screen.result is not None


def test_another_nota_takes_the_question_away(counter: Counter, screen: Screen, desk: Desk) -> None:
    register(desk, name="Bapak Hari", nota="1234")
    screen.write(nota="1234")
    counter.leave("nota")
    assert screen.question is not None
    screen.write(nota="1235")
    counter.leave("nota")
    assert screen.question is None


def test_a_draft_saved_twice_around_a_crash_has_one_number(
    counter: Counter, screen: Screen, desk: Desk
) -> None:
    screen.write(**HARI, **STORY)
    counter.keep()
    draft = drafts.kept(desk.journal.store, PLACE)[0]
    counter.save()
    assert screen.result is not None
    assert kept(desk) == []
    drafts.keep(desk.journal.store, draft)  # as if the disk had forgotten that it was done with
    again = Screen()
    crashed = Counter(desk, again)
    crashed.start()
    crashed.save()
    assert again.question is None
    assert again.result is not None
    assert again.result.number == screen.result.number
    assert len(desk.queue(queue.Wanted())) == 1


def test_a_mistake_is_withdrawn_and_the_form_comes_back(
    counter: Counter, screen: Screen, desk: Desk
) -> None:
    screen.write(**HARI, **STORY)
    counter.save()
    assert screen.result is not None
    first = screen.result.id
    counter.undo()
    complaint = desk.complaint(first)
    assert (complaint.state, complaint.timeline[-1].text) == ("withdrawn", "Entered by mistake")
    assert (screen.form.name, screen.form.nota) == ("Bapak Hari", "1234")
    counter.save()
    assert screen.question is None
    assert screen.result is not None
    assert screen.result.number == "K1202606220001234-2"


def test_a_clock_that_went_back_is_asked_about_and_then_believed(
    counter: Counter, screen: Screen, clock: Clock
) -> None:
    screen.write(**HARI, **STORY)
    clock.turn(hours=-2)
    counter.save()
    assert screen.result is None
    assert screen.question is not None
    assert "clock says" in str(screen.question.text)
    assert screen.form.name == "Bapak Hari"
    screen.answer("The clock is right, save")
    assert screen.result is not None


def test_a_full_disk_is_told_and_the_form_stays(
    counter: Counter, screen: Screen, desk: Desk
) -> None:
    screen.write(**HARI)
    counter.keep()
    screen.write(what_happened="Rem " * 4_000)
    store = desk.journal.store
    pages = store.run("PRAGMA page_count")[0][0]
    store.run(f"PRAGMA max_page_count={pages:d}")
    counter.save()
    assert screen.result is None
    assert screen.question is not None
    assert str(screen.question.text).startswith("The disk is full")
    counter.keep()
    assert str(screen.question.text).startswith("The disk is full")
    assert counter.back()
    assert screen.form.what_happened.startswith("Rem Rem")
    store.run("PRAGMA max_page_count=1000000")
    counter.save()
    assert screen.result is not None


def test_somebody_without_the_right_is_told_why(
    counter: Counter, screen: Screen, desk: Desk
) -> None:
    joko = desk.do(AddStaff(name="Joko", roles=("technician",)))
    desk.sign_in(str(joko))
    screen.write(**HARI, **STORY)
    counter.save()
    assert screen.question is not None
    assert str(screen.question.text).startswith("To register a complaint takes another role")
    assert screen.form.name == "Bapak Hari"


def test_the_last_receipt_is_printed_again_with_its_own_key(
    counter: Counter, screen: Screen, desk: Desk
) -> None:
    counter.print_again()
    assert screen.printed == [], "nothing was saved yet"
    screen.write(**HARI, **STORY)
    counter.save()
    assert screen.result is not None
    counter.print_again()
    assert screen.printed == [screen.result.id] * 2


def test_what_is_wrong_in_the_panel_is_said_at_its_field_and_nothing_is_asked(
    counter: Counter, screen: Screen, desk: Desk
) -> None:
    """Only the desk itself finds it."""
    screen.write(**HARI, **STORY)
    counter.solve_now()
    screen.solve(cause="K" * (LONGEST + 1), remedy="Dipindah", answer="agreed", score="5")
    counter.save()
    assert [fault.field for fault in screen.faults] == ["cause"]
    assert screen.question is None
    assert screen.result is None
    assert desk.counts()[queue.Filter.ALL] == 0
    screen.solve(cause="Kabel")
    counter.save()
    assert screen.result is not None
