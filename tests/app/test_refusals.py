"""What the desk refuses, whoever asks: each refusal is entered, said in a sentence, and writes
nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desk.app.commands import (
    AddStaff,
    ChangeRoles,
    Command,
    DescribeShop,
    LimitToBranches,
    NameBranch,
    OnCase,
    Register,
    SetPin,
    SwitchOffStaff,
    TakeFeedback,
)
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import set_up
from desk.exchange.keys import make_keys
from desk.rules.acts import Correct, LinkTo, Note
from desk.rules.chain import new_id
from desk.rules.details import LONGEST
from desk.rules.errors import DeskError, Invalid, Refused, Trouble
from desk.rules.intake import Intake
from tests.app.at_work import Clock, register
from tests.app.conftest import WANTED

NOBODY = "0" * 32


def me(desk: Desk) -> str:
    """The staff id of Sari, the administrator."""
    assert desk.actor is not None
    return desk.actor.id


def long(desk: Desk, **facts: str) -> Register:
    """Somebody with a story that is too long in one place."""
    told = {"name": "Ibu Rita", "nota": "7", "what_happened": "Rem"} | facts
    return Register(intake=Intake(id=new_id(desk.now()), **told))


TOO_LONG = "This text has 20001 characters; 20000 fit. What was typed is kept: please shorten it."
NOT_HERE = "There is nobody like that here. Nothing was changed."

REFUSED: dict[str, tuple[Callable[[Desk], Command], str]] = {
    "nobody gets roles": (lambda _: ChangeRoles(staff=NOBODY, roles=("staff",)), NOT_HERE),
    "nobody gets a PIN": (lambda _: SetPin(staff=NOBODY, pin="1357"), NOT_HERE),
    "nobody leaves": (lambda _: SwitchOffStaff(staff=NOBODY), NOT_HERE),
    "the last administrator": (
        lambda desk: ChangeRoles(staff=me(desk), roles=("staff",)),
        "Then nobody could add or switch off people any more. Nothing was changed. Give somebody "
        "else that role first.",
    ),
    "oneself leaves": (
        lambda desk: SwitchOffStaff(staff=me(desk)),
        "Nobody switches themselves off. Ask another administrator to do it.",
    ),
    "a role that there is not": (
        lambda desk: ChangeRoles(staff=me(desk), roles=("boss",)),
        "roles: “boss” is not a list of roles. Known roles: staff, cro, supervisor, technician, "
        "head_office, admin.",
    ),
    "no role": (
        lambda _: AddStaff(name="Budi", roles=()),
        "roles: “” is not a list of roles. Known roles: staff, cro, supervisor, technician, "
        "head_office, admin.",
    ),
    "no name": (
        lambda _: AddStaff(name="  ", roles=("staff",)),
        "name: The name is missing. Nobody was added.",
    ),
    "a name twice": (
        lambda _: AddStaff(name=" sari ", roles=("staff",)),
        "sari works here already. Nobody was added. Give a second one another name, such as "
        "“sari 2”.",
    ),
    "a short PIN": (
        lambda desk: SetPin(staff=me(desk), pin="123"),
        "pin: A PIN has 4 to 12 digits. Nothing was changed.",
    ),
    "a long PIN": (
        lambda _: AddStaff(name="Budi", roles=("staff",), pin="1" * 13),
        "pin: A PIN has 4 to 12 digits. Nothing was changed.",
    ),
    "somebody elsewhere": (
        lambda _: AddStaff(name="Budi", roles=("staff",), branch="2"),
        "People of another branch are added there, or at head office.",
    ),
    "whose cases": (
        lambda desk: LimitToBranches(staff=me(desk), branches=("1",)),
        "Whose cases somebody sees is set at head office.",
    ),
    "another branch": (
        lambda _: NameBranch(code="2", name="Depok"),
        "Other branches are named at head office.",
    ),
    "a branch that is none": (
        lambda _: NameBranch(code="Depok", name="Depok"),
        "branch: “Depok” is not a branch code. A branch code has 1 to 3 digits.",
    ),
    "a branch without a name": (
        lambda _: NameBranch(code="1", name=" "),
        "name: The name of the branch is missing.",
    ),
    "a shop without a company": (
        lambda _: DescribeShop(company=" ", branch_name="Hankam"),
        "company: The name of the company is missing.",
    ),
    "a shop without a branch": (
        lambda _: DescribeShop(company="Toko", branch_name=" "),
        "branch_name: The name of the branch is missing.",
    ),
    "feedback without words": (
        lambda _: TakeFeedback(kind="praise", text=" "),
        "text: What did they say? Please write it down.",
    ),
    "feedback that is too long": (
        lambda _: TakeFeedback(kind="praise", text="a" * (LONGEST + 1)),
        f"text: {TOO_LONG}",
    ),
    "feedback of no kind": (
        lambda _: TakeFeedback(kind="complaint", text="Halo"),
        "kind: “complaint” is not known here. It can be: suggestion, question, praise.",
    ),
    "feedback from nowhere": (
        lambda _: TakeFeedback(kind="praise", text="Halo", channel="fax"),
        "channel: “fax” is not known here. It can be: walk_in, whatsapp, phone, email, "
        "social_media, marketplace, comment_card, survey, mystery_shopper.",
    ),
    "a story that is too long": (
        lambda desk: long(desk, what_happened="a" * (LONGEST + 1)),
        f"what_happened: {TOO_LONG}",
    ),
    "a note on nothing": (
        lambda _: OnCase(complaint="nothing", act=Note(text="Halo")),
        "There is no such complaint here. Nothing was changed.",
    ),
    "a link to nothing": (
        lambda desk: OnCase(
            complaint=register(desk).id, act=LinkTo(number="K9202601010000001", link="related")
        ),
        "There is no complaint K9202601010000001 at this desk.",
    ),
    "a correction of the number": (
        lambda desk: OnCase(
            complaint=register(desk).id, act=Correct(field="number", value="K1", why="Salah")
        ),
        "field: “number” is not corrected: the number, the nota and the moment it came in stay. It "
        "can be one of: name, phone, email, address, product, serial, bought_at, sold_branch, "
        "channel, asked_for, factor, safety, what_happened, expected, understood, condition.",
    ),
}


def said(fault: DeskError) -> str:
    """The sentence, after the field that it names."""
    return f"{fault.field}: {fault}" if fault.field else str(fault)


@pytest.mark.parametrize("name", REFUSED)
def test_what_makes_no_sense_is_refused_and_nothing_is_written(desk: Desk, name: str) -> None:
    make, sentence = REFUSED[name]
    command = make(desk)
    before = desk.journal.last()
    with pytest.raises((Invalid, Refused)) as raised:
        desk.do(command)
    assert said(raised.value) == sentence
    assert desk.journal.last() == before


def test_a_pin_has_four_to_twelve_digits(desk: Desk) -> None:
    for pin in ("1234", "123456789012"):
        desk.do(SetPin(staff=me(desk), pin=pin))
        desk.sign_in("Sari", pin)


def test_the_last_administrator_may_go_on_to_another_role_once_there_is_a_second(
    desk: Desk,
) -> None:
    desk.do(AddStaff(name="Budi", roles=("admin",)))
    desk.do(ChangeRoles(staff=me(desk), roles=("staff",)))
    assert desk.roles == ("staff",)


def test_who_left_does_not_sign_in_any_more(desk: Desk) -> None:
    budi = str(desk.do(AddStaff(name="Budi", roles=("staff",), pin="1357")))
    desk.do(SwitchOffStaff(staff=budi))
    with pytest.raises(Refused, match=r"Nobody called Budi works here\. Known: Sari"):
        desk.sign_in("Budi", "1357")


def test_after_three_wrong_pins_even_the_right_one_waits_until_it_counts_again(
    desk: Desk, clock: Clock
) -> None:
    desk.do(SetPin(staff=me(desk), pin="1357"))

    def answer(pin: str) -> str:
        try:
            desk.sign_in("Sari", pin)
        except Refused as fault:
            return said(fault).replace("Nothing was changed.", "").strip()
        return "in"

    wrong = "pin: The PIN of Sari is another one. Please try again."
    wait = "pin: After 3 wrong PINs Sari has to wait: 5 seconds."
    assert [answer("1") for _ in range(3)] == [wrong] * 3
    assert [answer("1"), answer("1357")] == [wait, wait]
    clock.turn(hours=-1)
    assert answer("1357") == wait, "the clock was set back: the wait begins anew"
    clock.turn(seconds=4)
    assert answer("1357") == wait.replace("5 seconds", "1 seconds")
    clock.turn(seconds=1)
    assert answer("1357") == "in"
    assert [answer("1") for _ in range(3)] == [wrong] * 3, "the three before are forgotten"


def test_the_keys_of_another_desk_are_named_and_not_used(desk: Desk, tmp_path: Path) -> None:
    shutil.rmtree(desk.home.keys)
    make_keys(desk.home.keys)
    with pytest.raises(Trouble) as raised:
        assert desk.keys
    assert str(raised.value) == (
        f"The keys in {desk.home.keys} belong to another desk than the data beside them. Nothing "
        "was changed. Restore a backup: it makes new keys."
    )


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"letter": "1"}, "letter: A second desk in one branch carries one letter from A to Z."),
        ({"letter": "AB"}, "letter: A second desk in one branch carries one letter from A to Z."),
        (
            {"branch": "1234"},
            "branch: “1234” is not a branch code. A branch code has 1 to 3 digits.",
        ),
        ({"company": " "}, "company: The name of the company is missing."),
        ({"branch_name": " "}, "branch_name: The name of the branch is missing."),
        ({"admin": " "}, "name: The name is missing. Nobody was added."),
        ({"pin": "12"}, "pin: A PIN has 4 to 12 digits. Nothing was changed."),
    ],
)
def test_a_desk_that_cannot_be_set_up_leaves_nothing(
    tmp_path: Path, wrong: dict[str, str], sentence: str
) -> None:
    home = Home(tmp_path / "home")
    with pytest.raises(Invalid) as raised:
        set_up(home, replace(WANTED, **wrong))
    assert said(raised.value) == sentence
    assert not home.exists
