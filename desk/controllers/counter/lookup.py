"""What is known already of whoever stands at the counter: people, their cases, what was bought, and
solved cases like the one that is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desk import phones
from desk.app.desk import Desk
from desk.controllers.counter.form import Typed
from desk.journal import customers, queue
from desk.journal.customers import Customer, Sale, solved_like
from desk.journal.drafts import Draft
from desk.journal.queue import QueueRow
from desk.moments import near, short
from desk.rules.choices import STATES
from desk.rules.complaint import Complaint
from desk.telling.standing import grouped, without_personal
from desk.telling.typed import written_day
from desk.words import LANGUAGES, Text, counted, say

_ENOUGH_DIGITS, _ENOUGH_LETTERS = 4, 2
_MOST = 8


@dataclass(frozen=True, kw_only=True)
class SolvedBefore:
    """A case that was solved; nothing in it says whose it was."""

    number: str
    grouped: str
    product: str
    what: str
    cause: str
    remedy: str


Found = Customer | Sale | QueueRow | Draft | SolvedBefore


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """One line of the list under a field; `sure` is what Enter takes without choosing."""

    icon: str
    title: Text | str
    detail: Text | str
    found: Found
    sure: bool = False


def by_phone(desk: Desk, typed: str) -> list[Suggestion]:
    """Customers with a phone that begins like this, and what was sold to exactly this phone."""
    beginning = _stored_beginning(typed)
    if len(beginning) <= _ENOUGH_DIGITS:
        return []
    store, whole = desk.journal.store, phones.normal(typed)
    people = customers.by_phone(store, beginning, _MOST)
    exact = [person for person in people if whole and person.phone == whole]
    bought = customers.by_customer(store, phone=whole) if whole else []
    sure = exact[0].id if len(exact) == 1 else None
    return [*(_person(each, sure=each.id == sure) for each in people), *_sold(bought)]


def by_name(desk: Desk, typed: str) -> list[Suggestion]:
    """Customers with such a name, and sales to somebody of that name."""
    words = typed.casefold().split()
    if len(typed.strip()) < _ENOUGH_LETTERS:
        return []
    store = desk.journal.store
    people = customers.by_name(store, typed, _MOST // 2)
    known = {person.name.casefold() for person in people}
    bought = [
        sale
        for sale in customers.by_words(store, typed)
        if sale.customer.casefold() not in known and _has(sale.customer, words)
    ]
    return [*map(_person, people), *_sold(bought)][:_MOST]


def by_nota(desk: Desk, typed: str) -> list[Suggestion]:
    """The lines of a nota; the only one is sure."""
    lines = customers.by_nota(desk.journal.store, typed) if typed.strip() else []
    return _sold(lines, sure=len(lines) == 1)


def by_anything(desk: Desk, typed: str) -> list[Suggestion]:
    """For a lost nota: sales by phone, name, product or a part of all, newest first."""
    if len(typed.strip()) < _ENOUGH_LETTERS:
        return []
    store, phone = desk.journal.store, phones.normal(typed)
    found = customers.by_customer(store, phone=phone) if phone else []
    found = found or customers.by_nota(store, typed) or customers.by_words(store, typed)
    return _sold(found, sure=len(found) == 1)


def bought_by(desk: Desk, customer: Customer) -> list[Suggestion]:
    """What a known customer bought, newest first."""
    found = customers.by_customer(
        desk.journal.store, phone=customer.phone, email=customer.email, name=customer.name
    )
    if not found and customer.name:
        found = customers.by_customer(desk.journal.store, name=customer.name)
    return _sold(found, sure=len(found) == 1)


def recognised(desk: Desk, typed: Typed) -> Customer | None:
    """The known customer with this name and this phone or e-mail; the one chosen goes before."""
    store, phone = desk.journal.store, phones.normal(typed.phone) or typed.phone.strip()
    name = " ".join(typed.name.casefold().split())
    chosen = customers.by_id(store, typed.customer_id) if typed.customer_id else None
    if chosen is not None and (chosen.name.casefold() == name or (phone and chosen.phone == phone)):
        return chosen
    candidates = customers.by_phone(store, phone) if phone else []
    if not phone and typed.email.strip():
        candidates = customers.by_email(store, typed.email)
    return next((one for one in candidates if one.name.casefold() == name), None)


def cases_of(desk: Desk, customer: Customer) -> list[Suggestion]:
    """The customer's complaints, those still open first."""
    found, now = queue.of_customer(desk.journal.store, customer.id), desk.now()
    seen = desk.visible(row.id for row in found)
    rows = [row for row in found if row.id in seen]
    return [_case(row, now) for row in sorted(rows, key=lambda row: not row.open)]


def drafts_as(drafts: Iterable[Draft], now: datetime) -> list[Suggestion]:
    """Half-written complaints, by what is known of them."""
    return [_draft(each, now) for each in drafts]


