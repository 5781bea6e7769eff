"""A letter to the customer, from plain values to a PDF: on A4 or A5, in the receipt's hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from desk.moments import day
from desk.paper import sheet
from desk.paper.papers import MM, SIZES
from desk.paper.sheet import Look, Row, Rows, beside, clinging, rule, space, text, together
from desk.paper.stationery import AboutCase, framed, head
from desk.words import Text, say

SHEETS = SIZES["letter"]
"""The papers that a letter can be written on."""


@dataclass(frozen=True, kw_only=True)
class Letter(AboutCase):
    """What a letter says. Empty values are left out on paper; nothing typed is read as markup.

    `elsewhere` says where else the customer may turn (domain.md, section 6), apart from `text`.
    `written_at` is aware and printed in local time.
    """

    written_at: datetime
    name: str
    home: str = ""
    subject: Text
    text: str
    elsewhere: str = ""
    writer: str = ""


def letter_pdf(letter: Letter, *, paper: str, language: str) -> bytes:
    """The letter on `paper` in `language`; the same values always give the same bytes.

    Raises KeyError for a paper that is not one of `SHEETS`.
    """
    look = Look.of("letter", paper, language)
    width = look.paper.inner
    gap = space(look.unit * 1.5)
    rows = [
        *head(letter, look, width),
        *gap,
        *_addressee(letter, look, width),
        *gap,
        *_subject(letter, look, width),
        *text(letter.text.strip(), look.body, width),
        *gap,
        _signature(letter, look, width),
        *space(look.unit * 0.8),
    ]
    title = f"{look.said(letter.subject)} {letter.number}"
    return sheet.pdf(rows, _tail(letter, look, width), look, title=title, name=letter.grouped)


def _addressee(letter: Letter, look: Look, width: float) -> Rows:
    """To whom, and on which day."""
    left = width * 0.58
    to = [
        *text(look.said(say("letter", "To")), look.label, left),
        *text(letter.name, look.strong, left),
        *(text(letter.home, look.body, left) if letter.home else []),
    ]
    style = replace(look.body, align="right")
    date = text(look.said(day(letter.written_at)), style, width - left)
    return beside((0, [together(to)]), (left, [together(date)]))


def _subject(letter: Letter, look: Look, width: float) -> Rows:
    words = say("letter", "About: {subject}")(subject=letter.subject)
    return clinging([*text(look.said(words), look.strong, width), *space(look.unit * 0.8)])


def _signature(letter: Letter, look: Look, width: float) -> Row:
    """Room to sign by hand, above the name of whoever writes."""
    half = width / 2
    greeting = look.said(say("letter", "Yours sincerely,"))
    return together(
        [
            *text(greeting, look.body, half),
            *space(16 * MM),
            *rule(half),
            *space(look.unit * 0.2),
            *text(letter.writer or letter.company, look.body, half),
        ]
    )


def _tail(letter: Letter, look: Look, width: float) -> Rows:
    """Where else the customer may turn; and that the number leads back to the case."""
    keep = look.said(say("letter", "Please give the complaint number when you contact us."))
    rows = text(keep, look.small, width)
    if not letter.elsewhere:
        return rows
    heading = say("letter", "Where else you may turn")
    return [*framed(heading, letter.elsewhere, look, width), *rows]
