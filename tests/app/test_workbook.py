"""The workbook beside the export: what people with only Excel read there, and what not."""

from __future__ import annotations

import os
import re
import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from msgspec import structs
from python_calamine import CalamineWorkbook

from desk.app.commands import AddStaff, OnCase, TakeFeedback
from desk.app.desk import Desk
from desk.app.workbook import write_workbook
from desk.rules import acts
from desk.rules.chain import new_id
from desk.rules.entries import FeedbackTaken
from desk.rules.errors import Refused, Trouble, finish
from desk.words import speak
from tests.app.at_work import Clock, register

EVIL = '=HYPERLINK("http://evil.example";"Rahasia")'
AT_FIVE = "2026-06-19T17:00:00+07:00"
SECRETS = ("Rahasia", "Hariyanto", "81234567801", "3456-7801", "rahasia@", "Jalan", "Sari", "blong")


@pytest.fixture
def busy(desk: Desk, clock: Clock) -> Desk:
    """A desk with a case from its beginning to its end, one that is open, and a suggestion."""
    taken = register(
        desk,
        "1234",
        name="Rahasia Hariyanto",
        email="rahasia@example.id",
        address="Jalan Mawar 1",
        product="Sepeda lipat",
        serial="SN-Rahasia",
        what_happened="Rem blong di turunan",
        understood=EVIL,
        expected="-1+1 Rahasia",
    )
    staff = desk.actor.id
    for act in (
        acts.Contact(direction="out", how="phone", answered=True, said="Rahasia marah"),
        acts.MakePromise(promise=new_id(desk.now()), what="Telepon Rahasia", by=AT_FIVE, who=staff),
        acts.Start(),
        acts.Examine(found="Kampas habis, kata Rahasia Hariyanto 0812-3456-7801", cause="Aus"),
        acts.Correct(field="phone", value="081234567802", why="Rahasia salah sebut"),
        acts.Note(text="Rahasia menunggu"),
        acts.Solve(cause="Aus", remedy="Kampas diganti untuk pak Hariyanto"),
        acts.Judge(fault="product"),
    ):
        clock.turn(minutes=10)
        desk.do(OnCase(complaint=taken.id, act=act))
    register(desk, "77", name="+62 Budi", phone="081234567803", what_happened="@SUM(1)")
    desk.do(TakeFeedback(kind="praise", text="Rahasia: bagus", name="Rahasia", phone="0812345678"))
    return desk


def sheets(path: Path) -> dict[str, list[list[object]]]:
    """Every sheet, as a program that shares no code with the writer reads it."""
    book = CalamineWorkbook.from_path(path)
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def records(rows: list[list[object]]) -> list[dict[str, object]]:
    heading, *rest = rows
    return [dict(zip(map(str, heading), row, strict=True)) for row in rest]


def test_an_order_stands_where_there_is_no_nota(desk: Desk, tmp_path: Path) -> None:
    register(desk, "INV/2026/77", channel="marketplace")
    register(desk, "", no_nota=True)
    found = sheets(finish(write_workbook(desk, tmp_path / "komplain.xlsx")))
    assert [row["Nota"] for row in records(found["Complaints"])] == ["INV/2026/77", "no nota"]


def unpacked(path: Path) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def test_every_complaint_is_a_row_with_all_that_is_known(busy: Desk, tmp_path: Path) -> None:
    path = tmp_path / "komplain.xlsx"
    assert finish(write_workbook(busy, path)) == path
    found = sheets(path)
    assert list(found) == ["About", "Complaints", "Timeline", "Promises", "Feedback"]
    first, second = records(found["Complaints"])
    assert {name: value for name, value in first.items() if value != ""} == {
        "Number": "K1202606190001234",
        "Branch": "1",
        "Received": datetime(2026, 6, 19, 9, 12),
        "Due": datetime(2026, 6, 20, 9, 12),
        "State": "Solved",
        "In time?": "Within 24 hours",
        "Customer": "Rahasia Hariyanto",
        "Telephone": "0812-3456-7802",
        "E-mail": "rahasia@example.id",
        "Address": "Jalan Mawar 1",
        "Channel": "Walk-in",
        "Nota": "0001234",
        "Product": "Sepeda lipat",
        "Serial number": "SN-Rahasia",
        "What happened": "Rem blong di turunan",
        "Understood": EVIL,
        "Expected": "-1+1 Rahasia",
        "Found": "Kampas habis, kata Rahasia Hariyanto 0812-3456-7801",
        "Cause": "Aus",
        "Remedy": "Kampas diganti untuk pak Hariyanto",
        "At fault": "The product",
        "Flag": "OFF",
        "Handled by": "Sari",
        "Extensions": 0.0,
        "Reopened": 0.0,
        "Promises kept": 0.0,
        "Promises broken": 0.0,
    }
    assert (second["Customer"], second["What happened"]) == ("+62 Budi", "@SUM(1)")
    assert second["In time?"] == "Open"


