"""Rows page by page: nothing lost, nothing twice, and asked for again only where it is seen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desk.controllers.queue.controller import PAGE, Pages
from desk.journal.queue import QueueRow
from desk.rules.errors import finish

NOW = datetime(2026, 6, 20, tzinfo=UTC)


def row(at: int, burns: int, name: str = "") -> QueueRow:
    return QueueRow(
        row=at,
        burns=burns,
        id=str(at),
        number=f"K120260618{at:07}",
        state="received",
        open=True,
        name=name,
        phone="",
        product="",
        safety=False,
        received_at=NOW,
        due_at=NOW,
        receipts=0,
    )


class Table:
    """A table like the desk's, which counts how many rows are asked for."""

    def __init__(self, rows: list[QueueRow]) -> None:
        self.rows = {each.row: each for each in rows}
        self.asked = 0

    def fetch(self, after: QueueRow | None, limit: int) -> list[QueueRow]:
        ordered = sorted(self.rows.values(), key=lambda each: (each.burns, each.row))
        start = (after.burns, after.row) if after else (-(10**9), 0)
        found = [each for each in ordered if (each.burns, each.row) > start][:limit]
        self.asked += len(found)
        return found


class Shown:
    """What a screen would show if it only knew what it is told."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.rows = list(pages.rows)
        self.told: list[str] = []

    @contextmanager
    def inserting(self, first: int, last: int) -> Iterator[None]:
        assert len(self.pages.rows) == len(self.rows)
        self.told.append(f"+{first}-{last}")
        yield
        self.rows[first:first] = self.pages.rows[first : last + 1]

    @contextmanager
    def removing(self, first: int, last: int) -> Iterator[None]:
        assert len(self.pages.rows) == len(self.rows)
        self.told.append(f"-{first}-{last}")
        yield
        del self.rows[first : last + 1]

    def changed(self, at: int) -> None:
        self.told.append(f"={at}")
        self.rows[at] = self.pages.rows[at]


def many(number: int) -> Table:
    return Table([row(at, burns=at * 10) for at in range(1, number + 1)])


def scroll_to_the_end(shown: Shown) -> None:
    while shown.pages.more:
        shown.pages.load(shown)


def test_only_the_first_page_is_fetched_at_once() -> None:
    table = many(1000)
    pages = Pages(table.fetch)
    assert (len(pages.rows), pages.more, table.asked) == (PAGE, True, PAGE)


def test_scrolling_fetches_page_after_page_up_to_the_end() -> None:
    table = many(250)
    pages = Pages(table.fetch)
    shown = Shown(pages)
    scroll_to_the_end(shown)
    assert shown.rows == pages.rows == list(table.rows.values())
    assert shown.told == ["+100-199", "+200-249"]
    pages.load(shown)
    assert len(shown.rows) == 250


def test_the_very_last_row_can_be_reached_in_steps() -> None:
    pages = Pages(many(1001).fetch)
    finish(pages.load_all(Shown(pages), total=1001))
    assert pages.rows[-1].row == 1001


def test_a_change_asks_again_only_for_the_page_in_sight() -> None:
    table = many(1000)
    pages = Pages(table.fetch)
    shown = Shown(pages)
    scroll_to_the_end(shown)
    table.rows[305] = replace(table.rows[305], name="Ibu Rita")
    shown.told, table.asked = [], 0
    pages.doubt()
    pages.renew(303, 310, shown)
    assert shown.told == ["=304"]
    assert table.asked < 4 * PAGE
    assert pages.doubtful(0, 10)
    assert not pages.doubtful(303, 310)


def test_what_moved_up_the_list_is_there_when_somebody_scrolls_up() -> None:
    table = many(1000)
    pages = Pages(table.fetch)
    shown = Shown(pages)
    scroll_to_the_end(shown)
    table.rows[905] = replace(table.rows[905], burns=15)
    pages.doubt()
    pages.renew(890, 910, shown)
    assert [each.row for each in shown.rows[900:906]] == [901, 902, 903, 904, 906, 907]
    pages.renew(0, 10, shown)
    assert [each.row for each in shown.rows[:4]] == [1, 905, 2, 3]


def test_the_first_complaint_of_an_empty_list_appears() -> None:
    table = Table([])
    pages = Pages(table.fetch)
    shown = Shown(pages)
    table.rows[1] = row(1, burns=5)
    pages.doubt()
    pages.renew(0, 0, shown)
    assert shown.rows == [table.rows[1]]


def test_new_rows_behind_the_last_are_offered_and_not_all_fetched() -> None:
    table = many(10)
    pages = Pages(table.fetch)
    shown = Shown(pages)
    table.rows |= many(5000).rows
    pages.doubt()
    pages.renew(0, 9, shown)
    assert pages.more
    assert len(shown.rows) < 3 * PAGE
    assert shown.rows == table.fetch(None, len(shown.rows))


changes = st.lists(
    st.tuples(
        st.integers(1, 400),
        st.one_of(st.none(), st.integers(-50, 4500)),
        st.sampled_from(["Hari", "Rita"]),
    ),
    max_size=60,
)


@given(st.integers(0, 320), changes, st.integers(0, 4))
def test_after_any_changes_the_list_is_what_the_desk_says(
    number: int, what: list[tuple[int, int | None, str]], loads: int
) -> None:
    table = many(number)
    pages = Pages(table.fetch)
    shown = Shown(pages)
    for _ in range(loads):
        pages.load(shown)
    for at, burns, name in what:
        if burns is None:
            table.rows.pop(at, None)
        else:
            table.rows[at] = row(at, burns, name)
    pages.doubt()
    while pages.doubtful(0, len(pages.rows)):
        pages.renew(0, len(pages.rows), shown)
    scroll_to_the_end(shown)
    assert shown.rows == pages.rows == table.fetch(None, 10**6)
