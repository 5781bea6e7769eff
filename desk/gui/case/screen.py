"""A case on a screen, large or beside the queue: what is typed, copied, called and looked at."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QGuiApplication,
    QHideEvent,
    QImage,
    QImageReader,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from desk.controllers.case.acts import Deed
from desk.controllers.case.controller import Case, Page, Panel
from desk.controllers.queue import words
from desk.gui.case.known import KnownSheet
from desk.gui.kit.workplace import Workplace
from desk.rules.errors import DeskError
from desk.words import Text

_PAUSE = 1000  # milliseconds without typing, after which a draft is safe on the disk
_LARGEST_PHOTO = QSize(1600, 1200)


class CaseWidget(QWidget):
    """What the Case and the queue's pane do alike; their form has a `KnownSheet`."""

    known: KnownSheet

    def join_case(self, workplace: Workplace, case: Case) -> None:
        """This screen shows `case` from now on."""
        self._workplace, self._case = workplace, case
        self._page: Page | None = None
        self._panel: Panel | None = None
        self._photo = PhotoWindow(self)
        self._typing = QTimer(self, singleShot=True, interval=_PAUSE)
        self._typing.timeout.connect(case.save_drafts)
        self.known.copy_phone.connect(self._copy_phone)
        self.known.call.connect(self._call)
        self.known.open_photo.connect(self._open_photo)

    def tell(self, text: Text) -> None:
        """In the corner."""
        self._workplace.toast.tell(text)

    def did(self, deed: Deed, _number: str) -> None:
        """In the corner, by the deed's own words."""
        self.tell(deed.done)

    def refuse(self, fault: DeskError) -> None:
        """In the corner, as what was not done."""
        self._workplace.toast.tell(fault.text, icon="warning")

    def print_receipt(self, complaint: str) -> None:
        """To paper, in the worker."""
        self._workplace.printing.receipt(complaint)

    def copy(self, text: str, told: Text) -> None:
        """To the clipboard."""
        QGuiApplication.clipboard().setText(text)
        self.tell(told)

    def _copy_phone(self) -> None:
        if self._page is not None:
            phone = self._page.known.phone
            self.copy(phone, words.COPIED(what=phone))

    def _call(self) -> None:
        """By whatever program of this computer makes calls; else the number is copied."""
        known = self._page.known if self._page is not None else None
        if known and not QDesktopServices.openUrl(QUrl(f"tel:{known.phone_link}")):
            self.copy(known.phone, words.NO_CALLS(phone=known.phone))

    def _open_photo(self, digest: str, name: str) -> None:
        files = self._workplace.desk.files
        self._workplace.jobs.run(
            lambda: read_photo(files.fetch(digest)), partial(self._show_photo, name), self.refuse
        )

    def _show_photo(self, name: str, image: QImage) -> None:
        if image.isNull():
            self.tell(words.NOT_SHOWN)
        else:
            self._photo.show_photo(image, name)

    def save(self) -> None:
        """What was typed is safe when somebody goes elsewhere."""
        if self._typing.isActive():
            self._typing.stop()
        self._case.save_drafts()

    def hideEvent(self, event: QHideEvent) -> None:
        """What was typed is safe."""
        super().hideEvent(event)
        self.save()


class PhotoWindow(QDialog):
    """One photo, as large as the window allows; Esc closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._photo = QPixmap()
        self._shown = QLabel(self)
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shown.setMinimumSize(200, 150)
        layout = QVBoxLayout(self)
        layout.addWidget(self._shown)
        self.resize(parent.window().size() * 0.8)

    def show_photo(self, image: QImage, name: str) -> None:
        """Show this one."""
        self.setWindowTitle(name)
        self._shown.setAccessibleName(name)
        self._photo = QPixmap.fromImage(image)
        self.show()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As large as there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._photo.isNull():
            return
        ratio = self.devicePixelRatioF()
        room = self.contentsRect().adjusted(12, 12, -12, -12).size() * ratio
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        fitted = self._photo.scaled(room.boundedTo(self._photo.size()), keep, smooth)
        fitted.setDevicePixelRatio(ratio)
        self._shown.setPixmap(fitted)


def read_photo(path: Path) -> QImage:
    """On the worker: the picture in a file, turned upright; a null image where it is none."""
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and size.boundedTo(_LARGEST_PHOTO) != size:
        reader.setScaledSize(size.scaled(_LARGEST_PHOTO, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
