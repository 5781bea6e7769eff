"""Whether the journal is true: every chain recomputed, and the views compared with a fresh fold."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass

from desk.journal import views
from desk.journal.journal import PAGE, Journal
from desk.journal.store import Store
from desk.rules.chain import START, Entry, is_whole
from desk.rules.folding import fold
from desk.rules.steps import Steps
from desk.words import Text, say


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What was checked, and the first thing that is wrong, or None where all is well."""

    entries: int = 0
    complaints: int = 0
    wrong: Text | None = None

    @property
    def clean(self) -> bool:
        """Whether nothing is wrong."""
        return self.wrong is None


def verify(journal: Journal) -> Steps[Verdict]:
    """Checks everything there is at the start; reads only, and keeps nothing locked."""
    damaged = _damage(journal)
    if damaged is not None:
        return Verdict(wrong=damaged)
    ends = {node: journal.seq_of(node) for node in journal.nodes()}
    subjects = [subject for topic, subject in journal.subjects() if topic == "complaint"]
    total = sum(ends.values()) + len(subjects)
    wrong = yield from _check_chains(journal, ends, total)
    if wrong is None:
        wrong = yield from _check_complaints(journal, subjects, total)
    if wrong is None:
        wrong = _check_the_rest(journal)
    return Verdict(entries=sum(ends.values()), complaints=len(subjects), wrong=wrong)


def _damage(journal: Journal) -> Text | None:
    # On a connection of its own: FTS5 would judge by what this one saw before others wrote.
    with closing(Store(journal.store.path)) as fresh:
        found = fresh.run("PRAGMA quick_check(1)")[0][0]
    if found == "ok":
        return None
    return say("verify", "The database file is damaged ({reason}). Restore the last backup.")(
        reason=str(found)[:120]
    )


def _wrong_entry(entry: Entry, seq: int, prev: bytes) -> Text | None:
    if entry.seq != seq:
        return say("verify", "Entry {seq} of desk {node} is missing.")(seq=seq, node=entry.node)
    if entry.prev != prev or not is_whole(entry):
        return say(
            "verify",
            "Entry {seq} of desk {node} ({kind}, {at}) was changed after it was written.",
        )(seq=seq, node=entry.node, kind=entry.kind, at=entry.at)
    return None


def _check_chains(journal: Journal, ends: Mapping[str, int], total: int) -> Steps[Text | None]:
    done = 0
    for node, last in ends.items():
        prev = START
        for seq, entry in enumerate(journal.entries(node, upto=last), start=1):
            wrong = _wrong_entry(entry, seq, prev)
            if wrong is not None:
                return wrong
            prev = entry.hash
            if seq % PAGE == 0:
                yield done + seq, total
        done += last
    return None


def _check_complaints(journal: Journal, subjects: list[str], total: int) -> Steps[Text | None]:
    for at, subject in enumerate(subjects, start=1):
        with journal.store.reading():
            right = _view_is_right(journal, subject)
        if not right:
            return _DIFFERS(what=subject)
        if at % PAGE == 0:
            yield total - len(subjects) + at, total
    return None


_DIFFERS = say(
    "verify",
    "What the screens show differs from the journal at “{what}”. The journal itself is right: "
    "rebuild the tables.",
)


def _view_is_right(journal: Journal, subject: str) -> bool:
    complaint = fold(subject, journal.about(subject))
    wanted = views.complaint_values(complaint)
    if wanted is None:
        return True
    names = ", ".join(wanted)
    rows = journal.store.run(f"SELECT row, {names} FROM complaint WHERE id = ?", (subject,))
    if len(rows) != 1 or rows[0][1:] != tuple(wanted.values()):
        return False
    if views.promises_of(journal.store, subject) != views.promise_values(complaint):
        return False
    return views.words_of(journal.store, rows[0][0]) == [views.search_values(complaint)]


_SMALL = frozenset({"feedback", "staff", "branch", "card", "shipment", "fact"})


class _NotKeptError(Exception):
    """Ends a trial transaction; what it wrote is rolled back."""


def _check_the_rest(journal: Journal) -> Text | None:
    store = journal.store
    if store.run("SELECT 1 FROM complaint WHERE id NOT IN (SELECT subject FROM entry) LIMIT 1"):
        return _DIFFERS(what="complaint")
    if store.run("SELECT 1 FROM promise WHERE complaint NOT IN (SELECT id FROM complaint) LIMIT 1"):
        return _DIFFERS(what="promise")
    columns = "id, name, phone, email, address, complaints, open, last_at"
    wanted = views.CUSTOMERS.format(where="")
    with store.reading():
        customers = store.run(f"SELECT {columns} FROM customer ORDER BY id")
        right = customers == sorted(store.run(wanted))
    if not right:
        return _DIFFERS(what="customer")
    held, fresh = _dump_twice(journal)
    return next((_DIFFERS(what=name) for name in held if held[name] != fresh[name]), None)


_Dump = dict[str, list[tuple[object, ...]]]


def _dump_twice(journal: Journal) -> tuple[_Dump, _Dump]:
    """The small views as they are, and as the entries tell them; what it writes is not kept."""
    held: _Dump = {}
    fresh: _Dump = {}
    with suppress(_NotKeptError), journal.store.transaction():
        held = _dump(journal)
        for name in _SMALL:
            journal.store.run(f"DELETE FROM {name}")
        views.refresh(
            journal.store,
            [pair for pair in journal.subjects() if pair[0] in views.SMALL_TOPICS],
        )
        fresh = _dump(journal)
        raise _NotKeptError
    return held, fresh


def _dump(journal: Journal) -> _Dump:
    return {name: journal.store.run(f"SELECT * FROM {name} ORDER BY 1") for name in sorted(_SMALL)}
