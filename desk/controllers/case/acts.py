"""What can be done to a case on its screen: names and keys, the fields of each, their acts, and to
whom it can be handed over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

from msgspec.structs import fields

from desk.app.desk import Desk
from desk.rules import acts
from desk.rules.acts import Act
from desk.rules.complaint import Complaint
from desk.rules.errors import Invalid
from desk.rules.facts import held
from desk.rules.people import Action, Colleague, may
from desk.telling.standing import branch_name
from desk.telling.typed import iso
from desk.words import Text, say

Values = Mapping[str, str]
"""What stands in the fields of a panel, by their names; a tick is “yes” or “”."""

YES = "yes"
MESSAGE, BRIEF, PAPERS = "message", "brief", "papers"
"""Deeds that write nothing themselves: others open for them."""


_DONE = say("case_acts", "Done.")


@dataclass(frozen=True)
class CaseAct:
    """One thing that can be done: its button, its key, and what the panel asks for.

    `name` is an `Action`, or `MESSAGE`, `BRIEF` or `PAPERS`, which take the right of another:
    `needs`. One that `asks` nothing is done at once, where it does not open `elsewhere`.
    """

    name: str
    label: Text
    key: str
    do: Text
    done: Text = _DONE
    hint: Text | str = ""
    asks: str = ""
    needs: Action | None = None
    elsewhere: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of its panel."""
        return tuple(self.asks.split())

    @property
    def right(self) -> Action:
        """The action that a role must allow."""
        return self.needs or Action(self.name)


