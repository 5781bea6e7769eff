"""Every paper of the house by its kind, filled for whoever prints it: the window or a command."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desk.app.desk import Desk
from desk.rules.complaint import Complaint
from desk.words import Text

Make = Callable[[str, str], bytes]
"""The PDF for a size and a language; it has all it needs with it, for the worker."""


@dataclass(frozen=True, kw_only=True)
class Filled:
    """A paper that only waits for its size, and what of the company's own words was unusable."""

    make: Make
    faults: tuple[Text, ...] = ()


def filled_paper(
    desk: Desk, kind: str, complaint: Complaint | None, *, language: str, text: str = ""
) -> Filled:
    """A paper of the house, or of a complaint; `text` is a letter's, where it is not the usual.

    Raises Refused where the registration is not here.
    """
    from desk.app.paper_facts import comment_card_of, leaflet_of
    from desk.paper.comment_card import comment_card_pdf
    from desk.paper.leaflet import leaflet_pdf

    if kind == "leaflet":
        written = leaflet_of(desk, language=language)
        leaflet = written.leaflet
        return Filled(
            make=lambda paper, language: leaflet_pdf(leaflet, paper=paper, language=language),
            faults=written.faults,
        )
    if complaint is None or kind == "comment_card":
        card = comment_card_of(desk, complaint)
        return Filled(
            make=lambda paper, language: comment_card_pdf(card, paper=paper, language=language)
        )
    return Filled(make=_of_case(desk, kind, complaint, language=language, text=text))


def _of_case(desk: Desk, kind: str, complaint: Complaint, *, language: str, text: str) -> Make:
    from desk.app.paper_facts import brief_paper, decision_of, tag_of, worksheet_of
    from desk.paper.brief import brief_pdf
    from desk.paper.letter import letter_pdf
    from desk.paper.tag import tag_pdf
    from desk.paper.worksheet import worksheet_pdf

    if kind == "letter":
        letter = decision_of(desk, complaint, language=language, text=text)
        return lambda paper, language: letter_pdf(letter, paper=paper, language=language)
    if kind == "brief":
        brief = brief_paper(desk, complaint)
        return lambda paper, language: brief_pdf(brief, paper=paper, language=language)
    if kind == "tag":
        tag = tag_of(desk, complaint)
        return lambda paper, language: tag_pdf(tag, paper=paper, language=language)
    sheet = worksheet_of(desk, complaint)
    return lambda paper, language: worksheet_pdf(sheet, paper=paper, language=language)
