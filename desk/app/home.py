"""The folder in which one desk lives (design.md, section 4).

One desk can take the place of another in a home. What is to be done is written down first, and each
step can be done again: whoever opens the home next goes on where it was left, one program at a
time. So there is always a desk, the new one, or the old one where the new one is no longer there.
"""

from __future__ import annotations

import os
import re
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from msgspec import MsgspecError, Struct
from msgspec.json import decode, encode

from desk.durable import flushed, into_place, only_this_user, put_whole, sync_folder
from desk.journal.address import Address
from desk.rules.errors import Refused, Trouble
from desk.words import say

_SECTION = "[desk]"
_LINE = re.compile(r'(database|node)\s*=\s*"?([^"]*?)"?\s*')


@dataclass(frozen=True)
class OnServer:
    """The data are on a server, and `node` is this PC's desk there."""

    address: Address
    node: str


def server_in(settings: Path, passfile: Path) -> OnServer | None:
    """What the file says; None where the data are in the home. Raises Trouble."""
    lines = map(_LINE.fullmatch, _ours(_lines(settings)))
    kept = {found[1]: found[2] for found in lines if found}
    if not kept.get("database"):
        return None
    secret = passfile if passfile.is_file() else None
    return OnServer(Address(kept["database"], secret), kept.get("node", ""))


def write(settings: Path, there: OnServer | None) -> None:
    """Replaces the section; the rest of the file stays, and it is whole at every moment."""
    before = _lines(settings)
    ours = _ours(before)
    start = before.index(_SECTION) if _SECTION in before else len(before)
    rest = before[:start] + before[start + 1 + len(ours) :]
    while rest and not rest[-1]:
        rest.pop()
    told = [_SECTION, f'database="{there.address.url}"', f"node={there.node}"] if there else []
    _put(settings, "\n".join((*rest, *([""] if rest and told else []), *told, "")))


def keep_password(passfile: Path, password: str) -> None:
    """Writes a password file as PostgreSQL's programs read it, for this user's eyes only."""
    escaped = password.replace("\\", "\\\\").replace(":", "\\:")
    _put(passfile, f"*:*:*:*:{escaped}\n", secret=True)


def _lines(settings: Path) -> list[str]:
    try:
        return settings.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except FileNotFoundError:
        return []
    except OSError as fault:
        raise _not_kept(settings, fault) from fault


def _ours(lines: list[str]) -> list[str]:
    """The lines of our section."""
    if _SECTION not in lines:
        return []
    start = lines.index(_SECTION) + 1
    ends = (at for at in range(start, len(lines)) if lines[at].startswith("["))
    return lines[start : next(ends, len(lines))]


def _put(path: Path, text: str, *, secret: bool = False) -> None:
    part = path.with_name(f"{path.name}.part")
    try:
        part.unlink(missing_ok=True)
        with flushed(part, 0o600) as file:
            if secret and os.name == "nt":
                only_this_user(part)
            file.write(text.encode("utf-8", errors="surrogateescape"))
        into_place(part, path)
    except OSError as fault:
        raise _not_kept(path, fault) from fault


def _not_kept(path: Path, fault: OSError) -> Trouble:
    return Trouble(
        say(
            "journal",
            "The settings in {file} cannot be read or written ({reason}). Nothing was changed. "
            "Check the disk and the right to write there.",
        )(file=path, reason=fault.strerror or str(fault))
    )


APP_NAME = "complaint-desk"
_FOR_PEOPLE = frozenset({"outbox", "papers", "backups"})
"""The folders of a desk in which people look for files."""


@dataclass(frozen=True)
class Home:
    """The paths of one desk. Nothing is made before somebody writes."""

    folder: Path

    @property
    def database(self) -> Path:
        """The journal and its views."""
        return self.folder / "desk.db"

    @property
    def files(self) -> Path:
        """Photos and documents, by digest."""
        return self.folder / "files"

    @property
    def keys(self) -> Path:
        """The desk's private keys."""
        return self.folder / "keys"

    @property
    def outbox(self) -> Path:
        """Where exports go when no other folder is named."""
        return self.folder / "outbox"

    @property
    def inbox(self) -> Path:
        """Where the files of other desks are copied to before they are read."""
        return self.folder / "inbox"

    @property
    def backups(self) -> Path:
        """Daily backups."""
        return self.folder / "backups"

    @property
    def logs(self) -> Path:
        """What the program writes about itself; no personal data."""
        return self.folder / "logs"

    @property
    def settings(self) -> Path:
        """The window's own settings (INI), and where the data are if not here."""
        return self.folder / "settings"

    @property
    def passfile(self) -> Path:
        """The password of a database on a server, where it was given with its address."""
        return self.folder / "pgpass"

    def foreign(self, path: Path) -> Path:
        """The file that a person named to be written.

        Raises Refused for one in this folder, where it could take the place of the desk's data:
        only `_FOR_PEOPLE` take new files, and what is there already stays as it is.
        """
        there = Path(os.path.realpath(path))
        here = [each for each in there.parents if each.is_dir() and each.samefile(self.folder)]
        inner = there.relative_to(here[0]).parts if here else ()
        if here and (len(inner) < 2 or inner[0] not in _FOR_PEOPLE or there.exists()):
            raise Refused(
                say(
                    "home",
                    "“{file}” would lie among the desk's own data. Nothing was written. Choose "
                    "another folder.",
                )(file=path)
            )
        return path

    @property
    def on_server(self) -> OnServer | None:
        """Where the data are on a server; None where they are in this folder. Raises Trouble."""
        return server_in(self.settings, self.passfile)

    @property
    def swapping(self) -> Path:
        """Says how one desk takes the place of another, while it does (`swapping.py`)."""
        return self.folder / "restoring.json"

    @property
    def exists(self) -> bool:
        """Whether a desk was set up here, be it that another is just taking its place."""
        return self.database.exists() or self.swapping.exists() or self.on_server is not None


