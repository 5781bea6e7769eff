"""Changes real packages at any layer, by dice, and looks at what becomes of each.

By hand:  python -m tests.faults.mutating FILES SEED [FIRST]   tells the counts as JSON at the end.
Each file has dice of its own (SEED and its number), so that one that found something comes again.
"""

from __future__ import annotations

import json
import random
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from desk.exchange.zips import MANIFEST, SIGNATURE
from desk.journal.exchanged import APART, APPLIED, KNOWN, REFUSED, WAITING
from desk.journal.queue import Wanted
from desk.journal.verify import verify
from desk.rules.chain import canonical
from desk.rules.errors import finish
from desk.words import LANGUAGES
from tests.faults import head_office
from tests.faults.forging import ANY_HASH, EVENTS, chain, members_of, squeezed, zipped
from tests.faults.head_office import Office, fake_disk

LONGEST = 5
"""Seconds of CPU that one file may take: only a net; the suite asserts no time."""

Dice = random.Random
VALUES: tuple[Any, ...] = (
    *(0, 1, -1, 2, 9, 10, 11, 2**31, 2**63 - 1, 2**63, 2**64, -(2**63), 10**400, True, False, None),
    *(1.5, -0.0, 1e308, "", "0", "x", "\0", "\u202e", "😡", "é" * 300, "x" * 5000, "../../desk.db"),
    *(
        "0" * 64,
        ANY_HASH,
        "0" * 16,
        "1",
        "9",
        "2026-06-20T02:15:00.000Z",
        "9999-12-31T23:59:59+14:00",
    ),
    *("0001-01-01T00:00:00-14:00", "desk-export/2", "2.0", "1.9999", [], {}, [[]], [{}], {"v": 1}),
    *("walk_in", "complaint", "praise", "same_matter", "customer", "head_office", "yes"),
)
KINDS = (*EVENTS, "complaint.unheard_of", "x.y", ".", "staff.", "desk.x", "complaint.\0")


def mangled(raw: bytes, dice: Dice, other: bytes = b"") -> bytes:
    """Other bytes: some changed, taken out, put in, doubled, or from another file."""
    made = bytearray(raw)
    for _ in range(dice.choice((1, 1, 1, 2, 8))):
        at = dice.randrange(len(made) + 1)
        upto = min(len(made), at + dice.choice((1, 1, 2, 4, 64, 5000)))
        way = dice.randrange(7)
        if way <= 1 and made:
            made[at % len(made)] ^= 1 << dice.randrange(8)
        elif way == 2:
            made[at:upto] = b""
        elif way == 3:
            made[at:at] = dice.choice(
                (bytes(4), b"\xff" * 8, b'"', b"\n", b"[" * 900, b"PK\x05\x06")
            )
        elif way == 4:
            made[at:at] = made[at:upto]
        elif way == 5:
            made[at:upto] = dice.randbytes(upto - at)
        else:
            made[at:upto] = other[at:upto] if other else b""
    return bytes(made)


def changed(value: Any, dice: Dice) -> Any:
    """A JSON value with one of its parts another one, taken out, doubled or put in."""
    if isinstance(value, dict) and value and dice.random() < 0.9:
        name = dice.choice(sorted(value))
        made = dict(value)
        if dice.random() < 0.08:
            del made[name]
        elif dice.random() < 0.05:
            made[dice.choice(("", "x", "v", "from", name.upper()))] = dice.choice(VALUES)
        else:
            made[name] = changed(made[name], dice)
        return made
    if isinstance(value, list) and value and dice.random() < 0.9:
        at = dice.randrange(len(value))
        ways = ([], [value[at]] * 2, [changed(value[at], dice)])
        return [*value[:at], *dice.choices(ways, (1, 1, 8))[0], *value[at + 1 :]]
    if isinstance(value, int) and dice.random() < 0.4:
        return value + dice.choice((-1, 1, 2**32, -(2**40)))
    if isinstance(value, str) and dice.random() < 0.3:
        return mangled(value.encode(), dice).decode("utf-8", "replace")
    return dice.choice(VALUES)


def raw_bytes(office: Office, dice: Dice) -> bytes:
    """A file that was damaged on its way, or a forgery without any key."""
    return mangled(dice.choice((office.newer, office.older, office.dago)), dice, office.older)


