"""Headlines: the statement of the body stands in place of the headline, or beside it."""

from __future__ import annotations

import pytest

from assistant.headlines import bodies_of, is_headline, replaces, with_bodies
from assistant.retrieve import Candidate
from assistant.select import select
from tests.assistant.drafts import asking, make_candidate, make_evidence, make_retrieved
from tests.factories import make_document

TITLE = "강진군, 제2회 추경 836억 원 편성"
QUESTION = "강진군 제2회 추경 규모는 얼마인가요?"


def _candidate(quote: str, start: int = 0) -> Candidate:
    evidence = make_evidence(quote, start=start, document=make_document(title=TITLE))
    strengths = (1.0,) * len(asking(QUESTION).terms)
    return make_candidate(evidence, strengths=strengths)


HEADLINE = _candidate(TITLE)
BODY = _candidate("강진군은 836억 원짜리 제2회 추가경정예산안을 짰다.", 60)
OTHER = _candidate("이 가운데 제2회 추경의 도로 사업은 20억 원이다.", 200)
PRONOUN = _candidate("올해 마지막 살림은 836억 원이다.", 300)


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        (TITLE, True),
        (TITLE + "…기정예산보다 73억 원 늘어", True),
        ("강진군은 836억 원짜리 제2회 추가경정예산안을 짰다.", False),
        (TITLE + "\n강진군이 추경을 짰다.", False),
        ("도로 20억 원", False),
        ("강진군 836억 원 추경 편성해 제2회 예산안 낸다…", True),
        ("강진군, 제2회 추경에 836억 원 더 담았다", True),
    ],
)
def test_a_headline_is_the_title_and_may_go_on_behind_it(quote: str, expected: bool) -> None:
    assert is_headline(_candidate(quote).evidence) is expected


def test_words_of_the_title_far_down_are_no_headline() -> None:
    line = "강진군 836억 원 추경 편성해 제2회 예산안 낸다…"
    assert not is_headline(_candidate(line, 900).evidence)


def test_the_body_is_the_statement_with_the_figure_of_the_headline() -> None:
    asked = asking(QUESTION)
    headline = HEADLINE.evidence
    assert bodies_of(asked, headline, (HEADLINE, OTHER, BODY)) == (BODY,)
    assert bodies_of(asked, headline, (HEADLINE, OTHER)) == ()
    assert bodies_of(asked, BODY.evidence, (HEADLINE, BODY)) == ()
    assert bodies_of(asking("강진군은 왜 추경을 짰나요?"), headline, (HEADLINE, BODY)) == ()


TWO_SUMS = _candidate(TITLE + "… 농로에 41억 원")
ROADS = _candidate("가장 큰 사업은 농로 포장으로 41억 원이다.", 400)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("강진군 제2회 추경 규모는 얼마인가요?", (BODY,)),
        ("강진군 제2회 추경 농로 얼마", (BODY, ROADS)),
        ("강진군 농로 예산은 얼마인가요?", (ROADS,)),
    ],
)
def test_each_figure_that_is_asked_for_has_its_own_body(
    question: str, expected: tuple[Candidate, ...]
) -> None:
    pool = (TWO_SUMS, BODY, OTHER, ROADS)
    assert bodies_of(asking(question), TWO_SUMS.evidence, pool) == expected


def test_a_figure_read_from_a_headline_is_shown_in_the_body_too() -> None:
    asked = asking(QUESTION)
    headline, body = HEADLINE.evidence, BODY.evidence
    assert with_bodies(asked, [headline], (HEADLINE, OTHER, BODY)) == (headline, body)
    assert with_bodies(asked, [headline, body], (HEADLINE, PRONOUN, BODY)) == (headline, body)
    assert with_bodies(asked, [body], (HEADLINE, PRONOUN, BODY)) == (body,)


def test_a_headline_stays_where_the_body_has_another_word_for_the_subject() -> None:
    asked = asking(QUESTION)
    assert replaces(asked, [BODY], HEADLINE)
    assert not replaces(asked, [PRONOUN], HEADLINE)


def test_an_answer_quotes_the_body() -> None:
    asked = asking(QUESTION)
    weights = {one.form: 1.0 for one in asked.terms}
    for body, quoted in ((BODY, [BODY]), (PRONOUN, [HEADLINE, PRONOUN])):
        found = make_retrieved(HEADLINE, OTHER, body, **weights)
        chosen = select(asked, found, [HEADLINE, OTHER, body])
        assert list(chosen) == [one.evidence for one in quoted]


def test_the_body_bears_out_a_headline_that_is_asked_nothing_in_figures() -> None:
    asked = asking("강진군 제2회 추경 편성했나요?")
    assert bodies_of(asked, HEADLINE.evidence, (HEADLINE, OTHER, BODY)) == (BODY,)
