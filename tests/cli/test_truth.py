"""Verify, rebuild, backup and restore, by command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from desk.rules.number import parse_number
from tests.cli.running import CHECKOUT, DESK, Shop, complaint, lines, set_up


def tamper(home: Path, statement: str) -> None:
    """Somebody works on the database behind the program's back."""
    changed = (
        "import sys, peewee; base = peewee.SqliteDatabase(sys.argv[1]);"
        "base.execute_sql(sys.argv[2]); base.close()"
    )
    subprocess.run([sys.executable, "-c", changed, str(home / "desk.db"), statement], check=True)


def numbers(shop: Shop) -> list[str]:
    return sorted(row["number"] for row in shop("list", "--json").documents)


def test_verify_counts_what_is_right_and_names_what_is_wrong(shop: Shop) -> None:
    shop.register(complaint(1), complaint(2))
    right = shop("verify", "--json").document
    assert right == {"clean": True, "entries": right["entries"], "complaints": 2}
    assert "2 complaints" in shop("verify").out
    tamper(shop.home, "UPDATE entry SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 5")
    wrong = shop("verify", "--json", code=1)
    assert wrong.sentence.startswith("Entry 5 of desk ")
    assert wrong.document["error"] == wrong.sentence


def test_tables_that_are_wrong_are_computed_anew_from_the_journal(shop: Shop) -> None:
    shop.register(complaint(1, customer={"name": "Ibu Rita"}))
    tamper(shop.home, "UPDATE complaint SET name = 'Somebody else'")
    assert "rebuild the tables" in shop("verify", code=1).sentence
    assert shop("rebuild", "--json").document == {"rebuilt": True}
    assert shop("list", "--json", "--find", "rita").document["customer"] == "Ibu Rita"
    shop("verify")


def test_a_backup_is_restored_and_no_number_is_given_out_again(shop: Shop, tmp_path: Path) -> None:
    kept = shop.register(complaint(None), complaint(5))
    stick = tmp_path / "stick"
    backup = Path(shop("backup", "--to", stick, "--json").document["file"])
    assert backup.parent == stick
    assert not list(stick.glob("*.part"))
    lost = shop.register(complaint(None))
    restored = shop("restore", backup, "--json").document
    assert restored["node"] != restored["succeeded"]
    assert numbers(shop) == sorted(one["number"] for one in kept)
    (next_one,) = shop.register(complaint(None))
    given, beyond = parse_number(lost[0]["number"]), parse_number(next_one["number"])
    assert given is not None
    assert beyond is not None
    assert beyond.nota >= given.nota + 900
    shop("verify")
    replaced = Path(restored["replaced"])
    assert {path.name for path in replaced.iterdir()} >= {"desk.db", "keys"}
    assert (replaced / "keys").stat().st_mode & 0o077 == 0 or sys.platform == "win32"
    old = tmp_path / "old"
    replaced.rename(old)
    assert lost[0]["number"] in numbers(Shop(old))


def test_one_backup_restored_twice_on_a_day_gives_two_customers_two_numbers(
    shop: Shop, tmp_path: Path
) -> None:
    backup = Path(shop("backup", "--to", tmp_path / "stick", "--json").document["file"])
    given = []
    for _ in range(2):
        shop("restore", backup)
        given += [one["number"] for one in shop.register(complaint(None), complaint(777))]
    assert len(set(given)) == 4
    assert [parse_number(number).nota for number in given] == [9_001_001, 777] * 2
    for number in given[2:]:
        assert shop("show", number, "--json").document["number"] == number
        assert shop("show", number[:-5], "--json").document["number"] == number, "without digits"
    shop("verify")


def test_a_backup_becomes_a_desk_on_a_new_computer(shop: Shop, tmp_path: Path) -> None:
    (taken,) = shop.register(complaint(5))
    shop("backup", "--to", tmp_path)
    (backup,) = tmp_path.glob("complaint-desk-*.db")
    other = Shop(tmp_path / "other")
    assert other("restore", backup, "--json").document["replaced"] is None
    assert numbers(other) == [taken["number"]]
    other("receipt", "5", "--to", tmp_path / "r.pdf")
    other("verify")


def test_what_is_no_backup_is_not_restored_and_the_desk_stays(shop: Shop, tmp_path: Path) -> None:
    (taken,) = shop.register(complaint(5))
    shop("backup", "--to", tmp_path)
    (backup,) = tmp_path.glob("complaint-desk-*.db")
    whole = backup.read_bytes()
    junk, half, newer = (tmp_path / name for name in ("junk.db", "half.db", "newer.db"))
    junk.write_bytes(b"not a database" * 1000)
    half.write_bytes(whole[: len(whole) // 2])
    newer.write_bytes(whole[:60] + (99).to_bytes(4) + whole[64:])
    for file in (junk, half, newer, tmp_path, tmp_path / "none.db"):
        assert "Nothing was changed." in shop("restore", file, code=1).sentence
    assert not (shop.home / "replaced").exists()
    assert not (shop.home / "restoring").exists()
    assert numbers(shop) == [taken["number"]]


def test_only_an_administrator_restores_over_a_desk(shop: Shop, tmp_path: Path) -> None:
    shop("staff", "add", "--name", "Sari", "--roles", "staff,supervisor")
    shop("backup", "--to", tmp_path, DESK_USER="Sari")
    (backup,) = tmp_path.glob("complaint-desk-*.db")
    answer = shop("restore", backup, code=1, DESK_USER="Sari")
    assert "takes another role: Administrator" in answer.sentence
    assert not (shop.home / "replaced").exists()


def test_a_backup_that_cannot_be_written_is_said(shop: Shop, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    assert shop("backup", "--to", in_the_way, "--json", code=1).document["error"]


def test_nothing_is_restored_over_a_desk_that_is_open(shop: Shop, tmp_path: Path) -> None:
    """What the other program wrote from then on would go where nobody looks."""
    shop("backup", "--to", tmp_path)
    (backup,) = tmp_path.glob("complaint-desk-*.db")
    other = subprocess.Popen(
        [*DESK, "register", "--json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=shop.environment(),
        cwd=CHECKOUT,
    )
    assert other.stdin
    assert other.stdout
    other.stdin.write(lines([complaint(1)]).encode())
    other.stdin.flush()
    assert other.stdout.readline()
    answer = shop("restore", backup, code=1)
    assert "is open in another program. Nothing was changed." in answer.sentence
    other.communicate(lines([complaint(2)]).encode(), timeout=20)
    assert len(numbers(shop)) == 2
    shop("restore", backup)
    assert numbers(shop) == []


def test_a_damaged_desk_is_replaced_by_its_backup(home: Path, tmp_path: Path) -> None:
    shop = set_up(home)
    (taken,) = shop.register(complaint(5))
    shop("backup", "--to", tmp_path)
    (backup,) = tmp_path.glob("complaint-desk-*.db")
    database = home / "desk.db"
    database.write_bytes(b"damaged" * 4000)
    assert shop("list", code=1).sentence
    shop("restore", backup)
    assert numbers(shop) == [taken["number"]]
