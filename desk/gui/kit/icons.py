"""Our own icons: drawn once in `resources/icons`, coloured for the theme when they are shown.

A form gives a button the dynamic property ``icon_name``; `dress` does the rest, at loading and at
every change of theme.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QObject, QRect, QRectF, QSize, Qt, SignalInstance
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QToolButton, QWidget

from desk.assets import asset
from desk.words import Text

_PROPERTY = "icon_name"
_SIZES = (16, 20, 24, 32, 48)
_GAP = 0.25  # between icon and text, in parts of the icon


def names() -> list[str]:
    """The icons there are. Those called style-… belong to the style sheets."""
    found = (path.stem for path in asset("resources", "icons").glob("*.svg"))
    return sorted(name for name in found if not name.startswith("style-"))


def pixmap(name: str, *, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """One icon of `size` × `size` in one colour, sharp on a screen of `ratio`.

    Raises FileNotFoundError for an icon that is not drawn.
    """
    return _drawn(name, round(size * ratio), colour=colour, ratio=ratio)


def paint(painter: QPainter, name: str, place: QRect, *, colour: QColor) -> None:
    """Draw an icon into `place` of what is being painted, sharp on its screen."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(place, pixmap(name, colour=colour, size=place.width(), ratio=ratio))


def icon(name: str, *, on_accent: bool = False, gap: float = 0.0) -> QIcon:
    """An icon in the colours of the theme shown now; `on_accent` for a button filled with it.

    `gap` is empty room at its right, in parts of its size, before a text.
    """
    palette = QApplication.palette()
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    usual = palette.color(role.HighlightedText if on_accent else role.ButtonText)
    looks = {
        (QIcon.Mode.Normal, QIcon.State.Off): usual,
        (QIcon.Mode.Normal, QIcon.State.On): usual if on_accent else palette.color(role.Accent),
        (QIcon.Mode.Disabled, QIcon.State.Off): palette.color(group.Disabled, role.ButtonText),
        (QIcon.Mode.Selected, QIcon.State.Off): usual,
    }
    made = QIcon()
    for size in _SIZES:
        for (mode, state), colour in looks.items():
            made.addPixmap(_drawn(name, size, colour=colour, gap=round(size * gap)), mode, state)
    return made


def wear(target: QObject, name: str, *, size: int = 0) -> None:
    """Give a button, action, label or search field an icon that follows the theme.

    `size` is for a label, in pixels; otherwise it is as high as its type.
    """
    target.setProperty(_PROPERTY, name)
    target.setProperty("icon_size", size)
    _put_on(target)


def quiet_button(parent: QWidget, name: str, signal: SignalInstance) -> QToolButton:
    """A quiet button that is an icon alone."""
    button = QToolButton(parent)
    button.setProperty("role", "quiet")
    wear(button, name)
    button.clicked.connect(signal)
    return button


def name_button(button: QToolButton, name: Text) -> None:
    """What a button without words is called, for the eye and for the ear."""
    button.setAccessibleName(str(name))
    button.setToolTip(str(name))


def dress(root: QObject) -> None:
    """Put on every icon asked for by ``icon_name`` at `root` and below it."""
    for target in (root, *root.findChildren(QObject)):
        if target.property(_PROPERTY):
            _put_on(target)


def _put_on(target: QObject) -> None:
    name = str(target.property(_PROPERTY))
    match target:
        case QAbstractButton():
            _put_on_button(target, name)
        case QAction():
            target.setIcon(icon(name))
        case QLineEdit():
            _lead(target, name)
        case QLabel():
            side = int(target.property("icon_size") or 0) or target.fontMetrics().height() + 2
            ink = target.palette().color(QPalette.ColorRole.PlaceholderText)
            ratio = target.devicePixelRatioF()
            target.setPixmap(pixmap(name, colour=ink, size=side, ratio=ratio))
        case _:
            raise TypeError(f"{type(target).__name__} cannot wear the icon “{name}”")


def _put_on_button(button: QAbstractButton, name: str) -> None:
    side = button.iconSize().height()
    gap = _GAP if _has_text_beside(button) else 0.0
    button.setIcon(icon(name, on_accent=button.property("role") == "primary", gap=gap))
    button.setIconSize(QSize(side + round(side * gap), side))


def _has_text_beside(button: QAbstractButton) -> bool:
    if isinstance(button, QToolButton):
        return button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    return bool(button.text())


def _lead(field: QLineEdit, name: str) -> None:
    """The icon stands in front of what is typed; a second one replaces the first."""
    marks = [action for action in field.actions() if action.objectName() == _PROPERTY]
    mark = marks[0] if marks else QAction(field)
    mark.setIcon(icon(name))
    if not marks:
        mark.setObjectName(_PROPERTY)
        field.addAction(mark, QLineEdit.ActionPosition.LeadingPosition)


def _drawn(name: str, side: int, *, colour: QColor, gap: int = 0, ratio: float = 1.0) -> QPixmap:
    """The icon of `side` dots in one colour, with `gap` dots at its right; drawn once, then kept
    as long as Qt has room for it."""
    key = f"icon {name} {side}+{gap} {colour.rgba():08x} {ratio}"
    image = QPixmap()
    if not QPixmapCache.find(key, image):
        image = _tinted(_stencil(name, side, gap=gap), colour)
        image.setDevicePixelRatio(ratio)
        QPixmapCache.insert(key, image)
    return image


def _stencil(name: str, side: int, *, gap: int) -> QPixmap:
    """The icon in black, to be tinted: drawing costs more than colouring."""
    key = f"stencil {name} {side}+{gap}"
    image = QPixmap()
    if not QPixmapCache.find(key, image):
        drawing = QSvgRenderer(QByteArray(_drawing(name)))
        image = QPixmap(side + gap, side)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        drawing.render(painter, QRectF(0, 0, side, side))
        painter.end()
        QPixmapCache.insert(key, image)
    return image


def _tinted(stencil: QPixmap, colour: QColor) -> QPixmap:
    image = QPixmap(stencil)
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(image.rect(), colour)
    painter.end()
    return image


@cache
def _drawing(name: str) -> bytes:
    text = asset("resources", "icons", f"{name}.svg").read_text(encoding="utf-8")
    return text.replace("currentColor", "#000").encode()
