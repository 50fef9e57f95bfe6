# ruff: noqa: ANN401 (what comes back is JSON of whatever shape was asked for)
"""Kinds of fact as types: every fact has its own, and says what only its kind can say."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

import corpus
from graphql_api.kinds import KINDS, Term, trajectory
from graphql_api.types import of_kind
from tests.factories import make_fact
from tests.graphql_api.city import BILLIONS, FISCAL_PLAN, PLAN, Api

PLURALS = {
    "audits": "Audit",
    "budgets": "Budget",
    "evaluations": "Evaluation",
    "indicators": "Indicator",
    "projects": "Project",
    "statistics": "Statistic",
}


def test_every_kind_has_one_type_of_its_own() -> None:
    assert set(of_kind()) == set(corpus.FactKind)
    assert set(of_kind().values()) == set(KINDS)
    assert {one.__name__.lower() for one in KINDS} == {one.value for one in corpus.FactKind}


async def test_a_fact_is_of_the_type_of_its_kind_wherever_it_is_met(api: Api) -> None:
    data = await api.data(
        "query($plan: ID!) { facts(first: 100) { nodes { __typename kind } } "
        "document(id: $plan) { facts { nodes { __typename kind } } } "
        "series { nodes { points { fact { __typename kind } } } } }",
        {"plan": PLAN},
    )
    met = [*data["facts"]["nodes"], *data["document"]["facts"]["nodes"]]
    met += [point["fact"] for one in data["series"]["nodes"] for point in one["points"]]
    assert len({one["kind"] for one in met}) > 4
    assert all(one["__typename"].upper() == one["kind"] for one in met)


@pytest.mark.parametrize("plural", PLURALS)
async def test_a_list_of_a_kind_has_its_type_and_its_fields(api: Api, plural: str) -> None:
    data = await api.data(f"{{ {plural} {{ nodes {{ __typename name amountKrw kind }} }} }}")
    nodes = data[plural]["nodes"]
    assert nodes
    assert {one["__typename"] for one in nodes} == {PLURALS[plural]}


async def test_what_was_asked_of_facts_before_there_were_kinds_still_holds(api: Api) -> None:
    data = await api.data(
        """query($ids: [ID!]!) {
          nodes(ids: $ids) { ... on Fact { ...Plain } }
          budgets(first: 1) { nodes { ...Plain } edges { node { ... on Fact { id } } } }
        }
        fragment Plain on Fact {
          id kind name value unit amountKrw rawText fiscalYear values { year value phase }
          doubts { code } quote start end licence snapshotId document { id title }
        }""",
        {"ids": [f"{PLAN}/f0001", f"{FISCAL_PLAN}/f0001"]},
    )
    assert [one["id"] for one in data["nodes"]] == [f"{PLAN}/f0001", f"{FISCAL_PLAN}/f0001"]
    assert data["budgets"]["nodes"][0] == data["nodes"][1]


async def test_a_budget_says_its_account_and_its_source_of_funds(api: Api) -> None:
    data = await api.data(
        "{ budgets(first: 1) { totalCount nodes { account isThreshold "
        "accountTerm { code ko en } fundingSourceTerm { code ko en } } } }"
    )
    (budget,) = data["budgets"]["nodes"]
    assert data["budgets"]["totalCount"] == BILLIONS
    assert budget["accountTerm"] == {
        "code": budget["account"],
        "ko": "일반회계",
        "en": "general account",
    }
    assert (budget["fundingSourceTerm"]["ko"], budget["isThreshold"]) == ("시비", False)


def test_a_code_that_the_glossary_lacks_says_itself() -> None:
    term = Term.from_code("of_a_later_day")
    assert term is not None
    assert (term.ko, term.en) == ("of_a_later_day",) * 2
    assert Term.from_code(None) is None


async def test_an_indicator_has_a_trajectory(api: Api) -> None:
    data = await api.data(
        "{ indicators { nodes { trajectory { year target { value number phase } "
        "actual { value } baseline { value } unstaged { value } } } } }"
    )
    assert data["indicators"]["nodes"][0]["trajectory"] == [
        {
            "year": 2022,
            "target": {"value": "87.50", "number": 87.5, "phase": "PLANNED"},
            "actual": None,
            "baseline": None,
            "unstaged": None,
        }
    ]


def test_a_year_of_a_trajectory_holds_each_stage_once() -> None:
    def value(year: int | None, number: int, phase: corpus.Phase | None) -> corpus.FactValue:
        return corpus.FactValue(year=year, value=Decimal(number), phase=phase)

    planned, actual = corpus.Phase.PLANNED, corpus.Phase.ACTUAL
    record = make_fact(
        kind=corpus.FactKind.INDICATOR,
        values=(
            value(2021, 690, actual),
            value(2025, 720, planned),
            value(2021, 700, planned),
            value(2025, 1, planned),
            value(None, 5, None),
            value(2025, 2, corpus.Phase.EXECUTED),
        ),
    )

    def told(one: Any) -> Any:
        return None if one is None else one.value

    assert [
        (one.year, told(one.target), told(one.actual), told(one.unstaged))
        for one in trajectory(record)
    ] == [(2021, "700", "690", None), (2025, "720", None, "2"), (None, None, None, "5")]


async def test_an_evaluation_has_a_grade_or_a_score(api: Api) -> None:
    data = await api.data("{ evaluations { nodes { grade score isAboutIntegrity value } } }")
    assert data["evaluations"]["nodes"] == [
        {"grade": "2등급", "score": None, "isAboutIntegrity": False, "value": "2등급"}
    ]


async def test_a_project_begins_and_is_due(api: Api) -> None:
    data = await api.data("{ projects { nodes { begins due period { start end } } } }")
    for one in data["projects"]["nodes"]:
        assert one["period"] == {"start": one["begins"], "end": one["due"]}
    assert any(one["due"] for one in data["projects"]["nodes"])
