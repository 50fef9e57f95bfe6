"""Names that would mislead, put right from their sentence."""

from __future__ import annotations

import pytest

from corpus import is_kept_back
from tests.corpus.plans import facts_of, names_by_figure


@pytest.mark.parametrize(
    ("title", "text", "raw", "name"),
    [
        # a difference says what it is set against
        (
            "가람시, 제1회 추경안",
            "기정예산 4,133억원보다 234억원 많은 규모다.",
            "234억원",
            "제1회 추경안 기정예산보다 많은 금액",
        ),
        (
            "가람군, 인구 현황",
            "출생아는 139명으로 2018년 100명보다 39명 많았다.",
            "39명",
            "출생아 2018년보다 많은 인원",
        ),
        # the last of a list is not what is counted
        (
            "가람시, 적극행정 실행계획",
            "실행계획은 ▷문화 조성 ▷우대 강화 ▷참여 확대의 3개 분야로 나뉜다.",
            "3개",
            "적극행정 실행계획 분야",
        ),
        # a rate in the title is no part of a count
        ("가람군, 공약 이행률 78%", "세부사업 100개를 살폈다.", "100개", "공약 세부사업"),
        ("가람군, 공약 이행률 78%", "정상추진율은 96%다.", "96%", "공약 정상추진율"),
        # a verb has its own words
        (
            "가람시, 재정공시",
            "최종예산으로 따진 통합재정수지는 30억 원 흑자다.",
            "30억 원",
            "최종예산으로 따진 통합재정수지",
        ),
        # a cause is no part of a name
        (
            "가람시, 본예산안",
            "새 사업을 찾아낸 덕에 국·도비보조금은 128억원 늘었다.",
            "128억원",
            "국·도비보조금 증가액",
        ),
        # what another takes the place of is what was before
        (
            "가람시, 조직개편안",
            "본청은 5국 31과 133팀에서 5국 33과 135팀으로 바뀐다.",
            "31과",
            "종전 조직개편안 본청 과 수",
        ),
        # a change is of what the sentence before was about
        (
            "가람시, 조직개편",
            "공무원 정원은 1,951명에서 2,063명으로 112명 늘어난다. "
            "본청만 보면 1,492명에서 1,539명으로 47명 많아진다.",
            "47명",
            "본청 공무원 정원 증가",
        ),
        # what rose by it stands before it
        (
            "가람시, 예산안",
            "일반회계는 8,955억원으로 1,232억원, 특별회계는 1,224억원으로 97억원 각각 불어났다.",
            "1,232억원",
            "예산안 일반회계 증가액",
        ),
        # another's figures say whose they are
        (
            "가람시, 재정공시",
            "유사 지자체 평균은 자체수입 346억원, 이전재원 3,734억원이었다.",
            "346억원",
            "유사 지자체 평균 자체수입",
        ),
        # a share is of what has it
        (
            "가람시, 예산안",
            "가장 몫이 큰 쪽은 복지로 2,518억 원, 비중은 42.79%다.",
            "42.79%",
            "예산안 복지 비중",
        ),
    ],
)
def test_a_name_misleads_nobody(title: str, text: str, raw: str, name: str) -> None:
    assert name in names_by_figure(title, text)[raw]


@pytest.mark.parametrize(
    "text",
    [
        "가람군은 작년에 인구 3만 명 선이 무너졌다.",
        "내년 당초예산이 처음으로 1조원을 넘길 것으로 보인다.",
    ],
)
def test_a_mark_that_is_passed_is_no_size(text: str) -> None:
    assert all(is_kept_back(one.doubts) for one in facts_of(text) if one.value is not None)
