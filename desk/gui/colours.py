"""The colours of the two themes: calm greys, one accent, and a colour for each state."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication


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
