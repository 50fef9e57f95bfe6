"""Reckonings that a question spells out, over figures in prose, lists and tables."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.types import AnswerStatus
from tests.assistant.towns import Ask, asking, quotes

ALMANAC = """\
여주시 2022년 살림 연감

1. 업무보고
보고 안건은 모두 310건이고 이 가운데 40건이 새로 시작하는 사업이다.

2. 마을 지원
2022년 마을 지원을 신청한 마을 52개 중 19개 마을은 동결, 27개 마을은 증액하기로 했다.

3. 물길 손보기
• 2022년 : 노후관 14.2km 교체
• 2023년 : 노후관 8.1km 교체

4. 예산 분야
(단위 : 억원)
| 분야 | 예산액 |
| 사회복지 | 1,350 |
| 환경 | 820 |
| 문화 | 430 |

5. 결산
| 회계연도 | 예산현액 | 세입결산액 | 세출결산액 |
| 2021 | 1조 2,000억 원 | 1조 1,500억 원 | 9,000억 원 |
| 2022 | 1조 3,000억 원 | 1조 2,400억 원 | 1조 400억 원 |

6. 성과지표
올해는 180개 과제에 지표 414개를 두었다.
"""

ROW = "almanac.txt,2022년 살림 연감,경기도 여주시,plan,2022-12-05,2022,,여주시"


@pytest.fixture(scope="module")
def ask_almanac(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("almanac"), ALMANAC, ROW) as ask:
        yield ask


def _bare(text: str) -> str:
    """A reckoning without the blanks and commas that money is printed with or without."""
    return text.replace(",", "").replace("억 원", "억원")


@pytest.mark.parametrize(
    ("question", "expression", "result"),
    [
        (
            "여주시 보고 안건에서 새로 시작하는 것 말고 나머지는 몇 건인가요?",
            "310건 - 40건",
            "270건",
        ),
        (
            "여주시 2022년 지원을 신청한 마을 중에 동결도 증액도 아닌 곳은 몇 군데인가요?",
            "52개 - 19개 - 27개",
            "6개",
        ),
        ("여주시 노후관 2022, 2023년 교체 길이 합계는?", "14.2km + 8.1km", "22.3km"),
        (
            "여주시 예산 사회복지 분야가 환경 분야보다 얼마 더 많죠?",
            "1,350억 원 - 820억 원",
            "530억 원",
        ),
        (
            "여주시 2021년 예산현액 대비 세출 집행률은?",
            "9,000억 원 ÷ 1조 2,000억 원 × 100",
            "75.0%",
        ),
        ("여주시 과제 하나당 지표가 평균 몇 개꼴인가요?", "414개 ÷ 180개", "2.3개"),
    ],
)
def test_what_a_question_spells_out_is_reckoned_and_shown(
    ask_almanac: Ask, question: str, expression: str, result: str
) -> None:
    answer = ask_almanac(question)
    assert answer.status is AnswerStatus.ANSWERED
    (shown,) = answer.calculations
    assert (_bare(shown.expression), _bare(shown.result)) == (_bare(expression), _bare(result))
    assert shown.result in answer.text
    assert all(one.quote for one in answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "이천시 예산이 여주시 예산보다 얼마나 더 많나요?",
        "여주시 예산 사회복지 분야가 교육 분야보다 얼마 더 많죠?",
        "여주시 2019년 예산현액 대비 세출 집행률은?",
        "여주시 보고 안건에서 취소된 것 말고 나머지는 몇 건인가요?",
        "여주시 노후관 2025, 2026년 교체 길이 합계는?",
    ],
)
def test_what_is_not_stated_is_not_reckoned(ask_almanac: Ask, question: str) -> None:
    assert not ask_almanac(question).calculations


def test_two_years_in_two_places_of_a_report_make_a_fall(ask_reports: Ask) -> None:
    answer = ask_reports("동해시 하천 정비로 아낀 돈이 2023년보다 2024년에 늘었나요 줄었나요?")
    assert answer.text.startswith("27억 원 감소입니다")
    (reckoned,) = answer.calculations
    assert reckoned.expression == "2023년 121억 원 - 2024년 94억 원"
    assert all(one in quotes(answer) for one in ("94억원", "121억원"))


def test_what_was_looked_at_is_not_set_against_what_was_saved(ask_reports: Ask) -> None:
    answer = ask_reports("동해시 하천 정비 절약액은 2024년에 2023년보다 커졌나요?")
    assert not any("2,150억" in one.expression for one in answer.calculations)
