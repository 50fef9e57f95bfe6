"""Shares, ranks, sums, courses and pairs over small documents, each reckoned again by the gate."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest

import assistant
import index
from assistant.arithmetic import follows, place_in_order
from assistant.types import Calculation
from tests.assistant.towns import assert_is_declined, assert_is_grounded, explain, opened

MOKPO = """\
# 목포시 2023년 주요업무계획

## 1. 세입 예산

| 세입원 | 금액(억 원) | 징수율(%) |
| --- | ---: | ---: |
| 지방세 | 1,200 | 97.1 |
| 세외수입 | 300 | 88.4 |
| 교부세 | 4,500 | 99.2 |
| 합계 | 6,000 | |

## 2. 도로 정비 공사비

- 해안도로(북항 구간) : 90억 원
- 산정로 : 45억 원
- 용당로 : 65억 원

## 3. 공모사업

- 응모한 공모사업 : 모두 40건 (새 과제 12건, 이어 가는 과제 28건)
- 심사위원 : 모두 20명 (1급 5명, 2급 15명)

## 4. 교통량 조사

| 연도 | 조사 지점(곳) | 불법 주차 단속(건) |
| --- | ---: | ---: |
| 2020 | 15 | 800 |
| 2021 | 18 | 640 |
| 2022 | 20 | 720 |
"""
YEOSU = """\
# 여수시 2021년 주요업무계획

## 1. 공모사업

- 응모한 공모사업 : 52건

## 2. 청렴도

- 종합청렴도 등급 : 3등급
"""


@pytest.fixture(scope="module")
def coast(tmp_path_factory: pytest.TempPathFactory) -> Iterator[index.Snapshot]:
    catalog = (
        "file,title,municipality,fiscal_year\n"
        "mokpo.md,목포시 2023년 주요업무계획,전라남도 목포시,2023\n"
        "yeosu.md,여수시 2021년 주요업무계획,전라남도 여수시,2021\n"
    )
    files = {"mokpo.md": MOKPO, "yeosu.md": YEOSU, "catalog.csv": catalog}
    with opened(tmp_path_factory.mktemp("coast"), files) as snapshot:
        yield snapshot


@pytest.fixture(scope="module")
def asking(coast: index.Snapshot) -> Callable[..., assistant.Answer]:
    return lambda *texts: partial(explain, coast)(*texts).answer


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("목포시 세입 예산 가운데 교부세는 몇 %야?", "75.0%"),
        ("목포 세입 지방세 비중", "20.0%"),
        ("목포시 공모사업 중 새 과제 비율은?", "30.0%"),
        ("목포시 응모한 공모사업에서 이어 가는 과제가 몇 퍼센트입니까?", "70.0%"),
        ("목포시 공모사업 심사위원 가운데 2급은 몇 퍼센트?", "75.0%"),
        ("목포시 세입원 가운데 금액이 가장 큰 것은?", "교부세 4,500억 원"),
        ("목포 징수율 최저 세입원", "세외수입 88.4%"),
        ("목포시 도로 정비 공사비가 가장 적은 도로는?", "산정로 45억 원"),
        ("목포 도로 정비 공사비 두 번째", "용당로 65억 원 (2번째)"),
        ("목포시 도로 정비 세 곳의 공사비를 모두 합하면?", "200억 원"),
        ("목포시 불법 주차 단속은 2020년에 비해 2022년에 몇 퍼센트 줄었나요?", "-10.0%"),
        ("목포시 조사 지점 2020→2021 증가율", "20.0%"),
        ("목포시 불법 주차 단속은 2021년과 2022년 중 어느 해가 더 많나요?", "2022년 720건"),
        ("목포 불법 주차 단속 추이", "2020년 800건 → 2021년 640건 → 2022년 720건"),
        ("목포시 2023년과 여수시 2021년 중 공모사업이 더 많은 곳은?", "여수시 52건"),
    ],
)
def test_what_a_list_or_table_lets_see_is_reckoned(
    asking: Callable[..., assistant.Answer], coast: index.Snapshot, question: str, result: str
) -> None:
    answer = asking(question)
    assert answer.calculations, answer.text
    (shown,) = answer.calculations
    assert shown.result == result
    assert follows(shown)
    assert result.removeprefix("-") in answer.text
    assert_is_grounded(answer, coast)


def test_a_share_is_asked_of_what_was_asked_before(
    asking: Callable[..., assistant.Answer],
) -> None:
    answer = asking("그 중 새 과제 비율은?", "목포시가 응모한 공모사업은 모두 몇 건인가요?")
    assert [one.result for one in answer.calculations] == ["30.0%"]


@pytest.mark.parametrize(
    "question",
    [
        "목포시 세입 예산 가운데 기금은 몇 %야?",
        "목포시 새 과제 중 국비 과제 비율은?",
        "여수시 공모사업 중 새 과제 비율은?",
        "목포시 2019년 세입 예산에서 지방세 비중은?",
        "목포시 2022년과 여수시 2021년 중 청렴도 등급이 더 높은 곳은?",
    ],
)
def test_what_no_list_says_is_not_reckoned(
    asking: Callable[..., assistant.Answer], question: str
) -> None:
    assert not asking(question).calculations


def test_another_place_in_the_order_does_not_follow() -> None:
    order = "가 9건 > 나 7건 > 다 5건"
    results = {"가 9건": True, "나 7건": False, "나 7건 (2번째)": True, "나 7건 (3번째)": False}
    results["다 5건 (4번째)"] = False
    for result, is_right in results.items():
        assert follows(Calculation(expression=order, result=result, inputs=(1,))) is is_right
    assert place_in_order("A (no. 3)") == ("A", 3)


def test_a_place_without_figures_is_declined(asking: Callable[..., assistant.Answer]) -> None:
    assert_is_declined(asking("순천시 세입 예산 가운데 교부세는 몇 %야?"))


def test_a_share_of_no_named_place_is_not_taken_from_any(
    asking: Callable[..., assistant.Answer],
) -> None:
    assert asking("공모사업 중 새 과제 비율은?").calculations == ()
