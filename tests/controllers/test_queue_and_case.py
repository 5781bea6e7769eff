"""The queue's pane and the case's screen are two windows on one case: they say the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desk.app.commands import AddStaff
from desk.app.desk import Desk
from desk.app.home import Home
from desk.controllers.case.controller import Case
from desk.controllers.queue.controller import cells
from desk.controllers.queue.reading import Reading
from desk.journal import queue
from desk.journal.queue import Wanted
from desk.moments import near
from desk.rules.complaint import Complaint
from desk.rules.errors import finish
from desk.rules.people import ROLES
from desk.sample.shop import fill, set_up_sample
from desk.telling.page import due
from desk.telling.standing import state
from desk.words import Text
from tests.controllers.case_sheet import Sheet
from tests.controllers.queue_pane import Pane
from tests.controllers.queue_shop import Shop, open_shop

NOW = datetime.fromisoformat("2026-06-20T14:10:00+07:00")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A sample shop of 40 cases, and somebody who may do everything."""
    desk = set_up_sample(
        Home(tmp_path_factory.mktemp("shop") / "home"), complaints=40, clock=lambda: NOW
    )
    finish(fill(desk, complaints=40, seed=3))
    desk.do(AddStaff(name="Only all", roles=tuple(ROLES)))
    yield desk
    desk.close()


@pytest.mark.parametrize("hours", [0, 30])
def test_what_the_queue_calls_late_is_late_in_the_case(desk: Desk, hours: int) -> None:
    desk.sign_in("Only all")
    at, late = NOW + timedelta(hours=hours), 0
    for row in queue.page(desk.journal.store, Wanted(), now=at):
        said = cells(row, at, {})[0].first
        if row.open and said != state(row.state):
            assert said.words == clock(desk.complaint(row.id), at)
            late += said.tone == "late"
    assert late


def clock(complaint: Complaint, at: datetime) -> Text | str:
    """What the case's badge says of its time, without the word before a moment to come."""
    told = due(complaint, at)
    return near(complaint.due_at, at) if complaint.due_at and told.icon == "clock" else told.words


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    for made in open_shop(tmp_path):
        made.four()
        yield made


def hari(shop: Shop) -> tuple[Reading, Pane, Case, Sheet]:
    """Sari reads Bapak Hari's case in the queue and on its own screen."""
    pane, sheet = Pane(), Sheet()
    reading, case = Reading(shop.desk, pane), Case(shop.desk, sheet)
    row = queue.by_id(shop.desk.journal.store, shop.ids["Bapak Hari"])
    assert row is not None
    reading.choose([row])
    case.show(row.id)
    return reading, pane, case, sheet


def test_a_note_begun_in_the_queue_goes_on_in_the_case(shop: Shop) -> None:
    reading, pane, case, sheet = hari(shop)
    reading.case.begin("note")
    reading.case.typed({"text": "Tidak di"})
    case.begin("note")
    assert sheet.panel is not None
    assert sheet.panel.values["text"] == "Tidak di"
    case.typed({**sheet.panel.values, "text": "Tidak diangkat.", "happened_at": "8.30"})
    reading.refresh()
    assert pane.drawer == ("note", "Tidak diangkat.")
    reading.primary()
    line = shop.desk.complaint(shop.ids["Bapak Hari"]).timeline[-1]
    assert (line.text, line.happened_at) == ("Tidak diangkat.", "2026-06-20T08:30:00+07:00")
    case.refresh()
    assert sheet.panel is None


def test_a_note_sent_in_the_case_does_not_stand_in_the_queue_any_more(shop: Shop) -> None:
    reading, pane, case, sheet = hari(shop)
    reading.case.begin("note")
    reading.case.typed({"text": "Tidak diangkat."})
    case.begin("note")
    case.primary()
    reading.refresh()
    assert sheet.told == ["Note written."]
    assert pane.drawer == ("", "")


def test_a_reason_begun_in_the_case_goes_on_in_the_queue(shop: Shop) -> None:
    reading, pane, case, sheet = hari(shop)
    case.begin("withdraw")
    assert sheet.panel is not None
    case.typed({**sheet.panel.values, "why": "Salah ca"})
    reading.case.begin("withdraw")
    assert pane.drawer == ("withdraw", "Salah ca")
