"""What somebody does to a complaint: one value for each action of design.md, section 8.

All but the first two words of each class are what was typed; nothing is checked here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from desk.rules.people import Action


@dataclass(frozen=True, kw_only=True)
class Act:
    """Something that somebody wants to do. `note` is for the colleagues.

    `happened_at` is when it really was, where it is written down later; it moves no deadline.
    """

    ACTION: ClassVar[Action]
    happened_at: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class PassOn(Act):
    """Hands over to `to`, a staff id or name; or to whoever works at `branch`."""

    ACTION = Action.PASS_ON
    to: str = ""
    branch: str = ""


@dataclass(frozen=True, kw_only=True)
class Accept(Act):
    """Takes a hand-over on."""

    ACTION = Action.ACCEPT


@dataclass(frozen=True, kw_only=True)
class Decline(Act):
    """Gives a hand-over back."""

    ACTION = Action.DECLINE
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Start(Act):
    """Begins handling."""

    ACTION = Action.START


@dataclass(frozen=True, kw_only=True)
class Contact(Act):
    """A call, message or visit. `answered` False: nobody was reached."""

    ACTION = Action.CONTACT
    direction: str = "out"
    how: str = "phone"
    answered: bool = True
    said: str = ""
    message: str = ""


@dataclass(frozen=True, kw_only=True)
class Extend(Act):
    """More time until `until`, agreed in `contact`; without one it is refused.

    `roadblock` is what delays it, where somebody says so.
    """

    ACTION = Action.EXTEND
    until: str = ""
    contact: Contact | None = None
    agreed: bool = False
    roadblock: str = ""


@dataclass(frozen=True, kw_only=True)
class Examine(Act):
    """What the technician found."""

    ACTION = Action.EXAMINE
    found: str = ""
    cause: str = ""
    remedy: str = ""


@dataclass(frozen=True, kw_only=True)
class Judge(Act):
    """Whose fault it was."""

    ACTION = Action.JUDGE
    fault: str = ""


@dataclass(frozen=True, kw_only=True)
class ConfirmJudgement(Act):
    """Somebody else agrees with the judgement."""

    ACTION = Action.CONFIRM_JUDGEMENT


@dataclass(frozen=True, kw_only=True)
class MakePromise(Act):
    """`what` by `by`, owed by `who` (id or name; empty: the actor), under the new id `promise`."""

    ACTION = Action.PROMISE
    promise: str = ""
    what: str = ""
    by: str = ""
    who: str = ""


@dataclass(frozen=True, kw_only=True)
class KeepPromise(Act):
    """A promise was kept."""

    ACTION = Action.KEEP
    promise: str = ""


@dataclass(frozen=True, kw_only=True)
class BreakPromise(Act):
    """A promise was not kept."""

    ACTION = Action.BREAK
    promise: str = ""
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Wait(Act):
    """Waits for the customer, a part, the maker or something else; the clock goes on."""

    ACTION = Action.WAIT
    waits_for: str = ""
    why: str = ""
    roadblock: str = ""


@dataclass(frozen=True, kw_only=True)
class Solve(Act):
    """It is solved."""

    ACTION = Action.SOLVE
    cause: str = ""
    remedy: str = ""


@dataclass(frozen=True, kw_only=True)
class Close(Act):
    """The customer's word; `score` None where they would rather not say."""

    ACTION = Action.CLOSE
    answer: str = ""
    score: int | None = None
    ease: int | None = None
    words: str = ""
    entered_by: str = "staff"
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Reopen(Act):
    """The customer brings it back."""

    ACTION = Action.REOPEN
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Withdraw(Act):
    """The customer takes it back, or it was entered by mistake."""

    ACTION = Action.WITHDRAW
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Note(Act):
    """A line for the colleagues; `message` names the prepared one that was sent to them."""

    ACTION = Action.NOTE
    text: str = ""
    roadblock: str = ""
    message: str = ""


@dataclass(frozen=True, kw_only=True)
class Correct(Act):
    """A field holds another value from now on."""

    ACTION = Action.CORRECT
    field: str = ""
    value: str = ""
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Attach(Act):
    """A photo or document that is stored already under its digest `file`."""

    ACTION = Action.ATTACH
    file: str = ""
    name: str = ""
    caption: str = ""


@dataclass(frozen=True, kw_only=True)
class LinkTo(Act):
    """It belongs together with the complaint `number`; `other` is its id, looked up before."""

    ACTION = Action.LINK
    number: str = ""
    link: str = ""
    other: str = ""


@dataclass(frozen=True, kw_only=True)
class Settle(Act):
    """Somebody looked at what contradicts itself, and says in `text` what holds."""

    ACTION = Action.SETTLE
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class PrintReceipt(Act):
    """A receipt went to paper: `way` is “printer” or “file”."""

    ACTION = Action.PRINT_RECEIPT
    paper: str = ""
    way: str = "printer"


ACTS: dict[Action, type[Act]] = {act.ACTION: act for act in Act.__subclasses__()}
"""The act of each action that can be done to a complaint."""
