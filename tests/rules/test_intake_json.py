"""A complaint as JSON, as `register` and other programs hand it in (design.md, section 8)."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import asdict

from desk.rules.chain import canonical
from desk.rules.errors import Invalid
from desk.rules.intake import Intake, check, intake_from_json

NOW = datetime(2026, 6, 19, 2, 12, tzinfo=UTC)
LEAST = {"customer": {"name": "Bapak Hari"}, "nota": "1234", "what_happened": "Rem berat"}
MOST = {
    "customer": {
        "name": "Bapak Hari", "phone": "0812-3456-7801", "email": "hari@contoh.example",
        "address": "Jl. Merdeka 7",
    },
    "nota": "1234", "no_nota": False, "what_happened": "Rem berat",
    "received_at": "2026-06-19T08:30:00+07:00", "channel": "phone", "kind": "complaint",
    "expected": "Rem bekerja", "asked_for": "repair", "understood": "Rem berat sejak kemarin",
    "product": "United E-Trifold", "serial": "CTH1", "bought_at": "2026-06-18",
    "sold_branch": "4", "safety": True, "factor": "product", "draft_id": "line 1",
    "taken_in": {"condition": "Ban kotor", "accessories": ["bel", "kunci"]},
}  # fmt: skip


def intake_of(document: object) -> Intake:
    """The intake, with the draft's name as its id."""
    return intake_from_json(document, id_for=lambda draft: draft or "new")


def refused(document: object) -> tuple[str, str]:
    """(field, sentence) of the refusal."""
    with pytest.raises(Invalid) as fault:
        intake_of(document)
    assert fault.value.field is not None
    return fault.value.field, str(fault.value)


def test_three_fields_are_enough() -> None:
    assert intake_of(LEAST) == Intake(
        id="new", name="Bapak Hari", nota="1234", what_happened="Rem berat"
    )
    assert check(intake_of({**LEAST, "nota": None, "no_nota": True}), NOW).nota is None


def test_every_field_of_the_format_is_taken() -> None:
    assert intake_of(MOST) == Intake(
        id="line 1", name="Bapak Hari", phone="0812-3456-7801", email="hari@contoh.example",
        address="Jl. Merdeka 7", nota="1234", received_at="2026-06-19T08:30:00+07:00",
        what_happened="Rem berat", channel="phone", kind="complaint", expected="Rem bekerja",
        asked_for="repair", understood="Rem berat sejak kemarin", product="United E-Trifold",
        serial="CTH1", bought_at="2026-06-18", sold_branch="4", safety=True, factor="product",
        condition="Ban kotor", accessories=("bel", "kunci"),
    )  # fmt: skip
    assert check(intake_of(MOST), NOW)


def test_null_means_left_out() -> None:
    empty = {
        name: None for name in MOST if name not in {"customer", "nota", "what_happened"}
    } | LEAST
    empty["customer"] = {"name": "Bapak Hari", "phone": None, "email": None, "address": None}
    assert intake_of(empty) == intake_of(LEAST)
    assert intake_of({**LEAST, "taken_in": {"condition": None, "accessories": None}}) == intake_of(
        LEAST
    )


@pytest.mark.parametrize("document", [{}, {"customer": None}, {"customer": {}}])
def test_what_is_missing_is_asked_for_by_the_rules(document) -> None:
    with pytest.raises(Invalid, match="Who is complaining") as fault:
        check(intake_of(document), NOW)
    assert fault.value.field == "name"


def test_a_nota_and_a_branch_may_be_numbers() -> None:
    intake = intake_of({**LEAST, "nota": 1234, "sold_branch": 4})
    assert (intake.nota, intake.sold_branch) == ("1234", "4")
    for nota in (-1, 0, 12_345_678, 2**63):
        with pytest.raises(Invalid, match="is not a nota number"):
            check(intake_of({**LEAST, "nota": nota}), NOW)


@pytest.mark.parametrize("document", [None, [], "text", "\ud83d", 1, True, 1.5, [LEAST]])
def test_what_is_no_object_is_no_complaint(document) -> None:
    assert refused(document) == ("complaint", "“complaint” holds something else than expected.")


