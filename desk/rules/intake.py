"""What a clerk writes down when a complaint comes in, checked (domain.md, section 6).

With it begins the promise of an answer within 24 hours (domain.md, section 4). All times are aware.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import Any

from msgspec import Struct, defstruct
from msgspec.structs import asdict, fields

from desk.moments import local
from desk.rules import choices, number
from desk.rules.details import check_lengths, clean, converted, known_only, misfit
from desk.rules.errors import DeskError, Invalid
from desk.rules.facts import IN_JSON, LISTS, Asked
from desk.words import say


class Intake(Asked, frozen=True, kw_only=True):
    """A complaint as it was typed, cleaned of what cannot be stored; see `check`.

    `nota` is as typed; `received_at` is None for “now”; `bought_at` an ISO date or empty;
    `customer_id` names somebody known already; `files` are digests of stored files.
    """

    id: str
    customer_id: str = ""
    nota: str = ""
    no_nota: bool = False
    received_at: str = ""
    kind: str = "complaint"
    accessories: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


class Checked(Struct, frozen=True, kw_only=True):
    """An intake that can be registered: the nota is a number, or None with the kept order."""

    intake: Intake
    nota: int | None
    order: str
    received_at: datetime


def check(intake: Intake, now: datetime) -> Checked:
    """The intake, ready to be registered. Raises the first Invalid of `faults`."""
    problems = faults(intake, now)
    if problems:
        raise problems[0]
    nota, order = _nota_or_order(intake)
    received = parse_time(intake.received_at, field="received_at") if intake.received_at else now
    return Checked(
        intake=intake,
        nota=nota,
        order=order,
        received_at=check_received(local(received), now),
    )


def faults(intake: Intake, now: datetime) -> list[DeskError]:
    """Everything that keeps the intake from being registered, in the order of the form."""
    found: list[DeskError] = []
    for look in (
        _need_name,
        _nota_or_order,
        _need_words,
        _check_lists,
        _check_bought,
        _check_branch,
        check_lengths,
        lambda typed: _check_received(typed, now),
    ):
        try:
            look(intake)
        except DeskError as fault:
            found.append(fault)
    return found


def _need_name(intake: Intake) -> None:
    if not intake.name:
        raise Invalid(
            say("intake", "Who is complaining? Please write the customer's name."), field="name"
        )


def _need_words(intake: Intake) -> None:
    if not intake.what_happened:
        raise Invalid(
            say("intake", "What happened? Please write it in the customer's words."),
            field="what_happened",
        )


def _nota_or_order(intake: Intake) -> tuple[int | None, str]:
    if intake.no_nota:
        return None, intake.nota
    if intake.channel == "marketplace" and intake.nota and number.nota_in(intake.nota) is None:
        return None, intake.nota
    return number.parse_nota(intake.nota), ""


def _check_lists(intake: Intake) -> None:
    choices.check_choice(intake.kind, choices.KINDS, "kind")
    for name, known in LISTS.items():
        key = getattr(intake, name)
        if isinstance(key, str) and (key or name == "channel"):
            choices.check_choice(key, known, name)
    if intake.kind != "complaint":
        raise Invalid(
            say(
                "intake",
                "This version takes in complaints only; suggestions, questions and praise come "
                "with a later one. Nothing was saved.",
            ),
            field="kind",
        )


def _check_bought(intake: Intake) -> None:
    if not intake.bought_at:
        return
    try:
        date.fromisoformat(intake.bought_at)
    except ValueError as reason:
        raise Invalid(
            say("intake", "“{typed}” is not a date. Write it like 2026-06-18.")(
                typed=intake.bought_at[:40]
            ),
            field="bought_at",
        ) from reason


def _check_branch(intake: Intake) -> None:
    if intake.sold_branch:
        try:
            number.parse_branch(intake.sold_branch)
        except Invalid as fault:
            raise Invalid(fault.text, field="sold_branch") from fault


def _check_received(intake: Intake, now: datetime) -> None:
    if intake.received_at:
        received = parse_time(intake.received_at, field="received_at")
        check_received(received, now)


_OWN_TYPES: Mapping[str, Any] = MappingProxyType(
    {"sold_branch": str | int, "accessories": tuple[str, ...]}
)


def _group(name: str) -> type[Struct]:
    """One of the groups in a document, with its facts as fields."""
    blank = Intake(id="")
    own = [
        (fact, _OWN_TYPES.get(fact, type(getattr(blank, fact))), getattr(blank, fact))
        for fact in IN_JSON[name]
    ]
    return defstruct(name, own, frozen=True, kw_only=True, forbid_unknown_fields=True)


_PARTS: Mapping[str, type[Struct]] = {name: _group(name) for name in ("customer", "taken_in")}
_IN_PARTS = [fact for name in _PARTS for fact in IN_JSON[name]]
_Document = defstruct(
    "_Document",
    [
        ("draft_id", str, ""),
        ("customer", _PARTS["customer"], _PARTS["customer"]()),
        ("nota", str | int, ""),
        ("received_at", str, ""),
        *(
            (item.name, _OWN_TYPES.get(item.name, item.type), item.default)
            for item in fields(Asked)
            if item.name not in _IN_PARTS
        ),
        ("kind", str, "complaint"),
        ("no_nota", bool, False),
        ("taken_in", _PARTS["taken_in"], _PARTS["taken_in"]()),
    ],
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
)
"""The fields in the order in which they are looked at."""


def intake_from_json(document: object, *, id_for: Callable[[str | None], str]) -> Intake:
    """The intake in one JSON document of design.md, section 8.

    `id_for(draft_id or None)` gives the complaint's id. Raises Invalid with the field's name.
    """
    if not isinstance(document, dict):
        raise misfit("complaint")
    told: Any = converted(_given(document), _Document)
    values = asdict(told) | asdict(told.customer) | asdict(told.taken_in)
    typed = {name: _clean(value) for name, value in values.items() if name not in _PARTS}
    draft = typed.pop("draft_id")
    if len(draft) > 200:
        raise misfit("draft_id")
    return Intake(id=id_for(draft or None), **typed)


def _given(document: Mapping[str, Any]) -> dict[str, Any]:
    """In the order of the fields, without what is null. Raises Invalid for a name that is none."""
    parts = {name: document[name] for name in _PARTS if document.get(name) is not None}
    for name, part in parts.items():
        if not isinstance(part, dict):
            raise misfit(name)
    told = known_only(_Document.__struct_fields__, document, _STRANGE)
    for name, part in parts.items():
        told[name] = known_only(_PARTS[name].__struct_fields__, part, _STRANGE)
    taken_in = told.get("taken_in", {})
    if not taken_in.get("accessories"):  # an empty text means none, too
        taken_in.pop("accessories", None)
    return told


_STRANGE = say("intake", "“{name}” is not a field of a complaint.")


def _clean(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(filter(None, map(clean, value)))
    return value if isinstance(value, bool) else clean(str(value))


PROMISE = timedelta(hours=24)
_EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
_ISO = re.compile(
    r"\d{4}-?\d\d-?\d\d([T ]\d\d:?\d\d(:?\d\d([.,]\d+)?)?(Z|[+-]\d\d(:?\d\d)?)?)?", re.ASCII
)
"""Python alone would read “09.12” as an hour with a fraction, and digits in any number."""


def due_after(received_at: datetime) -> datetime:
    """24 hours after `received_at`, round the clock, through any change of the clocks."""
    return (received_at.astimezone(UTC) + PROMISE).astimezone(received_at.tzinfo)


def parse_time(typed: str, *, field: str) -> datetime:
    """An ISO 8601 time; without an offset it is local. Raises Invalid for `field`."""
    text = typed.strip()
    try:
        when = local(datetime.fromisoformat(text if _ISO.fullmatch(text) else ""))
        when.astimezone(UTC)
    except (ValueError, OverflowError, OSError) as reason:
        raise Invalid(
            say(
                "rules",
                "“{typed}” is not a date and time. Write it like 2026-06-19 09:12.",
            )(typed=typed[:40]),
            field=field,
        ) from reason
    return when


def check_received(received_at: datetime, now: datetime) -> datetime:
    """`received_at` to the second, unless it lies in the future or before 2000: then Invalid."""
    if received_at > now:
        raise Invalid(
            say(
                "rules",
                "A complaint cannot be received in the future. Give the day and hour at which "
                "the customer came.",
            ),
            field="received_at",
        )
    if received_at < _EARLIEST:
        raise Invalid(
            say("rules", "The year {year} is too long ago. Please check the date.")(
                year=received_at.year
            ),
            field="received_at",
        )
    return received_at.replace(microsecond=0)


def check_happened(happened_at: datetime, now: datetime) -> None:
    """Raises Invalid where something is said to have happened in the future."""
    if happened_at > now:
        raise Invalid(
            say("rules", "This moment lies in the future. Please check the day and the hour."),
            field="happened_at",
        )
