"""The company's logo: only a picture, kept small and by its digest, and seen on papers."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from desk.app.commands import AddStaff, DescribeShop
from desk.app.desk import Desk
from desk.app.papers import choose_logo, logo_of, receipt_of, tag_of
from desk.journal.verify import verify
from desk.rules.errors import DeskError, Invalid, Refused, Trouble, finish
from tests.app.at_work import register


def picture(folder: Path, kind: str = "PNG", size: tuple[int, int] = (3000, 1000)) -> Path:
    file = folder / f"logo.{kind.lower()}"
    Image.new("RGB", size, (200, 30, 30)).save(file, kind)
    return file


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_is_kept_small_and_stands_on_papers(
    desk: Desk, tmp_path: Path, kind: str
) -> None:
    digest = choose_logo(desk, picture(tmp_path, kind))
    assert desk.shop.logo == digest
    kept = logo_of(desk)
    with Image.open(BytesIO(kept)) as seen:
        assert (seen.format, seen.size) == ("PNG", (900, 300))
    case = desk.complaint(register(desk).id)
    assert receipt_of(desk, case).logo == tag_of(desk, case).logo == kept
    assert finish(verify(desk.journal)).wrong is None


def test_the_logo_stays_when_the_shop_is_described_anew_and_goes_when_asked(
    desk: Desk, tmp_path: Path
) -> None:
    digest = choose_logo(desk, picture(tmp_path))
    desk.do(DescribeShop(company="Toko Baru", branch_name="Bekasi"))
    assert (desk.shop.logo, desk.shop.company) == (digest, "Toko Baru")
    assert choose_logo(desk, None) == ""
    assert (logo_of(desk), desk.shop.company) == (b"", "Toko Baru")


def test_without_its_file_the_papers_show_the_name(desk: Desk, tmp_path: Path) -> None:
    digest = choose_logo(desk, picture(tmp_path))
    desk.files.path_of(digest).unlink()
    assert logo_of(desk) == b""


def bomb() -> bytes:
    """A PNG of a few hundred bytes that says it is 60,000 dots wide and high."""
    head = b"IHDR" + (60000).to_bytes(4) * 2 + b"\x08\x02\0\0\0"
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (len(part) - 4).to_bytes(4) + part + zlib.crc32(part).to_bytes(4)
        for part in (head, b"IDAT" + zlib.compress(b"\0" * 100), b"IEND")
    )


@pytest.mark.parametrize(
    "content",
    [b"", b"GIF89a", b"<svg/>", bomb(), b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0"],
    ids=["empty", "gif", "svg", "bomb", "half a png", "half a jpeg"],
)
def test_what_is_no_picture_or_too_large_is_refused(
    desk: Desk, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(content)
    with pytest.raises(Invalid, match="cannot be the logo") as refused:
        choose_logo(desk, file)
    assert refused.value.field == "logo"
    assert desk.shop.logo == ""


def test_a_picture_that_breaks_off_is_refused(desk: Desk, tmp_path: Path) -> None:
    file = picture(tmp_path, "JPEG")
    file.write_bytes(file.read_bytes()[:-400])
    with pytest.raises(Invalid, match="cannot be the logo"):
        choose_logo(desk, file)


def test_a_speck_is_no_logo_and_a_missing_file_is_told(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="cannot be the logo"):
        choose_logo(desk, picture(tmp_path, size=(8, 8)))
    with pytest.raises(Trouble, match=r"nowhere\.png"):
        choose_logo(desk, tmp_path / "nowhere.png")


def test_only_who_may_change_settings_chooses_a_logo(desk: Desk, tmp_path: Path) -> None:
    desk.do(AddStaff(name="Dewi", roles=("staff",)))
    desk.sign_in("Dewi")
    file = picture(tmp_path)
    with pytest.raises(Refused) as refused:
        choose_logo(desk, file)
    assert isinstance(refused.value, DeskError)
    assert desk.shop.logo == ""
