"""Peewee's queries, kept as text: asked with other values each time, on both databases."""

from __future__ import annotations

from dataclasses import dataclass

from desk.journal.asking import Kept, KeptAs, all_of, given
from desk.journal.known import set_pin_hash
from desk.journal.schema import Pin


@dataclass
class Tries:
    """Somebody's wrong PINs."""

    who: str
    tries: int


def pins(counter) -> None:
    with counter.store.transaction():
        for who in ("ana", "budi"):
            set_pin_hash(counter.store, who, f"hash of {who}")
        all_of(counter.store, Pin.update(tries=3).where(Pin.staff == "budi"))


def test_a_kept_query_is_built_once_and_takes_other_values_each_time(counter) -> None:
    pins(counter)
    built = []

    def build():
        built.append("once")
        return Pin.select(Pin.hash).where(Pin.staff == given("who"), Pin.tries < given("most"))

    kept = Kept(build)
    assert kept.rows(counter.store, who="ana", most=9) == [("hash of ana",)]
    assert kept.rows(counter.store, most=9, who="budi") == [("hash of budi",)]
    assert kept.rows(counter.store, who="budi", most=3) == []
    assert built == ["once"]


def test_what_is_made_of_a_row_is_told_its_columns_by_name(counter) -> None:
    pins(counter)
    kept = KeptAs(Tries, lambda: Pin.select(Pin.tries, Pin.staff.alias("who")).order_by(Pin.staff))
    assert kept.all(counter.store) == [Tries("ana", 0), Tries("budi", 3)]
