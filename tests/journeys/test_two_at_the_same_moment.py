"""Two people act on one case at the same moment: one in the window, one by command.

Both actions are kept, the window shows the other's within two seconds, and nobody is interrupted.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.gui.closing import ClosingDialog
from desk.journal.verify import verify
from desk.rules.errors import finish
from tests.cli.running import CHECKOUT, DESK, Answer, Shop
from tests.gui.desk_window import press, write
from tests.journeys.leaders_only import Told
from tests.journeys.shop_floor import PINS, Floor, copied, floor

TWO_SECONDS = 2000


@pytest.fixture
def told(told_once: Told, home: Path) -> Iterator[Told]:
    """The shop with three complaints."""
    with closing(copied(told_once.desk, home)) as desk:
        yield replace(told_once, desk=desk)


@pytest.fixture
def shop(qtbot: QtBot, qapp: QApplication, told: Told) -> Iterator[Floor]:
    """The window; the complaint that is in handling is in front of Sari."""
    with floor(qtbot, qapp, told.desk) as opened:
        looks_at(opened, "Sari", told.cases["in_handling"])
        yield opened


def looks_at(shop: Floor, who: str, case: str) -> None:
    """Somebody has this case in front of them."""
    shop.takes_over(who)
    shop.window.show_case(case)


def by(who: str, home: Path) -> Shop:
    """The commands of somebody else, at another keyboard."""
    return Shop(home, {"DESK_USER": who, "DESK_PIN": PINS[who]})


def begun(shop: Shop, number: str, action: str, **details: Any) -> subprocess.Popen[bytes]:
    """A command that runs by itself from now on."""
    process = subprocess.Popen(
        [*DESK, "act", number, action, "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=shop.environment(),
        cwd=CHECKOUT,
    )
    assert process.stdin
    process.stdin.write(json.dumps(details).encode())
    process.stdin.close()
    process.stdin = None
    return process


def ended(process: subprocess.Popen[bytes]) -> Answer:
    """What it said."""
    out, err = process.communicate(timeout=100)
    return Answer(process.returncode, out.decode(), err.decode())


def notes(text: str) -> None:
    """A note by keyboard, in the case that is in front."""
    press("F6")
    write(text)
    press("Ctrl+Return")


def test_both_are_kept_and_the_window_shows_the_others_within_two_seconds(
    shop: Floor, told: Told
) -> None:
    number, home = told.numbers["in_handling"], told.desk.home.folder
    before = told.desk.complaint(told.cases["in_handling"])
    others = [
        begun(by("Dedi", home), number, "contact", said="Besok pagi sepeda siap."),
        begun(by("Anto", home), number, "note", text="Kabel baru sudah dipasang."),
    ]
    ours = [f"Sari menulis, kali ke-{at}." for at in range(1, 4)]
    for text in ours:
        notes(text)
        assert shop.toast() == "Note written."
    shop.qtbot.waitUntil(lambda: all(other.poll() is not None for other in others), timeout=60000)
    looks: list[None] = []
    look = shop.window._poll
    look.timeout.connect(lambda: looks.append(None))
    shop.qtbot.waitUntil(lambda: "Besok pagi" in shop.story(), timeout=20000)
    shop.qtbot.waitUntil(lambda: "Kabel baru" in shop.story(), timeout=20000)
    assert len(looks) * look.interval() <= TWO_SECONDS
    for answer in map(ended, others):
        assert (answer.code, answer.err) == (0, "")
    assert all(text in shop.story() for text in ours)
    assert shop.boxes() == []
    assert shop.toast() == "Note written.", "nobody was interrupted"
    complaint = told.desk.complaint(told.cases["in_handling"])
    assert len(complaint.timeline) == len(before.timeline) + len(ours) + len(others)
    assert complaint.conflicts == ()
    assert finish(verify(told.desk.journal)).clean


def test_what_is_half_typed_stays_while_the_other_one_appears(shop: Floor, told: Told) -> None:
    press("F6")
    write("Ibu itu menelepon dan")
    other = begun(
        by("Dedi", told.desk.home.folder),
        told.numbers["in_handling"],
        "wait",
        **{"for": "part", "why": "Kabel dipesan."},
    )
    shop.qtbot.waitUntil(lambda: "Waiting for a part, says Dedi" in shop.story(), timeout=60000)
    assert ended(other).code == 0
    write(" menunggu kabar.")
    press("Ctrl+Return")
    assert clocks_out(shop.story()).endswith(
        """\
  Waiting for a part, says Dedi
         “Kabel dipesan.”
  Sari wrote a note
         “Ibu itu menelepon dan menunggu kabar.”
