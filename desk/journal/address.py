"""The address of a database on a server: `postgresql://user@host:port/name`, never its password."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from desk.rules.errors import Invalid
from desk.words import say

_SCHEMES = ("postgresql", "postgres")


@dataclass(frozen=True)
class Address:
    """Where a database is. `passfile` holds the password (a line as in ~/.pgpass), if there is one.

    Without it the password is looked for where PostgreSQL's own programs do: PGPASSWORD,
    PGPASSFILE, ~/.pgpass.
    """

    url: str
    passfile: Path | None = None

    @property
    def server(self) -> str:
        """The server, as people call it."""
        return urlsplit(self.url).hostname or "localhost"

    @property
    def name(self) -> str:
        """The name of the database."""
        return unquote(urlsplit(self.url).path.lstrip("/"))

    @property
    def user(self) -> str:
        """Who asks the server; empty where the system's user does."""
        return unquote(urlsplit(self.url).username or "")

    def __str__(self) -> str:
        return f"{self.name} @ {self.server}"


Place = Path | Address
"""Where a desk's data are: a file on this computer, or a database on a server."""


def parse_address(typed: str) -> tuple[Address, str]:
    """(the address without a password, the password or an empty text). Raises Invalid."""
    text = typed.strip()
    odd = any(sign in text for sign in "\"'\\") or not text.isprintable()
    if odd or "://" not in text:
        raise _not_an_address()
    try:
        parts = urlsplit(quote(text, safe="%/:@?&=[]+,.-_~!$*()"))
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        raise _not_an_address() from None
    if parts.scheme not in _SCHEMES or not parts.path.strip("/") or "password=" in parts.query:
        raise _not_an_address()
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
    who = f"{parts.username}@" if parts.username else ""
    more = f"?{parts.query}" if parts.query else ""
    url = f"postgresql://{who}{host}{port}{parts.path}{more}"
    return Address(url), unquote(parts.password or "")


def _not_an_address() -> Invalid:
    return Invalid(
        say(
            "journal",
            "That is not the address of a database. Write it like "
            "postgresql://user@server:5432/name. Nothing was changed.",
        )(),
        field="database",
    )
