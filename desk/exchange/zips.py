"""The one form of ZIP that goes between desks: stored members, back to back, and nothing else.

For given members there is exactly one sequence of bytes, so the reader rebuilds every header from
name, size, CRC and place and compares it; whatever else a ZIP may hold is refused with Invalid.
"""

from __future__ import annotations

import os
import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from desk.exchange.streams import BLOCK
from desk.rules.errors import Invalid
from desk.words import say

ENTRIES, MANIFEST, SIGNATURE = "entries.jsonl.zst", "manifest.json", "manifest.sig"
FILES = "files/"
MAX_PACKAGE = 2_000_000_000
"""Bytes: below what a FAT stick can hold in one file, and what 32-bit sizes can tell."""
MAX_MEMBERS = 1_000

_FILE_NAME = re.compile(r"files/[0-9a-f]{64}", re.ASCII)
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_VERSION, _STORED, _MIDNIGHT, _DAY = 20, 0, 0, 0x21  # 1980-01-01 00:00, the first day a ZIP knows
_MADE_BY, _MODE = 3 << 8 | 20, 0o600 << 16  # as Unix does it: a file for its owner only
_NAME_LIMIT = 80


@dataclass(frozen=True)
class Stored:
    """One member as it lies in the file; `offset` is where its header begins."""

    name: str
    offset: int
    size: int
    crc: int

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.offset + _LOCAL.size + len(self.name)

    @property
    def end(self) -> int:
        """Where the next member begins."""
        return self.start + self.size

    @property
    def _sizes(self) -> tuple[int, int, int]:
        return self.crc, self.size, self.size

    def local_header(self) -> bytes:
        """What stands before the content."""
        head = (b"PK\x03\x04", _VERSION, 0, _STORED, _MIDNIGHT, _DAY, *self._sizes)
        return _LOCAL.pack(*head, len(self.name), 0) + self.name.encode("ascii")

    def central_record(self) -> bytes:
        """What stands about it in the directory at the end."""
        head = (b"PK\x01\x02", _MADE_BY, _VERSION, 0, _STORED, _MIDNIGHT, _DAY, *self._sizes)
        tail = (len(self.name), 0, 0, 0, 0, _MODE, self.offset)
        return _CENTRAL.pack(*head, *tail) + self.name.encode("ascii")


def _end_record(members: int, size: int, offset: int) -> bytes:
    return _END.pack(b"PK\x05\x06", 0, 0, members, members, size, offset, 0)


class ZipWriter:
    """Writes member after member into an empty file that can seek."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._members: list[Stored] = []
        self._open = Stored("", 0, 0, 0)

    @property
    def position(self) -> int:
        """How long the file is so far."""
        return self._members[-1].end if self._members else 0

    def begin(self, name: str) -> None:
        """Starts a member; its header is written again when size and CRC are known."""
        self._open = Stored(name, self.position, 0, 0)
        self._out.write(self._open.local_header())

    def write(self, block: bytes) -> None:
        """The next bytes of the open member."""
        at = self._open
        self._open = Stored(at.name, at.offset, at.size + len(block), zlib.crc32(block, at.crc))
        self._out.write(block)

    def end(self) -> None:
        """Closes the open member."""
        self._out.seek(self._open.offset)
        self._out.write(self._open.local_header())
        self._out.seek(self._open.end)
        self._members.append(self._open)

    def drop(self) -> None:
        """Takes the open member back."""
        self._out.seek(self.position)
        self._out.truncate()

    def add(self, name: str, content: bytes) -> None:
        """A small member at once."""
        self.begin(name)
        self.write(content)
        self.end()

    def close(self) -> None:
        """Writes the directory; the file itself stays open."""
        directory = b"".join(member.central_record() for member in self._members)
        self._out.write(directory)
        self._out.write(_end_record(len(self._members), len(directory), self.position))


def walk(file: BinaryIO) -> dict[str, Stored]:
    """The members by name, in their order, after every byte around them was compared.

    Their contents are checked by `blocks`. Raises Invalid.
    """
    size = file.seek(0, os.SEEK_END)
    if size < _END.size or size > MAX_PACKAGE:
        raise not_a_package("size")
    members, directory = _directory(file, size)
    if not _in_order(members):
        raise not_a_package("names")
    offset = 0
    for member in members:
        file.seek(offset)
        header = member.local_header()
        if member.offset != offset or file.read(len(header)) != header:
            raise not_a_package("header")
        offset = member.end
    rebuilt = b"".join(member.central_record() for member in members)
    tail = rebuilt + _end_record(len(members), len(rebuilt), offset)
    if offset != directory or size - offset != len(tail):
        raise not_a_package("directory")
    file.seek(offset)
    if file.read(len(tail)) != tail:
        raise not_a_package("directory")
    return {member.name: member for member in members}


def _directory(file: BinaryIO, size: int) -> tuple[list[Stored], int]:
    """What the directory claims, and where it begins; `walk` compares it byte by byte."""
    file.seek(size - _END.size)
    mark, _, _, count, _, length, offset, _ = _END.unpack(file.read(_END.size))
    if mark != b"PK\x05\x06" or count > MAX_MEMBERS or offset > size:
        raise not_a_package("end")
    if length > count * (_CENTRAL.size + _NAME_LIMIT):
        raise not_a_package("end")
    file.seek(offset)
    rest = file.read(length)
    members = []
    for _ in range(count):
        if len(rest) < _CENTRAL.size:
            raise not_a_package("directory")
        record = _CENTRAL.unpack_from(rest)
        crc, stored, name_length, place = record[7], record[8], record[10], record[16]
        name = rest[_CENTRAL.size : _CENTRAL.size + name_length]
        members.append(Stored(name.decode("ascii", "replace"), place, stored, crc))
        rest = rest[_CENTRAL.size + name_length :]
    return members, offset


def _in_order(members: list[Stored]) -> bool:
    """Entries, then files sorted by name and each once, then the manifest and its signature."""
    names = [member.name for member in members]
    files = names[1:-2]
    return (
        names[:1] == [ENTRIES]
        and names[-2:] == [MANIFEST, SIGNATURE]
        and files == sorted(set(files))
        and all(map(_FILE_NAME.fullmatch, files))
    )


def blocks(file: BinaryIO, member: Stored) -> Iterator[bytes]:
    """The content of a member, in order; the last block comes only if the CRC is right."""
    crc, left = 0, member.size
    file.seek(member.start)
    while left:
        block = file.read(min(BLOCK, left))
        crc, left = zlib.crc32(block, crc), left - len(block)
        if not block or (not left and crc != member.crc):
            raise not_a_package("content")
        yield block
    if not member.size and member.crc:
        raise not_a_package("content")


def not_a_package(detail: str) -> Invalid:
    """One sentence for every kind of damage; `detail` is for those who look into the log."""
    problem = Invalid(
        say(
            "exchange",
            "This is not a whole file from a desk: it is damaged, cut off or was changed on its "
            "way. Nothing was taken from it. Copy it again from the desk that wrote it.",
        )
    )
    problem.add_note(detail)
    return problem
