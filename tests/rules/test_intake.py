"""What a clerk writes down when a complaint comes in: taken as typed, or refused field by field."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desk.rules.choices import ASKED_FOR, CHANNELS, FACTORS, KINDS, check_choice
from desk.rules.details import LONGEST, clean
from desk.rules.errors import Invalid
from desk.rules.intake import Intake, check, faults

NOW = datetime(2026, 6, 19, 2, 12, 30, 500_000, tzinfo=UTC)
INTAKE = Intake(id="c1", name="Bapak Hari", nota="1234", what_happened="Rem berat")


def refused(**changes: object) -> tuple[str, str]:
    """(field, sentence) of what is refused first."""
    with pytest.raises(Invalid) as fault:
        check(replace(INTAKE, **changes), NOW)
    assert fault.value.field is not None
    return fault.value.field, str(fault.value)


def test_a_name_a_nota_and_what_happened_are_enough() -> None:
    checked = check(INTAKE, NOW)
    assert (checked.intake, checked.nota, checked.order) == (INTAKE, 1234, "")
    assert checked.received_at.isoformat() == "2026-06-19T09:12:30+07:00"
    assert not faults(INTAKE, NOW)


@pytest.mark.parametrize(
    ("field", "changes", "sentence"),
    [
        ("name", {"name": ""}, "Who is complaining? Please write the customer's name."),
        ("what_happened", {"what_happened": ""}, "What happened? Please write it in the"),
        ("nota", {"nota": ""}, "The nota number is missing. It stands on the invoice"),
        ("nota", {"nota": "abc"}, "“abc” is not a nota number. A nota has 1 to 7 digits"),
        ("nota", {"nota": "12345678"}, "“12345678” is not a nota number."),
        ("nota", {"nota": "0"}, "“0” is not a nota number."),
        ("channel", {"channel": "pigeon"}, "“pigeon” is not known here. It can be: walk_in, "),
        ("channel", {"channel": ""}, "“” is not known here."),
        ("kind", {"kind": "Complaint"}, "“Complaint” is not known here."),
        ("kind", {"kind": "praise"}, "This version takes in complaints only"),
        ("asked_for", {"asked_for": "money"}, "“money” is not known here."),
        ("factor", {"factor": "weather"}, "“weather” is not known here."),
        ("bought_at", {"bought_at": "18/06/2026"}, "“18/06/2026” is not a date."),
        ("bought_at", {"bought_at": "2026-02-30"}, "“2026-02-30” is not a date."),
        ("sold_branch", {"sold_branch": "Depok"}, "“Depok” is not a branch code."),
        ("received_at", {"received_at": "kemarin"}, "“kemarin” is not a date and time."),
        ("received_at", {"received_at": "2026-06-19T09:12:31+07:00"}, "A complaint cannot be"),
        ("received_at", {"received_at": "1999-12-31"}, "The year 1999 is too long ago."),
    ],
)
def test_each_field_is_refused_with_its_own_sentence(field, changes, sentence) -> None:
    assert refused(**changes)[0] == field
    assert refused(**changes)[1].startswith(sentence)


def test_everything_that_is_missing_is_told_at_once_in_the_order_of_the_form() -> None:
    empty = Intake(id="c1", received_at="besok", bought_at="besok", channel="?", sold_branch="?")
    assert [fault.field for fault in faults(empty, NOW)] == [
        "name", "nota", "what_happened", "channel", "bought_at", "sold_branch", "received_at",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("field", "known"), [("channel", CHANNELS), ("asked_for", ASKED_FOR), ("factor", FACTORS)]
)
def test_every_word_of_a_closed_list_is_taken(field, known) -> None:
    for key in known:
        assert getattr(check(replace(INTAKE, **{field: key}), NOW).intake, field) == key


def test_a_closed_list_names_what_may_stand_there_and_clips_what_was_typed() -> None:
    assert check_choice("praise", KINDS, "kind") == "praise"
    with pytest.raises(Invalid) as fault:
        check_choice("x" * 5_000, KINDS, "kind")
    assert "complaint, suggestion, question, praise" in str(fault.value)
    assert len(str(fault.value)) < 150


def test_without_a_nota_whatever_stands_there_is_kept_as_the_order() -> None:
    checked = check(replace(INTAKE, no_nota=True, nota="INV/20260618/MPL/1234"), NOW)
    assert (checked.nota, checked.order) == (None, "INV/20260618/MPL/1234")
    assert check(replace(INTAKE, no_nota=True, nota=""), NOW).nota is None


def test_an_order_of_a_marketplace_is_kept_whole() -> None:
    order = replace(INTAKE, channel="marketplace", nota="INV/20260618/MPL/1234")
    assert (check(order, NOW).nota, check(order, NOW).order) == (None, "INV/20260618/MPL/1234")
    nota = replace(INTAKE, channel="marketplace", nota="1234")
    assert (check(nota, NOW).nota, check(nota, NOW).order) == (1234, "")
    assert refused(channel="marketplace", nota="")[0] == "nota"
    assert refused(channel="walk_in", nota="INV/20260618/MPL/1234")[0] == "nota"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2026-06-18 21:30", "2026-06-18T21:30:00+07:00"),
        ("2026-06-18", "2026-06-18T00:00:00+07:00"),
        ("2026-06-18T12:30:00-05:00", "2026-06-19T00:30:00+07:00"),
        ("2026-06-19T02:12:30Z", "2026-06-19T09:12:30+07:00"),
        ("2007-01-02 08:00", "2007-01-02T08:00:00+07:00"),
        ("2000-02-29 08:00", "2000-02-29T08:00:00+07:00"),
    ],
)
def test_a_late_entry_keeps_the_day_and_hour_at_which_the_customer_came(typed, kept) -> None:
    assert check(replace(INTAKE, received_at=typed), NOW).received_at.isoformat() == kept


AS_TYPED = [
    "N" * 5_000,
    "Bapak 😡👨‍👩‍👧‍👦 Hari",
    "عبد الرحمن بن خالد",
    "<b>Hari</b> & <para>Söhne</para> <img src='x'/> &amp;",
    '{name} %s %(x)s \\n "quoted" ‘’ -- ; DROP TABLE entry',
    "ᬩᬮᬶ ꦗꦮ 漢字 Ångström",
    "=HYPERLINK(1)",
]


@pytest.mark.parametrize("text", AS_TYPED)
@pytest.mark.parametrize("field", ["name", "address", "what_happened", "product", "phone"])
def test_every_text_is_kept_exactly_as_typed(text, field) -> None:
    typed = replace(INTAKE, **{field: text})
    assert check(typed, NOW).intake == typed
    assert clean(text) == text


@pytest.mark.parametrize(
    "field", ["name", "phone", "email", "address", "what_happened", "expected", "understood"]
)
def test_a_text_has_room_for_twenty_thousand_characters(field) -> None:
    assert check(replace(INTAKE, **{field: "x" * LONGEST}), NOW)
    where, sentence = refused(**{field: "x" * (LONGEST + 1)})
    assert where == field
    assert sentence.startswith("This text has 20001 characters; 20000 fit. What was typed is kept")


def test_accessories_have_the_same_room_together() -> None:
    assert check(replace(INTAKE, accessories=("x" * 10_000, "y" * 9_000)), NOW)
    assert refused(accessories=("x" * 10_000, "y" * 10_000))[0] == "accessories"
    assert refused(accessories=("x",) * 10_000)[0] == "accessories"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Hari \t\n", "Hari"),
        ("Ha\0ri", "Hari"),
        ("\0 Hari", "Hari"),
        ("Ha\x1b[31mri\x07\x7f", "Ha[31mri"),
        ("half \ud83d pair \udc00", "half  pair"),
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree"),
        ("tab\there", "tab\there"),
        ("\0\x01\ud800", ""),
    ],
)
def test_what_no_screen_or_paper_can_show_is_taken_out(typed, kept) -> None:
    assert clean(typed) == kept


@given(st.text(st.characters()))
def test_a_cleaned_text_can_be_stored_and_is_clean(typed) -> None:
    text = clean(typed)
    assert text.encode().decode() == text
    assert "\0" not in text
    assert clean(text) == text


@given(
    st.builds(
        Intake,
        id=st.just("c1"),
        name=st.text(max_size=5),
        nota=st.text(max_size=9) | st.integers(0, 10**8).map(str),
        no_nota=st.booleans(),
        received_at=st.text(max_size=20) | st.datetimes().map(datetime.isoformat),
        what_happened=st.text(max_size=5),
        channel=st.sampled_from([*CHANNELS, "", "?"]),
        bought_at=st.text(max_size=10) | st.dates().map(str),
        sold_branch=st.text(max_size=4),
    )
)
def test_an_intake_is_taken_or_refused_and_never_fails_otherwise(intake) -> None:
    found = faults(intake, NOW)
    if found:
        with pytest.raises(Invalid) as fault:
            check(intake, NOW)
        assert str(fault.value) == str(found[0])
    else:
        checked = check(intake, NOW)
        assert checked.nota is None or 1 <= checked.nota <= 9_999_999
        assert checked.received_at <= NOW
