"""Puts the desk on the desktop of Windows, so that nobody needs a console to open it."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path
from uuid import UUID

from components import tell

NAME = "Complaint Desk.lnk"
DESKTOP = 0x10  # CSIDL_DESKTOPDIRECTORY
SHELL_LINK = "00021401-0000-0000-C000-000000000046"
ITS_WORDS = "000214F9-0000-0000-C000-000000000046"  # IShellLinkW
ITS_FILE = "0000010B-0000-0000-C000-000000000046"  # IPersistFile
SET_FOLDER, SET_PATH, SAVE = 9, 20, 6  # where these stand in the tables of the two


def make(program: Path) -> None:
    """Once, at the first set-up; a desktop that takes none is told and does no harm."""
    try:
        write(desktop() / NAME, program)
    except OSError as fault:
        tell(f"No shortcut was put on the desktop ({fault}). The same command opens the desk.")


def desktop() -> Path:
    """The folder that Windows shows behind all windows. Raises OSError."""
    if sys.platform != "win32":
        raise OSError("only on Windows")
    found = ctypes.create_unicode_buffer(1024)
    ctypes.OleDLL("shell32").SHGetFolderPathW(None, DESKTOP, None, 0, found)
    return Path(found.value)


def write(file: Path, program: Path) -> None:
    """A shortcut that starts the program in its own folder. Raises OSError."""
    if sys.platform != "win32":
        raise OSError("only on Windows")
    ole = ctypes.OleDLL("ole32")
    ole.CoInitialize(None)
    link, saver = ctypes.c_void_p(), ctypes.c_void_p()
    ole.CoCreateInstance(_id(SHELL_LINK), None, 1, _id(ITS_WORDS), ctypes.byref(link))
    text = (ctypes.HRESULT, ctypes.c_wchar_p)
    ctypes.WINFUNCTYPE(*text)(SET_PATH, "SetPath")(link, str(program))
    ctypes.WINFUNCTYPE(*text)(SET_FOLDER, "SetWorkingDirectory")(link, str(program.parent))
    ask = ctypes.WINFUNCTYPE(ctypes.HRESULT, ctypes.c_char_p, ctypes.c_void_p)
    ask(0, "QueryInterface")(link, _id(ITS_FILE), ctypes.byref(saver))
    ctypes.WINFUNCTYPE(*text, ctypes.c_int)(SAVE, "Save")(saver, str(file), 1)


def _id(text: str) -> bytes:
    return UUID(text).bytes_le
