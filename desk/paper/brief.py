"""The hand-over brief on one page: from it a colleague takes a case over without asking anybody."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desk.paper import sheet
from desk.paper.sheet import Look, Words, beside, boxed, clinging, rule, space, text, together
from desk.paper.stationery import AboutCase, head, sign, title
from desk.words import Text, say

if TYPE_CHECKING:
    from desk.paper.sheet import Row, Rows

_TITLE = say("brief", "Hand-over brief")
_SMALLEST = 0.76
"""Of the usual type: what else would not fit on the page is written smaller, never smaller yet."""


@dataclass(frozen=True, kw_only=True)
class Spoken:
    """One contact: when, who and how, and what was said."""

    when: Words
    what: Words
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class BriefPaper(AboutCase):
    """What the brief says, in the order in which it is read; `who` and `what` are (label, value).

    `said` is newest first. What does not fit on one page is left out from its end, and counted.
    """

    as_of: Text
    step: Words
    before: Words
    standing: tuple[Words, ...]
    who: tuple[tuple[Words, Words], ...]
    what: tuple[tuple[Words, Words], ...]
    promised: tuple[Words, ...]
    said: tuple[Spoken, ...]


def brief_pdf(brief: BriefPaper, *, paper: str, language: str) -> bytes:
    """The brief on one page of `paper`. Raises KeyError for a paper that it does not come on."""
    usual = Look.of("brief", paper, language)
    for said in range(len(brief.said), -1, -1):
        for share in (1.0, 0.92, 0.84, _SMALLEST):
            look = replace(usual, paper=replace(usual.paper, body=usual.paper.body * share))
            rows, tail = _rows(brief, said, look), _tail(look)
            if len(sheet.pages_of(rows, tail, look.paper)) == 1:
                return _pdf(brief, rows, tail, look)
    return _pdf(brief, rows, tail, look)


def _pdf(brief: BriefPaper, rows: Rows, tail: Rows, look: Look) -> bytes:
    name = f"{look.said(_TITLE)} {brief.number}"
    return sheet.pdf(rows, tail, look, title=name, name=brief.grouped)


def _rows(brief: BriefPaper, said: int, look: Look) -> Rows:
    width = look.paper.inner
    return [
        *head(brief, look, width),
        *space(look.unit * 0.5),
        *title(_TITLE, look, width),
        *text(look.said(brief.as_of), look.small, width),
        *space(look.unit * 0.4),
        _next(brief, look, width),
        *space(look.unit * 0.5),
        *_heading(say("brief", "How it stands"), look, width),
        *text(" · ".join(filter(None, map(look.said, brief.standing))), look.body, width),
        *space(look.unit * 0.5),
        *_who_and_what(brief, look, width),
        *space(look.unit * 0.5),
        *_heading(say("brief", "Promised"), look, width),
        *_promised(brief, look, width),
        *space(look.unit * 0.5),
        *_heading(say("brief", "Said, newest first"), look, width),
        *_said(brief, said, look, width),
    ]


def _who_and_what(brief: BriefPaper, look: Look, width: float) -> Rows:
    """Side by side, or one below the other where that takes less room."""
    half = (width - look.unit) / 2
    who, what = say("brief", "Who"), say("brief", "What")
    left, right = _facts(who, brief.who, look, half), _facts(what, brief.what, look, half)
    columns = beside((0, left), (half + look.unit, right))
    upper, lower = _facts(who, brief.who, look, width), _facts(what, brief.what, look, width)
    stacked = [*upper, *space(look.unit * 0.5), *lower]
    return min(columns, stacked, key=lambda rows: together(rows).height)


def _heading(words: Text, look: Look, width: float) -> Rows:
    above = [*text(look.said(words), look.heading, width), *rule(width), *space(look.unit * 0.15)]
    return clinging(above)


def _next(brief: BriefPaper, look: Look, width: float) -> Row:
    """What is to be done now, and by when: the largest words of the page."""
    pad = look.unit * 0.5
    inner = width - 2 * pad
    rows = [
        *text(look.said(say("brief", "Next")), look.notice, inner),
        *text(look.said(brief.step), look.large(look.paper.body * 1.35), inner),
        *(text(look.said(brief.before), look.strong, inner) if brief.before else []),
    ]
    return boxed(rows, width, pad=pad, dots=4)


def _facts(heading: Text, told: tuple[tuple[Words, Words], ...], look: Look, width: float) -> Rows:
    """Labels on the left; all of them as wide as the widest."""
    rows = _heading(heading, look, width)
    if not told:
        return [*rows, *text("–", look.body, width)]
    labels = min(
        max(look.label.advance(look.said(label)) for label, _ in told) + look.unit * 0.6,
        width * 0.45,
    )
    for label, value in told:
        name = text(look.said(label), look.label, labels)
        rows += beside((0, name), (labels, text(look.said(value), look.body, width - labels)))
    return rows


def _promised(brief: BriefPaper, look: Look, width: float) -> Rows:
    nothing = say("brief", "Nothing is owed beside the answer.")
    return _dashed([look.said(one) for one in brief.promised or (nothing,)], look, width)


def _said(brief: BriefPaper, count: int, look: Look, width: float) -> Rows:
    if not brief.said:
        nobody = say("brief", "Nobody has spoken with the customer since it came in.")
        return text(look.said(nobody), look.body, width)
    told = [_line(one, look) for one in brief.said[:count]]
    if count < len(brief.said):
        more = say("brief", "and {n} earlier, on the screen")
        told.append(look.said(more(n=len(brief.said) - count)))
    return _dashed(told, look, width)


def _line(one: Spoken, look: Look) -> str:
    told = f"{look.said(one.when)} · {look.said(one.what)}"
    return f"{told}: “{one.words}”" if one.words else told


def _dashed(lines: list[str], look: Look, width: float) -> Rows:
    dash = look.body.advance("–  ")
    return [
        together(
            beside((0, text("–", look.body, dash)), (dash, text(line, look.body, width - dash)))
        )
        for line in lines
    ]


def _tail(look: Look) -> Rows:
    inside = say("brief", "For colleagues only: not for the customer.")
    width = look.paper.inner
    taken = say("brief", "Taken over by: name, signature, time")
    handed = say("brief", "Handed over by: name, signature, time")
    return [
        sign(handed, taken, look=look, width=width),
        *space(look.unit * 0.3),
        *text(look.said(inside), look.small, width),
    ]
