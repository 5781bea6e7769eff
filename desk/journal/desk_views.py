"""The small views: people, branches, cards, files sent, feedback, and what a desk is."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from desk.journal.entry_rows import about
from desk.journal.rows import as_kept, utc
from desk.journal.store import Store
from desk.rules import desk_entries as vocabulary
from desk.rules.case_entries import FeedbackTaken
from desk.rules.entries import read
from desk.rules.number import NO_NOTA_FIRST


def _write_feedback(store: Store, subject: str) -> None:
    for entry in about(store, subject):
        event = read(entry)
        if isinstance(event, FeedbackTaken):
            row = (
                event.kind,
                as_kept(event.branch, short=True),
                event.channel,
                _in_utc(event.received_at),
                event.text,
                event.name,
                event.phone,
                entry.actor,
            )
            _replace(store, "feedback", "id", (subject, *row))


def _replace(store: Store, table: str, key: str, row: tuple[Any, ...]) -> None:
    """The row of a small view, in place of the one whose first column is the same."""
    store.run(f"DELETE FROM {table} WHERE {key} = ?", row[:1])
    marks = ", ".join("?" * len(row))
    store.run(f"INSERT INTO {table} VALUES ({marks})", tuple(map(as_kept, row)))


def _in_utc(received_at: str) -> str:
    try:
        return utc(datetime.fromisoformat(received_at)) or ""
    except (ValueError, OverflowError, OSError):  # written elsewhere, by a program that is wrong
        return received_at


def _write_staff(store: Store, subject: str) -> None:
    name, roles, active, branches, node, branch = "", "", True, "", "", ""
    for entry in about(store, subject):
        event = read(entry)
        if isinstance(event, vocabulary.StaffAdded):
            name, roles = event.name, ",".join(event.roles)
            node, branch = entry.node, event.branch
        elif isinstance(event, vocabulary.StaffBranchesSet):
            branches = ",".join(event.branches)
        elif isinstance(event, vocabulary.StaffRolesChanged):
            roles = ",".join(event.roles)
        elif isinstance(event, vocabulary.StaffSwitchedOff):
            active = False
    store.run("DELETE FROM staff WHERE id = ?", (subject,))
    store.run(
        "INSERT INTO staff(id, name, roles, active, branches, node, branch) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (subject, name, roles, int(active), branches, node, branch),
    )


def _write_branch(store: Store, subject: str) -> None:
    for entry in about(store, subject):
        event = read(entry)
        if isinstance(event, vocabulary.BranchNamed):
            row = (subject, event.name, event.address, event.reach)
            _replace(store, "branch", "code", row)


def _write_card(store: Store, subject: str) -> None:
    """One row for each desk that said something of this card: what it said last holds."""
    rows: dict[str, tuple[Any, ...]] = {}
    for entry in about(store, subject):
        event = read(entry)
        if isinstance(event, vocabulary.CardTrusted):
            rows[entry.node] = (
                subject,
                entry.node,
                event.company,
                event.name,
                event.branch,
                int(event.head_office),
                event.signing_key,
                event.recipient,
                0,
                "",
                entry.tick,
            )
        elif isinstance(event, vocabulary.CardRevoked):
            before = rows.get(entry.node, (subject, entry.node, "", "", "", 0, "", ""))
            rows[entry.node] = (*before[:8], 1, event.replaced_by, entry.tick)
    store.run("DELETE FROM card WHERE node = ?", (subject,))
    for row in rows.values():
        store.run("INSERT INTO card VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)


def _write_shipment(store: Store, subject: str) -> None:
    for entry in about(store, subject):
        event = read(entry)
        if isinstance(event, vocabulary.ExportWritten):
            row = (
                entry.node,
                entry.at,
                event.receiver,
                event.sha256,
                event.entries,
                event.upto,
                int(event.personal),
            )
            _replace(store, "shipment", "package", (subject, *row))


def _write_facts(store: Store, subject: str) -> None:
    facts: dict[str, str] = {}
    for entry in about(store, subject):
        event = read(entry)
        if isinstance(event, vocabulary.CompanyNamed) and subject == "company":
            facts[f"{entry.node}/logo"] = f"{entry.tick:020} {event.logo}"
            facts[f"{entry.node}/company"] = f"{entry.tick:020} {event.name}"
        elif isinstance(event, vocabulary.DeskSetUp) and entry.node == subject:
            facts |= {
                f"{subject}/branch": event.branch,
                f"{subject}/letter": event.letter,
                f"{subject}/head_office": "1" if event.head_office else "",
                f"{subject}/sample": "1" if event.sample else "",
            }
        elif isinstance(event, vocabulary.NodeSucceeded):
            key = f"{entry.node}/no_nota_from"
            before = store.run("SELECT value FROM fact WHERE key = ?", (key,))
            jumped = [event.no_nota_from, NO_NOTA_FIRST, *(int(row[0]) for row in before)]
            facts[key] = str(max(*jumped, int(facts.get(key, 0))))
    for key, value in facts.items():
        _replace(store, "fact", "key", (key, value))


_WRITERS = {
    "feedback": _write_feedback,
    "staff": _write_staff,
    "branch": _write_branch,
    "card": _write_card,
    "export": _write_shipment,
    "company": _write_facts,
    "desk": _write_facts,
    "node": _write_facts,
}
SMALL_TOPICS = frozenset(_WRITERS)
"""The topics whose views are small tables of their own."""


def write_small(store: Store, topic: str, subject: str) -> None:
    """Within a transaction: the rows about `subject` become what its entries say."""
    _WRITERS[topic](store, subject)
