"""A thousand complaints in the words of real customers about real sales, taken in at one go."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desk.app.desk import Desk
from desk.app.home import Home
from desk.journal import customers
from desk.journal.queue import Wanted
from tests.cli.running import Shop

MANY = 1000
SALES = 32_718
FIRST = datetime.fromisoformat("2026-06-01T08:00:00+07:00")


def rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


@pytest.fixture(scope="session")
def complaints(shared_data: Path) -> list[dict[str, Any]]:
    """Reviews with one or two stars, each about the next line of the sales."""
    reviews = (
        row["Customer Review"]
        for row in rows(shared_data / "prdect-id" / "PRDECT-ID Dataset.csv")
        if row["Customer Rating"] in {"1", "2"} and row["Customer Review"].strip()
    )
    sold = rows(shared_data / "adventureworks-sales" / "sales.csv")
    return [
        {
            "draft_id": f"review {at}",
            "customer": {"name": sale["CustomerName"], "email": sale["EmailAddress"]},
            "nota": re.sub(r"\D", "", sale["SalesOrderNumber"]),
            "product": sale["Item"],
            "bought_at": sale["OrderDate"],
            "what_happened": review,
            "received_at": (FIRST + timedelta(minutes=20 * at)).isoformat(),
        }
        for at, review, sale in zip(range(MANY), reviews, sold, strict=False)
    ]


def expected_numbers(complaints: list[dict[str, Any]]) -> Iterator[str]:
    given: Counter[str] = Counter()
    for one in complaints:
        day = one["received_at"][:10].replace("-", "")
        stem = f"K1{day}{int(one['nota']):07}"
        given[stem] += 1
        yield stem if given[stem] == 1 else f"{stem}-{given[stem]}"


def searched_for(text: str) -> str:
    """The three longest words, as somebody remembers them."""
    return " ".join(sorted(re.findall(r"\w+", text), key=len)[-3:])


def test_a_thousand_real_complaints_are_registered_verified_and_found(
    shop: Shop, complaints: list[dict[str, Any]]
) -> None:
    taken = shop.register(*complaints)
    numbers = [one["number"] for one in taken]
    assert numbers == list(expected_numbers(complaints))
    assert len(set(numbers)) == len(numbers) == MANY
    assert shop("verify", "--json").document["complaints"] == MANY

    listed = shop("list", "--json", "--limit", str(MANY + 1)).documents
    assert sorted(row["number"] for row in listed) == sorted(numbers)
    assert [row["due_at"] for row in listed] == sorted(row["due_at"] for row in listed)

    with closing(Desk.open(Home(shop.home))) as desk:
        for one, told in zip(complaints, taken, strict=True):
            assert desk.find_number(told["number"]).id == told["id"]
            found = desk.queue(Wanted(find=searched_for(one["what_happened"])), limit=MANY)
            assert told["id"] in {row.id for row in found}, one["what_happened"]
        names = {one["customer"]["name"] for one in complaints}
        for name in sorted(names)[::20]:
            assert name in {row.name for row in desk.queue(Wanted(find=name), limit=MANY)}

    again = shop.register(*complaints[-20:])
    assert again == taken[-20:]


@pytest.mark.slow
def test_a_real_list_of_sales_is_read_once_and_known_afterwards(
    shop: Shop, shared_data: Path
) -> None:
    file = shared_data / "adventureworks-sales" / "sales.csv"
    first = shop("read-sales", file, "--json").document
    assert first["rows"] == SALES == sum(first[name] for name in FATES)
    assert first["taken"] + first["remarked"] == SALES
    again = shop("read-sales", file, "--json").document
    assert [again[name] for name in ("rows", *FATES)] == [SALES, 0, 0, SALES, 0]
    with closing(Desk.open(Home(shop.home))) as desk:
        assert customers.count(desk.journal.store) == SALES
        (sale,) = customers.by_nota(desk.journal.store, "43701")
        assert (sale.nota, sale.customer, sale.product) == (
            "SO43701",
            "Christy Zhu",
            "Mountain-100 Silver, 44",
        )
    shop("verify")


FATES = ("taken", "remarked", "known", "refused")
