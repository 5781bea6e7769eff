"""Runs every check of the project: `python3 packaging/test.py [--changed | --faults | …]`.

Needs a Python from 3.11 to 3.14 and nothing else; the first run sets up what is missing. With
arguments only pytest runs, with these; with --changed a change is formatted, linted, typed and
tested in seconds; with --windows a Windows Python is made under Wine and tested; with --faults all
is done with every example and every kill, which takes too long for each change. All checks run even
when an early one fails; the table at the end tells each. A test that is skipped for want of a
component is a failure where CI=true.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

import changed
import components
import environment
import interpreters
import windows
from components import SetUpStopped
from environment import ROOT

BENCHMARKS, FAULTS = "tests/benchmarks", "tests/faults"
ENOUGH_MEMORY = 4 * 1024**3  # bytes; four processes leave some hundred MB of desks behind
# Words in reasons to skip that no set-up can remove; any other reason is a missing component.
HARMLESS = ("only on ", "shared")


@dataclass
class Tests:
    """What pytest counted, in all its runs together."""

    passed: int = 0
    failed: int = 0
    skipped: Counter[str] = field(default_factory=Counter)

    def __iadd__(self, other: Tests) -> Tests:
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped
        return self

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {self.skipped.total()} skipped"


@dataclass(frozen=True)
class Result:
    """One line of the table at the end."""

    check: str
    word: str
    seconds: float
    why: str = ""


def main(arguments: list[str]) -> int:
    """Set up, check, tell; 1 if anything failed."""
    interpreters.use_one_that_fits(__file__, arguments)
    python = str(environment.prepare("test"))
    provide_components()
    tests = Tests()
    if arguments == ["--changed"]:
        results = list(checks_of_change(python, tests))
    elif arguments == ["--windows"]:
        results = [windows_run(windows.WHOLE, tests)]
    elif arguments not in ([], ["--faults"]):
        results = [pytest(python, "pytest", arguments, tests)]
    else:
        results = [*static_checks(python), *test_runs(python, arguments, tests)]
        if in_ci():
            results.append(windows_run(windows.SHORT, tests))
    show(results, tests)
    return int(any(result.word == "failed" for result in results))


def provide_components() -> None:
    """Install what the tests use of the system, or tell how; they are skipped without it."""
    missing = components.missing_for_tests()
    if not missing:
        return
    try:
        components.install_packages(missing)
    except SetUpStopped as stopped:
        components.tell(f"Some tests will be skipped. {stopped}")


def static_checks(python: str) -> Iterator[Result]:
    """What can be said about the files without running them."""
    yield run("ruff check", [python, "-m", "ruff", "check", "."])
    yield run("ruff format", [python, "-m", "ruff", "format", "--check", "."])
    yield run("mypy", [python, "-m", "mypy"])
    # A cache of its own: mypy begins anew where the system is another than last time.
    elsewhere = ["--platform", "win32", "--cache-dir", ".mypy_cache/win32"]
    yield run("mypy Windows", [python, "-m", "mypy", *elsewhere])
    yield run("translations", [python, "packaging/translations.py"])


def checks_of_change(python: str, tests: Tests) -> Iterator[Result]:
    """Format, lint, type and test what differs from the last commit."""
    files = changed.changed_files()
    modules = changed.python_files(files)
    if modules:
        yield run("ruff format", [python, "-m", "ruff", "format", *modules])
        yield run("ruff check", [python, "-m", "ruff", "check", "--fix", *modules])
        yield run("mypy", [python, "-m", "mypy"])
    if any(name.startswith(("desk/", "ui/", "resources/translations/")) for name in files):
        yield run("translations", [python, "packaging/translations.py"])
    touched = changed.looking_at(files)
    if touched:
        yield pytest(python, "pytest", ["-q", *touched], tests)
    else:
        yield Result("pytest", "skipped", 0.0, "no test looks at what was changed")


def test_runs(python: str, options: list[str], tests: Tests) -> Iterator[Result]:
    """The tests on all processors, then the benchmarks by themselves, undisturbed."""
    # What is made once for a whole folder is made in one process, and not in each.
    spread = [*options, "-n", "auto", "--maxprocesses=4", "--dist", "loadgroup"]
    ignored = [f"--ignore={BENCHMARKS}", f"--ignore={FAULTS}"]
    with folder_in_memory() as folder:
        yield pytest(python, "pytest", [*spread, *folder, *ignored], tests)
    yield pytest(python, "faults", [*spread, FAULTS], tests)
    if any((ROOT / BENCHMARKS).glob("test_*.py")):
        yield pytest(python, "benchmarks", ["-p", "no:randomly", BENCHMARKS], tests)
    else:
        yield Result("benchmarks", "skipped", 0.0, "there are none yet")


def windows_run(files: tuple[str, ...], tests: Tests) -> Result:
    """These tests on a Windows Python; where none could be made, that is said and is no failure."""
    begun = time.monotonic()
    print("\n── Windows", flush=True)
    machine = windows.Windows(Path(tempfile.gettempdir(), "complaint-desk-windows"))
    try:
        machine.prepare()
    except (SetUpStopped, OSError) as stopped:
        return Result("Windows", "skipped", time.monotonic() - begun, f"not prepared: {stopped}")
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.xml")
        options = ("-q", "-p", "no:cacheprovider", "-p", "no:randomly", "--timeout=300")
        named = f"--junitxml={windows.drive(report)}"
        code = machine.run("-m", "pytest", *options, named, *files)
        counted = read(report) if report.exists() else Tests(failed=1)
    if code in windows.OUT_OF_PATIENCE:
        return Result("Windows", "skipped", time.monotonic() - begun, "Wine did not come to an end")
    tests += counted
    word = "failed" if code else "ok"
    return Result("Windows", word, time.monotonic() - begun, str(counted))


def run(check: str, command: list[str]) -> Result:
    """One check; its own output goes to the screen as it comes."""
    print(f"\n── {check}", flush=True)
    begun = time.monotonic()
    code = subprocess.run(command, cwd=ROOT, check=False).returncode
    seconds = time.monotonic() - begun
    return Result(check, "failed" if code else "ok", seconds, f"exit code {code}" if code else "")


@contextmanager
def folder_in_memory() -> Iterator[list[str]]:
    """Where nothing is killed, nothing need reach a disk: the option for it, where it has room."""
    memory = Path("/dev/shm")  # noqa: S108 - only a folder of our own is used in it
    if not memory.is_dir() or shutil.disk_usage(memory).free < ENOUGH_MEMORY:
        yield []
        return
    with tempfile.TemporaryDirectory(prefix="desk-tests-", dir=memory) as folder:
        yield [f"--basetemp={folder}/run"]


def pytest(python: str, check: str, arguments: list[str], tests: Tests) -> Result:
    """One run of pytest; adds what it counted to `tests`."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.xml")
        result = run(check, [python, "-m", "pytest", f"--junitxml={report}", *arguments])
        counted = read(report) if report.exists() else Tests(failed=1)
    tests += counted
    lacking = missing_components(counted)
    if result.word == "ok" and lacking and in_ci():
        return Result(check, "failed", result.seconds, f"{lacking} skipped for want of a component")
    why = str(counted) if report_is_whole(counted, result) else "pytest did not end its report"
    return Result(check, result.word, result.seconds, why)


