"""Every paper of the house: what stands on it, and the PDF for whoever prints it.

Which papers a case can have and who may print them is said here too, and the company's logo is
checked and kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any

from desk import phones
from desk.app.commands import SetLogo
from desk.app.desk import Desk, around_of, events_of
from desk.app.editable import edited, same_form
from desk.app.messages import filled, load, prepare
from desk.paper import stationery
from desk.paper.brief import BriefPaper, Spoken, brief_pdf
from desk.paper.counter import CommentCard, Leaflet, comment_card_pdf, leaflet_pdf
from desk.paper.goods import Tag, Worksheet, tag_pdf, worksheet_pdf
from desk.paper.letter import Letter, letter_pdf
from desk.paper.papers import OF_A_CASE, PAPER_KINDS
from desk.paper.receipt import Receipt
from desk.paper.stationery import AboutCase
from desk.rules.complaint import Complaint
from desk.rules.entries import ComplaintRegistered
from desk.rules.errors import Refused, Trouble
from desk.rules.facts import IN_JSON, LISTS, nota_words
from desk.rules.intake import Intake
from desk.rules.people import Action
from desk.telling.brief import Brief, brief_of
from desk.telling.standing import grouped
from desk.words import Text, say

_LONGEST = 220
"""Characters of what was said that stand on a paper; all of it stands on the screen."""


def from_shop(desk: Desk) -> dict[str, Any]:
    """Whose paper it is, as every paper takes it (`FromShop`)."""
    shop = desk.shop
    return {
        "company": shop.company,
        "branch": shop.branch_name,
        "address": shop.address,
        "reach": shop.reach,
        "logo": logo_of(desk),
    }


def about(desk: Desk, complaint: Complaint) -> dict[str, Any]:
    """Whose paper, and which complaint it is about (`AboutCase`)."""
    number = complaint.number
    return {**from_shop(desk), "number": number, "grouped": grouped(number)}


def registration(complaint: Complaint) -> tuple[ComplaintRegistered, datetime, datetime]:
    """(what was written down, received, due). Raises Refused where that is not here yet."""
    facts, received, due = complaint.registered, complaint.received_at, complaint.due_at
    if facts is None or received is None or due is None:
        raise Refused(say("receipts", "The registration of this complaint is not here yet."))
    return facts, received, due


_ASKED = {name for group in ("sale", "", "taken_in") for name in IN_JSON[group]} - {"bought_at"}


def asked(facts: ComplaintRegistered | Intake, paper: type[AboutCase]) -> dict[str, Any]:
    """What was asked at intake, as far as `paper` has a field of that name for it."""
    told = {each.name: getattr(facts, each.name) for each in fields(paper) if each.name in _ASKED}
    lists = ((name, key) for name, key in told.items() if name in LISTS and isinstance(key, str))
    return told | {name: LISTS[name].get(key) for name, key in lists}


def tag_of(desk: Desk, complaint: Complaint) -> Tag:
    """The tag for the goods. Raises Refused where the registration is not here."""
    facts, received, _ = registration(complaint)
    return Tag(
        **about(desk, complaint),
        **asked(facts, Tag),
        received_at=received,
    )


def worksheet_of(desk: Desk, complaint: Complaint) -> Worksheet:
    """The technician's sheet: what the customer said, and what was found so far."""
    facts, received, due = registration(complaint)
    return Worksheet(
        **about(desk, complaint),
        **asked(facts, Worksheet),
        received_at=received,
        due_at=due,
        customer=facts.name,
        nota=nota_words(facts),
        said=facts.what_happened,
        found=complaint.found,
        cause=complaint.cause,
        remedy=complaint.remedy,
    )


def comment_card_of(desk: Desk, complaint: Complaint | None = None) -> CommentCard:
    """The comment card of a case, or one that asks for the number."""
    if complaint is None:
        return CommentCard(**from_shop(desk))
    return CommentCard(**about(desk, complaint))


def decision_of(desk: Desk, complaint: Complaint, *, language: str, text: str = "") -> Letter:
    """The decision as a letter: `text`, or what the case says already, in the company's words."""
    registration(complaint)
    message = prepare(
        "decision",
        complaint,
        shop=desk.shop,
        writer=desk.actor.name if desk.actor else "",
        language=language,
        now=desk.now(),
        texts=load(desk.home.folder, language),
    )
    return letter_of(
        desk, complaint, kind="decision", text=text or message.text, elsewhere=message.elsewhere
    )


def brief_now(desk: Desk, complaint: Complaint) -> Brief:
    """The hand-over brief of a case as it stands now."""
    return brief_of(complaint, events_of(desk.journal.about(complaint.id)), around_of(desk))


