"""The noun that says what is counted, and the statements that speak of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.asked_places import veiled
from assistant.evidence import Evidence
from assistant.grammar import Asked
from assistant.heads import heads_of, is_of_budget, speaks_of
from tests.assistant.drafts import asking, make_candidate, make_evidence, make_figure


@pytest.mark.parametrize(
    ("question", "heads"),
    [
        ("파주시 하늘도서관 장서 수는 몇 권인가요?", ("장서",)),
        ("생활민원 접수 건수가 몇 건인지 알려 주세요", ("접수",)),
        ("사과 재배면적 2026년 목표가 얼마인지 알려 주세요", ("재배", "면적")),
        ("무인택배함 설치비는 얼마인가요?", ("무인", "택배")),
        ("보건소 직원은 몇 명이야", ("직원",)),
        ("하늘도서관 장서 수", ("장서",)),
        ("How many kindergartens does Paju have?", ("kindergarten",)),
    ],
)
def test_the_head_is_the_noun_right_before_what_asks(question: str, heads: tuple[str, ...]) -> None:
    assert tuple(term.form for term in heads_of(asking(question))) == heads


@pytest.mark.parametrize(
    "question",
    [
        "파주시는 몇 건인가요?",
        "보고회에 몇 명이 왔나요?",
        "하늘도서관은 언제 열었나요?",
        "직원이 작년보다 몇 명 늘었나요?",
        "인천시 시민교육 인원 2021년부터 2025년까지 추이",
    ],
)
def test_no_head_where_none_is_sure(question: str) -> None:
    assert heads_of(asking(question)) == ()


def speaks(question: str, evidence: Evidence, kind: Asked = Asked.COUNT) -> bool:
    asked = asking(question)
    return speaks_of(make_candidate(evidence), heads_of(asked), asked, kind)


def stating(quote: str, *raw_texts: str, name: str = "") -> Evidence:
    facts = [
        make_figure(raw, quote=quote, name=name, start=quote.find(raw), end=quote.find(raw) + 2)
        for raw in raw_texts
    ]
    return make_evidence(quote, *facts, headings=("하늘도서관",))


def test_another_figure_of_the_same_thing_is_not_it() -> None:
    question = "하늘도서관 열람석 수는 몇 개인가요?"
    assert speaks(question, stating("○ 열람석은 모두 120개이다.", "120개"))
    assert not speaks(question, stating("○ 사물함은 모두 120개이다.", "120개"))


def test_the_head_and_the_figure_stand_in_one_sentence() -> None:
    apart = "직원은 휴일에 쉰다.\n이용자는 하루 300명이다."
    assert not speaks("하늘도서관 직원은 몇 명인가요?", stating(apart, "300명"))
    assert speaks("하늘도서관 이용자는 몇 명인가요?", stating(apart, "300명"))


def test_a_score_is_no_number_of_things() -> None:
    question = "신청한 업체 수는?"
    assert not speaks(question, stating("○ 업체 평가 : 서류 100점", "100점"))
    assert speaks(question, stating("○ 업체 : 60개소", "60개소"))


def test_what_one_applicant_may_get_is_no_budget() -> None:
    quote = "○ 간판 교체 : 최대 200만 원"
    limit = make_figure("200만 원", quote=quote, name="간판 교체", end=14, flags=("support_limit",))
    evidence = make_evidence(quote, limit, headings=("점포 개선",))
    assert not speaks("간판 교체 예산은 얼마인가요?", evidence, Asked.AMOUNT)
    assert speaks("간판 교체는 얼마까지 되나요?", evidence, Asked.AMOUNT)


def test_a_short_head_is_taken_as_written() -> None:
    question = "생활민원 접수 건수는 몇 건인가요?"
    assert not speaks(question, stating("○ 생활민원 점수 산정 : 17건", "17건"))
    assert speaks(question, stating("○ 생활민원 접수 : 17건", "17건"))


def test_the_budget_of_a_place_is_told_by_a_statement_of_its_budget() -> None:
    asked = asking("보령시 2022년 예산 규모는 총 얼마인가요?")
    hall = make_evidence("○ 체육관은 총사업비 192억 원 규모로 지었다.", headings=("시설",))
    whole = make_evidence("○ 예산은 8,727억 원이다.", headings=("살림",))
    assert not is_of_budget(make_candidate(hall), asked)
    assert is_of_budget(make_candidate(whole), asked)
    assert is_of_budget(make_candidate(hall), asking("체육관 예산 규모는 얼마인가요?"))


def test_a_title_of_another_year_lends_no_head() -> None:
    quote = "국비가 지난해 20억원에서 29억원으로 늘었다."
    title = "하늘시 2032년 본예산안 편성"
    evidence = stating(quote, "20억원", "29억원")
    document = replace(evidence.document, title=title, fiscal_years=())
    titled = replace(evidence, document=document)
    assert not speaks("하늘시 2030년 본예산은 얼마였나요?", titled, Asked.AMOUNT)
    assert speaks("하늘시 2032년 본예산은 얼마인가요?", titled, Asked.AMOUNT)


def test_a_sentence_without_a_topic_goes_on_about_the_one_before() -> None:
    question = "하늘도서관에서 장서를 몇 권 정리했나요?"
    led = "오래 쌓여 있던 장서도 손봤다. 안내문을 95장 보내고 이 중 42권을 정리했다."
    assert speaks(question, stating(led, "95장", "42권"))
    other = "오래 쌓여 있던 장서도 손봤다. 새 의자는 모두 42권 값이다."
    assert not speaks(question, stating(other, "42권"))


def test_what_is_put_into_a_budget_is_not_the_whole_of_it() -> None:
    asked = asking("보령시 2032년 총예산은 얼마인가요?")
    part = make_evidence("주민 제안 9건, 4억 원을 당초예산안에 담기로 했다.", headings=())
    titled = replace(part, document=replace(part.document, title="주민참여예산 제안"))
    assert not is_of_budget(make_candidate(titled), asked)
    whole = replace(titled, quote="2032년 예산은 4,100억 원이다.")
    assert is_of_budget(make_candidate(whole), asked)


def test_a_place_is_no_word_for_money() -> None:
    bound = make_figure("7000만원", flags=("threshold",), quote="용역 7000만원 이상")
    evidence = make_evidence("심사 대상은 용역 7000만원 이상이다.", bound)
    for_place = asking("예산군에서 용역은 얼마 이상이면 심사를 받나요?")
    assert speaks_of(make_candidate(evidence), (), for_place, Asked.AMOUNT)
    assert veiled("예산군 예산은 얼마") == "○○군 예산은 얼마"


@pytest.mark.parametrize(
    "question", ["하늘시 예산 규모", "하늘시 총예산은?", "하늘시 2032년 예산은 얼마야"]
)
def test_the_budget_of_a_work_is_not_that_of_the_place(question: str) -> None:
    asked = asking(question.replace("하늘시", "보령시"))
    work = make_evidence("예산은 1억 2천만 원이다.", headings=())
    titled = replace(work, document=replace(work.document, title="민원 창구 확대"))
    assert not is_of_budget(make_candidate(titled), asked)
    whole = replace(titled, document=replace(work.document, title="2032년 본예산 편성"))
    assert is_of_budget(make_candidate(whole), asked)


def test_of_a_whole_only_those_count_of_which_the_deed_is_told() -> None:
    text = "공약 112건 가운데 80건을 끝냈고 4건은 지연되고 있다."
    evidence = stating(text, "112건", "80건", "4건")
    assert speaks("공약 가운데 지연된 것은 몇 건인가요?", evidence)
    assert not speaks("공약 가운데 폐기된 것은 몇 건인가요?", evidence)
    assert not speaks("공약 중에 취소된 거 몇 건이야", evidence)


def test_a_noun_that_ends_like_a_number_counts_nothing() -> None:
    evidence = stating("체납액 징수 목표는 120억 원이다.", "120억 원")
    assert speaks("체납액 징수 목표액은?", evidence, Asked.AMOUNT)


def test_measures_against_staff_go_by_two_names() -> None:
    line = "신분상 조치 : 27명 (경징계 1, 훈계 7, 주의 19)"
    assert speaks("신분상 처분을 받은 직원은 모두 몇 명이에요?", stating(line, "27명"))
    assert not speaks("경고를 받은 직원은 모두 몇 명이에요?", stating(line, "27명"))


def test_officials_are_told_of_by_the_word_before() -> None:
    line = "계약을 맺은 간부는 4급 6명, 5급 44명 등 모두 50명이다."
    assert speaks("성과계약을 맺은 간부 공무원은 몇 명인가요?", stating(line, "50명"))
    assert not speaks("성과계약을 맺은 신입 공무원은 몇 명인가요?", stating(line, "50명"))
