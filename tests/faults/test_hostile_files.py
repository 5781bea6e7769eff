"""Files that were damaged, changed or made by a hostile hand: one sentence, and nothing of them."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from desk.exchange.zips import ENTRIES, MANIFEST, SIGNATURE
from desk.journal.exchanged import APPLIED, KNOWN, REFUSED, WAITING
from desk.rules.chain import canonical
from tests.faults import head_office
from tests.faults.forging import ANY_HASH, members_of, zipped
from tests.faults.head_office import DAMAGED, Office, refused
from tests.faults.mutating import outcomes

FILES = 200
"""How many changed files are tried here; by hand it was a hundred thousand (mutating.py)."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = head_office.make(tmp_path_factory.mktemp("desks"))
    yield made
    made.close()


@pytest.fixture(autouse=True)
def _as_before(office: Office) -> Iterator[None]:
    before = office.state()
    yield
    office.forget()
    if office.state() != before:
        office.restore()


def test_the_files_themselves_are_good(office: Office) -> None:
    for raw, applied in ((office.newer, 10), (office.dago, 6)):
        found = office.take(raw)
        assert (found.parcel.verdict, found.parcel.applied) == (APPLIED, applied)


def test_what_a_trusted_desk_signs_again_is_taken(office: Office) -> None:
    """The forger's own packages are right where it changes nothing."""
    found = office.take(office.forger.package(office.parts))
    assert (found.parcel.verdict, found.parcel.applied) == (APPLIED, 10)
    assert office.desk.files.folder.joinpath(next(iter(office.parts.files))).read_bytes()


def test_files_that_were_changed_by_dice_do_no_harm(office: Office) -> None:
    """At every layer, half of them validly signed; by hand a hundred thousand (mutating.py)."""
    found = outcomes(office, range(FILES), seed=4)
    assert not found.wrong, found.wrong[0]
    assert found.counts.total() == FILES
    assert len(found.counts) > 10


def test_an_older_file_or_the_same_once_more_changes_nothing(office: Office) -> None:
    office.take(office.newer)
    after = office.state()
    for raw in (office.newer, office.older, office.older):
        found = office.take(raw)
        assert (found.parcel.verdict, office.state() == after) == (KNOWN, True)
        assert str(found.text).startswith("Already known")
    past = {"made_at": "2020-01-01T00:00:00.000Z", "needs": [ANY_HASH]}
    assert office.take(office.forger.package(office.parts, says=past)).parcel.verdict == KNOWN
    assert office.state() == after


def test_no_byte_can_be_changed(office: Office) -> None:
    """At every place that has a meaning of its own, and at some in each member."""
    dice = random.Random(7)  # noqa: S311 - what found something comes again
    raw = office.newer
    places = {*range(64), *range(len(raw) - 64, len(raw)), *dice.sample(range(len(raw)), 60)}
    for at in sorted(places):
        changed = bytearray(raw)
        changed[at] ^= 1 << dice.randrange(8)
        refused(office, changed)


@pytest.mark.parametrize("at", [0, 1, 21, 22, 3000, -66, -22, -1])
def test_a_file_that_is_cut_off_is_refused(office: Office, at: int) -> None:
    refused(office, office.newer[:at])


SHUFFLED: dict[str, Callable[[list[tuple[str, bytes]], Office], list[tuple[str, bytes]]]] = {
    "without entries": lambda members, _: members[1:],
    "without the photo": lambda members, _: [members[0], *members[2:]],
    "without signature": lambda members, _: members[:-1],
    "without manifest": lambda members, _: [*members[:-2], members[-1]],
    "nothing": lambda *_: [],
    "another order": lambda members, _: [members[1], members[0], *members[2:]],
    "manifest first": lambda members, _: [members[-2], *members[:-2], members[-1]],
    "twice": lambda members, _: [members[0], *members],
    "photo twice": lambda members, _: [*members[:2], *members[1:]],
    "one more": lambda members, _: [*members[:2], ("files/" + "f" * 64, b"x"), *members[2:]],
    "strange name": lambda members, _: [*members[:2], ("files/x.exe", b"x"), *members[2:]],
    "out of the folder": lambda m, _: [m[0], ("files/../../../desk.db", b"x"), *m[2:]],
    "from the root": lambda members, _: [members[0], ("/etc/passwd", b"x"), *members[2:]],
    "capitals": lambda m, _: [m[0], (m[1][0].upper(), m[1][1]), *m[2:]],
    "renamed photo": lambda m, _: [m[0], ("files/" + "f" * 64, m[1][1]), *m[2:]],
    "renamed entries": lambda m, _: [("entries.jsonl.gz", m[0][1]), *m[1:]],
    "cut entries": lambda m, _: [(m[0][0], m[0][1][:-1]), *m[1:]],
    "no entries inside": lambda m, _: [(m[0][0], b""), *m[1:]],
    "cut photo": lambda m, _: [m[0], (m[1][0], m[1][1][:-1]), *m[2:]],
    "older entries": lambda m, office: [older(office)[0], *m[1:]],
    "older manifest": lambda m, office: [*m[:-2], *older(office)[-2:]],
    "older signature": lambda m, office: [*m[:-1], older(office)[-1]],
    "another branch's entries": lambda m, o: [next(iter(members_of(o.dago).items())), *m[1:]],
    "long signature": lambda m, _: [*m[:-1], (m[-1][0], m[-1][1] + b"\0")],
    "large signature": lambda m, _: [*m[:-1], (m[-1][0], bytes(10**6))],
    "large manifest": lambda m, _: [*m[:-2], (MANIFEST, b"[" * 10**6), m[-1]],
}