GROUPS: tuple[tuple[CaseAct, ...], ...] = (
    (
        CaseAct(
            Action.CONTACT,
            say("case_acts", "Contact"),
            "F2",
            do=say("case_acts", "Log the contact"),
            done=say("case_acts", "Contact logged."),
            hint=say("case", "Any colleague can go on from here if this is written down."),
            asks="direction how no_answer said happened_at",
        ),
        CaseAct(
            MESSAGE,
            say("case_acts", "Message"),
            "F3",
            do=say("case_acts", "Write a message"),
            needs=Action.CONTACT,
            elsewhere=True,
        ),
        CaseAct(
            Action.EXTEND,
            say("case_acts", "More time"),
            "F4",
            do=say("case_acts", "Agree on more time"),
            done=say("case_acts", "More time was agreed."),
            asks="direction how said until agreed roadblock",
        ),
        CaseAct(
            Action.PROMISE,
            say("case_acts", "Promise"),
            "P",
            do=say("case_acts", "Write down the promise"),
            done=say("case_acts", "Promise written down."),
            asks="what by who",
        ),
        CaseAct(
            Action.KEEP,
            say("case_acts", "Promise kept"),
            "Y",
            do=say("case_acts", "The promise was kept"),
            done=say("case_acts", "Promise kept."),
            asks="promise note happened_at",
        ),
        CaseAct(
            Action.BREAK,
            say("case_acts", "Not kept"),
            "X",
            do=say("case_acts", "The promise was not kept"),
            done=say("case_acts", "Written down. The customer deserves an apology."),
            asks="promise why",
        ),
    ),
    (
        CaseAct(
            Action.START,
            say("case_acts", "Begin"),
            "S",
            do=say("case_acts", "Begin handling"),
            done=say("case_acts", "You are handling it now."),
        ),
        CaseAct(
            Action.PASS_ON,
            say("case_acts", "Pass on"),
            "F10",
            do=say("case_acts", "Hand over"),
            done=say("case_acts", "Handed over; it counts once it is accepted."),
            asks="branch to note",
        ),
        CaseAct(
            Action.ACCEPT,
            say("case_acts", "Accept"),
            "A",
            do=say("case_acts", "Accept the hand-over"),
            done=say("case_acts", "It is yours now."),
        ),
        CaseAct(
            Action.DECLINE,
            say("case_acts", "Give back"),
            "D",
            do=say("case_acts", "Give the hand-over back"),
            done=say("case_acts", "Given back."),
            hint=say("case", "It goes back to who handed it over, with your reason."),
            asks="why",
        ),
        CaseAct(
            Action.EXAMINE,
            say("case_acts", "Examine"),
            "F8",
            do=say("case_acts", "Write down what was found"),
            done=say("case_acts", "Examination written down."),
            asks="found cause remedy happened_at",
        ),
        CaseAct(
            Action.WAIT,
            say("case_acts", "Wait"),
            "W",
            do=say("case_acts", "Wait; the clock goes on"),
            done=say("case_acts", "Waiting. The clock goes on."),
            hint=say("case", "The clock goes on; everybody sees who or what is waited for."),
            asks="waits_for why roadblock",
        ),
    ),
    (
        CaseAct(
            Action.JUDGE,
            say("case_acts", "Judge"),
            "J",
            do=say("case_acts", "Judge whose fault it was"),
            done=say("case_acts", "Judged; somebody else confirms it."),
            asks="fault note",
        ),
        CaseAct(
            Action.CONFIRM_JUDGEMENT,
            say("case_acts", "Confirm"),
            "C",
            do=say("case_acts", "Confirm the judgement"),
            done=say("case_acts", "Judgement confirmed."),
            asks="note",
        ),
        CaseAct(
            Action.SOLVE,
            say("case_acts", "Solved"),
            "F11",
            do=say("case_acts", "It is solved"),
            done=say("case_acts", "Solved. Now the customer has the word."),
            hint=say("case", "It then waits for the customer's own word."),
            asks="cause remedy happened_at",
        ),
        CaseAct(
            Action.CLOSE,
            say("case_acts", "Close"),
            "T",
            do=say("case_acts", "Close with the customer"),
            elsewhere=True,
        ),
        CaseAct(
            Action.REOPEN,
            say("case_acts", "Reopen"),
            "R",
            do=say("case_acts", "Reopen it"),
            done=say("case_acts", "Reopened: a new round of 24 hours."),
            hint=say("case", "The number stays, and a new round of 24 hours begins."),
            asks="why",
        ),
        CaseAct(
            Action.WITHDRAW,
            say("case_acts", "Withdraw"),
            "F12",
            do=say("case_acts", "Withdraw the complaint"),
            done=say("case_acts", "Withdrawn."),
            hint=say("case", "The reason stays in the timeline; this cannot be undone."),
            asks="why",
        ),
        CaseAct(
            Action.SETTLE,
            say("case_acts", "Settle"),
            "H",
            do=say("case_acts", "Settle the contradiction"),
            done=say("case_acts", "Settled; both sides stay readable."),
            hint=say("case", "Both sides stay in the timeline; this line says what holds."),
            asks="holds",
        ),
    ),
    (
        CaseAct(
            Action.NOTE,
            say("case_acts", "Note"),
            "F6",
            do=say("case_acts", "Write a note"),
            done=say("case_acts", "Note written."),
            asks="text roadblock happened_at",
        ),
        CaseAct(
            Action.ATTACH,
            say("case_acts", "Attach"),
            "F",
            do=say("case_acts", "Attach photos and files"),
            done=say("case_acts", "Attached."),
            asks="files caption",
        ),
        CaseAct(
            Action.CORRECT,
            say("case_acts", "Correct"),
            "E",
            do=say("case_acts", "Correct it"),
            done=say("case_acts", "Corrected; the old line stays readable."),
            hint=say("case", "The old line stays readable. Number, nota and time never change."),
            asks="field value why",
        ),
        CaseAct(
            Action.LINK,
            say("case_acts", "Link"),
            "L",
            do=say("case_acts", "Link it to another complaint"),
            done=say("case_acts", "Linked."),
            asks="other_number link",
        ),
        CaseAct(
            Action.PRINT_RECEIPT,
            say("case_acts", "Receipt"),
            "F9",
            do=say("case_acts", "Print the receipt"),
        ),
        CaseAct(
            BRIEF,
            say("case_acts", "Brief"),
            "B",
            do=say("case_acts", "Open the hand-over brief"),
            needs=Action.NOTE,
            elsewhere=True,
        ),
        CaseAct(
            PAPERS,
            say("case_acts", "Papers"),
            "K",
            do=say("case_acts", "Print a paper of this case"),
            needs=Action.NOTE,
            elsewhere=True,
        ),
    ),
)
DEEDS: Mapping[str, CaseAct] = MappingProxyType(
    {deed.name: deed for group in GROUPS for deed in group}
)


def prefilled(deed: CaseAct, case: Complaint, *, promise: str = "") -> dict[str, str]:
    """What stands in the fields of a fresh panel."""
    facts, owed = case.registered, case.open_promises
    known = {
        "direction": "out",
        "how": "phone" if facts is None or facts.phone or not facts.email else "email",
        "promise": promise or (owed[0].id if owed else ""),
        "waits_for": "customer",
        "found": case.found,
        "cause": case.cause,
        "remedy": case.remedy,
        "fault": case.fault,
        "link": "same_matter",
        "field": "name",
        "value": held(facts, "name") if facts else "",
    }
    return {name: known.get(name, "") for name in deed.fields}


