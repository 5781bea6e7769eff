"""The hand-over brief: what a stranger reads of a case that others handled."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.app.desk import around_of, events_of
from desk.rules import acts
from desk.telling.brief import LAST, Brief, as_text, brief_of
from tests.controllers.day_shop import DayShop, day_shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[DayShop]:
    with day_shop(tmp_path) as opened:
        yield opened


def brief(shop: DayShop, case: str, who: str = "Citra") -> Brief:
    shop.desk.sign_in(who)
    return brief_of(
        shop.desk.complaint(case), events_of(shop.desk.journal.about(case)), around_of(shop.desk)
    )


def first(shop: DayShop, case: str, who: str = "Citra") -> list[str]:
    """The next step and its moment, as they stand on top."""
    shown = brief(shop, case, who)
    return [str(shown.step.words), str(shown.before.words)]


def test_a_case_with_15_entries_is_told_on_one_screen(shop: DayShop) -> None:
    case = shop.long_case()
    assert len(shop.desk.complaint(case).timeline) == 15
    drawn = as_text(brief(shop, case)).splitlines()
    assert drawn[0] == "K1 2026-06-19 0002345 · as of Friday 19 June 2026, 13.23"
    assert "“Kabar stem dari gudang”" in drawn[3]
    assert drawn[4:] == DRAWN.splitlines()


DRAWN = """\
  By today 15.00: in 1 hour

HOW IT STANDS
  In handling · Due tomorrow 17.00 · Not judged
  waiting for: A part · With Dedi · handed over to Citra, not accepted yet · extended once · \
due at first tomorrow 09.12

WHO
  Customer: Ibu Rita
  Phone: 0812-3456-7802
  E-mail: rita@contoh.id
  Address: Jl. Kenanga 5, Bekasi

WHAT
  Product: United Stylo Beat
  Nota: 0002345
  Bought: 12 Jun 2026
  They say: Setang tidak bisa dikunci sejak minggu pertama.
  They want: Repair
  They expected: Bisa dipakai lagi untuk sekolah hari Senin.
  We found: Baut stem aus.

PROMISED
  Before today 15.00: “Kabar stem dari gudang”, by Dedi
  Before tomorrow 16.00: “Antar ke rumah”, by Dedi

SAID, NEWEST FIRST
  13.18 · Ibu Rita called and spoke with Dewi: “Tanya apakah sudah ada.”
  12.48 · Dedi wrote a note: “Stem 28,6 mm dipesan dari cabang Pondok Gede.”
  12.48 · Dedi: Ibu Rita agreed to more time, until tomorrow 17.00: “Boleh, asal Sabtu selesai.”
  09.48 · Dedi called Ibu Rita: “Kami periksa hari ini.”
  09.32 · Dewi called Ibu Rita: no answer"""


def test_who_is_offered_a_case_reads_what_comes_behind_accepting_it(shop: DayShop) -> None:
    case = shop.take_in("Bapak Hari", "1234")
    shop.act("Dewi", case, acts.PassOn(to="Dedi"))
    step, before = first(shop, case, "Dedi")
    assert "Accept" not in step
    assert before == "By tomorrow 09.12: in 24 hours"


def test_late_is_told_with_the_moment_that_passed(shop: DayShop) -> None:
    case = shop.take_in("Bapak Hari", "1234")
    shop.clock.turn(hours=27)
    step, before = first(shop, case)
    assert "3 hours late" in step
    assert before == "Since today 09.12: 3 hours late"


def test_after_a_call_about_being_late_the_next_news_is_the_moment(shop: DayShop) -> None:
    case = shop.take_in("Bapak Hari", "1234")
    shop.act("Dewi", case, acts.Contact(said="Maaf, masih kami kerjakan."), hours=27)
    assert first(shop, case)[1] == "By tomorrow 12.12: in 24 hours"


def test_a_solved_case_is_to_be_closed_before_the_next_news(shop: DayShop) -> None:
    case = shop.take_in("Bapak Hari", "1234")
    shop.act("Dedi", case, acts.Start(), hours=1)
    shop.act("Dedi", case, acts.Solve(cause="Kotor", remedy="Dibersihkan"))
    shown = brief(shop, case)
    assert str(shown.before.words) == "By tomorrow 10.12: in 24 hours"
    assert "Remedy: Dibersihkan" in as_text(shown)


def test_a_closed_case_has_its_after_care_call_as_moment(shop: DayShop) -> None:
    case = shop.take_in("Bapak Hari", "1234")
    shop.close(case)
    assert str(brief(shop, case).before.words) == "By 21 Jun 2026, 09.12: in 2 days"


def test_a_withdrawn_case_has_no_moment(shop: DayShop) -> None:
    case = shop.take_in("Bapak Hari", "1234")
    shop.act("Dewi", case, acts.Withdraw(why="Salah catat"))
    assert str(brief(shop, case).before.words) == ""


def test_a_fresh_case_says_that_nobody_spoke_with_the_customer(shop: DayShop) -> None:
    drawn = as_text(brief(shop, shop.take_in("Bapak Hari", "1234")))
    assert "Nobody has spoken with the customer since it came in." in drawn
    assert "Nothing is owed beside the answer." in drawn


def test_long_stories_and_many_contacts_stay_on_one_screen(shop: DayShop) -> None:
    case = shop.take_in("Bapak Hari", "1234", what_happened="Rem berat. " * 100)
    for at in range(9):
        shop.act("Dewi", case, acts.Contact(said=f"Telepon {at}\nlagi"), minutes=1)
    for at in range(6):
        promise = acts.MakePromise(promise=f"p{at}", what=f"Janji {at}", by=_FRIDAY[at])
        shop.act("Dewi", case, promise)
    shown = brief(shop, case)
    said = next(fact for fact in shown.what if str(fact.label) == "They say")
    assert len(str(said.value)) <= 220
    assert [each.words for each in shown.said] == [
        f"Telepon {at} lagi" for at in (8, 7, 6, 5, 4, 3)
    ]
    assert len(shown.said) == LAST
    assert str(shown.promised[-1].words) == "and 2 more promises"


_FRIDAY = [f"2026-06-26T{hour}:00:00+07:00" for hour in range(10, 16)]
