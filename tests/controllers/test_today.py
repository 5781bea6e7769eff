"""Today: the three lists as they are read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.controllers.today import Listed, day_of
from desk.rules import acts
from tests.controllers.day_shop import DayShop, day_shop
from tests.speaking import speaking


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[DayShop]:
    with day_shop(tmp_path) as opened:
        yield opened


def heard(listed: Listed) -> list[str]:
    return [row.heard for row in listed.rows]


def test_an_empty_day_says_what_will_stand_there(shop: DayShop) -> None:
    day = day_of(shop.desk, shop.desk.now())
    assert str(day.title) == "Today, 19 Jun 2026"
    for listed in (day.burning, day.aftercare, day.ended):
        assert listed.rows == ()
        assert "here" in str(listed.empty)


def test_what_burns_is_told_with_its_moment_the_soonest_first(shop: DayShop) -> None:
    shop.take_in("Bapak Hari", "1234")
    shop.clock.turn(hours=25)
    fresh = shop.take_in("Ibu Rita", "2345")
    promise = acts.MakePromise(
        promise="p", what="Kabar", by="2026-06-20T15:00:00+07:00", who="Dedi"
    )
    shop.act("Dewi", fresh, promise)
    shop.act("Dewi", fresh, acts.PassOn(to="Citra"))
    shop.desk.sign_in("Citra")
    day = day_of(shop.desk, shop.desk.now())
    assert heard(day.burning) == [
        "1 hour late. Bapak Hari: the answer is due, with Dewi",
        "before today 15.00. Ibu Rita: promised by Dedi. Kabar",
        "tomorrow 10.12. Ibu Rita: handed over to you: accept it or give it back",
    ]
    assert str(day.burning.count) == "3 moments"
    assert [row.mark.tone for row in day.burning.rows] == ["late", "calm", "calm"]


def test_after_care_is_due_two_days_after_closing_and_late_after_three(shop: DayShop) -> None:
    case = shop.take_in("Bapak Hari", "1234")
    shop.close(case)
    assert heard(day_of(shop.desk, shop.desk.now()).aftercare) == []
    shop.clock.turn(days=2)
    day = day_of(shop.desk, shop.desk.now())
    assert heard(day.aftercare) == ["call before tomorrow 09.12. Bapak Hari: closed 19 Jun 2026"]
    shop.clock.turn(hours=26)
    day = day_of(shop.desk, shop.desk.now())
    assert heard(day.aftercare) == ["2 hours late. Bapak Hari: closed 19 Jun 2026"]
    shop.act("Citra", case, acts.Contact(said="Masih baik."))
    assert heard(day_of(shop.desk, shop.desk.now()).aftercare) == []


def test_the_days_end_counts_what_ended_well(shop: DayShop) -> None:
    angry = shop.take_in("Bapak Hari", "1234")
    owed = shop.take_in("Ibu Rita", "2345")
    by = "2026-06-20T17:00:00+07:00"
    shop.act("Dedi", owed, acts.MakePromise(promise="p", what="Antar ke rumah", by=by))
    shop.clock.turn(hours=25)
    shop.close(angry, 5, words="Sabar sekali.\nTerima kasih.")
    shop.act("Dedi", owed, acts.KeepPromise(promise="p"), minutes=1)
    shop.clock.turn(minutes=1)
    quiet = shop.take_in("Kak Wulan", "3456")
    shop.close(quiet, None)
    shop.clock.turn(minutes=1)
    shop.praise("Toko terbaik.")
    ended = day_of(shop.desk, shop.desk.now()).ended
    assert heard(ended) == [
        "10.15 thanks received. Ibu Wati: praise. Toko terbaik.",
        "10.14 closed: no score given. Kak Wulan: Agreed",
        "10.13 promise kept. Ibu Rita: promised by Dedi. Antar ke rumah",
        "10.12 turned from angry to pleased: 5 of 5. Bapak Hari: Agreed. "
        "Sabar sekali. Terima kasih.",
    ]
    assert str(ended.count) == (
        "2 closed · 1 promise kept · thanks 2 times · 1 turned from angry to pleased"
    )


def test_a_low_score_is_told_but_not_as_good(shop: DayShop) -> None:
    case = shop.take_in("Bapak Hari", "1234")
    shop.close(case, 2, why="Lama")
    (row,) = day_of(shop.desk, shop.desk.now()).ended.rows
    assert (row.mark.tone, row.mark.icon) == ("soon", "face_2")


def test_yesterday_is_over(shop: DayShop) -> None:
    shop.close(shop.take_in("Bapak Hari", "1234"))
    shop.praise("Bagus.")
    shop.clock.turn(hours=15)
    assert heard(day_of(shop.desk, shop.desk.now()).ended) == []


def test_the_day_can_be_told_in_both_languages(shop: DayShop) -> None:
    shop.long_case()
    day = day_of(shop.desk, shop.desk.now())
    for language in ("en", "id"):
        with speaking(language):
            assert "Ibu Rita" in day.burning.rows[0].heard


def test_one_broken_promise_of_two_is_reason_enough_to_be_angry(shop: DayShop) -> None:
    """Nothing was late, nobody disagreed: only one of two promises was not kept."""
    case = shop.take_in("Bapak Hari", "1234")
    by = "2026-06-19T17:00:00+07:00"
    for promise in ("kept", "broken"):
        shop.act("Dedi", case, acts.MakePromise(promise=promise, what="Antar", by=by))
    shop.act("Dedi", case, acts.KeepPromise(promise="kept"))
    shop.act("Dedi", case, acts.BreakPromise(promise="broken", why="Mobil mogok"))
    shop.close(case, 4)
    assert str(day_of(shop.desk, shop.desk.now()).ended.count) == (
        "1 closed · 1 promise kept · 1 turned from angry to pleased"
    )


@pytest.mark.parametrize(
    ("score", "told"), [(5, "thanks once"), (4, "1 closed"), (3, "1 closed"), (None, "1 closed")]
)
def test_who_had_no_reason_to_be_angry_is_not_turned_round(
    shop: DayShop, score: int | None, told: str
) -> None:
    shop.close(shop.take_in("Bapak Hari", "1234"), score)
    count = str(day_of(shop.desk, shop.desk.now()).ended.count)
    assert "turned" not in count
    assert told in count
