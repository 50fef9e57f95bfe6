import pytest

from assistant.gloss import gloss, read_glossed, read_part
from assistant.grammar import Asked
from assistant.types import Question


def said(text: str) -> str:
    found = gloss(text)
    assert found is not None
    return found.text


@pytest.mark.parametrize(
    ("english", "korean"),
    [
        (
            "How many routine audits did Jongno-gu conduct in 2022?",
            "서울특별시 종로구 2022년 일상감사는 몇 건인가요?",
        ),
        ("How much is Boryeong's debt per resident?", "충청남도 보령시 1인당 채무는 얼마인가요?"),
        (
            "What is the collection rate of local taxes in Boryeong?",
            "충청남도 보령시 지방세 징수율은 몇 퍼센트인가요?",
        ),
        (
            "Which new projects does Boryeong have for next year?",
            "충청남도 보령시 내년 신규사업은 무엇인가요?",
        ),
        (
            "When does Boryeong's ordinance take effect?",
            "충청남도 보령시 조례 시행은 언제인가요?",
        ),
        (
            "How many people took part in the first half of 2024 in Boryeong?",
            "2024년 상반기 충청남도 보령시 참여는 몇 명인가요?",
        ),
        (
            "What overall integrity grade did Boryeong get?",
            "충청남도 보령시 종합청렴도는 몇 등급인가요?",
        ),
    ],
)
def test_what_is_asked_is_said_last_and_the_place_first(english: str, korean: str) -> None:
    assert said(english) == korean


@pytest.mark.parametrize(
    ("english", "korean"),
    [
        ("How many more deaths than births did Boryeong have?", "사망은 출생보다 몇 더 많나요"),
        (
            "How much more debt than last year does Boryeong have?",
            "채무는 지난해보다 얼마나 늘었나요",
        ),
        (
            "By how many cases did reviews in Boryeong rise compared with the 2013 audit?",
            "심사는 2013년 감사보다 몇 건 늘었나요",
        ),
        (
            "By how much is Boryeong's total score below the overall average?",
            "총점은 전체 평균보다 얼마나 낮은가요",
        ),
        (
            "What do local taxes and non-tax revenue of Boryeong come to together?",
            "지방세와 세외수입을 합치면 얼마인가요",
        ),
        (
            "Which is bigger in Boryeong's budget proposal, education or welfare?",
            "예산안 교육과 복지 중 어느 것이 더 큰가요",
        ),
        (
            "Of the 27 audit findings in Boryeong, how many were completed?",
            "지적사항 27건 중 몇 건을 완료했나요",
        ),
        ("By how much did Boryeong raise its fees in 2031?", "수수료는 얼마나 늘었나요"),
        ("By how many cases were reviews in Boryeong cut?", "심사는 몇 건 줄었나요"),
        ("By how much was Boryeong's subsidy increased?", "보조금은 얼마나 늘었나요"),
        ("What share of Boryeong's budget went to welfare?", "예산에서 복지 비중은 몇 퍼센트"),
        ("What proportion of residents in Boryeong is 65 or older?", "65세 이상 주민 비율은"),
        ("What per cent of the pledges have been fulfilled?", "공약 이행률은 몇 퍼센트인가요"),
        ("What percentage of the local taxes was paid?", "지방세 지급 비율은 몇 퍼센트인가요"),
        ("How much of the fund is for scholarships?", "기금 중 장학금은 얼마인가요"),
        (
            "Above what amount do service contracts go through contract review in Boryeong?",
            "계약심사 용역 대상은 얼마 이상인가요",
        ),
    ],
)
def test_a_reckoning_is_asked_for_as_korean_asks_for_it(english: str, korean: str) -> None:
    assert korean in said(english)


