"""A sales list is read in, so that a sale is found by nota, phone, name or product."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from itertools import islice
from pathlib import Path

from desk import phones
from desk.app.commands import NoteSalesRead
from desk.app.desk import Desk
from desk.journal import customers
from desk.rules import entries
from desk.rules.errors import Steps
from desk.rules.people import Action
from desk.sheets.sales import Row, SaleLine, look, sale_rows
from desk.words import Text

_SLICE = 250


@dataclass(frozen=True, kw_only=True)
class SalesRead:
    """What became of each line; `rows` is the sum of the four. `remarks` are (line, why)."""

    rows: int = 0
    taken: int = 0
    remarked: int = 0
    known: int = 0
    refused: int = 0
    remarks: list[tuple[int, Text]] = field(default_factory=list)


def read_sales(
    desk: Desk, file: Path, mapping: Mapping[str, str], *, dry_run: bool = False
) -> Steps[SalesRead]:
    """Takes in the lines, a few hundred in one transaction; what was taken before is “known”.

    Raises Refused without the right, Invalid or Trouble for the file. A list that breaks off in
    the middle keeps what was read till then; reading it again takes the rest.
    """
    desk.check(Action.READ_SALES)
    total = look(file).rows_estimate
    counts = dict.fromkeys(("rows", "taken", "remarked", "known", "refused"), 0)
    remarks: list[tuple[int, Text]] = []
    rows = sale_rows(file, mapping)
    while chunk := list(islice(rows, _SLICE)):
        for row, outcome in zip(chunk, _outcomes(desk, chunk, dry_run=dry_run), strict=True):
            counts["rows"] += 1
            counts[outcome] += 1
            if row.remark is not None:
                remarks.append((row.number, row.remark))
        yield counts["rows"], max(total, counts["rows"])
    if not dry_run:
        desk.do(NoteSalesRead(read=entries.SalesRead(**counts)))
    return SalesRead(**counts, remarks=remarks)


def _outcomes(desk: Desk, chunk: list[Row], *, dry_run: bool) -> Iterator[str]:
    lines = [_stored(row.sale) for row in chunk if row.sale is not None]
    if dry_run:
        fresh = iter(customers.are_new(desk.journal.store, lines))
    else:
        with desk.journal.store.transaction():
            fresh = iter(customers.keep(desk.journal.store, lines))
    for row in chunk:
        if row.sale is None:
            yield "refused"
        elif not next(fresh):
            yield "known"
        else:
            yield "remarked" if row.remark is not None else "taken"


def _stored(sale: SaleLine) -> dict[str, str]:
    values = {name: str(value or "") for name, value in asdict(sale).items()}
    values["phone"] = phones.normal(sale.phone) or sale.phone if sale.phone else ""
    return values
