"""The two commands of a fresh checkout, on a small stand-in program that needs no network."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import tomllib
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
    monkeypatch.setattr(sys, "path", [str(checkout / "packaging"), *sys.path])
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


def test_a_python_that_does_not_fit_names_the_newest_that_does_and_the_command(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    interpreters = script(checkout, "interpreters", monkeypatch)
    interpreters.use_one_that_fits("start.py", [])  # this one fits
    interpreters.FITTING = ("3.4", "3.3")
    with pytest.raises(interpreters.SetUpStopped) as stopped:
        interpreters.use_one_that_fits(str(checkout / "packaging" / "start.py"), [])
    assert "Python 3.3 to 3.4 is needed; this is Python 3.1" in str(stopped.value)
    assert "Install Python 3.4 beside it" in str(stopped.value)
    assert ("py -3.4 " if os.name == "nt" else "python3.4 ") in str(stopped.value)


@pytest.mark.skipif(os.name == "nt", reason="only on POSIX")
def test_another_python_of_this_computer_is_gone_on_with_if_it_starts(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    interpreters = script(checkout, "interpreters", monkeypatch)
    interpreters.FITTING = ("3.9999", "3.9998")
    for version, says in (("3.9999", "echo broken; exit 1"), ("3.9998", "echo 3.9998")):
        program = tmp_path / f"python{version}"
        program.write_text(f"#!/bin/sh\n{says}\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert interpreters.another() == str(tmp_path / "python3.9998")


def test_the_list_of_windows_launcher_is_read(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    interpreters = script(checkout, "interpreters", monkeypatch)
    said = """
 -V:3.15 *        C:\\Program Files\\Python315\\python.exe
 -V:3.14          C:\\Users\\Ibu Sari\\Python314\\python.exe
 -V:3.13-32       C:\\Python313-32\\python.exe
 -3.12-64 *       C:\\Python312\\python.exe
"""
    assert interpreters.by_launcher(said) == {
        "3.15": r"C:\Program Files\Python315\python.exe",
        "3.14": r"C:\Users\Ibu Sari\Python314\python.exe",
        "3.12": r"C:\Python312\python.exe",
    }


def test_a_folder_too_deep_for_windows_is_refused_with_how_deep_it_may_be(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = script(checkout, "environment", monkeypatch)
    fits, deep = "C:\\" + "d" * 80, "C:\\" + "d" * 81
    assert len(fits) + len("\\.venv\\Lib\\site-packages\\") + 151 == 259
    environment.check_depth(fits, long_paths=False)
    environment.check_depth(deep, long_paths=True)
    with pytest.raises(environment.SetUpStopped, match="has 84 letters, and at most 83"):
        environment.check_depth(deep, long_paths=False)


@pytest.mark.skipif(sys.platform != "win32", reason="only on Windows")
def test_the_desk_is_put_on_the_desktop(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shortcut = script(checkout, "shortcut", monkeypatch)
    assert shortcut.desktop().is_dir()
    shortcut.write(tmp_path / "Meja Ünal.lnk", Path(sys.executable))
    written = (tmp_path / "Meja Ünal.lnk").read_bytes()
    assert written.startswith(b"L\0\0\0\x01\x14\x02\0")
    assert "python.exe".encode("utf-16-le") in written


def test_the_pythons_that_fit_are_those_that_the_project_names(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    interpreters = script(checkout, "interpreters", monkeypatch)
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))
    newest, oldest = interpreters.FITTING[0], interpreters.FITTING[-1]
    after = f"3.{int(newest.split('.')[1]) + 1}"
    assert project["project"]["requires-python"] == f">={oldest},<{after}"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only on Linux")
def test_nothing_is_missing_where_the_tests_run(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    components = script(checkout, "components", monkeypatch)
    assert components.missing_for_window() == []
    components.LIBRARIES["libnobody-has-it.so.7"] = "libnobody7"
    assert components.missing_for_window() == ["libnobody7"]


def test_what_a_change_touches_is_tested_by_the_tests_of_its_name(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    changed = script(checkout, "changed", monkeypatch)
    for test in (
        "gui/test_case.py",
        "gui/test_case_office.py",
        "gui/test_casement.py",
        "rules/test_number.py",
        "test_words.py",
        "test_layers.py",
        "test_translations.py",
    ):
        path = tmp_path / "tests" / test
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()

    def tested(*files: str) -> list[str]:
        return [name.removeprefix("tests/") for name in changed.looking_at(list(files), tmp_path)]

    assert tested("desk/gui/case/view.py") == [
        "gui/test_case.py",
        "gui/test_case_office.py",
        "test_layers.py",
    ]
    assert tested("desk/words.py") == ["test_layers.py", "test_words.py"]
    assert tested("ui/case.ui") == ["test_translations.py"]
    assert tested("tests/rules/test_number.py", "README.md") == ["rules/test_number.py"]
    assert tested("tests/rules/conftest.py") == ["rules/test_number.py"]


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
