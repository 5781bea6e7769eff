"""Entries on their way between the journal and a line of JSON."""

from desk.exchange.lines import entry_of, told


def test_an_entry_comes_back_as_it_was_stored(trade) -> None:
    for entry in trade.chain_of(trade.branch.node, 7):
        assert entry_of(told(entry)) == entry
