"""A whole case on a page: what stands there, in which order, and what is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs

from desk.rules.complaint import Complaint, Conflict
from desk.telling.page import Around, head, warnings
from desk.telling.page import known as told
from desk.words import say
from tests.controllers.queue_shop import Shop, open_shop
from tests.speaking import speaking


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    yield from open_shop(tmp_path)


def around(shop: Shop) -> Around:
    return Around(
        now=shop.clock(),
        names={one.id: one.name for one in shop.desk.people()},
        branches={"1": "Hankam Bekasi"},
    )


def drawn(complaint: Complaint, known: Around) -> str:
    """What is told of a complaint, as text."""
    top, page = head(complaint, known), told(complaint, known)
    lines = [top.grouped, "".join(f"[{mark.words}]" for mark in top.marks if mark.words)]
    lines += [f"! {warning.words}" for warning in top.warnings]
    lines.append(f"{page.customer} {page.phone}".strip())
    for section in page.sections:
        lines.append(f"{section.title}:")
        lines += [f"  {fact.label}: {fact.value}".replace("  : ", "  ") for fact in section.facts]
    return "\n".join(lines)


def page_of(shop: Shop, name: str) -> str:
    return drawn(shop.desk.complaint(shop.ids[name]), around(shop))


HARI = """\
K1 2026-06-19 0001234
[Received]
Bapak Hari 0812-3456-7801
The customer says:
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
  Served by: Sari"""


def test_the_page_of_a_case_reads_from_top_to_bottom(shop: Shop) -> None:
    shop.four()
    shop.print("Bapak Hari")
    assert page_of(shop, "Bapak Hari") == HARI


def test_a_matter_of_safety_warns_before_anything_else(shop: Shop) -> None:
    shop.four()
    _number, marks, warning, *_ = page_of(shop, "Ibu Rita").splitlines()
    assert marks == "[Received][Safety][not printed]"
    assert warning.startswith("! Safety: the product is not to be used")


def test_a_complaint_without_a_nota_says_so(shop: Shop) -> None:
    shop.register("Ibu Dewi", nota="", no_nota=True)
    shop.register("Kak Ayu", nota="INV/2026/77", channel="marketplace")
    assert "Nota: without a nota" in page_of(shop, "Ibu Dewi")
    assert "Nota: INV/2026/77" in page_of(shop, "Kak Ayu")


def test_goods_that_were_taken_in_are_listed(shop: Shop) -> None:
    shop.register("Ibu Dewi", condition="Lecet", accessories=("pompa", "kunci"))
    text = page_of(shop, "Ibu Dewi")
    assert "Taken in:\n  Condition: Lecet\n  Accessories: pompa, kunci" in text


def test_photos_are_named_and_say_whether_they_are_here(shop: Shop) -> None:
    here, away = "a" * 64, "b" * 64
    shop.register("Ibu Dewi", files=(here, away))
    known = replace(around(shop), here=lambda digest: digest == here)
    page = told(shop.desk.complaint(shop.ids["Ibu Dewi"]), known)
    found = [(str(photo.name), photo.here) for photo in page.photos]
    assert found == [("Photo 1", True), ("Photo 2", False)]


def test_what_does_not_fit_together_is_shown(shop: Shop) -> None:
    shop.four()
    complaint = structs.replace(
        shop.desk.complaint(shop.ids["Bapak Hari"]),
        conflicts=(Conflict(say("complaint", "It was withdrawn twice."), "a1:2"),),
        update_needed=True,
    )
    assert [str(each.words).split(".")[0] for each in warnings(complaint)] == [
        "It was withdrawn twice",
        "A newer version of this program wrote something here that this one cannot show",
    ]


def test_a_page_without_its_registration_is_still_a_page(shop: Shop) -> None:
    page = drawn(shop.desk.complaint("not here"), around(shop))
    assert page == "\n[Received]\nthe customer"


def test_the_page_speaks_another_language_when_it_is_shown(shop: Shop) -> None:
    shop.four()
    page = head(shop.desk.complaint(shop.ids["Kak Wulan"]), around(shop))
    with speaking("id"):
        assert str(page.marks[0].words) == "Diterima"
