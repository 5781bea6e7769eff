"""A shop with three people at work in turn, a clock to turn, and cases that are told by acts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from desk.app.commands import AddStaff, OnCase, Register, Registered
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from desk.rules import acts
from desk.rules.acts import Act
from desk.rules.chain import new_id
from desk.rules.complaint import Complaint
from desk.rules.intake import Intake

OPENING = datetime.fromisoformat("2026-06-19T09:12:00+07:00")
WANTED = SetUp(company="Toko Sepeda", branch="1", branch_name="Hankam Bekasi", admin="Ibu Kepala")
ROLES = {
    "Sari": ("staff", "cro"),
    "Dedi": ("supervisor",),
    "Anto": ("technician",),
}


@dataclass
class Clock:
    """The shop's clock; it stands until it is turned."""

    now: datetime = OPENING

    def __call__(self) -> datetime:
        return self.now

    def turn(self, **by: float) -> None:
        """Time goes on."""
        self.now += timedelta(**by)


@dataclass
class Shop:
    """The desk, its clock, its people by name, and the case that was told last."""

    desk: Desk
    clock: Clock
    people: dict[str, str] = field(default_factory=dict)
    case: str = ""

    def hire(self) -> None:
        """Sari, Dedi and Anto begin to work here."""
        for name, roles in ROLES.items():
            self.people[name] = str(self.desk.do(AddStaff(name=name, roles=roles)))

    def at_work(self, name: str) -> None:
        """Somebody else acts from now on."""
        self.desk.sign_in(name)

    def register(self, **facts: Any) -> str:
        """Sari takes Bapak Hari's complaint in; its id."""
        self.at_work("Sari")
        told = {
            "nota": "1234",
            "name": "Bapak Hari",
            "phone": "0812 3456 7801",
            "product": "United E-Trifold",
            "bought_at": "2026-06-18",
            "what_happened": "Ngerem berat dan ada bunyi.",
            "understood": "Rem berat sejak hari pertama.",
            "asked_for": "repair",
        } | facts
        done = self.desk.do(Register(intake=Intake(id=new_id(self.clock()), **told)))
        assert isinstance(done, Registered)
        self.case = done.id
        return done.id

    def act(self, who: str, act: Act, **later: float) -> None:
        """Somebody does something, some time after what was done before."""
        self.clock.turn(**(later or {"minutes": 5}))
        self.at_work(who)
        seen = self.complaint().head
        self.desk.do(OnCase(complaint=self.case, act=act, seen=seen))

    def complaint(self) -> Complaint:
        """The case as it stands."""
        return self.desk.complaint(self.case)

    def handed_over(self) -> None:
        """Taken in by Sari, handed over to Dedi."""
        self.register()
        self.act("Sari", acts.PrintReceipt(paper="roll80"))
        self.act("Sari", acts.PassOn(to="Dedi", note="Tolong hari ini, dia butuh sepedanya."))

    def rich(self) -> None:
        """Everything that can happen on the way to a solution."""
        self.handed_over()
        self.act("Dedi", acts.Accept(), minutes=10)
        self.act("Dedi", acts.Start(), minutes=1)
        self.act("Dedi", acts.Contact(answered=False), minutes=20)
        self.act(
            "Dedi",
            acts.Contact(
                direction="in",
                how="whatsapp",
                said="Saya di rumah sampai sore.",
                happened_at="2026-06-19T10:30:00+07:00",
            ),
            hours=1,
        )
        self.act(
            "Anto",
            acts.Examine(
                found="Kabel depan terjepit saat setang berbelok.",
                cause="Setelan awal salah, jalur kabel keliru.",
                remedy="Rem disetel ulang, kabel depan dipindahkan.",
            ),
            hours=1,
        )
        promise = new_id(self.clock())
        self.act(
            "Dedi",
            acts.MakePromise(
                promise=promise, what="Telepon kalau sepeda siap", by="2026-06-19T16:00:00+07:00"
            ),
            minutes=12,
        )
        self.act(
            "Sari", acts.Correct(field="product", value="United E-Trifold 20", why="Salah ketik")
        )
        self.act("Dedi", acts.Judge(fault="shop"), hours=1)


def open_shop(folder: Path) -> Iterator[Shop]:
    """A new desk with its people; closed afterwards."""
    clock = Clock()
    desk = set_up(Home(folder / "home"), WANTED, clock=clock)
    shop = Shop(desk, clock)
    shop.hire()
    yield shop
    desk.close()
