"""Cards of desks: which one a new card may take the place of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from desk.app.believing import accept, own_card, revoke_of
from desk.app.desk import Desk
from desk.controllers.exchange.cards import CardLine, Cards
from desk.exchange.cards import Card, write_card
from desk.rules.errors import DeskError
from desk.words import Text
from tests.app.at_work import Clock
from tests.gui.exchange_shops import open_shop


class Sheet:
    """What the dialog shows."""

    def __init__(self) -> None:
        self.places: list[str] = []
        self.refused: list[DeskError] = []

    def show_cards(self, lines: Sequence[CardLine]) -> None:
        self.lines = lines

    def show_own(self, fingerprint: str) -> None:
        self.own = fingerprint

    def show_card(self, card: Card, words: Text, places: Sequence[tuple[str, str]]) -> None:
        self.places = [node for node, _ in places]

    def may_trust(self, reason: Text | None) -> None:
        self.reason = reason

    def show_refusal(self, fault: DeskError) -> None:
        self.refused.append(fault)

    def tell(self, text: Text) -> None:
        self.told = text


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Desk]:
    with closing(open_shop(tmp_path / "office", "9", "Pusat", Clock())) as made:
        yield made


def card_of(folder: Path, branch: str) -> Card:
    """The card of another desk of a branch."""
    with closing(open_shop(folder, branch, f"Cabang {branch}", Clock())) as desk:
        return own_card(desk)


def test_a_card_may_take_the_place_of_one_of_its_own_branch_that_counts(
    office: Desk, tmp_path: Path
) -> None:
    first, other = card_of(tmp_path / "a", "1"), card_of(tmp_path / "b", "2")
    for card in (first, other):
        accept(office, card)
    new = card_of(tmp_path / "c", "1")
    write_card(new, tmp_path / "new.deskcard")
    sheet = Sheet()
    cards = Cards(office, sheet)
    cards.read(tmp_path / "new.deskcard")
    assert (sheet.places, sheet.refused) == ([first.node], [])

    write_card(first, tmp_path / "first.deskcard")
    cards.read(tmp_path / "first.deskcard")
    assert sheet.places == [], "not of itself"

    office.do(revoke_of(first.node))
    cards.read(tmp_path / "new.deskcard")
    assert sheet.places == [], "not of one that counts no more"
