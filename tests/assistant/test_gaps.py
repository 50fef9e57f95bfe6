"""A year or place that is asked about and not there is named, beside what is there."""

from __future__ import annotations

import pytest

import index
from assistant.caveats import NO_PLACE, NO_YEAR
from assistant.compose import Draft
from assistant.gaps import missing_years, year_in_words
from assistant.types import AnswerStatus
from assistant.verify import verify
from tests.assistant.drafts import AUDIT, asking, make_citation
from tests.assistant.towns import assert_is_grounded, explain
from tests.factories import make_document


@pytest.mark.parametrize(
    ("question", "there", "missing"),
    [
        ("안성시 지방채 발행액 2020~2023년 추이를 알려주세요", "2021년 320억 원", "이천이십년"),
        ("이천시 경로당 수 2019년부터 2023년까지 추이", "2021년 410개소", "이천십구년, 이천이십년"),
        ("안성시 2020년과 2021년 지방채 발행액은 각각 얼마인가요?", "320억 원", "이천이십년"),
        ("안성시, 이천시, 여주시의 2023년 예산 총액을 각각 알려주세요", "4,800억 원", "여주시"),
    ],
)
def test_what_is_there_is_told_and_what_is_missing_named(
    changes: index.Snapshot, question: str, there: str, missing: str
) -> None:
    answer = explain(changes, question).answer
    assert answer.status is AnswerStatus.ANSWERED
    assert there in answer.text
    assert f"{missing}의 값은" in answer.text or f"{missing}에 관한 내용은 찾지" in answer.text
    assert_is_grounded(answer, changes)


@pytest.mark.parametrize(
    "question",
    [
        "안성시 지방채 발행액 2021~2023년 추이를 알려주세요",
        "안성시 2023년 예산 총액은 얼마인가요?",
        "안성시와 이천시의 2023년 예산 총액을 각각 알려주세요",
    ],
)
def test_nothing_is_called_missing_where_all_is_there(
    changes: index.Snapshot, question: str
) -> None:
    answer = explain(changes, question).answer
    assert answer.status is AnswerStatus.ANSWERED
    assert "물으신" not in answer.text


def test_years_within_a_printed_span_are_there() -> None:
    asked = asking("2021년부터 2024년까지 추이는?")
    assert missing_years(asked, ["2021년부터 2023년까지 12억 원을 들인다."], ()) == (2024,)
    assert missing_years(asked, ["12억 원을 들인다."], ()) == ()


@pytest.mark.parametrize(
    ("year", "korean", "english"),
    [
        (2020, "이천이십", "twenty twenty"),
        (2005, "이천오", "two thousand five"),
        (1999, "천구백구십구", "nineteen ninety-nine"),
        (2110, "이천백십", "twenty-one ten"),
    ],
)
def test_years_are_said_without_digits(year: int, korean: str, english: str) -> None:
    assert (year_in_words(year, "ko"), year_in_words(year, "en")) == (korean, english)


@pytest.mark.parametrize(
    ("sentence", "leaves"),
    [
        (NO_YEAR["ko"].format(years="이천십구년"), True),
        (NO_YEAR["ko"].format(years="이천이십일년"), False),  # the quote prints it
        (NO_YEAR["ko"].format(years="이천십팔년"), False),  # nobody asked
        (NO_PLACE["ko"].format(places="보령시"), False),
    ],
)
def test_the_gate_lets_out_only_gaps_that_are_there(sentence: str, leaves: bool) -> None:
    document = make_document(title="감사 보고", fiscal_years=(2022,))
    said = f"{sentence} [1]."
    draft = Draft(sentences=(said,), calculations=(), facts=(), caveats=(said,))
    asked = asking("보령시 일상감사 건수 2019년부터 2022년까지 추이는?")
    verdict = verify(draft, [make_citation(document=document)], {document.id: AUDIT}, asked)
    assert verdict.holds is leaves
