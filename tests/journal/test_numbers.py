"""Numbers are given out once: the second one about a nota says so, and no series is used twice."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from desk.journal import queue
from desk.journal.queue import Wanted
from desk.rules.entries import ComplaintRegistered, NodeSucceeded
from desk.rules.errors import Refused
from desk.rules.number import ComplaintNumber, parse_number, restore_digits
from tests.journal.databases import ON_A_FILE

TODAY = date(2026, 6, 20)


def taken(counter, *notas: str, **fields) -> list[str]:
    """The numbers given for these notas, one after the other."""
    return [counter.take_in(nota=nota, **fields).number for nota in notas]


def jump(counter, seq: int, number: int) -> None:
    """What a restore writes: the series goes on from `number`."""
    event = NodeSucceeded(seq=seq, no_nota_from=number)
    with counter.desk.journal.writing(actor="restore", now=counter.clock()) as pen:
        pen.write(event, subject="0" * 16)


def test_each_nota_has_its_number_and_the_second_complaint_about_it_says_so(counter) -> None:
    assert taken(counter, "1234", "7", "1234", "9999999", "1234", "07") == [
        "K1202606200001234",
        "K1202606200000007",
        "K1202606200001234-2",
        "K1202606209999999",
        "K1202606200001234-3",
        "K1202606200000007-2",
    ]


def test_the_same_nota_on_another_day_begins_anew(counter) -> None:
    assert taken(counter, "1234", received_at="2026-06-18 10:00") == ["K1202606180001234"]
    assert taken(counter, "1234") == ["K1202606200001234"]
    assert taken(counter, "1234", received_at="2007-01-02 10:00") == ["K1200701020001234"]


def test_the_day_in_the_number_is_that_of_the_shop(counter) -> None:
    received = {"received_at": "2026-06-18T18:30:00Z"}  # 01.30 of the 19th in Jakarta
    assert taken(counter, "1234", **received) == ["K1202606190001234"]


def test_a_withdrawn_complaint_keeps_its_number(counter) -> None:
    counter.withdraw(counter.take_in())
    assert taken(counter, "1234") == ["K1202606200001234-2"]


def test_before_a_second_complaint_the_first_one_can_be_shown(counter) -> None:
    first, second = counter.take_in(), counter.take_in()
    assert queue.same_nota(counter.store, "1", TODAY, 1234) == [
        (first.id, first.number),
        (second.id, second.number),
    ]
    assert queue.same_nota(counter.store, "2", TODAY, 1234) == []
    assert queue.same_nota(counter.store, "1", TODAY, 1235) == []


def test_without_a_nota_the_series_goes_on_from_day_to_day(counter) -> None:
    assert taken(counter, "", "1234", "") == [
        "K1202606209000001",
        "K1202606200001234",
        "K1202606209000002",
    ]
    counter.clock.forward(days=3)
    counter.reopen()
    assert taken(counter, "") == ["K1202606239000003"]
    assert taken(counter, "", received_at="2026-06-01 10:00") == ["K1202606019000004"]


def test_a_nota_that_is_a_number_of_the_series_is_never_given_out_twice(counter) -> None:
    assert taken(counter, "9000001", "", "9000001", "9000003", "") == [
        "K1202606209000001",
        "K1202606209000002",
        "K1202606209000001-2",
        "K1202606209000003",
        "K1202606209000004",
    ]


def test_an_order_of_a_marketplace_takes_the_series(counter) -> None:
    order = counter.take_in(nota="INV/20260618/MPL/1", channel="marketplace", no_nota=False)
    assert order.number == "K1202606209000001"
    assert counter.desk.complaint(order.id).registered.order == "INV/20260618/MPL/1"


def test_after_a_restore_the_series_goes_on_behind_the_jump(counter) -> None:
    taken(counter, "", "")
    jump(counter, 9, 9_001_003)
    own = restore_digits(counter.desk.journal.node)
    assert taken(counter, "", "") == [f"K1202606209001003-{own}", f"K1202606209001004-{own}"]
    jump(counter, 20, 9_000_500)
    assert taken(counter, "") == [f"K1202606209001005-{own}"]
    assert counter.verdict().clean


def test_the_jump_of_another_desk_does_not_move_this_one(counter, elsewhere) -> None:
    other = elsewhere()
    other.tell(NodeSucceeded(seq=9, no_nota_from=9_500_000), counter.desk.journal.node)
    counter.receive(other.entries)
    assert taken(counter, "") == ["K1202606209000001"]


@pytest.mark.parametrize("start", [9_999_999, 10_000_000, 99_999_999])
def test_the_series_ends_with_a_sentence_and_never_with_an_eighth_digit(start, counter) -> None:
    jump(counter, 9, start)
    if start == 9_999_999:
        own = restore_digits(counter.desk.journal.node)
        assert taken(counter, "") == [f"K1202606209999999-{own}"]
    before = counter.entries()
    with pytest.raises(Refused, match="used up"):
        counter.take_in(nota="")
    assert counter.entries() == before
    counter.clock.forward(days=1)
    assert taken(counter, "1234") == ["K1202606210001234"]


def test_a_second_desk_in_the_branch_writes_its_letter_behind_each_number(
    tmp_path, counter
) -> None:
    wanted = SetUp(company="Toko", branch="1", branch_name="Bekasi", letter="b", admin="Budi")
    set_up(Home(tmp_path / "second"), wanted, counter.clock).close()
    second = Desk.open(Home(tmp_path / "second"), counter.clock)
    second.sign_in()
    there = replace(counter, desk=second)
    try:
        assert taken(there, "1234", "1234", "") == [
            "K1202606200001234B",
            "K1202606200001234B-2",
            "K1202606209000001B",
        ]
        counter.receive(there.entries())
        assert taken(counter, "1234", "1234") == ["K1202606200001234", "K1202606200001234-2"]
        assert counter.desk.find_number("K1 2026-06-20 0001234B").name == "Bapak Hari"
        found = {row.number for row in counter.desk.queue(Wanted(find="1234"))}
        assert len(found) == 4
    finally:
        second.close()


def test_a_number_without_its_letter_is_found_where_only_one_is_meant(counter, elsewhere) -> None:
    other = elsewhere()
    for tail in ("B", "B-2"):
        event = ComplaintRegistered(
            number=f"K1202606200001234{tail}", branch="1", nota=1234, customer="u9",
            received_at="2026-06-20T09:00:00+07:00",
        )  # fmt: skip
        other.tell(event, f"c{tail}")
    counter.receive(other.entries)
    assert counter.desk.find_number("K1202606200001234").number == "K1202606200001234B"
    assert counter.desk.find_number("K1202606200001234-2").number == "K1202606200001234B-2"
    with pytest.raises(Refused):
        counter.desk.find_number("K1202606200001234C")


@ON_A_FILE  # each example takes a desk of its own, which takes long on a server
@settings(max_examples=15)
@given(
    st.lists(
        st.tuples(st.sampled_from(["", "1", "2", "9000001", "9000002"]), st.integers(0, 2)),
        max_size=20,
    )
)
def test_no_number_is_ever_given_out_twice(fresh, visits) -> None:
    with fresh() as counter:
        given_out = []
        for nota, ago in visits:
            received = f"2026-06-{20 - ago} 08:00"
            given_out += taken(counter, nota, received_at=received)
        assert len(set(given_out)) == len(given_out)
        for number in map(parse_number, given_out):
            assert isinstance(number, ComplaintNumber)
            repeats = [
                other.repeat for other in map(parse_number, given_out) if other.stem == number.stem
            ]
            assert sorted(repeats) == list(range(1, len(repeats) + 1))
