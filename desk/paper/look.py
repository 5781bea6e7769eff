"""The type of a paper in its sizes, and the language it speaks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from desk.paper.papers import PAPERS, SIZES
from desk.paper.writing import Style
from desk.words import Text

if TYPE_CHECKING:
    from desk.paper.papers import Paper

WHITE = 1.0

Words: TypeAlias = Text | str
"""A sentence of ours, or what somebody typed."""


@dataclass(frozen=True)
class Look:
    """All styles come from the paper's body size; a receipt printer has no grey."""

    paper: Paper
    language: str

    @classmethod
    def of(cls, kind: str, paper: str, language: str) -> Look:
        """The look of a kind of paper. Raises KeyError for a size that it does not come in."""
        if paper not in SIZES[kind]:
            raise KeyError(paper)
        return cls(PAPERS[paper], language)

    def said(self, words: Words) -> str:
        """A sentence of ours in the paper's language; what somebody typed, as it is."""
        return words if isinstance(words, str) else words.into(self.language)

    @property
    def unit(self) -> float:
        """One line of body text: the measure for white space."""
        return self.paper.body * 1.36

    @property
    def body(self) -> Style:
        """What the customer reads."""
        return Style(self.paper.body, self.unit)

    @property
    def strong(self) -> Style:
        """A name or a word that must not be missed."""
        return Style(self.paper.body, self.unit, bold=True)

    @property
    def label(self) -> Style:
        """What a value is; in lines as high as the body's, so that both stand on one line."""
        return Style(self.paper.body * 0.84, self.unit, grey=0 if self.paper.roll else 0.4)

    @property
    def heading(self) -> Style:
        """What stands above a paragraph."""
        return Style(self.paper.body * 0.84, self.unit, bold=True)

    @property
    def small(self) -> Style:
        """What is kept for later reading."""
        size = self.paper.body * 0.8
        return Style(size, size * 1.32)

    @property
    def notice(self) -> Style:
        """A small text that asks for something."""
        return replace(self.small, bold=True)

    def large(self, size: float) -> Style:
        """A bold line that stands alone."""
        return Style(size, size * 1.24, bold=True)

    def fitted(self, words: str, width: float, *, largest: float) -> Style:
        """The largest bold style in which `words` stand on one line of `width`."""
        return self.large(min(largest, width / max(self.large(1).advance(words), 1)))
