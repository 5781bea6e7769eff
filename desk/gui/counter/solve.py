"""“Solve now”: solved cases like it, and the panel of cause, what helped, and the last word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desk.controllers.counter import saving as words_of
from desk.controllers.counter.form import Solution
from desk.controllers.counter.lookup import SolvedBefore
from desk.controllers.counter.saving import SCORES
from desk.gui.counter.parts import KeyButton, Segments
from desk.gui.kit import forms
from desk.gui.kit.theme import colours
from desk.gui.kit.widgets import (
    FoundModel,
    Index,
    PlainEdit,
    ToneLabel,
    choose,
    offer,
    paint_line,
    smaller,
)
from desk.rules.choices import ANSWERS, ENTERED_BY
from desk.rules.deciding import ShortWay
from desk.words import Text, counted, say

_DIGITS = "123450"  # “rather not say” is 0, as on the turned screen


class SolvePanel(QFrame):
    """Shows and tells; `changed` when something was typed, `left` to go back to the form."""

    changed = Signal()
    left = Signal()
    wanted = Signal()

    solve_title: QLabel
    reason: ToneLabel
    solve_scroll: QScrollArea
    solve_body: QWidget
    cause: PlainEdit
    remedy: PlainEdit
    to_group: QWidget
    to: QComboBox
    word_group: QWidget
    answer: Segments
    score: Segments
    why_group: QWidget
    why: QLineEdit
    entered_by: QComboBox
    solve_back: KeyButton
    solve_save: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "counter_solve")
        self._way: ShortWay | None = None
        self._now = self._putting = False
        self.answer.offer(ANSWERS)
        self.score.offer(SCORES, keys=_DIGITS)
        offer(self.entered_by, ENTERED_BY)
        for ground in (self.solve_scroll.viewport(), self.solve_body):
            ground.setAutoFillBackground(False)  # the card shows through
        self._join()
        forms.live(self, self._reword)

    def _join(self) -> None:
        for story in (self.cause, self.remedy):
            story.fewest = 2
            story.textChanged.connect(self._typed)
        for words in (self.answer, self.score):
            words.changed.connect(self._typed)
        for combo in (self.to, self.entered_by):
            combo.activated.connect(self._typed)
        self.why.textEdited.connect(self._typed)
        self.solve_back.clicked.connect(self.left)
        self.solve_save.clicked.connect(self.wanted)

    def _typed(self) -> None:
        if not self._putting:
            self._show_why()
            self.changed.emit()

    def read(self) -> Solution:
        """Every field as it stands."""
        return Solution(
            now=self._now,
            cause=self.cause.toPlainText(),
            remedy=self.remedy.toPlainText(),
            answer=self.answer.chosen,
            score=self.score.chosen,
            why=self.why.text(),
            entered_by=str(self.entered_by.currentData() or "staff"),
            to=str(self.to.currentData() or ""),
        )

    def write(self, solution: Solution) -> None:
        """Shows these values; what stands there already is left alone, with its cursor."""
        self._putting, self._now = True, solution.now
        for story, text in ((self.cause, solution.cause), (self.remedy, solution.remedy)):
            if story.toPlainText() != text:
                story.setPlainText(text)
        self.answer.choose(solution.answer)
        self.score.choose(solution.score)
        if self.why.text() != solution.why:
            self.why.setText(solution.why)
        choose(self.entered_by, solution.entered_by)
        if solution.to:
            choose(self.to, solution.to)
        self._putting = False
        self._show_why()

    def show_way(self, way: ShortWay) -> None:
        """Asks for what whoever is at work may do."""
        if way == self._way:
            return
        self._way, chosen = way, self.to.currentData()
        self.to.clear()
        for one in way.receivers:
            self.to.addItem(one.name, one.id)
        self.to.setCurrentIndex(max(self.to.findData(chosen), 0) if way.receivers else -1)
        self.to_group.setVisible(bool(way.receivers))
        self.word_group.setVisible(way.no_solving is None and way.no_closing is None)
        self._reword()

    def _show_why(self) -> None:
        self.why_group.setVisible(words_of.asks_why(self.read()))

    def _reword(self) -> None:
        if self._way is not None:
            self.solve_title.setText(str(words_of.title(self._way)))
            self.reason.tell(words_of.reason(self._way) or "", "soon")
            self.solve_save.setText(str(words_of.main_label(self._way)))


_IN_SIGHT = 2
_LINES = 4
_CAUSE = say("counter", "Cause: {cause}")
_HELPED = say("counter", "Helped: {remedy}")


def caption(number: int) -> Text:
    """“3 like this were solved”."""
    return counted(
        number,
        say("counter", "{n} like this was solved"),
        say("counter", "{n} like this were solved"),
    )


class SimilarCases(QFrame):
    """A short list; away while there is nothing in it. Enter or a click takes one."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = FoundModel[SolvedBefore](self, lambda case: ". ".join(_told(case)))
        self._caption = QLabel(self)
        self._caption.setProperty("role", "caption")
        self.list = QListView(self)
        self.list.setObjectName("similar_list")
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Lines(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._take)
        self.list.installEventFilter(self)
        self._caption.setBuddy(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._caption)
        layout.addWidget(self.list)
        self._before: QWidget | None = None
        forms.live(self, self._reword)
        self.hide()

    def show_cases(self, found: Sequence[SolvedBefore]) -> None:
        """These in place of the last ones."""
        if list(found) == self._model.found:
            return
        had_focus = self.list.hasFocus()
        self._model.show_rows(found)
        rows = min(len(found), _IN_SIGHT)
        self.list.setFixedHeight(max(1, self.list.sizeHintForRow(0) * rows + 6))
        self.setVisible(bool(found))
        self._reword()
        if had_focus and not found:
            self.leave()

    @property
    def cases(self) -> list[SolvedBefore]:
        """What is listed now."""
        return list(self._model.found)

    def take_focus(self) -> None:
        """The keys go to the list, the first case first."""
        if self.isVisible():
            self._before = QApplication.focusWidget()
            self.list.setCurrentIndex(self._model.index(0))
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> bool:
        """The keys go back to where they were; whether they were here."""
        here, before = self.list.hasFocus(), self._before
        if here and before is not None:
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        return here

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Enter takes a case, copying copies it as words."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy) and self.list.currentIndex().isValid():
            case = self._model.found[self.list.currentIndex().row()]
            QGuiApplication.clipboard().setText("\n".join(_told(case)))
        else:
            return False
        return True

    def _take(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._model.found[index.row()])

    def _reword(self) -> None:
        number = len(self._model.found)
        self._caption.setText(f"{caption(number)}   F11")
        self.list.setAccessibleName(str(caption(number)))
        self.list.viewport().update()


