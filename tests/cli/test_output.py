"""What stands on stdout and stderr: JSON and nothing else, or sentences, whatever the console."""

from __future__ import annotations

import json
import os
import subprocess

import pytest

from desk.cli.output import Output
from desk.rules.errors import Trouble
from desk.words import say
from tests.cli.running import CHECKOUT, DESK, Shop, complaint, lines

NAME = "Søren 😡 هاري"


def test_a_console_without_these_letters_loses_none_of_them_in_json(shop: Shop) -> None:
    shop.register(complaint(customer={"name": NAME}))
    answer = shop("list", "--json", PYTHONIOENCODING="ascii", PYTHONUTF8="0", alone=True)
    assert answer.out.isascii()
    assert answer.document["customer"] == NAME
    assert "S?ren" in shop("list", PYTHONIOENCODING="ascii", PYTHONUTF8="0", alone=True).out


def test_what_goes_into_a_pipe_is_utf_8_whatever_the_console_speaks(shop: Shop) -> None:
    shop.register(complaint(customer={"name": NAME}))
    old = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}
    assert NAME in shop("list", **old).out


def test_without_a_console_nothing_is_told_and_nothing_fails(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdout", None)
    monkeypatch.setattr("sys.stderr", None)
    output = Output(as_json=True)
    output.tell({"name": NAME}, NAME)
    output.refuse(Trouble(say("cli", "Which complaint? Say its number behind the kind of paper.")))


def test_one_complaint_is_one_line_whatever_its_name_holds(shop: Shop) -> None:
    shop.register(complaint(customer={"name": "Hari\nK1202601010000001\tclosed"}))
    (line,) = shop("list").out.splitlines()
    assert "Hari K1202601010000001 closed" in line


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only on systems with /dev/full")
def test_a_number_that_could_not_be_shown_is_told_on_the_other_way(shop: Shop) -> None:
    """The answers go to a file on a disk that is full; the desk itself is not."""
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*DESK, "register", "--json"],
            input=lines([complaint(1), complaint(2)]).encode(),
            stdout=full,
            stderr=subprocess.PIPE,
            env=shop.environment(),
            cwd=CHECKOUT,
            check=False,
        )
    (only,) = shop("list", "--json").documents
    sentence, *more = done.stderr.decode().splitlines()
    assert done.returncode == 1
    assert sentence.startswith("1: This was done, but could not be printed (No space left")
    assert json.loads(sentence[sentence.index("{") :])["number"] == only["number"]
    assert not more or "Traceback" not in done.stderr.decode()
