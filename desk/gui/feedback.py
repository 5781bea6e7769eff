"""What is no complaint is taken in: the kind, the words, perhaps who; then on with the work."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QPushButton, QWidget

from desk.controllers.feedback import FIRST, Feedback, Said
from desk.gui.kit import forms, notify
from desk.gui.kit.widgets import PhoneEdit, PlainEdit, ToneLabel, choose, offer
from desk.gui.kit.workplace import Workplace
from desk.rules.choices import CHANNELS, FEEDBACK_KINDS
from desk.rules.errors import DeskError
from desk.words import Text

_PAUSE = 1000  # milliseconds without a key, then it is on the disk


class FeedbackDialog(QDialog):
    """Shows and emits; `desk.controllers.feedback` decides. `ended` once it is kept."""

    ended = Signal()

    suggestion: QPushButton
    question: QPushButton
    praise: QPushButton
    text: PlainEdit
    text_fault: ToneLabel
    name: QLineEdit
    phone: PhoneEdit
    channel: QComboBox
    refusal: ToneLabel
    leave: QPushButton
    keep: QPushButton

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        forms.load(self, "feedback")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._toast = workplace.toast
        self._controller = Feedback(workplace.desk, self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        offer(self.channel, CHANNELS)
        self._controller.begin()
        self._join()
        self.resize(720, 460)
        self.text.setFocus()

    def _join(self) -> None:
        self._pause.timeout.connect(self._hold)
        for changed in (self.text.textChanged, self.name.textChanged, self.phone.textChanged):
            changed.connect(self._pause.start)
        self.channel.activated.connect(lambda _at: self._pause.start())
        self.keep.clicked.connect(self._keep)
        self.leave.clicked.connect(self.reject)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        for kind in FEEDBACK_KINDS:
            button = getattr(self, kind)
            button.pressed.connect(lambda button=button: self._choose(button))
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            action = QAction(self)
            action.setShortcut(key)
            action.setAutoRepeat(False)
            action.triggered.connect(self._keep)
            self.addAction(action)

    def put(self, said: Said) -> None:
        getattr(self, said.kind).setChecked(True)
        self.text.setPlainText(said.text)
        self.name.setText(said.name)
        self.phone.setText(said.phone)
        choose(self.channel, said.channel)

    def said(self) -> Said:
        """What stands in the form."""
        checked = (kind for kind in FEEDBACK_KINDS if getattr(self, kind).isChecked())
        return Said(
            kind=next(checked, FIRST),
            text=self.text.toPlainText(),
            name=self.name.text(),
            phone=self.phone.text(),
            channel=self.channel.currentData(),
        )

    def show_fault(self, fault: DeskError) -> None:
        """At the field it names, or above the buttons; what was typed stays."""
        if not notify.at_field(self, fault):
            self.refusal.tell(fault.text, "late")

    def kept(self, words: Text) -> None:
        self._pause.stop()
        self._toast.tell(words)
        self.ended.emit()
        self.accept()

    def reject(self) -> None:
        """Back; what was typed waits for the next time."""
        self._pause.stop()
        if self._hold():
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, and nothing else."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(pressed := self.focusWidget(), QPushButton):
            pressed.click()

    def _choose(self, button: QPushButton) -> None:
        """At once, as its key goes down: the next letters are the customer's words."""
        button.setChecked(True)
        self._pause.start()
        self.text.setFocus()

    def _keep(self) -> None:
        notify.clear_faults(self)
        self.refusal.tell("")
        self._controller.keep(self.said())

    def _hold(self) -> bool:
        try:
            self._controller.hold(self.said())
        except DeskError as fault:
            self.show_fault(fault)
            return False
        return True
