"""Lines: of the statements under one heading, the one that was asked for comes first."""

from __future__ import annotations

import pytest

from assistant.lines import LineOptions, is_per_head_met, line_bonus, noun_sought
from assistant.matching import Texts, tight
from tests.assistant.drafts import asking


def _bonus(quote: str, question: str, headings: str = "") -> float:
    texts = Texts(quote=tight(quote), headings=tight(headings), title="")
    return line_bonus(quote, texts, asking(question), LineOptions())


def test_a_label_that_says_more_than_was_asked_is_another_measure() -> None:
    question = "강진군 도로 점검 점수는 몇 점인가요?"
    own = _bonus("- 점수 : 81.5점", question)
    assert own > _bonus("- 다른 군들의 평균 점수 : 77.1점", question) > 0
    assert _bonus("다른 군들은 77.1점을 받았다.", question) == 0


def test_a_label_may_use_another_word_for_the_same_thing() -> None:
    question = "강진군 빚은 얼마인가요?"
    assert _bonus("○ 채무 : 30억 원", question) > _bonus("○ 기금 : 30억 원", question)


def test_the_whole_is_the_line_where_the_whole_is_asked() -> None:
    question = "강진군 사업 전체 건수는 몇 건인가요?"
    assert _bonus("○ 모두 120건", question) > _bonus("① 새로 하는 것 20건", question)
    part = "강진군 새로 하는 사업은 몇 건인가요?"
    assert _bonus("○ 모두 120건", part) == _bonus("① 새로 하는 것 20건", part)


TABLE = "| 종류 | 금액 |\n| --- | ---: |\n| 토목 | 30억 원 |\n| 건축 | 20억 원 |"


def test_a_table_of_parts_is_not_the_figure_of_the_whole() -> None:
    whole = "강진군이 아낀 금액은 얼마인가요?"
    assert _bonus(TABLE, whole) < 0
    assert _bonus(TABLE + "\n| 합계 | 50억 원 |", whole) == 0
    assert _bonus(TABLE, "강진군이 토목에서 아낀 금액은 얼마인가요?") == 0
    assert _bonus(TABLE, "강진군이 아낀 금액의 목록을 알려 주세요") == 0


def test_a_table_of_years_is_a_course_and_no_list_of_parts() -> None:
    years = TABLE.replace("토목", "2021").replace("건축", "2022")
    assert _bonus(years, "강진군이 아낀 금액은 얼마인가요?") == 0


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("선거철에 어떤 반이 나서나요?", "반"),
        ("어느 과에서 맡나요?", "과"),
        ("무슨 위원회를 두나요?", "위원회"),
        ("어떤 내용인가요?", ""),
        ("몇 명인가요?", ""),
    ],
)
def test_the_kind_of_thing_sought_is_read(question: str, noun: str) -> None:
    assert noun_sought(question) == noun


def test_a_word_that_ends_in_the_kind_sought_names_it() -> None:
    question = "강진군은 장마철에 어떤 반을 보내나요?"
    assert _bonus("○ 장마철에는 특별점검반을 보낸다.", question) > 0
    assert _bonus("○ 장마철에는 반드시 배수로를 치운다.", question) == 0


def test_a_figure_per_head_is_wanted_only_where_it_is_asked() -> None:
    assert is_per_head_met("○ 1인당 지방세 : 90만 원", (), "군민 한 사람당 세금은 얼마야?")
    assert not is_per_head_met("○ 지방세 : 300억 원", (), "군민 한 사람당 세금은 얼마야?")
    assert is_per_head_met("○ 지방세 : 300억 원", (), "세금은 얼마야?")
    assert not is_per_head_met("○ 지방세 : 300억 원", (), "How much tax per person?")
    assert is_per_head_met("○ 지방세 : 90만 원", ("1인당 부담",), "How much tax per person?")


def test_the_sentence_that_says_what_came_first_is_the_one_asked_for() -> None:
    first = "주민이 고른 1위에는 숲길 개장이 올랐다."
    assert _bonus(first, "10대 소식 1위가 뭐야?") > _bonus(first, "10대 소식이 뭐야?")


def test_the_line_of_those_it_is_for_answers_who_may_apply() -> None:
    question = "온실 수리비는 누가 신청할 수 있나요?"
    assert _bonus("지원대상 : 온실 농가", question) > _bonus("초과금액은 신청자가 부담", question)
