"""The complaint number (nomor komplain): made, parsed, grouped, found (domain.md, section 1).

``K`` + branch + year month day + invoice number in 7 digits + the desk's letter, if it has one,
+ ``-4711``, four digits from 1000 on, where a backup was restored on that day or later,
+ ``-2`` to ``-999`` for a further complaint about the same nota on the same day:
``K1202611309001001``, ``K1202611309001001-2``, ``K1202611309001001-4711``,
``K1202611309001001B-4711-2``. The two tails are told apart by their digits: four, or one to three.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from desk.rules.errors import Invalid, Refused
from desk.words import Text, say

NO_NOTA_FIRST = 9_000_001
NO_NOTA_LAST = 9_999_999
NO_NOTA_JUMP = 1_000
"""How far the “tanpa nota” series jumps after a restore (design.md, section 6)."""
MOST_REPEATS = 999
"""The last complaint of one nota and day that has a number; four digits are those of a restore."""
_FIRST_RESTORE, _RESTORES = 1_000, 9_000

_NOTA = re.compile(r"[0-9]{1,7}", re.ASCII)
_BRANCH = re.compile(r"[0-9]{1,3}", re.ASCII)
_NUMBER = re.compile(
    r"K?[\s.-]*([0-9]{1,3})[\s.-]*([0-9]{4})[\s./-]*([0-9]{2})[\s./-]*([0-9]{2})[\s.-]*([0-9]{7})"
    r"(?:\s*([A-Z]))?(?:(?:[\s.-]+|(?<=[A-Z]))([1-9][0-9]{3}))?"
    r"(?:(?:[\s.-]+|(?<=[A-Z]))(0?[0-9]{1,3}))?",
    re.ASCII | re.IGNORECASE,
)
_GAPS = re.compile("[\u00a0\u2007\u2009\u202f‐‑‒–—]")
"""Spaces and dashes of papers and telephones, beside those of a keyboard."""
_SEAL_PREFIX = "DESK1:"


@dataclass(frozen=True)
class ComplaintNumber:
    """A complaint number in its parts; `str()` gives it as it is printed in the barcode."""

    branch: str
    day: date
    nota: int
    letter: str = ""
    restore: int = 0
    """The digits of the restore after which it was given; 0 for none."""
    repeat: int = 1

    @property
    def _tail(self) -> str:
        restore = f"-{self.restore}" if self.restore else ""
        return self.letter + restore + (f"-{self.repeat}" if self.repeat > 1 else "")

    def __str__(self) -> str:
        day = self.day
        return f"K{self.branch}{day.year:04}{day:%m%d}{self.nota:07}{self._tail}"

    @property
    def grouped(self) -> str:
        """For reading aloud: ``K1 2026-06-18 0001234``."""
        return f"K{self.branch} {self.day.isoformat()} {self.nota:07}{self._tail}"

    @property
    def stem(self) -> str:
        """What all complaints of this branch, day and nota share."""
        return str(replace(self, letter="", restore=0, repeat=1))

    def is_meant_by(self, typed: ComplaintNumber) -> bool:
        """Whether `typed` is this number, or leaves out its letter or the digits of its restore."""
        letter, restore = typed.letter and self.letter, typed.restore and self.restore
        return replace(self, letter=letter, restore=restore) == typed


def parse_nota(typed: str) -> int:
    """1 to 7 digits, not all zero. Raises Invalid for the field `nota`."""
    text = typed.strip()
    if not _NOTA.fullmatch(text) or int(text) == 0:
        raise Invalid(_nota_refusal(text), field="nota")
    return int(text)


def _nota_refusal(text: str) -> Text:
    if not text:
        return say(
            "rules",
            "The nota number is missing. It stands on the invoice: 1 to 7 digits, such as 1234. "
            "Without a nota, choose “no nota”.",
        )
    return say(
        "rules",
        "“{typed}” is not a nota number. A nota has 1 to 7 digits, such as 1234. Without one, "
        "choose “no nota”.",
    )(typed=_clipped(text))


def _clipped(text: str, length: int = 40) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"


def parse_branch(typed: str) -> str:
    """A branch code of 1 to 3 digits, as text. Raises Invalid for the field `branch`."""
    text = typed.strip()
    if not _BRANCH.fullmatch(text):
        raise Invalid(
            say("rules", "“{typed}” is not a branch code. A branch code has 1 to 3 digits.")(
                typed=_clipped(text)
            ),
            field="branch",
        )
    return text


def parse_number(typed: str) -> ComplaintNumber | None:
    """The number in what was typed or scanned, however it is grouped; None where it is not one."""
    text = _GAPS.sub(" ", typed).strip()
    if text.upper().startswith(_SEAL_PREFIX):
        text = text.split(":")[1]
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    branch, year, month, day, nota, letter, restore, repeat = match.groups()
    try:
        received = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return ComplaintNumber(
        branch,
        received,
        int(nota),
        (letter or "").upper(),
        int(restore or 0),
        max(1, int(repeat or 1)),
    )


def nota_in(typed: str) -> int | None:
    """The nota in what was typed for a search, 1 to 7 digits; None where it is something else."""
    text = typed.strip()
    return int(text) if _NOTA.fullmatch(text) else None


def restore_digits(node: str) -> int:
    """The four digits in the numbers of a desk that came to be by a restore, from its name.

    `node` is 16 hex digits of a hash, new with each restore; so the digits are as good as drawn,
    and nothing but the name has to be kept.
    """
    return _FIRST_RESTORE + int(node, 16) % _RESTORES


def next_repeat(taken: int) -> int:
    """What follows after the complaint `taken` of one nota and day. Raises Refused at the end."""
    if taken >= MOST_REPEATS:
        raise Refused(
            say(
                "rules",
                "There are {count} complaints about this nota on this day, and there is no number "
                "for another. Nothing was saved as a complaint; the draft is kept. Check the nota, "
                "or choose “no nota”.",
            )(count=taken)
        )
    return taken + 1


def next_without_nota(last: int | None) -> int:
    """The next number of the “tanpa nota” series after `last`. Raises Refused at its end."""
    following = NO_NOTA_FIRST if last is None else max(last + 1, NO_NOTA_FIRST)
    if following > NO_NOTA_LAST:
        raise Refused(
            say(
                "rules",
                "The series for complaints without a nota is used up. Nothing was saved as a "
                "complaint; the draft is kept. Ask head office for a new branch code.",
            )
        )
    return following
