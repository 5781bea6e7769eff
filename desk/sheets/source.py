"""The lines of a list, whatever file it comes in: CSV in any dress, or an Excel workbook.

CSV is read as shops have it (any delimiter, any encoding, quoted line breaks, damage), in one pass
and in constant memory; Excel by a program of its own. Raises Trouble where the file cannot be
reached, Invalid where it holds no list.

What a line of a sales list can say, and which of its columns says it, is told by the heading.
"""

from __future__ import annotations

import codecs
import csv
import re
import subprocess
import sys
from collections import Counter, deque
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import TextIO

from desk.rules.errors import Invalid, Trouble
from desk.sheets.excel_rows import EMPTY, NO_WORKBOOK, PASSWORD, TOO_LARGE
from desk.sheets.report import HEAD, Line, line, too_long, unreadable
from desk.words import Text, say

DELIMITERS = ",;\t|"

_RECORD_LIMIT = 100_000  # characters of one record, below the 131,072 of csv's own limit
_RECORD_LINES = 100  # lines that a quoted record may run over
_NO_TEXT = bytes({*range(32)} - {*b"\t\n\v\f\r\x1a"})
_MARKUP = re.compile(rb"\s*<(?:!doctype|html|head|table|\?xml|meta|style)\b", re.IGNORECASE)


def _as_windows(fault: UnicodeError) -> tuple[str, int]:
    """Bytes that are no UTF-8 are read as Windows-1252, which old tills and Excel write."""
    if not isinstance(fault, UnicodeDecodeError):
        raise fault
    return fault.object[fault.start : fault.end].decode("cp1252", "replace"), fault.end


codecs.register_error("desk.windows", _as_windows)


def text_lines(path: Path, head: bytes) -> Iterator[Line]:
    """Every line of the file at `path`, which begins with `head`. Raises Invalid, OSError."""
    encoding, errors = _encoding(head)
    _check(head, encoding)
    delimiter = _delimiter(head.decode(encoding, errors), complete=len(head) < HEAD)
    with path.open(encoding=encoding, errors=errors, newline="") as text:
        yield from _lines(text, delimiter)


def text_estimate(head: bytes, size: int) -> int:
    """About how many lines a file of `size` bytes has that begins with `head`."""
    breaks = head.count(b"\n") or head.count(b"\r")
    return breaks if size <= len(head) else breaks * size // len(head)


def _encoding(head: bytes) -> tuple[str, str]:
    """The encoding of the file and what is done with bytes that do not fit it."""
    if head.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32", "replace"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16", "replace"
    text = head.rstrip(b"\0")
    even, odd = text[::2].count(0), text[1::2].count(0)
    if odd > len(text) * 0.2 and even < odd / 8:
        return "utf-16-le", "replace"
    if even > len(text) * 0.2 and odd < even / 8:
        return "utf-16-be", "replace"
    return "utf-8-sig", "desk.windows"


def _check(head: bytes, encoding: str) -> None:
    if not head.strip(b"\0\r\n\t \x1a\xef\xbb\xbf"):
        raise Invalid(say("sales", "The file is empty. Choose the list of sales."), field="file")
    if _MARKUP.match(head.removeprefix(codecs.BOM_UTF8)):
        raise Invalid(
            say(
                "sales",
                "This file is a web page under another name. "
                "Open it in Excel and save it as XLSX or CSV.",
            ),
            field="file",
        )
    if encoding.startswith("utf-8"):
        text = head.rstrip(b"\0")
        if len(text) - len(text.translate(None, _NO_TEXT)) > max(8, len(text) / 50):
            raise Invalid(
                say("sales", "This file holds no list. Choose a CSV or Excel file."), field="file"
            )


def _delimiter(text: str, *, complete: bool) -> str:
    """The one that cuts heading and lines into the same columns, best into columns we know."""
    named = re.match(r'"?sep=(.)"?[\r\n]', text)
    if named and named[1] in DELIMITERS:
        return named[1]
    whole = text if complete else text[: text.rfind("\n") + 1] or text
    return max(DELIMITERS, key=lambda delimiter: _fitness(whole, delimiter))


def _fitness(text: str, delimiter: str) -> tuple[int, bool, float, int, int]:
    sample = [
        line for line in islice(_lines(StringIO(text, newline=""), delimiter), 50) if line.cells
    ]
    found = likely(sample[:SEARCHED])
    if found is None:
        return 0, False, 0.0, 0, 0
    widths = Counter(len(line.cells) for line in sample[found.place :] if not line.blank)
    same = round(widths[found.width] / widths.total(), 1)
    return found.known, found.width > 1 and same >= 0.5, same, -found.place, found.width