"""
    ), "nothing crossed: Sari had seen it by then"


def unseen(shop: Floor, who: str, number: str, action: str, details: Mapping[str, Any]) -> None:
    """Somebody acts by command, and the window has not looked again yet."""
    shop.window._poll.stop()
    other = by(who, shop.desk.home.folder)
    other("act", number, action, "-", given=json.dumps(details))


def test_an_action_on_an_outdated_screen_is_kept_and_no_person_is_asked(
    shop: Floor, told: Told
) -> None:
    unseen(shop, "Dedi", told.numbers["in_handling"], "wait", {"for": "part", "why": "Dipesan."})
    assert "Waiting" not in shop.story()
    notes("Pelanggan minta ditelepon sore.")
    shown = clocks_out(shop.story())
    assert shown.endswith(
        """\
  Waiting for a part, says Dedi
         “Dipesan.”
  Sari wrote a note
         “Pelanggan minta ditelepon sore.”
         Crossed: Sari had not yet seen the line before.
"""
    )
    complaint = told.desk.complaint(told.cases["in_handling"])
    assert (complaint.state, complaint.waits_for) == ("in_handling", "part")
    assert complaint.conflicts == ()


def test_of_two_judgements_the_later_counts_and_both_stay_readable(shop: Floor, told: Told) -> None:
    looks_at(shop, "Dedi", told.cases["in_handling"])
    press("J")
    shop.picks("fault", "Down")
    unseen(shop, "Ibu Kepala", told.numbers["in_handling"], "judge", {"fault": "product"})
    press("Ctrl+Return")
    assert clocks_out(shop.story()).endswith(
        """\
  Ibu Kepala judged: it was the product, flag OFF
  Dedi judged: it was the customer, flag OFF
         Crossed: Dedi had not yet seen the line before.
"""
    )
    complaint = told.desk.complaint(told.cases["in_handling"])
    assert (complaint.fault, complaint.confirmed_by) == ("customer", "")
    assert shop.boxes() == []


def test_what_somebody_else_closed_meanwhile_is_not_closed_twice(shop: Floor, told: Told) -> None:
    dialog = closing_of(shop, told)
    unseen(shop, "Ibu Kepala", told.numbers["solved"], "close", {"answer": "agreed", "score": 4})
    press("Ctrl+Return", "5", "Ctrl+Return")
    number = told.numbers["solved"]
    assert dialog.refusal.text() == (
        f"Complaint {number} is not open any more. Nothing was changed."
    )
    assert shop.boxes() == []
    complaint = told.desk.complaint(told.cases["solved"])
    assert (complaint.state, complaint.score, complaint.conflicts) == ("closed", 4, ())
    press("Esc")


def test_who_closes_without_having_seen_the_last_note_is_shown_to_have_crossed_it(
    shop: Floor, told: Told
) -> None:
    closing_of(shop, told)
    unseen(shop, "Dedi", told.numbers["solved"], "note", {"text": "Dia masih menunggu bel."})
    press("Ctrl+Return", "5", "Ctrl+Return", "Return")
    shop.window.activateWindow()
    shop.qtbot.waitUntil(shop.window.isActiveWindow)
    assert clocks_out(shop.story()).endswith(
        """\
  Dedi wrote a note
         “Dia masih menunggu bel.”
  Sari closed it with Bapak Hari: Agreed
         Score 5 of 5, pressed by the customer.
         Crossed: Sari had not yet seen the line before.
"""
    )


def closing_of(shop: Floor, told: Told) -> ClosingDialog:
    """Sari asks the customer, who agrees."""
    shop.window.show_case(told.cases["solved"])
    press("T")
    shop.qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), ClosingDialog))
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, ClosingDialog)
    press("Alt+A")
    shop.qtbot.waitUntil(lambda: bool(dialog.answer))
    return dialog


def clocks_out(story: str) -> str:
    """The story without its hours and days, which are those of the test."""
    return re.sub(r"(?m)^(  )\d\d\.\d\d  ", r"\1", story)
