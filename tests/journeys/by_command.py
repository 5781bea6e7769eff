"""Commands by the shop's own clock: each as `python -m desk` would run it, in this process."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desk.app.desk import Desk
from desk.app.home import Home
from desk.cli.main import run
from desk.cli.parser import build
from tests.journeys.shop_floor import PINS, Hours, hour


@dataclass
class Commands:
    """One desk, asked by commands at the hour that the clock shows."""

    home: Path
    clock: Hours
    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def __call__(self, *args: str | Path, who: str = "", told: Any = None) -> Any:
        """The JSON document that the command printed; `told` is given to it as a file."""
        open_desk, clock = Desk.open, self.clock

        def open_by_our_clock(home: Home) -> Desk:
            return open_desk(home, clock)

        words = [str(each) for each in args]
        if told is not None:
            file = self.home.parent / "told.json"
            file.write_text(json.dumps(told, ensure_ascii=False) + "\n", encoding="utf-8")
            words.append(str(file))
        self.capsys.readouterr()
        with self.monkeypatch.context() as here:
            here.setattr(Desk, "open", open_by_our_clock)
            here.setenv("DESK_LANGUAGE", "en")
            here.setenv("DESK_USER", who)
            here.setenv("DESK_PIN", PINS.get(who, ""))
            code = run(build().parse_args(["--home", str(self.home), "--json", *words]))
        out, err = self.capsys.readouterr()
        assert (code, err) == (0, ""), (words, err)
        return json.loads(out)

    def at(self, told: str) -> None:
        """It is so late now."""
        self.clock.now = hour(told)
