"""Which words of a story are worth comparing: two stories that share some may be about the same."""

from __future__ import annotations

import re

from desk.words import LANGUAGES

MOST = 6
"""Words of a story that are compared, the longest first: they tell the most."""
_SHORTEST = 3
_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = re.compile(
    rf"(?<=\w{{3}})(?:{'|'.join(end for each in LANGUAGES.values() for end in each.endings)})$"
)
_NOTHING = frozenset(word for language in LANGUAGES.values() for word in language.common.split())


def telling(story: str) -> list[str]:
    """The words of a story that say what it was, without their endings; each once."""
    bare = (_ENDINGS.sub("", word) for word in _WORD.findall(story.casefold()))
    words = dict.fromkeys(word for word in bare if len(word) >= _SHORTEST and word not in _NOTHING)
    return sorted(words, key=len, reverse=True)[:MOST]
