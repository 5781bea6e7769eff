"""A screen of paper for the controller of the Case: it keeps what it was last shown."""

from __future__ import annotations

from dataclasses import dataclass, field

from desk.controllers.case.acts import CaseAct
from desk.controllers.case.controller import Page, Panel
from desk.rules.errors import DeskError
from desk.telling.story import as_text
from desk.words import Text


@dataclass
class Sheet:
    """What stands on the screen, in words."""

    page: Page | None = None
    panel: Panel | None = None
    told: list[str] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    wanted: list[tuple[str, str]] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)

    def show_page(self, page: Page) -> None:
        self.page = page

    def show_panel(self, panel: Panel | None, *, focus: bool) -> None:
        self.panel = panel

    def refuse(self, fault: DeskError) -> None:
        self.refused.append((fault.field or "", str(fault)))

    def tell(self, text: Text) -> None:
        self.told.append(str(text))

    def did(self, deed: CaseAct, number: str) -> None:
        self.told.append(str(deed.done))

    def print_receipt(self, complaint: str) -> None:
        self.printed.append(complaint)

    def want(self, what: str, complaint: str, kind: str) -> None:
        self.wanted.append((what, kind))

    def leave(self) -> None:
        self.page = self.panel = None

    def focus_main(self) -> None:
        """There is no keyboard here."""

    @property
    def step(self) -> str:
        """The biggest sentence, and what the large button does."""
        assert self.page is not None
        main = self.page.main
        return f"{self.page.step.words} [{main.do if main else ''}]"

    @property
    def story(self) -> str:
        """The timeline as text."""
        assert self.page is not None
        return as_text(self.page.timeline)

    @property
    def badges(self) -> list[str]:
        """What the badges say."""
        assert self.page is not None
        return [str(told.words) for told in self.page.head.badges]

    @property
    def able(self) -> list[str]:
        """The names of what can be done now."""
        return [each for each, reason in self.deeds.items() if not reason]

    @property
    def deeds(self) -> dict[str, str]:
        """Every button that is there, with the reason why not now."""
        assert self.page is not None
        return {
            each.deed.name: str(each.refused or "") for group in self.page.deeds for each in group
        }

    @property
    def drawn(self) -> str:
        """The whole screen but the story, as somebody would read it out."""
        page = self.page
        assert page is not None
        lines = [f"{page.head.grouped}  {page.head.customer}  {page.head.product}".rstrip()]
        lines.append(" ".join(f"[{told.words}]" for told in page.head.badges if told.words))
        lines += [f"! {told.words}" for told in page.head.warnings]
        lines += [" · ".join(map(str, page.head.line)), f"→ {self.step}"]
        lines.append(f"{page.known.customer} {page.known.phone}".rstrip())
        for section in page.known.sections:
            lines.append(f"{section.title}:")
            lines += [
                f"  {fact.label}: {fact.value}".replace("  : ", "  ") for fact in section.facts
            ]
        lines += [f"promise {each.words.words}" for each in page.known.promises]
        lines += [
            f"{photo.name}{'' if photo.here else ', not here yet'}" for photo in page.known.photos
        ]
        lines += [f"{link.how}: {link.number}" for link in page.links]
        taken = ", ".join(str(step.name) for step in page.progress if step.done)
        lines.append(f"taken: {taken}")
        return "\n".join(line for line in lines if line)
