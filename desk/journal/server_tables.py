"""The tables of a desk as PostgreSQL makes them, from the same models.

Texts are compared letter by letter as in SQLite, whatever the language of the database; numbers
are as wide as there; a flag is 0 or 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from peewee import Field, Model

from desk.journal.schema import Sale, SearchIndex, table_of

STATE = "desk_state"
"""One row: the version of the schema, and a mark that every change moves."""
SHELF = "shelf"
"""The photos and documents themselves, by their SHA-256; each PC fetches what it needs."""

_TYPES = {"TEXT": 'text COLLATE "C"', "BLOB": "bytea", "BOOL": "integer"}


def statements_for(model: type[Model]) -> Iterator[str]:
    """What makes the table of a model, and its indexes."""
    table, fields = table_of(model), model._meta.sorted_fields
    columns = [f"{name_of(field)} {_type(field)}{_null(field)}" for field in fields]
    yield f"CREATE TABLE {table} ({', '.join(columns)}, PRIMARY KEY ({', '.join(key_of(model))}))"
    for field in fields:
        if (field.unique or field.index) and not field.primary_key:
            yield _index(table, [field], by_hash=model is Sale and not field.unique)
    for names, unique in model._meta.indexes:
        yield _index(table, [model._meta.fields[name] for name in names], unique=unique)


def search_statements(index: SearchIndex) -> Iterator[str]:
    """What makes a full-text index: the words as they are sought, and their texts if kept."""
    texts = index.columns if index.keeps_text else ()
    columns = "".join(f'{name} text COLLATE "C" NOT NULL, ' for name in texts)
    yield f"CREATE TABLE {index.name} (rowid bigint PRIMARY KEY, {columns}found tsvector NOT NULL)"
    yield f"CREATE INDEX {index.name}_found ON {index.name} USING gin (found)"


def state_statements() -> tuple[str, ...]:
    """What makes the tables that only a server needs."""
    return (
        f"CREATE TABLE {STATE} (version bigint NOT NULL, mark bigint NOT NULL)",
        f"INSERT INTO {STATE} VALUES (0, 0)",
        f'CREATE TABLE {SHELF} (sha256 text COLLATE "C" PRIMARY KEY, content bytea NOT NULL)',
        f"ALTER TABLE {SHELF} ALTER content SET STORAGE EXTERNAL",  # a photo is packed already
    )


def name_of(field: Field) -> str:
    """The name of a field's column."""
    return str(field.column_name)


def _type(field: Field) -> str:
    return _TYPES.get(field.field_type, "bigint")


def _null(field: Field) -> str:
    return "" if field.null else " NOT NULL"


def key_of(model: type[Model]) -> tuple[str, ...]:
    """The columns of a model's primary key."""
    key: Any = model._meta.primary_key
    names = getattr(key, "field_names", None)
    return tuple(names) if names else (name_of(key),)


def _index(
    table: str, fields: Sequence[Field], *, unique: bool = False, by_hash: bool = False
) -> str:
    """An index; by hash where a long text from a list may stand in it, since one by order takes
    no text over 2,704 bytes."""
    names = [name_of(field) for field in fields]
    unique = unique or (len(fields) == 1 and bool(fields[0].unique))
    parts = [_part(field) for field in fields]
    is_text = len(fields) == 1 and fields[0].field_type == "TEXT"
    method = "hash" if is_text and (by_hash or parts != names) else "btree"
    return (
        f"CREATE {'UNIQUE ' if unique else ''}INDEX {table}_{'_'.join(names)} ON {table} "
        f"USING {method} ({', '.join(parts)})"
    )


def _part(field: Field) -> str:
    name = name_of(field)
    return f"lower({name})" if getattr(field, "collation", None) == "NOCASE" else name
