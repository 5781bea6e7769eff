"""The settings without a window: what each person may do to whom, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desk.app.commands import AddStaff, SwitchOffStaff
from desk.controllers.settings import ListedPerson, Settings
from desk.journal import known
from desk.journal.known import Person, Place, Shop
from desk.rules.errors import DeskError
from desk.rules.people import Action
from desk.words import Text
from tests.app.company import OFFICE, Company


@dataclass
class Screen:
    """A screen on paper: it keeps what it was last shown."""

    people: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    data: str = ""
    company: str = ""

    def show_places(self, places: Sequence[Place], chosen: str) -> None:
        self.places = [f"{'> ' * (one.code == chosen)}{one.code} {one.name}" for one in places]

    def show_shop(self, shop: Shop) -> None:
        self.company = shop.company

    def show_people(self, people: Sequence[ListedPerson]) -> None:
        self.people = [one.person.name for one in people]

    def show_data(self, words: Text) -> None:
        self.data = str(words)

    def may(self, action: Action, reason: Text | None) -> None:
        self.refused[action] = str(reason or "")

    def show_fault(self, fault: DeskError) -> None:
        self.faults.append(f"{fault.field}: {fault}")

    def show_place_fault(self, fault: DeskError) -> None:
        self.faults.append(f"place, {fault.field}: {fault}")

    def tell(self, text: Text) -> None:
        self.told.append(str(text))


def opened(company: Company, code: str) -> tuple[Settings, Screen]:
    """Somebody opens the settings."""
    screen = Screen()
    settings = Settings(company.desks[code], screen)
    settings.refresh()
    return settings, screen


def named(company: Company, code: str, name: str) -> Person:
    return next(one for one in company.desks[code].people() if one.name == name)


NO_STAFF = (
    "To add or switch off people takes another role: Head office, Administrator. Nothing was "
    "changed."
)


def able(settings: Settings, person: Person | None) -> list[str]:
    """Why roles, PIN and leaving are not possible; nothing where they are."""
    chosen = settings.chosen(person)
    return [str(each or "") for each in (chosen.roles, chosen.pin, chosen.leave)]


def test_what_can_be_done_to_whom(company: Company) -> None:
    desk = company.desks["1"]
    gone = str(desk.do(AddStaff(name="Gone", roles=("staff",))))
    desk.do(SwitchOffStaff(staff=gone))
    desk.do(AddStaff(name="Budi", roles=("staff",)))
    left = "Gone does not work here any more; their name stays."
    own = "Nobody switches themselves off. Another administrator does it."
    settings, _ = opened(company, "1")
    admin, budi, old = (named(company, "1", name) for name in ("Admin 1", "Budi", "Gone"))
    assert able(settings, None) == ["", "", "Choose somebody first."]
    assert able(settings, admin) == ["", "", own]
    assert able(settings, budi) == ["", "", ""]
    assert able(settings, old) == [left, left, left]
    desk.sign_in("Budi")
    assert able(settings, None) == [NO_STAFF, NO_STAFF, "Choose somebody first."]
    assert able(settings, admin) == [NO_STAFF, NO_STAFF, NO_STAFF]
    assert able(settings, budi)[0] == NO_STAFF
    assert able(settings, budi)[1] == "", "everybody sets their own PIN"


def test_who_may_not_change_the_shop_is_told_at_its_buttons(company: Company) -> None:
    company.desks["1"].do(AddStaff(name="Budi", roles=("staff",)))
    _, screen = opened(company, "1")
    assert screen.refused == {"settings": "", "read_sales": "", "backup": ""}
    company.desks["1"].sign_in("Budi")
    _, screen = opened(company, "1")
    assert {name: reason.partition(":")[0] for name, reason in screen.refused.items()} == {
        "settings": "To change the settings of the shop takes another role",
        "read_sales": "To read in a sales list takes another role",
        "backup": "",
    }
    assert screen.places == [], "a branch has its own people only"


def test_what_is_done_is_told_and_what_is_refused_stands_at_its_field(
    company: Company, tmp_path: Path
) -> None:
    settings, screen = opened(company, "1")
    assert not settings.add_person("", ("staff",), "")
    assert not settings.add_person("Budi", ("staff",), "12")
    assert not settings.add_person("Budi", (), "")
    assert settings.add_person(" Budi ", ("staff",), "1357")
    budi = named(company, "1", "Budi")
    assert settings.change_person(budi, ("cro",), "")
    assert not settings.set_pin(budi, "1")
    assert settings.set_pin(budi, "2468")
    assert not settings.change_person(budi, ("cro",), "satu")
    assert settings.switch_off(budi)
    write = settings.back_up(tmp_path / "stick")
    assert write is not None
    settings.backed_up(write())
    assert screen.told == [
        "Budi works here now.",
        "The roles of Budi are saved.",
        "Budi has a new PIN from now on.",
        "Budi was switched off; their name stays on what they did.",
        f"Backed up and checked: complaint-desk-{company.clock.now:%Y%m%d-%H%M%S}.db",
    ]
    short = "pin: A PIN has 4 to 12 digits. Nothing was changed."
    assert screen.faults == [
        "name: The name is missing. Nobody was added.",
        short,
        "roles: “” is not a list of roles. Known roles: staff, cro, supervisor, technician, "
        "head_office, admin.",
        short,
        "sees: “satu” is not a branch code. A branch code has 1 to 3 digits.",
    ]


def test_head_office_looks_after_the_people_of_a_branch(company: Company) -> None:
    settings, screen = opened(company, OFFICE)
    assert screen.places == ["1 Cabang 1", "2 Cabang 2", "> 9 Pusat"]
    settings.choose_branch("1")
    assert screen.places == ["> 1 Cabang 1", "2 Cabang 2", "9 Pusat"]
    assert settings.add_person("Budi", ("staff",), "")
    assert not settings.add_person("Budi", ("staff",), "")
    budi = next(one for one in known.people(company.office.journal.store) if one.name == "Budi")
    assert able(settings, budi) == ["", "Their PIN is set at their own branch.", ""]
    assert not settings.name_place(Place(code="1", name=" "))
    assert settings.name_place(Place(code="1", name="Bekasi"))
    settings.choose_branch("")
    assert settings.add_person("Wulan", ("head_office",), "", sees="1, 2; 1")
    wulan = named(company, OFFICE, "Wulan")
    assert wulan.branches == ("1", "2")
    assert not settings.change_person(wulan, ("head_office",), "Depok")
    assert settings.change_person(wulan, ("head_office",), " ,")
    assert screen.told == [
        "Budi works at branch 1 now; it goes with its next file.",
        "Saved. Branch 1 gets its name with its next file.",
        "Wulan works here now.",
        "Saved what Wulan does and sees.",
    ]
    assert screen.faults == [
        "None: Budi works here already. Nobody was added. Give a second one another name, such as "
        "“Budi 2”.",
        "place, name: The name of the branch is missing.",
        "sees: “Depok” is not a branch code. A branch code has 1 to 3 digits.",
    ]
    assert named(company, OFFICE, "Wulan").branches == ()
