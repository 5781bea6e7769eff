"""The leaflet for the counter: how a complaint goes here, and where else the customer may turn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.paper import sheet
from desk.paper.look import Look
from desk.paper.sheet import beside, clinging, rule, space, text, together
from desk.paper.stationery import FromShop, framed, paragraph, shop, title, ways
from desk.words import say

if TYPE_CHECKING:
    from desk.paper.sheet import Rows


@dataclass(frozen=True, kw_only=True)
class Leaflet(FromShop):
    """What the leaflet says, in the language of the paper. A step is (what, how)."""

    title: str
    intro: str
    steps: tuple[tuple[str, str], ...]
    promise: str
    bring: str = ""
    elsewhere: str = ""
    privacy: str = ""


def leaflet_pdf(leaflet: Leaflet, *, paper: str, language: str) -> bytes:
    """The leaflet on `paper`. Raises KeyError for a paper that it does not come on."""
    look = Look.of("leaflet", paper, language)
    width = look.paper.inner
    gap = space(look.unit * 0.7)
    rows = [
        *shop(leaflet, look, width),
        *space(look.unit * 0.5),
        *rule(width, dots=2),
        *gap,
        *title(leaflet.title, look, width),
        *space(look.unit * 0.3),
        *text(leaflet.intro, look.body, width),
        *gap,
        *_steps(leaflet, look, width),
        *framed(say("leaflet", "What we promise"), leaflet.promise, look, width),
        *paragraph(say("leaflet", "Please bring"), leaflet.bring, look, width),
        *paragraph(say("leaflet", "Where else you may turn"), leaflet.elsewhere, look, width),
        *paragraph(say("leaflet", "Your details"), leaflet.privacy, look, width),
    ]
    tail = [
        *rule(width),
        *space(look.unit * 0.4),
        *text(look.said(say("leaflet", "How to reach us")), look.heading, width),
        *(ways(leaflet, look, width) or text(leaflet.branch, look.strong, width)),
    ]
    return sheet.pdf(rows, tail, look, title=leaflet.title, name=leaflet.title)


def _steps(leaflet: Leaflet, look: Look, width: float) -> Rows:
    """A large figure before each; the figures are as wide as the widest."""
    figure = look.large(look.paper.body * 2)
    left = figure.advance(str(len(leaflet.steps))) + look.unit * 0.7
    rows: Rows = []
    for number, (what, how) in enumerate(leaflet.steps, start=1):
        words = [
            *clinging(text(what, look.strong, width - left)),
            *(text(how, look.body, width - left) if how else []),
        ]
        mark = [together(text(str(number), figure, left))]
        rows += [*beside((0, mark), (left, [together(words)])), *space(look.unit * 0.5)]
    return rows
