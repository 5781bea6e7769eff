"""Files of other desks: what is taken in, what waits, what is refused, and what is kept apart."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desk.app import exporting, importing
from desk.app.believing import own_card, revoke_of
from desk.app.commands import AddStaff
from desk.journal import exchanged
from desk.journal.exchanged import APPLIED, KNOWN, REFUSED, WAITING
from desk.journal.queue import Wanted
from desk.journal.verify import verify
from desk.rules.acts import Attach, Note, PassOn
from desk.rules.errors import Refused, Trouble, finish
from tests.app.company import OFFICE, Company, found, numbers, rows, said


def test_what_a_branch_did_is_known_at_head_office(company: Company) -> None:
    taken = [company.register("1").number, company.register("1", no_nota=True).number]
    verdict = company.bring("1")
    assert said(verdict) == (APPLIED, 7, 0)
    assert str(verdict.text) == "Taken in: 7 new entries, 0 known already."
    assert numbers(company, OFFICE) == sorted(taken)
    assert not list(company.office.home.inbox.glob("**/*.desk")), "what was taken in needs no copy"
    company.check()


def test_the_same_file_changes_nothing_the_second_time(company: Company) -> None:
    company.register("1")
    file = company.export("1")
    company.take(OFFICE, file)
    before = company.office.journal.seq_of(company.office.journal.node)
    verdict = company.take(OFFICE, file)
    assert said(verdict) == (KNOWN, 0, 6)
    assert str(verdict.text) == "Already known: all 6 entries were here before."
    assert company.office.journal.seq_of(company.office.journal.node) == before
    other = file.with_name("copy.desk")
    shutil.copyfile(file, other)
    assert said(company.take(OFFICE, other)) == (KNOWN, 0, 6)


def test_a_file_whose_predecessor_is_missing_waits_and_says_what_is_missing(
    company: Company,
) -> None:
    company.bring("1")
    company.bring(OFFICE, "1")  # it knows now what head office has
    company.register("1")
    first = company.export("1")
    pretend_sent(company, "1")
    company.register("1")
    second = company.export("1")
    verdict = company.take(OFFICE, second)
    assert said(verdict) == (WAITING, 0, 0)
    missing = verdict.parcel.reason["missing"]
    assert f"{missing} entries of the desk" in str(verdict.text)
    assert "It is kept and waits" in str(verdict.text)
    assert said(company.take(OFFICE, second)) == (WAITING, 0, 0), "it may come twice meanwhile"
    closing = company.take(OFFICE, first)
    assert closing.parcel.verdict == APPLIED
    (unblocked,) = closing.unblocked
    assert unblocked.parcel.verdict == APPLIED
    assert unblocked.parcel.name == second.name
    assert len(numbers(company, OFFICE)) == 2
    assert not list(company.office.home.inbox.glob("**/*.desk"))
    company.meet()
    company.check()


def pretend_sent(company: Company, code: str) -> None:
    """As if head office had confirmed the last file, though it is still on its way."""
    journal = company.desks[code].journal
    with journal.store.transaction():
        inside = [(journal.node, journal.seq_of(journal.node) - 1)]
        exchanged.acknowledge(journal.store, company.office.journal.node, inside)


def test_one_good_file_heals_any_number_of_lost_ones(company: Company) -> None:
    for _ in range(5):
        company.register("1")
        company.export("1")
    assert company.bring("1").parcel.verdict == APPLIED
    assert len(numbers(company, OFFICE)) == 5
    company.meet()
    company.check()


def test_a_file_for_somebody_else_is_left_alone(company: Company) -> None:
    company.register("1")
    file = company.export("1")
    verdict = company.take("2", file)
    assert said(verdict) == (REFUSED, 0, 0)
    assert "not known here" in str(verdict.text), "branches know only head office"
    company.bring("1")
    verdict = company.take("2", company.export(OFFICE, "1"))
    assert f"is for another desk ({company.desks['1'].journal.node})" in str(verdict.text)
    assert numbers(company, "2") == []


def test_an_unknown_desk_and_one_whose_card_was_revoked_are_not_believed(
    company: Company, tmp_path: Path
) -> None:
    company.register("1")
    file = company.export("1")
    node = company.desks["1"].journal.node
    company.office.do(revoke_of(node, why="Komputer dicuri"))
    verdict = company.take(OFFICE, file)
    assert said(verdict) == (REFUSED, 0, 0)
    assert "was revoked" in str(verdict.text)
    (tmp_path / "strange").mkdir()
    strange = found(tmp_path / "strange", ("1",))
    strange.register("1")
    verdict = company.take(OFFICE, strange.export(OFFICE, "1"))
    strange.close()
    assert "is not known here" in str(verdict.text)
    assert numbers(company, OFFICE) == []


def test_what_is_no_file_of_a_desk_is_said_in_words(company: Company, tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"JFIF")
    verdict = company.take(OFFICE, tmp_path / "photo.jpg")
    assert said(verdict) == (REFUSED, 0, 0)
    assert verdict.parcel.name == "photo.jpg"
    assert company.take(OFFICE, tmp_path).parcel.verdict == REFUSED
    with pytest.raises(Trouble, match="could not be copied in"):
        company.take(OFFICE, tmp_path / "gone.desk")


def test_who_has_no_right_takes_nothing_in(company: Company) -> None:
    file = company.export("1")
    company.office.sign_in(
        str(company.office.do(AddStaff(name="Joko", roles=("technician",)))),
    )
    with pytest.raises(Refused, match="takes another role"):
        company.take(OFFICE, file)


def test_a_restored_branch_gets_back_what_it_lost(company: Company, tmp_path: Path) -> None:
    company.register("1")
    backup = company.back_up("1")
    photo = tmp_path / "photo"
    photo.write_bytes(b"retak" * 100)
    digest = company.desks["1"].files.keep(photo)
    lost = company.register("1", files=(digest,))
    company.bring("1")
    company.act(OFFICE, lost.id, Note(text="Sudah dibaca di pusat"))
    company.restore("1", backup)
    company.desks["1"].files.path_of(digest).unlink(missing_ok=True)
    assert lost.number not in numbers(company, "1")
    company.register("1")
    company.meet()
    company.check()
    assert lost.number in numbers(company, "1")
    assert company.desks["1"].files.path_of(digest).read_bytes() == photo.read_bytes()
    assert len(numbers(company, "1")) == 3


def test_a_branch_without_a_backup_gets_its_history_back_under_a_new_name(
    company: Company,
) -> None:
    company.meet()  # so that each branch knows of the other
    told_before = [company.register("1", no_nota=True).number for _ in range(3)]
    company.act("1", company.desks["1"].find_number(told_before[0]).id, PassOn(branch="2"))
    company.meet()
    before = company.desks["1"].journal.node
    company.begin_anew("1")
    company.meet()
    company.check()
    assert company.desks["1"].journal.node != before
    assert numbers(company, "1") == sorted(told_before)
    again = company.register("1", no_nota=True).number
    assert again not in told_before
    assert numbers(company, "2") == [told_before[0]]


def test_a_file_without_personal_data_comes_first_and_the_full_one_fills_them_in(
    company: Company,
) -> None:
    registered = company.register("1")
    bare = company.take(OFFICE, company.export("1", without_personal=True))
    assert bare.parcel.verdict == APPLIED
    facts = company.office.complaint(registered.id).registered
    assert facts
    assert (facts.number, facts.name) == (registered.number, "")
    assert finish(verify(company.office.journal)).clean
    company.bring("1")
    facts = company.office.complaint(registered.id).registered
    assert facts
    assert facts.name == "Bapak Hari"
    assert rows(company.office, Wanted(find="Hari"))
    company.meet()
    company.check()


def test_a_branch_is_told_without_personal_data_too(company: Company) -> None:
    company.meet()
    registered = company.register("1")
    company.act("1", registered.id, PassOn(branch="2"))
    company.bring("1")
    bare = company.take("2", company.export(OFFICE, "2", without_personal=True))
    assert bare.parcel.verdict == APPLIED
    assert finish(verify(company.desks["2"].journal)).clean, "parts of a chain, and no promise"
    company.meet()
    company.check()
    assert rows(company.desks["2"], Wanted(find="Hari"))


def test_photos_travel_and_a_lost_one_is_asked_for_again(company: Company, tmp_path: Path) -> None:
    photo = tmp_path / "photo"
    photo.write_bytes(b"retak" * 100)
    one = company.desks["1"]
    digest = one.files.keep(photo)
    registered = company.register("1")
    company.act("1", registered.id, Attach(file=digest, caption="Retak"))
    hidden = one.files.path_of(digest).rename(tmp_path / "hidden")
    company.bring("1")
    assert exchanged.lacking(company.office.journal.store) == (digest,)
    company.bring(OFFICE, "1")
    assert exchanged.wishes(one.journal.store, company.office.journal.node) == (digest,)
    written = finish(exporting.plan(one, folder=company.stick).steps())
    assert written.left_out == (), "the note names it, and that is there already"
    hidden.rename(one.files.path_of(digest))
    company.bring("1")
    assert company.office.files.path_of(digest).read_bytes() == photo.read_bytes()
    assert exchanged.lacking(company.office.journal.store) == ()
    company.bring(OFFICE, "1")
    assert exchanged.wishes(one.journal.store, company.office.journal.node) == ()
    company.act(OFFICE, registered.id, PassOn(branch="2"))
    company.bring(OFFICE, "2")
    assert company.desks["2"].files.path_of(digest).is_file()


def test_what_a_killed_program_left_is_taken_in_at_the_next_start(company: Company) -> None:
    company.register("1")
    file = company.export("1")
    steps = importing.import_file(company.office, file)
    while not list(company.office.home.inbox.glob("*.desk")):
        next(steps)
    steps.close()
    (company.office.home.inbox / "half.part").write_bytes(b"half")
    (verdict,) = finish(importing.resume(company.office))
    assert verdict.parcel.verdict == APPLIED
    assert finish(importing.resume(company.office)) == []
    assert (company.office.home.inbox / "half.part").exists(), "somebody may be at it"


def test_a_branch_gets_only_what_concerns_it(company: Company) -> None:
    mine, theirs = company.register("1"), company.register("2")
    company.act("2", theirs.id, Note(text="Rahasia cabang 2"))
    company.meet()
    assert numbers(company, "1") == [mine.number]
    kinds = {
        entry.kind
        for node in company.desks["1"].journal.nodes()
        for entry in company.desks["1"].journal.entries(node)
        if node == company.desks["2"].journal.node
    }
    assert kinds == set()
    company.act("2", theirs.id, PassOn(branch="1"))
    company.meet()
    company.check()
    assert numbers(company, "1") == sorted([mine.number, theirs.number])
    assert "Admin 2" in company.desks["1"].names().values(), "who acted is known by name"
    staff = {
        entry.kind
        for entry in company.desks["1"].journal.entries(company.desks["2"].journal.node)
        if not entry.kind.startswith("complaint.")
    }
    assert staff == {"staff.added"}
    assert own_card(company.desks["1"]).branch == "1"
