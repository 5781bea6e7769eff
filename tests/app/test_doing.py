"""Everything of one sitting is kept, or nothing."""

from __future__ import annotations

import pytest

from desk.app.commands import InOneSitting, Registered
from desk.app.desk import Desk
from desk.journal.queue import Filter
from desk.journal.verify import verify
from desk.rules.acts import Act, Close, Solve, Start
from desk.rules.chain import new_id
from desk.rules.errors import Invalid, Refused, finish
from desk.rules.intake import Intake

SOLVED = (Start(), Solve(cause="Kabel salah jalur", remedy="Kabel dipindah"))
AGREED = Close(answer="agreed", score=5)


def sit_down(desk: Desk, *acts: Act, subject: str = "", nota: str = "1234") -> Registered:
    intake = Intake(
        id=subject or new_id(desk.now()), name="Bapak Hari", nota=nota, what_happened="Rem"
    )
    taken = desk.do(InOneSitting(intake=intake, acts=acts))
    assert isinstance(taken, Registered)
    return taken


def test_a_complaint_goes_through_all_states_in_one_sitting(desk: Desk) -> None:
    heard: list[int] = []
    desk.watch(lambda: heard.append(1))
    taken = sit_down(desk, *SOLVED, AGREED)
    complaint = desk.complaint(taken.id)
    assert (complaint.number, complaint.state) == ("K1202606190001234", "closed")
    assert [line.kind.removeprefix("complaint.") for line in complaint.timeline] == [
        *("registered", "started", "solved", "closed"),
    ]
    assert not any(line.crossed for line in complaint.timeline)
    assert complaint.bucket(desk.now()) == "in_time"
    assert complaint.alone  # the only one who works here
    assert heard == [1]
    assert finish(verify(desk.journal)).clean


@pytest.mark.parametrize(
    ("acts", "refused"),
    [
        ((Start(), Solve(cause="", remedy="x")), Invalid),
        ((*SOLVED, Close(answer="agreed", score=1)), Invalid),
        ((*SOLVED, Close(answer="yes")), Invalid),
        ((AGREED,), Refused),
        ((*SOLVED, AGREED, AGREED), Refused),
    ],
)
def test_where_one_act_is_refused_nothing_was_taken_in(
    desk: Desk, acts: tuple[Act, ...], refused: type[Exception]
) -> None:
    before = desk.journal.last()
    with pytest.raises(refused):
        sit_down(desk, *acts)
    assert desk.journal.last() == before
    assert desk.counts()[Filter.ALL] == 0
    assert sit_down(desk, *SOLVED).number == "K1202606190001234"


def test_the_same_sitting_twice_is_known(desk: Desk) -> None:
    first = sit_down(desk, *SOLVED, AGREED)
    before = desk.journal.last()
    again = sit_down(desk, *SOLVED, AGREED, subject=first.id)
    assert (again.number, again.known) == (first.number, True)
    assert desk.journal.last() == before


def test_a_customer_who_does_not_agree_is_never_closed_by_the_shop(desk: Desk) -> None:
    taken = sit_down(desk, *SOLVED, Close(answer="not_agreed", score=2, why="Tetap bunyi"))
    complaint = desk.complaint(taken.id)
    assert (complaint.state, complaint.level, complaint.open) == ("in_handling", "cro", True)
