"""A workbook of all complaints for people who only have Excel, beside the file for head office.

It is a copy for reading: nothing ever comes back from it. Without personal data it holds no names,
telephones, addresses and nobody's own words; what staff wrote of cause and remedy is masked.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, Generic

from desk.app.desk import Desk
from desk.durable import PartFile, beside, not_written, part_file, reason_of
from desk.journal import known
from desk.journal.queue import Filter
from desk.rules.complaint import Complaint
from desk.rules.entries import ComplaintRegistered, FeedbackTaken, read
from desk.rules.errors import Steps, Trouble
from desk.rules.people import Action
from desk.sheets.workbook import Cell, WorkbookFile
from desk.telling.columns import (
    COMPLAINTS,
    FEEDBACK,
    OWED,
    TIMELINE,
    CaseRow,
    Field,
    LineRow,
    OwedRow,
    Row,
    chosen,
)
from desk.words import Text, say, spoken

_SLICE = 10
"""Complaints between two steps."""
_CHUNK = 1 << 20
_SCRATCH = "workbook-"
_FORGOTTEN = timedelta(days=1)


def write_workbook(desk: Desk, path: Path, *, without_personal: bool = False) -> Steps[Path]:
    """Writes every complaint that the actor may see to `path`, whole or not at all.

    Steps are (done, total). Raises Refused at once without the right to export; Trouble.
    """
    desk.check(Action.EXPORT)
    return _steps(desk, desk.home.foreign(path), plain=without_personal)


def _steps(desk: Desk, path: Path, *, plain: bool) -> Steps[Path]:
    language = spoken()
    with part_file(path) as target, _scratch(desk.home.folder, desk.now().timestamp()) as folder:
        made = folder / "workbook.xlsx"
        with WorkbookFile(made, _ABOUT, language) as book:
            total = max(desk.counts()[Filter.ALL], 1) * 5 // 4 + 1  # the rest is packing
            done = 0
            for done in _fill(desk, book, plain=plain):
                yield min(done, total), total
            for _ in beside(book.close):
                yield min(done, total), total
            if not book.whole:
                raise RuntimeError(path.name)
        for _ in _carry(made, target):
            yield total, total
    return path


@contextmanager
def _scratch(home: Path, now: float) -> Iterator[Path]:
    """A folder on the desk's own disk, where unfinished parts are no worse kept than the desk."""
    try:
        for left in home.glob(f"{_SCRATCH}*"):  # of a program that was killed
            if now - left.stat().st_mtime > _FORGOTTEN.total_seconds():
                shutil.rmtree(left, ignore_errors=True)
        with TemporaryDirectory(prefix=_SCRATCH, dir=home, ignore_cleanup_errors=True) as folder:
            yield Path(folder)
    except OSError as problem:
        raise Trouble(
            say(
                "workbook",
                "The workbook could not be made in “{folder}”: {reason}. The complaints are safe. "
                "Make room on that disk and write the workbook again.",
            )(folder=home, reason=reason_of(problem))
        ) from problem


def _carry(made: Path, target: PartFile) -> Iterator[None]:
    """Copies the workbook to where it is wanted, reads it back, and gives it its name."""
    try:
        with made.open("rb") as source:
            wanted = hashlib.sha256()
            for chunk in _chunks(source):
                wanted.update(chunk)
                target.out.write(chunk)
                yield
        yield from target.finish()
        found = hashlib.sha256()
        with target.part.open("rb") as written:
            for chunk in _chunks(written):
                found.update(chunk)
                yield
        _compare(found.digest(), wanted.digest())
        target.settle()
    except OSError as problem:
        raise not_written(problem, target.target.parent) from problem


def _compare(found: bytes, wanted: bytes) -> None:
    """Raises OSError where something else can be read back than was written."""
    if found != wanted:
        raise OSError(errno.EIO, os.strerror(errno.EIO))


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    return iter(partial(file.read, _CHUNK), b"")


class _Table(Generic[Row]):
    """One of the tables: what may be shown of each of its rows."""

    def __init__(
        self, book: WorkbookFile, name: Text, fields: tuple[Field[Row], ...], *, plain: bool
    ) -> None:
        self.name = name
        self._fields = chosen(fields, plain=plain)
        self._sheet = book.sheet(name, [one.column for one in self._fields])

    def add(self, row: Row) -> None:
        self._sheet.add([one.of(row) for one in self._fields])

    @property
    def line(self) -> tuple[Cell, Cell]:
        """What the first sheet says of it."""
        return self.name, self._sheet.rows


