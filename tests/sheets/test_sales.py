"""A shop's sales list is read whole: each line is taken, remarked or refused, none is lost."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.rules.errors import DeskError, Invalid, Trouble
from desk.sheets.sales import Row, SaleLine, guess, look, phone, sale_rows

REAL = Path(__file__).resolve().parents[2] / ".." / "shared" / "data" / "adventureworks-sales"
TODAY = date(2026, 6, 20)
SAME_FILE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@pytest.fixture
def made(tmp_path):
    """Writes a list and gives its path."""

    def make(content, name="sales.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return make


def rows(path, **mapping):
    return list(sale_rows(path, mapping or guess(look(path).headers), today=TODAY))


def drawn(path, **mapping):
    """The rows as a clerk would note them down."""
    return [
        f"{row.number} {row.sale.nota if row.sale else '–'} {row.remark or ''}".rstrip()
        for row in rows(path, **mapping)
    ]


@pytest.mark.skipif(not REAL.is_dir(), reason="the shared sales lists are not beside the checkout")
def test_a_bicycle_shops_three_years_are_taken_line_by_line():
    path = REAL / "sales.csv"
    sheet = look(path)
    assert guess(sheet.headers) == {
        "nota": "SalesOrderNumber",
        "line": "SalesOrderLineNumber",
        "sold_on": "OrderDate",
        "customer": "CustomerName",
        "email": "EmailAddress",
        "product": "Item",
        "quantity": "Quantity",
        "price": "UnitPrice",
    }
    assert len(sheet.sample) == 5
    assert abs(sheet.rows_estimate - 32_718) < 3_000
    taken = rows(path)
    assert [row.number for row in taken] == list(range(2, 32_720))
    assert all(row.sale and row.remark is None for row in taken)
    assert len({row.sale.nota for row in taken}) == 16_459
    assert taken[0].sale == SaleLine(
        nota="SO43701",
        line="1",
        sold_on=date(2019, 7, 1),
        customer="Christy Zhu",
        email="christy12@adventure-works.com",
        product="Mountain-100 Silver, 44",
        quantity="1",
        price="3399.99",
    )
    assert Counter(row.sale.nota for row in taken)["SO52900"] == 3


@pytest.mark.skipif(not REAL.is_dir(), reason="the shared sales lists are not beside the checkout")
@pytest.mark.parametrize(("name", "lines"), [("orders.csv", 542)])
def test_an_order_list_without_names_is_taken_too(name, lines):
    taken = rows(REAL / name)
    assert len(taken) == lines
    assert all(row.sale and row.remark is None for row in taken)


def test_an_indonesian_till_list_with_titles_and_a_total_is_understood(made):
    path = made(
        "TOKO SEPEDA JAYA;;;;;\n"
        "Laporan penjualan Juni 2026;;;;;\n"
        ";;;;;\n"
        "No. Nota;Tgl;Nama Pelanggan;No. HP;Nama Barang;Harga (Rp)\n"
        "1234;18/06/2026;Bapak Hari;81234567801;United E-Trifold;Rp 7.500.000\n"
        "1235;19/06/2026;Ibu Sari;0813-1111-2222;Helm;Rp 250.000\n"
        ";;;;;\n"
        "1235;19/06/2026;Ibu Sari;0813-1111-2222;Lampu;Rp 90.000\n"
        "Total;;;;;Rp 7.840.000\n"
        "\n\n"
    )
    assert look(path).headers[0] == "No. Nota"
    assert drawn(path) == [
        "5 1234",
        "6 1235",
        "7 – Line 7 is empty.",
        "8 1235",
        "9 – Line 9 looks like a total, not like a sale, and was not taken.",
    ]
    assert rows(path)[0].sale == SaleLine(
        nota="1234",
        sold_on=date(2026, 6, 18),
        customer="Bapak Hari",
        phone="081234567801",
        product="United E-Trifold",
        price="Rp 7.500.000",
    )


def test_each_spoiled_line_says_what_is_wrong_with_it(made):
    path = made(
        "Nota,Tanggal,HP,Barang\n"
        "1234.0,2026-06-18,0812,Helm\n"
        ",2026-06-18,0812,Helm\n"
        "1.23457E+11,2026-06-18,8.12E+10,Helm\n"
        "1236,2026-06-21,0812,Helm\n"
        "1237,besok,0812,Helm\n"
        "1238,2026-06-18,0812,Helm,besar\n"
        "1239,2026-06-18\n"
        "Nota,Tanggal,HP,Barang\n"
        ",,,Grand Total\n"
        f"{'9' * 65},2026-06-18,0812,Helm\n"
        f"1240,2026-06-18,0812,{'x' * 10_001}\n"
        "1241,2026-06-18,0812,a\0b\n"
        '1242,2026-06-18,0812,"Helm\n'
        "1243,2026-06-18,0812,Helm\n"
    )
    assert drawn(path) == [
        "2 1234",
        "3 – Line 3 has no nota and was not taken.",
        "4 1.23457E+11 Excel has shortened the nota to “1.23457E+11”. Format the column as text "
        "in Excel, type it again and read the list once more. "
        "Excel has shortened the phone to “8.12E+10”; it was left out.",
        "5 1236 The date of sale, 21 Jun 2026, is in the future.",
        "6 1237 The date “besok” was not understood and was left out.",
        "7 1238 The line has more columns than the headings; they may have shifted.",
        "8 1239 The line ends before its last column; the file may be cut off.",
        "9 – Line 9 repeats the headings and was passed over.",
        "10 – Line 10 looks like a total, not like a sale, and was not taken.",
        "11 – Line 11 has a nota of more than 64 characters and was not taken.",
        "12 – Line 12 holds a cell of more than 10,000 characters and was not taken.",
        "13 – Line 13 holds characters that are not text and was not taken.",
        "14 – Line 14 opens a quotation mark that is never closed and was not taken. "
        "Correct it in the file.",
        "15 1243",
    ]


def test_a_list_shows_by_itself_whether_day_or_month_comes_first(made):
    american = made("Nota,Date\n1,06/05/2026\n2,06/18/2026\n")
    assert [row.sale.sold_on for row in rows(american)] == [date(2026, 6, 5), date(2026, 6, 18)]
    unclear = made("Nota,Date\n1,06/05/2026\n2,07/07/2026\n")
    assert drawn(unclear) == [
        "2 1 “06/05/2026” was read as 6 May 2026; the list does not show if day or month is first.",
        "3 2 The date of sale, 7 Jul 2026, is in the future.",
    ]


def test_a_formula_in_a_list_is_nothing_but_text(made):
    path = made('Nota,Barang,HP\n=cmd|calc,"=1+1","=""0812"""\n="0077",-2,\'0812\n')
    first, second = rows(path)
    assert (first.sale.nota, first.sale.product, first.sale.phone) == ("=cmd|calc", "=1+1", "0812")
    assert (second.sale.nota, second.sale.product, second.sale.phone) == ("0077", "-2", "0812")


