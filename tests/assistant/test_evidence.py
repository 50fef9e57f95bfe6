"""Whether a stretch of a document is about what was asked, and holds what was asked for."""

from __future__ import annotations

from datetime import date

import pytest

import corpus
from assistant.evidence import (
    holds,
    last_subject,
    place_fits,
    places_spoken_of,
)
from assistant.fitting import derives_year, half_fits, ordinal_fits, year_fits
from assistant.grammar import Asked
from assistant.years import years_said
from tests.assistant.drafts import AUDIT_COURSE, asking, make_evidence, make_figure
from tests.factories import make_document, make_fact


def place(name: str) -> corpus.Municipality:
    found = corpus.municipality_named(name)
    assert found is not None
    return found


BORYEONG = place("보령시")
INCHEON = place("인천광역시")
OF_BORYEONG = make_document(municipality="보령시", title="업무 계획")


def test_a_document_speaks_of_its_own_place_where_a_sentence_names_none() -> None:
    evidence = make_evidence("○ 감사는 210건이다.", document=OF_BORYEONG)
    assert place_fits(evidence, BORYEONG)
    assert not place_fits(evidence, INCHEON)


def test_what_another_body_did_to_a_place_is_about_that_place_in_its_own_document() -> None:
    quote = "충청남도가 지난해 11월 20일부터 보령시 감사를 벌여 41건을 찾았다."
    assert place_fits(make_evidence(quote, document=OF_BORYEONG), BORYEONG)


def test_a_sentence_about_another_place_is_not_about_the_document_s() -> None:
    evidence = make_evidence("인천광역시는 감사를 305건 했다.", document=OF_BORYEONG)
    assert place_fits(evidence, INCHEON)
    assert not place_fits(evidence, BORYEONG)


def test_a_place_named_by_the_way_takes_nothing_from_the_document_s() -> None:
    evidence = make_evidence("○ 인천까지 도로를 잇는다.", document=OF_BORYEONG)
    assert place_fits(evidence, BORYEONG)


def test_a_sentence_goes_on_about_the_place_spoken_of_before() -> None:
    subject = last_subject("인천광역시는 감사를 했다.")
    evidence = make_evidence("모두 305건이다.", document=OF_BORYEONG, subject=subject)
    assert place_fits(evidence, INCHEON)
    assert not place_fits(evidence, BORYEONG)
    assert places_spoken_of(evidence) == ("인천광역시",)


def test_places_that_are_joined_are_spoken_of_alike() -> None:
    evidence = make_evidence("보령시와 파주시가 같은 등급을 받았다.", document=OF_BORYEONG)
    assert place_fits(evidence, BORYEONG)
    assert place_fits(evidence, place("파주시"))
    listed = make_evidence("인천광역시, 보령시는 뽑혔다.", document=make_document())
    assert places_spoken_of(listed) == ("인천광역시", "보령시")


def test_the_year_a_quote_says_outranks_the_document_s() -> None:
    evidence = make_evidence("○ 감사는 2020년 210건이다.", document=make_document())
    assert year_fits(evidence, asking("2020년 감사는 몇 건인가요?"))
    assert not year_fits(evidence, asking("2022년 감사는 몇 건인가요?"))


def test_a_quote_without_a_year_has_its_heading_s_and_then_its_document_s() -> None:
    under = make_evidence("○ 감사 210건", headings=("2019년 실적",))
    assert year_fits(under, asking("2019년 감사는 몇 건인가요?"))
    assert not year_fits(under, asking("2022년 감사는 몇 건인가요?"))
    plain = make_evidence(
        "○ 감사 210건", document=make_document(fiscal_years=(2022,), published_on=date(2021, 12, 1))
    )
    assert year_fits(plain, asking("2022년 감사는 몇 건인가요?"))
    assert not year_fits(plain, asking("2019년 감사는 몇 건인가요?"))


def test_a_bare_number_that_is_printed_is_a_name_and_no_year() -> None:
    evidence = make_evidence("○ 2040 전략을 2021년에 세운다.")
    assert year_fits(evidence, asking("2040 전략은 무엇인가요?"))


