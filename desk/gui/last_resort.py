"""The last resort: a fault of the program is written down, told once, and the window lives on.

The report holds the places in the program and the versions; no values, so no personal data.
"""

from __future__ import annotations

import faulthandler
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as qt_version

from desk import __version__
from desk.rules.errors import DeskError

Tell = Callable[[Path], None]


def install(logs: Path, tell: Tell, tell_trouble: Callable[[DeskError], None]) -> None:
    """Every uncaught exception, in any thread, becomes a report in `logs`; `tell` gets its path.

    What has a sentence for people is no fault of the program (a server that went away while a list
    was read): `tell_trouble` gets it instead.
    """
    logs.mkdir(parents=True, exist_ok=True)
    faulthandler.enable((logs / "crash.txt").open("a", encoding="utf-8"))

    def caught(kind: type[BaseException], fault: BaseException, at: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, at)
            return
        if isinstance(fault, DeskError):
            tell_trouble(fault)
            return
        tell(write_report(logs, kind, at))

    sys.excepthook = caught
    threading.excepthook = lambda args: caught(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )


def write_report(logs: Path, kind: type[BaseException], at: TracebackType | None) -> Path:
    """Writes where it happened: the kind of fault and the places, without the fault's own words."""
    now = datetime.now(UTC)
    places = traceback.StackSummary.extract(traceback.walk_tb(at), lookup_lines=False)
    lines = [
        f"Complaint Desk {__version__}, Qt {qt_version}, Python {platform.python_version()}",
        f"{platform.system()} {platform.release()}, {now:%Y-%m-%dT%H:%M:%SZ}",
        kind.__name__,
        *(f"{Path(place.filename).name}:{place.lineno} {place.name}" for place in places),
    ]
    report = logs / f"report-{now:%Y%m%d-%H%M%S-%f}.txt"
    report.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return report
