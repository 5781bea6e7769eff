"""The sample shop: a new user sees a desk in use, and nothing invented mixes with real work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from desk import phones
from desk.app.commands import AddStaff, Register, Registered
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from desk.journal import customers
from desk.journal.queue import Filter, Wanted
from desk.journal.verify import verify
from desk.rules import choices, people
from desk.rules.chain import new_id, time_of
from desk.rules.complaint import Complaint
from desk.rules.errors import Invalid, Refused, finish
from desk.rules.intake import Intake
from desk.sample.handling import history, moment, shop, stories
from desk.sample.shop import SAMPLE_SHOP, fill, open_for_filling, set_up_sample

NOW = datetime.fromisoformat("2024-06-20T14:10:33.250+07:00")


def now() -> datetime:
    return NOW


def filled(folder: Path, *, complaints: int = 40, seed: int = 1, at: datetime = NOW) -> Desk:
    desk = set_up_sample(Home(folder), complaints=complaints, clock=lambda: at)
    assert finish(fill(desk, complaints=complaints, seed=seed)) == complaints
    return desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The sample shop as a new user gets it."""
    desk = filled(tmp_path_factory.mktemp("sample") / "home")
    yield desk
    desk.close()


def complaints(desk: Desk) -> list[Complaint]:
    return [desk.complaint(row.id) for row in desk.queue(Wanted(), limit=10_000)]


def content(desk: Desk) -> list[tuple[object, ...]]:
    """Everything a person sees, but for the ids."""
    return [
        (
            one.number,
            one.state,
            one.received_at,
            replace(one.registered, customer="") if one.registered else None,
            [(line.at, desk.name_of(line.actor), line.kind, line.text) for line in one.timeline],
        )
        for one in complaints(desk)
    ]


def test_new_user_sees_a_queue_that_is_alive(desk: Desk) -> None:
    counts = desk.counts()
    assert counts[Filter.ALL] == 40
    assert 3 < counts[Filter.LATE] < 15
    assert counts[Filter.DUE_TODAY] >= 1
    assert counts[Filter.WAITING] > 2
    assert counts[Filter.AFTERCARE] > 1
    assert counts[Filter.SAFETY] > 4
    assert counts[Filter.NOT_PRINTED] > 2
    states = Counter(one.state for one in complaints(desk))
    assert {"in_handling", "passed_on", "solved", "closed", "withdrawn"} <= {*states}
    assert states["closed"] > 5
    kinds = Counter(line.kind for one in complaints(desk) for line in one.timeline)
    assert kinds["complaint.noted"] > 5
    assert [person.name for person in desk.people()] == ["Admin", "Dedi", "Joko", "Sari", "Wati"]
    assert desk.shop.sample


def test_the_three_cases_stand_in_the_queue(desk: Desk) -> None:
    cases = [one for one in complaints(desk) if one.registered and _is_case(one)]
    drawn = "\n".join(
        f"{one.bucket(NOW)} +{one.extensions} | {one.registered.name} | {one.registered.product}"
        f" | bought {one.bought_at:%d %b} | received {one.received_at:%d %b %H.%M}"
        for one in cases
        if one.registered
    )
    assert drawn == (
        "open +0 | Ibu Rita | United Stylo Beat | bought 18 Jun | received 20 Jun 09.00\n"
        "open +1 | Mas Bagus | Lereng X5 29 | bought 12 Jun | received 19 Jun 09.40\n"
        "open +0 | Bapak Hari | United E-Trifold | bought 19 Jun | received 20 Jun 12.35"
    )
    assert desk.find_number("1234").name == "Bapak Hari"


def _is_case(one: Complaint) -> bool:
    first = {story.expected for story in stories()[:3]}
    return one.registered is not None and one.registered.expected in first


