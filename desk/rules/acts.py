"""What somebody does to a complaint: one value for each action of design.md, section 8.

All but the first two words of each class are what was typed; nothing is checked here. What is a
word of Python goes by another name in JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from msgspec import Struct, ValidationError, convert, field
from msgspec.structs import replace

from desk.rules.errors import Invalid, name_of
from desk.rules.intake import storable
from desk.rules.people import Action
from desk.words import say


class Act(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that somebody wants to do. `note` is for the colleagues.

    `happened_at` is when it really was, where it is written down later; it moves no deadline.
    """

    ACTION: ClassVar[Action]
    happened_at: str = ""
    note: str = ""


class PassOn(Act, frozen=True, kw_only=True):
    """Hands over to `to`, a staff id or name; or to whoever works at `branch`."""

    ACTION = Action.PASS_ON
    to: str = ""
    branch: str = ""


class Accept(Act, frozen=True, kw_only=True):
    """Takes a hand-over on."""

    ACTION = Action.ACCEPT


class Decline(Act, frozen=True, kw_only=True):
    """Gives a hand-over back."""

    ACTION = Action.DECLINE
    why: str = ""


class Start(Act, frozen=True, kw_only=True):
    """Begins handling."""

    ACTION = Action.START


class Contact(Act, frozen=True, kw_only=True):
    """A call, message or visit. `answered` False: nobody was reached."""

    ACTION = Action.CONTACT
    direction: str = "out"
    how: str = "phone"
    answered: bool = True
    said: str = ""
    message: str = ""


class Extend(Act, frozen=True, kw_only=True):
    """More time until `until`, agreed in `contact`; without one it is refused.

    `roadblock` is what delays it, where somebody says so.
    """

    ACTION = Action.EXTEND
    until: str = ""
    contact: Contact | None = None
    agreed: bool = False
    roadblock: str = ""


class Examine(Act, frozen=True, kw_only=True):
    """What the technician found."""

    ACTION = Action.EXAMINE
    found: str = ""
    cause: str = ""
    remedy: str = ""


class Judge(Act, frozen=True, kw_only=True):
    """Whose fault it was."""

    ACTION = Action.JUDGE
    fault: str = ""


class ConfirmJudgement(Act, frozen=True, kw_only=True):
    """Somebody else agrees with the judgement."""

    ACTION = Action.CONFIRM_JUDGEMENT


class MakePromise(Act, frozen=True, kw_only=True):
    """`what` by `by`, owed by `who` (id or name; empty: the actor), under the new id `promise`."""

    ACTION = Action.PROMISE
    promise: str = ""
    what: str = ""
    by: str = ""
    who: str = ""


class KeepPromise(Act, frozen=True, kw_only=True):
    """A promise was kept."""

    ACTION = Action.KEEP
    promise: str = ""


class BreakPromise(Act, frozen=True, kw_only=True):
    """A promise was not kept."""

    ACTION = Action.BREAK
    promise: str = ""
    why: str = ""


class Wait(Act, frozen=True, kw_only=True):
    """Waits for the customer, a part, the maker or something else; the clock goes on."""

    ACTION = Action.WAIT
    waits_for: str = field(name="for", default="")
    why: str = ""
    roadblock: str = ""


class Solve(Act, frozen=True, kw_only=True):
    """It is solved."""

    ACTION = Action.SOLVE
    cause: str = ""
    remedy: str = ""


class Close(Act, frozen=True, kw_only=True):
    """The customer's word; `score` None where they would rather not say."""

    ACTION = Action.CLOSE
    answer: str = ""
    score: int | None = None
    ease: int | None = None
    words: str = ""
    entered_by: str = "staff"
    why: str = ""


class Reopen(Act, frozen=True, kw_only=True):
    """The customer brings it back."""

    ACTION = Action.REOPEN
    why: str = ""


class Withdraw(Act, frozen=True, kw_only=True):
    """The customer takes it back, or it was entered by mistake."""

    ACTION = Action.WITHDRAW
    why: str = ""


class Note(Act, frozen=True, kw_only=True):
    """A line for the colleagues; `message` names the prepared one that was sent to them."""

    ACTION = Action.NOTE
    text: str = ""
    roadblock: str = ""
    message: str = ""


class Correct(Act, frozen=True, kw_only=True):
    """A field holds another value from now on."""

    ACTION = Action.CORRECT
    field: str = ""
    value: str = ""
    why: str = ""


class Attach(Act, frozen=True, kw_only=True):
    """A photo or document that is stored already under its digest `file`."""

    ACTION = Action.ATTACH
    file: str = ""
    name: str = ""
    caption: str = ""


class LinkTo(Act, frozen=True, kw_only=True):
    """It belongs together with the complaint `number`; `other` is its id, looked up before."""

    ACTION = Action.LINK
    number: str = ""
    link: str = field(name="as", default="")
    other: str = ""


class Settle(Act, frozen=True, kw_only=True):
    """Somebody looked at what contradicts itself, and says in `text` what holds."""

    ACTION = Action.SETTLE
    text: str = ""


class PrintReceipt(Act, frozen=True, kw_only=True):
    """A receipt went to paper: `way` is “printer” or “file”."""

    ACTION = Action.PRINT_RECEIPT
    paper: str = ""
    way: str = "printer"


ACTS: dict[Action, type[Act]] = {act.ACTION: act for act in Act.__subclasses__()}
"""The act of each action that can be done to a complaint."""


_LOOKED_UP = "other"
"""The id behind a number: no detail that somebody types."""

BY_COMMAND = frozenset(ACTS) - {Action.PRINT_RECEIPT}
"""The actions of the command `act`."""


def act_from_json(action: str, document: object, *, new_id: str) -> Act:
    """The act with these details; `new_id` names a promise. Raises Invalid with the field's name.

    Raises Invalid for the field `action` where it is none that can be done to a complaint.
    """
    if action not in BY_COMMAND:
        raise Invalid(
            say("act_json", "“{typed}” is not an action. It can be: {known}.")(
                typed=action[:40], known=", ".join(sorted(BY_COMMAND))
            ),
            field="action",
        )
    kind = ACTS[Action(action)]
    if not isinstance(document, dict):
        raise _misfit("details")
    try:
        act = convert(_given(kind, document), kind)
    except ValidationError as fault:
        raise _misfit(name_of(fault)) from fault
    return replace(act, promise=new_id) if isinstance(act, MakePromise) else act


def _misfit(name: str) -> Invalid:
    return Invalid(
        say("act_json", "“{name}” holds something else than expected.")(name=name), field=name
    )


def _given(kind: type[Act], values: Mapping[str, Any]) -> dict[str, Any]:
    """Without what is null. Raises Invalid for a name that is no detail."""
    strange = sorted({*values} - ({*kind.__struct_encode_fields__} - {_LOOKED_UP}))
    if strange:
        raise Invalid(
            say("act_json", "“{name}” is not a detail of this action.")(name=strange[0][:40]),
            field=strange[0][:40] or "details",
        )
    given = {name: storable(value) for name, value in values.items() if value is not None}
    if kind is Extend and isinstance(contact := given.get("contact"), dict):
        given["contact"] = _given(Contact, contact)
    return given
