"""The one form of ZIP that goes between desks: stored members, back to back, and nothing else.

For given members there is exactly one sequence of bytes, so the reader rebuilds every header from
name, size, CRC and place and compares it; whatever else a ZIP may hold is refused with Invalid.

The bytes of a member are counted, squeezed, encrypted, and back: each step takes an iterator of
blocks and is one. An empty block is a heartbeat: it carries nothing and is passed on, so that
whoever pulls gets a turn often. Memory stays constant. What cannot be read back raises
`Unreadable`.
"""

from __future__ import annotations

import hashlib
import os
import re
import struct
import zlib
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread
from typing import BinaryIO

import pyrage
import zstandard
from pyrage.x25519 import Identity, Recipient

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


Blocks = Generator[bytes, None, None]

BLOCK = 1 << 16
_LEVEL = 3
_WINDOW = 1 << 23
_HEADER, _HEADER_END = 1 << 14, b"\n--- "
"""Ours has 300 bytes; pyrage's time grows by the square of a header, half a minute for 1 MB."""
_SIP = 1 << 10
"""How much is unpacked at a time: at most 32 MB come out of it, whatever was put in."""


class Unreadable(Exception):
    """Not what was encrypted or squeezed here, or not for this key, or not all of it."""


class Tally:
    """Counts and hashes what flows by."""

    def __init__(self) -> None:
        self.size = 0
        self._hash = hashlib.sha256()

    @property
    def sha256(self) -> str:
        """The hash of all that went by, in hex."""
        return self._hash.hexdigest()

    def over(self, blocks: Iterable[bytes]) -> Blocks:
        """The same blocks, counted."""
        for block in blocks:
            self.size += len(block)
            self._hash.update(block)
            yield block


def squeezed(blocks: Iterable[bytes]) -> Blocks:
    """One zstd frame of it all."""
    frame = zstandard.ZstdCompressor(level=_LEVEL).compressobj()
    for block in blocks:
        yield frame.compress(block)
    yield frame.flush()


def unsqueezed(blocks: Iterable[bytes], *, limit: int) -> Blocks:
    """What is in exactly one zstd frame; more than `limit` bytes or any other byte is refused."""
    frame = zstandard.ZstdDecompressor(max_window_size=_WINDOW).decompressobj()
    size = 0
    for block in blocks:
        for start in range(0, len(block) or 1, _SIP):
            plain = _unpacked(frame, block[start : start + _SIP])
            size += len(plain)
            if size > limit:
                raise Unreadable
            yield plain
    if not frame.eof:
        raise Unreadable


def _unpacked(frame: zstandard.ZstdDecompressionObj, sip: bytes) -> bytes:
    if not sip:
        return b""
    if frame.eof:
        raise Unreadable
    try:
        plain = frame.decompress(sip)
    except zstandard.ZstdError as problem:
        raise Unreadable from problem
    if frame.unused_data:
        raise Unreadable
    return plain


def encrypted(blocks: Iterator[bytes], recipients: Iterable[str]) -> Blocks:
    """The age file of it all, for each of the recipients."""
    keys = [Recipient.from_str(recipient) for recipient in recipients]
    return _through(lambda reader, writer: pyrage.encrypt_io(reader, writer, keys), blocks)


def decrypted(blocks: Iterator[bytes], identity: Identity) -> Blocks:
    """What an age file holds, for the owner of `identity`."""
    return _through(
        lambda reader, writer: pyrage.decrypt_io(reader, writer, [identity]), _headed(blocks)
    )


def _headed(blocks: Iterator[bytes]) -> Blocks:
    """The same blocks, if the header of the age file ends where one of ours does."""
    head = b""
    for block in blocks:
        head += block
        if len(head) >= _HEADER or _HEADER_END in head:
            break
    if _HEADER_END not in head[:_HEADER]:
        raise Unreadable
    yield head
    yield from blocks


class _Stopped(Exception):
    """Nobody wants the rest."""


class _Counterpart:
    """The file that pyrage reads from and writes to, on its thread; the blocks are elsewhere.

    Both sides take turns: the thread runs only while the other waits, so nothing is shared.
    """

    def __init__(self) -> None:
        self.given: SimpleQueue[bytes | None] = SimpleQueue()
        self.wanted: SimpleQueue[bytes | None] = SimpleQueue()
        self.whole = False
        self.problem: Exception | None = None
        self._block = b""
        self._at = 0

    def read(self, size: int) -> bytes:
        """The next bytes of the block at hand; at its end the other side is asked for one."""
        if self._at >= len(self._block):
            self.wanted.put(b"")
            block = self.given.get()
            if block is None:
                raise _Stopped
            self._block, self._at = block, 0
        piece = self._block[self._at : self._at + size]
        self._at += len(piece)
        return piece

    def write(self, data: bytes) -> int:
        """Hands a piece of the result over."""
        if data:
            self.wanted.put(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def run(self, convert: Callable[[_Counterpart, _Counterpart], None]) -> None:
        """The thread's whole life. `wanted` ends with None."""
        try:
            convert(self, self)
            self.whole = True
        except (pyrage.EncryptError, pyrage.DecryptError, OSError, _Stopped) as problem:
            self.problem = problem
        finally:
            self.wanted.put(None)


def _through(
    convert: Callable[[_Counterpart, _Counterpart], None], blocks: Iterator[bytes]
) -> Blocks:
    """pyrage pulls from a file and pushes into one; this turns it into a step that is pulled.

    The blocks are drawn on the caller's thread, since they may come out of its database.
    """
    other = _Counterpart()
    thread = Thread(target=other.run, args=(convert,), name="age", daemon=True)
    thread.start()
    try:
        while (wanted := other.wanted.get()) is not None:
            if wanted:
                yield wanted
                continue
            while (block := next(blocks, None)) == b"":
                yield b""
            other.given.put(block or b"")
        if not other.whole:
            raise Unreadable from other.problem
    finally:
        other.given.put(None)
        thread.join()
