"""The closed lists of the shop: keys for files, words for people."""

import pytest

from desk.rules import choices
from desk.words import translation

LISTS = [
    choices.CHANNELS, choices.ASKED_FOR, choices.FACTORS, choices.KINDS, choices.STATES,
    choices.DIRECTIONS, choices.WAYS, choices.FAULTS, choices.WAITED_FOR, choices.ANSWERS,
    choices.ENTERED_BY,
]  # fmt: skip


def test_the_states_are_those_of_the_format() -> None:
    assert list(choices.STATES) == [
        "received", "passed_on", "in_handling", "waiting_customer", "solved", "closed",
        "reopened", "withdrawn",
    ]  # fmt: skip
    assert set(choices.STATES) - {"closed", "withdrawn"} == choices.OPEN_STATES


@pytest.mark.parametrize("words", LISTS, ids=lambda words: next(iter(words)))
def test_every_key_has_words_of_its_own_in_both_languages(words) -> None:
    for text in words.values():
        assert translation("id")[(text.context, text.source)]
    for language in ("en", "id"):
        assert len({text.into(language) for text in words.values()}) == len(words)


def test_nobody_can_change_a_list_while_the_program_runs() -> None:
    with pytest.raises(TypeError):
        choices.CHANNELS["pigeon"] = choices.CHANNELS["phone"]
