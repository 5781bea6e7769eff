"""Photos at the counter: dropped, pasted or chosen, kept by the worker, shown small."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QIcon,
    QImage,
    QImageReader,
    QKeyEvent,
    QKeySequence,
    QPixmap,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QToolButton, QWidget

from desk.controllers.counter.form import Photo
from desk.gui.kit import theme
from desk.gui.kit.widgets import tip
from desk.gui.kit.workplace import Workplace
from desk.rules.errors import DeskError
from desk.words import say

_SIDE = 32
_FOLDER = "counter/photo_folder"
_NAME = 24  # characters of a file's name that are shown


@dataclass(frozen=True)
class _Kept:
    photo: Photo
    small: QImage


class PhotoStrip(QWidget):
    """The attached photos and documents; Delete takes one away."""

    changed = Signal()
    refused = Signal(object)  # a DeskError

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace: Workplace | None = None
        self._after: QWidget | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addStretch(1)
        self._shown: dict[str, tuple[Photo, QToolButton]] = {}
        self._turn = 0  # of the form: what is kept for an older one is not shown in the next
        self.hide()

    def join(self, workplace: Workplace, *, after: QWidget) -> None:
        """Where files are kept, and by whom; Tab comes here from `after`."""
        self._workplace, self._after = workplace, after

    @property
    def photos(self) -> tuple[Photo, ...]:
        """What is attached, in its order."""
        return tuple(photo for photo, _ in self._shown.values())

    def put(self, photos: Sequence[Photo]) -> None:
        """These in place of all others."""
        if tuple(photos) == self.photos:
            return
        self._turn += 1
        for digest in list(self._shown):
            self._take_away(digest)
        for photo in photos:
            self._show(photo, QImage())
            self._look_at(photo)

    def attach(self, files: Iterable[Path]) -> None:
        """Keeps files, one after the other, beside the window."""
        for file in files:
            self._run(partial(self._keep, file, file.name))

    def attach_image(self, image: QImage) -> None:
        """Keeps a picture from the clipboard."""
        name = str(say("counter", "Pasted picture"))

        def keep() -> _Kept:
            with tempfile.TemporaryDirectory() as folder:
                file = Path(folder, "pasted.png")
                image.save(str(file))
                return self._keep(file, name)

        self._run(keep)

    def choose_files(self) -> None:
        """Asks for files, beginning in the folder of last time."""
        settings = self._at_work.settings
        words = say("counter", "Photos of the product or the nota")
        dialog = QFileDialog(self.window(), str(words), str(settings.value(_FOLDER, "")))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def take(names: list[str]) -> None:
            files = [Path(name) for name in names]
            settings.setValue(_FOLDER, str(files[0].parent))
            self.attach(files)

        dialog.filesSelected.connect(take)
        dialog.open()

    def take_from(self, mime: QMimeData) -> bool:
        """Attaches what was dropped or pasted; False where it is neither file nor picture."""
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if files:
            self.attach(files)
        elif mime.hasImage():
            self.attach_image(QImage(mime.imageData()))
        else:
            return False
        return True

    @property
    def _at_work(self) -> Workplace:
        if self._workplace is None:
            raise RuntimeError("the strip was not joined to a workplace")
        return self._workplace

    def _keep(self, file: Path, name: str) -> _Kept:
        """On the worker."""
        store = self._at_work.desk.files
        digest = store.keep(file)
        return _Kept(Photo(digest=digest, name=name), _small(store.path_of(digest)))

    def _look_at(self, photo: Photo) -> None:
        path = self._at_work.desk.files.path_of(photo.digest)
        self._at_work.jobs.run(
            lambda: _small(path), lambda small: self._picture(photo, small), self.refused.emit
        )

    def _run(self, keep: Callable[[], _Kept]) -> None:
        turn = self._turn

        def done(kept: _Kept) -> None:
            if turn == self._turn and kept.photo.digest not in self._shown:
                self._show(kept.photo, kept.small)
                self.changed.emit()

        def failed(fault: DeskError) -> None:
            self.refused.emit(fault)

        self._at_work.jobs.run(keep, done, failed)

    def _show(self, photo: Photo, small: QImage) -> None:
        button = _Thumb(self)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setIconSize(QSize(_SIDE, _SIDE))
        button.setFixedSize(_SIDE + 24, _SIDE + 16)
        button.setProperty("role", "quiet")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        told = say("counter", "{name}: Delete takes it away")(name=photo.name[:_NAME])
        button.setAccessibleName(str(told))
        tip(button, told)
        button.unwanted.connect(lambda: self._remove(photo.digest))
        before = [each for _, each in self._shown.values()]
        self._shown[photo.digest] = (photo, button)
        self._picture(photo, small)
        self._row.insertWidget(self._row.count() - 1, button)
        self.show()
        last = before[-1] if before else self._after
        if last is not None:
            QWidget.setTabOrder(last, button)

    def _picture(self, photo: Photo, small: QImage) -> None:
        if photo.digest not in self._shown:
            return
        _, button = self._shown[photo.digest]
        if small.isNull():
            theme.wear(button, "file")
        else:
            button.setIcon(QIcon(QPixmap.fromImage(small)))

    def _remove(self, digest: str) -> None:
        self._take_away(digest)
        self.changed.emit()

    def _take_away(self, digest: str) -> None:
        _, button = self._shown.pop(digest)
        self._row.removeWidget(button)
        button.hide()
        button.deleteLater()
        self.setVisible(bool(self._shown))


class _Thumb(QToolButton):
    """One file, small."""

    unwanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes it away."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.unwanted.emit()
        else:
            super().keyPressEvent(event)


def _small(path: Path) -> QImage:
    """A picture in the size of the strip; a null one where the file is none."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid():
        return QImage()
    square = QSize(2 * _SIDE, 2 * _SIDE)
    reader.setScaledSize(size.scaled(square, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image = reader.read()
    middle = QRect(QPoint(0, 0), square)
    middle.moveCenter(image.rect().center())
    return image.copy(middle)


class Incoming(QObject):
    """Files dropped anywhere on a view, and pictures pasted into any of its fields."""

    def __init__(self, view: QWidget, strip: PhotoStrip) -> None:
        super().__init__(view)
        self._strip = strip
        for widget in (view, *view.findChildren(QWidget)):
            widget.installEventFilter(self)
        view.setAcceptDrops(True)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Takes files and pictures, leaves words to the field."""
        if isinstance(event, QDragEnterEvent | QDragMoveEvent) and _brings(event.mimeData()):
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop:
            return self._strip.take_from(event.mimeData())
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.matches(QKeySequence.StandardKey.Paste)
        ):
            pasted = QGuiApplication.clipboard().mimeData()
            return _brings(pasted) and self._strip.take_from(pasted)
        return False


def _brings(mime: QMimeData) -> bool:
    """Files, or a picture alone: an office program sends a picture beside every text."""
    files = any(url.isLocalFile() for url in mime.urls())
    return files or (mime.hasImage() and not mime.hasText())
