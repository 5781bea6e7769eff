"""Finds `ui/` and `resources/`: beside the package in a checkout, inside it in a wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def asset(*parts: str) -> Path:
    """The path of a form or resource, such as ``asset("ui", "counter.ui")``.

    Raises FileNotFoundError where neither the wheel nor the checkout has it.
    """
    for root in (_PACKAGE / "_assets", _PACKAGE.parent):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError("/".join(parts))