def test_a_line_break_in_a_cell_neither_splits_the_line_nor_shifts_the_next(made):
    path = made('Nota,Barang\r\n1,"Helm\r\nmerah"\r\n2,Lampu\r\n')
    assert drawn(path) == ["2 1", "3 2"]
    assert rows(path)[0].sale.product == "Helm merah"


def test_the_mapping_may_name_a_column_in_any_case_and_leave_fields_open(made):
    path = made("Order Number,Item,Item,\n7,Helm,Lampu,merah\n")
    assert look(path).headers == ("Order Number", "Item", "Item (2)")
    taken = rows(path, nota="ORDERNUMBER", product="Item (2)", customer="")
    assert taken[0].sale == SaleLine(nota="7", product="Lampu")


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("81234567801", "081234567801"),
        ("81234567801.0", "081234567801"),
        ("'081234567801", "081234567801"),
        ("021-555", "021-555"),
    ],
)
def test_a_phone_that_a_sheet_took_for_a_number_is_a_phone_again(typed, number):
    assert phone(typed) == (number, None)


@pytest.mark.parametrize(
    ("mapping", "sentence"),
    [
        ({}, "Say which column holds the nota."),
        ({"product": "Barang"}, "Say which column holds the nota."),
        ({"nota": "Faktur"}, "The list has no column “Faktur”. Its columns are: Nota, Barang."),
        (
            {"nota": "Nota", "product": "Merek"},
            "The list has no column “Merek”. Its columns are: Nota, Barang.",
        ),
        ({"nota": "Nota", "colour": "Barang"}, "A sale has no “colour”."),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused_before_anything_is_read(made, mapping, sentence):
    with pytest.raises(Invalid, match=sentence) as refused:
        sale_rows(made("Nota,Barang\n1,Helm\n"), mapping)
    assert refused.value.field == "map"


@pytest.mark.parametrize("content", [b"", b"\n\n\r\n", b"\xef\xbb\xbf", b"\0" * 4000])
def test_an_empty_file_is_named_as_such(made, content):
    for attempt in (look, lambda path: sale_rows(path, {"nota": "Nota"})):
        with pytest.raises(Invalid, match=r"^The file is empty\."):
            attempt(made(content))


def test_a_list_of_headings_alone_is_refused_but_can_be_looked_at(made):
    path = made("Nota,Barang\n\n,\n")
    assert look(path).headers == ("Nota", "Barang")
    assert look(path).sample == ()
    with pytest.raises(Invalid, match="headings, but no sales"):
        sale_rows(path, {"nota": "Nota"})


def test_a_file_out_of_reach_is_the_worlds_fault_not_the_lists(tmp_path, made):
    for path in (tmp_path / "gone.csv", tmp_path):
        with pytest.raises(Trouble):
            look(path)
        with pytest.raises(Trouble):
            sale_rows(path, {"nota": "Nota"})
    path = made("Nota\n1\n")
    begun = sale_rows(path, {"nota": "Nota"})
    path.unlink()
    with pytest.raises(Trouble, match="is not there"):
        list(begun)


def test_a_web_page_or_a_picture_under_the_name_of_a_list_is_told_apart(made):
    with pytest.raises(Invalid, match="web page"):
        look(made(b"\xef\xbb\xbf<html><table><tr><td>Nota", "sales.xls"))
    with pytest.raises(Invalid, match="holds no list"):
        look(made(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20))


TEXT = st.text(
    st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=20
)
WESTERN = st.text(
    st.characters(min_codepoint=32, max_codepoint=255, exclude_categories=["Cc"]).filter(
        lambda mark: mark < "\x7f" or mark >= "À"
    ),
    max_size=20,
)
NOTA = st.from_regex(r"[A-Z]{1,3}[-/ ,;|\t\"]?[0-9]{1,9}", fullmatch=True)


@SAME_FILE
@given(
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]),
    st.sampled_from(",;\t|"),
    st.sampled_from(["\n", "\r\n"]),
    st.lists(st.tuples(NOTA, TEXT, TEXT), min_size=1, max_size=30),
)
def test_whatever_csv_a_program_writes_its_notas_are_read_back(
    tmp_path, encoding, delimiter, ending, sales
):
    path = tmp_path / "any.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        out = csv.writer(file, delimiter=delimiter, lineterminator=ending)
        out.writerows([("No. Nota", "Nama Pelanggan", "Nama Barang"), *sales])
    assert [row.sale.nota for row in rows(path)] == [nota for nota, *_ in sales]


