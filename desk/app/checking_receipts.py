"""Whether a receipt is real: what its square code says, checked offline against the desks known.

Only the signature proves anything; a number can be made up by anybody.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desk.app.desk import Desk
from desk.journal import known, queue
from desk.moments import moment
from desk.rules.entries import NodeSucceeded
from desk.rules.errors import Invalid
from desk.rules.number import parse_number
from desk.telling.standing import grouped
from desk.words import Text, say

if TYPE_CHECKING:
    from desk.exchange.keys import Sealed

SEAL = "DESK1:"
"""How the text in a receipt's square code begins."""


@dataclass(frozen=True, kw_only=True)
class Signer:
    """A desk whose signature can be checked here; `public` is its raw signing key."""

    node: str
    name: str
    branch: str
    public: bytes
    revoked: bool = False


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What is known of a receipt, in one sentence.

    `kind` is genuine, wrong, unknown_desk, earlier_desk, revoked, malformed or number_only.
    `here` says whether the complaint is known at this desk.
    """

    kind: str
    text: Text
    number: str = ""
    desk: str = ""
    received_at: datetime | None = None
    due_at: datetime | None = None
    here: bool = False

    @property
    def genuine(self) -> bool:
        """Whether the signature is right, and of a desk that counts."""
        return self.kind == "genuine"


def is_seal(text: str) -> bool:
    """Whether it is the text of a receipt's square code, right or wrong."""
    return text.strip().upper().startswith(SEAL)


def check_receipt(desk: Desk, text: str) -> Verdict:
    """The verdict on what was scanned or typed. Raises Trouble where the keys cannot be read."""
    from desk.exchange.keys import read_seal

    if not is_seal(text):
        return _without_a_seal(desk, text)
    try:
        sealed = read_seal(text)
    except Invalid as fault:
        return Verdict(kind="malformed", text=fault.text)
    here = bool(queue.by_number(desk.journal.store, sealed.number))
    earlier = {entry.subject for entry in desk.journal.of_kind(NodeSucceeded.KIND)}
    return judged(sealed, signers(desk), here=here, earlier=sealed.node in earlier)


def signers(desk: Desk) -> list[Signer]:
    """This desk, and every desk whose card was accepted here or is vouched for by head office."""
    shop = desk.shop
    own = Signer(
        node=desk.keys.node, name=shop.branch_name, branch=shop.branch, public=desk.keys.public
    )
    others = (
        Signer(
            node=card.node,
            name=card.name,
            branch=card.branch,
            public=bytes.fromhex(card.signing_key),
            revoked=card.revoked,
        )
        for card in known.trusted(desk.journal.store)
    )
    return [own, *others]


def judged(
    sealed: Sealed, desks: Iterable[Signer], *, here: bool = False, earlier: bool = False
) -> Verdict:
    """The verdict on a code that could be read; `earlier` where its desk goes on as this one."""
    from desk.exchange.keys import check_seal

    signer = next((one for one in desks if one.node == sealed.node), None)
    if signer is None:
        kind, text = ("earlier_desk", _EARLIER) if earlier else ("unknown_desk", _UNKNOWN)
    elif not check_seal(sealed, signer.public):
        kind, text = "wrong", _WRONG
    elif signer.revoked:
        kind, text = "revoked", _REVOKED
    else:
        kind, text = "genuine", _GENUINE if here else _GENUINE_ELSEWHERE
    return Verdict(
        kind=kind,
        text=text(
            number=grouped(sealed.number),
            node=sealed.node,
            name=signer.name if signer else "",
            received=moment(sealed.received_at),
            due=moment(sealed.due_at),
        ),
        number=sealed.number,
        desk=sealed.node,
        received_at=sealed.received_at,
        due_at=sealed.due_at,
        here=here,
    )


def _without_a_seal(desk: Desk, text: str) -> Verdict:
    number = parse_number(text)
    if number is None:
        return Verdict(kind="malformed", text=_NOTHING)
    here = bool(queue.by_number(desk.journal.store, text))
    told = _NUMBER_HERE if here else _NUMBER_NOT_HERE
    return Verdict(
        kind="number_only", text=told(number=number.grouped), number=str(number), here=here
    )


_GENUINE = say(
    "checking",
    "Genuine: {name} signed this receipt for {number}, received on {received}, news promised by "
    "{due}. The complaint is known here.",
)
_GENUINE_ELSEWHERE = say(
    "checking",
    "Genuine: {name} signed this receipt for {number}, received on {received}, news promised by "
    "{due}. The complaint itself is not at this desk; ask {name} about it.",
)
_WRONG = say(
    "checking",
    "Not genuine: this code was not signed by {name}, although it says so. Something in it was "
    "changed. Keep the paper, and ask {name} about {number}.",
)
_UNKNOWN = say(
    "checking",
    "Not to be told here: the receipt for {number} says that the desk {node} made it, and this "
    "desk does not know that one. Ask head office whether it is one of ours.",
)
_EARLIER = say(
    "checking",
    "Not to be told by the code: the receipt for {number} was made here before a backup was "
    "restored, and the old key is gone. Compare the paper with the complaint on the screen.",
)
_REVOKED = say(
    "checking",
    "Not to be relied on: the signature fits {name}, and that desk's card was revoked. The receipt "
    "for {number} may be older than that; ask at the branch.",
)
_NUMBER_HERE = say(
    "checking",
    "There is a complaint {number} here, and a number alone proves nothing about a paper. Scan the "
    "square code of the receipt to know whether it is genuine.",
)
_NUMBER_NOT_HERE = say(
    "checking",
    "{number} is written like a complaint number, is not known at this desk, and a number alone "
    "proves nothing. Scan the square code of the receipt to know whether it is genuine.",
)
_NOTHING = say(
    "checking",
    "This is neither the code of a receipt nor a complaint number. Scan the square code once more.",
)
