"""Whatever is typed or sent: one clear sentence at the right place, and nothing is lost."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.running import Shop, complaint

NAMES = {
    "long": "Bapak " + "Panjang " * 624,
    "emoji": "Ibu 😡👩‍👧 Rita 🚲",
    "arabic": "السيد هاري حسن",
    "markup": '<b>Hari</b> & "Rita" <img src="http://example.com/x"> <para> &amp; <font color=',
    "marks": "Zoë Đặng Şule Łukasz ḩ\u0301",
    "formula": "=cmd|' /C calc'!A0",
}
TOMORROW = (datetime.now().astimezone() + timedelta(days=1)).isoformat()
WRONG = {
    "nota of eight digits": (complaint("12345678"), "nota", "is not a nota number"),
    "nota of letters": (complaint("abc"), "nota", "is not a nota number"),
    "nota of other digits": (complaint("١٢٣٤"), "nota", "is not a nota number"),
    "nota of zeros": (complaint("0000000"), "nota", "is not a nota number"),
    "negative nota": (complaint(-5), "nota", "is not a nota number"),
    "empty nota": (complaint(""), "nota", "The nota number is missing"),
    "blank nota": (complaint(" \t"), "nota", "The nota number is missing"),
    "nota with a fraction": (complaint(1234.5), "nota", "holds something else"),
    "nota yes": (complaint(True), "nota", "holds something else"),
    "future": (complaint(received_at=TOMORROW), "received_at", "in the future"),
    "far future": (complaint(received_at="9999-12-31T23:59"), "received_at", ""),
    "no date": (complaint(received_at="kemarin sore"), "received_at", "is not a date and time"),
    "long ago": (complaint(received_at="0026-06-19"), "received_at", ""),
    "no such day": (complaint(bought_at="2026-02-30"), "bought_at", "is not a date"),
    "no name": (complaint(customer={"name": " "}), "name", "Who is complaining?"),
    "name of nothing": (complaint(customer={"name": "\x00\ud800"}), "name", "Who is complaining?"),
    "no words": (complaint(what_happened="\n"), "what_happened", "What happened?"),
    "customer as text": (complaint(customer="Hari"), "customer", "holds something else"),
    "unknown field": (complaint(colour="red"), "colour", "is not a field"),
    "unknown channel": (complaint(channel="pigeon"), "channel", "is not known here"),
    "branch": (complaint(sold_branch="12345"), "sold_branch", "is not a branch code"),
    "too long": (complaint(what_happened="x" * 30_000), "what_happened", "20000 fit"),
    "praise": (complaint(kind="praise"), "kind", "complaints only"),
}
BROKEN = {
    "broken": b'{"customer": {"name": "Hari"',
    "two documents": json.dumps(complaint()).encode() * 2,
    "deep": b'{"customer":' * 100_000,
    "deep lists": b"[" * 1_000_000,
    "not utf-8": b'{"customer": {"name": "\xff\xfe"}, "nota": 1}',
    "zeros": bytes(1000),
    "huge number": b'{"nota": ' + b"9" * 5_000 + b"}",
    "huge line": b'{"what_happened": "' + b"x" * 20_000_000 + b'"}',
    "endless words": b"komplain " * 3_000_000,
}


def test_each_wrong_field_is_named_and_the_right_lines_beside_it_are_kept(shop: Shop) -> None:
    """One right line stands between every two wrong ones."""
    given = []
    for number, (wrong, _, _) in enumerate(WRONG.values(), start=1):
        given += [wrong, complaint(number)]
    text = "".join(json.dumps(one) + "\n" for one in given)
    answer = shop("register", "--json", given=text, code=1)
    refused = [one for one in answer.documents if "error" in one]
    taken = [one for one in answer.documents if "error" not in one]
    assert [int(one["number"][-7:]) for one in taken] == list(range(1, len(WRONG) + 1))
    for at, (name, (_, field, words)), told, sentence in zip(
        range(1, 2 * len(WRONG), 2), WRONG.items(), refused, answer.sentences, strict=True
    ):
        assert (told["line"], told["field"]) == (at, field), name
        assert words in told["error"], name
        assert sentence == f"{at}: {told['error']}"
        assert "\n" not in told["error"]
    assert shop("verify", "--json").document["complaints"] == len(WRONG)


def test_what_is_no_json_is_said_and_the_next_line_is_read(shop: Shop) -> None:
    right = json.dumps(complaint()).encode()
    given = b"\n".join(line for broken in BROKEN.values() for line in (broken, right))
    answer = shop("register", "--json", given=given, code=1)
    assert [one["line"] for one in answer.documents if "error" in one] == list(
        range(1, 2 * len(BROKEN), 2)
    )
    for sentence in answer.sentences:
        assert "is not a JSON document. It was left out; the others are taken." in sentence
    assert len([one for one in answer.documents if "number" in one]) == len(BROKEN)


def test_what_is_given_twice_in_one_line_is_asked_about(shop: Shop) -> None:
    twice = '{"customer": {"name": "Hari", "name": "Rita"}, "nota": 1, "what_happened": "x"}\n'
    answer = shop("register", "--json", given=twice + twice.replace("name", "nota", 1), code=1)
    assert answer.documents[0]["field"] == "name"
    assert "“name” is given twice" in answer.sentences[0]
    assert not shop("list", "--json").documents


def test_nothing_that_somebody_wrote_about_a_customer_is_left_out_silently(shop: Shop) -> None:
    for part in ({"customer": {"name": "Hari", "wa": "0812"}}, {"taken_in": {"color": "red"}}):
        answer = shop("register", "--json", given=json.dumps(complaint(**part)), code=1)
        assert "is not a field" in answer.sentence


def test_a_phone_of_letters_is_in_nobodys_way(shop: Shop) -> None:
    (taken,) = shop.register(complaint(customer={"name": "Hari", "phone": "O812 tanya tetangga"}))
    told = shop("show", taken["number"], "--json").document
    assert told["customer"]["phone"] == "O812 tanya tetangga"
    assert len(shop("list", "--find", "tetangga", "--json").documents) == 1


@pytest.fixture(scope="module")
def named(
    tmp_path_factory: pytest.TempPathFactory, fresh_desk: Path
) -> tuple[Shop, dict[str, str]]:
    """A desk at which every strange name complained, and the number of each."""
    shop = Shop(tmp_path_factory.mktemp("named") / "home")
    shutil.copytree(fresh_desk, shop.home)
    taken = shop.register(
        *(
            complaint(at, customer={"name": name}, what_happened=f"{name}\n{name[:300]}")
            for at, name in enumerate(NAMES.values(), start=1)
        )
    )
    return shop, {kind: one["number"] for kind, one in zip(NAMES, taken, strict=True)}


def test_every_name_is_kept_as_it_was_typed(named: tuple[Shop, dict[str, str]]) -> None:
    shop, numbers = named
    rows = {row["number"]: row["customer"] for row in shop("list", "--json").documents}
    for kind, number in numbers.items():  # a list shows the beginning of what is endless
        assert rows[number] == NAMES[kind].strip()[:200].rstrip()
        assert shop("show", number, "--json").document["customer"]["name"] == NAMES[kind].strip()
    told = shop("show", numbers["markup"], "--json").document
    assert told["what_happened"] == f"{NAMES['markup']}\n{NAMES['markup'][:300]}"
    assert len(shop("list").out.splitlines()) == len(NAMES)
    shop("verify")


@pytest.mark.parametrize("kind", NAMES)
def test_the_paper_shows_the_name_as_it_was_typed(
    named: tuple[Shop, dict[str, str]],
    kind: str,
    tmp_path: Path,
    component: Callable[[str], str],
) -> None:
    shop, numbers = named
    paper = tmp_path / "r.pdf"
    shop("receipt", numbers[kind], "--to", paper, "--paper", "a5")
    text = subprocess.run(
        [component("pdftotext"), "-layout", paper, "-"], capture_output=True, check=True
    ).stdout.decode()
    flat = "".join(text.split())
    if kind == "arabic":  # drawn in its joined forms, from right to left
        assert any("\u0600" <= letter <= "\ufeff" for letter in flat)
    else:
        assert "".join(NAMES[kind].replace("\u200d", "").split())[:60] in flat
    assert numbers[kind][-7:] in flat
