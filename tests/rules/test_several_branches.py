"""A case of several branches: handed over to one, given back, linked, and what contradicts itself
settled by a person."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from desk.rules import deciding
from desk.rules.acts import Accept, Decline, LinkTo, PassOn, Settle, Start, Withdraw
from desk.rules.chain import Entry
from desk.rules.complaint import Complaint
from desk.rules.deciding import decide
from desk.rules.errors import Invalid, Refused
from desk.rules.folding import fold
from desk.rules.people import Action, Circle, Colleague
from tests.rules.case import ID, PEOPLE, Case, case, in_state, story

TONO = Colleague("tono", "Tono", ("supervisor",), "2")


def at(branch: str, who: str = "tono", *, sees: frozenset[str] = frozenset()) -> Circle:
    """Tono at work in a branch, where everybody of branch 1 is known as well."""
    here = (replace(TONO, branch=branch),)
    return Circle(who, TONO.roles, here, PEOPLE, branch, ("1", "2", "3"), sees)


def codes(complaint: Complaint) -> list[str]:
    """The branches that it concerns."""
    return [code for code, _, _ in complaint.branches]


def handed_over() -> Case:
    """Wati handed Bapak Hari's complaint over to branch 2."""
    each = case()
    each.do("wati", PassOn(branch="2", note="Dibeli di sana"), minutes=1)
    return each


def test_a_complaint_is_handed_over_to_whoever_works_at_a_branch() -> None:
    complaint = handed_over().complaint
    assert (complaint.state, complaint.at_branch, codes(complaint)) == (
        "passed_on",
        "2",
        ["1", "2"],
    )
    assert (complaint.offered_to, complaint.offered_branch) == ("", "2")
    assert complaint.number == "K1202606190001234", "the number never changes"


def test_only_somebody_of_that_branch_answers() -> None:
    each = handed_over()
    for action in (Action.ACCEPT, Action.DECLINE):
        refused = deciding.refusal(action, each.circle("budi"), each.complaint)
        assert str(refused) == "It is handed over to branch 2, who answers. Nothing was changed."
        assert deciding.refusal(action, at("2"), each.complaint) is None


def test_who_accepts_has_it_and_it_stays_at_that_branch() -> None:
    each = handed_over()
    each.tell(decide(Accept(), each.complaint, at("2"), each.moment), "tono")
    complaint = each.complaint
    assert (complaint.holder, complaint.at_branch, complaint.offered_branch) == ("tono", "2", "")


def test_a_branch_that_declines_gives_it_back_and_still_sees_it() -> None:
    each = handed_over()
    each.tell(decide(Decline(why="Stok kosong"), each.complaint, at("2"), each.moment), "tono")
    complaint = each.complaint
    assert (complaint.state, complaint.at_branch, complaint.holder) == ("received", "1", "wati")
    assert codes(complaint) == ["1", "2"]
    each.do("wati", PassOn(branch="3"), minutes=1)
    assert (each.complaint.at_branch, codes(each.complaint)) == ("3", ["1", "2", "3"])


def test_somebody_of_another_branch_by_name_brings_it_to_their_branch() -> None:
    each = case()
    circle = replace(each.circle("wati"), elsewhere=(TONO,))
    each.tell(decide(PassOn(to="Tono"), each.complaint, circle, each.moment), "wati")
    assert (each.complaint.offered_to, each.complaint.at_branch) == ("tono", "2")
    assert deciding.refusal(Action.ACCEPT, at("2"), each.complaint) is None
    assert deciding.refusal(Action.ACCEPT, at("2", "joni"), each.complaint) is not None


@pytest.mark.parametrize("branch", ["1", "7", "Bekasi"])
def test_it_is_passed_on_only_to_another_branch_that_is_known(branch: str) -> None:
    with pytest.raises(Invalid, match="Known branches: 2, 3") as refused:
        case().do("wati", PassOn(branch=branch))
    assert refused.value.field == "branch"


