"""Writing what head office lacks into one file."""

import hashlib
import io
import json
import threading
import tracemalloc
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
import zstandard
from pyrage import DecryptError, decrypt

from desk.exchange.package import (
    MAX_PACKAGE,
    Ack,
    FileRef,
    Range,
    check_package,
    told,
    write_package,
)
from desk.rules.errors import Invalid, Refused, Trouble

PHOTO = bytes(range(256)) * 700
NAME = "K1-20260620T021500Z-01978a5c.desk"


def plain_lines(path: Path, *identities: object) -> list[dict[str, object]]:
    """The lines of a package, opened with other tools than ours."""
    content = zipfile.ZipFile(path).read("entries.jsonl.zst")
    if identities:
        content = decrypt(content, identities)
    lines = zstandard.ZstdDecompressor().stream_reader(io.BytesIO(content)).read().splitlines()
    return [json.loads(line) for line in lines]


def manifest_of(path: Path) -> dict[str, object]:
    """What the package says about itself."""
    return json.loads(zipfile.ZipFile(path).read("manifest.json"))


def test_everything_the_branch_did_arrives(trade, tmp_path: Path) -> None:
    shipment = trade.shipment(200)
    written = trade.write(shipment, tmp_path)
    assert (written.path, written.entries, written.files) == (tmp_path / NAME, 200, 0)
    content = written.path.read_bytes()
    assert (written.size, written.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert [each.name for each in tmp_path.iterdir()] == [NAME]
    assert plain_lines(written.path, trade.office.receiving)[1:] == shipment.entries
    assert plain_lines(written.path, trade.branch.recovery)[1:] == shipment.entries


def test_nobody_else_can_open_it(trade, tmp_path: Path) -> None:
    written = trade.write(trade.shipment(), tmp_path)
    for other in (trade.branch.receiving, trade.office.recovery):
        with pytest.raises(DecryptError):
            plain_lines(written.path, other)


def test_head_office_checks_it_with_its_own_key(trade, tmp_path: Path) -> None:
    written = trade.write(trade.shipment(), tmp_path)
    found = trade.check(written.path, trade.office.receiving)
    assert (found.entries, found.sha256, found.size) == (10, written.sha256, written.size)


def test_the_manifest_says_what_is_in_it(trade, tmp_path: Path) -> None:
    ack = Ack("00112233445566aa", 17, "ab" * 32)
    shipment = trade.shipment(3, acknowledgements=(ack,), needs=("cd" * 32,))
    manifest = manifest_of(trade.write(shipment, tmp_path).path)
    entries = manifest.pop("members")[0]
    first, last = shipment.entries[0], shipment.entries[-1]
    assert manifest == {
        "type": "desk-export/1",
        "format": "1.0",
        "package": "01978a5c-0000-7000-8000-00000000abcd",
        "made_at": "2026-06-20T02:15:00.123Z",
        "tick": last["tick"],
        "sender": {
            "node": trade.branch.node,
            "branch": "1",
            "name": "Cabang 1 – Dago",
            "key": manifest["sender"]["key"],
        },
        "receiver": {"node": trade.office.node, "recipient": trade.office.recipient},
        "personal": True,
        "ranges": [
            {
                "node": trade.branch.node,
                "from": 1,
                "to": 3,
                "prev_hash": first["prev"],
                "head_hash": last["hash"],
                "count": 3,
            }
        ],
        "acknowledgements": [{"node": "00112233445566aa", "seq": 17, "head_hash": "ab" * 32}],
        "needs": ["cd" * 32],
    }
    assert manifest["sender"]["key"].startswith(trade.branch.node)
    assert entries["name"] == "entries.jsonl.zst"


def test_personal_data_are_inside_the_encryption_only(trade, tmp_path: Path) -> None:
    written = trade.write(trade.shipment(50), tmp_path)
    outside = written.path.name.encode() + written.path.read_bytes()
    for word in trade.personal:
        assert word.encode() not in outside
    assert any(
        trade.personal[0] in str(line) for line in plain_lines(written.path, trade.office.receiving)
    )


def test_the_first_line_ties_the_entries_to_the_manifest(trade, tmp_path: Path) -> None:
    path = trade.write(trade.shipment(), tmp_path).path
    manifest = manifest_of(path)
    assert plain_lines(path, trade.office.receiving)[0] == {
        "type": "desk-entries/1",
        "package": manifest["package"],
        "sender": trade.branch.node,
        "receiver": trade.office.node,
        "personal": True,
        "ranges": manifest["ranges"],
        "count": 10,
    }


def test_photos_travel_encrypted(trade, tmp_path: Path) -> None:
    photos = [
        trade.photo(tmp_path, PHOTO),
        trade.photo(tmp_path, b""),
        trade.photo(tmp_path, PHOTO),
    ]
    folder = tmp_path / "stick"
    folder.mkdir()
    written = trade.write(trade.shipment(files=iter(photos)), folder)
    assert (written.files, written.left_out) == (2, ())
    stored = zipfile.ZipFile(written.path).read(f"files/{photos[0].sha256}")
    assert PHOTO[:100] not in stored
    assert decrypt(stored, [trade.office.receiving]) == PHOTO
    assert trade.check(written.path, trade.office.receiving).manifest == manifest_of(written.path)


def test_a_photo_that_was_lost_or_changed_is_left_out_and_named(trade, tmp_path: Path) -> None:
    good, lost, changed = (trade.photo(tmp_path, PHOTO + bytes([each])) for each in range(3))
    lost.path.unlink()
    changed.path.write_bytes(PHOTO + bytes([9]))
    written = trade.write(trade.shipment(files=[good, lost, changed]), tmp_path)
    assert written.files == 1
    assert set(written.left_out) == {lost.sha256, changed.sha256}
    assert trade.check(written.path, trade.office.receiving).entries == 10


def test_what_finds_no_room_is_left_for_the_next_file(trade, tmp_path: Path) -> None:
    photos = [trade.photo(tmp_path, bytes([one, two])) for one in range(16) for two in range(16)]
    huge = FileRef("00" * 32, tmp_path / "huge", MAX_PACKAGE)
    written = trade.write(trade.shipment(files=[*photos, huge]), tmp_path)
    assert written.files + len(written.left_out) == 257
    assert written.files > 150
    assert huge.sha256 in written.left_out
    assert len(zipfile.ZipFile(written.path).read("manifest.json")) <= 65_536


def test_without_head_offices_card_nothing_is_written(trade, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"card is not known .* Everything is kept"):
        trade.write(trade.shipment(receiver=None), tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("known", [True, False])
def test_a_file_without_personal_data_can_be_read_by_all(
    trade, tmp_path: Path, known: bool
) -> None:
    shipment = trade.shipment(
        30,
        receiver=trade.office_card if known else None,
        without_personal=True,
        files=[trade.photo(tmp_path, PHOTO)],
    )
    written = trade.write(shipment, tmp_path)
    manifest = manifest_of(written.path)
    office = {"node": trade.office.node, "recipient": None}
    assert (manifest["personal"], manifest["receiver"]) == (False, office if known else None)
    assert (written.entries, written.files, written.left_out) == (30, 0, ())
    assert trade.check(written.path, None).entries == 30
    entries = plain_lines(written.path)[1:]
    assert entries == [{**each, "personal": None, "salt": None} for each in shipment.entries]
    assert entries[0]["personal_digest"] is not None
    for word in trade.personal:
        assert word not in str(entries)


def test_erased_people_stay_erased(trade, tmp_path: Path) -> None:
    entries = [{**each, "personal": None, "salt": None} for each in trade.shipment().entries]
    written = trade.write(trade.shipment(entries=entries), tmp_path)
    assert plain_lines(written.path, trade.office.receiving)[1:] == entries


def test_several_desks_entries_travel_in_one_file(trade, tmp_path: Path) -> None:
    ours = list(trade.chain_of(trade.branch.node, 20))
    theirs = list(trade.chain_of(trade.office.node, 12))[4:]
    mixed = [entry for pair in zip(ours, theirs, strict=False) for entry in pair] + ours[8:]
    shipment = trade.shipment(
        ranges=(trade.range_of(ours), trade.range_of(theirs)), entries=map(told, mixed)
    )
    written = trade.write(shipment, tmp_path)
    assert written.entries == 28
    nodes = [each["node"] for each in manifest_of(written.path)["ranges"]]
    assert nodes == sorted([trade.branch.node, trade.office.node])


def test_a_file_may_hold_acknowledgements_only(trade, tmp_path: Path) -> None:
    ack = Ack(trade.office.node, 17, "ab" * 32)
    written = trade.write(trade.shipment(ranges=(), entries=(), acknowledgements=(ack,)), tmp_path)
    assert trade.check(written.path, trade.office.receiving).entries == 0


def damaged(trade, what: str) -> dict[str, object]:
    """A shipment's changes by which its entries no longer are the chain that it promises."""
    entries = [dict(each) for each in trade.shipment().entries]
    entry = entries[4]
    match what:
        case "gap":
            del entries[4]
        case "missing end":
            del entries[-1]
        case "twice":
            entries.insert(4, entry)
        case "unknown desk":
            entry["node"] = "0" * 16
        case "one field more":
            entry["more"] = 1
        case "one field less":
            del entry["at"]
        case "number as text":
            entry["seq"] = "5"
        case "huge":
            entry["body"] = "x" * (1 << 24)
        case changed:
            entry[changed] = "0" * 64 if changed in {"hash", "prev", "seen"} else "{}"
    return {"entries": entries}


@pytest.mark.parametrize(
    "what",
    [
        *("gap", "missing end", "twice", "unknown desk", "one field more", "one field less"),
        *("number as text", "huge", "hash", "prev", "seen", "at", "kind", "body", "personal"),
    ],
)
def test_a_broken_chain_is_not_sent_but_told(trade, tmp_path: Path, what: str) -> None:
    with pytest.raises(Trouble, match=r"does not fit into the chain .* Everything is kept"):
        trade.write(trade.shipment(**damaged(trade, what)), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_more_desks_than_a_manifest_can_name_are_refused(trade, tmp_path: Path) -> None:
    acks = tuple(Ack(f"{each:016x}", 1, "ab" * 32) for each in range(1_000))
    with pytest.raises(Refused, match="too much to send for one file"):
        trade.write(trade.shipment(acknowledgements=acks), tmp_path)


def test_a_shipment_that_makes_no_sense_is_a_fault_of_the_program(trade, tmp_path: Path) -> None:
    wrong = Range(trade.branch.node, 1, 10, "00" * 32, "00" * 32, 11)
    for changes in ({"ranges": (wrong,)}, {"package_id": "PACKAGE"}, {"branch": "K/1"}):
        with pytest.raises(ValueError, match=r"PACKAGE|01978a5c"):
            trade.write(trade.shipment(**changes), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_package_is_never_written_over_another(trade, tmp_path: Path) -> None:
    first = trade.write(trade.shipment(), tmp_path)
    content = first.path.read_bytes()
    with pytest.raises(Refused, match="is already in"):
        trade.write(trade.shipment(), tmp_path)
    assert first.path.read_bytes() == content


def test_names_of_files_sort_by_time(trade) -> None:
    shipment = trade.shipment()
    later = replace(shipment, now=trade.now + timedelta(hours=9), package_id="0" * 36)
    assert shipment.file_name() == NAME
    assert later.file_name() > NAME


def test_an_odd_branch_name_never_stops_an_export(trade, tmp_path: Path) -> None:
    written = trade.write(trade.shipment(name="Cabang\n\u202e1 " + "x" * 300), tmp_path)
    assert manifest_of(written.path)["sender"]["name"].startswith("Cabang  1 xxx")


def test_progress_only_grows_and_ends_whole(trade, tmp_path: Path) -> None:
    steps = list(write_package(trade.shipment(300, files=[trade.photo(tmp_path, PHOTO)]), tmp_path))
    assert steps[-1].done == steps[-1].total == 2 * (300 + 3)
    assert all(before <= after for before, after in pairwise(steps))
    assert len(steps) > 10


def test_cancelling_at_any_step_leaves_nothing(trade, tmp_path: Path) -> None:
    shipment = trade.shipment(300, files=[trade.photo(tmp_path, PHOTO)])
    folder = tmp_path / "stick"
    folder.mkdir()
    for stop in range(1, len(list(write_package(shipment, folder)))):
        (folder / NAME).unlink(missing_ok=True)
        steps = write_package(shipment, folder)
        for _ in range(stop):
            next(steps)
        steps.close()
        assert list(folder.iterdir()) == []
        assert not {"age", "disk"} & {thread.name for thread in threading.enumerate()}


def test_what_an_earlier_try_left_is_swept_away(trade, tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.part").write_bytes(b"half a package")
    trade.write(trade.shipment(), tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == [NAME]


def spoiled(steps: Iterator[object], part: Path) -> None:
    """Goes through the steps, and changes one byte as soon as the file is complete."""
    done = False
    for _ in steps:
        content = bytearray(part.read_bytes())
        if content[-22:-18] == b"PK\x05\x06" and not done:
            content[len(content) // 2] ^= 1
            part.write_bytes(content)
            done = True


def test_a_disk_that_gives_back_other_bytes_is_told(trade, tmp_path: Path) -> None:
    steps = write_package(trade.shipment(300), tmp_path)
    with pytest.raises(Trouble, match=r"reads back differently.* Everything is kept"):
        spoiled(steps, tmp_path / f"{NAME}.part")
    assert list(tmp_path.iterdir()) == []


def test_memory_does_not_grow_with_the_journal(trade, tmp_path: Path) -> None:
    peaks = []
    for count in (300, 3_000):
        chain = list(trade.chain_of(trade.branch.node, count))
        shipment = trade.shipment(
            ranges=(trade.range_of(chain),),
            entries=map(told, chain),
            package_id=f"{count:08}-0000-7000-8000-000000000000",
        )
        tracemalloc.start()
        trade.write(shipment, tmp_path)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + 1_000_000


def test_a_package_with_personal_data_is_not_checked_without_a_key(trade, tmp_path: Path) -> None:
    written = trade.write(trade.shipment(), tmp_path)
    with pytest.raises(Invalid):
        list(check_package(written.path, public=trade.branch.public, identity=None))


def test_another_desk_cannot_have_signed_it(trade, tmp_path: Path) -> None:
    written = trade.write(trade.shipment(), tmp_path)
    with pytest.raises(Invalid):
        list(check_package(written.path, public=trade.office.public, identity=None))
