"""Endless bytes on their way into a member and out of it: counted, squeezed, encrypted, and back.

Each step takes an iterator of blocks and is one. An empty block is a heartbeat: it carries nothing
and is passed on, so that whoever pulls gets a turn often. Memory stays constant. What cannot be
read back raises `Unreadable`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Iterable, Iterator
from queue import SimpleQueue
from threading import Thread

import pyrage
import zstandard
from pyrage.x25519 import Identity, Recipient

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
