"""How a receipt printer without a driver is reached: over the network, a device file, a line.

Its name says where it is: `tcp:192.168.1.50:9100`, `device:/dev/usb/lp0` (on Windows a shared
printer, `device:\\\\KASIR\\Struk`), `serial:/dev/ttyS0@19200` or `serial:COM3`. What a port cannot
do raises OSError; `desk.paper.escpos` says in a sentence what that means for people.
"""

from __future__ import annotations

import os
import select
import socket
import stat
import subprocess
import sys
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

KINDS = ("tcp", "device", "serial")
PORT = 9100
BAUD = 19200


@dataclass(frozen=True, kw_only=True)
class Patience:
    """How long a printer is waited for, in seconds."""

    connect: float = 4.0
    answer: float = 1.0
    """For one answer about its state; a printer that never answers is believed to be well."""
    send: float = 20.0
    """Without taking a single byte."""
    looks: int = 30
    """How often, an `answer` each, it is asked whether it has come to the end."""


PATIENCE = Patience()


class Port(Protocol):
    """An open way to a printer."""

    def send(self, content: bytes) -> None:
        """All of it. Raises OSError."""

    def answer(self) -> bytes:
        """The next byte that the printer says; none where it says nothing. Raises OSError."""

    def close(self) -> None:
        """The printer is free for others."""


def is_direct(printer: str) -> bool:
    """Whether this names a port, and not a printer of the system."""
    kind, found, place = printer.partition(":")
    return bool(found and place) and kind in KINDS


def place(printer: str) -> str:
    """What people call the printer: where it is."""
    return printer.partition(":")[2] if is_direct(printer) else printer


def opened(printer: str, patience: Patience = PATIENCE) -> Port:
    """The way to a printer. Raises OSError; ValueError for a name that leads nowhere."""
    kind, _, where = printer.partition(":")
    if kind == "tcp":
        return NetworkPort(where, patience)
    if kind == "serial":
        return DevicePort(_set_up(where), patience)
    return DevicePort(where, patience)


class NetworkPort:
    """A printer with a network address; 9100 is the port that all of them have."""

    def __init__(self, where: str, patience: Patience) -> None:
        parts = urlsplit(f"//{where}")
        if not parts.hostname:
            raise ValueError(where)
        self._patience = patience
        address = (parts.hostname, parts.port or PORT)
        self._socket = socket.create_connection(address, timeout=patience.connect)

    def send(self, content: bytes) -> None:
        """In pieces, so that a slow printer has `send` seconds for each of them."""
        self._socket.settimeout(self._patience.send)
        for at in range(0, len(content), 4096):
            self._socket.sendall(content[at : at + 4096])

    def answer(self) -> bytes:
        """A printer that hung up is as good as cut off."""
        self._socket.settimeout(self._patience.answer)
        try:
            said = self._socket.recv(1)
        except TimeoutError:
            return b""
        if not said:
            raise ConnectionAbortedError("closed")
        return said

    def close(self) -> None:
        """Hangs up when all is through: what is said too late must not cut off what was sent."""
        with closing(self._socket), suppress(OSError):
            self._socket.shutdown(socket.SHUT_WR)
            self._socket.settimeout(self._patience.answer)
            while self._socket.recv(256):
                pass


class DevicePort:
    """A printer behind a file: a USB printer, a serial line, a printer shared on Windows."""

    def __init__(self, where: str, patience: Patience) -> None:
        flags = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
        flags |= getattr(os, "O_BINARY", 0)
        self._patience = patience
        self._talks = sys.platform != "win32"
        try:
            self._file = os.open(where, (os.O_RDWR if self._talks else os.O_WRONLY) | flags)
        except PermissionError:
            self._file = os.open(where, os.O_WRONLY | flags)
            self._talks = False
        if stat.S_ISREG(os.fstat(self._file).st_mode):  # a mistyped name must not harm a file
            os.close(self._file)
            raise ValueError(where)

    def send(self, content: bytes) -> None:
        """As much at a time as the printer takes."""
        left = memoryview(content)
        while left:
            if sys.platform != "win32":
                _, ready, _ = select.select([], [self._file], [], self._patience.send)
                if not ready:
                    raise TimeoutError("full")
            with suppress(BlockingIOError):  # full again meanwhile
                left = left[os.write(self._file, left[:4096]) :]

    def answer(self) -> bytes:
        """Windows has no answer from a file."""
        if not self._talks:
            return b""
        ready, _, _ = select.select([self._file], [], [], self._patience.answer)
        return os.read(self._file, 1) if ready else b""

    def close(self) -> None:
        """Lets go of the file; a serial line is slow, and what it still holds would be lost."""
        if self._talks and os.isatty(self._file):
            _drain(self._file)
        os.close(self._file)


def _set_up(where: str) -> str:
    """Gives a serial line its speed, 8 data bits and no parity; the file that it is."""
    name, _, baud = where.partition("@")
    speed = int(baud or BAUD)
    if sys.platform == "win32":
        line = [f"{name}:", f"BAUD={speed}", "PARITY=n", "DATA=8", "STOP=1"]
        subprocess.run(  # noqa: S603 - no shell; a line that is not there is found when opened
            [os.path.join(os.environ["SYSTEMROOT"], "System32", "mode.com"), *line],
            capture_output=True,
            check=False,
            timeout=10,
            creationflags=subprocess.CREATE_NO_WINDOW,
        )
        return rf"\\.\{name}"
    _set_speed(name, speed)
    return name


def _drain(line: int) -> None:
    if sys.platform == "win32":
        return
    import termios

    with suppress(termios.error):
        termios.tcdrain(line)


def _set_speed(name: str, speed: int) -> None:
    """Raw bytes both ways: nothing is echoed, translated or waited for."""
    if sys.platform == "win32":
        return
    import termios

    constant = getattr(termios, f"B{speed}", None)
    if constant is None:
        raise ValueError(speed)
    line = os.open(name, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
    try:
        wanted = termios.CS8 | termios.CREAD | termios.CLOCAL
        quiet: list[bytes | int] = [*termios.tcgetattr(line)[6]]
        termios.tcsetattr(line, termios.TCSANOW, [0, 0, wanted, 0, constant, constant, quiet])
    except termios.error as fault:
        raise OSError(*fault.args) from fault
    finally:
        os.close(line)
