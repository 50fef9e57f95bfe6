"""A fact said with its own name, value, unit and year, and with nothing else."""

from __future__ import annotations

from decimal import Decimal

import pytest

import corpus
from assistant.compose import Draft
from assistant.points import points_of
from assistant.statements import states
from assistant.verify import verify
from tests.assistant.drafts import asking, make_citation, make_figure

FACT = make_figure("244건", 2021)
COURSE = make_figure(
    "244건",
    2021,
    values=tuple(
        corpus.FactValue(year=year, value=Decimal(value))
        for year, value in ((2020, 210), (2021, 244))
    ),
)
BOUNDED = make_figure("1억 원", None, name="심사 대상 행사", comparator="at_least")
NOBODY = frozenset[int]()


@pytest.mark.parametrize(
    ("own", "fact", "is_stated"),
    [
        ("일상감사 처리 건수 244건 입니다 .", FACT, True),
        ("일상감사 처리 건수 (2021년) 244건 입니다 .", FACT, True),
        ("일상감사 처리 건수 — 244건 .", FACT, True),
        ("일상감사 처리 건수 (2020년) 244건 입니다 .", FACT, False),
        ("일상감사 처리 건수 245건 입니다 .", FACT, False),
        ("일상감사 처리 건수 1,244건 입니다 .", FACT, False),
        ("일상감사 처리 건수 244명 입니다 .", FACT, False),
        ("일상감사 건수 244건 입니다 .", FACT, False),
        ("일상감사 처리 건수 244건 이상 입니다 .", FACT, False),
        ("일상감사 처리 건수 244건 이며 폐지되었습니다 .", FACT, False),
        ("일상감사 처리 건수 (2020년) 210건 입니다 .", COURSE, True),
        ("일상감사 처리 건수 (2021년) 210건 입니다 .", COURSE, False),
        ("일상감사 처리 건수 210건 입니다 .", COURSE, False),
        ("심사 대상 행사 1억 원 이상 입니다 .", BOUNDED, True),
        ("심사 대상 행사 — at least 1억 원 (100 million won) .", BOUNDED, True),
        ("심사 대상 행사 1억 원 이하 입니다 .", BOUNDED, False),
        ("심사 대상 행사 1억 원 입니다 .", BOUNDED, False),
    ],
)
def test_a_fact_is_stated_whole(own: str, fact: corpus.Fact, is_stated: bool) -> None:
    assert states(own, fact, NOBODY) is is_stated


def test_a_sentence_without_a_year_is_of_the_year_asked() -> None:
    own = "일상감사 처리 건수 244건 입니다 ."
    assert states(own, FACT, frozenset({2021}))
    assert not states(own, FACT, frozenset({2020}))


def test_every_figure_that_the_shipped_documents_state_may_be_said() -> None:
    asked = asking("알려 주세요")
    said = 0
    for reading in corpus.read_folders([corpus.LIBRARY]).readings:
        for fact in reading.facts:
            for point in [] if fact.doubts or fact.comparator else points_of(fact):
                year = f" ({point.year}년)" if point.year is not None else ""
                cited = make_citation(
                    fact.quote, document=reading.document, start=fact.start, section=()
                )
                draft = Draft(
                    sentences=(f"{fact.name}{year} {point.said()}입니다 [1].",),
                    calculations=(),
                    facts=(fact,),
                )
                texts = {reading.document.id: reading.text}
                assert verify(draft, [cited], texts, asked).removed == ()
                said += 1
    assert said > 100  # the loop really went over the facts that are published
