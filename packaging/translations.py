"""Keeps resources/translations complete: `python packaging/translations.py [--update]`.

lupdate reads the forms and the program into a copy of each language's file, as `id.ts`. Without
`--update` the copy is only compared, and what is missing, unfinished or ill-matched is listed. With
it, the copy replaces the file; `--merge FILE…` then fills in translations from JSON:
`[{"context", "source", "id"}, …]`, and `--begin CODE` adds the file of another language.
`qt_id.ts`, the strings of Qt itself, is checked and never written.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import string
import subprocess
import sys
import sysconfig
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
OF_QT = "qt_"
EMPTY = (
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    '<TS version="2.1" language="{code}" sourcelanguage="en">\n</TS>\n'
)

Key = tuple[str, str]


def main() -> int:
    """Check, or update and check; 1 if anything is to be done by a person."""
    options = _options()
    files = {file for file in FOLDER.glob("*.ts") if not file.name.startswith(OF_QT)}
    files |= {FOLDER / f"{code}.ts" for code in options.begin}
    faults = [fault for file in sorted(files) for fault in _kept_up(file, options)]
    for fault in faults:
        print(fault)
    print(f"translations: {len(faults)} to be done" if faults else "translations: complete")
    return int(bool(faults))


def _kept_up(words: Path, options: argparse.Namespace) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder, words.name)
        fresh.write_text(
            words.read_text(encoding="utf-8") if words.exists() else EMPTY.format(code=words.stem),
            encoding="utf-8",
        )
        read_sources_into(fresh)
        if options.merge:
            for remark in merge(fresh, options.merge):
                print(remark)
            read_sources_into(fresh)  # gives the file its usual form again
        if options.update:
            shutil.copyfile(fresh, words)
        yield from differences(fresh, words)
    yield from ill_matched(words)
    yield from ill_matched(words.with_name(OF_QT + words.name))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--update", action="store_true", help="write the files")
    parser.add_argument("--begin", nargs="+", default=[], metavar="CODE", help="as “fr”")
    parser.add_argument("--merge", nargs="+", type=Path, default=[], metavar="FILE")
    options = parser.parse_args()
    if (options.merge or options.begin) and not options.update:
        parser.error("--merge and --begin go with --update")
    return options


def read_sources_into(ts: Path) -> None:
    """Let lupdate bring `ts` up to what ui/ and desk/ say now. Raises CalledProcessError."""
    forms = sorted((ROOT / "ui").glob("*.ui"))
    modules = sorted((ROOT / "desk").rglob("*.py"))
    files = ts.with_suffix(".files")
    files.write_text("\n".join(map(str, (*forms, *modules))), encoding="utf-8")
    # Messages are sorted, so that a moved line of code changes nothing here.
    form = ["-no-obsolete", "-sort-messages", "-locations", "none"]
    languages = ["-source-language", "en", "-target-language", ts.stem]
    alias = ["-silent", "-tr-function-alias", "translate+=say"]
    command = [_lupdate(), *alias, *form, *languages, f"@{files}", "-ts", str(ts)]
    subprocess.run(command, check=True)


def _lupdate() -> str:
    """The lupdate beside this Python, else the one on the path."""
    beside = Path(sysconfig.get_path("scripts"), "pyside6-lupdate")
    return shutil.which(beside) or shutil.which("pyside6-lupdate") or str(beside)


def messages(ts: Path) -> list[tuple[Key, ElementTree.Element]]:
    """Every message of a Linguist file, by context and source."""
    return list(_messages(ElementTree.parse(ts).getroot()))


def _messages(root: ElementTree.Element) -> Iterator[tuple[Key, ElementTree.Element]]:
    for context in root.iter("context"):
        for message in context.iter("message"):
            yield (context.findtext("name", ""), message.findtext("source", "")), message


def merge(ts: Path, files: list[Path]) -> list[str]:
    """Fill translations from JSON files, finished; remarks on those that fit nowhere.

    Each carries its words under the code of their language.
    """
    given: dict[Key, str] = {}
    remarks = []
    for file in files:
        for each in json.loads(file.read_text(encoding="utf-8")):
            key = (each["context"], each["source"])
            if ts.stem not in each:
                continue
            if given.setdefault(key, each[ts.stem]) != each[ts.stem]:
                remarks.append(f"two translations, the later is taken: {_named(key)}")
            given[key] = each[ts.stem]
    tree = ElementTree.parse(ts)
    for key, message in _messages(tree.getroot()):
        if key in given:
            _finish(message, given.pop(key))
    tree.write(ts, encoding="utf-8", xml_declaration=True)
    return [*remarks, *(f"not used, nobody says it: {_named(key)}" for key in given)]


def _finish(message: ElementTree.Element, words: str) -> None:
    translation = message.find("translation")
    if translation is None:
        translation = ElementTree.SubElement(message, "translation")
    translation.text = words
    translation.attrib.pop("type", None)


def differences(fresh: Path, words: Path) -> Iterator[str]:
    """What the file `words` lacks of the fresh copy, has too much, or has twice."""
    said = Counter(key for key, _ in messages(fresh))
    kept = Counter(key for key, _ in messages(words)) if words.exists() else Counter()
    yield from (f"missing in {words.name}: {_named(key)}" for key in said - kept)
    yield from (f"nobody says it any more, in {words.name}: {_named(key)}" for key in kept - said)
    yield from (f"twice in one context: {_named(key)}" for key, n in kept.items() if n > 1)


def ill_matched(ts: Path) -> Iterator[str]:
    """What in one file is unfinished or does not fit its source."""
    if not ts.exists():
        yield f"there is no {ts.name}"
        return
    for key, message in messages(ts):
        translation = message.find("translation")
        words = "" if translation is None else translation.text or ""
        if translation is None or translation.get("type") or not words.strip():
            yield f"unfinished: {_named(key)}"
            continue
        for fault in mismatches(key[1], words):
            yield f"{fault}: {_named(key)} → “{words}”"


def mismatches(source: str, translation: str) -> Iterator[str]:
    """How a translation does not fit its source: blanks, access key, end of the sentence."""
    try:
        fits = blanks(source) == blanks(translation)
    except ValueError:
        fits = False
    if not fits:
        yield "other blanks"
    if access_keys(source) != access_keys(translation):
        yield "other number of access keys"
    if _end(source) != _end(translation):
        yield "other end"
    if _edges(source) != _edges(translation):
        yield "other blanks at the edges"


def blanks(text: str) -> set[str]:
    """The names in {braces} and Qt's %1, %n. Raises ValueError for braces that do not close."""
    named = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    return named | set(re.findall(r"%(?:L?\d+|n)", text))


def access_keys(text: str) -> int:
    """How many letters carry an access key (“&&” is a plain ampersand, “ & ” is one too)."""
    return len(re.findall(r"&(?=[^\s&])", text.replace("&&", "")))


def _end(text: str) -> str:
    """The sign that ends it, wherever a quotation closes."""
    last = text.replace("...", "…").rstrip(" \n”)")[-1:]
    return last if last in set(".,:;?!…") else ""


def _edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def _named(key: Key) -> str:
    return f"{key[0]}: “{key[1]}”"


if __name__ == "__main__":
    sys.exit(main())
