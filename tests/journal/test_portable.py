"""One text of SQL means the same in both databases, and gives the same types back."""

import pytest

from desk.journal.postgres import numbered


@pytest.mark.parametrize(
    ("sql", "wanted"),
    [
        ("SELECT ? FROM x WHERE y = ?", "SELECT $1 FROM x WHERE y = $2"),
        ("x = '?' AND z = ?", "x = '?' AND z = $1"),
        ("x = 'it''s ?' AND \"a?b\" = ?", "x = 'it''s ?' AND \"a?b\" = $1"),
        ("kind LIKE 'complaint.%'", "kind LIKE 'complaint.%'"),
    ],
)
def test_marks_are_numbered_and_texts_are_left_alone(sql, wanted) -> None:
    assert numbered(sql) == wanted


def test_values_come_back_as_they_went_in(counter) -> None:
    store = counter.store
    for value in ("", "Söderström 😡 سلام", "a'b\"c\\d%_", 0, -(2**63), 2**63 - 1, b"", b"\0\xff"):
        column = {str: "at", int: "tick", bytes: "hash"}[type(value)]
        with store.transaction():
            store.run(f"UPDATE entry SET {column} = ? WHERE seq = 1", (value,))  # noqa: S608
        (found,) = store.run(f"SELECT {column} FROM entry WHERE seq = 1")[0]  # noqa: S608
        assert found == value
        assert type(found) is type(value)
    assert store.run("SELECT seen, 1 = ?, salt FROM entry WHERE seq = 1", (True,))[0][::2] == (
        None, None,
    )  # fmt: skip


def test_texts_are_compared_letter_by_letter_and_not_as_in_a_dictionary(counter) -> None:
    texts = ["a", "B", "ä", "Z", "z", "_", "10", "9", "😡", "e\u0301", ""]
    with counter.store.transaction():
        for text in texts:
            counter.store.run("INSERT INTO own(key, value) VALUES (?, 'x')", (f"t/{text}",))
    found = counter.store.run("SELECT key FROM own WHERE key >= 't/' AND key < 't0' ORDER BY key")
    assert [row[0][2:] for row in found] == sorted(texts)


def test_the_topic_is_the_word_before_the_dot(counter) -> None:
    topics = {topic for topic, _ in counter.desk.journal.subjects()}
    assert topics == {"desk", "company", "branch", "staff"}


def test_a_table_is_known_by_its_columns(counter) -> None:
    assert counter.store.columns("own") == ["key", "value"]
    assert counter.store.columns("nowhere") == []
    assert counter.store.has_table("own")
    assert not counter.store.has_table("nowhere")


def test_another_connection_sees_the_same_desk(counter) -> None:
    other = counter.store.again()
    try:
        assert other.version == counter.store.version
        assert other.run("SELECT count(*) FROM entry") == [(4,)]
        assert str(other.where) == str(counter.store.where)
        assert other.damage() is None
    finally:
        other.close()
