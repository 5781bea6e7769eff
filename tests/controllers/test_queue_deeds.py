"""What can be done to the case that is read: notes, withdrawals, papers; nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.app.commands import AddStaff, OnCase
from desk.app.desk import Desk
from desk.app.home import Home
from desk.controllers.queue_deeds import MANY, CaseDeeds
from desk.journal import drafts, queue
from desk.journal.drafts import Draft
from desk.rules.acts import Note
from desk.rules.people import Action
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


def choose(deeds: CaseDeeds, shop: Shop, *names: str) -> None:
    rows = [queue.by_id(shop.desk.journal.store, shop.ids[name]) for name in names]
    deeds.choose([row for row in rows if row is not None])


def lines(shop: Shop, name: str) -> list[str]:
    """The timeline of somebody, as kind and text."""
    timeline = shop.desk.complaint(shop.ids[name]).timeline
    return [f"{line.kind}: {line.text}" for line in timeline[1:]]


def test_a_note_is_written_for_the_colleagues(shop: Shop, pane: Pane) -> None:
    deeds = CaseDeeds(shop.desk, pane)
    choose(deeds, shop, "Bapak Hari")
    deeds.start_note()
    assert (pane.drawer, pane.has_keyboard) == ("note", True)
    deeds.typed("Tidak diangkat.")
    deeds.primary()
    assert lines(shop, "Bapak Hari") == ["complaint.noted: Tidak diangkat."]
    assert pane.told == ["Note saved: K1 2026-06-19 0001234."]
    assert pane.drawer == ""
    assert pane.page is not None
    assert pane.page.timeline[-1].text == "Tidak diangkat."


def test_a_note_put_away_is_there_again_with_its_case(shop: Shop, pane: Pane) -> None:
    deeds = CaseDeeds(shop.desk, pane)
    choose(deeds, shop, "Bapak Hari")
    deeds.start_note()
    deeds.typed("Tidak di")
    assert deeds.put_away()
    assert pane.deeds is not None
    assert str(pane.deeds.note_label) == "Go on with the note"
    choose(deeds, shop, "Ibu Rita")
    assert pane.drawer == ""
    choose(deeds, shop, "Bapak Hari")
    assert (pane.drawer, pane.text, pane.has_keyboard) == ("note", "Tidak di", False)
    assert lines(shop, "Bapak Hari") == []


def test_a_half_written_note_survives_a_power_cut(shop: Shop, pane: Pane) -> None:
    deeds = CaseDeeds(shop.desk, pane)
    choose(deeds, shop, "Bapak Hari")
    deeds.start_note()
    deeds.typed("Tidak di")
    deeds.save_drafts()
    again = Desk.open(Home(shop.desk.home.folder), shop.clock)
    again.sign_in()
    choose(CaseDeeds(again, pane), shop, "Bapak Hari")
    again.close()
    assert (pane.drawer, pane.text) == ("note", "Tidak di")


def test_a_half_written_note_waits_for_who_wrote_it(shop: Shop, pane: Pane) -> None:
    shop.desk.do(AddStaff(name="Dedi", roles=("staff",)))
    deeds = CaseDeeds(shop.desk, pane)
    choose(deeds, shop, "Bapak Hari")
    deeds.start_note()
    deeds.typed("Tidak di")
    deeds.save_drafts()
    shop.desk.sign_in("Dedi")
    deeds.refresh()
    assert (pane.drawer, pane.text) == ("", "")
    assert pane.deeds is not None
    assert str(pane.deeds.note_label) == "Add note"
    deeds.start_note()
    assert pane.text == ""
    deeds.typed("Dari Dedi")
    shop.desk.sign_in("Sari")
    deeds.refresh()
    assert (pane.drawer, pane.text) == ("note", "Tidak di")
    deeds.primary()
    assert lines(shop, "Bapak Hari") == ["complaint.noted: Tidak di"]
    shop.desk.sign_in("Dedi")
    deeds.refresh()
    assert (pane.drawer, pane.text) == ("note", "Dari Dedi")


def test_a_note_that_nobody_owns_is_offered_and_not_put_there(shop: Shop, pane: Pane) -> None:
    store, case = shop.desk.journal.store, shop.ids["Bapak Hari"]
    now = shop.clock()
    old = Draft(id=f"note/{case}", place="note", values={"text": "Lama"}, changed_at=now)
    drafts.keep(store, old)
    deeds = CaseDeeds(shop.desk, pane)
    choose(deeds, shop, "Bapak Hari")
    assert pane.drawer == ""
    assert pane.deeds is not None
    assert str(pane.deeds.note_label) == "Go on with the note"
    deeds.start_note()
    assert pane.text == "Lama"
    deeds.typed("Lama, dilanjutkan")
    deeds.save_drafts()
    assert shop.desk.actor is not None
    assert drafts.kept(store, "note") == []
    (kept,) = drafts.kept(store, "case")
    assert kept.id == f"case/{shop.desk.actor.id}/{case}/note"
    deeds.primary()
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
    deeds = CaseDeeds(shop.desk, pane)
    choose(deeds, shop, "Bapak Hari")
    assert (pane.drawer, pane.text) == ("note", "Dari kasus\nDari antrean")
    deeds.typed("Dari kasus dan antrean")
    deeds.save_drafts()
    assert drafts.kept(store, "note") == []
    assert [one.values for one in drafts.kept(store, "case")] == [
        {"text": "Dari kasus dan antrean"}
    ]


def test_a_half_written_reason_survives_a_power_cut(shop: Shop, pane: Pane) -> None:
    deeds = CaseDeeds(shop.desk, pane)
    choose(deeds, shop, "Bapak Hari")
    deeds.start_withdrawal()
    deeds.typed("Salah ca")
    deeds.save_drafts()
    again = Desk.open(Home(shop.desk.home.folder), shop.clock)
    again.sign_in()
    deeds = CaseDeeds(again, pane)
    choose(deeds, shop, "Bapak Hari")
    deeds.start_withdrawal()
    again.close()
    assert (pane.drawer, pane.text) == ("withdraw", "Salah ca")


def test_a_note_that_was_saved_or_emptied_is_no_draft_any_more(shop: Shop, pane: Pane) -> None:
    deeds = CaseDeeds(shop.desk, pane)
    for name, rest in (("Bapak Hari", "Selesai."), ("Ibu Rita", "  ")):
        choose(deeds, shop, name)
        deeds.start_note()
        deeds.typed("Tidak di")
        deeds.save_drafts()
        deeds.typed(rest)
        deeds.primary()
        deeds.save_drafts()
    fresh = Pane()
    choose(CaseDeeds(shop.desk, fresh), shop, "Bapak Hari")
    assert fresh.drawer == ""
    choose(CaseDeeds(shop.desk, fresh), shop, "Ibu Rita")
    assert fresh.drawer == ""


def test_an_empty_note_is_refused_at_its_field(shop: Shop, pane: Pane) -> None:
    deeds = CaseDeeds(shop.desk, pane)
    choose(deeds, shop, "Bapak Hari")
    deeds.start_note()
    deeds.primary()
    assert [(fault.field, str(fault)) for fault in pane.refused] == [("text", "The note is empty.")]
    assert pane.drawer == "note"


def test_a_withdrawal_needs_a_reason(shop: Shop, pane: Pane) -> None:
    deeds = CaseDeeds(shop.desk, pane)
    choose(deeds, shop, "Ibu Rita")
    deeds.start_withdrawal()
    deeds.primary()
    assert [fault.field for fault in pane.refused] == ["why"]
    deeds.typed("Pelanggan sudah puas.")
    deeds.primary()
    assert lines(shop, "Ibu Rita") == ["complaint.withdrawn: Pelanggan sudah puas."]
    assert pane.told == ["Withdrawn: K1 2026-06-20 0002345."]
    assert pane.reasons() == {
        "withdraw": "Complaint K1202606200002345 is not open any more. Nothing was changed."
    }
    deeds.start_withdrawal()
    assert pane.drawer == ""


def test_a_technician_may_write_notes_only(shop: Shop, pane: Pane) -> None:
    shop.desk.do(AddStaff(name="Mas Tono", roles=("technician",)))
    shop.desk.sign_in("Mas Tono")
    deeds = CaseDeeds(shop.desk, pane)
    choose(deeds, shop, "Bapak Hari")
    assert set(pane.reasons()) == {"withdraw", "print_receipt"}
    deeds.print_receipts()
    assert pane.printed == []


def test_somebody_else_withdrew_it_meanwhile(shop: Shop, pane: Pane) -> None:
    deeds = CaseDeeds(shop.desk, pane)
    choose(deeds, shop, "Bapak Hari")
    deeds.start_withdrawal()
    deeds.typed("Salah catat.")
    other = Desk.open(Home(shop.desk.home.folder), shop.clock)
    other.sign_in()
    beside = CaseDeeds(other, Pane())
    choose(beside, shop, "Bapak Hari")
    beside.start_withdrawal()
    beside.typed("Sudah puas.")
    beside.primary()
    other.close()
    deeds.primary()
    assert "is not open any more" in str(pane.refused[0])
    assert pane.drawer == "withdraw"
    assert lines(shop, "Bapak Hari") == ["complaint.withdrawn: Sudah puas."]


def test_the_print_button_says_which_copy_it_makes(shop: Shop, pane: Pane) -> None:
    deeds = CaseDeeds(shop.desk, pane)
    choose(deeds, shop, "Bapak Hari")
    assert pane.deeds is not None
    assert str(pane.deeds.print_label) == "Print receipt"
    choose(deeds, shop, "Kak Wulan")
    assert str(pane.deeds.print_label) == "Print copy 2"
    deeds.print_receipts()
    assert pane.printed == [shop.ids["Kak Wulan"]]


def test_several_are_printed_and_copied_together(shop: Shop, pane: Pane) -> None:
    deeds = CaseDeeds(shop.desk, pane)
    choose(deeds, shop, "Ibu Rita", "Bapak Hari")
    assert pane.several == "2 complaints are chosen."
    assert set(pane.reasons()) == {"note", "withdraw"}
    deeds.copy_numbers()
    assert pane.clipboard == "K1202606200002345\nK1202606190001234"
    assert pane.told == ["2 numbers are copied."]
    deeds.print_receipts()
    assert pane.printed == [shop.ids["Ibu Rita"], shop.ids["Bapak Hari"]]


def test_many_papers_are_printed_only_after_a_second_yes(shop: Shop, pane: Pane) -> None:
    names = [f"Ibu {at}" for at in range(MANY + 1)]
    for name in names:
        shop.register(name)
    deeds = CaseDeeds(shop.desk, pane)
    choose(deeds, shop, *names)
    deeds.print_receipts()
    assert (pane.drawer, pane.text) == ("print", "Print 6 receipts? Paper cannot be taken back.")
    assert deeds.put_away()
    assert pane.printed == []
    deeds.print_receipts()
    deeds.primary()
    assert len(pane.printed) == MANY + 1
    assert not deeds.put_away()


def test_the_phone_is_called_or_at_least_copied(shop: Shop, pane: Pane) -> None:
    deeds = CaseDeeds(shop.desk, pane)
    choose(deeds, shop, "Bapak Hari")
    deeds.call()
    deeds.copy_phone()
    assert pane.told == ["calls +6281234567801", "Copied: 0812-3456-7801."]
    pane.clipboard, pane.can_call = "", False
    deeds.call()
    assert pane.clipboard == "0812-3456-7801"
    assert "makes calls" in pane.told[-1]


def test_where_nothing_is_chosen_nothing_happens(shop: Shop, pane: Pane) -> None:
    deeds = CaseDeeds(shop.desk, pane)
    choose(deeds, shop)
    for do in (deeds.primary, deeds.start_withdrawal, deeds.print_receipts, deeds.copy_numbers):
        do()
    deeds.call()
    assert (pane.drawer, pane.printed, pane.clipboard, pane.told) == ("", [], "", [])
    assert set(pane.reasons().values()) == {"Choose a complaint first."}


def test_a_case_changed_by_a_colleague_is_shown_as_it_is_now(shop: Shop, pane: Pane) -> None:
    deeds = CaseDeeds(shop.desk, pane)
    choose(deeds, shop, "Bapak Hari")
    shop.desk.do(OnCase(complaint=shop.ids["Bapak Hari"], act=Note(text="Dari rekan.")))
    deeds.refresh()
    assert pane.page is not None
    assert [done.text for done in pane.page.timeline] == ["", "Dari rekan."]
    assert Action.NOTE not in pane.reasons()
