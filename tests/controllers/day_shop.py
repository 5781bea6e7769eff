"""A shop with several people, a case that was handled by all of them, and a day in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from desk.app.commands import AddStaff, OnCase, TakeFeedback
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from desk.rules import acts
from tests.app.at_work import Clock, register

PEOPLE = {
    "Dewi": ("staff",),
    "Dedi": ("supervisor",),
    "Citra": ("cro",),
    "Tono": ("technician",),
}


class DayShop:
    """The desk, its clock, and what somebody does there."""

    def __init__(self, desk: Desk, clock: Clock) -> None:
        self.desk, self.clock = desk, clock
        for name, roles in PEOPLE.items():
            desk.do(AddStaff(name=name, roles=roles))

    def act(self, who: str, case: str, act: acts.Act, **later: float) -> None:
        """Somebody does something, so much later."""
        self.clock.turn(**later)
        self.desk.sign_in(who)
        self.desk.do(OnCase(complaint=case, act=act, seen=self.desk.complaint(case).head))

    def take_in(self, name: str, nota: str, **facts: Any) -> str:
        """Dewi takes a complaint in; its id."""
        self.desk.sign_in("Dewi")
        return register(self.desk, nota, name=name, **facts).id

    def close(self, case: str, score: int | None = 5, **words: Any) -> None:
        """Dedi solves it, Citra closes it with the customer."""
        self.act("Dedi", case, acts.Start())
        self.act("Dedi", case, acts.Solve(cause="Kampas rem kotor", remedy="Dibersihkan"))
        self.act("Citra", case, acts.Close(answer="agreed", score=score, **words))

    def praise(self, text: str, name: str = "Ibu Wati") -> None:
        """Dewi takes praise in."""
        self.desk.sign_in("Dewi")
        self.desk.do(TakeFeedback(kind="praise", text=text, name=name))

    def long_case(self) -> str:
        """A case with 15 entries, handed over to Citra at last."""
        case = self.take_in(
            "Ibu Rita",
            "2345",
            phone="081234567802",
            email="rita@contoh.id",
            address="Jl. Kenanga 5, Bekasi",
            product="United Stylo Beat",
            bought_at="2026-06-12",
            asked_for="repair",
            what_happened="Setang turun terus walau sudah dua kali dikencangkan.",
            understood="Setang tidak bisa dikunci sejak minggu pertama.",
            expected="Bisa dipakai lagi untuk sekolah hari Senin.",
        )
        act, contact = self.act, acts.Contact
        act("Dewi", case, acts.PrintReceipt(paper="roll80", way="printer"))
        act("Dewi", case, contact(answered=False), minutes=20)
        act("Dewi", case, acts.PassOn(to="Dedi"), minutes=1)
        act("Dedi", case, acts.Accept(), minutes=4)
        act("Dedi", case, acts.Start(), minutes=1)
        act("Dedi", case, contact(said="Kami periksa hari ini."), minutes=10)
        act("Tono", case, acts.Examine(found="Baut stem aus."), hours=1)
        act("Dedi", case, acts.MakePromise(promise="p1", what="Kabar stem dari gudang", by=_AT_15))
        act(
            "Dedi",
            case,
            acts.Extend(
                until="2026-06-20T17:00:00+07:00",
                contact=contact(how="whatsapp", said="Boleh, asal Sabtu selesai."),
                agreed=True,
            ),
            hours=2,
        )
        act("Dedi", case, acts.Note(text="Stem 28,6 mm dipesan dari cabang Pondok Gede."))
        act("Dedi", case, acts.Wait(waits_for="part", why="Stem datang besok pagi."))
        act("Dewi", case, contact(direction="in", said="Tanya apakah sudah ada."), minutes=30)
        act("Dedi", case, acts.MakePromise(promise="p2", what="Antar ke rumah", by=_SATURDAY))
        act("Dedi", case, acts.PassOn(to="Citra"), minutes=5)
        return case


_AT_15 = "2026-06-19T15:00:00+07:00"
_SATURDAY = "2026-06-20T16:00:00+07:00"


@contextmanager
def day_shop(folder: Path, database: str = "") -> Iterator[DayShop]:
    """A new desk, in a file or in an empty `database`; Friday 19 June 2026, 09.12."""
    clock = Clock()
    wanted = SetUp(company="Toko Sepeda", branch="1", branch_name="Hankam Bekasi", admin="Sari")
    desk = set_up(Home(folder / "desk"), replace(wanted, database=database), clock)
    yield DayShop(desk, clock)
    desk.close()
