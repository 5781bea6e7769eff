"""F1: the keys of this window, in one list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk.words import say


class HelpDialog(QDialog):
    """Lists every command that has a key; Esc closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._lead = QLabel(self, wordWrap=True)
        self._lead.setProperty("role", "lead")
        self._keys = QTreeWidget(self)
        self._keys.setRootIsDecorated(False)
        self._keys.setHeaderHidden(True)
        self._keys.setColumnCount(2)
        self._keys.header().setStretchLastSection(False)
        self._keys.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._keys.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (self._lead, self._keys, buttons):
            layout.addWidget(part)
        self.resize(560, 560)

    def tell(self, window_actions: Sequence[tuple[QAction, str]]) -> None:
        """Shows the window's keys and those of the place in front."""
        self.setWindowTitle(str(say("help", "Keys and help")))
        self._lead.setText(
            str(
                say(
                    "help",
                    "A complaint: type phone or name, the nota, what happened, then Ctrl+Enter. "
                    "Everything is kept as you type. All keys:",
                )
            )
        )
        self._keys.setAccessibleName(str(say("help", "Keys and help")))
        self._keys.clear()
        shown = {name: action for action, name in window_actions}
        for action in self._window.findChildren(QAction):
            if action.isEnabled() and not action.shortcut().isEmpty():
                shown.setdefault(action.text().replace("&", ""), action)
        for name, action in shown.items():
            keys = ", ".join(
                key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts()
            )
            if name and keys:
                self._keys.addTopLevelItem(QTreeWidgetItem([name, keys]))
        self.open()
        self._keys.setFocus()
