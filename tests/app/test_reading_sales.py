"""A sales list is read in: each line has one fate, and reading again takes nothing twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, replace
from pathlib import Path

import pytest

from desk.app.desk import Desk
from desk.app.reading_sales import SalesRead, read_sales
from desk.journal import customers
from desk.rules.errors import Refused, finish
from desk.sheets.sales import guess, look


def write(file: Path, notas: range, *, phone: str = "0812-3456-7801") -> Path:
    rows = "".join(f"{nota},2026-06-18,Hari,{phone},Sepeda\r\n" for nota in notas)
    file.write_text(f"nota,tanggal,nama,hp,barang\r\n{rows}", newline="")
    return file


def read(desk: Desk, file: Path, **how: bool) -> SalesRead:
    return finish(read_sales(desk, file, guess(look(file).headers), **how))


def counts(result: SalesRead) -> tuple[int, ...]:
    return astuple(result)[:5]


def test_a_second_reading_takes_only_what_is_new(desk: Desk, tmp_path: Path) -> None:
    assert counts(read(desk, write(tmp_path / "a", range(1, 601)))) == (600, 600, 0, 0, 0)
    assert counts(read(desk, write(tmp_path / "b", range(1, 611)))) == (610, 10, 0, 600, 0)
    assert customers.count(desk.journal.store) == 610
    (sale,) = customers.by_nota(desk.journal.store, "77")
    assert (sale.phone, sale.sold_on) == ("+6281234567801", "2026-06-18")


def test_a_dry_run_tells_the_same_and_keeps_nothing(desk: Desk, tmp_path: Path) -> None:
    file = write(tmp_path / "a", range(1, 400))
    before = desk.journal.last()
    dry = read(desk, file, dry_run=True)
    assert customers.count(desk.journal.store) == 0
    assert desk.journal.last() == before
    assert counts(read(desk, file)) == counts(dry)


def test_a_reading_that_breaks_off_is_finished_by_reading_again(desk: Desk, tmp_path: Path) -> None:
    file = write(tmp_path / "a", range(1, 1001))
    steps: Iterator[object] = read_sales(desk, file, guess(look(file).headers))
    next(steps)
    steps.close()  # type: ignore[attr-defined] # a generator
    taken = customers.count(desk.journal.store)
    assert 0 < taken < 1000
    assert counts(read(desk, file)) == (1000, 1000 - taken, 0, taken, 0)


def test_who_may_not_read_in_sales_is_told(desk: Desk, tmp_path: Path) -> None:
    assert desk.actor
    desk.actor = replace(desk.actor, roles=("technician",))
    with pytest.raises(Refused, match="takes another role"):
        read(desk, write(tmp_path / "a", range(1, 3)))
    assert customers.count(desk.journal.store) == 0
