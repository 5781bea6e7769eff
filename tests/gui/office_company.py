"""A head office and two branches for tests of the window: people, cases, and a contradiction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desk.app.commands import AddStaff, NameBranch
from desk.app.desk import Desk
from desk.rules.acts import Start, Withdraw
from desk.rules.complaint import Complaint
from tests.app.company import OFFICE, Company, found


@dataclass
class Office:
    """The company, its cases by the customer's name, and what the windows of tests ask for."""

    company: Company
    ids: dict[str, str] = field(default_factory=dict)
    code: str = OFFICE
    case: str = ""

    @property
    def desk(self) -> Desk:
        """The desk whose window is open."""
        return self.company.desks[self.code]

    def at_work(self, who: str) -> None:
        """Somebody is at work there."""
        self.desk.sign_in(who)
        self.desk.changed()

    def complain(self, branch: str, name: str) -> str:
        """Somebody complains at a branch; gives the number."""
        taken = self.company.register(branch, name=name, phone="")
        self.ids[name] = taken.id
        return taken.number

    def complaint(self, name: str = "") -> Complaint:
        """The case as it stands at the desk whose window is open."""
        return self.desk.complaint(self.ids[name] if name else self.case)

    def contradict(self, name: str) -> None:
        """Branch 1 withdraws it while head office begins with it."""
        self.company.act("1", self.ids[name], Withdraw(why="Salah catat"))
        self.company.act(OFFICE, self.ids[name], Start())
        self.company.meet()


def open_company(folder: Path) -> Iterator[Office]:
    """Two branches with a name, two people more, three cases, all of it at head office."""
    company = found(folder / "company", ["1", "2"])
    office = Office(company)
    for code, name in (("1", "Hankam"), ("2", "Depok")):
        company.office.do(NameBranch(code=code, name=name))
        who = {"1": "Tono", "2": "Dedi"}[code]
        company.desks[code].do(AddStaff(name=who, roles=("supervisor",)))
    company.office.do(AddStaff(name="Wulan", roles=("head_office",)))
    for branch, name in (("1", "Bapak Hari"), ("2", "Ibu Rita"), ("1", "Kak Ayu")):
        office.complain(branch, name)
    company.meet()
    office.at_work("Wulan")
    yield office
    company.close()