def test_a_printed_change_tells_of_the_year_before_alone() -> None:
    evidence = make_evidence("○ 청렴도는 2021년 8.40점으로 전년 대비 0.25점 올랐다.")
    assert derives_year(evidence, (2020,))
    assert not derives_year(evidence, (2019,))
    assert not derives_year(make_evidence("○ 청렴도는 2021년 8.40점이다."), (2020,))


def test_years_are_read_out_of_texts_in_every_form() -> None:
    assert years_said("’21년 12건, 2023. 5. 개장") == {2021, 2023}
    assert years_said("12건") == frozenset()


def test_another_number_of_a_series_is_another_thing() -> None:
    evidence = make_evidence("○ 제2기 시민감사관 : 15명 위촉")
    assert ordinal_fits(evidence, ("제2기",))
    assert ordinal_fits(evidence, ("2기",))
    assert not ordinal_fits(evidence, ("제3기",))


@pytest.mark.parametrize(
    ("question", "kind", "holding", "empty"),
    [
        ("예산은 얼마?", Asked.AMOUNT, "사업비 32억 원", "사업비는 추후 정한다"),
        ("몇 퍼센트?", Asked.RATIO, "집행률 61.5%", "집행을 서두른다"),
        ("언제 여나요?", Asked.DATE, "7월 1일에 연다", "곧 연다"),
        ("며칠에 여나요?", Asked.DATE, "7월 1일에 연다", "2022년 7월에 연다"),
        ("왜 하나요?", Asked.REASON, "부패를 예방하기 위해 한다", "교육을 한다"),
        ("누가 주재했나요?", Asked.PERSON, "홍길동 시장 주재로 열렸다", "회의가 열렸다"),
        ("얼마나 자주?", Asked.COUNT, "매월 점검한다", "점검한다"),
    ],
)
def test_evidence_holds_a_value_of_the_kind_or_not(
    question: str, kind: Asked, holding: str, empty: str
) -> None:
    asked = asking(question)
    assert holds(kind, make_evidence(holding), asked)
    assert not holds(kind, make_evidence(empty), asked)


def test_a_count_is_held_in_the_unit_that_is_asked_for() -> None:
    counted = make_evidence("○ 위원은 50명이다.", make_figure("50명"))
    assert holds(Asked.COUNT, counted, asking("위원은 몇 명인가요?"))
    assert not holds(Asked.COUNT, counted, asking("감사는 몇 건인가요?"))


def test_a_contact_without_a_number_answers_no_call() -> None:
    contact = make_fact(kind=corpus.FactKind.CONTACT, value="041-000-1234", flags=())
    nameless = make_fact(kind=corpus.FactKind.CONTACT, value=None, flags=("phone_unknown",))
    asked = asking("담당 부서 전화번호는?")
    assert holds(Asked.CONTACT, make_evidence("연락처 : 041-000-1234", contact), asked)
    assert not holds(Asked.CONTACT, make_evidence("연락처 : -", nameless), asked)


def test_the_years_of_evidence_are_those_said_and_those_of_its_facts() -> None:
    assert make_evidence("세 해의 건수", *AUDIT_COURSE).years() == {2020, 2021, 2022}
    inferred = make_figure("210건", 2022, flags=("year_inferred",))
    assert make_evidence("○ 감사 210건", inferred).years() == frozenset()


@pytest.mark.parametrize(
    ("question", "quote", "fits"),
    [
        ("하반기 집행 목표는?", "상반기 집행 목표 : 61.5%", False),
        ("상반기 집행 목표는?", "상반기 집행 목표 : 61.5%", True),
        ("하반기 집행 목표는?", "집행 목표 : 61.5%", True),
        ("하반기에는 몇 개소인가요?", "상·하반기에 5개소씩 한다.", True),
        ("집행 목표는?", "상반기 집행 목표 : 61.5%", True),
    ],
)
def test_the_other_half_of_the_year_is_not_what_was_asked(
    question: str, quote: str, fits: bool
) -> None:
    assert half_fits(make_evidence(quote), asking(question).halves) is fits


