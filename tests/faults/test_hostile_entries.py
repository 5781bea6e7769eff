"""Entries that no desk writes, or not in that name: the whole file is refused, though signed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from desk.journal.exchanged import APART, APPLIED
from desk.rules.chain import canonical
from tests.faults import head_office
from tests.faults.forging import ANY_HASH, rehashed, written
from tests.faults.head_office import Office, refused


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


def with_last(office: Office, **changes: object) -> bytes:
    """Bekasi's file, its last entry changed and hashed anew."""
    entries = office.parts.entries
    return office.forger.package(
        office.parts, entries=[*entries[:-1], rehashed(entries[-1], **changes)]
    )


ENTRIES_REFUSED: dict[str, dict[str, object]] = {
    "NUL in a kind": {"kind": "complaint.\0"},
    "NUL in a subject": {"subject": "\0"},
    "NUL in a body": {"body": '{"v":1}\0'},
    "no topic": {"kind": "complaint"},
    "no kind": {"kind": ""},
    "tick of 64 bits": {"tick": 2**63},
    "negative tick": {"tick": -1},
    "tick of a thousand digits": {"tick": 10**1000},
    "true tick": {"tick": True},
    "fraction": {"tick": 1.0},
    "seq zero": {"seq": 0},
    "seq of 64 bits": {"seq": 2**63},
    "seq again": {"seq": 9},
    "seq ahead": {"seq": 11},
    "long kind": {"kind": "complaint." + "x" * 200},
    "long subject": {"subject": "x" * 201},
    "endless subject": {"subject": "x" * 15_000_000},
    "long actor": {"actor": "x" * 201},
    "long time": {"at": "x" * 201},
    "body as object": {"body": {"v": 1}},
    "personal without salt": {"salt": None, "personal": None, "personal_digest": None, "extra": 1},
    "another's name": {"node": "0123456789abcdef"},
    "name of no desk": {"node": "../../desk.db"},
    "capitals": {"prev": "A" * 64},
}


@pytest.mark.parametrize("how", ENTRIES_REFUSED)
def test_an_entry_that_no_desk_writes_is_refused_even_when_signed(office: Office, how: str) -> None:
    changes = ENTRIES_REFUSED[how]
    entries = office.parts.entries
    try:
        last = rehashed(entries[-1], **changes)
    except (TypeError, AttributeError):  # what cannot be hashed at all
        last = {**entries[-1], **changes}
    own = entries[0]["node"]
    ranges = chain_range(entries, last["hash"])
    raw = office.forger.package(
        replace(office.parts, lines=tuple(map(canonical, (*entries[:-1], last)))),
        says={"ranges": [{**ranges, "node": own}]},
    )
    refused(office, raw)


def chain_range(entries: list[dict[str, object]], head: object) -> dict[str, object]:
    """The range of Bekasi's ten entries with another end."""
    first, last = entries[0], entries[-1]
    facts = {"from": first["seq"], "to": last["seq"], "count": len(entries)}
    return {"node": first["node"], "prev_hash": first["prev"], "head_hash": head, **facts}


LINES: dict[str, Callable[[bytes], bytes]] = {
    "a key twice": lambda line: line.replace(b'"seq":', b'"seq":1,"seq":'),
    "a space": lambda line: line.replace(b":", b": ", 1),
    "no line feed at the end": lambda line: line,
    "half a pair": lambda line: line.replace(b'"at":"', b'"at":"\\ud800'),
    "brackets": lambda _: b"[" * 200_000,
    "list": lambda _: b"[]",
    "number": lambda _: b"1" * 5000,
    "no number": lambda line: line.rsplit(b":", 1)[0] + b":NaN}",
    "not utf-8": lambda line: line.replace(b'"at":"', b'"at":"\xff'),
    "one more key": lambda line: b'{"a":1,' + line[1:],
    "16 MB and more": lambda line: line.replace(b'"at":"', b'"at":"' + b"x" * (1 << 24)),
    "nothing": lambda _: b"",
    "carriage return": lambda line: line + b"\r",
}


@pytest.mark.parametrize("how", LINES)
def test_a_line_in_any_other_form_is_refused_even_when_signed(office: Office, how: str) -> None:
    *lines, last = office.parts.lines
    parts = replace(office.parts, lines=(*lines, LINES[how](last)))
    cut = how.startswith("no line feed")
    plain = (lambda whole: whole[:-1]) if cut else bytes
    refused(office, office.forger.package(parts, plain=plain))


def test_lines_in_another_order_more_or_fewer_are_refused(office: Office) -> None:
    lines = office.parts.lines
    for others in (lines[::-1], lines[1:], lines[:-1], (*lines, lines[-1]), (lines[0], *lines), ()):
        refused(office, office.forger.package(replace(office.parts, lines=tuple(others))))
    swapped = (*lines[:3], lines[4], lines[3], *lines[5:])
    refused(office, office.forger.package(replace(office.parts, lines=swapped)))


