"""Texts that come with the program and that the company may write anew, each by its key.

The company's own file lies in the desk's folder under the same name. It holds only what differs.
What in it cannot be used is told in one sentence, and the built-in text stays.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from desk.assets import asset
from desk.words import Text, say

ABOUT = "about"
"""The key under which a file says what it is; never read."""

Keys = tuple[str, ...]
Accept = Callable[[Keys, Any, Any], Text | None]
"""Told the keys down to a value, the value, and the built-in one (None: a new key), gives what is
wrong with it, or None."""

NOT_KNOWN = say("editable", "“{key}” is not known.")
NOT_SO = say("editable", "“{key}” is not written in the form that the built-in file shows.")

_FAULT = say("editable", "In {file}: {reason} The built-in text is used.")
_NOT_JSON = say("editable", "it is not JSON, please look at line {line}.")
_NOT_READABLE = say("editable", "it cannot be read as text (UTF-8).")
_NOT_OPENED = say("editable", "it cannot be opened.")
_NO_KEYS = say("editable", "it holds no keys.")


@dataclass(frozen=True)
class Edited:
    """The built-in content with the company's own laid over it, and what could not be used."""

    content: Mapping[str, Any]
    faults: tuple[Text, ...] = ()


def edited(folder: str, file: str, home: Path | None, accept: Accept) -> Edited:
    """`resources/folder/file` with `home/folder/file` laid over it. Never raises for the latter.

    Without `home`, or where it has no such file, the built-in content alone.
    """
    known = built_in(folder, file)
    if home is None:
        return Edited(known)
    own, reason = _own(home / folder / file)
    if reason is not None:
        return Edited(known, (_fault(folder, file, reason),))
    content, reasons = _laid_over(known, own, accept, ())
    return Edited(content, tuple(_fault(folder, file, each) for each in reasons))


@cache
def built_in(folder: str, file: str) -> dict[str, Any]:
    """What came with the program."""
    content: dict[str, Any] = json.loads(asset("resources", folder, file).read_bytes())
    content.pop(ABOUT, None)
    return content


def is_text(value: object) -> bool:
    """Whether something stands there."""
    return isinstance(value, str) and bool(value.strip())


def is_texts(value: object) -> bool:
    """Whether it is a list of texts, at least one."""
    return isinstance(value, list) and bool(value) and all(map(is_text, value))


def same_form(path: Keys, value: object, known: object) -> Text | None:
    """Accepts a text for a text and a list of texts for such a list; no new keys."""
    if known is None:
        return NOT_KNOWN(key=" / ".join(path))
    if is_text(value) if isinstance(known, str) else isinstance(known, list) and is_texts(value):
        return None
    return NOT_SO(key=" / ".join(path))


def _fault(folder: str, file: str, reason: Text) -> Text:
    return _FAULT(file=f"{folder}/{file}", reason=reason)


def _own(path: Path) -> tuple[dict[str, Any], Text | None]:
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return {}, None
    except OSError:
        return {}, _NOT_OPENED
    except json.JSONDecodeError as fault:
        return {}, _NOT_JSON(line=fault.lineno)
    except (ValueError, RecursionError):
        return {}, _NOT_READABLE
    if not isinstance(content, dict):
        return {}, _NO_KEYS
    return content, None


def _laid_over(
    known: Mapping[str, Any], own: Mapping[str, Any], accept: Accept, above: Keys
) -> tuple[dict[str, Any], list[Text]]:
    content, reasons = dict(known), []
    for key, value in own.items():
        path, before = (*above, key), known.get(key)
        if path == (ABOUT,):
            continue
        if isinstance(before, dict) and isinstance(value, dict):
            content[key], more = _laid_over(before, value, accept, path)
            reasons += more
        elif (reason := accept(path, value, before)) is None:
            content[key] = value
        else:
            reasons.append(reason)
    return content, reasons
