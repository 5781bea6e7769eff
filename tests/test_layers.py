"""The shape of the code, held by a test: who may import whom, how long things are, what is banned.

The reasons stand in the architecture (a folder imports only from those below it) and in the
project's style; here they are rules that name the file and the line.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DESK = ROOT / "desk"

# From the top of the house to its ground; those on one line do not import each other.
HOUSE = (
    ("__main__",),
    ("gui",),
    ("cli",),
    ("controllers",),
    ("sample",),
    ("app",),
    ("figures", "telling"),
    ("paper", "sheets", "exchange", "journal"),
    ("durable",),
    ("rules",),
    ("moments", "phones"),
    ("words",),
    ("assets",),
)
FLOOR = {name: floor for floor, names in enumerate(HOUSE) for name in names}

# Library → the one folder that may import it.
ONLY_IN = {
    "PySide6": "gui",
    "shiboken6": "gui",
    "peewee": "journal",
    "playhouse": "journal",
    "pysqlite3": "journal",
    "sqlite3": "journal",
    "psycopg": "journal",
}

LONGEST_FILE = 600
LONGEST_FUNCTION = 40
LAST_RESORT = {"desk/gui/main.py", "desk/cli/main.py"}  # the two places that may catch everything
TOP_LEVEL = {"desk", "ui", "resources", "packaging", "tests"}
TOP_LEVEL |= {
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "SECURITY.md",
}
HOLLOW_NAMES = re.compile(r"(Manager|Helpers?|Utils?|Base|Data)$")
MAGIC_SLOT = re.compile(
    r"on_\w+_(\w+(Clicked|Changed|Pressed)|clicked|toggled|triggered|activated|pressed|released)$"
)
SQL = re.compile(
    r"\s*(SELECT\s.*\sFROM\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\S+\s+SET\s|DELETE\s+FROM\s"
    r"|CREATE\s+(VIRTUAL\s+|UNIQUE\s+|TEMP\s+)?(TABLE|INDEX|TRIGGER|VIEW)\s|DROP\s+TABLE\s"
    r"|ALTER\s+TABLE\s|PRAGMA\s|BEGIN\s+IMMEDIATE|VACUUM\b)",
    re.DOTALL,
)


@cache
def tree(path: Path) -> ast.Module:
    """The parsed file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def modules(*folders: str) -> list[Path]:
    """The Python files of these top-level folders."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def named(path: Path) -> str:
    """The file as people call it: desk/gui/main.py."""
    return path.relative_to(ROOT).as_posix()


def room(path: Path) -> str:
    """The part of the house that a file of desk/ is in: gui, rules, words …; “” for the door."""
    part = path.relative_to(DESK).parts[0].removesuffix(".py")
    return "" if part == "__init__" else part


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """(line, dotted name) of everything a file imports; `from a import b` gives a.b."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            start = ".".join((*above, *filter(None, [node.module])))
            yield from ((node.lineno, f"{start}.{name.name}") for name in node.names)


def desk_rooms(path: Path) -> Iterator[tuple[int, str]]:
    """(line, room) of everything a file imports from desk/; “” for desk/__init__.py itself."""
    rooms = {each.name.removesuffix(".py") for each in DESK.iterdir()}
    for line, name in imports(path):
        parts = name.split(".")
        if parts[0] == "desk":
            yield line, parts[1] if len(parts) > 1 and parts[1] in rooms else ""


def hold(check: Callable[[Path], Iterator[tuple[int, str]]], *folders: str) -> None:
    """Fail with each place that a check finds, as file:line: text."""
    found = [
        f"{named(path)}:{line}: {text}" for path in modules(*folders) for line, text in check(path)
    ]
    assert not found, "\n" + "\n".join(found)


def test_every_part_of_the_program_has_its_floor_in_the_house() -> None:
    strangers = {room(path) for path in modules("desk")} - {"", *FLOOR}
    assert not strangers


def test_imports_only_go_down_the_house() -> None:
    def upward(path: Path) -> Iterator[tuple[int, str]]:
        here = room(path)
        for line, there in desk_rooms(path):
            if there and there != here and FLOOR.get(there, -1) <= FLOOR.get(here, len(HOUSE)):
                yield line, f"{here or 'desk'} imports {there}"

    hold(upward, "desk")


def test_each_library_is_imported_in_its_own_folder_only() -> None:
    def astray(path: Path) -> Iterator[tuple[int, str]]:
        for line, name in imports(path):
            library = name.split(".")[0]
            if ONLY_IN.get(library, room(path)) != room(path):
                yield line, f"{library} belongs into {ONLY_IN[library]}/"

    hold(astray, "desk")


def test_reading_needs_no_door_but_the_window_knows_only_the_values() -> None:
    """gui takes from journal what rows become; what asks for rows stands below it."""

    def asking(path: Path) -> Iterator[tuple[int, str]]:
        for line, name in imports(path):
            if name.startswith("desk.journal.") and not name.rpartition(".")[2][0].isupper():
                yield line, f"{name} asks for rows"

    hold(asking, "desk/gui", "desk/sample", "desk/telling")


def test_writing_has_one_door() -> None:
    def written(path: Path) -> Iterator[tuple[int, str]]:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and called(node) in {"writing", "transaction"}:
                yield node.lineno, f"{called(node)}() belongs into app/ and journal/"

    hold(written, *(f"desk/{name}" for name in ("gui", "cli", "controllers", "sample", "telling")))


def test_rules_need_nothing_but_the_standard_library_and_msgspec() -> None:
    def foreign(path: Path) -> Iterator[tuple[int, str]]:
        for line, name in imports(path):
            if name.split(".")[0] not in {"desk", "msgspec", *sys.stdlib_module_names}:
                yield line, name

    hold(foreign, "desk/rules")


