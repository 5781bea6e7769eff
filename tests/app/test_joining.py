"""Several PCs are one desk on a database server: the first makes it, every other one joins it."""

from __future__ import annotations

import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desk.app.commands import AddStaff, OnCase, Registered
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.safety import back_up, restore
from desk.app.setting_up import SetUp, set_up
from desk.journal import customers, drafts
from desk.journal.address import Address
from desk.journal.queue import Wanted
from desk.journal.verify import verify
from desk.rules.acts import Note
from desk.rules.errors import Invalid, Refused, Trouble, finish
from desk.rules.number import restore_digits
from tests.app.at_work import Clock, register
from tests.app.conftest import WANTED
from tests.postgres_server import PASSWORD, Server

ACTING = Path(__file__).with_name("acting_at_once.py")


@pytest.fixture
def place(server: Server) -> Iterator[Address]:
    """An empty database."""
    address = server.create()
    yield address
    server.drop(address)


@pytest.fixture
def wanted(server: Server, place: Address) -> SetUp:
    """A shop whose data are in that database."""
    return replace(WANTED, database=server.url(place.name))


@pytest.fixture
def first(tmp_path: Path, clock: Clock, wanted: SetUp) -> Iterator[Desk]:
    """The first PC, with Sari at work."""
    with closing(set_up(Home(tmp_path / "first"), wanted, clock)) as opened:
        yield opened


@pytest.fixture
def second(tmp_path: Path, clock: Clock, wanted: SetUp, first: Desk) -> Iterator[Desk]:
    """A second PC that joined, with Sari at work there."""
    with closing(set_up(Home(tmp_path / "second"), replace(wanted, admin=""), clock)) as opened:
        yield opened


def take_in(desk: Desk, nota: str, **facts: Any) -> Registered:
    """A complaint comes in; without a nota it takes the next number of the series."""
    return register(desk, nota, no_nota=not nota, **facts)


def clean(desk: Desk) -> bool:
    return finish(verify(desk.journal)).clean


def test_the_first_pc_makes_the_desk_and_keeps_nothing_but_keys_at_home(first: Desk) -> None:
    names = sorted(path.name for path in first.home.folder.iterdir())
    assert names == ["keys", "pgpass", "settings"]
    assert first.home.exists
    assert first.keys.node == first.journal.node
    assert register(first).number == "K1202606190001234"
    assert clean(first)


def test_the_password_stands_in_no_file_but_one_that_nobody_else_may_read(first: Desk) -> None:
    settings = first.home.settings.read_text("utf-8")
    assert "postgresql://toko@127.0.0.1:" in settings
    assert "rahasia" not in settings
    assert PASSWORD.split(":")[0] in first.home.passfile.read_text("utf-8")
    assert "rahasia" not in f"{first.journal.store.where} {first.home.on_server}"
    if sys.platform != "win32":
        assert stat.S_IMODE(first.home.passfile.stat().st_mode) == 0o600


def test_the_desk_is_opened_again_by_its_home_alone(first: Desk, clock: Clock) -> None:
    taken = register(first)
    first.close()
    with closing(Desk.open(first.home, clock)) as again:
        assert again.find_number("1234").id == taken.id
        assert again.journal.node == first.journal.node
        again.sign_in("Sari")
        assert register(again, "7").number == "K1202606190000007"


def test_a_second_pc_sees_the_same_and_writes_a_chain_of_its_own(first: Desk, second: Desk) -> None:
    one = register(first, "1")
    mark = second.change_mark()
    two = register(second, "2")
    assert second.change_mark() == mark
    assert first.find_number("2").id == two.id
    assert second.find_number("1").id == one.id
    assert first.journal.node != second.journal.node
    assert second.keys.node == second.journal.node
    assert set(first.journal.local_nodes()) == {first.journal.node, second.journal.node}
    assert first.journal.last()[0] > 1
    assert (second.shop, second.people()) == (first.shop, first.people())
    assert clean(first)
    assert clean(second)


def test_numbers_are_given_out_once_by_all_pcs_together(first: Desk, second: Desk) -> None:
    given = [take_in(desk, nota).number for nota in ("9", "") for desk in (first, second, first)]
    assert given == [
        "K1202606190000009", "K1202606190000009-2", "K1202606190000009-3",
        "K1202606199000001", "K1202606199000002", "K1202606199000003",
    ]  # fmt: skip