def brief_paper(desk: Desk, complaint: Complaint) -> BriefPaper:
    """The page for whoever takes the case over, in the order and the words of the screen."""
    registration(complaint)
    shown = brief_now(desk, complaint)
    badges = (badge.words for badge in shown.head.badges)
    return BriefPaper(
        **about(desk, complaint),
        as_of=shown.number,
        step=shown.step.words,
        before=shown.before.words,
        standing=tuple(words for words in (*badges, *shown.standing) if words),
        who=tuple((fact.label, fact.value) for fact in shown.who),
        what=tuple((fact.label, fact.value) for fact in shown.what),
        promised=tuple(told.words for told in shown.promised),
        said=tuple(
            Spoken(when=one.when, what=one.what, words=_clipped(one.words)) for one in shown.said
        ),
    )


def _clipped(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


SUBJECTS: Mapping[str, Text] = MappingProxyType(
    {
        "acknowledge": say("letters", "We have received your complaint"),
        "more_time": say("letters", "We ask you for more time"),
        "solved": say("letters", "Your complaint is solved"),
        "apology": say("letters", "Our apology"),
        "decision": say("letters", "Our decision, with reasons"),
        "after_care": say("letters", "How is it now?"),
        "thanks": say("letters", "Thank you"),
    }
)
"""What each kind of message to the customer is about; one without is not printed."""


def letter_of(
    desk: Desk, complaint: Complaint, *, kind: str, text: str, elsewhere: str = ""
) -> Letter:
    """`text` to the customer of `complaint`, as whoever is at work writes it now.

    `elsewhere` says where else the customer may turn: it has a place of its own on the letter, and
    is not said twice. Raises KeyError for a kind that does not go to the customer.
    """
    facts, number = complaint.registered, grouped(complaint.number)
    subject, product = SUBJECTS[kind], facts.product if facts else ""
    title = say("letters", "{subject} – complaint {number}")
    if product:
        title = say("letters", "{subject} – complaint {number}, {product}")
    return Letter(
        **about(desk, complaint),
        written_at=desk.now(),
        name=facts.name if facts else "",
        home=facts.address if facts else "",
        subject=title(subject=subject, number=number, product=product),
        text=_without(text, elsewhere),
        elsewhere=elsewhere,
        writer=desk.actor.name if desk.actor else "",
    )


def _without(text: str, sentence: str) -> str:
    """The text without this sentence; a paragraph that was nothing else goes with it."""
    if not sentence:
        return text
    rest = re.sub(f" ?{re.escape(sentence)}", "", text)
    return "\n\n".join(filter(None, (part.strip() for part in rest.split("\n\n"))))


_OUTCOMES: Mapping[str, Text] = MappingProxyType(
    {
        "solved": say("receipts", "Solved on"),
        "closed": say("receipts", "Solved on"),
        "withdrawn": say("receipts", "Withdrawn on"),
    }
)
"""States in which no answer is owed any more, and how a receipt says so."""


def receipt_of(desk: Desk, complaint: Complaint, *, copy: int | None = None) -> Receipt:
    """What the receipt of `complaint` says; the next copy, where `copy` is not given.

    Raises Refused where the registration is not here, Trouble where the keys cannot be read.
    """
    facts, received, due = registration(complaint)
    ended = complaint.ended_at if complaint.state in _OUTCOMES else None
    safety = facts.safety and (ended is None or complaint.state == "withdrawn")
    return Receipt(
        **about(desk, complaint),
        **asked(facts, Receipt) | {"safety": safety},
        received_at=received,
        due_at=due,
        ended_at=ended,
        outcome=_OUTCOMES.get(complaint.state),
        remedy=complaint.remedy,
        customer=facts.name,
        phone=phones.masked(facts.phone),
        nota=nota_words(facts),
        bought_at=complaint.bought_at,
        served_by=desk.name_of(complaint.served_by),
        copy=complaint.receipts + 1 if copy is None else copy,
        qr=_sealed(desk, complaint, received_at=received, due_at=due),
    )


def _sealed(desk: Desk, complaint: Complaint, *, received_at: datetime, due_at: datetime) -> str:
    """Brings the cryptography with it, which no window needs before its first receipt."""
    from desk.exchange.keys import seal

    return seal(
        desk.keys,
        number=complaint.number,
        received_at=received_at,
        due_at=due_at,
        head=complaint.head or b"",
    )


_FOLDER = "leaflet"


@dataclass(frozen=True)
class Written:
    """The leaflet, and what of the company's own file could not be used."""

    leaflet: Leaflet
    faults: tuple[Text, ...] = ()


def leaflet_of(desk: Desk, *, language: str) -> Written:
    """The leaflet in `language`; where else to turn is what letters say about it, too."""
    home = desk.home.folder
    found = edited(_FOLDER, f"{language}.json", home, same_form)
    texts = found.content
    leaflet = Leaflet(
        **from_shop(desk),
        title=texts["title"],
        intro=texts["intro"],
        steps=tuple(map(_step, texts["steps"])),
        promise=texts["promise"],
        bring=texts["bring"],
        privacy=texts["privacy"],
        elsewhere=_elsewhere(desk, home, language),
    )
    return Written(leaflet, found.faults)


def _step(text: str) -> tuple[str, str]:
    """(what, how): the first line, and those below."""
    what, _, how = text.strip().partition("\n")
    return what.strip(), how.strip()


def _elsewhere(desk: Desk, home: Path, language: str) -> str:
    texts, shop = load(home, language), desk.shop
    known = {
        "you": texts.you.get("", ""),
        "shop": shop.company,
        "branch": shop.branch_name,
        "reach": shop.reach,
    }
    told = (filled(text, known) for text in texts.parts["elsewhere"].texts)
    return next(filter(None, told), "")


Make = Callable[[str, str], bytes]
"""The PDF for a size and a language; it has all it needs with it, for the worker."""


@dataclass(frozen=True, kw_only=True)
class Filled:
    """A paper that only waits for its size, and what of the company's own words was unusable."""

    make: Make
    faults: tuple[Text, ...] = ()


_OF_CASE: Mapping[str, tuple[Callable[[Desk, Complaint], Any], Callable[..., bytes]]] = (
    MappingProxyType(
        {
            "tag": (tag_of, tag_pdf),
            "worksheet": (worksheet_of, worksheet_pdf),
            "brief": (brief_paper, brief_pdf),
        }
    )
)
"""What stands on a paper of a case, and how it is drawn; three others take more than the case."""


def filled_paper(
    desk: Desk, kind: str, complaint: Complaint | None, *, language: str, text: str = ""
) -> Filled:
    """A paper of the house, or of a complaint; `text` is a letter's, where it is not the usual.

    Raises Refused where the registration is not here.
    """
    facts: Any
    if kind == "leaflet":
        written = leaflet_of(desk, language=language)
        return Filled(make=_drawn(leaflet_pdf, written.leaflet), faults=written.faults)
    if complaint is None or kind == "comment_card":
        return Filled(make=_drawn(comment_card_pdf, comment_card_of(desk, complaint)))
    if kind == "letter":
        facts = decision_of(desk, complaint, language=language, text=text)
        return Filled(make=_drawn(letter_pdf, facts))
    facts_of, pdf = _OF_CASE[kind]
    return Filled(make=_drawn(pdf, facts_of(desk, complaint)))


def _drawn(pdf: Callable[..., bytes], facts: Any) -> Make:
    return lambda paper, language: pdf(facts, paper=paper, language=language)


def choose_logo(desk: Desk, source: Path | None) -> str:
    """Papers show the picture in `source` from now on, or none; gives its digest.

    Raises Refused without the right to, Invalid for what is no picture, Trouble for the file.
    """
    refusal = desk.can(Action.SETTINGS)
    if refusal is not None:
        raise Refused(refusal)
    digest = _kept(desk, stationery.normal(_content(source))) if source is not None else ""
    desk.do(SetLogo(digest=digest))
    return digest


def logo_of(desk: Desk) -> bytes:
    """The logo for papers; nothing where none is chosen, or its file is not here."""
    digest = desk.shop.logo
    try:
        return desk.files.path_of(digest).read_bytes() if digest else b""
    except (OSError, ValueError):
        return b""


def _content(source: Path) -> bytes:
    try:
        with source.open("rb") as stream:
            return stream.read(stationery.LARGEST + 1)
    except OSError as fault:
        raise Trouble(
            say("logo", "{file} cannot be read: {reason}. The papers stay as they are.")(
                file=source.name, reason=fault.strerror or str(fault)
            )
        ) from fault


def _kept(desk: Desk, content: bytes) -> str:
    with TemporaryDirectory() as folder:
        file = Path(folder, "logo.png")
        file.write_bytes(content)
        return desk.files.keep(file)


@dataclass(frozen=True, kw_only=True)
class OfferedPaper:
    """One paper of a case; `refused` says why this person cannot print it now."""

    kind: str
    name: Text
    refused: Text | None


def offered(desk: Desk, complaint: Complaint) -> tuple[OfferedPaper, ...]:
    """Every paper that a complaint can have."""
    return tuple(
        OfferedPaper(
            kind=kind,
            name=PAPER_KINDS[kind].name,
            refused=desk.can(right, complaint) if (right := PAPER_KINDS[kind].right) else None,
        )
        for kind in OF_A_CASE
    )


def title(kind: str, complaint: Complaint | None) -> Text | str:
    """What a paper is called among others: its kind, and the number where it has one."""
    if complaint is None:
        return PAPER_KINDS[kind].name
    return say("papers", "{paper} {number}")(
        paper=PAPER_KINDS[kind].name, number=grouped(complaint.number)
    )
