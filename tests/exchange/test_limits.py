"""The limits that FORMAT.md names, by their numbers: another program keeps to them too."""

from __future__ import annotations

from desk.exchange import cards, lines, manifest, package, zips


def test_the_limits_are_those_of_the_format() -> None:
    assert (lines.MAX_LINE, lines.LARGEST) == (16_777_216, 9_223_372_036_854_775_808)
    assert (manifest.MAX_MANIFEST, cards.MAX_CARD) == (65_536, 16_384)
    assert (package._LONGEST, package.SLICE) == (200, 500)
    assert (zips.MAX_PACKAGE, zips.MAX_MEMBERS, zips._WINDOW) == (2_000_000_000, 1_000, 8_388_608)
