"""The three cases from the counter to the customer's own word: by keyboard in the window, where
each of three people signs in with a PIN, and by commands alone; both end the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.desk_window import press
from tests.journeys.by_command import Commands
from tests.journeys.shop_floor import Floor, Hours, copied, floor, hour, new_shop
from tests.journeys.told_cases import COMPLAINTS, DEEDS, RECEIVED, UNSAFE, document

Seen = list[str]
"""The biggest sentence on the screen whenever somebody took over."""


def hands_over(shop: Floor, note: str) -> None:
    """The clerk opens the case from the queue and passes it on; the supervisor takes it on."""
    shop.opens_the_case()
    press("Ctrl+Return")
    shop.fills(note=note)
    press("Ctrl+Return")


def takes_on(shop: Floor, seen: Seen) -> None:
    """The supervisor accepts and begins: twice the main button."""
    shop.takes_over("Dedi")
    seen.append(shop.step())
    press("Ctrl+Return", "Ctrl+Return")


def examines(shop: Floor, seen: Seen, found: str, cause: str, remedy: str) -> None:
    """The technician writes down what was found."""
    shop.takes_over("Anto")
    seen.append(shop.step())
    press("Ctrl+Return")
    shop.fills(found=found, cause=cause, remedy=remedy)
    press("Ctrl+Return")


def judges(shop: Floor, *keys: str) -> None:
    """The supervisor judges, by what lies in these directions from “The shop”."""
    press("J")
    shop.picks("fault", *keys)
    press("Ctrl+Return")


def asks_the_customer(shop: Floor, at: str, seen: Seen) -> None:
    """The clerk confirms the judgement; then the main button opens the closing."""
    shop.takes_over("Sari")
    seen.append(shop.step())
    press("Ctrl+Return", "Ctrl+Return")
    seen.append(shop.step())
    shop.at(at)
    press("Ctrl+Return")


def case_a(shop: Floor, seen: Seen) -> None:
    """Bapak Hari's brakes: the shop set them wrongly."""
    hands_over(shop, "Tolong hari ini, ini soal rem.")
    shop.at("2026-06-19 09.31")
    takes_on(shop, seen)
    shop.at("2026-06-19 09.40")
    press("Ctrl+Return")
    shop.fills(said="Sore ini diperiksa; besok pagi dikabari.")
    press("Ctrl+Return")
    shop.at("2026-06-19 13.30")
    examines(
        shop,
        seen,
        "Kabel depan terjepit saat setang dibelokkan.",
        "Setelan awal salah, jalur kabel keliru.",
        "Rem disetel ulang, kabel depan dipindahkan.",
    )
    shop.at("2026-06-19 15.05")
    shop.takes_over("Dedi")
    seen.append(shop.step())
    judges(shop)
    shop.at("2026-06-19 15.10")
    press("Ctrl+Return", "Ctrl+Return")
    shop.at("2026-06-19 16.30")
    asks_the_customer(shop, "2026-06-19 16.40", seen)
    shop.closes("Alt+A", "5", words="Remnya pakem lagi.")


def case_b(shop: Floor, seen: Seen) -> None:
    """Ibu Rita's handlebar: she had not been shown how to tighten it; she waits in the shop."""
    hands_over(shop, "Ibu Rita menunggu di toko.")
    shop.at("2026-06-22 16.45")
    takes_on(shop, seen)
    shop.at("2026-06-22 16.55")
    examines(
        shop,
        seen,
        "Klem setang baik, hanya belum kencang.",
        "Pelanggan belum tahu cara mengencangkan klem.",
        "Ditunjukkan lagi cara mengencangkannya.",
    )
    shop.at("2026-06-22 17.05")
    shop.takes_over("Dedi")
    seen.append(shop.step())
    judges(shop, "Down")
    press("Ctrl+Return", "Ctrl+Return")
    shop.at("2026-06-22 17.10")
    asks_the_customer(shop, "2026-06-22 17.12", seen)
    shop.closes("Alt+A", "4", words="Sekarang saya bisa sendiri.", turned=False)


def case_c(shop: Floor, seen: Seen) -> None:
    """Ibu Lestari's frame: 40 hours with one extension, a refund promised for Friday and kept."""
    hands_over(shop, "Sepeda tidak boleh dipakai dulu.")
    shop.at("2026-06-23 17.20")
    takes_on(shop, seen)
    shop.at("2026-06-24 10.00")
    examines(
        shop,
        seen,
        "Retak di las-lasan bawah sadel.",
        "Cacat pabrik: las-lasan tidak tembus.",
        "Sepeda pengganti dari pabrik.",
    )
    shop.at("2026-06-24 10.20")
    shop.takes_over("Dedi")
    press("W")
    shop.picks("waits_for", "Down")
    shop.fills(why="Pabrik mengirim sepeda pengganti.")
    press("Ctrl+Return")
    asks_for_more_time(shop, seen)
    shop.at("2026-06-25 08.40")
    shop.takes_over("Dedi")
    judges(shop, "Right")
    shop.at("2026-06-25 08.45")
    press("P")
    shop.fills(what="Uang ongkos kirim dikembalikan lewat transfer.", by="jumat 17.00")
    press("Ctrl+Return")
    shop.at("2026-06-25 09.00")
    press("F11", "Ctrl+Return")
    shop.at("2026-06-26 10.05")
    shop.takes_over("Dedi")
    press("Y")
    shop.fills(note="Bukti transfer dikirim lewat WhatsApp.")
    press("Ctrl+Return")
    shop.at("2026-06-26 10.20")
    asks_the_customer(shop, "2026-06-26 10.30", seen)
    shop.closes("Alt+A", "5", words="Sepeda baru sudah datang, terima kasih.")


