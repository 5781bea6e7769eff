"""Phone numbers: kept as E.164, shown as Indonesians write them, masked in lists.

A number that is not understood is never in the way: it stays as typed, and the caller may warn.
`phonenumbers` takes some 20 ms to import and is fetched only when the first number is looked at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_NUMBERLIKE = re.compile(r"[\s(]*\+?[\d\s().\-/‐‑‒–—]+")
_LONGEST = 15  # digits of an international number, ITU-T E.164
_HIDDEN = "••••"


def normal(typed: str, region: str = "ID") -> str | None:
    """E.164, as “+6281234567801”, or None where this is no number we understand.

    Takes 08…, 8…, +62, 62, 0062, spaces, dashes, dots and brackets; `region` says whose numbers
    are written without a country code. A letter is never taken for a digit.
    """
    number = _understood(typed, region)
    if number is None:
        return None
    import phonenumbers

    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def shown(phone: str) -> str:
    """E.164 as “0812-3456-7801”, from abroad “+65 6123 4567”; any other text as it is."""
    number = _understood(phone, "ID") if phone.startswith("+") else None
    if number is None:
        return phone
    import phonenumbers

    at_home = number.country_code == 62
    kind = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(number, kind.NATIONAL if at_home else kind.INTERNATIONAL)


def masked(phone: str) -> str:
    """“0812••••801”: enough for staff to recognise it, too little to copy; "" stays ""."""
    marks = "".join(mark for mark in shown(phone) if mark.isdecimal() or mark == "+")
    if len(marks) >= 10:
        return f"{marks[:4]}{_HIDDEN}{marks[-3:]}"
    return f"{_HIDDEN}{marks[-3:]}" if len(marks) > 5 else phone and _HIDDEN


def as_typed(text: str) -> str:
    """The text with the dashes of an Indonesian mobile number, for a field while it is typed in.

    Nothing typed is ever taken away: where dashes or letters stand otherwise, the text is left.
    """
    digits = re.sub(r"[ -]", "", text)
    if re.fullmatch(r"08[0-9]+", digits):
        grouped = "-".join(filter(None, (digits[:4], digits[4:8], digits[8:])))
    elif re.fullmatch(r"\+628[0-9]+", digits):
        parts = (digits[3:6], digits[6:10], digits[10:])
        grouped = f"{digits[:3]} {'-'.join(filter(None, parts))}"
    else:
        return text
    return grouped if _within(text, grouped) else text


def _within(text: str, longer: str) -> bool:
    """Whether every character of `text` stands in `longer`, in the same order."""
    rest = iter(longer)
    return all(mark in rest for mark in text)


def _understood(typed: str, region: str) -> PhoneNumber | None:
    if not _NUMBERLIKE.fullmatch(typed):
        return None
    digits = "".join(str(int(mark)) for mark in typed if mark.isdecimal())
    abroad = "+" in typed
    if not abroad and digits.startswith("00"):
        abroad, digits = True, digits[2:]
    if len(digits) > _LONGEST:
        return None
    if not abroad and region == "ID" and digits.startswith("62"):
        return _valid(f"+{digits}", region) or _valid(digits, region)
    return _valid(f"+{digits}" if abroad else digits, region)


def _valid(digits: str, region: str) -> PhoneNumber | None:
    import phonenumbers

    try:
        number = phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) else None
