"""FORMAT.md is enough to read a package: a reader that knows nothing of the program proves it."""

import ast
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from desk.exchange.cards import make_card, write_card
from desk.exchange.package import told

READER = Path(__file__).parent / "independent_reader.py"
PHOTO = bytes(range(256)) * 300


@pytest.fixture
def card(trade, tmp_path: Path) -> Path:
    """The branch's card, as head office has it."""
    path = tmp_path / "K1.deskcard"
    made = make_card(
        trade.branch, company="Toko", name="Dago", branch="1", head_office=False, now=trade.now
    )
    write_card(made, path)
    return path


def read(*args: object) -> subprocess.CompletedProcess[bytes]:
    """Runs the independent reader."""
    return subprocess.run(
        [sys.executable, "-I", READER, *map(str, args)], capture_output=True, check=False
    )


def test_the_reader_is_independent() -> None:
    tree = ast.parse(READER.read_text(encoding="utf-8"))
    imports = {
        name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names
    }
    origins = {
        node.module.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)
    }
    others = {"pyrage", "zstandard", "cryptography"}
    assert imports | origins <= {"hashlib", "io", "json", "re", "sys", "zipfile"} | others
    assert len(READER.read_text(encoding="utf-8").splitlines()) < 100


def test_head_office_and_the_branch_itself_read_the_same(trade, card: Path, tmp_path: Path) -> None:
    photo = trade.photo(tmp_path, PHOTO)
    ours = list(trade.chain_of(trade.branch.node, 500))
    theirs = list(trade.chain_of(trade.office.node, 30))[7:]
    entries = [told(entry) for entry in (*ours, *theirs)]
    ranges = (trade.range_of(ours), trade.range_of(theirs))
    written = trade.write(trade.shipment(ranges=ranges, entries=entries, files=[photo]), tmp_path)
    for identity in (trade.office.receiving, trade.branch.recovery):
        found = json.loads(read(written.path, card, identity).stdout)
        assert found["entries"] == entries
        assert found["files"] == {f"files/{photo.sha256}": PHOTO.hex()}


def test_a_file_of_which_parts_are_left_out_is_read_too(trade, card: Path, tmp_path: Path) -> None:
    ours = list(trade.chain_of(trade.branch.node, 30))
    theirs = list(trade.chain_of(trade.office.node, 40))
    some = [entry for entry in theirs if entry.seq in {12, 13, 20}]
    stretch = replace(trade.range_of(theirs[9:]), count=len(some))
    entries = [told(entry) for entry in (*ours, *some)]
    shipment = trade.shipment(ranges=(trade.range_of(ours), stretch), entries=entries)
    written = trade.write(shipment, tmp_path)
    found = json.loads(read(written.path, card, trade.office.receiving).stdout)
    assert found["entries"] == entries


def test_another_identity_reads_nothing(trade, card: Path, tmp_path: Path) -> None:
    written = trade.write(trade.shipment(), tmp_path)
    refused = read(written.path, card, trade.branch.receiving)
    assert refused.returncode != 0
    assert b"No matching keys found" in refused.stderr
    assert refused.stdout == b""


def test_a_file_without_personal_data_needs_no_identity(trade, card: Path, tmp_path: Path) -> None:
    shipment = trade.shipment(40, without_personal=True, receiver=None)
    found = json.loads(read(trade.write(shipment, tmp_path).path, card).stdout)
    assert [each["hash"] for each in found["entries"]] == [
        each["hash"] for each in shipment.entries
    ]
    assert {each["personal"] for each in found["entries"]} == {None}
