"""The rows of a long list, fetched page by page and renewed only where somebody looks.

Each page is a stretch of the queue's order: everything behind the last row of the page before, up
to its own last row. So each can be asked for anew by itself, and no row is lost or shown twice when
another place of the list changed meanwhile.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import Protocol

from desk.journal.queue import QueueRow
from desk.rules.errors import Steps

PAGE = 100

Fetch = Callable[[QueueRow | None, int], list[QueueRow]]
"""(after this row, at most so many) → the rows that follow."""


class Watcher(Protocol):
    """Who shows the rows, and must know before and after they move."""

    def inserting(self, first: int, last: int) -> AbstractContextManager[None]:
        """Around new rows that will stand at `first` to `last`."""

    def removing(self, first: int, last: int) -> AbstractContextManager[None]:
        """Around taking away the rows `first` to `last`."""

    def changed(self, row: int) -> None:
        """The row says something else now."""


@dataclass
class _Page:
    """`upto` is the last row of its stretch; None for the last one, where nothing follows."""

    count: int
    upto: QueueRow | None
    stale: bool = False


class Pages:
    """The rows fetched so far; `more` while others follow. Raises what fetching raises."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._pages: list[_Page] = []
        self._starts: list[int] = []
        self.rows: list[QueueRow] = []
        self.load()

    @property
    def more(self) -> bool:
        """Whether rows follow that were not fetched yet."""
        return not self._pages or self._pages[-1].upto is not None

    def load(self, watcher: Watcher | None = None, *, limit: int = PAGE) -> None:
        """Fetches the next page, if there is one."""
        if not self.more:
            return
        after = self._pages[-1].upto if self._pages else None
        found = self._fetch(after, limit)
        page = _Page(len(found), found[-1] if len(found) == limit else None)
        if watcher is None or not found:
            self.rows += found
        else:
            with watcher.inserting(len(self.rows), len(self.rows) + len(found) - 1):
                self.rows += found
        self._pages.append(page)
        self._number()

    def load_all(self, watcher: Watcher, *, total: int) -> Steps[None]:
        """Fetches whatever follows; yields (rows there, `total`)."""
        while self.more:
            self.load(watcher, limit=10 * PAGE)
            yield len(self.rows), total

    def doubt(self) -> None:
        """Something changed somewhere: every page is asked for anew before it is seen again."""
        for page in self._pages:
            page.stale = True

    def doubtful(self, first: int, last: int) -> bool:
        """Whether rows from `first` to `last` may have changed."""
        return any(self._pages[at].stale for at in self._between(first, last))

    def renew(self, first: int, last: int, watcher: Watcher) -> None:
        """Asks again for the doubtful pages that hold rows from `first` to `last`."""
        for at in self._between(first, last):
            if self._pages[at].stale:
                self._renew(at, watcher)

    def _number(self) -> None:
        self._starts = [0, *accumulate(page.count for page in self._pages)]

    def _between(self, first: int, last: int) -> range:
        """The pages with these rows, and empty ones beside them."""
        low = bisect_left(self._starts, first)
        if low == len(self._starts) or self._starts[low] > first:
            low -= 1
        return range(low, min(bisect_right(self._starts, last + 1), len(self._pages)))

    def _renew(self, at: int, watcher: Watcher) -> None:
        page, start = self._pages[at], self._starts[at]
        now, page.upto = self._stretch(self._pages[at - 1].upto if at else None, page)
        before = self.rows[start : start + page.count]
        page.stale = False
        self._take_out(start, before, {_place(row) for row in now}, watcher)
        self._put_in(start, now, {_place(row) for row in before}, watcher)
        page.count = len(now)
        self._number()

    def _stretch(
        self, after: QueueRow | None, page: _Page
    ) -> tuple[list[QueueRow], QueueRow | None]:
        """What stands in the stretch of a page now, and where it ends."""
        rows: list[QueueRow] = []
        while True:
            limit = page.count + PAGE
            found = self._fetch(after, limit)
            for row in found:
                if page.upto is not None and _place(row) > _place(page.upto):
                    return rows, page.upto
                rows.append(row)
            if len(found) < limit:
                return rows, None if page is self._pages[-1] else page.upto
            after = found[-1]
            if page.upto is None:
                return rows, after

    def _take_out(
        self,
        start: int,
        before: Sequence[QueueRow],
        staying: set[tuple[int, int]],
        watcher: Watcher,
    ) -> None:
        gone = [start + at for at, row in enumerate(before) if _place(row) not in staying]
        for first, last in reversed(list(_runs(gone))):
            with watcher.removing(first, last):
                del self.rows[first : last + 1]

    def _put_in(
        self, start: int, now: Sequence[QueueRow], known: set[tuple[int, int]], watcher: Watcher
    ) -> None:
        new = [start + at for at, row in enumerate(now) if _place(row) not in known]
        for first, last in _runs(new):
            with watcher.inserting(first, last):
                self.rows[first:first] = now[first - start : last - start + 1]
        for at, row in enumerate(now, start):
            if self.rows[at] != row:
                self.rows[at] = row
                watcher.changed(at)


def _place(row: QueueRow) -> tuple[int, int]:
    """The place in the order of the queue."""
    return row.burns, row.row


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """(first, last) of each unbroken stretch of rising numbers."""
    for _, run in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0]):
        numbers = [place for _, place in run]
        yield numbers[0], numbers[-1]
