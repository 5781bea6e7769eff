"""What a line of a sales list can say, and which of its columns says it, by the heading."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from desk.rules.errors import Invalid
from desk.sheets.report import Line
from desk.words import Text, say

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
