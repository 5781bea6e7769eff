"""The ledger of promises: what is owed to customers, to whom, until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk.journal.store import Store


@dataclass(frozen=True, kw_only=True)
class Owed:
    """One promise with its complaint. `by` is aware, UTC; `state` open, kept or broken."""

    id: str
    complaint: str
    number: str
    name: str
    what: str
    by: datetime
    who: str
    state: str
    kept_late: bool


_COLUMNS = "promise.id, complaint, number, name, what, by, who, promise.state, kept_late"


def owed(store: Store, *, who: str = "", limit: int = 500) -> list[Owed]:
    """The open promises, soonest first; of one person where `who` is a staff id."""
    mine = "AND who = ?" if who else ""
    return _found(
        store,
        f"WHERE promise.state = 'open' {mine} ORDER BY by LIMIT ?",
        (who, limit) if who else (limit,),
    )


def _found(store: Store, rest: str, values: tuple[object, ...]) -> list[Owed]:
    rows = store.run(
        f"SELECT {_COLUMNS} FROM promise JOIN complaint ON complaint.id = promise.complaint {rest}",
        values,
    )
    return [
        Owed(
            id=id_,
            complaint=complaint,
            number=number,
            name=name,
            what=what,
            by=datetime.fromisoformat(by),
            who=who,
            state=state,
            kept_late=bool(kept_late),
        )
        for id_, complaint, number, name, what, by, who, state, kept_late in rows
    ]
