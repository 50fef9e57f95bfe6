"""The root subscription: what is told as it comes."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing
from enum import Enum
from typing import Annotated, Any

import strawberry

from graphql_api.answering import Answer, citation_from
from graphql_api.citations import Citation
from graphql_api.connections import Info
from graphql_api.errors import ApiError, AskingError


@strawberry.enum(description="답이 만들어지며 알려지는 것 / What is told while an answer is made")
class AnswerEventKind(Enum):
    """The events of an answer, in the order in which they come."""

    STATUS = strawberry.enum_value("status", description="어디까지 왔는지 / How far it has come")
    TEXT = strawberry.enum_value(
        "text", description="답의 다음 조각 / The next piece of the answer"
    )
    CITATION = strawberry.enum_value("citation", description="인용 하나 / One citation")
    DONE = strawberry.enum_value("done", description="답 전체 / The whole answer")


@strawberry.type(
    description="답이 만들어지며 오는 알림 하나 / One event of an answer in the making"
)
class AnswerEvent:
    """One event; which of its fields are there follows from its kind."""

    kind: AnswerEventKind = strawberry.field(description="알림의 종류 / What kind of event it is")
    status: str | None = strawberry.field(
        description="STATUS: searching. DONE: 답의 상태 / How far it is, or the answer's status"
    )
    text: str | None = strawberry.field(
        description="TEXT: 다음 조각. DONE: 답 전체 / The next piece, or the whole answer"
    )
    citation: Citation | None = strawberry.field(
        default=None,
        description=(
            "CITATION: 답에 쓰인 인용 하나, 번호와 함께 / "
            "CITATION: one citation of the answer, with its number"
        ),
    )
    answer: Answer | None = strawberry.field(
        default=None,
        description=(
            "DONE: 질의의 ask가 주는 것과 같은 답 전체, 인용·계산·사실과 함께 / DONE: the whole "
            "answer as the field ask of a query gives it, with citations, calculations and facts"
        ),
    )

    @classmethod
    def from_row(cls, name: str, row: Mapping[str, Any]) -> AnswerEvent:
        """The event of this name with this JSON; of a citation see `of_citation`."""
        if name == "done":
            answer = Answer.from_row(row)
            return cls(
                kind=AnswerEventKind.DONE,
                status=row["status"],
                text=answer.answer,
                answer=answer,
            )
        return cls(kind=AnswerEventKind(name), status=row.get("status"), text=row.get("text"))

    @classmethod
    def of_citation(cls, row: Mapping[str, Any], snapshot_id: str) -> AnswerEvent:
        """The event of one citation of an answer that comes from this snapshot."""
        return cls(
            kind=AnswerEventKind.CITATION,
            status=None,
            text=None,
            citation=citation_from(row, snapshot_id),
        )


@strawberry.type(description="이어지는 알림 / What is told as it comes")
class Subscription:
    """Everything that comes piece by piece."""

    @strawberry.subscription(
        description=(
            "시민의 질문 하나에 대한 답: 조각, 인용, 전체(answer) 순서로. / The answer to one "
            "question, in pieces, then its citations, then the whole as answer."
        )
    )
    async def ask(
        self,
        info: Info,
        question: Annotated[str, strawberry.argument(description="질문 / The question")],
        history: Annotated[
            list[str] | None,
            strawberry.argument(description="앞선 질문들 / Earlier questions"),
        ] = None,
        municipality: Annotated[
            str | None, strawberry.argument(description="지방자치단체 / Local government")
        ] = None,
        language: Annotated[
            str | None,
            strawberry.argument(description="답의 언어: ko, en / Language of the answer"),
        ] = None,
    ) -> AsyncIterator[AnswerEvent]:
        """The events of one answer."""
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
                "language": language,
            }
        )
        asker.admit()
        told = asker.events(checked, info.context.request_id)
        async with aclosing(told):  # type: ignore[type-var]
            held: list[Mapping[str, Any]] = []
            async for name, row in told:
                if name == "error":
                    raise _failure(row["error"])
                if name == "citation":
                    # Which snapshot it is of is said by the whole answer, which comes right behind.
                    held.append(row)
                    continue
                if name == "done":
                    for one in held:
                        yield AnswerEvent.of_citation(one, str(row["snapshot"]))
                yield AnswerEvent.from_row(name, row)


def _failure(told: dict[str, str]) -> ApiError:
    return AskingError(told["code"], told["message_ko"], told["message_en"])