def other_members(office: Office, dice: Dice) -> bytes:
    """A right ZIP of members that do not belong together."""
    members = list(members_of(office.newer).items())
    others = list(members_of(dice.choice((office.older, office.dago, office.for_dago))).items())
    at = dice.randrange(len(members))
    name, content = members[at]
    way = dice.randrange(8)
    if way == 0:
        del members[at]
    elif way == 1:
        members.insert(at, dice.choice(members))
    elif way == 2:
        dice.shuffle(members)
    elif way == 3:
        members[at] = (mangled(name.encode(), dice).decode("ascii", "replace")[:70], content)
    elif way == 4:
        members[at] = (name, content[: dice.randrange(len(content))])
    elif way == 5:
        members[at] = (name, dice.choice(others)[1])
    elif way == 6:
        members.insert(at, (f"files/{dice.randbytes(32).hex()}", dice.randbytes(20)))
    else:
        members[at] = (name, mangled(content, dice))
    safe = [(one.encode("ascii", "replace").decode(), content) for one, content in members]
    return zipped(safe)


def signed_manifest(office: Office, dice: Dice) -> bytes:
    """A trusted desk signs a manifest that says something else."""
    members = members_of(office.newer)
    told = json.loads(members.pop(MANIFEST))
    members.pop(SIGNATURE)
    if dice.random() < 0.3:
        manifest = mangled(canonical(told), dice)
    else:
        for _ in range(dice.choice((1, 1, 2, 4))):
            told = changed(told, dice)
        manifest = canonical(told)
    return dice.choice((office.forger, office.forger_of("dago"))).signed(members, manifest)


def signed_says(office: Office, dice: Dice) -> bytes:
    """The same, and the entries are bound to it."""

    def says(manifest: dict[str, Any]) -> None:
        keys = [name for name in manifest if name != "members"]
        name = dice.choice(keys)
        manifest[name] = changed(manifest[name], dice)

    try:
        return office.forger.package(office.parts, says=says)
    except (TypeError, KeyError, AttributeError, ValueError):  # nothing can be bound to it
        return signed_manifest(office, dice)


def signed_layers(office: Office, dice: Dice) -> bytes:
    """A trusted desk signs damage below: in the plain lines, the zstd frame or the age file."""
    layer = dice.choice(("plain", "frame", "stored"))
    if layer == "frame":
        return office.forger.package(
            office.parts, frame=lambda whole: mangled(squeezed(whole), dice)
        )
    how: dict[str, Any] = {layer: lambda whole: mangled(whole, dice)}
    return office.forger.package(office.parts, **how)


def signed_entries(office: Office, dice: Dice) -> bytes:
    """A trusted desk signs entries whose chain is right and whose contents are not."""
    entries = office.parts.entries
    for at in dice.sample(range(len(entries)), dice.choice((1, 1, 2, 5))):
        entries[at] = _other_entry(entries[at], dice)
    try:
        return office.forger.package(office.parts, entries=chain(entries, "00" * 32))
    except (TypeError, KeyError, AttributeError, ValueError):  # what has no hash
        lines = tuple(canonical(entry) for entry in entries)
        return office.forger.package(replace(office.parts, lines=lines))


def _other_entry(entry: dict[str, Any], dice: Dice) -> dict[str, Any]:
    way = dice.random()
    if way < 0.5:  # in the body or the personal data
        name = dice.choice([name for name in ("body", "personal") if entry[name]])
        text = canonical(changed(json.loads(entry[name]), dice))
        text = mangled(text, dice) if dice.random() < 0.1 else text
        return {**entry, name: text.decode("utf-8", "replace")}
    if way < 0.7:
        return {**entry, "kind": dice.choice(KINDS)}
    if way < 0.8:
        return {**entry, "subject": dice.choice(("company", "1", "9", "x" * 200, "a/branch", "%"))}
    name = dice.choice(sorted(entry))
    return {**entry, name: changed(entry[name], dice)}


def spliced(office: Office, dice: Dice) -> bytes:
    """Members of several desks under a manifest that a trusted one signs for them."""
    sources = [members_of(raw) for raw in (office.newer, office.older, office.dago, office.bare)]
    told = json.loads(dice.choice(sources)[MANIFEST])
    other = json.loads(dice.choice(sources)[MANIFEST])
    name = dice.choice(sorted(told))
    told[name] = other[name]
    stolen = {
        name: one for name, one in dice.choice(sources).items() if name not in {MANIFEST, SIGNATURE}
    }
    return dice.choice((office.forger, office.forger_of("dago"))).signed(stolen, canonical(told))


