"""Enumerations: items between triangles, without what the sentence says of them."""

from __future__ import annotations

import pytest

from corpus.facts.doubts import KIND_UNSURE
from corpus.facts.enumerations import without_predicate
from corpus.types import Fact, FactKind
from tests.corpus.plans import facts_of


def items(text: str) -> list[Fact]:
    return [one for one in facts_of(text, FactKind.POLICY) if "enumerated" in one.flags]


@pytest.mark.parametrize(
    ("item", "name"),
    [
        ("물류장 건립은 이번에 새로 찾아낸 것들이다", "물류장 건립"),
        ("안내서 보급에서 좋은 점수를 얻었다", "안내서 보급"),
        ("도시 운영 방안이 비중 있게 다뤄졌고", "도시 운영 방안"),
        ("사과 명품화와 가공 산업 육성이다", "사과 명품화와 가공 산업 육성"),
        ("하수관로 교체 등이 있다", "하수관로 교체"),
        ("발급기를 종일 쓰도록 다시 배치한 일", "발급기를 종일 쓰도록 다시 배치한 일"),
    ],
)
def test_an_item_ends_where_the_sentence_goes_on(item: str, name: str) -> None:
    assert without_predicate(item) == name


def test_the_sentence_around_a_list_is_no_policy_of_its_own() -> None:
    found = facts_of("새 사업에는 ▶숲길 조성 ▶물길 잇기 ▶돌봄 강화 등이 있다.")
    assert [one.name for one in found] == ["숲길 조성", "물길 잇기", "돌봄 강화"]
    assert not any(one.doubts for one in found)


@pytest.mark.parametrize("label", ["3개 분야", "5개 항목", "평가 지표"])
def test_what_something_is_judged_by_is_in_doubt(label: str) -> None:
    found = items(f"○ {label} : △민원 처리 △제도 운영 △만족도")
    assert found
    assert all(one.doubts == (KIND_UNSURE,) for one in found)


def test_arrows_between_figures_enumerate_nothing() -> None:
    assert items("- 보급률 73.4%(’30) ▶ 75.0%(’31) ▶ 80.0%(’34)") == []
