"""The real log of incidents as entries: what a desk would have written, had it been one.

Each step is an act of somebody that `decide` permits, written when it happened, into one chain.

| in the log | here |
|---|---|
| opened_at, opened_by, caller_id, location | registered, by a CRO; the location is the branch |
| reassignment_count | so many times passed on, at last to who has it |
| New | nothing more: received; passed on where it was |
| Active | started |
| Awaiting User Info | started, then waiting for the customer |
| Awaiting Problem | started, then waiting for something else: still in handling |
| resolved_at, resolved_by; Resolved | started, then solved |
| closed_at, sys_updated_by; Closed | solved, then closed |
| reopen_count | so many times started, solved, closed and reopened before |

The log has no moments for what is only counted: it lies evenly between the opening and the end of
the handling. It has no word of the customer: at a closing nobody objected (“agreed”) and the score
was declined. Whom it does not name is “not named”.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from msgspec.structs import replace

from desk.rules.acts import Act, Close, PassOn, Reopen, Solve, Start, Wait
from desk.rules.chain import START, Entry, chained, id_of_draft, next_tick
from desk.rules.complaint import Complaint
from desk.rules.deciding import decide, decide_register
from desk.rules.entries import Event, parts, read
from desk.rules.folding import apply, lateness, moment_of
from desk.rules.intake import Intake, check
from desk.rules.number import ComplaintNumber
from desk.rules.people import Circle, Colleague
from tests.replay.incident_log import Incident

NODE = "c3" * 8
NOT_NAMED = "not named"
STATES = {
    "New": "received",
    "Active": "in_handling",
    "Awaiting User Info": "waiting_customer",
    "Awaiting Problem": "in_handling",
    "Resolved": "solved",
    "Closed": "closed",
}
"""The state of a complaint for the last one in the log; “New” is `passed_on` where it was."""
WAITS = {"Awaiting User Info": "customer", "Awaiting Problem": "other"}
_CHANNELS = {"Phone": "phone", "Email": "email"}
_WORDS = "The log says no more"


def state_of(incident: Incident) -> str:
    """The state in which the complaint ends, by the log's own last state."""
    if incident.state == "New" and incident.passed_on:
        return "passed_on"
    return STATES[incident.state]


def id_of(incident: Incident) -> str:
    """The complaint's id: the same for the same incident."""
    return id_of_draft(incident.number, NODE)


@dataclass(frozen=True)
class Move:
    """Somebody's act; None is the registration."""

    at: datetime
    who: str
    act: Act | None = None


def moves(one: Incident) -> list[Move]:
    """Everything that happened to an incident, in order."""
    between = _between(one)
    until = one.solved_at if one.state in {"Resolved", "Closed"} else one.updated_at
    pace = (until - one.opened_at) / (len(between) + 1)
    return [
        Move(one.opened_at, _opener(one)),
        *(Move(one.opened_at + at * pace, *did) for at, did in enumerate(between, start=1)),
        *_end(one),
    ]


def _between(one: Incident) -> list[tuple[str, Act]]:
    """What the log counts, but gives no moment for."""
    opener, handler = _opener(one), _handler(one)
    receivers = ["supervisor on the way"] * (one.passed_on - 1) + [handler] * bool(one.passed_on)
    done: list[tuple[str, Act]] = [(opener, PassOn(to=receiver)) for receiver in receivers]
    for _ in range(one.reopened):
        done += [(handler, Start()), (handler, _solved(one))]
        done += [(opener, _AGREED), (opener, Reopen(why=_WORDS))]
    if one.state != "New":
        done.append((handler, Start()))
    return done


def _end(one: Incident) -> list[Move]:
    """How it stands at last."""
    handler = _handler(one)
    if one.state in WAITS:
        return [Move(one.updated_at, handler, Wait(waits_for=WAITS[one.state], why=one.state))]
    ended = []
    if one.state in {"Resolved", "Closed"}:
        ended.append(Move(one.solved_at, handler, _solved(one)))
    if one.state == "Closed":
        ended.append(Move(one.ended_at, f"cro {one.updated_by or NOT_NAMED}", _AGREED))
    return ended


_AGREED = Close(answer="agreed")


def _solved(one: Incident) -> Solve:
    return Solve(cause=one.words or _WORDS, remedy=_WORDS)


def _opener(one: Incident) -> str:
    return f"cro {one.opened_by or NOT_NAMED}"


def _handler(one: Incident) -> str:
    return f"supervisor {one.resolved_by or one.assigned_to or one.group or NOT_NAMED}"


def circle_of(move: Move, one: Incident) -> Circle:
    """Who acts, beside who else has to do with the incident; the first word is their role."""
    receiver = {move.act.to} if isinstance(move.act, PassOn) else set()
    staff = {move.who, _opener(one), _handler(one)} | receiver
    people = tuple(Colleague(name, name, (name.split()[0],)) for name in sorted(staff))
    return Circle(move.who, (move.who.split()[0],), people)


def event_of(move: Move, one: Incident, complaint: Complaint) -> Event:
    """What the desk decides to write, as the complaint stands; raises where it refuses."""
    circle = circle_of(move, one)
    if move.act is not None:
        return decide(move.act, complaint, circle, move.at)
    branch, nota = one.location.removeprefix("Location ") or "0", one.number.removeprefix("INC")
    intake = Intake(
        id=complaint.id,
        name=one.caller or NOT_NAMED,
        nota=nota,
        received_at=one.opened_at.isoformat(),
        what_happened=one.words or _WORDS,
        channel=_CHANNELS[one.contact],
        product=one.item,
    )
    number = ComplaintNumber(branch, one.opened_at.date(), int(nota))
    customer = one.caller or f"caller of {one.number}"
    checked = check(intake, move.at)
    return decide_register(checked, number=number, customer=customer, phone="", circle=circle)


@dataclass
class Replay:
    """One desk's chain of all that happened, and the same by complaint."""

    chain: list[Entry] = field(default_factory=list)
    timelines: dict[str, list[Entry]] = field(default_factory=dict)

    def write(self, event: Event, subject: str, move: Move, seen: bytes | None) -> Entry:
        """The next entry."""
        last = self.chain[-1] if self.chain else None
        body, personal = parts(event)
        entry = chained(
            node=NODE,
            seq=last.seq + 1 if last else 1,
            tick=next_tick(last.tick if last else 0, move.at),
            seen=seen,
            at=f"{move.at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.{move.at.microsecond // 1000:03}Z",
            actor=move.who,
            kind=event.KIND,
            subject=subject,
            body=body,
            personal=personal,
            salt=b"\5" * 16,
            prev=last.hash if last else START,
        )
        self.chain.append(entry)
        self.timelines.setdefault(subject, []).append(entry)
        return entry


def replay(log: Sequence[Incident]) -> Replay:
    """The whole log, written entry by entry, each decided upon what was written before."""
    told = Replay()
    standing = {one.number: Complaint(id=id_of(one)) for one in log}
    steps = [(move, one) for one in log for move in moves(one)]
    for move, one in sorted(steps, key=lambda step: step[0].at):
        known = standing[one.number]
        entry = told.write(event_of(move, one, known), known.id, move, known.head)
        after = apply(read(entry), lateness(known, moment_of(entry)), entry)
        standing[one.number] = replace(after, head=entry.hash)
    return told
