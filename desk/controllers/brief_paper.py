"""The hand-over brief on paper: what the screen shows, in the same order and the same words."""

from __future__ import annotations

from datetime import datetime

from desk.app.desk import Desk
from desk.app.papers_of_case import about, registration
from desk.controllers.brief import brief_of
from desk.paper.brief import Brief, Spoken
from desk.rules.complaint import Complaint

_LONGEST = 220
"""Characters of what was said; all of it stands on the screen."""


def brief_paper(desk: Desk, complaint: Complaint, now: datetime) -> Brief:
    """The page for whoever takes the case over. Raises Refused without its registration."""
    registration(complaint)
    shown = brief_of(desk, complaint, now)
    badges = (badge.words for badge in shown.head.badges)
    return Brief(
        **about(desk, complaint),
        as_of=shown.number,
        step=shown.step.words,
        before=shown.before.words,
        standing=tuple(words for words in (*badges, *shown.standing) if words),
        who=tuple((fact.label, fact.value) for fact in shown.who),
        what=tuple((fact.label, fact.value) for fact in shown.what),
        promised=tuple(told.words for told in shown.promised),
        said=tuple(
            Spoken(when=one.when, what=one.what, words=_clipped(one.words)) for one in shown.said
        ),
    )


def _clipped(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
