"""What can be done to a case on its screen: names and keys, the fields of each, their acts, and to
whom it can be handed over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from desk.app.desk import Desk
from desk.controllers.queue.controller import branch_words
from desk.rules import acts
from desk.rules.acts import Act
from desk.rules.complaint import Complaint
from desk.rules.errors import Invalid
from desk.rules.facts import held
from desk.rules.people import Action, Colleague, may
from desk.telling.typed import iso
from desk.words import Text, say

Values = Mapping[str, str]
"""What stands in the fields of a panel, by their names; a tick is “yes” or “”."""

YES = "yes"
MESSAGE, BRIEF, PAPERS = "message", "brief", "papers"
"""Deeds that write nothing themselves: others open for them."""


@dataclass(frozen=True, kw_only=True)
class Deed:
    """One thing that can be done: its button, its key, and what the panel asks for.

    `name` is an `Action`, `MESSAGE`, `BRIEF` or `PAPERS`; one without fields is done at once.
    """

    name: str
    label: Text
    key: str
    do: Text
    done: Text
    fields: tuple[str, ...] = ()


_DONE = say("case_acts", "Done.")


def _deed(
    name: str, label: Text, key: str, *, do: Text, done: Text = _DONE, fields: str = ""
) -> Deed:
    return Deed(name=name, label=label, key=key, do=do, done=done, fields=tuple(fields.split()))


GROUPS: tuple[tuple[Deed, ...], ...] = (
    (
        _deed(
            Action.CONTACT,
            say("case_acts", "Contact"),
            "F2",
            do=say("case_acts", "Log the contact"),
            done=say("case_acts", "Contact logged."),
            fields="direction how no_answer said happened_at",
        ),
        _deed(
            MESSAGE,
            say("case_acts", "Message"),
            "F3",
            do=say("case_acts", "Write a message"),
        ),
        _deed(
            Action.EXTEND,
            say("case_acts", "More time"),
            "F4",
            do=say("case_acts", "Agree on more time"),
            done=say("case_acts", "More time was agreed."),
            fields="direction how said until agreed roadblock",
        ),
        _deed(
            Action.PROMISE,
            say("case_acts", "Promise"),
            "P",
            do=say("case_acts", "Write down the promise"),
            done=say("case_acts", "Promise written down."),
            fields="what by who",
        ),
        _deed(
            Action.KEEP,
            say("case_acts", "Promise kept"),
            "Y",
            do=say("case_acts", "The promise was kept"),
            done=say("case_acts", "Promise kept."),
            fields="promise note happened_at",
        ),
        _deed(
            Action.BREAK,
            say("case_acts", "Not kept"),
            "X",
            do=say("case_acts", "The promise was not kept"),
            done=say("case_acts", "Written down. The customer deserves an apology."),
            fields="promise why",
        ),
    ),
    (
        _deed(
            Action.START,
            say("case_acts", "Begin"),
            "S",
            do=say("case_acts", "Begin handling"),
            done=say("case_acts", "You are handling it now."),
        ),
        _deed(
            Action.PASS_ON,
            say("case_acts", "Pass on"),
            "F10",
            do=say("case_acts", "Hand over"),
            done=say("case_acts", "Handed over; it counts once it is accepted."),
            fields="branch to note",
        ),
        _deed(
            Action.ACCEPT,
            say("case_acts", "Accept"),
            "A",
            do=say("case_acts", "Accept the hand-over"),
            done=say("case_acts", "It is yours now."),
        ),
        _deed(
            Action.DECLINE,
            say("case_acts", "Give back"),
            "D",
            do=say("case_acts", "Give the hand-over back"),
            done=say("case_acts", "Given back."),
            fields="why",
        ),
        _deed(
            Action.EXAMINE,
            say("case_acts", "Examine"),
            "F8",
            do=say("case_acts", "Write down what was found"),
            done=say("case_acts", "Examination written down."),
            fields="found cause remedy happened_at",
        ),
        _deed(
            Action.WAIT,
            say("case_acts", "Wait"),
            "W",
            do=say("case_acts", "Wait; the clock goes on"),
            done=say("case_acts", "Waiting. The clock goes on."),
            fields="waits_for why roadblock",
        ),
    ),
    (
        _deed(
            Action.JUDGE,
            say("case_acts", "Judge"),
            "J",
            do=say("case_acts", "Judge whose fault it was"),
            done=say("case_acts", "Judged; somebody else confirms it."),
            fields="fault note",
        ),
        _deed(
            Action.CONFIRM_JUDGEMENT,
            say("case_acts", "Confirm"),
            "C",
            do=say("case_acts", "Confirm the judgement"),
            done=say("case_acts", "Judgement confirmed."),
            fields="note",
        ),
        _deed(
            Action.SOLVE,
            say("case_acts", "Solved"),
            "F11",
            do=say("case_acts", "It is solved"),
            done=say("case_acts", "Solved. Now the customer has the word."),
            fields="cause remedy happened_at",
        ),
        _deed(
            Action.CLOSE,
            say("case_acts", "Close"),
            "T",
            do=say("case_acts", "Close with the customer"),
        ),
        _deed(
            Action.REOPEN,
            say("case_acts", "Reopen"),
            "R",
            do=say("case_acts", "Reopen it"),
            done=say("case_acts", "Reopened: a new round of 24 hours."),
            fields="why",
        ),
        _deed(
            Action.WITHDRAW,
            say("case_acts", "Withdraw"),
            "F12",
            do=say("case_acts", "Withdraw the complaint"),
            done=say("case_acts", "Withdrawn."),
            fields="why",
        ),
        _deed(
            Action.SETTLE,
            say("case_acts", "Settle"),
            "H",
            do=say("case_acts", "Settle the contradiction"),
            done=say("case_acts", "Settled; both sides stay readable."),
            fields="holds",
        ),
    ),
    (
        _deed(
            Action.NOTE,
            say("case_acts", "Note"),
            "F6",
            do=say("case_acts", "Write a note"),
            done=say("case_acts", "Note written."),
            fields="text roadblock happened_at",
        ),
        _deed(
            Action.ATTACH,
            say("case_acts", "Attach"),
            "F",
            do=say("case_acts", "Attach photos and files"),
            done=say("case_acts", "Attached."),
            fields="files caption",
        ),
        _deed(
            Action.CORRECT,
            say("case_acts", "Correct"),
            "E",
            do=say("case_acts", "Correct it"),
            done=say("case_acts", "Corrected; the old line stays readable."),
            fields="field value why",
        ),
        _deed(
            Action.LINK,
            say("case_acts", "Link"),
            "L",
            do=say("case_acts", "Link it to another complaint"),
            done=say("case_acts", "Linked."),
            fields="other_number link",
        ),
        _deed(
            Action.PRINT_RECEIPT,
            say("case_acts", "Receipt"),
            "F9",
            do=say("case_acts", "Print the receipt"),
        ),
        _deed(
            BRIEF,
            say("case_acts", "Brief"),
            "B",
            do=say("case_acts", "Open the hand-over brief"),
        ),
        _deed(
            PAPERS,
            say("case_acts", "Papers"),
            "K",
            do=say("case_acts", "Print a paper of this case"),
        ),
    ),
)
DEEDS: Mapping[str, Deed] = MappingProxyType(
    {deed.name: deed for group in GROUPS for deed in group}
)


def prefilled(deed: Deed, case: Complaint, *, promise: str = "") -> dict[str, str]:
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


_Make = Callable[[Values, Complaint, datetime], Act]


def act_of(name: str, values: Values, case: Complaint, now: datetime, *, new_id: str) -> list[Act]:
    """The acts that a filled panel asks for. Raises Invalid for a moment not understood, and where
    there is nothing to attach."""
    if name == Action.ATTACH:
        return _attached(values)
    if name == Action.PROMISE:
        return [
            acts.MakePromise(
                promise=new_id,
                what=values.get("what", ""),
                by=iso(values.get("by", ""), now, field="by"),
                who=values.get("who", ""),
            )
        ]
    return [_MAKE[name](values, case, now)]


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


def _happened(values: Values, now: datetime) -> str:
    return iso(values.get("happened_at", ""), now, field="happened_at", ahead=False)


def _contact(values: Values, now: datetime, *, answered: bool) -> acts.Contact:
    return acts.Contact(
        direction=values.get("direction", "out"),
        how=values.get("how", "phone"),
        answered=answered,
        said=values.get("said", ""),
        happened_at=_happened(values, now),
    )


def _logged(values: Values, _case: Complaint, now: datetime) -> Act:
    return _contact(values, now, answered=values.get("no_answer") != YES)


def _extend(values: Values, case: Complaint, now: datetime) -> Act:
    return acts.Extend(
        until=iso(values.get("until", ""), now, field="until", after=later(case, now)),
        contact=_contact(values, now, answered=True),
        agreed=values.get("agreed") == YES,
        roadblock=values.get("roadblock", ""),
    )


def _passed_on(values: Values, case: Complaint, _now: datetime) -> Act:
    """To a branch only where nobody is named; the one where it is handled already needs a name."""
    to, branch = values.get("to", ""), values.get("branch", "")
    elsewhere = "" if to or branch == case.at_branch else branch
    return acts.PassOn(to=to, branch=elsewhere, note=values.get("note", ""))


def _settled(values: Values, _case: Complaint, _now: datetime) -> Act:
    return acts.Settle(text=values.get("holds", ""))


def _linked(values: Values, _case: Complaint, _now: datetime) -> Act:
    return acts.LinkTo(number=values.get("other_number", ""), link=values.get("link", ""))


def later(case: Complaint, now: datetime) -> datetime:
    """From when “+4 h” counts where more time is agreed: from the moment promised before."""
    return max(now, case.due_at) if case.due_at is not None else now


def _plain(kind: type[Act]) -> _Make:
    def make(values: Values, _case: Complaint, now: datetime) -> Act:
        typed = {name: value for name, value in values.items() if name != "happened_at"}
        return kind(happened_at=_happened(values, now), **typed)

    return make


_MAKE: Mapping[str, _Make] = MappingProxyType(
    {
        name: _plain(acts.ACTS[Action(name)])
        for name in DEEDS
        if name not in (MESSAGE, BRIEF, PAPERS, Action.CLOSE, Action.ATTACH, Action.PROMISE)
    }
    | {
        Action.CONTACT: _logged,
        Action.EXTEND: _extend,
        Action.PASS_ON: _passed_on,
        Action.SETTLE: _settled,
        Action.LINK: _linked,
    }
)


Offered = tuple[tuple[str, Text | str], ...]
"""What can be chosen, by its key."""


def branches(desk: Desk) -> Offered:
    """The branches, this one first; none where no other is known."""
    here = desk.shop.branch
    found = desk.branches
    ordered = sorted(found, key=lambda one: one[0] != here)
    names = dict(found)
    return (
        tuple((code, branch_words(code, names)) for code, _ in ordered)
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
