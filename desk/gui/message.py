"""A message from the case: look it over, take it along by clipboard, WhatsApp or letter, say it
went.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QDesktopServices,
    QGuiApplication,
    QKeyEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desk.controllers.message import Look, Messages
from desk.gui.kit import forms, i18n, notify, theme
from desk.gui.kit.theme import colours
from desk.gui.kit.widgets import PlainEdit, ToneLabel, choose, offer, tip
from desk.gui.kit.workplace import Workplace
from desk.gui.print import printing
from desk.gui.print.printing import Printed
from desk.rules.choices import MESSAGES
from desk.rules.errors import DeskError
from desk.words import Text, say

_PAUSE = 1000  # milliseconds without a key, then it is on the disk


class MessageDialog(QDialog):
    """Shows and emits; `desk.controllers.message` decides. `ended` once it is logged."""

    ended = Signal(str)

    customer: QLabel
    kind: QComboBox
    language: QComboBox
    again: QPushButton
    text: PlainEdit
    text_fault: ToneLabel
    remarks_area: QScrollArea
    remarks: QWidget
    remarks_layout: QVBoxLayout
    refusal: ToneLabel
    no_whatsapp: QLabel
    sent_bar: QFrame
    sent_question: QLabel
    open_paper: QPushButton
    sent_yes: QPushButton
    sent_not_yet: QPushButton
    leave: QPushButton
    print_letter: QPushButton
    copy: QPushButton
    whatsapp: QPushButton

    def __init__(
        self,
        workplace: Workplace,
        complaint: str,
        kind: str,
        parent: QWidget,
        *,
        until: datetime | None = None,
        why: str = "",
    ) -> None:
        super().__init__(parent)
        forms.load(self, "message")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workplace, self._complaint = workplace, complaint
        self._looks: Sequence[Look] = ()
        self._shown = ("", "")
        self._why_not: Text | None = None
        self._question: Text | None = None
        self._paper: Path | None = None
        self._gone = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._controller = Messages(workplace.desk, self, complaint, until=until, why=why)
        self.remarks_layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        offer(self.kind, MESSAGES)
        offer(self.language, i18n.NAMES)
        self._controller.begin(kind, workplace.printing.language)
        self._join()
        forms.live(self, self._reword)
        self.resize(760, 640)
        self.text.setFocus()

    def _join(self) -> None:
        self.text.textChanged.connect(self._written)
        for combo in (self.kind, self.language):
            combo.activated.connect(self._turned)
        self.again.clicked.connect(self._again)
        self.print_letter.clicked.connect(self._print)
        self.open_paper.clicked.connect(self._open_paper)
        self.finished.connect(self._left)
        self.copy.clicked.connect(self._copy)
        self.whatsapp.clicked.connect(self._open_whatsapp)
        self.sent_yes.clicked.connect(self._sent)
        self.sent_not_yet.clicked.connect(self._not_yet)
        self.leave.clicked.connect(self.reject)
        self._pause.timeout.connect(self._keep)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self._key("Ctrl+Return", lambda: self._main().click())
        self._key("Ctrl+Enter", lambda: self._main().click())
        self._key("Ctrl+P", self.print_letter.click)

    def _key(self, key: str, do: Callable[[], None]) -> None:
        action = QAction(self)
        action.setShortcut(key)
        action.setAutoRepeat(False)
        action.triggered.connect(lambda _on=False: do())
        self.addAction(action)

    def show_case(self, words: Text) -> None:
        self.customer.setText(str(words))

    def show_message(self, kind: str, language: str, text: str) -> None:
        """A text to look over; Ctrl+Z takes back that it was prepared again."""
        choose(self.kind, kind)
        choose(self.language, language)
        if (kind, language) != self._shown:
            self._shown = (kind, language)
            self.text.setPlainText(text)
        elif text != self.text.toPlainText():
            cursor = QTextCursor(self.text.document())
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(text)
            self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def show_looks(self, looks: Sequence[Look]) -> None:
        """Beneath the text, and as a wave under the words that are meant."""
        if list(looks) == list(self._looks):
            self._underline()
            return
        self._looks = looks
        for label in self.remarks.findChildren(ToneLabel):
            self.remarks_layout.removeWidget(label)
            label.setParent(None)
            label.deleteLater()
        for look in looks:
            label = ToneLabel(self.remarks)
            self.remarks_layout.addWidget(label)
            label.tell(look.words, look.tone)
        self._underline()

    def show_whatsapp(self, why_not: Text | None) -> None:
        """The main button is WhatsApp, or to copy where it cannot be opened."""
        self._why_not = why_not
        self.whatsapp.setEnabled(why_not is None)
        for button in (self.copy, self.whatsapp):
            button.setProperty("role", "primary" if button is self._main() else "")
            button.style().unpolish(button)
            button.style().polish(button)
            theme.dress(button)
        self._reword()

    def show_letter(self, why_not: Text | None) -> None:
        """Greyed where it is no letter; the reason is the tooltip."""
        self.print_letter.setEnabled(why_not is None)
        tip(self.print_letter, why_not or "")

    def ask_sent(self, question: Text | None) -> None:
        """Within the window; the answer has the focus."""
        self._question = question
        self._reword()
        if question is None:
            self.text.setFocus()
        else:
            self.sent_yes.setFocus()

    def show_fault(self, fault: DeskError) -> None:
        """At the field it names, or above the buttons; what was typed stays."""
        if not notify.at_field(self, fault):
            self.refusal.tell(fault.text, "late")

    def logged(self, words: Text) -> None:
        self._pause.stop()
        self._workplace.toast.tell(words)
        self.ended.emit(self._complaint)
        self.accept()

    def reject(self) -> None:
        """Back; what was typed waits for the next time."""
        self._pause.stop()
        if self._keep():
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus; Esc answers “not yet” before it goes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(pressed := self.focusWidget(), QPushButton):
                pressed.click()
        elif event.key() == Qt.Key.Key_Escape and self._question is not None:
            self._not_yet()
        else:
            super().keyPressEvent(event)

    def _main(self) -> QPushButton:
        return self.whatsapp if self._why_not is None else self.copy

    def _written(self) -> None:
        self._controller.write(self.text.toPlainText())
        self._pause.start()

    def _turned(self) -> None:
        self._controller.turn(self.kind.currentData(), self.language.currentData())

    def _again(self) -> None:
        self._controller.again()
        self.text.setFocus()

    def _copy(self) -> None:
        self._clear()
        if text := self._controller.take("other"):
            QGuiApplication.clipboard().setText(text)

    def _open_whatsapp(self) -> None:
        """Where nothing answers to the link, the text is copied instead."""
        self._clear()
        link = self._controller.link()
        if not self._controller.take("whatsapp"):
            return
        if not QDesktopServices.openUrl(QUrl.fromEncoded(link.encode("ascii"))):
            self._copy()
            self.refusal.tell(
                say("message", "WhatsApp did not open. The text is copied: paste it there."), "soon"
            )

    def _print(self) -> None:
        """The letter is made beside the window, and asked for once it is on its way to paper."""
        self._clear()
        letter = self._controller.letter()
        if letter is None:
            return
        self.print_letter.setEnabled(False)
        self._workplace.printing.letter(
            letter,
            name=self.kind.currentData(),
            language=self.language.currentData(),
            done=self._printed,
            failed=self._not_printed,
        )

    def _printed(self, printed: Printed) -> None:
        if self._gone:
            ready = say("message", "The letter is ready. Once it was sent, log it as a contact.")
            self._workplace.toast.tell(ready, icon="print")
            return
        self.print_letter.setEnabled(True)
        if printed.trouble is not None:
            self.refusal.tell(printed.trouble, "late")
        self._paper = printed.file
        file = printed.file.name if printed.file else ""
        self._controller.on_paper(printer=printed.printer, file=file)

    def _not_printed(self, fault: DeskError) -> None:
        if self._gone:
            self._workplace.toast.tell(fault.text, icon="warning")
            return
        self.print_letter.setEnabled(True)
        self.show_fault(fault)

    def _open_paper(self) -> None:
        if self._paper is not None:
            printing.open_file(self._paper)
        self.sent_yes.setFocus()

    def _left(self) -> None:
        """A letter may still be on its way to paper."""
        self._gone = True

    def _sent(self) -> None:
        self._clear()
        self._controller.sent()

    def _not_yet(self) -> None:
        self._clear()
        self._controller.not_sent()

    def _clear(self) -> None:
        self._paper = None
        notify.clear_faults(self)
        self.refusal.tell("")

    def _keep(self) -> bool:
        try:
            self._controller.keep()
        except DeskError as fault:
            self.show_fault(fault)
            return False
        return True

    def _underline(self) -> None:
        wave = QTextCharFormat()
        wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wave.setUnderlineColor(QColor(colours().soon))
        marks = []
        for look in self._looks:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self.text.document())
            mark.cursor.setPosition(self._place(look.start))
            mark.cursor.setPosition(self._place(look.end), QTextCursor.MoveMode.KeepAnchor)
            mark.format = wave
            marks.append(mark)
        self.text.setExtraSelections(marks)

    def _place(self, at: int) -> int:
        """Qt counts a sign beyond the usual plane as two."""
        return len(self.text.toPlainText()[:at].encode("utf-16-le")) // 2

    def _reword(self) -> None:
        """In the language shown; the main button names its key."""
        copied = self._main() is self.copy
        self.copy.setText(
            str(say("message", "&Copy   Ctrl+Enter") if copied else say("message", "&Copy"))
        )
        self.whatsapp.setText(
            str(say("message", "&WhatsApp") if copied else say("message", "&WhatsApp   Ctrl+Enter"))
        )
        self.no_whatsapp.setText(str(self._why_not or ""))
        self.no_whatsapp.setVisible(self._why_not is not None)
        tip(self.whatsapp, self._why_not or "")
        self.sent_question.setText(str(self._question or ""))
        self.open_paper.setVisible(self._paper is not None)
        self.sent_bar.setVisible(self._question is not None)
