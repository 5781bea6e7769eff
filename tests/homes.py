"""Homes that releases left behind: unpacked from tests/fixtures/homes, on a file or on a server."""

from __future__ import annotations

import re
import shutil
import tarfile
from pathlib import Path

from tests.postgres_server import Server

HOMES = Path(__file__).resolve().parent / "fixtures" / "homes"
RELEASES = ("0.1.0",)
"""Each of them stays: what was once written is read for ever."""


def unpacked(release: str, folder: Path) -> Path:
    """The home `desk`, with `office` and `office.deskcard` beside it."""
    _unpack(f"{release}.tar.xz", folder)
    return folder / "desk"


def poured(release: str, folder: Path, server: Server) -> tuple[Path, str]:
    """The home of a PC whose data are on this server, and the name of their database."""
    _unpack(f"{release}-postgresql.tar.xz", folder)
    home, address = folder / "shared", server.create()
    server.tell((folder / "dump.sql").read_text(encoding="utf-8"), address.name)
    settings = home / "settings"
    there = re.sub('postgresql://[^"]*', address.url, settings.read_text(encoding="utf-8"))
    settings.write_text(there, encoding="utf-8")
    shutil.copyfile(server.passfile, home / "pgpass")
    (home / "pgpass").chmod(0o600)
    return home, address.name


def _unpack(name: str, folder: Path) -> None:
    with tarfile.open(HOMES / name) as archive:
        archive.extractall(folder, filter="data")
