"""The assistant's options: how values are tried, and that the record is what the program uses."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import cast

import pytest

import assistant
import index
from tests.evaluation.__main__ import RESULTS
from tests.evaluation.learn import main
from tests.evaluation.measures import Outcome, judge
from tests.evaluation.test_measures import ANSWER, CASE, DOCUMENT, TEXT
from tests.evaluation.weighing import (
    Remembering,
    Weighing,
    choose,
    gain_of,
    held_out,
    moved,
    names_of,
    neighbours,
    report,
    stepped,
    value_of,
    worth,
)

PRESENT = assistant.AssistantOptions()
NAME = "decline.least_coverage"
RIGHT = judge(CASE, ANSWER, {DOCUMENT.id: TEXT}, 1.0, (1,))
WRONG = judge(CASE, replace(ANSWER, text="모릅니다 [1]."), {DOCUMENT.id: TEXT}, 1.0, (1,))
LOST = replace(WRONG, ranks=(None,))


class Made(Weighing):
    """Outcomes that are right where `NAME` is as low as the case's number says, and few are."""

    def __init__(self, cases: int) -> None:
        super().__init__(())
        self.groups = [f"{case}.txt" for case in range(cases)]

    def outcomes(self, options: assistant.AssistantOptions) -> tuple[Outcome, ...]:
        value = value_of(options, NAME)
        right = [value < value_of(PRESENT, NAME) or case % 4 == 0 for case in self._cases()]
        return tuple(RIGHT if one else WRONG for one in right)

    def _cases(self) -> range:
        return range(len(self.groups))


def test_every_number_between_none_and_all_is_weighed_by_its_name() -> None:
    names = names_of(PRESENT)
    assert {NAME, "retrieve.match.synonym", "retrieve.rarity.common_floor"} <= set(names)
    assert "retrieve.coverage_weight" not in names
    assert all(0 < value_of(PRESENT, name) < 1 for name in names)
    other = moved(PRESENT, "retrieve.match.synonym", 0.5)
    assert value_of(other, "retrieve.match.synonym") == 0.5
    assert moved(other, "retrieve.match.synonym", PRESENT.retrieve.match.synonym) == PRESENT


@pytest.mark.parametrize("value", [0.04, 0.5, 0.95])
def test_a_step_stays_between_none_and_all_and_leads_back(value: float) -> None:
    below, above = neighbours(value)
    assert 0 < below < value < above < 1
    assert stepped(below, 1.0) == pytest.approx(value, abs=0.002)


def test_being_right_and_ranking_the_evidence_are_worth_a_half_each() -> None:
    assert (worth(RIGHT), worth(WRONG), worth(LOST)) == (1.0, 0.5, 0.0)
    refused = replace(RIGHT, case=replace(CASE, category="off_topic"), ranks=())
    assert worth(refused) == float(refused.is_good)


def test_a_gain_of_one_document_alone_is_not_sure() -> None:
    pairs = [(WRONG, RIGHT)] * 9
    together = gain_of(pairs, ["a.txt"] * 9)
    apart = gain_of(pairs, [f"{number}.txt" for number in range(9)])
    assert together.mean == apart.mean == 0.5
    assert (together.won, together.lost) == (9, 0)
    assert apart.is_sure
    assert not together.is_sure


def test_a_value_is_changed_only_where_it_surely_gains() -> None:
    assert value_of(choose(Made(40), PRESENT, range(40)), NAME) == neighbours(0.52)[0]
    assert choose(Made(3), PRESENT, range(3)) == PRESENT
    others = [name for name in names_of(PRESENT) if name != NAME]
    chosen = choose(Made(40), PRESENT, range(40))
    assert all(value_of(chosen, name) == value_of(PRESENT, name) for name in others)


def test_what_is_held_out_is_answered_with_values_learned_without_it() -> None:
    found = held_out(Made(40), PRESENT, folds=4)
    assert found["present"] == pytest.approx(0.625)
    assert found["learned"] == 1.0
    assert found["gain"]["won"] == 30


def test_the_record_says_what_was_tried_and_what_was_chosen() -> None:
    found = report(Made(40), PRESENT, folds=4)["options"][NAME]
    assert (found["present"], found["chosen"]) == (0.52, 0.397)
    assert found["tried"]["0.397"]["won"] == 30
    assert found["tried"]["0.641"]["gain"] == 0.0


def test_the_same_is_looked_up_once() -> None:
    class Counting:
        size = 3

        def __init__(self) -> None:
            self.asked = 0

        def search(self, text: str) -> int:
            self.asked += len(text)
            return self.asked

    snapshot = cast("Counting", Remembering(cast("index.Snapshot", Counting())))
    assert [snapshot.search("a"), snapshot.search("a"), snapshot.search("b")] == [1, 1, 2]
    assert snapshot.size == 3


def test_the_program_uses_the_values_that_were_learned() -> None:
    record = RESULTS / "learned_assistant.json"
    kept = json.loads(record.read_text(encoding="utf-8"))
    recorded = {name: one["chosen"] for name, one in kept["options"].items()}
    assert recorded == {name: value_of(PRESENT, name) for name in names_of(PRESENT)}, (
        "python -m tests.evaluation.learn --what assistant --save weighs new and changed options"
    )
    assert kept["held_out"]["learned"] >= kept["held_out"]["present"]


def test_what_is_to_be_learned_is_one_of_two(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--what", "everything"])
    assert "assistant" in capsys.readouterr().err
