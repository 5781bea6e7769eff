"""What was thrown away or erased is not in the file any more, not even for somebody who digs."""

from datetime import UTC, datetime

import pytest

from desk.journal import drafts, views
from desk.journal.queue import Wanted
from tests.journal.databases import ON_A_FILE

pytestmark = ON_A_FILE
TYPED = "Zanzibarqux"
NOW = datetime(2026, 6, 20, 2, 12, tzinfo=UTC)


def held(counter) -> bool:
    """Whether any file of the desk still holds the word, or a half of it."""
    counter.store.settle()
    content = b"".join(path.read_bytes() for path in counter.home.folder.rglob("desk.db*"))
    content = content.lower()
    return any(part.encode() in content for part in ("zanzibar", "nzibarq", "barqux"))


def draft(text: str) -> drafts.Draft:
    """A draft with this text."""
    return drafts.Draft(id="d1", place="counter", values={"name": text}, changed_at=NOW)


@pytest.fixture
def crowded(counter):
    """A desk with some complaints, so that the word is not alone on its page."""
    for number in range(1, 40):
        counter.take_in(f"Bapak Contoh {number}", nota=str(number), what_happened="Rem berat")
    return counter


def erase(counter, subject: str) -> None:
    """What erasing a person does to the entries about them."""
    with counter.store.transaction():
        counter.store.run(
            "UPDATE entry SET personal = NULL, salt = NULL WHERE subject = ?", (subject,)
        )
        views.refresh(counter.store, [("complaint", subject)])


def test_the_word_is_found_while_it_is_there(crowded) -> None:
    assert not held(crowded)
    drafts.keep(crowded.store, draft(TYPED))
    assert held(crowded)


@pytest.mark.parametrize("text", [TYPED, f"{TYPED} " * 2_000], ids=["short", "long"])
def test_a_draft_that_was_thrown_away_is_gone_from_the_file(text, crowded) -> None:
    drafts.keep(crowded.store, draft(text))
    drafts.throw_away(crowded.store, "d1")
    assert not held(crowded)


def test_what_was_typed_over_in_a_draft_is_gone_from_the_file(crowded) -> None:
    for text in (TYPED, TYPED[:5], "Hari"):
        drafts.keep(crowded.store, draft(text))
    assert not held(crowded)


def test_a_draft_that_became_a_complaint_leaves_nothing_beside_it(crowded) -> None:
    drafts.keep(crowded.store, draft(TYPED))
    crowded.take_in("Hari", nota="77", id="d1")
    assert not held(crowded)


@pytest.mark.parametrize("merged", [False, True], ids=["fresh", "merged"])
def test_a_person_who_was_erased_is_gone_from_the_file_and_from_the_search(merged, crowded) -> None:
    taken = crowded.take_in(
        f"Ibu {TYPED}", nota="77", what_happened=f"{TYPED} rusak " * 50, email=f"{TYPED}@x.id"
    )
    crowded.note(taken, f"Ibu {TYPED} datang lagi")
    crowded.withdraw(taken, f"{TYPED} batal")
    for number in range(5):
        if merged:
            crowded.store.tidy()
        crowded.take_in(nota=str(200 + number))
    assert held(crowded)
    erase(crowded, taken.id)
    assert not held(crowded)
    assert crowded.desk.queue(Wanted(find=TYPED)) == []
    assert crowded.desk.find_number(taken.number).name == ""
    assert crowded.verdict().clean


def test_a_person_who_was_erased_is_not_in_the_next_backup(crowded, tmp_path) -> None:
    from desk.app.safety import back_up

    taken = crowded.take_in(f"Ibu {TYPED}", nota="77")
    erase(crowded, taken.id)
    made = back_up(crowded.desk, tmp_path / "stick")
    assert b"zanzibar" not in made.read_bytes().lower()
