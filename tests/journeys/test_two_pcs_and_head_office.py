"""A branch of two PCs on one server and head office: either PC sends all, each has its own card."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from desk.app import exporting
from desk.app.believing import own_card, trust_of
from desk.app.commands import OnCase
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.safety import back_up
from desk.app.setting_up import SetUp, set_up
from desk.journal import exchanged, merge
from desk.journal.verify import verify
from desk.rules.acts import Attach, Note
from desk.rules.errors import finish
from tests.app.at_work import Clock
from tests.gui.exchange_shops import befriend, complain, open_shop, send, take
from tests.postgres_server import Server

_BRANCH = SetUp(company="Toko Sepeda Maju", branch="1", branch_name="Hankam Bekasi", admin="Sari")


@dataclass(frozen=True)
class Desks:
    """The two PCs of the branch, and head office, which accepted the cards of both."""

    counter: Desk
    back: Desk
    pusat: Desk
    folder: Path

    def sends(self, desk: Desk, receiver: Desk, name: str) -> Path:
        """A file of one desk for another, in a folder of its own."""
        return send(desk, self.folder / name, receiver)


@pytest.fixture
def desks(server: Server, tmp_path: Path) -> Iterator[Desks]:
    clock, address = Clock(), server.create()
    wanted = replace(_BRANCH, database=server.url(address.name))
    with ExitStack() as stack:
        counter, back = (
            stack.enter_context(closing(set_up(Home(tmp_path / name), wanted, clock)))
            for name in ("counter", "back")
        )
        pusat = stack.enter_context(closing(open_shop(tmp_path, "9", "Pusat", clock)))
        befriend(counter, pusat)
        pusat.do(trust_of(own_card(back)))
        yield Desks(counter, back, pusat, tmp_path)
    server.drop(address)


def test_either_pc_sends_all_that_both_wrote_with_the_photos_of_both(desks: Desks) -> None:
    taken = complain(desks.counter)
    photo = desks.folder / "rem.jpg"
    photo.write_bytes(b"not really a picture")
    digest = desks.counter.files.keep(photo)
    desks.counter.do(OnCase(complaint=taken.id, act=Attach(file=digest, name=photo.name)))
    desks.back.do(OnCase(complaint=taken.id, act=Note(text="Dari gudang")))
    (verdict,) = take(desks.pusat, desks.sends(desks.back, desks.pusat, "stick"))
    assert verdict.parcel.verdict == "applied", str(verdict.text)
    there = desks.pusat.complaint(taken.id)
    assert [line.text for line in there.timeline if line.kind == "complaint.noted"] == [
        "Dari gudang"
    ]
    assert desks.pusat.files.has(digest)
    for desk in (desks.counter, desks.back, desks.pusat):
        assert finish(verify(desk.journal)).clean


def test_what_head_office_acknowledged_to_one_pc_is_sent_again_by_neither(desks: Desks) -> None:
    taken = complain(desks.counter)
    desks.back.do(OnCase(complaint=taken.id, act=Note(text="Dari gudang")))
    take(desks.pusat, desks.sends(desks.counter, desks.pusat, "one"))
    (verdict,) = take(desks.counter, desks.sends(desks.pusat, desks.counter, "back"))
    assert verdict.parcel.verdict in {"applied", "known"}, str(verdict.text)
    store = desks.back.journal.store
    acknowledged = exchanged.acknowledged(store, desks.pusat.journal.node)
    assert {desks.counter.journal.node, desks.back.journal.node} <= set(acknowledged)
    for desk in (desks.counter, desks.back):
        left = {each.first for each in merge.for_head_office(desk.journal, acknowledged)}
        assert 1 not in left
    desks.back.do(OnCase(complaint=taken.id, act=Note(text="Lagi dari gudang")))
    (verdict,) = take(desks.pusat, desks.sends(desks.back, desks.pusat, "two"))
    assert verdict.parcel.verdict == "applied", str(verdict.text)
    assert verdict.parcel.known == 0
    assert desks.pusat.complaint(taken.id).timeline[-1].text == "Lagi dari gudang"


def test_what_head_office_does_comes_to_both_by_the_file_for_one(desks: Desks) -> None:
    taken = complain(desks.back)
    take(desks.pusat, desks.sends(desks.back, desks.pusat, "one"))
    desks.pusat.do(OnCase(complaint=taken.id, act=Note(text="Dari pusat")))
    desks.counter.do(OnCase(complaint=taken.id, act=Note(text="Dari kasir")))
    take(desks.pusat, desks.sends(desks.counter, desks.pusat, "two"))
    for name, pc in (("three", desks.counter), ("four", desks.back)):
        (verdict,) = take(pc, desks.sends(desks.pusat, pc, name))
        assert verdict.parcel.verdict in {"applied", "known"}, str(verdict.text)
    for pc in (desks.counter, desks.back):
        texts = [line.text for line in pc.complaint(taken.id).timeline]
        assert {"Dari pusat", "Dari kasir"} <= set(texts)
        assert finish(verify(pc.journal)).clean


def test_a_file_for_one_pc_is_refused_at_the_other_in_a_sentence(desks: Desks) -> None:
    taken = complain(desks.counter)
    take(desks.pusat, desks.sends(desks.counter, desks.pusat, "one"))
    desks.pusat.do(OnCase(complaint=taken.id, act=Note(text="Dari pusat")))
    file = desks.sends(desks.pusat, desks.counter, "two")
    (verdict,) = take(desks.back, file)
    assert "This file is for another desk" in str(verdict.text)


def test_the_backup_of_one_pc_holds_the_photos_of_the_other(desks: Desks) -> None:
    photo = desks.folder / "rem.jpg"
    photo.write_bytes(b"not really a picture")
    digest = desks.counter.files.keep(photo)
    assert not desks.back.files.path_of(digest).exists()
    made = back_up(desks.back, desks.folder / "stick")
    assert (made.parent / "files" / digest).read_bytes() == photo.read_bytes()


def test_nothing_is_left_out_of_a_file_that_the_other_pc_plans(desks: Desks) -> None:
    complain(desks.counter)
    plans = [
        exporting.plan(pc, folder=desks.folder, node=desks.pusat.journal.node)
        for pc in (desks.counter, desks.back)
    ]
    assert plans[0].shipment.ranges == plans[1].shipment.ranges
