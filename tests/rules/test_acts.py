"""The acts: one for each action that can be done to a complaint, nothing checked in them."""

from __future__ import annotations

import pytest
from msgspec.structs import fields

from desk.rules.acts import ACTS, Act
from desk.rules.people import Action

ABOUT_THE_DESK = {
    Action.REGISTER, Action.FEEDBACK, Action.EXPORT, Action.IMPORT, Action.READ_SALES,
    Action.TRUST, Action.STAFF, Action.SETTINGS, Action.BACKUP, Action.RESTORE, Action.REBUILD,
}  # fmt: skip


def test_every_action_on_a_complaint_has_its_act_and_no_other_has_one() -> None:
    assert set(Action) - set(ACTS) == ABOUT_THE_DESK
    assert all(act.ACTION is action for action, act in ACTS.items())


@pytest.mark.parametrize("act", ACTS.values())
def test_every_act_can_be_made_of_what_was_typed_so_far(act: type[Act]) -> None:
    """A form asks what is missing when it is sent, not while it is filled."""
    assert act() == act()
    assert {"note", "happened_at"} <= {item.name for item in fields(act)}
