"""Promises: sentences in which a government says what it does or will do."""

from __future__ import annotations

import pytest

from corpus.facts.promises import promises


@pytest.mark.parametrize(
    "sentence",
    [
        "시는 숲길을 넓힐 계획이다.",
        "보령시는 돌봄을 강화한다.",
        "군은 원가를 꼼꼼히 따져 재정을 아끼겠다는 방침이다.",
        "시는 놀이터를 더 짓기로 했다.",
        "올해는 골목 상권을 살리는 데 무게를 둔다.",
        "내건 목표는 '맑은 물, 푸른 도시'이다.",
        "공직자가 먼저 칸막이를 허물고 협력을 강화해야 한다.",
    ],
)
def test_what_a_government_means_to_do_is_a_promise(sentence: str) -> None:
    assert promises(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "재정공시는 매년 2월과 8월에 실시한다.",
        "심의는 21일까지 이어질 예정이다.",
        "군수는 상권을 살리는 길이라고 강조했다.",
        "시는 의견을 다듬어 계획을 공개할 계획이다.",
        "군은 아래와 같이 손볼 계획이다.",
        "절차는 영업소가 대신 처리한다.",
        "시는 지난해 숲길을 확대했다.",
        "숲은 푸르고 물은 맑다.",
    ],
)
def test_what_others_do_or_say_and_what_was_is_no_promise(sentence: str) -> None:
    assert not promises(sentence)


def test_what_an_official_bids_in_a_speech_is_no_promise() -> None:
    assert not promises("김 시장은 모든 직원이 힘을 모아야 한다고 강조했다.")


@pytest.mark.parametrize(
    "sentence",
    [
        "시는 국회와 중앙부처를 차례로 찾아가 사업 필요성을 설명할 계획이다.",
        "군은 지역 의원들과 힘을 모아 정부와 국회를 설득하겠다는 방침이다.",
    ],
)
def test_asking_those_who_decide_is_no_plan(sentence: str) -> None:
    assert not promises(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "시는 내년부터 찾아가는 돌봄을 모든 읍면으로 넓힐 계획이다.",
        "시는 정부 공모사업에 맞춰 산업단지를 넓힐 방침이다.",
    ],
)
def test_a_service_that_comes_to_people_is_a_plan(sentence: str) -> None:
    assert promises(sentence)
