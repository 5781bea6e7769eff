"""Fills a new desk with cases of about ten entries each: loading.py HOME COMPLAINTS [SEED].

They go through the journal's one way to write, a thousand cases at a time: registered, handed over,
examined, promised, solved and closed; every tenth stops on its way and stays open. The same seed
tells the same cases.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import set_up
from desk.rules import entries as told
from desk.rules.entries import Event
from tests.benchmarks.crowded import FIRST, WANTED, events, sentence

AT_ONCE = 1_000
_OPEN = 10  # one in so many


def case(dice: random.Random, begun: told.ComplaintRegistered, who: str) -> Iterator[Event]:
    """What was written about one complaint; an open one stops somewhere."""
    soon = datetime.fromisoformat(begun.received_at) + timedelta(hours=6)
    promise = f"{dice.getrandbits(128):032x}"
    answered = told.ComplaintContacted(
        direction="out", how="phone", answered=True, said=sentence(dice)
    )
    whole = [
        begun,
        told.ReceiptPrinted(paper="roll80", way="printer", copy=1),
        told.ComplaintPassedOn(to=who, note=sentence(dice)),
        told.ComplaintAccepted(),
        told.ComplaintStarted(),
        answered,
        told.ComplaintExamined(found=sentence(dice), cause="Kabel", remedy="Disetel"),
        told.ComplaintPromised(
            promise=promise, by=soon.isoformat(), who=who, what="Telepon kalau siap"
        ),
        told.PromiseKept(promise=promise),
        told.ComplaintSolved(cause="Kabel terjepit", remedy="Rem disetel ulang"),
        told.ComplaintClosed(answer="agreed", score=dice.randint(1, 5), entered_by="staff"),
    ]
    if not dice.randrange(_OPEN):
        del whole[dice.randint(1, len(whole) - 1) :]
    yield from whole


def load(desk: Desk, complaints: int, seed: int = 7) -> int:
    """So many cases in a desk that is new; how many entries they are."""
    dice = random.Random(seed)  # noqa: S311 - the same cases each time
    begun, written = iter(events(complaints)), 0
    actor = desk.actor
    if actor is None:
        raise ValueError("nobody is at work at this desk")
    while some := list(islice(begun, AT_ONCE)):
        now = datetime.fromisoformat(some[-1][1].received_at)
        with desk.journal.writing(actor=actor.id, now=now, clock_confirmed=True) as pen:
            for subject, first in some:
                for event in case(dice, first, actor.id):
                    pen.write(event, subject=subject)
                    written += 1
    desk.journal.store.tidy()
    desk.journal.store.settle()
    return written


def main(home: str, complaints: int, seed: int) -> None:
    """Tells how long it took, since a million takes its time."""
    with closing(set_up(Home(Path(home)), WANTED, lambda: FIRST)) as desk:
        before = time.process_time()
        entries = load(desk, complaints, seed)
        took = time.process_time() - before
    sys.stdout.write(f"{complaints} complaints, {entries} entries, {took:.1f} s of CPU\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 7)
