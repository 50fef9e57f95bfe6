"""`ask` in a query: the contract's answer as types, and what is said where there is none."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest
from starlette.applications import Starlette

import graphql_api
import index
from graphql_api.answering import AnswerStatus
from graphql_api.running import RunningOptions
from tests.graphql_api.asker import ANSWER, FakeAsker
from tests.graphql_api.city import FISCAL_PLAN, PLAN, Api, CountingSnapshot, OneSnapshot

ASK = """query($question: String!, $history: [String!], $city: String, $language: AnswerLanguage) {
  ask(question: $question, history: $history, municipality: $city, language: $language) {
    status answer language query snapshotId
    citations { number url title section page { printed } quote start end publishedOn licence }
    calculations { expression result inputs }
    facts { __typename id name document { title } ... on Budget { account } }
  }
}"""


class CityAsker(FakeAsker):
    """Answers with two facts of the small city."""

    def __init__(self, snapshot_id: str) -> None:
        super().__init__()
        self.row: Mapping[str, Any] = {
            **ANSWER,
            "status": "corrected",
            "snapshot": snapshot_id,
            "citations": [
                {
                    "number": 1,
                    "document": {
                        "id": PLAN,
                        "source": "plan.txt",
                        "title": "계획",
                        "municipality": None,
                        "published_on": "2022-01-03",
                        "source_url": None,
                        "licence": "KOGL-1",
                    },
                    "section": ["1. 예산"],
                    "page": "12",
                    "quote": "690억 원",
                    "start": 3,
                    "end": 9,
                    "url": "/documents/x#cited",
                }
            ],
            "calculations": [{"expression": "1 + 2", "result": "3", "inputs": [1]}],
            "facts": [{"id": f"{FISCAL_PLAN}/f0002"}, {"id": f"{PLAN}/f0002"}],
            "query": "{ __typename }",
        }

    async def answer(self, question: Mapping[str, object]) -> Mapping[str, Any]:
        self.asked.append(question)
        await self.wait.wait()
        return self.row


@pytest.fixture
def asker(snapshot: index.Snapshot) -> CityAsker:
    return CityAsker(snapshot.manifest.snapshot_id)


@pytest.fixture
def asking(asker: CityAsker, counting: CountingSnapshot) -> Api:
    lender = OneSnapshot(counting)
    return Api(lender, Starlette(routes=graphql_api.routes(lender, asker=asker)))


async def test_an_answer_comes_with_its_citations_and_facts(
    asking: Api, asker: CityAsker, snapshot: index.Snapshot, counting: CountingSnapshot
) -> None:
    asked = {"question": "예산은?", "history": ["앞"], "city": "보령시", "language": "EN"}
    answer = (await asking.data(ASK, asked))["ask"]
    assert asker.asked == [
        {"question": "예산은?", "history": ["앞"], "municipality": "보령시", "language": "en"}
    ]
    assert answer == {
        "status": "CORRECTED",
        "answer": asker.row["answer"],
        "language": "ko",
        "query": "{ __typename }",
        "snapshotId": snapshot.manifest.snapshot_id,
        "citations": [
            {
                "number": 1,
                "url": "/documents/x#cited",
                "title": "계획",
                "section": ["1. 예산"],
                "page": {"printed": "12"},
                "quote": "690억 원",
                "start": 3,
                "end": 9,
                "publishedOn": "2022-01-03",
                "licence": "KOGL-1",
            }
        ],
        "calculations": [{"expression": "1 + 2", "result": "3", "inputs": [1]}],
        "facts": [
            {
                "__typename": "Budget",
                "id": f"{FISCAL_PLAN}/f0002",
                "name": "제2분야",
                "document": {"title": "2021~2025 중기지방재정계획"},
                "account": "general_account",
            },
            {
                "__typename": "Statistic",
                "id": f"{PLAN}/f0002",
                "name": "성주산 자연휴양림 이용객",
                "document": {"title": "2022 주요추진사업"},
            },
        ],
    }
    assert counting.reads.count("facts") == counting.reads.count("documents") == 1


async def test_what_is_not_said_is_left_to_the_asker(asking: Api, asker: CityAsker) -> None:
    await asking.data('{ ask(question: "예산은?") { status } }')
    assert asker.asked == [
        {"question": "예산은?", "history": None, "municipality": None, "language": None}
    ]


async def test_without_an_asker_the_field_says_so(api: Api) -> None:
    error = await api.error('{ ask(question: "예산은?") { status } }')
    assert error["code"] == "asking_not_available"
    response = await api.post('{ ask(question: "?") { status } snapshot { id } }')
    assert response.json()["data"]["ask"] is None
    assert response.json()["data"]["snapshot"]["id"]


async def test_what_the_asker_refuses_is_told_in_both_languages(
    asking: Api, asker: CityAsker
) -> None:
    assert (await asking.error('{ ask(question: "") { status } }'))["code"] == "empty_question"
    asker.is_full = True
    error = await asking.error('{ ask(question: "예산은?") { status } }')
    assert (error["code"], error["message_en"]) == ("too_many_questions", "Come back later.")
    assert asker.asked == []


async def test_one_question_fits_into_a_query(asking: Api, asker: CityAsker) -> None:
    two = '{ a: ask(question: "가") { status } b: ask(question: "나") { status } }'
    assert (await asking.error(two))["code"] == "too_costly"
    assert asker.asked == []


async def test_a_fact_of_another_snapshot_is_not_passed_off_as_one_of_this(
    asking: Api, asker: CityAsker
) -> None:
    asker.row = {**asker.row, "snapshot": "another"}
    error = await asking.error('{ ask(question: "예산은?") { facts { id } } }')
    assert error["code"] == "snapshot_changed"
    answer = await asking.data('{ ask(question: "예산은?") { snapshotId } }')
    assert answer == {"ask": {"snapshotId": "another"}}


async def test_answers_leave_threads_to_other_queries(asking: Api, asker: CityAsker) -> None:
    asker.wait.clear()
    query = '{ ask(question: "예산은?") { status } }'
    slow = [asyncio.create_task(asking.post(query)) for _ in range(RunningOptions().questions)]
    while len(asker.asked) < RunningOptions().questions:
        await asyncio.sleep(0.01)
    assert (await asking.error(query))["code"] == "too_many_questions"
    assert (await asking.data("{ budgets { totalCount } }"))["budgets"]["totalCount"]
    asker.wait.set()
    for one in await asyncio.gather(*slow):
        assert one.json()["data"]["ask"]["status"] == "CORRECTED"
    await asking.data(query)


def test_every_status_of_the_contract_can_be_told() -> None:
    said = {one.name.lower() for one in AnswerStatus}
    assert said == {"answered", "corrected", "not_found", "out_of_scope", "refused"}
