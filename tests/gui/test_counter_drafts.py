"""What is half written at the counter is never lost: not by Esc, not by a power cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from desk.app.commands import AddStaff
from desk.app.desk import Desk
from desk.app.home import Home
from desk.journal import drafts
from tests.gui.counter_window import Counter, at, new_desk, open_counter, press, write


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield from new_desk(tmp_path)


@pytest.fixture
def counter(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Iterator[Counter]:
    yield from open_counter(qtbot, desk, tmp_path / "settings")


def kept(desk: Desk) -> list[str]:
    """The names in the drafts, newest first."""
    return [str(one.values["name"]) for one in drafts.kept(desk.journal.store, "counter")]


def photo(folder: Path, name: str = "rem.png") -> Path:
    """A picture of one colour."""
    image = QImage(80, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("#b3261e"))
    image.save(str(folder / name))
    return folder / name


def test_what_is_typed_is_kept_within_two_seconds(
    counter: Counter, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    press("Alt+N")
    write("Ibu Rita")
    qtbot.waitUntil(lambda: kept(desk) == ["Ibu Rita"], timeout=2000)
    # Another program on the same desk sees it, as the next start would after a power cut.
    beside = Desk.open(Home(tmp_path / "desk"))
    assert kept(beside) == ["Ibu Rita"]
    beside.close()


def test_the_next_start_shows_what_was_half_written(
    counter: Counter, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    press("Alt+N")
    write("Ibu Rita")
    press("Alt+L")
    write("Setang turun terus")
    press("F8")
    counter.view.keep_draft()
    again = open_counter(qtbot, desk, tmp_path / "again")
    second = next(again)
    assert second.view.name.text() == "Ibu Rita"
    assert second.view.what_happened.toPlainText() == "Setang turun terus"
    assert second.view.safety.isChecked()
    assert second.workplace.toast.isVisible()
    next(again, None)


def test_escape_parks_the_form_and_f7_brings_it_back(counter: Counter, desk: Desk) -> None:
    press("Alt+N")
    write("Ibu Rita")
    press("Esc")
    assert (counter.view.name.text(), at()) == ("", "phone")
    assert counter.view.drafts.text() == "1 draft"
    press("Alt+N")
    write("Bapak Hari")
    press("F7")
    assert counter.titles() == ["Ibu Rita"]
    press("Return")
    assert counter.view.name.text() == "Ibu Rita"
    assert kept(desk) == ["Bapak Hari", "Ibu Rita"]


def test_a_draft_is_thrown_away_from_the_list(counter: Counter, desk: Desk) -> None:
    press("Alt+N")
    write("Ibu Rita")
    press("Esc", "F7", "Delete")
    assert kept(desk) == []
    assert not counter.view.drafts.isVisible()
    assert counter.workplace.toast.isVisible()
    assert at() == "phone"


def test_an_unchanged_form_leaves_no_draft(counter: Counter, desk: Desk) -> None:
    press("Tab", "Tab", "Esc")
    counter.view.keep_draft()
    assert kept(desk) == []


def test_a_pasted_photo_is_kept_and_goes_with_the_complaint(
    counter: Counter, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(photo(tmp_path)))])
    QGuiApplication.clipboard().setMimeData(mime)
    press("Alt+L", "Ctrl+V")
    qtbot.waitUntil(lambda: len(counter.view.photos.photos) == 1)
    assert counter.view.photos.photos[0].name == "rem.png"
    assert counter.view.what_happened.toPlainText() == ""
    press("Alt+N")
    write("Ibu Rita")
    press("Tab")
    write("2201")
    press("Alt+L")
    write("Retak")
    press("Ctrl+Return")
    complaint = desk.complaint(desk.find_number("2201").id).registered
    assert complaint is not None
    assert desk.files.path_of(complaint.files[0]).read_bytes() == photo(tmp_path).read_bytes()
    assert counter.view.photos.photos == ()


def test_a_photo_is_dropped_anywhere_on_the_form(
    counter: Counter, qtbot: QtBot, tmp_path: Path
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(photo(tmp_path)))])
    target = counter.view.what_happened.viewport()
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering = QDragEnterEvent(QPoint(5, 5), copy, mime, left, none)
    QApplication.sendEvent(target, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(target, QDropEvent(QPoint(5, 5), copy, mime, left, none))
    qtbot.waitUntil(lambda: len(counter.view.photos.photos) == 1)
    assert counter.view.what_happened.toPlainText() == ""


def test_a_photo_is_chosen_from_the_folder_of_last_time(
    counter: Counter, qtbot: QtBot, tmp_path: Path
) -> None:
    chosen = photo(tmp_path, "setang.png")
    press("F6")
    dialog = counter.window.findChild(QFileDialog)
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    name.insert(str(chosen))  # typed, it would open a list of files that takes the Enter
    QTest.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(counter.view.photos.photos) == 1)
    assert counter.workplace.settings.value("counter/photo_folder") == str(tmp_path)


def test_a_picture_from_the_clipboard_is_kept(counter: Counter, qtbot: QtBot) -> None:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("#17693f"))
    QGuiApplication.clipboard().setImage(image)
    press("Ctrl+V")
    qtbot.waitUntil(lambda: len(counter.view.photos.photos) == 1)
    digest = counter.view.photos.photos[0].digest
    assert QImage(str(counter.desk.files.path_of(digest))).size() == image.size()


def test_a_photo_is_taken_away_with_delete(counter: Counter, qtbot: QtBot, tmp_path: Path) -> None:
    counter.view.photos.attach([photo(tmp_path)])
    qtbot.waitUntil(lambda: len(counter.view.photos.photos) == 1)
    press("Alt+V", "Tab", "Delete")
    assert counter.view.photos.photos == ()


def test_words_are_pasted_as_words(counter: Counter) -> None:
    QGuiApplication.clipboard().setText("Bapak Hari")
    press("Alt+N", "Ctrl+V")
    assert counter.view.name.text() == "Bapak Hari"


def test_a_file_that_is_too_large_is_told(counter: Counter, qtbot: QtBot, tmp_path: Path) -> None:
    large = tmp_path / "film.mp4"
    with large.open("wb") as stream:
        stream.truncate(26 * 1024 * 1024)
    counter.view.photos.attach([large])
    counter.wait_for_paper()
    assert counter.workplace.toast.accessibleName().startswith("film.mp4 is larger than 25 MB.")
    assert counter.view.photos.photos == ()


def test_a_photo_of_a_draft_is_there_again(
    counter: Counter, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    counter.view.photos.attach([photo(tmp_path)])
    qtbot.waitUntil(lambda: len(counter.view.photos.photos) == 1)
    press("Esc")
    assert counter.view.photos.photos == ()
    press("F7", "Return")
    assert [one.name for one in counter.view.photos.photos] == ["rem.png"]
    counter.wait_for_paper()


def owners(desk: Desk) -> dict[str, str]:
    """Whose each draft is, by the name in it; “” for nobody."""
    people = ["", *(person.id for person in desk.people())]
    return {
        str(one.values["name"]): who
        for who in people
        for one in drafts.kept(desk.journal.store, f"counter/{who}" if who else "counter")
    }


def test_what_nobody_owns_is_offered_and_not_put_into_the_form(
    counter: Counter, desk: Desk
) -> None:
    press("Alt+N")
    write("Ibu Rita")
    counter.view.keep_draft()
    assert owners(desk) == {"Ibu Rita": ""}
    assert desk.actor is not None
    counter.view.change_over(desk.actor.id)
    assert counter.view.name.text() == ""
    assert counter.view.drafts.text() == "1 draft"
    assert "belongs to nobody" in counter.workplace.toast.accessibleName()


def test_who_takes_up_what_nobody_owns_has_it_from_then_on(counter: Counter, desk: Desk) -> None:
    press("Alt+N")
    write("Ibu Rita")
    counter.view.keep_draft()
    dedi = str(desk.do(AddStaff(name="Dedi", roles=("staff",))))
    counter.view.change_over(dedi)
    counter.view.phone.setFocus()
    press("F7", "Return")
    assert counter.view.name.text() == "Ibu Rita"
    assert owners(desk) == {"Ibu Rita": dedi}
    assert not counter.view.drafts.isVisible()
    assert desk.actor is not None
    counter.view.change_over(desk.actor.id)
    assert counter.view.name.text() == ""
    assert not counter.view.drafts.isVisible(), "it is Dedi’s"
    counter.view.change_over(dedi)
    assert counter.view.name.text() == "Ibu Rita"


def test_each_finds_their_own_half_written_form(counter: Counter, desk: Desk) -> None:
    dedi = str(desk.do(AddStaff(name="Dedi", roles=("staff",))))
    assert desk.actor is not None
    for who, name in ((desk.actor.id, "Bapak Hari"), (dedi, "Ibu Rita")):
        counter.view.change_over(who)
        press("Alt+N")
        write(name)
        counter.view.keep_draft()
    assert owners(desk) == {"Bapak Hari": desk.actor.id, "Ibu Rita": dedi}
    counter.view.change_over(desk.actor.id)
    assert counter.view.name.text() == "Bapak Hari"
