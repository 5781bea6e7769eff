"""The vocabulary of the journal: every kind comes back as it was written, or as unknown."""

import json
from typing import get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import fields, replace

from desk.rules.chain import Entry, canonical
from desk.rules.entries import (
    ComplaintNoted,
    ComplaintRegistered,
    Deed,
    Event,
    ReceiptPrinted,
    StaffAdded,
    Unknown,
    parts,
    personal_names,
    read,
)
from tests.rules.case import every_kind

KINDS = sorted(every_kind(), key=lambda event: event.KIND)
VALUES = {
    str: st.text(),
    int: st.integers(-(2**63), 2**63 - 1),
    bool: st.booleans(),
    tuple[str, ...]: st.lists(st.text(), max_size=4).map(tuple),
}
NOTED = ComplaintNoted(text="Sudah ditelepon", happened_at="2026-06-19T09:12:00+07:00")

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def events(kind: type[Event]) -> st.SearchStrategy[Event]:
    """Any event of this kind."""
    hints = get_type_hints(kind)
    return st.builds(kind, **{item.name: VALUES[hints[item.name]] for item in fields(kind)})


def written(event: Event) -> Entry:
    """The event as an entry; only what `read` looks at matters."""
    body, personal = parts(event)
    return stored(event.KIND, canonical(body).decode(), canonical(personal).decode())


def stored(kind: str, body: str, personal: str | None = None) -> Entry:
    """Any texts as an entry."""
    return Entry(
        node="a1" * 8, seq=1, tick=1, seen=None, at="2026-06-19T02:12:00.000Z", actor="wati",
        kind=kind, subject="c1", body=body, personal=personal, salt=None, personal_digest=None,
        prev=b"", hash=b"",
    )  # fmt: skip


@given(st.sampled_from(KINDS).flatmap(events))
def test_every_event_comes_back_as_it_was_written(event) -> None:
    assert read(written(event)) == event


@given(st.sampled_from(KINDS).flatmap(events))
def test_personal_data_stand_apart_from_the_rest(event) -> None:
    body, personal = parts(event)
    marked = personal_names(type(event))
    assert personal.keys() <= marked
    assert marked.isdisjoint(body)
    assert body["v"] == event.VERSION


@given(st.sampled_from(KINDS).flatmap(events))
def test_what_was_erased_reads_as_if_it_had_never_been_given(event) -> None:
    erased = read(replace(written(event), personal=None))
    assert type(erased) is type(event)
    assert parts(erased) == (parts(event)[0], {})


def test_everything_that_names_a_person_is_marked_as_personal() -> None:
    marked = {f"{kind.KIND}/{name}" for kind in KINDS for name in personal_names(kind)}
    people = {"name", "phone", "email", "address", "what_happened", "expected", "understood"}
    people |= {"serial", "condition", "accessories"}
    deeds = {kind.KIND for kind in KINDS if issubclass(kind, Deed)}
    own_words = {
        "accepted": "",
        "attached": "name caption",
        "closed": "words why",
        "conflict_settled": "text",
        "contacted": "said",
        "corrected": "value why",
        "declined": "why",
        "examined": "",
        "extended": "said",
        "judged": "",
        "judgement_confirmed": "",
        "linked": "",
        "not_agreed": "words why",
        "noted": "text",
        "passed_on": "",
        "promise_broken": "why",
        "promise_kept": "",
        "promised": "what",
        "reopened": "why",
        "solved": "",
        "started": "",
        "waiting": "why",
        "withdrawn": "why",
    }
    assert deeds == {f"complaint.{deed}" for deed in own_words}
    assert marked == {
        *(f"complaint.registered/{name}" for name in people),
        *(f"complaint.{d}/{name}" for d, names in own_words.items() for name in names.split()),
        *(f"{deed}/note" for deed in deeds),
        *(f"feedback.taken/{name}" for name in ("text", "name", "phone")),
        "staff.added/name",
    }


def test_only_what_differs_from_the_default_is_stored() -> None:
    assert parts(NOTED) == (
        {"v": 1, "happened_at": "2026-06-19T09:12:00+07:00"},
        {"text": "Sudah ditelepon"},
    )
    assert parts(ComplaintNoted()) == ({"v": 1}, {})


def test_no_event_can_be_changed_after_it_was_said() -> None:
    assert [kind.__name__ for kind in KINDS if not kind.__struct_config__.frozen] == []


def test_every_kind_has_its_own_name_and_starts_with_its_topic() -> None:
    names = [kind.KIND for kind in KINDS]
    assert len(set(names)) == len(names)
    assert all(name.count(".") == 1 for name in names)


def test_an_unknown_kind_stays_unknown() -> None:
    assert read(stored("complaint.sung_about", '{"v":1}')) == Unknown(kind="complaint.sung_about")


def test_a_newer_version_of_a_known_kind_is_unknown() -> None:
    body, personal = parts(NOTED)
    newer = stored(NOTED.KIND, canonical({**body, "v": 2}).decode(), canonical(personal).decode())
    assert read(newer) == Unknown(kind=NOTED.KIND)


