"""Roles: what several of them allow, how a refusal is said, how they are read from a list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.rules.errors import Invalid, Refused
from desk.rules.people import ROLES, Action, check, may, parse_roles, refusal, who_may


@given(st.sets(st.sampled_from(list(ROLES))), st.sampled_from(Action))
def test_several_roles_may_do_what_any_of_them_may(roles, action) -> None:
    assert may(roles, action) == any(may([role], action) for role in roles)
    assert (refusal(roles, action) is None) == may(roles, action)


def test_a_small_shop_has_one_person_with_all_roles() -> None:
    assert all(may(ROLES, action) for action in Action)


@pytest.mark.parametrize("roles", [(), ("",), ("owner",), ("Staff",), ("staff,cro",)])
def test_nobody_without_a_known_role_may_do_anything(roles) -> None:
    for action in Action:
        assert not may(roles, action)
        with pytest.raises(Refused):
            check(roles, action)


@pytest.mark.parametrize("action", Action)
def test_every_action_may_be_done_by_somebody(action) -> None:
    assert who_may(action)
    assert all(may([role], action) for role in who_may(action))


def test_a_refusal_says_what_it_takes_and_that_nothing_was_changed() -> None:
    assert str(refusal(["technician"], Action.REGISTER)) == (
        "To register a complaint takes another role: Staff, Customer relations officer, Shop "
        "supervisor, Head office. Nothing was changed."
    )
    assert str(refusal(["staff"], Action.RESTORE)) == (
        "To restore a backup takes another role: Administrator. Nothing was changed."
    )


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("language", ["en", "id"])
def test_every_refusal_is_a_sentence_in_both_languages(action, language) -> None:
    sentence = refusal([], action).into(language)
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert "{" not in sentence


def test_check_says_nothing_where_it_is_allowed() -> None:
    check(["staff"], Action.REGISTER)
    with pytest.raises(Refused, match="takes another role"):
        check(["staff"], Action.TRUST)


def test_roles_are_read_from_a_list_each_once() -> None:
    assert parse_roles("staff,cro") == ("staff", "cro")
    assert parse_roles(" cro , staff,, cro ") == ("cro", "staff")


@pytest.mark.parametrize("typed", ["", " , ", "boss", "staff,boss", "Staff", "staff cro"])
def test_what_is_no_list_of_roles_is_refused_with_the_known_ones(typed) -> None:
    with pytest.raises(Invalid, match="Known roles: staff, cro, supervisor, technician") as refused:
        parse_roles(typed)
    assert refused.value.field == "roles"
