"""The report of a reading can be opened in Excel and followed line by line."""

import csv

import pytest

from desk.rules.errors import Trouble
from desk.sheets.report import report_csv
from desk.words import say


def test_the_report_names_each_line_and_what_was_said_of_it(tmp_path):
    path = tmp_path / "report.csv"
    missing = say("sales", "Line {line} has no nota and was not taken.")
    report_csv(((n, missing(line=n)) for n in (3, 7)), path, "en")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [
            ["Line", "Remark"],
            ["3", "Line 3 has no nota and was not taken."],
            ["7", "Line 7 has no nota and was not taken."],
        ]


def test_a_remark_never_becomes_a_formula(tmp_path):
    path = tmp_path / "report.csv"
    report_csv([(2, say("sales", "{first} {second}")(first="=cmd|calc", second=""))], path, "en")
    assert "2,'=cmd|calc" in path.read_text(encoding="utf-8-sig")


def test_a_folder_that_is_not_there_is_named_and_the_sales_are_safe(tmp_path):
    with pytest.raises(Trouble, match=r"“report.csv” could not be written\. The sales are not"):
        report_csv([], tmp_path / "gone" / "report.csv", "en")
