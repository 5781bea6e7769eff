"""The journal, its views and what is local to a desk; the only folder with SQL.

Peewee imports every driver that is installed, and the one for PostgreSQL takes as long as all the
rest of a start; it is hidden from Peewee, which makes SQLite's tables and nothing else.
"""

import sys
from typing import Any

_DRIVERS = ("psycopg2cffi", "psycopg2", "psycopg")


def _load_peewee() -> None:
    loaded: dict[str, Any] = dict(sys.modules)
    hidden = [name for name in _DRIVERS if name not in loaded]
    modules: Any = sys.modules
    modules.update(dict.fromkeys(hidden))  # None: an import says that there is no such module
    try:
        import peewee  # noqa: F401 - loaded here so that later imports find it
    finally:
        for name in hidden:
            modules.pop(name, None)


_load_peewee()
