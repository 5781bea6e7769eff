"""A desk after some years: complaints by the ten thousand, written through the one write path."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec.structs import replace

from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from desk.rules.chain import new_id
from desk.rules.entries import ComplaintRegistered
from desk.rules.intake import Intake
from desk.rules.number import ComplaintNumber

FIRST = datetime(2020, 1, 2, 1, 0, tzinfo=UTC)
WANTED = SetUp(company="Toko Sepeda Maju", branch="1", branch_name="Hankam Bekasi")
_TALK = """
rem depan belakang berbunyi keras setang turun kursi goyang ban bocor rantai lepas pedal patah
baterai cepat habis pengisi panas lampu mati kasir menunggu lama barang salah kirim warna beda
janji kemarin uang kembali garansi tidak diterima sadel sobek cat terkelupas
"""
WORDS = _TALK.split()


def _dice(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - the same desk each time


def sentence(dice: random.Random) -> str:
    """What a customer tells, some twenty words of a shop."""
    return " ".join(dice.choices(WORDS, k=20))


def events(many: int) -> Iterator[tuple[str, ComplaintRegistered]]:
    """(id, registration): a customer comes back now and then, each complaint has its own nota."""
    dice = _dice(7)
    for at in range(many):
        received = FIRST + timedelta(hours=2 * at)
        number = ComplaintNumber("1", received.astimezone().date(), at % 9_000_000 + 1)
        who = dice.randrange(max(1, many * 3 // 4))
        yield (
            new_id(received),
            ComplaintRegistered(
                number=str(number),
                branch="1",
                received_at=received.astimezone().isoformat(timespec="seconds"),
                nota=number.nota,
                customer=f"customer {who}",
                name=f"Pelanggan {who}",
                phone=f"+62812{who:08}",
                product=f"Sepeda {who % 50}",
                what_happened=sentence(dice),
            ),
        )


def crowded_desk(folder: Path, many: int) -> Desk:
    """A desk with so many complaints, with the administrator at work."""
    desk = set_up(Home(folder), WANTED, lambda: FIRST)
    actor = desk.actor
    assert actor is not None
    with desk.journal.writing(actor=actor.id, now=FIRST, clock_confirmed=True) as pen:
        for subject, event in events(many):
            pen.write(event, subject=subject)
    desk.journal.store.tidy()
    desk.journal.store.settle()
    desk.close()
    opened = Desk.open(desk.home)
    opened.clock_confirmed = True
    opened.sign_in()
    return opened


def visitor(at: int) -> Intake:
    """Somebody new comes in."""
    dice = _dice(at)
    typed = Intake(
        id=new_id(datetime.now(UTC)),
        name=f"Ibu Baru {at}",
        phone=f"0813{at:08}",
        nota=str(at % 9_000_000 + 1),
        what_happened=sentence(dice),
    )
    return replace(typed, product=f"Sepeda {at % 50}")
