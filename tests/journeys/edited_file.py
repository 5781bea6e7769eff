"""A file for head office in the hands of somebody who edits it."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import zstandard

from desk.app import exporting
from desk.app.believing import own_card, trust_of
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from desk.exchange.keys import DeskKeys, sign
from desk.exchange.package import Checked, check_package
from desk.exchange.zips import ENTRIES, MANIFEST, SIGNATURE, ZipWriter
from desk.rules.chain import canonical
from desk.rules.errors import finish
from tests.journeys.leaders_only import CLERK
from tests.journeys.shop_floor import CHIEF, PINS


def head_office(folder: Path) -> Desk:
    """Head office's desk."""
    wanted = SetUp(company="Toko Sepeda", branch="0", branch_name="Pusat", head_office=True)
    return set_up(Home(folder), wanted)


@dataclass
class Edited:
    """The shop's desk, head office, and a folder to work in."""

    desk: Desk
    office: Desk
    folder: Path

    def __post_init__(self) -> None:
        self.desk.sign_in(CHIEF, PINS[CHIEF])
        self.desk.do(trust_of(own_card(self.office)))

    def sealed(self) -> Path:
        """The file that the clerk writes for head office."""
        return self._written(without_personal=False)

    def plain(self) -> Path:
        """A file without personal data, which is not encrypted."""
        return self._written(without_personal=True)

    def _written(self, *, without_personal: bool) -> Path:
        self.desk.sign_in(CLERK, PINS[CLERK])
        made = exporting.plan(self.desk, folder=self.folder, without_personal=without_personal)
        return finish(made.steps()).path

    def checked(self, file: Path) -> Checked:
        """What head office finds. Raises Invalid."""
        return finish(
            check_package(file, public=self.desk.keys.public, identity=self.office.keys.receiving)
        )

    def with_other_bytes(self) -> Iterator[Path]:
        """The sealed file with one byte changed in each of its parts."""
        whole = self.folder / "changed.desk"
        for name in (ENTRIES, MANIFEST, SIGNATURE):
            original = self.sealed()
            content = bytearray(original.read_bytes())
            with zipfile.ZipFile(original) as archive:
                member = archive.getinfo(name)
                start = member.header_offset + 30 + len(name)
            content[start + member.file_size // 2] ^= 1
            whole.write_bytes(content)
            original.unlink()
            yield whole

    def lines(self, file: Path) -> bytes:
        """The entries of a file that is not encrypted."""
        with zipfile.ZipFile(file) as archive:
            squeezed = archive.read(ENTRIES)
        return zstandard.ZstdDecompressor().decompressobj().decompress(squeezed)

    def made_anew(self, file: Path, old: bytes, new: bytes, *, signed_by: DeskKeys | None) -> Path:
        """The file with other words, every size and hash right; None: the signature is kept."""
        plain = self.lines(file).replace(old, new) if old else self.lines(file)
        squeezed = zstandard.ZstdCompressor().compress(plain)
        with zipfile.ZipFile(file) as archive:
            manifest = json.loads(archive.read(MANIFEST))
            signature = archive.read(SIGNATURE)
        manifest["members"] = [
            {
                "name": ENTRIES,
                "size": len(squeezed),
                "sha256": hashlib.sha256(squeezed).hexdigest(),
                "plain_size": len(plain),
                "plain_sha256": hashlib.sha256(plain).hexdigest(),
            }
        ]
        told = canonical(manifest)
        made = self.folder / "made-anew.desk"
        with made.open("wb") as out:
            archive = ZipWriter(out)
            archive.add(ENTRIES, squeezed)
            archive.add(MANIFEST, told)
            archive.add(SIGNATURE, sign(signed_by, "export", told) if signed_by else signature)
            archive.close()
        return made
