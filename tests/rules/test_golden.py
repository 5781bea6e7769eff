"""Entries of every released version are understood for ever, and fold to what they did then.

A new kind, or a new version of one, adds a line to `tests/golden/`; no line is ever changed. What
each line says, every value of it, stands in `understood.json`, so that no default is its own judge.
"""

import json
from pathlib import Path

import pytest
from msgspec import NODEFAULT
from msgspec.structs import asdict, fields

from desk.exchange.lines import entry_of, told
from desk.rules.chain import START, canonical, is_whole
from desk.rules.entries import ComplaintRegistered, Unknown, parts, read
from desk.rules.folding import fold
from tests.rules.case import every_kind

GOLDEN = Path(__file__).parent.parent / "golden"
LINES = [
    line
    for file in sorted(GOLDEN.glob("entries-*.jsonl"))
    for line in file.read_bytes().splitlines()
]
ENTRIES = [entry_of(json.loads(line)) for line in LINES]
CASE = "019ee1a0-1c00-7a11-8b22-c33d44e55f66"
MISTAKE = "019ee1a5-2d00-7a11-8b22-c33d44e55f67"
WHOLE = "019ee6c4-0a00-7b22-9c33-d44e55f66a77"
FAR = "019ee6c4-0a00-7b22-9c33-d44e55f66a80"
TOLD = "019ee7d5-0c00-7b33-8c44-d55e66f77a88"
DELAYED = "019ee8e6-0e00-7b44-8d55-e66f77a88b99"
CORRECTED = "019ee9f7-0f00-7b55-8e66-f77a88b99c00"
UNDERSTOOD = (GOLDEN / "understood.json").read_text(encoding="utf-8")


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


def test_every_entry_of_long_ago_says_what_it_said() -> None:
    told = [
        json.dumps({"kind of entry": entry.kind, **asdict(read(entry))}, ensure_ascii=False)
        for entry in ENTRIES
    ]
    assert told == [line.rstrip(",") for line in UNDERSTOOD.splitlines()[1:-1]]


LEFT_OUT = """\
branch.named: address='' reach=''
card.revoked: replaced_by='' why=''
company.named: logo=''
complaint.attached: caption='' name=''
complaint.closed: alone=False ease=0 score=0 why='' words=''
complaint.conflict_settled: text=''
complaint.contacted: message='' said=''
complaint.corrected: value='' why=''
complaint.declined: why=''
complaint.examined: cause='' remedy=''
complaint.extended: roadblock='' said=''
complaint.judgement_confirmed: alone=False
complaint.not_agreed: entered_by='staff' score=0 why='' words=''
complaint.noted: message='' roadblock='' text=''
complaint.passed_on: branch=''
complaint.promise_broken: why=''
complaint.promised: what=''
complaint.registered: accessories=() address='' asked_for='' bought_at='' channel='walk_in' \
condition='' email='' expected='' factor='' files=() kind='complaint' name='' no_nota=False \
order='' phone='' product='' safety=False serial='' sold_branch='' understood='' what_happened=''
complaint.reopened: why=''
complaint.waiting: roadblock='' why=''
complaint.withdrawn: why=''
desk.set_up: head_office=False letter='' sample=False
feedback.taken: channel='walk_in' name='' phone='' text=''
import.applied: doubtful=0
staff.added: branch='' name=''
staff.branches_set: branches=()
"""
"""What is left out of an entry and means this for ever; a deed leaves out happened_at and note."""


def test_what_is_left_out_of_any_entry_means_the_same_for_ever() -> None:
    lines = []
    for kind in every_kind():
        every = {item.name: item.default for item in fields(kind) if item.default is not NODEFAULT}
        if "happened_at" in every:
            assert (every.pop("happened_at"), every.pop("note")) == ("", "")
        left_out = " ".join(f"{name}={every[name]!r}" for name in sorted(every))
        lines += [f"{kind.KIND}: {left_out}\n"] if left_out else []
    assert "".join(sorted(lines)) == LEFT_OUT


