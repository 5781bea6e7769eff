"""Peewee's queries, kept as text: asked with other values each time, on both databases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from msgspec import ValidationError
from peewee import fn

from desk.journal.known import set_pin_hash
from desk.journal.schema import Pin
from desk.journal.store import Kept, KeptAs, all_of, given


@dataclass(frozen=True, kw_only=True)
class Moment:
    """When somebody typed a wrong PIN, and whether they did."""

    staff: str
    tries: bool
    tried_at: datetime | None


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


def test_what_is_not_given_stands_in_the_text_as_it_was_written(counter) -> None:
    odd = 'it\'s "?", :who and 100 %\\'
    with counter.store.transaction():
        set_pin_hash(counter.store, odd, "hash")
    kept = Kept(lambda: Pin.select(Pin.tries).where(Pin.staff == odd, Pin.hash == given("hash")))
    assert kept.rows(counter.store, hash="hash") == [(0,)]
    assert len(kept.text(counter.store).values) == 1


def test_as_many_rows_come_as_are_wanted_each_time(counter) -> None:
    pins(counter)
    kept = Kept(lambda: Pin.select(Pin.staff).order_by(Pin.staff).limit(given("limit")))
    assert kept.rows(counter.store, limit=1) == [("ana",)]
    assert kept.rows(counter.store, limit=9) == [("ana",), ("budi",)]
    assert kept.rows(counter.store, limit=0) == []
    assert kept.text(counter.store, 9).values == ()


def test_a_class_takes_a_row_as_its_fields_say(counter) -> None:
    pins(counter)
    with counter.store.transaction():
        at_noon = Pin.update(tries=1, tried_at="2026-06-18T12:00:00Z").where(Pin.staff == "budi")
        all_of(counter.store, at_noon)
    kept = KeptAs(
        Moment,
        lambda: Pin.select(Pin.staff, Pin.tries, fn.nullif(Pin.tried_at, "").alias("tried_at")),
    )
    noon = datetime(2026, 6, 18, 12, tzinfo=UTC)
    assert sorted(kept.all(counter.store), key=lambda one: one.staff) == [
        Moment(staff="ana", tries=False, tried_at=None),
        Moment(staff="budi", tries=True, tried_at=noon),
    ]
    with counter.store.transaction():
        all_of(counter.store, Pin.update(tried_at="noon").where(Pin.staff == "budi"))
    with pytest.raises(ValidationError, match="datetime"):
        kept.all(counter.store)
