"""The entries of a package are drawn in slices, and nothing in them is believed unchecked."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from desk.exchange import lines, package
from desk.exchange.lines import Chains, Range
from desk.exchange.package import SLICE, in_slices, open_package, told
from desk.rules.chain import Entry, chained
from desk.rules.errors import Invalid, Trouble


def drawn(trade, path: Path, identity: object) -> Iterator[list[Entry]]:
    """The slices of a package of the branch."""
    with path.open("rb") as file:
        package = open_package(file, public_of=lambda _: trade.branch.public)
        with closing(in_slices(package, identity)) as slices:
            yield from slices


def taken(trade, path: Path) -> list[Entry]:
    """All entries in it."""
    return [e for some in drawn(trade, path, trade.office.receiving) for e in some]


def unchecked(monkeypatch: pytest.MonkeyPatch, spoil: Callable[[bytes], bytes] = bytes) -> None:
    """A desk that is wrong writes what it likes: its own checks are switched off."""

    def whatever(entries: Any, ranges: object) -> Any:
        return entries

    def spoiled(*args: Any, **how: Any) -> Iterator[tuple[int, bytes]]:
        yield 1, spoil(b"".join(block for _, block in lines.lines(*args, **how)))

    monkeypatch.setattr(package, "followed", whatever)
    monkeypatch.setattr(package, "lines", spoiled)


@pytest.mark.parametrize("count", [1, 499, 500, 501, 1_300])
def test_every_entry_comes_once_and_in_order(trade, tmp_path: Path, count: int) -> None:
    path = trade.write(trade.shipment(count), tmp_path).path
    slices = list(drawn(trade, path, trade.office.receiving))
    assert max(map(len, slices)) <= SLICE
    assert [entry for some in slices for entry in some] == list(
        trade.chain_of(trade.branch.node, count)
    )


def test_a_file_without_entries_has_one_empty_slice_at_its_end(trade, tmp_path: Path) -> None:
    path = trade.write(trade.shipment(ranges=(), entries=()), tmp_path).path
    assert list(drawn(trade, path, trade.office.receiving))[-1] == []


def partial(trade, seqs: list[int], *, first: int, last: int) -> dict[str, object]:
    """A shipment's changes by which only these entries of the office's chain are inside."""
    chain = list(trade.chain_of(trade.office.node, last))
    prev = chain[first - 2].hash if first > 1 else bytes(32)
    some = [entry for entry in chain if entry.seq in seqs]
    stretch = Range(trade.office.node, first, last, prev.hex(), chain[-1].hash.hex(), len(some))
    return {"ranges": (stretch,), "entries": [told(entry) for entry in some]}


@pytest.mark.parametrize(
    ("seqs", "first", "last"),
    [([1], 1, 1), ([1, 2, 3], 1, 3), ([3], 1, 9), ([3, 4, 9], 2, 9), ([2, 7], 2, 7), ([5], 5, 8)],
)
def test_what_is_nobody_elses_business_may_be_left_out(
    trade, tmp_path: Path, seqs: list[int], first: int, last: int
) -> None:
    changes = partial(trade, seqs, first=first, last=last)
    path = trade.write(trade.shipment(**changes), tmp_path).path
    assert [entry.seq for entry in taken(trade, path)] == seqs
    assert trade.check(path, trade.office.receiving).entries == len(seqs)


def test_what_is_there_has_to_fit_also_where_something_is_left_out(trade) -> None:
    chain = list(trade.chain_of(trade.branch.node, 9))
    stretch = Range(chain[0].node, 2, 8, chain[0].hash.hex(), chain[7].hash.hex(), 3)

    def fits(*seqs: int, swapped: dict[int, Entry] | None = None) -> bool:
        chains = Chains([stretch])
        known = {entry.seq: entry for entry in chain} | (swapped or {})
        return all([chains.take(known[seq]) for seq in seqs]) and chains.unfilled() is None

    other = following(chain[3])
    assert fits(2, 5, 8)
    assert fits(3, 4, 5)
    assert not fits(3, 4), "fewer than promised"
    assert not fits(2, 3, 4, 5), "more than promised"
    assert not fits(5, 3, 8), "not in the order of the chain"
    assert not fits(3, 3, 8)
    assert not fits(1, 3, 8), "before the range"
    assert not fits(3, 8, 9), "behind it"
    assert not fits(4, 5, 8, swapped={5: other}), "does not continue the one before"
    assert fits(3, 5, 8, swapped={5: other}), "where that is left out, nobody can tell"
    assert not fits(3, 5, 8, swapped={8: structs.replace(other, seq=8)}), (
        "not the promised last one"
    )


def following(last: Entry, **changes: object) -> Entry:
    """Another entry behind the one after `last`."""
    values: dict[str, Any] = {
        "node": last.node, "seq": last.seq + 1, "tick": last.tick + 9, "seen": None, "at": last.at,
        "actor": "x", "kind": "complaint.noted", "subject": "s", "body": {"v": 1},
        "personal": {"text": "lain"}, "salt": b"\1" * 16, "prev": b"\2" * 32, **changes,
    }  # fmt: skip
    return chained(**values)


def test_a_range_must_promise_what_can_be(trade, tmp_path: Path) -> None:
    good = trade.shipment(9).ranges[0]
    for wrong in (
        replace(good, first=0, count=1),
        replace(good, first=9, last=8, count=1),
        replace(good, count=0),
        replace(good, count=10),
        replace(good, last=2**63, count=1),
    ):
        assert not wrong.sensible
        with pytest.raises(ValueError, match="01978a5c"):
            trade.write(trade.shipment(9, ranges=(wrong,)), tmp_path)
    with pytest.raises(Trouble, match="does not fit into the chain"):
        trade.write(trade.shipment(9, ranges=(replace(good, count=8),)), tmp_path)


ODD = {
    "a number too large": {"seq": 2**63},
    "a tick too large": {"tick": 2**63},
    "a tick below zero": {"tick": -1},
    "a kind without a topic": {"kind": "noted"},
    "a NUL": {"subject": "a\0b"},
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_what_no_table_can_hold_is_refused(
    trade, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, odd: dict[str, object]
) -> None:
    chain = list(trade.chain_of(trade.branch.node, 3))
    entry = following(chain[-1], prev=chain[-1].hash, **odd)
    whole = replace(trade.range_of(chain), last=4, head_hash=entry.hash.hex(), count=4)
    unchecked(monkeypatch)
    shipment = trade.shipment(ranges=(whole,), entries=map(told, [*chain, entry]))
    with pytest.raises(Invalid):
        taken(trade, trade.write(shipment, tmp_path).path)


def changed(entries: list[dict[str, Any]], at: int, **values: object) -> list[dict[str, Any]]:
    return [each | values if n == at else each for n, each in enumerate(entries)]


WRONG: dict[str, Callable[[list[dict[str, Any]]], list[dict[str, Any]]]] = {
    "other words": lambda told: changed(told, 4, personal='{"name":"Palsu"}'),
    "another body": lambda told: changed(told, 4, body='{"v":2}'),
    "another person": lambda told: changed(told, 4, actor="lain"),
    "another time": lambda told: changed(told, 4, tick=7),
    "another hash": lambda told: changed(told, 4, hash="0" * 64),
    "no salt": lambda told: changed(told, 4, salt=None),
    "one field more": lambda told: changed(told, 4, more=1),
    "a number as text": lambda told: changed(told, 4, seq="5"),
    "another desk": lambda told: changed(told, 4, node="0" * 16),
    "swapped": lambda told: [*told[:4], told[5], told[4], *told[6:]],
    "one twice for another": lambda told: [*told[:4], told[3], *told[5:]],
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_an_entry_that_is_not_what_its_desk_wrote_is_refused(
    trade, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong
) -> None:
    unchecked(monkeypatch)
    shipment = trade.shipment(entries=wrong(trade.shipment().entries))
    path = trade.write(shipment, tmp_path).path
    with pytest.raises(Invalid):
        taken(trade, path)


SPOILED: dict[str, Callable[[bytes], bytes]] = {
    "spaces in a line": lambda text: text.replace(b'","body"', b'", "body"', 1),
    "a key twice": lambda text: text.replace(b'{"actor":', b'{"actor":"x","actor":', 1),
    "no JSON": lambda text: text.replace(b'{"actor"', b'{"act', 1),
    "a list": lambda text: text.replace(b'{"actor"', b'["actor"', 1),
    "deeply nested": lambda text: text.replace(b'{"actor"', b"[" * 50_000 + b'{"actor"', 1),
}


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED)
def test_a_line_that_is_no_canonical_object_is_refused(
    trade, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[bytes], bytes]
) -> None:
    unchecked(monkeypatch, spoil)
    path = trade.write(trade.shipment(), tmp_path).path
    with pytest.raises(Invalid):
        taken(trade, path)


def test_memory_does_not_grow_with_the_file(trade, tmp_path: Path) -> None:
    peaks = []
    for count in (1_000, 8_000):
        chain = list(trade.chain_of(trade.branch.node, count))
        shipment = trade.shipment(
            ranges=(trade.range_of(chain),),
            entries=map(told, chain),
            package_id=f"{count:08}-0000-7000-8000-000000000000",
        )
        path = trade.write(shipment, tmp_path).path
        tracemalloc.start()
        for _ in drawn(trade, path, trade.office.receiving):
            pass
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + 1_000_000
