"""What the tests of the desk have in common: a clock to turn, and a customer who comes in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from desk.app.commands import Register, Registered
from desk.app.desk import Desk
from desk.rules.chain import new_id
from desk.rules.intake import Intake

OPENING = datetime.fromisoformat("2026-06-19T09:12:00+07:00")


@dataclass
class Clock:
    """The shop's clock; it stands until the test turns it."""

    now: datetime = OPENING

    def __call__(self) -> datetime:
        return self.now

    def turn(self, **by: float) -> None:
        """Forward by `timedelta(**by)`, or back."""
        self.now += timedelta(**by)


def register(desk: Desk, nota: str = "1234", *, id_: str = "", **facts: Any) -> Registered:
    """Bapak Hari complains about this nota; `facts` are fields of the intake."""
    told = {"name": "Bapak Hari", "phone": "081234567801", "what_happened": "Rem berat"} | facts
    registered = desk.do(Register(intake=Intake(id=id_ or new_id(desk.now()), nota=nota, **told)))
    assert isinstance(registered, Registered)
    return registered
