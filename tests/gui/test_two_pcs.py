"""Two PCs, two windows of two roles, one desk on a server: both see what the other one does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from desk.app.commands import AddStaff
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import set_up
from desk.gui.window import MainWindow
from desk.journal.address import Address
from desk.journal.verify import verify
from desk.rules.errors import finish
from tests.app.at_work import Clock, register
from tests.app.conftest import WANTED
from tests.gui.desk_window import main_window, press, write
from tests.postgres_server import Server


@dataclass
class Pcs:
    """Sari at the counter, Dedi in the office; the database between them."""

    counter: MainWindow
    office: MainWindow
    server: Server
    address: Address
    qtbot: QtBot

    def stories(self) -> tuple[str, str]:
        """What both read of the case."""
        return read(self.counter), read(self.office)

    def notes(self, window: MainWindow, text: str) -> None:
        """A note by keyboard, in the case that is in front of this window."""
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow)
        press("F6")
        write(text)
        press("Ctrl+Return")


def read(window: MainWindow) -> str:
    """The timeline of the case, as it stands on the screen."""
    return "\n".join(row._words.text() for row in window.case.story._rows if not row.isHidden())


def signs_in(qtbot: QtBot, window: MainWindow, who: str) -> None:
    """Somebody chooses their tile, by keyboard."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    next(one for one in window.sign_in._buttons if one.accessibleName() == who).setFocus()
    press("Space")
    assert window.who.text() == who


@pytest.fixture
def desks(server: Server, tmp_path: Path) -> Iterator[tuple[Address, list[Desk]]]:
    """The same desk, opened on two PCs."""
    address, clock = server.create(), Clock()
    wanted = replace(WANTED, database=server.url(address.name))
    with ExitStack() as stack:
        made = [
            stack.enter_context(closing(set_up(Home(tmp_path / name), wanted, clock)))
            for name in ("counter", "office")
        ]
        made[0].do(AddStaff(name="Dedi", roles=("supervisor", "cro")))
        made[1].sign_in("Dedi")
        yield address, made
    server.drop(address)


@pytest.fixture
def pcs(
    qtbot: QtBot, qapp: QApplication, desks: tuple[Address, list[Desk]], server: Server
) -> Iterator[Pcs]:
    """Both have the same case in front of them."""
    address, (one, two) = desks
    case = register(one).id
    with (
        main_window(qtbot, qapp, one, one.home.folder) as counter,
        main_window(qtbot, qapp, two, two.home.folder) as office,
    ):
        for window, who in ((counter, "Sari"), (office, "Dedi")):
            signs_in(qtbot, window, who)
            window.show_case(case)
        yield Pcs(counter, office, server, address, qtbot)


def test_what_both_do_to_one_case_is_kept_and_seen_by_both(pcs: Pcs) -> None:
    looks: list[None] = []
    pcs.notes(pcs.counter, "Dari kasir")
    pcs.notes(pcs.office, "Dari kantor")
    pcs.counter._poll.timeout.connect(lambda: looks.append(None))
    for told in ("Dari kasir", "Dari kantor"):
        pcs.qtbot.waitUntil(lambda told=told: all(told in s for s in pcs.stories()), timeout=20000)
    assert len(looks) * pcs.counter._poll.interval() <= 2000
    assert not [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox)]
    assert finish(verify(pcs.counter.desk.journal)).clean


def test_a_cut_between_two_saves_is_noticed_by_nobody(pcs: Pcs) -> None:
    pcs.server.cut(pcs.address)
    pcs.notes(pcs.counter, "Sesudah putus")
    pcs.qtbot.waitUntil(lambda: "Sesudah putus" in pcs.stories()[1], timeout=20000)
    assert not [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox)]


def test_a_look_for_others_while_the_server_is_away_disturbs_nobody(pcs: Pcs) -> None:
    pcs.server.tell(f"ALTER DATABASE {pcs.address.name} WITH ALLOW_CONNECTIONS false")
    pcs.server.cut(pcs.address)
    mark = pcs.counter.desk.change_mark()
    pcs.counter._look_for_others()
    assert pcs.counter.desk.change_mark() == mark
    pcs.server.tell(f"ALTER DATABASE {pcs.address.name} WITH ALLOW_CONNECTIONS true")
    pcs.notes(pcs.counter, "Kembali")
    assert "Kembali" in pcs.stories()[0]