def report_is_whole(counted: Tests, result: Result) -> bool:
    """Whether the numbers explain the exit code."""
    return result.word == "ok" or counted.failed > 0


def read(report: Path) -> Tests:
    """The counts in pytest's JUnit report; a test that fails as expected has passed."""
    tests = Tests()
    for case in ElementTree.parse(report).iter("testcase"):
        skip = case.find("skipped")
        if case.find("failure") is not None or case.find("error") is not None:
            tests.failed += 1
        elif skip is None or skip.get("type") == "pytest.xfail":
            tests.passed += 1
        else:
            tests.skipped[skip.get("message", "no reason given")] += 1
    return tests


def missing_components(tests: Tests) -> int:
    """How many tests were skipped for something that could have been there."""
    return sum(
        number
        for why, number in tests.skipped.items()
        if not any(words in why for words in HARMLESS)
    )


def in_ci() -> bool:
    """Whether this run is the one that decides."""
    return os.environ.get("CI", "").lower() in {"true", "1", "yes"}


def show(results: list[Result], tests: Tests) -> None:
    """The table, the skipped tests by reason, and pytest's totals as the last line."""
    print(f"\n{'check':<14} {'result':<8} {'seconds':>7}  why")
    for each in results:
        print(f"{each.check:<14} {each.word:<8} {each.seconds:>7.1f}  {each.why}".rstrip())
    if tests.skipped:
        print("\nSkipped tests, by reason:")
    for why, number in tests.skipped.most_common():
        print(f"{number:>5}  {why}")
    print(f"\n{tests}", flush=True)


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # Windows would take its old code page in a pipe
    try:
        sys.exit(main(sys.argv[1:]))
    except SetUpStopped as stopped:
        sys.exit(str(stopped))
    except KeyboardInterrupt:
        sys.exit("Stopped.")
