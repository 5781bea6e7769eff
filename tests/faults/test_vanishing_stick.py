"""A stick that is pulled out, filled or locked in the midst: nothing half is ever called whole."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desk.app import importing
from desk.app.desk import Desk
from desk.journal.exchanged import APPLIED, REFUSED
from desk.journal.schema import Entry, table_of
from desk.rules.errors import Trouble, finish
from tests.app.at_work import Clock
from tests.cli.running import CHECKOUT
from tests.faults import head_office
from tests.faults.head_office import Office
from tests.faults.vanishing import branch_in, export, judged

MOMENTS = 100


@pytest.fixture(scope="module")
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def branch(tmp_path_factory: pytest.TempPathFactory, clock: Clock) -> Iterator[Desk]:
    desk = branch_in(tmp_path_factory.mktemp("branch"), clock)
    yield desk
    desk.close()


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = head_office.make(tmp_path_factory.mktemp("desks"))
    yield made
    made.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def carried_away(stick: Path) -> None:
    """Another program takes the folder away."""
    stick.rename(stick.with_name("elsewhere"))


def emptied(stick: Path) -> None:
    """Somebody clears the stick up."""
    for path in stick.iterdir():
        path.unlink()


def removed(stick: Path) -> None:
    """Folder and all."""
    shutil.rmtree(stick)


def replaced(stick: Path) -> None:
    """Another folder is in its place."""
    carried_away(stick)
    stick.mkdir()


def overwritten(stick: Path) -> None:
    """The stick gives back something else than what was written to it."""
    for path in stick.iterdir():
        with path.open("r+b") as file:
            file.seek(path.stat().st_size // 2)
            file.write(b"something else")


def cut(stick: Path) -> None:
    """What was written is half lost."""
    for path in stick.iterdir():
        os.truncate(path, path.stat().st_size // 2)


@pytest.mark.skipif(os.name == "nt", reason="only on POSIX can an open folder be carried away")
def test_a_folder_that_goes_away_at_a_hundred_moments_never_holds_a_half_file(
    branch: Desk, stick: Path, clock: Clock
) -> None:
    dice = random.Random(4)  # noqa: S311 - what found something comes again
    ways = (carried_away, emptied, removed, replaced, overwritten, cut)
    counts: Counter[str] = Counter()
    for _ in range(MOMENTS):
        clock.turn(seconds=2)
        before = sum(1 for _ in branch.journal.of_kind("export.written"))
        way = dice.choice(ways)
        answer = export(branch, stick, dice.random() * 1.02, way)
        for place in (stick, stick.with_name("elsewhere")):
            counts[f"{way.__name__}: {judged(branch, place, answer, before)}"] += 1
            shutil.rmtree(place, ignore_errors=True)
        stick.mkdir()
    assert sum(each for name, each in counts.items() if name.endswith("told")) > MOMENTS, counts
    clock.turn(seconds=2)
    answer = export(branch, stick, 2, carried_away)
    assert answer.entries == branch.journal.seq_of(branch.journal.node) - 1, "all but its own note"


def test_a_stick_that_vanishes_or_fills_up_at_a_hundred_moments_never_holds_a_half_file(
    tmp_path: Path,
) -> None:
    """File systems in memory that are unmounted, filled, too small, or covered by another."""
    if sys.platform != "linux":
        pytest.skip("only on Linux can a test mount a disk of its own")
    alone = ("unshare", "--mount", *(() if os.geteuid() == 0 else ("--map-root-user",)))
    tried = subprocess.run([*alone, "true"], capture_output=True, check=False)
    if tried.returncode:
        pytest.skip("only on computers where a test may mount a disk of its own")
    script = (sys.executable, "-m", "tests.faults.vanishing", str(tmp_path), str(MOMENTS), "11")
    done = subprocess.run(
        [*alone, *script], cwd=CHECKOUT, capture_output=True, check=False, text=True
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    counts = told["counts"]
    assert sum(counts.values()) == MOMENTS
    assert {"pulled: told", "changed: told", "filled: told", "small: told"} <= set(counts)
    assert told["sent"] == told["everything"]


def entries_of(office: Office) -> list[tuple[object, ...]]:
    """The journal but for what head office itself wrote."""
    rows = office.state()[table_of(Entry)]
    return [row for row in rows if row[0] != office.desk.journal.node]


@contextmanager
def no_file_beyond(size: int) -> Iterator[None]:
    """No file of this process may grow beyond so many bytes, as on a disk that is full."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def fresh(office: Office) -> Iterator[Office]:
    """Head office before anything came."""
    yield office
    office.forget()
    office.restore()


