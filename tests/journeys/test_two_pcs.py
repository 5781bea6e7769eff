"""Two PCs, two people, one desk on a server: both act on one case at the same moment.

Both windows are programs of their own. What both did is kept, both show it within two seconds, and
nobody is interrupted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from desk.app.desk import Desk, utc_now
from desk.app.home import Home
from desk.journal.verify import verify
from desk.rules.complaint import Complaint
from desk.rules.errors import finish
from tests.journeys.leaders_only import Told
from tests.journeys.pcs import Pc, shop_on_server, window_on
from tests.postgres_server import Server


@dataclass
class Floor:
    """Sari's PC at the counter, Dedi's in the office, and the desk as the first has it."""

    counter: Pc
    office: Pc
    told: Told
    state: str

    @property
    def both(self) -> tuple[Pc, Pc]:
        """Both windows."""
        return self.counter, self.office

    @property
    def complaint(self) -> Complaint:
        """The case as it is kept."""
        return self.told.desk.complaint(self.told.cases[self.state])

    def at_once(self, *keys: str) -> None:
        """The same keys at both PCs at the same moment."""
        for pc in self.both:
            pc.begins("press", *keys)
        for pc in self.both:
            pc.answer()

    def all_is_well(self) -> None:
        """The chains of both PCs and everything computed from them."""
        assert finish(verify(self.told.desk.journal)).clean


@pytest.fixture(scope="module")
def desk(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The shop, on the home of the first PC; the second is `office` beside it."""
    folder, address = tmp_path_factory.mktemp("two"), server.create()
    url = server.url(address.name)
    with closing(shop_on_server(Home(folder / "counter"), office_of(folder), url, utc_now)) as made:
        yield made
    server.drop(address)


def office_of(folder: Path) -> Home:
    """The home of the second PC."""
    return Home(folder / "office")


