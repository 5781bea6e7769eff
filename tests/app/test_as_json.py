"""A line of the queue as other programs read it: what is late is late, and nothing else is."""

from __future__ import annotations

from desk.app.commands import OnCase
from desk.app.desk import Desk
from desk.journal.queue import Wanted
from desk.rules.acts import Act, Close, PrintReceipt, Solve, Withdraw
from desk.telling.as_json import listed
from tests.app.at_work import Clock, register

SOLVED = Solve(cause="Kabel", remedy="Dipindah")


def test_only_what_is_open_not_solved_and_past_its_moment_is_late(desk: Desk, clock: Clock) -> None:
    told: dict[str, tuple[Act, ...]] = {
        "old": (PrintReceipt(paper="roll80"),),
        "old, solved": (SOLVED,),
        "old, closed": (SOLVED, Close(answer="agreed")),
        "old, withdrawn": (Withdraw(why="Keliru"),),
    }
    for nota, (name, acts) in enumerate(told.items(), start=1):
        case = register(desk, str(nota), name=name).id
        for act in acts:
            desk.do(OnCase(complaint=case, act=act))
    clock.turn(hours=24)
    register(desk, "9", name="new")
    assert not any(listed(row, desk.now())["late"] for row in desk.queue(Wanted())), "to the minute"
    clock.turn(minutes=1)
    lines = [listed(row, desk.now()) for row in desk.queue(Wanted())]
    assert sorted(f"{line['customer']}: {line['state']}, {line['late']}" for line in lines) == [
        "new: received, False",
        "old, closed: closed, False",
        "old, solved: solved, False",
        "old, withdrawn: withdrawn, False",
        "old: received, True",
    ]


def test_a_line_tells_all_of_this(desk: Desk) -> None:
    taken = register(desk, name="Ibu Rita", product="Stylo", safety=True)
    (row,) = desk.queue(Wanted())
    assert listed(row, desk.now()) == {
        "number": "K1202606190001234",
        "id": taken.id,
        "state": "received",
        "branch": "1",
        "at_branch": "1",
        "customer": "Ibu Rita",
        "phone": "+6281234567801",
        "product": "Stylo",
        "safety": True,
        "received_at": "2026-06-19T09:12:00+07:00",
        "due_at": "2026-06-20T09:12:00+07:00",
        "late": False,
        "receipts": 0,
    }
