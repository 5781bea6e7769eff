"""What lies on the counter, comment card and leaflet, and the test page of a printer there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desk.paper import ports, sheet
from desk.paper.papers import DOT, MM, SIZE_NAMES, SIZES
from desk.paper.sheet import (
    Look,
    Row,
    Rows,
    beside,
    clinging,
    number_code,
    rule,
    snapped,
    space,
    text,
    together,
)
from desk.paper.stationery import (
    FromShop,
    framed,
    paragraph,
    shop,
    square,
    tick,
    title,
    to_write,
    ways,
)
from desk.paper.writing import Style
from desk.words import Text, say

if TYPE_CHECKING:
    from desk.paper.sheet import Row, Rows


FACES = (
    ("😞", say("comment_card", "Not at all")),
    ("🙁", say("comment_card", "Hardly")),
    ("😐", say("comment_card", "Fairly")),
    ("🙂", say("comment_card", "Satisfied")),
    ("😃", say("comment_card", "Very satisfied")),
)
"""From 1 to 5, in the words of the screen that is turned to the customer."""
_TITLE = say("comment_card", "How did we do?")


@dataclass(frozen=True, kw_only=True)
class CommentCard(FromShop):
    """What a card says. Without a number there is room to write it."""

    number: str = ""
    grouped: str = ""


def comment_card_pdf(card: CommentCard, *, paper: str, language: str) -> bytes:
    """The card on `paper` in `language`. Raises KeyError for a paper that it does not come on."""
    look = Look.of("comment_card", paper, language)
    width = look.paper.inner
    gap = space(look.unit * 0.8)
    rows = [
        *shop(card, look, width),
        *space(look.unit * 0.4),
        *rule(width, dots=2),
        *gap,
        *title(_TITLE, look, width),
        *text(look.said(_INTRO), look.body, width),
        *gap,
        *_number(card, look, width),
        *gap,
        *_question("1", _SATISFIED, look, width),
        *_faces(look, width),
        *gap,
        *_question("2", _EASY, look, width),
        _scale(look, width),
        *gap,
        *_question("3", _BETTER, look, width),
        *to_write(6 if look.paper.width > _WIDE else 3, width),
        *gap,
    ]
    name = f"{look.said(_TITLE)} {card.number}".strip()
    tail = _tail(card, look, width)
    return sheet.pdf(rows, tail, look, title=name, name=card.grouped or look.said(_TITLE))


_WIDE = 500
_INTRO = say(
    "comment_card",
    "Your honest word helps us to serve you better. Tick what fits; you may leave out whatever "
    "you would rather not say.",
)
_SATISFIED = say("comment_card", "Are you satisfied with how your complaint was handled?")
_EASY = say("comment_card", "How easy was it to complain?")
_BETTER = say("comment_card", "What should we do better?")


def _number(card: CommentCard, look: Look, width: float) -> Rows:
    heading = clinging(
        text(look.said(say("comment_card", "Complaint number")), look.heading, width)
    )
    if not card.number:
        return [together([*heading, *to_write(1, width)])]
    style = look.fitted(card.grouped, width, largest=look.paper.body * 1.6)
    return [
        *heading,
        *text(card.grouped, style, width),
        *space(look.unit * 0.3),
        number_code(card.number, width, height=12 * MM),
    ]


def _question(number: str, words: Text, look: Look, width: float) -> Rows:
    asked = text(f"{number}. {look.said(words)}", look.strong, width)
    return clinging([*asked, *space(look.unit * 0.3)])


def _faces(look: Look, width: float) -> Rows:
    """Side by side on a sheet, one below the other on a roll; “rather not” is an answer too."""
    declined = tick(say("comment_card", "I would rather not say"), look, width)
    style = look.large(look.paper.body * (1.7 if look.paper.roll else 2.6))
    if look.paper.roll:
        rows = [_face_line(n, face, words, look, width) for n, (face, words) in enumerate(FACES, 1)]
        return [*rows, *space(look.unit * 0.3), *declined]
    each = width / len(FACES)
    columns = []
    for n, (face, words) in enumerate(FACES, start=1):
        middle = replace(style, align="center")
        said = text(f"{look.said(words)}\n{n}", replace(look.body, align="center"), each)
        side = look.unit
        box = [*_shifted(square(side), (each - side) / 2)]
        columns.append((n - 1, [*text(face, middle, each), *box, *said]))
    faces = beside(*((at * each, [together(rows)]) for at, rows in columns))
    return [*faces, *space(look.unit * 0.4), *declined]


def _shifted(row: Row, by: float) -> Rows:
    return beside((by, [row]))


def _face_line(n: int, face: str, words: Text, look: Look, width: float) -> Row:
    """A box, the face and its word on one line."""
    style = look.large(look.paper.body * 1.7)
    side = look.unit
    left = side + look.unit * 0.5
    after = left + style.advance(face) + look.unit * 0.5
    body = replace(look.body, leading=style.leading)
    line = beside(
        (0, [square(side, below=style.leading - side)]),
        (left, text(face, style, width)),
        (after, text(f"{n}  {look.said(words)}", body, width - after)),
    )
    return together(line)


def _scale(look: Look, width: float) -> Row:
    """Five boxes from hard to easy."""
    side = look.unit
    hard = look.said(say("comment_card", "very hard"))
    easy = look.said(say("comment_card", "very easy"))
    each = side + look.unit * 0.9
    numbers = [
        (at * each, [square(side), *text(str(at + 1), replace(look.body, align="center"), side)])
        for at in range(5)
    ]
    wide = 4 * each + side
    words = beside(
        (0, text(hard, look.small, wide)),
        (0, text(easy, replace(look.small, align="right"), wide)),
    )
    if width > _WIDE / 2:
        left = look.body.advance(hard) + look.unit * 0.6
        moved = [(left + at, [together(rows)]) for at, rows in numbers]
        end = left + wide + look.unit * 0.6
        sides = [(0.0, text(hard, look.body, left)), (end, text(easy, look.body, width - end))]
        return together(beside(*moved, *sides))
    return together([*beside(*((at, [together(rows)]) for at, rows in numbers)), *words])


def _tail(card: CommentCard, look: Look, width: float) -> Rows:
    """Who may be called back, and where the card goes."""
    call = say("comment_card", "Name and telephone, if we may call you back")
    hand_in = say("comment_card", "Please give this card to our staff, or send us a photo of it.")
    thanks = say("comment_card", "Thank you for telling us.")
    return [
        *text(look.said(call), look.heading, width),
        *to_write(1, width),
        *space(look.unit * 0.8),
        *text(look.said(hand_in), look.body, width),
        *ways(card, look, width),
        *text(look.said(thanks), look.strong, width),
    ]


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


if TYPE_CHECKING:
    from datetime import datetime

    from reportlab.pdfgen.canvas import Canvas

_TEST_PAGE = say("print_check", "Test page")
_ADVICE = say(
    "print_check",
    "The ruler must measure what it says, both its ends must be there, and the bars must be "
    "read by your scanner. Where the ruler is too short, the printer’s driver shrinks papers: "
    "switch “fit to page” off.",
)


def check_page(*, printer: str, kind: Text, paper: str, language: str, made_at: datetime) -> bytes:
    """The PDF. Raises KeyError for an unknown paper."""
    from desk.moments import moment

    look = Look.of(next(name for name in SIZES if paper in SIZES[name]), paper, language)
    width = look.paper.inner
    gap = space(look.unit * 0.6)
    printed = say("print_check", "{paper}: prints {width} mm, {dots} dots at 203 dpi")(
        paper=SIZE_NAMES[paper], width=f"{width / MM:.0f}", dots=round(width / DOT)
    )
    rows = [
        *text(look.said(_TEST_PAGE), look.large(look.paper.body * 2), width),
        *text(ports.place(printer), look.strong, width),
        *text(look.said(kind), look.body, width),
        *text(look.said(printed), look.body, width),
        *text(look.said(moment(made_at)), look.small, width),
        *gap,
        *rule(width, dots=2),
        *gap,
        _ruler(look, width),
        *gap,
        number_code(f"TEST-{paper.upper()}", width, height=12 * MM),
        *gap,
        *text(look.said(_ADVICE), look.small, width),
    ]
    return sheet.pdf(rows, [], look, title=look.said(_TEST_PAGE), name=look.said(_TEST_PAGE))


def _ruler(look: Look, width: float) -> Row:
    """Every millimetre a line; each fifth longer, each tenth with its number."""
    length = int(width / MM + 1e-6)
    long, style = 6 * MM, look.small
    numbers = {at: text(str(at), _narrow(style), 8 * MM) for at in range(10, length, 10)}

    def draw(canvas: Canvas, x: float, top: float) -> None:
        lines = canvas.beginPath()  # one path: a single rectangle may come out a dot too wide
        for at in range(length + 1):
            tall = long if at % 10 == 0 else long * (0.7 if at % 5 == 0 else 0.4)
            left = snapped(x) + min(at * MM, snapped(width) - DOT)
            lines.rect(left, snapped(top) - tall, DOT, tall)
        lines.rect(snapped(x), snapped(top) - DOT, length * MM, DOT)
        canvas.setFillGray(0)
        canvas.drawPath(lines, stroke=0, fill=1, fillMode=1)
        for at, number in numbers.items():
            _draw(canvas, number, x + (at - 4) * MM, top - long)

    return Row(long + style.leading, draw)


def _narrow(style: Style) -> Style:
    return Style(style.size, style.leading, align="center")


def _draw(canvas: Canvas, rows: Rows, x: float, top: float) -> None:
    for row in rows:
        row.draw(canvas, x, top)