def test_every_kind_and_version_has_its_line() -> None:
    lines = {(entry.kind, json.loads(entry.body)["v"]) for entry in ENTRIES}
    assert {(kind.KIND, kind.VERSION) for kind in every_kind()} <= lines


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


def test_every_correction_of_long_ago_still_holds() -> None:
    complaint = fold(CORRECTED, [entry for entry in ENTRIES if entry.subject == CORRECTED])
    assert complaint.registered == ComplaintRegistered(
        number="K1202606260000064B",
        branch="1",
        received_at="2026-06-26T09:00:00+07:00",
        nota=64,
        no_nota=False,
        order="",
        channel="whatsapp",
        kind="complaint",
        asked_for="repair",
        factor="product",
        product="Polygon Gili Pro",
        bought_at="2026-06-02",
        sold_branch="2",
        safety=True,
        customer="019ee9f7-0f00-7b55-8e66-f77a88b99c01",
        files=(),
        name="Ibu Wayan",
        phone="+6281234567807",
        email="ibu@contoh.id",
        address="Jl. Kamboja 2\nBekasi",
        what_happened="Pedal kanan copot 😡",
        expected="Diperbaiki",
        understood="Pedal kanan copot saat dikayuh",
        serial="PG-002",
        condition="lecet",
        accessories=("bel",),
    )
    was = {line.about("field"): line.about("was") for line in complaint.timeline[1:]}
    assert was == {
        "name": "Bapak Wayan", "phone": "+6281234567806", "email": "wayan@contoh.id",
        "address": "Jl. Kamboja 1", "product": "Polygon Gili", "serial": "PG-001",
        "bought_at": "2026-06-01", "sold_branch": "1", "channel": "phone", "asked_for": "refund",
        "factor": "human", "safety": "false", "what_happened": "Pedal copot",
        "expected": "Uang kembali", "understood": "Pedal kiri copot", "condition": "baru",
    }  # fmt: skip
    assert not complaint.update_needed


def test_a_note_that_was_erased_keeps_its_place_without_its_words() -> None:
    complaint = fold(MISTAKE, [entry for entry in ENTRIES if entry.subject == MISTAKE])
    assert [line.text for line in complaint.timeline] == ["Setang turun terus", ""]
    assert not complaint.update_needed


TOLD_WHOLE = """\
20 10.00 registered: Las rangka retak <i>setelah</i> seminggu
20 10.12 passed_on to=61 note=Tolong ya 🙏
20 10.24 declined: Sedang di cabang lain note=Coba Budi
20 10.36 passed_on to=62
20 10.48 accepted note=Siap
20 11.00 started note=Mulai
20 11.12 contacted direction=out how=phone answered=false
20 11.24 contacted: “Kapan selesai?” direction=in how=whatsapp answered=true \
message=acknowledgement note=Marah
20 12.00 examined: Las retak di bawah sadel cause=Cacat pabrik remedy=Ganti rangka note=Foto ada
20 12.12 attached: Retak file=cd name=retak.jpg note=Dari dekat
20 13.00 judged fault=product note=Jelas
20 14.00 judgement_confirmed alone=true note=Setuju
20 15.00 promised: Uang kembali promise=01 by=2026-06-26T17:00:00+07:00 who=62 note=Lewat transfer
20 15.12 promised: Ditelepon lagi promise=02 by=2026-06-20T18:00:00+07:00 who=61
20 16.00 waiting: Rangka dikirim waits_for=maker note=JNE
20 17.00 corrected: Salah ketik / +6281234567803 field=phone was=+6281234567802 note=Dicek
21 06.00 extended: Boleh sampai Senin until=2026-06-22T10:00:00+07:00 direction=out how=phone \
note=Ramah
21 16.00 promise_broken: Lupa promise=02 note=Minta maaf
22 02.00 solved cause=Cacat pabrik remedy=Rangka diganti note=Beres
22 03.00 not_agreed: Warna lain / Warnanya beda level=cro score=2 entered_by=customer note=Naik
22 04.00 solved cause=Cacat pabrik remedy=Warna disamakan
22 05.00 closed: Lama / Terima kasih answer=partly score=4 ease=5 entered_by=customer alone=true \
note=Senang
24 14.00 reopened: Bunyi lagi note=Dari WA
24 15.00 promise_kept promise=01 note=Bukti ada
24 16.00 noted: Akan datang Jumat note=Pagi
24 17.00 withdrawn: Sudah puas note=Lewat telepon
"""


