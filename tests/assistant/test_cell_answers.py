"""Questions for a cell of a table, and for what can be reckoned from several of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest

import assistant
import index
from assistant.arithmetic import follows
from assistant.grid_claims import says_cell
from tests.assistant.towns import assert_is_grounded, explain, opened

GIMHAE = """\
김해시 2022~2024 중기지방재정계획

1. 주요 지표

지표명 | 단위 | 2021 실적 | 2022 실적 | 2023 목표
둘레길 방문객 | 천명 | 58 | 163 | 200
하수도 보급률 | % | 52.3 | 56.9 | 60.0

2. 연차별 투자계획 (단위 : 백만원)
구분 합계 2022 2023 2024 연평균증가율
계 60,000 18,000 20,000 22,000 10.6%
숲길·공원 45,000 13,000 15,000 17,000 14.4%
하천 15,000 5,000 5,000 5,000 0.0%

3. 세입 증감 (단위 : 억 원)
구분 / 증감
지방세수입 61
조정교부금 △82
계 △21

4. 최근 채무 잔액 (단위: 억원)
2021 74 | 2022 55 | 2023 38

5. 민원 처분 결과

| 등급 | 부서 수 |
| --- | --- |
| S(탁월) | 6 |
| A(우수) | 14 |
"""


@pytest.fixture(scope="module")
def river(tmp_path_factory: pytest.TempPathFactory) -> Iterator[index.Snapshot]:
    catalog = (
        "file,title,municipality,fiscal_year\n"
        "gimhae.txt,2022~2024 중기지방재정계획,경상남도 김해시,2022\n"
    )
    files = {"gimhae.txt": GIMHAE, "catalog.csv": catalog}
    with opened(tmp_path_factory.mktemp("river"), files) as snapshot:
        yield snapshot


@pytest.fixture(scope="module")
def asking(river: index.Snapshot) -> Callable[..., assistant.Answer]:
    return lambda *texts: partial(explain, river)(*texts).answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("김해시 둘레길 방문객 2022년 실적은?", "김해시 2022년 실적 둘레길 방문객은 163천명입니다"),
        ("김해시 2023년 하수도 보급률 목표는 몇 %인가요?", "하수도 보급률은 60.0%입니다"),
        ("김해시 숲길·공원 2023년 투자액은 얼마인가요?", "숲길·공원은 15,000백만원입니다"),
        ("김해시 하천 연평균증가율은 몇 퍼센트야?", "하천 연평균증가율은 0.0%입니다"),
        ("김해시 2022년 채무 잔액 얼마", "2022년 채무 잔액은 55억원입니다"),
        ("김해시 세입에서 줄어든 항목은 뭐야?", "조정교부금 증감은 △82억원입니다"),
        ("김해시 하천 2024년 투자계획을 원으로 알려줘", "5,000백만원은 5,000,000,000원입니다"),
        ("김해시 하수도 보급률은 2021년에서 2022년까지 몇 %p 올랐나요?", "4.6%p 증가입니다"),
        ("김해시 채무 잔액 추이 보여줘", "2021년 74억원 → 2022년 55억원 → 2023년 38억원"),
        ("김해시 채무 잔액은 2021년에서 2023년 사이 얼마나 줄었어?", "36억원 감소입니다"),
        ("김해시 2022년부터 2024년까지 투자계획에서 하천이 차지하는 비중은?", "25.0%입니다"),
        ("김해시 2024년 투자계획에서 숲길·공원과 하천을 합치면?", "22,000백만원입니다"),
    ],
)
def test_a_cell_is_said_with_its_row_column_and_unit(
    asking: Callable[..., assistant.Answer], river: index.Snapshot, question: str, said: str
) -> None:
    answer = asking(question)

    assert said in answer.text
    assert all(map(follows, answer.calculations))
    assert_is_grounded(answer, river)


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("김해시 둘레길 방문객 2019년 실적은?", ("58천명", "163천명", "200천명")),
        ("김해시 2022년 둘레길 방문객 목표는?", ("163천명입니다", "200천명입니다")),
        ("김해시 도로 2023년 투자액은 얼마인가요?", ("20,000백만원입니다", "15,000백만원입니다")),
        ("김해시 양식장 2024년 투자계획은?", ("22,000백만원입니다",)),
        ("김해시 중기지방재정계획 연차별 투자계획 양식장 2024년은?", ("22,000백만원입니다",)),
        ("김해시 하천 2023년 결산액은 얼마인가요?", ("5,000백만원입니다",)),
        ("김해시 민원 처분 결과 등급은?", ("6", "14")),
        ("김해시 숲길·공원은 어디에 있나요?", ("45,000백만원입니다", "13,000백만원입니다")),
        ("김해시 하천은 얼마부터 심사하나요?", ("15,000백만원입니다", "5,000백만원입니다")),
        ("김해시 세입은 어떤가요?", ("△21억원입니다",)),
        ("김해시 하수도 보급률은 몇 명인가요?", ("56.9%입니다", "60.0%입니다")),
    ],
)
def test_another_row_phase_or_year_is_no_answer(
    asking: Callable[..., assistant.Answer], question: str, never: tuple[str, ...]
) -> None:
    text = asking(question).text.split("“")[0]

    assert not any(one in text for one in never)


QUOTE = "(단위 : 억원)\n구분 | 2021년 | 2022년\n도로 | 12 | 15\n하천 | 7 | 12\n"


@pytest.mark.parametrize(
    ("own", "is_said"),
    [
        ("2022년 도로는 15억원입니다 .", True),
        ("2021년 도로는 15억원입니다 .", False),
        ("2022년 하천은 15억원입니다 .", False),
        ("2022년 도로는 15백만원입니다 .", False),
        ("2022년 도로는 115억원입니다 .", False),
        ("도로는 15억원입니다 .", False),
        ("2022년 도로는 15억원이 아닙니다 .", False),
        ("2022년 새 도로는 15억원입니다 .", False),
        ("2022년 도로는 15억원~입니다 .", False),
        ("2022년 도로는 +15억원입니다 .", False),
        ("2022년 도로는 <15억원입니다 .", False),
    ],
)
def test_only_the_cell_of_its_row_and_column_may_be_said(own: str, is_said: bool) -> None:
    assert says_cell(own, QUOTE) is is_said
