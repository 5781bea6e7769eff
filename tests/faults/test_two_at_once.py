"""Two programs take in complaints at the same desk at the same time, beside an open window."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from desk.app.commands import OnCase, Register
from desk.app.desk import Desk
from desk.app.home import Home
from desk.journal.queue import Filter
from desk.journal.verify import verify
from desk.rules.acts import Note, PrintReceipt
from desk.rules.chain import new_id
from desk.rules.errors import finish
from desk.rules.intake import Intake
from tests.cli.running import CHECKOUT, DESK, Answer, Shop, complaint, lines

EACH = 250


def started(shop: Shop, *args: str | Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*DESK, *map(str, args)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=shop.environment(),
        cwd=CHECKOUT,
    )


def answer_of(process: subprocess.Popen[bytes]) -> Answer:
    out, err = process.communicate(timeout=100)
    return Answer(process.returncode, out.decode(), err.decode())


def written(folder: Path, name: str) -> Path:
    """Every second complaint is about the same few notas, the others have none."""
    file = folder / name
    file.write_text(
        lines(
            complaint(
                None if at % 2 else at % 7 + 1,
                draft_id=f"{name} {at}",
                customer={"name": f"Pelanggan {at % 11}", "phone": "0812-3456-7801"},
            )
            for at in range(EACH)
        )
    )
    return file


def work_at_the_window(desk: Desk) -> Iterator[str]:
    """Registers, prints and notes, as somebody at the counter; gives each number."""
    first = None
    for nota in range(1, 61):
        intake = Intake(
            id=new_id(desk.now()), name="Ibu Rita", nota=str(nota % 7 + 1), what_happened="x"
        )
        taken = desk.do(Register(intake=intake))
        first = first or intake
        desk.do(OnCase(complaint=intake.id, act=PrintReceipt(paper="a5", way="printer")))
        desk.do(OnCase(complaint=intake.id, act=Note(text="ditelepon")))
        desk.do(OnCase(complaint=first.id, act=Note(text="datang lagi")))
        desk.counts()
        yield taken.number  # type: ignore[attr-defined] # Registered


def test_two_commands_and_a_window_lose_nothing_and_share_no_number(
    shop: Shop, tmp_path: Path
) -> None:
    files = [written(tmp_path, name) for name in ("morning", "evening")]
    with closing(Desk.open(Home(shop.home))) as window:
        window.sign_in()
        commands = [started(shop, "register", file, "--json") for file in files]
        numbers = list(work_at_the_window(window))
        for answer in map(answer_of, commands):
            assert (answer.code, answer.err) == (0, "")
            assert len(answer.documents) == EACH
            numbers += [one["number"] for one in answer.documents]
        assert len(set(numbers)) == len(numbers) == 2 * EACH + 60
        assert window.counts()[Filter.ALL] == len(numbers)
        assert finish(verify(window.journal)).clean
        last, _ = window.journal.last()
        assert last == window.journal.seq_of(window.journal.node) >= len(numbers) + 120


def test_the_same_lines_twice_at_the_same_time_are_one_complaint_each(
    shop: Shop, tmp_path: Path
) -> None:
    file = written(tmp_path, "same")
    first, second = (started(shop, "register", file, "--json") for _ in range(2))
    one, other = answer_of(first), answer_of(second)
    assert (one.code, other.code, one.err, other.err) == (0, 0, "", "")
    assert one.documents == other.documents
    assert len(shop("list", "--json", "--limit", "999").documents) == EACH


def test_a_check_beside_somebody_who_works_finds_nothing_wrong(shop: Shop) -> None:
    """Between every two reads of the check somebody else notes something and takes somebody in."""
    home = Home(shop.home)
    with closing(Desk.open(home)) as window, closing(Desk.open(home)) as other:
        other.sign_in()
        work = work_at_the_window(other)
        next(work)
        connection = window.journal.store.database.connection()
        alone: list[str] = []

        def somebody_works(statement: str) -> None:
            if statement.startswith("BEGIN IMMEDIATE"):
                alone.append(statement)  # nobody else writes from here on
            elif not alone:
                next(work, None)

        connection.set_trace_callback(somebody_works)
        verdict = finish(verify(window.journal))
        connection.set_trace_callback(None)
        assert verdict.complaints
        assert verdict.wrong is None


def test_a_backup_beside_somebody_who_works_is_whole(shop: Shop, tmp_path: Path) -> None:
    worker = started(shop, "register", written(tmp_path, "many"), "--json")
    assert worker.stdout
    worker.stdout.readline()
    shop("backup", "--to", tmp_path / "stick")
    assert answer_of(worker).code == 0
    (backup,) = (tmp_path / "stick").glob("*.db")
    other = Shop(tmp_path / "other")
    other("restore", backup)
    kept = [row["number"] for row in other("list", "--json", "--limit", "999").documents]
    assert kept
    assert set(kept) <= {
        row["number"] for row in shop("list", "--json", "--limit", "999").documents
    }
    other("verify")


def test_two_set_ups_at_the_same_time_make_one_desk(tmp_path: Path) -> None:
    shop = Shop(tmp_path / "home")
    setup = ("setup", "--company", "Toko", "--branch", "1", "--branch-name")
    answers = [answer_of(each) for each in [started(shop, *setup, name) for name in "AB"]]
    assert sorted(answer.code for answer in answers) == [0, 1]
    assert [answer.sentence for answer in answers if answer.code]
    with closing(Desk.open(Home(shop.home))) as desk:
        assert desk.keys.node == desk.journal.node
    assert {path.name for path in shop.home.iterdir()} == {"desk.db", "keys"}