def told_by(line) -> str:
    """A line of the timeline as it was drawn then; long ids by their last two letters."""
    words = f": {line.text}".replace("\n", " / ") if line.text else ""
    facts = [f" {name}={value[-2:] if len(value) > 30 else value}" for name, value in line.detail]
    note = f" note={line.note}" if line.note else ""
    kind = line.kind.removeprefix("complaint.")
    return f"{line.at.astimezone():%d %H.%M} {kind}{words}{''.join(facts)}{note}"


def test_a_whole_case_of_long_ago_is_told_as_it_was() -> None:
    complaint = fold(WHOLE, [entry for entry in ENTRIES if entry.subject == WHOLE])
    told_then = "".join(f"{told_by(line)}\n" for line in complaint.timeline)
    assert told_then == TOLD_WHOLE
    assert not complaint.conflicts
    assert (complaint.state, complaint.extensions, complaint.reopened) == ("withdrawn", 1, 1)
    assert complaint.first_due_at.isoformat() == "2026-06-21T09:45:00+07:00"
    assert complaint.round_began_at.isoformat() == "2026-06-24T14:00:00.161000+07:00"
    assert (complaint.fault, complaint.flag, complaint.alone) == ("product", False, True)
    assert [promise.state for promise in complaint.promises] == ["kept", "broken"]
    assert complaint.bucket(complaint.ended_at) == "extended"


TOLD_FAR = """\
25 09.36 registered: Rem depan lepas
25 09.48 passed_on branch=2 note=Dibeli di sana
25 10.00 declined: Stok kosong
25 10.12 passed_on to=82 branch=3
25 10.24 withdrawn: Salah nota
25 10.36 started
25 10.48 conflict_settled: Batal tetap berlaku entries=0f1e2d3c4b5a6978:59 note=Sudah ditelepon
25 11.00 linked other=81 number=K2202606250000321 link=same_matter note=Nota sama
"""


def test_a_case_of_several_branches_is_told_as_it_was() -> None:
    complaint = fold(FAR, [entry for entry in ENTRIES if entry.subject == FAR])
    assert "".join(f"{told_by(line)}\n" for line in complaint.timeline) == TOLD_FAR
    assert [code for code, _, _ in complaint.branches] == ["1", "2", "3"]
    assert (complaint.state, complaint.at_branch, complaint.conflicts) == ("withdrawn", "3", ())
    assert [(one.number, one.link) for one in complaint.links] == [
        ("K2202606250000321", "same_matter")
    ]


def test_a_message_to_colleagues_of_long_ago_is_still_known_as_sent() -> None:
    (noted,) = fold(TOLD, [entry for entry in ENTRIES if entry.subject == TOLD]).timeline
    assert noted.about("message") == "pass_on"
    before = [entry for entry in ENTRIES if entry.kind == noted.kind and entry.seq < noted.seq]
    assert [getattr(read(entry), "message", None) for entry in before] == ["", "", ""]


def test_what_delayed_a_case_long_ago_is_still_known() -> None:
    delayed = fold(DELAYED, [entry for entry in ENTRIES if entry.subject == DELAYED])
    assert delayed.roadblocks == ("missing_material", "conflicting_work")
    before = [entry for entry in ENTRIES if entry.subject != DELAYED]
    events = [read(entry) for entry in before if entry.kind == "complaint.waiting"]
    assert [getattr(event, "roadblock", None) for event in events] == [""]


def test_everything_that_any_deed_can_hold_was_written_once() -> None:
    """So that a field whose name or type changes is found here, and not in somebody's journal."""
    for kind in every_kind():
        held = [entry for entry in ENTRIES if entry.kind == kind.KIND]
        names = {n for e in held for part in (e.body, e.personal or "{}") for n in json.loads(part)}
        assert names - {"v"} == {item.name for item in fields(kind)}
