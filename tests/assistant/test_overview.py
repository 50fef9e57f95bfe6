"""Overviews: the points of a plan, part by part, quoted and cited."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import index
from assistant.overview import OverviewOptions, overview
from assistant.types import AnswerStatus
from tests.assistant.drafts import asking
from tests.assistant.towns import assert_is_grounded, explain, opened

PLAN = """\
여수시 2024년 주요업무계획

1. 보고회
○ 날짜 : 2023년 10월 20일
○ 곳 : 시청 회의실

2. 경제
○ 골목상권 살리기 추진 : 120곳 지원

3. 복지
○ 어르신 돌봄센터 조성 : 18억 원

4. 교통
○ 시내버스 노선 개편 추진

담당부서 : 기획예산과
연락처 : 061-000-1234
"""
OLDER = """\
여수시 2021년 주요업무계획

1. 환경
○ 하수처리장 정비 : 40억 원

2. 문화
○ 시립미술관 건립 : 95억 원
"""
NEWS = """\
여수시 청렴도 향상 대책

1. 목표
○ 청렴도 1등급 달성

2. 교육
○ 청렴 교육 12회 실시
"""


@pytest.fixture(scope="module")
def yeosu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[index.Snapshot]:
    files = {"plan.txt": PLAN, "older.txt": OLDER, "news.txt": NEWS}
    with opened(tmp_path_factory.mktemp("yeosu"), files) as snapshot:
        yield snapshot


@pytest.mark.parametrize(
    "text",
    [
        "여수시 2024년 계획 알려줘",
        "여수시는 2024년에 무엇을 계획하고 있나요?",
        "여수시 2024년 주요업무계획 요약해 줘",
        "여수 2024년 주요 사업은 뭐예요",
        "What is Yeosu planning for 2024?",
        "Summarize the 2024 plan of Yeosu",
    ],
)
def test_the_points_of_a_plan_are_quoted_part_by_part(yeosu: index.Snapshot, text: str) -> None:
    trace = explain(yeosu, text)
    assert trace.answer.status is AnswerStatus.ANSWERED
    for point in ("골목상권 살리기", "어르신 돌봄센터 조성 : 18억 원", "시내버스 노선 개편"):
        assert point in trace.answer.text
    assert "하수처리장" not in trace.answer.text  # that is of another year
    assert "시청 회의실" not in trace.answer.text  # where it was told is no plan
    assert len(trace.answer.citations) == 3
    assert_is_grounded(trace.answer, yeosu)


@pytest.mark.parametrize(
    "before", ["안녕하세요", "여수시 하수처리장 정비에 얼마를 쓰나요?", "고마워요"]
)
def test_what_was_asked_before_narrows_no_overview(yeosu: index.Snapshot, before: str) -> None:
    answer = explain(yeosu, "여수시 2024년 계획 알려줘", before).answer
    assert len(answer.citations) == 3


def test_words_beside_those_of_planning_name_the_document(yeosu: index.Snapshot) -> None:
    trace = explain(yeosu, "여수시 청렴도 대책 정리해 줘")
    assert "청렴 교육 12회 실시" in trace.answer.text
    assert "돌봄센터" not in trace.answer.text
    assert_is_grounded(trace.answer, yeosu)


@pytest.mark.parametrize(
    "text",
    [
        "여수시 2024년 계획은 언제 보고했나요?",
        "여수시 돌봄센터 사업비는 얼마인가요?",
        "여수시 2024년 계획은 몇 가지인가요?",
        "여수시 미술관 계획은 무엇인가요?",
        "여수시 2019년 계획 알려줘",
        "여수시와 보령시의 계획 알려줘",
        "2024년 계획 알려줘",
        "여수시 상반기 계획 알려줘",
    ],
)
def test_a_question_for_one_thing_gets_none(yeosu: index.Snapshot, text: str) -> None:
    assert overview(asking(text), yeosu) is None


def test_an_overview_is_as_long_as_its_options_say(yeosu: index.Snapshot) -> None:
    asked = asking("여수시 2024년 계획 알려줘")
    shown = overview(asked, yeosu, OverviewOptions(most=2))
    assert shown is not None
    assert len(shown.evidence) == len(shown.draft.sentences) == 2
    assert overview(asked, yeosu, OverviewOptions(fewest=4)) is None
