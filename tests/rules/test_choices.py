"""The closed lists of the shop: keys for files, words for people."""

from types import MappingProxyType

import pytest

from desk.rules import choices
from desk.words import translation

LISTS = [
    choices.CHANNELS, choices.ASKED_FOR, choices.FACTORS, choices.KINDS, choices.STATES,
    choices.DIRECTIONS, choices.WAYS, choices.FAULTS, choices.WAITED_FOR, choices.ANSWERS,
    choices.ENTERED_BY, choices.ROADBLOCKS, choices.LINKS,
]  # fmt: skip
WORDS = {
    "CHANNELS": "walk_in=Walk-in, whatsapp=After-sales number, WhatsApp, phone=Telephone, "
    "email=E-mail, social_media=Social media, marketplace=Marketplace, comment_card=Comment card, "
    "survey=Survey, mystery_shopper=Mystery shopper",
    "ASKED_FOR": "repair=Repair, replacement=Replacement, refund=Refund, explanation=Explanation, "
    "apology=Apology, other=Something else",
    "FACTORS": "product=Product, internal_communication=Communication within the shop, "
    "external_communication=Communication with the customer, human=Human side, system=System, "
    "service=Service",
    "KINDS": "complaint=Complaint, suggestion=Suggestion, question=Question, praise=Praise",
    "FEEDBACK_KINDS": "suggestion=Suggestion, question=Question, praise=Praise",
    "MESSAGES": "acknowledge=We have received it, pass_on=To the supervisor, "
    "more_time=Asking for more time, solved=It is solved, apology=Apology, "
    "decision=Decision with reasons, after_care=How is it now?, thanks=Thank you",
    "STATES": "received=Received, passed_on=Passed on, in_handling=In handling, "
    "waiting_customer=Waiting for the customer, solved=Solved, closed=Closed, reopened=Reopened, "
    "withdrawn=Withdrawn",
    "DIRECTIONS": "out=We contacted the customer, in=The customer contacted us",
    "WAYS": "phone=Telephone, whatsapp=WhatsApp, email=E-mail, visit=Visit, letter=Letter, "
    "other=Something else",
    "FAULTS": "shop=The shop, product=The product, customer=The customer, nobody=Nobody",
    "WAITED_FOR": "customer=The customer, part=A part, maker=The maker, other=Something else",
    "ROADBLOCKS": "not_listening=Nobody listened, lack_of_respect=Lack of respect, "
    "missing_material=Missing material or tools, lack_of_communication=Lack of communication, "
    "lack_of_training=Lack of training, conflicting_work=Other work came between",
    "ANSWERS": "agreed=Agreed, partly=Partly agreed, not_agreed=Not agreed",
    "ENTERED_BY": "customer=The customer, on the turned screen, "
    "staff=Staff, as the customer told it",
    "LINKS": "same_matter=The same matter, related=Related, "
    "different=Nothing to do with each other",
}
"""Every list of `choices`: the keys that stand in files for ever, and what people read."""


def test_the_lists_are_those_of_the_format() -> None:
    lists = {
        name: each for name, each in vars(choices).items() if isinstance(each, MappingProxyType)
    }
    told = {
        name: ", ".join(f"{key}={text}" for key, text in each.items())
        for name, each in lists.items()
    }
    assert told == WORDS
    assert {
        "received", "passed_on", "in_handling", "waiting_customer", "solved", "reopened",
    } == choices.OPEN_STATES  # fmt: skip


@pytest.mark.parametrize("words", LISTS, ids=lambda words: next(iter(words)))
def test_every_key_has_words_of_its_own_in_both_languages(words) -> None:
    for text in words.values():
        assert translation("id")[(text.context, text.source)]
    for language in ("en", "id"):
        assert len({text.into(language) for text in words.values()}) == len(words)


def test_nobody_can_change_a_list_while_the_program_runs() -> None:
    with pytest.raises(TypeError):
        choices.CHANNELS["pigeon"] = choices.CHANNELS["phone"]