@pytest.fixture(scope="module")
def long_open(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The sample shop after some weeks."""
    desk = filled(tmp_path_factory.mktemp("weeks") / "home", complaints=110, seed=5)
    yield desk
    desk.close()


def test_a_shop_of_some_weeks_shows_every_way_a_case_can_go(long_open: Desk) -> None:
    cases = complaints(long_open)
    assert {one.state for one in cases} >= {"received", "passed_on", "in_handling", "closed"}
    assert {one.bucket(NOW) for one in cases} == {
        *("in_time", "extended", "late", "open_late", "open"),
    }
    assert {one.score for one in cases if one.state == "closed"} >= {None, 3, 4, 5}
    assert {promise.state for one in cases for promise in one.promises} == {
        *("open", "kept", "broken"),
    }
    assert {one.entered_by for one in cases} >= {"customer", "staff"}
    assert {one.flag for one in cases if one.state == "closed"} >= {True, False}
    assert any(one.reopened for one in cases)
    assert any(one.roadblocks for one in cases)
    assert any(one.aftercare_done for one in cases)


def test_nothing_in_the_sample_shop_contradicts_itself(long_open: Desk) -> None:
    for one in complaints(long_open):
        assert not one.conflicts, one.number
        assert not one.update_needed
        if one.state == "closed":
            assert one.cause
            assert one.remedy
            assert not one.alone
            assert one.judged_by != one.confirmed_by


def test_journal_of_the_sample_shop_is_true(desk: Desk) -> None:
    assert finish(verify(desk.journal)).clean


def test_every_entry_tells_the_time_of_its_own_deed(desk: Desk) -> None:
    entries = list(desk.journal.entries(desk.journal.node))
    times = [datetime.fromisoformat(entry.at) for entry in entries]
    assert times == sorted(times)
    assert times[-1] == NOW
    for entry, at in zip(entries, times, strict=True):
        assert abs(time_of(entry.tick) - at) < timedelta(seconds=1)


def test_customers_come_only_while_the_shop_is_open(desk: Desk) -> None:
    received = [one.received_at for one in complaints(desk) if one.received_at]
    assert all(shop()["opens"] <= at.hour < shop()["closes"] and at < NOW for at in received)


def test_some_customers_came_before(desk: Desk) -> None:
    visits = Counter(one.registered.customer for one in complaints(desk) if one.registered)
    assert max(visits.values()) >= 2


def test_sale_is_found_by_the_nota_phone_and_frame_of_a_complaint(desk: Desk) -> None:
    store = desk.journal.store
    assert customers.count(store) > 300
    listed = [
        one.registered
        for one in complaints(desk)
        if one.registered and one.registered.sold_branch == "1"
    ]
    assert len(listed) > 25
    for facts in listed:
        (sale,) = customers.by_nota(store, str(facts.nota))
        assert (sale.product, sale.serial, sale.customer, sale.sold_on) == (
            facts.product,
            facts.serial,
            facts.name,
            facts.bought_at,
        )
        assert sale in customers.by_customer(store, phone=sale.phone)


def test_nobody_real_can_be_called(desk: Desk) -> None:
    for one in complaints(desk):
        assert one.registered is not None
        phone, email = one.registered.phone, one.registered.email
        assert phone or email
        assert not phone or phone.startswith("+628600000")
        assert not email or email.endswith(".example")
    assert phones.normal("0860-0000-1234") == "+6286000001234"


def test_same_seed_tells_the_same_shop(desk: Desk, tmp_path: Path) -> None:
    again, other = filled(tmp_path / "a"), filled(tmp_path / "b", seed=2)
    assert content(again) == content(desk)
    assert content(other) != content(desk)
    again.close()
    other.close()


def test_same_seed_tells_the_same_shop_on_another_day() -> None:
    visits, listed = history(40, 7)
    assert (visits, listed) == history(40, 7)
    week = timedelta(days=7)
    assert {moment(NOW + week, visit.ago) - moment(NOW, visit.ago) for visit in visits} == {week}


def test_every_story_comes_through_the_door_as_it_was_told(tmp_path: Path) -> None:
    everything = len(stories())
    visits, _ = history(everything, 1)
    assert {visit.story.what for visit in visits} == {story.what for story in stories()}
    desk = filled(tmp_path / "home", complaints=everything)
    facts = [one.registered for one in complaints(desk) if one.registered]
    for name in ("what", "expected", "understood"):
        told = Counter(visit.told(getattr(visit.story, name)) for visit in visits)
        assert not [text for text in told if "{" in text]
        kept = "what_happened" if name == "what" else name
        assert Counter(getattr(one, kept) for one in facts) == told
    noted = Counter(
        visit.told(text)
        for visit in visits
        for ago, _, text in visit.notes
        if ago > visit.withdrawn
    )
    assert noted == Counter(
        line.text
        for one in complaints(desk)
        for line in one.timeline
        if line.kind == "complaint.noted"
    )
    desk.close()


def test_stories_keep_to_the_closed_lists() -> None:
    assert len(stories()) >= 60
    assert len({story.what for story in stories()}) == len(stories())
    for story in stories():
        assert story.asked_for in choices.ASKED_FOR
        assert story.factor in choices.FACTORS
        assert story.channel in {*choices.CHANNELS, ""}
        assert story.product in {*shop()["bicycles"], *shop()["extras"]}
        assert {who for who, _ in story.notes} <= {*shop()["staff"]}
        assert story.fault in choices.FAULTS
        assert story.cause
        assert story.remedy
    assert {story.asked_for for story in stories()} == {*choices.ASKED_FOR}
    assert {story.factor for story in stories()} == {*choices.FACTORS}
    assert {role for roles in shop()["staff"].values() for role in roles} <= {*people.ROLES}
    assert {name.split()[0] for name in shop()["names"]} <= {*shop()["address_as"]}


def test_desk_in_use_is_never_filled(desk: Desk, tmp_path: Path) -> None:
    mine = set_up(Home(tmp_path / "home"), SetUp(company="Toko", branch="7", branch_name="X"), now)
    mine.do(Register(intake=_intake()))
    before = mine.journal.last()
    with pytest.raises(Refused, match="complaints at this desk already"):
        finish(fill(mine, complaints=40, seed=1))
    assert mine.journal.last() == before
    mine.close()
    with pytest.raises(Refused, match="complaints at this desk already"):
        open_for_filling(desk.home)


def _intake() -> Intake:
    return Intake(id=new_id(NOW), name="Ibu Rina", nota="77", what_happened="Rem bunyi")


def test_desk_of_my_own_may_be_filled_while_it_is_empty_and_goes_on(tmp_path: Path) -> None:
    wanted = SetUp(company="Toko", branch="7", branch_name="X", pin="1234", sample=True)
    mine = set_up(Home(tmp_path / "home"), wanted, now)
    heard = []
    mine.watch(lambda: heard.append("changed"))
    steps = list(fill(mine, complaints=5, seed=3))
    assert steps == sorted(steps)
    assert steps[-1][0] == steps[-1][1]
    assert heard == ["changed"]
    assert mine.queue(Wanted())[0].number.startswith("K7")
    registered = mine.do(Register(intake=_intake()))
    assert isinstance(registered, Registered)
    assert registered.number == "K7202406200000077"
    assert finish(verify(mine.journal)).clean
    mine.close()


def test_somebody_of_the_same_name_is_taken_for_the_clerk_only_with_their_role(
    tmp_path: Path,
) -> None:
    mine = set_up(Home(tmp_path / "home"), SAMPLE_SHOP, now)
    mine.do(AddStaff(name="Sari", roles=("staff", "cro")))
    mine.do(AddStaff(name="Dedi", roles=("technician",)))
    with pytest.raises(Refused, match="Dedi works here already"):
        finish(fill(mine, complaints=5, seed=1))
    assert mine.counts()[Filter.ALL] == 0
    mine.close()


def test_number_of_complaints_below_one_is_refused(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    with pytest.raises(Invalid, match="at least 1"):
        set_up_sample(home, complaints=0, clock=now)
    assert not home.exists
    desk = set_up_sample(home, clock=now)
    with pytest.raises(Invalid, match="at least 1") as refused:
        finish(fill(desk, complaints=0, seed=1))
    assert refused.value.field == "complaints"
    desk.close()


@pytest.mark.parametrize("hour", ["00:05", "08:59", "09:00", "09:01", "13:30", "20:00", "23:59"])
def test_sample_shop_is_made_at_any_hour(tmp_path: Path, hour: str) -> None:
    at = datetime.fromisoformat(f"2024-03-01T{hour}:00+07:00")
    desk = filled(tmp_path / "home", complaints=4, at=at)
    entries = list(desk.journal.entries(desk.journal.node))
    assert all(datetime.fromisoformat(entry.at) <= at for entry in entries)
    opens, closes = shop()["opens"], shop()["closes"]
    times = [moment(at, ago) for ago in range(1, 2000, 7)]
    assert all(opens <= time.hour < closes and time < at for time in times)
    assert times == sorted(times, reverse=True)
    desk.close()