def _told(case: SolvedBefore) -> list[str]:
    """Four lines: which, what it was, why, what helped."""
    which = " · ".join(filter(None, (case.grouped, case.product)))
    cause, helped = _CAUSE(cause=case.cause), _HELPED(remedy=case.remedy)
    return [which, case.what, str(cause), str(helped)]


class _Lines(QStyledItemDelegate):
    """Four lines, what helped in the colour of a good end; all of it plain text."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Four lines high."""
        return QSize(160, option.fontMetrics.lineSpacing() * _LINES + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The chosen one on the accent's ground with a bar."""
        case: SolvedBefore = index.data(Qt.ItemDataRole.UserRole)
        shown, place = colours(), option.rect.adjusted(0, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        chosen = option.state & QStyle.StateFlag.State_Selected
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(QColor(shown.accent_soft))
            painter.drawRoundedRect(place, 6, 6)
        painter.setBrush(QColor(shown.good))
        painter.drawRoundedRect(QRect(place.left(), place.top() + 4, 3, place.height() - 8), 1, 1)
        inks = (shown.muted, shown.text, shown.muted, shown.good)
        small = smaller(option.font)
        for at, (words, ink) in enumerate(zip(_told(case), inks, strict=True)):
            painter.setFont(option.font if at == 1 else small)
            painter.setPen(QColor(ink))
            line = QRect(place.left() + 10, place.top() + 3, place.width() - 14, 0)
            line.setHeight((place.height() - 6) // _LINES)
            line.translate(0, at * line.height())
            paint_line(painter, line, words)
        painter.restore()
