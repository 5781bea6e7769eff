"""Any text that people type, as lines that can be printed: as typed, never read as markup."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.pdfbase.ttfonts import TTFont


REGULAR, BOLD = "NotoSans-Regular", "NotoSans-Bold"
MISSING = "□"

_OTHERS = (
    "NotoSansHebrew-Regular",
    "NotoEmoji-Medium",
    "NotoSansSymbols2-Regular",
    "NotoSansMath-Regular",
)
_FACES = {
    False: (REGULAR, "NotoSansArabic-Regular", *_OTHERS),
    True: (BOLD, "NotoSansArabic-Bold", *_OTHERS),
}


class Glyph(NamedTuple):
    """A character as it can be printed: in which face, and how wide at a size of 1."""

    char: str
    face: str
    advance: float


@cache
def face(name: str) -> TTFont:
    """A typeface of `resources/fonts/`, read once and known to ReportLab by its name."""
    from desk.paper.faces import read_face  # ReportLab takes 0.2 s to import

    return read_face(name)


@cache
def glyph(char: str, *, bold: bool) -> Glyph:
    """How to print one character; one that no face has becomes a visible box."""
    code = ord(char)
    for name in _FACES[bold] if unicodedata.category(char) != "Cc" else ():
        metrics = face(name).face
        if code in metrics.charToGlyph:
            return Glyph(char, name, metrics.getCharWidth(code) / 1000)
    return glyph(MISSING, bold=bold)


_WORD = re.compile("[\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef"
                   "\u06fa-\u06ff\u0750-\u077f\u200c\u200d]+")  # fmt: skip
_FORMS = (
    *range(0xFB50, 0xFBB2),
    *range(0xFBD3, 0xFBEA),
    *range(0xFBFC, 0xFC00),
    *range(0xFE80, 0xFEFD),
)
_TATWEEL, _JOINER = "\u0640", "\u200d"
_MARKS = ("<isolated>", "<final>", "<initial>", "<medial>")


@cache
def _forms() -> dict[tuple[str, str], str]:
    """(letters, "<final>") → their form; two letters are the ligatures of lam and alef."""
    forms = {}
    for code in _FORMS:
        mark, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        if mark in _MARKS:
            forms["".join(chr(int(letter, 16)) for letter in letters), mark] = chr(code)
    return forms


def joined(text: str) -> str:
    """The text with each Arabic word in its joined forms, still in the order it is read."""
    return _WORD.sub(lambda word: _join(word[0]), text)


def _join(word: str) -> str:
    letters = _letters(word)
    bodies = [i for i, letter in enumerate(letters) if not unicodedata.combining(letter[0])]
    shown = list(letters)
    for place, i in enumerate(bodies):
        before = place > 0 and _reaches(letters[bodies[place - 1]])
        after = place + 1 < len(bodies) and _is_reached(letters[bodies[place + 1]])
        shown[i] = _form(letters[i], before=before, after=after)
    return "".join(shown)


def _letters(word: str) -> list[str]:
    """The word's letters; lam and alef, which are always written as one, are one."""
    letters: list[str] = []
    for char in word:
        if letters and (letters[-1] + char, "<isolated>") in _forms():
            letters[-1] += char
        else:
            letters.append(char)
    return letters


def _reaches(letter: str) -> bool:
    """Whether a letter joins the one that follows it."""
    return letter in {_TATWEEL, _JOINER} or (letter, "<initial>") in _forms()


def _is_reached(letter: str) -> bool:
    """Whether a letter lets the one before it join."""
    return letter in {_TATWEEL, _JOINER} or (letter, "<final>") in _forms()


def _form(letter: str, *, before: bool, after: bool) -> str:
    before = before and _is_reached(letter)
    after = after and _reaches(letter)
    mark = _MARKS[before + 2 * after]
    return _forms().get((letter, mark), letter)


