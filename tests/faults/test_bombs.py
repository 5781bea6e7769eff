"""Files that grow when they are opened: stopped early, in little memory, even when signed."""

from __future__ import annotations

import base64
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import zstandard

from desk.journal.exchanged import APPLIED
from tests.faults import head_office
from tests.faults.forging import bound, squeezed, written
from tests.faults.head_office import Office, refused
from tests.faults.mutating import net

MB = 1 << 20


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = head_office.make(tmp_path_factory.mktemp("desks"))
    yield made
    made.close()


@pytest.fixture(autouse=True)
def _as_before(office: Office) -> Iterator[None]:
    before = office.state()
    with net(20):  # not one of them is at work that long, even on a slow computer
        yield
    office.forget()
    if office.state() != before:
        office.restore()


@contextmanager
def memory_within(allowed: int) -> Iterator[None]:
    """The memory of this process never grows by more than so many bytes."""
    status, peak = Path("/proc/self/status"), Path("/proc/self/clear_refs")
    if sys.platform != "linux" or not os.access(peak, os.W_OK):
        yield  # only Linux tells how much memory there was at most
        return
    peak.write_text("5")

    def highest() -> int:
        (line,) = (one for one in status.read_text().splitlines() if one.startswith("VmHWM"))
        return int(line.split()[1]) * 1024

    before = highest()
    yield
    assert highest() - before < allowed, f"{(highest() - before) / MB} MB"


def frame_of(first: bytes, piece: bytes, times: int) -> tuple[bytes, int, str]:
    """A zstd frame of `first` and so many pieces, its plain size and SHA-256, never held whole."""
    import hashlib

    whole = hashlib.sha256(first)
    frame = zstandard.ZstdCompressor(level=3).compressobj()
    packed = [frame.compress(first)]
    for _ in range(times):
        whole.update(piece)
        packed.append(frame.compress(piece))
    packed.append(frame.flush())
    return b"".join(packed), len(first) + len(piece) * times, whole.hexdigest()


def bomb(office: Office, piece: bytes, times: int, *, lying: bool) -> bytes:
    """A signed file of some kilobytes with the right first line and very much behind it."""
    first = bound(office.parts.manifest) + b"\n"
    packed, size, digest = frame_of(first, piece, times)
    told = {} if lying else {"plain_size": size, "plain_sha256": digest}
    return office.forger.package(
        replace(office.parts, files={}), frame=lambda _: packed, member=told
    )


PIECES = {
    "zeros": bytes(MB),
    "line feeds": b"\n" * MB,
    "short lines": b"ab\n" * (MB // 3),
    "long lines": (b"x" * (1 << 24) + b"\n"),
    "lists": b"[" + b"[]," * (MB // 3),
}


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("lying", [True, False])
def test_a_file_that_unpacks_to_a_thousand_times_its_size_is_refused(
    office: Office, piece: str, lying: bool
) -> None:
    size = len(PIECES[piece])
    raw = bomb(office, PIECES[piece], 256 * MB // size, lying=lying)
    assert len(raw) < MB
    with memory_within(96 * MB):
        refused(office, raw)


def test_a_frame_that_asks_for_much_memory_is_refused(office: Office) -> None:
    noise = os.urandom(100_000)
    for window in (24, 27, 31):
        raw = office.forger.package(
            office.parts, frame=lambda whole, log=window: _windowed(whole + noise, log)
        )
        with memory_within(32 * MB):
            refused(office, raw)


def _windowed(plain: bytes, log: int) -> bytes:
    """A zstd frame with a window of 2 to the power of `log`, which its header only names."""
    frame = bytearray(squeezed(plain))
    assert frame[4] & 0x20 == 0, "it is not one that leaves the window out"
    frame[5] = (log - 10) << 3
    return bytes(frame)


def test_more_than_one_frame_or_an_empty_one_is_refused(office: Office) -> None:
    skipped = b"\x50\x2a\x4d\x18" + (4).to_bytes(4, "little") + b"desk"
    for frame in (
        lambda whole: squeezed(whole) * 2,
        lambda whole: squeezed(whole) + skipped,
        lambda whole: skipped + squeezed(whole),
        lambda whole: squeezed(whole)[:-1],
        lambda whole: squeezed(whole) + b"\0",
        lambda whole: whole,
        lambda _: b"",
    ):
        refused(office, office.forger.package(office.parts, frame=frame))


def test_an_age_file_for_thousands_is_refused_at_once(office: Office) -> None:
    """Reading such a header takes the square of its length: half a minute for a megabyte."""

    def for_thousands(sealed: bytes) -> bytes:
        head, mac, rest = sealed.partition(b"\n---")
        version, *stanzas = head.split(b"\n")
        words = [base64.b64encode(os.urandom(32)).rstrip(b"=") for _ in range(20_000)]
        more = [b"-> X25519 " + word + b"\n" + word for word in words]
        return b"\n".join([version, *more, *stanzas]) + mac + rest

    refused(office, office.forger.package(office.parts, stored=for_thousands))


def test_an_age_header_that_never_ends_is_refused_at_once(office: Office) -> None:
    body = b"age-encryption.org/v1\n-> x y\n" + (b"A" * 64 + b"\n") * 50_000
    refused(office, office.forger.package(office.parts, stored=lambda _: body))
    refused(office, office.forger.package(office.parts, stored=lambda _: body[:20]))
    refused(office, office.forger.package(office.parts, stored=lambda _: b""))


def test_a_line_of_millions_of_lists_is_refused_in_little_memory(office: Office) -> None:
    *lines, last = office.parts.lines
    deep = last.replace(b'"at":"', b'"a":[' + b"[]," * 5_000_000 + b'[]],"at":"')
    assert len(deep) < 1 << 24
    raw = office.forger.package(replace(office.parts, lines=(*lines, deep)))
    with memory_within(96 * MB):
        refused(office, raw)


def test_long_lines_are_read_in_a_time_that_grows_with_their_length(office: Office) -> None:
    """Of random letters, so that little comes out of the frame at a time."""
    entries = office.parts.entries
    words = base64.b64encode(os.urandom(12_000_000)).decode()
    for _ in range(2):
        last, more = entries[-1], {"body": {"v": 1, "x": words}}
        entries.append(written(last["node"], last["seq"] + 1, last["hash"], **more))
    raw = office.forger.package(office.parts, entries=entries)
    assert office.take(raw).parcel.verdict == APPLIED


def long_entries(office: Office, count: int, *, noise: int) -> bytes:
    """A signed file of so many entries of a megabyte, so much of each cannot be squeezed."""
    entries = office.parts.entries
    for at in range(count):
        last = entries[-1]
        words = "y" * MB + os.urandom(noise).hex()
        more = {"subject": f"{at}", "body": {"v": 1, "x": words}}
        entries.append(written(last["node"], last["seq"] + 1, last["hash"], **more))
    return office.forger.package(office.parts, entries=entries)


def test_many_long_entries_are_taken_in_without_holding_them_all(office: Office) -> None:
    raw = long_entries(office, 100, noise=1_000)
    assert len(raw) < MB // 2
    with memory_within(90 * MB):
        assert office.take(raw).parcel.verdict == APPLIED


def test_entries_that_are_a_thousand_times_their_size_are_refused_though_right(
    office: Office,
) -> None:
    """Whoever is trusted might else keep head office at work for days with one small file."""
    refused(office, long_entries(office, 40, noise=0))
