"""One filter for the facts that are looked up and for the query: both give the same facts."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import corpus
import index
from assistant.conditions import (
    FactConditions,
    amount_bounds,
    grades_said,
    seeks_list,
    seeks_number,
    wanted_facts,
)
from tests.assistant.drafts import asking
from tests.factories import make_corpus, make_document, make_reading
from tests.graphql_api.city import Api, OneSnapshot

KINDS = tuple(corpus.FactKind)
PHASES = tuple(corpus.Phase)
PLACES = ("충청남도 보령시", "인천광역시", "경기도 파주시")
OFFICES = ("기획감사실", "도로과")
BILLION = 10**8
FACTS = 24


def _reading(number: int) -> corpus.Reading:
    """A document of one place with facts of every kind, amount, year, office and grade."""
    place = PLACES[number % len(PLACES)]
    facts = [
        {
            "kind": KINDS[(number + one) % len(KINDS)],
            "municipality": place,
            "name": f"{'다리' if one % 2 else '쉼터'} {one}",
            "amount_krw": None if one % 5 == 0 else one * BILLION,
            "value": "가등급" if one % 7 == 0 else Decimal(one),
            "values": (
                corpus.FactValue(
                    year=2020 + one % 4, value=Decimal(one), phase=PHASES[one % len(PHASES)]
                ),
            ),
            "fiscal_year": 2021 + one % 3,
            "period": None if one % 4 == 0 else corpus.Period(end=f"{2024 + one % 5}-06"),
            "organisation": None if one % 3 == 0 else OFFICES[one % 2],
            "doubts": ("year_unsure",) if one % 11 == 0 else (),
        }
        for one in range(FACTS)
    ]
    document = make_document(id=f"kr-x/{number}", municipality=place)
    return make_reading(document=document, facts=facts)


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Iterator[index.Snapshot]:
    content = make_corpus(*map(_reading, range(4)))
    data = tmp_path_factory.mktemp("country")
    snapshot = index.ensure_snapshot(content, data, embedder=index.HashingEmbedder())
    yield snapshot
    snapshot.close()


@pytest.fixture(scope="module")
def api(country: index.Snapshot) -> Api:
    return Api(OneSnapshot(country))


def some(values: tuple[object, ...]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.one_of(
        st.just(()), st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)
    )


AMOUNTS = st.one_of(st.none(), st.integers(-BILLION, FACTS * BILLION), st.just(10**30))
CONDITIONS = st.builds(
    FactConditions,
    kinds=some(KINDS),
    municipalities=some(PLACES),
    years=some((2019, 2020, 2021, 2022)),
    due_years=some((2024, 2025, 2031)),
    organisations=some((*OFFICES, "없는 과")),
    grades=some(("가등급", "나등급")),
    phases=some(PHASES),
    amount_at_least=AMOUNTS,
    amount_at_most=AMOUNTS,
    name_contains=st.sampled_from((None, "다리", '"', "쉼터 1")),
)


def _meets(fact: corpus.Fact, one: FactConditions) -> bool:
    """The filter in plain words, to hold the index and the query against."""
    years = {fact.fiscal_year, *(value.year for value in fact.values)}
    due = int((fact.period.end or "0")[:4]) if fact.period else 0
    won = fact.amount_krw
    at_least, at_most = one.amount_at_least, one.amount_at_most
    return (
        not fact.doubts
        and (not one.kinds or fact.kind in one.kinds)
        and (not one.municipalities or fact.municipality in one.municipalities)
        and (not one.years or bool(years & set(one.years)))
        and (not one.due_years or due in one.due_years)
        and (not one.organisations or fact.organisation in one.organisations)
        and (not one.grades or fact.value in one.grades)
        and (not one.phases or any(value.phase in one.phases for value in fact.values))
        and (at_least is None or (won is not None and won >= at_least))
        and (at_most is None or (won is not None and won <= at_most))
        and (one.name_contains is None or one.name_contains in fact.name)
    )


@settings(max_examples=60, deadline=None)
@given(CONDITIONS)
def test_the_filter_and_its_query_give_the_same_facts(
    country: index.Snapshot, api: Api, conditions: FactConditions
) -> None:
    chosen = [fact.id for fact in country.facts(conditions.request())]
    everything = country.facts(index.RecordRequest())
    assert chosen == [fact.id for fact in everything if _meets(fact, conditions)]
    given_ = asyncio.run(api.data(conditions.query(100)))["facts"]
    assert [one["id"] for one in given_["nodes"]] == chosen
    assert given_["totalCount"] == len(chosen)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("10억 이상 사업", (10**9, None)),
        ("10억 원 초과 사업", (10**9 + 1, None)),
        ("5억 넘는 사업", (5 * 10**8 + 1, None)),
        ("100억 미만 사업", (None, 10**10 - 1)),
        ("3천만 원 이하", (None, 30_000_000)),
        ("10억원 이상 20억원 미만", (10**9, 2 * 10**9 - 1)),
        ("projects over 1.5 billion won", (1_500_000_001, None)),
        ("at most 300 million won", (None, 300_000_000)),
        ("사업비는 얼마", (None, None)),
        ("10억짜리 사업", (None, None)),
    ],
)
def test_bounds_are_read_exactly(text: str, bounds: tuple[int | None, int | None]) -> None:
    assert amount_bounds(text) == bounds


def test_bounds_that_nothing_meets_are_no_bounds() -> None:
    assert amount_bounds("20억 이상 10억 이하") is None


@pytest.mark.parametrize(
    ("text", "kinds", "fields"),
    [
        (
            "보령시 10억 이상 사업은 몇 개?",
            {corpus.FactKind.PROJECT, corpus.FactKind.BUDGET},
            {"amount_at_least": 10**9},
        ),
        ("2030년이 목표인 사업", {corpus.FactKind.PROJECT}, {"due_years": (2030,)}),
        ("2022년 성과지표", {corpus.FactKind.INDICATOR}, {"years": (2022,)}),
        ("2등급을 받은 평가", {corpus.FactKind.EVALUATION}, {"grades": ("2등급",)}),
        ("기획감사실 연락처", {corpus.FactKind.CONTACT}, {"organisations": ("기획감사실",)}),
        ("2021년 집행된 예산", {corpus.FactKind.BUDGET}, {"phases": (corpus.Phase.EXECUTED,)}),
    ],
)
def test_a_question_states_its_filter(
    text: str, kinds: set[corpus.FactKind], fields: dict[str, object]
) -> None:
    wanted = wanted_facts(asking(text))
    assert wanted is not None
    assert set(wanted.conditions.kinds) == kinds
    assert {name: getattr(wanted.conditions, name) for name in fields} == fields


def test_a_question_without_a_kind_has_no_filter() -> None:
    assert wanted_facts(asking("보령시 10억 이상은?")) is None


def test_grades_are_those_of_facts() -> None:
    assert grades_said("‘가’ 등급과 2등급") == ("가등급", "2등급")
    assert grades_said("평가 등급") == ()


@pytest.mark.parametrize(
    ("text", "is_list", "is_number"),
    [
        ("10억 이상 사업을 모두 알려줘", True, False),
        ("10억 이상 사업은 몇 개인가요?", False, True),
        ("10억 이상 사업은 어떤 심사를 받나요?", False, False),
        ("List all projects over 1 billion won", True, False),
        ("How many large projects are there?", False, True),
        ("사업 설명회는 몇 명이 왔나요?", False, False),
    ],
)
def test_what_is_sought_is_told_from_what_is_asked_of_it(
    text: str, is_list: bool, is_number: bool
) -> None:
    assert (seeks_list(text), seeks_number(text)) == (is_list, is_number)
