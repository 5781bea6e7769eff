"""A complaint as messages are written about it, at its stations."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from desk.journal.known import Shop
from desk.rules.complaint import Complaint, Promise
from desk.rules.entries import ComplaintRegistered


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+07:00")


NOW = at("2026-06-19T13:00")
SHOP = Shop(company="Toko Sepeda", branch="1", branch_name="Hankam Bekasi", reach="WA 0860-0000-01")
REGISTERED = ComplaintRegistered(
    number="K1202606190001234",
    branch="1",
    received_at="2026-06-19T09:12:00+07:00",
    nota=1234,
    customer="c",
    name="Bapak Hari",
    phone="+6281234567801",
    product="United E-Trifold",
    asked_for="repair",
    what_happened="Ngeremnya berat banget, masa tidak bisa dipakai.",
    understood="Rem berat dan berbunyi, tidak bisa dipakai.",
)
RECEIVED = Complaint(
    id="x",
    number=REGISTERED.number,
    registered=REGISTERED,
    received_at=at("2026-06-19T09:12"),
    due_at=at("2026-06-20T09:12"),
    next_contact_at=at("2026-06-20T09:12"),
    round_began_at=at("2026-06-19T09:12"),
)
SOLVED = replace(
    RECEIVED,
    state="solved",
    found="Kabel depan terjepit saat setang dibelokkan.",
    cause="kabel depan terjepit",
    remedy="rem disetel ulang, kabel dipindah",
    fault="shop",
    ended_at=at("2026-06-19T16:00"),
)
CLOSED = replace(
    SOLVED, state="closed", answer="agreed", closed_at=at("2026-06-19T17:00"), next_contact_at=None
)
DISAGREED = replace(SOLVED, state="in_handling", answer="not_agreed", level="cro", ended_at=None)
REFUND = Promise(id="p", what="uang kembali", by=at("2026-06-26T17:00"), who="w")
LATER = at("2026-06-21T17:00")
