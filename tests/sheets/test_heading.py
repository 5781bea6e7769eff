"""Columns find their meaning by their headings, in English and Indonesian."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.rules.errors import Invalid
from desk.sheets.report import Line
from desk.sheets.source import FIELDS, HEADED, guess, headers, letter, likely, parse_mapping


@pytest.mark.parametrize(
    ("field", "written"),
    [
        ("nota", "No. Nota|NOMOR NOTA|no_nota|Faktur|No Faktur|Invoice No.|SalesOrderNumber|Struk"),
        ("line", "SalesOrderLineNumber|Line No|Baris"),
        ("sold_on", "Tgl|TANGGAL|Tgl. Transaksi|OrderDate|Sale Date|tanggal nota"),
        ("customer", "Nama|Pelanggan|Nama Pembeli|CustomerName|Customer Name"),
        ("phone", "Telp|No. Telp.|HP|No HP|WA|No. WA|WhatsApp|Phone Number|HP/WA"),
        ("email", "E-mail|EmailAddress|Alamat Email"),
        ("product", "Barang|Produk|Nama Barang|Item|Product Name"),
        ("serial", "No. Rangka|no rangka|Serial Number|S/N|No. Seri"),
        ("quantity", "Qty|QTY.|Jumlah|Jml|Quantity"),
        ("price", "Harga|Harga (Rp)|Harga Satuan|UnitPrice"),
        ("branch", "Cabang|Toko|Branch|Outlet"),
        ("salesperson", "Kasir|Penjual|Salesperson|Nama Kasir"),
    ],
)
def test_a_heading_is_known_however_it_is_written(field, written):
    for header in written.split("|"):
        assert guess([header]) == {field: header}


def test_each_field_is_known_by_its_own_name_and_no_heading_means_two():
    assert list(HEADED) == list(FIELDS)
    words = [word for known in HEADED.values() for word in known.split()]
    assert len(words) == len(set(words))
    for field, label in FIELDS.items():
        assert guess([field]) == {field: field}
        assert guess([label.into("en")]) == {field: label.into("en")}


def test_the_surer_of_two_headings_is_taken_and_unknown_ones_are_left():
    assert guess(["Nama", "Nama Pelanggan", "Nama Barang", "TaxAmount", ""]) == {
        "customer": "Nama Pelanggan",
        "product": "Nama Barang",
    }


def test_a_mapping_is_written_in_one_line():
    assert parse_mapping("nota=SalesOrderNumber,product=Item") == {
        "nota": "SalesOrderNumber",
        "product": "Item",
    }
    assert parse_mapping(' NOTA = No. Nota , "product=Barang, tipe", price=a=b') == {
        "nota": "No. Nota",
        "product": "Barang, tipe",
        "price": "a=b",
    }


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "“” names no column"),
        ("nota", "“nota” names no column"),
        ("nota=", "“nota=” names no column"),
        ("=Item", "“=Item” names no column"),
        ("nota=A,,", "“” names no column"),
        ("nota=A,nota=B", "“nota” is named twice"),
        ("warna=A", "A sale has no “warna”. It has: nota, line, sold_on"),
        ('"nota=A', "names no column|no “"),
    ],
)
def test_nonsense_for_a_mapping_gets_a_sentence(text, sentence):
    with pytest.raises(Invalid, match=sentence) as refused:
        parse_mapping(text)
    assert refused.value.field == "map"


@given(st.text(max_size=40))
def test_any_text_for_a_mapping_is_taken_or_refused(text):
    try:
        fields = set(parse_mapping(text))
    except Invalid as refused:
        fields, text = set(), str(refused)
    assert fields <= set(FIELDS)
    assert fields or text


def test_headings_can_be_told_apart_even_if_the_file_does_not():
    assert headers(["Item", "", " Item ", "Item", "Harga\nsatuan", "", ""]) == (
        "Item",
        "B",
        "Item (2)",
        "Item (3)",
        "Harga satuan",
    )
    assert [letter(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert len(set(headers(["a"] * 20_000))) == 20_000


def test_titles_above_the_heading_are_passed_over():
    titled = [("Toko Sepeda",), ("Juni 2026", ""), (), ("AAA", "BBB", "CCC"), ("1", "2", "3")]
    assert likely([Line(n, cells) for n, cells in enumerate(titled, 1)]).place == 3
    assert likely([Line(1, ("", " ")), Line(2, ())]) is None