@SAME_FILE
@given(st.lists(st.tuples(NOTA, WESTERN), min_size=1, max_size=30))
def test_a_list_from_an_old_windows_till_keeps_its_letters(tmp_path, sales):
    path = tmp_path / "old.csv"
    with path.open("w", encoding="cp1252", newline="") as file:
        csv.writer(file, delimiter=";").writerows([("Faktur", "Pelanggan"), *sales])
    read_back = [(row.sale.nota, row.sale.customer) for row in rows(path)]
    assert read_back == [(nota, name.strip()) for nota, name in sales]


@SAME_FILE
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [b"Nota,Barang\n", b"1,Helm\r\n", b'"', b'2,"a\nb"\n', b"\xff\xfe", b"\0", b"\n"]
            ),
            st.binary(max_size=60),
        ),
        max_size=12,
    ).map(b"".join)
)
def test_any_bytes_give_rows_or_one_sentence(tmp_path, content):
    path = tmp_path / "junk.csv"
    path.write_bytes(content)
    try:
        found = list(sale_rows(path, {"nota": look(path).headers[0]}))
    except DeskError as refused:
        found, said = [], str(refused)
    else:
        said = ""
    numbers = [row.number for row in found]
    assert bool(numbers) != bool(said)
    assert numbers == list(range(min(numbers, default=0), max(numbers, default=-1) + 1))
    assert all(isinstance(row, Row) and (row.sale or row.remark) for row in found)


@given(st.text(alphabet='ab1,;"\r\n\t', max_size=60))
@SAME_FILE
def test_every_line_below_the_heading_gives_exactly_one_row(tmp_path, body):
    path = tmp_path / "lines.csv"
    plain = body.replace('"', "").replace("\r", "")
    path.write_text(f"Nota,Barang\n{plain}\n77,last\n", encoding="utf-8", newline="")
    found = rows(path, nota="Nota")
    assert len(found) == plain.count("\n") + 2
    assert found[-1].sale.nota == "77"
