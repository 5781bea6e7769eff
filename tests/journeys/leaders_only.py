"""What a clerk may not do: each such action in a state in which a supervisor could do it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from desk.app.commands import OnCase, Register, Registered
from desk.app.desk import Desk
from desk.rules import acts
from desk.rules.acts import ACTS, Act
from desk.rules.chain import new_id
from desk.rules.intake import Intake
from desk.rules.people import Action, may
from tests.journeys.shop_floor import PINS

CLERK = "Wulan"
FORBIDDEN = tuple(
    action for action in ACTS if not may(("staff",), action) and action is not Action.SETTLE
)
"""A contradiction, which somebody settles, only comes with the file of another desk."""

DETAILS: Mapping[Action, Mapping[str, Any]] = MappingProxyType(
    {
        Action.START: {},
        Action.EXTEND: {
            "until": "2099-01-01T12:00:00+07:00",
            "contact": {"said": "Boleh."},
            "agreed": True,
        },
        Action.EXAMINE: {"found": "Kabel terjepit."},
        Action.JUDGE: {"fault": "customer"},
        Action.CONFIRM_JUDGEMENT: {},
        Action.WAIT: {"for": "part", "why": "Kabel dipesan."},
        Action.SOLVE: {"cause": "Kabel", "remedy": "Diganti"},
        Action.CLOSE: {"answer": "agreed", "score": 5, "entered_by": "customer"},
        Action.REOPEN: {"why": "Bunyi lagi."},
    }
)
"""Right in every detail: only the role is in the way."""

_HANDLED: tuple[tuple[str, Act], ...] = (
    ("Dedi", acts.Start()),
    ("Anto", acts.Examine(found="Kabel terjepit.", cause="Setelan", remedy="Disetel ulang")),
    ("Dedi", acts.Judge(fault="shop")),
)
_SOLVED = ("Dedi", acts.Solve())
_CLOSED = ("Sari", acts.Close(answer="agreed", score=5, entered_by="customer"))


@dataclass
class Told:
    """Three complaints that the clerk took in: in handling and judged, solved, and closed."""

    desk: Desk
    cases: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)

    def tell(self) -> Told:
        """Everybody does their part; nobody is at work afterwards."""
        self._one("in_handling", _HANDLED)
        self._one("solved", (*_HANDLED, _SOLVED))
        self._one("closed", (*_HANDLED, _SOLVED, _CLOSED))
        self.desk.sign_out()
        return self

    def _one(self, state: str, deeds: tuple[tuple[str, Act], ...]) -> None:
        self.desk.sign_in(CLERK, PINS[CLERK])
        intake = Intake(
            id=new_id(self.desk.now()),
            name="Bapak Hari",
            phone="081234567801",
            nota=str(1234 + len(self.cases)),
            what_happened="Ngerem berat",
        )
        taken = self.desk.do(Register(intake=intake))
        assert isinstance(taken, Registered)
        for who, act in deeds:
            self.desk.sign_in(who, PINS[who])
            self.desk.do(OnCase(complaint=taken.id, act=act))
        self.cases[state], self.numbers[state] = taken.id, taken.number

    def state_for(self, action: Action) -> str:
        """In which state it could be done by whoever may."""
        return {Action.CLOSE: "solved", Action.REOPEN: "closed"}.get(action, "in_handling")
