"""Cases like the one that is being told: what it was and what helped, without anybody's name."""

from __future__ import annotations

from collections.abc import Iterable

from desk.app.desk import Desk
from desk.controllers.counter_form import Typed
from desk.controllers.counter_lookup import SolvedBefore, Suggestion
from desk.journal.solved import solved_like
from desk.rules.complaint import Complaint
from desk.rules.likeness import telling
from desk.telling.masking import without_personal
from desk.telling.standing import grouped
from desk.words import say

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
