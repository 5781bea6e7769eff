"""A form that does not fit its view is named in one sentence; one that fits becomes the view."""

from __future__ import annotations

import gc
import sys
import weakref
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from desk.gui.kit.forms import FormFault, load, load_file
from desk.gui.kit.widgets import PhoneEdit

FORM = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0">
 <class>QPlatformTheme</class>
 <widget class="{outermost}" name="slip">
  <layout class="QVBoxLayout" name="slip_layout">
   <item><widget class="QLabel" name="phone_label">
    <property name="text"><string>Save</string></property>
    <property name="buddy"><cstring>phone</cstring></property>
   </widget></item>
   <item><widget class="{phone}" name="phone"/></item>
   <item><widget class="Line" name="line">
    <property name="orientation"><enum>Qt::Orientation::Horizontal</enum></property>
   </widget></item>
   <item><widget class="QComboBox" name="category">
    <item><property name="text"><string>Cancel</string></property></item>
   </widget></item>
  </layout>
  <action name="send"><property name="text"><string>Close</string></property></action>
 </widget>
 <customwidgets>
  <customwidget><class>{phone}</class><extends>QLineEdit</extends><header>{header}</header></customwidget>
 </customwidgets>
</ui>
"""


class Slip(QWidget):
    phone: PhoneEdit
    category: QComboBox
    send: QAction
    note: str  # not a child: nobody looks for it in the form


@pytest.fixture
def form(tmp_path: Path) -> Callable[..., Path]:
    def write(
        outermost: str = "QWidget",
        phone: str = "PhoneEdit",
        header: str = "desk.gui.kit.widgets",
    ) -> Path:
        path = tmp_path / "slip.ui"
        path.write_text(
            FORM.format(outermost=outermost, phone=phone, header=header), encoding="utf-8"
        )
        return path

    return write


@pytest.fixture
def slip(qtbot: QtBot, form: Callable[..., Path]) -> Slip:
    view = Slip()
    qtbot.addWidget(view)
    load_file(view, form())
    return view


def test_the_view_itself_becomes_the_form(slip: Slip) -> None:
    assert slip.objectName() == "slip"
    assert slip.phone.parentWidget() is slip
    assert slip.layout().count() == 4


def test_what_the_view_declares_is_there_in_its_own_class(slip: Slip) -> None:
    assert type(slip.phone) is PhoneEdit
    assert slip.category.itemText(0) == "Cancel"
    assert slip.send.text() == "Close"
    assert isinstance(slip.findChild(QWidget, "line"), QFrame)


def test_an_open_form_changes_its_language_at_once(
    slip: Slip, speak: Callable[[str], None]
) -> None:
    label = slip.findChild(QLabel, "phone_label")
    speak("id")
    assert (label.text(), slip.category.itemText(0), slip.send.text()) == (
        "Simpan",
        "Batal",
        "Tutup",
    )
    speak("en")
    assert (label.text(), slip.category.itemText(0)) == ("Save", "Cancel")


def test_what_a_customer_said_is_never_taken_for_markup(slip: Slip) -> None:
    label = slip.findChild(QLabel, "phone_label")
    label.setText("<b>kret</b>")
    plain = label.sizeHint().width()
    label.setText("kret")
    assert plain > label.sizeHint().width()


def test_a_form_inside_a_form_is_loaded_with_it(
    qtbot: QtBot,
    form: Callable[..., Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    inner = form().rename(tmp_path / "inner.ui")

    class Embedded(QLineEdit):
        def __init__(self, parent: QWidget | None = None) -> None:
            super().__init__(parent)
            self.slip = Slip(self)
            load_file(self.slip, inner)

    view = QWidget()
    qtbot.addWidget(view)
    monkeypatch.setitem(sys.modules, "slips", SimpleNamespace(Embedded=Embedded))
    load_file(view, form(phone="Embedded", header="slips"))
    outer = view.findChild(Embedded, "phone")
    assert type(outer.slip.phone) is PhoneEdit
    assert view.findChild(QAction, "send").parent() is view


def test_a_closed_view_leaves_nothing_behind(qtbot: QtBot, form: Callable[..., Path]) -> None:
    view = Slip()
    load_file(view, form())
    gone = weakref.ref(view)
    del view
    gc.collect()
    assert gone() is None


def test_a_missing_child_is_told_with_form_and_name(
    qtbot: QtBot, form: Callable[..., Path]
) -> None:
    class Wanting(QWidget):
        due: QLabel

    view = Wanting()
    qtbot.addWidget(view)
    with pytest.raises(FormFault) as fault:
        load_file(view, form())
    assert str(fault.value) == (
        "The form slip.ui should have “due” as a QLabel for Wanting; it has nothing of that name."
    )


def test_a_child_of_another_class_is_told_with_both(
    qtbot: QtBot, form: Callable[..., Path]
) -> None:
    class Wanting(QWidget):
        category: QLineEdit

    view = Wanting()
    qtbot.addWidget(view)
    with pytest.raises(FormFault, match=r"“category” as a QLineEdit .* has a QComboBox"):
        load_file(view, form())


def test_a_promoted_class_that_nobody_knows_is_a_fault_and_not_a_line_edit(
    qtbot: QtBot, form: Callable[..., Path]
) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    with pytest.raises(FormFault, match="“phone” of the class FaxEdit, which nobody promotes"):
        load_file(view, form(phone="FaxEdit"))


def test_a_window_and_a_part_of_it_are_not_mixed_up(
    qtbot: QtBot, form: Callable[..., Path]
) -> None:
    view = Slip()
    qtbot.addWidget(view)
    with pytest.raises(FormFault, match="is a QMainWindow, but Slip is not"):
        load_file(view, form(outermost="QMainWindow"))


def test_a_main_window_takes_a_main_window_form(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "main.ui"
    path.write_text(
        '<ui version="4.0"><class>MainWindow</class><widget class="QMainWindow" name="main">'
        '<widget class="QWidget" name="central"/></widget></ui>',
        encoding="utf-8",
    )

    class Main(QMainWindow):
        central: QWidget

    view = Main()
    qtbot.addWidget(view)
    load_file(view, path)
    assert view.centralWidget() is view.central


@pytest.mark.qt_log_ignore("An error has occurred while reading the UI file")
def test_a_form_that_is_not_there_or_broken_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    with pytest.raises(FormFault, match=r"There is no form ui/nowhere\.ui"):
        load(view, "nowhere")
    broken = tmp_path / "broken.ui"
    broken.write_text("<ui><widget", encoding="utf-8")
    with pytest.raises(FormFault, match=r"The form broken\.ui cannot be read"):
        load_file(view, broken)