BINDS: dict[str, Callable[[bytes], bytes]] = {
    "another package": lambda first: first.replace(b'"package":"', b'"package":"0'),
    "none": lambda _: b"",
    "a space": lambda first: first + b" ",
    "another receiver": lambda first: first.replace(b'"receiver":"', b'"receiver":"0'),
}


@pytest.mark.parametrize("how", BINDS)
def test_entries_that_are_bound_to_something_else_are_refused(office: Office, how: str) -> None:
    def plain(whole: bytes) -> bytes:
        first, rest = whole.split(b"\n", 1)
        return BINDS[how](first) + b"\n" + rest

    refused(office, office.forger.package(office.parts, plain=plain))


def test_one_file_that_contradicts_another_is_kept_apart(office: Office) -> None:
    """The same desk and number with another hash: in the same file it has no place."""
    office.take(office.newer)
    words = "has written two different entries under the number"
    refused(office, with_last(office, at="2020-01-01T00:00:00.000Z"), words, APART)
    office.forget()
    before = office.parts.entries[-1]
    forked = written(before["node"], 11, ANY_HASH)
    raw = office.forger.package(office.parts, entries=[forked])
    refused(office, raw, words, APART)


def test_a_branch_speaks_for_no_other_desk(office: Office) -> None:
    """Not for head office, not for a branch that is known, not for one that has yet to send."""
    others = {
        "brings entries of another branch's desk": [
            office.desk.journal.node,
            office.forger_of("dago").keys.node,
        ]
    }
    for words, nodes in others.items():
        for node in nodes:
            entries = [written(node, 1, "00" * 32)]
            refused(office, office.forger.package(office.parts, entries=entries), words)
    found = office.take(office.dago)
    assert found.parcel.verdict == APPLIED, "and its own file is taken"


def with_more(office: Office, *what: tuple[str, str, dict[str, object]]) -> bytes:
    """Bekasi's file with more entries: (kind, subject, body)."""
    entries = office.parts.entries
    for kind, subject, body in what:
        last = entries[-1]
        more = {"kind": kind, "subject": subject, "personal": body.pop("personal", {})}
        more |= {"tick": last["tick"] + 1, "body": {"v": 1} | body}
        entries.append(written(last["node"], last["seq"] + 1, last["hash"], **more))
    return office.forger.package(office.parts, entries=entries)


def told_by_bekasi(office: Office, *what: tuple[str, str, dict[str, object]]) -> None:
    """Bekasi writes these entries, and they are taken in."""
    found = office.take(with_more(office, *what))
    assert found.parcel.verdict == APPLIED, found.text


def test_a_branch_does_not_say_who_another_desk_is(office: Office) -> None:
    node, dago = office.desk.journal.node, office.forger_of("dago").keys.node
    shop = office.desk.shop
    claim = {"branch": "1", "letter": "Z", "head_office": False, "sample": True}
    told_by_bekasi(office, *(("desk.set_up", each, dict(claim)) for each in (node, dago)))
    assert office.desk.shop == shop
    assert office.take(office.dago).parcel.verdict == APPLIED


ELSEWHERE: dict[str, tuple[str, dict[str, object]]] = {
    "adds": ("staff.added", {"roles": ["admin"], "branch": "9", "personal": {"name": "X"}}),
    "adds again": ("staff.added", {"roles": ["staff"], "personal": {"name": "Y"}}),
    "other roles": ("staff.roles_changed", {"roles": ["staff"]}),
    "switches off": ("staff.switched_off", {}),
    "sees": ("staff.branches_set", {"branches": ["1"]}),
    "in a new version": ("staff.switched_off", {"v": 2}),
    "names": ("branch.named", {"name": "X"}),
}


@pytest.mark.parametrize("how", ELSEWHERE)
def test_a_branch_does_not_say_who_works_elsewhere_nor_names_it(office: Office, how: str) -> None:
    (hana,) = office.desk.people()
    kind, body = ELSEWHERE[how]
    subject = {"adds": "intruder", "names": "9"}.get(how, hana.id)
    words = "changes people or facts of another branch, which only head office may do"
    refused(office, with_more(office, (kind, subject, dict(body))), words)


def test_a_branch_does_not_say_whose_cards_count_here(office: Office) -> None:
    stranger, dago = office.forger_of("stranger").keys, office.forger_of("dago").keys
    card = {
        "company": "X",
        "name": "X",
        "branch": "2",
        "head_office": True,
        "signing_key": stranger.public.hex(),
        "recipient": stranger.recipient,
    }
    told_by_bekasi(
        office,
        ("card.trusted", stranger.node, dict(card)),
        ("card.trusted", dago.node, {**card, "signing_key": "zz"}),
        ("card.revoked", dago.node, {"why": "", "replaced_by": stranger.node}),
    )
    assert "is not known here" in str(office.take(office.stranger).text)
    assert office.take(office.dago).parcel.verdict == APPLIED
