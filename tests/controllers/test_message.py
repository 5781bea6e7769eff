"""Messages are prepared, looked through, and in the case only once somebody says they went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desk.app.commands import ChangeRoles, OnCase, Registered
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from desk.controllers.message import Look, Messages
from desk.rules.acts import Close, Solve
from desk.rules.errors import DeskError
from desk.words import Text
from tests.app.at_work import Clock, register


@dataclass
class Sheet:
    """The dialog, on paper."""

    case: str = ""
    message: tuple[str, str, str] = ("", "", "")
    looks: list[Look] = field(default_factory=list)
    why_not: Text | None = None
    no_letter: Text | None = None
    question: str = ""
    faults: list[DeskError] = field(default_factory=list)
    told: str = ""

    def show_case(self, words: Text) -> None:
        self.case = str(words)

    def show_message(self, kind: str, language: str, text: str) -> None:
        self.message = (kind, language, text)

    def show_looks(self, looks: Sequence[Look]) -> None:
        self.looks = list(looks)

    def show_whatsapp(self, why_not: Text | None) -> None:
        self.why_not = why_not

    def show_letter(self, why_not: Text | None) -> None:
        self.no_letter = why_not

    def ask_sent(self, question: Text | None) -> None:
        self.question = str(question or "")

    def show_fault(self, fault: DeskError) -> None:
        self.faults.append(fault)

    def logged(self, words: Text) -> None:
        self.told = str(words)

    @property
    def text(self) -> str:
        return self.message[2]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    wanted = SetUp(company="Toko Sepeda", branch="1", branch_name="Hankam Bekasi", admin="Sari")
    opened = set_up(Home(tmp_path / "desk"), wanted, Clock())
    yield opened
    opened.close()


def begin(
    desk: Desk, subject: str, kind: str = "acknowledge", language: str = "en"
) -> tuple[Messages, Sheet]:
    sheet = Sheet()
    messages = Messages(desk, sheet, subject)
    messages.begin(kind, language)
    return messages, sheet


def disagreed(desk: Desk) -> Registered:
    """A complaint whose customer did not agree with the solution."""
    assert desk.actor is not None
    desk.do(ChangeRoles(staff=desk.actor.id, roles=("admin", "supervisor", "cro")))
    case = register(desk)
    desk.do(OnCase(complaint=case.id, act=Solve(cause="Aus", remedy="Diganti")))
    desk.do(OnCase(complaint=case.id, act=Close(answer="not_agreed", why="Kurang")))
    return case


def kinds(desk: Desk, subject: str) -> list[str]:
    return [line.kind for line in desk.complaint(subject).timeline]


def test_the_message_that_fits_the_case_is_ready_and_faultless(desk: Desk) -> None:
    case = register(desk)
    _, sheet = begin(desk, case.id, kind="")
    assert sheet.case == f"Bapak Hari · {case.grouped}"
    assert sheet.message[0] == "acknowledge"
    assert case.grouped in sheet.text
    assert "Bapak Hari" in sheet.text
    assert [look.tone for look in sheet.looks] == ["good"]
    assert sheet.why_not is None


@pytest.mark.parametrize(
    ("language", "typed"), [("en", "you have to"), ("id", "bukan urusan saya")]
)
def test_a_word_that_hurts_is_told_with_a_better_way(desk: Desk, language: str, typed: str) -> None:
    messages, sheet = begin(desk, register(desk).id, language=language)
    text = f"{sheet.text} {typed}."
    messages.write(text)
    (look,) = sheet.looks
    assert look.tone == "soon"
    assert text[look.start : look.end] == typed
    assert typed in str(look.words)


def test_what_is_missing_is_told(desk: Desk) -> None:
    messages, sheet = begin(desk, register(desk).id)
    messages.write("Hello there")
    assert [look.tone for look in sheet.looks] == ["calm"] * 4
    assert any("number" in str(look.words) for look in sheet.looks)


def test_each_kind_and_language_keeps_what_was_typed(desk: Desk) -> None:
    messages, sheet = begin(desk, register(desk).id)
    messages.write("Mine")
    messages.turn("apology", "id")
    assert sheet.message[:2] == ("apology", "id")
    assert sheet.text != "Mine"
    messages.turn("acknowledge", "en")
    assert sheet.text == "Mine"
    messages.again()
    assert "Bapak Hari" in sheet.text


def test_half_a_message_waits_for_its_writer(desk: Desk) -> None:
    case = register(desk)
    messages, _ = begin(desk, case.id)
    messages.write("Half a mes")
    messages.keep()
    _, later = begin(desk, case.id)
    assert later.text == "Half a mes"
    _, other = begin(desk, register(desk, "1235").id)
    assert other.text != "Half a mes"


def test_a_sent_message_is_a_contact_in_the_case(desk: Desk) -> None:
    case = register(desk)
    messages, sheet = begin(desk, case.id)
    messages.write(f"{sheet.text} Salam.")
    text = messages.take("whatsapp")
    assert "Bapak Hari" in sheet.question
    assert kinds(desk, case.id) == ["complaint.registered"]
    messages.write("changed after it was taken along")
    messages.sent()
    line = desk.complaint(case.id).timeline[-1]
    assert line.kind == "complaint.contacted"
    assert (line.about("message"), line.about("how")) == ("acknowledge", "whatsapp")
    assert text.endswith("Salam.")
    assert sheet.told == "“We have received it” is logged."
    messages.sent()
    assert len(desk.complaint(case.id).timeline) == 2


def test_what_did_not_go_is_not_logged(desk: Desk) -> None:
    case = register(desk)
    messages, sheet = begin(desk, case.id)
    messages.take("other")
    messages.not_sent()
    messages.sent()
    assert sheet.question == ""
    assert kinds(desk, case.id) == ["complaint.registered"]


def test_to_the_supervisor_goes_no_name_and_the_case_keeps_a_note(desk: Desk) -> None:
    case = register(desk, name="Bapak Wahyono")
    messages, sheet = begin(desk, case.id, kind="pass_on")
    assert "Wahyono" not in sheet.text
    assert [look.tone for look in sheet.looks] == ["good"]
    assert sheet.why_not is not None
    assert messages.link() == ""
    messages.write(f"{sheet.text} Wahyono, 0812-3456-7801")
    assert "data stand in it" in str(sheet.looks[0].words)
    messages.again()
    assert sheet.no_letter is not None
    assert messages.letter() is None
    messages.take("other")
    messages.sent()
    assert kinds(desk, case.id) == ["complaint.registered", "complaint.noted"]


def test_what_was_sent_to_the_supervisor_is_not_proposed_again(desk: Desk) -> None:
    case = register(desk)
    for kind in ("acknowledge", "pass_on"):
        messages, sheet = begin(desk, case.id, kind="")
        assert sheet.message[0] == kind
        messages.take("other")
        messages.sent()
    assert desk.complaint(case.id).timeline[-1].about("message") == "pass_on"
    _, sheet = begin(desk, case.id, kind="")
    assert sheet.message[0] == "more_time"


def test_a_letter_is_logged_once_it_was_printed_and_sent(desk: Desk) -> None:
    case = register(desk)
    messages, sheet = begin(desk, case.id)
    letter = messages.letter()
    assert letter is not None
    assert letter.text == sheet.text
    assert sheet.question == ""
    messages.write("changed while it was printed")
    messages.on_paper(printer="Laser", file="")
    assert sheet.question == "Laser prints it. Was it sent or given to Bapak Hari?"
    messages.sent()
    line = desk.complaint(case.id).timeline[-1]
    assert (line.about("message"), line.about("how")) == ("acknowledge", "letter")
    assert line.text == letter.text


def test_nothing_written_is_no_letter(desk: Desk) -> None:
    messages, sheet = begin(desk, register(desk).id)
    messages.write(" ")
    assert messages.letter() is None
    assert [fault.field for fault in sheet.faults] == ["text"]
    messages.on_paper(printer="Laser", file="")
    assert sheet.question == ""


@pytest.mark.parametrize(("language", "agency"), [("en", "Agency (BPSK)"), ("id", "(BPSK)")])
def test_a_decision_that_the_customer_does_not_agree_with_names_where_else_to_turn(
    desk: Desk, language: str, agency: str
) -> None:
    case = disagreed(desk)
    messages, sheet = begin(desk, case.id, kind="", language=language)
    assert sheet.message[0] == "decision"
    assert agency in sheet.text
    letter = messages.letter()
    assert letter is not None
    assert agency in letter.elsewhere
    assert agency not in letter.text, "it stands in a place of its own"
    messages.write("Only a few words.")
    shortened = messages.letter()
    assert shortened is not None
    assert agency in shortened.elsewhere, "nobody forgets it"


@pytest.mark.parametrize(("phone", "link"), [("081234567801", True), ("-", False)])
def test_whatsapp_needs_a_number_that_can_be_called(desk: Desk, phone: str, link: bool) -> None:
    messages, sheet = begin(desk, register(desk, phone=phone).id)
    assert messages.link().startswith("https://wa.me/6281234567801?text=") is link
    assert (sheet.why_not is None) is link


def test_an_empty_message_is_not_taken_along(desk: Desk) -> None:
    messages, sheet = begin(desk, register(desk).id)
    messages.write("  ")
    assert messages.take("other") == ""
    assert [fault.field for fault in sheet.faults] == ["text"]
    assert sheet.question == ""


def test_somebody_who_may_not_log_it_is_told_before_it_is_sent(desk: Desk) -> None:
    case = register(desk)
    assert desk.actor is not None
    desk.do(ChangeRoles(staff=desk.actor.id, roles=("admin",)))
    messages, sheet = begin(desk, case.id)
    assert len(sheet.faults) == 1
    messages.take("other")
    messages.sent()
    assert len(sheet.faults) == 2
    assert sheet.told == ""
    assert kinds(desk, case.id) == ["complaint.registered"]
