"""Disks that are full, locked or gone, and a program that ends in the midst of writing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pyrage.x25519 import Identity

from desk.durable import beside, part_file, reason_of, write_whole
from desk.exchange.package import check_package
from desk.rules.errors import Trouble

PROCESS = Path(__file__).parent / "desk_process.py"
posix = pytest.mark.skipif(
    os.name == "nt", reason="only on POSIX are there such limits and signals"
)


def desk_process(*args: object) -> dict[str, object]:
    """Runs a desk in a process of its own and gives what it says at the end."""
    done = subprocess.run(
        [sys.executable, PROCESS, *map(str, args)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@posix
@pytest.mark.parametrize("limit", [0, 10, 20_000, 100_000])
def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path, limit: int) -> None:
    answer = desk_process("full", limit, tmp_path)
    assert answer["left"] == []
    assert answer["told"] == (
        f"“{tmp_path}” is full, so no file was written. Everything is kept at this desk. Make room "
        "there or choose another folder or stick, and write the file again."
    )


@posix
def test_a_locked_stick_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    answer = desk_process("locked", tmp_path)
    tmp_path.chmod(0o755)
    assert answer["left"] == []
    assert "may not be written to, so no file was written. Everything is kept" in answer["told"]


@posix
def test_a_package_is_whole_or_not_there_whenever_the_program_ends(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    answer = desk_process("killed", 40, folder)
    public, identity = bytes.fromhex(answer["public"]), Identity.from_str(answer["recovery"])
    packages = list(folder.glob("*.desk"))
    for package in packages:
        assert list(check_package(package, public=public, identity=identity))
    assert answer["ended"] >= 10
    assert len(packages) >= 43 - answer["ended"]
    assert {each.suffix for each in folder.iterdir()} <= {".desk", ".part"}


def test_a_stick_that_is_gone_is_told(trade, tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="stick” is not there or stopped answering"):
        trade.write(trade.shipment(), tmp_path / "stick")


def test_a_file_in_place_of_the_folder_is_told(trade, tmp_path: Path) -> None:
    (tmp_path / "stick").write_text("not a folder")
    with pytest.raises(Trouble, match="is not there or stopped answering"):
        trade.write(trade.shipment(), tmp_path / "stick")


def test_a_folder_that_vanishes_while_writing_is_told(trade, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()

    def entries():
        yield from trade.shipment().entries
        (folder / f"{trade.shipment().file_name()}.part").unlink()
        folder.rmdir()

    with pytest.raises(Trouble, match="Everything is kept at this desk"):
        trade.write(trade.shipment(entries=entries()), folder)


def test_a_fault_that_has_no_name_is_told_in_the_computers_words() -> None:
    assert str(reason_of(OSError(71, "Protocol strange"))) == "the computer says “Protocol strange”"
    assert str(reason_of(OSError("odd"))) == "the computer says “odd”"


def test_a_small_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    write_whole(tmp_path / "card", b"first")
    write_whole(tmp_path / "card", b"second")
    assert (tmp_path / "card").read_bytes() == b"second"
    assert [each.name for each in tmp_path.iterdir()] == ["card"]


def interrupted(path: Path) -> None:
    """Somebody presses Ctrl+C in the midst of writing."""
    with part_file(path) as file:
        file.out.write(b"half")
        raise KeyboardInterrupt


def test_an_interrupted_file_never_appears(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        interrupted(tmp_path / "card")
    assert list(tmp_path.iterdir()) == []


def test_what_goes_wrong_beside_comes_back() -> None:
    def vanish() -> None:
        raise OSError(5, "gone")

    with pytest.raises(OSError, match="gone"):
        list(beside(vanish))


@pytest.mark.parametrize(
    ("number", "of_windows", "told"),
    [
        (28, None, "the disk is full"),
        (22, 39, "the disk is full"),  # handle disk full: no number of its own elsewhere
        (13, None, "this user may not write or read there"),
        (13, 5, "this user may not write or read there"),
        (13, 21, "it is not there or does not answer"),  # a stick that was pulled out
        (22, 1167, "it is not there or does not answer"),
        (22, 87, "the computer says “Falscher Parameter”"),
    ],
)
def test_windows_own_number_says_what_it_is(number: int, of_windows: int | None, told: str) -> None:
    fault = OSError(number, "Falscher Parameter")
    if of_windows:
        fault.winerror = of_windows
    assert str(reason_of(fault)) == told
