"""What came out, as text that is the same each time: ids by their order, paths by their place."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
from python_calamine import CalamineWorkbook

_RANDOM = re.compile(
    r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b(?:[0-9a-f]{16}|[0-9a-f]{32,})\b"
)
_PACKED = {"size", "sha256"}
"""What a member of a file weighs depends on who packs it."""


def in_order(text: str) -> str:
    """Ids, nodes, hashes and salts become #1, #2 … in the order in which they appear."""
    seen: dict[str, str] = {}
    return _RANDOM.sub(lambda found: seen.setdefault(found[0], f"#{len(seen) + 1}"), text)


def placeless(text: str, *folders: Path) -> str:
    """Without the folders of this run."""
    for folder in folders:
        text = text.replace(str(folder), "…")
    return text


def as_lines(documents: Any) -> str:
    """One document a line, its keys in the alphabet's order."""
    return "\n".join(json.dumps(each, ensure_ascii=False, sort_keys=True) for each in documents)


def of_paper(pdf: bytes) -> str:
    """The words of a paper, and digests of all that is drawn on each page."""
    told, words = [], _words(pdf)
    for page in pypdf.PdfReader(BytesIO(pdf)).pages:
        pictures: Any = page["/Resources"].get("/XObject", {})
        drawn = [page["/Contents"], *(pictures[name] for name in sorted(pictures))]
        digests = " ".join(_digest(each.get_object().get_data()) for each in drawn)
        size = " × ".join(f"{float(side):.2f}" for side in page.mediabox[2:])
        told.append(f"{next(words)}\n{size} {digests}")
    return "\n\n".join(told)


def _words(pdf: bytes) -> Iterator[str]:
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        for page in document:
            yield page.get_textpage().get_text_bounded()


def of_workbook(path: Path) -> str:
    """Every cell that is not empty, sheet by sheet."""
    book = CalamineWorkbook.from_path(str(path))
    return "\n".join(line for name in book.sheet_names for line in _cells(book, name))


def _cells(book: CalamineWorkbook, name: str) -> Iterator[str]:
    for at, row in enumerate(book.get_sheet_by_name(name).to_python(), start=1):
        for column, cell in enumerate(row, start=1):
            if cell != "":
                yield f"{name} {at}/{column}: {cell}"


def of_package(told: dict[str, Any]) -> str:
    """A file for another desk, decrypted: what it says of itself, its entries and its files."""
    manifest = told["manifest"]
    members = [
        {name: value for name, value in each.items() if name not in _PACKED}
        for each in manifest["members"]
    ]
    return as_lines([manifest | {"members": members}, *told["entries"], told["files"]])


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
