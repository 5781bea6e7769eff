"""The company's picture on papers: what may be one, and how it is drawn."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from desk.paper.rows import Row, snapped
from desk.rules.errors import Invalid
from desk.words import say

if TYPE_CHECKING:
    from PIL.Image import Image
    from reportlab.pdfgen.canvas import Canvas

LARGEST = 10 * 1024 * 1024
"""Bytes of a file that is looked at."""
_MOST = 8000
"""Dots in width or height; a file of a few bytes can pretend to be larger than the memory."""
_LEAST = 32
_KEPT = (900, 360)
"""Dots in width and height that papers need; what is larger is made smaller once."""


def normal(content: bytes) -> bytes:
    """A PNG or JPEG as it is kept: on white, no larger than papers need, without anything beside.

    The same picture always gives the same bytes. Raises Invalid with what to do instead.
    """
    from PIL import Image, ImageOps

    if len(content) > LARGEST:
        raise _refused()
    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as opened:
            if not _LEAST <= min(opened.size) <= max(opened.size) <= _MOST:
                raise _refused()
            picture = _on_white(ImageOps.exif_transpose(opened))
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError) as fault:
        raise _refused() from fault
    picture.thumbnail(_KEPT)
    out = BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def _refused() -> Invalid:
    return Invalid(
        say(
            "logo",
            "This file cannot be the logo. It takes a PNG or JPEG picture of 32 to 8,000 dots in "
            "width and height and at most 10 MB. The papers stay as they are; choose another file.",
        ),
        field="logo",
    )


def _on_white(picture: Image) -> Image:
    """Without transparency, which printers show as black."""
    from PIL import Image

    seen = picture.convert("RGBA")
    ground = Image.new("RGBA", seen.size, "white")
    ground.alpha_composite(seen)
    return ground.convert("RGB")


def drawn(content: bytes, *, width: float, height: float, grey: bool) -> tuple[float, Row]:
    """(its width, the picture as large as it fits into `width` and `height`)."""
    from reportlab.lib.utils import ImageReader

    picture = _opened(content, grey=grey)
    scale = min(width / picture.width, height / picture.height)
    wide, tall = picture.width * scale, picture.height * scale

    def draw(canvas: Canvas, x: float, top: float) -> None:
        canvas.drawImage(ImageReader(picture), snapped(x), snapped(top - tall), wide, tall)

    return wide, Row(tall, draw)


@lru_cache(maxsize=2)
def _opened(content: bytes, *, grey: bool) -> Image:
    from PIL import Image

    with Image.open(BytesIO(content), formats=("PNG",)) as picture:
        return picture.convert("L" if grey else "RGB")
