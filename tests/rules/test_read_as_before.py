"""The reading by msgspec beside the one by hand: the same value, or the same refusal.

Both are asked about every golden entry and about many that were changed at random.
"""

import json
import random
import re
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from desk.exchange.lines import entry_of
from desk.rules.chain import Entry
from desk.rules.entries import understood
from desk.rules.event import Event, Unknown, personal_names
from tests.rules.case import every_kind

GOLDEN = Path(__file__).parent.parent / "golden"
ENTRIES = [
    entry_of(json.loads(line))
    for file in sorted(GOLDEN.glob("*.jsonl"))
    for line in file.read_bytes().splitlines()
]
VOCABULARY = {kind.KIND: kind for kind in every_kind()}
VALUES = (
    *("true", "false", "null", "1", "1.0", "-1", "1e3", "-0", "2", "01", "1.", '""', '"1"', '"x"'),
    *("9223372036854775807", "9223372036854775808", "-9223372036854775808"),
    *("-9223372036854775809", "12345678901234567890123", "[]", '["a"]', '["a",1]', '[["a"]]'),
    *("{}", '{"a":1}', "[[[[]]]]", '"\\ud83d\\ude21"', '"\\u0000"', '"a\\/b"', '"\\x"', '"\n"'),
    *('"\\ud83d"', '"\ud83d"', '["\\udc00"]', "NaN", "Infinity", "1e400", "9" * 400, "9" * 5_000),
)
NO_JSON = re.compile("NaN|Infinity|1e400|9{99}|ud83d|udc00|\ud83d")
"""What Python reads and other readers need not: in a value that is passed over it may differ."""


def by_hand(entry: Entry) -> tuple[Event, bool]:
    """The reader as it was."""
    event = VOCABULARY.get(entry.kind)
    try:
        body = json.loads(entry.body)
        secret = json.loads(entry.personal) if entry.personal else {}
        if event is None or body.pop("v") != event.VERSION:
            return Unknown(kind=entry.kind), False
        personal = personal_names(event)
        public = {*event.__struct_fields__} - personal
        if not (personal.isdisjoint(body) and public.isdisjoint(secret)):
            return Unknown(kind=entry.kind), False
        hints = get_type_hints(event)
        known = {name: value for name, value in body.items() if name in public}
        known |= {name: value for name, value in secret.items() if name in personal}
        whole = len(known) == len(body) + len(secret)
        return event(**{name: checked(known[name], hints[name]) for name in known}), whole
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Unknown(kind=entry.kind), False


def checked(value: Any, wanted: Any) -> Any:
    if get_origin(wanted) is tuple:
        if not isinstance(value, list):
            raise TypeError(value)
        return tuple(checked(item, get_args(wanted)[0]) for item in value)
    if type(value) is not wanted:
        raise TypeError(value)
    if wanted is str:
        value.encode()
    elif wanted is int and not -(2**63) <= value < 2**63:
        raise ValueError(value)
    return value


def changed(dice: random.Random) -> Entry:
    """One of the golden entries, with some keys, values or letters changed."""
    entry = dice.choice(ENTRIES)
    kind = entry.kind if dice.random() < 0.95 else dice.choice(ENTRIES).kind
    body, personal = pairs(entry.body), pairs(entry.personal or "{}")
    for _ in range(dice.choice([0, 1, 1, 1, 2, 3])):
        change(dice.choice([body, body, personal]), dice)
        if body and dice.random() < 0.05:
            personal.append(body.pop(dice.randrange(len(body))))
    texts = [scratched(text(part, dice), dice) for part in (body, personal)]
    secret = texts[1] if personal or dice.random() < 0.1 else None
    return Entry(
        "a1" * 8, 1, 1, None, entry.at, "wati", kind, "c1", texts[0], secret, None, None, b"", b""
    )


def pairs(told: str) -> list[tuple[str, str]]:
    """Keys and values as JSON texts."""
    return [(json.dumps(key), json.dumps(value)) for key, value in json.loads(told).items()]


def text(part: list[tuple[str, str]], dice: random.Random) -> str:
    """An object of these, duplicate keys and all."""
    comma = dice.choice([",", ",", " , "])
    return "{" + comma.join(f"{key}:{value}" for key, value in part) + "}"


def change(part: list[tuple[str, str]], dice: random.Random) -> None:
    """One value, key or both: another, gone, or added."""
    names = ("strange", "KIND", "v", "", "text", "note", "name", "kind", "nota")
    at, how = dice.randrange(len(part) + 1), dice.random()
    if at == len(part) or how < 0.1:
        part.insert(at, (json.dumps(dice.choice(names)), dice.choice(VALUES)))
    elif how < 0.7:
        part[at] = (part[at][0], dice.choice(VALUES))
    elif how < 0.8:
        part.pop(at)
    elif how < 0.9:
        part.insert(at, (part[at][0], dice.choice(VALUES)))
    else:
        part[at] = (dice.choice(['"\\u0076"', '"\\ud83d"', "1", '"strange"']), part[at][1])


def scratched(told: str, dice: random.Random) -> str:
    """The text, or one with a letter changed, or another one."""
    how, at = dice.random(), dice.randrange(len(told))
    if how < 0.03:
        others = ("", "null", "[]", "{", '"v"', "1", "[" * 3_000, '{"a":' * 3_000, "false")
        return dice.choice(others)
    if how < 0.15:
        return told[:at] + dice.choice('{}[]",:01e.\\tu \0\x1f\x7fé😡\ufeff') + told[at + 1 :]
    return told


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.seq} {entry.kind}")
def test_a_golden_entry_is_read_as_before(entry: Entry) -> None:
    assert understood(entry) == by_hand(entry)


def test_a_changed_entry_is_read_as_before_or_refused_as_before() -> None:
    dice = random.Random(20260619)  # noqa: S311 # nothing secret
    known = 0
    for _ in range(3_000):
        entry = changed(dice)
        found, before = understood(entry), by_hand(entry)
        if not NO_JSON.search(f"{entry.body}{entry.personal}") or found[1]:
            assert found == before, entry
        elif found != before:
            assert found == (Unknown(kind=entry.kind), False), entry
        known += not isinstance(found[0], Unknown)
    assert known > 600
