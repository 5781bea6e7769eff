"""Runs one command: 0 done, 1 refused with one sentence, 2 wrong usage."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from types import MappingProxyType

from desk import words
from desk.app.desk import Desk
from desk.app.home import find_home
from desk.cli import exchange, people, shop, taking_in, truth
from desk.cli.output import Output
from desk.rules.errors import DeskError

Run = Callable[[Desk, Namespace, Output], int]

_ON_A_DESK: Mapping[str, Run] = MappingProxyType(
    {
        "staff": people.staff,
        "register": taking_in.register,
        "show": taking_in.show,
        "list": taking_in.list_queue,
        "receipt": taking_in.receipt,
        "read-sales": shop.read_sales,
        "card": exchange.card,
        "trust": exchange.trust,
        "export": exchange.export,
        "verify": truth.verify_all,
        "rebuild": truth.rebuild,
        "backup": truth.back_up,
    }
)
_WITHOUT_A_DESK: Mapping[str, Callable[[Namespace, Output], int]] = MappingProxyType(
    {"setup": shop.setup, "sample": shop.sample, "restore": truth.restore}
)
_READS_ONLY = frozenset({"show", "list", "verify", "card"})


def run(options: Namespace) -> int:
    """Runs the command in `options`; gives the exit code."""
    words.speak(words.system_language())
    output = Output(as_json=options.json)
    try:
        if options.command in _WITHOUT_A_DESK:
            return _WITHOUT_A_DESK[options.command](options, output)
        return _on_a_desk(_ON_A_DESK[options.command], options, output)
    except DeskError as fault:
        output.refuse(fault)
        return 1
    except BrokenPipeError:  # whoever read our output has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _on_a_desk(command: Run, options: Namespace, output: Output) -> int:
    desk = Desk.open(find_home(options.home))
    try:
        desk.clock_confirmed = options.clock_is_right
        if options.command not in _READS_ONLY and getattr(options, "deed", "") != "list":
            desk.sign_in(os.environ.get("DESK_USER", ""), os.environ.get("DESK_PIN", ""))
        return command(desk, options, output)
    finally:
        desk.close()