def _lines(text: TextIO, delimiter: str) -> Iterator[Line]:
    source = _Physical(text)
    number = 0
    while (first := source.next()) is not None:
        number += 1
        if len(first) > _RECORD_LIMIT:
            yield Line(number, (), too_long(number))
        elif '"' in first:
            yield _quoted(number, first, source=source, delimiter=delimiter)
        else:
            yield line(number, first.rstrip("\r\n\x1a").split(delimiter))


def _quoted(number: int, first: str, *, source: _Physical, delimiter: str) -> Line:
    record = _Record(first, source)
    try:
        cells = next(csv.reader(record, delimiter=delimiter))
    except csv.Error:
        source.give_back(record.taken[1:])
        return Line(number, (), unreadable(number))
    if record.unclosed:
        source.give_back(record.taken[1:])
        return Line(number, (), _unclosed(number))
    return line(number, cells)


class _Physical:
    """The lines of a file as they break; no more of a line is held than a record may have."""

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._returned: deque[str] = deque()

    def next(self) -> str | None:
        """The next line with its break, cut off just beyond the limit; None at the end."""
        if self._returned:
            return self._returned.popleft()
        line = rest = self._text.readline(_RECORD_LIMIT + 1)
        while len(rest) > _RECORD_LIMIT and rest[-1] not in "\r\n":
            rest = self._text.readline(_RECORD_LIMIT + 1)
        return line or None

    def give_back(self, taken: list[str]) -> None:
        """Puts lines back, to be read again."""
        self._returned.extendleft(reversed(taken))


class _Record:
    """The lines that csv.reader asks for until one record is whole, within bounds."""

    def __init__(self, first: str, source: _Physical) -> None:
        self.taken: list[str] = []
        self.unclosed = False
        self._next: str | None = first
        self._source = source
        self._size = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._next if not self.taken else self._source.next()
        if line is not None:
            self.taken.append(line)
            self._size += len(line)
            if self._size <= _RECORD_LIMIT and len(self.taken) <= _RECORD_LINES:
                return line
        self.unclosed = True
        raise StopIteration


def _unclosed(number: int) -> Text:
    return say(
        "sales",
        "Line {line} opens a quotation mark that is never closed and was not taken. "
        "Correct it in the file.",
    )(line=number)


_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def looks_like(head: bytes) -> bool:
    """Whether a file that begins with `head` is a workbook, whatever its name says."""
    return head.startswith(_STARTS)


def excel_lines(path: Path) -> Iterator[Line]:
    """Every row of the visible sheet with the most rows. Raises Invalid, OSError."""
    with _rows(path) as rows:
        next(rows)
        for number, cells in enumerate(rows, 1):
            yield line(number, cells)


def height(path: Path) -> int:
    """How many rows that sheet has, headings included. Raises Invalid, OSError."""
    with _rows(path) as rows:
        return int(next(rows)[0])


@contextmanager
def _rows(path: Path) -> Iterator[Iterator[list[str]]]:
    script = Path(__file__).with_name("excel_rows.py")
    command = [sys.executable, "-P", str(script), str(path.absolute())]
    with subprocess.Popen(  # noqa: S603 - no shell, and the one argument is a file's path
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as process:
        try:
            yield _checked(process)
        finally:
            process.kill()


def _checked(process: subprocess.Popen[str]) -> Iterator[list[str]]:
    """The rows as they come. Raises Invalid if the process found that there is no good sheet."""
    yield from csv.reader(process.stdout or ())
    code = process.wait()
    if code:
        raise Invalid(_reason(code), field="file")


def _reason(code: int) -> Text:
    reasons = {
        PASSWORD: say(
            "sales", "This workbook is locked with a password. Save it without one and try again."
        ),
        TOO_LARGE: say(
            "sales", "This workbook is too large to be read. Save the list as CSV and try again."
        ),
        NO_WORKBOOK: say(
            "sales", "This is a packed file (ZIP), not a workbook. Unpack it and choose the list."
        ),
        EMPTY: say("sales", "The file is empty. Choose the list of sales."),
    }
    return reasons.get(code) or say(
        "sales",
        "This workbook is damaged or too large to be read. "
        "Open it in Excel, save it again as XLSX or CSV and try again.",
    )


def lines(path: Path) -> Generator[Line]:
    """Every line of the list from the top, one by one; close it if you stop before the end."""
    with _reachable(path):
        head = _head(path)
        yield from excel_lines(path) if looks_like(head) else text_lines(path, head)


def estimate(path: Path) -> int:
    """About how many lines the list has, without reading all of it."""
    with _reachable(path):
        head = _head(path)
        if looks_like(head):
            return height(path)
        return text_estimate(head, path.stat().st_size)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD)


