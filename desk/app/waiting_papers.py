"""Papers that a printer did not take: kept in the home as PDF, with what they are for, until done.

Each is two files in `papers/waiting`: the PDF first, then a small JSON document; one without the
other is not listed, so a power cut between them leaves no half paper. A receipt made anew takes
the place of the one of the same complaint that still waits.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime, timedelta
from pathlib import Path

from desk.app.home import Home
from desk.durable import write_whole
from desk.paper.papers import PAPERS, SIZES
from desk.rules.chain import new_id
from desk.words import LANGUAGES, Text

FIRST_PAUSE = timedelta(seconds=15)
"""Before a paper is tried a second time."""
_LONGEST_PAUSE = timedelta(minutes=10)


@dataclass(frozen=True, kw_only=True)
class WaitingPaper:
    """One paper and what became of it so far; the times are aware."""

    id: str
    kind: str
    """One of the kinds of `SIZES`."""
    paper: str
    """One of `PAPERS`."""
    printer: str
    title: str
    """What it is for, as people call it."""
    complaint: str
    """The id of its complaint; “” where it has none."""
    actor: str
    """The id of whoever pressed the key."""
    since: datetime
    tries: int
    next_try: datetime
    reason: dict[str, str]
    """Why it waits, in each language."""

    def why(self, language: str) -> str:
        """The reason in a language that we have."""
        return self.reason.get(language) or self.reason.get("en", "")


def keep(home: Home, paper: WaitingPaper, pdf: bytes) -> None:
    """From now on it waits, also after a restart. Raises Trouble where it cannot be written."""
    folder = _folder(home)
    with suppress(OSError):  # writing says why
        folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / f"{paper.id}.pdf", pdf)
    _write(home, paper)
    for older in waiting(home):
        if older.complaint and _place(older) == _place(paper) and older.id != paper.id:
            drop(home, older.id)


def first(
    *,
    kind: str,
    paper: str,
    printer: str,
    title: str,
    complaint: str,
    actor: str,
    reason: Text,
    now: datetime,
) -> WaitingPaper:
    """A paper that a printer refused just now."""
    return WaitingPaper(
        id=new_id(now),
        kind=kind,
        paper=paper,
        printer=printer,
        title=title,
        complaint=complaint,
        actor=actor,
        since=now,
        tries=1,
        next_try=now + FIRST_PAUSE,
        reason=_in_words(reason),
    )


def waiting(home: Home) -> list[WaitingPaper]:
    """What waits, the oldest first."""
    try:
        named = sorted(_folder(home).glob("*.json"))
    except OSError:
        return []
    found = [paper for file in named if (paper := _read(file)) is not None]
    return sorted(found, key=lambda paper: (paper.since, paper.id))


def pdf_of(home: Home, paper: WaitingPaper) -> bytes | None:
    """The paper itself; None where it is gone."""
    try:
        return (_folder(home) / f"{paper.id}.pdf").read_bytes()
    except OSError:
        return None


def failed_again(home: Home, paper: WaitingPaper, reason: Text, now: datetime) -> WaitingPaper:
    """It goes on waiting, for twice as long as before, at most for ten minutes."""
    pause = min(FIRST_PAUSE * 2 ** min(paper.tries, 10), _LONGEST_PAUSE)
    later = replace(paper, tries=paper.tries + 1, next_try=now + pause, reason=_in_words(reason))
    if (_folder(home) / f"{paper.id}.json").exists():  # nobody threw it away meanwhile
        _write(home, later)
    return later


def move(home: Home, paper: WaitingPaper, printer: str, now: datetime) -> WaitingPaper:
    """It goes to this printer, at once."""
    moved = replace(paper, printer=printer, next_try=now, tries=1)
    _write(home, moved)
    return moved


def drop(home: Home, paper: str) -> None:
    """It was printed, saved elsewhere or thrown away."""
    for ending in ("json", "pdf"):
        (_folder(home) / f"{paper}.{ending}").unlink(missing_ok=True)


def printed(home: Home, kind: str, complaint: str) -> None:
    """A paper of this kind came out for the complaint: an older one needs to wait no longer."""
    for older in waiting(home):
        if complaint and _place(older) == (kind, complaint):
            drop(home, older.id)


def _place(paper: WaitingPaper) -> tuple[str, str]:
    return paper.kind, paper.complaint


def _folder(home: Home) -> Path:
    return home.folder / "papers" / "waiting"


def _in_words(reason: Text) -> dict[str, str]:
    return {language: reason.into(language) for language in LANGUAGES}


def _write(home: Home, paper: WaitingPaper) -> None:
    document = asdict(paper)
    for name in ("since", "next_try"):
        document[name] = document[name].isoformat()
    content = json.dumps(document, ensure_ascii=False, indent=1).encode()
    write_whole(_folder(home) / f"{paper.id}.json", content)


def _read(file: Path) -> WaitingPaper | None:
    """None for what is damaged, of another program, or without its PDF."""
    try:
        document = json.loads(file.read_bytes())
        values = {field.name: document[field.name] for field in fields(WaitingPaper)}
        for name in ("since", "next_try"):
            values[name] = datetime.fromisoformat(values[name])
        paper = WaitingPaper(**values)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    whole = (
        isinstance(paper.tries, int)
        and isinstance(paper.reason, dict)
        and paper.since.tzinfo is not None
        and paper.next_try.tzinfo is not None
        and paper.id == file.stem
        and paper.kind in SIZES
        and paper.paper in PAPERS
        and file.with_suffix(".pdf").exists()
    )
    return paper if whole else None
