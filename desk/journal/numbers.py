"""Which complaint numbers are taken; asked within the transaction that takes the next one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desk.journal.store import Store
from desk.rules.number import (
    ComplaintNumber,
    next_repeat,
    next_without_nota,
    parse_number,
    restore_digits,
)
from desk.rules.ticks import time_of


def same_nota(store: Store, branch: str, day: date, nota: int) -> list[tuple[str, str]]:
    """(id, number) of the complaints of this branch, day and nota, the first one first."""
    stem = ComplaintNumber(branch, day, nota).stem
    return store.run("SELECT id, number FROM complaint WHERE stem = ? ORDER BY row", (stem,))


def free_number(
    store: Store, *, node: str, branch: str, letter: str, day: date, nota: int | None
) -> ComplaintNumber:
    """The number for a new complaint; without a nota, the next of the “tanpa nota” series."""
    if nota is None:
        nota = next_in_series(store, node, branch)
        while same_nota(store, branch, day, nota):
            nota = next_without_nota(nota)
    number = ComplaintNumber(branch, day, nota, letter, _restore(store, day))
    taken = {
        parsed.repeat
        for _, text in same_nota(store, branch, day, nota)
        if (parsed := parse_number(text)) and parsed.letter == letter
    }
    return replace(number, repeat=next_repeat(max(taken))) if taken else number


def _restore(store: Store, day: date) -> int:
    """The digits of the last restore in numbers of `day`; 0 where all of that day are known here.

    What was given out between a backup and its restore is on receipts and not here. All of it is
    about days up to that of the restore, also where a complaint is written down later.
    """
    rows = store.run(
        "SELECT node, tick FROM entry WHERE kind = 'node.succeeded' "
        "AND node IN (SELECT value FROM own WHERE key LIKE 'local/%') ORDER BY tick DESC LIMIT 1"
    )
    if not rows or day > time_of(rows[0][1]).astimezone().date():
        return 0
    return restore_digits(rows[0][0])


def next_in_series(store: Store, node: str, branch: str) -> int:
    """The next of the “tanpa nota” series, behind any jump that a restore made."""
    highest = store.run(
        "SELECT max(nota) FROM complaint WHERE branch = ? AND no_nota = 1", (branch,)
    )[0][0]
    jumps = store.run(
        "SELECT value FROM fact WHERE key = ? OR key IN "
        "(SELECT value || '/no_nota_from' FROM own WHERE key LIKE 'local/%')",
        (f"{node}/no_nota_from",),
    )
    last = max(highest or 0, *(int(jump[0]) - 1 for jump in jumps), 0)
    return next_without_nota(last)
