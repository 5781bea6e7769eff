"""The queue: what burns is on top, every filter shows what it says, and pages lose nothing."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.app.commands import OnCase
from desk.journal import queue
from desk.journal.queue import Filter, Wanted
from desk.moments import near
from desk.rules.acts import PrintReceipt, Withdraw
from tests.journal.databases import ON_A_FILE, ON_A_SERVER

HOURS = timedelta(hours=1)


@pytest.fixture
def busy(counter):
    """A shop on a Saturday morning, 09.12: some are late, some are done."""
    now = counter.clock()

    def came(hours: float, name: str, nota: int, **fields):
        received = (now - hours * HOURS).astimezone().isoformat()
        return counter.take_in(name, nota=str(nota), received_at=received, **fields)

    came(20, "Bapak Hari", 1, product="United E-Trifold")
    came(30, "Ibu Rita", 2, product="Stylo Beat")
    came(2, "Ibu Sari", 3, product="Rem cakram", safety=True)
    came(30, "Pak Tono", 4, product="Garpu", safety=True)
    came(0, "Pak Budi", 5)
    done = came(40, "Ibu Ani", 6)
    mistake = came(10, "Pak Joko", 7, safety=True)
    counter.desk.do(
        OnCase(complaint=counter.desk.find_number("1").id, act=PrintReceipt(paper="a5", way="file"))
    )
    counter.withdraw(done, "Sudah selesai")
    counter.clock.forward(minutes=1)
    counter.withdraw(mistake)
    counter.clock.forward(minutes=-1)
    return counter


def drawn(counter, **wanted) -> str:
    """The list as a clerk reads it."""
    now = counter.clock()
    lines = []
    for row in counter.desk.queue(Wanted(**wanted)):
        due = near(row.due_at, now) if row.open else row.state
        late = "late " if row.open and row.due_at < now else ""
        mark = "! " if row.safety else ""
        lines.append(f"{mark}{row.name}: {late}{due}")
    return "\n".join(lines)


def test_the_queue_shows_what_burns_first(busy) -> None:
    assert (
        drawn(busy)
        == """\
