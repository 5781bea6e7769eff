"""What a cell means, mended where a spreadsheet is known to spoil it: notas, phones, totals."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desk.words import Text, say

NOTA_LIMIT = 64
_PROTECTED = re.compile(r'="([^"]*)"')  # how some tills keep a leading zero through Excel
_WHOLE = re.compile(r"(\d+)\.0+", re.ASCII)
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?[Ee]\+\d{1,3}", re.ASCII)
_LOST_ZERO = re.compile(r"8\d{8,11}", re.ASCII)
_TOTAL = re.compile(
    r"(?:sub ?-?total|grand ?total|total|jumlah|rekap|saldo)(?=[\s:]|$)", re.IGNORECASE
)
_EDGES = " \t\r\n\v\f\x1a\xa0\u200b\u200e\u200f\u2028\u2029\ufeff"


def tidy(cell: str) -> str:
    """The cell without space around it, a line break within it as a space."""
    text = cell.strip(_EDGES)
    if text.startswith("=") and (match := _PROTECTED.fullmatch(text)):
        text = match[1].strip(_EDGES)
    return " ".join(text.split()) if "\n" in text or "\r" in text else text


def nota(text: str) -> tuple[str, Text | None]:
    """The number as it was before Excel made it “1234.0”, and a remark where digits are lost."""
    if match := _WHOLE.fullmatch(text):
        return match[1], None
    if text.startswith("'") and text[1:2].isalnum():
        return text[1:], None
    if _SCIENTIFIC.fullmatch(text):
        return text, say(
            "sales",
            "Excel has shortened the nota to “{nota}”. "
            "Format the column as text in Excel, type it again and read the list once more.",
        )(nota=text)
    return text, None


def phone(text: str) -> tuple[str, Text | None]:
    """The number with the zero that Excel took away; "" and a remark where digits are lost."""
    if _SCIENTIFIC.fullmatch(text):
        return "", say("sales", "Excel has shortened the phone to “{phone}”; it was left out.")(
            phone=text
        )
    if match := _WHOLE.fullmatch(text):
        text = match[1]
    elif text.startswith("'"):
        text = text[1:]
    return (f"0{text}" if _LOST_ZERO.fullmatch(text) else text), None


def is_total(nota: str, cells: Sequence[str]) -> bool:
    """Whether the line sums others up: “Total”, “Jumlah …” in place of a nota."""
    first = nota or next((text for cell in cells if (text := tidy(cell))), "")
    return _TOTAL.match(first) is not None
