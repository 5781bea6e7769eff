"""Lines of entries read by msgspec and by hand: the same entry, or both refuse it."""

import json
import random
from pathlib import Path
from typing import Any

from desk.exchange.lines import entry_in, entry_of
from desk.exchange.schema import HASH, NODE, SALT, fits
from desk.rules.chain import Entry, canonical

GOLDEN = Path(__file__).parent.parent / "golden"
LINES = [line for file in sorted(GOLDEN.glob("*.jsonl")) for line in file.read_bytes().splitlines()]
SHAPE = {
    **dict.fromkeys(("seq", "tick"), int),
    **dict.fromkeys(("at", "actor", "kind", "subject", "body"), str),
    **dict.fromkeys(("prev", "hash"), HASH),
    **dict.fromkeys(("seen", "personal_digest"), (HASH, None)),
    "node": NODE,
    "personal": (str, None),
    "salt": (SALT, None),
}
VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 2**63 - 1, 2**63, 10**30, 10**400, 1.0, 1.5, "", "x", "é😡"),
    *("a" * 64, "A" * 64, "a" * 63, "a" * 65, "a" * 64 + "\n", "a" * 16, "b" * 32, "\0", [], {}),
    *(["a" * 64], {"v": 1}, [[[]]]),
)
BYTES = (b"", b" ", b'"', b"\\", b"\xff", b"{", b"[", b",", b"\0", b"1", b"a", b"\n", b"NaN")


def by_hand(line: bytes) -> Entry | None:
    """The reader as it was."""
    try:
        told = json.loads(line)
        if not isinstance(told, dict) or canonical(told) != line:
            return None
    except (ValueError, RecursionError):
        return None
    return entry_of(told) if fits(told, SHAPE) and len(told) == len(SHAPE) else None


def now(line: bytes) -> Entry | None:
    try:
        return entry_in(line)
    except ValueError:
        return None


def test_a_golden_line_is_read_as_before() -> None:
    for line in LINES:
        assert now(line) == by_hand(line) is not None


def test_a_changed_line_is_read_as_before_or_refused_as_before() -> None:
    dice = random.Random(3)  # noqa: S311 # nothing secret
    taken = 0
    for _ in range(5_000):
        told = json.loads(dice.choice(LINES))
        for _ in range(dice.choice([0, 1, 1, 2])):
            told[dice.choice([*SHAPE, "more"])] = dice.choice(VALUES)
        line = canonical(told) if dice.random() < 0.9 else json.dumps(told).encode()
        if dice.random() < 0.2:
            at = dice.randrange(len(line))
            line = line[:at] + dice.choice(BYTES) + line[at + dice.randrange(2) :]
        assert now(line) == by_hand(line), line
        taken += now(line) is not None
    assert taken > 500