def history(customer: Customer | None) -> Text | None:
    """“3 earlier, 1 open: the same matter?”; None where there is none."""
    if customer is None or not customer.complaints:
        return None
    if customer.open:
        told = say("counter", "{n} earlier, {open} open: the same matter?")
        return told(n=customer.complaints, open=customer.open)
    return counted(
        customer.complaints,
        say("counter", "{n} earlier complaint"),
        say("counter", "{n} earlier complaints"),
    )


def sold_day(sale: Sale) -> str:
    """The day of a sale as the form shows it; nothing where it is not known."""
    day = _day(sale.sold_on)
    return written_day(day) if day else ""


def _stored_beginning(typed: str) -> str:
    """The beginning of a phone as it is stored: “0812-34” is kept as “+6281234…”."""
    marks = re.sub(r"[^\d+]", "", typed, flags=re.ASCII)
    if marks.startswith("+"):
        return marks
    for local, stored in (("00", "+"), ("0", "+62"), ("62", "+62"), ("8", "+628")):
        if marks.startswith(local):
            return stored + marks[len(local) :]
    return marks


def _has(name: str, words: Sequence[str]) -> bool:
    parts = name.casefold().split()
    return all(any(part.startswith(word) for part in parts) for word in words)


def _person(customer: Customer, *, sure: bool = False) -> Suggestion:
    phone = phones.masked(customer.phone) or customer.email
    told = history(customer)
    return Suggestion(
        icon="person",
        title=" · ".join(filter(None, (customer.name, phone))),
        detail=told or say("counter", "Known here"),
        found=customer,
        sure=sure,
    )


def _sold(lines: Iterable[Sale], *, sure: bool = False) -> list[Suggestion]:
    return [_sale(line, sure=sure) for line in lines]


def _sale(sale: Sale, *, sure: bool) -> Suggestion:
    who, day = sale.customer, _day(sale.sold_on)
    told = say("counter", "Nota {nota}")(nota=sale.nota)
    for part in (who, short(day) if day else ""):
        if part:
            told = say("counter", "{first} · {next}")(first=told, next=part)
    return Suggestion(
        icon="receipt", title=sale.product or told, detail=told, found=sale, sure=sure
    )


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _case(row: QueueRow, now: datetime) -> Suggestion:
    told = say("counter", "{first} · {next}")(
        first=STATES[row.state], next=near(row.received_at, now)
    )
    title = " · ".join(filter(None, (grouped(row.number), row.product)))
    icon = "open" if row.open else "done"
    return Suggestion(icon=icon, title=title, detail=told, found=row)


def _draft(draft: Draft, now: datetime) -> Suggestion:
    values = draft.values
    known = [str(values.get(name) or "") for name in ("name", "product", "what_happened")]
    title = " · ".join(filter(None, (" ".join(each.split())[:60] for each in known)))
    unnamed = phones.masked(str(values.get("phone") or "")) or say("counter", "Nothing named yet")
    detail = say("counter", "kept {moment}")(moment=near(draft.changed_at, now))
    return Suggestion(icon="note", title=title or unnamed, detail=detail, found=draft)


MOST = 5


def similar(desk: Desk, typed: Typed) -> list[SolvedBefore]:
    """Solved cases of this journal that are like the one in the form, newest first."""
    words = telling(typed.what_happened)
    if not words:
        return []
    product = typed.product.strip()
    found = solved_like(desk.journal.store, words, product=product, limit=MOST)
    seen = desk.visible(found)
    return [_told(desk.complaint(subject)) for subject in found if subject in seen]


def _told(complaint: Complaint) -> SolvedBefore:
    facts = complaint.registered
    if facts is None:  # found by its registration, so there is one
        return SolvedBefore(number="", grouped="", product="", what="", cause="", remedy="")

    def masked(text: str) -> str:
        words = " ".join(text.split())
        return without_personal(words, name=facts.name, phone=facts.phone, address=facts.address)

    return SolvedBefore(
        number=complaint.number,
        grouped=grouped(complaint.number),
        product=facts.product,
        what=masked(facts.what_happened),
        cause=masked(complaint.cause),
        remedy=masked(complaint.remedy),
    )


def as_suggestions(cases: Iterable[SolvedBefore]) -> list[Suggestion]:
    """The cases as a list under a field: what it was, and what helped."""
    helped = say("counter", "Helped: {remedy}")
    return [
        Suggestion(
            icon="done",
            title=" · ".join(filter(None, (case.product, case.what))),
            detail=helped(remedy=case.remedy),
            found=case,
        )
        for case in cases
    ]


_MOST_WORDS = 6
"""Words of a story that are compared, the longest first: they tell the most."""
_SHORTEST = 3
_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = re.compile(
    rf"(?<=\w{{3}})(?:{'|'.join(end for each in LANGUAGES.values() for end in each.endings)})$"
)
_NOTHING = frozenset(word for language in LANGUAGES.values() for word in language.common.split())


def telling(story: str) -> list[str]:
    """The words of a story that say what it was, without their endings; each once."""
    bare = (_ENDINGS.sub("", word) for word in _WORD.findall(story.casefold()))
    words = dict.fromkeys(word for word in bare if len(word) >= _SHORTEST and word not in _NOTHING)
    return sorted(words, key=len, reverse=True)[:_MOST_WORDS]
