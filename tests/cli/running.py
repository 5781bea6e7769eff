"""Runs `python -m desk` as a process of its own, as a shop's own scripts would."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

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
        under: Sequence[str] = (),
        **env: str,
    ) -> Answer:
        """Runs one command and checks its exit code; `under` is a program that starts it."""
        done = subprocess.run(
            [*under, *DESK, *map(str, args)],
            input=given.encode() if isinstance(given, str) else given,
            capture_output=True,
            env=self.environment(**env),
            cwd=CHECKOUT,
            timeout=100,
            check=False,
        )
        answer = Answer(done.returncode, done.stdout.decode(), done.stderr.decode())
        assert code in {None, answer.code}, (args, answer)
        return answer

    def register(self, *complaints: Mapping[str, Any], code: int | None = 0) -> list[Any]:
        """Registers these; gives a document for each line of the answer."""
        return self("register", "--json", given=lines(complaints), code=code).documents


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
