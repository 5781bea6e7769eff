"""For tests of the window: a language and a theme that are put back afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from desk.gui.kit.i18n import use_language
from desk.gui.kit.theme import Theme


def pytest_configure(config: pytest.Config) -> None:
    """The screen that is not there says so of every window."""
    config.addinivalue_line("qt_log_ignore", "This plugin does not support")


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Lets the whole window speak a language, at once."""
    locale = QLocale()

    def speak_at_once(language: str) -> None:
        use_language(qapp, language)
        QCoreApplication.sendPostedEvents()

    yield speak_at_once
    speak_at_once("en")
    QLocale.setDefault(locale)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The theme of the application; light, until the test chooses another."""
    made = Theme(qapp)
    made.use("light")
    yield made
    made.use("system")
    made.setParent(None)
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())
