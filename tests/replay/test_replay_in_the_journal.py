"""The same cases in a real journal, by the one write path: the queue counts as the log does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import groupby

import pytest

from desk.journal.journal import Journal
from desk.journal.queue import Filter, QueueRow, Wanted, counts, page
from desk.journal.verify import verify
from desk.rules.chain import Entry, time_of
from desk.rules.choices import STATES
from desk.rules.complaint import Complaint
from desk.rules.entries import ComplaintRegistered, read
from desk.rules.errors import finish
from tests.replay.incident_log import Incident
from tests.replay.loader import NODE, Replay, id_of, state_of

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600), pytest.mark.xdist_group("replay")]

PAGE = 2000


@pytest.fixture(scope="module")
def journal(replayed: Replay, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """A database with all of it, written day by day, some hundred entries in a transaction.

    A case is written down when it comes in, and what was done about it on the day on which it was
    last touched. A transaction has one actor and one moment.
    """
    folder = tmp_path_factory.mktemp("replay")
    heads: dict[str, bytes] = {}
    with closing(Journal.create(folder / "desk.db", NODE)) as opened:
        for now, batch in _days(replayed):
            _write(opened, batch, heads, now=now)
        yield opened


def _days(replayed: Replay) -> Iterator[tuple[datetime, list[Entry]]]:
    """What is written down on each day, and when."""
    last = {subject: known[-1].tick for subject, known in replayed.timelines.items()}

    def written(entry: Entry) -> datetime:
        came_in = entry.kind == ComplaintRegistered.KIND
        return time_of(entry.tick if came_in else last[entry.subject])

    in_turn = sorted(replayed.chain, key=written)
    for _, day in groupby(in_turn, key=lambda entry: written(entry).date()):
        batch = list(day)
        yield written(batch[-1]), batch


def _write(journal: Journal, batch: list[Entry], heads: dict[str, bytes], *, now: datetime) -> None:
    with journal.writing(actor="replay", now=now) as pen:
        for entry in batch:
            subject = entry.subject
            written = pen.write(read(entry), subject=subject, seen=heads.get(subject))
            heads[subject] = written.hash


def rows(journal: Journal, wanted: Wanted) -> Iterator[QueueRow]:
    """The queue, page after page."""
    now, last = time_of(journal.last_tick(datetime.now(UTC))), None
    while found := page(journal.store, wanted, now=now, after=last, limit=PAGE):
        yield from found
        last = found[-1]


def test_the_queue_shows_every_case_in_the_state_the_log_says(
    log: list[Incident], journal: Journal
) -> None:
    shown = {state: list(rows(journal, Wanted(state=state))) for state in STATES}
    assert {row.id: state for state, found in shown.items() for row in found} == {
        id_of(one): state_of(one) for one in log
    }
    assert {state: len(found) for state, found in shown.items()} == {
        "received": 206,
        "passed_on": 181,
        "in_handling": 487,
        "waiting_customer": 404,
        "solved": 2167,
        "closed": 10_253,
        "reopened": 0,
        "withdrawn": 0,
    }


def test_the_filters_count_as_the_log_does(log: list[Incident], journal: Journal) -> None:
    last = Counter(one.state for one in log)
    now = time_of(journal.last_tick(datetime.now(UTC))) + timedelta(days=4)
    counted = counts(journal.store, Wanted(), now=now)
    assert counted[Filter.ALL] == len(log)
    assert counted[Filter.OPEN] == len(log) - last["Closed"]
    assert counted[Filter.TO_BE_CLOSED] == last["Resolved"]
    assert counted[Filter.WAITING] == last["Awaiting User Info"] + last["Awaiting Problem"]
    assert counted[Filter.LATE] == last.total() - last["Closed"] - last["Resolved"]
    assert counted[Filter.AFTERCARE] == last["Closed"]


def test_what_is_kept_in_the_journal_adds_up_to_the_same_cases(
    replayed: Replay, complaints: Mapping[str, Complaint], journal: Journal
) -> None:
    assert journal.last()[0] == len(replayed.chain)
    often = [subject for subject, one in complaints.items() if one.reopened]
    for subject in [*often, *list(complaints)[::50]]:
        kept, wanted = journal.complaint(subject), complaints[subject]
        assert (kept.number, kept.state, kept.reopened, kept.registered) == (
            wanted.number,
            wanted.state,
            wanted.reopened,
            wanted.registered,
        )
        assert [line.kind for line in kept.timeline] == [line.kind for line in wanted.timeline]
        assert not kept.conflicts


def test_the_journal_is_true_from_the_first_entry_to_the_last(
    replayed: Replay, log: list[Incident], journal: Journal
) -> None:
    verdict = finish(verify(journal))
    assert verdict.clean, str(verdict.wrong)
    assert (verdict.entries, verdict.complaints) == (len(replayed.chain), len(log))
