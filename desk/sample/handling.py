"""What became of the complaints of the sample shop: who called, waited, promised, solved, closed.

Drawn from a seed of its own, in the same minutes of opening as the visits. What would lie in the
future does not happen, so that the newest cases are still under way and the old ones are done.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any, TypeVar

from desk.rules import acts, clock
from desk.rules.acts import Act
from desk.rules.chain import new_id
from desk.sample.visits import Visit, moment, open_minutes, read, shop

Card = TypeVar("Card")

_LEFT_LYING = 0.14
_NEEDS_TIME = 0.3
_TOO_LATE = 0.12
_PROMISED = 0.4
_KEPT = 0.75
_CALLED_AFTERWARDS = 0.8
_COMES_BACK = 0.16
_NOT_PASSED_ON = 0.07
_NOT_ACCEPTED = 0.08
_AGREED = (acts.Extend, acts.MakePromise, acts.KeepPromise, acts.BreakPromise)
_MARGIN = timedelta(minutes=30)
_SCORES = {5: 40, 4: 28, 3: 10, 2: 5, 1: 3, None: 14}
_ANSWERS = {"agreed": 84, "partly": 11, "not_agreed": 5}


@dataclass(frozen=True, kw_only=True)
class Step:
    """One act, by somebody's name."""

    at: datetime
    who: str
    act: Act


@cache
def _told() -> Mapping[str, Any]:
    told: dict[str, Any] = read("handling")
    return told


def steps(visit: Visit, now: datetime, *, seed: str, timely: bool) -> list[Step]:
    """What was done about a visit up to now, in the order in which it was done.

    Where the journal began too late to be `timely`, every moment that was agreed lies behind it
    already, so that none is told of.
    """
    if visit.withdrawn:
        return []
    handling = _Handling(visit, now, random.Random(seed))  # noqa: S311 - invented content
    told = (step for step in handling.steps() if step.at < now)
    return [step for step in told if timely or not isinstance(step.act, _AGREED)]


