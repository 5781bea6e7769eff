"""The folder of a desk, its PINs, and the small files that are written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.app.home import Home, find_home
from desk.app.safety import write_report
from desk.app.signing_in import hash_pin, pin_is_right
from desk.durable import write_whole
from desk.rules.errors import Invalid, Trouble


def test_the_named_folder_goes_before_the_environment_before_the_platforms(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DESK_HOME", str(tmp_path / "b"))
    assert find_home("a").folder == tmp_path / "a"
    assert find_home().folder == tmp_path / "b"
    monkeypatch.delenv("DESK_HOME")
    assert find_home().folder.name == "complaint-desk"
    assert not list(tmp_path.iterdir())


def test_a_pin_is_known_by_its_hash_alone() -> None:
    hashed = hash_pin("2468")
    assert "2468" not in hashed
    assert pin_is_right(hashed, "2468")
    assert not pin_is_right(hashed, "2469")
    assert not pin_is_right("not a hash", "2468")


@pytest.mark.parametrize("pin", ["", "123", "1234567890123", "12 34", "١٢٣٤", "abcd"])
def test_what_is_no_pin_is_refused(pin: str) -> None:
    with pytest.raises(Invalid) as told:
        hash_pin(pin)
    assert told.value.field == "pin"


def test_an_older_file_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "receipt.pdf"
    write_whole(file, b"old")
    (tmp_path / "receipt.pdf.part").mkdir()
    with pytest.raises(Trouble, match="Everything is kept at this desk"):
        write_whole(file, b"new")
    assert file.read_bytes() == b"old"
    (tmp_path / "receipt.pdf.part").rmdir()
    write_whole(file, b"new")
    assert file.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["receipt.pdf"]


def test_a_report_of_a_fault_names_places_and_no_values(tmp_path: Path) -> None:
    def stumble(customer: str) -> None:
        raise RuntimeError(customer)

    with pytest.raises(RuntimeError) as fault:
        stumble("Rahasia")
    report = write_report(Home(tmp_path).logs, fault.value)
    assert report is not None
    told = report.read_text(encoding="utf-8")
    assert "RuntimeError" in told
    assert "test_home.py" in told
    assert "stumble" in told
    assert "Rahasia" not in told
    (tmp_path / "file").touch()
    assert write_report(tmp_path / "file", fault.value) is None
