"""The order in which letters of Arabic or Hebrew stand between others (Unicode, annex 9).

Without the invisible controls, which `writing.clean` takes out before, and without rule L3: the
marks of the Noto faces are drawn before the letter that they stand over.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from operator import itemgetter

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
