"""The queue's pane and the case's screen are two windows on one case: they say the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest

from desk.app.commands import AddStaff
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.sample import fill, set_up_sample
from desk.controllers.case import Case
from desk.controllers.queue_deeds import CaseDeeds
from desk.journal import queue
from desk.journal.queue import Wanted
from desk.rules.people import ROLES
from desk.rules.steps import finish
from tests.controllers.case_sheet import Sheet
from tests.controllers.queue_pane import Pane

NOW = datetime.fromisoformat("2026-06-20T14:10:00+07:00")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A sample shop of 40 cases, with a person for each role."""
    desk = set_up_sample(
        Home(tmp_path_factory.mktemp("shop") / "home"), complaints=40, clock=lambda: NOW
    )
    finish(fill(desk, complaints=40, seed=3))
    for role in ROLES:
        desk.do(AddStaff(name=f"Only {role}", roles=(role,)))
    desk.do(AddStaff(name="Only all", roles=tuple(ROLES)))
    yield desk
    desk.close()


@pytest.mark.parametrize("role", [*ROLES, "all"])
def test_queue_and_case_name_the_same_next_step(desk: Desk, role: str) -> None:
    desk.sign_in(f"Only {role}")
    pane, sheet = Pane(), Sheet()
    reading, case = CaseDeeds(desk, pane), Case(desk, sheet)
    rows = queue.page(desk.journal.store, Wanted(), now=NOW)
    said = []
    for row in rows:
        reading.choose([row])
        case.show(row.id)
        assert pane.page is not None
        assert sheet.page is not None
        assert str(pane.page.next_step.words) == str(sheet.page.step.words)
        assert pane.page.next_step == sheet.page.step.told
        said.append(str(pane.page.next_step.words))
    assert len(rows) == 40
    assert len(set(said)) > 20
