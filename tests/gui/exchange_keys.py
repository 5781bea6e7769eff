"""Access keys as they are on the screen, whatever form they come from."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desk.gui.window import MainWindow


def doubled_keys(window: MainWindow) -> dict[str, list[str]]:
    """Access keys that several visible buttons, labels or tabs of the window have."""
    seen: dict[str, list[str]] = {}
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        texts = [str(widget.property("text") or "")]
        if hasattr(widget, "tabText") and hasattr(widget, "count"):
            texts = [widget.tabText(at) for at in range(widget.count())]
        for text in texts:
            at = text.replace("&&", "").find("&")
            if at >= 0:
                seen.setdefault(text.replace("&&", "")[at + 1].lower(), []).append(text)
    return {key: texts for key, texts in seen.items() if len(set(texts)) > 1}
