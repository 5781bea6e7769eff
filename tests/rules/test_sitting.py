"""How far each role goes while the customer stands there, and who goes on."""

from __future__ import annotations

import pytest

from desk.rules.acts import Close, PassOn, Solve, Start
from desk.rules.deciding import ShortWay, short_way, steps
from desk.rules.people import Circle
from tests.rules.case import ONE_PERSON, PEOPLE


def way_of(who: str) -> ShortWay:
    """What is open to somebody of the shop."""
    person = next(one for one in PEOPLE if one.id == who)
    return short_way(Circle(person.id, person.roles, PEOPLE))


def taken(way: ShortWay) -> list[str]:
    """The acts of a sitting, by their names."""
    done = steps(way, cause="Kabel", remedy="Diganti", word=Close(), to="budi", note="")
    return [type(act).__name__ for act in done]


@pytest.mark.parametrize(
    ("who", "done", "receivers", "closers"),
    [
        ("wati", ["PassOn"], ["budi", "hana"], ["Rina", "Hana"]),
        ("rina", ["PassOn"], ["budi", "hana"], ["Hana"]),
        ("budi", ["Start", "Solve"], [], ["Rina", "Hana"]),
        ("joko", ["PassOn"], ["budi", "hana"], ["Rina", "Hana"]),
        ("hana", ["Start", "Solve"], [], ["Rina"]),
    ],
)
def test_each_role_goes_as_far_as_the_table_of_roles_lets_it(
    who: str, done: list[str], receivers: list[str], closers: list[str]
) -> None:
    way = way_of(who)
    assert taken(way) == done
    assert [one.id for one in way.receivers] == receivers
    assert list(way.closers) == closers


def test_one_person_who_does_everything_goes_the_whole_way() -> None:
    (sari,) = ONE_PERSON
    way = short_way(Circle(sari.id, sari.roles, ONE_PERSON))
    assert (way.no_solving, way.no_closing) == (None, None)
    word = Close(answer="agreed")
    assert steps(way, cause="a", remedy="b", word=word, to="", note="") == (
        Start(),
        Solve(cause="a", remedy="b"),
        word,
    )


def test_nobody_to_hand_it_to_means_that_it_is_only_taken_in() -> None:
    (sari,) = ONE_PERSON
    way = short_way(Circle(sari.id, ("staff",), ONE_PERSON))
    assert steps(way, cause="a", remedy="b", word=Close(), to="", note="x") == ()


def test_what_was_seen_goes_along_with_the_hand_over() -> None:
    done = steps(way_of("wati"), cause="", remedy="", word=Close(), to="budi", note="Kabel putus")
    assert done == (PassOn(to="budi", note="Kabel putus"),)
