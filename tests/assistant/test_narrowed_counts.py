"""Lists of which a question wants only some items are quoted and not counted whole."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import index
from tests.assistant.towns import explain, opened

PLAN = """\
보령시 2022년 살림 계획

1. 마을 살림
○ 마을 살림 분야 ▲ 길 61억원 ▲ 물 48억원 ▲ 숲 12억원

2. 마을 평가
○ 마을 평가 항목 : 길 가, 물 나, 숲 가
"""


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Iterator[index.Snapshot]:
    with opened(tmp_path_factory.mktemp("narrowed"), {"plan.txt": PLAN}) as snapshot:
        yield snapshot


@pytest.mark.parametrize(
    "question",
    [
        "보령시 마을 살림 분야 중 40억원을 넘는 분야는 몇 개인가요?",
        "보령시 마을 평가 항목 중 '가'를 받은 항목은 몇 개인가요?",
    ],
)
def test_a_list_is_not_counted_whole_for_some_of_its_items(
    village: index.Snapshot, question: str
) -> None:
    assert explain(village, question).computed is None


@pytest.mark.parametrize(
    "question",
    ["보령시 마을 살림 분야는 몇 개인가요?", "보령시 마을 평가 항목은 몇 개인가요?"],
)
def test_a_list_is_counted_where_all_of_it_is_asked_for(
    village: index.Snapshot, question: str
) -> None:
    computed = explain(village, question).computed
    assert computed is not None
    assert computed.result == "3개"
