"""A sales list is read in through the dialog, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from desk.gui.read_sales import ReadSalesDialog
from desk.gui.window import MainWindow
from desk.journal import customers
from tests.gui.desk_window import main_window, press


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = set_up(Home(tmp_path / "desk"), SetUp(company="T", branch="1", branch_name="B"))
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, desk: Desk, tmp_path: Path) -> Iterator[MainWindow]:
    with main_window(qtbot, qapp, desk, tmp_path) as shown:
        yield shown


def opened(window: MainWindow, file: Path) -> ReadSalesDialog:
    dialog = ReadSalesDialog(window.workplace, file, window)
    dialog.begin()
    return dialog


def test_columns_are_recognised_and_the_lines_are_taken_in(
    window: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "penjualan.csv"
    file.write_text(
        "No Nota,Tanggal,Nama,Barang\n1234,18/06/2026,Bapak Hari,United E-Trifold\n,,,x\n",
        encoding="utf-8",
    )
    dialog = opened(window, file)
    assert dialog._fields["nota"].currentText() == "No Nota"
    assert dialog._fields["product"].currentText() == "Barang"
    qtbot.waitUntil(dialog.isActiveWindow)
    press("Ctrl+Return")
    qtbot.waitUntil(dialog.outcome.isVisible, timeout=5000)
    assert dialog.outcome.text().startswith("2 lines: 1 taken")
    assert [sale.product for sale in customers.by_nota(desk.journal.store, "1234")] == [
        "United E-Trifold"
    ]
    assert dialog.report.isVisible()
    press("Esc")


def test_a_file_that_is_no_list_gets_one_sentence(window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "junk.xlsx"
    file.write_bytes(b"\x00" * 2000)
    dialog = opened(window, file)
    assert dialog.refusal.text()
    assert not dialog.start.isEnabled()
    dialog.reject()
