"""Which desk a command acts on, as whom, in which language, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from tests.cli.running import CHECKOUT, DESK, Shop, complaint, lines


def test_the_home_is_named_before_or_after_the_command_or_by_the_environment(
    shop: Shop, tmp_path: Path
) -> None:
    shop.register(complaint())
    elsewhere = Shop(tmp_path / "elsewhere")
    for args in (("--home", shop.home, "--json", "list"), ("list", "--json", "--home", shop.home)):
        assert [row["number"][-4:] for row in elsewhere(*args).documents] == ["1234"]
    assert len(shop("list", "--json").documents) == 1
    assert str(elsewhere.home) in elsewhere("list", code=1).sentence
    assert not elsewhere.home.exists()


def test_several_people_work_here_and_each_acts_under_their_own_name(shop: Shop) -> None:
    shop("staff", "add", "--name", "Sari", "--roles", "staff", "--pin", "4321")
    nobody = shop("register", given=lines([complaint()]), code=1)
    assert nobody.sentence.startswith("Several people work here.")
    assert "Admin, Sari" in nobody.sentence
    wrong = shop("register", given=lines([complaint()]), code=1, DESK_USER="sari", DESK_PIN="1111")
    assert wrong.sentence == "The PIN of Sari is another one. Please try again."
    stranger = shop("register", given=lines([complaint()]), code=1, DESK_USER="Budi")
    assert stranger.sentence == "Nobody called Budi works here. Known: Admin, Sari."
    sari = Shop(shop.home, {"DESK_USER": "SARI", "DESK_PIN": "4321"})
    (taken,) = sari.register(complaint())
    (line,) = shop("show", taken["number"], "--json").document["timeline"]
    assert line["actor"] == "Sari"
    assert len(shop("list", "--json").documents) == 1, "what was refused was not written"


def test_each_role_is_refused_what_it_may_not_do(shop: Shop, tmp_path: Path) -> None:
    (taken,) = shop.register(complaint())
    for name, roles in (("Sari", "staff"), ("Joko", "technician"), ("Dewi", "admin")):
        shop("staff", "add", "--name", name, "--roles", roles, DESK_USER="Admin")
    card = tmp_path / "own.deskcard"
    shop("card", "--to", card)
    sales = tmp_path / "sales.csv"
    sales.write_text("nota,customer\n1,Hari\n")
    denied = {
        "Sari": (
            ("staff", "add", "--name", "X", "--roles", "staff"),
            ("trust", card),
            ("rebuild",),
            ("read-sales", sales),
        ),
        "Joko": (("receipt", taken["number"], "--to", tmp_path / "r.pdf"), ("export",)),
        "Dewi": (("register",),),
    }
    for name, commands in denied.items():
        for command in commands:
            answer = shop(*command, given=lines([complaint()] * 3), code=1, DESK_USER=name)
            assert "takes another role" in answer.sentence, (name, command)
            assert answer.sentence.endswith("Nothing was changed."), (name, command)
            assert not answer.out, (name, command)
    assert not (tmp_path / "r.pdf").exists()
    assert len(shop("list", "--json").documents) == 1


def test_sentences_are_said_in_the_language_that_is_asked_for(shop: Shop) -> None:
    english = shop("register", "--json", given=lines([complaint("abc")]), code=1)
    indonesian = shop(
        "register", "--json", given=lines([complaint("abc")]), code=1, DESK_LANGUAGE="id"
    )
    assert "is not a nota number" in english.sentence
    assert "bukan nomor nota" in indonesian.sentence
    assert indonesian.document["field"] == english.document["field"] == "nota"


def test_wrong_usage_ends_with_2_and_writes_nothing(shop: Shop, tmp_path: Path) -> None:
    for args in (
        ("nothing",),
        ("show",),
        ("staff",),
        ("receipt", "1"),
        ("receipt", "1", "--to", tmp_path / "a.pdf", "--printer", "P"),
        ("receipt", "1", "--to", "."),
        ("receipt", "1", "--to", tmp_path / "a.pdf", "--paper", "a3"),
        ("card", "--to", "/"),
        ("list", "--state", "lost"),
        ("setup",),
        ("--elsewhere", "list"),
    ):
        answer = shop(*args, code=2)
        assert not answer.out, args
        assert "usage: complaint-desk" in answer.err, args
    assert not list(tmp_path.glob("*.pdf"))


def test_a_clock_that_jumped_is_asked_about_before_anything_is_written(home: Path) -> None:
    """The shop of this desk was set up by a computer whose clock ran ahead."""
    shop = set_up_in_the_future(home)
    refused = shop("register", "--json", given=lines([complaint(n) for n in (1, 2)]), code=1)
    assert refused.sentence.startswith("1: This computer's clock says")
    assert refused.document["field"] == "clock"
    taken = shop("register", "--clock-is-right", "--json", given=lines([complaint()]))
    assert [row["number"] for row in shop("list", "--json").documents] == [taken.document["number"]]
    shop("verify")


def set_up_in_the_future(home: Path) -> Shop:
    wanted = SetUp(company="Toko", branch="1", branch_name="Hankam")
    set_up(Home(home), wanted, lambda: datetime.now(UTC) + timedelta(hours=3)).close()
    return Shop(home)


@pytest.mark.skipif(os.name == "nt", reason="only on systems with signals")
def test_a_command_that_is_interrupted_ends_without_noise_and_keeps_what_it_showed(
    shop: Shop,
) -> None:
    process = subprocess.Popen(
        [*DESK, "register", "--json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=shop.environment(),
        cwd=CHECKOUT,
    )
    assert process.stdin
    assert process.stdout
    process.stdin.write(lines([complaint()]).encode())
    process.stdin.flush()
    number = json.loads(process.stdout.readline())["number"]
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (130, b"", b"")
    assert shop("show", number, "--json").document["number"] == number


@pytest.mark.skipif(os.name == "nt", reason="only on systems with pipes that break")
def test_whoever_reads_a_long_list_may_stop_reading(shop: Shop) -> None:
    shop("register", given=lines(complaint(n + 1) for n in range(300)))
    process = subprocess.Popen(
        [*DESK, "list", "--json", "--limit", "300"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=shop.environment(),
        cwd=CHECKOUT,
    )
    assert process.stdout
    assert json.loads(process.stdout.readline())
    process.stdout.close()
    assert process.stderr
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(20) in {0, 1}


def test_a_fault_of_the_program_is_told_in_words_and_reported_without_personal_data(
    shop: Shop,
) -> None:
    """Somebody else's table in the database is nothing that the program foresees."""
    (taken,) = shop.register(complaint(customer={"name": "Rahasia Sekali"}))
    breaker = (
        "import sys, peewee; base = peewee.SqliteDatabase(sys.argv[1]);"
        "base.execute_sql(\"UPDATE complaint SET received_at = 'Rahasia'\"); base.close()"
    )
    subprocess.run([DESK[0], "-c", breaker, str(shop.home / "desk.db")], check=True)
    answer = shop("list", "--json", code=1)
    assert "our fault, not yours" in answer.err
    assert "Traceback" not in answer.err
    (report,) = (shop.home / "logs").glob("report-*.txt")
    assert report.name in answer.document["error"]
    told = report.read_text(encoding="utf-8")
    assert "ValidationError" in told
    assert "Rahasia" not in told + answer.err
    assert taken["number"] not in told
