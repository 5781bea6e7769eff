"""The two commands of a fresh checkout, on a small stand-in program that needs no network."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

# Builds the stand-in's editable wheel, as hatchling does the program's.
BACKEND = """
import os, zipfile

def build_editable(folder, config_settings=None, metadata_directory=None):
    name, info = "complaint_desk-1-py3-none-any.whl", "complaint_desk-1.dist-info"
    texts = {
        "complaint_desk.pth": os.getcwd() + "\\n",
        f"{info}/METADATA": "Metadata-Version: 2.1\\nName: complaint-desk\\nVersion: 1\\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
    }
    texts[f"{info}/RECORD"] = "".join(f"{each},,\\n" for each in (*texts, f"{info}/RECORD"))
    with zipfile.ZipFile(os.path.join(folder, name), "w") as wheel:
        for path, text in texts.items():
            wheel.writestr(path, text)
    return name
"""
PROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
"""
PROGRAM = "import sys; print(*sys.argv[1:], sys.stdin.read()); sys.exit(len(sys.argv) - 1)"


@pytest.fixture
def fresh(checkout: Path, tmp_path: Path) -> Path:
    """A checkout of the stand-in, with the real scripts, in a folder with a space in its name."""
    folder = tmp_path / "a shop"
    shutil.copytree(
        checkout / "packaging",
        folder / "packaging",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    (folder / "pyproject.toml").write_text(PROJECT)
    (folder / "backend.py").write_text(BACKEND)
    (folder / "desk").mkdir()
    (folder / "desk" / "__main__.py").write_text(PROGRAM)
    return folder


def start(
    folder: Path, *words: str, typed: str = "", **environ: str
) -> subprocess.CompletedProcess[str]:
    """Start the stand-in as a person would, from somewhere else."""
    return subprocess.run(
        [sys.executable, str(folder / "packaging" / "start.py"), *words],
        cwd=folder.parent,
        env={name: value for name, value in {**os.environ, **environ}.items() if value},
        input=typed,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def script(checkout: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """One of the scripts as a module; `packaging` itself is somebody else's name."""
    monkeypatch.syspath_prepend(checkout / "packaging")
    spec = importlib.util.spec_from_file_location(
        f"script_{name}", checkout / f"packaging/{name}.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
def test_one_command_sets_up_and_starts_and_the_next_time_only_starts(fresh: Path) -> None:
    first = start(fresh, "say", "good day", typed="from a file")
    assert (first.stdout.strip(), first.returncode) == ("say good day from a file", 2)
    assert "Making the environment" in first.stderr
    second = start(fresh, "again")
    assert (second.stdout.strip(), second.returncode, second.stderr) == ("again", 1, "")


@pytest.mark.slow
def test_a_set_up_goes_on_when_libraries_change_and_begins_anew_when_it_was_cut_off(
    fresh: Path,
) -> None:
    start(fresh, "x")
    with (fresh / "pyproject.toml").open("a") as project:
        project.write("# another line\n")
    changed = start(fresh, "x")
    assert "Installing the libraries" in changed.stderr
    assert "Making the environment" not in changed.stderr
    (fresh / ".venv" / "unfinished").touch()
    shutil.rmtree(next((fresh / ".venv").rglob("complaint_desk-1.dist-info")))
    healed = start(fresh, "x")
    assert "Making the environment" in healed.stderr
    assert (healed.stdout.strip(), healed.returncode) == ("x", 1)


@pytest.mark.slow
def test_libraries_that_cannot_be_had_are_said_in_a_sentence(fresh: Path) -> None:
    wish = 'requires = ["a-library-that-is-nowhere"]'
    (fresh / "pyproject.toml").write_text(PROJECT.replace("requires = []", wish))
    nothing = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": ""}
    stopped = start(fresh, "x", **nothing)
    assert stopped.returncode == 1
    assert "pip could not install the libraries" in stopped.stderr
    assert "a-library-that-is-nowhere" in stopped.stderr
    assert "Traceback" not in stopped.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only on Linux")
@pytest.mark.parametrize("words", [(), ("--home", "my desk"), ("--home=my desk",)])
def test_without_a_screen_the_window_is_refused_before_anything_is_done(
    fresh: Path, words: tuple[str, ...]
) -> None:
    stopped = start(fresh, *words, DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert stopped.returncode == 1
    assert "no screen" in stopped.stderr
    assert not (fresh / ".venv").exists()


def test_an_old_python_is_told_what_is_needed(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    components = script(checkout, "components", monkeypatch)
    components.check_python()
    components.OLDEST_PYTHON = (4, 1)
    with pytest.raises(components.SetUpStopped, match=r"Python 4\.1 or newer is needed"):
        components.check_python()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only on Linux")
def test_nothing_is_missing_where_the_tests_run(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    components = script(checkout, "components", monkeypatch)
    assert components.missing_for_window() == []
    components.LIBRARIES["libnobody-has-it.so.7"] = "libnobody7"
    assert components.missing_for_window() == ["libnobody7"]


REPORT = """
<testsuites><testsuite>
<testcase name="a"/><testcase name="b"><failure/></testcase><testcase name="c"><error/></testcase>
<testcase name="d"><skipped type="pytest.skip" message="needs zbarimg"/></testcase>
<testcase name="e"><skipped type="pytest.skip" message="only on Windows"/></testcase>
<testcase name="f"><skipped type="pytest.xfail" message="known"/></testcase>
</testsuite></testsuites>
"""


def test_the_summary_counts_what_pytest_reported(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runner = script(checkout, "test", monkeypatch)
    (tmp_path / "report.xml").write_text(REPORT)
    counted = runner.read(tmp_path / "report.xml")
    assert str(counted) == "2 passed, 2 failed, 2 skipped"
    assert runner.missing_components(counted) == 1


@pytest.mark.parametrize(
    ("source", "translation", "faults"),
    [
        ("&Save {number}.", "{number}: &Simpan.", []),
        ("Save {number}.", "Simpan {nomor}.", ["other blanks"]),
        ("Save {number}.", "Simpan {number.", ["other blanks"]),
        ("&Save", "Simpan", ["other number of access keys"]),
        ("Tom && Jerry & Co", "Tom && Jerry & Co", []),
        ("Saved.", "Disimpan", ["other end"]),
        ("Saved …", "Disimpan...", []),
        ("It is “{x}”.", "“{x}” namanya.", []),
        ("Phone: ", "Telepon:", ["other blanks at the edges"]),
        ("%1 of %n", "%1 dari", ["other blanks"]),
    ],
)
def test_a_translation_that_does_not_fit_is_named(
    checkout: Path,
    monkeypatch: pytest.MonkeyPatch,
    source: str,
    translation: str,
    faults: list[str],
) -> None:
    translations = script(checkout, "translations", monkeypatch)
    assert list(translations.mismatches(source, translation)) == faults
