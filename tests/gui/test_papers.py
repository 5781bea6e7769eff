"""Every paper of the shop can be printed from the window, by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from desk.app.commands import Registered
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from desk.gui.kit.workplace import Place
from desk.gui.message import MessageDialog
from desk.gui.papers import PapersDialog
from desk.gui.window import MainWindow
from desk.paper.papers import OF_A_CASE, OF_THE_HOUSE, PAPER_KINDS, SIZES
from tests.gui.desk_window import main_window, press, write
from tests.gui.printing_window import paper_is_out, take_in, told


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    wanted = SetUp(company="Toko Sepeda", branch="1", branch_name="Hankam Bekasi", admin="Sari")
    made = set_up(Home(tmp_path / "desk"), wanted)
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, desk: Desk, tmp_path: Path) -> Iterator[MainWindow]:
    with main_window(qtbot, qapp, desk, tmp_path) as shown:
        yield shown


def papers_of(qtbot: QtBot, window: MainWindow, case: Registered) -> PapersDialog:
    """The papers of a case, asked for by their key."""
    window.show_case(case.id)
    press("K")
    dialog = window.findChild(PapersDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def lines(papers: QTreeWidget) -> list[str]:
    items = (papers.topLevelItem(row) for row in range(papers.topLevelItemCount()))
    return [" | ".join(item.text(at) for at in range(3)) for item in items if item is not None]


def kept(desk: Desk) -> set[str]:
    return {file.name for file in (desk.home.folder / "papers").glob("*.pdf")}


def test_every_paper_belongs_to_a_case_or_to_the_counter() -> None:
    assert set(OF_A_CASE) | set(OF_THE_HOUSE) == set(SIZES)


def test_the_papers_of_a_case_are_listed_with_their_printers(
    qtbot: QtBot, window: MainWindow, desk: Desk, speak: Callable[[str], None]
) -> None:
    window.workplace.settings.setValue("paper/letter_printer", "Laser")
    window.workplace.settings.setValue("paper/brief_printer", "?")
    dialog = papers_of(qtbot, window, take_in(desk))
    assert lines(dialog.papers) == [
        "Receipt | No printer: kept as PDF | Roll, 80 mm",
        "Tag for the goods | No printer: kept as PDF | Roll, 80 mm",
        "Technician’s sheet | Laser | Sheet, A4",
        "Hand-over brief | Asks each time | Sheet, A4",
        "Letter | Laser | Sheet, A4",
        "Comment card | No printer: kept as PDF | Roll, 80 mm",
    ]
    speak("id")
    assert lines(dialog.papers)[1] == "Label barang | Tanpa printer: PDF saja | Rol, 80 mm"
    assert dialog.windowTitle() == "Cetakan untuk kasus ini"


@pytest.mark.parametrize("kind", OF_A_CASE)
def test_each_paper_of_a_case_is_printed_with_arrows_and_enter(
    qtbot: QtBot, window: MainWindow, desk: Desk, kind: str
) -> None:
    case = take_in(desk)
    papers_of(qtbot, window, case)
    press(*["Down"] * OF_A_CASE.index(kind), "Return")
    if kind == "letter":  # it is looked over first
        message = window.findChild(MessageDialog)
        assert message is not None
        message.print_letter.click()
    paper_is_out(qtbot, window)
    (file,) = (desk.home.folder / "papers").glob("*.pdf")
    assert file.read_bytes().startswith(b"%PDF")
    names = {"receipt": case.number, "letter": f"{case.number}-decision"}
    assert file.stem == names.get(kind, f"{case.number}-{kind}")
    assert desk.complaint(case.id).receipts == (1 if kind == "receipt" else 0)


@pytest.mark.parametrize("kind", OF_THE_HOUSE)
def test_what_lies_on_the_counter_is_printed_from_the_list_of_commands(
    qtbot: QtBot, window: MainWindow, desk: Desk, kind: str
) -> None:
    press("Ctrl+K")
    write(str(PAPER_KINDS[kind].print_one))
    press("Return")
    paper_is_out(qtbot, window)
    assert kept(desk) == {f"{kind}.pdf"}


@pytest.mark.parametrize("kind", OF_THE_HOUSE)
def test_what_lies_on_the_counter_is_printed_from_the_settings(
    qtbot: QtBot, window: MainWindow, desk: Desk, kind: str
) -> None:
    window.go(Place.SETTINGS)
    button = window.settings_place.findChild(QPushButton, f"print_{kind}")
    button.setFocus()
    press("Space")
    paper_is_out(qtbot, window)
    assert kept(desk) == {f"{kind}.pdf"}


def test_esc_puts_the_papers_away_and_nothing_is_printed(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    dialog = papers_of(qtbot, window, take_in(desk))
    with qtbot.waitSignal(dialog.destroyed):
        press("Escape")
    paper_is_out(qtbot, window)
    assert not (desk.home.folder / "papers").exists()


def test_a_leaflet_whose_file_was_spoilt_is_printed_and_told(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    (desk.home.folder / "leaflet").mkdir(exist_ok=True)
    (desk.home.folder / "leaflet" / "en.json").write_text("{", encoding="utf-8")
    window.workplace.printing.other("leaflet")
    paper_is_out(qtbot, window)
    assert kept(desk) == {"leaflet.pdf"}
    assert "en.json" in told(window)
