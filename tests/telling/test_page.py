"""A whole case on a page: what stands there, in which order, and what is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs

from desk.app.commands import OnCase
from desk.rules.acts import Note
from desk.rules.complaint import Conflict
from desk.telling.page import Around, CasePage, case_page
from desk.words import say
from tests.controllers.queue_shop import Shop, open_shop
from tests.speaking import speaking


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    yield from open_shop(tmp_path)


def page_of(shop: Shop, name: str, **around: object) -> CasePage:
    known = Around(
        now=shop.clock(),
        names={one.id: one.name for one in shop.desk.people()},
        branches={"1": "Hankam Bekasi"},
    )
    complaint = shop.desk.complaint(shop.ids[name])
    return case_page(complaint, replace(known, **around))  # type: ignore[arg-type] # a test's own


def drawn(page: CasePage) -> str:
    """The page as text."""
    lines = [page.grouped, f"[{page.state.words}] {page.next_step.words}"]
    lines += [f"! {told.words}" for told in page.warnings]
    lines.append(f"{page.customer} {page.phone}".strip())
    for section in page.sections:
        lines.append(f"{section.title}:")
        lines += [f"  {fact.label}: {fact.value}".replace("  : ", "  ") for fact in section.facts]
    lines += [f"{done.when} {done.who} {done.what} {done.text}".strip() for done in page.timeline]
    return "\n".join(lines)


HARI = """\
K1 2026-06-19 0001234
[Received] 2 hours late: call Bapak Hari now
Bapak Hari 0812-3456-7801
What happened:
  Ngerem berat dan ada bunyi.
  Understood: Rem berat sejak hari pertama.
  Wants: Repair
What was bought:
  Product: United E-Trifold
  Nota: 0001234
  Bought: 18 Jun 2026
How it came in:
  Received: Friday 19 June 2026, 08.00
  Channel: Walk-in
  Branch: 1, Hankam Bekasi
  Served by: Sari
today 10.00 Sari registered
today 10.00 Sari receipt printed
today 10.00 Sari note Tidak diangkat."""


def test_the_page_of_a_case_reads_from_top_to_bottom(shop: Shop) -> None:
    shop.four()
    shop.print("Bapak Hari")
    shop.desk.do(OnCase(complaint=shop.ids["Bapak Hari"], act=Note(text="Tidak diangkat.")))
    assert drawn(page_of(shop, "Bapak Hari")) == HARI


def test_a_matter_of_safety_warns_before_anything_else(shop: Shop) -> None:
    shop.four()
    page = page_of(shop, "Ibu Rita")
    assert str(page.safety.words) == "Safety"
    assert str(page.warnings[0].words).startswith("Safety: the product is not to be used")
    assert str(page.not_printed.words) == "not printed"


def test_a_complaint_without_a_nota_says_so(shop: Shop) -> None:
    shop.register("Ibu Dewi", nota="", no_nota=True)
    shop.register("Kak Ayu", nota="INV/2026/77", channel="marketplace")
    assert "Nota: without a nota" in drawn(page_of(shop, "Ibu Dewi"))
    assert "Nota: INV/2026/77" in drawn(page_of(shop, "Kak Ayu"))


def test_goods_that_were_taken_in_are_listed(shop: Shop) -> None:
    shop.register("Ibu Dewi", condition="Lecet", accessories=("pompa", "kunci"))
    text = drawn(page_of(shop, "Ibu Dewi"))
    assert "Taken in:\n  Condition: Lecet\n  Accessories: pompa, kunci" in text


def test_photos_are_named_and_say_whether_they_are_here(shop: Shop) -> None:
    here, away = "a" * 64, "b" * 64
    shop.register("Ibu Dewi", files=(here, away))
    page = page_of(shop, "Ibu Dewi", here=lambda digest: digest == here)
    found = [(str(photo.name), photo.here) for photo in page.photos]
    assert found == [("Photo 1", True), ("Photo 2", False)]


def test_what_does_not_fit_together_is_shown(shop: Shop) -> None:
    shop.four()
    complaint = structs.replace(
        shop.desk.complaint(shop.ids["Bapak Hari"]),
        conflicts=(Conflict(say("complaint", "It was withdrawn twice."), "a1:2"),),
        update_needed=True,
    )
    page = case_page(complaint, Around(now=shop.clock()))
    assert [str(told.words).split(".")[0] for told in page.warnings] == [
        "It was withdrawn twice",
        "A newer version of this program wrote something here that this one cannot show",
    ]


def test_a_page_without_its_registration_is_still_a_page(shop: Shop) -> None:
    page = case_page(shop.desk.complaint("not here"), Around(now=shop.clock()))
    assert drawn(page) == (
        "\n[Received] The registration is not here yet. It comes with a file of its branch.\n"
        "the customer"
    )


def test_the_page_speaks_another_language_when_it_is_shown(shop: Shop) -> None:
    shop.four()
    page = page_of(shop, "Kak Wulan")
    with speaking("id"):
        assert str(page.state.words) == "Diterima"
