"""Where a desk's data are is read from the settings without Qt, and written beside the window's."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from desk.app import home as whereabouts
from desk.app.home import Home, OnServer
from desk.journal.address import Address, parse_address
from desk.rules.errors import Trouble

THERE = OnServer(Address("postgresql://toko@server:5432/desk?sslmode=require"), "ab" * 8)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def test_without_a_word_about_it_the_data_are_in_the_home(home: Home) -> None:
    assert home.on_server is None
    assert not home.exists
    home.settings.write_text("[General]\ndatabase=postgresql://x/y\n[desk]\nnode=ab\n")
    assert home.on_server is None


@pytest.mark.parametrize("before", ["", "[General]\na=1\n", "[desk]\nnode=x\n\n[queue]\nf=é\n"])
def test_what_is_written_is_read_again_and_the_rest_stays(before: str, home: Home) -> None:
    home.settings.write_text(before, "utf-8")
    whereabouts.write(home.settings, THERE)
    assert home.on_server == THERE
    assert home.exists
    after = home.settings.read_text("utf-8")
    assert [line in after for line in ("a=1", "f=é")] == [line in before for line in ("a=1", "f=é")]
    whereabouts.write(home.settings, None)
    assert home.on_server is None


def test_qt_reads_and_writes_the_same_file(home: Home) -> None:
    from PySide6.QtCore import QSettings

    whereabouts.write(home.settings, THERE)
    kept = QSettings(str(home.settings), QSettings.Format.IniFormat)
    assert kept.value("desk/database") == THERE.address.url
    kept.setValue("paper/printer", "Struk; 80 mm")
    kept.sync()
    assert home.on_server == THERE
    whereabouts.write(home.settings, THERE)
    again = QSettings(str(home.settings), QSettings.Format.IniFormat)
    assert again.value("paper/printer") == "Struk; 80 mm"


@pytest.mark.skipif(sys.platform == "win32", reason="only on systems with rights by number")
def test_a_password_is_kept_for_this_user_alone(home: Home) -> None:
    whereabouts.keep_password(home.passfile, "a:b\\c")
    assert home.passfile.read_text() == "*:*:*:*:a\\:b\\\\c\n"
    assert stat.S_IMODE(os.stat(home.passfile).st_mode) == 0o600
    whereabouts.write(home.settings, THERE)
    assert home.on_server is not None
    assert home.on_server.address.passfile == home.passfile


def test_a_file_that_cannot_be_read_is_told(home: Home) -> None:
    home.settings.mkdir()
    with pytest.raises(Trouble, match=r"The settings in .* cannot be read or written"):
        _ = home.exists


@pytest.mark.parametrize(
    ("typed", "url", "password"),
    [
        ("postgresql://u@h:5432/d", "postgresql://u@h:5432/d", ""),
        (" postgres://u:p%40s@h/d ", "postgresql://u@h/d", "p@s"),
        ("postgresql:///desk?host=/tmp", "postgresql:///desk?host=/tmp", ""),
        ("postgresql://u:x@[::1]:5433/d?a=b", "postgresql://u@[::1]:5433/d?a=b", "x"),
        ("postgresql://toko@h/kios%20satu", "postgresql://toko@h/kios%20satu", ""),
    ],
)  # fmt: skip
def test_an_address_is_kept_without_its_password(typed: str, url: str, password: str) -> None:
    assert parse_address(typed) == (Address(url), password)


def test_an_address_is_shown_as_people_call_it() -> None:
    address = Address("postgresql://toko@server:5432/kios%20satu")
    assert str(address) == "kios satu @ server"
    assert (address.server, address.name, address.user) == ("server", "kios satu", "toko")
    assert str(Address("postgresql:///d")) == "d @ localhost"