def test_a_bound_is_no_rate_unless_a_bound_is_asked() -> None:
    line = make_evidence("• 설계가 바뀌어 금액이 10% 이상 늘어날 때")
    assert not holds(Asked.RATIO, line, asking("보령시 감사 절감률은?"))
    assert holds(Asked.RATIO, line, asking("보령시는 몇 퍼센트 이상 늘어날 때 심사하나요?"))
    assert holds(Asked.RATIO, make_evidence("○ 절감률 : 5.2%"), asking("보령시 감사 절감률은?"))


def test_a_day_on_which_something_opens_is_no_length_of_time() -> None:
    asked = asking("How long is the tunnel in Boryeong?")
    assert not holds(Asked.DURATION, make_evidence("○ 해저터널 개통 : 2021년 11월"), asked)
    assert holds(Asked.DURATION, make_evidence("○ 해저터널 공사 : 2010. 12. ~ 2021. 11."), asked)
    assert holds(Asked.DURATION, make_evidence("○ 임기 : 2년"), asked)


@pytest.mark.parametrize(
    "quote",
    [
        "평가를 맡은 곳 : 행정안전부와 소비자원",
        "○ 만든 부서 : 감사위원회",
        "외부 전문기관이 평가한다",
    ],
)
def test_a_body_answers_who_does_it(quote: str) -> None:
    assert holds(Asked.PERSON, make_evidence(quote), asking("보령시 평가는 누가 하나요?"))


def test_a_document_s_number_is_nobody() -> None:
    asked = asking("보령시 감사 계획은 누가 만들었어?")
    assert not holds(Asked.PERSON, make_evidence("○ 문서번호 : 감사담당관-1234"), asked)


def test_what_a_rate_is_of_is_no_value_of_it() -> None:
    asked = asking("보령시 재정자주도는 몇 퍼센트인가요?")
    assert not holds(Asked.RATIO, make_evidence("○ 재정자주도 : 쓸 수 있는 돈의 비율"), asked)
    assert holds(Asked.RATIO, make_evidence("○ 재정자주도 : 45.9%"), asked)


def test_a_price_or_a_share_counts_nothing() -> None:
    asked = asking("보령시 행사 참가자 수는?")
    for unit, expected in (("명", True), ("원", False), ("%", False)):
        evidence = make_evidence("○ 참가자에게 주는 몫", make_fact(unit=unit))
        assert holds(Asked.COUNT, evidence, asked) is expected


def test_an_imprint_says_which_department_whatever_year_is_meant() -> None:
    asked = asking("그 보도자료 낸 부서는 어디야?", "보령시 2023년 민원 평가 등급은?")
    imprint = make_evidence("작성일 2024-02-20 담당부서 민원과 조회 187", headings=())
    assert holds(Asked.CONTACT, imprint, asked)
    assert year_fits(imprint, asked)
    assert not holds(Asked.CONTACT, make_evidence("보령시가 우수기관을 따냈다."), asked)
    dated = make_evidence("2024-02-20 민원과 회의", headings=())
    assert not year_fits(dated, asked)


def test_a_passage_lists_what_one_of_its_sentences_lists() -> None:
    asked = asking("보령시 점검반 5개 분야")
    listed = "점검반이 맡는다. 반은 토목·건축·전기·통신·기계 5개 분야로 짜였다. 반장은 따로 정한다."
    assert holds(Asked.LIST, make_evidence(listed), asked)
    assert not holds(Asked.LIST, make_evidence("점검반이 맡는다. 반장은 따로 정한다."), asked)


@pytest.mark.parametrize(
    ("question", "fits"),
    [
        ("2021 감사는 2019년 때보다 얼마나 줄었나요?", True),
        ("2021 감사는 2018년과 비교하면 얼마나 줄었나요?", False),
        ("2021 전략의 2018년 감사는 몇 건인가요?", False),
    ],
)
def test_each_of_two_years_compared_may_be_told_of_by_itself(question: str, fits: bool) -> None:
    """The year with 년 and the one without are of one comparison, not a name and its year."""
    evidence = make_evidence("○ 2019년 감사는 210건이다.", document=make_document())
    assert year_fits(evidence, asking(question)) is fits


