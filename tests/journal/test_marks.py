"""How far each desk's chain is here, and what others said they have."""

from __future__ import annotations

from desk.journal import exchanged
from desk.journal.exchanged import Mark
from desk.journal.merge import end_of_range
from desk.rules.chain import START

NODE = "b2" * 8
HERE, THERE = b"\1" * 32, b"\2" * 32


def test_a_desk_never_heard_of_is_at_the_beginning(counter) -> None:
    journal = counter.desk.journal
    assert exchanged.mark_of(journal, NODE) == Mark(NODE, 0, START)
    assert set(exchanged.marks(journal)) == {journal.node}


def test_the_own_mark_is_the_last_entry(counter) -> None:
    counter.take_in()
    journal = counter.desk.journal
    seq, head = journal.last()
    assert exchanged.mark_of(journal, journal.node) == Mark(journal.node, seq, head)
    with counter.store.transaction():
        end_of_range(journal, Mark(journal.node, seq + 5, THERE))
    assert exchanged.mark_of(journal, journal.node) == Mark(journal.node, seq, head)


def test_a_mark_never_goes_back_and_what_is_partial_stays_so(counter) -> None:
    journal = counter.desk.journal
    for told, held in (
        (Mark(NODE, 0, START, partial=True), Mark(NODE, 0, START, partial=True)),
        (Mark(NODE, 7, HERE), Mark(NODE, 7, HERE, partial=True)),
        (Mark(NODE, 3, THERE), Mark(NODE, 7, HERE, partial=True)),
        (Mark(NODE, 9, THERE), Mark(NODE, 9, THERE, partial=True)),
    ):
        with counter.store.transaction():
            exchanged.advance(counter.store, told)
        assert exchanged.mark_of(journal, NODE) == held


def test_what_a_desk_said_it_has_it_has(counter) -> None:
    store = counter.store
    with store.transaction():
        exchanged.acknowledge(store, NODE, [("c3" * 8, 7), ("d4" * 8, 1)])
        exchanged.acknowledge(store, NODE, [("c3" * 8, 5), ("d4" * 8, 2)])
    assert exchanged.acknowledged(store, NODE) == {"c3" * 8: 7, "d4" * 8: 2}
    assert exchanged.acknowledged(store, "c3" * 8) == {}


def test_wishes_are_those_of_the_last_file(counter) -> None:
    store = counter.store
    for digests in (("b" * 64, "a" * 64, "a" * 64), ("c" * 64,), ()):
        with store.transaction():
            exchanged.set_wishes(store, NODE, digests)
        assert exchanged.wishes(store, NODE) == tuple(sorted({*digests}))
        assert exchanged.wishes(store, "c3" * 8) == ()
