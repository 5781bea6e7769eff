"""Every command of the window by its name: Ctrl+K finds and runs it, F1 lists the keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk.gui.kit import theme
from desk.words import Text, say

_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_ACTION = Qt.ItemDataRole.UserRole
_SIZE = (560, 420)

TITLE: Text = say("palette", "All commands")


class CommandPalette(QFrame):
    """A small list above the window; it lists what can be done now, and closes by itself."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self._window = window
        self.setObjectName("command_palette")
        self.resize(*_SIZE)
        self.search = QLineEdit(self)
        theme.wear(self.search, "search")
        self.found = QTreeView(self)
        self._model = QStandardItemModel(0, 2, self)
        self._nothing = QLabel(self, wordWrap=True)
        self._build()
        self.search.textChanged.connect(self._list)
        self.search.installEventFilter(self)
        self.found.activated.connect(self._run)
        self.found.clicked.connect(self._run)

    def _build(self) -> None:
        self.found.setModel(self._model)
        self.found.setHeaderHidden(True)
        self.found.setRootIsDecorated(False)
        self.found.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header = self.found.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._nothing.setProperty("role", "muted")
        layout = QVBoxLayout(self)
        for part in (self.search, self.found, self._nothing):
            layout.addWidget(part)

    def open(self) -> None:
        """Show every command, the search field empty and ready."""
        self._say_words()
        self.search.setText("")
        self._list("")
        middle = (self._window.width() - self.width()) // 2
        self.move(self._window.mapToGlobal(QPoint(middle, 64)))
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def names(self) -> list[str]:
        """The commands listed now."""
        return [self._model.item(row, 0).text() for row in range(self._model.rowCount())]

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while one types; Enter runs."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run()
            return True
        if event.key() in _MOVES:
            self.found.keyPressEvent(event)
            return True
        return False

    def _say_words(self) -> None:
        self.search.setPlaceholderText(str(say("palette", "What would you like to do?")))
        self.search.setAccessibleName(str(TITLE))
        self.found.setAccessibleName(str(TITLE))
        self._nothing.setText(str(say("palette", "No command has this name.")))

    def _list(self, typed: str) -> None:
        self._model.setRowCount(0)
        words = typed.casefold().split()
        for name, action in _commands(self._window):
            if all(word in name.casefold() for word in words):
                self._model.appendRow(_row(name, action))
        self.found.setCurrentIndex(self._model.index(0, 0))
        self.found.setVisible(bool(self._model.rowCount()))
        self._nothing.setVisible(not self._model.rowCount())

    def _run(self) -> None:
        index = self.found.currentIndex().siblingAtColumn(0)
        if index.isValid():
            action = index.data(_ACTION)
            self.close()
            action.trigger()


def _commands(window: QWidget) -> list[tuple[str, QAction]]:
    """(name, action) of all that can be done now, by name; the first of two with one name."""
    able: dict[str, QAction] = {}
    for action in window.findChildren(QAction):
        name = action.text().split("\t")[0].replace("&", "").rstrip(".…")
        if name and action.isEnabled() and action.isVisible() and action.menu() is None:
            able.setdefault(name, action)
    return sorted(able.items(), key=lambda pair: pair[0].casefold())


def _row(name: str, action: QAction) -> list[QStandardItem]:
    first = QStandardItem(action.icon(), name)
    first.setData(action, _ACTION)
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    second = QStandardItem(keys)
    second.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return [first, second]


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
