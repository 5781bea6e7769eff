"""What can be done to the case that is read: notes, withdrawals, papers; nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.app.commands import AddStaff
from desk.controllers.queue.reading import MANY, Reading
from desk.journal import drafts, queue
from desk.journal.drafts import Draft
from tests.controllers.queue_pane import Pane
from tests.controllers.queue_shop import Shop, open_shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    for made in open_shop(tmp_path):
        made.four()
        yield made


@pytest.fixture
def pane() -> Pane:
    return Pane()


def choose(reading: Reading, shop: Shop, *names: str) -> None:
    rows = [queue.by_id(shop.desk.journal.store, shop.ids[name]) for name in names]
    reading.choose([row for row in rows if row is not None])


def test_a_note_put_away_is_there_again_with_its_case(shop: Shop, pane: Pane) -> None:
    reading = Reading(shop.desk, pane)
    choose(reading, shop, "Bapak Hari")
    reading.case.begin("note")
    reading.case.typed({"text": "Tidak di"})
    assert reading.put_away()
    assert pane.note_begun
    choose(reading, shop, "Ibu Rita")
    assert pane.drawer == ("", "")
    choose(reading, shop, "Bapak Hari")
    assert (*pane.drawer, pane.has_keyboard) == ("note", "Tidak di", False)


def test_a_half_written_note_waits_for_who_wrote_it(shop: Shop, pane: Pane) -> None:
    shop.desk.do(AddStaff(name="Dedi", roles=("staff",)))
    reading = Reading(shop.desk, pane)
    choose(reading, shop, "Bapak Hari")
    reading.case.begin("note")
    reading.case.typed({"text": "Tidak di"})
    reading.case.save_drafts()
    shop.desk.sign_in("Dedi")
    reading.refresh()
    assert pane.drawer == ("", "")
    assert not pane.note_begun
    reading.case.begin("note")
    assert pane.drawer == ("note", "")
    reading.case.typed({"text": "Dari Dedi"})
    shop.desk.sign_in("Sari")
    reading.refresh()
    assert pane.drawer == ("note", "Tidak di")
    reading.primary()
    assert pane.told == ["K1 2026-06-19 0001234: Note written."]
    shop.desk.sign_in("Dedi")
    reading.refresh()
    assert pane.drawer == ("note", "Dari Dedi")


def test_a_note_that_nobody_owns_is_offered_and_not_put_there(shop: Shop, pane: Pane) -> None:
    store, case = shop.desk.journal.store, shop.ids["Bapak Hari"]
    now = shop.clock()
    old = Draft(id=f"note/{case}", place="note", values={"text": "Lama"}, changed_at=now)
    drafts.keep(store, old)
    reading = Reading(shop.desk, pane)
    choose(reading, shop, "Bapak Hari")
    assert pane.drawer == ("", "")
    assert pane.note_begun
    reading.case.begin("note")
    assert pane.drawer == ("note", "Lama")
    reading.case.typed({"text": "Lama, dilanjutkan"})
    reading.case.save_drafts()
    assert shop.desk.actor is not None
    assert drafts.kept(store, "note") == []
    (kept,) = drafts.kept(store, "case")
    assert kept.id == f"case/{shop.desk.actor.id}/{case}/note"
    reading.primary()
    assert drafts.kept(store, "case") == []


def test_a_note_that_an_older_version_kept_for_somebody_is_there(shop: Shop, pane: Pane) -> None:
    store, case = shop.desk.journal.store, shop.ids["Bapak Hari"]
    assert shop.desk.actor is not None
    who, now = shop.desk.actor.id, shop.clock()
    for name, place, text in (
        (f"note/{who}/{case}", "note", "Dari antrean"),
        (f"case/{who}/{case}/note", "case", "Dari kasus"),
    ):
        drafts.keep(store, Draft(id=name, place=place, values={"text": text}, changed_at=now))
    reading = Reading(shop.desk, pane)
    choose(reading, shop, "Bapak Hari")
    assert pane.drawer == ("note", "Dari kasus\nDari antrean")
    reading.case.typed({"text": "Dari kasus dan antrean"})
    reading.case.save_drafts()
    assert drafts.kept(store, "note") == []
    assert [one.values for one in drafts.kept(store, "case")] == [
        {"text": "Dari kasus dan antrean"}
    ]


def test_a_technician_may_write_notes_only(shop: Shop, pane: Pane) -> None:
    shop.desk.do(AddStaff(name="Mas Tono", roles=("technician",)))
    shop.desk.sign_in("Mas Tono")
    reading = Reading(shop.desk, pane)
    choose(reading, shop, "Bapak Hari")
    assert set(pane.reasons) == {"withdraw", "print_receipt"}
    reading.print_receipts()
    assert pane.printed == []


def test_one_receipt_is_printed_again(shop: Shop, pane: Pane) -> None:
    reading = Reading(shop.desk, pane)
    choose(reading, shop, "Kak Wulan")
    assert pane.page is not None
    assert pane.page.receipts == 1
    reading.print_receipts()
    assert pane.printed == [shop.ids["Kak Wulan"]]


def test_several_are_printed_and_copied_together(shop: Shop, pane: Pane) -> None:
    reading = Reading(shop.desk, pane)
    choose(reading, shop, "Ibu Rita", "Bapak Hari")
    assert pane.chosen is not None
    assert str(pane.chosen.sentence) == "2 complaints are chosen."
    assert str(pane.chosen.not_one) == "Choose one complaint for this."
    reading.copy_numbers()
    assert pane.clipboard == "K1202606200002345\nK1202606190001234"
    assert pane.told == ["2 numbers are copied."]
    reading.print_receipts()
    assert pane.printed == [shop.ids["Ibu Rita"], shop.ids["Bapak Hari"]]


def test_many_papers_are_printed_only_after_a_second_yes(shop: Shop, pane: Pane) -> None:
    names = [f"Ibu {at}" for at in range(MANY + 1)]
    for name in names:
        shop.register(name)
    reading = Reading(shop.desk, pane)
    choose(reading, shop, *names)
    reading.print_receipts()
    assert pane.question == "Print 6 receipts? Paper cannot be taken back."
    assert reading.put_away()
    assert pane.question == ""
    assert pane.printed == []
    reading.print_receipts()
    reading.primary()
    assert len(pane.printed) == MANY + 1
    assert not reading.put_away()


def test_where_nothing_is_chosen_nothing_happens(shop: Shop, pane: Pane) -> None:
    reading = Reading(shop.desk, pane)
    choose(reading, shop)
    for do in (reading.primary, reading.print_receipts, reading.copy_numbers):
        do()
    assert (pane.panel, pane.printed, pane.clipboard, pane.told) == (None, [], "", [])
    assert pane.chosen is not None
    assert str(pane.chosen.not_one) == str(pane.chosen.no_print) == "Choose a complaint first."


def test_a_case_withdrawn_from_the_list_leaves_the_pane_to_the_next(shop: Shop, pane: Pane) -> None:
    reading = Reading(shop.desk, pane)
    choose(reading, shop, "Bapak Hari")
    reading.case.begin("withdraw")
    reading.case.typed({"why": "Sudah puas."})
    shop.desk.watch(lambda: choose(reading, shop, "Ibu Rita"))
    reading.primary()
    assert pane.told == ["K1 2026-06-19 0001234: Withdrawn."]
    assert pane.page is not None
    assert pane.page.id == shop.ids["Ibu Rita"]
    assert shop.desk.complaint(shop.ids["Bapak Hari"]).state == "withdrawn"