def test_what_another_pc_did_is_noticed_and_what_this_one_did_is_not(
    first: Desk, second: Desk
) -> None:
    taken, mark = register(first), first.change_mark()
    first.do(OnCase(complaint=taken.id, act=Note(text="Dari kasir")))
    assert first.change_mark() == mark
    second.do(OnCase(complaint=taken.id, act=Note(text="Dari gudang")))
    assert first.change_mark() != mark
    mark = first.change_mark()
    second.queue(Wanted())
    assert first.change_mark() == mark


def test_two_pcs_act_on_one_case_at_the_same_moment_and_both_are_kept(
    first: Desk, second: Desk
) -> None:
    taken, mark = register(first), first.change_mark()
    words, times = ("kasir", "gudang"), 8
    programs = [
        subprocess.Popen(
            [sys.executable, str(ACTING), str(desk.home.folder), taken.id, word, str(times)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for desk, word in zip((first, second), words, strict=True)
    ]
    for program in programs:
        assert program.stdout
        assert program.stdout.readline() == "ready\n"
    for program in programs:  # both go at once
        assert program.stdin
        program.stdin.write("go\n")
        program.stdin.flush()
    told = [program.communicate(timeout=60)[0] for program in programs]
    assert told == ["done\n"] * 2
    told_of = first.complaint(taken.id).timeline
    lines = [line.text for line in told_of if line.kind == "complaint.noted"]
    assert sorted(lines) == sorted(f"{word} {each}" for word in words for each in range(times))
    assert first.change_mark() != mark
    assert clean(first)
    assert clean(second)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"branch": "2"}, r"is the desk of branch 1, not of branch 2. Nothing was changed."),
        ({"head_office": True}, r"is the desk of branch 1"),
        ({"admin": "Nobody"}, r"Nobody called Nobody works here"),
        ({"admin": "Budi", "pin": "111111"}, r"The PIN of Budi is another one"),
        ({"admin": "Budi"}, r"PIN"),
        ({"admin": "Ani"}, r"another role|may not"),
    ],
)
def test_who_may_not_set_up_a_pc_there_is_refused_and_nothing_is_left(
    changes: dict[str, Any], sentence: str, first: Desk, wanted: SetUp, tmp_path: Path
) -> None:
    clock = first.now
    first.do(AddStaff(name="Budi", roles=("admin",), pin="246810"))
    first.do(AddStaff(name="Ani", roles=("staff",)))
    home, before = Home(tmp_path / "other"), first.journal.nodes()
    with pytest.raises(Refused, match=sentence):
        set_up(home, replace(wanted, **changes), clock)
    assert not home.exists
    assert list(home.folder.iterdir()) == []
    assert first.journal.nodes() == before
    with closing(set_up(home, replace(wanted, admin="Budi", pin="246810"), clock)) as joined:
        assert joined.actor is not None
        assert joined.actor.name == "Budi"


def test_a_set_up_that_fails_leaves_the_database_empty(
    tmp_path: Path, wanted: SetUp, clock: Clock, server: Server, place: Address
) -> None:
    with pytest.raises(Invalid):
        set_up(Home(tmp_path / "first"), replace(wanted, company=""), clock)
    tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
    assert server.tell(tables, place.name) == [(0,)]
    set_up(Home(tmp_path / "first"), wanted, clock).close()


@pytest.mark.parametrize(
    "typed",
    [
        "mysql://a@b/c", "postgresql://", "postgresql://host", "postgresql://host/", "desk",
        "postgresql://h:port/d", "postgresql://h/d?password=x", 'postgresql://h/d"', "postgres:x",
        "postgresql://h/d\nnode=x",
    ],
)  # fmt: skip
def test_what_is_no_address_is_told_before_anything_is_made(
    typed: str, tmp_path: Path, clock: Clock
) -> None:
    home = Home(tmp_path / "first")
    with pytest.raises(Invalid, match="postgresql://user@server:5432/name") as told:
        set_up(home, replace(WANTED, database=typed), clock)
    assert told.value.field == "database"
    assert not home.exists


def test_a_server_that_is_away_makes_no_desk(tmp_path: Path, clock: Clock) -> None:
    home = Home(tmp_path / "first")
    wanted = replace(WANTED, database="postgresql://toko@127.0.0.1:1/desk")
    with pytest.raises(Trouble, match="cannot be reached"):
        set_up(home, wanted, clock)
    assert not home.exists


def test_a_home_with_a_desk_is_not_set_up_again(first: Desk, wanted: SetUp, clock: Clock) -> None:
    for again in (wanted, WANTED):
        with pytest.raises(Refused, match=r"already\. It was not touched"):
            set_up(first.home, again, clock)


