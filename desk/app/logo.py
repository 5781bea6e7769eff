"""The company's logo on this desk's papers: checked, kept by its digest, named in the journal."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from desk.app.commands import SetLogo
from desk.app.desk import Desk
from desk.paper import stationery
from desk.rules.errors import Refused, Trouble
from desk.rules.people import Action
from desk.words import say


def choose_logo(desk: Desk, source: Path | None) -> str:
    """Papers show the picture in `source` from now on, or none; gives its digest.

    Raises Refused without the right to, Invalid for what is no picture, Trouble for the file.
    """
    refusal = desk.can(Action.SETTINGS)
    if refusal is not None:
        raise Refused(refusal)
    digest = _kept(desk, stationery.normal(_content(source))) if source is not None else ""
    desk.do(SetLogo(digest=digest))
    return digest


def logo_of(desk: Desk) -> bytes:
    """The logo for papers; nothing where none is chosen, or its file is not here."""
    digest = desk.shop.logo
    try:
        return desk.files.path_of(digest).read_bytes() if digest else b""
    except (OSError, ValueError):
        return b""


def _content(source: Path) -> bytes:
    try:
        with source.open("rb") as stream:
            return stream.read(stationery.LARGEST + 1)
    except OSError as fault:
        raise Trouble(
            say("logo", "{file} cannot be read: {reason}. The papers stay as they are.")(
                file=source.name, reason=fault.strerror or str(fault)
            )
        ) from fault


def _kept(desk: Desk, content: bytes) -> str:
    with TemporaryDirectory() as folder:
        file = Path(folder, "logo.png")
        file.write_bytes(content)
        return desk.files.keep(file)
