"""The pages of the repository: what the code cites is there, and what they name exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = {
    "design.md": ROOT / "desk" / "design.md",
    "domain.md": ROOT / "desk" / "rules" / "domain.md",
}
CITED = re.compile(r"((?:design|domain)\.md), sections? (\d+(?:(?:, | and )\d+)*)")
# A path in code marks: two parts at least, with an ending or a closing slash.
NAMED = re.compile(r"`((?:desk|ui|resources|packaging|tests)/[\w./-]*)`")


def test_every_section_that_the_code_cites_is_there() -> None:
    missing = []
    for path in sorted([*(ROOT / "desk").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]):
        for page, numbers in CITED.findall(path.read_text(encoding="utf-8")):
            text = PAGES[page].read_text(encoding="utf-8")
            missing += [
                f"{path.relative_to(ROOT)}: {page}, section {section}"
                for section in re.findall(r"\d+", numbers)
                if f"\n## {section}. " not in text
            ]
    assert missing == []


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_every_path_that_a_page_names_exists(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    named = {path for path in NAMED.findall(text) if "name." not in path}
    pictures = set(re.findall(r"[(\"](resources/pictures/[\w.]+)[)\"]", text))
    assert {path for path in named | pictures if not (ROOT / path).exists()} == set()