@pytest.mark.parametrize(
    ("document", "strange"),
    [
        ({**LEAST, "wat_happened": "x"}, "wat_happened"),
        ({**LEAST, "id": "x"}, "id"),
        ({**LEAST, "phone": "0812"}, "phone"),
        ({**LEAST, "customer": {"name": "Hari", "phnoe": "0812"}}, "phnoe"),
        ({**LEAST, "taken_in": {"accesories": ["bel"]}}, "accesories"),
        ({**LEAST, "x" * 500: 1}, "x" * 40),
        ({**LEAST, "": 1}, ""),
    ],
)
def test_a_strange_field_is_named_and_not_lost(document, strange) -> None:
    assert refused(document) == (strange, f"“{strange}” is not a field of a complaint.")


@pytest.mark.parametrize("name", ["what_happened", "nota", "received_at", "channel", "draft_id"])
@pytest.mark.parametrize("value", [1.5, True, [], ["x"], {}, {"x": "y"}])
def test_a_text_is_a_text(name, value) -> None:
    wrong = (name, f"“{name}” holds something else than expected.")
    assert refused({**LEAST, name: value}) == wrong


@pytest.mark.parametrize(
    ("document", "field"),
    [
        ({**LEAST, "customer": "Hari"}, "customer"),
        ({**LEAST, "customer": ["Hari"]}, "customer"),
        ({**LEAST, "customer": {"name": 7}}, "name"),
        ({**LEAST, "customer": {"name": "Hari", "phone": 8123456}}, "phone"),
        ({**LEAST, "what_happened": 7}, "what_happened"),
        ({**LEAST, "no_nota": "true"}, "no_nota"),
        ({**LEAST, "no_nota": 1}, "no_nota"),
        ({**LEAST, "safety": 0}, "safety"),
        ({**LEAST, "safety": "\ud83d"}, "safety"),
        ({**LEAST, "nota": 1234.0}, "nota"),
        ({**LEAST, "nota": True}, "nota"),
        ({**LEAST, "nota": float("nan")}, "nota"),
        ({**LEAST, "customer": "\ud83d"}, "customer"),
        ({**LEAST, "taken_in": "bel"}, "taken_in"),
        ({**LEAST, "taken_in": {"accessories": "bel"}}, "accessories"),
        ({**LEAST, "taken_in": {"accessories": [1]}}, "accessories"),
        ({**LEAST, "taken_in": {"condition": []}}, "condition"),
        ({**LEAST, "draft_id": "x" * 201}, "draft_id"),
    ],
)
def test_what_has_another_type_is_refused_by_its_field(document, field) -> None:
    assert refused(document) == (field, f"“{field}” holds something else than expected.")


def test_what_cannot_be_stored_is_taken_out_everywhere() -> None:
    document = json.loads(
        '{"customer": {"name": "Ha\\u0000ri \\ud83d"}, "nota": " 1234\\n",'
        ' "what_happened": "a\\r\\nb", "taken_in": {"accessories": [" bel ", "", "\\u0000"]}}'
    )
    intake = intake_of(document)
    assert (intake.name, intake.nota, intake.what_happened) == ("Hari", "1234", "a\nb")
    assert intake.accessories == ("bel",)


@pytest.mark.parametrize(
    "name", ["N" * 5_000, "😡👨‍👩‍👧", "عبد الرحمن", "<b>&</b> <para>", "{name}", "\\ud83d"]
)
def test_a_name_is_kept_exactly_as_typed(name) -> None:
    document = json.loads(json.dumps({**LEAST, "customer": {"name": name}}))
    assert intake_of(document).name == name


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(sorted(MOST)) | st.text(max_size=3), values, max_size=6))
def test_any_json_is_taken_or_refused_by_a_field(document) -> None:
    try:
        intake = intake_of({**LEAST, **document})
    except Invalid as fault:
        assert fault.field is not None  # noqa: PT017 - either is right
    else:
        assert canonical(asdict(intake))
