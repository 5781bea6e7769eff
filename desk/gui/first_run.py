"""The first page a new user sees: my own shop, or the sample shop."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from desk import words
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from desk.gui.kit import forms, i18n, notify
from desk.gui.kit.widgets import ToneLabel, choose, offer
from desk.gui.kit.work import Pump
from desk.rules.errors import DeskError
from desk.sample.shop import fill, set_up_sample
from desk.words import say


class FirstRunView(QWidget):
    """Makes the first desk, and emits it."""

    desk_ready = Signal(object)
    language_chosen = Signal(str)
    closed = Signal()

    language: QComboBox
    refusal: ToneLabel
    pages: QStackedWidget
    choose_page: QWidget
    shop_page: QWidget
    busy_page: QWidget
    own_shop: QPushButton
    sample_shop: QPushButton
    company: QLineEdit
    branch_name: QLineEdit
    branch: QLineEdit
    address: QLineEdit
    reach: QLineEdit
    admin: QLineEdit
    pin: QLineEdit
    set_up_shop: QPushButton
    go_back: QPushButton
    progress: QProgressBar

    def __init__(self, home: Home) -> None:
        super().__init__()
        forms.load(self, "first_run")
        self._home = home
        self._pump = Pump(self)
        offer(self.language, i18n.NAMES)
        choose(self.language, words.spoken())
        self._join()
        forms.live(self, lambda: self.setWindowTitle(str(say("first_run", "Complaint Desk"))))
        self.pages.setCurrentWidget(self.choose_page)
        self.resize(1000, 660)

    def _join(self) -> None:
        self.language.activated.connect(
            lambda _at: self.language_chosen.emit(self.language.currentData())
        )
        self.own_shop.clicked.connect(self._own)
        self.sample_shop.clicked.connect(self._sample)
        self.set_up_shop.clicked.connect(self._create)
        self.go_back.clicked.connect(self._back)
        for key, do in (("Esc", self._back), ("Ctrl+Return", self._create)):
            action = QAction(self)
            action.setShortcut(key)
            action.triggered.connect(do)
            self.addAction(action)

    def _own(self) -> None:
        self.pages.setCurrentWidget(self.shop_page)
        self.company.setFocus()

    def _back(self) -> None:
        if self.pages.currentWidget() is self.shop_page:
            self.refusal.tell("")
            self.pages.setCurrentWidget(self.choose_page)
            self.own_shop.setFocus()

    def _create(self) -> None:
        if self.pages.currentWidget() is not self.shop_page:
            return
        notify.clear_faults(self)
        self.refusal.tell("")
        wanted = SetUp(
            company=self.company.text(),
            branch=self.branch.text(),
            branch_name=self.branch_name.text(),
            address=self.address.text(),
            reach=self.reach.text(),
            admin=self.admin.text(),
            pin=self.pin.text(),
        )
        try:
            desk = set_up(self._home, wanted)
        except DeskError as fault:
            self._show_fault(fault)
        else:
            self.desk_ready.emit(desk)

    def _sample(self) -> None:
        self.pages.setCurrentWidget(self.busy_page)
        try:
            desk = set_up_sample(self._home)
            steps = fill(desk)
        except DeskError as fault:
            self._show_fault(fault)
        else:
            self._pump.start(
                steps,
                progress=self._progressed,
                done=lambda _made: self.desk_ready.emit(desk),
                failed=self._show_fault,
            )

    def _show_fault(self, fault: DeskError) -> None:
        """At the field, or on top."""
        if self.pages.currentWidget() is self.busy_page:
            self.pages.setCurrentWidget(self.choose_page)
        # The set-up calls the administrator's name “name”, as for everybody else.
        at = self.admin if fault.field == "name" else None
        if at is not None:
            notify.field_fault(at, fault.text)
        elif not notify.at_field(self, fault):
            self.refusal.tell(fault.text, "late")

    def _progressed(self, done: int, total: int) -> None:
        self.progress.setMaximum(total)
        self.progress.setValue(done)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the first page ends the program."""
        self._pump.cancel()
        super().closeEvent(event)
        self.closed.emit()
