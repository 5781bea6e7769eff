"""Files of other desks come in: copied first, checked to the last byte, and only then merged.

What came is copied to the folder `inbox`, under its SHA-256 as its name, so that the same file is
there only once; one whose predecessor is missing waits in `waiting`, one that two desks contradict
lies in `apart`. Nothing of a file is taken before all of it was found right. Merging goes in
slices, each safe on its own; whoever is interrupted goes on at the next start (`resume`).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC
from pathlib import Path
from time import monotonic
from typing import Any
from uuid import uuid4

from desk.app.believing import Gap, check_continues, check_manifest, check_within_rights, sender_of
from desk.app.desk import Desk
from desk.durable import beside, into_place, reason_of
from desk.exchange.lines import Range
from desk.exchange.manifest import Newer
from desk.exchange.package import Package, check_stored, in_slices, open_package, plain_blocks
from desk.exchange.zips import FILES, MAX_PACKAGE
from desk.journal import exchanged, merge
from desk.journal.exchanged import APART, APPLIED, BEGUN, KNOWN, REFUSED, WAITING, Parcel
from desk.journal.files import sweep
from desk.journal.merge import Forked, Taken
from desk.rules.chain import Entry
from desk.rules.entries import ImportApplied
from desk.rules.errors import DeskError, Invalid, Refused, Steps, Trouble
from desk.rules.people import Action
from desk.words import LANGUAGES, Text, say

_BLOCK = 1 << 20
_WAITING, _APART = "waiting", "apart"


@dataclass(frozen=True)
class Inbox:
    """The folder of one desk; `where` is `Home.inbox`."""

    folder: Path

    def path_of(self, sha256: str, place: str = "") -> Path:
        """Where the file with this digest lies, or would lie."""
        return self.folder / place / f"{sha256}.desk"

    def keep(self, file: Path) -> Steps[str]:
        """Copies a file in, flushed to the disk; gives its digest. Raises Invalid, Trouble."""
        size = _size(file)
        part = self.folder / f"{uuid4().hex}.part"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            digest = hashlib.sha256()
            with file.open("rb") as source, part.open("wb") as copy:
                done = 0
                while block := source.read(_BLOCK):
                    digest.update(block)
                    copy.write(block)
                    done += len(block)
                    yield done, size
                copy.flush()
                for _ in beside(lambda: os.fsync(copy.fileno())):
                    yield done, size
            into_place(part, self.path_of(digest.hexdigest()))
        except OSError as fault:
            raise not_read(file, fault) from fault
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        return digest.hexdigest()

    def move(self, sha256: str, place: str) -> None:
        """Puts a file of the inbox into one of its folders."""
        source, target = self.path_of(sha256), self.path_of(sha256, place)
        if source.exists():
            target.parent.mkdir(exist_ok=True)
            into_place(source, target)

    def take_up(self, sha256: str) -> None:
        """Puts a waiting file back among those to be read."""
        into_place(self.path_of(sha256, _WAITING), self.path_of(sha256))

    def drop(self, sha256: str) -> None:
        """What was taken in, or never will be, needs no copy."""
        for place in ("", _WAITING, _APART):
            self.path_of(sha256, place).unlink(missing_ok=True)

    def sweep(self) -> None:
        """Takes away what a killed program had half copied, long enough ago that none is at it."""
        sweep(self.folder)

    def left(self) -> Iterator[Path]:
        """The files whose reading was interrupted."""
        if self.folder.is_dir():
            yield from sorted(self.folder.glob("*.desk"))

    def waiting(self) -> Iterator[Path]:
        """The files before which something is missing."""
        yield from sorted((self.folder / _WAITING).glob("*.desk"))


def name_of(file: Path) -> str:
    """The name of a file as it can be shown and kept; on some systems it may be any bytes."""
    return file.name.encode("utf-8", "replace").decode()


def _size(file: Path) -> int:
    try:
        size = file.stat().st_size
    except OSError as fault:
        raise not_read(file, fault) from fault
    if not file.is_file():
        raise Invalid(
            say("importing", "“{name}” is not a file. Nothing was taken in.")(name=name_of(file))
        )
    if size > MAX_PACKAGE:
        raise Invalid(
            say("importing", "“{name}” is larger than any desk writes. Nothing was taken in.")(
                name=name_of(file)
            )
        )
    return size


def not_read(file: Path, fault: OSError) -> Trouble:
    """What is told when a file cannot be copied in."""
    return Trouble(
        say(
            "importing",
            "“{name}” could not be copied in: {reason}. Nothing was taken in, and the file is "
            "where it was. Try again, or copy it to this computer first.",
        )(name=name_of(file), reason=reason_of(fault))
    )


AT_A_WINDOW, AT_A_PROMPT = 0.08, 2.0
"""Seconds that one step may take: a window answers no key meanwhile, at a prompt nobody waits."""

_IN_MEMORY = 20_000
_IN_MEMORY_CHARACTERS = 32 << 20
"""Up to so many checked entries, of so many characters, are kept for merging; of more, the file is
read a second time."""


@dataclass(frozen=True)
class Verdict:
    """What became of one file; `text` says it to people."""

    parcel: Parcel
    text: Text
    unblocked: tuple[Verdict, ...] = field(default=())


@dataclass(frozen=True)
class _Checked:
    """A package of which every byte was found right. `entries` are None where they are many."""

    package: Package
    entries: list[Entry] | None

    @property
    def manifest(self) -> Mapping[str, Any]:
        return self.package.manifest

    @property
    def ranges(self) -> list[Range]:
        return [Range.of(each) for each in self.manifest["ranges"]]


def import_file(desk: Desk, file: Path, *, pace: float = AT_A_WINDOW) -> Steps[Verdict]:
    """Takes a file in, and then those that waited for it; `pace` is how long a step may take, in
    seconds.

    Raises Refused without the right, Trouble where the disk is at fault; what is wrong with the
    file itself is the verdict.
    """
    desk.check(Action.IMPORT)
    try:
        sha256 = yield from Inbox(desk.home.inbox).keep(file)
    except Invalid as fault:
        return Verdict(_parcel(desk, "", name_of(file), REFUSED), fault.text)
    verdict = yield from _judge(desk, sha256, name_of(file), pace)
    if verdict.parcel.verdict != APPLIED:
        return verdict
    return replace(verdict, unblocked=tuple((yield from _go_on(desk, pace))))


def resume(desk: Desk, *, pace: float = AT_A_WINDOW) -> Steps[list[Verdict]]:
    """Takes in what was interrupted, and what does not wait any more."""
    verdicts = []
    Inbox(desk.home.inbox).sweep()
    desk.files.sweep()
    for path in list(Inbox(desk.home.inbox).left()):
        verdicts.append((yield from _judge(desk, path.stem, _name_of(desk, path.stem), pace)))
    verdicts += yield from _go_on(desk, pace)
    return verdicts


def _go_on(desk: Desk, pace: float) -> Steps[list[Verdict]]:
    """Looks at the waiting files again, as long as one of them could be taken in."""
    verdicts: list[Verdict] = []
    inbox = Inbox(desk.home.inbox)
    going = True
    while going:
        going = False
        for path in list(inbox.waiting()):
            inbox.take_up(path.stem)
            verdict = yield from _judge(desk, path.stem, _name_of(desk, path.stem), pace)
            if verdict.parcel.verdict != WAITING:
                verdicts.append(verdict)
                going = True
    return verdicts


def _name_of(desk: Desk, sha256: str) -> str:
    before = exchanged.of_file(desk.journal.store, sha256)
    return before.name if before else f"{sha256[:8]}.desk"


def _judge(desk: Desk, sha256: str, name: str, pace: float) -> Steps[Verdict]:
    inbox = Inbox(desk.home.inbox)
    before = exchanged.of_file(desk.journal.store, sha256)
    if before is not None and before.verdict in {APPLIED, KNOWN}:
        inbox.drop(sha256)
        parcel = replace(
            before, verdict=KNOWN, applied=0, known=before.applied + before.known, doubtful=0
        )
        return Verdict(parcel, _known(parcel))
    parcel = _parcel(desk, sha256, name, REFUSED)
    try:
        with inbox.path_of(sha256).open("rb") as file:
            package = open_package(file, public_of=lambda sender: _key_of(desk, sender))
            parcel = _named(parcel, package.manifest)
            checked = yield from _checked(desk, package)
            if before is not None and before.verdict == BEGUN:
                parcel = replace(parcel, applied=before.applied, doubtful=before.doubtful)
            taken = yield from _taken(desk, checked, parcel, pace)
    except OSError as fault:
        raise not_read(inbox.path_of(sha256), fault) from fault
    except Gap as fault:
        inbox.move(sha256, WAITING)
        reason = {"node": fault.node, "missing": fault.missing}
        return _noted(desk, replace(parcel, verdict=WAITING, reason=reason), fault.text)
    except Newer as fault:
        inbox.move(sha256, WAITING)
        return _noted(desk, replace(parcel, verdict=WAITING, reason={"newer": True}), fault.text)
    except Forked as fault:
        inbox.move(sha256, APART)
        reason = {"node": fault.node, "seq": fault.seq}
        return _noted(desk, replace(parcel, verdict=APART, reason=reason), fault.text)
    except (Invalid, Refused) as fault:
        inbox.drop(sha256)
        reason = {language: fault.text.into(language) for language in LANGUAGES}
        return _noted(desk, replace(parcel, reason=reason), fault.text)
    inbox.drop(sha256)
    desk.changed()
    return Verdict(taken, _applied(taken) if taken.applied else _known(taken))


def _parcel(desk: Desk, sha256: str, name: str, verdict: str) -> Parcel:
    at = f"{desk.now().astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return Parcel(sha256=sha256, name=name[:200], at=at, verdict=verdict)


def _named(parcel: Parcel, manifest: Mapping[str, Any]) -> Parcel:
    return replace(
        parcel,
        package=manifest["package"],
        sender=manifest["sender"]["node"],
        made_at=manifest["made_at"],
    )


def _noted(desk: Desk, parcel: Parcel, text: Text) -> Verdict:
    with desk.journal.store.transaction():
        exchanged.note(desk.journal.store, parcel)
    return Verdict(parcel, text)


def _key_of(desk: Desk, sender: Mapping[str, Any]) -> bytes:
    return bytes.fromhex(sender_of(desk, sender).signing_key)


def _checked(desk: Desk, package: Package) -> Generator[tuple[int, int], None, _Checked]:
    """Everything about the package is looked at; nothing is written."""
    manifest = package.manifest
    check_manifest(desk, manifest)
    total = _total(manifest)
    for _ in check_stored(package):
        yield 0, total
    check_continues(desk, manifest)
    check = check_within_rights(desk, manifest)
    held: list[Entry] | None = []
    done, long = 0, 0
    with closing(in_slices(package, _identity(desk, manifest))) as slices:
        for entries in slices:
            merge.check_forks(desk.journal, entries)
            for entry in entries:
                check(entry)
            done += len(entries)
            long += sum(len(entry.body) + len(entry.personal or "") for entry in entries)
            few = done <= _IN_MEMORY and long <= _IN_MEMORY_CHARACTERS
            held = [*held, *entries] if held is not None and few else None
            yield done, total
    for member in manifest["members"][1:]:
        for _ in plain_blocks(package, member, _identity(desk, manifest)):
            yield done, total
    return _Checked(package, held)


def _total(manifest: Mapping[str, Any]) -> int:
    counts: list[int] = [min(each["count"], 10**9) for each in manifest["ranges"]]
    return 2 * sum(counts) + 1


def _identity(desk: Desk, manifest: Mapping[str, Any]) -> Any:
    return desk.keys.receiving if manifest["personal"] else None


def _taken(desk: Desk, checked: _Checked, parcel: Parcel, pace: float) -> Steps[Parcel]:
    """Merges what was checked, file after file and slice after slice; gives what became of it."""
    total = _total(checked.manifest)
    done = total // 2
    yield from _store_files(desk, checked, total)
    size = _FIRST_PIECE
    for entries in _slices(desk, checked):
        yield done, total
        start = 0
        while start < len(entries):
            piece = entries[start : start + size]
            began = monotonic()
            parcel = _merged(desk, checked, piece, parcel)
            size = _next_piece(len(piece), monotonic() - began, pace)
            start += len(piece)
            yield done + start, total
        done += len(entries)
    known = sum(each.count for each in checked.ranges) - parcel.applied
    parcel = replace(parcel, verdict=APPLIED if parcel.applied else KNOWN, known=known)
    _finish(desk, checked, parcel)
    return parcel


def _next_piece(size: int, took: float, pace: float) -> int:
    """How many entries to merge at once, so that nobody waits for longer than the pace."""
    return max(_FEWEST, min(round(size * pace / max(took, 1e-6)), _SLICE))


_FIRST_PIECE, _FEWEST = 100, 25


def _merged(desk: Desk, checked: _Checked, entries: Sequence[Entry], parcel: Parcel) -> Parcel:
    """One slice is taken in, and with it the counts, also of what a killed program took before."""
    counted = parcel

    def note(taken: Taken) -> None:
        nonlocal counted
        counted = replace(
            parcel,
            verdict=BEGUN,
            applied=parcel.applied + taken.applied,
            doubtful=parcel.doubtful + taken.doubtful,
        )
        exchanged.note(desk.journal.store, counted)

    merge.merge(
        desk.journal,
        entries,
        now=desk.now(),
        has_file=desk.files.has,
        partial=[each.node for each in checked.ranges if each.partial],
        marking=checked.manifest["personal"],
        also=note,
    )
    return counted


def _slices(desk: Desk, checked: _Checked) -> Generator[Sequence[Entry], None, None]:
    held = checked.entries
    if held is None:
        yield from in_slices(checked.package, _identity(desk, checked.manifest))
        return
    for start in range(0, len(held), _SLICE):
        yield held[start : start + _SLICE]


_SLICE = 2_000
"""Entries merged in one transaction where they are in memory anyway."""


def _store_files(desk: Desk, checked: _Checked, total: int) -> Steps[None]:
    identity = _identity(desk, checked.manifest)
    for member in checked.manifest["members"][1:]:
        digest = member["name"].removeprefix(FILES)
        if not desk.files.has(digest):
            for _ in desk.files.keep_blocks(
                digest, plain_blocks(checked.package, member, identity)
            ):
                yield total // 2, total
        with desk.journal.store.transaction():
            merge.file_came(desk.journal, digest)


def _finish(desk: Desk, checked: _Checked, parcel: Parcel) -> None:
    """How far the chains are here now, what the sender has and lacks, and that the file came."""
    manifest, store = checked.manifest, desk.journal.store
    sender = manifest["sender"]["node"]
    acks = [(each["node"], each["seq"]) for each in manifest["acknowledgements"]]
    actor = desk.actor.id if desk.actor else "import"
    with desk.journal.writing(actor=actor, now=desk.now(), clock_confirmed=True) as pen:
        if manifest["personal"]:
            for each in checked.ranges:
                head = bytes.fromhex(each.head_hash)
                mark = exchanged.Mark(each.node, each.last, head, each.partial)
                merge.end_of_range(desk.journal, mark)
        exchanged.acknowledge(store, sender, acks)
        last = exchanged.last_from(store, sender)
        if last is None or last.made_at <= manifest["made_at"]:  # what it lacked long ago is past
            exchanged.set_wishes(store, sender, manifest["needs"])
        exchanged.note(store, parcel)
        if parcel.applied:
            pen.write(
                ImportApplied(
                    sender=sender,
                    sha256=parcel.sha256,
                    applied=parcel.applied,
                    known=parcel.known,
                    doubtful=parcel.doubtful,
                ),
                subject=parcel.package,
            )


def _applied(parcel: Parcel) -> Text:
    if parcel.doubtful:
        return say(
            "importing",
            "Taken in: {applied} new entries, {known} known already. {doubtful} of them say that "
            "they were written in the future: that desk's clock is wrong.",
        )(applied=parcel.applied, known=parcel.known, doubtful=parcel.doubtful)
    return say("importing", "Taken in: {applied} new entries, {known} known already.")(
        applied=parcel.applied, known=parcel.known
    )


def _known(parcel: Parcel) -> Text:
    return say("importing", "Already known: all {known} entries were here before.")(
        known=parcel.known
    )


def failed(fault: DeskError, name: str, desk: Desk) -> Verdict:
    """The verdict where the disk was at fault while a file was read."""
    return Verdict(_parcel(desk, "", name, REFUSED), fault.text)
