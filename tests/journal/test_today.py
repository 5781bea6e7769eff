"""What a day asks for and what it brought, as the tables give it, quickly however much is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desk.app.commands import TakeFeedback
from desk.journal import today
from desk.rules import acts
from tests.controllers.day_shop import DayShop, day_shop
from tests.journal.databases import ON_A_FILE


@pytest.fixture
def shop(tmp_path: Path, database: str, request: pytest.FixtureRequest) -> Iterator[DayShop]:
    if database == "sqlite":
        with day_shop(tmp_path) as opened:
            yield opened
        return
    server = request.getfixturevalue("server")
    address = server.create()
    with day_shop(tmp_path, server.url(address.name)) as opened:
        yield opened
    server.drop(address)


def burning(shop: DayShop, *, actor: str = "", **within: float) -> list[tuple[str, str]]:
    until = shop.desk.now() + timedelta(**within)
    found = today.burning(shop.desk.journal.store, until=until, actor=actor)
    return [(one.kind, one.name) for one in found]


def test_an_answer_burns_from_the_moment_that_is_asked_for(shop: DayShop) -> None:
    shop.take_in("Bapak Hari", "1234")
    assert burning(shop, hours=24) == []
    assert burning(shop, hours=24, seconds=1) == [("due", "Bapak Hari")]


def test_safety_does_not_make_a_moment_pass_earlier(shop: DayShop) -> None:
    shop.take_in("Ibu Rita", "2345", safety=True)
    assert burning(shop, hours=2) == []
    assert burning(shop, hours=25) == [("due", "Ibu Rita")]


def test_a_solved_case_owes_only_news(shop: DayShop) -> None:
    case = shop.take_in("Bapak Hari", "1234")
    shop.act("Dedi", case, acts.Start())
    shop.act("Dedi", case, acts.Solve(cause="Kotor", remedy="Dibersihkan"), hours=1)
    assert burning(shop, hours=25) == [("news", "Bapak Hari")]


def test_a_promise_is_owed_after_closing_too(shop: DayShop) -> None:
    case = shop.take_in("Bapak Hari", "1234")
    by = "2026-06-19T15:00:00+07:00"
    shop.act("Dewi", case, acts.MakePromise(promise="p", what="Kabar", by=by))
    shop.close(case)
    assert burning(shop, hours=6) == [("promise", "Bapak Hari")]
    shop.act("Dedi", case, acts.BreakPromise(promise="p", why="Tidak ada stok"))
    assert burning(shop, hours=6) == []


def test_a_hand_over_waits_for_its_receiver_alone(shop: DayShop) -> None:
    case = shop.take_in("Bapak Hari", "1234")
    shop.act("Dewi", case, acts.PassOn(to="Dedi"))
    dedi = shop.desk.sign_in("Dedi").id
    citra = shop.desk.sign_in("Citra").id
    assert burning(shop, actor=dedi, hours=1) == [("hand_over", "Bapak Hari")]
    assert burning(shop, actor=citra, hours=1) == []
    shop.act("Dedi", case, acts.Accept())
    assert burning(shop, actor=dedi, hours=1) == []


def test_what_was_closed_and_reopened_today_did_not_end(shop: DayShop) -> None:
    case = shop.take_in("Bapak Hari", "1234")
    store, morning = shop.desk.journal.store, shop.desk.now() - timedelta(hours=9)
    shop.close(case)
    assert [one.name for one in today.closed_since(store, morning)] == ["Bapak Hari"]
    shop.act("Citra", case, acts.Reopen(why="Bunyi lagi"))
    assert today.closed_since(store, morning) == []
    shop.close(case)
    assert [one.name for one in today.closed_since(store, morning)] == ["Bapak Hari"]
    assert today.closed_since(store, shop.desk.now() + timedelta(hours=1)) == []


def test_a_kept_promise_is_told_with_its_words(shop: DayShop) -> None:
    case = shop.take_in("Bapak Hari", "1234")
    by = "2026-06-19T15:00:00+07:00"
    for name in ("a", "b"):
        shop.act("Dedi", case, acts.MakePromise(promise=name, what=f"Janji {name}", by=by))
    shop.act("Dedi", case, acts.KeepPromise(promise="b"))
    (kept,) = today.kept_since(shop.desk.journal.store, shop.desk.now() - timedelta(hours=1))
    assert (kept.what, kept.name, shop.desk.name_of(kept.who)) == ("Janji b", "Bapak Hari", "Dedi")


def test_only_praise_counts_as_thanks(shop: DayShop) -> None:
    shop.praise("Bagus sekali.")
    shop.desk.do(TakeFeedback(kind="suggestion", text="Tambah kursi."))
    found = today.praise_since(shop.desk.journal.store, shop.desk.now() - timedelta(hours=1))
    assert [(one.name, one.text) for one in found] == [("Ibu Wati", "Bagus sekali.")]


@ON_A_FILE
def test_every_list_is_read_through_an_index(
    shop: DayShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """None of them looks at every complaint or every entry."""
    store, now = shop.desk.journal.store, shop.desk.now()
    asked, run = [], store.run

    def overhear(sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        asked.append((sql, values))
        return run(sql, values)

    monkeypatch.setattr(store, "run", overhear)
    today.burning(store, until=now, actor="somebody")
    today.aftercare(store, until=now)
    for since in (today.closed_since, today.kept_since, today.praise_since):
        since(store, now)
    assert len(asked) == 7
    for sql, values in asked:
        plan = [str(row[-1]) for row in run(f"EXPLAIN QUERY PLAN {sql}", values)]
        assert not [step for step in plan if step.startswith("SCAN")], plan
