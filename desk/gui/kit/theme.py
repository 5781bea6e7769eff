"""The look of the window: Fusion, a light and a dark palette, one accent, a few styles of our own.

Forms say what a thing is by a dynamic property ``role`` (“primary”, “card”, “title” …); what
that looks like stands in `resources/styles/*.qss`, where ``$name`` is a colour of `Colours` or a
type size of `_type_scale`.

Our own icons are drawn once in `resources/icons` and coloured for the theme when they are shown: a
form gives a button the dynamic property ``icon_name``; `dress` does the rest, at loading and at
every change of theme.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cache
from string import Template

from PySide6.QtCore import QByteArray, QObject, QRect, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontDatabase,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QToolButton, QWidget

from desk.assets import asset
from desk.words import Text


@dataclass(frozen=True)
class Colours:
    """The colours of one theme as #rrggbb. Text on its ground keeps a contrast of 4.5:1 or more."""

    window: str
    surface: str
    raised: str
    text: str
    muted: str
    faint: str
    divider: str
    border: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    focus: str
    late: str
    late_soft: str
    on_late: str
    soon: str
    soon_soft: str
    good: str
    good_soft: str
    calm: str
    calm_soft: str
    toast: str
    on_toast: str
    toast_accent: str
    shadow: str


LIGHT = Colours(
    window="#f2f4f7",
    surface="#ffffff",
    raised="#e9edf2",
    text="#17212c",
    muted="#526070",
    faint="#8d99a6",
    divider="#d8dfe7",
    border="#7d8a98",
    accent="#1c58b4",
    accent_hover="#16478f",
    on_accent="#ffffff",
    accent_soft="#e3ecfa",
    focus="#1c58b4",
    late="#b3261e",
    late_soft="#fdebe9",
    on_late="#ffffff",
    soon="#865000",
    soon_soft="#fdf1d8",
    good="#17693f",
    good_soft="#e3f3ea",
    calm="#45525f",
    calm_soft="#e6eaef",
    toast="#212d3a",
    on_toast="#ffffff",
    toast_accent="#9cc3ff",
    shadow="#0f1a26",
)

DARK = Colours(
    window="#14191f",
    surface="#1d242c",
    raised="#29323c",
    text="#e9eef3",
    muted="#a7b3c0",
    faint="#75828f",
    divider="#323d49",
    border="#7a8896",
    accent="#8ab8ff",
    accent_hover="#aaccff",
    on_accent="#0b1a30",
    accent_soft="#22344f",
    focus="#8ab8ff",
    late="#ffaaa2",
    late_soft="#47211f",
    on_late="#380a07",
    soon="#f3c46b",
    soon_soft="#3e3013",
    good="#84d8a8",
    good_soft="#173a29",
    calm="#c0cad4",
    calm_soft="#303a45",
    toast="#3a4653",
    on_toast="#ffffff",
    toast_accent="#a9ccff",
    shadow="#000000",
)


def colours(palette: QPalette | None = None) -> Colours:
    """The colours shown now: those of `palette`, or of the application's."""
    shown = palette or QApplication.palette()
    return DARK if shown.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


THEMES = ("system", "light", "dark")
_FAMILY = "Noto Sans"
_POINTS = 10.0


def palette(shown: Colours) -> QPalette:
    """The Qt palette of a theme, with every role and the disabled ones."""
    role = QPalette.ColorRole
    usual = {
        role.Window: shown.window,
        role.WindowText: shown.text,
        role.Base: shown.surface,
        role.AlternateBase: shown.window,
        role.Text: shown.text,
        role.PlaceholderText: shown.muted,
        role.Button: shown.raised,
        role.ButtonText: shown.text,
        role.BrightText: shown.late,
        role.ToolTipBase: shown.text,
        role.ToolTipText: shown.surface,
        role.Highlight: shown.accent,
        role.HighlightedText: shown.on_accent,
        role.Accent: shown.accent,
        role.Link: shown.accent,
        role.LinkVisited: shown.accent,
        role.Light: shown.surface,
        role.Midlight: shown.divider,
        role.Mid: shown.faint,
        role.Dark: shown.border,
        role.Shadow: shown.shadow,
    }
    made = QPalette()
    for name, colour in usual.items():
        made.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(shown.faint))
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(shown.divider))
    made.setColor(QPalette.ColorGroup.Disabled, role.HighlightedText, QColor(shown.muted))
    return made


def style_sheet(shown: Colours, points: float) -> str:
    """The styles of `resources/styles/*.qss` with colours and sizes filled in.

    Raises KeyError where a style names a colour or size that is not there.
    """
    folder = asset("resources", "styles")
    values = {
        **asdict(shown),
        **_type_scale(points),
        "icons": asset("resources", "icons").as_posix(),
        "mark": "ink" if shown is DARK else "white",
    }
    sheets = (path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.qss")))
    return "\n".join(Template(sheet).substitute(values) for sheet in sheets)


def load_fonts() -> None:
    """Make the fonts of `resources/fonts` known to Qt, so that every desk looks the same."""
    for path in sorted(asset("resources", "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


class Theme(QObject):
    """Dresses the application in “light”, “dark” or as the system is, at any moment."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.choice = "system"
        app.setStyle("Fusion")
        app.setFont(_font(app))
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def use(self, choice: str) -> None:
        """Dress in `choice`, one of `THEMES`. Raises ValueError for another."""
        if choice not in THEMES:
            raise ValueError(choice)
        self.choice = choice
        self._tell_system()
        self._dress()

    def _tell_system(self) -> None:
        """Title bars are the system's; where it can, it draws them as we are dressed."""
        hints = self._app.styleHints()
        if self.choice == "system":
            hints.unsetColorScheme()
        else:
            dark = self.choice == "dark"
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)

    def _follow(self) -> None:
        if self.choice == "system":
            self._dress()

    def _dark(self) -> bool:
        if self.choice == "system":
            return self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self.choice == "dark"

    def _dress(self) -> None:
        shown = DARK if self._dark() else LIGHT
        self._app.setPalette(palette(shown))
        self._app.setStyleSheet(style_sheet(shown, self._app.font().pointSizeF()))
        for window in self._app.topLevelWidgets():
            dress(window)
        self.changed.emit()


def _font(app: QApplication) -> QFont:
    """Our font where it is there, at the system's size but never under 10 points."""
    font = QFont(app.font())
    if _FAMILY in QFontDatabase.families():
        font.setFamily(_FAMILY)
    font.setPointSizeF(max(_POINTS, app.font().pointSizeF()))
    return font


def _type_scale(points: float) -> dict[str, str]:
    """The sizes of type, as steps from the application's font."""
    steps = {
        "caption": 0.9,
        "body": 1.0,
        "lead": 1.15,
        "heading": 1.3,
        "title": 1.7,
        "giant": 3.4,
    }
    return {f"{name}_size": f"{points * step:.1f}pt" for name, step in steps.items()}


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
