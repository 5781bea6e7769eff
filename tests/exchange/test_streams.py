"""Bytes on their way: squeezed, encrypted, and never more than promised."""

import threading

import pytest
import zstandard
from pyrage import decrypt, encrypt
from pyrage.x25519 import Identity

from desk.exchange.zips import Blocks, Tally, Unreadable, decrypted, encrypted, squeezed, unsqueezed

CONTENT = bytes(range(256)) * 2_000


def flow(content: bytes, size: int = 65_536) -> Blocks:
    """Blocks of a content, with a heartbeat between them."""
    for start in range(0, len(content), size):
        yield content[start : start + size]
        yield b""


@pytest.fixture(scope="module")
def identity() -> Identity:
    return Identity.generate()


@pytest.mark.parametrize("content", [b"", b"x", CONTENT])
@pytest.mark.parametrize("size", [1_000, 65_536])
def test_what_goes_in_comes_out(identity: Identity, content: bytes, size: int) -> None:
    away = b"".join(encrypted(squeezed(flow(content, size)), [str(identity.to_public())]))
    back = unsqueezed(decrypted(flow(away, size), identity), limit=len(content))
    assert b"".join(back) == content


def test_others_read_what_we_encrypt(identity: Identity) -> None:
    away = b"".join(encrypted(flow(CONTENT), [str(identity.to_public())]))
    assert decrypt(away, [identity]) == CONTENT


def test_we_read_what_others_encrypt(identity: Identity) -> None:
    assert b"".join(decrypted(flow(encrypt(CONTENT, [identity.to_public()])), identity)) == CONTENT


def test_heartbeats_are_passed_on(identity: Identity) -> None:
    away = list(encrypted(squeezed(flow(bytes(1_000_000))), [str(identity.to_public())]))
    assert away.count(b"") > 15


def test_another_identity_reads_nothing(identity: Identity) -> None:
    away = b"".join(encrypted(flow(CONTENT), [str(identity.to_public())]))
    with pytest.raises(Unreadable):
        list(decrypted(flow(away), Identity.generate()))


@pytest.mark.parametrize("cut", [0, 10, 300, 70_000, -1])
def test_a_cut_off_file_is_not_read_to_a_false_end(identity: Identity, cut: int) -> None:
    away = b"".join(encrypted(flow(CONTENT), [str(identity.to_public())]))
    with pytest.raises(Unreadable):
        list(decrypted(flow(away[:cut]), identity))


def test_one_that_stops_early_leaves_no_thread(identity: Identity) -> None:
    steps = encrypted(flow(CONTENT), [str(identity.to_public())])
    next(steps)
    assert "age" in {thread.name for thread in threading.enumerate()}
    steps.close()
    assert "age" not in {thread.name for thread in threading.enumerate()}


def test_trouble_in_the_source_comes_through_as_it_is(identity: Identity) -> None:
    def failing() -> Blocks:
        yield CONTENT
        raise LookupError("the journal")

    with pytest.raises(LookupError, match="the journal"):
        list(encrypted(failing(), [str(identity.to_public())]))
    assert "age" not in {thread.name for thread in threading.enumerate()}


def test_a_small_file_cannot_unpack_into_a_large_one() -> None:
    bomb = zstandard.ZstdCompressor(level=19).compress(bytes(500_000_000))
    taken = Tally()
    with pytest.raises(Unreadable):
        list(taken.over(unsqueezed(flow(bomb), limit=1_000_000)))
    assert taken.size <= 1_000_000


def test_a_window_beyond_the_limit_is_refused() -> None:
    wide = zstandard.ZstdCompressionParameters.from_level(3, window_log=27)
    frame = zstandard.ZstdCompressor(compression_params=wide).compressobj()
    content = frame.compress(CONTENT) + frame.flush()
    with pytest.raises(Unreadable):
        list(unsqueezed(flow(content), limit=len(CONTENT)))


@pytest.mark.parametrize("more", [b"x", zstandard.compress(b"second")])
def test_nothing_may_stand_behind_the_one_frame(more: bytes) -> None:
    for size in (7, 65_536):
        with pytest.raises(Unreadable):
            list(unsqueezed(flow(zstandard.compress(b"first") + more, size), limit=100))


@pytest.mark.parametrize("content", [b"", b"plain text", zstandard.compress(CONTENT)[:-1]])
def test_what_is_not_one_whole_frame_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable):
        list(unsqueezed(flow(content), limit=len(CONTENT)))
