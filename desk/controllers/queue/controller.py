"""The Queue: what burns first, narrowed by filters and the search, with one case to read.

The search field belongs to the window; `search` and `scan` are called with what stands in it.
What is done to the case that is read stands in `reading.py`.

Each page of rows is a stretch of the queue's order: everything behind the last row of the page
before, up to its own last row. So each can be asked for anew by itself, and no row is lost or shown
twice when another place of the list changed meanwhile.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate, groupby
from typing import Protocol

from desk.app.desk import Desk
from desk.controllers.queue import words
from desk.controllers.queue.words import Next, Nothing
from desk.journal import queue
from desk.journal.queue import Filter, QueueRow, Wanted
from desk.moments import near
from desk.rules.errors import Steps
from desk.rules.number import parse_number
from desk.telling import standing
from desk.telling.standing import Told, branch_name
from desk.words import Text


class QueueScreen(Protocol):
    """What the controller needs of the list on the left and the filters above it."""

    def show_filters(self, counts: Mapping[Filter, int], chosen: Filter) -> None:
        """How many each filter shows, and which one is on."""

    def show_branches(self, branches: Mapping[str, str], chosen: str, every: Text) -> None:
        """The branches (code, name) that can be chosen, and which one is; none: no such choice.
        `every` is what all of them together are called.
        """

    def show_list(self, pages: Pages, now: datetime) -> None:
        """Another list, from its top, with the first complaint chosen."""

    def renew_list(self, now: datetime) -> None:
        """The same list: what is in sight is asked for anew, and told as of `now`."""

    def retell_list(self, now: datetime) -> None:
        """The same rows, told as of `now`."""

    def show_nothing(self, nothing: Nothing | None) -> None:
        """Instead of an empty list, why it is empty; None shows the list."""

    def show_search(self, sentence: Text | None, *, more_elsewhere: bool) -> None:
        """What the search found; None where nothing is searched for."""

    def show_total(self, sentence: Text | str, number: int) -> None:
        """How many complaints there are in this list, fetched or not."""

    def focus_list(self) -> None:
        """The keyboard goes to the list, or to what stands in its place."""

    def focus_case(self) -> None:
        """The keyboard goes to the case that is read."""

    def clear_search_field(self) -> None:
        """The window's search field becomes empty."""

    def new_complaint(self) -> None:
        """The window goes to the counter."""