@contextmanager
def _reachable(path: Path) -> Iterator[None]:
    name = path.name or str(path)
    if path.exists() and not path.is_file():
        raise Trouble(
            say("sales", "“{name}” is not a file. Choose a CSV or Excel file.")(name=name)
        )
    try:
        yield
    except FileNotFoundError as fault:
        sentence = say("sales", "The file “{name}” is not there. Check the name and the folder.")
        raise Trouble(sentence(name=name)) from fault
    except PermissionError as fault:
        sentence = say(
            "sales", "The file “{name}” may not be read. Close it in other programs and try again."
        )
        raise Trouble(sentence(name=name)) from fault
    except OSError as fault:
        sentence = say(
            "sales",
            "The file “{name}” could not be read to its end. Nothing in it was changed. "
            "Check that the stick or the network is still connected and try again.",
        )
        raise Trouble(sentence(name=name)) from fault


FIELDS: Mapping[str, Text] = MappingProxyType(
    {
        "nota": say("sales", "Nota"),
        "line": say("sales", "Line"),
        "sold_on": say("sales", "Date of sale"),
        "customer": say("sales", "Customer"),
        "phone": say("sales", "Phone"),
        "email": say("sales", "E-mail"),
        "product": say("sales", "Product"),
        "serial": say("sales", "Serial or frame number"),
        "quantity": say("sales", "Quantity"),
        "price": say("sales", "Price"),
        "branch": say("sales", "Branch"),
        "salesperson": say("sales", "Salesperson"),
    }
)
"""Each field of a sale with its name for people, in the order in which a dialog shows them."""

HEADED: Mapping[str, str] = MappingProxyType(
    {
        "nota": (
            "nota nonota nomornota notano notanumber faktur nofaktur nomorfaktur fakturno invoice "
            "invoiceno invoicenumber invoiceid noinvoice nomorinvoice struk nostruk nomorstruk bon "
            "nobon nomorbon kwitansi nokwitansi nomorkwitansi receipt receiptno receiptnumber "
            "salesordernumber salesorderid ordernumber orderno orderid order nopesanan "
            "nomorpesanan notransaksi nomortransaksi kodetransaksi idtransaksi transactionid "
            "transactionno transactionnumber billno nobill nopenjualan nomorpenjualan"
        ),
        "line": (
            "line lineno linenumber lineitem salesorderlinenumber orderline baris nobaris "
            "nomorbaris"
        ),
        "sold_on": (
            "soldon orderdate tanggal tgl date saledate salesdate dateofsale invoicedate "
            "transactiondate tanggalnota tglnota tanggalfaktur tglfaktur tanggaljual tgljual "
            "tanggalpenjualan tglpenjualan tanggaltransaksi tgltransaksi tanggalbeli tglbeli "
            "tanggalpembelian tglpembelian tanggalorder tglorder tanggalpesanan waktu "
            "waktutransaksi"
        ),
        "customer": (
            "customername customer namapelanggan pelanggan namapembeli pembeli namacustomer "
            "namakonsumen konsumen buyer buyername client namalengkap fullname nama name"
        ),
        "phone": (
            "phone phonenumber telp telepon telpon notelp notelepon notelpon nomortelp "
            "nomortelepon tlp notlp telephone tel hp nohp nomorhp handphone nohandphone ponsel "
            "noponsel mobile mobilephone wa nowa nomorwa whatsapp nowhatsapp hpwa nohpwa telphp "
            "notelphp kontak contact"
        ),
        "email": ("email emailaddress alamatemail emailpelanggan emailpembeli customeremail"),
        "product": (
            "product produk barang namabarang namaproduk item namaitem itemname productname "
            "deskripsibarang deskripsi description tipe model"
        ),
        "serial": (
            "serial serialnumber serialno sn norangka nomorrangka rangka noseri nomorseri "
            "framenumber frameno frame chassis imei noimei serialorframenumber"
        ),
        "quantity": (
            "quantity qty orderqty quantityordered kuantitas jumlah jml jumlahbarang jmlbarang "
            "banyak banyaknya pcs unit"
        ),
        "price": ("price unitprice harga hargasatuan hargajual hargaunit sellingprice listprice"),
        "branch": (
            "branch branchname cabang namacabang kodecabang store storename outlet gerai toko "
            "namatoko kodetoko lokasi"
        ),
        "salesperson": (
            "salesperson salesman kasir namakasir cashier sales namasales penjual namapenjual "
            "pramuniaga pelayan petugas soldby"
        ),
    }
)
"""For each field the headings it is known by, the surest first, as bare letters and digits."""


