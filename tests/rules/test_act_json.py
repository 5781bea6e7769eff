"""The details of an action as JSON: what the command `act` reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.rules.acts import ACTS, Act, Close, Contact, Extend, LinkTo, MakePromise, Wait
from desk.rules.deciding import BY_COMMAND, act_from_json
from desk.rules.errors import Invalid
from desk.rules.people import Action

DESIGN = Path(__file__).parents[2] / "desk" / "design.md"

DOCUMENTED = """\
pass_on to branch
accept
decline why
start
contact direction how answered said message
extend until contact agreed roadblock
examine found cause remedy
judge fault
confirm_judgement
promise what by who
keep promise
break promise why
wait for why roadblock
solve cause remedy
close answer score ease words entered_by why
reopen why
withdraw why
note text roadblock message
correct field value why
attach file name caption
link number as
settle text
"""
"""Each action with its details; each takes `note` and `happened_at` too."""
VALUES = {
    "score": 4,
    "ease": 5,
    "answered": True,
    "agreed": True,
    "contact": {"direction": "out", "how": "phone", "answered": True, "said": "Boleh"},
}


def read(action: str, document: object) -> Act:
    return act_from_json(action, document, new_id="new")


def test_every_documented_action_can_be_done_by_command() -> None:
    assert {line.split()[0] for line in DOCUMENTED.splitlines()} == BY_COMMAND


def test_the_page_of_the_architecture_names_the_same_actions_and_details() -> None:
    table = DESIGN.read_text(encoding="utf-8").split("| action | details |")[1].split("\n## ")[0]
    rows = [re.findall(r"`(\w+)`", row) for row in table.splitlines() if row.startswith("| `")]
    assert [" ".join(row) for row in rows] == DOCUMENTED.splitlines()


@pytest.mark.parametrize("line", DOCUMENTED.splitlines())
def test_every_detail_is_documented(line: str) -> None:
    action, *names = line.split()
    taken = {*ACTS[Action(action)].__struct_encode_fields__} - {"note", "happened_at"}
    by_itself = {"link": {"other"}, "promise": {"promise"}}  # ids that the desk gives
    assert taken - by_itself.get(action, set()) == {*names}


@pytest.mark.parametrize("line", DOCUMENTED.splitlines())
def test_every_documented_detail_is_taken(line: str) -> None:
    action, *names = line.split()
    document = {name: VALUES.get(name, "x") for name in (*names, "note", "happened_at")}
    act = read(action, document)
    assert type(act) is ACTS[Action(action)]
    assert (act.note, act.happened_at) == ("x", "x")
    assert isinstance(read(action, {}), ACTS[Action(action)])
    assert isinstance(read(action, dict.fromkeys(names)), ACTS[Action(action)]), "null: not given"


def test_details_become_what_was_meant() -> None:
    assert read("wait", {"for": "part", "why": "Dipesan"}) == Wait(waits_for="part", why="Dipesan")
    assert read("close", {"answer": "agreed", "score": None}) == Close(answer="agreed")
    assert read("extend", {"until": "x", "agreed": True, "contact": VALUES["contact"]}) == Extend(
        until="x", agreed=True, contact=Contact(said="Boleh")
    )
    assert read("link", {"number": "1", "as": "related"}) == LinkTo(number="1", link="related")
    assert read("promise", {"what": "x", "promise": "mine"}) == MakePromise(promise="new", what="x")


@pytest.mark.parametrize(
    ("action", "document", "field"),
    [
        ("sing", {}, "action"),
        ("", {}, "action"),
        ("register", {}, "action"),
        ("print_receipt", {}, "action"),
        ("note", [], "details"),
        ("note", "text", "details"),
        ("note", None, "details"),
        ("note", {"text": 1}, "text"),
        ("note", {"texts": "x"}, "texts"),
        ("note", {"text": "x", "ACTION": "close"}, "ACTION"),
        ("wait", {"waits_for": "part"}, "waits_for"),
        ("close", {"score": "5"}, "score"),
        ("close", {"score": True}, "score"),
        ("close", {"score": 5.0}, "score"),
        ("close", {"score": float("nan")}, "score"),
        ("close", {"score": "\ud83d"}, "score"),
        ("contact", {"answered": "\ud83d"}, "answered"),
        ("extend", {"contact": "\ud83d"}, "contact"),
        ("note", "\ud83d", "details"),
        ("contact", {"answered": "yes"}, "answered"),
        ("extend", {"agreed": 1}, "agreed"),
        ("extend", {"contact": "phone"}, "contact"),
        ("extend", {"contact": {"said": 1}}, "said"),
        ("extend", {"contact": {"until": "x"}}, "until"),
        ("correct", {"value": True}, "value"),
        ("link", {"link": "related"}, "link"),
        ("link", {"other": "c2"}, "other"),
    ],
)
def test_what_does_not_fit_is_named(action: str, document: object, field: str) -> None:
    with pytest.raises(Invalid) as told:
        read(action, document)
    assert told.value.field == field
    assert str(told.value).endswith(".")


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
details = st.dictionaries(
    st.sampled_from(sorted({name for line in DOCUMENTED.splitlines() for name in line.split()})),
    anything,
    max_size=4,
)


@given(st.sampled_from(sorted(BY_COMMAND)) | st.text(), details | anything)
def test_reading_gives_an_act_or_a_sentence_and_never_anything_else(
    action: str, document: object
) -> None:
    try:
        act = read(action, document)
    except Invalid as told:
        assert told.field  # noqa: PT017 - either is right
    else:
        assert action == act.ACTION
