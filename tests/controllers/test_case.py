"""The Case without a window: what comes next, the story, panels that keep what was typed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from desk.app.commands import OnCase
from desk.app.desk import Desk
from desk.controllers.case.acts import BRIEF, DEEDS, MESSAGE, PAPERS, act_of, field_of, prefilled
from desk.controllers.case.controller import Case, next_step
from desk.rules import acts
from desk.rules.chain import new_id
from tests.controllers.case_sheet import Sheet
from tests.controllers.case_shop import Shop, open_shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    yield from open_shop(tmp_path)


def opened(shop: Shop, who: str) -> tuple[Case, Sheet]:
    """Somebody looks at the case."""
    shop.at_work(who)
    sheet = Sheet()
    case = Case(shop.desk, sheet)
    shop.desk.watch(case.refresh)
    case.show(shop.case)
    return case, sheet


def test_the_timeline_reads_like_a_story(shop: Shop) -> None:
    shop.rich()
    _, sheet = opened(shop, "Dedi")
    assert sheet.story.splitlines() == [
        "Friday 19 June 2026",
        "  09.12  Sari took the complaint in: Walk-in",
        "         “Ngerem berat dan ada bunyi.”",
        "  09.17  Sari printed the receipt",
        "  09.22  Sari handed it over to Dedi",
        "         “Tolong hari ini, dia butuh sepedanya.”",
        "  09.32  Dedi accepted the hand-over",
        "  09.33  Dedi began handling it",
        "  09.53  Dedi called Bapak Hari: no answer",
        "  10.53  Bapak Hari wrote to Dedi on WhatsApp",
        "         “Saya di rumah sampai sore.”",
        "         This was today 10.30; it was written down later.",
        "  11.53  Anto examined the product",
        "         “Kabel depan terjepit saat setang berbelok.”",
        "         Cause: Setelan awal salah, jalur kabel keliru.",
        "         Remedy: Rem disetel ulang, kabel depan dipindahkan.",
        "  12.05  Dedi promised for today 16.00",
        "         “Telepon kalau sepeda siap”",
        "  12.10  Sari corrected it",
        "         “Salah ketik”",
        "         Product: United E-Trifold → United E-Trifold 20",
        "  13.10  Dedi judged: the shop was at fault, flag ON",
    ]


def test_the_story_goes_on_through_extension_closing_and_reopening(shop: Shop) -> None:
    shop.handed_over()
    for act in (
        acts.Accept(),
        acts.Extend(
            until="2026-06-20T12:00:00+07:00",
            contact=acts.Contact(said="Boleh, besok siang."),
            agreed=True,
        ),
        acts.Wait(waits_for="part", why="Kabel baru dipesan."),
        acts.Solve(cause="Kabel putus", remedy="Kabel diganti"),
        acts.Judge(fault="product"),
    ):
        shop.act("Dedi", act)
    shop.act("Sari", acts.ConfirmJudgement())
    shop.act("Sari", acts.Close(answer="agreed", score=5, entered_by="customer", words="Cepat."))
    shop.act("Sari", acts.Reopen(why="Bunyi lagi."), days=1)
    _, sheet = opened(shop, "Sari")
    assert sheet.story.split("accepted the hand-over\n")[1].splitlines() == [
        "  09.32  Dedi called Bapak Hari",
        "         “Boleh, besok siang.”",
        "         Bapak Hari agreed to more time, until Saturday 20 June 2026, 12.00",
        "  09.37  Waiting for a part, says Dedi",
        "         “Kabel baru dipesan.”",
        "  09.42  Dedi solved it",
        "         Cause: Kabel putus",
        "         Remedy: Kabel diganti",
        "  09.47  Dedi judged: it was the product, flag OFF",
        "  09.52  Sari confirmed the judgement",
        "  09.57  Sari closed it with Bapak Hari: Agreed",
        "         “Cepat.”",
        "         Score 5 of 5, pressed by the customer.",
        "Saturday 20 June 2026",
        "  09.57  Sari reopened it: Bapak Hari brings it back",
        "         “Bunyi lagi.”",
        "         A new round of 24 hours began.",
    ]
    assert sheet.badges == ["Reopened", "Due tomorrow 09.57", "Flag OFF"]
    assert sheet.page is not None
    line = [str(each) for each in sheet.page.head.line]
    assert "new round since today 09.57" in line
    assert "extended once" in line


def test_a_crossing_shows_that_somebody_had_not_seen_the_line_before(shop: Shop) -> None:
    shop.register()
    before = shop.complaint().head
    shop.act("Sari", acts.Note(text="Datang lagi sore."))
    shop.at_work("Dedi")
    shop.desk.do(OnCase(complaint=shop.case, act=acts.Start(), seen=before))
    _, sheet = opened(shop, "Dedi")
    assert "Crossed: Dedi had not yet seen the line before." in sheet.story


def test_everybody_is_told_what_they_can_do_next(shop: Shop) -> None:
    shop.register()

    def step(who: str) -> str:
        return opened(shop, who)[1].step

    assert step("Dedi") == "Begin: call Bapak Hari before tomorrow 09.12 [Begin handling]"
    assert step("Sari") == "Pass it on; Bapak Hari hears from us before tomorrow 09.12 [Hand over]"
    assert step("Anto") == "Examine the product before tomorrow 09.12 [Write down what was found]"
    shop.act("Sari", acts.PassOn(to="Dedi"))
    assert step("Dedi") == "Accept what Sari hands over [Accept the hand-over]"
    assert step("Sari") == (
        "Waiting for Dedi to accept; call Bapak Hari before tomorrow 09.12 [Log the contact]"
    )
    shop.act("Dedi", acts.Accept())
    shop.act("Dedi", acts.Start())
    assert step("Dedi") == "Call Bapak Hari before tomorrow 09.12 [Log the contact]"
    shop.act("Dedi", acts.Wait(waits_for="customer", why="Sepeda di rumah."))
    assert step("Dedi") == (
        "Waiting for Bapak Hari: remind them before tomorrow 09.12 [Log the contact]"
    )
    shop.act("Anto", acts.Examine(found="Kabel terjepit", cause="Jalur salah", remedy="Dipindah"))
    assert step("Dedi") == "Judge whose fault it was [Judge whose fault it was]"
    shop.act("Dedi", acts.Judge(fault="shop"))
    assert step("Sari") == "Confirm Dedi's judgement [Confirm the judgement]"
    shop.act("Sari", acts.ConfirmJudgement())
    shop.act("Dedi", acts.Start())
    assert step("Dedi") == (
        "Solve it before tomorrow 09.12: cause and remedy are known [It is solved]"
    )
    shop.act("Dedi", acts.Solve())
    assert step("Dedi").startswith("Solved. Others ask Bapak Hari whether all is well now: ")
    assert step("Dedi").endswith(" []")
    assert step("Sari") == (
        "Ask Bapak Hari whether all is well now, then close [Close with the customer]"
    )
    shop.act("Sari", acts.Close(answer="agreed"))
    assert step("Sari").startswith("Closed. After-care call to Bapak Hari")
    shop.clock.turn(days=2, hours=3)
    assert step("Sari").startswith("After-care call to Bapak Hari, due since today")
    shop.act("Sari", acts.Contact(said="Semua baik."))
    assert "Nothing is left to do []" in step("Sari")


def test_what_burns_comes_before_what_comes_next(shop: Shop) -> None:
    shop.register()
    promise = new_id(shop.clock())
    shop.act(
        "Dedi",
        acts.MakePromise(promise=promise, what="Kabari hasil", by="2026-06-19T14:10:00+07:00"),
    )
    shop.clock.turn(hours=2)
    _, sheet = opened(shop, "Dedi")
    assert sheet.step == (
        "Promised to Bapak Hari for today 14.10 by Dedi: “Kabari hasil” [The promise was kept]"
    )
    assert sheet.page is not None
    assert sheet.page.step.promise == promise
    shop.clock.turn(hours=4)
    assert opened(shop, "Dedi")[1].step.startswith("1 hour late, promised to Bapak Hari by Dedi")
    shop.clock.turn(hours=20)
    _, sheet = opened(shop, "Dedi")
    assert sheet.step == "2 hours late: call Bapak Hari now [Log the contact]"
    shop.act("Dedi", acts.Contact(said="Maaf, masih dikerjakan."), minutes=1)
    assert opened(shop, "Dedi")[1].step.startswith("2 hours late: solve it; Bapak Hari hears")


def test_next_step_needs_nothing_but_the_case_the_people_and_the_time(shop: Shop) -> None:
    shop.register()
    step = next_step(shop.complaint(), shop.desk.circle, shop.clock())
    assert str(step.words).startswith("Pass it on")


def test_a_button_that_the_role_never_presses_is_not_there(shop: Shop) -> None:
    shop.register()
    _, sheet = opened(shop, "Anto")
    assert sorted(sheet.deeds) == [
        "accept",
        "attach",
        "break",
        "brief",
        "contact",
        "decline",
        "examine",
        "keep",
        "link",
        "message",
        "note",
        "papers",
        "start",
    ]
    assert "Nobody hands this complaint over" in sheet.deeds["accept"]


def test_a_greyed_button_gives_the_reason_that_a_refusal_gives(shop: Shop) -> None:
    shop.register()
    case, sheet = opened(shop, "Sari")
    reason = sheet.deeds["close"]
    assert "is not solved yet" in reason
    case.begin("close")
    assert sheet.told == [reason]
    assert sheet.wanted == []


def test_more_time_is_greyed_from_the_minute_at_which_it_is_late(shop: Shop) -> None:
    shop.register()
    shop.clock.turn(hours=24, minutes=1)
    _, sheet = opened(shop, "Dedi")
    assert "It is late already" in sheet.deeds["extend"]


def test_an_extension_without_the_customers_word_changes_nothing(shop: Shop) -> None:
    shop.register()
    case, sheet = opened(shop, "Dedi")
    case.begin("extend")
    assert sheet.panel is not None
    case.typed({**sheet.panel.values, "until": "+4", "said": "Boleh."})
    case.primary()
    assert sheet.refused[-1][0] == "contact"
    assert shop.complaint().extensions == 0
    case.typed({**sheet.panel.values, "until": "+4", "said": "Boleh.", "agreed": "yes"})
    case.primary()
    assert shop.complaint().due_at == datetime.fromisoformat("2026-06-20T13:12:00+07:00")
    assert sheet.told == ["More time was agreed."]
    assert sheet.panel is None


def test_a_promise_lies_ahead_and_is_said_in_words(shop: Shop) -> None:
    shop.register()
    case, sheet = opened(shop, "Sari")
    case.begin("promise")
    case.typed({"what": "Telepon", "by": "kapan-kapan", "who": ""})
    case.primary()
    assert sheet.refused[-1] == (
        "by",
        "“kapan-kapan” is no day and hour. Write it like 14.10, tomorrow 10.00 or 20/6 14.10.",
    )
    case.typed({"what": "Telepon", "by": "besok 10", "who": shop.people["Dedi"]})
    case.primary()
    (promise,) = shop.complaint().promises
    assert (promise.what, promise.who) == ("Telepon", shop.people["Dedi"])


def test_esc_keeps_what_was_typed_even_through_a_restart(shop: Shop) -> None:
    shop.register()
    case, sheet = opened(shop, "Sari")
    case.begin("note")
    case.typed({"text": "Dia datang lagi", "happened_at": ""})
    assert case.put_away()
    assert not case.put_away()
    again = Desk.open(shop.desk.home, shop.clock)
    again.sign_in("Sari")
    sheet = Sheet()
    case = Case(again, sheet)
    case.show(shop.case)
    assert sheet.page is not None
    begun = [each.deed.name for group in sheet.page.deeds for each in group if each.begun]
    assert begun == ["note"]
    case.begin("note")
    assert sheet.panel is not None
    assert sheet.panel.values["text"] == "Dia datang lagi"
    case.primary()
    case.begin("note")
    assert sheet.panel is not None
    assert sheet.panel.values["text"] == ""
    again.close()


def test_another_case_opens_without_the_panel_of_the_last_one(shop: Shop) -> None:
    shop.register()
    first = shop.case
    shop.register(nota="77", name="Ibu Rita")
    case, sheet = opened(shop, "Sari")
    case.begin("note")
    assert sheet.panel is not None
    case.show(shop.case)
    assert sheet.panel is not None, "the same case again keeps it"
    case.show(first)
    assert sheet.panel is None
    case.show(shop.case)
    assert sheet.panel is None


def test_a_half_written_panel_waits_for_its_owner(shop: Shop) -> None:
    shop.register()
    case, sheet = opened(shop, "Sari")
    case.begin("note")
    case.typed({"text": "Rahasia Sari", "happened_at": ""})
    shop.at_work("Dedi")
    case.refresh()
    assert sheet.panel is None
    case.begin("note")
    assert sheet.panel is not None
    assert sheet.panel.values["text"] == ""
    shop.at_work("Sari")
    case.refresh()
    assert sheet.panel is not None
    assert sheet.panel.values["text"] == "Rahasia Sari"


def test_what_another_program_did_is_shown_and_nothing_typed_is_lost(shop: Shop) -> None:
    shop.register()
    case, sheet = opened(shop, "Dedi")
    case.begin("solve")
    case.typed({"cause": "Kabel", "remedy": "Dig", "happened_at": ""})
    beside = Desk.open(shop.desk.home, shop.clock)
    beside.sign_in("Sari")
    beside.do(OnCase(complaint=shop.case, act=acts.Withdraw(why="Salah catat")))
    beside.close()
    case.refresh()
    assert "Sari withdrew the complaint" in sheet.story
    assert sheet.panel is not None
    assert sheet.panel.values["cause"] == "Kabel"
    assert "is not open any more" in str(sheet.panel.refused)
    case.primary()
    assert "is not open any more" in sheet.refused[-1][1]


def test_a_correction_begins_with_what_stands_there(shop: Shop) -> None:
    shop.register()
    case, sheet = opened(shop, "Sari")
    case.begin("correct")
    assert sheet.panel is not None
    assert str(sheet.panel.old) == "Until now: Bapak Hari"
    case.typed({**sheet.panel.values, "field": "safety"})
    assert sheet.panel.choices is not None
    assert (str(sheet.panel.old), sheet.panel.values["value"]) == ("Until now: No", "false")
    case.typed({**sheet.panel.values, "value": "true", "why": "Rem menyangkut keselamatan"})
    case.primary()
    facts = shop.complaint().registered
    assert facts is not None
    assert facts.safety
    assert "Matter of safety: No → Yes" in sheet.story
    assert "Safety" in sheet.badges


def test_files_are_attached_one_by_one(shop: Shop, tmp_path: Path) -> None:
    shop.register()
    case, sheet = opened(shop, "Sari")
    digests = []
    for name in ("rem.jpg", "nota.pdf"):
        (tmp_path / name).write_bytes(name.encode())
        digests.append(shop.desk.files.keep(tmp_path / name))
    case.begin("attach")
    files = "\n".join(f"{digest} file {at}" for at, digest in enumerate(digests))
    case.typed({"files": files, "caption": "Rem depan"})
    case.primary()
    assert shop.complaint().files == tuple(digests)
    assert "Sari attached file 1" in sheet.story
    assert "Crossed" not in sheet.story


def test_the_one_supervisor_is_proposed_for_the_hand_over(shop: Shop) -> None:
    shop.register()
    case, sheet = opened(shop, "Sari")
    case.begin("pass_on")
    assert sheet.panel is not None
    assert sheet.panel.values["to"] == shop.people["Dedi"]
    assert sorted(str(name) for _, name in sheet.panel.people) == ["Anto", "Dedi", "Ibu Kepala"]
    case.primary()
    assert shop.complaint().offered_to == shop.people["Dedi"]


def test_what_others_open_is_asked_for(shop: Shop) -> None:
    shop.rich()
    case, sheet = opened(shop, "Dedi")
    case.begin("message")
    case.begin("brief")
    assert [what for what, _ in sheet.wanted] == ["message", "brief"]
    case.begin("print_receipt")
    assert sheet.printed == [shop.case]


def test_the_steps_of_recovery_follow_from_the_entries(shop: Shop) -> None:
    shop.register()

    def taken() -> str:
        _, sheet = opened(shop, "Sari")
        assert sheet.page is not None
        return " ".join(str(step.name) for step in sheet.page.progress if step.done)

    assert taken() == "Respect Listen Expectation"
    shop.act("Dedi", acts.Contact(said="Besok selesai."))
    assert taken() == "Respect Listen Expectation Solutions"
    shop.act("Dedi", acts.Solve(cause="a", remedy="b"))
    shop.act("Sari", acts.Close(answer="agreed"))
    assert taken() == "Respect Listen Expectation Solutions Act Satisfied"
    shop.act("Sari", acts.Reopen(why="Lagi"), days=1)
    assert taken() == "Respect Listen Expectation"


@pytest.mark.parametrize(
    ("reached", "how"),
    [
        ({"phone": "0812 3456 7801", "email": ""}, "phone"),
        ({"phone": "0812 3456 7801", "email": "hari@contoh.id"}, "phone"),
        ({"phone": "", "email": "hari@contoh.id"}, "email"),
        ({"phone": "", "email": ""}, "phone"),
    ],
)
def test_the_contact_begins_with_the_way_in_which_the_customer_can_be_reached(
    shop: Shop, reached: dict[str, str], how: str
) -> None:
    shop.register(**reached)
    case, sheet = opened(shop, "Sari")
    case.begin("contact")
    assert sheet.panel is not None
    assert sheet.panel.values["how"] == how
    shop.act("Dedi", acts.Start())
    asked = {"phone": "Call", "email": "Write to"}[how] if any(reached.values()) else "Give"
    assert opened(shop, "Dedi")[1].step.startswith(f"{asked} Bapak Hari ")
    shop.clock.turn(hours=25)
    asked = {"Give": "give Bapak Hari an answer now"}.get(asked, f"{asked.lower()} Bapak Hari now")
    assert f"1 hour late: {asked}" in opened(shop, "Dedi")[1].step


def test_every_action_on_a_complaint_has_its_button_and_a_key_of_its_own() -> None:
    assert {*DEEDS} - {MESSAGE, BRIEF, PAPERS} == {*acts.ACTS}
    assert len({deed.key for deed in DEEDS.values()}) == len(DEEDS)


@pytest.mark.parametrize("name", sorted({*acts.ACTS} - {"attach"}))
def test_a_panel_asks_for_what_its_act_takes_and_shows_a_refusal_at_its_field(
    shop: Shop, name: str
) -> None:
    case, deed = shop.desk.complaint(shop.case), DEEDS[name]
    (act,) = act_of(name, prefilled(deed, case), case, shop.clock(), new_id="p1")
    assert name == act.ACTION
    assert [field_of(deed, field) for field in deed.fields] == [*deed.fields]


def test_a_refusal_of_a_detail_that_the_panel_calls_otherwise_is_shown_there() -> None:
    named = [("wait", "for"), ("link", "as"), ("link", "number"), ("settle", "text")]
    found = [field_of(DEEDS[name], detail) for name, detail in named]
    assert found == ["waits_for", "link", "other_number", "holds"]
    assert field_of(DEEDS["note"], "text") == "text"
