"""Where the parts of a letter stand: head, addressee, text, signature, and the last word below."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desk.moments import day
from desk.paper import sheet
from desk.paper.codes import code128
from desk.paper.look import Look
from desk.paper.papers import MM, Paper
from desk.paper.rows import (
    Row,
    Rows,
    beside,
    boxed,
    clinging,
    rule,
    space,
    text,
    together,
)
from desk.words import say

if TYPE_CHECKING:
    from desk.paper.letter import Letter


def print_out(letter: Letter, *, paper: Paper, language: str) -> bytes:
    """The letter as a PDF."""
    look, width = Look(paper, language), paper.inner

    def foot(page: int, pages: int) -> Row:
        words = say("letter", "{number} · page {page} of {pages}")
        filled = words(number=letter.grouped, page=page, pages=pages)
        return together(text(look.said(filled), look.small, width))

    gap = space(look.unit * 1.5)
    rows = [
        *_head(letter, look, width),
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
    tail = _tail(letter, look, width)
    return sheet.pdf(rows, tail, paper=paper, title=title, language=language, foot=foot)


def _head(letter: Letter, look: Look, width: float) -> Rows:
    """Whose letter it is, and the number that a scanner reads."""
    right = width * 0.42
    left = width - right - look.unit
    name = look.fitted(letter.company, left, largest=look.paper.body * 1.6)
    if name.size < look.paper.body * 1.2:
        name = look.large(look.paper.body * 1.35)
    shop = [
        *text(letter.company, name, left),
        *text(letter.branch, look.strong, left),
        *_some(letter.address, look, left),
        *_some(letter.reach, look, left),
    ]
    number = [
        *text(look.said(say("letter", "Complaint number")), look.heading, right),
        *text(letter.grouped, look.fitted(letter.grouped, right, largest=12), right),
        *space(look.unit * 0.3),
        code128(letter.number, right, height=9 * MM),
    ]
    return [
        *beside((0, [together(shop)]), (width - right, [together(number)])),
        *space(look.unit * 0.7),
        *rule(width, dots=2),
    ]


def _some(words: str, look: Look, width: float) -> Rows:
    return text(words, look.small, width) if words else []


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
    pad = look.unit * 0.6
    heading = look.said(say("letter", "Where else you may turn"))
    inner = width - 2 * pad
    words = [*text(heading, look.heading, inner), *text(letter.elsewhere, look.body, inner)]
    return [boxed(words, width, pad=pad, dots=2), *space(look.unit * 0.7), *rows]
