"""Slow work is done beside the window; what comes of it is told in the window's own thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desk import words
from desk.gui.kit.work import Jobs
from desk.rules.errors import DeskError, Trouble
from desk.words import say


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    worker = Jobs()
    yield worker
    worker.close()


def never(_anything: object) -> None:
    raise AssertionError("this should not be told")


def test_work_is_done_on_the_worker_and_told_in_the_window(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[tuple[str, threading.Thread]] = []
    jobs.run(
        lambda: threading.current_thread().name,
        lambda name: heard.append((name, threading.current_thread())),
        never,
    )
    qtbot.waitUntil(lambda: bool(heard))
    worker, here = heard[0]
    assert worker.startswith("desk-worker")
    assert here is threading.main_thread()


def test_work_is_done_one_after_another_in_the_order_asked_for(qtbot: QtBot, jobs: Jobs) -> None:
    done: list[int] = []
    for number in range(50):
        jobs.run(lambda number=number: number, done.append, never)
    qtbot.waitUntil(lambda: len(done) == 50)
    assert done == list(range(50))


def test_what_the_world_refuses_is_told_as_a_sentence(qtbot: QtBot, jobs: Jobs) -> None:
    faults: list[DeskError] = []

    def without_paper() -> None:
        raise Trouble(say("gallery", "There is no paper in the printer."))

    jobs.run(without_paper, never, faults.append)
    qtbot.waitUntil(lambda: bool(faults))
    assert str(faults[0]) == "There is no paper in the printer."


def test_our_own_fault_goes_to_the_last_resort_and_not_to_the_person(
    qtbot: QtBot, jobs: Jobs
) -> None:
    def with_a_bug() -> int:
        return 1 // 0

    with qtbot.capture_exceptions() as caught:
        jobs.run(with_a_bug, never, never)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    told: list[int] = []
    jobs.run(lambda: 7, told.append, never)
    qtbot.waitUntil(lambda: told == [7])


def test_the_worker_speaks_the_language_of_the_moment_it_was_asked(
    qtbot: QtBot, jobs: Jobs
) -> None:
    heard: list[str] = []
    words.speak("id")
    jobs.run(words.spoken, heard.append, never)
    words.speak("en")
    jobs.run(words.spoken, heard.append, never)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == ["id", "en"]


def test_it_is_known_whether_anything_is_still_being_done(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[bool] = []
    jobs.busy.connect(told.append)
    jobs.run(lambda: 1, lambda _: None, never)
    jobs.run(lambda: 2, lambda _: None, never)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [True, False]


def test_closing_finishes_what_was_begun_and_what_it_leads_to(qtbot: QtBot) -> None:
    jobs, done = Jobs(), []

    def then_print(pdf: str) -> None:
        done.append(pdf)
        jobs.run(lambda: "printed", done.append, never)

    jobs.run(lambda: "pdf", then_print, never)
    jobs.close()
    assert done == ["pdf", "printed"]
    with pytest.raises(RuntimeError):
        jobs.run(lambda: "late", done.append, never)
