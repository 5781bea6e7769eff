"""When the file of the day's end is due, and what stands in its way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path

import pytest

from desk.app.desk import Desk
from desk.app.overview import DayEnd, Due, is_due, read_time, what_now
from tests.app.at_work import Clock
from tests.gui.exchange_shops import befriend, complain, open_shop, send

DONE = "2026-06-19T17:00:30+07:00"


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-06-19T18:00:00+07:00", False),
        ("2026-06-20T16:59:00+07:00", False),
        ("2026-06-20T17:00:00+07:00", True),
        ("2026-06-22T08:00:00+07:00", True),
    ],
)
def test_it_is_due_once_after_each_days_end_also_when_the_program_was_closed(
    now: str, due: bool
) -> None:
    assert is_due(datetime.fromisoformat(now), time(17), DONE) is due


def test_off_is_never_due_and_a_setting_nobody_understands_is_off() -> None:
    now = datetime.fromisoformat("2026-06-22T08:00:00+07:00")
    assert not is_due(now, None, DONE)
    assert read_time("off") is None
    assert read_time("17:30") == time(17, 30)
    assert is_due(now, time(17), "")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_shop(tmp_path, "1", "Bekasi", Clock())
    yield made
    made.close()


def test_what_stands_in_its_way_is_named_and_what_is_kept_is_counted(
    desk: Desk, tmp_path: Path
) -> None:
    complain(desk)
    assert what_now(desk, tmp_path) == Due(DayEnd.NO_CARD)
    office = open_shop(tmp_path, "9", "Pusat", Clock())
    befriend(desk, office)
    gone = what_now(desk, tmp_path / "stick")
    assert (gone.what, gone.kept) == (DayEnd.NO_FOLDER, 1)
    assert what_now(desk, tmp_path).what is DayEnd.READY
    send(desk, tmp_path / "out", office)
    assert what_now(desk, tmp_path).what is DayEnd.NOTHING_NEW
    office.close()


def test_nobody_at_work_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    office = open_shop(tmp_path, "9", "Pusat", Clock())
    befriend(desk, office)
    complain(desk)
    desk.sign_out()
    assert what_now(desk, tmp_path).what is DayEnd.NOT_ALLOWED
    office.close()
