"""`complaint-desk` and `python -m desk`: the window, or a command."""

from __future__ import annotations

import sys


def main() -> int:
    """Runs what the command line asks for; gives the exit code."""
    from desk.cli.parser import build

    options = build().parse_args()
    if options.command is None:
        from desk.gui.main import run_window

        return run_window(options.home)
    from desk.cli.main import run

    return run(options)


if __name__ == "__main__":
    sys.exit(main())
