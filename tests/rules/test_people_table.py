"""The one table: every role × every action × every state, as `refusal` says it and `decide` does.

The states are reached by what people really did; each cell of both tables is tried.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from msgspec import structs

from desk.rules import deciding
from desk.rules.acts import ACTS
from desk.rules.choices import STATES
from desk.rules.deciding import decide
from desk.rules.errors import Refused
from desk.rules.people import ROLES, Action, Circle, Colleague, may
from tests.rules.case import PEOPLE, WELL_DONE, Case, in_state

WHO_MAY = """\
                  staff cro supervisor technician head_office admin
register          yes   yes yes        .          yes         .
feedback          yes   yes yes        .          yes         .
pass_on           yes   yes yes        .          yes         .
accept            yes   yes yes        yes        yes         .
decline           yes   yes yes        yes        yes         .
start             .     yes yes        yes        yes         .
contact           yes   yes yes        yes        yes         .
extend            .     yes yes        .          yes         .
examine           .     .   yes        yes        .           .
judge             .     .   yes        .          yes         .
confirm_judgement .     yes yes        .          yes         .
promise           yes   yes yes        .          yes         .
keep              yes   yes yes        yes        yes         .
break             yes   yes yes        yes        yes         .
wait              .     yes yes        .          yes         .
solve             .     .   yes        .          yes         .
close             .     yes .          .          yes         .
reopen            .     yes yes        .          yes         .
withdraw          yes   yes yes        .          yes         .
note              yes   yes yes        yes        yes         .
correct           yes   yes yes        .          yes         .
attach            yes   yes yes        yes        yes         .
link              yes   yes yes        yes        yes         .
settle            .     yes yes        .          yes         .
print_receipt     yes   yes yes        .          yes         .
export            yes   yes yes        .          yes         yes
import            yes   yes yes        .          yes         yes
read_sales        .     yes yes        .          yes         yes
trust             .     .   .          .          yes         yes
staff             .     .   .          .          yes         yes
settings          .     .   .          .          .           yes
backup            yes   yes yes        yes        yes         yes
restore           .     .   .          .          .           yes
rebuild           .     .   .          .          .           yes
"""

WHEN = """\
                  rece pass in_h wait solv clos reop with
