from __future__ import annotations

from dataclasses import replace

import pytest

import corpus
from tests.corpus.plans import PLAN_2031, facts_of


def published(title: str, text: str) -> dict[str, list[str]]:
    """The names of the published figures of a document, by the figure as printed."""
    found: dict[str, list[str]] = {}
    for one in facts_of(text, about=replace(PLAN_2031, title=title)):
        if one.value is not None and not corpus.is_kept_back(one.doubts):
            found.setdefault(one.raw_text.strip(), []).append(one.name)
    return found


@pytest.mark.parametrize(
    ("title", "text", "figure", "name"),
    [
        (
            "민원서비스 종합평가 결과",
            "자치구 평균은 87.21점이었다.",
            "87.21점",
            "민원서비스 종합평가 자치구 평균",
        ),
        ("조직개편안", "조직은 41개 과에서 43개 과가 된다.", "41개", "조직개편 전 과 수"),
        ("조직개편안", "조직은 41개 과에서 43개 과가 된다.", "43개", "조직개편 뒤 과 수"),
        (
            "조직개편안",
            "이제 3국 2실 19과에서 4국 2실 21과가 된다.",
            "21과",
            "조직개편 뒤 과 수",
        ),
        (
            "조직개편안",
            "모두 합치면 1국 5과 17팀이 새로 생긴다.",
            "17팀",
            "조직개편 새로 생기는 팀 수",
        ),
        ("반부패 추진계획", "계획은 5대 전략 20개 과제다.", "20개", "반부패 추진계획 과제"),
        (
            "반부패 시책",
            "시책은 4대 추진 전략 아래 32개 세부 과제로 되어 있다.",
            "32개",
            "반부패 시책 세부 과제",
        ),
        (
            "제2회 추경",
            "기정예산보다 392억 원(5.30%) 많은 7801억 원이며 넉넉하다.",
            "7801억 원",
            "제2회 추경",
        ),
        (
            "예산안",
            "일반회계가 297억 원(3.3%) 불어난 9,300억 원이고 남는다.",
            "9,300억 원",
            "예산안 일반회계",
        ),
        (
            "제2회 추경",
            "읍면과 주민 건의는 26개 사업, 10억 3000만 원이다.",
            "10억 3000만 원",
            "읍면과 주민 건의 사업",
        ),
        (
            "결산 공시",
            "일반회계 세출에서 비중이 가장 큰 분야는 사회복지로 30.98%다.",
            "30.98%",
            "일반회계 세출 사회복지 비중",
        ),
        (
            "신속집행 추진계획",
            "- 상반기 신속집행 목표 : 대상액의 58.5%",
            "58.5%",
            "상반기 신속집행 목표 비율",
        ),
        (
            "국비 확보 보고회",
            "시는 70개 사업 5103억원을 목표로 내걸었다.",
            "5103억원",
            "국비 확보 목표",
        ),
    ],
)
def test_a_figure_without_a_noun_beside_it_is_named_by_its_sentence(
    title: str, text: str, figure: str, name: str
) -> None:
    assert name in published(title, text).get(figure, [])


@pytest.mark.parametrize(
    ("title", "text", "figure"),
    [
        ("살림 소식", "- 비슷한 도시 19곳 평균 1조629억원", "1조629억원"),
        ("살림 소식", "돈이 많이 든다. 2천741억원을 배정했다.", "2천741억원"),
    ],
)
def test_what_nobody_names_stays_kept_back(title: str, text: str, figure: str) -> None:
    assert figure not in published(title, text)
