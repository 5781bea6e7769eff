"""What the desk knows of itself: what has not gone to head office yet, and people's PINs."""

from desk.app.commands import AddStaff, NoteExported
from desk.journal import known
from desk.rules.entries import ComplaintRegistered, ExportWritten
from desk.rules.errors import finish

REGISTERED = ComplaintRegistered(
    number="K4202606200001234", branch="4", received_at="2026-06-20T09:00:00+07:00", nota=1234,
    customer="u9",
)  # fmt: skip


def waiting(counter) -> tuple[int, str | None]:
    """How many complaints wait, and since when."""
    return known.waiting(counter.store, counter.desk.journal.node)


def export(counter, package: str, *, personal: bool = True, upto: int | None = None) -> None:
    """A file was written."""
    journal = counter.desk.journal
    last = journal.seq_of(journal.node) if upto is None else upto
    counter.desk.do(
        NoteExported(
            package=package,
            written=ExportWritten(
                receiver="", sha256="", entries=last, upto=last, personal=personal
            ),
        )
    )


def test_what_is_new_waits_for_the_next_file(counter) -> None:
    assert waiting(counter) == (0, None)
    taken = counter.take_in()
    counter.clock.forward(hours=1)
    counter.note(taken, "Catatan")
    counter.take_in(nota="7")
    assert waiting(counter) == (2, "2026-06-20T02:12:00.000Z")
    export(counter, "p1")
    assert waiting(counter) == (0, None)
    counter.clock.forward(hours=1)
    counter.note(taken, "Catatan")
    assert waiting(counter) == (1, "2026-06-20T04:12:00.000Z")


def test_a_file_without_personal_data_does_not_count_as_sent(counter) -> None:
    counter.take_in()
    export(counter, "p1", personal=False)
    assert waiting(counter)[0] == 1
    export(counter, "p2")
    assert waiting(counter)[0] == 0


def test_an_older_file_takes_nothing_back(counter) -> None:
    counter.take_in()
    export(counter, "p1")
    export(counter, "p0", upto=1)
    assert waiting(counter)[0] == 0


def test_the_files_of_another_desk_say_nothing_about_this_one(counter, elsewhere) -> None:
    other = elsewhere()
    other.tell(REGISTERED, "c9")
    other.tell(
        ExportWritten(receiver="", sha256="", entries=999, upto=999, personal=True), "p-other"
    )
    counter.receive(other.entries)
    assert waiting(counter)[0] == 0
    counter.take_in()
    assert waiting(counter)[0] == 1
    assert counter.verdict().clean


def test_a_pin_is_kept_beside_the_journal_and_stays_through_a_rebuild(counter) -> None:
    staff = counter.desk.do(AddStaff(name="Budi", roles=("staff",), pin="123456"))
    hashed = known.pin_hash(counter.store, staff)
    assert hashed.startswith("$argon2id$")
    assert known.pin_hash(counter.store, counter.desk.actor.id) is None
    assert not any("argon2" in (entry.personal or "") + entry.body for entry in counter.entries())
    finish(counter.desk.journal.rebuild())
    assert known.pin_hash(counter.store, staff) == hashed
    with counter.store.transaction():
        known.set_pin_hash(counter.store, staff, "other")
    assert known.pin_hash(counter.store, staff) == "other"


def test_a_desk_that_nobody_described_has_an_empty_name(counter) -> None:
    assert known.shop(counter.store, "ff" * 8) == known.Shop(company="Toko Sepeda Contoh")
