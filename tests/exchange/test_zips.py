"""The strict reader takes the one form of ZIP that desks write, and no other."""

import io
import zipfile
from pathlib import Path

import pytest

from desk.exchange.zips import ENTRIES, MANIFEST, SIGNATURE, Stored, ZipWriter, blocks, walk
from desk.rules.errors import Invalid

PHOTO = "files/" + "ab" * 32
MEMBERS = ((ENTRIES, b"entries"), (PHOTO, b"photo"), (MANIFEST, b"{}"), (SIGNATURE, b"s" * 64))


def zipped(*members: tuple[str, bytes]) -> io.BytesIO:
    """A ZIP as desks write it, whatever it holds."""
    file = io.BytesIO()
    writer = ZipWriter(file)
    for name, content in members:
        writer.add(name, content)
    writer.close()
    return file


def others(*members: tuple[str, bytes], method: int = 0, **changes: object) -> io.BytesIO:
    """A ZIP as other programs write it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members:
            info = zipfile.ZipInfo(name)
            info.compress_type, info.create_system = method, 3
            for key, value in changes.items():
                setattr(info, key, value)
            archive.writestr(info, content)
    return file


def content_of(file: io.BytesIO) -> dict[str, bytes]:
    """All that the strict reader gives."""
    return {name: b"".join(blocks(file, member)) for name, member in walk(file).items()}


def test_what_is_written_is_read() -> None:
    assert content_of(zipped(*MEMBERS)) == dict(MEMBERS)


def test_other_programs_read_it_too() -> None:
    archive = zipfile.ZipFile(zipped(*MEMBERS))
    assert archive.testzip() is None
    assert {info.filename: archive.read(info) for info in archive.infolist()} == dict(MEMBERS)


def test_the_same_bytes_come_from_anybody_who_follows_the_format() -> None:
    assert others(*MEMBERS).getvalue() == zipped(*MEMBERS).getvalue()


def test_a_member_that_was_taken_back_leaves_no_trace() -> None:
    file = io.BytesIO()
    writer = ZipWriter(file)
    for name, content in MEMBERS:
        writer.begin("files/" + "cd" * 32)
        writer.write(b"x" * 1_000)
        writer.drop()
        writer.add(name, content)
    writer.close()
    assert file.getvalue() == zipped(*MEMBERS).getvalue()


@pytest.mark.parametrize(
    "names",
    [
        [],
        [ENTRIES],
        [MANIFEST, SIGNATURE],
        [ENTRIES, SIGNATURE, MANIFEST],
        [MANIFEST, SIGNATURE, ENTRIES],
        [ENTRIES, ENTRIES, MANIFEST, SIGNATURE],
        [ENTRIES, PHOTO, PHOTO, MANIFEST, SIGNATURE],
        [ENTRIES, "files/" + "cd" * 32, PHOTO, MANIFEST, SIGNATURE],
        [ENTRIES, "files/../../desk.db", MANIFEST, SIGNATURE],
        [ENTRIES, "/etc/passwd", MANIFEST, SIGNATURE],
        [ENTRIES, PHOTO.upper(), MANIFEST, SIGNATURE],
        [ENTRIES, "files/", MANIFEST, SIGNATURE],
        [ENTRIES, PHOTO + "\n", MANIFEST, SIGNATURE],
    ],
)
def test_members_are_the_known_ones_once_and_in_order(names: list[str]) -> None:
    with pytest.raises(Invalid, match="Nothing was taken from it"):
        walk(zipped(*((name, b"content") for name in names)))


@pytest.mark.parametrize(
    "changes",
    [
        {"method": zipfile.ZIP_DEFLATED},
        {"comment": b"hello"},
        {"extra": b"\xca\xfe\x00\x00"},
        {"date_time": (2026, 6, 20, 2, 15, 0)},
        {"create_system": 0},
        {"external_attr": 0o644 << 16},
        {"internal_attr": 1},
    ],
)
def test_anything_but_plainly_stored_members_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(Invalid):
        content_of(others(*MEMBERS, **changes))


GOOD = zipped(*MEMBERS).getvalue()
CONTENTS, DIRECTORY = GOOD[: GOOD.index(b"PK\x01\x02")], GOOD[GOOD.index(b"PK\x01\x02") :]


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(b"x" + GOOD, id="before"),
        pytest.param(GOOD + b"x", id="behind"),
        pytest.param(CONTENTS + b"gap" + DIRECTORY, id="gap"),
        pytest.param(GOOD[:-2] + b"\x02\x00hi", id="comment"),
        pytest.param(GOOD + GOOD, id="twice"),
        pytest.param(CONTENTS, id="no directory"),
        pytest.param(GOOD[:-12] + b"\xff\xff" + GOOD[-10:], id="many"),
    ],
)
def test_no_byte_may_stand_where_none_belongs(changed: bytes) -> None:
    with pytest.raises(Invalid):
        content_of(io.BytesIO(changed))


def test_every_single_byte_counts() -> None:
    for place in range(len(GOOD)):
        for bit in range(8):
            content = bytearray(GOOD)
            content[place] ^= 1 << bit
            with pytest.raises(Invalid):
                content_of(io.BytesIO(bytes(content)))


def test_every_cut_is_noticed() -> None:
    for length in range(len(GOOD)):
        with pytest.raises(Invalid):
            content_of(io.BytesIO(GOOD[:length]))


def test_a_file_that_is_too_large_is_not_even_looked_at(tmp_path: Path) -> None:
    with (tmp_path / "large.desk").open("w+b") as file:
        file.truncate(2_000_000_001)
        with pytest.raises(Invalid):
            walk(file)


def test_a_file_that_shrinks_while_it_is_read_is_noticed() -> None:
    with pytest.raises(Invalid):
        list(blocks(io.BytesIO(b"short"), Stored("manifest.json", 0, 100, 0)))
