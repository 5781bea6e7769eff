"""A clerk tries what only others may do, by every way there is; nothing is changed by any.

In the window, by command, in a file for head office that is edited, and in the database itself.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.app.commands import OnCase
from desk.controllers.case.acts import DEEDS
from desk.exchange.keys import make_keys
from desk.gui.closing import ClosingDialog
from desk.gui.commands import CommandPalette
from desk.rules.deciding import act_from_json
from desk.rules.errors import Invalid, Refused
from desk.rules.people import ROLES, Action, who_may
from tests.cli.running import Shop
from tests.gui.desk_window import press, write
from tests.journeys.edited_file import Edited, head_office
from tests.journeys.leaders_only import CLERK, DETAILS, FORBIDDEN, Told
from tests.journeys.shop_floor import PINS, Floor, copied, entries_of, floor

JUDGED = rb"{\"fault\":\"shop\""
"""How a judgement stands in a line of the file."""


def reason(action: Action) -> re.Pattern[str]:
    """One sentence that names the roles who may, and says that nothing was changed."""
    roles = ", ".join(str(ROLES[role]) for role in who_may(action))
    return re.compile(rf"To [a-z' ]+ takes another role: {roles}\. Nothing was changed\.")


def test_each_of_these_is_tried_with_details_that_are_right() -> None:
    """The table decides what a clerk may not do; here nothing else is in the way."""
    assert set(FORBIDDEN) == set(DETAILS)


@pytest.fixture
def told(told_once: Told, home: Path) -> Iterator[Told]:
    """The shop without a window, with three complaints."""
    with closing(copied(told_once.desk, home)) as desk:
        yield replace(told_once, desk=desk)


@pytest.fixture
def shop(qtbot: QtBot, qapp: QApplication, told: Told) -> Iterator[Floor]:
    """The same in the window, nobody at work yet."""
    with floor(qtbot, qapp, told.desk) as opened:
        yield opened


def test_in_the_window_there_is_no_button_and_the_key_only_says_why(
    shop: Floor, told: Told
) -> None:
    before = entries_of(shop.desk)
    shop.takes_over(CLERK)
    for action in FORBIDDEN:
        shop.window.show_case(told.cases[told.state_for(action)])
        view = shop.window.case
        assert view.deeds.buttons[action].isHidden(), action
        assert view.main_button.text() != str(DEEDS[action].do), action
        assert named_in_the_palette(shop, str(DEEDS[action].do)) == [], action
        press(DEEDS[action].key)
        assert reason(action).fullmatch(shop.toast()), (action, shop.toast())
        assert not view.panel.isVisible(), action
    assert entries_of(shop.desk) == before
    assert shop.boxes() == []


def named_in_the_palette(shop: Floor, words: str) -> list[str]:
    """The commands that Ctrl+K finds under these words."""
    press("Ctrl+K")
    palette = shop.window.findChild(CommandPalette)
    assert palette is not None
    write(words)
    found = palette.names()
    palette.close()
    return found


def test_the_closing_that_a_colleague_left_open_is_gone_for_the_clerk(
    shop: Floor, told: Told
) -> None:
    shop.takes_over("Sari")
    shop.window.show_case(told.cases["solved"])
    before = entries_of(shop.desk)
    press("T")
    shop.qtbot.waitUntil(lambda: bool(shop.window.findChildren(ClosingDialog)))
    shop.window.lock()
    shop.window.activateWindow()
    shop.qtbot.waitUntil(shop.window.isActiveWindow)
    shop.takes_over(CLERK)
    assert not [each for each in shop.window.findChildren(ClosingDialog) if each.isVisible()]
    press("T")
    assert reason(Action.CLOSE).fullmatch(shop.toast())
    assert entries_of(shop.desk) == before


def test_each_command_is_refused_with_one_sentence(told: Told) -> None:
    before = entries_of(told.desk)
    clerk = Shop(told.desk.home.folder, {"DESK_USER": CLERK, "DESK_PIN": PINS[CLERK]})
    for action in FORBIDDEN:
        command = ("act", told.numbers[told.state_for(action)], action, "-")
        answer = clerk(*command, "--json", given=json.dumps(DETAILS[action]), code=1)
        assert reason(action).fullmatch(answer.sentence)
        assert answer.document == {"error": answer.sentence, "field": None}
    answer = clerk(*command, given=json.dumps(DETAILS[action]), code=1)
    assert reason(action).fullmatch(answer.sentence)
    assert answer.out == ""
    assert entries_of(told.desk) == before


def test_the_desk_itself_refuses_whoever_asks_for_the_clerk(told: Told) -> None:
    """Whatever a screen or a script may let through."""
    desk, before = told.desk, entries_of(told.desk)
    desk.sign_in(CLERK, PINS[CLERK])
    for action in FORBIDDEN:
        case = told.cases[told.state_for(action)]
        act = act_from_json(action, dict(DETAILS[action]), new_id="")
        with pytest.raises(Refused, match=reason(action)):
            desk.do(OnCase(complaint=case, act=act))
        assert str(desk.can(action, desk.complaint(case))) == str(desk.can(action))
    assert entries_of(desk) == before


def test_a_supervisor_could_have_done_each_of_them(told: Told) -> None:
    """So it was the role that was in the way; the customer relations officer closes."""
    for action in FORBIDDEN:
        who = "Sari" if action in {Action.CLOSE, Action.CONFIRM_JUDGEMENT} else "Dedi"
        told.desk.sign_in(who, PINS[who])
        case = told.desk.complaint(told.cases[told.state_for(action)])
        assert told.desk.can(action, case) is None, action


def test_under_a_supervisors_name_it_takes_the_supervisors_pin(told: Told) -> None:
    number = told.numbers["in_handling"]
    before = told.desk.complaint(told.cases["in_handling"])
    clerk = Shop(told.desk.home.folder, {"DESK_USER": "Dedi", "DESK_PIN": PINS[CLERK]})
    refused = clerk("act", number, "judge", "-", given='{"fault": "customer"}', code=1)
    assert refused.sentence == "The PIN of Dedi is another one. Please try again."
    assert told.desk.complaint(before.id) == before
    assert entries_of(told.desk)[-1].kind == "staff.pin_wrong", "what was tried is written down"


def test_an_edited_file_is_refused_whole(told: Told, tmp_path: Path) -> None:
    """The clerk may write the file for head office, but nothing in it can be changed."""
    with closing(head_office(tmp_path / "office")) as office:
        edited = Edited(told.desk, office, tmp_path)
        before = entries_of(told.desk)
        assert edited.checked(edited.sealed()).entries == len(before)
        for changed in edited.with_other_bytes():
            with pytest.raises(Invalid, match="Copy it again from the desk that wrote it"):
                edited.checked(changed)
        assert entries_of(told.desk)[: len(before)] == before


def test_a_file_made_anew_with_another_judgement_is_refused_for_its_signature(
    told: Told, tmp_path: Path
) -> None:
    """A file without personal data can be read and made anew, but only the desk can sign it."""
    with closing(head_office(tmp_path / "office")) as office:
        edited = Edited(told.desk, office, tmp_path)
        plain = edited.plain()
        assert JUDGED in edited.lines(plain)
        untouched = edited.made_anew(plain, b"", b"", signed_by=told.desk.keys)
        assert edited.checked(untouched).entries
        own = make_keys(tmp_path / "own")
        for keys in (None, own):
            forged = edited.made_anew(
                plain, JUDGED, JUDGED.replace(b"shop", b"customer"), signed_by=keys
            )
            with pytest.raises(Invalid, match="Copy it again from the desk that wrote it"):
                edited.checked(forged)


BEHIND = {
    "UPDATE entry SET body = replace(body, '\"shop\"', '\"customer\"') WHERE hash = :hash": (
        "Entry {seq} of desk {node} (complaint.judged, "
    ),
    "UPDATE entry SET kind = 'complaint.noted' WHERE hash = :hash": (
        "Entry {seq} of desk {node} (complaint.noted, "
    ),
    "DELETE FROM entry WHERE hash = :hash": "Entry {seq} of desk {node} is missing.",
    "UPDATE complaint SET state = 'closed', is_open = 0 WHERE id = :case": (
        "What the screens show differs from the journal at “{case}”"
    ),
}
"""What somebody changes with another program, and how `verify` names it."""


def test_a_row_changed_by_hand_is_named_by_verify(told: Told, tmp_path: Path) -> None:
    case = told.cases["in_handling"]
    judged = next(
        entry
        for entry in entries_of(told.desk)
        if entry.subject == case and entry.kind == "complaint.judged"
    )
    Shop(told.desk.home.folder)("verify")
    for at, (statement, named) in enumerate(BEHIND.items()):
        home = tmp_path / f"copy {at}"
        home.mkdir()
        with closing(sqlite3.connect(home / "desk.db")) as copy:
            with closing(sqlite3.connect(told.desk.home.database)) as original:
                original.backup(copy)
            with copy:
                assert copy.execute(statement, {"hash": judged.hash, "case": case}).rowcount == 1
        answer = Shop(home)("verify", "--json", code=1)
        assert answer.document["error"] == answer.sentence
        assert named.format(seq=judged.seq, node=judged.node, case=case) in answer.sentence
