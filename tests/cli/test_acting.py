"""Everything that is done to a complaint, by command: `act` and what `show` tells afterwards."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desk.rules.deciding import BY_COMMAND
from desk.rules.people import Action
from tests.cli.running import Answer, Shop, complaint

KINDS = (
    "registered passed_on declined passed_on accepted started contacted extended examined judged "
    "judgement_confirmed waiting solved closed reopened withdrawn"
)
SOON = (datetime.now().astimezone() + timedelta(hours=30)).replace(microsecond=0)


@pytest.fixture
def number(shop: Shop) -> str:
    """A complaint that Admin took in, who does everything here."""
    (taken,) = shop.register(complaint())
    return str(taken["number"])


def act(shop: Shop, number: str, action: str, *, code: int = 0, **details: Any) -> Answer:
    """One action with its details, as JSON."""
    given = json.dumps(details)
    return shop("act", number, action, "-", "--json", given=given, code=code)


def test_each_action_answers_with_the_complaint_as_it_stands_then(shop: Shop, number: str) -> None:
    shop("staff", "add", "--name", "Dedi", "--roles", "supervisor")
    admin = Shop(shop.home, {"DESK_USER": "Admin"})
    dedi = Shop(shop.home, {"DESK_USER": "dedi"})
    told = act(admin, number, "pass_on", to="DEDI", note="Tolong hari ini.").document
    assert (told["state"], told["offered_to"]) == ("passed_on", "Dedi")
    told = act(dedi, number, "decline", why="Saya di cabang lain.").document
    assert (told["state"], told["offered_to"], told["holder"]) == ("received", None, "Admin")
    act(admin, number, "pass_on", to="Dedi")
    assert act(dedi, number, "accept").document["holder"] == "Dedi"
    assert act(dedi, number, "start").document["state"] == "in_handling"
    told = act(dedi, number, "contact", said="Besok siap.", how="whatsapp").document
    assert (told["timeline"][-1]["text"], told["timeline"][-1]["how"]) == (
        "Besok siap.",
        "whatsapp",
    )
    contact = {"said": "Boleh.", "how": "phone"}
    until = SOON.isoformat()
    told = act(dedi, number, "extend", until=until, contact=contact, agreed=True).document
    assert (datetime.fromisoformat(told["due_at"]), told["extensions"]) == (SOON, 1)
    assert told["first_due_at"] < told["due_at"]
    told = act(dedi, number, "examine", found="Terjepit", cause="Kabel", remedy="Diganti").document
    assert (told["found"], told["cause"], told["remedy"]) == ("Terjepit", "Kabel", "Diganti")
    assert act(dedi, number, "judge", fault="shop").document["flag"] is True
    assert act(admin, number, "confirm_judgement").document["confirmed_by"] == "Admin"
    told = act(dedi, number, "wait", **{"for": "customer"}, why="Dia ke luar kota.").document
    assert (told["state"], told["waits_for"]) == ("waiting_customer", "customer")
    assert act(dedi, number, "solve").document["state"] == "solved"
    told = act(
        admin, number, "close", answer="partly", score=2, ease=5, why="Lama", entered_by="customer"
    ).document
    assert (told["state"], told["answer"], told["score"], told["ease"]) == (
        "closed",
        "partly",
        2,
        5,
    )
    assert (told["bucket"], told["alone"]) == ("in_time", False)
    told = act(admin, number, "reopen", why="Bunyi lagi").document
    assert (told["state"], told["reopened"]) == ("reopened", 1)
    assert act(admin, number, "withdraw", why="Dia tidak jadi").document["state"] == "withdrawn"
    kinds = [line["kind"] for line in shop("show", number, "--json").document["timeline"]]
    assert kinds == [f"complaint.{kind}" for kind in KINDS.split()]
    shop("verify")


def test_a_promise_gets_an_id_by_which_it_is_kept_or_broken(shop: Shop, number: str) -> None:
    by = SOON.isoformat()
    first, second = (
        act(shop, number, "promise", what=what, by=by).document["promise"]
        for what in ("Ditelepon", "Uang kembali")
    )
    assert "such open promise" in act(shop, number, "keep", code=1).sentence, "which of the two"
    act(shop, number, "keep", promise=first)
    told = act(shop, number, "break", promise=second, why="Bank tutup").document
    assert [(each["what"], each["state"]) for each in told["promises"]] == [
        ("Ditelepon", "kept"),
        ("Uang kembali", "broken"),
    ]
    assert "such open promise" in act(shop, number, "keep", promise=first, code=1).sentence


def test_a_correction_and_a_note_leave_what_stood_there_readable(shop: Shop, number: str) -> None:
    told = act(shop, number, "correct", field="phone", value="0813 1111 2222", why="Salah").document
    assert told["customer"]["phone"] == "+6281311112222"
    assert told["timeline"][-1]["was"] == "+6281234567801"
    told = act(
        shop, number, "note", text="Datang lagi", happened_at="2026-01-02T10:00:00+07:00"
    ).document
    assert told["timeline"][-1]["happened_at"] == "2026-01-02T10:00:00+07:00"
    refused = act(shop, number, "correct", field="number", value="K1", why="x", code=1)
    assert refused.document["field"] == "field"
    assert "“number” is not corrected" in refused.sentence


def test_a_photo_is_stored_beside_the_database_under_its_digest(
    shop: Shop, number: str, tmp_path: Path
) -> None:
    photo = tmp_path / "rem.jpg"
    photo.write_bytes(b"photo")
    told = act(shop, number, "attach", file=str(photo), caption="Rem depan").document
    (digest,) = told["files"]
    assert [path.read_bytes() for path in (shop.home / "files").rglob(digest)] == [b"photo"]
    assert told["timeline"][-1]["name"] == "rem.jpg"
    gone = act(shop, number, "attach", file=str(tmp_path / "none.jpg"), code=1)
    assert gone.document["error"] == gone.sentence


def test_details_come_from_a_file_from_stdin_or_not_at_all(
    shop: Shop, number: str, tmp_path: Path
) -> None:
    file = tmp_path / "note.json"
    file.write_text('{"text": "Dari berkas"}', encoding="utf-8")
    assert shop("act", number, "note", file).out == f"{number}\treceived\n"
    assert shop("act", number, "start").out == f"{number}\tin_handling\n"
    missing = shop("act", number, "note", tmp_path / "none.json", code=1)
    assert missing.sentence.endswith("Nothing was changed.")


@pytest.mark.parametrize(
    ("action", "given", "field", "words"),
    [
        ("note", "{", "details", "not a JSON document"),
        ("note", "[]", "details", "something else than expected"),
        ("note", "{}", "text", "The note is empty."),
        ("note", '{"teks": "x"}', "teks", "not a detail of this action"),
        ("judge", '{"fault": "everybody"}', "fault", "everybody"),
        ("close", '{"answer": "agreed", "score": "5"}', "score", "something else than expected"),
        ("solve", '{"cause": "Kabel"}', "remedy", "What was done about it?"),
        ("extend", '{"until": "besok"}', "contact", "never taken in silence"),
        ("pass_on", '{"to": "Budi"}', "to", "Nobody called “Budi” works here."),
        ("promise", '{"what": "x", "by": "2020-01-01T10:00"}', "by", "lies in the future"),
    ],
)
def test_what_is_wrong_is_said_at_its_detail_and_nothing_is_changed(
    shop: Shop, number: str, *, action: str, given: str, field: str, words: str
) -> None:
    answer = shop("act", number, action, "-", "--json", given=given, code=1)
    assert words in answer.sentence
    assert answer.document == {"error": answer.sentence, "field": field}
    assert len(shop("show", number, "--json").document["timeline"]) == 1


def test_what_cannot_be_done_in_this_state_is_refused_in_words(shop: Shop, number: str) -> None:
    for action, words in (
        ("close", "is not solved yet, so it cannot be closed."),
        ("reopen", "Only a closed complaint is reopened."),
        ("accept", "Nobody hands this complaint over."),
        ("confirm_judgement", "There is no judgement to confirm yet."),
    ):
        answer = act(shop, number, action, code=1)
        assert words in answer.sentence
        assert answer.sentence.endswith("Nothing was changed.")


def test_an_action_that_there_is_not_is_wrong_usage_and_a_number_that_there_is_not_a_refusal(
    shop: Shop, number: str
) -> None:
    wrong = shop("act", number, "sing", code=2)
    assert all(str(action) in wrong.err for action in BY_COMMAND)
    assert Action.PRINT_RECEIPT not in BY_COMMAND, "it is counted where it is printed"
    assert "There is no complaint 77" in shop("act", "77", "start", code=1).sentence
