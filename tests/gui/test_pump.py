"""Long work leaves the window alive, can be cancelled, and always says how it ended."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desk.gui.kit.work import Pump
from desk.rules.errors import DeskError, Trouble
from desk.words import say

Steps = Generator[tuple[int, int], None, str]


@dataclass
class Told:
    progress: list[tuple[int, int]] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    failed: list[DeskError] = field(default_factory=list)
    ended: int = 0

    def end(self) -> None:
        self.ended += 1


@pytest.fixture
def pump(qtbot: QtBot) -> Pump:
    return Pump()


@pytest.fixture
def told(pump: Pump) -> Told:
    heard = Told()
    pump.ended.connect(heard.end)
    return heard


def start(pump: Pump, told: Told, steps: Generator[tuple[int, int], None, Any]) -> None:
    pump.start(
        steps,
        progress=lambda done, total: told.progress.append((done, total)),
        done=told.done.append,
        failed=told.failed.append,
    )


def count(total: int, *, result: str = "all of it") -> Steps:
    for done in range(1, total + 1):
        yield done, total
    return result


def endless(finished: Callable[[], None] = lambda: None) -> Steps:
    try:
        while True:
            yield 1, 2
    finally:
        finished()


def test_the_result_of_the_work_is_told_at_its_end(qtbot: QtBot, pump: Pump, told: Told) -> None:
    start(pump, told, count(200_000))
    assert pump.running
    qtbot.waitUntil(lambda: told.done == ["all of it"], timeout=20_000)
    assert (pump.running, told.ended, told.failed) == (False, 1, [])
    assert told.progress == sorted(told.progress)
    assert len(told.progress) < 20_000  # once a slice, not once a step


def test_the_clerk_goes_on_typing_while_work_is_under_way(
    qtbot: QtBot, pump: Pump, told: Told
) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    start(pump, told, endless())
    QTimer.singleShot(0, field, lambda: qtbot.keyClicks(field, "Ibu Rita"))
    qtbot.waitUntil(lambda: field.text() == "Ibu Rita")
    assert pump.running
    pump.cancel()


def test_cancelling_lets_the_work_clean_up_and_tells_nothing_more(
    qtbot: QtBot, pump: Pump, told: Told
) -> None:
    cleaned: list[bool] = []
    start(pump, told, endless(lambda: cleaned.append(True)))
    qtbot.waitUntil(lambda: bool(told.progress))
    pump.cancel()
    assert (cleaned, told.done, told.ended, pump.running) == ([True], [], 1, False)
    pump.cancel()
    assert told.ended == 1


def test_a_full_stick_is_told_as_a_sentence(qtbot: QtBot, pump: Pump, told: Told) -> None:
    def onto_a_full_stick() -> Steps:
        yield 1, 10
        raise Trouble(say("gallery", "The stick is full."))

    start(pump, told, onto_a_full_stick())
    qtbot.waitUntil(lambda: bool(told.failed))
    assert str(told.failed[0]) == "The stick is full."
    assert (told.done, told.ended, pump.running) == ([], 1, False)


def test_our_own_fault_ends_the_work_and_goes_to_the_last_resort(
    qtbot: QtBot, pump: Pump, told: Told
) -> None:
    def with_a_bug() -> Steps:
        yield 1, 10
        raise KeyError("bug")

    with qtbot.capture_exceptions() as caught:
        start(pump, told, with_a_bug())
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is KeyError
    assert (told.failed, told.ended, pump.running) == ([], 1, False)


def test_the_next_work_can_begin_when_the_last_has_ended(
    qtbot: QtBot, pump: Pump, told: Told
) -> None:
    start(pump, told, count(1, result="first"))
    with pytest.raises(RuntimeError):
        start(pump, told, count(1))
    qtbot.waitUntil(lambda: told.done == ["first"])
    start(pump, told, count(1, result="second"))
    qtbot.waitUntil(lambda: told.done == ["first", "second"])


def test_cancel_answers_to_a_key_in_the_middle_of_the_work(
    qtbot: QtBot, pump: Pump, told: Told
) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.returnPressed.connect(pump.cancel)
    start(pump, told, endless())
    QTimer.singleShot(5, field, lambda: qtbot.keyClick(field, Qt.Key.Key_Return))
    qtbot.waitUntil(lambda: told.ended == 1)
