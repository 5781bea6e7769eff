"""A customer without their data, for messages that go to colleagues through other people's phones.

Words that somebody typed are searched for name, numbers, e-mail and address; what is found is
masked. Rather too much than too little: a word that is also the name may be masked with it.
"""

from __future__ import annotations

import re

from desk.rules.number import parse_number

_HONORIFICS = re.compile(
    r"(?:bapak|bpk|pak|ibu|bu|kakak|kak|mas|mba|mbak|bang|abang|om|tante|koh|cik?|nona|ny|nyonya|tn|tuan"
    r"|sdri?|saudar[ai]|mrs?|ms|miss|sir|madam|drs?|ir|prof|hj?|haji)\b\.?",
    re.IGNORECASE,
)
_ALSO_WORDS = re.compile(
    "ayu|bulan|bunga|hari|indah|jaya|mega|permata|putra|putri|untung", re.IGNORECASE
)
"""Names that are everyday words too: masked only where they are written as names."""

_HIDDEN = "••••"
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DIGITS = re.compile(r"(?<!\d)(?:\(\+?\d{2,4}\)|\+?\d)[\d \t\xa0().\-/‐‑‒–—]{5,}\d")
_DAY = re.compile(r"\d{1,2}[-./ ]\d{1,2}[-./ ]\d{4}(?!\d)")
_FEWEST, _SAME = 9, 7  # digits of a number with its area or country code; of one's own number


def initials(name: str) -> str:
    """“Bapak Hari Santoso” becomes “Bapak H. S.”; forms of address before the name stay."""
    words = name.split()
    address = 0
    while address < len(words) and _is_address(words[address]):
        address += 1
    letters = (re.search(r"[^\W\d_]", word) for word in words[address:])
    return " ".join([*words[:address], *(f"{match[0].upper()}." for match in letters if match)])


def without_personal(text: str, *, name: str, phone: str = "", address: str = "") -> str:
    """What somebody typed about a customer, with the customer's data masked."""
    if address.strip():
        text = re.sub(re.escape(address.strip()), _HIDDEN, text, flags=re.IGNORECASE)
    text = _EMAIL.sub(_HIDDEN, text)
    text = _DIGITS.sub(lambda match: _without_phone(match[0], phone), text)
    for word in name.split():
        if len(word) > 2 and not _is_address(word):
            text = _without_word(text, word)
    return text


def _is_address(word: str) -> bool:
    return _HONORIFICS.fullmatch(word) is not None


def _without_phone(found: str, phone: str) -> str:
    digits, own = re.sub(r"\D", "", found), re.sub(r"\D", "", phone)
    if own and own[-_SAME:] in digits:
        return _HIDDEN
    if parse_number(f"K{found.strip()}") or _DAY.match(found):
        return found
    likely = found.startswith("+") or digits.startswith(("0", "62", "8"))
    return _HIDDEN if likely and len(digits) >= _FEWEST else found


def _without_word(text: str, word: str) -> str:
    letter = initials(word)
    if not _ALSO_WORDS.fullmatch(word):
        return re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", letter, text, flags=re.IGNORECASE)
    behind = rf"(?<!\w)({_HONORIFICS.pattern}\s+){re.escape(word)}(?!\w)"
    text = re.sub(behind, lambda match: match[1] + letter, text, flags=re.IGNORECASE)
    as_name = f"{re.escape(word.capitalize())}|{re.escape(word.upper())}"
    return re.sub(rf"(?<!\w)(?:{as_name})(?!\w)", letter, text)
