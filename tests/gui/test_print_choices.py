"""Each kind of paper goes where it was told to, or where its like goes until somebody chooses."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from desk.gui.print.printing import AS_PDF, PrintChoices, paper_key, printer_key
from desk.paper.papers import PAPER_KINDS, SIZES


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings"), QSettings.Format.IniFormat)


def all_of(settings: QSettings) -> dict[str, tuple[str, str]]:
    choices = PrintChoices(settings)
    return {kind: (choices.printer(kind), choices.paper(kind)) for kind in PAPER_KINDS}


def test_at_first_all_are_kept_as_pdf_small_ones_on_a_roll(settings: QSettings) -> None:
    roll, sheet = (AS_PDF, "roll80"), (AS_PDF, "a4")
    assert all_of(settings) == {
        "receipt": roll,
        "tag": roll,
        "worksheet": sheet,
        "brief": sheet,
        "letter": sheet,
        "comment_card": roll,
        "leaflet": sheet,
    }


def test_small_papers_follow_the_receipts_and_large_ones_the_letters(settings: QSettings) -> None:
    settings.setValue(printer_key("receipt"), "Struk")
    settings.setValue(paper_key("receipt"), "roll58")
    settings.setValue(printer_key("letter"), "Laser")
    settings.setValue(paper_key("letter"), "a5")
    found = all_of(settings)
    assert found["tag"] == found["comment_card"] == ("Struk", "roll58")
    assert found["worksheet"] == found["brief"] == found["leaflet"] == ("Laser", "a5")


def test_a_choice_of_its_own_goes_before_also_the_choice_of_no_printer(
    settings: QSettings,
) -> None:
    settings.setValue(printer_key("receipt"), "Struk")
    settings.setValue(printer_key("tag"), "")
    assert PrintChoices(settings).printer("tag") == AS_PDF
    settings.setValue(printer_key("tag"), "tcp:10.0.0.9")
    assert PrintChoices(settings).printer("tag") == "tcp:10.0.0.9"


def test_a_printer_of_rolls_is_no_ones_printer_for_sheets(settings: QSettings) -> None:
    settings.setValue(printer_key("receipt"), "Struk")
    assert PrintChoices(settings).printer("letter") == AS_PDF
    settings.setValue(paper_key("tag"), "a5")
    assert PrintChoices(settings).printer("tag") == AS_PDF


@pytest.mark.parametrize("kind", PAPER_KINDS)
def test_a_size_that_the_kind_does_not_come_in_is_not_believed(
    settings: QSettings, *, kind: str
) -> None:
    settings.setValue(paper_key(kind), "a3")
    assert PrintChoices(settings).paper(kind) in SIZES[kind]


def test_printers_without_a_driver_are_remembered_once_each(settings: QSettings) -> None:
    for name in ("tcp:10.0.0.9", "device:/dev/usb/lp0", "tcp:10.0.0.9"):
        PrintChoices(settings).add_direct(name)
    settings.sync()
    again = QSettings(settings.fileName(), QSettings.Format.IniFormat)
    assert PrintChoices(again).direct == ["tcp:10.0.0.9", "device:/dev/usb/lp0"]
