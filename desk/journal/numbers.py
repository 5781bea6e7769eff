"""Which complaint numbers are taken; asked within the transaction that takes the next one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desk.journal.store import Store
from desk.rules.number import ComplaintNumber, next_without_nota, parse_number


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
    number = ComplaintNumber(branch, day, nota, letter)
    taken = {
        parsed.repeat
        for _, text in same_nota(store, branch, day, nota)
        if (parsed := parse_number(text)) and parsed.letter == letter
    }
    return replace(number, repeat=max(taken) + 1) if taken else number


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
