"""Every section of a case in every state: what stands on the whole screen, from top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType

import pytest

from desk.controllers.case.controller import Case
from desk.rules import acts, choices
from desk.rules.chain import new_id
from tests.controllers.case_sheet import Sheet
from tests.controllers.case_shop import Shop, open_shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    yield from open_shop(tmp_path)


def screen(shop: Shop, who: str) -> str:
    """What somebody who opens the case reads."""
    shop.at_work(who)
    sheet = Sheet()
    Case(shop.desk, sheet).show(shop.case)
    return sheet.drawn


def promised(shop: Shop, what: str, hours: float) -> str:
    """Dedi promises something; the promise's id."""
    promise, by = new_id(shop.clock()), shop.clock() + timedelta(hours=hours)
    shop.act("Dedi", acts.MakePromise(promise=promise, what=what, by=by.isoformat()))
    return promise


EXAMINED = acts.Examine(found="Kabel terjepit.", cause="Jalur salah", remedy="Dipindah")


def received(shop: Shop) -> None:
    """With all that intake can ask."""
    shop.register(
        email="hari@example.id",
        address="Jalan Mawar 1",
        serial="SN-77",
        factor="product",
        expected="Sepeda yang aman.",
        condition="Lecet",
        accessories=("pompa", "kunci"),
        channel="whatsapp",
        sold_branch="2",
    )


def unsafe(shop: Shop) -> None:
    """Without a nota, and nobody may use it."""
    shop.register(nota="", no_nota=True, bought_at="", understood="", asked_for="", safety=True)


def offered(shop: Shop) -> None:
    shop.handed_over()


def handled(shop: Shop) -> None:
    shop.handed_over()
    shop.act("Dedi", acts.Accept())
    shop.act("Dedi", acts.Start())
    kept = promised(shop, "Kabari hasil.", hours=1)
    promised(shop, "Antar ke rumah", hours=5)
    for caption in ("Kabel", "Sekali lagi"):  # one photo, attached twice
        shop.act("Dedi", acts.Attach(file="a" * 64, name="kabel.jpg", caption=caption))
    shop.act("Dedi", acts.KeepPromise(promise=kept))
    promised(shop, "Telepon istri", hours=0.3)
    shop.clock.turn(minutes=30)


def late(shop: Shop) -> None:
    shop.register()
    shop.act("Dedi", acts.Start())
    broken, slow = promised(shop, "Pinjamkan sepeda", hours=1), promised(shop, "Foto", hours=1)
    shop.act("Dedi", acts.BreakPromise(promise=broken, why="Tidak ada sepeda."), hours=2)
    shop.act("Dedi", acts.KeepPromise(promise=slow))
    shop.clock.turn(hours=25)


def late_before(shop: Shop) -> None:
    """It was too late in the first round; in the second it is not."""
    late(shop)
    shop.act("Dedi", EXAMINED)
    shop.act("Dedi", acts.Solve())
    shop.act("Sari", acts.Close(answer="agreed", score=4))
    shop.act("Sari", acts.Reopen(why="Bunyi lagi."))


def waiting(shop: Shop) -> None:
    handled(shop)
    shop.act("Dedi", acts.Wait(waits_for="customer", why="Sepeda masih di rumah."))


def examined(shop: Shop) -> None:
    shop.handed_over()
    shop.act("Anto", EXAMINED)


def judged(shop: Shop) -> None:
    examined(shop)
    shop.act("Dedi", acts.Judge(fault="product"))


def confirmed(shop: Shop) -> None:
    judged(shop)
    shop.act("Sari", acts.ConfirmJudgement())


def nobody(shop: Shop) -> None:
    examined(shop)
    shop.act("Dedi", acts.Judge(fault="nobody"))


def extended(shop: Shop) -> None:
    shop.register()
    for hours in (30, 40):
        until = shop.clock() + timedelta(hours=hours)
        said = acts.Contact(said="Boleh.")
        shop.act("Dedi", acts.Extend(until=until.isoformat(), contact=said, agreed=True))


