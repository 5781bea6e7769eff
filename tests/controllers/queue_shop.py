"""A real desk with the complaints that the tests of the queue tell about, and a clock to turn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from desk.app.commands import OnCase, Register, Registered
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from desk.rules.acts import PrintReceipt, Withdraw
from desk.rules.chain import new_id
from desk.rules.intake import Intake

OPENING = datetime.fromisoformat("2026-06-20T10:00:00+07:00")


@dataclass
class Clock:
    """The shop's clock; it stands until the test turns it."""

    now: datetime = OPENING

    def __call__(self) -> datetime:
        return self.now

    def turn(self, **by: float) -> None:
        """Time goes on."""
        self.now += timedelta(**by)


@dataclass
class Shop:
    """The desk, its clock, and the complaints by the customer's name."""

    desk: Desk
    clock: Clock
    ids: dict[str, str] = field(default_factory=dict)

    def register(self, name: str, *, hours_ago: float = 0, **facts: Any) -> Registered:
        """Takes in a complaint that came in so long ago."""
        came = self.clock() - timedelta(hours=hours_ago)
        facts = {"nota": str(len(self.ids) + 1), "what_happened": "Rusak."} | facts
        intake = Intake(id=new_id(self.clock()), name=name, received_at=came.isoformat(), **facts)
        done = self.desk.do(Register(intake=intake))
        assert isinstance(done, Registered)
        self.ids[name] = done.id
        return done

    def four(self) -> None:
        """Two bicycles, a late one and one that is over."""
        self.register(
            "Bapak Hari",
            hours_ago=26,
            nota="1234",
            phone="0812 3456 7801",
            product="United E-Trifold",
            what_happened="Ngerem berat dan ada bunyi.",
            understood="Rem berat sejak hari pertama.",
            asked_for="repair",
            bought_at="2026-06-18",
        )
        self.register(
            "Ibu Rita",
            hours_ago=3,
            nota="2345",
            email="rita@contoh.id",
            product="United Stylo Beat",
            what_happened="Setang turun terus walau sudah dikencangkan.",
            safety=True,
        )
        self.register("Kak Wulan", hours_ago=23, nota="3456", phone="0857 1111 2222")
        self.register("Bapak Joko", hours_ago=5, nota="4567", phone="0813 9999 0000")
        self.desk.do(OnCase(complaint=self.ids["Bapak Joko"], act=Withdraw(why="Salah catat.")))
        self.print("Kak Wulan")

    def print(self, name: str) -> None:
        """The receipt of somebody went to paper."""
        self.desk.do(
            OnCase(complaint=self.ids[name], act=PrintReceipt(paper="roll80", way="printer"))
        )


def open_shop(folder: Path) -> Iterator[Shop]:
    """A new desk with Sari at work; closed afterwards."""
    clock = Clock()
    wanted = SetUp(company="Toko Sepeda", branch="1", branch_name="Hankam Bekasi", admin="Sari")
    desk = set_up(Home(folder / "home"), wanted, clock=clock)
    yield Shop(desk, clock)
    desk.close()
