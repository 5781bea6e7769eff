"""What is planned is written, what is written is noted, and only then it no longer waits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.app import exporting
from desk.app.believing import own_card, trust_of
from desk.app.commands import AddStaff
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from desk.exchange.package import check_package
from desk.journal.known import shipments, waiting
from desk.rules.errors import DeskError, Refused, Trouble, finish
from tests.app.at_work import Clock, register
from tests.app.company import BOOKKEEPING, OFFICE, found


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    wanted = SetUp(company="Toko", branch="0", branch_name="Pusat", head_office=True)
    opened = set_up(Home(tmp_path / "office"), wanted, clock)
    yield opened
    opened.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def waits(desk: Desk) -> int:
    return waiting(desk.journal.store, desk.journal.node)[0]


def export(desk: Desk, folder: Path, **how: bool) -> Path:
    planned = exporting.plan(desk, folder=folder, **how)
    written = finish(planned.steps())
    desk.do(exporting.noted(planned, written))
    return written.path


def test_what_waits_counts_down_only_after_the_file_was_read_back(
    desk: Desk, office: Desk, stick: Path, clock: Clock
) -> None:
    desk.do(trust_of(own_card(office)))
    register(desk)
    register(desk)
    assert waits(desk) == 2
    planned = exporting.plan(desk, folder=stick)
    register(desk)
    written = finish(planned.steps())
    assert waits(desk) == 3
    desk.do(exporting.noted(planned, written))
    assert waits(desk) == 1, "what came in meanwhile waits for the next file"
    (shipment,) = shipments(desk.journal.store)
    assert (shipment.receiver, shipment.sha256) == (office.journal.node, written.sha256)
    clock.turn(seconds=1)
    export(desk, stick)
    assert waits(desk) == 0
    assert len(list(stick.iterdir())) == 2


def test_the_file_is_whole_and_only_head_office_opens_it(
    desk: Desk, office: Desk, stick: Path
) -> None:
    desk.do(trust_of(own_card(office)))
    register(desk)
    path = export(desk, stick)
    steps = check_package(path, public=desk.keys.public, identity=office.keys.receiving)
    checked = finish(steps)  # type: ignore[arg-type] # steps that yield counts
    assert checked.entries == desk.journal.seq_of(desk.journal.node) - 1, "all but its own note"
    assert checked.manifest["receiver"]["node"] == office.journal.node


def test_a_file_without_personal_data_does_not_stop_the_waiting(desk: Desk, stick: Path) -> None:
    register(desk)
    path = export(desk, stick, without_personal=True)
    assert b"Bapak Hari" not in path.read_bytes()
    assert waits(desk) == 1


def test_without_a_card_or_the_right_nothing_is_written(
    desk: Desk, office: Desk, stick: Path
) -> None:
    register(desk)
    with pytest.raises(Refused, match="card is not known"):
        exporting.plan(desk, folder=stick)
    card = own_card(office)
    with pytest.raises(Refused, match="own card"):
        desk.do(trust_of(own_card(desk)))
    desk.do(trust_of(card))
    assert desk.actor
    sari = desk.actor
    desk.sign_in(str(desk.do(AddStaff(name="Joko", roles=("technician",)))))
    for refused in (
        lambda: exporting.plan(desk, folder=stick),
        lambda: desk.do(trust_of(card)),
    ):
        with pytest.raises(Refused, match="takes another role"):
            refused()
    desk.actor = sari
    with pytest.raises(Refused, match="No desk abc is known"):
        exporting.plan(desk, folder=stick, node="abc")
    assert not list(stick.iterdir())


def test_an_export_that_is_stopped_leaves_nothing(desk: Desk, office: Desk, stick: Path) -> None:
    desk.do(trust_of(own_card(office)))
    for nota in range(1, 80):
        register(desk, str(nota))
    steps = exporting.plan(desk, folder=stick).steps()
    for _ in range(3):
        next(steps)
    steps.close()
    assert not list(stick.iterdir())
    assert waits(desk) == 79


def test_a_stick_that_is_gone_is_said_and_everything_is_kept(
    desk: Desk, office: Desk, stick: Path
) -> None:
    desk.do(trust_of(own_card(office)))
    register(desk)
    planned = exporting.plan(desk, folder=stick / "gone")
    with pytest.raises(Trouble, match="Everything is kept at this desk"):
        finish(planned.steps())
    assert waits(desk) == 1


def test_photos_travel_along_and_one_that_is_missing_is_named(
    desk: Desk, office: Desk, stick: Path, tmp_path: Path
) -> None:
    desk.do(trust_of(own_card(office)))
    photos = []
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(name.encode() * 100)
        photos.append(desk.files.keep(tmp_path / name))
    register(desk, files=tuple(photos))
    desk.files.path_of(photos[1]).unlink()
    planned = exporting.plan(desk, folder=stick)
    written = finish(planned.steps())
    assert (written.files, written.left_out) == (1, (photos[1],))


def test_the_chain_must_be_whole_to_be_sent(desk: Desk, office: Desk, stick: Path) -> None:
    desk.do(trust_of(own_card(office)))
    register(desk)
    desk.journal.store.run("UPDATE entry SET at = '2020' WHERE kind = 'complaint.registered'")
    with pytest.raises(DeskError, match="does not fit into the chain"):
        finish(exporting.plan(desk, folder=stick).steps())
    assert not list(stick.iterdir())


def test_head_office_tells_a_branch_only_of_the_chains_that_it_knows_itself(tmp_path: Path) -> None:
    company = found(tmp_path, ("1", "2"))
    for code in company.codes:
        company.register(code)
        company.bring(code)
    planned = exporting.plan(
        company.office, folder=company.stick, node=company.desks["1"].journal.node
    )
    assert {ack.node for ack in planned.shipment.acknowledgements} == {
        company.desks["1"].journal.node
    }
    assert {each.node for each in planned.shipment.ranges} == {company.office.journal.node}
    planned.entries.close()
    company.bring(OFFICE, "1")
    planned = exporting.plan(company.desks["1"], folder=company.stick)
    assert {ack.node for ack in planned.shipment.acknowledgements} == {
        company.desks["1"].journal.node,
        company.office.journal.node,
    }
    planned.entries.close()
    company.close()


def test_what_was_confirmed_is_not_sent_again(tmp_path: Path) -> None:
    company = found(tmp_path, ("1",))
    company.register("1")
    company.meet()
    first = exporting.plan(company.desks["1"], folder=company.stick).shipment.ranges[0]
    kinds = {
        entry.kind
        for entry in company.desks["1"].journal.entries(first.node, first.first - 1, first.last)
    }
    assert kinds <= BOOKKEEPING
    assert not exporting.plan(
        company.office, folder=company.stick, node=company.desks["1"].journal.node
    ).shipment.ranges, "a branch is not told of files"
    company.close()