def test_nobody_imports_what_another_module_keeps_private() -> None:
    def private(path: Path) -> Iterator[tuple[int, str]]:
        for line, name in imports(path):
            parts = name.split(".")
            if parts[0] == "desk" and any(re.match(r"_(?!_)", part) for part in parts):
                yield line, name

    hold(private, "desk", "tests")


def test_no_file_is_too_long() -> None:
    lengths = {
        named(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in modules("desk", "tests", "packaging")
    }
    assert not {name: length for name, length in lengths.items() if length > LONGEST_FILE}


def test_no_function_is_too_long() -> None:
    def long(path: Path) -> Iterator[tuple[int, str]]:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or 0) - node.lineno + 1
                if length > LONGEST_FUNCTION:
                    yield node.lineno, f"{node.name} has {length} lines"

    hold(long, "desk", "packaging")


def test_every_file_opens_with_a_sentence() -> None:
    def mute(path: Path) -> Iterator[tuple[int, str]]:
        text = ast.get_docstring(tree(path)) or ""
        if not text.split("\n\n")[0].rstrip().endswith((".", ":", "…", "`", ")")):
            yield 1, "says not what it is for"

    hold(mute, "desk", "tests", "packaging")


def test_no_class_or_module_has_a_hollow_name() -> None:
    def hollow(path: Path) -> Iterator[tuple[int, str]]:
        if HOLLOW_NAMES.search(path.stem.title()):
            yield 1, path.stem
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ClassDef) and HOLLOW_NAMES.search(node.name):
                yield node.lineno, node.name

    hold(hollow, "desk", "tests", "packaging")


def called(node: ast.Call) -> str:
    """The last name of what is called: `a.b.exec()` gives exec."""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def forbidden_call(node: ast.AST, path: Path) -> str:
    """Why this call may not stand here, or nothing."""
    if not isinstance(node, ast.Call):
        return ""
    name = called(node)
    if name in {"tr", "say", "translate"} and any(
        isinstance(part, ast.JoinedStr) for argument in node.args for part in ast.walk(argument)
    ):
        return f"{name}(f…): an f-string is never translated"
    if name in {"exec", "exec_"} and room(path) == "controllers":
        return "exec() in a controller"
    if name == "print" and room(path) != "cli":
        return "print outside cli/"
    if name == "sleep" and "time" in ast.unparse(node.func):
        return "time.sleep"
    return ""


def forbidden_name(node: ast.AST, path: Path) -> str:
    """Why this name may not stand here, or nothing."""
    names = {"processEvents", "loadUiType", "QRunnable"}
    if isinstance(node, ast.Attribute | ast.Name | ast.alias):
        word = getattr(node, "attr", None) or getattr(node, "id", None) or getattr(node, "name", "")
        return word if word in names else ""
    if isinstance(node, ast.ImportFrom) and node.module == "time":
        return "from time import sleep" if any(n.name == "sleep" for n in node.names) else ""
    if isinstance(node, ast.ClassDef):
        bases = {ast.unparse(base).split(".")[-1] for base in node.bases}
        return "a subclass of QThread" if "QThread" in bases else ""
    if isinstance(node, ast.FunctionDef) and MAGIC_SLOT.match(node.name):
        return f"{node.name}: Qt would connect it by its name"
    return ""


def forbidden_except(node: ast.AST, path: Path) -> str:
    """Why this handler may not stand here, or nothing; one that raises again hides nothing."""
    if not isinstance(node, ast.ExceptHandler) or named(path) in LAST_RESORT:
        return ""
    caught = {ast.unparse(part) for part in ast.walk(node.type)} if node.type else {"everything"}
    last = node.body[-1]
    if isinstance(last, ast.Raise) and last.exc is None and "Exception" not in caught:
        return ""
    wide = caught & {"everything", "Exception", "BaseException"}
    return f"except {wide.pop()}" if wide else ""


@pytest.mark.parametrize("check", [forbidden_call, forbidden_name, forbidden_except])
def test_nothing_forbidden_stands_in_the_program(check: Callable[[ast.AST, Path], str]) -> None:
    def found(path: Path) -> Iterator[tuple[int, str]]:
        for node in ast.walk(tree(path)):
            why = check(node, path)
            if why:
                yield getattr(node, "lineno", 1), why

    hold(found, "desk")


def test_sql_is_written_in_the_journal_only() -> None:
    def sql(path: Path) -> Iterator[tuple[int, str]]:
        for node in ast.walk(tree(path)):
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and room(path) != "journal" and SQL.match(text):
                yield getattr(node, "lineno", 1), text.split("\n")[0]

    hold(sql, "desk")


def test_nothing_generated_is_kept() -> None:
    patterns = ("ui_*.py", "*_ui.py", "*_rc.py", "*.qm", "*.mo")
    kept = [
        named(path)
        for folder in ("desk", "ui", "resources", "tests", "packaging")
        for pattern in patterns
        for path in (ROOT / folder).rglob(pattern)
    ]
    assert not kept


def test_the_top_level_holds_what_the_architecture_names() -> None:
    ignored = {line.strip("/\n") for line in (ROOT / ".gitignore").read_text().splitlines()}
    strangers = {
        path.name
        for path in ROOT.iterdir()
        if not path.name.startswith(".") and path.name not in TOP_LEVEL | ignored
    }
    assert not strangers


def test_packaging_is_not_a_package() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()  # it would hide PyPI's packaging
    assert not list((ROOT / "tests").rglob("__init__.py"))
