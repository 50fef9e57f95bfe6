"""What a draft may say in its own words, whoever wrote it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.compose import Draft
from assistant.types import Calculation, Citation
from assistant.verify import verify
from tests.assistant.drafts import asking, make_citation, make_figure
from tests.assistant.test_verify import (
    BORYEONG,
    CITATION,
    SECOND,
    SENTENCE,
    SUM,
    SUM_SENTENCE,
    TEXT,
    gate,
)
from tests.factories import make_document

BOTH = (CITATION, SECOND)


def cite(quote: str, **overrides: object) -> Citation:
    return make_citation(quote, **({"document": BORYEONG, "section": ()} | overrides))


def is_let_out(sentence: str, quote: str, question: str = "보령시 일을 알려줘") -> bool:
    return gate(sentence, citations=(cite(quote),), text=quote, question=question).holds


@pytest.mark.parametrize(
    "sentence",
    [
        SENTENCE,
        "보령시의 2021년 일상감사 처리 건수는 244건입니다 [1].",
        "일상감사 처리 건수는 2021년 이백사십사 건입니다 [1].",
        "Boryeong: 일상감사 처리 건수 (2021) — 244건 [1].",
        "일상감사 처리 건수는 2020년 210건, 2021년 244건, 2022년 198건이다 [1].",
        "「시정 운영 계획」에 따르면 일상감사 처리 건수는 2021년 244건입니다 [1].",
    ],
)
def test_a_true_sentence_in_other_words_passes(sentence: str) -> None:
    assert gate(sentence, citations=BOTH).draft.sentences == (sentence,)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("일상감사 처리 건수는 2020년 244건입니다 [1].", id="a year of the quote"),
        pytest.param("파주시 일상감사 처리 건수는 2021년 244건입니다 [1].", id="a city"),
        pytest.param("In Paju, 일상감사 처리 건수 (2021) — 244건 [1].", id="an English city"),
        pytest.param("일상감사 처리 건수는 2021년 244명입니다 [1].", id="a unit"),
        pytest.param("일상감사 처리 건수는 2021년 244억 원입니다 [1].", id="a unit of money"),
        pytest.param("일상감사는 폐지되었습니다 [1].", id="a predicate"),
        pytest.param("일상감사 처리 건수는 2021년 6건입니다 [1].", id="the day of the source"),
        pytest.param("보령시 ‘일상감사 거부 건수’ 244건 [1]", id="single quote marks"),
        pytest.param("보령시 \"일상감사 거부 건수\" 244건 [1]", id="straight quote marks"),
        pytest.param("일상감사는 2021년 이백사십오 건입니다 [1].", id="a number in words"),
        pytest.param("일상감사 처리 건수는 2021년 244건이 아닙니다 [1].", id="a denial"),
        pytest.param("일상감사 처리 건수는 없습니다 [1].", id="nothing there"),
        pytest.param("일상감사 거부 건수는 2021년 244건입니다 [1].", id="a name"),
        pytest.param("위원은 2021년 244건입니다 [1][2].", id="the name of another figure"),
        pytest.param("위원은 244명입니다 [2].", id="a figure of another source"),
        pytest.param(SENTENCE.replace("[1]", "[2]"), id="a source that says something else"),
        pytest.param(SENTENCE.replace("[1]", "[1][2]"), id="a source that says nothing of it"),
        pytest.param("일상감사 처리 건수는 2021년 240건입니다 [1].", id="rounded"),
        pytest.param("일상감사 처리 건수는 2021년 약 244건입니다 [1].", id="about"),
        pytest.param("일상감사 처리 건수는 2021년 244건 이상입니다 [1].", id="at least"),
        pytest.param("일상감사 처리 건수 (2021) — more than 244건 [1].", id="more than"),
        pytest.param("일상감사 처리 건수는 2021년 매월 244건입니다 [1].", id="each month"),
        pytest.param("일상감사 처리 건수는 2021년 244건으로 증가했습니다 [1].", id="a rise"),
        pytest.param("일상감사 처리 건수는 2021년 244건으로 가장 많습니다 [1].", id="the most"),
        pytest.param("일상감사 처리 건수는 두 배가 되었습니다 [1].", id="twice"),
        pytest.param("일상감사 처리 건수는 절반으로 줄었습니다 [1].", id="half"),
        pytest.param("일상감사 처리 건수는 모두 454건입니다 [1].", id="a sum that is not shown"),
        pytest.param(f"{SENTENCE} 시장은 사퇴했습니다.", id="a further sentence"),
        pytest.param(f"{SENTENCE} The mayor resigned.", id="a further English sentence"),
        pytest.param(f"{SENTENCE} http://example.org/244", id="an address"),
        pytest.param("“일상감사 처리 건수” 폐지 “2021년 244건” [1]", id="between two quotes"),
        pytest.param("일상감사 처리 건수는 2021년 24\u200b5건입니다 [1].", id="unseen characters"),
        pytest.param("일상감사 처리 건수는 2021년 ２４５건입니다 [1].", id="wide digits"),
        pytest.param("일상감사 처리 건수는 2021년 二百건입니다 [1].", id="Chinese numerals"),
        pytest.param("Boryeong cancelled 244 routine audits in 2021 [1].", id="English predicate"),
        pytest.param("Routine audits: two hundred forty-five in 2021 [1].", id="English numeral"),
        pytest.param("There were no routine audits in 2021 [1].", id="English denial"),
        pytest.param("[1]", id="nothing said"),
        pytest.param("일상감사 처리 건수 (2021년) 244건↑ [1]", id="an arrow"),
        pytest.param("일상감사 처리 건수 (2021년) -244건 [1]", id="a minus"),
        pytest.param("“일상감사 처리 건수”는 내용이 다릅니다 [1].", id="a frame that denies"),
        pytest.param("The document says otherwise: “일상감사 처리 건수” [1]", id="otherwise"),
        pytest.param("질문의 전제(폐지)와 다릅니다: 2021년 244건 [1].", id="a premise"),
    ],
)  # fmt: skip
def test_a_hostile_sentence_is_withheld(sentence: str) -> None:
    verdict = gate(sentence, citations=BOTH)
    assert not verdict.holds
    assert len(verdict.removed) == 1


@pytest.mark.parametrize(
    ("sentence", "is_true"),
    [
        ("투자심사 대상 행사는 1억 원 이상입니다 [1].", True),
        ("투자심사 대상 행사 — at least 1억 원 (100 million won) [1].", True),
        ("투자심사 대상 행사는 1억 원 이하입니다 [1].", False),
        ("투자심사 대상 행사는 1억 원입니다 [1].", False),
        ("투자심사 대상 행사 — at most 1억 원 [1].", False),
        ("투자심사 대상 행사 — 1억 원 (100 billion won) [1].", False),
        ("투자심사 대상 행사는 1만 원 이상입니다 [1].", False),
    ],
)
def test_a_bound_is_said_as_it_is_printed(sentence: str, is_true: bool) -> None:
    assert is_let_out(sentence, "○ 투자심사 대상 행사 : 1억 원 이상") is is_true


@pytest.mark.parametrize(
    ("sentence", "is_true"),
    [
        ("시립도서관을 짓습니다 [1].", False),
        ("보령시립도서관은 2021년 11월에 개관했다 [1].", True),
        ("보령시립도서관은 2021년에 개관했다 [1].", True),
        ("보령시립도서관은 2021년 11월에 개관하지 않았다 [1].", False),
        ("보령시립도서관은 2021년 12월에 개관했다 [1].", False),
        ("보령시립도서관은 2021년 11월 3일에 개관했다 [1].", False),
        ("보령시립도서관은 2021년 11월에 개관한다 [1].", False),
        ("보령시립도서관은 매각되었다 [1].", False),
    ],
)
def test_words_without_a_figure_are_those_of_one_sentence(sentence: str, is_true: bool) -> None:
    quote = "보령시립도서관은 2021년 11월에 개관했다."
    assert is_let_out(sentence, quote) is is_true


def test_a_denial_is_kept() -> None:
    quote = "위원 수당은 지급하지 않는다."
    assert is_let_out("위원 수당은 지급하지 않는다 [1].", quote)
    assert not is_let_out("위원 수당은 지급한다 [1].", quote)


def test_each_figure_keeps_its_own_name() -> None:
    quote = "- 일반회계가 7,789억 원, 특별회계가 938억 원을 차지한다."
    assert is_let_out("일반회계는 7,789억 원입니다 [1].", quote)
    assert is_let_out("특별회계는 938억 원입니다 [1].", quote)
    assert not is_let_out("특별회계는 7,789억 원입니다 [1].", quote)
    assert not is_let_out("일반회계는 938억 원입니다 [1].", quote)


def test_a_heading_alone_names_no_figure() -> None:
    under = cite("- 특별회계 938억 원", section=("예산 총액",))
    drafts = ("특별회계는 938억 원입니다 [1].", "예산 총액은 938억 원입니다 [1].")
    verdict = gate(*drafts, citations=(under,), text=under.quote, question="보령시 예산은?")
    assert verdict.draft.sentences == drafts[:1]


def test_a_fact_tells_the_unit_that_a_table_prints_once() -> None:
    quote = "| 2021 | 244 |"
    fact = make_figure("244건", 2021, quote=quote, end=len(quote), document_id=BORYEONG.id)
    draft = Draft(
        sentences=("일상감사 처리 건수 (2021년) 244건입니다 [1].",), calculations=(), facts=(fact,)
    )
    asked = asking("보령시 2021년 일상감사 처리 건수는?")
    citations = [cite(quote)]
    assert verify(draft, citations, {BORYEONG.id: quote}, asked).holds
    assert not verify(replace(draft, facts=()), citations, {BORYEONG.id: quote}, asked).holds


@pytest.mark.parametrize(
    "calculation",
    [
        replace(SUM, expression="210건 + 244명"),
        replace(SUM, result="454명"),
        replace(SUM, expression="2021년 210건 + 244건"),
        replace(SUM, expression="파주시 210건 + 244건"),
    ],
)
def test_each_term_of_a_reckoning_is_a_cited_figure(calculation: Calculation) -> None:
    said = (
        f"{calculation.result}입니다 [1]. (계산: {calculation.expression} = {calculation.result})"
    )
    assert not gate(said, calculations=(calculation,)).holds


@pytest.mark.parametrize(
    "sentence",
    [
        SUM_SENTENCE.replace("210건 +", "211건 +"),
        SUM_SENTENCE.replace("454건입니다", "244건입니다"),
        SUM_SENTENCE.replace("= 454건", "= 244건"),
        SUM_SENTENCE.replace("454건입니다", "454건 증가입니다"),
        SUM_SENTENCE.replace("454건입니다", "위원 454건입니다"),
        SUM_SENTENCE.replace("454건입니다", "2019년 454건입니다"),
    ],
)
def test_a_sentence_says_its_reckoning_as_it_is_shown(sentence: str) -> None:
    assert gate(SUM_SENTENCE, calculations=(SUM,)).holds
    assert not gate(sentence, calculations=(SUM,)).holds


def test_a_rise_is_from_an_earlier_to_a_later_year() -> None:
    rise = Calculation(expression="244건 - 210건", result="34건", inputs=(1,))
    fall = Calculation(expression="244건 - 198건", result="46건", inputs=(1,))
    for shown, true, false in ((rise, "증가", "감소"), (fall, "감소", "증가")):
        said = f"{shown.result} {true}입니다 [1]. (계산: {shown.expression} = {shown.result})"
        assert gate(said, calculations=(shown,), text=TEXT).holds
        assert not gate(said.replace(true, false), calculations=(shown,), text=TEXT).holds


def test_an_expression_without_a_figure_shows_nothing() -> None:
    claim = Calculation(expression="폐지", result="폐지", inputs=(1,))
    verdict = gate("일상감사 폐지 [1].", calculations=(claim,))
    assert not verdict.holds
    assert verdict.draft.calculations == ()


@pytest.mark.parametrize(("said", "leaves"), [("2021년 244건", True), ("2020년 210건", False)])
def test_what_a_comparison_finds_is_its_first_figure(said: str, leaves: bool) -> None:
    expression = "2021년 244건 > 2020년 210건"
    ordering = Calculation(expression=expression, result="2021년 244건", inputs=(1,))
    sentence = f"{said}입니다 [1]. (비교: {expression})"
    draft = Draft(sentences=(sentence,), calculations=(ordering,), facts=())
    asked = asking("보령시 2020년과 2021년 중 일상감사가 더 많은 해는 언제인가요?")
    verdict = verify(draft, (CITATION,), {BORYEONG.id: TEXT}, asked)
    assert (verdict.removed == ()) is leaves


PARTS = "○ 참여자는 총 420명 (여성 230명, 남성 190명)이다."
GUESTS = "○ 시장을 비롯해 시민 28명이 참석했다."
SHARED = "○ 점검 대상 : 4개 분야(분기별 1개 분야)"


@pytest.mark.parametrize(
    ("quote", "sentence", "leaves"),
    [
        (PARTS, "참여자는 420명입니다 [1].", True),
        (PARTS, "여성은 230명입니다 [1].", True),
        (PARTS, "참여자는 230명입니다 [1].", False),
        (GUESTS, "참석한 시민은 28명입니다 [1].", True),
        (GUESTS, "시장은 28명입니다 [1].", False),
        (SHARED, "점검 대상은 4개입니다 [1].", True),
        (SHARED, "점검 대상은 1개입니다 [1].", False),
        (SHARED, "점검 대상은 84만 4개입니다 [1].", False),
    ],
)
def test_a_figure_is_said_of_what_it_counts(quote: str, sentence: str, leaves: bool) -> None:
    document = make_document(title="사업 보고", fiscal_years=(2023,))
    draft = Draft(sentences=(sentence,), calculations=(), facts=())
    citation = make_citation(quote, document=document, section=())
    verdict = verify(draft, [citation], {document.id: quote}, asking("몇 명인가요?"))
    assert verdict.holds is leaves, verdict.removed