SEARCHED = 20
"""Lines from the top among which the heading is looked for; titles may stand above it."""


@dataclass(frozen=True)
class Likely:
    """The line most like a heading: its place, its columns, and how many of them are known."""

    place: int
    width: int
    known: int


def likely(top: Sequence[Line]) -> Likely | None:
    """The line at the top of a list that is most like its heading; None where all is blank."""
    filled = [sum(1 for cell in line.cells if cell.strip()) for line in top]
    widest = max(filled, default=0)
    if not widest:
        return None
    known = [len(guess(line.cells)) for line in top]
    if max(known) >= 2:
        place = known.index(max(known))
    else:
        place = next(n for n, count in enumerate(filled) if count >= widest * 0.6)
    return Likely(place, len(top[place].cells), known[place])


def headers(cells: Sequence[str]) -> tuple[str, ...]:
    """The headings as a person can choose among them: a blank one is its letter, none twice."""
    filled = [place for place, cell in enumerate(cells) if cell.strip()]
    names: dict[str, None] = {}
    counts: Counter[str] = Counter()
    for place in range(filled[-1] + 1 if filled else 0):
        plain = name = " ".join(cells[place].split()) or letter(place)
        while name in names:
            counts[plain] += 1
            name = f"{plain} ({counts[plain] + 1})"
        names[name] = None
    return tuple(names)


def letter(place: int) -> str:
    """The letters above a column in a spreadsheet: 0 is A, 26 is AA."""
    before, last = divmod(place, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


def guess(headers: Iterable[str]) -> dict[str, str]:
    """Field → heading, for the headings that are known in English or Indonesian."""
    by_key: dict[str, str] = {}
    for header in headers:
        by_key.setdefault(_key(header), header)
    found = {}
    for field, keys in HEADED.items():
        name = next((by_key[key] for key in keys.split() if key in by_key), None)
        if name is not None:
            found[field] = name
    return found


def columns(names: Sequence[str], mapping: Mapping[str, str]) -> dict[str, int] | None:
    """Field → place of its column, or None where a mapped heading is not among `names`."""
    places: dict[str, int] = {}
    for field, header in mapping.items():
        place = _place(names, header)
        if place is None:
            return None
        places[field] = place
    return places


def missing(names: Sequence[str], mapping: Mapping[str, str]) -> list[str]:
    """The mapped headings that are not among `names`."""
    return [header for header in mapping.values() if _place(names, header) is None]


def parse_mapping(text: str) -> dict[str, str]:
    """“nota=SalesOrderNumber,product=Item” as field → heading. Raises Invalid.

    A heading with a comma is put in quotation marks together with its field: "nota=No, nota".
    """
    mapping: dict[str, str] = {}
    try:
        pairs = next(csv.reader([text], skipinitialspace=True, strict=True), []) or [text]
    except csv.Error:
        pairs = [text]
    for pair in pairs:
        field, _, header = (part.strip() for part in pair.partition("="))
        if not field or not header:
            raise Invalid(
                say("sales", "“{text}” names no column. Write it as nota=Heading,product=Heading.")(
                    text=pair[:80]
                ),
                field="map",
            )
        field = field.casefold()
        check_field(field)
        if field in mapping:
            raise Invalid(say("sales", "“{field}” is named twice.")(field=field), field="map")
        mapping[field] = header
    return mapping


def check_field(field: str) -> None:
    """Raises Invalid for a field that a sale does not have."""
    if field not in FIELDS:
        raise Invalid(
            say("sales", "A sale has no “{field}”. It has: {fields}.")(
                field=field[:80], fields=", ".join(FIELDS)
            ),
            field="map",
        )


def _place(names: Sequence[str], header: str) -> int | None:
    wanted = " ".join(header.split())
    if wanted in names:
        return names.index(wanted)
    key = _key(wanted)
    return next((place for place, name in enumerate(names) if key and _key(name) == key), None)


def _key(header: str) -> str:
    """Letters and digits in lower case, without a unit in brackets behind: “Harga (Rp)”."""
    plain = re.sub(r"\([^()\d]*\)\s*$", "", header) or header
    return "".join(mark for mark in plain.casefold() if mark.isalnum())
