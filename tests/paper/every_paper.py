"""Every kind of paper of a shop: as usual, with as much as can stand on it, and with hardly any."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

from desk.paper import stationery
from desk.paper.brief import BriefPaper, Spoken, brief_pdf
from desk.paper.counter import CommentCard, Leaflet, comment_card_pdf, leaflet_pdf
from desk.paper.goods import Tag, Worksheet, tag_pdf, worksheet_pdf
from desk.paper.letter import Letter, letter_pdf
from desk.paper.papers import SIZES
from desk.paper.receipt import Receipt, receipt_pdf
from desk.rules.choices import ASKED_FOR
from desk.words import LANGUAGES, Text, say

RECEIVED = datetime(2026, 6, 19, 2, 12, tzinfo=UTC)
DUE = RECEIVED + timedelta(hours=24)
STORY = "".join(f"Kalimat {n} dari cerita panjang pelanggan. " for n in range(80))[:3000]
NAME = " ".join(f"Nama{n:02}" for n in range(18))[:120]
THINGS = tuple(f"barang titipan nomor {n}" for n in range(10))
SHORT = "Ngerem berat dan ada bunyi gesekan di roda depan."

MAKE: dict[str, Callable[..., bytes]] = {
    "receipt": receipt_pdf,
    "tag": tag_pdf,
    "worksheet": worksheet_pdf,
    "brief": brief_pdf,
    "letter": letter_pdf,
    "comment_card": comment_card_pdf,
    "leaflet": leaflet_pdf,
}
EVERY = [(kind, size, language) for kind in MAKE for size in SIZES[kind] for language in LANGUAGES]
"""(kind, size, language) of every paper that there is."""

_SHOP = {
    "company": "Toko Sepeda Maju Jaya",
    "branch": "Hankam Bekasi",
    "address": "Jl. Raya Hankam No. 27, Bekasi",
    "reach": "WhatsApp 0812 9000 1100 · Senin–Sabtu 09.00–18.00",
}
_CASE = _SHOP | {"number": "K1202606190001234", "grouped": "K1 2026-06-19 0001234"}
_GOODS: dict[str, Any] = {
    "product": "United E-Trifold",
    "safety": True,
    "condition": "lecet di spakbor",
    "accessories": ("lampu depan", "dua anak kunci"),
}
_USUAL: dict[str, Any] = {
    "receipt": Receipt(
        **_CASE,
        **_GOODS,
        received_at=RECEIVED,
        due_at=DUE,
        customer="Bapak Hari",
        phone="0812••••801",
        nota="0001234",
        bought_at=date(2026, 6, 18),
        asked_for=ASKED_FOR["repair"],
        what_happened=SHORT,
        understood="Rem depan berat dan berbunyi.",
        served_by="Sari",
        qr="DESK1:K1202606190001234:20260619T0212Z:" + "0123456789ABCDEF" * 10,
    ),
    "tag": Tag(**_CASE, **_GOODS, received_at=RECEIVED, serial="UTF2406-00817"),
    "worksheet": Worksheet(
        **_CASE,
        **_GOODS,
        received_at=RECEIVED,
        due_at=DUE,
        customer="Bapak Hari",
        serial="UTF2406-00817",
        nota="0001234",
        asked_for=ASKED_FOR["repair"],
        said=SHORT,
    ),
    "brief": BriefPaper(
        **_CASE,
        as_of=say("brief", "{number} · as of {when}")(number="K1 2026-06-19 0001234", when="10.15"),
        step="Telepon Bapak Hari: dijanjikan oleh Dedi",
        before="Sebelum hari ini 14.10: dalam 2 jam",
        standing=("Ditangani", "Jatuh tempo besok 09.12", "Di tangan Dedi"),
        who=((say("brief", "Customer"), "Bapak Hari"), (say("brief", "Phone"), "0812-3456-7801")),
        what=(
            (say("brief", "Product"), "United E-Trifold"),
            (say("brief", "They say"), SHORT),
            (say("brief", "They want"), ASKED_FOR["repair"]),
        ),
        promised=("Sebelum hari ini 14.10: “Kabar hasil periksa”, oleh Dedi",),
        said=(
            Spoken(when="09.48", what="Dedi menelepon Bapak Hari", words="Kami periksa hari ini."),
            Spoken(when="09.32", what="Dewi menelepon Bapak Hari: tidak diangkat"),
        ),
    ),
    "letter": Letter(
        **_CASE,
        written_at=datetime(2026, 6, 19, 17, 30, tzinfo=UTC),
        name="Bapak Hari",
        home="Jl. Melati 5\nBekasi 17413",
        subject=say("letters", "Our decision, with reasons"),
        text="Selamat pagi Bapak Hari.\n\nYang kami temukan: kabel terjepit\nKeputusan: disetel",
        elsewhere="Selain kepada kami, Bapak berhak meminta bantuan BPSK di kota Bapak.",
        writer="Sari",
    ),
    "comment_card": CommentCard(**_CASE),
    "leaflet": Leaflet(
        **_SHOP,
        title="Ada yang kurang berkenan? Sampaikan kepada kami",
        intro="Setiap komplain kami catat, kami beri nomor, dan kami jawab.",
        steps=(("Sampaikan", "Di toko, lewat WhatsApp atau telepon."), ("Terima nomor", "")),
        promise="Dalam 1 × 24 jam Anda mendapat kabar.",
        bring="Nota dan barangnya.",
        elsewhere="BPSK di kota Anda.",
        privacy="Hanya untuk menangani komplain ini.",
    ),
}
_LONG: dict[str, dict[str, Any]] = {
    "receipt": {"customer": NAME, "understood": "", "what_happened": STORY, "copy": 3},
    "tag": {"product": NAME, "condition": STORY},
    "worksheet": {"customer": NAME, "said": STORY, "found": STORY, "remedy": STORY},
    "brief": {
        "who": ((say("brief", "Customer"), NAME), (say("brief", "Address"), STORY[:220])),
        "what": tuple((say("brief", "They say"), STORY[:220]) for _ in range(5)),
        "promised": tuple(STORY[:220] for _ in range(4)),
        "said": tuple(
            Spoken(when="09.48", what="Dedi menelepon", words=STORY[:220]) for _ in range(3)
        ),
    },
    "letter": {"name": NAME, "text": STORY},
    "comment_card": {"company": NAME, "branch": NAME},
    "leaflet": {"intro": STORY, "elsewhere": STORY, "company": NAME},
}
_NEEDED = ("company", "branch", "number", "grouped", "received_at", "due_at", "customer", "said")
_NEEDED += ("what_happened", "qr", "written_at", "name", "subject", "text", "title", "intro")
_NEEDED += ("promise", "as_of", "step", "before")


def usual(kind: str) -> Any:
    """The paper as a shop prints it."""
    return _USUAL[kind]


def long(kind: str) -> Any:
    """A name of 120 characters, a description of 3,000, ten accessories, and no phone."""
    more = _LONG[kind]
    names = {field.name for field in fields(usual(kind))}
    things = {"accessories": THINGS} if "accessories" in names else {}
    phone = {"phone": ""} if "phone" in names else {}
    return replace(usual(kind), **more, **things, **phone)


def bare(kind: str) -> Any:
    """Only what must be known."""
    paper = usual(kind)
    emptied = {
        field.name: type(getattr(paper, field.name))()
        for field in fields(paper)
        if field.name not in _NEEDED and isinstance(getattr(paper, field.name), str | tuple | bool)
    }
    unknown = {
        field.name: None for field in fields(paper) if field.name in {"asked_for", "bought_at"}
    }
    return replace(paper, **emptied, **unknown)


def told(paper: Any, language: str) -> Iterator[str]:
    """Every text that was given to a paper, as it must stand there."""
    for field in fields(paper):
        if field.name not in {"number", "qr", "logo"}:
            yield from _texts(getattr(paper, field.name), language)


def _texts(value: Any, language: str) -> Iterator[str]:
    if isinstance(value, Text):
        yield value.into(language)
    elif isinstance(value, str):
        yield from value.splitlines()
    elif isinstance(value, Spoken):
        yield from _texts((value.when, value.what, value.words), language)
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one, language)


def picture() -> bytes:
    """A company's logo as it is kept: a wheel beside a bar, twice as wide as high."""
    out = BytesIO()
    image = Image.new("RGBA", (640, 320))
    pen = ImageDraw.Draw(image)
    pen.ellipse((20, 20, 300, 300), outline=(200, 30, 30, 255), width=36)
    pen.rectangle((330, 130, 630, 190), fill=(20, 60, 140, 255))
    image.save(out, "PNG")
    return stationery.normal(out.getvalue())