def test_every_entry_is_a_row_of_the_timeline(busy: Desk, tmp_path: Path) -> None:
    finish(write_workbook(busy, tmp_path / "b.xlsx"))
    rows = records(sheets(tmp_path / "b.xlsx")["Timeline"])
    told = [
        f"{row['When']:%H.%M} "
        + "; ".join(str(row[name]) for name in ("Who", "What was done", "Details", "Words"))
        for row in rows
        if row["Number"] == "K1202606190001234"
    ]
    assert told == [
        "09.12 Sari; Taken in; ; Rem blong di turunan",
        "09.22 Sari; Contact; We contacted the customer; Telephone; reached; Rahasia marah",
        "09.32 Sari; Promised; at the latest 19 Jun 2026, 17.00; by Sari; Telepon Rahasia",
        "09.42 Sari; Handling began; ; ",
        "09.52 Sari; Examined; cause: Aus; Kampas habis, kata Rahasia Hariyanto 0812-3456-7801",
        "10.02 Sari; Corrected; field phone; before: +6281234567801; Rahasia salah sebut\n"
        "+6281234567802",
        "10.12 Sari; Note; ; Rahasia menunggu",
        "10.22 Sari; Solved; cause: Aus; remedy: Kampas diganti untuk pak Hariyanto; ",
        "10.32 Sari; Judged; The product; ",
    ]


def test_promises_and_feedback_have_their_sheets(busy: Desk, tmp_path: Path) -> None:
    finish(write_workbook(busy, tmp_path / "b.xlsx"))
    found = sheets(tmp_path / "b.xlsx")
    assert records(found["Promises"]) == [
        {
            "Number": "K1202606190001234",
            "Branch": "1",
            "Promised": "Telepon Rahasia",
            "By when": datetime(2026, 6, 19, 17, 0),
            "By whom": "Sari",
            "State": "Open",
            "Kept late": "",
        }
    ]
    (praise,) = records(found["Feedback"])
    assert (praise["Kind"], praise["What they said"]) == ("Praise", "Rahasia: bagus")


def test_the_first_sheet_says_what_it_is_and_how_to_keep_it(busy: Desk, tmp_path: Path) -> None:
    finish(write_workbook(busy, tmp_path / "b.xlsx"))
    (title, *_), _, *lines = sheets(tmp_path / "b.xlsx")["About"]
    told = {str(label): value for label, value in lines}
    assert title == "Complaints of Toko Sepeda Maju"
    assert told["Branch"] == "Hankam Bekasi (1)"
    assert told["Made"] == datetime(2026, 6, 19, 10, 32)
    assert told["Times"] == "UTC+07:00"
    assert "the file is not locked" in str(told["Personal data"])
    assert [told[name] for name in ("Complaints", "Timeline", "Promises", "Feedback")] == [
        2,
        10,
        1,
        1,
    ]


def test_no_formula_and_no_link_is_anywhere_in_it(busy: Desk, tmp_path: Path) -> None:
    finish(write_workbook(busy, tmp_path / "b.xlsx"))
    content = unpacked(tmp_path / "b.xlsx")
    assert not re.search(rb"<f[ />]|<hyperlink|ddeLink|externalLink", content)
    assert EVIL.encode().replace(b'"', b"&quot;") in content or EVIL.encode() in content