def older(office: Office) -> list[tuple[str, bytes]]:
    """The members of Bekasi's older file."""
    return list(members_of(office.older).items())


@pytest.mark.parametrize("how", SHUFFLED)
def test_members_that_are_not_as_they_were_packed_are_refused(office: Office, how: str) -> None:
    members = list(members_of(office.newer).items())
    refused(office, zipped(SHUFFLED[how](members, office)))


ALREADY_ZIPS = {
    "empty": b"",
    "no zip": b"desk" * 1000,
    "zeros": bytes(10**5),
    "end record only": b"PK\x05\x06" + bytes(18),
    "endless directory": b"PK\x05\x06" + b"\xff" * 18,
}


@pytest.mark.parametrize("what", ALREADY_ZIPS)
def test_what_never_was_a_package_is_refused(office: Office, what: str) -> None:
    refused(office, ALREADY_ZIPS[what])


def test_a_zip_that_promises_more_than_there_is_is_refused(office: Office) -> None:
    """A classic bomb: a thousand names for the same bytes."""
    one = zipped([(ENTRIES, bytes(1000))])
    record = one[1000 + 30 + len(ENTRIES) : -22]
    end = one[-22:-14] + (1000).to_bytes(2, "little") * 2
    end += (1000 * len(record)).to_bytes(4, "little") + one[-6:]
    refused(office, one[: 1030 + len(ENTRIES)] + record * 1000 + end)


NUMBERS = {
    "1e5000": b"1" + b"0" * 5000,
    "1e4000": b"1" + b"0" * 4000,
    "2**64": b"18446744073709551616",
    "2**63": b"9223372036854775808",
    "negative": b"-1",
    "minus zero": b"-0",
    "zero": b"0",
    "fraction": b"1.5",
    "whole fraction": b"10.0",
    "exponent": b"1e1",
    "huge exponent": b"1e999",
    "NaN": b"NaN",
    "Infinity": b"Infinity",
    "-Infinity": b"-Infinity",
    "true": b"true",
    "null": b"null",
    "text": b'"10"',
    "list": b"[10]",
    "brackets": b"[" * 60_000,
    "nested": b"[" * 5000 + b"]" * 5000,
    "objects": b'{"a":' * 5000 + b"1" + b"}" * 5000,
}


def number_at(manifest: bytes, name: str, number: bytes) -> bytes:
    """The first number under a name, replaced."""
    before, behind = manifest.split(f'"{name}":'.encode(), 1)
    rest = behind.lstrip(b"0123456789")
    return before + f'"{name}":'.encode() + number + rest


@pytest.mark.parametrize("name", ["from", "to", "count", "plain_size", "size", "tick"])
@pytest.mark.parametrize("number", NUMBERS)
def test_numbers_that_make_no_sense_are_refused_even_when_signed(
    office: Office, name: str, number: str
) -> None:
    if (name, number) == ("tick", "zero"):
        return  # as good as any other: it is only told
    refused(
        office,
        office.forger.package(
            office.parts, manifest_bytes=lambda told: number_at(told, name, NUMBERS[number])
        ),
    )


ODD: dict[str, Callable[[bytes], bytes]] = {
    "a key twice": lambda told: told.replace(b'"needs":', b'"needs":[],"needs":'),
    "spaces": lambda told: told.replace(b":", b": ", 1),
    "another order": lambda told: b'{"type":"desk-export/1",' + told[1:],
    "escaped letter": lambda told: told.replace(b"Bekasi", b"\\u0042ekasi"),
    "line feed behind": lambda told: told + b"\n",
    "byte order mark": lambda told: b"\xef\xbb\xbf" + told,
    "not utf-8": lambda told: told.replace(b"Bekasi", b"Beka\xff"),
    "half a pair": lambda told: told.replace(b"Bekasi", b"\\ud800"),
    "writing direction": lambda told: told.replace(b"Bekasi", "\u202eisakeB".encode()),
    "a list": lambda told: b"[" + told + b"]",
    "nothing": lambda told: b"",
    "64 KB of brackets": lambda told: b"[" * 65536,
    "64 KB of objects": lambda told: b'{"":' * 16384,
    "above the limit": lambda told: told[:-1] + b',"x":"' + b"x" * 65536 + b'"}',
}


