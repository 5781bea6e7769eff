"""Acts and intakes read by msgspec and by hand: the same value, or the same refusal."""

import random
from collections.abc import Callable
from typing import Any

from desk.rules import act_json, intake_json
from desk.rules.acts import ACTS
from desk.rules.errors import Invalid
from desk.rules.people import Action
from tests.rules import act_json_before, intake_json_before

VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 5, 1.0, 1.5, 2**63, 2**70, float("nan"), "", "x", "5", "\n é😡"),
    *([], ["a"], ["a", 1], [" ", ""], {}, {"a": 1}, {"said": "x"}, {"said": 1}, {"until": "x"}),
    *({"said": None, "how": "wa", "answered": False}, {"name": "Hari"}, {"name": 7}, {"x": 1}),
    *({"condition": "x", "accessories": ["b"]}, {"accessories": ""}, {"accessories": 0}),
    *({"accessories": [1]}, {"condition": []}, "y" * 200 + "\n", "y" * 201),
)
NAMES = sorted({name for act in ACTS.values() for name in act.__struct_encode_fields__})
FIELDS = (
    *("nota", "received_at", "what_happened", "channel", "kind", "expected", "asked_for"),
    *("product", "sold_branch", "customer", "no_nota", "safety", "taken_in", "draft_id", "strange"),
)


def told(read: Callable[..., object], *given: object, **more: object) -> object:
    """The value, or the field and sentence of the refusal."""
    try:
        return read(*given, **more)
    except Invalid as fault:
        return fault.field, str(fault)


def test_details_are_read_as_before_or_refused_as_before() -> None:
    dice = random.Random(7)  # noqa: S311 # nothing secret
    taken = 0
    for _ in range(5_000):
        action = dice.choice(sorted(act_json.BY_COMMAND))
        names = [*ACTS[Action(action)].__struct_encode_fields__]
        document: Any = {"note": "x"}
        document[dice.choice(names if dice.random() < 0.9 else NAMES)] = dice.choice(VALUES)
        document = document if dice.random() < 0.98 else dice.choice(VALUES)
        now, before = (
            told(reader.from_json, action, document, new_id="new")
            for reader in (act_json, act_json_before)
        )
        assert now == before, (action, document)
        taken += not isinstance(now, tuple)
    assert taken > 500


def test_a_complaint_in_json_is_read_as_before_or_refused_as_before() -> None:
    dice = random.Random(7)  # noqa: S311 # nothing secret
    taken = 0
    for _ in range(5_000):
        document: Any = {"customer": {"name": "Bapak Hari"}, "nota": "1234"}
        for _ in range(dice.choice([0, 1, 1, 2])):
            document[dice.choice(FIELDS[:-2])] = dice.choice(VALUES[:-1])
        document = document if dice.random() < 0.98 else dice.choice(VALUES)
        now, before = (
            told(reader.from_json, document, id_for=lambda draft: draft or "new")
            for reader in (intake_json, intake_json_before)
        )
        assert now == before, document
        taken += not isinstance(now, tuple)
    assert taken > 500