def test_the_settings_of_the_window_stay_in_the_file(
    tmp_path: Path, wanted: SetUp, clock: Clock
) -> None:
    home = Home(tmp_path / "first")
    home.folder.mkdir()
    home.settings.write_text("[General]\nlanguage=id\n\n[paper]\nprinter=Struk\n")
    set_up(home, wanted, clock).close()
    kept = home.settings.read_text("utf-8")
    assert kept.startswith("[General]\nlanguage=id\n\n[paper]\nprinter=Struk\n\n[desk]\n")
    home.settings.write_text(kept.replace('"', "") + "\n[queue]\nfilter=late\n")
    Desk.open(home, clock).close()


def test_a_backup_of_a_server_can_be_restored_as_a_file(
    first: Desk, second: Desk, tmp_path: Path, clock: Clock
) -> None:
    _work(first, second)
    made = back_up(second, tmp_path / "stick")
    assert sorted(path.name for path in made.parent.iterdir()) == [made.name]
    clock.turn(hours=1)
    told = restore(Home(tmp_path / "new"), made, clock)
    assert told.succeeded == second.journal.node
    with closing(Desk.open(Home(tmp_path / "new"), clock)) as restored:
        _is_the_same(restored, second)
        assert [one.values for one in drafts.kept(restored.journal.store, "counter")] == [{"a": 2}]


def test_a_backup_can_be_restored_into_an_empty_database_and_others_join_it(
    second: Desk, first: Desk, clock: Clock, server: Server, wanted: SetUp
) -> None:
    tmp_path = first.home.folder.parent
    _work(first, second)
    made, empty = back_up(first, tmp_path / "stick"), server.create()
    clock.turn(hours=1)
    with pytest.raises(Refused, match=r"There are data in the database .* already"):
        restore(first.home, made, clock)
    first.close()
    told = restore(first.home, made, clock, database=server.url(empty.name))
    assert told.replaced is not None
    with closing(Desk.open(Home(told.replaced), clock)) as old:
        assert old.journal.node == told.succeeded
    with closing(Desk.open(first.home, clock)) as restored:
        assert restored.journal.node == told.node != told.succeeded
        assert restored.home.on_server is not None
        assert restored.home.on_server.address.name == empty.name
        _is_the_same(restored, second)
        joining = replace(wanted, database=server.url(empty.name), pin="")
        with closing(set_up(Home(tmp_path / "third"), joining, clock)) as third:
            own = restore_digits(told.node)
            assert take_in(third, "").number == f"K1202606199001004-{own}"
    server.drop(empty)


def test_a_file_of_before_becomes_a_desk_on_a_server(
    desk: Desk, tmp_path: Path, clock: Clock, server: Server, place: Address
) -> None:
    register(desk, "5")
    form = drafts.Draft(id="d1", place="counter", values={"a": 1}, changed_at=desk.now())
    drafts.keep(desk.journal.store, form)
    made = back_up(desk, tmp_path / "stick")
    desk.close()
    told = restore(desk.home, made, clock, database=server.url(place.name))
    assert told.replaced is not None
    assert (told.replaced / "desk.db").exists()
    assert not desk.home.database.exists()
    with closing(Desk.open(desk.home, clock)) as moved:
        assert moved.find_number("5").name == "Bapak Hari"
        assert moved.queue(Wanted(find="berat"))
        assert [each.id for each in drafts.kept(moved.journal.store, "counter")] == ["d1"]
        assert clean(moved)


def _work(first: Desk, second: Desk) -> None:
    """Both PCs take something in, know sales, and have something half written."""
    for desk, number in ((first, 1), (second, 2)):
        taken = take_in(desk, "", what_happened=f"Rem berat {number}")
        desk.do(OnCase(complaint=taken.id, act=Note(text=f"Catatan {number}")))
        form = drafts.Draft(
            id=f"d{number}", place="counter", values={"a": number}, changed_at=desk.now()
        )
        drafts.keep(desk.journal.store, form)
    with first.journal.store.transaction():
        customers.keep(first.journal.store, [dict.fromkeys(customers.FIELDS, "Helm Anak")])


def _is_the_same(restored: Desk, before: Desk) -> None:
    """Everything is there and found; numbers go on behind the jump."""
    assert clean(restored)
    store = restored.journal.store
    assert {row.number for row in restored.queue(Wanted())} == {
        row.number for row in before.queue(Wanted())
    }
    assert len(restored.queue(Wanted(find="catatan 2"))) == 1
    assert len(customers.by_words(store, "helm")) == 1
    assert (restored.shop, restored.people()) == (before.shop, before.people())
    restored.sign_in("Sari")
    digits = {restore_digits(node) for node in restored.journal.local_nodes()}
    assert take_in(restored, "").number in {f"K1202606199001003-{each}" for each in digits}
