"""A receipt printer that is played: it understands the bytes, draws them, and answers."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread

WELL, NO_PAPER, COVER_OPEN, PAUSED, FAULTY, MUTE = (
    "well",
    "no paper",
    "cover open",
    "paused",
    "faulty",
    "mute",
)

_GENERAL = {WELL: 0x12, MUTE: 0x12}
_WHY = {NO_PAPER: 0x32, COVER_OPEN: 0x16, FAULTY: 0x52}


@dataclass
class Paper:
    """What came out: lines of bits a piece, a piece ending with a cut."""

    pieces: list[list[bytes]] = field(default_factory=list)
    feed: list[bytes] = field(default_factory=list)


class Listener:
    """Understands ESC/POS as it comes in, byte by byte; a command it does not know fails."""

    def __init__(
        self, state: str = WELL, fails_after: tuple[int, str] | None = None, *, head: int = 576
    ) -> None:
        self.state = state
        self._bytes = head // 8
        self.paper = Paper()
        self.heard: list[str] = []
        self._fails_after = fails_after
        self._waiting = b""

    def hear(self, content: bytes) -> bytes:
        """What the printer answers."""
        self._waiting += content
        said = b""
        while (used := self._understand(self._waiting)) is not None:
            length, answer = used
            self._waiting = self._waiting[length:]
            said += answer
        return said

    def _understand(self, given: bytes) -> tuple[int, bytes] | None:
        if given[:2] == b"\x10\x04":
            return (3, self._status(given[2])) if len(given) > 2 else None
        if given[:2] == b"\x1b@":
            return self._done("begin", 2)
        if given[:3] == b"\x1dVB":
            return self._cut() if len(given) > 3 else None
        if given[:2] == b"\x1dr":
            return self._come_to_the_end() if len(given) > 2 else None
        if given[:4] == b"\x1dv0\x00":
            return self._picture(given)
        assert len(given) < 4, given[:8]
        return None

    def _done(self, name: str, length: int, answer: bytes = b"") -> tuple[int, bytes]:
        self.heard.append(name)
        return length, answer

    def _picture(self, given: bytes) -> tuple[int, bytes] | None:
        if len(given) < 8:
            return None
        wide, high = (int.from_bytes(given[at : at + 2], "little") for at in (4, 6))
        if len(given) < 8 + wide * high:
            return None
        if self.state in (WELL, MUTE):
            dots = given[8 : 8 + wide * high]
            assert 0 < wide <= self._bytes
            lines = (dots[at : at + wide] for at in range(0, len(dots), wide))
            self.paper.feed += [line.ljust(self._bytes, b"\0") for line in lines]
        if self._fails_after and self.heard.count("picture") >= self._fails_after[0]:
            self.state = self._fails_after[1]
        return self._done("picture", 8 + wide * high)

    def _cut(self) -> tuple[int, bytes]:
        self.paper.pieces.append(self.paper.feed)
        self.paper.feed = []
        return self._done("cut", 4)

    def _come_to_the_end(self) -> tuple[int, bytes]:
        return self._done("asked", 3, b"\x00" if self.state == WELL else b"")

    def _status(self, about: int) -> bytes:
        if self.state == MUTE:
            return b""
        general = _GENERAL.get(self.state, 0x1A)
        roll = 0x72 if self.state == NO_PAPER else 0x12
        return bytes(({1: general, 2: _WHY.get(self.state, 0x12), 4: roll}[about],))


@contextmanager
def network_printer(listener: Listener, *, hangs_up_after: int | None = None) -> Iterator[str]:
    """The name of a printer on this computer's own network, for as many jobs as come."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        thread = Thread(target=_serve, args=(server, listener, hangs_up_after))
        thread.start()
        try:
            yield f"tcp:127.0.0.1:{port}"
        finally:
            _wake(server)
            thread.join()


def _wake(server: socket.socket) -> None:
    """End a waiting accept(); Windows does not shut down a socket that only listens."""
    if os.name == "nt":
        server.close()
    else:
        server.shutdown(socket.SHUT_RDWR)


def _serve(server: socket.socket, listener: Listener, hangs_up_after: int | None) -> None:
    while True:
        try:
            caller, _ = server.accept()
        except OSError:
            return
        with caller:
            _talk(caller.recv, caller.sendall, listener, hangs_up_after)


def _talk(
    read: Callable[[int], bytes],
    write: Callable[[bytes], object],
    listener: Listener,
    hangs_up_after: int | None,
) -> None:
    heard = 0
    try:
        while content := read(4096):
            heard += len(content)
            answer = listener.hear(content)
            if answer:
                write(answer)
            if hangs_up_after is not None and heard > hangs_up_after:
                return
    except OSError:
        return


def unused_port() -> int:
    """A port on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        found: int = server.getsockname()[1]
    return found


def picture(lines: list[bytes]) -> bytes:
    """The dots as an image file (PBM), with white around as the paper has it."""
    blank = [bytes(len(lines[0]))] * 16
    rows = [b"\x00\x00" + line + b"\x00\x00" for line in (*blank, *lines, *blank)]
    return b"P4\n%d %d\n" % (8 * len(rows[0]), len(rows)) + b"".join(rows)
