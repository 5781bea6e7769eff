"""Runs `python -m desk` as a shop's own scripts would: in this process, or in one of its own.

To start Python and to import the desk takes thirty times as long as most commands do. What only a
process can show (what it writes to a console or a full disk, and how it ends) asks for one.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, BinaryIO

from desk import words
from desk.__main__ import main

DESK = (sys.executable, "-m", "desk")
CHECKOUT = Path(__file__).resolve().parents[2]
SHOP = ("--company", "Toko Sepeda Maju", "--branch", "1", "--branch-name", "Hankam Bekasi")


@dataclass(frozen=True)
class Answer:
    """What a command gave back: its exit code, stdout and stderr."""

    code: int
    out: str
    err: str

    @property
    def documents(self) -> list[Any]:
        """Every line of stdout as JSON; fails where anything else stands there."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def document(self) -> Any:
        """The one JSON document on stdout."""
        (only,) = self.documents
        return only

    @property
    def sentences(self) -> list[str]:
        """The lines of stderr; fails where a traceback stands there."""
        assert "Traceback" not in self.err, self.err
        assert "our fault" not in self.err, self.err
        return self.err.splitlines()

    @property
    def sentence(self) -> str:
        """The one line of stderr."""
        (only,) = self.sentences
        return only


@dataclass(frozen=True)
class Shop:
    """A desk in `home`, asked by commands. `env` is set for each of them."""

    home: Path
    env: Mapping[str, str] = field(default_factory=dict)

    def environment(self, **more: str) -> dict[str, str]:
        """The variables of a command's process: this desk, English words, nothing of the person."""
        here = {name: value for name, value in os.environ.items() if not name.startswith("DESK_")}
        return here | {"DESK_HOME": str(self.home), "DESK_LANGUAGE": "en"} | dict(self.env) | more

    def __call__(
        self,
        *args: str | Path,
        given: str | bytes = b"",
        code: int | None = 0,
        alone: bool = False,
        under: Sequence[str] = (),
        **env: str,
    ) -> Answer:
        """Runs one command and checks its exit code.

        It gets a process when it is to be `alone`; `under` is a program that starts this one.
        """
        arguments = [str(each) for each in args]
        stdin = given.encode() if isinstance(given, str) else given
        if alone or under:
            answer = self._by_itself([*under, *DESK, *arguments], stdin, self.environment(**env))
        else:
            answer = in_process(arguments, stdin, self.environment(**env))
        assert code in {None, answer.code}, (args, answer)
        return answer

    def _by_itself(self, command: list[str], stdin: bytes, environment: dict[str, str]) -> Answer:
        done = subprocess.run(
            command,
            input=stdin,
            capture_output=True,
            env=environment,
            cwd=CHECKOUT,
            timeout=100,
            check=False,
        )
        return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())

    def register(self, *complaints: Mapping[str, Any], code: int | None = 0) -> list[Any]:
        """Registers these; gives a document for each line of the answer."""
        return self("register", "--json", given=lines(complaints), code=code).documents


def in_process(arguments: Sequence[str], stdin: bytes, environment: Mapping[str, str]) -> Answer:
    """Runs one command here, with these variables and no others."""
    out, err = io.BytesIO(), io.BytesIO()
    with TemporaryFile() as typed, _surroundings(["desk", *arguments], environment):
        typed.write(stdin)
        typed.seek(0)
        streams = sys.stdin, sys.stdout, sys.stderr = _stream(typed), _stream(out), _stream(err)
        try:
            code = main()
        except SystemExit as wrong_usage:
            code = int(wrong_usage.code or 0)
        for stream in streams:
            stream.detach()
    return Answer(code, out.getvalue().decode(), err.getvalue().decode())


@contextmanager
def _surroundings(arguments: list[str], environment: Mapping[str, str]) -> Iterator[None]:
    """What a process is started with, put back afterwards, the language of the words as well."""
    language, variables = words.spoken(), dict(os.environ)
    before = {name: getattr(sys, name) for name in ("argv", "stdin", "stdout", "stderr")}
    sys.argv = arguments
    os.environ.clear()
    os.environ.update(environment)
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(sys, name, value)
        os.environ.clear()
        os.environ.update(variables)
        words.speak(language)


def _stream(content: BinaryIO) -> io.TextIOWrapper:
    return io.TextIOWrapper(content, encoding="utf-8", newline="\n", write_through=True)


def lines(complaints: Iterable[Mapping[str, Any]]) -> str:
    """JSON Lines."""
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in complaints)


def complaint(nota: str | int | None = "1234", **more: Any) -> dict[str, Any]:
    """A complaint as `register` takes it; without a nota where it is None."""
    sale: dict[str, Any] = {"no_nota": True} if nota is None else {"nota": nota}
    return {
        "customer": {"name": "Bapak Hari", "phone": "0812-3456-7801"},
        "what_happened": "Ngerem berat dan ada bunyi",
        **sale,
        **more,
    }


def set_up(home: Path, *more: str) -> Shop:
    """A new desk in `home`, made by the command `setup`."""
    shop = Shop(home)
    shop("setup", *SHOP, *more)
    return shop
