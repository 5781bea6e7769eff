"""Photos and files to be attached to a case: dropped, pasted or chosen, kept by the worker."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from desk.controllers.case.acts import files_as, files_in
from desk.gui.case.parts import label, put
from desk.gui.kit import i18n, icons
from desk.gui.kit.workplace import Workplace
from desk.words import say

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
        icons.wear(self._choose, "photo")
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
