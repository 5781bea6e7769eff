"""The folder in which one desk lives (design.md, section 4)."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from desk.app import whereabouts
from desk.app.whereabouts import OnServer

APP_NAME = "complaint-desk"


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

    @property
    def on_server(self) -> OnServer | None:
        """Where the data are on a server; None where they are in this folder. Raises Trouble."""
        return whereabouts.read(self.settings, self.passfile)

    @property
    def exists(self) -> bool:
        """Whether a desk was set up here."""
        return self.database.exists() or self.on_server is not None


def find_home(named: str | None = None) -> Home:
    """`named`, else `DESK_HOME`, else the platform's data folder."""
    chosen = named or os.environ.get("DESK_HOME")
    folder = Path(chosen).expanduser() if chosen else platformdirs.user_data_path(APP_NAME, False)
    return Home(Path(os.path.abspath(folder)))