_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")
_PAIRS = ("()", "[]", "{}", "⟨⟩", "⟦⟧", "「」", "『』", "【】", "（）", "［］", "｛｝")
_MIRRORED = (*_PAIRS, "<>", "«»", "‹›", "≤≥", "≪≫", "＜＞")
_CLOSING = {pair[0]: pair[1] for pair in _PAIRS}
_MIRROR = str.maketrans("".join(_MIRRORED), "".join(pair[::-1] for pair in _MIRRORED))
_NEUTRAL = {"B", "S", "WS", "ON", "BN"}
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}


def leans_right(text: str) -> bool:
    """Whether a paragraph runs from right to left: its first letter does (rules P2 and P3)."""
    kinds = (unicodedata.bidirectional(char) for char in text)
    return next((kind != "L" for kind in kinds if kind in {"L", "R", "AL"}), False)


def visual(line: str, *, right: bool) -> str:
    """One line in the order from left to right in which its characters stand on paper."""
    if not right and not _RIGHT_TO_LEFT.search(line):
        return line
    levels = _levels(line, int(right))
    return "".join(
        line[i].translate(_MIRROR) if levels[i] % 2 else line[i] for i in _reorder(levels)
    )


def _levels(line: str, base: int) -> list[int]:
    """The depth of each character: odd runs from right to left (rules W, N, I and L1)."""
    side = "R" if base else "L"
    kinds = [unicodedata.bidirectional(char) or "L" for char in line]
    plain = len(line.rstrip())
    _settle_weak(kinds, side)
    _settle_brackets(line, kinds, side)
    _settle_neutral(kinds, side)
    deeper = {"L": base % 2, "R": 1 - base % 2, "EN": 2 - base % 2, "AN": 2 - base % 2}
    return [base + deeper[kind] if i < plain else base for i, kind in enumerate(kinds)]


def _settle_weak(kinds: list[str], side: str) -> None:
    """Digits, signs and marks take after their neighbours (rules W1 to W7)."""
    strong = previous = side
    for i, kind in enumerate(kinds):
        settled = previous if kind == "NSM" else kind
        strong = settled if settled in {"L", "R", "AL"} else strong
        previous = kinds[i] = "AN" if settled == "EN" and strong == "AL" else settled
    for i in range(1, len(kinds) - 1):
        between = kinds[i - 1] if kinds[i - 1] == kinds[i + 1] else ""
        if (kinds[i], between) in {("ES", "EN"), ("CS", "EN"), ("CS", "AN")}:
            kinds[i] = between
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    _settle_signs(kinds)
    strong = side
    for i, kind in enumerate(kinds):
        strong = kind if kind in {"L", "R"} else strong
        kinds[i] = "L" if kind == "EN" and strong == "L" else kind


def _settle_signs(kinds: list[str]) -> None:
    """A percent or currency sign beside a number belongs to it (rules W5 and W6)."""
    start = 0
    for kind, group in groupby(kinds.copy()):
        end = start + len(list(group))
        if kind == "ET":
            beside = "EN" in {*kinds[start - 1 : start], *kinds[end : end + 1]}
            kinds[start:end] = ["EN" if beside else "ON"] * (end - start)
        elif kind in {"ES", "CS"}:
            kinds[start:end] = ["ON"] * (end - start)
        start = end


def _settle_brackets(line: str, kinds: list[str], side: str) -> None:
    """Both brackets of a pair go the way of what they hold (rule N0)."""
    for start, end in _pairs(line, kinds):
        inside = {_STRONG[kind] for kind in kinds[start + 1 : end] if kind in _STRONG}
        before = (_STRONG[kind] for kind in reversed(kinds[:start]) if kind in _STRONG)
        if side in inside:
            kinds[start] = kinds[end] = side
        elif inside:
            kinds[start] = kinds[end] = next(before, side)


def _pairs(line: str, kinds: list[str]) -> list[tuple[int, int]]:
    opened: list[int] = []
    pairs = []
    for i, char in enumerate(line):
        if kinds[i] == "ON" and char in _CLOSING:
            opened.append(i)
        elif kinds[i] == "ON" and char in _CLOSING.values():
            start = next((j for j in reversed(opened) if _CLOSING[line[j]] == char), None)
            if start is not None:
                del opened[opened.index(start) :]
                pairs.append((start, i))
    return sorted(pairs)


