"""What a list or a sentence leaves to the sentence before it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.evidence import Evidence
from assistant.leads import with_leads
from tests.assistant.drafts import make_evidence
from tests.factories import make_passage

FIRST = "숲 가꾸기 평가에서 시는 두 번째 등급을 받았다."


def _second(second: str) -> Evidence:
    whole = make_evidence(f"{FIRST} {second}")
    return replace(whole, start=len(FIRST) + 1, quote=second)


@pytest.mark.parametrize(
    ("second", "lead"),
    [
        ("한편 2030년 같은 평가에서는 으뜸이었다.", FIRST),
        ("그 결과 1위 녹지과, 2위 하천과 차례였다.", FIRST),
        ("이 가운데 절반은 국비다.", FIRST),
        ("시는 새 도서관을 짓는다.", ""),
    ],
)
def test_a_sentence_that_points_back_has_the_one_before(second: str, lead: str) -> None:
    one = _second(second)
    (found,) = with_leads([one], [one.passage])
    assert found.lead == lead


def test_the_sentence_before_may_end_the_paragraph_above() -> None:
    one = make_evidence("같은 평가에서는 으뜸이었다.")
    one = replace(one, passage=replace(one.passage, order=2))
    above = make_passage(document_id=one.document.id, text=FIRST, order=1)
    assert with_leads([one], [above, one.passage])[0].lead == FIRST
    assert with_leads([one], [one.passage])[0].lead == ""