! Pak Tono: late today 03.12
! Ibu Sari: tomorrow 07.12
Ibu Rita: late today 03.12
Bapak Hari: today 13.12
Pak Budi: tomorrow 09.12
! Pak Joko: withdrawn
Ibu Ani: withdrawn"""
    )


@pytest.mark.parametrize(
    ("filter_", "shown"),
    [
        (Filter.OPEN, "Pak Tono, Ibu Sari, Ibu Rita, Bapak Hari, Pak Budi"),
        (Filter.LATE, "Pak Tono, Ibu Rita"),
        (Filter.DUE_TODAY, "Bapak Hari"),
        (Filter.SAFETY, "Pak Tono, Ibu Sari"),
        (Filter.NOT_PRINTED, "Pak Tono, Ibu Sari, Ibu Rita, Pak Budi"),
        (Filter.ALL, "Pak Tono, Ibu Sari, Ibu Rita, Bapak Hari, Pak Budi, Pak Joko, Ibu Ani"),
    ],
)
def test_each_filter_shows_what_it_says_and_counts_it(filter_, shown, busy) -> None:
    rows = busy.desk.queue(Wanted(filter=filter_))
    assert ", ".join(row.name for row in rows) == shown
    assert busy.desk.counts()[filter_] == len(rows)


def test_the_queue_is_narrowed_to_a_state_and_a_branch(busy) -> None:
    assert drawn(busy, state="withdrawn").count("\n") == 1
    assert drawn(busy, state="received", branch="1").count("\n") == 4
    assert drawn(busy, branch="2") == drawn(busy, state="closed") == ""


def test_as_time_goes_by_what_was_due_today_is_late(busy) -> None:
    before = busy.desk.counts()
    assert (before[Filter.LATE], before[Filter.DUE_TODAY]) == (2, 1)
    busy.clock.forward(hours=4)  # 13.12, to the second the moment at which Hari is due
    assert busy.desk.counts()[Filter.LATE] == 2
    busy.clock.forward(seconds=1)
    after = busy.desk.counts()
    assert (after[Filter.LATE], after[Filter.DUE_TODAY]) == (3, 0)
    busy.clock.forward(hours=11)  # past midnight: tomorrow became today
    assert busy.desk.counts()[Filter.DUE_TODAY] == 2


def test_an_empty_desk_has_an_empty_queue(counter) -> None:
    assert counter.desk.queue(Wanted()) == []
    assert set(counter.desk.counts().values()) == {0}


def test_today_ends_at_midnight_of_the_shop_on_the_day_the_clocks_change(
    counter, local_zone
) -> None:
    local_zone("CET-1CEST,M3.5.0,M10.5.0/3")
    counter.desk.clock_confirmed = True
    counter.clock.now = datetime(2026, 10, 24, 23, 30, tzinfo=UTC)  # Sunday, 01.30 summer time
    for nota, received in ((1, "2026-10-24 22:30"), (2, "2026-10-24 23:30")):
        counter.take_in(nota=str(nota), received_at=received)
    dues = [row.due_at.astimezone().isoformat() for row in counter.desk.queue(Wanted())]
    assert dues == ["2026-10-25T21:30:00+01:00", "2026-10-25T22:30:00+01:00"]
    counter.take_in(nota="3", received_at="2026-10-25 00:30+02:00")  # due 23.30, the clocks back
    counter.take_in(nota="4", received_at="2026-10-25 01:10+02:00")  # due 00.10 on Monday
    assert counter.desk.counts()[Filter.DUE_TODAY] == 3


lists = given(
    visits=st.lists(st.tuples(st.integers(0, 3), st.booleans(), st.booleans()), max_size=12),
    limit=st.integers(1, 5),
    filter_=st.sampled_from([Filter.ALL, Filter.OPEN, Filter.SAFETY]),
)


@ON_A_FILE
@settings(max_examples=15)
@lists
def test_pages_give_each_row_exactly_once_in_the_same_order(fresh, visits, limit, filter_) -> None:
    check_pages(fresh, visits, limit, filter_)


@ON_A_SERVER
@settings(max_examples=3)
@lists
def test_pages_of_a_server_give_each_row_exactly_once_too(fresh, visits, limit, filter_) -> None:
    check_pages(fresh, visits, limit, filter_)


def check_pages(fresh, visits, limit, filter_) -> None:
    """Every row is on one page, in the order of the whole."""
    with fresh() as counter:
        for number, (hours, safety, over) in enumerate(visits, start=1):
            received = (counter.clock() - hours * HOURS).isoformat()
            taken = counter.take_in(nota=str(number), received_at=received, safety=safety)
            if over:
                counter.withdraw(taken)
        wanted, seen, last = Wanted(filter=filter_), [], None
        while page := counter.desk.queue(wanted, after=last, limit=limit):
            seen += page
            last = page[-1]
        assert seen == counter.desk.queue(wanted, limit=1_000)
        assert len({row.id for row in seen}) == len(seen) == counter.desk.counts()[filter_]


def test_a_row_that_comes_in_between_two_pages_disturbs_neither(counter) -> None:
    for number in range(1, 7):
        counter.take_in(nota=str(number))
        counter.clock.forward(minutes=1)
    first = counter.desk.queue(Wanted(), limit=3)
    counter.take_in("Safety first", nota="9", safety=True)
    counter.desk.do(OnCase(complaint=first[0].id, act=Withdraw(why="Salah nota")))
    second = counter.desk.queue(Wanted(filter=Filter.OPEN), after=first[-1], limit=10)
    assert [row.number[-2:] for row in (*first, *second)] == ["01", "02", "03", "04", "05", "06"]


def test_the_complaints_of_one_customer_are_listed_newest_first(counter) -> None:
    for nota in ("1", "2"):
        counter.take_in("Bapak Hari", nota=nota, phone="0812-3456-7801")
    counter.take_in("Ibu Rita", nota="3", phone="0812-3456-7802")
    customer = counter.desk.complaint(counter.desk.find_number("1").id).registered.customer
    rows = queue.of_customer(counter.store, customer)
    assert [row.number[-1] for row in rows] == ["2", "1"]
    assert queue.by_id(counter.store, "nobody") is None
