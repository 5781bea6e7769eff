"""A real PostgreSQL server for the tests: started by an ordinary user, gone when they are done."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
import pytest

from desk.journal.address import Address

_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
_BACK = "DELETE FROM public.{table}; INSERT INTO public.{table} TABLE first.{table};"
_CUT = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
USER, PASSWORD = "toko", "rahasia: \\ 1"
_CONF = """
listen_addresses = '127.0.0.1'
unix_socket_directories = '{folder}'
port = {port}
fsync = on
max_connections = 40
shared_buffers = 32MB
autovacuum = off
jit = off
log_statement = none
"""


def programs() -> Path:
    """The folder of the server's programs, or the test is skipped."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=_major)
    if found:
        return found[-1].parent
    program = shutil.which("initdb")
    if program is None:
        pytest.skip("needs initdb (postgresql)")
    return Path(program).parent


def _major(path: Path) -> int:
    name = path.parts[-3]
    return int(name) if name.isdecimal() else 0


def _ordinary_user() -> dict[str, Any]:
    """The server refuses to run as root: then it runs as somebody who may do nothing else."""
    if os.name == "nt" or os.geteuid() != 0:
        return {}
    import pwd

    names = {each.pw_name for each in pwd.getpwall()}
    person = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    return {"user": person.pw_uid, "group": person.pw_gid, "extra_groups": []}


@dataclass
class Server:
    """A server that runs; each test gets a database of its own."""

    folder: Path
    port: int
    _programs: Path
    _numbers: Iterator[int]
    _process: subprocess.Popen[bytes] | None = None
    _back: str = ""
    _idle: list[Address] = field(default_factory=list)

    @property
    def passfile(self) -> Path:
        """The password, as a program of PostgreSQL reads it."""
        return self.folder / "pgpass"

    def address(self, name: str) -> Address:
        """The address of a database on this server, reached by TCP and with a password."""
        return Address(f"postgresql://{USER}@127.0.0.1:{self.port}/{name}", self.passfile)

    def url(self, name: str) -> str:
        """The same as somebody may write it, with the password in it."""
        return f"postgresql://{USER}:{quote(PASSWORD, safe='')}@127.0.0.1:{self.port}/{name}"

    def create(self, template: str = "template0") -> Address:
        """A new database, a copy of another."""
        name = f"desk_{next(self._numbers)}"
        self.tell(f"CREATE DATABASE {name} TEMPLATE {template} ENCODING 'UTF8'")
        return self.address(name)

    def remember(self, template: Address) -> None:
        """Keeps what a database holds now beside it, for its copies to be set back to."""
        tables = [row[0] for row in self.tell(_TABLES, template.name)]
        copies = "".join(f"CREATE TABLE first.{each} AS TABLE public.{each};" for each in tables)
        self.tell(f"CREATE SCHEMA first; {copies}", template.name)
        back = (_BACK.format(table=each) for each in tables)
        self._back = "SET synchronous_commit = off; SET lock_timeout = 1000;" + "".join(back)

    @contextmanager
    def lent(self, template: str) -> Iterator[Address]:
        """A copy of a database; to set back one that was used is quicker than to make another."""
        address = self._idle.pop() if self._idle else self.create(template)
        try:
            yield address
        finally:
            try:
                self.cut(address)
                self.tell(self._back, address.name)
            except psycopg.Error:  # the test left another form of it behind
                self.drop(address)
            else:
                self._idle.append(address)

    def drop(self, address: Address) -> None:
        """A database is gone, whoever is connected."""
        self.tell(f"DROP DATABASE IF EXISTS {address.name} WITH (FORCE)")

    def cut(self, address: Address) -> None:
        """Every connection to a database is cut, as by a network that fails."""
        self.tell(_CUT.format(name=address.name))

    def tell(self, statement: str, name: str = "postgres") -> list[tuple[Any, ...]]:
        """A statement by the one who may do everything."""
        with psycopg.connect(
            host=str(self.folder), port=self.port, user=USER, dbname=name, autocommit=True
        ) as connection:
            cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []

    def start(self) -> None:
        """The server starts; returns when it answers."""
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [self._programs / "postgres", "-D", self.folder / "data"],
                stdout=log,
                stderr=log,
                cwd=self.folder,
                **_ordinary_user(),
            )
        self._call("pg_isready", "-q", "-h", str(self.folder), "-p", str(self.port), tries=300)

    def stop(self) -> None:
        """The server stops at once, as when somebody pulls the plug out of it."""
        if self._process is not None:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait(30)
            self._process = None

    def _call(self, program: str, *arguments: str, tries: int = 1) -> None:
        """Runs one of the server's programs, again and again until it is content."""
        for left in range(tries - 1, -1, -1):
            done = subprocess.run(
                [self._programs / program, *arguments],
                capture_output=True,
                check=False,
                cwd=self.folder,
                timeout=60,
                **_ordinary_user(),
            )
            if done.returncode == 0:
                return
            if not left or (self._process and self._process.poll() is not None):
                raise RuntimeError(f"{program}: {done.stderr!r} {self._log()}")
            if self._process:
                self._wait_a_little()

    def _wait_a_little(self) -> None:
        assert self._process
        try:
            self._process.wait(0.05)
        except subprocess.TimeoutExpired:
            return

    def _log(self) -> str:
        log = self.folder / "log"
        return log.read_text(errors="replace")[-2000:] if log.exists() else ""

    def make(self) -> None:
        """The files of a new, empty server."""
        secret = self.folder / "password"
        secret.write_text(PASSWORD)
        escaped = PASSWORD.replace("\\", "\\\\").replace(":", "\\:")
        self.passfile.write_text(f"*:*:*:*:{escaped}\n")
        self.passfile.chmod(0o600)
        secret.chmod(0o644)
        self._call(
            *("initdb", "-D", str(self.folder / "data"), "-U", USER, f"--pwfile={secret}"),
            *("--auth-local=trust", "--auth-host=scram-sha-256", "-E", "UTF8", "-N"),
            "--locale=C.UTF-8",
        )
        conf = self.folder / "data" / "postgresql.conf"
        with conf.open("a") as file:
            file.write(_CONF.format(folder=self.folder, port=self.port))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running() -> Iterator[Server]:
    """A server with a folder of its own, whose path is short enough for a socket."""
    if os.name == "nt":
        pytest.skip("only on POSIX can a test start a server of its own")
    where, user = programs(), _ordinary_user()
    folder = Path(tempfile.mkdtemp(prefix=f"pg-{secrets.token_hex(2)}-", dir=_short_folder()))
    if user:
        os.chown(folder, user["user"], user["group"])
    server = Server(folder, _free_port(), where, count(1))
    try:
        server.make()
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _short_folder() -> str | None:
    return "/tmp" if Path("/tmp").is_dir() else None  # noqa: S108 - a socket's path is short
