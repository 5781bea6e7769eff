"""What the desk refuses is told in words, in the language of who asked."""

import pytest

from desk.rules.errors import DeskError, Invalid, Refused, Stale, Trouble, finish
from desk.words import say
from tests.speaking import speaking

TEXT = say("choices", "Withdrawn")


@pytest.mark.parametrize("kind", [Invalid, Refused, Stale, Trouble])
def test_a_refusal_is_a_sentence_and_may_name_a_field(kind) -> None:
    fault = kind(TEXT, field="state")
    assert isinstance(fault, DeskError)
    assert (str(fault), fault.field, fault.text) == ("Withdrawn", "state", TEXT)
    assert kind(TEXT).field is None


def test_a_refusal_speaks_the_language_of_the_moment_at_which_it_is_shown() -> None:
    fault = Refused(TEXT)
    with speaking("id"):
        assert str(fault) == TEXT.into("id")
    assert str(fault) == "Withdrawn"


def test_long_work_is_done_to_its_end_and_gives_its_result() -> None:
    seen = []

    def work():
        for done in range(3):
            seen.append(done)
            yield done, 3
        return "whole"

    assert finish(work()) == "whole"
    assert seen == [0, 1, 2]
