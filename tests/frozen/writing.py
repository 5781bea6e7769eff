"""What is written when complaints are taken in and everything is done to them, in order."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.cli.running import complaint, lines
from tests.frozen.in_process import Program

_UNTIL = "2026-06-20T16:00:00+07:00"
_CALL = {"said": "Boleh.", "how": "phone"}
_STEPS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("Sari", "attach", {"caption": "Rem depan"}),
    ("Sari", "correct", {"field": "phone", "value": "0813 1111 2222", "why": "Salah"}),
    ("Sari", "pass_on", {"to": "Dedi", "note": "Tolong hari ini."}),
    ("Dedi", "decline", {"why": "Saya di cabang lain."}),
    ("Sari", "pass_on", {"to": "Wati"}),
    ("Wati", "accept", {}),
    ("Wati", "start", {}),
    ("Wati", "note", {"text": "Datang lagi", "happened_at": "2026-06-19T10:00:00+07:00"}),
    ("Wati", "contact", {"said": "Besok siap.", "how": "whatsapp"}),
    ("Wati", "contact", {"answered": False}),
    ("Wati", "extend", {"until": _UNTIL, "contact": _CALL, "agreed": True}),
    ("Joko", "examine", {"found": "Terjepit", "cause": "Kabel", "remedy": "Diganti"}),
    ("Wati", "promise", {"what": "Ditelepon", "by": _UNTIL}),
    ("Wati", "keep", {}),
    ("Wati", "promise", {"what": "Uang kembali", "by": _UNTIL}),
    ("Wati", "break", {"why": "Bank tutup"}),
    ("Dedi", "judge", {"fault": "shop"}),
    ("Wati", "confirm_judgement", {}),
    ("Wati", "wait", {"for": "customer", "why": "Dia ke luar kota."}),
    ("Wati", "link", {"number": "K1202606190004321", "as": "related"}),
    ("Dedi", "solve", {"cause": "Kabel", "remedy": "Diganti"}),
    ("Wati", "close", {"answer": "partly", "score": 2, "ease": 5, "why": "Lama"}),
    ("Dedi", "reopen", {"why": "Bunyi lagi"}),
    ("Dedi", "settle", {"text": "Sudah jelas"}),
    ("Dedi", "withdraw", {"why": "Dia tidak jadi"}),
)
_TAKEN_IN = (
    complaint(8765),
    complaint(
        None,
        customer={"name": "Ibu Ana", "email": "ana@example.id", "address": "Jalan Melati 3"},
        product="United E-Trifold",
        expected="Rem yang tidak berbunyi",
        asked_for="repair",
        safety=True,
    ),
)
_REFUSED = "settle"
"""Nothing here was written by two desks at the same time: the refusal is kept."""
ACTIONS = frozenset(action for _, action, _ in _STEPS)
"""What is tried; a test asks that nothing is left out."""


def write(program: Program, folder: Path) -> list[str]:
    """Does it all, a few minutes apart; gives what each command answered."""
    photo = folder / "rem.jpg"
    photo.write_bytes(b"photo")
    program.clock.walk(7)
    answered = [program("register", "--json", given=lines(_TAKEN_IN), by="Sari").out]
    number = json.loads(answered[0].splitlines()[0])["number"]
    for who, action, details in _STEPS:
        program.clock.walk(7)
        more = {"file": str(photo)} if action == "attach" else {}
        given = json.dumps(details | more)
        asked = ("act", number, action, "-", "--json")
        code = 1 if action == _REFUSED else 0
        answered.append(program(*asked, given=given, by=who, code=code).out)
    for command in (
        ("receipt", number, "--to", folder / "receipt.pdf"),
        ("staff", "add", "--name", "Rina", "--roles", "staff,cro", "--pin", "8642"),
        ("staff", "off", "Joko"),
        ("export", "--to", folder, "--without-personal"),
    ):
        program.clock.walk(7)
        told = program(*command, "--json", by="Admin").document
        if (
            "package" in told
        ):  # a file's name holds a piece of its id, and the packer gives its size
            told |= {"file": "", "size": 0}
        answered.append(json.dumps(told, ensure_ascii=False))
    return answered
