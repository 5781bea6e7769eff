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
from desk.app.safety import write_report
from desk.cli import complaints, shop
from desk.cli.output import Output
from desk.rules.errors import DeskError
from desk.words import say

Run = Callable[[Desk, Namespace, Output], int]

_QUICK: Mapping[str, Run] = MappingProxyType(
    {
        "staff": shop.staff,
        "branch": shop.branch,
        "register": complaints.register,
        "act": complaints.act,
        "show": complaints.show,
        "list": complaints.list_queue,
        "receipt": complaints.receipt,
        "paper": complaints.paper,
        "check-receipt": complaints.check_receipt,
        "settings": complaints.settings,
        "verify": shop.verify_all,
        "rebuild": shop.rebuild,
        "backup": shop.back_up,
        "read-sales": shop.read_sales,
    }
)
_WITHOUT_A_DESK = frozenset({"setup", "sample", "restore"})
_INTERRUPTED = 130
_READS_ONLY = frozenset({"show", "list", "verify", "card", "check-receipt"})
_SHOWS_CASES = frozenset({"show", "list"})


def run(options: Namespace) -> int:
    """Runs the command in `options`; gives the exit code."""
    words.speak(words.system_language())
    output = Output(as_json=options.json)
    try:
        if options.command in _WITHOUT_A_DESK:
            return _without_a_desk(options, output)
        return _on_a_desk(_QUICK.get(options.command) or _other(options.command), options, output)
    except DeskError as fault:
        output.refuse(fault)
        return 1
    except BrokenPipeError:  # whoever read our output has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:  # every number that was shown is safe
        return _INTERRUPTED
    except Exception as fault:  # noqa: BLE001 - the last resort: written down, and told in words
        output.refuse(_our_fault(fault, options))
        return 1


def _other(name: str) -> Run:
    """The commands whose libraries take as long to import as all the rest."""
    from desk.cli import shop

    return {
        "card": shop.card,
        "trust": shop.trust,
        "export": shop.export,
        "import": shop.take_in,
    }[name]


def _without_a_desk(options: Namespace, output: Output) -> int:
    commands = {"setup": shop.setup, "sample": shop.sample, "restore": shop.restore}
    return commands[options.command](options, output)


def _our_fault(fault: Exception, options: Namespace) -> DeskError:
    report = write_report(find_home(options.home).logs, fault)
    if report is None:
        return DeskError(
            say(
                "cli",
                "Something went wrong in the program; it was our fault, not yours. What was saved "
                "is safe. ({kind})",
            )(kind=type(fault).__name__)
        )
    return DeskError(
        say(
            "cli",
            "Something went wrong in the program; it was our fault, not yours. What was saved is "
            "safe. A report without personal data is in {file}.",
        )(file=report)
    )


def _on_a_desk(command: Run, options: Namespace, output: Output) -> int:
    desk = Desk.open(find_home(options.home))
    try:
        desk.clock_confirmed = options.clock_is_right
        reads = options.command in _READS_ONLY or getattr(options, "deed", "") == "list"
        if not reads or (options.command in _SHOWS_CASES and _limited(desk)):
            desk.sign_in(os.environ.get("DESK_USER", ""), os.environ.get("DESK_PIN", ""))
        return command(desk, options, output)
    finally:
        desk.close()


def _limited(desk: Desk) -> bool:
    """Whether somebody here sees only some branches' cases: then it counts who is asking."""
    return any(person.branches for person in desk.people() if person.active)
