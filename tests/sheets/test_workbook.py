"""Workbooks for people who only have Excel: what they read there is what was written, as text."""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from desk.sheets.workbook import LONGEST, Cell, Column, WorkbookFile, plain
from desk.words import say

WORDS, CODES = Column(say("t", "Words"), 20), Column(say("t", "Codes"), 20, "code")
WHEN, HOW_MANY = Column(say("t", "When"), 20, "moment"), Column(say("t", "How many"), 9, "number")
CUT = " [cut]"
EVIL = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example","click")',
    "@SUM(1+9)*cmd|' /C calc'!A0",
    "+62 812",
    "-1+1",
    "\t=1+1",
    "\n=1+1",
    "{=1+1}",
    "http://evil.example",
    "mailto:a@b.id",
    "internal:Sheet2!A1",
    "<f>1+1</f>",
    "]]><c><f>1+1</f></c>",
    "&lt;f&gt;",
    "_x003D_1+1",
    "'=1+1",
]


def write(path: Path, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> Path:
    """A workbook with one table; `path` is its folder."""
    with WorkbookFile(path / "book.xlsx", say("t", "About"), "en") as book:
        sheet = book.sheet(say("t", "Table"), columns)
        for row in rows:
            sheet.add(row)
        book.cover("Complaints", [("Rows", sheet.rows)])
        book.close()
        assert book.whole
    assert [each.name for each in path.iterdir()] == ["book.xlsx"]
    return path / "book.xlsx"


def read(path: Path, sheet: str = "Table") -> list[list[object]]:
    """What a program that shares no code with the writer finds below the headings."""
    return CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python()[1:]


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def tags(path: Path) -> set[str]:
    """Every kind of element in every part of the file."""
    return {
        element.tag.rpartition("}")[2]
        for name, content in members(path).items()
        if name.endswith((".xml", ".rels"))
        for element in ElementTree.fromstring(content).iter()
    }


@pytest.mark.parametrize("column", [WORDS, CODES])
def test_nothing_that_people_wrote_becomes_a_formula_or_a_link(
    tmp_path: Path, column: Column
) -> None:
    path = write(tmp_path, [column, WORDS], [[text, "end"] for text in EVIL])
    assert [row[0] for row in read(path)] == EVIL
    assert not {"f", "hyperlink", "hyperlinks", "ddeLink", "externalLink"} & tags(path)
    assert not any(re.search(rb"<f[ />]", content) for content in members(path).values())
    sheet = ElementTree.fromstring(members(path)["xl/worksheets/sheet2.xml"])
    kinds = {cell.get("t") for cell in sheet.iter() if cell.tag.endswith("}c")}
    assert kinds == {"inlineStr"}


def test_what_looks_like_a_formula_stays_text_when_somebody_edits_it(tmp_path: Path) -> None:
    parts = members(write(tmp_path, [WORDS], [["=1+1"], ["words"]]))
    styles = ElementTree.fromstring(parts["xl/styles.xml"])
    looks = [xf for part in styles if part.tag.endswith("}cellXfs") for xf in part]
    cells = [
        cell
        for cell in ElementTree.fromstring(parts["xl/worksheets/sheet2.xml"]).iter()
        if cell.tag.endswith("}c")
    ]
    quoted = [looks[int(cell.get("s", "0"))].get("quotePrefix") for cell in cells]
    assert quoted == [None, "1", None]


def test_a_phone_keeps_its_zero(tmp_path: Path) -> None:
    path = write(tmp_path, [CODES, WORDS], [["081234567801", "0812"], ["0012", "1e5"]])
    assert read(path) == [["081234567801", "0812"], ["0012", "1e5"]]


def test_times_are_real_dates_in_the_shops_own_time(tmp_path: Path) -> None:
    noon = datetime(2026, 6, 20, 17, 30, 5, tzinfo=UTC)
    path = write(tmp_path, [WHEN, HOW_MANY], [[noon, 5], [None, 0]])
    assert read(path) == [[datetime(2026, 6, 21, 0, 30, 5), 5.0], ["", 0.0]]


@pytest.mark.parametrize(
    "when",
    [
        datetime(1, 1, 1, tzinfo=UTC),
        datetime(1899, 12, 31, tzinfo=UTC),
        datetime.max.replace(tzinfo=UTC),
        datetime(9999, 12, 31, 23, tzinfo=UTC) - timedelta(hours=7),
    ],
)
def test_a_time_that_excel_does_not_know_is_still_told(tmp_path: Path, when: datetime) -> None:
    ((told,),) = read(write(tmp_path, [WHEN], [[when]]))
    assert told == when.isoformat()


def test_control_characters_and_halves_of_letters_do_no_harm(tmp_path: Path) -> None:
    bad = "a\x00b\x08c\x0bd\x1be\x7ff\x85g\ud83dh\ude00i\ufffej\uffffk"
    path = write(
        tmp_path, [WORDS], [[bad], ["two\r\nlines\rthree"], ["tab\there"], ["😡 “ngiiik”"]]
    )
    assert [row[0] for row in read(path)] == [
        re.sub("[^a-k]", "\ufffd", bad),
        "two\nlines\nthree",
        "tab\there",
        "😡 “ngiiik”",
    ]


@pytest.mark.parametrize("letter", ["a", "é", "字", "😡"])
def test_a_text_that_is_too_long_is_cut_with_a_mark(tmp_path: Path, letter: str) -> None:
    width = len(letter.encode("utf-16-le")) // 2
    fits = letter * (LONGEST // width)
    path = write(tmp_path, [WORDS], [[fits], [fits + letter + letter], ["=" * 40_000]])
    whole, cut, equals = (str(row[0]) for row in read(path))
    assert whole == fits
    for text in (cut, equals):
        assert text.endswith("… [cut: Excel shows no more]")
        assert len(text.encode("utf-16-le")) // 2 <= LONGEST
    assert cut.startswith(letter * 10_000)


@given(st.text(st.characters(codec=None), max_size=200))
def test_whatever_was_written_excel_can_hold_it(text: str) -> None:
    told = plain(text, CUT)
    ElementTree.fromstring(b"<t>" + _escaped(told).encode() + b"</t>")
    assert len(told) <= len(text)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def test_a_full_sheet_goes_on_in_a_next_one(tmp_path: Path) -> None:
    with WorkbookFile(tmp_path / "b.xlsx", say("t", "About"), "en", most_rows=4) as book:
        sheet = book.sheet(say("t", "Table"), [WORDS])
        for number in range(7):
            sheet.add([f"row {number}"])
        book.cover("Complaints", [("Rows", sheet.rows)])
        book.close()
    found = CalamineWorkbook.from_path(tmp_path / "b.xlsx")
    assert found.sheet_names == ["About", "Table", "Table (2)", "Table (3)"]
    tables = [found.get_sheet_by_name(name).to_python() for name in found.sheet_names[1:]]
    assert [[row[0] for row in table] for table in tables] == [
        ["Words", "row 0", "row 1", "row 2"],
        ["Words", "row 3", "row 4", "row 5"],
        ["Words", "row 6"],
    ]
    about = found.get_sheet_by_name("About").to_python()
    assert ["Rows", 7.0] in about


def test_the_heading_stays_in_view_and_filters(tmp_path: Path) -> None:
    path = write(tmp_path, [WORDS, CODES], [["a", "1"], ["b", "2"]])
    sheet = members(path)["xl/worksheets/sheet2.xml"].decode()
    assert '<pane xSplit="1" ySplit="1"' in sheet
    assert '<autoFilter ref="A1:B3"' in sheet
    assert 'numberStoredAsText="1"' in sheet
    assert '<col min="1" max="2" width="20' in sheet


def test_an_empty_table_is_a_heading(tmp_path: Path) -> None:
    path = write(tmp_path, [WORDS, CODES], [])
    assert read(path) == []


def test_names_of_sheets_may_be_anything(tmp_path: Path) -> None:
    names = ("Komplain: [semua]/*?\\", "K" * 40, "k" * 40, "'", "A\x00b")
    with WorkbookFile(tmp_path / "b.xlsx", say("t", "About"), "en") as book:
        for name in names:
            book.sheet(say("t", "{name}")(name=name), [WORDS]).add([name])
        book.close()
    found = CalamineWorkbook.from_path(tmp_path / "b.xlsx").sheet_names
    assert len(set(found)) == len(names) + 1
    assert all(0 < len(name) <= 31 for name in found)


def test_a_workbook_that_is_given_up_holds_no_file_open(tmp_path: Path) -> None:
    with WorkbookFile(tmp_path / "b.xlsx", say("t", "About"), "en") as book:
        book.sheet(say("t", "Table"), [WORDS]).add(["words"])
    assert not book.whole
    assert not (tmp_path / "b.xlsx").exists()


@pytest.mark.skipif(os.name == "nt", reason="only on POSIX can an open file be carried away")
def test_a_folder_that_vanished_is_an_os_error(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    with WorkbookFile(folder / "b.xlsx", say("t", "About"), "en") as book:
        book.sheet(say("t", "Table"), [WORDS]).add(["words"])
        for left in folder.iterdir():
            left.unlink()
        folder.rmdir()
        with pytest.raises(OSError, match="No such file"):
            book.close()
    assert not book.whole
