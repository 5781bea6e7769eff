"""Files that no desk of today writes: a newer program, a wrong clock, a copied disk, a forger."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from desk.app import exporting
from desk.app.desk import document_of
from desk.app.home import Home
from desk.exchange.package import Range, Shipment, told, write_package
from desk.journal import exchanged
from desk.journal.exchanged import APART, APPLIED, REFUSED
from desk.journal.verify import verify
from desk.rules.acts import PassOn
from desk.rules.chain import START, Entry, chained, next_tick
from desk.rules.errors import finish
from tests.app.company import OFFICE, Company, numbers, opened, said


def test_a_cloned_disk_is_kept_apart_and_other_desks_files_go_on(
    company: Company, tmp_path: Path
) -> None:
    company.bring("1")
    shutil.copytree(company.desks["1"].home.folder, tmp_path / "clone")
    company.register("1", what_happened="Yang asli")
    company.bring("1")
    clone = opened(Home(tmp_path / "clone"), company.clock)
    real, company.desks["1"] = company.desks["1"], clone
    company.register("1", what_happened="Yang disalin")
    forked = company.bring("1")
    assert said(forked) == (APART, 0, 0)
    assert "has written two different entries" in str(forked.text)
    assert len(list((company.office.home.inbox / "apart").iterdir())) == 1
    assert [one.verdict for one in exchanged.with_verdict(company.office.journal.store, APART)] == [
        APART
    ]
    back = company.bring(OFFICE, "1")
    assert back.parcel.verdict == APART, "the clone hears what it is, too"
    clone.close()
    company.desks["1"] = real
    company.register("2")
    company.register("1")
    assert company.bring("2").parcel.verdict == APPLIED
    assert company.bring("1").parcel.verdict == APPLIED
    assert len(numbers(company, OFFICE)) == 3
    company.meet()
    company.check()


def foreign(company: Company, *entries: tuple[int, str, str, dict[str, object]]) -> Path:
    """A file of branch 1 whose last entries were written by another program: (tick, kind, subject,
    personal)."""
    desk = company.desks["1"]
    journal = desk.journal
    known = list(journal.entries(journal.node))
    for tick, kind, subject, personal in entries:
        known.append(following(known[-1], tick, kind, subject, personal))
    last = known[-1]
    whole = Range(journal.node, 1, last.seq, START.hex(), last.hash.hex(), len(known))
    planned = exporting.plan(desk, folder=company.stick)
    with_more = replace(planned.shipment, ranges=(whole,), entries=map(told, known))
    planned.entries.close()
    return written(with_more, company.stick)


def written(shipment: Shipment, folder: Path) -> Path:
    steps = write_package(shipment, folder)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value.path


def following(
    last: Entry, tick: int, kind: str, subject: str, personal: dict[str, object]
) -> Entry:
    return chained(
        node=last.node,
        seq=last.seq + 1,
        tick=tick or last.tick + 1,
        seen=None,
        at=last.at,
        actor=last.actor,
        kind=kind,
        subject=subject,
        body={"v": 1},
        personal=personal,
        salt=b"\1" * 16,
        prev=last.hash,
    )


def test_a_time_in_the_future_is_doubtful_and_never_moves_the_clock(company: Company) -> None:
    registered = company.register("1")
    company.clock.turn(days=40)
    future = next_tick(0, company.clock())
    company.clock.turn(days=-40)
    note = (future, "complaint.noted", registered.id, {"text": "Dari masa depan"})
    verdict = company.take(OFFICE, foreign(company, note))
    assert (verdict.parcel.verdict, verdict.parcel.doubtful) == (APPLIED, 1)
    assert "that desk's clock is wrong" in str(verdict.text)
    office = company.office
    assert office.journal.store.run("SELECT subject FROM doubt") == [(registered.id,)]
    assert office.journal.last_tick(office.now()) < future
    assert office.complaint(registered.id).timeline[-1].text == "Dari masa depan"
    company.register(OFFICE)
    assert finish(verify(office.journal)).clean


def test_entries_of_a_newer_program_are_carried(company: Company) -> None:
    registered = company.register("1")
    sung = (0, "complaint.sung_about", registered.id, {"song": "Rem Blong"})
    strange = (0, "loyalty.card_given", "x", {})
    assert company.take(OFFICE, foreign(company, sung, strange)).parcel.applied == 8
    assert company.office.complaint(registered.id).update_needed
    company.act(OFFICE, registered.id, PassOn(branch="2"))
    company.bring(OFFICE, "2")
    carried = company.desks["2"].journal.about(registered.id)
    assert '{"song":"Rem Blong"}' in {entry.personal for entry in carried}
    assert "loyalty.card_given" not in {
        entry.kind for entry in company.desks["2"].journal.entries(carried[0].node)
    }
    assert finish(verify(company.desks["2"].journal)).clean


def test_more_lost_photos_than_a_manifest_can_name_stop_no_export(company: Company) -> None:
    digests = [f"{at:064x}" for at in range(1_500)]
    store = company.desks["1"].journal.store
    with store.transaction():
        for digest in digests:
            store.run("INSERT INTO lacking(sha256) VALUES (?)", (digest,))
    assert company.bring("1").parcel.verdict == APPLIED
    asked = exchanged.wishes(company.office.journal.store, company.desks["1"].journal.node)
    assert len(asked) == 100


def test_a_branch_speaks_for_no_other_branch(company: Company) -> None:
    """Chains are not signed one by one: whose entries may come from whom is asked."""
    company.register("2")
    company.bring("2")
    one, two = company.desks["1"], company.desks["2"]
    known = list(two.journal.entries(two.journal.node))
    known.append(following(known[-1], 0, "complaint.noted", "x", {"text": "Palsu"}))
    last = known[-1]
    forged = Range(last.node, 1, last.seq, START.hex(), last.hash.hex(), len(known))
    planned = exporting.plan(one, folder=company.stick)
    planned.entries.close()
    file = written(
        replace(planned.shipment, ranges=(forged,), entries=map(told, known)), company.stick
    )
    verdict = company.take(OFFICE, file)
    assert verdict.parcel.verdict == REFUSED
    assert "which only head office may send" in str(verdict.text)


@pytest.mark.parametrize("seq", [0, -1, 2**63, 10**30])
def test_numbers_that_no_table_holds_are_refused(company: Company, seq: int) -> None:
    planned = exporting.plan(company.desks["1"], folder=company.stick)
    acks = tuple(replace(each, seq=seq) for each in planned.shipment.acknowledgements)
    file = written(replace(planned.shipment, acknowledgements=acks), company.stick)
    verdict = company.take(OFFICE, file)
    assert said(verdict) == (REFUSED, 0, 0)


def test_what_head_office_says_it_has_of_us_must_be_ours(company: Company) -> None:
    """A backup that was put back by hand shows at once: others have more of us than we have."""
    company.bring("1")
    home = company.desks["1"].home
    company.desks["1"].close()
    shutil.copytree(home.folder, home.folder.with_name("by hand"))
    company.desks["1"] = opened(home, company.clock)
    company.register("1")
    company.bring("1")
    company.desks["1"].close()
    shutil.rmtree(home.folder)
    home.folder.with_name("by hand").rename(home.folder)
    company.desks["1"] = opened(home, company.clock)
    assert company.bring(OFFICE, "1").parcel.verdict == APART


def test_a_key_of_a_newer_program_is_read_over_and_goes_on_to_the_next_desk(
    company: Company,
) -> None:
    registered = company.register("1")
    noted = (0, "complaint.noted", registered.id, {"text": "Besok", "mood": {"of": ["Budi"]}})
    assert company.take(OFFICE, foreign(company, noted)).parcel.verdict == APPLIED
    company.act(OFFICE, registered.id, PassOn(branch="2"))
    company.bring(OFFICE, "2")
    for name in (OFFICE, "2"):
        desk = company.desks[name]
        told = document_of(desk, desk.complaint(registered.id))
        assert told["update_needed"]
        assert [line["text"] for line in told["timeline"]][1] == "Besok"
        carried = desk.journal.about(registered.id)[1]
        assert carried.personal == '{"mood":{"of":["Budi"]},"text":"Besok"}'
        assert finish(verify(desk.journal)).clean
