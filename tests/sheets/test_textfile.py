"""CSV files of any make are read, and damage in one line costs one line."""

import tracemalloc
from pathlib import Path

import pytest

from desk.rules.errors import Invalid
from desk.sheets import source


@pytest.fixture
def made(tmp_path):
    """Writes bytes as a CSV file and gives its path."""

    def make(content: bytes) -> Path:
        path = tmp_path / "list.csv"
        path.write_bytes(content)
        return path

    return make


def cells(path):
    return [line.cells for line in source.lines(path)]


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_letters_columns_and_lines_survive_every_make_of_file(made, encoding, ending, delimiter):
    table = [("Nota", "Nama", "Harga"), ("1", "José Ñuñez", "1.500"), ("2", "Zoë", "2")]
    text = ending.join(delimiter.join(row) for row in table) + ending
    assert cells(made(text.encode(encoding))) == table


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("sep=;\nNota;Nama\n1;a,b\n", ("Nota", "Nama")),
        ("Nota;Nama\n1;Jl. Mawar, Bandung\n2;Jl. Melati, Solo\n", ("1", "Jl. Mawar, Bandung")),
        ("Nota;Harga\n1;1,5\n2;2,5\n", ("1", "1,5")),
        ("A;B;C\n1;2,5;3,5\n2;3,5;4,5\n", ("1", "2,5", "3,5")),
        ("Nota\n1,5\n2,5\n", ("1,5",)),
        ('"Nota","Nama; lengkap"\n"1","a;b"\n', ("1", "a;b")),
    ],
)
def test_the_delimiter_is_the_one_that_fits_heading_and_lines(made, text, second):
    assert cells(made(text.encode()))[1] == second


def test_a_single_odd_byte_costs_one_letter_and_no_other(made):
    found = cells(made("Nota,Nama\n1,José\n".encode() + b"2,Jos\xe9\n" + "3,Zoë\n".encode()))
    assert [name for _, name in found[1:]] == ["José", "José", "Zoë"]


def test_a_file_cut_off_within_a_letter_or_a_quote_keeps_the_lines_before(made):
    whole = b'Nota,Nama\n1,"a"\n2,Zo' + "ë".encode()[:1]
    assert [line[0] for line in cells(made(whole))] == ["Nota", "1", "2"]
    found = list(source.lines(made(b'Nota,Nama\n1,a\n2,"b\n3,c\n4,d')))
    assert [line.cells for line in found if line.fault is None] == [
        ("Nota", "Nama"),
        ("1", "a"),
        ("3", "c"),
        ("4", "d"),
    ]
    assert [line.number for line in found if line.fault] == [3]


def test_a_quote_left_open_early_in_a_long_list_costs_one_line(made):
    lines = [b"Nota,Nama", b'0,"open', *(b"%d,name" % n for n in range(1, 500))]
    found = list(source.lines(made(b"\n".join(lines))))
    assert [line.number for line in found if line.fault] == [2]
    assert len(found) == 501


def test_quotes_in_the_middle_of_a_cell_are_inches_and_nothing_else(made):
    assert cells(made(b'Nota,Barang\n1,BMX 20" merah\n2,"BMX 20"" biru"\n'))[1:] == [
        ("1", 'BMX 20" merah'),
        ("2", 'BMX 20" biru'),
    ]


def test_zeros_that_a_power_cut_left_behind_cost_nothing_before_them(made):
    found = list(source.lines(made(b"Nota,Nama\n1,a\n2,b\n" + b"\0" * 3000)))
    assert [line.cells for line in found[:3]] == [("Nota", "Nama"), ("1", "a"), ("2", "b")]
    assert [line.number for line in found if line.fault] == [4]


def test_a_line_without_end_is_refused_without_being_held_in_memory(made):
    path = made(b"Nota,Nama\n1," + b"x" * 30_000_000 + b"\n2,b\n")
    tracemalloc.start()
    try:
        found = list(source.lines(path))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert [line.cells for line in found] == [("Nota", "Nama"), (), ("2", "b")]
    assert "10,000 characters" in str(found[1].fault)
    assert peak < 5_000_000


def test_numbers_count_rows_as_a_spreadsheet_does(made):
    found = source.lines(made(b'Nota\n\n"a\nb"\n\nc\n'))
    assert [(line.number, line.cells) for line in found if not line.blank] == [
        (1, ("Nota",)),
        (3, ("a\nb",)),
        (5, ("c",)),
    ]


def test_noise_is_no_list(made):
    noise = bytes((n * 7919 + n // 251) % 256 for n in range(5000))
    with pytest.raises(Invalid, match="holds no list"):
        cells(made(noise))
