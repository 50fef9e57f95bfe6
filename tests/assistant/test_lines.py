"""Lines: of the statements under one heading, the one that was asked for comes first."""

from __future__ import annotations

import pytest

from assistant.lines import (
    LineOptions,
    asks_where,
    is_per_head_met,
    keeps_answer,
    label_of,
    line_bonus,
    noun_sought,
    only_announces,
    says_where,
)
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


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("8. 문 의 처 : 도로과(☎ 061-000-0000)", "문의처"),
        ("• 면    적 : 152만㎡", "면적"),
        ("다. 모집규모 : 70개소 내외", "모집규모"),
        ("모두 70개소를 뽑는다.", ""),
    ],
)
def test_a_label_is_read_without_its_number_and_its_blanks(line: str, label: str) -> None:
    assert label_of(line) == label


def test_a_label_that_is_a_word_of_the_question_outweighs_one_that_is_not() -> None:
    question = "강진군 추경 총규모는 얼마인가요?"
    own = _bonus("○ 총규모 : 1,025억원", question, "추경")
    assert own > _bonus("○ 규모 : 1,025억원", question, "추경")


@pytest.mark.parametrize(
    ("question", "own", "other"),
    [
        (
            "1등급을 받은 것은 몇 년 만인가요?",
            "1등급은 2014년 이후 11년 만",
            "1등급을 3년 이어 받음",
        ),
        ("발급기는 몇 대로 늘어나나요?", "21대에서 24대로 늘어난다.", "발급기 3대를 들인다."),
        ("발급기는 몇 대로 늘어나나요?", "발급기 21대 → 24대", "발급기 24대 → 종이 3종"),
        ("한 사람이 몇 번까지 신청하나요?", "신청은 2번까지 된다.", "신청은 2번 받는다."),
    ],
)
def test_a_figure_in_the_frame_it_is_asked_in_comes_first(
    question: str, own: str, other: str
) -> None:
    assert _bonus(own, question) >= _bonus(other, question) + LineOptions().frame


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("회계별 총괄 (단위 : 억원, %)", True),
        ("[표1] 세입 증감 (단위 : 억 원)", True),
        ("아래와 같이 참여자를 모집합니다.", True),
        ("도로과에서 아래와 같이 공고합니다.", True),
        ("예산 12억원 (단위 : 억원)", False),
        ("참여자는 다음 달에 모집합니다.", False),
        ("회계별 총괄 (단위 : 억원)\n일반회계 | 12", False),
    ],
)
def test_the_head_of_a_table_and_the_opening_of_a_notice_only_announce(
    quote: str, expected: bool
) -> None:
    assert only_announces(quote) is expected


def test_a_place_that_is_asked_for_is_told_by_its_label() -> None:
    assert asks_where("공원은 어디에 만드나요?")
    assert not asks_where("어디에 문의하나요?")
    assert not asks_where("어디어디 있나요?")
    assert says_where("• 위    치 : 가람동 일원")
    assert not says_where("위치는 아직 정하지 않았다.")


def test_the_line_that_tells_until_when_where_or_who_is_the_one() -> None:
    ask = "강진군 설명회는 언제까지 하나요?"
    assert _bonus("설명회는 28일까지 이어진다.", ask) > _bonus("설명회를 14일 열었다.", ask)
    ask = "강진군 설명회 장소"
    assert _bonus("설명회를 군청 대강당에서 열었다.", ask) > _bonus("설명회를 열었다.", ask)
    ask = "강진군 설명회는 누가 이끌었나요?"
    assert _bonus("나루한 군수가 설명회를 이끌었다.", ask) > _bonus("강진군이 열었다.", ask)


def test_a_numbered_part_is_not_another_one() -> None:
    ask = "강진군 나눔회관 2층에는 뭐가 있나요?"
    assert _bonus("2층에는 공방이 있다.", ask) > _bonus("1층에는 찻집이 있다.", ask)


def test_a_headline_stands_behind_what_tells_it_in_full() -> None:
    ask = "강진군이 되찾은 돈은 얼마인가요?"
    assert _bonus("강진군, 감사 마쳐 3억여원 되찾아", ask) < _bonus("3억 2천만 원을 되찾았다.", ask)


def test_a_part_of_a_quote_keeps_what_was_asked_for() -> None:
    whole = "설명회를 열었다. 나루한 군수가 이끌었다."
    assert not keeps_answer("설명회를 열었다.", whole, "누가 이끌었나요?")
    assert keeps_answer("나루한 군수가 이끌었다.", whole, "누가 이끌었나요?")
    assert keeps_answer("설명회를 열었다.", whole, "무엇을 했나요?")
