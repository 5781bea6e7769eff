"""The rooms of the house: no import runs in a circle, no file without a reason, no name twice.

What an older layout left behind stands in `house.json`; its lists may only shrink: a new entry
fails, and so does one that is no longer true.
"""

from __future__ import annotations

import ast
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DESK = ROOT / "desk"
LEFT = json.loads(Path(__file__).with_name("house.json").read_text(encoding="utf-8"))
OWN_REASON = 150  # lines from which a file with one importer is an idea of its own

# What Qt or Python calls by its name: it is used though nobody in desk/ names it.
CALLED_FROM_OUTSIDE = re.compile(r"__\w+__|[a-z]+[A-Z]\w*|Meta|get_binary_type")


@cache
def trees() -> dict[str, ast.Module]:
    """Each module of desk/ by its dotted name."""
    return {
        name_of(path): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(DESK.rglob("*.py"))
    }


def name_of(path: Path) -> str:
    """desk/gui/main.py → desk.gui.main; a package by its folder."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def lines_of(module: str) -> int:
    """How long a module's file is."""
    path = ROOT.joinpath(*module.split("."))
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return len(file.read_text(encoding="utf-8").splitlines())


@cache
def imported() -> dict[str, set[str]]:
    """Module → the modules of desk/ that it imports, also for types only or within a function."""
    known = trees()
    arrows: dict[str, set[str]] = {}
    for module, tree in known.items():
        arrows[module] = {
            full if full in known else node.module
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.module
            for full in (f"{node.module}.{alias.name}" for alias in node.names)
            if full in known or node.module in known
        } - {module}
    return arrows


def circles() -> Iterator[list[str]]:
    """The groups of modules that reach each other; by Tarjan's walk."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    path: list[str] = []

    def visit(module: str) -> Iterator[list[str]]:
        order[module] = low[module] = len(order)
        path.append(module)
        for there in sorted(imported()[module]):
            if there not in order:
                yield from visit(there)
            if there in path:
                low[module] = min(low[module], low[there])
        if low[module] == order[module]:
            group = path[path.index(module) :]
            del path[path.index(module) :]
            if len(group) > 1:
                yield sorted(group)

    for module in imported():
        if module not in order:
            yield from visit(module)


def test_no_import_runs_in_a_circle_not_even_for_types() -> None:
    assert not list(circles())


def has_state(tree: ast.Module) -> bool:
    """Whether a class in it keeps something on itself."""
    return any(
        isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Store)
        and isinstance(node.value, ast.Name)
        and node.value.id == "self"
        for node in ast.walk(tree)
    )


def test_a_file_that_one_other_needs_has_a_reason_to_stand_alone() -> None:
    importers = defaultdict(set)
    for module, there in imported().items():
        for each in there:
            importers[each].add(module)
    lonely = {
        module
        for module, by in importers.items()
        if len(by) == 1
        and lines_of(module) <= OWN_REASON
        and not has_state(trees()[module])
        and 0 < module.count(".") < 3  # neither the package itself nor a part of a screen's folder
    }
    assert sorted(lonely) == LEFT["one importer"]


def test_a_public_name_stands_for_one_thing() -> None:
    where = defaultdict(set)
    for module, tree in trees().items():
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                where[node.name].add(module)
    assert sorted(name for name, places in where.items() if len(places) > 1) == LEFT["names"]


def named_in_forms() -> set[str]:
    """Every word of every form: slots, promoted classes, names of widgets."""
    return {
        word
        for form in (ROOT / "ui").glob("*.ui")
        for word in re.findall(r"\w+", form.read_text(encoding="utf-8"))
    }


def used() -> Counter[str]:
    """How often each name is read in desk/, as a name, an attribute, a keyword or a word."""
    names: Counter[str] = Counter()
    for node in (node for tree in trees().values() for node in ast.walk(tree)):
        match node:
            case ast.Name(id=name, ctx=ast.Load()) | ast.Attribute(attr=name, ctx=ast.Load()):
                names[name] += 1
            case ast.keyword(arg=str(name)):
                names[name] += 1
            case ast.Constant(value=str(name)):
                names[name] += 1
    return names


def registered(node: ast.FunctionDef | ast.ClassDef) -> bool:
    """Whether it is handed on, so that nobody names it: `@apply.register`, `@Slot`, an `Act`."""
    words = {ast.unparse(each).split("(")[0] for each in node.decorator_list}
    if isinstance(node, ast.ClassDef) and "Act" in map(ast.unparse, node.bases):
        return True  # `ACTS` holds them all
    return any(word.endswith(".register") or word == "Slot" for word in words)


def defined(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """(line, name) of what a module gives others: functions, classes, methods, constants."""
    for scope in (tree, *(node for node in tree.body if isinstance(node, ast.ClassDef))):
        for node in scope.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not registered(node):
                yield node.lineno, node.name
            elif isinstance(node, ast.Assign) and scope is tree:
                for target in node.targets:
                    if isinstance(target, ast.Name):
                        yield node.lineno, target.id


def test_nothing_stands_in_the_program_that_the_program_does_not_use() -> None:
    alive = named_in_forms() | set(used())
    dead = [
        f"{module}:{line}: {name}"
        for module, tree in trees().items()
        for line, name in defined(tree)
        if name not in alive and not CALLED_FROM_OUTSIDE.fullmatch(name)
    ]
    assert not dead, "\n" + "\n".join(dead)


def test_every_module_is_needed_by_another() -> None:
    needed = {there for targets in imported().values() for there in targets}
    alone = {
        module
        for module in trees()
        if module not in needed and not (DESK.parent.joinpath(*module.split("."))).is_dir()
    }
    assert alone == {"desk.__main__"}
