"""Files of other desks come in, each with a verdict in words; what the window says of it all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from desk.app.desk import Desk
from desk.app.overview import standing
from desk.journal import exchanged, known
from desk.journal.exchanged import APART, APPLIED, KNOWN, REFUSED, WAITING, Parcel, Unconfirmed
from desk.journal.merge import Forked
from desk.journal.queue import Filter
from desk.moments import near, span
from desk.rules.errors import DeskError, Refused, Steps
from desk.rules.people import Action
from desk.words import Text, counted, say, spoken

if TYPE_CHECKING:
    from desk.app.importing import Verdict


UNREAD = "unread"
"""Of a file whose reading was stopped before its turn came."""

_WORDS: Mapping[str, tuple[Text, str]] = {
    APPLIED: (say("exchange_words", "Taken in"), "good"),
    KNOWN: (say("exchange_words", "Already known"), "calm"),
    WAITING: (say("exchange_words", "Waits"), "soon"),
    REFUSED: (say("exchange_words", "Refused"), "late"),
    APART: (say("exchange_words", "Kept apart"), "late"),
    UNREAD: (say("exchange_words", "Not read yet"), "waiting"),
}


@dataclass(frozen=True)
class FileLine:
    """One file that came: what became of it, from whom, how many entries, and why.

    `key` is its SHA-256, or its name where it was never read.
    """

    key: str
    verdict: str
    word: Text
    tone: str
    name: str
    sender: Text | str
    counts: Text | str
    when: Text
    text: Text | str


def line(parcel: Parcel, names: Mapping[str, str], *, now: datetime, text: Text | None) -> FileLine:
    """The line of a file; `text` is its verdict where it was just read, else what is kept."""
    word, tone = _WORDS[parcel.verdict]
    sender = names.get(parcel.sender, parcel.sender) or say("exchange_words", "not known")
    return FileLine(
        key=parcel.sha256 or parcel.name,
        verdict=parcel.verdict,
        word=word,
        tone=tone,
        name=parcel.name,
        sender=sender,
        counts=_counts(parcel),
        when=near(datetime.fromisoformat(parcel.at), now),
        text=text or _kept(parcel),
    )


def unread(name: str, now: datetime) -> FileLine:
    """The line of a file that was not read, since somebody stopped the reading."""
    word, tone = _WORDS[UNREAD]
    text = say(
        "exchange_words",
        "It was not read, and is where it was. Read it in whenever you like: nothing is lost.",
    )
    return FileLine(name, UNREAD, word, tone, name, "", "", near(now, now), text)


def _counts(parcel: Parcel) -> Text | str:
    if parcel.verdict not in (APPLIED, KNOWN):
        return ""
    return say("exchange_words", "{applied} new, {known} known")(
        applied=parcel.applied, known=parcel.known
    )


def _kept(parcel: Parcel) -> Text | str:
    if parcel.verdict == APPLIED:
        return say("exchange_words", "Taken in: {applied} new entries, {known} known already.")(
            applied=parcel.applied, known=parcel.known
        )
    if parcel.verdict == KNOWN:
        return say("exchange_words", "Everything in it was here before.")
    if "missing" in parcel.reason:
        return say(
            "exchange_words",
            "{n} entries before it have not come yet. It is kept and waits. Ask for the file "
            "before it, or for a new one.",
        )(n=parcel.reason["missing"])
    if parcel.reason.get("newer"):
        return say(
            "exchange_words",
            "It was written by a newer version of this program. It is kept, and taken in after "
            "the update.",
        )
    if parcel.verdict == APART and "seq" in parcel.reason:
        return Forked(str(parcel.reason["node"]), int(parcel.reason["seq"])).text
    return str(parcel.reason.get(spoken()) or parcel.reason.get("en") or "")


def read_result(lines: list[FileLine], *, stopped: bool) -> Text:
    """One sentence about all files that were read at once."""
    bad = sum(one.verdict in (REFUSED, APART) for one in lines)
    waiting = sum(one.verdict == WAITING for one in lines)
    read = counted(
        sum(one.verdict != UNREAD for one in lines),
        say("exchange_words", "{n} file was read"),
        say("exchange_words", "{n} files were read"),
    )
    if stopped:
        return say("exchange_words", "Stopped: {read}. What was taken in stays; nothing is lost.")(
            read=read
        )
    if bad or waiting:
        return say("exchange_words", "{read}: {bad} refused, {waiting} wait. Each says why.")(
            read=read, bad=bad, waiting=waiting
        )
    return say("exchange_words", "{read}, and everything in them is here.")(read=read)


@dataclass(frozen=True)
class Status:
    """What the window says of the exchange: some words and their tone."""

    words: Text
    tone: str = "calm"


def at_least(number: int, owed: Unconfirmed) -> str:
    """One of its counts, with a plus where it may be more: “12”, “1000+”."""
    return f"{number}+" if owed.more else str(number)


def status(desk: Desk, *, days: int) -> Status:
    """What waits: for head office, or, there, from the branches."""
    if desk.shop.head_office:
        return _office_status(desk)
    now, stands = desk.now(), standing(desk)
    owed = stands.owed
    if stands.receiver is None:
        return Status(say("window", "No head office yet"))
    if stands.overdue(now, days) and owed.since is not None:
        waited = span(now - datetime.fromisoformat(owed.since))
        return Status(say("window", "Not confirmed for {span}")(span=waited), "late")
    if owed.to_export:
        return Status(say("window", "{n} to export")(n=at_least(owed.to_export, owed)))
    if owed.unconfirmed:
        return Status(say("window", "{n} on the way")(n=at_least(owed.unconfirmed, owed)))
    return Status(say("window", "All exported"), "good")


def _office_status(desk: Desk) -> Status:
    conflicts = desk.counts()[Filter.CONFLICTS]
    if conflicts:
        told = counted(
            conflicts,
            say("window", "{n} contradiction"),
            say("window", "{n} contradictions"),
        )
        return Status(told, "soon")
    waiting = len(exchanged.with_verdict(desk.journal.store, WAITING))
    if waiting:
        told = counted(waiting, say("window", "{n} file waits"), say("window", "{n} files wait"))
        return Status(told, "soon")
    return Status(say("window", "No file waits"), "good")


T = TypeVar("T")

_SHARE = 1000
"""How finely the progress of one file is told."""


class IncomingScreen(Protocol):
    """What the controller needs of the screen."""

    def show_lines(self, lines: Sequence[FileLine]) -> None:
        """The files that came, newest first."""

    def add_line(self, line: FileLine) -> None:
        """One more file, on top."""

    def may_read(self, reason: Text | None) -> None:
        """Whether files may be read in, and why not."""


class Incoming:
    """Reads files in and tells of each what became of it."""

    def __init__(self, desk: Desk, view: IncomingScreen) -> None:
        self._desk = desk
        self._view = view
        self._left: list[Path] = []
        self._told: list[FileLine] = []

    def refresh(self) -> None:
        """Shows the files that came."""
        self._view.may_read(self._desk.can(Action.IMPORT))
        names, now = self._names(), self._desk.now()
        self._view.show_lines(
            [
                line(one, names, now=now, text=None)
                for one in exchanged.latest(self._desk.journal.store)
            ]
        )

    def read(self, files: Sequence[Path]) -> Steps[list[FileLine]]:
        """Reads these files, after what was interrupted before; gives a line for each.

        Raises Refused without the right. One file that cannot be read does not stop the others.
        """
        self._left, self._told = list(files), []
        return self._steps(files)

    def _steps(self, files: Sequence[Path]) -> Steps[list[FileLine]]:
        self._desk.check(Action.IMPORT)
        total = (len(files) + 1) * _SHARE
        yield from _share(self._resume(), 0, total)
        for at, file in enumerate(files, start=1):
            verdict = yield from _share(self._one(file), at, total)
            self._left.remove(file)
            for one in (verdict, *verdict.unblocked):
                self._tell(one)
        return self._told

    def stopped(self) -> Text:
        """Somebody stopped the reading: the files whose turn did not come are named."""
        for file in self._left:
            told = unread(file.name, self._desk.now())
            self._told.append(told)
            self._view.add_line(told)
        return read_result(self._told, stopped=True)

    def finished(self, lines: list[FileLine]) -> Text:
        """All were read."""
        return read_result(lines, stopped=False)

    def _resume(self) -> Steps[None]:
        from desk.app import importing

        for verdict in (yield from importing.resume(self._desk)):
            self._tell(verdict)

    def _one(self, file: Path) -> Steps[Verdict]:
        from desk.app import importing

        try:
            return (yield from importing.import_file(self._desk, file))
        except Refused:
            raise
        except DeskError as fault:
            return importing.failed(fault, file.name, self._desk)

    def _tell(self, verdict: Verdict) -> None:
        told = line(verdict.parcel, self._names(), now=self._desk.now(), text=verdict.text)
        self._told.append(told)
        self._view.add_line(told)

    def _names(self) -> dict[str, str]:
        return {card.node: card.name for card in known.trusted(self._desk.journal.store)}


def _share(steps: Steps[T], at: int, total: int) -> Steps[T]:
    """The steps of one file as a part of all; stopped, they stop too."""
    with closing(steps):
        while True:
            try:
                done, of = next(steps)
            except StopIteration as end:
                result: T = end.value
                return result
            yield at * _SHARE + _SHARE * min(done, of) // max(of, 1), total
