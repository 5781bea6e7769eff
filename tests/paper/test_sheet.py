"""Pages break between lines, keep a heading with its text, and never begin with white."""

from __future__ import annotations

from desk.paper.papers import PAPERS
from desk.paper.sheet import Row, Rows, clinging, paginate, space


def lines(count: int) -> Rows:
    return [Row(10, lambda *_: None) for _ in range(count)]


def heights(pages: list[Rows]) -> list[float]:
    return [sum(row.height for row in page) for page in pages]


def test_rows_fill_a_page_before_the_next_begins() -> None:
    assert heights(paginate(lines(25), 100)) == [100, 100, 50]


def test_a_heading_goes_with_its_first_line() -> None:
    assert heights(paginate([*lines(9), *clinging(lines(1)), *lines(3)], 100)) == [90, 40]


def test_white_is_left_out_at_the_head_of_a_page() -> None:
    assert heights(paginate([*lines(10), *space(5), *lines(2)], 100)) == [100, 20]


def test_a_heading_without_a_text_is_not_lost() -> None:
    assert heights(paginate([*lines(1), *clinging(lines(1))], 100)) == [20]


def test_papers_leave_room_for_words() -> None:
    assert all(paper.inner > 10 * paper.body for paper in PAPERS.values())
