"""The query beside an answer, put to the API: it gives the facts that the answer rests on."""

from __future__ import annotations

import pytest

import index
from assistant.graphql_text import facts_query
from tests.assistant.towns import explain
from tests.graphql_api.city import Api, OneSnapshot


@pytest.mark.parametrize(
    "question",
    [
        "보령시 2022년 예산 총액은 얼마인가요?",
        "보령시 예산 총액은 몇 원인가요?",
        "보령시 일상감사 건수는 2020년과 2021년을 합하면 몇 건인가요?",
        "보령시 예산 절감액은 2020년보다 2021년에 몇 퍼센트 늘었나요?",
        "보령시 2022년 예산에서 특별회계가 차지하는 비중은?",
        "보령시와 파주시 가운데 2022년 일상감사 건수가 더 많은 곳은?",
        "보령시에서 2024년까지 끝나는 사업은 무엇인가요?",
    ],
)
async def test_the_query_of_an_answer_gives_its_facts(towns: index.Snapshot, question: str) -> None:
    answer = explain(towns, question).answer
    assert answer.facts
    assert answer.query is not None
    api = Api(OneSnapshot(towns))
    async with api.http:
        data = await api.data(answer.query)
    found = data["nodes"] if "nodes" in data else data["facts"]["nodes"]
    stated = {one["id"]: one for one in found}
    assert list(stated) == [fact.id for fact in answer.facts]
    for fact in answer.facts:
        row = stated[fact.id]
        assert (row["name"], row["rawText"], row["quote"]) == (fact.name, fact.raw_text, fact.quote)
        assert row["document"]["id"] == fact.document_id


def test_without_facts_there_is_no_query() -> None:
    assert facts_query(()) is None