@pytest.mark.parametrize(
    ("kind", "body", "personal"),
    [
        ("complaint.noted", "", None),
        ("complaint.noted", "not json", None),
        ("complaint.noted", "null", None),
        ("complaint.noted", "[]", None),
        ("complaint.noted", '"v"', None),
        ("complaint.noted", "{}", None),
        ("complaint.noted", '{"v":"1"}', None),
        ("complaint.noted", '{"v":1,"text":"in the open"}', None),
        ("complaint.noted", '{"v":1,"happened_at":1}', None),
        ("complaint.noted", '{"v":1}', '{"text":1}'),
        ("complaint.noted", '{"v":1}', '{"happened_at":"hidden"}'),
        ("complaint.noted", '{"v":1}', '{"text":"half \\ud83d"}'),
        ("complaint.noted", '{"v":1}', "[]"),
        ("complaint.noted", '{"v":1}', "[1]"),
        ("complaint.noted", '{"v":1}', "null"),
        ("complaint.noted", '{"v":1}', '{"text":'),
        ("complaint.noted", "[" * 100_000, None),
        ("receipt.printed", '{"v":1,"paper":"a5","way":"file"}', None),
        ("receipt.printed", '{"v":1,"paper":"a5","way":"file","copy":true}', None),
        ("receipt.printed", '{"v":1,"paper":"a5","way":"file","copy":1.0}', None),
        ("receipt.printed", '{"v":1,"paper":"a5","way":"file","copy":NaN}', None),
        ("receipt.printed", '{"v":1,"paper":"a5","way":"file","copy":9223372036854775808}', None),
        ("receipt.printed", '{"v":1,"paper":"a5","way":"file","copy":' + "9" * 5_000 + "}", None),
        ("staff.added", '{"v":1,"roles":"staff"}', None),
        ("staff.added", '{"v":1,"roles":{"staff":1}}', None),
        ("staff.added", '{"v":1,"roles":["staff",1]}', None),
        ("staff.added", '{"v":1,"roles":["staff",["cro"]]}', None),
    ],
)
def test_what_is_not_well_formed_is_unknown_and_never_raises(kind, body, personal) -> None:
    assert read(stored(kind, body, personal)) == Unknown(kind=kind)


NUMBERS = [
    (kind, name)
    for kind in KINDS
    for name, wanted in get_type_hints(kind).items()
    if wanted is int and name in kind.__struct_fields__
]


@pytest.mark.parametrize(("kind", "name"), NUMBERS)
def test_a_number_is_whole_and_has_its_place_in_a_table(kind, name) -> None:
    samples: dict[object, object] = {str: "x", bool: True, tuple[str, ...]: ["x"], int: 1}
    hints = get_type_hints(kind)
    body = {
        "v": 1,
        **{each: samples[hints[each]] for each in set(hints) & set(kind.__struct_fields__)},
    }
    body = {each: body[each] for each in body if each not in personal_names(kind)}
    for right in (2**63 - 1, -(2**63), 0):
        found = read(stored(kind.KIND, json.dumps({**body, name: right})))
        assert getattr(found, name) == right
    for wrong in (2**63, -(2**63) - 1, True, 1.0, "1", None, float("nan")):
        found = read(stored(kind.KIND, json.dumps({**body, name: wrong})))
        assert found == Unknown(kind=kind.KIND)


def test_of_a_key_that_stands_there_twice_the_last_one_counts() -> None:
    twice = stored("complaint.noted", '{"v":2,"v":1}', '{"text":"a","text":"b"}')
    assert read(twice) == ComplaintNoted(text="b")
    assert read(replace(twice, body='{"v":1,"v":2}')) == Unknown(kind="complaint.noted")


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1e400", "9" * 5_000, '"half \\ud83d"'])
def test_what_is_no_json_is_unknown_also_where_it_would_be_passed_over(value) -> None:
    for body, personal in ((f'{{"v":1,"strange":{value}}}', None), ('{"v":1}', f'{{"x":{value}}}')):
        assert read(stored("complaint.noted", body, personal)) == Unknown(kind="complaint.noted")


@given(
    st.sampled_from([kind.KIND for kind in KINDS]) | st.text(),
    json_values.map(json.dumps) | st.text(),
    st.none() | json_values.map(json.dumps) | st.text(),
)
def test_reading_never_fails_whatever_stands_there(kind, body, personal) -> None:
    assert isinstance(read(stored(kind, body, personal)), Event)


@given(st.sampled_from(KINDS).flatmap(events), st.data())
def test_one_wrong_value_makes_an_entry_unknown_or_leaves_what_is_right(event, data) -> None:
    body, personal = parts(event)
    for part in (body, personal):
        if part and data.draw(st.booleans()):
            part[data.draw(st.sampled_from(sorted(part)))] = data.draw(json_values)
    found = read(stored(event.KIND, json.dumps(body), json.dumps(personal)))
    assert isinstance(found, Unknown) or type(found) is type(event)


def test_a_value_that_must_be_there_has_no_default() -> None:
    needed = {
        kind.KIND: sorted(item.name for item in fields(kind) if item.required)
        for kind in (ComplaintRegistered, ReceiptPrinted, StaffAdded, ComplaintNoted)
    }
    assert needed == {
        "complaint.registered": ["branch", "customer", "nota", "number", "received_at"],
        "receipt.printed": ["copy", "paper", "way"],
        "staff.added": ["roles"],
        "complaint.noted": [],
    }