def find_home(named: str | None = None) -> Home:
    """`named`, else `DESK_HOME`, else the platform's data folder."""
    chosen = named or os.environ.get("DESK_HOME")
    folder = Path(chosen).expanduser() if chosen else platformdirs.user_data_path(APP_NAME, False)
    return Home(Path(os.path.abspath(folder)))


_PATIENCE = 30.0  # seconds for another program that is at it; renames are quick


class Swap(Struct, frozen=True, kw_only=True):
    """What goes aside into the folder `kept`, and where the data were and will be.

    `kept` lies in the home, empty where nothing goes aside; data that are not on a server
    (`before`, `there`: its address and the desk's seat) are in the home's own database.
    """

    kept: str
    aside: tuple[str, ...]
    before: tuple[str, str] | None
    there: tuple[str, str] | None


def seat_of(place: OnServer | None) -> tuple[str, str] | None:
    """A place on a server as it is written down."""
    return (place.address.url, place.node) if place else None


def bench_of(home: Home) -> Home:
    """Where the new desk is made ready."""
    return Home(home.folder / "restoring")


def swap(home: Home, wanted: Swap) -> None:
    """Carries it out. Raises OSError or Trouble; `finish_swap` then finishes what was begun."""
    put_whole(home.swapping, encode(wanted))
    finish_swap(home)


def finish_swap(home: Home) -> None:
    """Goes on with what was begun and cut off; nothing where nothing was. Raises Trouble."""
    if not home.swapping.exists():
        return
    from filelock import FileLock  # loads asyncio, which no other start needs

    lock = FileLock(home.swapping.with_suffix(".lock"), timeout=_PATIENCE)
    try:
        with lock, suppress(FileNotFoundError):  # another program has just finished it
            _finish(home, decode(home.swapping.read_bytes(), type=Swap))
    except (OSError, MsgspecError) as fault:
        raise Trouble(
            say(
                "safety",
                "The restore that was begun in {folder} cannot be finished yet: {reason}. Nothing "
                "is lost: both desks are kept. Close all windows of the desk, see that the disk "
                "has room and may be written to, and open it again.",
            )(folder=home.folder, reason=getattr(fault, "strerror", None) or str(fault))
        ) from fault


def _finish(home: Home, plan: Swap) -> None:
    if not _is_ready(home, plan):
        _take_back(home, plan)
        _tidy(home)
        raise Trouble(
            say(
                "safety",
                "The restore in {folder} was cut off, and what it had made ready is gone. The "
                "desk from before is there again, unchanged. Open it, and restore the backup once "
                "more.",
            )(folder=home.folder)
        )
    bench = bench_of(home)
    if plan.kept and bench.keys.exists():  # the first to move in: until then the old goes aside
        _put_aside(home, plan)
    for source in (bench.keys, bench.passfile if plan.there else bench.database):
        _move(source, home.folder / source.name)
    if plan.there or plan.before:
        write(home.settings, _place(plan.there))
    _tidy(home)


def _is_ready(home: Home, plan: Swap) -> bool:
    """Whether the new desk is whole, be it made ready or partly moved in."""
    bench = bench_of(home)
    if bench.keys.exists():
        return plan.there is not None or bench.database.exists()
    if not plan.there and bench.database.exists():
        return home.keys.exists()
    old_is_aside = all(
        name not in plan.aside or (home.folder / plan.kept / name).exists()
        for name in (home.keys.name, home.database.name)
    )
    return old_is_aside and home.keys.exists() and (bool(plan.there) or home.database.exists())


def _put_aside(home: Home, plan: Swap) -> None:
    kept = home.folder / plan.kept
    kept.mkdir(parents=True, exist_ok=True)
    for name in plan.aside:
        if not (kept / name).exists():
            _move(home.folder / name, kept / name)
    if plan.before:
        write(kept / home.settings.name, _place(plan.before))


def _take_back(home: Home, plan: Swap) -> None:
    kept, bench = home.folder / plan.kept, bench_of(home)
    for name in plan.aside:
        if (kept / name).exists():
            bench.folder.mkdir(exist_ok=True)
            _move(home.folder / name, bench.folder / name)
            _move(kept / name, home.folder / name)
    if plan.there or plan.before:
        write(home.settings, _place(plan.before))


def _tidy(home: Home) -> None:
    home.swapping.unlink(missing_ok=True)
    sync_folder(home.folder)
    shutil.rmtree(bench_of(home).folder, ignore_errors=True)


def _move(source: Path, target: Path) -> None:
    with suppress(FileNotFoundError):  # it was moved before
        into_place(source, target)


def _place(written: tuple[str, str] | None) -> OnServer | None:
    return OnServer(Address(written[0], None), written[1]) if written else None
