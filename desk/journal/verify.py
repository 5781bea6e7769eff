"""Whether the journal is true: every chain recomputed, and the views compared with a fresh fold."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from peewee import SQL, Model, fn

from desk.journal import exchanged, views
from desk.journal.journal import PAGE, Journal
from desk.journal.schema import (
    Branch,
    Card,
    Customer,
    Feedback,
    Promise,
    Shipment,
    ShopFact,
    Staff,
    table_of,
)
from desk.journal.schema import Complaint as Row
from desk.journal.schema import Entry as Written
from desk.journal.store import KeptAs, all_of, given
from desk.journal.views import SMALL_TOPICS
from desk.rules.chain import START, Entry, is_whole
from desk.rules.errors import Steps
from desk.rules.folding import fold
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
    damaged = journal.store.damage()
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
    held = exchanged.marks(journal)
    for node, last in ends.items():
        partial = node in held and held[node].partial
        seq, prev = 0, START
        for entry in journal.entries(node, upto=last):
            if partial and entry.seq > seq + 1:  # what lies between is none of our business
                seq, prev = entry.seq - 1, entry.prev
            wrong = _wrong_entry(entry, seq + 1, prev)
            if wrong is not None:
                return wrong
            seq, prev = entry.seq, entry.hash
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
    held = _HELD.all(journal.store, id=subject)
    if len(held) != 1 or held[0] != wanted | {"row": held[0]["row"]}:
        return False
    if any(
        views.rows_of(journal.store, model, subject) != values_of(complaint)
        for model, values_of in views.BESIDE.items()
    ):
        return False
    return views.words_of(journal.store, held[0]["row"]) == [views.search_values(complaint)]


_HELD = KeptAs(lambda **row: row, lambda: Row.select().where(Row.id == given("id")))


_SMALL: tuple[type[Model], ...] = (Branch, Card, ShopFact, Feedback, Shipment, Staff)


class _NotKeptError(Exception):
    """Ends a trial transaction; what it wrote is rolled back."""


def _check_the_rest(journal: Journal) -> Text | None:
    store = journal.store
    heard_of = fn.EXISTS(Written.select(SQL("1")).where(Written.subject == Row.id))
    if all_of(store, Row.select(Row.row).where(~heard_of).limit(1)):
        return _DIFFERS(what="complaint")
    ownerless = Promise.complaint.not_in(Row.select(Row.id))
    if all_of(store, Promise.select(Promise.id).where(ownerless).limit(1)):
        return _DIFFERS(what="promise")
    with store.reading():
        held = all_of(store, Customer.select(*views.CUSTOMER_COLUMNS).order_by(Customer.id))
        right = held == sorted(all_of(store, views.customers_of(SQL("true"))))
    if not right:
        return _DIFFERS(what="customer")
    before, fresh = _dump_twice(journal)
    return next((_DIFFERS(what=name) for name in before if before[name] != fresh[name]), None)


_Dump = dict[str, list[tuple[object, ...]]]


def _dump_twice(journal: Journal) -> tuple[_Dump, _Dump]:
    """The small views as they are, and as the entries tell them; what it writes is not kept."""
    held: _Dump = {}
    fresh: _Dump = {}
    with suppress(_NotKeptError), journal.store.transaction():
        held = _dump(journal)
        for model in _SMALL:
            all_of(journal.store, model.delete())
        views.refresh(
            journal.store,
            [pair for pair in journal.subjects() if pair[0] in SMALL_TOPICS],
        )
        fresh = _dump(journal)
        raise _NotKeptError
    return held, fresh


def _dump(journal: Journal) -> _Dump:
    return {table_of(model): sorted(all_of(journal.store, model.select())) for model in _SMALL}
