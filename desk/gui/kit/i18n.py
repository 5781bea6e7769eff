"""The language of the window: forms, our sentences and Qt's own words change together, live."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from desk import words
from desk.gui.kit.forms import language

NAMES = {key: each.name for key, each in words.LANGUAGES.items()}

Sentences = Mapping[tuple[str, str], str]

_COUNTRY = "ID"
"""Dates and numbers go as in Indonesia, whatever the language."""


class Interpreter(QTranslator):
    """Answers Qt's questions from our Linguist files; what it does not know stays English."""

    def __init__(self, *sentences: Sentences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sentences = sentences

    def learn(self, *sentences: Sentences) -> None:
        """Answer from these from now on; the first that knows a sentence is believed."""
        self._sentences = sentences

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The sentence in our language; None leaves it to Qt."""
        found = (known.get((context, source)) for known in self._sentences)
        return next(filter(None, found), None)

    def isEmpty(self) -> bool:
        """Never: Qt does not ask an empty translator."""
        return False


def use_language(app: QApplication, wanted: str) -> None:
    """Let window, papers and Qt speak the `wanted` of `words.LANGUAGES`, or “system”, from now on.

    Raises ValueError for a language that we do not have.
    """
    code = words.system_language() if wanted == "system" else wanted
    words.speak(code)
    _interpreter(app).learn(words.translation(code), _qt_words(code))
    _use_locale(app, QLocale(f"{code}_{_COUNTRY}"))
    QCoreApplication.sendEvent(app, QEvent(QEvent.Type.LanguageChange))
    # Qt only posts it to the windows: forms and Qt's own words go before ours, which may use them.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    language.changed.emit()


def _interpreter(app: QApplication) -> Interpreter:
    known = app.findChild(Interpreter)
    if known is not None:
        return known
    made = Interpreter(parent=app)
    app.installTranslator(made)
    return made


def _qt_words(code: str) -> Sentences:
    """What Qt says by itself: `resources/translations/qt_id.ts`; its English needs no help."""
    return {} if code == words.SOURCE_LANGUAGE else words.translation(f"qt_{code}")


def _use_locale(app: QApplication, locale: QLocale) -> None:
    """Dates and numbers, in what is open already and in what will be opened."""
    QLocale.setDefault(locale)
    for window in app.topLevelWidgets():
        window.setLocale(locale)
