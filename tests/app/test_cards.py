"""Whose card counts: the one head office, a lost PC and the one that takes its place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desk.app.believing import accept, own_card, revoke_of, trust_of
from desk.app.commands import AddStaff
from desk.app.desk import Desk
from desk.app.doing import head_office
from desk.app.home import Home
from desk.app.setting_up import set_up
from desk.exchange.cards import Card
from desk.journal import known
from desk.rules.entries import read
from desk.rules.errors import Invalid, Refused
from tests.app.at_work import Clock
from tests.app.company import Company, said
from tests.app.conftest import WANTED


def card_of(folder: Path, clock: Clock, **wanted: object) -> Card:
    """The card of another desk."""
    made = set_up(Home(folder), replace(WANTED, **wanted), clock)
    try:
        return own_card(made)
    finally:
        made.close()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Card:
    return card_of(tmp_path / "office", clock, branch="9", branch_name="Pusat", head_office=True)


@pytest.fixture
def other_office(tmp_path: Path, clock: Clock) -> Card:
    return card_of(tmp_path / "other", clock, branch="8", branch_name="Baru", head_office=True)


@pytest.fixture
def branch(tmp_path: Path, clock: Clock) -> Card:
    return card_of(tmp_path / "branch", clock, branch="2", branch_name="Dago")


@pytest.fixture
def new_pc(tmp_path: Path, clock: Clock) -> Card:
    return card_of(tmp_path / "new", clock, branch="2", branch_name="Dago")


def standing(desk: Desk) -> list[str]:
    """The cards as somebody would read them out."""
    return [
        f"{card.name} {'revoked' if card.revoked else 'counts'}"
        for card in known.trusted(desk.journal.store)
    ]


def last(desk: Desk) -> list[str]:
    """What was written about cards."""
    entries = desk.journal.entries(desk.journal.node)
    return [entry.kind for entry in entries if entry.kind.startswith("card.")]


def test_files_go_to_the_head_office_that_was_accepted(desk: Desk, office: Card) -> None:
    assert head_office(desk) is None
    desk.do(trust_of(office))
    receiver = head_office(desk)
    assert receiver is not None
    assert (receiver.node, receiver.recipient) == (office.node, office.recipient)


def test_a_fingerprint_that_was_read_out_must_agree(desk: Desk, office: Card) -> None:
    heard = office.fingerprint.replace(" ", "-")
    wrong = heard[:-1] + str((int(heard[-1]) + 1) % 10)
    with pytest.raises(Refused, match="is another one, so the card was not accepted"):
        accept(desk, office, fingerprint=wrong)
    with pytest.raises(Invalid, match="six groups of five digits"):
        accept(desk, office, fingerprint=heard[:23])
    assert not standing(desk)
    assert accept(desk, office, fingerprint=f" {heard} ")
    assert standing(desk) == ["Pusat counts"]


def test_without_a_fingerprint_it_is_not_said_to_be_compared(desk: Desk, office: Card) -> None:
    assert not accept(desk, office)
    assert standing(desk) == ["Pusat counts"]


def test_a_second_head_office_never_becomes_the_receiver_in_silence(
    desk: Desk, office: Card, other_office: Card
) -> None:
    desk.do(trust_of(office))
    with pytest.raises(Refused, match=f"Pusat \\({office.node}\\) is head office for this desk"):
        desk.do(trust_of(other_office))
    assert standing(desk) == ["Pusat counts"]
    assert head_office(desk).node == office.node


def test_another_head_office_takes_over_by_an_act_of_its_own(
    desk: Desk, office: Card, other_office: Card
) -> None:
    desk.do(trust_of(office))
    accept(desk, other_office, replaces=f" {office.node.upper()} ")
    assert standing(desk) == ["Baru counts", "Pusat revoked"]
    assert head_office(desk).node == other_office.node
    assert last(desk) == ["card.trusted", "card.trusted", "card.revoked"]


def test_where_head_office_was_revoked_another_may_come(
    desk: Desk, office: Card, other_office: Card
) -> None:
    desk.do(trust_of(office))
    desk.do(revoke_of(office.node, why="Dicuri"))
    assert head_office(desk) is None
    desk.do(trust_of(other_office))
    assert head_office(desk).node == other_office.node


def test_of_two_from_before_this_rule_the_first_accepted_stays(
    desk: Desk, office: Card, other_office: Card
) -> None:
    told = trust_of(other_office)
    desk.do(trust_of(office))
    with desk.journal.writing(actor="elsewhere", now=desk.now()) as pen:
        pen.write(told.card, subject=told.node)
    assert standing(desk) == ["Baru counts", "Pusat counts"]
    assert head_office(desk).node == office.node


def test_the_same_card_may_come_again_with_a_new_name(
    desk: Desk, office: Card, clock: Clock
) -> None:
    desk.do(trust_of(office))
    clock.turn(hours=1)
    desk.do(trust_of(replace(office, name="Kantor Pusat")))
    assert standing(desk) == ["Kantor Pusat counts"]


def test_a_lost_pc_is_replaced_and_what_it_wrote_stays(
    desk: Desk, branch: Card, new_pc: Card
) -> None:
    desk.do(trust_of(branch))
    before = list(desk.journal.entries(desk.journal.node))
    accept(desk, new_pc, fingerprint=new_pc.fingerprint, replaces=branch.node)
    assert sorted(standing(desk)) == ["Dago counts", "Dago revoked"]
    (revoked,) = (
        entry for entry in desk.journal.of_kind("card.revoked") if entry.subject == branch.node
    )
    assert read(revoked).replaced_by == new_pc.node
    assert list(desk.journal.entries(desk.journal.node))[: len(before)] == before


def test_a_revoked_card_is_not_accepted_again(desk: Desk, branch: Card, new_pc: Card) -> None:
    desk.do(trust_of(branch))
    accept(desk, new_pc, replaces=branch.node)
    with pytest.raises(Refused, match="was revoked here and does not count any more"):
        desk.do(trust_of(branch))
    with pytest.raises(Refused, match=f"counts here.*Dago \\({new_pc.node}\\)"):
        desk.do(revoke_of(branch.node))


def test_a_card_takes_the_place_of_one_of_its_own_branch_only(
    desk: Desk, office: Card, branch: Card, tmp_path: Path, clock: Clock
) -> None:
    elsewhere = card_of(tmp_path / "third", clock, branch="3", branch_name="Cimahi")
    desk.do(trust_of(branch))
    for card, old in ((elsewhere, branch), (office, branch), (branch, branch)):
        with pytest.raises(Refused, match="cannot take the place of Dago"):
            accept(desk, card, replaces=old.node)
    with pytest.raises(Refused, match="No card of a desk 0123 counts here"):
        accept(desk, elsewhere, replaces="0123")
    assert standing(desk) == ["Dago counts"]


def test_nobody_replaces_or_accepts_the_desk_itself(desk: Desk, branch: Card) -> None:
    own = own_card(desk)
    for card, old in ((own, ""), (branch, own.node)):
        with pytest.raises(Refused, match="own card"):
            accept(desk, card, replaces=old)


def test_only_who_may_accept_cards_may_revoke_them(desk: Desk, branch: Card) -> None:
    desk.do(trust_of(branch))
    desk.do(AddStaff(name="Budi", roles=("staff",), pin="1234"))
    desk.sign_in("Budi", "1234")
    with pytest.raises(Refused):
        desk.do(revoke_of(branch.node))
    assert standing(desk) == ["Dago counts"]


def test_a_desk_that_only_head_office_vouches_for_is_neither_read_nor_written_to(
    company: Company,
) -> None:
    """Its fingerprint was compared at head office, not here: only head office brings its news."""
    company.meet()
    here, there = company.desks["1"], company.desks["2"]
    vouched = {card.branch: card.direct for card in known.trusted(here.journal.store)}
    assert vouched == {"9": True, "2": False}
    accept(there, own_card(here))
    file = company.export("2", to="1")
    refused = company.take("1", file)
    assert said(refused) == ("refused", 0, 0)
    assert f"The desk {there.journal.node} (“Cabang 2”) is not known here" in str(refused.text)
    before = here.journal.last()
    with pytest.raises(Refused, match=f"No desk {there.journal.node} is known here"):
        company.export("1", to="2")
    assert here.journal.last() == before
    accept(here, own_card(there))
    assert company.export("1", to="2").is_file()
