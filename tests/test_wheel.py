"""The wheel carries the program whole, and it works where there is no checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

FORGOTTEN = {"__pycache__", ".DS_Store"}

Run = Callable[..., str]

# Opens the desk's window, lets it paint, and closes it; tells what was open and whence it came.
WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desk.assets import asset
from desk.gui.main import run_window

def look_and_close():
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    print(asset("ui").as_posix())
    for each in shown:
        print(type(each).__name__, getattr(each, "text", each.windowTitle)())
    QApplication.closeAllWindows()

app = QApplication([])
QTimer.singleShot(1000, look_and_close)
sys.exit(run_window(sys.argv[1]))
"""


@pytest.fixture(scope="module")
def built(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The source archive, and the wheel that was built from it and from nothing else."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder)]
    done = subprocess.run(
        [*command, str(checkout)], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return {"sdist": next(folder.glob("*.tar.gz")), "wheel": next(folder.glob("*.whl"))}


def files(folder: Path) -> set[str]:
    """The files of a folder, as paths below its parent."""
    return {
        path.relative_to(folder.parent).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and not FORGOTTEN & {*path.parts}
    }


def test_the_wheel_carries_every_form_and_resource_and_no_other(
    built: dict[str, Path], checkout: Path
) -> None:
    there = files(checkout / "ui") | files(checkout / "resources")
    there -= {f"resources/{name}" for name in files(checkout / "resources" / "pictures")}
    with zipfile.ZipFile(built["wheel"]) as wheel:
        names = wheel.namelist()
    carried = [name.removeprefix("desk/_assets/") for name in names if "/_assets/" in name]
    assert sorted(carried) == sorted(there)


def test_the_wheel_carries_the_program_and_nothing_beside_it(
    built: dict[str, Path], checkout: Path
) -> None:
    with zipfile.ZipFile(built["wheel"]) as wheel:
        names = {name for name in wheel.namelist() if "/_assets/" not in name}
    assert {name for name in names if name.startswith("desk/")} == files(checkout / "desk")
    beside = {name.split("/")[0] for name in names} - {"desk"}
    assert [name.rpartition(".")[2] for name in beside] == ["dist-info"]


@pytest.fixture(scope="module")
def installed(built: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs' folder of an empty environment with the wheel in it.

    It borrows the libraries of the environment that runs the tests, so that no network is needed;
    the program itself comes from the wheel.
    """
    venv = tmp_path_factory.mktemp("elsewhere") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(venv)], check=True)
    programs = venv / ("Scripts" if os.name == "nt" else "bin")
    place = {"base": str(venv), "platbase": str(venv)}
    site = Path(sysconfig.get_path("purelib", vars=place))
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python"]
    install = [str(programs / "python"), "install", "--no-deps", "--no-index", "--quiet"]
    subprocess.run([*pip, *install, str(built["wheel"])], check=True)
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return programs


@pytest.fixture
def run(installed: Path, tmp_path: Path) -> Run:
    """Runs a program of that environment outside the checkout; gives its stdout."""
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environ |= {"DESK_USER": "Sari", "DESK_PIN": "135790", "PYTHONWARNINGS": "error"}

    def run(program: str, *arguments: str, typed: str = "") -> str:
        done = subprocess.run(
            [str(installed / program), *arguments],
            cwd=tmp_path,
            env=environ,
            input=typed,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


@pytest.mark.slow
def test_outside_the_checkout_the_program_comes_from_the_wheel(run: Run, checkout: Path) -> None:
    where = "import desk; from desk.assets import asset; print(desk.__file__, asset('ui'))"
    for path in run("python", "-c", where).split():
        assert "site-packages" in path
        assert checkout not in Path(path).parents


@pytest.mark.slow
def test_a_shop_that_has_only_the_wheel_registers_prints_and_opens_the_window(
    run: Run, home: Path, tmp_path: Path
) -> None:
    desk = ("--home", str(home))
    shop = ("--company", "Toko Sepeda", "--branch", "1", "--branch-name", "Cabang 1")
    run("complaint-desk", "setup", *desk, *shop, "--admin", "Sari", "--pin", "135790")
    complaint = {
        "customer": {"name": "Bapak Hari", "phone": "0812 3456 7801"},
        "nota": "1234",
        "what_happened": "Ngerem berat dan ada bunyi.",
    }
    told = run("complaint-desk", "register", "-", *desk, "--json", typed=json.dumps(complaint))
    number = json.loads(told)["number"]
    paper = tmp_path / "receipt.pdf"
    run("complaint-desk", "receipt", number, *desk, "--paper", "roll80", "--to", str(paper))
    assert paper.read_bytes().startswith(b"%PDF")
    forms, *windows = run("python", "-c", WINDOW, str(home)).splitlines()
    assert forms.endswith("desk/_assets/ui")
    assert [window.split()[0] for window in windows] == ["MainWindow"]
