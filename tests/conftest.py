"""What every test stands on: no screen, a fixed time zone, a home of its own, English words.

A test that needs a program of the system asks for it with the fixture `component`; without it the
test is skipped, which is a failure where CI=true. Only reasons with “only on ” (another system) or
“shared” (the data beside the checkout) in them are never a failure.
"""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from desk import words
from tests.postgres_server import Server, running

for _name in [name for name in os.environ if name.startswith("DESK_")]:
    if _name.startswith(("DESK_TEST", "DESK_BENCHMARKS", "DESK_KILLS")):
        continue
    del os.environ[_name]  # the person's own desk has no part in the tests
if not os.environ.get("DESK_TEST_DISPLAY"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt
if os.name == "nt":  # without a screen Qt looks for fonts beside itself, where it brings none
    os.environ["QT_QPA_FONTDIR"] = str(Path(__file__).parents[1] / "resources" / "fonts")
# The person's own key store has no part in the tests either.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
if hasattr(time, "tzset"):  # Windows would read the name as a zone of its own making
    os.environ["TZ"] = "Asia/Jakarta"
    time.tzset()

CHECKOUT = Path(__file__).resolve().parent.parent

hypothesis.settings.register_profile(
    "desk",
    deadline=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
    print_blob=True,
)
hypothesis.settings.register_profile(
    "soon", hypothesis.settings.get_profile("desk"), max_examples=40
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """What takes too long for each change."""
    told = "every example and every kill, as before a release"
    parser.addoption("--faults", action="store_true", help=told)


def pytest_configure(config: pytest.Config) -> None:
    """As many examples as there is time for."""
    hypothesis.settings.load_profile("desk" if config.getoption("--faults") else "soon")


def _delete_at_once() -> None:
    """Carry out every deleteLater(); without an event loop nobody else does."""
    core = sys.modules.get("PySide6.QtCore")
    if core is not None and core.QCoreApplication.instance() is not None:
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)


def _windows() -> set[Any]:
    """The windows that nobody owns; empty as long as no test has used Qt."""
    shown = sys.modules.get("PySide6.QtWidgets")
    if shown is None or shown.QApplication.instance() is None:
        return set()
    return {each for each in shown.QApplication.topLevelWidgets() if each.parent() is None}


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown() -> None:
    """What pytest-qt has just closed is gone before its desk is."""
    _delete_at_once()


@pytest.fixture(autouse=True)
def _no_window_stays() -> Iterator[None]:
    before = _windows()
    yield
    for window in _windows() - before:
        window.deleteLater()  # closed long ago, it would still hear the events of later tests
    _delete_at_once()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The folder of a desk that does not exist yet; `DESK_HOME` names it in every test."""
    return tmp_path / "home"


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESK_HOME", str(tmp_path / "home"))


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    words.speak("en")
    yield
    words.speak("en")


@pytest.fixture(autouse=True)
def _no_thread_stays() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    new = set(threading.enumerate()) - before
    ours = [thread for thread in new if not isinstance(thread, threading._DummyThread)]
    for thread in ours:
        thread.join(timeout=5)  # one that is just ending may end
    left = [thread.name for thread in ours if thread.is_alive()]
    assert not left, f"threads that the test left behind: {left}"


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder with pyproject.toml, desk/, ui/ and resources/."""
    return CHECKOUT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Real sales and reviews that lie beside the checkout, too large to be in it."""
    folder = CHECKOUT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"shared data are not at {folder}")
    return folder


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server, started when the first test asks for it; without it they are skipped."""
    if os.name == "nt":
        pytest.skip("only on POSIX is a server started for the tests")
    with running() as started:
        yield started


@pytest.fixture(scope="session")
def component() -> Callable[[str], str]:
    """Gives the path of a program of the system, or skips the test that asked for it."""
    path = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin", "/sbin"))

    def find(program: str) -> str:
        found = shutil.which(program, path=path)
        if found is None:
            pytest.skip(f"needs {program}")
        return found

    return find
