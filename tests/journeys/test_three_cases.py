"""The three cases that every version carries, registered in the real window by keyboard alone.

What is on the screen, on paper, in the queue and in the file for head office is the same.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.app import exporting
from desk.app.believing import own_card, trust_of
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from desk.exchange.cards import write_card
from desk.gui.kit.scanner import Scanner
from desk.gui.kit.work import Jobs
from desk.gui.window import MainWindow
from desk.rules.errors import finish
from desk.rules.number import parse_number


@dataclass(frozen=True)
class Case:
    """What the clerk types, field after field, and what must come of it."""

    phone: str
    name: str
    nota: str
    product: str
    bought: str
    received: str
    story: str
    wish: str
    understood: str
    safety: bool
    number: str


CASES = {
    "A": Case(
        phone="081234567801",
        name="Bapak Hari",
        nota="1234",
        product="United E-Trifold",
        bought="18-6-{year}",
        received="19-6-{year} 9.12",
        story="Ngerem berat dan ada bunyi",
        wish="1",
        understood="Rem depan berat dan berbunyi sejak hari kedua.",
        safety=True,
        number="K1{year}06190001234",
    ),
    "B": Case(
        phone="081287654321",
        name="Ibu Rita",
        nota="2201",
        product="United Stylo Beat",
        bought="20-6-{year}",
        received="22-6-{year} 16.40",
        story="Setang turun terus walau sudah dikencangkan",
        wish="4",
        understood="Setang turun terus meskipun klem sudah dikencangkan.",
        safety=False,
        number="K1{year}06220002201",
    ),
    "C": Case(
        phone="+6581234567",
        name="Chén <Wei> & Söhne",
        nota="7",
        product="Sepeda baru",
        bought="16-6-{year}",
        received="23-6-{year} 8.05",
        story="Las-lasan rangka retak setelah seminggu 😡",
        wish="3",
        understood="Rangka retak di las-lasan; uang kembali diminta.",
        safety=True,
        number="K1{year}06230000007",
    ),
}


@pytest.fixture(params=[2019, 2026])
def year(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def desk(tmp_path: Path, year: int) -> Iterator[Desk]:
    """The shop in Bekasi on 25 June, with Sari at work."""
    wanted = SetUp(company="Toko Sepeda", branch="1", branch_name="Hankam Bekasi", admin="Sari")
    opening = datetime.fromisoformat(f"{year}-06-25T10:00:00+07:00")
    opened = set_up(Home(tmp_path / "desk"), wanted, lambda: opening)
    yield opened
    opened.close()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, desk: Desk, tmp_path: Path) -> Iterator[MainWindow]:
    settings = QSettings(str(tmp_path / "settings"), QSettings.Format.IniFormat)
    jobs, scanner = Jobs(), Scanner(qapp)
    shown = MainWindow(desk, jobs, settings, scanner)
    shown.resize(1366, 768)
    shown.show()
    shown.activateWindow()
    qtbot.waitExposed(shown)
    qtbot.waitUntil(shown.isActiveWindow)
    yield shown
    jobs.close()
    shown.close()
    scanner.setParent(None)
    shown.deleteLater()


def press(*keys: str) -> None:
    for key in keys:
        pressed = QKeySequence(key)[0]
        QTest.keyClick(QApplication.focusWidget(), pressed.key(), pressed.keyboardModifiers())


def write(text: str) -> None:
    """Types; what no key writes (é, 😡) comes as from an input method."""
    for mark in text:
        if mark.isascii():
            QTest.keyClicks(QApplication.focusWidget(), mark)
        else:
            composed = QInputMethodEvent()
            composed.setCommitString(mark)
            QApplication.sendEvent(QApplication.focusWidget(), composed)


def register(case: Case, year: int) -> None:
    """What the clerk does, from the empty form to the number."""
    press("F2")
    write(case.phone)
    press("Tab")
    write(case.name)
    press("Tab")
    write(case.nota)
    press("Tab")
    write(case.product)
    press("Tab")
    write(case.bought.format(year=year))
    press("Alt+R")
    write(case.received.format(year=year))
    press("Alt+L")
    write(case.story)
    press("Alt+A")
    write(case.wish)
    press("Tab")
    write(case.understood)
    if case.safety:
        press("F8")
    press("Ctrl+Return")


def on_screen(window: MainWindow) -> str:
    """The number as it is read aloud."""
    counter = window.counter
    assert counter.number_tail.isVisible()
    return f"{counter.number_head.text()} {counter.number_tail.text()}"


def scanned(pdf: Path, component: Callable[[str], str], folder: Path) -> list[str]:
    """What a scanner reads from the paper."""
    folder.mkdir()
    page = folder / "page"
    command = [component("pdftoppm"), "-r", "203", "-gray", "-png", str(pdf), str(page)]
    subprocess.run(command, check=True)
    images = [str(image) for image in folder.glob("page*.png")]
    read = subprocess.run(
        [component("zbarimg"), "--nodbus", "-q", *images],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return sorted(read.stdout.splitlines())


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Desk]:
    """Head office, whose card the shop accepts."""
    wanted = SetUp(company="Toko Sepeda", branch="0", branch_name="Pusat", head_office=True)
    opened = set_up(Home(tmp_path / "office"), wanted)
    yield opened
    opened.close()


def exported(desk: Desk, office: Desk, folder: Path) -> dict[str, dict[str, Any]]:
    """Number → body and personal part of each complaint that head office finds in the file."""
    desk.do(trust_of(own_card(office)))
    planned = exporting.plan(desk, folder=folder)
    written = finish(planned.steps())
    desk.do(exporting.noted(planned, written))
    card = folder / "shop.deskcard"
    write_card(own_card(desk), card)
    reader = Path(__file__).parents[1] / "exchange" / "independent_reader.py"
    read = subprocess.run(
        [sys.executable, str(reader), str(written.path), str(card), str(office.keys.receiving)],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    found = {}
    for entry in json.loads(read.stdout)["entries"]:
        if entry["kind"] == "complaint.registered":
            body = json.loads(entry["body"])
            found[body["number"]] = body | json.loads(entry["personal"])
    return found


@pytest.fixture
def numbers(window: MainWindow, qtbot: QtBot, year: int) -> dict[str, str]:
    """The three cases, registered and on paper; the number that was on the screen for each."""
    shown = {}
    for name, case in CASES.items():
        register(case, year)
        shown[name] = str(parse_number(on_screen(window)))
    desk = window.desk
    qtbot.waitUntil(
        lambda: all(desk.find_number(number).receipts == 1 for number in shown.values()),
        timeout=30000,
    )
    return shown


def test_the_numbers_keep_the_days_of_the_late_entries(numbers: dict[str, str], year: int) -> None:
    assert numbers == {name: case.number.format(year=year) for name, case in CASES.items()}


def test_a_scanner_reads_the_same_number_from_each_paper(
    numbers: dict[str, str], desk: Desk, component: Callable[[str], str]
) -> None:
    for number in numbers.values():
        paper = desk.home.folder / "papers" / f"{number}.pdf"
        code128, qr = scanned(paper, component, paper.parent / number)
        assert code128 == f"CODE-128:{number}"
        assert number in qr


def test_queue_and_head_office_see_what_was_typed(
    numbers: dict[str, str], desk: Desk, office: Desk, tmp_path: Path, year: int
) -> None:
    in_file = exported(desk, office, tmp_path)
    assert sorted(in_file) == sorted(numbers.values())
    for name, case in CASES.items():
        number = numbers[name]
        row = desk.find_number(number)
        assert (row.name, row.product, row.safety) == (case.name, case.product, case.safety)
        told = in_file[number]
        day, month = case.received.split("-")[:2]
        assert told["received_at"].startswith(f"{year}-{int(month):02}-{int(day):02}T")
        assert row.received_at == datetime.fromisoformat(told["received_at"])
        assert told["name"] == case.name
        assert told["what_happened"] == case.story
        assert told["understood"] == case.understood
        assert told["bought_at"].startswith(f"{year}-06-")
