"""Keys that a newer program added to a kind of today: kept as they came, and passed over.

The lines in `tests/golden/newer-*.jsonl` are what such a program may write; none is ever changed.
"""

import json
from pathlib import Path

import pytest

from desk.exchange.lines import entry_of, told
from desk.rules.chain import START, Entry, canonical, is_whole
from desk.rules.entries import (
    ComplaintContacted,
    ComplaintNoted,
    ComplaintRegistered,
    ComplaintStarted,
    FeedbackTaken,
    StaffAdded,
    Unknown,
    parts,
    read,
    understood,
)
from desk.rules.folding import fold
from tests.rules.case import REGISTERED, every_kind, story

GOLDEN = Path(__file__).parent.parent / "golden"
LINES = [
    line for file in sorted(GOLDEN.glob("newer-*.jsonl")) for line in file.read_bytes().splitlines()
]
ENTRIES = [entry_of(json.loads(line)) for line in LINES]
CASE = "019f1c00-2a00-7a11-8b22-c33d44e55f01"
KINDS = sorted(every_kind(), key=lambda kind: kind.KIND)


def test_an_entry_of_a_newer_program_stays_as_it_came_and_whole() -> None:
    assert [canonical(told(entry)) for entry in ENTRIES] == LINES
    assert all(map(is_whole, ENTRIES))
    heads = [START, *(entry.hash for entry in ENTRIES)]
    assert [entry.prev for entry in ENTRIES] == heads[:-1]


def test_what_is_known_of_it_is_read_and_the_rest_passed_over() -> None:
    assert [understood(entry) for entry in ENTRIES] == [
        (StaffAdded(roles=("staff", "cro"), name="Wati"), False),
        (
            ComplaintRegistered(
                number="K1202607010005678B",
                branch="1",
                received_at="2026-07-01T08:22:00+07:00",
                nota=5678,
                customer="019f1c00-2a00-7a11-8b22-c33d44e55f02",
                name="Pak Yusuf",
                what_happened="Rantai lepas 😡",
            ),
            False,
        ),
        (ComplaintContacted(direction="out", how="phone", answered=True), False),
        (ComplaintNoted(text="Minta cepat"), False),
        (ComplaintStarted(note="Mulai"), False),
        (
            FeedbackTaken(
                kind="praise",
                branch="1",
                received_at="2026-07-01T09:00:00+07:00",
                text="Cepat sekali",
            ),
            False,
        ),
        (Unknown(kind="complaint.extended"), False),  # a known key with a value of another type
    ]


def test_a_complaint_that_a_newer_program_wrote_is_shown_and_asks_for_an_update() -> None:
    about = [entry for entry in ENTRIES if entry.subject == CASE]
    assert (
        story(fold(CASE, about))
        == """\
K1202607010005678B in_handling
08.23 complaint.registered Rantai lepas 😡
08.26 complaint.contacted
08.29 complaint.noted Minta cepat
08.32 complaint.started
08.38 complaint.extended
? update needed"""
    )
    for last in range(1, len(about)):
        assert fold(CASE, about[:last]).update_needed, "from its first such entry on"


def test_one_key_more_anywhere_in_a_case_asks_for_an_update(desk_telling) -> None:
    for extra in ({"body": {"colour": "red"}}, {"personal": {"nick": "Wa"}}):
        desk = desk_telling()
        desk.tell(REGISTERED)
        body, personal = parts(ComplaintNoted(text="Besok"))
        more = {"body": {}, "personal": {}} | extra
        desk.write("complaint.noted", body | more["body"], personal | more["personal"])
        desk.tell(ComplaintStarted())
        found = fold("c1", desk.entries)
        assert found.update_needed
        assert [line.text for line in found.timeline] == ["Rem berat dan berbunyi", "Besok", ""]
        assert found.state == "in_handling"


def of(kind: str, body: dict[str, object], personal: dict[str, object]) -> Entry:
    """An entry of which only what is read matters."""
    return Entry(
        node="a1" * 8, seq=1, tick=1, seen=None, at="2026-06-19T02:12:00.000Z", actor="wati",
        kind=kind, subject="c1", body=json.dumps(body), personal=json.dumps(personal), salt=None,
        personal_digest=None, prev=b"", hash=b"",
    )  # fmt: skip


GOLDEN_FIRST = {
    entry.kind: entry
    for file in sorted(GOLDEN.glob("entries-*.jsonl"))
    for entry in (entry_of(json.loads(line)) for line in file.read_bytes().splitlines())
}


@pytest.mark.parametrize("kind", [kind.KIND for kind in KINDS])
def test_every_kind_takes_a_key_more_and_none_in_the_wrong_place(kind: str) -> None:
    known = GOLDEN_FIRST[kind]
    event = read(known)
    body, personal = json.loads(known.body), json.loads(known.personal or "{}")
    assert understood(of(kind, body, personal)) == (event, True)
    for strange in (None, True, 1, 0.5, "", [], {}, [[{"a": [1]}]], "x" * 100_000):
        assert understood(of(kind, body | {"strange": strange}, personal)) == (event, False)
        assert understood(of(kind, body, personal | {"strange": strange})) == (event, False)
    for name in personal:  # what stands among the others could not be erased
        assert understood(of(kind, body | {name: personal[name]}, {})) == (
            Unknown(kind=kind),
            False,
        )
    for name in body.keys() - {"v"}:
        moved = {each: value for each, value in body.items() if each != name}
        assert understood(of(kind, moved, personal | {name: body[name]})) == (
            Unknown(kind=kind),
            False,
        )
