"""A fault of the program, written down: where it happened and in what versions, no values.

So a report holds no personal data and may be sent to whoever mends the program.
"""

from __future__ import annotations

import platform
import traceback
from datetime import UTC, datetime
from pathlib import Path

from desk import __version__


def write_report(logs: Path, fault: BaseException) -> Path | None:
    """Writes the kind of fault and the places, without its own words; None where it cannot."""
    now = datetime.now(UTC)
    places = traceback.StackSummary.extract(
        traceback.walk_tb(fault.__traceback__), lookup_lines=False
    )
    lines = [
        f"Complaint Desk {__version__}, Python {platform.python_version()}",
        f"{platform.system()} {platform.release()}, {now:%Y-%m-%dT%H:%M:%SZ}",
        type(fault).__name__,
        *(f"{Path(place.filename).name}:{place.lineno} {place.name}" for place in places),
    ]
    report = logs / f"report-{now:%Y%m%d-%H%M%S-%f}.txt"
    try:
        logs.mkdir(parents=True, exist_ok=True)
        report.write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError:
        return None
    return report
