"""The assistant's own answers through the field `ask`: the same as the contract's JSON."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest
from starlette.applications import Starlette

import assistant
import graphql_api
import index
from assistant.intake import IntakeOptions, check_question
from assistant.wire import answer_row
from tests.graphql_api.city import Api, OneSnapshot


class PlainAsker:
    """Asks the assistant itself, with no desk in between."""

    def __init__(self, snapshot: index.Snapshot) -> None:
        self.snapshot = snapshot
        self.rows: list[Mapping[str, Any]] = []

    def check(self, content: Mapping[str, object]) -> assistant.Question:
        return check_question(content, IntakeOptions())

    def admit(self) -> None:
        pass

    async def answer(self, question: assistant.Question) -> Mapping[str, Any]:
        answer = assistant.Assistant().answer(question, self.snapshot)
        ids = tuple(fact.document_id for fact in answer.facts)
        documents = self.snapshot.documents(index.RecordRequest(ids=ids)) if ids else ()
        self.rows.append(answer_row(answer, {one.id: one for one in documents}))
        return self.rows[-1]

    def events(
        self, question: assistant.Question, request_id: str
    ) -> AsyncIterator[tuple[str, Mapping[str, Any]]]:
        raise NotImplementedError


@pytest.mark.parametrize(
    "question",
    [
        "보령시 2022년 예산 총액은 얼마인가요?",
        "보령시 일상감사 건수는 2020년과 2021년을 합하면 몇 건인가요?",
        "화성에 사람이 사나요?",
    ],
)
async def test_an_answer_is_the_same_in_graphql(towns: index.Snapshot, question: str) -> None:
    lender = OneSnapshot(towns)
    asker = PlainAsker(towns)
    api = Api(lender, Starlette(routes=graphql_api.routes(lender, asker=asker)))
    data = await api.data(
        """query($question: String!) { ask(question: $question) {
          status answer query snapshotId facts { id rawText }
          citations { number documentId section quote start end url }
          calculations { expression result inputs }
        } }""",
        {"question": question},
    )
    told, row = data["ask"], asker.rows[0]
    assert told["status"].lower() == row["status"]
    assert (told["answer"], told["query"]) == (row["answer"], row["query"])
    assert told["snapshotId"] == row["snapshot"]
    assert told["calculations"] == row["calculations"]
    assert [(one["id"], one["rawText"]) for one in told["facts"]] == [
        (one["id"], one["raw_text"]) for one in row["facts"]
    ]
    assert [{**one, "documentId": None} for one in told["citations"]] == [
        {
            "documentId": None,
            **{name: one[name] for name in ("number", "section", "quote", "start", "end", "url")},
        }
        for one in row["citations"]
    ]