@pytest.mark.parametrize(
    ("quote", "named"),
    [
        ("김하늘 시의원(대표위원)과 세무사 2명이 장부를 살폈다.", True),
        ("박다온 대표위원은 권고를 지켜 달라고 했다.", True),
        ("전문 위원과 자문 위원이 장부를 살폈다.", False),
        ("위원회는 권고를 지켜 달라고 했다.", False),
    ],
)
def test_a_name_before_the_title_of_an_elected_person_is_a_person(quote: str, named: bool) -> None:
    asked = asking("결산검사 대표가 누구인가요?")
    assert holds(Asked.PERSON, make_evidence(quote), asked) is named


@pytest.mark.parametrize(
    ("kind", "quote", "question", "held"),
    [
        (Asked.AMOUNT, "○ 목공 교실 : 20명, 강의료 없음", "목공 교실 수강료는 얼마인가요?", True),
        (Asked.AMOUNT, "○ 목공 교실 : 참가비 무료", "목공 교실 참가비 얼마예요?", True),
        (Asked.AMOUNT, "○ 목공 교실 : 무료", "목공 교실 사업 예산은 얼마인가요?", False),
        (Asked.AMOUNT, "○ 목공 교실 : 20명", "목공 교실 수강료는 얼마인가요?", False),
        (Asked.DURATION, "이의 신청은 한 달 안에 한다.", "이의 신청은 얼마 안에 하나요?", True),
        (Asked.DURATION, "심사는 평균 4.2일에 끝난다.", "심사는 며칠 만에 끝나나요?", True),
        (Asked.DURATION, "7년 연속 최우수로 뽑혔다.", "몇 년째 최우수인가요?", True),
        (Asked.DURATION, "7월부터 평가한다.", "몇 년째 최우수인가요?", False),
        (Asked.CONTACT, "총괄부서는 정책실로 실적을 모은다.", "총괄은 어느 과가 하나요?", True),
        (Asked.DURATION, "이의 신청은 시청에 한다.", "이의 신청은 얼마 안에 하나요?", False),
    ],
)
def test_nothing_is_a_price_and_a_month_a_length(
    kind: Asked, quote: str, question: str, held: bool
) -> None:
    assert holds(kind, make_evidence(quote), asking(question)) is held


def test_what_a_rule_begins_at_gives_a_quote_no_year() -> None:
    bound = make_figure("3억원", 2031, flags=("threshold",))
    course = make_figure("34건", 2030)
    assert make_evidence("3억원 이상, 34건", bound, course).years() == {2030}


def test_of_whom_something_is_told_is_no_amount() -> None:
    quote = "1천만 원 이상 고액체납자 47명의 가택을 수색했다."
    assert not holds(Asked.AMOUNT, make_evidence(quote), asking("체납액을 얼마나 징수했나요?"))
    assert holds(Asked.AMOUNT, make_evidence(quote), asking("얼마 이상이면 고액체납자인가요?"))
    saved = "심사로 3억 원 이상을 절감했다."
    assert holds(Asked.AMOUNT, make_evidence(saved), asking("심사로 얼마나 절감했나요?"))


@pytest.mark.parametrize(
    ("quote", "held"),
    [
        ("목표 : 종합청렴도 1등급 진입", True),
        ("종합청렴도 2등급으로 올리기로 했다.", True),
        ("청렴 교육을 열 차례 연다.", False),
    ],
)
def test_a_grade_that_is_aimed_at_is_held_where_the_goal_is_asked(quote: str, held: bool) -> None:
    assert holds(Asked.GRADE, make_evidence(quote), asking("청렴도 목표 등급은?")) is held
    assert not holds(Asked.GRADE, make_evidence(quote), asking("청렴도 등급은?"))


def test_the_year_that_a_figure_is_held_against_is_not_its_own() -> None:
    quote = "- 확보 목표액 : 2,140억 원 (2021년 확보액 1,986억 원 대비 7.8% 증가)"
    evidence = make_evidence(quote)
    own = next(iter(evidence.document.fiscal_years))
    assert year_fits(evidence, asking(f"{own}년 국비 확보 목표액은?"))
    assert year_fits(evidence, asking("2021년 국비 확보액은?"))
    assert not year_fits(evidence, asking("2019년 국비 확보액은?"))