def _settle_neutral(kinds: list[str], side: str) -> None:
    """Blanks and signs between two of one direction go with them, others with the paragraph."""
    start, before = 0, side
    for neutral, group in groupby(kinds.copy(), key=lambda kind: kind in _NEUTRAL):
        run = list(group)
        end = start + len(run)
        if neutral:
            after = _STRONG[kinds[end]] if end < len(kinds) else side
            kinds[start:end] = [before if before == after else side] * len(run)
        else:
            before = _STRONG[run[-1]]
        start = end


def _reorder(levels: list[int]) -> list[int]:
    """The places of the line from left to right: deeper runs are turned first (rule L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        turned: list[int] = []
        deep = [levels[i] >= level for i in order]
        for is_deep, group in groupby(zip(deep, order, strict=True), key=itemgetter(0)):
            run = [i for _, i in group]
            turned += reversed(run) if is_deep else run
        order = turned
    return order


_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)
"""Hints for shaping and direction: they have no form of their own on paper."""
_WRITING_WORD = re.compile(" *[^ ]+")
_SLACK = 0.01
"""A text that was made to fit must not break over a rounded digit."""


@dataclass(frozen=True)
class Style:
    """How a text looks; sizes in points, `leading` from one line to the next."""

    size: float
    leading: float
    bold: bool = False
    align: str = "left"
    grey: float = 0.0
    """0 is black, 1 is white."""

    def advance(self, text: str) -> float:
        """How wide a text is in this style."""
        return self.size * sum(glyph(char, bold=self.bold).advance for char in text)


@dataclass(frozen=True)
class Line:
    """One line in the order of its glyphs on paper."""

    runs: tuple[tuple[str, str], ...]
    """(face, text) from left to right."""
    width: float
    align: str


def clean(text: str) -> list[str]:
    """The text's paragraphs in characters that can be printed, Arabic joined."""
    plain = unicodedata.normalize("NFC", text).replace("\t", "    ")
    return [_INVISIBLE.sub("", joined(part)).rstrip() for part in plain.splitlines()] or [""]


def lines(text: str, style: Style, width: float) -> list[Line]:
    """The text broken into lines of at most `width`; nothing is cut, long words are broken."""
    return [line for part in clean(text) for line in _paragraph(part, style, width)]


def _paragraph(text: str, style: Style, width: float) -> list[Line]:
    """Several lines from right to left stand at the right edge; a name stays with its label."""
    right = leans_right(text)
    parts = _broken(text, style, width)
    turned = right and len(parts) > 1 and style.align == "left"
    align = "right" if turned else style.align
    return [_line(part, style, right=right, align=align) for part in parts]


def _line(part: str, style: Style, *, right: bool, align: str) -> Line:
    glyphs = [glyph(char, bold=style.bold) for char in visual(part, right=right)]
    runs = tuple(
        (face, "".join(shown.char for shown in run))
        for face, run in groupby(glyphs, key=lambda shown: shown.face)
    )
    return Line(
        runs=runs,
        width=style.size * sum(shown.advance for shown in glyphs),
        align=align,
    )


def _broken(paragraph: str, style: Style, width: float) -> list[str]:
    parts, used = [""], 0.0
    for word in _fitting(paragraph, style, width):
        advance = style.advance(word)
        if parts[-1] and used + advance > width + _SLACK:
            parts.append(word.lstrip(" "))
            used = style.advance(parts[-1])
        else:
            parts[-1] += word
            used += advance
    return parts


def _fitting(paragraph: str, style: Style, width: float) -> Iterator[str]:
    """The words with the blanks before them; one that is wider than a line comes in pieces."""
    for word in _WRITING_WORD.findall(paragraph):
        piece, used = "", 0.0
        for char in word:
            advance = style.advance(char)
            if piece and used + advance > width + _SLACK:
                yield piece
                piece, used = "", 0.0
            piece += char
            used += advance
        yield piece
