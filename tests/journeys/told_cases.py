"""The three cases that every version carries: what the customers tell, and the same by commands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

COMPLAINTS: Mapping[str, dict[str, str]] = {
    "A": {
        "phone": "081234567801",
        "name": "Bapak Hari",
        "nota": "1234",
        "product": "United E-Trifold",
        "bought_at": "18-6-2026",
        "what_happened": "Ngerem berat dan ada bunyi",
        "understood": "Rem berat dan berbunyi sejak hari kedua.",
        "wish": "1",
    },
    "B": {
        "phone": "081287654321",
        "name": "Ibu Rita",
        "nota": "2201",
        "product": "United Stylo Beat",
        "bought_at": "20-6-2026",
        "what_happened": "Setang turun terus walau sudah dikencangkan",
        "understood": "Setang turun terus meskipun klem sudah dikencangkan.",
        "wish": "4",
    },
    "C": {
        "phone": "081311112222",
        "name": "Ibu Lestari",
        "nota": "3120",
        "product": "United Nucleus",
        "bought_at": "16-6-2026",
        "what_happened": "Las-lasan rangka retak setelah seminggu",
        "understood": "Las-lasan retak setelah seminggu; sepeda baru diminta.",
        "wish": "2",
    },
}
"""What is typed at the counter, field after field; `wish` is the key of what they ask for."""

WISHES = {"1": "repair", "2": "replacement", "4": "explanation"}
UNSAFE = frozenset({"A", "C"})


def document(name: str) -> dict[str, Any]:
    """The same complaint for the command `register`."""
    told = COMPLAINTS[name]
    day, month, year = told["bought_at"].split("-")
    return {
        "customer": {"name": told["name"], "phone": told["phone"]},
        "nota": told["nota"],
        "product": told["product"],
        "bought_at": f"{year}-{int(month):02}-{int(day):02}",
        "what_happened": told["what_happened"],
        "understood": told["understood"],
        "asked_for": WISHES[told["wish"]],
        "safety": name in UNSAFE,
    }


@dataclass(frozen=True)
class Deed:
    """What somebody does at an hour, as the command `act` takes it."""

    hour: str
    who: str
    action: str
    details: Mapping[str, Any]


def _deed(told: str, action: str, **details: Any) -> Deed:
    day, clock, who = told.split()
    return Deed(f"2026-06-{day} {clock}", who, action, details)


RECEIVED = {"A": "2026-06-19 09.12", "B": "2026-06-22 16.40", "C": "2026-06-23 17.00"}
"""When each is taken in, by Sari."""

_A = ("Setelan awal salah, jalur kabel keliru.", "Rem disetel ulang, kabel depan dipindahkan.")
_B = ("Pelanggan belum tahu cara mengencangkan klem.", "Ditunjukkan lagi cara mengencangkannya.")
_C = ("Cacat pabrik: las-lasan tidak tembus.", "Sepeda pengganti dari pabrik.")

DEEDS: Mapping[str, tuple[Deed, ...]] = {
    "A": (
        _deed("19 09.20 Sari", "pass_on", to="Dedi", note="Tolong hari ini, ini soal rem."),
        _deed("19 09.31 Dedi", "accept"),
        _deed("19 09.31 Dedi", "start"),
        _deed("19 09.40 Dedi", "contact", said="Sore ini diperiksa; besok pagi dikabari."),
        _deed(
            "19 13.30 Anto",
            "examine",
            found="Kabel depan terjepit saat setang dibelokkan.",
            cause=_A[0],
            remedy=_A[1],
        ),
        _deed("19 15.05 Dedi", "judge", fault="shop"),
        _deed("19 15.10 Dedi", "solve", cause=_A[0], remedy=_A[1]),
        _deed("19 16.30 Sari", "confirm_judgement"),
        _deed(
            "19 16.40 Sari",
            "close",
            answer="agreed",
            score=5,
            words="Remnya pakem lagi.",
            entered_by="customer",
        ),
    ),
    "B": (
        _deed("22 16.42 Sari", "pass_on", to="Dedi", note="Ibu Rita menunggu di toko."),
        _deed("22 16.45 Dedi", "accept"),
        _deed("22 16.45 Dedi", "start"),
        _deed(
            "22 16.55 Anto",
            "examine",
            found="Klem setang baik, hanya belum kencang.",
            cause=_B[0],
            remedy=_B[1],
        ),
        _deed("22 17.05 Dedi", "judge", fault="customer"),
        _deed("22 17.05 Dedi", "solve", cause=_B[0], remedy=_B[1]),
        _deed("22 17.10 Sari", "confirm_judgement"),
        _deed(
            "22 17.12 Sari",
            "close",
            answer="agreed",
            score=4,
            words="Sekarang saya bisa sendiri.",
            entered_by="staff",
        ),
    ),
    "C": (
        _deed("23 17.05 Sari", "pass_on", to="Dedi", note="Sepeda tidak boleh dipakai dulu."),
        _deed("23 17.20 Dedi", "accept"),
        _deed("23 17.20 Dedi", "start"),
        _deed(
            "24 10.00 Anto",
            "examine",
            found="Retak di las-lasan bawah sadel.",
            cause=_C[0],
            remedy=_C[1],
        ),
        _deed("24 10.20 Dedi", "wait", **{"for": "maker"}, why="Pabrik mengirim sepeda pengganti."),
        _deed(
            "24 15.30 Dedi",
            "extend",
            until="2026-06-25T12:00:00+07:00",
            contact={
                "direction": "out",
                "how": "phone",
                "answered": True,
                "said": "Boleh, asal besok siang sudah ada kabar.",
            },
            agreed=True,
        ),
        _deed("25 08.40 Dedi", "judge", fault="product"),
        _deed(
            "25 08.45 Dedi",
            "promise",
            what="Uang ongkos kirim dikembalikan lewat transfer.",
            by="2026-06-26T17:00:00+07:00",
        ),
        _deed("25 09.00 Dedi", "solve", cause=_C[0], remedy=_C[1]),
        _deed("26 10.05 Dedi", "keep", note="Bukti transfer dikirim lewat WhatsApp."),
        _deed("26 10.20 Sari", "confirm_judgement"),
        _deed(
            "26 10.30 Sari",
            "close",
            answer="agreed",
            score=5,
            words="Sepeda baru sudah datang, terima kasih.",
            entered_by="customer",
        ),
    ),
}
