"""The counter's form as it was typed, and what becomes of it: an intake, or a draft."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from msgspec import Struct, to_builtins
from msgspec.structs import fields, replace

from desk.rules.details import clean
from desk.rules.facts import Asked
from desk.rules.intake import Intake
from desk.rules.number import nota_in
from desk.telling.typed import day_in, moment_in

_BETWEEN = re.compile(r"[,;\n]")


class Photo(Struct, frozen=True, kw_only=True):
    """An attached file: kept already, by its digest; the name is for people."""

    digest: str
    name: str


class Solution(Struct, frozen=True, kw_only=True):
    """“Solve now” as it was typed; `now` where its panel is open."""

    now: bool = False
    cause: str = ""
    remedy: str = ""
    answer: str = ""
    score: str = ""
    why: str = ""
    entered_by: str = "staff"
    to: str = ""


class Typed(Asked, frozen=True, kw_only=True):
    """Every field as it stands in the form. `received_at` is empty for “now”."""

    nota: str = ""
    no_nota: bool = False
    received_at: str = ""
    accessories: str = ""
    files: tuple[Photo, ...] = ()
    customer_id: str = ""
    solution: Solution = Solution()

    @property
    def blank(self) -> bool:
        """Whether nobody typed anything yet; the channel is chosen before anybody comes."""
        solution = replace(self.solution, now=False, to="")
        return replace(self, solution=solution) == Typed(channel=self.channel)


_AS_TYPED = {*Intake.__struct_fields__} - {"id", "kind", "accessories", "files"}


def intake_of(typed: Typed, subject: str, now: datetime) -> Intake:
    """The intake, cleaned; a date that cannot be read stays as typed, for the rules to refuse."""
    told = {name: getattr(typed, name) for name in _AS_TYPED}
    texts = {name: clean(value) for name, value in told.items() if isinstance(value, str)}
    texts["bought_at"] = _iso_day(texts["bought_at"], now)
    texts["received_at"] = _iso_moment(texts["received_at"], now)
    if typed.no_nota and nota_in(texts["nota"]) is not None:
        texts["nota"] = ""  # what is no number, such as an order's reference, is kept beside it
    return Intake(
        id=subject,
        **told | texts,
        accessories=accessories_in(typed.accessories),
        files=tuple(photo.digest for photo in typed.files),
    )


def accessories_in(typed: str) -> tuple[str, ...]:
    """The things between commas."""
    return tuple(filter(None, map(clean, _BETWEEN.split(typed))))


def _iso_day(typed: str, now: datetime) -> str:
    day = day_in(typed, now.astimezone().date()) if typed else None
    return day.isoformat() if day else typed


def _iso_moment(typed: str, now: datetime) -> str:
    moment = moment_in(typed, now, ahead=False) if typed else None
    return f"{moment:%Y-%m-%d %H:%M}" if moment else typed


def as_draft(typed: Typed) -> dict[str, Any]:
    """What a draft keeps."""
    kept: dict[str, Any] = to_builtins(typed)
    return kept


def from_draft(values: Mapping[str, Any]) -> Typed:
    """The form of a draft; what another version kept and this one does not know is left out."""
    known: dict[str, Any] = {}
    for field in fields(Typed):
        value = values.get(field.name)
        if field.name == "files":
            known["files"] = _photos(value)
        elif field.name == "solution":
            known["solution"] = _solution(value)
        elif isinstance(value, type(field.default)):
            known[field.name] = value
    return Typed(**known)


def _solution(value: object) -> Solution:
    known: dict[str, Any] = {}
    for field in fields(Solution):
        kept = value.get(field.name) if isinstance(value, dict) else None
        if isinstance(kept, type(field.default)):
            known[field.name] = kept
    return Solution(**known)


def _photos(value: object) -> tuple[Photo, ...]:
    listed = value if isinstance(value, list) else []
    return tuple(
        Photo(digest=each["digest"], name=str(each.get("name", "")))
        for each in listed
        if isinstance(each, dict) and isinstance(each.get("digest"), str)
    )
