"""What the Exchange place says, as staff read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desk.app.desk import Desk
from desk.app.overview import Standing, standing
from desk.controllers.exchange.branch import facts, overdue, sentence
from desk.controllers.exchange.incoming import line, status
from desk.journal.exchanged import Parcel, Unconfirmed
from desk.journal.known import Trusted
from tests.app.at_work import Clock
from tests.gui.exchange_shops import befriend, complain, open_shop, send, take
from tests.speaking import speaking

NOW = datetime.fromisoformat("2026-06-25T17:00:00+07:00")
OFFICE = Trusted(
    node="9f" * 8,
    company="Toko Sepeda",
    name="Pusat",
    branch="9",
    head_office=True,
    signing_key="",
    recipient="",
)
OWED = Unconfirmed(
    missing=5,
    since="2026-06-20T02:12:00.000Z",
    to_export=2,
    to_export_since="2026-06-25T01:00:00.000Z",
    unconfirmed=3,
    exported_at="2026-06-24T10:00:00.000Z",
    confirmed_upto="2026-06-19T10:00:00.000Z",
)


def told(owed: Unconfirmed, receiver: Trusted | None = OFFICE) -> str:
    stands = Standing(receiver=receiver, owed=owed)
    lines = [sentence(stands, NOW), *(fact.words for fact in facts(stands, NOW))]
    return "\n".join(map(str, lines))


def test_one_sentence_and_three_facts() -> None:
    assert told(OWED) == (
        "5 complaints are not yet at head office, since 20 Jun 2026, 09.12.\n"
        "In no file yet: 2 complaints, since today 08.00.\n"
        "Written, not yet confirmed: 3 complaints, the first in the file of yesterday 17.00.\n"
        "Confirmed by head office: everything up to 19 Jun 2026, 17.00."
    )


def test_when_all_is_there_it_is_said_in_as_few_words() -> None:
    assert told(Unconfirmed(confirmed_upto="2026-06-25T09:00:00.000Z")) == (
        "Head office has everything.\n"
        "Everything is in a file for head office.\n"
        "Confirmed by head office: everything up to today 16.00."
    )


def test_what_is_counted_only_in_part_is_told_with_a_plus() -> None:
    waits = replace(OWED, missing=1034, more=True)
    assert told(waits).startswith("1034+ complaints are not yet at head office")
    assert str(overdue(Standing(receiver=OFFICE, owed=waits), NOW, 3)).startswith(
        "Head office has not confirmed 1034+ complaints for 5 days."
    )


def test_without_a_head_office_nothing_is_said_of_files_for_it() -> None:
    assert told(Unconfirmed(), None) == "All complaints stay at this desk."


def test_the_reminder_is_polite_and_says_what_to_do_in_both_languages() -> None:
    stands = Standing(receiver=OFFICE, owed=OWED)
    text = overdue(stands, NOW, 3)
    assert overdue(stands, NOW, 6) is None
    assert text is not None
    assert str(text).startswith("Head office has not confirmed 5 complaints for 5 days. Please")
    with speaking("id"):
        assert str(text).startswith("Kantor pusat belum mengonfirmasi 5 komplain selama 5 hari")


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[tuple[Desk, Desk]]:
    """A branch and head office."""
    clock = Clock()
    made = (open_shop(tmp_path, "1", "Bekasi", clock), open_shop(tmp_path, "9", "Pusat", clock))
    befriend(*made)
    yield made
    for desk in made:
        desk.close()


def test_the_window_says_what_waits(desks: tuple[Desk, Desk], tmp_path: Path) -> None:
    branch, office = desks
    assert str(status(branch, days=3).words) == "All exported"
    assert str(status(office, days=3).words) == "No file waits"
    complain(branch)
    assert str(status(branch, days=3).words) == "1 to export"
    file = send(branch, tmp_path, office)
    assert str(status(branch, days=3).words) == "1 on the way"
    take(office, file)
    take(branch, send(office, tmp_path, branch))
    assert str(status(branch, days=3).words) == "All exported"
    assert standing(branch).owed.missing == 0


@pytest.mark.parametrize(
    ("verdict", "reason", "word", "says"),
    [
        ("applied", {}, "Taken in", "3 new entries, 1 known"),
        ("known", {}, "Already known", "was here before"),
        ("waiting", {"node": "ab", "missing": 7}, "Waits", "7 entries before it"),
        ("waiting", {"newer": True}, "Waits", "newer version"),
        ("refused", {"en": "Its sender is unknown.", "id": "Tidak dikenal."}, "Refused", "sender"),
        ("apart", {"node": "ab", "seq": 3}, "Kept apart", "two different entries"),
    ],
)
def test_what_became_of_a_file_is_told_again_from_what_is_kept(
    verdict: str, reason: dict[str, object], word: str, says: str
) -> None:
    at = f"{NOW - timedelta(hours=1):%Y-%m-%dT%H:%M:%S%z}"
    parcel = Parcel(
        sha256="f", name="K1.desk", at=at, verdict=verdict, applied=3, known=1, reason=reason
    )
    shown = line(parcel, {}, now=NOW, text=None)
    assert str(shown.word) == word
    assert says in str(shown.text)
