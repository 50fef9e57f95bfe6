"""What is wrong with a document is said in both languages, with what to write instead."""

from __future__ import annotations

import time
from typing import Any

import pytest

from graphql_api.explaining import GENERAL, OPTIONS, explained
from tests.graphql_api.city import Api
from tests.graphql_api.pairs import SCHEMA


@pytest.mark.parametrize(
    ("query", "korean", "english"),
    [
        ("{ budget { nodes { id } } }", "혹시 'budgets'", "Did you mean 'budgets'"),
        ("{ budgets { nodes { name amount } } }", "'amount' 필드가 없습니다", "type 'Budget'."),
        ("{ budgets { nodes { amountKrv } } }", "혹시 'amountKrw'", "Did you mean 'amountKrw'"),
        ("{ facts { name } }", "nodes 아래에", "under nodes: nodes { name }"),
        ("{ facts { nodes { isThreshold } } }", "... on Budget", "Only 'Budget' have it"),
        ("{ facts { nodes { trajectory { year } } } }", "'Indicator'", "... on Indicator"),
        ("{ budgets(limit: 5) { totalCount } }", "인수가 없습니다", "Its arguments are 'filter'"),
        ("{ snapshot(id: 1) { id } }", "인수가 없는 필드", "It takes no arguments"),
        (
            "{ budgets(orderBy: AMOUNT_KRW) { totalCount } }",
            "{ field: NAME, direction: DESC }",
            "Write it as { field: NAME, direction: DESC }",
        ),
        ('{ facts(where: {unit: "명"}) { totalCount } }', "{ eq: … }", "Write it as { eq: … }"),
        ("{ facts(filter: {year: 2022}) { totalCount } }", "'years'", "'years'"),
        ("{ facts(where: {fiscalYear: {between: 1}}) { totalCount } }", "'gte'", "'gte'"),
        ("{ facts(kinds: [BUDGETS]) { totalCount } }", "'BUDGETS' 값이 없습니다", "'BUDGET'"),
        ("{ facts(kinds: [MONEY]) { totalCount } }", "'INDICATOR'", "Its values are"),
        ('{ ask(question: "?", language: "EN") { status } }', "따옴표 없이", "quotation marks"),
        ("{ document { id } }", "인수 'id'(ID!)", "is required"),
        ("{ budgets }", "budgets { … }", "must have a selection"),
        ("{ snapshot { id { x } } }", "하위 필드가 없습니다", "must not have a selection"),
        ("{ facts(first: $n) { totalCount } }", "query($n: Int)", "Declare it"),
        ("query($n: Int) { facts { totalCount } }", "쓰지 않았습니다", "is never used"),
        (
            "query($n: String) { facts(first: $n) { totalCount } }",
            "이 자리는 Int을(를)",
            "expecting type 'Int'",
        ),
        ("query($n: Int!) { facts(first: $n) { totalCount } }", "'$n'에 값이 없습니다", "non-null"),
        ('{ facts(first: "2") { totalCount } }', "'Int' 형의 값이", "cannot represent"),
        (
            '{ facts(where: {amountKrw: {gte: "1"}}) { totalCount } }',
            "'BigInt' 형의 값이",
            "no whole number: '1'",
        ),
        (
            "{ facts(filter: {amountAtLeast: 1.5}) { totalCount } }",
            "'BigInt' 형의 값이",
            "no whole number: 1.5",
        ),
        ("{ ...F }", "조각 'F'이(가) 없습니다", "Unknown fragment"),
        ("{ snapshot @nothing { id } }", "지시어 '@nothing'", "Unknown directive"),
        ("{ facts(first: 1, first: 2) { totalCount } }", "두 번", "only one argument"),
        (
            "{ facts(first: 1) { totalCount } facts(first: 2) { totalCount } }",
            "별칭을",
            "conflict because",
        ),
    ],
)
async def test_an_error_says_what_to_write_instead(
    api: Api, query: str, korean: str, english: str
) -> None:
    response = await api.post(query)
    assert response.status_code == 400
    error: dict[str, Any] = response.json()["errors"][0]["extensions"]
    assert error["code"] == "invalid_query"
    assert korean in error["message_ko"]
    assert english in error["message_en"]


@pytest.mark.parametrize(
    ("query", "code", "named"),
    [
        ("{ facts(first: 500) { totalCount } }", "invalid_page_size", "first: 500"),
        ("{ facts(last: -1) { totalCount } }", "invalid_page_size", "last: -1"),
        ('{ facts(where: {due: {lte: "2030-13"}}) { totalCount } }', "invalid_date", "where.due"),
        ('{ facts(where: {begins: {eq: "2030-02-32"}}) { totalCount } }', "invalid_date", "begins"),
        ('{ facts(where: {unit: {contains: ""}}) { totalCount } }', "invalid_text", "where.unit"),
        ('{ facts(where: {grade: {eq: " "}}) { totalCount } }', "invalid_text", "where.grade"),
        (
            "{ facts(where: {fundingSource: {eq: null}}) { totalCount } }",
            "compared_with_null",
            "where.fundingSource",
        ),
    ],
)
async def test_an_error_names_the_argument(api: Api, query: str, code: str, named: str) -> None:
    error = (await api.post(query)).json()["errors"][0]["extensions"]
    assert error["code"] == code
    assert named in error["message_ko"]
    assert named in error["message_en"]


def test_what_is_not_known_here_keeps_its_english() -> None:
    found = explained("Something else is wrong.", SCHEMA._schema)
    assert (found.ko, found.en) == (GENERAL, "Something else is wrong.")


@pytest.mark.parametrize(
    "message",
    [
        "Cannot query field '" + "a" * 100_000 + "' on type 'Query'.",
        "Expected value of type '" * 5_000,
        "Variable '$a' has invalid value " + "[" * 100_000 + ": ",
        "Int cannot represent " * 5_000,
        "Cannot query field '' on type '</script>'.",
    ],
)
def test_a_sentence_that_somebody_made_long_is_soon_looked_through(message: str) -> None:
    started = time.process_time()
    found = explained(message, SCHEMA._schema)
    assert time.process_time() - started < 0.05
    assert len(found.ko) < 2 * OPTIONS.longest
