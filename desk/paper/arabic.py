"""Arabic letters in the forms they take beside each other, from Unicode's own tables.

A PDF made by ReportLab has no shaping; the presentation forms (U+FB50–U+FEFF) say the same in
plain characters, and readers of the PDF turn them back into letters.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

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