@pytest.mark.parametrize("how", ODD)
def test_a_manifest_in_any_other_form_is_refused_even_when_signed(office: Office, how: str) -> None:
    refused(office, office.forger.package(office.parts, manifest_bytes=ODD[how]))


SAYS: dict[str, tuple[Callable[[dict[str, object]], object], str, str]] = {
    "another receiver": (
        lambda m: m["receiver"].update(node="0" * 16),
        "This file is for another desk (0000000000000000). Nothing was taken in.",
        REFUSED,
    ),
    "another sender": (
        lambda m: m["sender"].update(node="0" * 16),
        "The desk 0000000000000000 (“Bekasi”) is not known here. Nothing was taken in.",
        REFUSED,
    ),
    "another key": (lambda m: m["sender"].update(key=ANY_HASH), DAMAGED, REFUSED),
    "a gap": (
        lambda m: m["ranges"][0].update({"from": 5, "to": 14}),
        "A file before this one has not come yet: 4 entries of the desk",
        WAITING,
    ),
    "a gap of ages": (
        lambda m: m["ranges"][0].update({"from": 2**62, "to": 2**62 + 9}),
        "A file before this one has not come yet",
        WAITING,
    ),
    "a part": (lambda m: m["ranges"][0].update(to=11), DAMAGED, REFUSED),
    "no ranges": (lambda m: m.update(ranges=[]), DAMAGED, REFUSED),
    "one range twice": (lambda m: m["ranges"].extend(m["ranges"]), DAMAGED, REFUSED),
    "bare": (lambda m: m.update(personal=False), DAMAGED, REFUSED),
    "bare and nobody's": (lambda m: m.update(personal=False, receiver=None), DAMAGED, REFUSED),
    "another package": (lambda m: m.update(package="../../desk.db"), DAMAGED, REFUSED),
    "another type": (lambda m: m.update(type="desk-card/1"), DAMAGED, REFUSED),
    "no such day": (lambda m: m.update(made_at="2026-02-30T00:00:00.000Z"), DAMAGED, REFUSED),
    "acknowledges too much": (
        lambda m: m.update(
            acknowledgements=[{"node": "0" * 16, "seq": 2**64, "head_hash": ANY_HASH}]
        ),
        DAMAGED,
        REFUSED,
    ),
    "a newer version": (
        lambda m: m.update(format="2.0"),
        "This file was written by a newer version of the program. It is kept and nothing was taken",
        WAITING,
    ),
    "a newer type": (
        lambda m: m.update(type="desk-export/2", format="2.0"),
        "This file was written by a newer version of the program. It is kept and nothing was taken",
        WAITING,
    ),
}


@pytest.mark.parametrize("how", SAYS)
def test_what_a_signed_manifest_says_is_not_believed(office: Office, how: str) -> None:
    says, words, verdict = SAYS[how]
    refused(office, office.forger.package(office.parts, says=says), words, verdict)


def test_a_newer_minor_version_may_say_more(office: Office) -> None:
    raw = office.forger.package(office.parts, says={"format": "1.7", "colour": {"red": 1}})
    assert office.take(raw).parcel.verdict == APPLIED


def test_only_a_trusted_desk_can_make_a_newer_file_wait(office: Office) -> None:
    """Else anybody, or one changed letter, could fill the folder of what waits."""
    for says in ({"format": "2.0"}, {"type": "desk-export/2", "format": "2.0"}):
        raw = office.forger.package(office.parts, says=says)
        members = members_of(raw) | {SIGNATURE: bytes(64)}
        refused(office, zipped(members))
    stranger = replace(office.forger, keys=office.forger_of("stranger").keys)
    refused(office, stranger.package(office.parts, says={"format": "2.0"}))
    refused(
        office, office.forger.package(office.parts, says={"format": "2.0", "sender": {"node": 7}})
    )


def test_another_branchs_key_signs_nothing_of_ours(office: Office) -> None:
    other = office.forger_of("dago")
    refused(office, other.package(office.parts))
    members = members_of(office.newer)
    refused(office, other.signed(_without_manifest(members), members[MANIFEST]))


def _without_manifest(members: dict[str, bytes]) -> dict[str, bytes]:
    return {name: one for name, one in members.items() if name not in {MANIFEST, SIGNATURE}}


def test_nobody_signs_anothers_ciphertext_as_their_own(office: Office) -> None:
    """Dago has Bekasi's file, cannot read it, and sends it under a manifest of its own."""
    dago, stolen = office.forger_of("dago"), members_of(office.newer)
    manifest = json.loads(stolen[MANIFEST])
    manifest["sender"] = json.loads(members_of(office.dago)[MANIFEST])["sender"]
    raw = dago.signed(_without_manifest(stolen), canonical(manifest))
    refused(office, raw, "brings entries of another branch's desk")
    own = json.loads(members_of(office.dago)[MANIFEST])
    own["members"] = manifest["members"]
    refused(office, dago.signed(_without_manifest(stolen), canonical(own)))
