"""Inputs of the panels: a few choices in sight, a moment as people say it, files to be attached."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desk.controllers.case.acts import files_as, files_in
from desk.gui.case.parts import label, put
from desk.gui.kit import i18n, theme
from desk.gui.kit.workplace import Workplace
from desk.moments import near
from desk.telling.typed import QUICK, moment_in
from desk.words import Text, say


class ChoiceField(QWidget):
    """A few choices, all in sight; arrows move between them."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(0)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QRadioButton] = {}
        self._choices: Mapping[str, Text] = {}
        i18n.language.changed.connect(self._reword)

    def offer(self, choices: Mapping[str, Text]) -> None:
        """These can be chosen; once for all."""
        self._choices = choices
        for at, key in enumerate(choices):
            button = QRadioButton(self)
            button.toggled.connect(self.changed)
            self._group.addButton(button)
            self._grid.addWidget(button, *divmod(at, 2))
            self._buttons[key] = button
        self.setFocusProxy(next(iter(self._buttons.values())))
        self._reword()

    def follow(self, before: QWidget) -> QWidget:
        """Tab leads here from `before`; gives the last of the choices."""
        for button in self._buttons.values():
            QWidget.setTabOrder(before, button)
            before = button
        return before

    def value(self) -> str:
        """The key that is chosen; nothing where none is."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, key: str) -> None:
        """Chooses `key`; nothing for one that is not offered."""
        if key == self.value():
            return
        self._group.setExclusive(False)
        for each, button in self._buttons.items():
            button.setChecked(each == key)
        self._group.setExclusive(True)
        self.setFocusProxy(self._buttons.get(key) or next(iter(self._buttons.values())))

    def _reword(self) -> None:
        for key, button in self._buttons.items():
            button.setText(str(self._choices[key]))


class MomentField(QWidget):
    """A day and hour, typed freely and told back in words; quick choices where it lies ahead."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ahead = True
        self.now: Callable[[], datetime] | None = None
        self.after: datetime | None = None
        self.edit, self._told = QLineEdit(self), label("caption")
        self._quick = [QPushButton(self) for _ in QUICK]
        row = QHBoxLayout()
        row.setSpacing(4)
        for button, (_, typed) in zip(self._quick, QUICK, strict=True):
            button.setProperty("role", "quiet")
            button.setAutoDefault(True)
            button.clicked.connect(partial(self._choose, typed))
            row.addWidget(button)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addWidget(self.edit)
        whole.addWidget(self._told)
        whole.addLayout(row)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._typed)
        i18n.language.changed.connect(self._reword)

    def begin(self, now: Callable[[], datetime], *, ahead: bool, name: QLabel) -> None:
        """By whose clock, which way it lies, and the label that names it."""
        self.now, self.ahead = now, ahead
        self.edit.setAccessibleName(name.text().replace("&", ""))
        for button in self._quick:
            button.setVisible(ahead)
        self._reword()

    def value(self) -> str:
        """What was typed."""
        return self.edit.text()

    def set_value(self, typed: str) -> None:
        """Puts a text in."""
        if typed != self.edit.text():
            self.edit.setText(typed)

    def _choose(self, typed: str, *_checked: bool) -> None:
        self.edit.setText(typed)
        self.edit.setFocus()

    def _typed(self) -> None:
        self._tell_back()
        self.changed.emit()

    def _reword(self) -> None:
        for button, (name, _) in zip(self._quick, QUICK, strict=True):
            button.setText(str(name))
        example = say("case_inputs", "14.10, tomorrow 10, +4")
        past = say("case_inputs", "14.10, yesterday 17.00")
        self.edit.setPlaceholderText(str(example if self.ahead else past))
        self._tell_back()

    def _tell_back(self) -> None:
        """So that nobody is surprised by which day was understood."""
        if self.now is None:
            return
        now = self.now()
        found = moment_in(self.edit.text(), now, ahead=self.ahead, after=self.after)
        put(self._told, near(found, now) if found else "")


_FOLDER = "case/photo_folder"


