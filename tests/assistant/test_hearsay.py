"""What a question has heard: corrected, confirmed, or told by no document."""

from __future__ import annotations

import pytest

import corpus
import index
from assistant.hearsay import weigh
from assistant.types import AnswerStatus
from tests.assistant.drafts import asking, make_candidate, make_evidence, make_figure
from tests.assistant.towns import assert_is_declined, assert_is_grounded, explain, quotes

COUNTED = "○ 마을버스 정류소는 2021년 96개소이다."
BUSES = make_figure("96개소", 2021, name="마을버스 정류소", quote=COUNTED)


@pytest.mark.parametrize(
    ("question", "stated"),
    [
        ("보령시 2022년 예산이 7,300억이라던데 어디에 쓰나요?", "8,100억 원"),
        ("보령시 2022년 예산이 7,300억인데 왜 줄었나요?", "8,100억 원"),
        ("보령시 특별회계 예산이 1,500억이라면서요?", "900억 원"),
        ("보령 참여예산위원회 위원이 70명이라고 들었는데 맞나요?", "50명"),
        ("보령시 일상감사가 2021년에 310건이었다던데 왜 그렇죠?", "2021년 244건"),
        ("파주시가 계약심사로 11억 원을 아꼈다던데 맞나요?", "7억 원"),
        ("보령시 갯벌 체험장이 2022년 9월에 개장한다던데 맞나요?", "2022년 7월 1일"),
        ("보령시 갯벌 체험장이 2024년에 문을 연다던데 맞나요?", "2022년 7월 1일"),
        ("Is it true that Boryeong's 2022 budget is 700 billion won?", "810 billion won"),
        ("I heard Incheon had 70 public libraries in 2021, right?", "54개소"),
    ],
)
def test_a_figure_or_day_that_the_documents_deny_is_corrected(
    towns: index.Snapshot, question: str, stated: str
) -> None:
    answer = explain(towns, question).answer
    assert answer.status is AnswerStatus.CORRECTED
    assert stated in answer.text.splitlines()[0]
    assert_is_grounded(answer, towns)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("보령시 2022년 예산이 8,100억이라던데 맞나요?", "8,100억 원"),
        ("보령시 2022년 예산이 8천억인데 맞나요?", "8,100억 원"),
        ("보령시 일상감사가 244건 맞나요?", "244건"),
        ("보령시 갯벌 체험장이 2022년 7월에 개장한다던데 맞나요?", "7월 1일"),
    ],
)
def test_a_premise_that_agrees_is_answered(towns: index.Snapshot, question: str, said: str) -> None:
    answer = explain(towns, question).answer
    assert answer.status is AnswerStatus.ANSWERED
    assert said in quotes(answer)


@pytest.mark.parametrize(
    "question",
    [
        "보령시 도시숲 해설사가 30명이라던데 맞나요?",
        "보령시 2022년 도시숲 예산이 40억이라던데 맞나요?",
        "보령시 2025년 예산이 8,100억이라던데 맞나요?",
        "고성군 2023년 예산이 9,000억이라던데 왜 늘었나요?",
    ],
)
def test_a_premise_that_no_document_tells_is_declined_and_not_corrected(
    towns: index.Snapshot, question: str
) -> None:
    assert_is_declined(explain(towns, question).answer)


@pytest.mark.parametrize(
    "figure",
    [
        make_figure("96개소", 2021, name="전기 마을버스 정류소", quote=COUNTED),
        make_figure(
            "96개소", 2021, name="마을버스 정류소", quote=COUNTED, flags=("before_change",)
        ),
        make_figure("96개소", 2021, name="마을버스 정류소", quote=COUNTED, doubts=("unit_unsure",)),
    ],
)
def test_a_figure_of_something_narrower_or_doubtful_corrects_nothing(figure: corpus.Fact) -> None:
    asked = asking("마을버스 정류소가 120개소라던데 맞나요?")
    for one, is_corrected in ((BUSES, True), (figure, False)):
        found = weigh(asked, [make_candidate(make_evidence(COUNTED, one))])
        assert (found.contradiction is not None) is is_corrected


def test_a_part_of_what_is_claimed_does_not_stand_for_the_whole() -> None:
    quote = "○ 마을버스 정류소는 2021년 96개소이고, 이 중 지붕이 있는 곳은 41개소이다."
    whole = make_figure("96개소", 2021, name="마을버스 정류소", quote=quote)
    part = make_figure("41개소", 2021, name="마을버스 정류소 중 지붕", quote=quote)
    asked = asking("마을버스 정류소가 120개소라던데 그중 지붕이 있는 곳은 몇 개소인가요?")
    found = weigh(asked, [make_candidate(make_evidence(quote, part, whole))]).contradiction
    assert found is not None
    assert "96개소" in found.stated
    assert weigh(asked, [make_candidate(make_evidence(quote, part))]).contradiction is None


@pytest.mark.parametrize("missed", ["fits_place", "fits_year", "fits_ordinal"])
def test_a_figure_of_another_place_year_or_round_corrects_nothing(missed: str) -> None:
    candidate = make_candidate(make_evidence(COUNTED, BUSES), **{missed: False})
    assert (
        weigh(asking("마을버스 정류소가 120개소라던데 맞나요?"), [candidate]).contradiction is None
    )


def test_the_figure_of_others_gives_way_to_the_one_that_is_named() -> None:
    quote = "종합점수는 82점으로 다른 군 평균(76점)을 웃돌았다."
    own = make_figure("82점", name="친절도 종합점수", quote=quote, doubts=("name_borrowed",))
    others = make_figure("76점", name="친절도 다른 군 평균", quote=quote)
    evidence = make_evidence(quote, own, others, headings=("친절도 평가",))
    asked = asking("친절도 종합점수가 76점이었던 거 맞나요?")
    found = weigh(asked, [make_candidate(evidence)])
    assert found.contradiction is not None
    assert found.contradiction.stated == "82점"
    unnamed = make_evidence(quote.replace("종합점수는", "모두"), own, others, headings=("친절도",))
    assert weigh(asked, [make_candidate(unnamed)]).contradiction is None
