"""The real log of incidents (UCI 498, its state on 15 April 2016), read as it lies beside us.

It holds one line an incident: the last state, how often it was passed on and reopened, and the
moments of opening, solving and closing. What lies between is counted in it, but has no moment.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

FILE = Path("uci-incidents") / "incidents_snapshot_2016-04-15.csv"
ZONE = timezone(timedelta(hours=7))
"""The log names no zone: its times are read as those of the shop's wall clock."""
_MISSING = "?"


@dataclass(frozen=True, kw_only=True)
class Incident:
    """One line of the log; what is missing is None or empty. Times are aware."""

    number: str
    state: str
    passed_on: int
    reopened: int
    opened_at: datetime
    created_at: datetime | None
    resolved_at: datetime | None
    closed_at: datetime | None
    updated_at: datetime
    opened_by: str
    assigned_to: str
    group: str
    resolved_by: str
    updated_by: str
    caller: str
    contact: str
    location: str
    item: str
    words: str

    @property
    def solved_at(self) -> datetime:
        """When it was solved; where the log forgot it, when it was closed or last touched."""
        return self.resolved_at or self.ended_at

    @property
    def ended_at(self) -> datetime:
        """When it was closed; where the log forgot it, or it is open, when it was last touched."""
        return self.closed_at or self.updated_at


def incidents(shared_data: Path) -> list[Incident]:
    """Every incident of the log, in its order."""
    with (shared_data / FILE).open(encoding="utf-8", newline="") as stream:
        return [_incident(row) for row in csv.DictReader(stream)]


def _incident(row: dict[str, str]) -> Incident:
    def text(name: str) -> str:
        return "" if row[name] == _MISSING else " ".join(row[name].split())

    return Incident(
        number=text("number"),
        state=text("incident_state"),
        passed_on=int(row["reassignment_count"]),
        reopened=int(row["reopen_count"]),
        opened_at=moment(row["opened_at"]),
        created_at=_known(row["sys_created_at"]),
        resolved_at=_known(row["resolved_at"]),
        closed_at=_known(row["closed_at"]),
        updated_at=moment(row["sys_updated_at"]),
        opened_by=text("opened_by"),
        assigned_to=text("assigned_to"),
        group=text("assignment_group"),
        resolved_by=text("resolved_by"),
        updated_by=text("sys_updated_by"),
        caller=text("caller_id"),
        contact=text("contact_type"),
        location=text("location"),
        item=text("cmdb_ci"),
        words=", ".join(filter(None, map(text, ("category", "subcategory", "u_symptom")))),
    )


def moment(typed: str) -> datetime:
    """“29/2/2016 01:16”: the day stands first, without zeros."""
    return datetime.strptime(typed, "%d/%m/%Y %H:%M").replace(tzinfo=ZONE)


def _known(typed: str) -> datetime | None:
    return None if typed == _MISSING else moment(typed)


def oddities(log: Iterable[Incident]) -> dict[str, int]:
    """How often the log contradicts itself, or leaves out what its state demands."""
    found: Counter[str] = Counter()
    for one in log:
        found += Counter(name for name, odd in _odd(one).items() if odd)
    return dict(found)


def _odd(one: Incident) -> dict[str, bool]:
    solved, closed = one.resolved_at, one.closed_at
    return {
        "state -100": one.state == "-100",
        "closed, but never solved": one.state == "Closed" and solved is None,
        "closed, without a moment": one.state == "Closed" and closed is None,
        "solved, without a moment": one.state == "Resolved" and solved is None,
        "open, with a moment of closing": one.state != "Closed" and closed is not None,
        "closed before it was solved": bool(closed and solved and closed < solved),
        "solved before it was opened": bool(solved and solved < one.opened_at),
        "touched before it was opened": one.updated_at < one.opened_at,
        "written down before it was opened": bool(
            one.created_at and one.created_at < one.opened_at
        ),
        "new, but passed on": one.state == "New" and one.passed_on > 0,
        "new, but reopened": one.state == "New" and one.reopened > 0,
    }
