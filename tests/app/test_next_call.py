"""When the customer is to hear from the shop next, after each call: in a day, or before."""

from __future__ import annotations

from desk.app.commands import OnCase
from desk.app.desk import Desk
from desk.moments import short
from desk.rules.acts import Act, Close, Contact, Solve, Start, Withdraw
from tests.app.at_work import Clock, register

CALLED = Contact(said="Baik.")
SOLVED = Solve(cause="Kabel", remedy="Dipindah")


def test_only_a_case_that_is_still_worked_on_is_called_before_its_promised_moment(
    desk: Desk, clock: Clock
) -> None:
    """Each complaint came at 09.12 and is due a day later; the call is three hours before that."""
    told: dict[str, tuple[Act, ...]] = {
        "received": (),
        "in handling": (Start(),),
        "solved": (SOLVED,),
        "closed": (SOLVED, Close(answer="agreed")),
        "withdrawn": (Withdraw(why="Keliru"),),
    }
    cases = {state: register(desk, str(at)).id for at, state in enumerate(told, start=1)}
    for state, acts in told.items():
        for act in acts:
            desk.do(OnCase(complaint=cases[state], act=act))
    clock.turn(hours=21)
    drawn = {}
    for state, case in cases.items():
        desk.do(OnCase(complaint=case, act=CALLED))
        at = desk.complaint(case).next_contact_at
        drawn[state] = f"{short(at)} {at.astimezone():%H.%M}" if at else "–"
    assert drawn == {
        "received": "20 Jun 2026 09.12",
        "in handling": "20 Jun 2026 09.12",
        "solved": "21 Jun 2026 06.12",
        "closed": "–",
        "withdrawn": "–",
    }
