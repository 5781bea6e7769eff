"""A counter without a window: its screen is a sheet of paper, its desk and its clock are real."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from msgspec.structs import replace

from desk.app.commands import Register
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from desk.controllers.counter.controller import PLACE, Counter
from desk.controllers.counter.form import Solution, Typed
from desk.controllers.counter.lookup import SolvedBefore, Suggestion
from desk.controllers.counter.screen import Question, Result
from desk.journal import customers, drafts
from desk.paper.receipt import Receipt
from desk.rules.chain import new_id
from desk.rules.deciding import ShortWay
from desk.rules.errors import DeskError
from desk.rules.intake import Intake
from desk.words import Text

OPENING = datetime.fromisoformat("2026-06-22T10:00:00+07:00")


@dataclass
class Clock:
    """The shop's clock; it stands until the test moves it."""

    now: datetime = OPENING

    def __call__(self) -> datetime:
        return self.now

    def turn(self, **by: float) -> None:
        self.now += timedelta(**by)


@dataclass
class Screen:
    """A counter drawn on a sheet of paper: it holds what a window would show."""

    form: Typed = field(default_factory=Typed)
    channel: str = "walk_in"
    list_at: str = ""
    found: list[Suggestion] = field(default_factory=list)
    products: list[str] = field(default_factory=list)
    history: Text | None = None
    hints: dict[str, str] = field(default_factory=dict)
    faults: list[DeskError] = field(default_factory=list)
    question: Question | None = None
    paper: Receipt | None = None
    result: Result | None = None
    similar: list[SolvedBefore] = field(default_factory=list)
    way: ShortWay | None = None
    others: int = 0
    focus: str = ""
    told: str = ""
    take_back: Callable[[], None] | None = None
    printed: list[str] = field(default_factory=list)
    opened: str = ""

    def typed(self) -> Typed:
        return replace(self.form, customer_id="")

    def put(self, typed: Typed) -> None:
        self.form = typed

    def usual_channel(self) -> str:
        return self.channel

    def remember_channel(self, channel: str) -> None:
        self.channel = channel

    def suggest(self, field: str, found: Sequence[Suggestion]) -> None:
        self.list_at, self.found = field, list(found)

    def offer_products(self, products: Sequence[str]) -> None:
        self.products = list(products)

    def tell_history(self, told: Text | None) -> None:
        self.history = told

    def hint(self, field: str, text: Text, tone: str) -> None:
        self.hints[field] = f"{tone}: {text}"

    def show_faults(self, faults: Sequence[DeskError]) -> None:
        self.faults = list(faults)

    def ask(self, question: Question, *, at_once: bool) -> None:
        self.question = question

    def settle(self) -> None:
        self.question = None

    def show_paper(self, receipt: Receipt | None) -> None:
        self.paper = receipt

    def show_result(self, result: Result | None) -> None:
        self.result = result

    def show_similar(self, found: Sequence[SolvedBefore]) -> None:
        self.similar = list(found)

    def show_short_way(self, way: ShortWay) -> None:
        self.way = way

    def show_solving(self, solution: Solution) -> None:
        self.form = replace(self.form, solution=solution)

    def count_drafts(self, others: int) -> None:
        self.others = others

    def go_to(self, field: str) -> None:
        self.focus = field

    def tell(self, text: Text, take_back: Callable[[], None] | None = None) -> None:
        self.told, self.take_back = str(text), take_back

    def print_receipt(self, complaint: str) -> None:
        self.printed.append(complaint)

    def show_case(self, number: str) -> None:
        self.opened = number

    def write(self, **values: object) -> None:
        """Somebody types into some fields."""
        self.form = replace(self.form, **values)

    def solve(self, **values: object) -> None:
        """Somebody types into the panel of “Solve now”."""
        solution = replace(self.form.solution, **values)
        self.form = replace(self.form, solution=solution)

    def answer(self, label: str) -> None:
        """Somebody presses a button of the question."""
        assert self.question is not None
        ways = {str(each.label): each.do for each in self.question.answers}
        ways[label]()

    def titles(self) -> list[str]:
        """The list as it can be read."""
        return [f"{one.title} | {one.detail}" for one in self.found]


@dataclass(frozen=True)
class Shop:
    """A counter with somebody at it."""

    desk: Desk
    clock: Clock
    screen: Screen
    counter: Counter


def open_shop(folder: Path) -> Iterator[Shop]:
    """A new shop with Sari at work, and an empty form."""
    wanted = SetUp(company="Toko Sepeda", branch="1", branch_name="Hankam Bekasi", admin="Sari")
    clock, screen = Clock(), Screen()
    desk = set_up(Home(folder / "desk"), wanted, clock)
    counter = Counter(desk, screen)
    counter.start()
    yield Shop(desk, clock, screen, counter)
    desk.close()


HARI = {"phone": "0812-3456-7801", "name": "Bapak Hari", "nota": "1234"}
STORY = {"what_happened": "Ngerem berat dan ada bunyi", "product": "United E-Trifold"}


def register(desk: Desk, **values: str) -> str:
    """A complaint from earlier; its number."""
    intake = Intake(id=new_id(desk.now()), what_happened="Rem", **values)
    return desk.do(Register(intake=intake)).number  # type: ignore[attr-defined]


def sell(desk: Desk, **values: str) -> None:
    """A line of a sales list that was read in."""
    line = dict.fromkeys(customers.FIELDS, "") | values
    with desk.journal.store.transaction():
        customers.keep(desk.journal.store, [line])


def kept(desk: Desk) -> list[str]:
    """The names in the drafts, newest first."""
    return [str(one.values["name"]) for one in drafts.kept(desk.journal.store, PLACE)]