def asks_for_more_time(shop: Floor, seen: Seen) -> None:
    """By telephone, before the moment passes; without the customer's yes it is not taken."""
    shop.at("2026-06-24 15.30")
    shop.takes_over("Dedi")
    seen.append(shop.step())
    press("F4")
    shop.fills(said="Boleh, asal besok siang sudah ada kabar.", until="besok 12.00")
    press("Ctrl+Return")
    assert shop.case.extensions == 0, "the customer has not agreed yet"
    press("Space", "Ctrl+Return")


CASES: Mapping[str, Callable[[Floor, Seen], None]] = MappingProxyType(
    {"A": case_a, "B": case_b, "C": case_c}
)


@pytest.fixture
def shop(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, home: Path
) -> Iterator[Floor]:
    """The shop at the hour of the case that the test names, with the complaint taken in.

    `other` beside it is the same shop before it was.
    """
    name, clock = request.param, Hours(hour(RECEIVED[request.param]))
    with closing(new_shop(home, clock)) as desk, floor(qtbot, qapp, desk, clock) as opened:
        copied(desk, home.with_name("other")).close()
        opened.takes_over("Sari")
        opened.takes_in(COMPLAINTS[name], safety=name in UNSAFE)
        opened.at(DEEDS[name][0].hour)
        yield opened


STORY_A = """\
Friday 19 June 2026
  09.12  Sari took the complaint in: Walk-in
         “Ngerem berat dan ada bunyi”
  09.12  Sari printed the receipt
  09.20  Sari handed it over to Dedi
         “Tolong hari ini, ini soal rem.”
  09.31  Dedi accepted the hand-over
  09.31  Dedi began handling it
  09.40  Dedi called Bapak Hari
         “Sore ini diperiksa; besok pagi dikabari.”
  13.30  Anto examined the product
         “Kabel depan terjepit saat setang dibelokkan.”
         Cause: Setelan awal salah, jalur kabel keliru.
         Remedy: Rem disetel ulang, kabel depan dipindahkan.
  15.05  Dedi judged: the shop was at fault, flag ON
  15.10  Dedi solved it
         Cause: Setelan awal salah, jalur kabel keliru.
         Remedy: Rem disetel ulang, kabel depan dipindahkan.
  16.30  Sari confirmed the judgement
  16.40  Sari closed it with Bapak Hari: Agreed
         “Remnya pakem lagi.”
         Score 5 of 5, pressed by the customer.
"""
STORY_B = """\
Monday 22 June 2026
  16.40  Sari took the complaint in: Walk-in
         “Setang turun terus walau sudah dikencangkan”
  16.40  Sari printed the receipt
  16.42  Sari handed it over to Dedi
         “Ibu Rita menunggu di toko.”
  16.45  Dedi accepted the hand-over
  16.45  Dedi began handling it
  16.55  Anto examined the product
         “Klem setang baik, hanya belum kencang.”
         Cause: Pelanggan belum tahu cara mengencangkan klem.
         Remedy: Ditunjukkan lagi cara mengencangkannya.
  17.05  Dedi judged: it was the customer, flag OFF
  17.05  Dedi solved it
         Cause: Pelanggan belum tahu cara mengencangkan klem.
         Remedy: Ditunjukkan lagi cara mengencangkannya.
  17.10  Sari confirmed the judgement
  17.12  Sari closed it with Ibu Rita: Agreed
         “Sekarang saya bisa sendiri.”
         Score 4 of 5, as the customer told it.
"""
STORY_C = """\
Tuesday 23 June 2026
  17.00  Sari took the complaint in: Walk-in
         “Las-lasan rangka retak setelah seminggu”
  17.00  Sari printed the receipt
  17.05  Sari handed it over to Dedi
         “Sepeda tidak boleh dipakai dulu.”
  17.20  Dedi accepted the hand-over
  17.20  Dedi began handling it
Wednesday 24 June 2026
  10.00  Anto examined the product
         “Retak di las-lasan bawah sadel.”
         Cause: Cacat pabrik: las-lasan tidak tembus.
         Remedy: Sepeda pengganti dari pabrik.
  10.20  Waiting for the maker, says Dedi
         “Pabrik mengirim sepeda pengganti.”
  15.30  Dedi called Ibu Lestari
         “Boleh, asal besok siang sudah ada kabar.”
         Ibu Lestari agreed to more time, until Thursday 25 June 2026, 12.00
Thursday 25 June 2026
  08.40  Dedi judged: it was the product, flag OFF
  08.45  Dedi promised for Friday 26 June 2026, 17.00
         “Uang ongkos kirim dikembalikan lewat transfer.”
  09.00  Dedi solved it
         Cause: Cacat pabrik: las-lasan tidak tembus.
         Remedy: Sepeda pengganti dari pabrik.
Friday 26 June 2026
  10.05  Dedi kept the promise
         “Uang ongkos kirim dikembalikan lewat transfer.”
         “Bukti transfer dikirim lewat WhatsApp.”
  10.20  Sari confirmed the judgement
  10.30  Sari closed it with Ibu Lestari: Agreed
         “Sepeda baru sudah datang, terima kasih.”
         Score 5 of 5, pressed by the customer.
"""


