"""Every sentence is found by lupdate, said in Indonesian, and fits its English source."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from desk.words import LANGUAGES, SOURCE_LANGUAGE, translation

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
TRANSLATED = [language for language in LANGUAGES if language != SOURCE_LANGUAGE]
FILES = [f"{of}{language}.ts" for language in TRANSLATED for of in ("", "qt_")]
FORMS = sorted((ROOT / "ui").glob("*.ui"))

Key = tuple[str, str]


def modules() -> list[Path]:
    """The Python files of the program."""
    return sorted((ROOT / "desk").rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    """The parsed file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def said_in(path: Path) -> Iterator[tuple[str, Key | None]]:
    """(file:line, what is said) of every use of `say`; None where lupdate would be blind."""
    place = path.relative_to(ROOT).as_posix()
    functions: set[ast.expr] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and _is_say(node.func):
            functions.add(node.func)
            literals = [each.value for each in node.args if isinstance(each, ast.Constant)]
            plain = len(node.args) == 2 and all(isinstance(each, str) for each in literals)
            key = (literals[0], literals[1]) if plain and len(literals) == 2 else None
            yield f"{place}:{node.lineno}", None if node.keywords else key
        elif isinstance(node, ast.ImportFrom):
            renamed = any(name.name == "say" and name.asname for name in node.names)
            yield from [(f"{place}:{node.lineno}", None)] * renamed
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.expr) and _is_say(node) and node not in functions:
            yield f"{place}:{node.lineno}", None  # handed on as a value


def _is_say(node: ast.expr) -> bool:
    return "say" in (getattr(node, "id", None), getattr(node, "attr", None))


def said() -> set[Key]:
    """(context, source) of every sentence in the program's code."""
    return {key for path in modules() for _, key in said_in(path) if key}


def shown(form: Path) -> set[Key]:
    """(context, source) of every text of a form that is to be translated."""
    root = ElementTree.parse(form).getroot()
    name = root.findtext("class", "")
    strings = [node for node in root.iter("string") if node.get("notr") != "true"]
    return {(name, node.text) for node in strings if node.text and node.text.strip()}


def kept(file: str) -> list[tuple[Key, ElementTree.Element]]:
    """Every message of a Linguist file."""
    root = ElementTree.parse(TRANSLATIONS / file).getroot()
    return [
        ((context.findtext("name", ""), message.findtext("source", "")), message)
        for context in root.iter("context")
        for message in context.iter("message")
    ]


def test_every_sentence_is_two_literals_so_that_lupdate_finds_it() -> None:
    blind = [place for path in modules() for place, key in said_in(path) if key is None]
    assert not blind


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_holds_exactly_what_forms_and_code_say(language: str) -> None:
    everything = said().union(*(shown(form) for form in FORMS))
    in_file = {key for key, _ in kept(f"{language}.ts")}
    assert sorted(everything - in_file) == []
    assert sorted(in_file - everything) == []


def test_the_tool_finds_nothing_left_to_translate() -> None:
    command = [sys.executable, "packaging/translations.py"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, (done.stdout + done.stderr)[-2000:]


@pytest.mark.parametrize("file", FILES)
def test_a_sentence_has_one_translation(file: str) -> None:
    times = Counter(key for key, _ in kept(file))
    assert not {key: number for key, number in times.items() if number > 1}


@pytest.mark.parametrize("file", FILES)
def test_nothing_is_unfinished(file: str) -> None:
    translations = [(key, message.find("translation")) for key, message in kept(file)]
    assert not [key for key, node in translations if node is None or node.get("type")]


def test_a_context_is_a_form_or_a_module_never_both() -> None:
    forms = [ElementTree.parse(form).getroot().findtext("class", "") for form in FORMS]
    assert len(set(forms)) == len(forms)
    assert not set(forms) & {context for context, _ in said()}


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_program_shows_a_translation_for_every_sentence(language: str) -> None:
    words = translation(language)
    assert not [key for key in said() if not words.get(key)]


def test_no_sentence_shouts_or_blames() -> None:
    texts = said().union(*(shown(form) for form in FORMS))
    loud = [key for key in texts if "!" in key[1] or re.search(r"\berror\b", key[1], re.IGNORECASE)]
    assert not loud
