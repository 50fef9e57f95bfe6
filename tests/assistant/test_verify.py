"""The gate: nothing that a document does not bear out leaves, whatever was drafted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.compose import Draft
from assistant.types import Calculation, Citation
from assistant.verify import Verdict, numbers_in, printed_numbers, quote_is_true, verify
from tests.assistant.drafts import AUDIT, AUDIT_COURSE, asking, make_citation, make_figure
from tests.factories import make_document

BORYEONG = make_document(municipality="보령시", title="시정 운영 계획", fiscal_years=())
TEXT = f"1. 감사\n{AUDIT}\n○ 위원은 50명이다.\n"
CITATION = make_citation(start=TEXT.index(AUDIT), document=BORYEONG)
SECOND = make_citation(
    "○ 위원은 50명이다.", number=2, start=TEXT.index("○ 위원"), document=BORYEONG
)
SENTENCE = "일상감사 처리 건수는 2021년 244건입니다 [1]."
SUM = Calculation(expression="210건 + 244건", result="454건", inputs=(1,))
SUM_SENTENCE = "454건입니다 [1]. (계산: 210건 + 244건 = 454건)"
ASKED = asking("보령시 2021년 일상감사는 몇 건인가요?")


def gate(
    *sentences: str,
    citations: tuple[Citation, ...] = (CITATION,),
    calculations: tuple[Calculation, ...] = (),
    question: str = "보령시 2021년 일상감사는 몇 건인가요?",
    text: str = TEXT,
) -> Verdict:
    draft = Draft(sentences=sentences, calculations=calculations, facts=())
    return verify(draft, citations, {BORYEONG.id: text}, asking(question))


def test_a_true_draft_leaves_as_it_is() -> None:
    verdict = gate(SENTENCE)
    assert verdict.holds
    assert verdict.draft.sentences == (SENTENCE,)
    assert verdict.citations == (CITATION,)
    assert verdict.removed == ()


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(SENTENCE.replace("244", "245"), id="one digit"),
        pytest.param(SENTENCE.replace("244", "2440"), id="one digit more"),
        pytest.param(SENTENCE.replace("244", "24"), id="one digit less"),
        pytest.param(SENTENCE.replace("244건", "2.44건"), id="a point"),
        pytest.param(SENTENCE.replace("2021", "2023"), id="the year"),
        pytest.param(SENTENCE.replace("[1]", "[2]"), id="the source"),
        pytest.param(SENTENCE.replace(" [1]", ""), id="no source"),
        pytest.param(SENTENCE.replace("[1]", "[1][2]"), id="a source too many"),
    ],
)
def test_a_sentence_that_is_changed_at_one_place_is_removed(sentence: str) -> None:
    verdict = gate(sentence)
    assert not verdict.holds
    assert verdict.citations == ()
    assert len(verdict.removed) == 1
    both = gate(SENTENCE, sentence)
    assert both.draft.sentences == (SENTENCE,)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"quote": AUDIT.replace("244", "245")}, id="a digit of the quote"),
        pytest.param({"quote": AUDIT + " "}, id="a blank more"),
        pytest.param({"quote": ""}, id="no quote"),
        pytest.param({"start": CITATION.start + 1}, id="its start"),
        pytest.param({"end": CITATION.end - 1}, id="its end"),
        pytest.param({"start": 0, "end": 0, "quote": " "}, id="nothing at all"),
        pytest.param({"document": make_document(id="kr-paju/plan-2022")}, id="its document"),
    ],
)
def test_a_citation_that_is_changed_at_one_place_bears_nothing(change: dict[str, object]) -> None:
    changed = replace(CITATION, **change)  # type: ignore[arg-type]
    assert not quote_is_true(changed, {BORYEONG.id: TEXT})
    assert not gate(SENTENCE, citations=(changed,)).holds


def test_a_document_that_changed_underneath_bears_nothing() -> None:
    assert not gate(SENTENCE, text=TEXT.replace("244", "254")).holds
    assert not gate(SENTENCE, text="").holds


def test_a_claim_about_another_place_than_asked_is_withheld() -> None:
    assert not gate(SENTENCE, question="파주시 2021년 일상감사는 몇 건인가요?").holds
    paju = replace(CITATION, document=replace(BORYEONG, municipality="파주시"))
    assert not gate(SENTENCE, citations=(paju,)).holds


def test_a_claim_about_another_year_than_asked_is_withheld() -> None:
    assert not gate(SENTENCE, question="보령시 2019년 일상감사는 몇 건인가요?").holds
    assert not gate(SENTENCE, question="보령 2019 일상감사 건수").holds


def test_the_year_of_the_document_is_a_year_it_speaks_of() -> None:
    plan = replace(SECOND, number=1, document=replace(BORYEONG, fiscal_years=(2024,)))
    question = "보령시 2024년 위원은 몇 명인가요?"
    assert gate("위원 50명입니다 [1].", citations=(plan,), question=question).holds


def test_a_figure_of_another_year_in_our_own_words_is_removed_with_its_fact() -> None:
    wrong = make_figure("210건", 2020)
    draft = Draft(
        sentences=("일상감사 처리 건수 210건입니다 [1].", f"“{AUDIT}” [1]"),
        calculations=(),
        facts=(wrong,),
    )
    verdict = verify(draft, [CITATION], {BORYEONG.id: TEXT}, ASKED)
    assert verdict.draft.sentences == (f"“{AUDIT}” [1]",)
    assert verdict.draft.facts == ()
    right = replace(
        draft, sentences=("일상감사 처리 건수 244건입니다 [1].",), facts=(AUDIT_COURSE[1],)
    )
    assert verify(right, [CITATION], {BORYEONG.id: TEXT}, ASKED).draft == right


def test_a_shown_calculation_bears_its_result() -> None:
    verdict = gate(SUM_SENTENCE, calculations=(SUM,))
    assert verdict.holds
    assert verdict.draft.calculations == (SUM,)


@pytest.mark.parametrize(
    "calculation",
    [
        pytest.param(replace(SUM, result="455건"), id="a wrong result"),
        pytest.param(replace(SUM, expression="211건 + 243건"), id="figures that are not cited"),
        pytest.param(replace(SUM, inputs=()), id="no inputs"),
        pytest.param(replace(SUM, inputs=(2,)), id="another input"),
        pytest.param(replace(SUM, inputs=(1, 9)), id="an input that is not there"),
    ],
)
def test_a_calculation_that_does_not_hold_takes_its_sentence_along(
    calculation: Calculation,
) -> None:
    sentence = f"{calculation.result}입니다 [1]. (계산: {calculation.expression})"
    verdict = gate(sentence, citations=(CITATION, SECOND), calculations=(calculation,))
    assert verdict.draft.sentences == ()
    assert verdict.draft.calculations == ()


def test_a_result_without_its_calculation_is_a_number_from_nowhere() -> None:
    assert not gate(SUM_SENTENCE).holds


def test_the_title_and_the_date_of_a_document_are_printed() -> None:
    sentence = f"보령시 「시정 운영 계획」, 2022년 1월 6일: “{AUDIT}” [1]"
    assert gate(sentence).holds
    assert not gate(sentence.replace("1월 6일", "1월 7일")).holds


@pytest.mark.parametrize(
    "words", ["일상감사 거부 건수는 2021년 244건", "모두 244건", "○ 위원은 50명이다."]
)
def test_words_in_quotation_marks_are_the_document_s_own(words: str) -> None:
    assert gate(f"보령시: “{AUDIT}” [1]").holds
    cut = AUDIT.index("244건")
    assert gate(f"보령시: “{AUDIT[: cut + 4]}…” [1]").holds
    assert not gate(f"보령시: “{AUDIT[: cut + 2]}…” [1]").holds
    assert not gate(f"보령시: “{words}” [1]").holds


def test_a_heading_may_hold_quotation_marks_of_its_own() -> None:
    headed = replace(CITATION, section=("보령시, “감사 결과” 발표",))
    assert gate(f"보령시 ‘보령시, “감사 결과” 발표’: “{AUDIT}” [1]", citations=(headed,)).holds
    assert not gate(f"보령시 ‘보령시, “감사 결과” 발표’: “{AUDIT}” [1]").holds


def test_the_year_before_is_reckoned_from_the_year_of_the_heading() -> None:
    quote = "○ 청렴도 점수 : 8.40점 (전년 대비 0.25점↑)"
    under = make_citation(quote, section=("1. 2021년 성적",), document=BORYEONG)
    shown = Calculation(expression="8.40점 - 0.25점", result="8.15점", inputs=(1,))

    def is_let_out(year: int, *calculations: Calculation) -> bool:
        return gate(
            "8.15점입니다 [1]." if calculations else f"“{quote}” [1]",
            citations=(under,),
            calculations=calculations,
            question=f"보령시 {year}년 청렴도 점수는?",
            text=quote,
        ).holds

    assert is_let_out(2020, shown)
    assert not is_let_out(2020)
    assert not is_let_out(2019, shown)


def test_a_quote_over_several_lines_may_be_shown_on_one() -> None:
    citation = make_citation(TEXT.strip(), document=BORYEONG)
    shown = TEXT.strip().replace("\n", " / ")
    assert gate(f"보령시: “{shown}” [1]", citations=(citation,)).holds


def test_a_quote_s_own_marks_are_no_citations() -> None:
    quote = "○ 단체는 37개소이다. [1] [99]"
    citation = make_citation(quote, document=BORYEONG)
    verdict = gate(f"“{quote}” [1]", citations=(citation,), question="단체는?", text=quote)
    assert verdict.holds
    assert not gate("단체 [99]", citations=(citation,), question="단체는?", text=quote).holds


def test_quotes_that_nothing_refers_to_are_not_cited() -> None:
    assert gate(SENTENCE, citations=(CITATION, SECOND)).citations == (CITATION,)


def test_a_number_counts_by_its_value() -> None:
    assert numbers_in("8.40점, 8,727억, 06월, 100개, 0.5") == {"8.4", "8727", "6", "100", "0.5"}


@pytest.mark.parametrize(
    ("text", "known"),
    [("’21년", "2021"), ("’98년", "1998"), ("21.12.", "12"), ("2022-01-06", "6")],
)
def test_years_and_dates_count_as_they_are_said(text: str, known: str) -> None:
    assert known in printed_numbers(text)


@given(st.integers(0, 10**6))
@example(198)
@example(210)
@example(244)
def test_no_number_that_is_not_printed_ever_leaves(number: int) -> None:
    verdict = gate(f"일상감사는 {number}건입니다 [1].")
    assert verdict.holds == (number == 244)  # 210 and 198 are of other years than asked


@pytest.mark.parametrize("number", [210, 198])
def test_a_figure_beside_that_of_the_year_asked_about_is_of_another(number: int) -> None:
    assert not gate(f"일상감사는 {number}건입니다 [1].").holds
    assert gate(f"2022년 일상감사는 {number}건입니다 [1].").holds == (number == 198)


@given(st.text(max_size=80))
def test_whatever_is_drafted_the_gate_decides_and_does_not_fall(sentence: str) -> None:
    verdict = gate(sentence, SENTENCE)
    assert SENTENCE in verdict.draft.sentences
    assert len(verdict.draft.sentences) + len(verdict.removed) == 2