Way = Callable[[Office, Dice], bytes]
UNSIGNED: tuple[Way, ...] = (raw_bytes, raw_bytes, other_members)
WAYS: tuple[Way, ...] = (
    *UNSIGNED,
    *UNSIGNED,
    *(signed_manifest, signed_says, signed_layers, signed_entries, signed_entries, spliced),
)


@dataclass
class Outcomes:
    """What became of all files; `wrong` is what must not be: (number, way, why)."""

    counts: Counter[str] = field(default_factory=Counter)
    slowest: list[tuple[float, int, str]] = field(default_factory=list)
    wrong: list[tuple[int, str, str]] = field(default_factory=list)


class TooLong(BaseException):
    """The net: nothing catches it on the way."""


@contextmanager
def net(longest: int = LONGEST) -> Iterator[None]:
    """Ends what takes more seconds of CPU, where the system can."""

    def fall(*_: object) -> None:
        raise TooLong

    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGPROF, fall)
    signal.setitimer(signal.ITIMER_PROF, longest)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def outcomes(office: Office, numbers: range, seed: int) -> Outcomes:
    """Takes in one changed file for each number."""
    found = Outcomes()
    real = {office.newer, office.older, office.dago}
    for number in numbers:
        dice = Dice(f"{seed} {number}")
        way = dice.choice(WAYS)
        raw = way(office, dice)
        started = time.process_time()
        try:
            with net():
                verdict, why = judged(office, raw, unsigned=way in UNSIGNED and raw not in real)
        except (Exception, TooLong):  # noqa: BLE001 - whatever comes out is what is looked for
            verdict, why = "crash", traceback.format_exc(limit=-6)
            office.restore()
        took = time.process_time() - started
        found.counts[f"{way.__name__}: {verdict}"] += 1
        found.slowest = sorted([*found.slowest, (round(took, 3), number, way.__name__)])[-5:]
        if why:
            found.wrong.append((number, way.__name__, why))
    return found


def judged(office: Office, raw: bytes, *, unsigned: bool) -> tuple[str, str]:
    """The verdict about a file, and what is wrong with it."""
    before = office.state()
    with office.tried(raw) as found:
        verdict = found.parcel.verdict
        texts = [found.text.into(language) for language in LANGUAGES]
        same = office.state() == before
        why = "no sentence" if min(map(len, texts)) < 20 or "{" in "".join(texts) else ""
        if unsigned and verdict not in {REFUSED, APART}:
            why = f"{verdict} without a signature"
        elif verdict not in {APPLIED, KNOWN, REFUSED, WAITING, APART}:
            why = f"verdict {verdict}"
        elif verdict in {REFUSED, WAITING, APART} and not same:
            why = f"{verdict}, and the database is another"
        elif verdict == APPLIED:
            why = _state(office, whole=len(raw) % 4 == 0)
    return verdict, why


def _state(office: Office, *, whole: bool) -> str:
    """What is wrong with head office after something was taken in; `whole` takes its time."""
    desk = office.desk
    desk.counts()
    for row in desk.queue(Wanted()):
        desk.complaint(row.id)
    if not whole:
        return ""
    found = finish(verify(desk.journal))
    return "" if found.clean else f"verify: {found}"


def main(files: int, seed: int, first: int) -> int:
    """Runs them all on a disk in memory, and tells what became of them."""
    with TemporaryDirectory(dir=fake_disk()) as place:
        office = head_office.make(Path(place) / "desks")
        found = Outcomes()
        for start in range(first, first + files, 1000):
            some = outcomes(office, range(start, min(start + 1000, first + files)), seed)
            found.counts += some.counts
            found.slowest = sorted([*found.slowest, *some.slowest])[-5:]
            found.wrong += some.wrong
            print(start, len(found.wrong), some.slowest[-1], file=sys.stderr, flush=True)
        office.close()
    sys.stdout.write(json.dumps(vars(found), indent=1) + "\n")
    return int(bool(found.wrong))


if __name__ == "__main__":
    raise SystemExit(
        main(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if sys.argv[3:] else 0)
    )
