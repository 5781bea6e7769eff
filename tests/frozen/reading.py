"""All that is read from a home, by name: what commands print, papers, the workbook, a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from desk.app.desk import Desk, around_of, events_of
from desk.app.home import Home
from desk.controllers.today import Day, day_of
from desk.journal.queue import Filter, Wanted
from desk.paper.papers import SIZES
from desk.rules.choices import STATES
from desk.telling.brief import as_text, brief_of
from desk.words import LANGUAGES, speak
from tests.exchange.independent_reader import read
from tests.frozen.in_process import Program
from tests.frozen.plain import as_lines, of_package, of_paper, of_workbook, placeless

Told = Iterator[tuple[str, str]]
_OF_NO_CASE = ("comment_card", "leaflet")
_FOUND = ("rem", "novi", "0813", "4321", "tidak ada", "K1202606190004321")


def numbers(program: Program) -> list[str]:
    """Every complaint, what burns first on top."""
    return [each["number"] for each in program("list", "--json").documents]


def commands(program: Program) -> Told:
    """What the commands that only read print, as JSON and, where people read it, in words."""
    for number in numbers(program):
        yield f"show {number}", as_lines(program("show", number, "--json").documents)
    asked = [(), ("--late",), ("--branch", "1"), ("--branch", "7"), ("--limit", "5")]
    asked += [("--state", state) for state in STATES]
    asked += [("--find", words) for words in _FOUND]
    for narrowed in asked:
        listed = program("list", *narrowed, "--json").documents
        yield " ".join(("list", *narrowed)), as_lines(listed)
    yield "staff list", as_lines(program("staff", "list", "--json").documents)
    yield "verify", program("verify", "--json").out
    one = numbers(program)[0]
    for language in LANGUAGES:
        for command in (("show", one), ("list",), ("staff", "list"), ("check-receipt", one)):
            code = 1 if command[0] == "check-receipt" else 0
            said = program(*command, code=code, language=language).out
            yield f"{' '.join(command)} in words, {language}", said


def screens(program: Program, languages: Iterable[str] = LANGUAGES) -> Told:
    """The queue by filter and page and its counts for each who works here; the day; every brief."""
    desk = Desk.open(Home(program.home))
    try:
        for person in desk.people():
            desk.sign_in(person.name)
            yield f"counts of {person.name}", as_lines([desk.counts()])
            queues = [f"{chosen}: {' '.join(_pages(desk, chosen))}" for chosen in Filter]
            yield f"queue of {person.name}", "\n".join(queues)
        for language in languages:
            speak(language)
            yield f"today, {language}", _day(day_of(desk, desk.now()))
            for row in desk.queue(Wanted()):
                events = events_of(desk.journal.about(row.id))
                brief = brief_of(desk.complaint(row.id), events, around_of(desk))
                yield f"brief {row.number}, {language}", as_text(brief)
    finally:
        speak("en")
        desk.close()


def _pages(desk: Desk, chosen: Filter) -> Iterator[str]:
    """The numbers, a bar between two pages."""
    after = None
    while page := desk.queue(Wanted(filter=chosen), after=after, limit=15):
        yield from (row.number for row in page)
        yield "|"
        after = page[-1]


def _day(day: Day) -> str:
    told = [str(day.title)]
    for listed in (day.burning, day.aftercare, day.ended):
        told += [str(listed.count), *(row.heard for row in listed.rows)]
    return "\n".join(told)


def papers(program: Program, chosen: Sequence[str], folder: Path) -> Told:
    """Every paper on every size in every language, of the chosen complaints."""
    file = folder / "paper.pdf"
    for kind, sizes in SIZES.items():
        for number in ["", *chosen] if kind in _OF_NO_CASE else chosen:
            if kind == "leaflet" and number:
                continue
            for size in sizes:
                for language in LANGUAGES:
                    form = ("--paper", size, "--language", language, "--to", file)
                    what = ("receipt", number) if kind == "receipt" else ("paper", kind, number)
                    program(*filter(None, what), *form, by="Admin", language=language)
                    name = " ".join(filter(None, (kind, number, size, language)))
                    yield name, of_paper(file.read_bytes())


def exchanged(program: Program, office: Path, folder: Path) -> Told:
    """A file for head office with its workbook, and one without personal data."""
    card = folder / "own.deskcard"
    told = program("card", "--to", card, "--json", by="Admin").document
    yield "card", as_lines([told | {"kept_in": "", "file": ""}])
    secret = (office / "keys" / "receiving.age").read_text().strip()
    for name, more in (("whole", ()), ("nameless", ("--without-personal",))):
        to = folder / name
        to.mkdir()
        program("export", "--to", to, "--workbook", *more, by="Admin")
        (package,), (book,) = to.glob("*.desk"), to.glob("*.xlsx")
        yield f"{name}: file", placeless(of_package(read(package, card, secret)), folder)
        yield f"{name}: workbook", of_workbook(book)
