"""Every Designer form loads, can be used by keyboard and read aloud, in every language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, parse

import pytest
from PySide6 import QtWidgets
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.controllers.case.acts import DEEDS
from desk.gui.kit import forms
from desk.words import LANGUAGES, translation

ROOT = Path(__file__).resolve().parent.parent
FORMS = sorted((ROOT / "ui").glob("*.ui"))

SNAKE_CASE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*$")
WRITTEN = {"QLineEdit", "QTextEdit", "QPlainTextEdit", "QSpinBox", "QDoubleSpinBox"}
WRITTEN |= {"QDateEdit", "QTimeEdit", "QDateTimeEdit", "QSlider", "QDial"}
# Their accessible name is otherwise what is chosen in them, not what they are for.
NAMED_ALWAYS = {"QComboBox", "QListView", "QTreeView", "QTableView"}
NAMED_ALWAYS |= {"QListWidget", "QTreeWidget", "QTableWidget", "QProgressBar"}
MANY_LINES = {"QTextEdit", "QPlainTextEdit"}
BUTTONS = {"QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QCommandLinkButton"}

each_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)


def value(element: Element, name: str, kind: str = "property") -> str:
    """A property as text; “” where it is not set."""
    for each in element.findall(kind):
        if each.get("name") == name:
            return "".join(each.itertext()).strip()
    return ""


def widgets(form: Path) -> list[tuple[str, Element]]:
    """(Qt class, element) of every widget; a promoted one counts as what it extends."""
    root = parse(form).getroot()
    extends = {
        each.findtext("class", ""): each.findtext("extends", "")
        for each in root.iter("customwidget")
    }
    found = []
    for widget in root.iter("widget"):
        kind = widget.get("class", "")
        found.append((extends.get(kind, kind), widget))
    return found


def name(element: Element) -> str:
    """The objectName."""
    return element.get("name", "")


@each_form
def test_a_form_loads_without_a_word_from_qt(form: Path, qtbot: QtBot) -> None:
    outermost = getattr(QtWidgets, widgets(form)[0][0])()
    qtbot.addWidget(outermost)
    forms.load_file(outermost, form)
    assert outermost.findChildren(QWidget)


@each_form
def test_one_word_finds_the_whole_screen(form: Path) -> None:
    """`brief.ui` is gui/brief.py, `case.ui` gui/case/view.py, `case_acts.ui` gui/case/acts.py."""
    folder, _, part = form.stem.partition("_")
    places = (f"{form.stem}.py", f"{folder}/{part}.py", f"{form.stem}/view.py")
    assert sum((ROOT / "desk" / "gui" / place).exists() for place in places) == 1


@each_form
def test_a_class_of_ours_in_a_form_stands_in_the_file_that_its_header_names(form: Path) -> None:
    for widget in parse(form).iter("customwidget"):
        named, header = widget.findtext("class", ""), widget.findtext("header", "")
        module = ROOT.joinpath(*header.split(".")).with_suffix(".py")
        assert f"\nclass {named}(" in module.read_text(encoding="utf-8"), f"{named}: {header}"


@each_form
def test_all_names_in_a_form_are_snake_case_and_once(form: Path) -> None:
    tags = ("widget", "layout", "action", "actiongroup", "buttongroup", "spacer")
    names = [name(each) for tag in tags for each in parse(form).getroot().iter(tag)]
    outermost, *children = filter(None, names)
    assert outermost == parse(form).getroot().findtext("class")  # as Designer writes it
    assert [each for each in children if not SNAKE_CASE.match(each)] == []
    assert [each for each, times in Counter(children).items() if times > 1] == []


@each_form
def test_every_input_can_be_read_aloud(form: Path) -> None:
    buddies = {value(widget, "buddy") for _, widget in widgets(form)}
    nameless = [
        name(widget)
        for kind, widget in widgets(form)
        if not value(widget, "accessibleName")
        and (kind in NAMED_ALWAYS or (kind in WRITTEN and name(widget) not in buddies))
    ]
    assert nameless == []


@each_form
def test_every_button_says_what_it_does(form: Path) -> None:
    mute = [
        name(widget)
        for kind, widget in widgets(form)
        if kind in BUTTONS and not value(widget, "text") and not value(widget, "accessibleName")
    ]
    assert mute == []


@each_form
def test_labels_lead_to_fields_that_are_there(form: Path) -> None:
    there = {name(widget) for _, widget in widgets(form)}
    labels = [widget for kind, widget in widgets(form) if kind == "QLabel"]
    assert {value(label, "buddy") for label in labels} - {""} - there == set()
    lost = [name(each) for each in labels if letters(value(each, "text"))]
    assert [each for each in lost if not value(by_name(labels, each), "buddy")] == []


def by_name(elements: list[Element], wanted: str) -> Element:
    """The element with this objectName."""
    return next(each for each in elements if name(each) == wanted)


@each_form
def test_tab_leaves_a_field_of_many_lines(form: Path) -> None:
    trapping = [
        name(widget)
        for kind, widget in widgets(form)
        if kind in MANY_LINES
        and value(widget, "readOnly") != "true"
        and value(widget, "tabChangesFocus") != "true"
    ]
    assert trapping == []


def letters(text: str) -> list[str]:
    """The access keys of a text: the letters behind a single “&”."""
    return [letter.lower() for letter in re.findall(r"&([^\s&])", text.replace("&&", ""))]


Keys = list[tuple[str, str]]


def scopes(form: Path, language: str) -> dict[str, Keys]:
    """“window” and each menu → (access key, its text) that work there, in this language."""
    root = parse(form).getroot()
    words, context = translation(language), root.findtext("class", "")

    def keys(element: Element) -> Iterator[tuple[str, str]]:
        page = value(element, "title", "attribute")
        for source in (value(element, "text"), value(element, "title"), page):
            text = words.get((context, source)) or source
            yield from ((letter, text) for letter in letters(text))

    entries = {name(each): each for tag in ("action", "widget") for each in root.iter(tag)}
    menus = [widget for widget in root.iter("widget") if widget.get("class") == "QMenu"]
    inside = {
        name(menu): [each.get("name") for each in menu.findall("addaction")] for menu in menus
    }
    submenus = {each for listed in inside.values() for each in listed}
    found: dict[str, Keys] = {"window": []} | {
        menu: [key for each in listed if each in entries for key in keys(entries[each])]
        for menu, listed in inside.items()
    }
    rows = rows_in_turn(form, root)
    for widget in root.iter("widget"):
        if name(widget) not in submenus and widget not in rows:
            found["window"] += keys(widget)
    for deed, fields in SHOWN_TOGETHER.get(form.stem, {}).items():
        shown = [each for each, row in rows.items() if row in fields]
        found[deed] = [key for each in shown for key in keys(each)]
    return found


SHOWN_TOGETHER = {"case_acts": {name: deed.fields for name, deed in DEEDS.items()}}
"""Of a panel whose rows take turns: what is asked together."""


def rows_in_turn(form: Path, root: Element) -> dict[Element, str]:
    """The widgets in rows that are not always shown, and the row of each."""
    if form.stem not in SHOWN_TOGETHER:
        return {}
    rows = [each for each in root.iter("widget") if name(each).endswith("_row")]
    return {each: name(row).removesuffix("_row") for row in rows for each in row.iter("widget")}


def windows() -> list[tuple[Path, ...]]:
    """The forms that are on the screen together: each by itself, each place in the main window."""
    kinds = {form: widgets(form)[0][0] for form in FORMS}
    mains = [form for form, kind in kinds.items() if kind == "QMainWindow"]
    places = [form for form, kind in kinds.items() if kind == "QWidget"]
    return [(form,) for form in FORMS] + [(main, place) for main in mains for place in places]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("together", windows(), ids=lambda forms: "+".join(f.stem for f in forms))
def test_no_access_key_is_given_twice_in_a_window(
    together: tuple[Path, ...], language: str
) -> None:
    pressed: dict[str, Keys] = {"window": []}
    for form in together:
        for scope, keys in scopes(form, language).items():
            at = "window" if scope == "window" else f"{form.stem}.{scope}"
            pressed.setdefault(at, []).extend(keys)
    for form in together:
        for deed in SHOWN_TOGETHER.get(form.stem, {}):  # beside what is always shown
            pressed[f"{form.stem}.{deed}"] += pressed["window"]
    doubled = [
        f"{at} Alt+{letter}: {texts}"
        for at, keys in pressed.items()
        for letter in {each for each, _ in keys}
        if len(texts := [text for each, text in keys if each == letter]) > 1
    ]
    assert not doubled, "\n" + "\n".join(doubled)
