"""A Designer form becomes a view: loaded into it, checked against the children the view declares.

``class CounterView(QWidget): category: QComboBox`` declares a child; after
``load(self, "counter")`` it is ``self.category``, and the form speaks every language live; what
else is said on it is kept so by `live`. A form that does not fit raises `FormFault`, one sentence
for whoever changed the form.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import get_type_hints
from xml.etree import ElementTree

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtUiTools import QUiLoader
from PySide6.QtWidgets import QLabel, QTextEdit, QWidget

from desk.assets import asset
from desk.gui.kit import theme


class FormFault(Exception):
    """A form and its view do not fit: says which form, which name, what was expected and found."""


class _Language(QObject):
    """Says that the window speaks another language, when forms and Qt speak it already."""

    changed = Signal()


language = _Language()


def live(widget: QWidget, show: Callable[[], None]) -> None:
    """Call `show` now and whenever the language changes, as long as there is the widget.

    ``live(self.title, lambda: self.title.setText(str(text)))``
    """
    _Retold(widget, show)
    show()


class _Retold(QObject):
    """Hears of a change of language as long as its widget is there."""

    def __init__(self, widget: QWidget, show: Callable[[], None]) -> None:
        super().__init__(widget)
        self._show = show
        language.changed.connect(self._tell)

    def _tell(self) -> None:
        self._show()


def load(view: QWidget, name: str) -> None:
    """Load ``ui/NAME.ui`` into `view` and give it the children it declares.

    Widgets of our own come from the files that the form's headers name. Raises FormFault.
    """
    try:
        path = asset("ui", f"{name}.ui")
    except FileNotFoundError as missing:
        raise FormFault(f"There is no form {missing}.") from missing
    load_file(view, path)


def load_file(view: QWidget, path: Path) -> None:
    """Like `load`, from a file anywhere."""
    loader = _Loader(view)
    try:
        loader.promoted = _promoted(path)
        loader.load(str(path))
    except (ElementTree.ParseError, ImportError, RuntimeError) as unread:
        raise FormFault(f"The form {path.name} cannot be read: {unread}") from unread
    if loader.faults:
        raise FormFault(f"The form {path.name} {loader.faults[0]}.")
    _declare(view, path.name)
    _keep_plain(view)
    theme.dress(view)


def _promoted(form: Path) -> dict[str, type[QWidget]]:
    """The classes of our own in a form, each from the module that its header names."""
    found = {}
    for custom in ElementTree.parse(form).iter("customwidget"):
        name, module = custom.findtext("class", ""), custom.findtext("header", "")
        if (kind := getattr(import_module(module), name, None)) is not None:
            found[name] = kind
    return found


class _Loader(QUiLoader):
    """Builds a form's widgets, the outermost being the view itself."""

    def __init__(self, view: QWidget) -> None:
        super().__init__()
        self.setLanguageChangeEnabled(True)
        self._view = view
        self.promoted: dict[str, type[QWidget]] = {}
        self._known = {*self.availableWidgets(), "Line"}
        self.faults: list[str] = []

    def createWidget(
        self, class_name: str, parent: QWidget | None = None, name: str = ""
    ) -> QWidget:
        """A widget of the form. One of an unknown class is a fault, never a plain stand-in."""
        if parent is None:
            return self._outermost(class_name)
        if class_name in self.promoted:
            widget = self.promoted[class_name](parent)
            widget.setObjectName(name)
            return widget
        if class_name not in self._known:
            self.faults.append(f"has “{name}” of the class {class_name}, which nobody promotes")
            return QWidget(parent)
        return super().createWidget(class_name, parent, name)

    def _outermost(self, class_name: str) -> QWidget:
        if class_name not in {kind.__name__ for kind in type(self._view).__mro__}:
            view = type(self._view).__name__
            self.faults.append(f"is a {class_name}, but {view} is not")
        return self._view


def _declare(view: QWidget, form: str) -> None:
    for name, expected in get_type_hints(type(view)).items():
        if not (isinstance(expected, type) and issubclass(expected, QObject)):
            continue
        child = view.findChild(QObject, name)
        if not isinstance(child, expected):
            found = f"a {type(child).__name__}" if child else "nothing of that name"
            raise FormFault(
                f"The form {form} should have “{name}” as a {expected.__name__} "
                f"for {type(view).__name__}; it has {found}."
            )
        setattr(view, name, child)


def _keep_plain(view: QWidget) -> None:
    """Rich text would open local files named in what a customer said."""
    for label in view.findChildren(QLabel):
        label.setTextFormat(Qt.TextFormat.PlainText)
    for field in view.findChildren(QTextEdit):
        field.setAcceptRichText(False)
