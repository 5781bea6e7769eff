"""The Case: one complaint from its first promise to the customer's own word, and what can be done.

`next_step` says what comes next for whoever looks at it; the rest turns gestures into commands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from desk.app.commands import OnCase
from desk.app.desk import Desk, around_of, events_of
from desk.app.messages import suggested
from desk.controllers.case import acts
from desk.controllers.case.acts import DEEDS, GROUPS, MESSAGE, CaseAct
from desk.journal import queue
from desk.moments import near
from desk.rules.chain import Entry, new_id
from desk.rules.choices import LINKS, Choices
from desk.rules.complaint import Complaint
from desk.rules.errors import DeskError, Refused
from desk.rules.facts import CORRECTABLE, EMPTY, LABELS, LISTS, held
from desk.rules.folding import lateness
from desk.rules.people import Action, may, refusal
from desk.telling import page as told
from desk.telling.page import Around, Head, Known, Progress
from desk.telling.standing import Step, fact_words, grouped, next_step
from desk.telling.story import Moment, Story, moments
from desk.words import Text, say

__all__ = ["Case", "CaseScreen", "Offered", "Page", "Panel", "Step", "next_step"]

Words = Text | str
QUICK = (Action.NOTE, Action.WITHDRAW, Action.PRINT_RECEIPT)
"""What can be done to a case while it is read beside the queue."""


@dataclass(frozen=True, kw_only=True)
class Offered:
    """One deed as its button shows it; `refused` is why not now. `begun`: half typed."""

    deed: CaseAct
    refused: Text | None
    begun: bool = False


@dataclass(frozen=True, kw_only=True)
class Page:
    """What stands on the screen of one case. `main` is what the large button does.

    `quick` are the deeds of the queue's pane, there in grey also for whoever may never do them.
    """

    id: str
    head: Head
    step: Step
    main: CaseAct | None
    known: Known
    links: tuple[Linked, ...]
    progress: tuple[Progress, ...]
    timeline: tuple[Moment, ...]
    deeds: tuple[tuple[Offered, ...], ...]
    receipts: int
    quick: Mapping[str, Offered]


@dataclass(frozen=True, kw_only=True)
class Panel:
    """The fields of one deed: what stands in them, what may be chosen, and a hint above."""

    deed: CaseAct
    values: Mapping[str, str]
    hint: Words = ""
    refused: Text | None = None
    people: tuple[tuple[str, Words], ...] = ()
    branches: tuple[tuple[str, Words], ...] = ()
    promises: tuple[tuple[str, Words], ...] = ()
    correctable: tuple[tuple[str, Words], ...] = ()
    choices: Choices | None = None
    old: Words = ""
    after: datetime | None = None


class CaseScreen(Protocol):
    """What the controller needs of the screen."""

    def show_page(self, page: Page) -> None:
        """The case as it stands; where it is the same case, nothing typed or scrolled is lost."""

    def show_panel(self, panel: Panel | None, *, focus: bool) -> None:
        """The fields of a deed in place of the buttons; None shows the buttons."""

    def refuse(self, fault: DeskError) -> None:
        """At the field it names, else in the panel, else in the corner."""

    def tell(self, text: Text) -> None:
        """A sentence in the corner."""

    def did(self, deed: CaseAct, number: str) -> None:
        """This was done to the case of that number, which may be gone from the screen."""

    def print_receipt(self, complaint: str) -> None:
        """To paper."""

    def want(self, what: str, complaint: str, kind: str) -> None:
        """Somebody else opens for it: “close”, “message” of a kind, “brief”, “papers”."""

    def leave(self) -> None:
        """Nothing of this case is to be seen any more."""

    def focus_main(self) -> None:
        """The keyboard goes to the large button."""


class Case:
    """One case on the screen."""

    def __init__(self, desk: Desk, view: CaseScreen) -> None:
        self._desk = desk
        self._view = view
        self._drafts = desk.half_written
        self._case: Complaint | None = None
        self._entries: list[Entry] = []
        self._step: Step | None = None
        self._open: dict[str, str] = {}  # who → the deed whose panel they have open
        self._promise = ""
        self._busy = False  # what is done at this moment is shown when it is done
        self._begun = ("", "")  # who, and the deed that was half typed when last looked at

    def show(self, complaint: str) -> None:
        """Another case, or the same one again. Raises Refused for none of theirs."""
        found = self._looked_up(complaint)
        if self._case is None or self._case.id != complaint:
            self._open.clear()
            self._promise = ""
        self._case = found
        self._show_page(self._case)
        self._show_panel(focus=False)

    def put_aside(self) -> None:
        """No case any more; what was typed is kept."""
        self._case = None
        self._open.clear()

    def refresh(self) -> None:
        """The desk changed, or somebody else is at work: what is typed stays.

        What was half typed here and was done elsewhere meanwhile is typed no more.
        """
        if self._case is None or self._busy:
            return
        if self._begun == (self._actor, self.panel) != self._half_typed():
            self._open.pop(self._actor, None)
        try:
            self._case = self._looked_up(self._case.id)
            self._show_page(self._case)
            self._show_panel(focus=False)
        except Refused as fault:  # somebody else is at work, and it is none of theirs
            self._case = None
            self._view.tell(fault.text)
            self._view.leave()
        except DeskError as fault:  # the disk: what stands there already can be read on
            self._view.tell(fault.text)

    def _looked_up(self, complaint: str) -> Complaint:
        """As it stands now: late from the moment on at which it became so."""
        found, self._entries = self._desk.with_entries(complaint)
        return lateness(found, self._desk.now())

    @property
    def shown(self) -> str:
        """The id of the case; nothing where none is shown."""
        return self._case.id if self._case else ""

    @property
    def panel(self) -> str:
        """The deed whose panel is open; nothing where none is."""
        return self._open.get(self._actor, "")

    @property
    def _actor(self) -> str:
        return self._desk.actor.id if self._desk.actor else ""

    def _show_page(self, case: Complaint) -> None:
        around = around_of(self._desk)
        top = told.head(case, around)
        self._step = step = next_step(case, around.circle, around.now)
        self._view.show_page(
            Page(
                id=case.id,
                head=top,
                step=step,
                main=DEEDS.get(step.action or ""),
                known=told.known(case, around),
                links=linked(self._desk, case),
                progress=told.recovery(case),
                timeline=tuple(self._timeline(case, around, top.customer)),
                deeds=self._deeds(case),
                receipts=case.receipts,
                quick={name: self._offered(DEEDS[name], case) for name in QUICK},
            )
        )

    def _timeline(self, case: Complaint, around: Around, customer: Words) -> list[Moment]:
        events = events_of(self._entries)
        story = Story(
            now=around.now, names=around.names, customer=customer, branches=around.branches
        )
        return moments(case, events, story)

    def _deeds(self, case: Complaint) -> tuple[tuple[Offered, ...], ...]:
        """What this person's roles allow, greyed where it cannot be done now."""
        roles = self._desk.roles
        return tuple(
            tuple(
                self._offered(deed, case)
                for deed in group
                if may(roles, deed.right) and _wanted(deed, case)
            )
            for group in GROUPS
        )

    def _offered(self, deed: CaseAct, case: Complaint) -> Offered:
        begun = deed.name in self._drafts.begun(case.id)
        return Offered(deed=deed, refused=self._refusal(deed.name), begun=begun)

    def _refusal(self, name: str) -> Text | None:
        """Why a deed cannot be done now; None where it can."""
        case = self._case
        if case is None:
            return say("case", "No complaint is open here.")
        if name in (Action.KEEP, Action.BREAK) and not case.open_promises:
            return refusal(self._desk.roles, Action(name)) or _NO_PROMISE
        return self._desk.can(DEEDS[name].right, case)

    def begin(self, name: str, promise: str = "") -> None:
        """Opens the panel of a deed, or does it where nothing is to be asked."""
        case, deed = self._case, DEEDS[name]
        if case is None:
            return
        reason = self._refusal(name)
        if reason is not None:
            self._view.tell(reason)
        elif deed.elsewhere:
            kind = suggested(case, self._desk.now()) if name == MESSAGE else ""
            self._view.want(name, case.id, kind)
        elif name == Action.PRINT_RECEIPT:
            self._view.print_receipt(case.id)
        elif not deed.fields:
            self._do(case, deed, {})
        else:
            self._promise = promise
            if promise:
                kept = self._drafts.values(case.id, name)
                self._drafts.keep(case.id, name, {**kept, "promise": promise})
            self._open[self._actor] = name
            self._show_panel(focus=True)

    def go_on(self, name: str) -> None:
        """Opens the panel of what they began here themselves; the keyboard stays where it is."""
        own = self._drafts.own(self.shown, name)
        if any(map(str.strip, own.values())) and self._refusal(name) is None:
            self._open[self._actor] = name
            self._show_panel(focus=False)

    def typed(self, values: Mapping[str, str]) -> None:
        """Something changed in the open panel; another field to correct brings its own value."""
        case, deed = self._case, DEEDS.get(self.panel)
        if case is None or deed is None:
            return
        before, now = self._values(case, deed), dict(values)
        chosen = now.get("field", "") != before.get("field", "")
        if chosen and case.registered is not None:
            now["value"] = held(case.registered, now["field"])
        if now.get("branch", "") != before.get("branch", ""):
            now["to"], chosen = "", True
        fresh = self._fresh(case, deed, now.get("field", ""))
        kept = {name: value for name, value in now.items() if value != fresh.get(name, "")}
        self._drafts.keep(case.id, deed.name, kept)
        self._begun = self._half_typed()
        if chosen:
            self._show_panel(focus=False)

    def _fresh(self, case: Complaint, deed: CaseAct, field: str) -> dict[str, str]:
        """What stands in the panel before anybody types."""
        fresh = acts.prefilled(deed, case, promise=self._promise)
        if "to" in fresh:
            fresh["to"] = acts.likely(self._desk, case)
            if acts.branches(self._desk):
                fresh["branch"] = self._desk.shop.branch
        if "field" in fresh and field and case.registered is not None:
            fresh["value"] = held(case.registered, field)
        return fresh

    def _values(self, case: Complaint, deed: CaseAct) -> dict[str, str]:
        kept = self._drafts.values(case.id, deed.name)
        fresh = self._fresh(case, deed, kept.get("field", ""))
        return fresh | {name: value for name, value in kept.items() if name in fresh}

    def save_drafts(self) -> None:
        """What was typed survives a power cut from now on."""
        try:
            self._drafts.save()
        except DeskError as fault:  # nobody asked for it: who is typing types on
            self._view.tell(fault.text)

    def _half_typed(self) -> tuple[str, str]:
        begun = self.panel in self._drafts.begun(self.shown)
        return (self._actor, self.panel) if begun else ("", "")

    def _show_panel(self, *, focus: bool) -> None:
        case, deed = self._case, DEEDS.get(self.panel)
        self._begun = self._half_typed()
        if case is None or deed is None:
            self._view.show_panel(None, focus=focus)
            return
        values = self._values(case, deed)
        field = values.get("field", "")
        self._view.show_panel(
            Panel(
                deed=deed,
                values=values,
                hint=self._hint(case, deed),
                refused=self._refusal(deed.name),
                people=self._people(case, deed.name, values.get("branch", "")),
                branches=acts.branches(self._desk) if "branch" in values else (),
                promises=tuple((owed.id, owed.what) for owed in case.open_promises),
                correctable=tuple((name, LABELS[name]) for name in CORRECTABLE),
                choices=LISTS.get(field),
                old=_until_now(case, field),
                after=acts.later(case, self._desk.now()),
            ),
            focus=focus,
        )

    def _people(self, case: Complaint, name: str, branch: str) -> tuple[tuple[str, Words], ...]:
        """Whom it can be handed to, or who can owe a promise: those who take complaints on."""
        others = acts.people(self._desk, case, branch)
        return (("", say("case", "I myself")), *others) if name == Action.PROMISE else others

    def _hint(self, case: Complaint, deed: CaseAct) -> Words:
        if deed.name == Action.CONFIRM_JUDGEMENT:
            return told.fault(case, around_of(self._desk))
        if deed.name == Action.EXTEND and case.due_at is not None:
            promised = say("case", "Promised until now: {due}. Nothing is extended in silence.")
            return promised(due=near(case.due_at, self._desk.now()))
        return deed.hint

    def primary(self) -> None:
        """Ctrl+Enter: what the open panel is for; without one, the next thing to do."""
        case, deed = self._case, DEEDS.get(self.panel)
        if case is None:
            return
        if deed is not None:
            self._do(case, deed, self._values(case, deed))
        elif self._step is not None and self._step.action is not None:
            self.begin(self._step.action, self._step.promise)

    def _do(self, case: Complaint, deed: CaseAct, values: Mapping[str, str]) -> None:
        now, seen = self._desk.now(), case.head
        self._busy = True
        try:
            for at, act in enumerate(acts.act_of(deed.name, values, case, now, new_id=new_id(now))):
                seen = self._desk.complaint(case.id).head if at else seen
                self._desk.do(OnCase(complaint=case.id, act=act, seen=seen))
        except DeskError as fault:
            self._view.refuse(fault)
            return
        finally:
            self._busy = False
        self._forget(case, deed)
        if self.shown == case.id:  # else the queue went on to its next case
            self._open.pop(self._actor, None)
            self.show(case.id)
        self._view.focus_main()
        self._view.did(deed, grouped(case.number))

    def _forget(self, case: Complaint, deed: CaseAct) -> None:
        """It was done, also where its draft cannot be thrown away just now."""
        try:
            self._drafts.forget(case.id, deed.name)
        except DeskError as fault:
            self._view.tell(fault.text)

    def put_away(self) -> bool:
        """Esc: closes the panel and keeps what was typed; whether one was open."""
        if not self.panel:
            return False
        self._open.pop(self._actor, None)
        self.save_drafts()
        self.refresh()
        self._view.focus_main()
        return True


