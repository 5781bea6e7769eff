"""Entries of every released version are understood for ever, and fold to what they did then.

A new kind, or a new version of one, adds a line to `tests/golden/`; no line is ever changed.
"""

import json
from pathlib import Path

import pytest

from desk.exchange.lines import entry_of, told
from desk.rules.chain import START, canonical, is_whole
from desk.rules.complaint import fold
from desk.rules.entries import ComplaintRegistered, Event, Unknown, parts, read

GOLDEN = Path(__file__).parent.parent / "golden"
LINES = [line for file in sorted(GOLDEN.glob("*.jsonl")) for line in file.read_bytes().splitlines()]
ENTRIES = [entry_of(json.loads(line)) for line in LINES]
CASE = "019ee1a0-1c00-7a11-8b22-c33d44e55f66"
MISTAKE = "019ee1a5-2d00-7a11-8b22-c33d44e55f67"


@pytest.mark.parametrize("line", LINES, ids=lambda line: json.loads(line)["kind"])
def test_an_entry_of_long_ago_is_whole_and_understood(line) -> None:
    entry = entry_of(json.loads(line))
    event = read(entry)
    assert is_whole(entry)
    assert not isinstance(event, Unknown)
    body, personal = parts(event)
    assert canonical(body).decode() == entry.body
    assert (canonical(personal).decode() if personal else None) == entry.personal
    assert canonical(told(entry)) == line


def test_every_kind_and_version_has_its_line() -> None:
    lines = {(entry.kind, json.loads(entry.body)["v"]) for entry in ENTRIES}
    assert {(kind.KIND, kind.VERSION) for kind in Event.__subclasses__() if kind.KIND} <= lines


def test_the_chain_of_long_ago_still_holds() -> None:
    heads = [START, *(entry.hash for entry in ENTRIES)]
    assert [entry.prev for entry in ENTRIES] == heads[:-1]
    assert [entry.seq for entry in ENTRIES] == list(range(1, len(ENTRIES) + 1))


def test_a_complaint_of_long_ago_folds_to_what_it_was() -> None:
    complaint = fold(CASE, [entry for entry in ENTRIES if entry.subject == CASE])
    told_then = [
        f"{line.at:%H.%M} {line.kind}: {line.text}".rstrip(": ") for line in complaint.timeline
    ]
    assert told_then == [
        "01.21 complaint.registered: Rem berat dan berbunyi “ngiiik” 😡 <b>&",
        "01.24 receipt.printed",
        "01.27 complaint.noted: Sudah ditelepon, datang besok",
        "01.30 complaint.withdrawn: Salah nota",
    ]
    assert (complaint.number, complaint.state) == ("K1202606190001234B", "withdrawn")
    assert complaint.received_at.isoformat() == "2026-06-19T08:30:00+07:00"
    assert complaint.due_at.isoformat() == "2026-06-20T08:30:00+07:00"
    assert complaint.ended_at.isoformat() == "2026-06-19T01:30:00.070000+00:00"
    assert complaint.receipts == 1
    assert complaint.served_by == ENTRIES[7].actor
    assert complaint.registered.accessories == ("bel", "kunci")
    assert not complaint.conflicts
    assert not complaint.update_needed


def test_what_was_left_out_long_ago_still_means_the_same() -> None:
    complaint = fold(MISTAKE, [entry for entry in ENTRIES if entry.subject == MISTAKE])
    assert complaint.registered == ComplaintRegistered(
        number="K1202606190000007B",
        branch="1",
        received_at="2026-06-19T09:40:00+07:00",
        nota=7,
        no_nota=False,
        order="",
        channel="walk_in",
        kind="complaint",
        asked_for="",
        factor="",
        product="",
        bought_at="",
        sold_branch="",
        safety=False,
        customer="019ee1a5-2d00-7a11-8b22-c33d44e55f98",
        files=(),
        name="Ibu Rita",
        phone="",
        email="",
        address="",
        what_happened="Setang turun terus",
        expected="",
        understood="",
        serial="",
        condition="",
        accessories=(),
    )


def test_a_note_that_was_erased_keeps_its_place_without_its_words() -> None:
    complaint = fold(MISTAKE, [entry for entry in ENTRIES if entry.subject == MISTAKE])
    assert [line.text for line in complaint.timeline] == ["Setang turun terus", ""]
    assert not complaint.update_needed
