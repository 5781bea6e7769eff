"""Every kind of line that a case's story can have, in the words in which staff read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.controllers.case.controller import Case
from desk.rules import acts
from desk.rules.acts import Contact
from tests.controllers.case_sheet import Sheet
from tests.controllers.case_shop import Shop, open_shop

BY = "2026-06-19T17:00:00+07:00"


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    yield from open_shop(tmp_path)


def story(shop: Shop) -> str:
    """The story without its first day and line."""
    shop.at_work("Sari")
    sheet = Sheet()
    Case(shop.desk, sheet).show(shop.case)
    return sheet.story.split("“Ngerem berat dan ada bunyi.”\n", 1)[1]


EVERY_WAY_OF_CONTACT = """\
  09.17  Sari called Bapak Hari
         “Halo”
  09.22  Bapak Hari called and spoke with Sari
         “Halo”
  09.27  Sari wrote to Bapak Hari on WhatsApp
         “Halo”
  09.32  Bapak Hari wrote to Sari on WhatsApp
         “Halo”
  09.37  Sari wrote to Bapak Hari by e-mail
         “Halo”
  09.42  Bapak Hari wrote to Sari by e-mail
         “Halo”
  09.47  Sari visited Bapak Hari
         “Halo”
  09.52  Bapak Hari came in and spoke with Sari
         “Halo”
  09.57  Sari sent Bapak Hari a letter
         “Halo”
  10.02  Bapak Hari sent Sari a letter
         “Halo”
  10.07  Sari contacted Bapak Hari
         “Halo”
  10.12  Bapak Hari contacted Sari
         “Halo”
  10.17  Sari visited Bapak Hari: no answer
  10.22  Sari wrote to Bapak Hari on WhatsApp: no answer"""


def test_every_way_of_contact(shop: Shop) -> None:
    shop.register()
    for how in ("phone", "whatsapp", "email", "visit", "letter", "other"):
        for direction in ("out", "in"):
            shop.act("Sari", Contact(how=how, direction=direction, said="Halo"))
    shop.act("Sari", Contact(how="visit", answered=False))
    shop.act("Sari", Contact(how="whatsapp", answered=False))
    assert story(shop) == EVERY_WAY_OF_CONTACT


WHAT_IS_WRITTEN_ATTACHED_AND_CORRECTED = """\
  09.17  Sari printed the receipt
  09.22  Sari printed copy 2 of the receipt
  09.27  Sari wrote a note
         “Datang lagi.”
         What delays it: Lack of training
  09.32  Sari told the supervisor
         “Tolong lihat.”
         Prepared message: To the supervisor
  09.37  Sari wrote to Bapak Hari on WhatsApp
         “Baik.”
         Prepared message: We have received it
  09.42  Sari attached rem.jpg
         “Rem”
  09.47  Sari corrected it
         “Salah tulis”
         Telephone: 0812-3456-7801 → 0812-3456-7802
  09.52  Sari corrected it
         “Lupa”
         Bought on: 18 Jun 2026 → 17 Jun 2026
  09.57  Sari corrected it
         “Lupa”
         E-mail: nothing → hari@contoh.id
  10.02  Sari corrected it
         “Lupa”
         Matter of safety: No → Yes
  10.07  Sari corrected it
         “Lupa”
         Wants: Repair → Refund
  10.12  Sari linked it to K1 2026-06-19 0001234: The same matter
  10.17  Sari withdrew the complaint
         “Salah toko.”"""


def test_what_is_written_attached_and_corrected(shop: Shop) -> None:
    other = shop.register()
    number = shop.desk.complaint(other).number
    shop.register(nota="77")
    for act in (
        acts.PrintReceipt(paper="roll80"),
        acts.PrintReceipt(paper="a4"),
        acts.Note(text="Datang lagi.", roadblock="lack_of_training"),
        acts.Note(text="Tolong lihat.", message="pass_on"),
        acts.Contact(said="Baik.", message="acknowledge", how="whatsapp"),
        acts.Attach(file="a" * 64, name="rem.jpg", caption="Rem"),
        acts.Correct(field="phone", value="081234567802", why="Salah tulis"),
        acts.Correct(field="bought_at", value="2026-06-17", why="Lupa"),
        acts.Correct(field="email", value="hari@contoh.id", why="Lupa"),
        acts.Correct(field="safety", value="true", why="Lupa"),
        acts.Correct(field="asked_for", value="refund", why="Lupa"),
        acts.LinkTo(number=number, link="same_matter"),
        acts.Withdraw(why="Salah toko."),
    ):
        shop.act("Sari", act)
    assert story(shop) == WHAT_IS_WRITTEN_ATTACHED_AND_CORRECTED


PROMISES_AND_HAND_OVERS = """\
  09.17  Sari promised for today 17.00
         “Antar”
         Dedi does it.
  09.22  Sari promised for today 17.00
         “Antar”
         Dedi does it.
  09.27  Dedi kept the promise
         “Antar”
  09.32  Dedi could not keep the promise
         “Antar”
         “Mobil mogok”
  09.37  Sari handed it over to Dedi
  09.42  Dedi gave the hand-over back
         “Sedang cuti”
  09.47  Sari handed it over to Dedi
  09.52  Dedi accepted the hand-over
  09.57  Waiting for Bapak Hari, says Dedi
         “Belum datang.”
  10.02  Waiting for a part, says Dedi
         “Belum datang.”
  10.07  Waiting for the maker, says Dedi
         “Belum datang.”
  10.12  Waiting for something else, says Dedi
         “Belum datang.”"""


def test_promises_and_hand_overs(shop: Shop) -> None:
    shop.register()
    for promise in ("kept", "broken"):
        shop.act("Sari", acts.MakePromise(promise=promise, what="Antar", by=BY, who="Dedi"))
    shop.act("Dedi", acts.KeepPromise(promise="kept"))
    shop.act("Dedi", acts.BreakPromise(promise="broken", why="Mobil mogok"))
    shop.act("Sari", acts.PassOn(to="Dedi"))
    shop.act("Dedi", acts.Decline(why="Sedang cuti"))
    shop.act("Sari", acts.PassOn(to="Dedi"))
    shop.act("Dedi", acts.Accept())
    for waits_for in ("customer", "part", "maker", "other"):
        shop.act("Dedi", acts.Wait(waits_for=waits_for, why="Belum datang."))
    assert story(shop) == PROMISES_AND_HAND_OVERS


ENDINGS = """\
  09.17  Dedi judged: the shop was at fault, flag ON
  09.22  Dedi judged: it was the product, flag OFF
  09.27  Dedi judged: it was the customer, flag OFF
  09.32  Dedi judged: nobody was at fault
  09.37  Sari confirmed the judgement
  09.42  Dedi solved it
         Cause: Kabel
         Remedy: Dipindah
  09.47  Bapak Hari does not agree, Sari wrote down
         “Bunyi”
         It goes up to the customer relations officer.
  09.52  Dedi solved it
         Cause: Kabel
         Remedy: Dipindah
  09.57  Bapak Hari does not agree, Sari wrote down
         “Masih bunyi”
         It goes up to head office.
  10.02  Dedi solved it
         Cause: Kabel
         Remedy: Dipindah
  10.07  Sari closed it with Bapak Hari: Partly agreed
         Score 3 of 5, as the customer told it.
  10.12  Sari reopened it: Bapak Hari brings it back
         “Lagi”
         A new round of 24 hours began.
  10.17  Dedi solved it
         Cause: Kabel
         Remedy: Dipindah
  10.22  Sari closed it with Bapak Hari: Agreed
         “Cepat.”
         The customer would rather not give a score."""


def test_endings(shop: Shop) -> None:
    shop.register()
    for fault in ("shop", "product", "customer", "nobody"):
        shop.act("Dedi", acts.Judge(fault=fault))
    shop.act("Sari", acts.ConfirmJudgement())
    for close in (
        acts.Close(answer="not_agreed", score=1, why="Bunyi"),
        acts.Close(answer="not_agreed", score=2, why="Masih bunyi", entered_by="customer"),
        acts.Close(answer="partly", score=3),
    ):
        shop.act("Dedi", acts.Solve(cause="Kabel", remedy="Dipindah"))
        shop.act("Sari", close)
    shop.act("Sari", acts.Reopen(why="Lagi"))
    shop.act("Dedi", acts.Solve())
    shop.act("Sari", acts.Close(answer="agreed", ease=4, words="Cepat."))
    assert story(shop) == ENDINGS