@pytest.mark.parametrize(
    ("english", "korean"),
    [
        ("How many people moved to Boryeong in 2031?", "2031년 전입은 몇 명인가요"),
        ("How many residents joined the campaign in Boryeong?", "캠페인 가입 주민은 몇 명인가요"),
        ("How many households left the village?", "마을 남은 가구는 몇 가구인가요"),
        ("How many residents does Boryeong have?", "보령시 인구는 몇 명인가요"),
        ("How many pages does the booklet have?", "책자는 몇 쪽인가요"),
        ("How many times a year does the committee meet?", "한 해에 몇 번 하나요"),
        ("When did Boryeong repay the loan?", "융자 상환은 언제인가요"),
        ("When will the Boryeong ordinance take effect?", "조례 시행은 언제인가요"),
        ("What will the tourism bureau be renamed?", "관광 국의 새 이름은 무엇인가요"),
        ("What is the division now called?", "과의 새 이름은 무엇인가요"),
        ("What is the campaign called?", "캠페인의 이름은 무엇인가요"),
        ("Which department handles parking in Boryeong?", "주차 담당 부서는 어디인가요"),
        ("Which office is in charge of dogs?", "담당 부서는 어디인가요"),
        ("Who should I call about parking in Boryeong?", "주차는 전화번호는 무엇인가요"),
        ("Which official commented on the fire?", "누구인가요"),
        ("What grade is Boryeong aiming for this year?", "올해 등급 목표는 몇 등급인가요"),
        ("When will Boryeong pass a 90% recycling rate?", "90% 재활용률 통과는 언제인가요"),
        ("How big is the second 2031 extra budget in won?", "2031년 제2회 추경은 얼마인가요"),
        ("Until when does the registration last?", "등록은 언제까지인가요"),
    ],
)
def test_what_is_asked_ends_as_korean_ends_it(english: str, korean: str) -> None:
    assert korean in said(english)


def test_a_term_in_brackets_says_which_word_is_meant() -> None:
    assert said("What was the net surplus (순세계잉여금) of Boryeong?").count("순세계잉여금") == 1
    assert said("How many divisions (과) does Boryeong have?").endswith("보령시 과는 몇 개인가요?")
    assert "분야 과" in said("How many sectors (과) does Boryeong have?")


def test_two_questions_in_one_stay_two() -> None:
    asked = "How many pledges does Boryeong have and what is the total project cost?"
    assert said(asked) == "충청남도 보령시 공약은 몇 개이고 총사업비는 얼마인가요?"


def test_a_name_that_no_row_has_stays_as_it_is_written() -> None:
    assert "Hwangsan" in said("What is the total project cost of Hwangsan Park in Boryeong?")


@pytest.mark.parametrize(
    "text", ["보령시 2022년 예산은 얼마인가요?", "2022 budget 얼마야", "??", "Hm"]
)
def test_what_is_not_an_english_question_of_known_words_has_no_gloss(text: str) -> None:
    assert gloss(text) is None


def test_a_gloss_is_read_as_korean_with_all_the_ways_to_say_its_words() -> None:
    asked = read_glossed(Question(text="How much did Boryeong save in 2021?", language="en"))
    assert asked is not None
    assert (asked.years, asked.kinds) == ((2021,), (Asked.AMOUNT,))
    (saving,) = (one for one in asked.terms if one.form == "절감")
    assert "아낀" in saving.renderings


def test_a_word_keeps_its_other_ways_without_the_syllable_of_its_kind() -> None:
    asked = read_glossed(Question(text="What are Boryeong's savings?"))
    assert asked is not None
    (saving,) = (one for one in asked.terms if one.form == "절감")
    assert "줄인" in saving.renderings


def test_an_earlier_question_is_read_by_its_gloss_too() -> None:
    question = Question(
        text="And how many completed?", history=("How many pledges does Boryeong have?",)
    )
    asked = read_glossed(question)
    assert asked is not None
    assert [one.korean for one in asked.places] == ["보령시"]
    assert "공약" in {one.form for one in asked.terms}


def test_a_part_of_a_gloss_keeps_the_ways_to_say_its_words() -> None:
    whole = read_glossed(Question(text="How much did Boryeong save and how many pledges?"))
    assert whole is not None
    part = read_part(Question(text="보령시 절감은 얼마"), whole)
    assert any("아낀" in one.renderings for one in part.terms)
