"""“All of…” and “how many…” over facts: just those of the filter, counted, summed and cited."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import assistant
import corpus
import index
from assistant.costs import is_of_project, may_overlap, thing_of
from assistant.listing import ListingOptions, list_facts
from assistant.tallies import tallied
from tests.assistant.drafts import asking
from tests.assistant.towns import assert_is_grounded, explain, opened
from tests.factories import make_fact
from tests.graphql_api.city import Api, OneSnapshot

QUESTION = "보령시에서 2024년까지 끝나는 사업은 무엇인가요?"
COSTS = {
    "가람교 보수": 3,
    "나래 도서관 건립": 45,
    "다솜 공원 조성": 12,
    "라온 체육관 건립": 80,
    "마루 산책로 정비": 7,
    "바다 전망대 설치": 30,
    "사랑 쉼터 조성": 5,
    "아름 시장 정비": 22,
    "자람 놀이터 조성": 2,
    "차오름 수영장 건립": 95,
    "카페거리 정비": 9,
    "타오름 광장 조성": 16,
    "파도 등대 보수": 1,
}
PLAN = """\
보령시 2023년 건설 계획

1. 재정
○ 2023년 예산 총액 : 9,000억 원
○ 재정투자심사 대상 : 20억 원 이상

2. 사업별 사업비
""" + "".join(f"○ {name} : {cost}억 원\n" for name, cost in COSTS.items())


@pytest.fixture(scope="module")
def works(tmp_path_factory: pytest.TempPathFactory) -> Iterator[index.Snapshot]:
    with opened(tmp_path_factory.mktemp("works"), {"plan.txt": PLAN}) as snapshot:
        yield snapshot


def _query_ids(snapshot: index.Snapshot, query: str | None) -> list[str]:
    found = asyncio.run(Api(OneSnapshot(snapshot)).data(query or ""))["facts"]
    assert found["totalCount"] == len(found["nodes"])
    return [one["id"] for one in found["nodes"]]


def test_all_projects_of_the_year_are_listed_and_only_those(towns: index.Snapshot) -> None:
    listing = list_facts(asking(QUESTION), towns)
    assert listing is not None
    assert len(listing.evidence) == 2
    quotes = [one.quote for one in listing.evidence]
    assert all("바닷가 쉼터" in one or "항구 등대" in one for one in quotes)


def test_each_item_is_a_true_stretch(towns: index.Snapshot, works: index.Snapshot) -> None:
    for snapshot, question in ((towns, QUESTION), (works, "보령시 1억 이상 사업을 모두 알려줘")):
        listing = list_facts(asking(question), snapshot)
        assert listing is not None
        for one in listing.evidence:
            text = snapshot.text(one.document.id) or ""
            assert text[one.start : one.end] == one.quote


@pytest.mark.parametrize(
    "question",
    [
        "보령시에서 2031년까지 끝나는 사업은 무엇인가요?",
        "파주시에서 2024년까지 끝나는 사업은 무엇인가요?",
        "보령시에서 2024년까지 끝나는 도서관 사업은 무엇인가요?",
        "보령시에서 끝나는 사업은 무엇인가요?",
        "보령시 2022년 예산은 얼마인가요?",
        "보령시 10억 이상 사업은 어떤 심사를 받나요?",
        "보령시 10억 이상 사업 설명회에는 몇 명이 왔나요?",
    ],
)
def test_another_year_place_or_subject_is_no_such_list(
    towns: index.Snapshot, question: str
) -> None:
    assert list_facts(asking(question), towns) is None


def test_a_single_project_makes_no_list(towns: index.Snapshot) -> None:
    assert list_facts(asking(QUESTION), towns, ListingOptions(fewest=3)) is None


def test_what_is_too_much_to_cite_is_not_listed(works: index.Snapshot) -> None:
    asked = asking("보령시 1억 이상 사업을 모두 알려줘")
    assert list_facts(asked, works, ListingOptions(counted=12)) is None
    assert list_facts(asked, works, ListingOptions(read=5)) is None


@settings(max_examples=25, deadline=None)
@given(least=st.integers(1, 99), is_strict=st.booleans())
def test_the_count_is_that_of_the_things_within_the_bound(
    works: index.Snapshot, least: int, is_strict: bool
) -> None:
    bound = "초과" if is_strict else "이상"
    question = f"보령시에서 {least}억 원 {bound} 사업은 모두 몇 개인가요?"
    right = [
        name for name, cost in COSTS.items() if cost > least or (cost == least and not is_strict)
    ]
    listing = list_facts(asking(question), works)
    if not right:
        assert listing is None
        return
    assert listing is not None
    assert [fact.name for fact in listing.facts] == right
    counted = listing.draft.calculations[0]
    assert list(tallied(counted.expression)) == right
    assert counted.result == f"{len(right)}개"
    assert _query_ids(works, listing.query) == [fact.id for fact in listing.facts]


def test_a_count_is_said_with_its_items_and_their_sum(works: index.Snapshot) -> None:
    answer = explain(works, "보령시에서 30억 이상 사업은 몇 개인가요?").answer
    names = [name for name, cost in COSTS.items() if cost >= 30]
    assert answer.status is assistant.AnswerStatus.ANSWERED
    assert answer.text.startswith("이곳의 문서에 나온 것은 모두 4개입니다 [1][2][3][4].")
    assert all(f"{name} : " in answer.text for name in names)
    assert "모두 더하면 250억 원입니다 [1][2][3][4]" in answer.text
    assert [one.result for one in answer.calculations] == ["4개", "250억 원"]
    assert [fact.name for fact in answer.facts] == names
    assert _query_ids(works, answer.query) == [fact.id for fact in answer.facts]
    assert_is_grounded(answer, works)


def test_an_english_question_gets_an_english_count(works: index.Snapshot) -> None:
    question = "How many projects in Boryeong cost over 4.5 billion won?"
    answer = explain(works, question, language="en").answer
    assert answer.text.startswith("The documents here name 2 [1][2] (computed: count(라온")
    assert_is_grounded(answer, works)


def test_of_a_long_list_the_rest_is_counted(works: index.Snapshot) -> None:
    answer = explain(works, "보령시 1억 이상 사업을 모두 알려줘").answer
    lines = answer.text.splitlines()
    assert sum(one.startswith("· ") for one in lines) == ListingOptions().most
    assert re.match(r"모두 13개, 그 밖에 3개 \[1\]", lines[-1])
    assert len(answer.facts) == len(COSTS)
    assert _query_ids(works, answer.query) == [fact.id for fact in answer.facts]
    assert_is_grounded(answer, works)


def test_a_sum_over_the_filter_is_exact(works: index.Snapshot) -> None:
    answer = explain(works, "보령시 40억 이상 사업의 사업비를 모두 합하면 얼마인가요?").answer
    assert answer.text.startswith("모두 더하면 220억 원입니다 [1][2][3].")
    assert "45억 원 + 80억 원 + 95억 원 = 220억 원" in answer.text


def test_a_topic_word_narrows_by_name(works: index.Snapshot) -> None:
    listing = list_facts(asking("보령시 10억 이상 도서관 사업은 몇 개인가요?"), works)
    assert listing is not None
    assert [fact.name for fact in listing.facts] == ["나래 도서관 건립"]
    assert 'nameContains: "도서관"' in listing.query
    assert _query_ids(works, listing.query) == [fact.id for fact in listing.facts]


def test_no_place_means_every_place_and_another_place_means_none(works: index.Snapshot) -> None:
    assert list_facts(asking("90억 이상 사업은 몇 개인가요?"), works) is not None
    assert list_facts(asking("파주시 90억 이상 사업은 몇 개인가요?"), works) is None


@pytest.mark.parametrize(
    ("name", "heading", "flags", "is_project"),
    [
        ("나래 도서관 건립", "1. 재정", (), True),
        ("나래관 총사업비", "1. 재정", (), True),
        ("나래관", "2. 새 사업", (), True),
        ("나래관", "1. 재정", (), False),
        ("예산 총액", "2. 새 사업", (), False),
        ("국비를 얻으려는 사업 총사업비", "2. 새 사업", (), False),
        ("나래관 건립", "2. 새 사업", ("threshold",), False),
        ("나래관 건립 국비", "2. 새 사업", ("part",), False),
    ],
)
def test_only_what_one_thing_costs_is_a_project(
    name: str, heading: str, flags: tuple[str, ...], is_project: bool
) -> None:
    fact = make_fact(kind=corpus.FactKind.BUDGET, name=name, flags=flags)
    assert is_of_project(fact, ("계획", heading)) is is_project


def _costs(*amounts: int, **fields: object) -> list[corpus.Fact]:
    return [
        make_fact(
            **{"name": f"길 {chr(0xAC00 + at * 28)}", "values": (), "start": at * 100} | fields,
            amount_krw=amount,
        )
        for at, amount in enumerate(amounts)
    ]


def test_amounts_that_may_hold_one_another_are_not_added() -> None:
    assert not may_overlap(_costs(3, 4, 9))
    assert may_overlap(_costs(3, 4, 7))
    assert may_overlap(_costs(3, 4, 9, name="같은 길"))
    assert may_overlap(_costs(3, 4, 9, start=0))
    assert may_overlap(_costs(3, 4, 9, flags=("total",)))
    facts = _costs(3, 4)
    assert may_overlap([facts[0], make_fact(name="다리", values=(), start=500, fiscal_year=2019)])


def test_the_word_for_a_cost_is_no_part_of_the_thing() -> None:
    assert thing_of("나래관 총사업비") == "나래관"
