"""The look of the window: Fusion, a light and a dark palette, one accent, a few styles of our own.

Forms say what a thing is by a dynamic property ``role`` (“primary”, “card”, “title” …); what
that looks like stands in `resources/styles/*.qss`, where ``$name`` is a colour of `Colours` or a
type size of `_type_scale`.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from desk.assets import asset
from desk.gui.kit import icons


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
            icons.dress(window)
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
