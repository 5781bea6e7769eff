"""The translated words for everybody: screens, papers and commands read the same Linguist files.

A sentence is written once, in English, where it is said:
``say("counter", "Nota {nota} is known.")(nota=…)``. It stays a value (`Text`) until somebody shows
it, so that a rule can refuse without knowing a language, and a receipt can be printed in another
language than the window speaks.
"""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from xml.etree import ElementTree

from desk.assets import asset

SOURCE_LANGUAGE = "en"

_spoken: ContextVar[str] = ContextVar("spoken language", default=SOURCE_LANGUAGE)


@dataclass(frozen=True)
class Text:
    """A sentence that is not yet in any language. `str()` gives it in the language spoken now."""

    context: str
    source: str
    args: tuple[tuple[str, object], ...] = ()

    def __call__(self, **args: object) -> Text:
        """The same sentence with its blanks filled; a `Text` in a blank is translated with it."""
        return replace(self, args=(*self.args, *args.items()))

    def into(self, language: str) -> str:
        """The sentence in `language`, of `LANGUAGES`; without a translation, its English source."""
        sentence = translation(language).get((self.context, self.source)) or self.source
        if not self.args:
            return sentence
        filled = {
            name: value.into(language) if isinstance(value, Text) else value
            for name, value in self.args
        }
        return sentence.format_map(filled)

    def __str__(self) -> str:
        return self.into(_spoken.get())


def say(context: str, source: str) -> Text:
    """A sentence to be translated. Both arguments are literals, so that lupdate finds them."""
    return Text(context, source)


@dataclass(frozen=True)
class Language:
    """What the program knows of a language beside its files in `resources/`.

    Words that are typed are in small letters and understood whatever language is shown.
    """

    name: Text
    known_as: frozenset[str]
    """How systems call it before “_”, “-” or “.”, in small letters."""
    days: Mapping[str, int]
    """A day as it is typed → days from today."""
    weekdays: str
    """From Monday, a blank between."""
    months: str
    """From January, a comma between: each with all its short forms."""
    hours: tuple[str, ...]
    """How the unit is written behind a number of hours."""
    endings: tuple[str, ...]
    """What may hang on the end of a word without changing what it says."""
    common: str
    """Words that stand in anybody's story of a complaint."""


LANGUAGES: Mapping[str, Language] = MappingProxyType(
    {
        "en": Language(
            name=say("settings", "English"),
            known_as=frozenset({"en", "english"}),
            days={"today": 0, "tomorrow": 1, "yesterday": -1},
            weekdays="monday tuesday wednesday thursday friday saturday sunday",
            months="""
        jan january, feb february, mar march, apr april, may, jun june,
        jul july, aug august, sep sept september, oct october, nov november, dec december
            """,
            hours=("h", "hour", "hours"),
            endings=(),
            common="""
        about after again and are because been but bought can cannot could did does for from
        get got had has have her his how its just like more much new not now only our out
        she since some that the their them then there they this too very want was were what
        when where which while who why will with would you your
            """,
        ),
        "id": Language(
            name=say("settings", "Indonesian"),
            known_as=frozenset({"id", "in", "indonesian"}),
            days={"hari ini": 0, "besok": 1, "lusa": 2, "kemarin": -1},
            weekdays="senin selasa rabu kamis jumat sabtu minggu",
            months="""
        jan januari, feb februari peb pebruari, mar maret mrt, apr april, mei, jun juni,
        jul juli, agu ags agt agus agustus, sep sept september, okt oktober,
        nov nop november nopember, des desember
            """,
            hours=("jam",),
            endings=("nya", "lah", "kah"),
            common="""
        ada adalah agar aja akan aku anak anda apa atau bagaimana bahwa baik bapak baru
        beberapa beli belum biar bikin bisa buat bukan bulan cuma dalam dan dari datang
        dengan dia dibeli dipakai dipake dong dulu emang enggak gak habis hari harus hanya
        ibu ini itu jadi jangan juga kakak kali kalau kalo kami kan karena kata kayak
        kayaknya kemarin kembali kenapa kok lagi lalu langsung lebih loh lho mas masa masih
        mau mbak memang minggu minta mohon nggak oleh orang padahal pak pakai pake pas
        pernah perlu pun punya sama sampai sampe sangat satu saya sebelum sebentar sekali
        sekarang sendiri seperti setelah setiap siapa sih suka sudah supaya tadi tanpa tapi
        tau tetap tetep tiap tidak tolong trus terus tuh udah untuk untung waktu yang
            """,
        ),
    }
)


def counted(number: int, one: Text, many: Text) -> Text:
    """`one` for exactly 1, else `many`; both may name the blank ``{n}``."""
    return (one if number == 1 else many)(n=number)


def spoken() -> str:
    """The language in which `str(text)` speaks now."""
    return _spoken.get()


def speak(language: str) -> None:
    """Speak `language` from now on in this context. Raises ValueError for an unknown one."""
    if language not in LANGUAGES:
        raise ValueError(language)
    _spoken.set(language)


def system_language() -> str:
    """The language of this computer if we have it, else English. `DESK_LANGUAGE` goes before."""
    names = (os.environ.get("DESK_LANGUAGE"), *_system_locales())
    for name in filter(None, names):
        code = name.split(":")[0].split("_")[0].split("-")[0].split(".")[0].lower()
        for language, about in LANGUAGES.items():
            if code in about.known_as:
                return language
    return SOURCE_LANGUAGE


def _system_locales() -> list[str | None]:
    named = [os.environ.get(key) for key in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG")]
    try:
        return [*named, locale.getlocale()[0]]
    except ValueError:  # a locale name that Python does not know
        return named


@cache
def translation(language: str) -> Mapping[tuple[str, str], str]:
    """(context, source) → sentence, from `resources/translations/`; empty for English."""
    if language == SOURCE_LANGUAGE:
        return MappingProxyType({})
    tree = ElementTree.parse(asset("resources", "translations", f"{language}.ts"))
    return MappingProxyType(
        {
            (context.findtext("name", ""), message.findtext("source", "")): message.findtext(
                "translation", ""
            )
            for context in tree.iter("context")
            for message in context.iter("message")
        }
    )