def test_without_personal_data_none_is_in_any_of_its_bytes(busy: Desk, tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    finish(write_workbook(busy, path, without_personal=True))
    content = unpacked(path) + path.read_bytes()
    for secret in SECRETS:
        assert secret.encode() not in content, secret
    found = sheets(path)
    first, _ = records(found["Complaints"])
    assert (first["Number"], first["Flag"]) == ("K1202606190001234", "OFF")
    assert first["Found"] == "Kampas habis, kata R. H. ••••"
    assert first["Remedy"] == "Kampas diganti untuk pak H."
    assert not {"Customer", "Telephone", "Address", "What happened", "Handled by"} & set(first)
    assert not {"Who", "Words", "Note"} & set(map(str, found["Timeline"][0]))
    assert not {"What they said", "Customer"} & set(map(str, found["Feedback"][0]))
    assert len(found["Timeline"]) == 11
    assert "Left out" in str(found["About"])


def test_the_headings_speak_the_language_of_the_shop(busy: Desk, tmp_path: Path) -> None:
    speak("id")
    finish(write_workbook(busy, tmp_path / "b.xlsx"))
    found = sheets(tmp_path / "b.xlsx")
    assert list(found) == ["Tentang", "Komplain", "Riwayat", "Janji", "Masukan"]
    assert found["Komplain"][0][:4] == ["Nomor", "Cabang", "Diterima", "Tenggat"]


def test_progress_goes_forward_to_its_end(busy: Desk, tmp_path: Path) -> None:
    steps = list(write_workbook(busy, tmp_path / "b.xlsx"))
    done, totals = [step[0] for step in steps], {step[1] for step in steps}
    assert done == sorted(done)
    assert totals == {done[-1]}


def test_one_that_is_given_up_leaves_nothing(busy: Desk, tmp_path: Path) -> None:
    steps = write_workbook(busy, tmp_path / "b.xlsx")
    next(steps)
    steps.close()
    assert not list(tmp_path.glob("b.xlsx*"))
    assert not list(busy.home.folder.glob("workbook-*"))


def test_an_older_one_stays_until_the_new_one_is_whole(busy: Desk, tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    path.write_bytes(b"older")
    steps = write_workbook(busy, path)
    for _ in steps:
        assert path.read_bytes() in {b"older"} or path.read_bytes().startswith(b"PK")
    assert next(iter(sheets(path))) == "About"


def test_a_stick_that_is_not_there_is_told_at_once(busy: Desk, tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="is not there"):
        next(write_workbook(busy, tmp_path / "stick" / "b.xlsx"))
    assert not list(busy.home.folder.glob("workbook-*"))


def test_what_a_killed_program_left_is_taken_away(busy: Desk, tmp_path: Path) -> None:
    old, new = busy.home.folder / "workbook-old", busy.home.folder / "workbook-new"
    for folder, age in ((old, timedelta(days=2)), (new, timedelta(hours=2))):
        folder.mkdir()
        moment = (busy.now() - age).timestamp()
        os.utime(folder, (moment, moment))
    finish(write_workbook(busy, tmp_path / "b.xlsx"))
    assert (old.exists(), new.exists()) == (False, True)


def test_who_may_not_export_gets_no_workbook(busy: Desk, tmp_path: Path) -> None:
    busy.do(AddStaff(name="Tono", roles=("technician",), pin="1234"))
    busy.sign_in("Tono", "1234")
    with pytest.raises(Refused):
        write_workbook(busy, tmp_path / "b.xlsx")
    assert not list(tmp_path.glob("*.xlsx"))


HEADINGS = {
    "Complaints": "Number, Branch, Received, Due, State, In time?, Customer, Telephone, E-mail, "
    "Address, Channel, Nota, Product, Serial number, Matter of safety, What happened, Understood, "
    "Expected, Wants, Found, Cause, Cause factor, Remedy, At fault, Flag, Handled by, Answer, "
    "Score, Extensions, Reopened, Promises kept, Promises broken, Closed",
    "Timeline": "Number, Branch, When, Really happened, Who, What was done, Details, Words, Note",
    "Promises": "Number, Branch, Promised, By when, By whom, State, Kept late",
    "Feedback": "Received, Branch, Kind, Channel, What they said, Customer, Telephone",
}


def test_the_columns_of_every_sheet(busy: Desk, tmp_path: Path) -> None:
    finish(write_workbook(busy, tmp_path / "b.xlsx"))
    found = sheets(tmp_path / "b.xlsx")
    assert {name: ", ".join(map(str, found[name][0])) for name in HEADINGS} == HEADINGS


def test_a_row_of_feedback_and_one_of_a_promise(busy: Desk, tmp_path: Path) -> None:
    finish(write_workbook(busy, tmp_path / "b.xlsx"))
    found = sheets(tmp_path / "b.xlsx")
    assert records(found["Feedback"]) == [
        {
            "Received": datetime(2026, 6, 19, 10, 32),
            "Branch": "1",
            "Kind": "Praise",
            "Channel": "Walk-in",
            "What they said": "Rahasia: bagus",
            "Customer": "Rahasia",
            "Telephone": "0812-345-678",
        }
    ]
    assert records(found["Promises"]) == [
        {
            "Number": "K1202606190001234",
            "Branch": "1",
            "Promised": "Telepon Rahasia",
            "By when": datetime(2026, 6, 19, 17, 0),
            "By whom": "Sari",
            "State": "Open",
            "Kept late": "",
        }
    ]


def test_a_time_that_cannot_be_read_stands_there_as_it_was_written(
    desk: Desk, tmp_path: Path
) -> None:
    """Another desk's program wrote it."""
    told = FeedbackTaken(kind="praise", branch="1", received_at="kemarin sore", text="Bagus")
    with desk.journal.writing(actor="elsewhere", now=desk.now()) as pen:
        pen.write(told, subject="feedback 1")
    finish(write_workbook(desk, tmp_path / "b.xlsx"))
    (row,) = records(sheets(tmp_path / "b.xlsx")["Feedback"])
    assert row["Received"] == "kemarin sore"


def test_a_complaint_that_was_registered_twice_is_one_row_where_it_came_first(
    desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    """Two desks that never met may have written both registrations."""
    first = register(desk, "1", name="Bapak Hari")
    clock.turn(minutes=1)
    register(desk, "2", name="Ibu Rita")
    clock.turn(minutes=1)
    again = desk.complaint(first.id).registered
    assert again is not None
    with desk.journal.writing(actor="elsewhere", now=desk.now()) as pen:
        pen.write(structs.replace(again, name="Bapak Heri"), subject=first.id)
    finish(write_workbook(desk, tmp_path / "b.xlsx"))
    rows = records(sheets(tmp_path / "b.xlsx")["Complaints"])
    assert [row["Customer"] for row in rows] == ["Bapak Hari", "Ibu Rita"]
