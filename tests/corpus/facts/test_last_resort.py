from __future__ import annotations

from dataclasses import replace

import pytest

import corpus
from tests.corpus.plans import PLAN_2031, facts_of


def published(text: str, title: str = "일상감사 결과") -> dict[str, str]:
    """The names of the published figures of a document, by the figure as printed."""
    facts = facts_of(text, about=replace(PLAN_2031, title=title))
    kept = [one for one in facts if one.value is not None and not corpus.is_kept_back(one.doubts)]
    return {one.raw_text.strip(): one.name for one in kept}


@pytest.mark.parametrize(
    ("text", "figure", "name"),
    [
        ("올해 심사한 것은 공사 7건, 용역 6건 등 모두 13건이다.", "13건", "일상감사 합계"),
        ("최우수 2명, 우수 3명 등 5명을 가렸다.", "5명", "일상감사 합계"),
        ("완료 15개, 이행 후 계속 추진 87개다.", "87개", "일상감사 이행 후 계속 추진"),
        (
            "세부사업 100개 가운데 42개가 끝났고, 54개는 정상 추진 중이다.",
            "54개",
            "일상감사 세부사업 정상 추진",
        ),
        ("공약 115개 가운데 110개를 이행했다.", "110개", "일상감사 공약 이행"),
        ("시는 이 가운데 1,880억원을 거둬 징수율 98%를 달성했다.", "1,880억원", "일상감사 징수액"),
        ("모두 건너뛰지 않고 집행해 집행률 34.95%를 기록했다.", "34.95%", "일상감사 집행률"),
        (
            "세출은 ▲수송 및 교통 97억원 ▲농림해양수산 71억원을 증액했다.",
            "97억원",
            "일상감사 수송 및 교통 증가액",
        ),
    ],
)
def test_a_figure_that_no_reader_names_has_the_plainest_true_name(
    text: str, figure: str, name: str
) -> None:
    assert published(text)[figure] == name


def test_the_size_of_a_budget_that_opens_a_sentence_is_that_budget() -> None:
    found = published("총 7,715억 원으로 지난번보다 많다.", title="제2회 추경예산안")
    assert found["7,715억 원"] == "제2회 추경예산안"


def test_a_list_that_does_not_add_up_has_no_sum() -> None:
    assert "9명" not in published("최우수 2명, 우수 3명 등 9명을 가렸다.")


def test_what_remains_unnamed_stays_back() -> None:
    assert "13억원" not in published("주민 제안 59건을 심의해 58건, 13억원을 두고 논의했다.")
