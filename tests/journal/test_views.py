"""What the screens show is always what the entries say: after any work, and after a rebuild."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desk.app.commands import (
    AddStaff,
    DescribeShop,
    NoteExported,
    NoteSalesRead,
    OnCase,
    Register,
    SwitchOffStaff,
    TrustCard,
)
from desk.journal import known, queue
from desk.journal.journal import PAGE
from desk.journal.queue import Wanted
from desk.journal.views import utc
from desk.rules.acts import PrintReceipt
from desk.rules.entries import (
    CardTrusted,
    ComplaintNoted,
    ComplaintRegistered,
    ExportWritten,
    ReceiptPrinted,
    SalesRead,
    parts,
)
from desk.rules.errors import DeskError, finish
from desk.rules.intake import Intake
from desk.rules.people import ROLES
from tests.journal.databases import ON_A_FILE, ON_A_SERVER

REGISTERED = ComplaintRegistered(
    number="K4202606200001234",
    branch="4",
    received_at="2026-06-20T09:00:00+07:00",
    nota=1234,
    customer="u9",
    name="Ibu Rita",
    phone="+6281234567802",
    what_happened="Setang turun terus",
)

words = st.text(max_size=12) | st.sampled_from(
    ["Hari", "Ibu Rita", "rem <b>", "😡", "سلام", '"', ""]
)
work = st.lists(
    st.one_of(
        st.tuples(st.just("take_in"), st.integers(0, 3), words, words),
        st.tuples(st.just("note"), st.integers(0, 9), words, words),
        st.tuples(st.just("withdraw"), st.integers(0, 9), words, words),
        st.tuples(st.just("print"), st.integers(0, 9), words, words),
        st.tuples(st.just("hire"), st.integers(0, 9), words, words),
        st.tuples(st.just("fire"), st.integers(0, 9), words, words),
        st.tuples(st.just("describe"), st.integers(0, 9), words, words),
        st.tuples(st.just("export"), st.integers(0, 9), words, words),
        st.tuples(st.just("trust"), st.integers(0, 3), words, words),
        st.tuples(st.just("wait"), st.integers(-1, 2000), words, words),
        st.tuples(st.just("restart"), st.just(0), words, words),
    ),
    max_size=25,
)


def attempt(counter, taken: list, step: tuple[str, int, str, str]) -> None:
    """One thing that somebody tries to do; what is refused changes nothing."""
    what, number, text, more = step
    desk = counter.desk
    here = taken[number % len(taken)] if taken else None
    if what == "take_in":
        fields = {"nota": str(number), "no_nota": number == 0, "phone": more, "safety": number == 2}
        intake = Intake(
            id=f"d{len(taken) // 2}", name=text, what_happened=more, received_at="", **fields
        )
        taken.append(desk.do(Register(intake=intake)))
    elif what == "note" and here:
        counter.note(here, text)
    elif what == "withdraw" and here:
        counter.withdraw(here, text)
    elif what == "print" and here:
        desk.do(OnCase(complaint=here.id, act=PrintReceipt(paper="a5", way="file")))
    elif what == "hire":
        desk.do(AddStaff(name=text, roles=(list(ROLES)[number % 6],)))
    elif what == "fire":
        people = desk.people()
        desk.do(SwitchOffStaff(staff=people[number % len(people)].id))
    elif what == "describe":
        desk.do(DescribeShop(company=text, branch_name=more))
    elif what == "trust":
        desk.do(
            TrustCard(
                node=f"{number}" * 16,
                card=CardTrusted(
                    company=text, name=more, branch="0", head_office=number == 0,
                    signing_key="00" * 32, recipient="age1",
                ),
            )
        )  # fmt: skip
    elif what == "export":
        desk.do(
            NoteExported(
                package=f"p{number}",
                written=ExportWritten(
                    receiver="", sha256="", entries=1, upto=number, personal=True
                ),
            )
        )
    elif what == "wait":
        counter.clock.forward(minutes=number)
    elif what == "restart":
        counter.reopen()


@ON_A_FILE
@settings(max_examples=30)
@given(work=work)
def test_after_any_work_the_views_are_a_fresh_fold_and_a_rebuild_changes_nothing(
    fresh, work
) -> None:
    check_any_work(fresh, work)


@ON_A_SERVER
@settings(max_examples=5)
@given(work=work)
def test_after_any_work_on_a_server_the_views_are_a_fresh_fold_too(fresh, work) -> None:
    check_any_work(fresh, work)


def check_any_work(fresh, work) -> None:
    """The views are right after this work, and after a rebuild."""
    with fresh() as counter:
        taken: list = []
        for step in work:
            before, tables = counter.entries(), counter.tables()
            try:
                attempt(counter, taken, step)
            except DeskError:
                assert (counter.entries(), counter.tables()) == (before, tables)
        assert counter.wrong() == ""
        before, tables = counter.entries(), counter.tables()
        finish(counter.desk.journal.rebuild())
        assert (counter.entries(), counter.tables()) == (before, tables)
        assert counter.wrong() == ""


def test_the_rows_keep_their_order_through_a_rebuild_whatever_their_ids(counter) -> None:
    for number in range(8, 0, -1):
        counter.take_in(nota=str(number), id=f"{number}" * 8)
    before = counter.tables()
    finish(counter.desk.journal.rebuild())
    assert counter.tables() == before
    assert queue.by_number(counter.store, "1")[0].row == 8


def test_a_rebuild_that_is_broken_off_leaves_everything_as_it_was(counter) -> None:
    for number in range(1, 5):
        counter.take_in(nota=str(number))
    before = counter.tables()
    steps = counter.desk.journal.rebuild()
    next(steps)
    steps.close()
    assert counter.tables() == before
    assert counter.wrong() == ""


@ON_A_FILE  # on a server it is the same, and takes longer
def test_a_rebuild_tells_how_far_it_is(counter) -> None:
    with counter.desk.journal.writing(actor="wati", now=counter.clock()) as pen:
        for number in range(PAGE + 100):
            event = replace(REGISTERED, number=f"K420260620{number:07}", nota=number)
            pen.write(event, subject=f"c{number}")
    told = list(counter.desk.journal.rebuild())
    assert told == [(PAGE, PAGE + 104), (PAGE + 104, PAGE + 104)]
    assert counter.wrong() == ""


def test_what_another_desk_wrote_is_shown_whatever_comes_first(counter, fresh, elsewhere) -> None:
    other = elsewhere()
    for event in (REGISTERED, ReceiptPrinted(paper="a5", way="file", copy=1)):
        other.tell(event, "c9")
    other.tell(ComplaintNoted(text="Sudah ditelepon"), "c9")
    counter.receive(other.entries)
    with fresh() as later:
        for entry in reversed(other.entries):
            later.receive([entry])
        for desk in (counter, later):
            assert desk.desk.find_number("K4202606200001234").receipts == 1
            assert desk.wrong() == ""
        assert later.tables()["complaint"] == counter.tables()["complaint"]
        assert later.tables()["search"] == counter.tables()["search"]


def test_notes_of_a_complaint_that_is_still_on_its_way_are_kept_for_it(counter, elsewhere) -> None:
    other = elsewhere()
    other.tell(REGISTERED, "c9")
    other.tell(ComplaintNoted(text="Sudah ditelepon"), "c9")
    counter.receive(other.entries[1:])
    assert counter.desk.queue(Wanted()) == []
    counter.receive(other.entries[:1])
    assert len(counter.desk.queue(Wanted(find="ditelepon"))) == 1
    assert counter.wrong() == ""


def test_an_entry_of_a_newer_program_is_carried_and_its_complaint_asks_for_an_update(
    counter, elsewhere
) -> None:
    taken = counter.take_in()
    other = elsewhere()
    other.write("promise.sung", taken.id, {"v": 1, "song": "Halo-halo Bandung"})
    other.write("weather.seen", "sky", {"v": 7}, {"who": "Budi"})
    counter.receive(other.entries)
    assert counter.desk.complaint(taken.id).update_needed
    assert [entry.kind for entry in counter.entries()][-2:] in (
        ["promise.sung", "weather.seen"],
        ["staff.added", "complaint.registered"],
    )
    assert counter.wrong() == ""
    tables = counter.tables()
    finish(counter.desk.journal.rebuild())
    assert counter.tables() == tables
    counter.note(taken, "Catatan")
    assert counter.wrong() == ""


def test_a_key_of_a_newer_program_is_carried_and_the_case_is_shown_all_the_same(
    counter, elsewhere
) -> None:
    other = elsewhere()
    body, personal = parts(REGISTERED)
    other.write("complaint.registered", "c9", {**body, "colour": "red"}, personal)
    other.write("complaint.noted", "c9", {"v": 1}, {"text": "Sudah ditelepon", "mood": [1]})
    counter.receive(other.entries)
    assert [row.name for row in counter.desk.queue(Wanted())] == ["Ibu Rita"]
    assert len(counter.desk.queue(Wanted(find="ditelepon"))) == 1
    assert counter.desk.complaint("c9").update_needed
    held = list(counter.desk.journal.entries(other.node))
    assert held == other.entries
    assert counter.wrong() == ""
    tables = counter.tables()
    finish(counter.desk.journal.rebuild())
    assert counter.tables() == tables


def test_two_desks_that_gave_one_number_are_both_shown(counter, elsewhere) -> None:
    taken = counter.take_in()
    other = elsewhere()
    other.tell(replace(REGISTERED, number=taken.number, branch="1"), "c9")
    counter.receive(other.entries)
    rows = queue.by_number(counter.store, taken.number)
    assert [row.name for row in rows] == ["Ibu Rita", "Bapak Hari"]
    assert counter.wrong() == ""
    finish(counter.desk.journal.rebuild())
    assert len(queue.by_number(counter.store, taken.number)) == 2


@pytest.mark.parametrize(
    "changes",
    [
        {"received_at": "0001-01-02T00:00:00+00:00"},
        {"received_at": "0812-06-20T00:00:00+00:00"},
        {"received_at": "9999-12-30T00:00:00+00:00"},
        {"number": "not a number", "branch": ""},
        {"nota": -(2**63)},
        {"nota": 2**63 - 1},
        {"name": "\0", "phone": "\0", "what_happened": "\0" * 99},
        {"phone": "+" + "9" * 5_000},
    ],
)
def test_a_strange_registration_of_another_desk_harms_nothing(changes, counter, elsewhere) -> None:
    other = elsewhere()
    other.tell(replace(REGISTERED, **changes), "c9")
    counter.receive(other.entries)
    assert [row.id for row in counter.desk.queue(Wanted())] == ["c9"]
    assert counter.wrong() == ""


@pytest.mark.parametrize(
    "changes",
    [{"nota": 2**63}, {"nota": "1234"}, {"received_at": "soon"}, {"name": "x"}, {"number": None}],
)
def test_a_registration_that_is_not_well_formed_is_kept_and_not_shown(
    changes, counter, elsewhere
) -> None:
    other = elsewhere()
    body = {
        "v": 1, "number": "K4202606200001234", "branch": "4", "nota": 1234, "customer": "u9",
        "received_at": "2026-06-20T09:00:00+07:00",
    }  # fmt: skip
    other.write("complaint.registered", "c9", {**body, **changes})
    counter.receive(other.entries)
    assert counter.desk.queue(Wanted()) == []
    assert counter.desk.complaint("c9").update_needed
    assert counter.wrong() == ""


def test_entries_of_two_desks_at_the_same_moment_are_all_read(counter, elsewhere) -> None:
    desks = [elsewhere(node=node * 8) for node in ("b2", "c3", "d4")]
    for desk in desks:
        desk.now += timedelta(days=1)
        for number in range(PAGE // 2):
            desk.tell(ComplaintNoted(text=str(number)), f"{desk.node}-{number}")
    counter.receive([entry for desk in desks for entry in desk.entries])
    read = list(counter.desk.journal.of_kind("complaint.noted"))
    assert len(read) == len(set(read)) == 3 * (PAGE // 2)
    assert [entry.tick for entry in read] == sorted(entry.tick for entry in read)
    assert list(counter.desk.journal.of_kind("complaint.sung")) == []


def test_people_come_and_go_and_their_names_stay(counter) -> None:
    desk = counter.desk
    budi = desk.do(AddStaff(name=" Budi ", roles=("technician", "staff")))
    desk.do(AddStaff(name="Ani", roles=("cro",)))
    desk.do(SwitchOffStaff(staff=budi))
    drawn = [f"{one.name}: {','.join(one.roles)} {one.active}" for one in desk.people()]
    assert drawn == [
        "Ani: cro True",
        "Wati: staff,cro,supervisor,technician,admin True",
        "Budi: technician,staff False",
    ]
    assert desk.name_of(budi) == "Budi"


def test_the_shop_is_called_as_it_was_named_last(counter) -> None:
    counter.desk.do(
        DescribeShop(company="Toko Baru", branch_name="Cinere", address="Jl. 1", reach="0812")
    )
    shop = counter.desk.shop
    assert (shop.company, shop.branch_name, shop.address, shop.reach) == (
        "Toko Baru", "Cinere", "Jl. 1", "0812",
    )  # fmt: skip
    assert (shop.branch, shop.letter, shop.head_office, shop.sample) == ("1", "", False, False)


def test_the_desks_that_are_trusted_and_the_files_that_were_written_are_listed(counter) -> None:
    for number in (5, 0):
        attempt(counter, [], ("trust", number, "Toko", "Kantor"))
        counter.clock.forward(minutes=1)
    assert [(one.node[0], one.head_office) for one in known.trusted(counter.store)] == [
        ("0", True),
        ("5", False),
    ]
    for number in (3, 1, 2):
        attempt(counter, [], ("export", number, "", ""))
        counter.clock.forward(minutes=1)
    shipped = known.shipments(counter.store)
    assert [one.package for one in shipped] == ["p2", "p1", "p3"]
    assert shipped[0].at == "2026-06-20T02:16:00.000Z"
    assert [one.package for one in known.shipments(counter.store, limit=1)] == ["p2"]


def test_reading_a_sales_list_is_noted_and_touches_no_complaint(counter) -> None:
    tables = counter.tables()
    counter.desk.do(NoteSalesRead(read=SalesRead(rows=4, taken=1, remarked=1, known=1, refused=1)))
    assert counter.tables() == tables
    assert counter.wrong() == ""


def test_a_time_in_a_table_sorts_as_text_in_every_year(counter) -> None:
    years = [1, 812, 1987, 2026, 9999]
    texts = [utc(counter.clock().replace(year=year)) for year in years]
    assert texts == sorted(texts)
    assert texts[1] == "0812-06-20T02:12:00Z"
    assert utc(None) is None
