"""Files that appear in a folder: whole ones only, each once."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from desk.app.watched_folder import Look, look
from desk.rules.errors import Trouble


def names(seen: Look) -> list[str]:
    return [one.path.name for one in seen.whole]


def test_a_file_is_whole_when_it_stood_still_between_two_looks(tmp_path: Path) -> None:
    file = tmp_path / "K1.desk"
    file.write_bytes(b"half")
    first = look(tmp_path, Look(), done={})
    assert (names(first), first.growing) == ([], True)
    file.write_bytes(b"half and the rest")
    second = look(tmp_path, first, done={})
    assert (names(second), second.growing) == ([], True)
    third = look(tmp_path, second, done={})
    assert names(third) == ["K1.desk"]
    assert third.whole[0].sha256 == hashlib.sha256(b"half and the rest").hexdigest()
    assert not third.growing


def test_a_part_beside_it_says_that_it_is_still_being_written(tmp_path: Path) -> None:
    (tmp_path / "K1.desk").write_bytes(b"x")
    part = tmp_path / "K1.desk.part"
    part.write_bytes(b"x")
    seen = look(tmp_path, look(tmp_path, Look(), done={}), done={})
    assert (names(seen), seen.growing) == ([], True)
    part.unlink()
    assert names(look(tmp_path, seen, done={})) == ["K1.desk"]


def test_what_was_dealt_with_is_passed_over_until_it_changes(tmp_path: Path) -> None:
    file = tmp_path / "K1.desk"
    file.write_bytes(b"x")
    seen = look(tmp_path, look(tmp_path, Look(), done={}), done={})
    done = {one.path: one.shape for one in seen.whole}
    assert names(look(tmp_path, seen, done=done)) == []
    file.write_bytes(b"another one")
    changed = look(tmp_path, seen, done=done)
    assert names(look(tmp_path, changed, done=done)) == ["K1.desk"]


def test_other_files_and_folders_are_none_of_our_business(tmp_path: Path) -> None:
    (tmp_path / "surat.txt").write_text("x")
    (tmp_path / "folder.desk").mkdir()
    (tmp_path / "link.desk").symlink_to(tmp_path / "nowhere.desk")
    seen = look(tmp_path, look(tmp_path, Look(), done={}), done={})
    assert (names(seen), seen.growing) == ([], False)


def test_a_folder_that_is_gone_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="Nothing is lost"):
        look(tmp_path / "stick", Look(), done={})