def solved(shop: Shop) -> None:
    confirmed(shop)
    shop.act("Dedi", acts.Accept())
    shop.act("Dedi", acts.Solve())


def solved_late(shop: Shop) -> None:
    late(shop)
    shop.act("Dedi", acts.Solve(cause="Kabel putus", remedy="Kabel diganti"))


def closed(shop: Shop) -> None:
    solved(shop)
    shop.act("Sari", acts.Close(answer="agreed", score=5, entered_by="customer", words="Cepat."))


def not_agreed(shop: Shop) -> None:
    solved(shop)
    shop.act("Sari", acts.Close(answer="not_agreed", score=2, why="Masih bunyi."))


def head_office_decides(shop: Shop) -> None:
    not_agreed(shop)
    shop.act("Dedi", acts.Solve())
    shop.act("Sari", acts.Close(answer="not_agreed", score=1, why="Masih bunyi."))


def reopened(shop: Shop) -> None:
    extended(shop)
    shop.act("Dedi", acts.Solve(cause="Kabel putus", remedy="Kabel diganti"))
    shop.act("Sari", acts.Close(answer="partly", score=3, words="Lama."))
    shop.act("Sari", acts.Reopen(why="Bunyi lagi."), hours=2)


def withdrawn(shop: Shop) -> None:
    handled(shop)
    shop.act("Sari", acts.Withdraw(why="Salah toko."))


HEAD = """\
K1 2026-06-19 0001234  Bapak Hari  United E-Trifold
"""
TOLD = """\
Bapak Hari 0812-3456-7801
The customer says:
  Ngerem berat dan ada bunyi.
  Understood: Rem berat sejak hari pertama.
  Wants: Repair
"""
SALE = """\
What was bought:
  Product: United E-Trifold
  Nota: 0001234
  Bought: 18 Jun 2026
How it came in:
  Received: Friday 19 June 2026, 09.12
  Channel: Walk-in
  Branch: 1, Hankam Bekasi
  Served by: Sari
"""


