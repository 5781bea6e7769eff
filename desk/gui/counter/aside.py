"""What helps beside the form: what is known as one types, solved cases like it, the living receipt.

The list under a field is chosen with the arrows and Enter; the focus stays in the field while one
types, and a list that a button opened takes it. Of the receipt one is on its way at a time, and the
last one wins.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desk import words
from desk.controllers.counter import saving as words_of
from desk.controllers.counter.controller import Counter
from desk.controllers.counter.form import Solution
from desk.controllers.counter.lookup import SolvedBefore, Suggestion, as_suggestions
from desk.gui.counter.form import CounterForm
from desk.gui.counter.solve import caption
from desk.gui.kit import forms, theme
from desk.gui.kit.preview import PdfPreview
from desk.gui.kit.theme import colours
from desk.gui.kit.widgets import FoundModel, Index, paint_line, smaller, tip
from desk.gui.print.printing import AS_PDF, ASK, Printing
from desk.journal.drafts import Draft
from desk.paper.ports import place
from desk.paper.receipt import Receipt
from desk.rules.deciding import ShortWay
from desk.rules.errors import DeskError
from desk.words import Text, say

_PAUSE = 400  # milliseconds of no typing, after which is looked


class Aside(QObject):
    """The similar cases and the panel of “Solve now” of one form."""

    def __init__(
        self,
        form: CounterForm,
        counter: Counter,
        *,
        save: Callable[[], None],
        suggest: Callable[[str, Sequence[Suggestion]], None],
    ) -> None:
        super().__init__(form)
        self._form = form
        self._suggest = suggest
        self._way: ShortWay | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(counter.look_for_similar)
        form.what_happened.textChanged.connect(self._timer.start)
        form.product.editTextChanged.connect(lambda _text: self._timer.start())
        form.similar.chosen.connect(counter.use_similar)
        form.solution.left.connect(counter.solve_later)
        form.solution.wanted.connect(save)

    def stop(self) -> None:
        """Nothing is looked up any more."""
        self._timer.stop()

    def show_similar(self, found: Sequence[SolvedBefore]) -> None:
        self._timer.stop()
        self._form.similar.show_cases(found)
        self.fold()

    def fold(self) -> None:
        """The line is there while the side is not."""
        form = self._form
        number = len(form.similar.cases)
        form.similar_hint.setText(str(caption(number)))
        form.similar_hint.setVisible(bool(number) and form.paper.isHidden())

    def go_to_similar(self) -> None:
        """F11: to the list at the side, or it opens over the form."""
        form = self._form
        if form.paper.isHidden():
            at = "solve_save" if form.solution.isVisible() else "similar_hint"
            self._suggest(at, as_suggestions(form.similar.cases))
        else:
            form.similar.take_focus()

    def show_way(self, way: ShortWay) -> None:
        """The button says how far it goes, and why not further."""
        self._way = way
        self._form.solution.show_way(way)
        self.reword()

    def show_solving(self, solution: Solution) -> None:
        """The panel, or the form again."""
        form = self._form
        form.solution.write(solution)
        form.middle.setCurrentWidget(form.solution if solution.now else form.form_page)

    def reword(self) -> None:
        """In the language shown."""
        self.fold()
        if self._way is not None:
            button, why = self._form.solve, words_of.reason(self._way)
            button.setText(str(words_of.label(self._way)))
            button.setAccessibleDescription(str(why or ""))
            tip(button, why or "")


_EMPTY = say("counter", "The receipt appears here as you write, just as it will print.")
_STILL = 120  # milliseconds of the same width before it is made for it


def goes_to(printing: Printing) -> Text:
    """Where the receipt will come out."""
    if printing.printer == AS_PDF:
        return say("counter", "No printer is chosen: the receipt is kept as PDF.")
    if printing.printer == ASK:
        return say("counter", "You are asked for the printer each time.")
    return say("counter", "Prints on {printer}")(printer=place(printing.printer))


class LivePaper(QObject):
    """Shows receipts in a preview, made in the worker for the width that it has."""

    def __init__(self, preview: PdfPreview, printing: Printing) -> None:
        super().__init__(preview)
        self._preview = preview
        self._printing = printing
        self._wanted: Receipt | None = None
        self._made: object = None
        self._under_way = False
        self._settling = QTimer(self, singleShot=True, interval=_STILL)
        self._settling.timeout.connect(self._make)
        preview.installEventFilter(self)
        forms.language.changed.connect(self._settling.start)
        preview.show_empty(_EMPTY)

    def show_receipt(self, receipt: Receipt | None) -> None:
        """This one, as soon as it is made; without one, an empty sheet that says what comes."""
        self._wanted = receipt
        if receipt is None:
            self._made = None
            self._preview.show_empty(_EMPTY)
        else:
            self._make()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Another width: made again."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._settling.start()
        return False

    def _make(self) -> None:
        receipt, printing = self._wanted, self._printing
        width = self._preview.wanted_width()
        form = (receipt, width, printing.paper, printing.language, words.spoken())
        if receipt is None:
            self._preview.show_empty(_EMPTY)
        if receipt is None or self._under_way or form == self._made:
            return
        if not self._preview.isVisible():
            return
        self._under_way, self._made = True, form
        printing.preview(receipt, width=width, done=self._done, failed=self._failed)

    def _done(self, pages: Sequence[QImage]) -> None:
        self._under_way = False
        if self._wanted is not None:
            self._preview.show_pages(pages)
            self._make()

    def _failed(self, fault: DeskError) -> None:
        self._under_way = False
        self._preview.show_empty(fault.text)


_MOST_ROWS = 6
_NARROWEST = 380
_ICON = 18
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}
_TAKES = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}


class Suggestions(QFrame):
    """One list for all fields of a view, shown at the field that asked."""

    chosen = Signal(object)
    dropped = Signal(object)
    wanted = Signal(QWidget)
    """Down was pressed in a field without a list."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._model = FoundModel[Suggestion](self, lambda one: f"{one.title}, {one.detail}")
        self.list = QListView(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Lines(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._take)
        self.list.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 4)
        shadow.setColor(QColor(0, 0, 0, 70))
        self.setGraphicsEffect(shadow)
        self._view = view
        self._field: QWidget | None = None
        self._before: QWidget | None = None
        self.hide()

    def serve(self, field: QWidget) -> None:
        """Listen to the arrows, Enter and Tab in this field."""
        field.installEventFilter(self)

    def show_at(self, field: QWidget, found: Sequence[Suggestion], *, focus: bool) -> None:
        """Shows what was found at a field; `focus` takes the keys away from it."""
        if not found:
            self.close_list()
            return
        self._field = field
        self._model.show_rows(found)
        self._place(field, len(found))
        sure = next((at for at, one in enumerate(found) if one.sure), None)
        first = 0 if focus else sure
        self.list.setCurrentIndex(self._model.index(-1 if first is None else first))
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus if focus else Qt.FocusPolicy.NoFocus)
        self.show()
        self.raise_()
        if focus:
            self._before = QApplication.focusWidget()
            self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_list(self) -> None:
        """Goes away; the focus goes back to where it was."""
        had_focus, before = self.list.hasFocus(), self._before
        self._before = None
        self.hide()
        if had_focus and before is not None:
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def rows(self) -> list[Suggestion]:
        """What is listed now."""
        return list(self._model.found) if self.isVisible() else []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field, or of the list itself."""
        if event.type() is QEvent.Type.FocusOut and watched in (self._field, self.list):
            if QApplication.activePopupWidget() is None and not self.list.hasFocus():
                self.hide()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._pressed(watched, event)
        return False

    def _pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if not self.isVisible():
            if key == Qt.Key.Key_Down and isinstance(watched, QWidget):
                self.wanted.emit(watched)
                return self.isVisible()
            return False
        if key in _MOVES:
            self._move(_MOVES[key])
        elif key in _TAKES and self.list.currentIndex().isValid():
            self._take(self.list.currentIndex())
        elif key == Qt.Key.Key_Delete and watched is self.list:
            self._drop()
        else:
            return False
        return True

    def _move(self, by: int) -> None:
        at, last = self.list.currentIndex().row(), self._model.rowCount() - 1
        self.list.setCurrentIndex(self._model.index(min(max(at + by, 0), last)))

    def _take(self, index: QModelIndex) -> None:
        found = self._model.found[index.row()]
        self.close_list()
        self.chosen.emit(found)

    def _drop(self) -> None:
        at = self.list.currentIndex().row()
        if at >= 0:
            found = self._model.found[at]
            self.close_list()
            self.dropped.emit(found)

    def _place(self, field: QWidget, rows: int) -> None:
        """Under the field where there is room, else above it; never out of the view."""
        view = self._view
        corner = field.mapTo(view, QPoint(0, field.height() + 2))
        width = max(field.width(), _NARROWEST)
        height = self.list.sizeHintForRow(0) * min(rows, _MOST_ROWS) + 6
        left = max(0, min(corner.x(), view.width() - width - 8))
        below = view.height() - corner.y() - 8
        top = corner.y()
        if height > below:
            above = corner.y() - field.height() - 4
            top = above - height if above > below else top
            height = min(height, max(above, below))
        self.setGeometry(left, max(0, top), width, height)


class _Lines(QStyledItemDelegate):
    """Two lines with a picture; all of it plain text."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines high."""
        height = option.fontMetrics.lineSpacing() * 2 + 8
        return QSize(200, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The chosen one on the accent's ground with a bar."""
        one: Suggestion = index.data(Qt.ItemDataRole.UserRole)
        shown, place = colours(), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(shown.accent_soft))
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 6, 6)
            painter.setBrush(QColor(shown.accent))
            painter.drawRoundedRect(
                QRect(place.left() + 1, place.top() + 6, 3, place.height() - 12), 1, 1
            )
        mark = QRect(place.left() + 12, place.top() + (place.height() - _ICON) // 2, _ICON, _ICON)
        theme.paint(painter, one.icon, mark, colour=QColor(shown.muted))
        words = place.adjusted(12 + _ICON + 10, 4, -10, -4)
        words.setHeight(words.height() // 2)
        painter.setFont(option.font)
        painter.setPen(QColor(shown.text))
        paint_line(painter, words, str(one.title))
        painter.setFont(smaller(option.font))
        painter.setPen(QColor(shown.accent if one.sure else shown.muted))
        paint_line(painter, words.translated(0, words.height()), str(one.detail))
        painter.restore()


FIELDS = ("phone", "name", "nota", "find_words")
_TYPING = 120  # milliseconds of no typing, after which is looked
_TAKE_KEYS = ("history", "drafts", "similar_hint", "solve_save")
"""Lists that a button opens take the keys; those under a field leave them to it."""


class Looking(QObject):
    """The look-ups of one form."""

    def __init__(self, form: CounterForm, counter: Counter) -> None:
        super().__init__(form)
        self._form = form
        self._counter = counter
        self._field = ""
        self.suggestions = Suggestions(form)
        self.suggestions.chosen.connect(self._chosen)
        self.suggestions.dropped.connect(self._dropped)
        self.suggestions.wanted.connect(lambda field: self._look(field.objectName()))
        self._timer = QTimer(self, singleShot=True, interval=_TYPING)
        self._timer.timeout.connect(lambda: self._look(self._field))
        for name in FIELDS:
            field = form.line(name)
            field.textEdited.connect(lambda _text, name=name: self._soon(name))
            self.suggestions.serve(field)

    def show_found(self, field: str, found: Sequence[Suggestion]) -> None:
        """A list under the field, or none."""
        self._timer.stop()
        at: QWidget = getattr(self._form, field, None) or getattr(self._form.solution, field)
        self.suggestions.show_at(at, found, focus=field in _TAKE_KEYS)

    def stop(self) -> bool:
        """No list, and none on its way; whether there was one."""
        self._timer.stop()
        shown = self.suggestions.isVisible()
        self.suggestions.close_list()
        return shown

    def _soon(self, name: str) -> None:
        self._field = name
        self._timer.start()

    def _look(self, name: str) -> None:
        field = self._form.line(name)
        if field.hasFocus():
            self._counter.look_up(name, field.text())

    def _chosen(self, suggestion: Suggestion) -> None:
        self._counter.choose(suggestion)

    def _dropped(self, suggestion: Suggestion) -> None:
        if isinstance(suggestion.found, Draft):
            self._counter.discard(suggestion.found)
