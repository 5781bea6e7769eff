"""How far each desk's chain is known: here (marks), and at other desks (acknowledgements)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desk.journal.journal import Journal
from desk.journal.store import Store
from desk.rules.chain import START


@dataclass(frozen=True)
class Mark:
    """Up to where a desk's chain is here; `partial` where what is none of our business is left out.

    `head_hash` is that of the entry `seq`, which itself may be left out. `seq` is 0 while all that
    is here came without a promise of where it ends.
    """

    node: str
    seq: int
    head_hash: bytes
    partial: bool = False


def marks(journal: Journal) -> dict[str, Mark]:
    """The mark of every desk of which something is here, by node."""
    store = journal.store
    rows = store.run("SELECT node, seq, head_hash, partial FROM mark")
    found = {node: Mark(node, seq, bytes(head), bool(part)) for node, seq, head, part in rows}
    for node in journal.local_nodes():
        own = store.run(
            "SELECT seq, hash FROM entry WHERE node = ? ORDER BY seq DESC LIMIT 1", (node,)
        )
        if own:
            found[node] = Mark(node, own[0][0], bytes(own[0][1]))
    return found


def mark_of(journal: Journal, node: str) -> Mark:
    """The mark of one desk; of one never heard of, the beginning of its chain."""
    return marks(journal).get(node, Mark(node, 0, START))


def hash_of(store: Store, node: str, seq: int) -> bytes | None:
    """The hash of an entry that is here; None for one that is not."""
    rows = store.run("SELECT hash FROM entry WHERE node = ? AND seq = ?", (node, seq))
    return bytes(rows[0][0]) if rows else None


def advance(store: Store, mark: Mark) -> None:
    """Within a transaction: the chain is here up to this mark; it never goes back."""
    store.run(
        "INSERT INTO mark(node, seq, head_hash, partial) VALUES (?, ?, ?, ?) "
        "ON CONFLICT(node) DO UPDATE SET partial = mark.partial | excluded.partial, "
        "head_hash = CASE WHEN excluded.seq > mark.seq THEN excluded.head_hash "
        "ELSE mark.head_hash END, "
        "seq = CASE WHEN excluded.seq > mark.seq THEN excluded.seq ELSE mark.seq END",
        (mark.node, mark.seq, mark.head_hash, int(mark.partial)),
    )


def acknowledged(store: Store, by: str) -> Mapping[str, int]:
    """What the desk `by` said it has: up to which seq, by node."""
    return dict(store.run("SELECT node, seq FROM ack WHERE by = ?", (by,)))


def acknowledge(store: Store, by: str, seqs: Iterable[tuple[str, int]]) -> None:
    """Within a transaction: `by` has these chains up to these seqs; what it had, it has."""
    for node, seq in seqs:
        store.run(
            "INSERT INTO ack(by, node, seq) VALUES (?, ?, ?) ON CONFLICT(by, node) DO UPDATE "
            "SET seq = CASE WHEN excluded.seq > ack.seq THEN excluded.seq ELSE ack.seq END",
            (by, node, seq),
        )


def lacking(store: Store) -> tuple[str, ...]:
    """The files (SHA-256) that entries name and that are not here."""
    return tuple(row[0] for row in store.run("SELECT sha256 FROM lacking ORDER BY sha256"))


def wishes(store: Store, by: str) -> tuple[str, ...]:
    """The files (SHA-256) that another desk said it lacks."""
    return tuple(
        row[0] for row in store.run("SELECT sha256 FROM wish WHERE by = ? ORDER BY sha256", (by,))
    )


def set_wishes(store: Store, by: str, digests: Iterable[str]) -> None:
    """Within a transaction: these are the files that another desk lacks now."""
    store.run("DELETE FROM wish WHERE by = ?", (by,))
    for digest in dict.fromkeys(digests):
        store.run("INSERT INTO wish(by, sha256) VALUES (?, ?)", (by, digest))