def trouble(office: Office) -> str:
    """What is said of a file that cannot be copied in; nothing of it is there."""
    before = office.state()
    with pytest.raises(Trouble) as told:
        finish(importing.import_file(office.desk, office.place))
    assert office.state() == before
    assert not list(office.home.inbox.rglob("*.*"))
    assert "Nothing was taken in, and the file is where it was" in str(told.value)
    return str(told.value)


def taken(office: Office) -> None:
    """The next time it works."""
    office.place.unlink(missing_ok=True)
    verdict = office.take(office.newer)
    assert (verdict.parcel.verdict, verdict.parcel.applied) == (APPLIED, 10)


def test_a_stick_that_is_gone_before_reading_is_told(fresh: Office) -> None:
    fresh.place.unlink(missing_ok=True)
    assert "it is not there or does not answer" in trouble(fresh)
    taken(fresh)


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux is there a file of such a kind")
def test_a_stick_that_stops_answering_while_it_is_read_is_told(fresh: Office) -> None:
    """A file that opens and then gives an input/output error."""
    fresh.place.unlink(missing_ok=True)
    fresh.place.symlink_to("/proc/self/mem")
    assert "it is not there or does not answer" in trouble(fresh)
    taken(fresh)


def test_a_file_that_is_cut_off_while_it_is_copied_is_refused(fresh: Office) -> None:
    fresh.place.write_bytes(fresh.newer + bytes(1 << 21))
    steps = importing.import_file(fresh.desk, fresh.place)
    next(steps)
    os.truncate(fresh.place, 1000)
    before = fresh.state()
    assert finish(steps).parcel.verdict == REFUSED
    assert fresh.state() == before
    taken(fresh)


def test_a_file_that_grows_while_it_is_copied_is_not_copied_without_end(fresh: Office) -> None:
    fresh.place.write_bytes(fresh.newer)
    steps = importing.import_file(fresh.desk, fresh.place)
    with fresh.place.open("ab") as growing:
        for _ in range(3):
            growing.write(bytes(1 << 20))
            growing.flush()
            next(steps)
    assert finish(steps).parcel.verdict == REFUSED
    assert not list(fresh.home.inbox.glob("*"))


@pytest.mark.skipif(os.name == "nt", reason="only on POSIX can a disk be made full for a program")
def test_a_full_disk_while_a_file_is_copied_in_is_told(fresh: Office) -> None:
    fresh.place.write_bytes(fresh.newer)
    for size in (0, 1, 4096, len(fresh.newer) - 1):
        with no_file_beyond(size):
            assert "the disk is full" in trouble(fresh)
    taken(fresh)


@pytest.mark.skipif(os.name == "nt", reason="only on POSIX can a disk be made full for a program")
def test_a_disk_that_gets_full_at_any_moment_of_an_import_loses_nothing(fresh: Office) -> None:
    """Afterwards the import goes on, and all is as if nobody had disturbed it."""
    fresh.place.write_bytes(fresh.newer)
    count = sum(1 for _ in importing.import_file(fresh.desk, fresh.place))
    wanted = entries_of(fresh)
    ends: Counter[str] = Counter()
    for moment in range(count + 1):
        fresh.forget()
        fresh.restore()
        steps = importing.import_file(fresh.desk, fresh.place)
        for _ in range(moment):
            next(steps, None)
        try:
            with no_file_beyond(0):
                finish(steps)
            ends["done"] += 1
        except Trouble:
            ends["told"] += 1
        finish(importing.resume(fresh.desk))
        fresh.take(fresh.newer)
        assert entries_of(fresh) == wanted
    assert ends["told"] >= count // 2, ends


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux may a name be any bytes")
def test_a_file_whose_name_is_no_text_is_taken_like_any_other(fresh: Office) -> None:
    place = Path(os.fsdecode(os.fsencode(fresh.folder) + b"/K1-\xff\xfe.desk"))
    place.write_bytes(fresh.newer)
    verdict = finish(importing.import_file(fresh.desk, place))
    assert verdict.parcel.verdict == APPLIED
    verdict.parcel.name.encode()
    place.unlink()
    with pytest.raises(Trouble) as told:
        finish(importing.import_file(fresh.desk, place))
    str(told.value).encode()
