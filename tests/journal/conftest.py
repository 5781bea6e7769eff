"""A desk at the counter: real files, somebody at work, and a clock that a test can move.

Every test of this folder runs on both databases; one that is about a file, or about a server, says
so by `ON_A_FILE` or `ON_A_SERVER` of `tests.journal.databases`.
"""

import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from desk.app import home as whereabouts
from desk.app.commands import OnCase, Register, Registered
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from desk.journal import views
from desk.journal.address import Address
from desk.journal.store import Store
from desk.journal.verify import Verdict, verify
from desk.rules.acts import Note, Withdraw
from desk.rules.chain import START, Entry, chained, id_of_draft, next_tick
from desk.rules.entries import Event, parts
from desk.rules.errors import finish
from desk.rules.intake import Intake
from tests.postgres_server import Server

MORNING = datetime(2026, 6, 20, 2, 12, tzinfo=UTC)  # Saturday, 09.12 in Jakarta
SHOP = SetUp(company="Toko Sepeda Contoh", branch="1", branch_name="Hankam Bekasi", admin="Wati")


@dataclass
class Clock:
    """The desk's clock."""

    now: datetime = MORNING

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **length: float) -> None:
        """Time goes by."""
        self.now += timedelta(**length)


@dataclass
class Counter:
    """An open desk, with Wati at work, who may do everything."""

    home: Home
    clock: Clock
    desk: Desk
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def store(self) -> Store:
        """The database."""
        return self.desk.journal.store

    def take_in(self, name: str = "Bapak Hari", *, nota: str = "1234", **fields) -> Registered:
        """A complaint comes in; an empty nota means that there is none."""
        fields = {"what_happened": "Rem berat", "no_nota": not nota, **fields}
        draft = fields.pop("id", id_of_draft(f"visit {next(self._numbers)}", ""))
        return self.desk.do(Register(intake=Intake(id=draft, name=name, nota=nota, **fields)))

    def note(self, complaint: Registered, text: str) -> None:
        """A line for the colleagues."""
        self.desk.do(OnCase(complaint=complaint.id, act=Note(text=text)))

    def withdraw(self, complaint: Registered, why: str = "Salah nota") -> None:
        """The customer takes it back."""
        self.desk.do(OnCase(complaint=complaint.id, act=Withdraw(why=why)))

    def entries(self) -> list[Entry]:
        """Everything in the journal, desk after desk."""
        journal = self.desk.journal
        return [entry for node in journal.nodes() for entry in journal.entries(node)]

    def receive(self, entries: Iterable[Entry]) -> None:
        """Takes in what other desks wrote, by the same path as everything else."""
        marks = ", ".join("?" * 14)
        with self.store.transaction():
            touched = []
            for entry in entries:
                values = tuple(getattr(entry, name) for name in entry.__struct_fields__)
                self.store.run(f"INSERT INTO entry VALUES ({marks})", values)  # noqa: S608
                touched.append((entry.kind.split(".")[0], entry.subject))
            views.refresh(self.store, touched)

    def verdict(self) -> Verdict:
        """What `verify` says."""
        return finish(verify(self.desk.journal))

    def wrong(self) -> str:
        """The first thing that is wrong, or nothing."""
        return str(self.verdict().wrong or "")

    def reopen(self) -> None:
        """The program ends and starts again."""
        self.desk.close()
        self.desk = Desk.open(self.home, self.clock)
        self.desk.sign_in()

    def tables(self) -> dict[str, list[tuple]]:
        """Everything that the views hold, and what can be searched."""
        named = [view._meta.table_name for view in views_of_today()]
        found = {name: self.store.run(f"SELECT * FROM {name}") for name in named}  # noqa: S608
        words = self.store.run("SELECT rowid, search.* FROM search")
        return {name: sorted(rows, key=repr) for name, rows in (found | {"search": words}).items()}


def views_of_today() -> tuple:
    """The models of the views."""
    from desk.journal.schema import VIEWS

    return VIEWS


@dataclass
class Elsewhere:
    """Another desk, of which only the entries are known."""

    node: str = "b2" * 8
    now: datetime = MORNING
    entries: list[Entry] = field(default_factory=list)

    def tell(self, event: Event, subject: str) -> Entry:
        """The next entry of that desk."""
        body, personal = parts(event)
        return self.write(event.KIND, subject, body, personal)

    def write(self, kind: str, subject: str, body: dict, personal: dict | None = None) -> Entry:
        """The same for what this program may not know."""
        last = self.entries[-1] if self.entries else None
        entry = chained(
            node=self.node,
            seq=len(self.entries) + 1,
            tick=next_tick(last.tick if last else 0, self.now),
            seen=None,
            at=self.now.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            actor="budi",
            kind=kind,
            subject=subject,
            body=body,
            personal=personal or {},
            salt=b"\7" * 16,
            prev=last.hash if last else START,
        )
        self.entries.append(entry)
        return entry


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """Which database the test is about."""
    return request.param


@pytest.fixture(scope="session")
def _template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template") / "home"
    set_up(Home(folder), SHOP, Clock()).close()
    return folder


@pytest.fixture(scope="session")
def server_template(
    server: Server, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Address]:
    """The home of a desk on the server, and its database, to be copied and not to be used."""
    folder = tmp_path_factory.mktemp("template") / "home"
    address = server.create()
    url = server.url(address.name)
    set_up(Home(folder), replace(SHOP, database=url), Clock()).close()
    server.remember(address)
    return folder, address


@pytest.fixture(scope="session")
def fresh(
    request: pytest.FixtureRequest, database: str, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[], AbstractContextManager[Counter]]:
    """Opens a desk that was just set up: `with fresh() as counter`."""

    @contextmanager
    def opened() -> Iterator[Counter]:
        home, clock = Home(tmp_path_factory.mktemp("desk") / "home"), Clock()
        with _copied(request, database, home):
            counter = Counter(home, clock, Desk.open(home, clock))
            counter.desk.sign_in()
            try:
                yield counter
            finally:
                counter.desk.close()

    return opened


@contextmanager
def _copied(request: pytest.FixtureRequest, database: str, home: Home) -> Iterator[None]:
    """The home has a desk in it, and a database of its own if it is on the server."""
    if database == "sqlite":
        shutil.copytree(request.getfixturevalue("_template"), home.folder)
        yield
        return
    server: Server = request.getfixturevalue("server")
    folder, template = request.getfixturevalue("server_template")
    shutil.copytree(folder, home.folder)
    there = home.on_server
    with server.lent(template.name) as address:
        whereabouts.write(home.settings, replace(there, address=address))
        yield


@pytest.fixture
def counter(fresh) -> Iterator[Counter]:
    """A desk that was just set up, in branch 1."""
    with fresh() as opened:
        yield opened


@pytest.fixture(scope="session")
def elsewhere() -> type[Elsewhere]:
    """Makes another desk: `elsewhere(node=…)`."""
    return Elsewhere


@pytest.fixture
def local_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Sets the zone of this computer, as in “CET-1CEST,M3.5.0,M10.5.0/3”."""
    if not hasattr(time, "tzset"):
        pytest.skip("only on systems whose zone a program can choose for itself")
    before = os.environ["TZ"]

    def choose(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield choose
    monkeypatch.setenv("TZ", before)
    time.tzset()
