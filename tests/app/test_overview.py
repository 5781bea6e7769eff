"""What head office lacks of a branch, and what it lacks of each: facts that follow the files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.app import exporting
from desk.app.believing import accept, own_card
from desk.app.desk import Desk
from desk.app.overview import partners, standing
from desk.app.safety import back_up, restore
from desk.rules.errors import finish
from tests.app.at_work import Clock
from tests.gui.exchange_shops import befriend, complain, open_shop, send, take


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def branch(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    made = open_shop(tmp_path, "1", "Bekasi", clock)
    yield made
    made.close()


@pytest.fixture
def office(tmp_path: Path, clock: Clock, branch: Desk) -> Iterator[Desk]:
    made = open_shop(tmp_path, "9", "Pusat", clock)
    befriend(made, branch)
    yield made
    made.close()


def told(desk: Desk) -> tuple[int, int, int]:
    """(missing at head office, in no file, written and not confirmed)."""
    owed = standing(desk).owed
    return owed.missing, owed.to_export, owed.unconfirmed


def test_a_complaint_counts_as_there_only_when_head_office_says_so(
    branch: Desk, office: Desk, tmp_path: Path
) -> None:
    complain(branch)
    assert told(branch) == (1, 1, 0)
    file = send(branch, tmp_path, office)
    assert told(branch) == (1, 0, 1)
    take(office, file)
    assert told(branch) == (1, 0, 1), "nothing has come back yet"
    take(branch, send(office, tmp_path, branch))
    assert told(branch) == (0, 0, 0)
    assert standing(branch).owed.confirmed_upto


def test_a_file_that_was_lost_stays_unconfirmed_until_the_next_one_heals_it(
    branch: Desk, office: Desk, tmp_path: Path
) -> None:
    complain(branch, nota="1")
    send(branch, tmp_path, office).unlink()
    complain(branch, nota="2")
    assert told(branch) == (2, 1, 1)
    take(office, send(branch, tmp_path, office))
    take(branch, send(office, tmp_path, branch))
    assert told(branch) == (0, 0, 0)


def test_it_is_overdue_after_the_set_time_whether_written_or_not(
    branch: Desk, office: Desk, tmp_path: Path, clock: Clock
) -> None:
    complain(branch)
    assert not standing(branch).overdue(clock(), 3)
    clock.turn(days=3, minutes=1)
    assert standing(branch).overdue(clock(), 3)
    assert not standing(branch).overdue(clock(), 4)
    send(branch, tmp_path, office)
    assert standing(branch).overdue(clock(), 3)


def test_a_shop_without_head_office_is_never_reminded(branch: Desk, clock: Clock) -> None:
    complain(branch)
    clock.turn(days=30)
    assert told(branch) == (0, 0, 0), "all that was ever written would wait, so it is not counted"
    assert not standing(branch).overdue(clock(), 3)


def test_a_new_head_office_has_nothing_yet(
    branch: Desk, office: Desk, tmp_path: Path, clock: Clock
) -> None:
    from desk.app.believing import own_card, trust_of

    complain(branch)
    take(office, send(branch, tmp_path, office))
    take(branch, send(office, tmp_path, branch))
    other = open_shop(tmp_path / "new", "9", "Pusat Baru", clock)
    branch.do(trust_of(own_card(other), replaces=office.journal.node))
    assert told(branch) == (1, 1, 0)
    other.close()


def test_head_office_sees_the_last_file_the_gap_and_what_the_branch_has(
    branch: Desk, office: Desk, tmp_path: Path, clock: Clock
) -> None:
    (one,) = partners(office)
    assert (one.came, one.went, one.waiting) == (None, None, 0)
    complain(branch)
    clock.turn(hours=1)
    take(office, send(branch, tmp_path, office))
    back = send(office, tmp_path, branch)
    (one,) = partners(office)
    assert one.came is not None
    assert one.came.made_at.startswith("2026-06-19T03:12")
    assert one.went is not None
    assert not one.went.confirmed
    take(branch, back)
    take(office, send(branch, tmp_path, office))
    (one,) = partners(office)
    assert one.went is not None
    assert one.went.confirmed
    assert one.went.has_upto
    clock.turn(days=4)
    assert one.silent(clock(), 3)
    assert not one.silent(clock(), 5)


def test_a_file_whose_predecessor_is_lost_is_told_with_what_is_missing(
    branch: Desk, office: Desk, tmp_path: Path
) -> None:
    from desk.journal import exchanged

    complain(branch)
    store = branch.journal.store
    upto = branch.journal.seq_of(branch.journal.node)
    send(branch, tmp_path, office)
    with store.transaction():  # a restored head office has said more than it has now
        exchanged.acknowledge(store, office.journal.node, [(branch.journal.node, upto)])
    complain(branch, nota="8")
    (verdict,) = take(office, send(branch, tmp_path, office))
    assert verdict.parcel.verdict == "waiting"
    (one,) = partners(office)
    assert (one.waiting, one.missing) == (1, upto)


def test_only_a_file_that_waits_for_another_says_how_much_is_missing(
    branch: Desk, office: Desk, tmp_path: Path
) -> None:
    def missing() -> list[tuple[int, int]]:
        return [(one.waiting, one.missing) for one in partners(office)]

    assert missing() == [(0, 0)]
    complain(branch, nota="1")
    late = send(branch, tmp_path, office)
    take(office, late)
    assert missing() == [(0, 0)]
    complain(branch, nota="2")
    first = send(branch, tmp_path, office)
    take(branch, send(office, tmp_path, branch))
    take(office, first)
    assert missing() == [(0, 0)]


def test_what_a_restored_desk_exports_holds_also_what_the_lost_one_wrote(
    branch: Desk, office: Desk, tmp_path: Path, clock: Clock
) -> None:
    complain(branch, nota="1")
    backup = back_up(branch, tmp_path / "backup")
    lost, home = branch.journal.node, branch.home
    branch.close()
    clock.turn(minutes=1)
    restore(home, backup, clock)
    again = Desk.open(home, clock)
    again.sign_in()
    accept(office, own_card(again), replaces=lost)
    complain(again, nota="2")
    assert told(again) == (2, 2, 0)
    clock.turn(minutes=1)
    finished = exporting.plan(again, folder=tmp_path, without_personal=True)
    again.do(exporting.noted(finished, finish(finished.steps())))
    assert told(again) == (2, 2, 0), "a file without names is no file for head office"
    clock.turn(minutes=1)
    send(again, tmp_path, office)
    assert told(again) == (2, 0, 2)
    clock.turn(minutes=1)
    complain(again, nota="3")
    assert told(again) == (3, 1, 2)
    again.close()
