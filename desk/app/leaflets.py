"""The leaflet on how a complaint goes here, in the company's own words where it wrote some."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desk.app.desk import Desk
from desk.app.editable import edited, same_form
from desk.app.message_texts import filled
from desk.app.messages import load
from desk.app.papers_of_case import from_shop
from desk.paper.leaflet import Leaflet
from desk.words import Text

_FOLDER = "leaflet"


@dataclass(frozen=True)
class Written:
    """The leaflet, and what of the company's own file could not be used."""

    leaflet: Leaflet
    faults: tuple[Text, ...] = ()


def leaflet_of(desk: Desk, *, language: str) -> Written:
    """The leaflet in `language`; where else to turn is what letters say about it, too."""
    home = desk.home.folder
    found = edited(_FOLDER, f"{language}.json", home, same_form)
    texts = found.content
    leaflet = Leaflet(
        **from_shop(desk),
        title=texts["title"],
        intro=texts["intro"],
        steps=tuple(map(_step, texts["steps"])),
        promise=texts["promise"],
        bring=texts["bring"],
        privacy=texts["privacy"],
        elsewhere=_elsewhere(desk, home, language),
    )
    return Written(leaflet, found.faults)


def _step(text: str) -> tuple[str, str]:
    """(what, how): the first line, and those below."""
    what, _, how = text.strip().partition("\n")
    return what.strip(), how.strip()


def _elsewhere(desk: Desk, home: Path, language: str) -> str:
    texts, shop = load(home, language), desk.shop
    known = {
        "you": texts.you.get("", ""),
        "shop": shop.company,
        "branch": shop.branch_name,
        "reach": shop.reach,
    }
    told = (filled(text, known) for text in texts.parts["elsewhere"].texts)
    return next(filter(None, told), "")
