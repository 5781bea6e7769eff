"""The same words find the same rows in both databases: FTS5 is the measure, word by word."""

from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pysqlite3 import dbapi2 as sqlite

from desk.journal.postgres import PostgresStore
from desk.journal.store import (
    AllOf,
    AnyOf,
    Phrase,
    Wanted,
    as_match,
    as_query,
    as_vector,
    sought,
    tokens,
)

letters = st.characters(max_codepoint=0x24F) | st.sampled_from("عبد سلامйЙΩω한국語ไทยİıſßÆøǺ\u0308")
texts = st.lists(st.text(letters, max_size=12), min_size=1, max_size=4).map(" ".join) | st.text(
    st.sampled_from("aAáÁbB1é'-_.,/&😡\u0301\0\\:*()|!<> "), max_size=20
)

COLUMNS = ("product", "words")
Find = Callable[[tuple[str, ...], str | Wanted], bool]


@pytest.fixture(scope="module")
def in_sqlite() -> Iterator[Find]:
    """Whether FTS5 finds a row with these texts."""
    with closing(sqlite.connect(":memory:", isolation_level=None)) as base:
        base.execute(
            "CREATE VIRTUAL TABLE t USING fts5(product, words, "
            "tokenize='unicode61 remove_diacritics 2')"
        )

        def find(row: tuple[str, ...], typed: str | Wanted) -> bool:
            wanted = sought(typed) if isinstance(typed, str) else typed
            base.execute("DELETE FROM t")
            base.execute("INSERT INTO t VALUES (?, ?)", row)
            asked = as_match(wanted)
            return bool(base.execute("SELECT 1 FROM t WHERE t MATCH ?", (asked,)).fetchall())

        yield find


@pytest.fixture(scope="module")
def on_server(server) -> Iterator[Find]:
    """Whether PostgreSQL finds a row with these texts."""
    address = server.create()
    with closing(PostgresStore(address)) as store:

        def find(row: tuple[str, ...], typed: str | Wanted) -> bool:
            wanted = sought(typed) if isinstance(typed, str) else typed
            asked = (as_vector(row, COLUMNS), as_query(wanted))
            (found,) = store.run("SELECT CAST(? AS tsvector) @@ CAST(? AS tsquery)", asked)[0]
            return bool(found)

        yield find
    server.drop(address)


@settings(max_examples=300)
@given(row=st.tuples(texts, texts), typed=texts)
@example(row=("Bapak Hari Söderström", "Rem berat"), typed="soderstrom rem")
@example(row=("a b", "c"), typed="b-c")
@example(row=("+6281234567801", ""), typed="0812-3456-7801")
@example(row=("United E-Trifold", ""), typed="e-trif")
@example(row=("", ""), typed="")
@example(row=("Ǻ ǻ Ṩ ṩ", "ế Ễ"), typed="a s e")
def test_what_one_database_finds_the_other_finds_too(in_sqlite, on_server, row, typed) -> None:
    row = tuple(text.replace("\0", " ") for text in row)  # the views keep no NUL
    words = row[0].split()
    for asked in (typed, words[0] if words else "", row[0][:5], row[1][-4:]):
        assert on_server(row, asked) == in_sqlite(row, asked), asked


BIKE = ("United E-Trifold", "Rem bunyi keras")
TERM = Phrase("bunyi", COLUMNS, begins=True)
PRODUCT = Phrase("united e-trifold", ("product",))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Phrase("rem bunyi"), True),
        (Phrase("bunyi rem"), False),
        (Phrase("bun", begins=True), True),
        (Phrase("bun"), False),
        (Phrase("rem bu", ("words",), begins=True), True),
        (Phrase("rem", ("product",)), False),
        (Phrase("trifold", ("words",)), False),
        (AllOf((TERM, PRODUCT)), True),
        (AllOf((TERM, Phrase("setang"))), False),
        (AnyOf((Phrase("setang"), AllOf((TERM, Phrase("rem", COLUMNS))))), True),
    ],
)
def test_what_is_asked_of_some_columns_means_the_same(in_sqlite, on_server, wanted, found) -> None:
    assert in_sqlite(BIKE, wanted) is on_server(BIKE, wanted) is found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bapak HARI Söderström", "bapak hari soderstrom"),
        ("E-Trifold, 27.5″", "e trifold 27 5"),
        ("e\u0301 é É", "e e e"),
        ("😡 & <b>", "b"),
        ("عبد الرحمن", "عبد الرحمن"),
        ("half \ud83d", "half"),
        ("", ""),
    ],
)
def test_a_text_falls_into_small_words_without_accents(text, words) -> None:
    assert tokens(text) == words.split()


def test_no_text_is_too_long_or_too_rich_for_the_server(on_server) -> None:
    many = " ".join(f"kata{number}" for number in range(200_000))
    assert on_server((many, ""), "kata77")
    assert on_server(("x" * 50_000, ""), "x" * 50_000)
    assert on_server(("Rem berat " * 40_000, "akhir"), "rem berat akhir")
    assert not on_server((many, ""), "katak")
    assert on_server(("ya " * 9, ""), "ya " * 5_000)