pass_on           yes  yes  yes  yes  .    .    yes  .
accept            .    yes  .    .    .    .    .    .
decline           .    yes  .    .    .    .    .    .
start             yes  yes  yes  yes  .    .    yes  .
contact           yes  yes  yes  yes  yes  yes  yes  yes
extend            yes  yes  yes  yes  .    .    yes  .
examine           yes  yes  yes  yes  .    .    yes  .
judge             yes  yes  yes  yes  yes  yes  yes  .
confirm_judgement yes  yes  yes  yes  yes  yes  yes  yes
promise           yes  yes  yes  yes  yes  .    yes  .
keep              yes  yes  yes  yes  yes  yes  yes  yes
break             yes  yes  yes  yes  yes  yes  yes  yes
wait              yes  yes  yes  yes  .    .    yes  .
solve             yes  yes  yes  yes  .    .    yes  .
close             .    .    .    .    yes  .    .    .
reopen            .    .    .    .    .    yes  .    .
withdraw          yes  yes  yes  yes  yes  .    yes  .
note              yes  yes  yes  yes  yes  yes  yes  yes
correct           yes  yes  yes  yes  yes  yes  yes  yes
attach            yes  yes  yes  yes  yes  yes  yes  yes
link              yes  yes  yes  yes  yes  yes  yes  yes
settle            .    .    .    .    .    .    .    .
print_receipt     yes  yes  yes  yes  yes  yes  yes  yes
"""

CASES = {state: in_state(state) for state in STATES}


def circle_of(*roles: str) -> Circle:
    """Somebody with these roles, to whom the case is handed over where it is; nobody else did."""
    acting = Colleague("budi", "Budi", roles)
    return Circle("budi", roles, (*(one for one in PEOPLE if one.id != "budi"), acting))


def in_their_hands(state: str) -> Case:
    """The case of this state, judged and solved by somebody who is not asked here."""
    each = CASES[state]
    others = [
        structs.replace(one, actor="hana") if one.actor == "budi" else one for one in each.entries
    ]
    return replace(each, entries=others)


def drawn(columns: Mapping[str, str], cell) -> str:
    """A table of actions against columns."""
    lines = [f"{'':18}{' '.join(columns.values())}"]
    for action in Action:
        cells = [f"{cell(action, key):{len(head)}}" for key, head in columns.items()]
        if "".join(cells).strip():
            lines.append(f"{action:18}{' '.join(cells)}".rstrip())
    return "\n".join(lines) + "\n"


def yes(allowed: object) -> str:
    return "yes" if allowed else "."


def test_everybody_may_do_what_their_work_needs() -> None:
    roles = {role: role for role in ROLES}
    assert drawn(roles, lambda action, role: yes(may([role], action))) == WHO_MAY


def test_each_state_allows_what_is_left_to_be_done() -> None:
    def cell(action: Action, state: str) -> str:
        if action not in WELL_DONE:
            return ""
        complaint = in_their_hands(state).complaint
        return yes(deciding.refusal(action, circle_of(*ROLES), complaint) is None)

    assert drawn({state: state[:4] for state in STATES}, cell) == WHEN


def test_every_act_is_tried() -> None:
    assert set(WELL_DONE) == set(ACTS)
    assert {type(act) for act in WELL_DONE.values()} == set(ACTS.values())


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("role", ROLES)
def test_what_is_refused_before_is_refused_then_with_the_same_words(role: str, state: str) -> None:
    """Where nothing is refused, the deed leads to an entry that folds without a conflict."""
    case, circle = in_their_hands(state), circle_of(role)
    before = case.complaint
    for action, act in WELL_DONE.items():
        reason = deciding.refusal(action, circle, before)
        allowed = may([role], action) and WHEN_ALLOWED[action][state]
        assert (reason is None) == allowed, (action, reason)
        if reason is None:
            after = replace(case, entries=list(case.entries))
            after.tell(decide(act, before, circle, case.moment), "budi")
            assert len(after.complaint.timeline) == len(before.timeline) + 1, action
            assert not after.complaint.conflicts, action
        else:
            with pytest.raises(Refused) as refused:
                decide(act, before, circle, case.moment)
            assert refused.value.text == reason
            assert str(reason).endswith(("Nothing was changed.", "a new moment.")), reason
    assert case.complaint == before


WHEN_ALLOWED = {
    Action(line.split()[0]): dict(
        zip(STATES, (cell == "yes" for cell in line.split()[1:]), strict=True)
    )
    for line in WHEN.splitlines()[1:]
}


@pytest.mark.parametrize("role", ROLES)
def test_the_role_is_asked_before_the_state(role: str) -> None:
    for state in STATES:
        for action in WELL_DONE:
            if not may([role], action):
                reason = deciding.refusal(action, circle_of(role), CASES[state].complaint)
                assert "takes another role" in str(reason)


@pytest.mark.parametrize("action", WELL_DONE)
def test_nobody_without_a_role_does_anything(action: Action) -> None:
    for state in STATES:
        with pytest.raises(Refused, match="takes another role"):
            decide(WELL_DONE[action], CASES[state].complaint, circle_of(), CASES[state].moment)


@pytest.mark.parametrize("action", WELL_DONE)
def test_nothing_is_done_about_a_complaint_whose_registration_is_on_its_way(
    action: Action,
) -> None:
    case = Case(entries=CASES["in_handling"].entries[1:])
    reason = deciding.refusal(action, circle_of(*ROLES), case.complaint)
    assert str(reason) == "The registration of this complaint is not here yet."
    with pytest.raises(Refused, match="not here yet"):
        decide(WELL_DONE[action], case.complaint, circle_of(*ROLES), case.moment)