class FilesField(QWidget):
    """The files that will be attached; each is stored already, so that none is lost."""

    changed = Signal()
    refused = Signal(object)  # a DeskError

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace: Workplace | None = None
        self._files: list[tuple[str, str]] = []
        self._turn = 0  # what is kept for an earlier panel does not come into the next
        self._names: QLabel = label()
        self._choose, self._clear = QPushButton(self), QPushButton(self)
        theme.wear(self._choose, "photo")
        self._clear.setProperty("role", "quiet")
        self._choose.clicked.connect(self.choose)
        self._clear.clicked.connect(lambda _on: self._put([]))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        for part in (self._names, self._choose, self._clear):
            whole.addWidget(part)
        for button in (self._choose, self._clear):
            button.setAutoDefault(True)
        self.setFocusProxy(self._choose)
        self._reword()
        i18n.language.changed.connect(self._reword)

    def begin(self, workplace: Workplace) -> None:
        """Where files are kept, and by whom."""
        self._workplace = workplace

    def value(self) -> str:
        """The files as a panel keeps them."""
        return files_as(self._files)

    def set_value(self, written: str) -> None:
        """These in place of all others."""
        if written != self.value():
            self._files = files_in(written)
            self._reword()

    def begin_anew(self) -> None:
        """The panel is another one from now on."""
        self._turn += 1

    def choose(self) -> None:
        """Asks for files, beginning in the folder of last time."""
        settings = self._at_work.settings
        words = say("case_files", "Photos and documents of this case")
        dialog = QFileDialog(self.window(), str(words), str(settings.value(_FOLDER, "")))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)

        def take(names: list[str]) -> None:
            files = [Path(name) for name in names]
            settings.setValue(_FOLDER, str(files[0].parent))
            self.attach(files)

        dialog.filesSelected.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def attach(self, files: list[Path]) -> None:
        """Keeps files, one after the other, beside the window."""
        for file in files:
            self._run(partial(self._keep, file, file.name))

    def take_from(self, mime: QMimeData) -> bool:
        """Attaches what was dropped or pasted; False where it is neither file nor picture."""
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if files:
            self.attach(files)
        elif mime.hasImage():
            self._paste(QImage(mime.imageData()))
        else:
            return False
        return True

    def _paste(self, image: QImage) -> None:
        name = str(say("case_files", "Pasted picture.png"))

        def keep() -> tuple[str, str]:
            with tempfile.TemporaryDirectory() as folder:
                file = Path(folder, "pasted.png")
                image.save(str(file))
                return self._keep(file, name)

        self._run(keep)

    @property
    def _at_work(self) -> Workplace:
        if self._workplace is None:
            raise RuntimeError("the field was not joined to a workplace")
        return self._workplace

    def _keep(self, file: Path, name: str) -> tuple[str, str]:
        """On the worker."""
        return self._at_work.desk.files.keep(file), name

    def _run(self, keep: Callable[[], tuple[str, str]]) -> None:
        self._at_work.jobs.run(keep, partial(self._kept, self._turn), self.refused.emit)

    def _kept(self, turn: int, file: tuple[str, str]) -> None:
        if turn == self._turn and all(digest != file[0] for digest, _ in self._files):
            self._put([*self._files, file])

    def _put(self, files: list[tuple[str, str]]) -> None:
        self._files = files
        self._reword()
        self.changed.emit()

    def _reword(self) -> None:
        self._choose.setText(str(say("case_files", "Choose files …")))
        self._clear.setText(str(say("case_files", "Take them out again")))
        self._clear.setVisible(bool(self._files))
        nothing = say("case_files", "Drop files here, or paste a picture with Ctrl+V.")
        names = "\n".join(name for _, name in self._files)
        put(self._names, names or nothing)


def brings_files(mime: QMimeData) -> bool:
    """Files, or a picture alone: an office program sends a picture beside every text."""
    files = any(url.isLocalFile() for url in mime.urls())
    return files or (mime.hasImage() and not mime.hasText())
