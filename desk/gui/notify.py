"""Faults stand at their field, in words, with a shape and a colour, until something is changed.

For a field “name” the form has a `ToneLabel` called “name_fault”.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from desk.gui.badge import ToneLabel
from desk.rules.errors import DeskError
from desk.words import Text


def field_fault(field: QWidget, text: Text | str) -> None:
    """Show a sentence at `field` and go there; the next change of the field takes it away.

    Raises LookupError where the form has no label for it.
    """
    _label(field).tell(text, "late")
    field.setAccessibleDescription(str(text))
    _mark(field, wrong=True)
    _Watch.over(field)
    field.setFocus(Qt.FocusReason.OtherFocusReason)


def clear_fault(field: QWidget) -> None:
    """Take the sentence away."""
    _label(field).tell("")
    field.setAccessibleDescription("")
    _mark(field, wrong=False)


def clear_faults(view: QWidget) -> None:
    """Take away every sentence in `view`, before something is tried again."""
    for watch in view.findChildren(_Watch):
        clear_fault(watch.field)


def at_field(view: QWidget, fault: DeskError) -> bool:
    """Show `fault` at the field it names; False if `view` has no such field, or it names none."""
    field = view.findChild(QWidget, fault.field) if fault.field else None
    if field is None or next(_labels(field), None) is None:
        return False
    field_fault(field, fault.text)
    return True


class _Watch(QObject):
    """Waits for a faulty field to be changed."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self.field = field
        value = field.metaObject().userProperty()
        if value.hasNotifySignal():
            signal = bytes(value.notifySignal().name().data()).decode()
            getattr(field, signal).connect(self._changed)

    @classmethod
    def over(cls, field: QWidget) -> None:
        """Watch `field`, once."""
        if field.findChild(cls, options=Qt.FindChildOption.FindDirectChildrenOnly) is None:
            cls(field)

    def _changed(self) -> None:
        if self.field.property("fault"):
            clear_fault(self.field)


def _label(field: QWidget) -> ToneLabel:
    label = next(_labels(field), None)
    if label is None:
        raise LookupError(f"The form has no ToneLabel “{field.objectName()}_fault”.")
    return label


def _labels(field: QWidget) -> Iterator[ToneLabel]:
    """The label nearest to the field first; other forms may have one of the same name."""
    around = field.parentWidget()
    while around is not None:
        label = around.findChild(ToneLabel, f"{field.objectName()}_fault")
        if label is not None:
            yield label
        around = around.parentWidget()


def _mark(field: QWidget, *, wrong: bool) -> None:
    field.setProperty("fault", wrong)
    style = field.style()
    style.unpolish(field)
    style.polish(field)