STATES: Mapping[Callable[[Shop], None], str] = MappingProxyType(
    {
        received: """\
[Received] [Due tomorrow 09.12] [Not judged]
With Sari · next news before tomorrow 09.12
→ Begin: call Bapak Hari before tomorrow 09.12 [Begin handling]
Bapak Hari 0812-3456-7801
The customer says:
  Ngerem berat dan ada bunyi.
  Understood: Rem berat sejak hari pertama.
  Expected: Sepeda yang aman.
  Wants: Repair
The technician found:
  Factor: Product
What was bought:
  Product: United E-Trifold
  Nota: 0001234
  Bought: 18 Jun 2026
  Bought at: 2
  Serial number: SN-77
Taken in:
  Condition: Lecet
  Accessories: pompa, kunci
Reached by:
  E-mail: hari@example.id
  Address: Jalan Mawar 1
How it came in:
  Received: Friday 19 June 2026, 09.12
  Channel: After-sales number, WhatsApp
  Branch: 1, Hankam Bekasi
  Served by: Sari
taken: Respect, Listen, Expectation""",
        unsafe: """\
K1 2026-06-19 9000001  Bapak Hari  United E-Trifold
[Received] [Due tomorrow 09.12] [Safety] [Not judged]
! Safety: the product is not to be used until it has been checked.
With Sari · next news before tomorrow 09.12
→ Begin: call Bapak Hari before tomorrow 09.12 [Begin handling]
Bapak Hari 0812-3456-7801
The customer says:
  Ngerem berat dan ada bunyi.
What was bought:
  Product: United E-Trifold
  Nota: without a nota
How it came in:
  Received: Friday 19 June 2026, 09.12
  Channel: Walk-in
  Branch: 1, Hankam Bekasi
  Served by: Sari
taken: Respect""",
        offered: """\
[Passed on] [Due tomorrow 09.12] [Not judged]
With Sari · handed over to Dedi, not accepted yet · next news before tomorrow 09.12
→ Accept what Sari hands over [Accept the hand-over]
<as told>
<as bought>
taken: Respect, Listen, Expectation""",
        handled: """\
[In handling] [Due tomorrow 09.12] [Not judged]
With Dedi
→ 17 minutes late, promised to Bapak Hari by Dedi: “Telepon istri” [The promise was kept]
<as told>
<as bought>
promise Kabari hasil: kept
promise Antar ke rumah: Dedi, before today 14.37
promise Telepon istri: Dedi, 17 minutes late
Photo 1, not here yet
taken: Respect, Listen, Expectation, Solutions""",
        late: """\
[In handling] [3 hours late] [Not judged]
With Dedi · news overdue since today 09.12
→ 3 hours late: call Bapak Hari now [Log the contact]
<as told>
<as bought>
promise Pinjamkan sepeda: not kept
promise Foto: kept, but late
taken: Respect, Listen, Expectation, Solutions""",
        late_before: """\
[Reopened] [Due tomorrow 12.52] [Not judged]
With Sari · new round since today 12.52 · was late before · next news before tomorrow 12.52
→ Judge whose fault it was [Judge whose fault it was]
<as told>
The technician found:
  Kabel terjepit.
  Cause: Jalur salah
  Remedy: Dipindah
<as bought>
promise Pinjamkan sepeda: not kept
promise Foto: kept, but late
taken: Respect, Listen, Expectation""",
        waiting: """\
[Waiting for the customer] [Due tomorrow 09.12] [Not judged]
With Dedi
→ 22 minutes late, promised to Bapak Hari by Dedi: “Telepon istri” [The promise was kept]
<as told>
<as bought>
promise Kabari hasil: kept
promise Antar ke rumah: Dedi, before today 14.37
promise Telepon istri: Dedi, 22 minutes late
Photo 1, not here yet
taken: Respect, Listen, Expectation, Solutions""",
        examined: """\
[Passed on] [Due tomorrow 09.12] [Not judged]
With Sari · handed over to Dedi, not accepted yet · next news before tomorrow 09.12
→ Accept what Sari hands over [Accept the hand-over]
<as told>
The technician found:
  Kabel terjepit.
  Cause: Jalur salah
  Remedy: Dipindah
<as bought>
taken: Respect, Listen, Expectation""",
        judged: """\
[Passed on] [Due tomorrow 09.12] [Flag OFF]
With Sari · handed over to Dedi, not accepted yet · next news before tomorrow 09.12
→ Accept what Sari hands over [Accept the hand-over]
<as told>
The technician found:
  Kabel terjepit.
  Cause: Jalur salah
  Remedy: Dipindah
  Fault: The product, says Dedi; not confirmed yet
<as bought>
taken: Respect, Listen, Expectation""",
        confirmed: """\
[Passed on] [Due tomorrow 09.12] [Flag OFF]
With Sari · handed over to Dedi, not accepted yet · next news before tomorrow 09.12
→ Accept what Sari hands over [Accept the hand-over]
<as told>
The technician found:
  Kabel terjepit.
  Cause: Jalur salah
  Remedy: Dipindah
  Fault: The product, says Dedi; confirmed by Sari
<as bought>
taken: Respect, Listen, Expectation""",
        nobody: """\
[Passed on] [Due tomorrow 09.12] [Flag: nobody at fault]
With Sari · handed over to Dedi, not accepted yet · next news before tomorrow 09.12
→ Accept what Sari hands over [Accept the hand-over]
<as told>
The technician found:
  Kabel terjepit.
  Cause: Jalur salah
  Remedy: Dipindah
  Fault: Nobody, says Dedi; not confirmed yet
<as bought>
taken: Respect, Listen, Expectation""",
        extended: """\
[Received] [Due 21 Jun 2026, 01.17] [Not judged]
With Sari · extended 2 times · next news before 21 Jun 2026, 01.17
→ Begin: call Bapak Hari before 21 Jun 2026, 01.17 [Begin handling]
<as told>
<as bought>
taken: Respect, Listen, Expectation, Solutions""",
        solved: """\
[Solved] [Solved within 24 hours] [Flag OFF]
With Dedi
→ Solved. Others ask Bapak Hari whether all is well now: Ibu Kepala, Sari []
<as told>
The technician found:
  Kabel terjepit.
  Cause: Jalur salah
  Remedy: Dipindah
  Fault: The product, says Dedi; confirmed by Sari
<as bought>
taken: Respect, Listen, Expectation, Solutions, Act""",
        solved_late: """\
[Solved] [Solved late] [Not judged]
With Dedi
→ Judge whose fault it was [Judge whose fault it was]
<as told>
The technician found:
  Cause: Kabel putus
  Remedy: Kabel diganti
<as bought>
promise Pinjamkan sepeda: not kept
promise Foto: kept, but late
taken: Respect, Listen, Expectation, Solutions, Act""",
        closed: """\
[Closed] [Solved within 24 hours] [Flag OFF]
→ Closed. After-care call to Bapak Hari 21 Jun 2026, 09.52 []
<as told>
The technician found:
  Kabel terjepit.
  Cause: Jalur salah
  Remedy: Dipindah
  Fault: The product, says Dedi; confirmed by Sari
<as bought>
taken: Respect, Listen, Expectation, Solutions, Act, Satisfied""",
        not_agreed: """\
[In handling] [Due tomorrow 09.12] [Flag OFF]
With Dedi · went up to the CRO · next news before tomorrow 09.12
→ Solve it before tomorrow 09.12: cause and remedy are known [It is solved]
<as told>
The technician found:
  Kabel terjepit.
  Cause: Jalur salah
  Remedy: Dipindah
  Fault: The product, says Dedi; confirmed by Sari
<as bought>
taken: Respect, Listen, Expectation""",
        head_office_decides: """\
[In handling] [Due tomorrow 09.12] [Flag OFF]
With Dedi · head office decides · next news before tomorrow 09.12
→ Solve it before tomorrow 09.12: cause and remedy are known [It is solved]
<as told>
The technician found:
  Kabel terjepit.
  Cause: Jalur salah
  Remedy: Dipindah
  Fault: The product, says Dedi; confirmed by Sari
<as bought>
taken: Respect, Listen, Expectation""",
        reopened: """\
[Reopened] [Due tomorrow 11.32] [Not judged]
With Sari · new round since today 11.32 · extended 2 times · next news before tomorrow 11.32
→ Judge whose fault it was [Judge whose fault it was]
<as told>
The technician found:
  Cause: Kabel putus
  Remedy: Kabel diganti
<as bought>
taken: Respect, Listen, Expectation""",
        withdrawn: """\
[Withdrawn] [Not judged]
→ 22 minutes late, promised to Bapak Hari by Dedi: “Telepon istri” [The promise was kept]
<as told>
<as bought>
promise Kabari hasil: kept
promise Antar ke rumah: Dedi, before today 14.37
promise Telepon istri: Dedi, 22 minutes late
Photo 1, not here yet
taken: Respect, Listen, Expectation, Solutions""",
    }
)
"""What stands there; what is the same in most states is named once, above."""


@pytest.mark.parametrize("state", STATES, ids=lambda state: str(state.__name__))
def test_the_whole_screen_of_a_case_reads_as_it_should(
    shop: Shop, state: Callable[[Shop], None]
) -> None:
    state(shop)
    read = screen(shop, "Dedi").replace(HEAD, "")
    read = read.replace(TOLD, "<as told>\n").replace(SALE, "<as bought>\n")
    assert read == STATES[state]


def test_every_state_is_read() -> None:
    words = "\n".join(STATES.values())
    assert [str(state) for state in choices.STATES.values() if f"[{state}]" not in words] == []
