"""Which Python runs the program: this one where it fits, else another one of this computer.

The newest Python is no good guess: libraries publish their wheels for it only after a while, and
whoever installs Python today gets it. So the newest that works is looked for and gone on with.
"""

from __future__ import annotations

import os
import re
import shutil
import sys

from components import SetUpStopped, quietly, tell
from environment import hand_over

# Newest first; pyproject.toml says the same in `requires-python`.
FITTING = ("3.14", "3.13", "3.12", "3.11")
# A line of `py -0p`: ` -V:3.14 *  C:\…\python.exe`, of older launchers ` -3.14-64  C:\…`.
_LAUNCHER = re.compile(r"^\s*-(?:V:)?(\d+\.\d+)(?:-64)?\s+(?:\*\s+)?(\S.*?)\s*$", re.MULTILINE)


def use_one_that_fits(script: str, arguments: list[str]) -> None:
    """Do nothing where this Python fits; else run `script` with another one instead.

    Raises SetUpStopped with a sentence where there is none.
    """
    here = ".".join(map(str, sys.version_info[:2]))
    if here in FITTING:
        return
    there = another()
    if there is None:
        raise SetUpStopped(refusal(here, script))
    tell(f"This is Python {here}, for which some libraries are missing. Going on with {there}")
    hand_over([there, script, *arguments])


def refusal(here: str, script: str) -> str:
    """What a person reads who has no Python that fits."""
    newest, oldest = FITTING[0], FITTING[-1]
    launcher = f"py -{newest}" if os.name == "nt" else f"python{newest}"
    return (
        f"Python {oldest} to {newest} is needed; this is Python {here} ({sys.executable}). "
        f"Install Python {newest} beside it (https://www.python.org/downloads/), "
        f"then run: {launcher} {os.path.relpath(script)}"
    )


def another() -> str | None:
    """The newest fitting Python of this computer that really starts; None where there is none."""
    listed = by_launcher(quietly(["py", "-0p"]).stdout) if shutil.which("py") else {}
    for version in FITTING:
        for command in filter(None, (listed.get(version), shutil.which(f"python{version}"))):
            asked = quietly([command, "-c", "import sys; print(*sys.version_info[:2], sep='.')"])
            if asked.stdout.strip() == version:
                return command
    return None


def by_launcher(said: str) -> dict[str, str]:
    """Version → program, of what Windows' launcher lists; programs without 64 bits are left out."""
    return {version: path for version, path in _LAUNCHER.findall(said)}