STORIES = {"A": STORY_A, "B": STORY_B, "C": STORY_C}
ENDS = {
    "A": "Closed · Solved within 24 hours · Safety · Flag ON",
    "B": "Closed · Solved within 24 hours · Flag OFF",
    "C": "Closed · Solved within the agreed time · Safety · Flag OFF",
}
STEPS = {
    "A": """\
Accept what Sari hands over
Examine the product before tomorrow 09.12
Judge whose fault it was
Confirm Dedi's judgement
Ask Bapak Hari whether all is well now, then close
""",
    "B": """\
Accept what Sari hands over
Examine the product before tomorrow 16.40
Judge whose fault it was
Confirm Dedi's judgement
Ask Ibu Rita whether all is well now, then close
""",
    "C": """\
Accept what Sari hands over
Examine the product before today 17.00
Judge whose fault it was
Confirm Dedi's judgement
Ask Ibu Lestari whether all is well now, then close
""",
}
FLAGS = {"A": True, "B": False, "C": False}
"""ON where the shop was at fault, OFF for the customer's lack of knowledge and for the product."""


def by_commands(commands: Commands, name: str, folder: Path) -> str:
    """The same case by commands alone, each by the right person at the same hour; its number."""
    commands.at(RECEIVED[name])
    number = str(commands("register", who="Sari", told=document(name))["number"])
    commands("receipt", number, "--to", folder.parent / "receipt.pdf", who="Sari")
    for deed in DEEDS[name]:
        commands.at(deed.hour)
        commands("act", number, deed.action, who=deed.who, told=dict(deed.details))
    return number


IDS = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def without_ids(shown: object) -> Any:
    """What `show --json` told; each id is called by the order in which the ids appear."""
    text = json.dumps(shown, sort_keys=True)
    for at, known in enumerate(dict.fromkeys(IDS.findall(text))):
        text = text.replace(known, f"id {at}")
    return json.loads(text)


@pytest.mark.slow
@pytest.mark.parametrize(("shop", "name"), [(each, each) for each in "ABC"], indirect=["shop"])
def test_a_case_goes_from_the_counter_to_the_customers_own_word_and_the_same_by_commands(
    shop: Floor,
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    seen: Seen = []
    CASES[name](shop, seen)
    assert "\n".join(seen) + "\n" == STEPS[name]
    assert shop.badges() == ENDS[name]
    assert shop.story() == STORIES[name]
    assert shop.case.flag is FLAGS[name]
    assert shop.boxes() == []

    window = Commands(shop.desk.home.folder, shop.clock, monkeypatch, capsys)
    other = replace(window, home=tmp_path / "other", clock=Hours(shop.clock.now))
    number = by_commands(other, name, tmp_path)
    by_hand = window("show", number)
    assert without_ids(other("show", number)) == without_ids(by_hand)
    for each in (window, other):
        assert each("verify")["entries"] > len(DEEDS[name])


def test_case_c_took_forty_hours_with_one_extension_and_no_broken_word(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = Hours(hour(RECEIVED["C"]))
    new_shop(home, clock).close()
    commands = Commands(home, clock, monkeypatch, capsys)
    told = commands("show", by_commands(commands, "C", home))
    solved = next(line["at"] for line in told["timeline"] if line["kind"] == "complaint.solved")
    assert datetime.fromisoformat(solved) - hour(RECEIVED["C"]) == timedelta(hours=40)
    assert (told["extensions"], told["bucket"], told["late"]) == (1, "extended", False)
    assert told["first_due_at"] == "2026-06-24T17:00:00+07:00", "the first moment stays"
    (promise,) = told["promises"]
    assert (promise["by"], promise["state"]) == ("2026-06-26T17:00:00+07:00", "kept")
    assert not promise["kept_late"]
    assert (told["answer"], told["score"], told["entered_by"]) == ("agreed", 5, "customer")
    assert (told["fault"], told["flag"], told["confirmed_by"]) == ("product", False, "Sari")