def test_who_sees_only_some_branches_acts_only_on_theirs() -> None:
    complaint = handed_over().complaint
    assert deciding.refusal(Action.NOTE, at("9", sees=frozenset({"2"})), complaint) is None
    refused = deciding.refusal(Action.NOTE, at("9", sees=frozenset({"3"})), complaint)
    assert "belongs to branches that are not yours" in str(refused)


def test_a_branch_named_too_late_sees_why_nothing_came_of_it() -> None:
    """Withdrawn here while it was handed over there: whose business it is does not depend on it."""
    each = handed_over()
    late = each.entries.pop()
    each.do("wati", Withdraw(why="Salah nota"), minutes=1)
    after = fold(ID, [*each.entries, structs.replace(late, tick=each.last_tick + 1)])
    assert codes(after) == ["1", "2"]
    assert (after.state, after.at_branch, len(after.conflicts)) == ("withdrawn", "1", 1)


def test_two_complaints_are_linked_and_the_last_word_holds() -> None:
    each = case()
    each.do("wati", LinkTo(number="K2202606190001234", link="same_matter", other="c2"))
    each.do("wati", LinkTo(number="K3202606190001234", link="related", other="c3"))
    each.do("wati", LinkTo(number="K2202606190001234", link="different", other="c2"))
    assert [(one.number, one.link) for one in each.complaint.links] == [
        ("K3202606190001234", "related"),
        ("K2202606190001234", "different"),
    ]


@pytest.mark.parametrize(
    ("act", "field"),
    [
        (LinkTo(number="1", link="twins", other="c2"), "as"),
        (LinkTo(number="1", link="related"), "number"),
        (LinkTo(number="1", link="related", other=ID), "number"),
    ],
)
def test_a_link_leads_to_another_complaint(act: LinkTo, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        case().do("wati", act)
    assert refused.value.field == field


def contradicting() -> Case:
    """Withdrawn at one desk while somebody at another one, who did not know, began with it."""
    here = in_state("received")
    there = Case(node="b2" * 8, now=here.now, heard=here.entries[:1])
    here.do("wati", Withdraw(why="Salah nota"), minutes=1)
    there.do("budi", Start(), minutes=2)
    return replace(here, heard=there.entries)


def test_what_contradicts_itself_is_settled_by_one_entry_of_a_person() -> None:
    each = contradicting()
    assert "! “complaint.started” came when it was not open any more." in story(each.complaint)
    with pytest.raises(Invalid, match="What holds"):
        each.do("budi", Settle(text=" "), hours=1)
    settled = each.do("budi", Settle(text="Batal tetap berlaku"))
    assert settled.conflicts == ()
    assert settled.timeline[-1].text == "Batal tetap berlaku"
    assert settled.timeline[-1].about("entries") == f"{'b2' * 8}:1"
    with pytest.raises(Refused, match="Nothing contradicts itself"):
        each.do("budi", Settle(text="Lagi"))


def test_what_was_settled_stays_settled_in_whatever_order_it_comes() -> None:
    each = contradicting()
    whole = each.do("budi", Settle(text="Batal tetap berlaku"), hours=1)
    for order in permutations(each.known):
        assert fold(ID, order) == whole
    assert whole.settled


@given(st.data())
def test_a_settled_contradiction_stays_so_also_where_it_was_settled_under_a_slow_clock(
    data: st.DataObject,
) -> None:
    """The entry that settles may even stand before what it settles."""
    each = contradicting()
    each.do("budi", Settle(text="Batal tetap berlaku"), hours=1)
    tick = data.draw(st.integers(each.entries[0].tick + 1, each.last_tick))
    known: list[Entry] = [*each.known]
    at_ = known.index(each.entries[-1])
    known[at_] = structs.replace(known[at_], tick=tick)
    assert fold(ID, known).conflicts == ()


def test_another_contradiction_is_shown_after_one_was_settled() -> None:
    each = contradicting()
    each.do("budi", Settle(text="Batal tetap berlaku"), hours=1)
    again = Case(node="c3" * 8, now=each.now, heard=each.known[:1])
    again.do("budi", Start(), minutes=5)
    assert len(fold(ID, [*each.known, *again.entries]).conflicts) == 1
