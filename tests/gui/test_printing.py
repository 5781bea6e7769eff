"""Papers from the window: on a printer, or waiting for it; the window goes on, the number stays."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from desk.app import waiting_papers
from desk.app.commands import AddStaff
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.papers import receipt_of
from desk.app.setting_up import SetUp, set_up
from desk.gui.print import spooler
from desk.gui.print.direct import DirectDialog
from desk.gui.print.printing import ASK
from desk.gui.window import MainWindow
from desk.journal.queue import Wanted
from desk.paper.receipt import receipt_pdf
from desk.words import Text
from tests.gui.desk_window import main_window, press, write
from tests.gui.printing_window import (
    paper_is_out,
    printed_by,
    receipt_pdf_of,
    take_in,
    told,
    use,
    waiting,
)
from tests.paper.roll_printer import NO_PAPER, WELL, Listener, network_printer, picture, unused_port


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


@pytest.fixture
def listener() -> Listener:
    return Listener()


def test_a_receipt_goes_to_the_network_printer_and_is_counted(
    qtbot: QtBot, window: MainWindow, desk: Desk, listener: Listener, tmp_path: Path
) -> None:
    case = take_in(desk)
    with network_printer(listener) as printer:
        use(window, printer)
        window.workplace.printing.receipt(case.id)
        paper_is_out(qtbot, window)
    page = tmp_path / "page.pbm"
    page.write_bytes(picture(listener.paper.pieces[0]))
    read = subprocess.check_output(["zbarimg", "--nodbus", "-q", page], text=True)
    assert f"CODE-128:{case.number}" in read
    assert f"Receipt {case.grouped} sent to 127.0.0.1:" in told(window)
    assert desk.complaint(case.id).receipts == 1
    assert not window.papers_waiting.isVisible()


def test_while_the_printer_is_off_the_paper_waits_and_the_number_stays_on_the_screen(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    use(window, f"tcp:127.0.0.1:{unused_port()}")
    window.counter.go_to("name")
    write("Bapak Hari")
    window.counter.go_to("what_happened")
    write("Rem berat")
    window.counter.no_nota.click()
    press("Ctrl+Return")
    paper_is_out(qtbot, window)
    (row,) = desk.queue(Wanted())
    assert row.receipts == 0, "marked as not printed"
    assert "does not answer" in told(window)
    assert "It waits and is printed once the printer is back." in told(window)
    assert window.papers_waiting.isVisible()
    assert "1 paper waits for the printer" in window.papers_waiting.text()
    assert window.counter.isEnabled()
    assert len(waiting(desk)) == 1


def test_it_is_printed_and_counted_once_the_printer_is_back(
    qtbot: QtBot, window: MainWindow, desk: Desk, listener: Listener
) -> None:
    cases = [take_in(desk, nota) for nota in ("1", "2")]
    listener.state = NO_PAPER
    with network_printer(listener) as printer:
        use(window, printer)
        for case in cases:
            window.workplace.printing.receipt(case.id)
        paper_is_out(qtbot, window)
        assert "has no paper" in told(window)
        assert "2 papers wait for the printer" in window.papers_waiting.text()
        listener.state = WELL
        window.workplace.printing.again.now(printer)
        qtbot.waitUntil(lambda: not window.papers_waiting.isVisible(), timeout=30000)
        paper_is_out(qtbot, window)
    assert len(listener.paper.pieces) == 2
    assert [desk.complaint(case.id).receipts for case in cases] == [1, 1]
    assert "is back: Receipt" in told(window)
    assert waiting(desk) == []


def test_the_next_receipt_that_gets_through_brings_those_before_it(
    qtbot: QtBot, window: MainWindow, desk: Desk, listener: Listener
) -> None:
    first, second = take_in(desk, "1"), take_in(desk, "2")
    with network_printer(listener) as printer:
        use(window, printer)
        listener.state = NO_PAPER
        window.workplace.printing.receipt(first.id)
        paper_is_out(qtbot, window)
        listener.state = WELL
        window.workplace.printing.receipt(second.id)
        qtbot.waitUntil(lambda: len(listener.paper.pieces) == 2, timeout=30000)
        paper_is_out(qtbot, window)
    assert waiting(desk) == []


def test_what_waited_when_the_window_was_closed_is_printed_the_next_day(
    qtbot: QtBot, qapp: QApplication, desk: Desk, listener: Listener, tmp_path: Path
) -> None:
    case = take_in(desk)
    listener.state = NO_PAPER
    with network_printer(listener) as printer:
        with main_window(qtbot, qapp, desk, tmp_path) as window:
            use(window, printer)
            window.workplace.printing.receipt(case.id)
            paper_is_out(qtbot, window)
        listener.state = WELL
        next_day = Desk.open(desk.home, lambda: desk.now() + timedelta(days=1))
        with main_window(qtbot, qapp, next_day, tmp_path) as window:
            qtbot.waitUntil(lambda: waiting(next_day) == [], timeout=30000)
            paper_is_out(qtbot, window)
        assert next_day.complaint(case.id).receipts == 1
        next_day.close()


def test_a_printer_that_stays_away_is_asked_once_a_pause_however_much_waits_for_it(
    qtbot: QtBot, qapp: QApplication, desk: Desk, listener: Listener, tmp_path: Path
) -> None:
    listener.state = NO_PAPER
    now = desk.now()
    with network_printer(listener) as printer:
        for nota in ("1", "2", "3"):
            paper = waiting_papers.first(
                kind="receipt",
                paper="roll80",
                printer=printer,
                title=f"Receipt {nota}",
                complaint=take_in(desk, nota).id,
                actor="",
                reason=Text("test", "It is off."),
                now=now - timedelta(days=1),
            )
            waiting_papers.keep(desk.home, paper, receipt_pdf_of(desk, paper.complaint))
        stopped_clock = Desk.open(desk.home, lambda: now)
        with main_window(qtbot, qapp, stopped_clock, tmp_path) as window:
            paper_is_out(qtbot, window)
            tries = [paper.tries for paper in waiting_papers.waiting(desk.home)]
            assert sorted(tries) == [1, 1, 2]
            assert window.workplace.printing.again._timer.isActive()
        stopped_clock.close()


def test_any_other_paper_is_kept_as_pdf_or_waits_too(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    case = take_in(desk)
    for printer in ("", f"tcp:127.0.0.1:{unused_port()}"):
        window.workplace.settings.setValue("paper/tag_printer", printer)
        window.workplace.printing.other("tag", case.id)
        paper_is_out(qtbot, window)
    assert (desk.home.folder / "papers" / f"{case.number}-tag.pdf").exists()
    assert waiting(desk) == [f"Tag for the goods {case.grouped}"]
    assert desk.complaint(case.id).receipts == 0, "a tag is no receipt"


def test_who_pressed_the_key_printed_it_even_if_somebody_else_took_over(
    qtbot: QtBot, window: MainWindow, desk: Desk, listener: Listener
) -> None:
    desk.do(AddStaff(name="Dedi", roles=("supervisor",)))
    case = take_in(desk)
    with network_printer(listener) as printer:
        use(window, printer)
        window.workplace.printing.receipt(case.id)
        press("Ctrl+L")
        assert desk.actor is None
        paper_is_out(qtbot, window)
        assert desk.actor is None, "nobody was signed in by a printer"
    assert printed_by(desk, case.id) == ["Sari"]
    assert not window.workplace.toast.isVisible(), "nothing is shown after the lock"


def test_a_receipt_asked_for_again_replaces_the_one_that_waits(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    case = take_in(desk)
    use(window, f"tcp:127.0.0.1:{unused_port()}")
    for _ in range(2):
        window.workplace.printing.receipt(case.id)
        paper_is_out(qtbot, window)
    assert waiting(desk) == [f"Receipt {case.grouped}"]
    window.workplace.printing.receipt(case.id, as_pdf=True)
    paper_is_out(qtbot, window)
    assert waiting(desk) == []
    assert desk.complaint(case.id).receipts == 1


def test_the_preview_is_the_same_paper_that_is_printed(
    qtbot: QtBot, window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdfs: list[str] = []
    images = spooler.images

    def seen(pdf: bytes, width: int) -> object:
        pdfs.append(hashlib.sha256(pdf).hexdigest())
        return images(pdf, width)

    monkeypatch.setattr(spooler, "images", seen)
    case = take_in(desk)
    receipt = receipt_of(desk, desk.complaint(case.id))
    pages: list[object] = []
    printing = window.workplace.printing
    printing.preview(receipt, width=320, done=pages.extend, failed=lambda fault: None)
    qtbot.waitUntil(lambda: bool(pages), timeout=20000)
    printing.receipt(case.id, as_pdf=True)
    paper_is_out(qtbot, window)
    (file,) = (desk.home.folder / "papers").glob("*.pdf")
    assert pdfs[-1] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert file.read_bytes() == receipt_pdf(receipt, paper="roll80", language="en")


def test_the_systems_dialog_is_opened_where_it_is_wanted_and_may_be_left(
    qtbot: QtBot, window: MainWindow, desk: Desk, speak: Callable[[str], None], tmp_path: Path
) -> None:
    speak("id")
    use(window, "?")
    case = take_in(desk)
    window.workplace.printing.receipt(case.id)
    (dialog,) = window.findChildren(QPrintDialog)
    qtbot.waitUntil(dialog.isVisible)
    labels = [
        button.text().replace("&", "")
        for button in dialog.findChildren(QDialogButtonBox)[0].buttons()
    ]
    assert "Batal" in labels
    assert not {"Print", "Cancel"} & set(labels)
    dialog.reject()
    assert desk.complaint(case.id).receipts == 0
    speak("en")


def test_a_paper_that_the_systems_dialog_sends_into_a_file_is_the_very_pdf(
    qtbot: QtBot, window: MainWindow, desk: Desk, tmp_path: Path
) -> None:
    use(window, "?")
    case = take_in(desk)
    pdf = receipt_pdf_of(desk, case.id)
    window.workplace.printing.receipt(case.id)
    (dialog,) = window.findChildren(QPrintDialog)
    qtbot.waitUntil(dialog.isVisible)
    dialog.printer().setOutputFileName(str(tmp_path / "struk.pdf"))
    dialog.done(QPrintDialog.DialogCode.Accepted)
    paper_is_out(qtbot, window)
    assert (tmp_path / "struk.pdf").read_bytes() == pdf
    assert "kept as PDF: struk.pdf" in told(window)
    assert desk.complaint(case.id).receipts == 1


def test_a_test_page_is_printed_from_the_settings(
    qtbot: QtBot, window: MainWindow, listener: Listener
) -> None:
    with network_printer(listener) as printer:
        press("Ctrl+,")
        place = window.settings_place
        paper_is_out(qtbot, window)
        rows = place._printers.rows
        assert not rows["receipt"].test.isEnabled(), "without a printer there is nothing to test"
        place.add_direct.click()
        (dialog,) = window.findChildren(DirectDialog)
        dialog.place.setText(printer.partition(":")[2])
        dialog.use.click()
        assert window.workplace.printing.printer == printer
        assert rows["receipt"].printer.currentData() == printer
        assert rows["letter"].printer.findData(printer) < 0, "a sheet does not come from a roll"
        rows["receipt"].test.click()
        paper_is_out(qtbot, window)
    assert len(listener.paper.pieces) == 1
    assert "Test page sent to" in told(window)


def test_enter_behind_its_place_takes_a_direct_printer(window: MainWindow) -> None:
    press("Ctrl+,")
    window.settings_place.add_direct.click()
    (dialog,) = window.findChildren(DirectDialog)
    dialog.place.setText("10.0.0.7:9100")
    QTest.keyClick(dialog.place, Qt.Key.Key_Return)
    assert window.workplace.printing.printer == "tcp:10.0.0.7:9100"


def test_a_test_page_that_fails_says_why_and_does_not_wait(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    use(window, f"tcp:127.0.0.1:{unused_port()}")
    press("Ctrl+,")
    window.settings_place._printers.show()
    window.settings_place._printers.rows["receipt"].test.click()
    paper_is_out(qtbot, window)
    assert "does not answer" in told(window)
    assert waiting(desk) == []


def test_where_windows_has_no_printer_to_choose_the_paper_is_kept_and_that_is_said(
    qtbot: QtBot, window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows' own dialog does not open there, and says nothing."""
    case = take_in(desk)
    use(window, ASK)
    with monkeypatch.context() as windows:
        windows.setattr(sys, "platform", "win32")
        window.workplace.printing.receipt(case.id)
    paper_is_out(qtbot, window)
    assert "There is no printer to choose on this computer. Receipt" in told(window)
    (kept,) = (desk.home.folder / "papers").glob("*.pdf")
    assert told(window).endswith(f"is kept as PDF: {kept.name}")
    assert printed_by(desk, case.id) == ["Sari"]
