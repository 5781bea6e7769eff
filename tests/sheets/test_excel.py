"""Excel lists are read with their dates, phones and notas; damaged ones cost a sentence."""

import io
import re
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from desk.rules.errors import DeskError, Invalid
from desk.sheets.sales import SaleLine, guess, look, sale_rows

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "sales"
TODAY = date(2026, 6, 20)


@pytest.fixture
def june(tmp_path):
    """A list as a shop keeps it in Excel: title, real dates, numbers for notas and phones."""
    path = tmp_path / "june.xlsx"
    with Workbook(str(path)) as book:
        book.add_worksheet("Catatan").write(0, 0, "hanya catatan")
        sheet = book.add_worksheet("Penjualan")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write(1, 1, "TOKO SEPEDA JAYA")
        sheet.write_row(3, 1, ["No Nota", "Tgl", "Nama", "HP", "Barang", "Harga"])
        sheet.write_row(4, 1, [1234, "", "Hari", 81234567801, "E-Trifold", 7_500_000.5])
        sheet.write_datetime(4, 2, datetime(2026, 6, 18, 9, 30), day)
        sheet.write_row(5, 1, ["0001235", 46192, "Sari", "0813"])
        sheet.write_string(5, 5, '="Helm"')
        sheet.write_row(7, 1, [1e17, "20 Juni 2026", "Zoë", "", "Lampu"])
        sheet.write_row(8, 1, ["Jumlah"])
        book.add_worksheet("Sampah").hide()
    return path


def rows(path):
    return list(sale_rows(path, guess(look(path).headers), today=TODAY))


def repacked(path, change, name="xl/worksheets/sheet1.xml"):
    """The workbook with one member changed, as bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            content = old.read(member)
            new.writestr(member, change(content) if member == name else content)
    return out.getvalue()


def test_the_fullest_sheet_of_a_workbook_is_read_from_its_heading_on(june):
    sheet = look(june)
    assert sheet.headers == ("No Nota", "Tgl", "Nama", "HP", "Barang", "Harga")
    assert sheet.sample[0] == (
        "1234",
        "2026-06-18 09:30:00",
        "Hari",
        "81234567801",
        "E-Trifold",
        "7500000.5",
    )
    assert sheet.rows_estimate == 5
    taken = rows(june)
    assert [(row.number, row.sale is not None) for row in taken] == [
        (5, True),
        (6, True),
        (7, False),
        (8, True),
        (9, False),
    ]
    assert taken[0].sale == SaleLine(
        nota="1234",
        sold_on=date(2026, 6, 18),
        customer="Hari",
        phone="081234567801",
        product="E-Trifold",
        price="7500000.5",
    )
    assert taken[1].sale == SaleLine(
        nota="0001235", sold_on=date(2026, 6, 19), customer="Sari", phone="0813", product="Helm"
    )
    assert "Excel has shortened the nota" in str(taken[3].remark)


def test_an_old_xls_of_a_till_is_read_as_well():
    taken = rows(FIXTURES / "till-1997.xls")
    assert [row.sale for row in taken] == [
        SaleLine(
            nota="1234",
            sold_on=date(2026, 6, 18),
            customer="Hari",
            phone="081234567801",
            product="E-Trifold",
            quantity="1",
        ),
        SaleLine(
            nota="1235",
            sold_on=date(2026, 6, 19),
            customer="José",
            phone="081234567802",
            product="Helm",
            quantity="2",
        ),
    ]


def test_the_name_of_a_file_says_nothing_about_what_is_in_it(june, tmp_path):
    renamed = june.rename(tmp_path / "june.csv")
    assert len(rows(renamed)) == 5
    (tmp_path / "list.xlsx").write_bytes(b"Nota,Barang\n1,Helm\n")
    assert len(rows(tmp_path / "list.xlsx")) == 1


def test_a_reader_may_stop_in_the_middle(june):
    begun = sale_rows(june, guess(look(june).headers), today=TODAY)
    assert next(begun).number == 5
    begun.close()


def test_a_sheet_with_one_cell_at_the_far_corner_does_not_end_the_desk(june, tmp_path):
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    path = tmp_path / "far.xlsx"
    path.write_bytes(repacked(june, lambda xml: xml.replace(b"</sheetData>", far)))
    with pytest.raises(Invalid, match="damaged or too large"):
        look(path)


def test_a_workbook_that_claims_four_billion_strings_does_not_end_the_desk(june, tmp_path):
    path = tmp_path / "strings.xlsx"
    path.write_bytes(
        repacked(
            june,
            lambda xml: re.sub(rb'uniqueCount="\d+"', b'uniqueCount="4294967295"', xml),
            "xl/sharedStrings.xml",
        )
    )
    with pytest.raises(Invalid, match="damaged or too large"):
        look(path)


def test_a_zip_bomb_is_refused_by_its_declared_size(june, tmp_path):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/workbook.xml", "<workbook/>")
        with bomb.open("xl/worksheets/sheet1.xml", "w") as member:
            for _ in range(110):
                member.write(bytes(1_000_000))
    with pytest.raises(Invalid, match=r"too large to be read\. Save the list as CSV"):
        look(path)


def test_a_zip_of_something_else_is_named_and_an_empty_workbook_too(tmp_path):
    path = tmp_path / "photos.zip"
    with zipfile.ZipFile(path, "w") as photos:
        photos.writestr("a.jpg", b"")
    with pytest.raises(Invalid, match="packed file"):
        look(path)
    with Workbook(str(tmp_path / "empty.xlsx")) as book:
        book.add_worksheet()
    with pytest.raises(Invalid, match="is empty"):
        look(tmp_path / "empty.xlsx")


def test_a_cut_off_workbook_gets_a_sentence(june, tmp_path):
    path = tmp_path / "cut.xlsx"
    for kept in (4, 100, len(june.read_bytes()) - 30):
        path.write_bytes(june.read_bytes()[:kept])
        with pytest.raises(Invalid, match="damaged"):
            look(path)


@pytest.mark.parametrize("seed", range(1, 13))
@pytest.mark.parametrize("name", ["june.xlsx", "till-1997.xls"])
def test_any_damage_gives_rows_or_one_sentence(june, tmp_path, name, seed):
    content = bytearray((june if name == june.name else FIXTURES / name).read_bytes())
    for n in range(1, seed + 1):
        content[8 + (seed * n * 7919) % (len(content) - 8)] = (seed * n * 31) % 256
    path = tmp_path / f"damaged-{name}"
    path.write_bytes(content)
    try:
        outcome = list(sale_rows(path, {"nota": look(path).headers[0]}))
    except DeskError as refused:
        outcome = str(refused)
    assert outcome
