"""Two desks that know each other's cards, under one clock, and files between them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from desk.app import exporting, importing
from desk.app.believing import own_card, trust_of
from desk.app.commands import Register, Registered
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.importing import Verdict
from desk.app.setting_up import SetUp, set_up
from desk.rules.chain import new_id
from desk.rules.errors import finish
from desk.rules.intake import Intake

OFFICE = "9"


def open_shop(folder: Path, code: str, name: str, clock: Callable[[], datetime]) -> Desk:
    """A new desk with one person at work; branch 9 is head office."""
    wanted = SetUp(
        company="Toko Sepeda Maju",
        branch=code,
        branch_name=name,
        admin="Sari",
        head_office=code == OFFICE,
    )
    return set_up(Home(folder / f"desk{code}"), wanted, clock)


def befriend(one: Desk, other: Desk) -> None:
    """Both accept the other's card."""
    one.do(trust_of(own_card(other)))
    other.do(trust_of(own_card(one)))


def complain(desk: Desk, name: str = "Ibu Rita", nota: str = "7", **facts: Any) -> Registered:
    """Somebody complains about this nota."""
    told = {"name": name, "nota": nota, "what_happened": "Setang turun"} | facts
    taken = desk.do(Register(intake=Intake(id=new_id(desk.now()), **told)))
    assert isinstance(taken, Registered)
    return taken


def send(desk: Desk, folder: Path, receiver: Desk) -> Path:
    """A file for another desk, as the program writes it."""
    folder.mkdir(parents=True, exist_ok=True)
    planned = exporting.plan(desk, folder=folder, node=receiver.journal.node)
    written = finish(planned.steps())
    desk.do(exporting.noted(planned, written))
    return written.path


def take(desk: Desk, *files: Path) -> list[Verdict]:
    """Files come in."""
    return [finish(importing.import_file(desk, file)) for file in files]
