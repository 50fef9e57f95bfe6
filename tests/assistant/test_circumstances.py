"""Grades, courses, places, days and storeys that a question takes for granted."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

import assistant
import index
from tests.assistant.towns import assert_is_grounded, explain, opened, quotes

PLAN = """\
파주시 2023년 시정 소식

1. 복지 설명회
○ 날짜 : 2023년 3월 7일
○ 곳 : 파주시청 소회의실
○ 참석자 : 82명

2. 하늘도서관
○ 규모 : 지하 1층, 지상 4층
○ 하늘도서관 개관 : 2022년 5월
○ 하늘도서관 장서 : 3만 권

3. 살림
- 지방채 잔액은 2018년부터 해마다 줄고 있다.
○ 직원용 전기차 보유(대) : ('21) 40 → ('25) 65
○ 안전문화 평가 등급 : 3등급
"""


@pytest.fixture(scope="module")
def paju(tmp_path_factory: pytest.TempPathFactory) -> Iterator[index.Snapshot]:
    catalog = (
        "file,title,municipality,document_type,published_on,fiscal_year,source_url\n"
        "news.txt,2023년 시정 소식,경기도 파주시,plan,2023-04-01,2023,\n"
    )
    files = {"news.txt": PLAN, "catalog.csv": catalog}
    with opened(tmp_path_factory.mktemp("paju"), files) as snapshot:
        yield snapshot


@pytest.fixture(scope="module")
def told(paju: index.Snapshot) -> Callable[[str], assistant.Answer]:
    return lambda text: explain(paju, text).answer


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("파주시 복지 설명회가 시민회관에서 열렸다던데 왜 거기서 했나요?", "소회의실"),
        ("파주시 복지 설명회는 왜 문화센터에서 열렸나요? 문화센터에서 열린 이유요", "소회의실"),
        ("파주시 복지 설명회를 2023년 3월 9일에 했다던데 몇 명 왔어?", "3월 7일"),
        ("파주시 하늘도서관 2023년 8월 개관 이유", "2022년 5월"),
        ("파주시 하늘도서관이 2021년 5월에 개관한 까닭은?", "2022년 5월"),
        ("파주시 하늘도서관 6층에는 뭐가 있나요?", "지상 4층"),
        ("파주시 지방채 잔액이 2018년부터 계속 늘어난 이유는?", "줄고 있다"),
        ("파주시 지방채 잔액은 왜 증가했나요?", "줄고 있다"),
        ("파주시가 2025년에 전기차를 40대로 줄이는 까닭은?", "65"),
        ("파주시가 안전문화 평가에서 1등급을 받은 비결은?", "3등급"),
    ],
)
def test_a_circumstance_that_is_printed_otherwise_is_corrected(
    told: Callable[[str], assistant.Answer], paju: index.Snapshot, question: str, printed: str
) -> None:
    answer = told(question)
    assert answer.status is assistant.AnswerStatus.CORRECTED, answer.text
    assert printed in quotes(answer)
    assert_is_grounded(answer, paju)


@pytest.mark.parametrize(
    "question",
    [
        "파주시 복지 설명회가 소회의실에서 열렸다던데 왜 거기서 했나요?",
        "파주시 복지 설명회를 2023년 3월 7일에 했다던데 몇 명 왔어?",
        "파주시 하늘도서관 2022년 5월 개관 이유",
        "파주시 하늘도서관 4층에는 뭐가 있나요?",
        "파주시 하늘도서관은 몇 층인가요?",
        "파주시 지방채 잔액이 계속 줄어든 이유는?",
        "파주시가 2025년에 전기차를 65대로 늘리는 까닭은?",
        "파주시가 안전문화 평가에서 3등급을 받은 이유는?",
        "파주시가 안전문화 평가 1등급을 목표로 하는 이유는?",
        "파주시 주민 축제가 시민회관에서 열렸다던데 왜 거기서 했나요?",
        "파주시 바다도서관 6층에는 뭐가 있나요?",
    ],
)
def test_what_is_so_or_is_not_spoken_of_is_not_corrected(
    told: Callable[[str], assistant.Answer], question: str
) -> None:
    assert told(question).status is not assistant.AnswerStatus.CORRECTED
