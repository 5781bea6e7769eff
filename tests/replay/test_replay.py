"""Thirteen thousand real cases, from opening to closing, add up to what their own log says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta

import pytest

from desk.rules import entries as case
from desk.rules.chain import START, is_whole
from desk.rules.complaint import Complaint
from desk.rules.folding import fold
from tests.replay.incident_log import ZONE, Incident, moment, oddities
from tests.replay.loader import Replay, id_of, state_of

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600), pytest.mark.xdist_group("replay")]

INCIDENTS = 13_698
CUT = datetime(2016, 4, 15, 23, 59, tzinfo=ZONE)
Complaints = Mapping[str, Complaint]


def test_the_log_is_the_one_its_source_describes(log: list[Incident]) -> None:
    assert len({one.number for one in log}) == len(log) == INCIDENTS
    assert Counter(one.state for one in log) == {
        "Closed": 10_253,
        "Resolved": 2167,
        "Active": 447,
        "Awaiting User Info": 404,
        "New": 387,
        "Awaiting Problem": 40,
    }
    assert moment("3/4/2016 01:16").month == 4
    assert min(one.opened_at for one in log) == moment("29/2/2016 01:16")
    assert max(one.updated_at for one in log) <= CUT


def test_where_the_log_contradicts_itself_is_known(log: list[Incident]) -> None:
    assert oddities(log) == {
        "closed, but never solved": 904,
        "closed, without a moment": 6,
        "solved, without a moment": 138,
        "new, but passed on": 181,
        "written down before it was opened": 6,
    }


def test_every_incident_becomes_one_complaint_and_no_entry_is_lost(
    log: list[Incident], replayed: Replay, complaints: Complaints
) -> None:
    assert set(complaints) == {id_of(one) for one in log}
    assert len({one.number for one in complaints.values()}) == len(complaints) == INCIDENTS
    lines = {(line.seq, line.kind) for one in complaints.values() for line in one.timeline}
    assert lines == {(entry.seq, entry.kind) for entry in replayed.chain}
    assert sum(len(one.timeline) for one in complaints.values()) == len(replayed.chain)


def test_all_of_it_is_one_whole_chain(replayed: Replay) -> None:
    prev, tick = START, 0
    for seq, entry in enumerate(replayed.chain, start=1):
        assert (entry.seq, entry.prev) == (seq, prev)
        assert entry.tick > tick
        assert is_whole(entry)
        prev, tick = entry.hash, entry.tick


def test_every_complaint_stands_where_its_incident_stood_last(
    log: list[Incident], complaints: Complaints
) -> None:
    for one in log:
        assert complaints[id_of(one)].state == state_of(one), one
    assert Counter(one.state for one in complaints.values()) == {
        "closed": 10_253,
        "solved": 2167,
        "in_handling": 447 + 40,
        "waiting_customer": 404,
        "received": 387 - 181,
        "passed_on": 181,
    }
    assert Counter(one.waits_for for one in complaints.values() if one.waits_for) == {
        "customer": 404,
        "other": 40,
    }


def test_passing_on_solving_closing_and_reopening_are_counted_as_in_the_log(
    log: list[Incident], replayed: Replay, complaints: Complaints
) -> None:
    assert {id_of(one): one.reopened for one in log} == {
        subject: one.reopened for subject, one in complaints.items()
    }
    again = sum(one.reopened for one in log)
    assert again == 180
    told = Counter(entry.kind for entry in replayed.chain)
    ended = Counter(one.state for one in log)
    assert told[case.ComplaintPassedOn.KIND] == sum(one.passed_on for one in log)
    assert told[case.ComplaintReopened.KIND] == again
    assert told[case.ComplaintClosed.KIND] == ended["Closed"] + again
    assert told[case.ComplaintSolved.KIND] == ended["Closed"] + ended["Resolved"] + again
    assert told[case.ComplaintRegistered.KIND] == INCIDENTS


def test_nothing_in_it_is_a_conflict_or_crosses_or_needs_an_update(complaints: Complaints) -> None:
    for one in complaints.values():
        assert not one.conflicts, (one.number, [str(text) for text in one.conflicts])
        assert not one.update_needed
        assert not any(line.crossed for line in one.timeline)


def test_every_moment_is_the_one_in_the_log(log: list[Incident], complaints: Complaints) -> None:
    for one in log:
        complaint = complaints[id_of(one)]
        assert complaint.received_at == one.opened_at
        assert complaint.ended_at == (one.solved_at if one.state in ENDED else None)
        assert complaint.closed_at == (one.ended_at if one.state == "Closed" else None)


ENDED = {"Resolved", "Closed"}


def test_late_is_who_had_no_solution_within_a_day_by_the_logs_own_times(
    log: list[Incident], complaints: Complaints
) -> None:
    expected: Counter[str] = Counter()
    for one in log:
        if one.reopened:  # the log keeps no moment of their first solution
            continue
        ended = one.state in ENDED
        late = (one.solved_at if ended else CUT) - one.opened_at > timedelta(hours=24)
        bucket = ("late" if late else "in_time") if ended else ("open_late" if late else "open")
        assert complaints[id_of(one)].bucket(CUT) == bucket, one
        expected[bucket] += 1
    assert expected == {"in_time": 5435, "late": 6852, "open_late": 1113, "open": 143}


def test_the_order_in_which_entries_arrive_makes_no_difference(
    replayed: Replay, complaints: Complaints
) -> None:
    busy = [subject for subject, known in replayed.timelines.items() if len(known) > 9]
    sample = dict.fromkeys([*busy, *list(complaints)[::25]])
    assert len(sample) > 800
    for subject in sample:
        known = replayed.timelines[subject]
        scattered = sorted(known, key=lambda entry: entry.hash)
        for arrived in (known[::-1], scattered, [*scattered, *known]):
            assert fold(subject, arrived) == complaints[subject]
