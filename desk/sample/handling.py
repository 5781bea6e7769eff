"""Who comes to the sample shop with what, and what became of it.

All is drawn from a seed, counted back from now in minutes in which the shop was open: so one seed
tells one shop at whatever hour it is made, and nobody comes at night. What would lie in the future
does not happen, so that the newest cases are still under way. All content is data in
`resources/sample`.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import cache
from itertools import chain, islice
from math import ceil
from typing import Any, TypeVar

from desk.assets import asset
from desk.rules import acts, intake
from desk.rules.acts import Act
from desk.rules.chain import new_id

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
class Stage:
    """One act, by somebody's name."""

    at: datetime
    who: str
    act: Act


@cache
def _told() -> Mapping[str, Any]:
    told: dict[str, Any] = data_of("handling")
    return told


def steps(visit: Visit, now: datetime, *, seed: str, timely: bool) -> list[Stage]:
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
        self._due = intake.due_after(moment(now, visit.ago) + timedelta(seconds=visit.second))
        who = {role: name for name, roles in shop()["staff"].items() for role in roles}
        self._clerk, self._leads = visit.by, who["supervisor"]
        self._cro, self._repairs = who["cro"], who["technician"]

    def steps(self) -> Iterator[Stage]:
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

    def _step(self, who: str, act: Act, soonest: int, latest: int) -> Stage:
        return Stage(at=self._at(soonest, latest), who=who, act=act)

    def _pick(self, cards: Sequence[Card]) -> Card:
        return self._dice.choice(cards)

    def _said(self, name: str) -> str:
        story = self._visit.story
        text: str = self._pick(_told()[name])
        return self._visit.told(text.replace("{cause}", story.cause))

    # What happens, one thing after another.

    def _handed_over(self) -> Iterator[Stage]:
        if self._clerk != self._leads:
            yield self._step(self._clerk, acts.PassOn(to=self._leads), 3, 30)
            yield self._step(self._leads, acts.Accept(), 2, 45)
        yield self._step(self._leads, acts.Start(), 1, 10)

    def _called(self) -> Iterator[Stage]:
        if self._dice.random() < 0.2:
            missed = acts.Contact(answered=False, said=self._said("no_answer"))
            yield self._step(self._leads, missed, 3, 20)
        how = "whatsapp" if self._visit.channel == "whatsapp" else "phone"
        reached = acts.Contact(how=how, said=self._said("contacted"))
        yield self._step(self._leads, reached, 5, 50)

    def _examined(self) -> Iterator[Stage]:
        story = self._visit.story
        if story.condition:
            found = acts.Examine(found=self._said("found"), cause=story.cause, remedy=story.remedy)
            yield self._step(self._repairs, found, 15, 120)

    def _took_its_time(self) -> Iterator[Stage]:
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

    def _waited(self) -> Iterator[Stage]:
        waits_for, why, roadblock = self._pick(_told()["waiting"])
        waiting = acts.Wait(waits_for=waits_for, why=self._visit.told(why), roadblock=roadblock)
        yield self._step(self._leads, waiting, 10, 60)

    def _more_time(self) -> Iterator[Stage]:
        yield from self._extended(self._pick((1, 2, 2)), self._said("more_time"))

    def _extended(self, days: int, said: str) -> Iterator[Stage]:
        """More time, if it is not too late to ask for it."""
        until = self._due + timedelta(days=days)
        agreed = acts.Contact(said=said)
        extend = acts.Extend(until=until.isoformat(), contact=agreed, agreed=True)
        step = self._step(self._cro, extend, 10, 60)
        if self._before_due():
            self._due = until
            yield step

    def _promised(self) -> Iterator[Stage]:
        made = self._at(5, 40)
        given = self._dice.randint(120, open_minutes())
        promise = new_id(made)
        by = self._moment(self._ago - given)
        what = self._said("promises")
        who = self._pick((self._leads, self._cro))
        yield Stage(
            at=made,
            who=self._cro,
            act=acts.MakePromise(promise=promise, what=what, by=by.isoformat(), who=who),
        )
        if self._dice.random() < _KEPT:
            kept = self._moment(self._ago - given + self._dice.randint(5, 100))
            yield Stage(at=kept, who=who, act=acts.KeepPromise(promise=promise))
        elif self._dice.random() < 0.7:
            broken = self._moment(self._ago - given - self._dice.randint(20, 200))
            why = self._said("broken")
            yield Stage(at=broken, who=who, act=acts.BreakPromise(promise=promise, why=why))

    def _solved(self) -> Iterator[Stage]:
        story = self._visit.story
        solve = acts.Solve(cause=story.cause, remedy=story.remedy)
        self._ago = min([self._ago, *(ago for ago, _, _ in self._visit.notes)])
        yield self._step(self._leads, solve, 60, 560)
        yield self._step(self._leads, acts.Judge(fault=story.fault), 2, 15)
        yield self._step(self._cro, acts.ConfirmJudgement(), 5, 60)
        yield from self._customers_word(solve)

    def _customers_word(self, solve: acts.Solve) -> Iterator[Stage]:
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

    def _came_back(self) -> Iterator[Stage]:
        """The customer brings it back; the same number, a new round."""
        self._ago -= open_minutes()
        yield self._step(self._cro, acts.Reopen(why=self._said("again")), 10, 900)
        yield self._step(self._leads, acts.Start(), 5, 40)
        story = self._visit.story
        again = acts.Solve(cause=story.cause, remedy=story.remedy)
        yield self._step(self._leads, again, 60, 500)
        yield self._step(self._cro, self._close("agreed"), 20, 240)

    def _called_afterwards(self) -> Iterator[Stage]:
        """Two or three days after closing."""
        asked = acts.Contact(said=self._said("aftercare"))
        if self._dice.random() < _CALLED_AFTERWARDS:
            yield self._step(self._cro, asked, 2 * open_minutes(), 5 * open_minutes() // 2)

    def _a_case_of_today(self) -> Iterator[Stage]:
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


_LAST_DAY = 25  # complaints within the last 24 hours, at most
_EACH_DAY_BEFORE = 10
_OTHER_SALES = 230  # at least
_HARIS_NOTA = 1234
_TOLD_LATER = frozenset({"email", "social_media", "marketplace", "comment_card"})


@dataclass(frozen=True, kw_only=True)
class Template:
    """A complaint as it may come in; its texts have the blanks {lama}, {barang} and {sapaan}.

    `product` is a key of the shop's bicycles, or a thing by its name; `after` says how many days
    lie between sale and complaint; what has a `condition` is taken in at the counter; `nota` is
    own, order or none; `notes` are (who, text); `customer` and `ago` are drawn where not given.
    """

    what: str
    expected: str
    understood: str
    fault: str
    cause: str
    remedy: str
    product: str
    asked_for: str
    factor: str
    after: tuple[int, int]
    safety: bool = False
    condition: str = ""
    accessories: tuple[str, ...] = ()
    channel: str = ""
    nota: str = ""
    notes: tuple[tuple[str, str], ...] = ()
    withdrawn: str = ""
    customer: str = ""
    ago: int = 0


@dataclass(frozen=True, kw_only=True)
class Customer:
    """Somebody invented; the phone is of a range that no operator has."""

    name: str
    phone: str
    email: str
    address: str


@dataclass(frozen=True, kw_only=True)
class Sale:
    """What was bought under one nota: each thing with its frame number or ""."""

    ago: int
    customer: Customer
    items: tuple[tuple[str, str], ...]
    cashier: str
    nota: str = ""


@dataclass(frozen=True, kw_only=True)
class Visit:
    """One complaint. `entered`, `withdrawn` (0 for not) and those of the notes are “ago”, too.

    `listed` says whether the sale stands in this shop's own list; else `sold_branch` may.
    """

    story: Template
    sale: Sale
    channel: str
    ago: int
    second: int
    entered: int
    by: str
    printed: bool
    notes: tuple[tuple[int, str, str], ...]
    withdrawn: int
    listed: bool
    sold_branch: str

    def told(self, text: str) -> str:
        """A text of the story with its blanks filled."""
        days = (self.sale.ago - self.ago) // open_minutes()
        since, unit = next((how, unit) for upto, unit, how in shop()["since"] if days <= upto)
        title = self.sale.customer.name.split()[0]
        return text.format(
            lama=since.format(n=days // unit),
            barang=self.sale.items[0][0],
            sapaan=shop()["address_as"][title],
        )


@cache
def shop() -> Mapping[str, Any]:
    """The sample shop: its name, hours, people and goods."""
    told: dict[str, Any] = data_of("shop")
    return told


@cache
def stories() -> tuple[Template, ...]:
    """All stories; the three cases of domain.md, section 7, are the first."""
    return tuple(Template(**_frozen(one)) for one in data_of("stories"))


def data_of(name: str) -> Any:
    """What one file of the sample shop tells."""
    return json.loads(asset("resources", "sample", f"{name}.json").read_text("utf-8"))


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _frozen(inner) for name, inner in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def open_minutes() -> int:
    """How long the shop is open each day."""
    return int(shop()["closes"] - shop()["opens"]) * 60


def moment(now: datetime, ago: int) -> datetime:
    """The local time that lies `ago` minutes of opening, at least 1, before `now`."""
    local, opens = now.astimezone(), timedelta(hours=shop()["opens"])
    passed = local.hour * 60 + local.minute - shop()["opens"] * 60
    left = min(max(passed, 0), open_minutes()) - ago
    days, minute = divmod(left, open_minutes())
    midnight = datetime.combine(local.date() + timedelta(days=days), time())
    return (midnight + opens + timedelta(minutes=minute)).astimezone()


def span(complaints: int) -> int:
    """How long ago the first of so many complaints may have come in."""
    return (1 + max(5, ceil((complaints - _LAST_DAY) / _EACH_DAY_BEFORE))) * open_minutes()


def history(complaints: int, seed: int) -> tuple[list[Visit], list[Sale]]:
    """So many complaints, and the shop's list of sales, which has most of theirs."""
    crowd = _Crowd(seed)
    visits = crowd.visits(complaints)
    sales = [visit.sale for visit in visits if visit.listed]
    longest = span(complaints) + 40 * open_minutes()
    sales += [crowd.other_sale(longest) for _ in range(_OTHER_SALES + complaints // 2)]
    numbered = _numbered(sales)
    own = iter(numbered)
    visits = [replace(visit, sale=next(own)) if visit.listed else visit for visit in visits]
    return visits, sorted(numbered, key=lambda sale: int(sale.nota))


def _numbered(sales: Sequence[Sale]) -> list[Sale]:
    """The sales with notas in the order of their time; Bapak Hari's is 1234 where that fits."""
    order = sorted(range(len(sales)), key=lambda place: -sales[place].ago)
    first = max(1, _HARIS_NOTA - order.index(0))
    notas = {place: first + count for count, place in enumerate(order)}
    return [replace(sale, nota=str(notas[place])) for place, sale in enumerate(sales)]


class _Crowd:
    """Draws the people who come, one after another."""

    def __init__(self, seed: int) -> None:
        self._rng = random.Random(seed)  # noqa: S311 - invented content; nothing here is secret
        self._names = self._dealt(shop()["names"])
        self._phones = self._dealt(range(1000, 10_000))
        self._known: list[Customer] = []

    def _dealt(self, cards: Sequence[Card]) -> Iterator[Card]:
        """The cards in a shuffled order, shuffled anew each time they run out."""
        while True:
            yield from self._rng.sample(cards, len(cards))

    def visits(self, number: int) -> list[Visit]:
        """So many complaints, the cases first; most of a small number within the last day."""
        cases = [story for story in stories() if story.customer]
        others = self._dealt([story for story in stories() if not story.customer])
        today = min(round(number * 0.62), _LAST_DAY)
        day = open_minutes()
        return [
            self._visit(
                story,
                story.ago
                or self._rng.randint(*((4, day - 20) if n < today else (day + 10, span(number)))),
            )
            for n, story in enumerate(islice(chain(cases, others), number))
        ]

    def _visit(self, story: Template, ago: int) -> Visit:
        rng = self._rng
        ago = max(ago, 150) if story.withdrawn else ago
        channel = story.channel or ("walk_in" if story.condition else self._channel())
        kind = story.nota or rng.choices(("own", "none", "other"), (86, 6, 8))[0]
        late = rng.randint(5, 90) if channel in _TOLD_LATER else 0
        entered = max(2, ago - late)
        at_counter = channel == "walk_in"
        return Visit(
            story=story,
            sale=self._sale(story, ago, kind),
            channel=channel,
            ago=ago,
            second=rng.randrange(40),
            entered=entered,
            by=rng.choice(shop()["cashiers"]) if at_counter else "Wati",
            printed=bool(story.customer) or rng.random() < (0.9 if at_counter else 0.2),
            notes=tuple(self._notes(story, entered)),
            withdrawn=entered - rng.randint(20, min(400, entered - 2)) if story.withdrawn else 0,
            listed=kind == "own",
            sold_branch=self._sold_branch(kind),
        )

    def _channel(self) -> str:
        channels = shop()["channels"]
        return str(self._rng.choices(list(channels), list(channels.values()))[0])

    def _sold_branch(self, kind: str) -> str:
        elsewhere: list[str] = shop()["other_branches"]
        return {"other": self._rng.choice(elsewhere), "order": elsewhere[-1]}.get(kind, "")

    def _notes(self, story: Template, ago: int) -> Iterator[tuple[int, str, str]]:
        for who, text in story.notes:
            ago -= self._rng.randint(12, 40) if ago < 150 else self._rng.randint(20, 140)
            if ago > 1:
                yield ago, who, text

    def _sale(self, story: Template, ago: int, kind: str) -> Sale:
        rng = self._rng
        nota = {"order": f"INV/CTH/{rng.randrange(10**7):07}", "other": str(rng.randint(800, 9000))}
        models = shop()["bicycles"].get(story.product)
        thing = rng.choice(models) if models else story.product
        return Sale(
            ago=ago + rng.randint(*story.after) * open_minutes(),
            customer=self._customer(story.customer),
            items=((thing, self._frame() if models and kind != "none" else ""),),
            cashier=rng.choice(shop()["cashiers"]),
            nota=nota.get(kind, ""),
        )

    def _frame(self) -> str:
        return f"CTH{self._rng.randrange(10**7):07}"

    def _customer(self, name: str = "") -> Customer:
        """Somebody new, or now and then somebody who came before."""
        rng = self._rng
        if not name and len(self._known) > 5 and rng.random() < 0.2:
            return rng.choice(self._known[-300:])
        name, number = name or next(self._names), next(self._phones)
        somebody = Customer(
            name=name,
            phone=f"0860-0000-{number}",
            email=f"{name.split()[-1].lower()}{number % 100:02}@contoh.example",
            address=f"{rng.choice(shop()['streets'])} {rng.randint(1, 90)}, Bekasi",
        )
        self._known.append(somebody)
        return somebody

    def other_sale(self, longest: int) -> Sale:
        """A sale about which nobody complained, at most so long ago."""
        rng = self._rng
        model = rng.choice([model for models in shop()["bicycles"].values() for model in models])
        extra = (rng.choice(shop()["extras"]), "")
        with_extra = ((model, self._frame()), extra)
        return Sale(
            ago=rng.randint(5, longest),
            customer=self._customer(),
            items=rng.choices((with_extra[:1], with_extra, (extra,)), (3, 3, 4))[0],
            cashier=rng.choice(shop()["cashiers"]),
        )
