"""Entries on their way between the journal and a line of JSON."""

import pytest

from desk.exchange.lines import MAX_LINE, entry_of, lines, told
from desk.rules.chain import canonical
from desk.rules.errors import Trouble


def test_an_entry_comes_back_as_it_was_stored(trade) -> None:
    for entry in trade.chain_of(trade.branch.node, 7):
        assert entry_of(told(entry)) == entry


def test_a_line_may_be_just_as_long_as_the_format_says(trade) -> None:
    (entry, *_) = trade.chain_of(trade.branch.node, 1)
    whole = told(entry) | {"body": ""}
    room = MAX_LINE - len(canonical(whole))
    (_, sent), *_ = lines(b"first", [whole | {"body": "x" * room}], personal=True)
    assert len(sent) == len(b"first\n") + MAX_LINE + 1
    with pytest.raises(Trouble):
        list(lines(b"first", [whole | {"body": "x" * (room + 1)}], personal=True))
