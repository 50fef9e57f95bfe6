"""`ask`: the assistant's answer as part of a query, its facts and citations as data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Annotated, Any

import strawberry
from anyio import from_thread

from graphql_api.citations import Citation
from graphql_api.connections import Info
from graphql_api.errors import AskingError
from graphql_api.types import Fact
from graphql_api.values import Page


@strawberry.enum(description="답의 상태 / How a question ended")
class AnswerStatus(Enum):
    """The statuses of an answer; 'cannot answer' is one like any other."""

    ANSWERED = strawberry.enum_value("answered", description="문서에 있어 답했다 / Answered")
    CORRECTED = strawberry.enum_value(
        "corrected",
        description=(
            "질문의 전제가 문서와 달라 바로잡았다 / "
            "The documents contradict the question; the answer says what they say"
        ),
    )
    NOT_FOUND = strawberry.enum_value(
        "not_found", description="문서에 없다 / The documents do not say"
    )
    OUT_OF_SCOPE = strawberry.enum_value(
        "out_of_scope", description="다루지 않는 물음이다 / Nothing that the documents are about"
    )
    REFUSED = strawberry.enum_value("refused", description="답하지 않는다 / Refused")


@strawberry.enum(description="답의 언어 / Language of an answer")
class AnswerLanguage(Enum):
    """The languages that answers are given in."""

    KO = strawberry.enum_value("ko", description="한국어 / Korean")
    EN = strawberry.enum_value("en", description="영어 / English")


@strawberry.type(description="답에 보인 계산 하나 / A calculation that is shown in an answer")
class Calculation:
    """Arithmetic with its inputs."""

    expression: str = strawberry.field(
        description="계산식(예: 7,789억 원 + 938억 원) / The arithmetic, with units"
    )
    result: str = strawberry.field(description="결과 / Result")
    inputs: list[int] = strawberry.field(
        description="쓰인 인용의 번호 / Numbers of the citations that it rests on"
    )


@strawberry.type(
    description=(
        "질문에 대한 답과 그 근거 / "
        "An answer to a question: its words, and the quotes, facts and arithmetic behind them"
    )
)
class Answer:
    """What `/api/ask` gives, as types."""

    status: AnswerStatus = strawberry.field(description="상태 / Status")
    answer: str = strawberry.field(
        description="답, 인용 번호와 함께 / The words, with the numbers of citations"
    )
    language: str | None = strawberry.field(description="답의 언어(ISO 639) / Language, ISO 639")
    citations: list[Citation] = strawberry.field(description="인용, 번호순 / Citations by number")
    calculations: list[Calculation] = strawberry.field(description="계산 / Calculations")
    query: str | None = strawberry.field(
        description=(
            "같은 수치를 주는 GraphQL 질의, 없으면 null / The GraphQL query that gives the same "
            "figures, or null"
        )
    )
    snapshot_id: str = strawberry.field(
        description="이 답이 나온 스냅숏 / The snapshot that this answer comes from"
    )
    fact_ids: strawberry.Private[tuple[str, ...]]

    @strawberry.field(description="답에 쓰인 사실 / The facts that the answer rests on")
    def facts(self, info: Info) -> list[Fact]:
        """The facts, in the order of the answer."""
        records = info.context.records
        if records.snapshot_id != self.snapshot_id:
            raise AskingError(
                "snapshot_changed",
                "그사이 새 스냅숏으로 바뀌었습니다. 다시 보내 주세요.",
                "A new snapshot came in between; send the query again.",
            )
        found = records.find_facts(self.fact_ids, info.path)
        return [Fact.from_record(one) for one in found]

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Answer:
        """The answer of the contract's JSON."""
        snapshot_id = str(row["snapshot"])
        return cls(
            status=AnswerStatus(row["status"]),
            answer=row["answer"],
            language=row.get("language"),
            citations=[citation_from(one, snapshot_id) for one in row["citations"]],
            calculations=[
                Calculation(
                    expression=one["expression"], result=one["result"], inputs=list(one["inputs"])
                )
                for one in row["calculations"]
            ],
            query=row["query"],
            snapshot_id=snapshot_id,
            fact_ids=tuple(one["id"] for one in row["facts"]),
        )


def citation_from(row: Mapping[str, Any], snapshot_id: str) -> Citation:
    """A citation of the contract's JSON, in an answer that comes from this snapshot."""
    document = row["document"]
    published_on = document["published_on"]
    return Citation(
        url=row["url"],
        document_id=strawberry.ID(document["id"]),
        title=document["title"],
        source=document["source"],
        municipality=document["municipality"],
        publisher=document.get("publisher"),
        published_on=date.fromisoformat(published_on) if published_on else None,
        source_url=document["source_url"],
        licence=document["licence"],
        snapshot_id=snapshot_id,
        quote=row["quote"],
        start=row["start"],
        end=row["end"],
        page=None if row["page"] is None else Page(printed=row["page"], physical=None),
        number=row["number"],
        section=list(row["section"]),
    )


def ask(
    info: Info,
    question: Annotated[str, strawberry.argument(description="질문, 한국어나 영어 / The question")],
    history: Annotated[
        list[str] | None,
        strawberry.argument(
            description="앞서 한 질문들, 오래된 것부터 / Earlier questions, oldest first"
        ),
    ] = None,
    municipality: Annotated[
        str | None,
        strawberry.argument(description="이 지방자치단체에 대해 / About this local government"),
    ] = None,
    language: Annotated[
        AnswerLanguage | None,
        strawberry.argument(
            description="답의 언어, 없으면 질문을 따른다 / Language, else that of the question"
        ),
    ] = None,
) -> Answer | None:
    """What the documents say to a question.

    Raises AskingError where nobody answers here or too many ask at once, and whatever SijeongError
    the asker raises for a question that it cannot take.
    """
    asker = info.context.asker
    if asker is None:
        raise AskingError(
            "asking_not_available",
            "여기서는 질문에 답하지 않습니다.",
            "Questions are not answered here.",
        )
    checked = asker.check(
        {
            "question": question,
            "history": history,
            "municipality": municipality,
            "language": None if language is None else language.value,
        }
    )
    if not info.context.turns.acquire(blocking=False):
        raise AskingError(
            "too_many_questions",
            "지금 답하는 질문이 많습니다. 잠시 뒤에 다시 보내 주세요.",
            "Too many questions are being answered; send yours again in a moment.",
        )
    try:
        asker.admit()
        return Answer.from_row(from_thread.run(asker.answer, checked))
    finally:
        info.context.turns.release()
