"""What is left of a whole: a share that may be reckoned, and never said as a rise or a fall."""

from __future__ import annotations

from collections.abc import Callable

import assistant
from assistant.reckonings import goes_as_said
from assistant.support import supports_of

Ask = Callable[..., assistant.Answer]

GROWTH = "(15억 원 - 12억 원) ÷ 12억 원 × 100"
REST = "(15억 원 - 12억 원) ÷ 15억 원 × 100"


def test_what_is_left_of_a_whole_neither_rose_nor_fell(ask: Ask) -> None:
    answer = ask("보령시 예산 절감액은 2020년보다 2021년에 몇 퍼센트 늘었나요?")
    assert GROWTH in {one.expression for one in answer.calculations}
    terms = [one for cited in answer.citations for one in supports_of(cited, answer.facts)]
    assert goes_as_said(GROWTH, terms, ["증가"])
    assert not goes_as_said(GROWTH, terms, ["감소"])
    for word in ("증가", "감소"):
        assert not goes_as_said(REST, terms, [word])