def _fill(desk: Desk, book: WorkbookFile, *, plain: bool) -> Iterator[int]:
    """All sheets, and the first one last, when the rows are counted; gives what is done."""
    complaints = _Table(book, say("workbook", "Complaints"), COMPLAINTS, plain=plain)
    timeline = _Table(book, say("workbook", "Timeline"), TIMELINE, plain=plain)
    owed = _Table(book, say("workbook", "Promises"), OWED, plain=plain)
    feedback = _Table(book, say("workbook", "Feedback"), FEEDBACK, plain=plain)
    now, names = desk.now(), _names(desk)
    done = 0
    for done, complaint in enumerate(_complaints(desk), 1):
        if complaint is not None:
            case = CaseRow(
                complaint=complaint, now=now, names=names, language=book.language, plain=plain
            )
            complaints.add(case)
            for line in complaint.timeline:
                timeline.add(LineRow(case, line))
            for promise in complaint.promises:
                owed.add(OwedRow(case, promise))
        if done % _SLICE == 0:
            yield done
    for more, event in enumerate(_feedback(desk), 1):
        feedback.add(event)
        if more % (_SLICE * _SLICE) == 0:
            yield done
    tables = (complaints.line, timeline.line, owed.line, feedback.line)
    book.cover(_title(desk), [*_about(desk, plain=plain), *tables])
    yield done


def _complaints(desk: Desk) -> Iterator[Complaint | None]:
    """Each complaint that the actor may see, in the order in which they came; None for others.

    Two registrations of one complaint, which desks that never met may have written, are one row.
    """
    sees = desk.circle.sees
    for entry in desk.journal.of_kind(ComplaintRegistered.KIND):
        complaint = desk.journal.complaint(entry.subject)
        first = next(line for line in complaint.timeline if line.kind == ComplaintRegistered.KIND)
        hidden = sees and sees.isdisjoint(code for code, _, _ in complaint.branches)
        known_here = complaint.registered is not None and (first.node, first.seq) == (
            entry.node,
            entry.seq,
        )
        yield complaint if known_here and not hidden else None


def _feedback(desk: Desk) -> Iterator[FeedbackTaken]:
    sees = desk.circle.sees
    for entry in desk.journal.of_kind(FeedbackTaken.KIND):
        event = read(entry)
        if isinstance(event, FeedbackTaken) and (not sees or event.branch in sees):
            yield event


def _names(desk: Desk) -> dict[str, str]:
    return {person.id: person.name for person in known.people(desk.journal.store)}


_ABOUT = say("workbook", "About")


def _title(desk: Desk) -> Text:
    return say("workbook", "Complaints of {company}")(company=desk.shop.company)


def _about(desk: Desk, *, plain: bool) -> list[tuple[Cell, Cell]]:
    """What the file is, of which branch, when, and how it is to be kept."""
    shop, now = desk.shop, desk.now()
    office = say("workbook", "Head office, {name} ({code})")
    branch = office if shop.head_office else say("workbook", "{name} ({code})")
    zone = f"{now.astimezone():%z}"
    what = say(
        "workbook",
        "A copy for reading. The complaint desk holds what counts; what is changed here changes "
        "nothing there, and cannot be read in again.",
    )
    kept = say(
        "workbook",
        "Names, telephones and words of customers are inside, and the file is not locked. Keep it "
        "as carefully as the complaints themselves, and delete it when it is no longer needed.",
    )
    if plain:
        kept = say("workbook", "Left out: names, telephones, addresses and people's own words.")
    return [
        (say("workbook", "What this is"), what),
        (say("workbook", "Branch"), branch(name=shop.branch_name, code=shop.branch)),
        (say("workbook", "Made"), now),
        (say("workbook", "Times"), f"UTC{zone[:3]}:{zone[3:]}"),
        (say("workbook", "Personal data"), kept),
        (None, None),
        (say("workbook", "Sheet"), say("workbook", "Rows")),
    ]