def _until_now(case: Complaint, field: str) -> Words:
    """What a field holds before it is corrected."""
    if not field or case.registered is None:
        return ""
    value = fact_words(field, held(case.registered, field)) or EMPTY
    return say("case", "Until now: {value}")(value=value)


def _wanted(deed: CaseAct, case: Complaint) -> bool:
    """To settle is offered only where something contradicts itself."""
    return deed.name != Action.SETTLE or bool(case.conflicts)


_NO_PROMISE = say("case", "No promise is open here.")


@dataclass(frozen=True, kw_only=True)
class Linked:
    """Another complaint: its number, and how the two belong together; `refused`: why it cannot be
    opened here."""

    id: str
    number: str
    how: Text | str
    refused: Text | None = None


def linked(desk: Desk, case: Complaint) -> tuple[Linked, ...]:
    """What this case was linked to, then what was linked to it; its own word goes first."""
    store = desk.journal.store
    found = {link.other: (link.number, link.link) for link in case.links}
    for other, number, link in queue.links_to(store, case.id):
        found.setdefault(other, (number, link))
    seen = desk.visible(found)
    return tuple(
        Linked(
            id=other,
            number=grouped(number),
            how=LINKS.get(link, link),
            refused=_refused(desk, other, hidden=other not in seen),
        )
        for other, (number, link) in found.items()
    )


def _refused(desk: Desk, other: str, *, hidden: bool) -> Text | None:
    if queue.by_id(desk.journal.store, other) is None:
        return say("case_links", "This complaint is not at this desk. Head office has it.")
    return say("case_links", "It belongs to branches that are not yours.") if hidden else None
