"""The card's pages come whole in both languages, and say where the company's own could not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desk.app.guidance import TOPICS, pages_in
from tests.speaking import speaking


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_page_says_something_in_every_language(tmp_path: Path, language: str) -> None:
    pages, fault = pages_in(language, tmp_path)
    assert tuple(pages) == TOPICS
    with speaking(language):
        assert all(str(each.name) and each.lines for p in pages.values() for each in p.entries)
    assert [len(pages[topic].entries) for topic in ("last", "recovery", "styles")] == [4, 6, 4]
    assert pages["styles"].note
    assert fault == ""


def test_the_company_may_write_its_own(tmp_path: Path) -> None:
    (tmp_path / "guidance").mkdir()
    own = {"abuse": {"calm": {"name": "Breathe"}}, "unheard": "of"}
    (tmp_path / "guidance" / "en.json").write_text(json.dumps(own), encoding="utf-8")
    pages, fault = pages_in("en", tmp_path)
    assert pages["abuse"].entries[0].name == "Breathe"
    assert "unheard" in str(fault)