class Queue:
    """What the list shows, and why."""

    def __init__(
        self, desk: Desk, view: QueueScreen, *, chosen: str = "", branch: str = ""
    ) -> None:
        self._desk = desk
        self._view = view
        self._chosen = Filter(chosen) if chosen in set(words.FILTERS) else Filter.OPEN
        self._branch = branch
        self._branches: Mapping[str, str] = {}
        self._at_work: object = None
        self._find = ""
        self._everywhere = False
        self._code = ""
        self._nothing: Nothing | None = None
        self._counts: Mapping[Filter, int] = dict.fromkeys(Filter, 0)
        self._told_at = desk.now()
        self._pages = Pages(lambda _after, _limit: [])

    @property
    def filter(self) -> Filter:
        """The filter that is on; a search in all puts it aside."""
        return Filter.ALL if self._everywhere else self._chosen

    @property
    def rows(self) -> Sequence[QueueRow]:
        """What was fetched of the list."""
        return self._pages.rows

    def start(self) -> None:
        """Shows everything for the first time, or for somebody else."""
        self._at_work = self._desk.actor
        self._look_at_branches()
        self._show()

    def choose(self, chosen: Filter) -> None:
        """Another filter; a search goes on within it."""
        self._chosen, self._everywhere, self._code = chosen, False, ""
        self._show()

    @property
    def branch(self) -> str:
        """The branch that is chosen; nothing where all are shown, or only one is known."""
        return self._branch if self._branch in self._branches else ""

    def choose_branch(self, code: str) -> None:
        """The complaints of one branch, or of all; a search goes on within it."""
        if code == self._branch:
            return
        self._branch, self._code = code, ""
        self._look_at_branches()
        self._show()

    def _look_at_branches(self) -> None:
        """At a branch only those count whose business one of its own complaints became."""
        store, sees = self._desk.journal.store, self._desk.circle.sees
        found = dict(self._desk.branches)
        if sees or not self._desk.shop.head_office:
            shown = sees or queue.concerned(store)
            found = {code: name for code, name in found.items() if code in shown}
        self._branches = found if len(found) > 1 else {}
        self._counts = self._desk.counts(self.branch)
        every = words.MY_BRANCHES if sees else words.ALL_BRANCHES
        self._view.show_branches(self._branches, self.branch, every)

    def search(self, typed: str) -> None:
        """Narrows the list to what was typed. A whole number is found wherever it is."""
        typed = typed.strip()
        if typed == self._find and not self._code:
            return
        self._find, self._everywhere, self._code = typed, False, ""
        if parse_number(typed) and not self._fetched().rows:
            self._everywhere = bool(self._desk.numbered(typed))
        self._show()

    def scan(self, code: str) -> None:
        """A scanned code: its complaint, or one sentence that offers to search for it."""
        if self._desk.numbered(code):
            self.search(code)
            self._view.focus_case()
        else:
            self._code = code
            self._show_around()
            self._view.focus_list()

    def search_everywhere(self) -> None:
        """The same search, among all complaints."""
        self._everywhere = True
        self._show()
        self.opened()

    def clear_search(self) -> bool:
        """No search any more, and the filter as it was; whether there was one."""
        if not self._find and not self._code:
            return False
        self._find, self._everywhere, self._code = "", False, ""
        self._view.clear_search_field()
        self._show()
        return True

    def opened(self) -> None:
        """The keyboard goes where it is needed: to the only hit of a search, else to the list."""
        if self._find and len(self.rows) == 1:
            self._view.focus_case()
        else:
            self._view.focus_list()

    def take_step(self) -> None:
        """Does what the empty list offers."""
        if self._nothing is None:
            return
        match self._nothing.then:
            case Next.NEW:
                self._view.new_complaint()
            case Next.SHOW_OPEN:
                self.choose(Filter.OPEN)
            case Next.ALL_BRANCHES:
                self.choose_branch("")
            case Next.SHOW_ALL:
                self.choose(Filter.ALL)
            case Next.EVERYWHERE:
                self.search_everywhere()
            case Next.CLEAR:
                self.clear_search()
            case Next.SEARCH:
                self.search(self._code)
        self._view.focus_list()

    def refresh(self) -> None:
        """The desk changed, here or by another program: shows it without losing the place."""
        if self._desk.actor != self._at_work:
            self.start()
            return
        self._look_at_branches()
        self._told_at = self._desk.now()
        self._pages.doubt()
        self._view.renew_list(self._told_at)
        self._show_around()

    def tick(self) -> bool:
        """Time went on: its words change; what became late meanwhile asks for a refresh."""
        before, self._told_at = self._told_at, self._desk.now()
        crossed = any(before <= row.due_at < self._told_at for row in self.rows if row.open)
        if crossed:
            self.refresh()
        else:
            self._view.retell_list(self._told_at)
        return crossed

    def _fetched(self) -> Pages:
        branch = "" if self._everywhere else self.branch
        wanted = Wanted(filter=self.filter, find=self._find, branch=branch)
        return Pages(lambda after, limit: self._desk.queue(wanted, after=after, limit=limit))

    def _show(self) -> None:
        self._told_at = self._desk.now()
        self._pages = self._fetched()
        self._view.show_list(self._pages, self._told_at)
        self._show_around()

    def _show_around(self) -> None:
        """What stands above and below the list, or in its place."""
        found, more = len(self.rows), self._pages.more
        self._nothing = self._why_nothing()
        self._view.show_filters(self._counts, self.filter)
        self._view.show_nothing(self._nothing)
        if self._find and not self._code:
            sentence = words.hits(self._find, self.filter, found, more=more)
            self._view.show_search(sentence, more_elsewhere=self._more_elsewhere)
        else:
            self._view.show_search(None, more_elsewhere=False)
        total = self._counts[self.filter] if more or not self._find else found
        self._view.show_total(words.how_many(total), total)

    @property
    def _more_elsewhere(self) -> bool:
        """Whether the search is narrowed by a filter or a branch."""
        return not self._everywhere and (self.filter is not Filter.ALL or bool(self.branch))

    def _why_nothing(self) -> Nothing | None:
        if self._code:
            hidden = self._desk.hidden(self._code)
            return words.not_yours(hidden) if hidden else words.unknown_code(self._code)
        if self.rows:
            return None
        if not self._find:
            branch = branch_name(self.branch, self._branches)
            return words.nothing(self._chosen, self._counts, branch=branch)
        hidden = self._desk.hidden(self._find)
        if hidden:
            return words.not_yours(hidden)
        elsewhere = 0
        if self.filter is not Filter.ALL or self.branch:
            elsewhere = len(self._desk.queue(Wanted(find=self._find), limit=PAGE))
        return words.no_hits(self._find, self.filter, elsewhere)


@dataclass(frozen=True)
class Cell:
    """`first` is a badge where it has a tone, else plain; `below` are smaller words.

    Words that are `long` take both lines.
    """

    first: Told
    below: tuple[Told, ...] = ()
    long: bool = False

    def spoken(self) -> str:
        """The whole cell as one text, for those who hear it."""
        return ", ".join(filter(None, (str(told.words) for told in (self.first, *self.below))))


def cells(row: QueueRow, now: datetime, branches: Mapping[str, str]) -> tuple[Cell, ...]:
    """What the list says of one complaint at `now`, in the order of `queue_words.COLUMNS`."""
    return _due(row, now), _number(row), _customer(row), _product(row), _branch(row, branches)


def _plain(words: Text | str) -> Told:
    return Told(words, "")


def _due(row: QueueRow, now: datetime) -> Cell:
    state = standing.state(row.state)
    if not row.open or row.state == "solved":  # its clock stands still, as in the case's badge
        return Cell(state, (_plain(near(row.received_at, now)),))
    return Cell(standing.due(row.due_at, now), (_plain(state.words),))


def _number(row: QueueRow) -> Cell:
    below = []
    if row.safety:
        below.append(standing.SAFETY)
    if not row.receipts:
        below.append(standing.NOT_PRINTED)
    return Cell(_plain(standing.grouped(row.number)), tuple(below))


def _customer(row: QueueRow) -> Cell:
    return Cell(_plain(row.name), (_plain(standing.masked(row.phone)),))


def _branch(row: QueueRow, branches: Mapping[str, str]) -> Cell:
    """Where it is handled; below, whether it is only handed over, or came from elsewhere."""
    below = []
    if row.offered_branch:
        below.append(Told(words.OFFERED, "soon", "pass_on"))
    elif row.at_branch != row.branch:
        below.append(_plain(words.TAKEN_IN_AT(code=row.branch)))
    return Cell(_plain(branch_name(row.at_branch, branches)), tuple(below))


def _product(row: QueueRow) -> Cell:
    return Cell(_plain(row.product or "–"), long=True)


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
