"""What a change touches: the Python files of it, and the tests that look at just these.

A test file is taken where it was changed itself, where it bears the name of a changed file or of
its folder (`desk/gui/case/view.py` → `tests/gui/test_case.py`), and where a form, a translation
or the shape of the program was touched. All other tests are the whole run's.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from environment import ROOT

# Which tests look at files that are no module: the first part of the path → the tests.
OTHER_TESTS = {
    "ui": ("tests/test_forms.py", "tests/test_translations.py"),
    "resources": ("tests/test_translations.py", "tests/test_wheel.py"),
    "packaging": ("tests/test_setup.py",),
    "pyproject.toml": ("tests/test_setup.py", "tests/test_wheel.py"),
}
SHAPE = ("tests/test_layers.py", "tests/test_house.py")


def changed_files() -> list[str]:
    """What differs from the last commit, new files included, as paths below the checkout."""
    asked = (
        ("diff", "--name-only", "--diff-filter=d", "HEAD"),
        ("ls-files", "-o", "--exclude-standard"),
    )
    said = [
        subprocess.run(
            ["git", *words], cwd=ROOT, check=True, capture_output=True, encoding="utf-8"
        ).stdout
        for words in asked
    ]
    return sorted({line for text in said for line in text.splitlines()})


def python_files(files: list[str]) -> list[str]:
    """Those that ruff formats and looks at."""
    return [name for name in files if name.endswith(".py")]


def looking_at(files: list[str], root: Path = ROOT) -> list[str]:
    """The test files that look at these files, in order, each once."""
    found = {test for name in files for test in _looking_at(PurePosixPath(name), root)}
    return sorted(test for test in found if (root / test).exists())


def _looking_at(file: PurePosixPath, root: Path) -> Iterator[str]:
    top = file.parts[0]
    yield from OTHER_TESTS.get(top, ())
    if top == "tests" and file.name.startswith("test_"):
        yield str(file)
    if top == "tests" and not file.name.startswith("test_"):  # what the tests of a folder share
        yield from (_below(test, root) for test in (root / file.parent).glob("test_*.py"))
    if top == "desk":
        yield from SHAPE
        room, *rest = file.parts[1:]
        folder = Path("tests", room) if rest else Path("tests")
        names = {part.removesuffix(".py") for part in (rest or [room])}
        for test in (root / folder).glob("test_*.py"):
            if any(f"{test.stem}_".startswith(f"test_{name}_") for name in names):
                yield _below(test, root)


def _below(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()
