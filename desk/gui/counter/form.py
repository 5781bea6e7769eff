"""The counter's form: its widgets by their names, for the view and for what serves a part of it."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from desk.gui.counter.parts import DayEdit, KeyButton, MomentEdit, Notice, Segments, StepMark
from desk.gui.counter.photos import PhotoStrip
from desk.gui.counter.similar import SimilarCases
from desk.gui.counter.solve import SolvePanel
from desk.gui.kit import forms
from desk.gui.kit.badge import Badge, ToneLabel
from desk.gui.kit.preview import PdfPreview
from desk.gui.kit.widgets import BigLabel, ElidedLabel, PhoneEdit, PlainEdit


class CounterForm(QWidget):
    """The form `ui/counter.ui`, loaded."""

    notice: Notice
    who_card: QFrame
    who_scroll: QScrollArea
    who_page: QWidget
    what_scroll: QScrollArea
    what_page: QWidget
    more: KeyButton
    goods: KeyButton
    phone: PhoneEdit
    name: QLineEdit
    history: KeyButton
    email: QLineEdit
    address: QLineEdit
    find_sale: KeyButton
    find_words: QLineEdit
    nota: QLineEdit
    no_nota: KeyButton
    product: QComboBox
    bought_at: DayEdit
    sold_branch: QLineEdit
    serial: QLineEdit
    channel: QComboBox
    received_at: MomentEdit
    condition: QLineEdit
    accessories: QLineEdit
    middle: QStackedWidget
    form_page: QFrame
    listen_mark: StepMark
    what_happened: PlainEdit
    expected: QLineEdit
    apologise_mark: StepMark
    asked_for: Segments
    solve_mark: StepMark
    understood: PlainEdit
    safety: KeyButton
    safety_note: ToneLabel
    photo: KeyButton
    photos: PhotoStrip
    factor: QComboBox
    similar_hint: KeyButton
    park: KeyButton
    drafts: KeyButton
    solve: KeyButton
    save: QPushButton
    solution: SolvePanel
    result_page: QFrame
    saved_badge: Badge
    number_head: BigLabel
    number_tail: BigLabel
    result_name: QLabel
    result_promise: QLabel
    result_safety: ToneLabel
    print_again: KeyButton
    undo: KeyButton
    paper: QFrame
    preview: PdfPreview
    printer: ElidedLabel
    similar: SimilarCases

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        own = (KeyButton, DayEdit, MomentEdit, Notice, PhotoStrip, Segments, StepMark)
        forms.load(self, "counter", *own, SimilarCases, SolvePanel)
