"""The list of the queue without a window: filters, search and scans, drawn as a clerk reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest

from desk.app.commands import OnCase
from desk.controllers.queue import words as queue_words
from desk.controllers.queue.controller import Pages, Queue, cells
from desk.controllers.queue.words import Nothing
from desk.journal.queue import Filter
from desk.rules.acts import Withdraw
from desk.words import Text
from tests.controllers.queue_shop import Shop, open_shop

DRAWN = (
    Filter.OPEN,
    Filter.LATE,
    Filter.DUE_TODAY,
    Filter.SAFETY,
    Filter.NOT_PRINTED,
    Filter.ALL,
)
"""The filters whose counts are drawn here; the others are counted alike."""


@dataclass
class Sheet:
    """A screen of paper: it holds what was last shown."""

    pages: Pages | None = None
    now: datetime | None = None
    filters: str = ""
    nothing: Nothing | None = None
    found: str = ""
    offers_more: bool = False
    total: str = ""
    branches: str = ""
    done: list[str] = field(default_factory=list)

    def show_filters(self, counts: Mapping[Filter, int], chosen: Filter) -> None:
        words = [f"{queue_words.FILTERS[each]} {counts[each]}" for each in DRAWN]
        at = DRAWN.index(chosen)
        self.filters = " | ".join([*words[:at], f"[{words[at]}]", *words[at + 1 :]])

    def show_branches(self, branches: Mapping[str, str], chosen: str, every: Text) -> None:
        self.branches = " | ".join(
            f"[{code}]" if code == chosen else code for code in ("", *branches) if branches
        )

    def show_list(self, pages: Pages, now: datetime) -> None:
        self.pages, self.now = pages, now

    def renew_list(self, now: datetime) -> None:
        self.now = now
        self.done.append("renewed")

    def retell_list(self, now: datetime) -> None:
        self.now = now
        self.done.append("retold")

    def show_nothing(self, nothing: Nothing | None) -> None:
        self.nothing = nothing

    def show_search(self, sentence: Text | None, *, more_elsewhere: bool) -> None:
        self.found, self.offers_more = str(sentence or ""), more_elsewhere

    def show_total(self, sentence: Text | str, number: int) -> None:
        self.total = f"{sentence} ({number})"

    def focus_list(self) -> None:
        self.done.append("list")

    def focus_case(self) -> None:
        self.done.append("case")

    def clear_search_field(self) -> None:
        self.done.append("search cleared")

    def new_complaint(self) -> None:
        self.done.append("counter")

    def drawn(self) -> str:
        """What the sheet says, line by line."""
        lines = [self.filters]
        lines += [self.found] * bool(self.found)
        if self.nothing is not None:
            lines += [str(self.nothing.sentence), f"[{self.nothing.step}]"]
        elif self.pages is not None and self.now is not None:
            for row in self.pages.rows:
                lines.append(" | ".join(cell.spoken() for cell in cells(row, self.now, {})[:4]))
        return "\n".join(lines)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    yield from open_shop(tmp_path)


@pytest.fixture
def sheet() -> Sheet:
    return Sheet()


def started(shop: Shop, sheet: Sheet, chosen: str = "") -> Queue:
    queue = Queue(shop.desk, sheet, chosen=chosen)
    queue.start()
    return queue


RITA = "tomorrow 07.00, Received | K1 2026-06-20 0002345, Safety, not printed | Ibu Rita"
HARI = "2 hours late, Received | K1 2026-06-19 0001234, not printed | Bapak Hari, 0812••••801"
WULAN = "today 11.00, Received | K1 2026-06-19 0003456 | Kak Wulan, 0857••••222"
JOKO = "Withdrawn, today 05.00 | K1 2026-06-20 0004567, not printed | Bapak Joko, 0813••••000"

OPEN = f"""\
[Open 3] | Late 1 | Due today 1 | Safety 1 | Not printed 2 | All 4
{RITA} | United Stylo Beat
{HARI} | United E-Trifold
{WULAN} | –"""


def test_what_burns_first_stands_on_top(shop: Shop, sheet: Sheet) -> None:
    shop.four()
    started(shop, sheet)
    assert sheet.drawn() == OPEN
    assert sheet.total == "3 complaints, what burns first on top (3)"


def test_a_filter_shows_only_its_own(shop: Shop, sheet: Sheet) -> None:
    shop.four()
    queue = started(shop, sheet)
    queue.choose(Filter.NOT_PRINTED)
    assert sheet.drawn().splitlines()[1:] == [
        f"{RITA} | United Stylo Beat",
        f"{HARI} | United E-Trifold",
    ]
    queue.choose(Filter.ALL)
    assert sheet.drawn().splitlines()[-1] == f"{JOKO} | –"


def test_the_filter_of_last_time_is_on_again(shop: Shop, sheet: Sheet) -> None:
    shop.four()
    started(shop, sheet, "late")
    assert "[Late 1]" in sheet.drawn()
    started(shop, sheet, "what is this")
    assert "[Open 3]" in sheet.drawn()


def test_the_search_narrows_the_list_and_says_how_many(shop: Shop, sheet: Sheet) -> None:
    shop.four()
    queue = started(shop, sheet)
    queue.search(" rita ")
    assert sheet.drawn().splitlines()[1:] == [
        "1 found in “Open” for “rita”",
        f"{RITA} | United Stylo Beat",
    ]
    queue.opened()
    assert sheet.done == ["case"]


def test_a_search_without_hits_offers_to_look_in_all(shop: Shop, sheet: Sheet) -> None:
    shop.four()
    queue = started(shop, sheet)
    queue.search("joko")
    assert sheet.drawn().splitlines()[2:] == [
        "Nothing in “Open” has “joko”, but one among all has it.",
        "[Search in all]",
    ]
    queue.take_step()
    assert "[All 4]" in sheet.filters
    assert JOKO in sheet.drawn()
    assert queue.clear_search()
    assert sheet.drawn() == OPEN


def test_what_nobody_has_can_only_be_cleared(shop: Shop, sheet: Sheet) -> None:
    shop.four()
    queue = started(shop, sheet)
    queue.search("zebra")
    assert "No complaint has “zebra”." in sheet.drawn()
    queue.take_step()
    assert sheet.drawn() == OPEN
    assert "search cleared" in sheet.done
    assert not queue.clear_search()


@pytest.mark.parametrize("typed", ["K1202606200004567", "k1 2026-06-20 0004567"])
def test_a_whole_number_is_found_whatever_the_filter(shop: Shop, sheet: Sheet, typed: str) -> None:
    shop.four()
    started(shop, sheet, "late").search(typed)
    assert "[All 4]" in sheet.filters
    assert JOKO in sheet.drawn()


def test_a_scanned_receipt_opens_its_case(shop: Shop, sheet: Sheet) -> None:
    shop.four()
    started(shop, sheet).scan("K1202606190001234")
    assert HARI in sheet.drawn()
    assert sheet.done == ["case"]


def test_an_unknown_code_says_so_and_can_be_searched_for(shop: Shop, sheet: Sheet) -> None:
    shop.four()
    shop.register("Ibu Dewi", serial="8991002101234")
    queue = started(shop, sheet)
    queue.scan("8991002101234")
    assert sheet.drawn().splitlines()[1:] == [
        "“8991002101234” is no complaint of this desk.",
        "[Search for it]",
    ]
    queue.take_step()
    assert "Ibu Dewi" in sheet.drawn()


def test_a_new_desk_says_how_to_begin(shop: Shop, sheet: Sheet) -> None:
    queue = started(shop, sheet)
    assert sheet.drawn().splitlines()[1:] == [
        "No complaint yet. Ctrl+N takes in the first one.",
        "[New complaint]",
    ]
    queue.take_step()
    assert sheet.done[0] == "counter"


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        (Filter.LATE, "Nothing is late. Every open complaint is in time."),
        (Filter.DUE_TODAY, "Nothing more is due today."),
        (Filter.SAFETY, "No open complaint is a matter of safety."),
        (Filter.NOT_PRINTED, "Every open complaint has its receipt."),
    ],
)
def test_an_empty_filter_says_why_and_offers_the_others(
    shop: Shop, sheet: Sheet, chosen: Filter, sentence: str
) -> None:
    shop.register("Ibu Dewi")
    shop.print("Ibu Dewi")
    queue = started(shop, sheet, str(chosen))
    assert sheet.drawn().splitlines()[1:] == [sentence, "[Show all that are open]"]
    queue.take_step()
    assert "[Open 1]" in sheet.filters


@pytest.mark.parametrize("chosen", ["open", "late"])
def test_when_nothing_is_open_everything_can_still_be_seen(
    shop: Shop, sheet: Sheet, chosen: str
) -> None:
    shop.register("Ibu Dewi")
    shop.desk.do(OnCase(complaint=shop.ids["Ibu Dewi"], act=Withdraw(why="Sudah puas.")))
    queue = started(shop, sheet, chosen)
    assert "No complaint is open. Everybody has their answer." in sheet.drawn()
    queue.take_step()
    assert "Ibu Dewi" in sheet.drawn()


def test_time_goes_on_without_asking_the_desk_again(shop: Shop, sheet: Sheet) -> None:
    shop.four()
    queue = started(shop, sheet)
    shop.clock.turn(minutes=30)
    assert not queue.tick()
    assert sheet.done == ["retold"]


def test_what_becomes_late_is_counted_in_the_next_half_minute(shop: Shop, sheet: Sheet) -> None:
    shop.four()
    queue = started(shop, sheet)
    shop.clock.turn(minutes=60, seconds=1)
    assert queue.tick()
    assert "Late 2 | Due today 0" in sheet.drawn()
    assert "1 minute late, Received | K1 2026-06-19 0003456" in sheet.drawn()
    assert not queue.tick()


def test_a_change_is_shown_without_a_new_list(shop: Shop, sheet: Sheet) -> None:
    shop.four()
    queue = started(shop, sheet)
    shown = sheet.pages
    shop.register("Ibu Dewi")
    queue.refresh()
    assert sheet.pages is shown
    assert sheet.done == ["renewed"]
    assert "[Open 4]" in sheet.filters