class _Handling:
    """Walks a case from the counter to the customer's word; `_ago` counts down to now."""

    def __init__(self, visit: Visit, now: datetime, dice: random.Random) -> None:
        self._visit = visit
        self._now = now
        self._dice = dice
        self._ago = visit.entered
        self._due = clock.due_after(moment(now, visit.ago) + timedelta(seconds=visit.second))
        who = {role: name for name, roles in shop()["staff"].items() for role in roles}
        self._clerk, self._leads = visit.by, who["supervisor"]
        self._cro, self._repairs = who["cro"], who["technician"]

    def steps(self) -> Iterator[Step]:
        if self._visit.story.customer:
            yield from self._handed_over()
            yield from self._a_case_of_today()
            return
        stays = self._dice.random()
        if stays < _NOT_PASSED_ON:
            return
        handed_over = self._handed_over()
        if stays < _NOT_PASSED_ON + _NOT_ACCEPTED:
            yield next(handed_over)
            return
        yield from handed_over
        if self._dice.random() < _LEFT_LYING:
            return
        yield from self._called()
        yield from self._examined()
        yield from self._took_its_time()
        yield from self._solved()
        if self._dice.random() < _COMES_BACK:
            yield from self._came_back()
        yield from self._called_afterwards()

    # The clock of the shop.

    def _at(self, soonest: int, latest: int) -> datetime:
        """So many minutes of opening later."""
        self._ago -= self._dice.randint(soonest, latest)
        return self._moment(self._ago)

    def _moment(self, ago: int) -> datetime:
        return moment(self._now, ago) + timedelta(seconds=self._visit.second)

    def _before_due(self) -> bool:
        return self._moment(self._ago) < self._due - _MARGIN

    def _step(self, who: str, act: Act, soonest: int, latest: int) -> Step:
        return Step(at=self._at(soonest, latest), who=who, act=act)

    def _pick(self, cards: Sequence[Card]) -> Card:
        return self._dice.choice(cards)

    def _said(self, name: str) -> str:
        story = self._visit.story
        text: str = self._pick(_told()[name])
        return self._visit.told(text.replace("{cause}", story.cause))

    # What happens, one thing after another.

    def _handed_over(self) -> Iterator[Step]:
        if self._clerk != self._leads:
            yield self._step(self._clerk, acts.PassOn(to=self._leads), 3, 30)
            yield self._step(self._leads, acts.Accept(), 2, 45)
        yield self._step(self._leads, acts.Start(), 1, 10)

    def _called(self) -> Iterator[Step]:
        if self._dice.random() < 0.2:
            missed = acts.Contact(answered=False, said=self._said("no_answer"))
            yield self._step(self._leads, missed, 3, 20)
        how = "whatsapp" if self._visit.channel == "whatsapp" else "phone"
        reached = acts.Contact(how=how, said=self._said("contacted"))
        yield self._step(self._leads, reached, 5, 50)

    def _examined(self) -> Iterator[Step]:
        story = self._visit.story
        if story.condition:
            found = acts.Examine(found=self._said("found"), cause=story.cause, remedy=story.remedy)
            yield self._step(self._repairs, found, 15, 120)

    def _took_its_time(self) -> Iterator[Step]:
        luck = self._dice.random()
        if luck < _NEEDS_TIME:
            yield from self._waited()
            yield from self._more_time()
            yield from self._promised()
            self._ago -= self._dice.randint(open_minutes() // 2, open_minutes())
        elif luck < _NEEDS_TIME + _TOO_LATE:
            yield from self._waited()
            self._ago -= self._dice.randint(open_minutes(), 2 * open_minutes())
        elif self._dice.random() < _PROMISED:
            yield from self._promised()

    def _waited(self) -> Iterator[Step]:
        waits_for, why, roadblock = self._pick(_told()["waiting"])
        waiting = acts.Wait(waits_for=waits_for, why=self._visit.told(why), roadblock=roadblock)
        yield self._step(self._leads, waiting, 10, 60)

    def _more_time(self) -> Iterator[Step]:
        yield from self._extended(self._pick((1, 2, 2)), self._said("more_time"))

    def _extended(self, days: int, said: str) -> Iterator[Step]:
        """More time, if it is not too late to ask for it."""
        until = self._due + timedelta(days=days)
        agreed = acts.Contact(said=said)
        extend = acts.Extend(until=until.isoformat(), contact=agreed, agreed=True)
        step = self._step(self._cro, extend, 10, 60)
        if self._before_due():
            self._due = until
            yield step

    def _promised(self) -> Iterator[Step]:
        made = self._at(5, 40)
        given = self._dice.randint(120, open_minutes())
        promise = new_id(made)
        by = self._moment(self._ago - given)
        what = self._said("promises")
        who = self._pick((self._leads, self._cro))
        yield Step(
            at=made,
            who=self._cro,
            act=acts.MakePromise(promise=promise, what=what, by=by.isoformat(), who=who),
        )
        if self._dice.random() < _KEPT:
            kept = self._moment(self._ago - given + self._dice.randint(5, 100))
            yield Step(at=kept, who=who, act=acts.KeepPromise(promise=promise))
        elif self._dice.random() < 0.7:
            broken = self._moment(self._ago - given - self._dice.randint(20, 200))
            why = self._said("broken")
            yield Step(at=broken, who=who, act=acts.BreakPromise(promise=promise, why=why))

    def _solved(self) -> Iterator[Step]:
        story = self._visit.story
        solve = acts.Solve(cause=story.cause, remedy=story.remedy)
        self._ago = min([self._ago, *(ago for ago, _, _ in self._visit.notes)])
        yield self._step(self._leads, solve, 60, 560)
        yield self._step(self._leads, acts.Judge(fault=story.fault), 2, 15)
        yield self._step(self._cro, acts.ConfirmJudgement(), 5, 60)
        yield from self._customers_word(solve)

    def _customers_word(self, solve: acts.Solve) -> Iterator[Step]:
        answer = self._dice.choices(list(_ANSWERS), list(_ANSWERS.values()))[0]
        if answer == "not_agreed":
            disagreed = acts.Close(answer=answer, words=self._said("not_agreed"))
            yield self._step(self._cro, disagreed, 20, 200)
            yield self._step(self._leads, solve, 60, 300)
            answer = "partly"
        yield self._step(self._cro, self._close(answer), 20, 240)

    def _close(self, answer: str) -> Act:
        score = self._dice.choices(list(_SCORES), list(_SCORES.values()))[0]
        low = score in {1, 2}
        return acts.Close(
            answer=answer,
            score=score,
            words=self._said("partly" if answer == "partly" else "thanks"),
            why=self._said("low") if low else "",
            entered_by=self._pick(("customer", "customer", "staff")),
        )

    def _came_back(self) -> Iterator[Step]:
        """The customer brings it back; the same number, a new round."""
        self._ago -= open_minutes()
        yield self._step(self._cro, acts.Reopen(why=self._said("again")), 10, 900)
        yield self._step(self._leads, acts.Start(), 5, 40)
        story = self._visit.story
        again = acts.Solve(cause=story.cause, remedy=story.remedy)
        yield self._step(self._leads, again, 60, 500)
        yield self._step(self._cro, self._close("agreed"), 20, 240)

    def _called_afterwards(self) -> Iterator[Step]:
        """Two or three days after closing."""
        asked = acts.Contact(said=self._said("aftercare"))
        if self._dice.random() < _CALLED_AFTERWARDS:
            yield self._step(self._cro, asked, 2 * open_minutes(), 5 * open_minutes() // 2)

    def _a_case_of_today(self) -> Iterator[Step]:
        """The three cases stay open for whoever tries the desk; one has its extension."""
        yield from self._called()
        if self._visit.ago < open_minutes():
            return
        maker = acts.Wait(
            waits_for="maker", why=_told()["case"]["why"], roadblock="lack_of_communication"
        )
        yield self._step(self._leads, maker, 60, 90)
        yield from self._extended(2, _told()["case"]["said"])
        promise = acts.MakePromise(
            promise=new_id(self._now),
            what=_told()["case"]["promise"],
            by=(self._due - timedelta(days=1)).isoformat(),
            who=self._leads,
        )
        yield self._step(self._cro, promise, 1, 2)