_DETAILS = MappingProxyType({"holds": "text", "other_number": "number"})
"""What a field holds, where a panel with other fields has another one of that name."""
_MOMENTS = ("until", "by", "happened_at")


def act_of(name: str, values: Values, case: Complaint, now: datetime, *, new_id: str) -> list[Act]:
    """The acts that a filled panel asks for. Raises Invalid for a moment not understood, and where
    there is nothing to attach."""
    if name == Action.ATTACH:
        return _attached(values)
    typed: dict[str, Any] = {_DETAILS.get(field, field): text for field, text in values.items()}
    for field in filter(typed.__contains__, _MOMENTS):
        ahead, after = field != "happened_at", later(case, now) if field == "until" else None
        typed[field] = iso(typed[field], now, field=field, ahead=ahead, after=after)
    if name == Action.CONTACT:
        typed["answered"] = typed.pop("no_answer", "") != YES
    elif name == Action.EXTEND:
        said = {part: typed.pop(part) for part in ("direction", "how", "said") if part in typed}
        typed |= {"contact": acts.Contact(**said), "agreed": typed.get("agreed") == YES}
    elif name == Action.PASS_ON and (typed.get("to") or typed.get("branch") == case.at_branch):
        typed["branch"] = ""  # where it is handled already, somebody has to be named
    elif name == Action.PROMISE:
        typed["promise"] = new_id
    return [acts.ACTS[Action(name)](**typed)]


def field_of(deed: CaseAct, detail: str) -> str:
    """The field of the panel in which a detail stands, by its name in JSON; else that name."""
    act = acts.ACTS.get(deed.right)
    names = {item.encode_name: item.name for item in fields(act)} if act else {}
    wanted = names.get(detail, detail)
    return next((name for name in deed.fields if _DETAILS.get(name, name) == wanted), detail)


def _attached(values: Values) -> list[Act]:
    files = files_in(values.get("files", ""))
    if not files:
        raise Invalid(
            say("case_acts", "There is no file yet. Choose one, or paste a picture."), field="files"
        )
    return [
        acts.Attach(file=digest, name=file, caption=values.get("caption", ""))
        for digest, file in files
    ]


def files_in(written: str) -> list[tuple[str, str]]:
    """Digest and name of each file in the field `files`, where each stands on its own line."""
    pairs = (line.partition(" ") for line in written.splitlines())
    return [(digest, name) for digest, _, name in pairs]


def files_as(files: list[tuple[str, str]]) -> str:
    """The files as the field `files` holds them."""
    return "\n".join(f"{digest} {' '.join(name.split())}" for digest, name in files)


def later(case: Complaint, now: datetime) -> datetime:
    """From when “+4 h” counts where more time is agreed: from the moment promised before."""
    return max(now, case.due_at) if case.due_at is not None else now


Offered = tuple[tuple[str, Text | str], ...]
"""What can be chosen, by its key."""


def branches(desk: Desk) -> Offered:
    """The branches, this one first; none where no other is known."""
    here = desk.shop.branch
    found = desk.branches
    ordered = sorted(found, key=lambda one: one[0] != here)
    names = dict(found)
    return (
        tuple((code, branch_name(code, names)) for code, _ in ordered)
        if names.keys() - {here}
        else ()
    )


def people(desk: Desk, case: Complaint, branch: str) -> Offered:
    """Who takes complaints on at `branch` (empty: here); where it is not there yet, anybody."""
    circle = desk.circle
    here = branch in ("", circle.branch)
    found = circle.colleagues if here else _of(branch, circle.elsewhere)
    named = tuple(
        (one.id, one.name)
        for one in found
        if one.id != circle.actor and may(one.roles, Action.ACCEPT)
    )
    anybody = bool(branch) and branch != case.at_branch
    return (("", say("case", "Whoever works there")), *named) if anybody else named


def _of(branch: str, colleagues: tuple[Colleague, ...]) -> tuple[Colleague, ...]:
    return tuple(one for one in colleagues if one.branch == branch)


def likely(desk: Desk, case: Complaint) -> str:
    """Whom it most likely goes to: the one supervisor, or the one colleague there is."""
    circle = desk.circle
    others = [one for one in circle.colleagues if one.id != circle.actor]
    leading = [one for one in others if "supervisor" in one.roles]
    daily = [one for one in leading if "admin" not in one.roles]
    found = daily or leading or others
    waiting = case.offered_to or case.offered_branch
    return found[0].id if len(found) == 1 and not waiting else ""
