"""PINs, kept only as Argon2id hashes; a PIN opens the window's lock and never is a key."""

from __future__ import annotations

import re

from desk.rules.errors import Invalid
from desk.words import say

_PIN = re.compile(r"[0-9]{4,12}", re.ASCII)


def hash_pin(pin: str) -> str:
    """The Argon2id hash of a PIN of 4 to 12 digits; raises Invalid otherwise."""
    if not _PIN.fullmatch(pin):
        raise Invalid(say("pins", "A PIN has 4 to 12 digits. Nothing was changed."), field="pin")
    from argon2 import PasswordHasher

    return PasswordHasher().hash(pin)


def pin_is_right(hashed: str, pin: str) -> bool:
    """Whether `pin` is the one that was hashed."""
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return PasswordHasher().verify(hashed, pin)
    except (VerificationError, InvalidHashError):
        return False
