"""Words: short, in the asker's language, and only what the evidence says."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.compose import ComposeOptions, compose
from assistant.grammar import Asked
from assistant.points import Computed
from assistant.premise import Contradiction
from tests.assistant.drafts import AUDIT, AUDIT_COURSE, asking, make_evidence, make_figure
from tests.factories import make_document

BUDGET_QUOTE = "○ 무궁화공원 조성에 32억 원을 들인다."
BUDGET = make_figure("32억 원", 2022, name="무궁화공원 조성", quote=BUDGET_QUOTE)
BUDGET_QUESTION = "무궁화공원 조성은 얼마인가요?"


def test_the_figure_comes_first_and_then_the_quote_with_its_source() -> None:
    document = make_document(title="시정 계획", published_on=date(2022, 1, 6))
    evidence = make_evidence(BUDGET_QUOTE, BUDGET, document=document)
    draft = compose(asking(BUDGET_QUESTION), [evidence], None)
    first, second = draft.sentences
    assert "32억 원" in first
    assert "[1]" in first
    assert BUDGET_QUOTE in second
    assert "시정 계획" in second
    assert "2022년 1월 6일" in second
    assert draft.facts == (BUDGET,)


def test_an_english_question_has_an_english_answer_with_the_amount_converted() -> None:
    asked = asking("How much is 무궁화공원 조성?", language="en")
    draft = compose(asked, [make_evidence(BUDGET_QUOTE, BUDGET)], None)
    assert "3.2 billion won" in draft.text
    assert [one.result for one in draft.calculations] == ["3.2 billion won"]
    assert "says" in draft.sentences[-1]


def test_a_digest_is_called_one() -> None:
    digest = make_evidence(AUDIT, document=make_document(is_digest=True))
    plain = make_evidence(AUDIT)
    assert "요약본" in compose(asking("감사는?"), [digest], None).text
    assert "요약본" not in compose(asking("감사는?"), [plain], None).text
    assert "digest" in compose(asking("audits?", language="en"), [digest], None).text


@pytest.mark.parametrize("year", ["2021년", "2021"])
def test_a_figure_of_another_year_is_not_said_as_the_answer(year: str) -> None:
    asked = asking(f"{year} 일상감사 처리 건수는 몇 건인가요?")
    draft = compose(asked, [make_evidence(AUDIT, *AUDIT_COURSE)], None)
    assert not any(one.fiscal_year != 2021 for one in draft.facts)
    spoken = draft.text.replace(AUDIT, "")
    assert "210건" not in spoken
    assert "198건" not in spoken


def test_a_calculation_is_shown_with_what_it_rests_on() -> None:
    computed = Computed(
        kind=Asked.SUM,
        expression="210건 + 244건",
        result="454건",
        subject="일상감사 처리 건수",
        facts=AUDIT_COURSE[:2],
    )
    other = make_evidence("○ 위원은 50명이다.", start=500)
    draft = compose(asking("합하면?"), [other, make_evidence(AUDIT, *AUDIT_COURSE)], computed)
    assert "454건" in draft.sentences[0]
    assert "210건 + 244건" in draft.sentences[0]
    (shown,) = draft.calculations
    assert (shown.expression, shown.result, shown.inputs) == ("210건 + 244건", "454건", (2,))


def test_a_false_premise_is_named_with_what_is_so() -> None:
    denied = Contradiction(
        supposed="증가", stated="2020년 210건 → 2022년 198건", evidence=make_evidence(AUDIT)
    )
    for language in ("ko", "en"):
        asked = asking("계속 늘어난 이유는?", language=language)
        draft = compose(asked, [denied.evidence], None, denied)
        assert "2020년 210건 → 2022년 198건" in draft.sentences[0]
        assert "[1]" in draft.sentences[0]


def test_an_answer_stays_short_and_cuts_no_number() -> None:
    quote = "○ " + "감사는 1,234건이며 " * 100
    options = ComposeOptions(longest=200, longest_quote=120)
    evidence = [make_evidence(quote), make_evidence(quote, start=5000)]
    draft = compose(asking("감사는?"), evidence, None, options=options)
    assert draft.sentences
    assert len(draft.text) <= options.longest
    quoted = draft.sentences[0].partition("“")[2].partition("…")[0]
    assert quoted
    assert quote.startswith(quoted)
    assert not quoted[-1].isdigit()


def test_line_breaks_of_a_quote_do_not_break_the_sentence() -> None:
    draft = compose(asking("감사는?"), [make_evidence("1. 감사\n○ 210건\n○ 244건")], None)
    assert len(draft.sentences) == 1
    assert "\n" not in draft.sentences[0]