class Windows:
    """The windows that are open, one at each PC; a start costs more than a test."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._open: dict[Path, tuple[str, Pc]] = {}

    def at(self, home: Home, who: str, case: str) -> Pc:
        """The window of a PC, with somebody at work and a case in front of them."""
        there, pc = self._open.get(home.folder, ("", None))
        if pc is None or there != who:
            if pc is not None:
                self.close()
            pc = self._stack.enter_context(window_on(home, who))
            self._open[home.folder] = (who, pc)
        pc("shows", case)
        return pc

    def close(self) -> None:
        """All of them end."""
        self._open.clear()
        self._stack.close()


@pytest.fixture(scope="module")
def windows(desk: Desk) -> Iterator[Windows]:
    """Those of both PCs."""
    with closing(Windows()) as opened:
        yield opened


@pytest.fixture(params=[("in_handling", "Dedi")])
def shop(desk: Desk, windows: Windows, request: pytest.FixtureRequest) -> Floor:
    """Both have the same case in front of them."""
    told, (state, in_the_office) = Told(desk).tell(), request.param
    desk.sign_in("Sari", "1111")
    case, home = told.cases[state], office_of(desk.home.folder.parent)
    office = windows.at(home, in_the_office, case)  # another person there closes both
    return Floor(windows.at(desk.home, "Sari", case), office, told, state)


def without_clocks(story: str) -> list[str]:
    """The lines of a story without hours and days, which are those of the test."""
    return re.sub(r"(?m)^(  )\d\d\.\d\d  ", r"\1", story).splitlines()


def test_what_both_do_at_the_same_moment_is_kept_and_both_windows_show_it(shop: Floor) -> None:
    before = shop.complaint
    shop.counter("press", "F2")
    shop.counter("write", "Bapak Hari diberi kabar.")
    shop.office("press", "F6")
    shop.office("write", "Kabel baru sudah dipesan.")
    shop.at_once("Ctrl+Return")
    stories = []
    for pc in shop.both:
        pc.sees("Bapak Hari diberi kabar.")
        stories.append(pc.sees("Kabel baru sudah dipesan.")["story"])
    assert stories[0] == stories[1]
    assert shop.counter("looks_around")["toast"] == "Contact logged."
    assert shop.office("looks_around")["toast"] == "Note written."
    complaint = shop.complaint
    assert len(complaint.timeline) == len(before.timeline) + 2
    assert complaint.conflicts == ()
    shop.all_is_well()


def test_many_notes_of_both_at_the_same_moments_are_all_kept(shop: Floor) -> None:
    for at in range(1, 6):
        for pc, name in zip(shop.both, ("Sari", "Dedi"), strict=True):
            pc("press", "F6")
            pc("write", f"{name}, catatan {at}.")
        shop.at_once("Ctrl+Return")
    for pc in shop.both:
        for name in ("Sari", "Dedi"):
            pc.sees(f"{name}, catatan 5.")
        story = pc("looks_around")["story"]
        assert all(story.count(f"{name}, catatan {at}.") == 1 for name in ("Sari", "Dedi")
                   for at in range(1, 6))  # fmt: skip
    shop.all_is_well()


def test_what_is_half_typed_stays_while_the_other_pc_is_at_work(shop: Floor) -> None:
    shop.counter("press", "F6")
    shop.counter("write", "Ibu itu menelepon dan")
    shop.office.notes("Kabel sudah datang.")
    seen = shop.counter.sees("Kabel sudah datang.")
    assert (seen["typed"], seen["panel"]) == ("Ibu itu menelepon dan", "note")
    shop.counter("write", " menunggu kabar.")
    shop.counter("press", "Ctrl+Return")
    assert without_clocks(shop.office.sees("menunggu kabar.")["story"])[-4:] == [
        "  Dedi wrote a note",
        "         “Kabel sudah datang.”",
        "  Sari wrote a note",
        "         “Ibu itu menelepon dan menunggu kabar.”",
    ], "nothing crossed: Sari had seen it by then"
    assert shop.office("looks_around")["panel"] == "", "her draft is none of his PC's"


def test_two_contacts_with_the_customer_at_the_same_moment_are_two_lines(shop: Floor) -> None:
    for pc, said in zip(shop.both, ("Besok siap.", "Lusa siap."), strict=True):
        pc("press", "F2")
        pc("write", said)
    shop.at_once("Ctrl+Return")
    stories = [pc.sees("Besok siap.") and pc.sees("Lusa siap.")["story"] for pc in shop.both]
    assert stories[0] == stories[1]
    assert sum("had not yet seen the line before" in line for line in stories[0].splitlines()) == 1
    shop.all_is_well()


def test_one_who_is_more_careful_and_one_who_solves_it_are_both_kept(shop: Floor) -> None:
    shop.counter("press", "F6")
    shop.counter("write", "Remnya masih bunyi.")
    shop.office("press", "F11")
    shop.at_once("Ctrl+Return")
    for pc in shop.both:
        pc.sees("Remnya masih bunyi.")
        pc.sees("Dedi solved it")
    assert shop.complaint.state == "solved"
    shop.all_is_well()


def test_what_needs_another_role_is_refused_at_one_pc_and_done_at_the_other(shop: Floor) -> None:
    for pc in shop.both:
        pc("press", "F11")
    shop.at_once("Ctrl+Return")
    assert shop.counter("looks_around")["toast"].startswith("To call a complaint solved takes")
    assert shop.office("looks_around")["toast"] == "Solved. Now the customer has the word."
    shop.counter.sees("Dedi solved it")
    assert shop.complaint.state == "solved"
    shop.all_is_well()


@pytest.mark.parametrize("shop", [("solved", "Ibu Kepala")], indirect=True)
def test_what_both_close_at_the_same_moment_is_closed_once(shop: Floor) -> None:
    for pc in shop.both:
        pc("press", "T")
        pc("press", "Alt+A")
        pc("awaits", "answer", "agreed")
        pc("press", "Ctrl+Return")
        pc("press", "5")
    shop.at_once("Ctrl+Return")
    told = [pc("looks_around")["asked"] for pc in shop.both]
    number = shop.told.numbers["solved"]
    assert sorted(told) == [
        "", f"Complaint {number} is not open any more. Nothing was changed."
    ]  # fmt: skip
    for pc, refused in zip(shop.both, told, strict=True):
        pc("press", "Esc" if refused else "Return")
        pc.sees("Agreed")
    assert (shop.complaint.state, shop.complaint.conflicts) == ("closed", ())
    shop.all_is_well()


def test_numbers_taken_at_the_same_moment_are_different(shop: Floor) -> None:
    shop.at_once("Ctrl+N")
    for pc, phone in zip(shop.both, ("0813-2222-3331", "0813-2222-3332"), strict=True):
        for typed in (phone, "Ibu Ani", "77", "Helm Anak", ""):
            pc("write", typed)
            pc("press", "Tab")
        pc("press", "Alt+L")
        pc("write", "Talinya putus")
        pc("press", "Alt+A")
        pc("write", "Ganti tali")
        pc("press", "Tab")
        pc("write", "Tali helm putus")
    shop.at_once("Ctrl+Return")
    numbers = [pc("awaits", "number", "0000077")["number"] for pc in shop.both]
    assert sorted(number[14:] for number in numbers) == ["0000077", "0000077-2"]
    shop.all_is_well()


def test_a_photo_of_one_pc_is_opened_at_the_other(shop: Floor) -> None:
    shop.counter("pastes")
    shop.counter("awaits", "files", "Pasted picture.png")
    assert shop.counter("press", "Ctrl+Return")["toast"] == "Attached."
    shop.office.sees("Pasted picture.png")
    assert not shop.office.home.files.exists()
    shop.office("opens_photo")
    assert shop.office("awaits", "photo", "True")["photo"]
    (kept,) = shop.office.home.files.iterdir()
    assert kept.read_bytes() == shop.counter.home.files.joinpath(kept.name).read_bytes()


def test_while_the_server_is_away_what_is_typed_stays_and_afterwards_it_is_saved(
    shop: Floor, server: Server
) -> None:
    shop.counter("press", "F6")
    shop.counter("write", "Ibu itu menelepon dan")
    before = shop.office("looks_around")["story"]
    server.stop()
    try:
        shop.counter("awaits", "looks", "2")
        shop.counter("write", " menunggu kabar.")
        seen = shop.counter("press", "Ctrl+Return")
        assert seen["panel"] == "note"
        assert seen["note"] == "Ibu itu menelepon dan menunggu kabar."
        assert re.fullmatch(
            r"The database server .* cannot be reached\. Nothing was saved just now; what was "
            r"saved before is safe on the server, and what you typed is kept\. Check the network "
            r"and whether the server is running, and try again\.",
            seen["refused"],
        )
        shop.office("press", "F6", "Alt+1")
        shop.office("write", "Ibu Ani")
        shop.office("press", "Alt+2")
        seen = shop.office("awaits", "looks", "2")
        assert "cannot be reached" in seen["toast"]
        assert seen["story"] == before, "what stood there can be read on"
    finally:
        server.start()
    assert "menunggu kabar." in shop.counter("press", "Ctrl+Return")["story"]
    shop.office("shows", shop.complaint.id)
    shop.office.sees("“Ibu itu menelepon dan menunggu kabar.”")
    shop.office.notes("Sudah kembali.")
    shop.counter.sees("Sudah kembali.")
    shop.all_is_well()


def test_who_only_looks_on_sees_again_what_the_others_do_when_the_server_is_back(
    shop: Floor, server: Server
) -> None:
    told = [(seen["toast"], seen["refused"]) for seen in (pc("looks_around") for pc in shop.both)]
    server.stop()
    try:
        for pc, before in zip(shop.both, told, strict=True):
            pc("awaits", "looks", "3")
            seen = pc("looks_around")
            assert (seen["toast"], seen["refused"]) == before, "nobody asked for anything"
    finally:
        server.start()
    shop.counter.notes("Sudah kembali.")
    shop.office.sees("Sudah kembali.")


def test_what_is_half_written_waits_at_its_own_pc_for_its_own_person(
    desk: Desk, windows: Windows
) -> None:
    windows.close()  # this is about windows that are closed and opened again
    case = Told(desk).tell().cases["in_handling"]
    with window_on(desk.home, "Sari", case) as counter:
        counter("press", "F6")
        counter("write", "Setengah jadi")
        counter("press", "Esc")
    for home, who, there in (
        (office_of(desk.home.folder.parent), "Sari", ""),
        (desk.home, "Dedi", ""),
        (desk.home, "Sari", "Setengah jadi"),
    ):
        with window_on(home, who, case) as pc:
            assert pc("press", "F6")["note"] == there
