"""The root query: every way into the data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Any

import strawberry

import index
from graphql_api.answering import Answer, ask
from graphql_api.connections import Connection, Info
from graphql_api.errors import ArgumentError
from graphql_api.hits import Hit
from graphql_api.inputs import (
    ArithmeticAuditFilter,
    DocumentFilter,
    FactFilter,
    Kinds,
    PassageFilter,
    SectionFilter,
    SeriesFilter,
)
from graphql_api.kinds import (
    Audit,
    Budget,
    Contact,
    Direction,
    Evaluation,
    Event,
    Indicator,
    Organisation,
    Policy,
    Project,
    Statistic,
)
from graphql_api.loaders import Records
from graphql_api.ratelimit import RateLimit
from graphql_api.records import Node
from graphql_api.snapshot import Snapshot
from graphql_api.types import (
    MUNICIPALITY_PREFIX,
    ArithmeticAudit,
    Document,
    Fact,
    Municipality,
    Passage,
    Section,
    Series,
    paged_audits,
    paged_documents,
    paged_facts,
    paged_municipalities,
    paged_passages,
    paged_sections,
    paged_series,
)
from graphql_api.values import record_kinds


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchOptions:
    """How much one search takes and gives.

    `longest_text` is what a question may have too; longer texts only cost time in the model.
    `most_hits` is as many as a person or program reads before asking better.
    """

    longest_text: int = 1_000
    default_hits: int = 10
    most_hits: int = 50


SEARCH = SearchOptions()
Id = Annotated[strawberry.ID, strawberry.argument(description="식별자 / Identifier")]


def node_of(records: Records, node_id: str) -> Node | None:
    """Whatever has this id; None when nothing in the snapshot has it."""
    if node_id.startswith(MUNICIPALITY_PREFIX):
        name = node_id.removeprefix(MUNICIPALITY_PREFIX)
        return Municipality.from_name(name) if name in records.municipalities() else None
    if fact := records.fact(node_id):
        return Fact.from_record(fact)
    if passage := records.passage(node_id):
        return Passage.from_record(passage)
    if section := records.section(node_id):
        return Section.from_record(section)
    if document := records.document(node_id):
        return Document.from_record(document)
    if audit := records.audit(node_id):
        return ArithmeticAudit.from_record(audit)
    if series := records.one_series(node_id):
        return Series.from_record(series)
    return None


def narrowed_facts(info: Info, conditions: FactFilter | None) -> index.RecordRequest:
    """The facts that the conditions name; the published ones where there are none."""
    if conditions:
        return conditions.request(info.context.records)
    return index.RecordRequest(publication=index.Publication.PUBLISHED)


def facts_of(kind: type[Fact], description: str) -> Any:  # noqa: ANN401 (Strawberry's field)
    """A list of the facts of one kind."""

    def facts(
        info: Info,
        filter: Annotated[
            FactFilter | None, strawberry.argument(description="조건 / Conditions")
        ] = strawberry.UNSET,
    ) -> index.RecordRequest:
        return replace(narrowed_facts(info, filter), kinds=(kind.KIND,))

    return strawberry.field(
        resolver=facts,
        description=description,
        graphql_type=Connection[kind],  # type: ignore[valid-type] # a type that is a value
        extensions=[paged_facts],
    )


@strawberry.type(
    description=(
        "한국 지방자치단체의 계획·예산·성과·청렴 문서와 그 사실. / Plans, budgets, performance "
        "and integrity documents of Korean local governments, and the facts they state."
    )
)
class Query:
    """Every way into the data."""

    budgets: Connection[Budget] = facts_of(Budget, "예산 / Budgets")
    indicators: Connection[Indicator] = facts_of(Indicator, "성과지표 / Performance indicators")
    projects: Connection[Project] = facts_of(Project, "사업 / Projects")
    statistics: Connection[Statistic] = facts_of(Statistic, "통계 / Statistics")
    audits: Connection[Audit] = facts_of(Audit, "감사 / Audits")
    policies: Connection[Policy] = facts_of(Policy, "시책·제도 / Policies and schemes")
    evaluations: Connection[Evaluation] = facts_of(
        Evaluation, "평가·청렴도 / Evaluations and integrity levels"
    )
    events: Connection[Event] = facts_of(Event, "행사·일정 / Events")
    organisations: Connection[Organisation] = facts_of(Organisation, "조직·기관 / Organisations")
    contacts: Connection[Contact] = facts_of(Contact, "연락처 / Contacts")
    directions: Connection[Direction] = facts_of(Direction, "추진 방향 / Directions of policy")

    ask: Answer | None = strawberry.field(
        resolver=ask,
        description=(
            "질문에 대한 답과 그 근거인 인용과 사실(비용이 커서 질의마다 하나) / The answer to a "
            "question, with the citations and facts it rests on; dear, so one in a query"
        ),
    )

    @strawberry.field(description="식별자로 찾은 것, 없으면 null / What has this id, or null")
    def node(self, info: Info, id: Id) -> Node | None:
        """Anything, by its id."""
        info.context.records.find([id], info.path)
        return node_of(info.context.records, id)

    @strawberry.field(
        description=(
            "식별자들로 찾은 것, 같은 순서, 없으면 null(100개까지) / "
            "What has these ids, in the same order, null for those unknown (up to 100)"
        )
    )
    def nodes(
        self,
        info: Info,
        ids: Annotated[
            list[strawberry.ID], strawberry.argument(description="식별자들 / Identifiers")
        ],
    ) -> list[Node | None]:
        """Many things at once, by their ids."""
        info.context.records.find(ids, info.path)
        return [node_of(info.context.records, one) for one in ids]

    @strawberry.field(description="문서 하나 / One document")
    def document(self, info: Info, id: Id) -> Document | None:
        """A document by its id."""
        found = info.context.records.document(id)
        info.context.records.places.put(info.path, (found,) if found else ())
        return None if found is None else Document.from_record(found)

    @strawberry.field(description="구간 하나 / One section")
    def section(self, info: Info, id: Id) -> Section | None:
        """A section by its id."""
        found = info.context.records.section(id)
        info.context.records.places.put(info.path, (found,) if found else ())
        return None if found is None else Section.from_record(found)

    @strawberry.field(description="구절 하나 / One passage")
    def passage(self, info: Info, id: Id) -> Passage | None:
        """A passage by its id."""
        found = info.context.records.passage(id)
        info.context.records.places.put(info.path, (found,) if found else ())
        return None if found is None else Passage.from_record(found)

    @strawberry.field(description="사실 하나 / One fact")
    def fact(self, info: Info, id: Id) -> Fact | None:
        """A fact by its id."""
        found = info.context.records.fact(id)
        info.context.records.places.put(info.path, (found,) if found else ())
        return None if found is None else Fact.from_record(found)

    @strawberry.field(description="이름으로 찾은 지방자치단체 / A local government by its name")
    def municipality(
        self,
        info: Info,
        name: Annotated[
            str,
            strawberry.argument(
                description=(
                    "전체 이름, 끝 단어 또는 영문 이름 / "
                    "Whole name, the last word of only one, or its name in English"
                )
            ),
        ],
    ) -> Municipality | None:
        """A local government by its whole name, or by a last word that only one has."""
        known = info.context.records.municipalities()
        matching = [one for one in info.context.records.municipality_names([name]) if one in known]
        return Municipality.from_name(matching[0]) if len(matching) == 1 else None

    @strawberry.field(
        description="문서가 있는 지방자치단체, 이름순 / Local governments with a document, by name",
        graphql_type=Connection[Municipality],
        extensions=[paged_municipalities],
    )
    def municipalities(self) -> index.RecordRequest:
        """All local governments that have a document."""
        return index.RecordRequest()

    @strawberry.field(
        description="문서 목록 / Documents",
        graphql_type=Connection[Document],
        extensions=[paged_documents],
    )
    def documents(
        self,
        info: Info,
        filter: Annotated[
            DocumentFilter | None, strawberry.argument(description="조건 / Conditions")
        ] = strawberry.UNSET,
    ) -> index.RecordRequest:
        """Documents, in order of id."""
        return filter.request(info.context.records) if filter else index.RecordRequest()

    @strawberry.field(
        description="구간 목록 / Sections",
        graphql_type=Connection[Section],
        extensions=[paged_sections],
    )
    def sections(
        self,
        filter: Annotated[
            SectionFilter | None, strawberry.argument(description="조건 / Conditions")
        ] = strawberry.UNSET,
    ) -> index.RecordRequest:
        """Sections, in order of id."""
        return filter.request() if filter else index.RecordRequest()

    @strawberry.field(
        description="구절 목록 / Passages",
        graphql_type=Connection[Passage],
        extensions=[paged_passages],
    )
    def passages(
        self,
        filter: Annotated[
            PassageFilter | None, strawberry.argument(description="조건 / Conditions")
        ] = strawberry.UNSET,
    ) -> index.RecordRequest:
        """Passages, in order of id."""
        return filter.request() if filter else index.RecordRequest()

    @strawberry.field(
        description="모든 종류의 사실 / Facts of every kind",
        graphql_type=Connection[Fact],
        extensions=[paged_facts],
    )
    def facts(
        self,
        info: Info,
        kinds: Kinds = strawberry.UNSET,
        filter: Annotated[
            FactFilter | None, strawberry.argument(description="조건 / Conditions")
        ] = strawberry.UNSET,
    ) -> index.RecordRequest:
        """Facts, in order of id."""
        return replace(narrowed_facts(info, filter), kinds=record_kinds(kinds))

    @strawberry.field(
        description=(
            "인쇄된 합계·비율·증감을 검산한 결과 / "
            "Printed totals, shares and changes, reckoned again from the figures beside them"
        ),
        graphql_type=Connection[ArithmeticAudit],
        extensions=[paged_audits],
    )
    def arithmetic_audits(
        self,
        info: Info,
        filter: Annotated[
            ArithmeticAuditFilter | None, strawberry.argument(description="조건 / Conditions")
        ] = strawberry.UNSET,
    ) -> index.RecordRequest:
        """Arithmetic audits, in order of id."""
        return filter.request(info.context.records) if filter else index.RecordRequest()

    @strawberry.field(
        description="문서들에 걸친 시계열 / Series: the same indicator in every document",
        graphql_type=Connection[Series],
        extensions=[paged_series],
    )
    def series(
        self,
        info: Info,
        filter: Annotated[
            SeriesFilter | None, strawberry.argument(description="조건 / Conditions")
        ] = strawberry.UNSET,
    ) -> index.RecordRequest:
        """Series, in order of id."""
        if filter:
            return filter.request(info.context.records)
        return index.RecordRequest(publication=index.Publication.PUBLISHED)

    @strawberry.field(
        description=(
            "낱말과 의미로 찾은 구절, 가까운 것부터 / "
            "Passages found by words and by meaning, nearest first"
        )
    )
    def search(
        self,
        info: Info,
        text: Annotated[
            str,
            strawberry.argument(
                description=(
                    f"찾을 말(1~{SEARCH.longest_text:,}자) / "
                    f"What to look for (1 to {SEARCH.longest_text:,} characters)"
                )
            ),
        ],
        first: Annotated[
            int,
            strawberry.argument(
                description=f"몇 개(1~{SEARCH.most_hits}) / How many (1 to {SEARCH.most_hits})"
            ),
        ] = SEARCH.default_hits,
        municipality: Annotated[
            str | None,
            strawberry.argument(
                description="이 지방자치단체에서만 / Only in this local government"
            ),
        ] = strawberry.UNSET,
        documents: Annotated[
            list[strawberry.ID] | None,
            strawberry.argument(description="이 문서들에서만 / Only in these documents"),
        ] = strawberry.UNSET,
    ) -> list[Hit]:
        """The staff search, as data."""
        if not 1 <= first <= SEARCH.most_hits:
            raise ArgumentError(
                "invalid_page_size",
                f"first는 1에서 {SEARCH.most_hits} 사이여야 합니다.",
                f"first must be between 1 and {SEARCH.most_hits}.",
            )
        words = text.strip()
        if not 1 <= len(words) <= SEARCH.longest_text:
            raise ArgumentError(
                "invalid_search_text",
                f"찾을 말은 1자에서 {SEARCH.longest_text:,}자 사이여야 합니다.",
                f"The text to look for must have 1 to {SEARCH.longest_text:,} characters.",
            )
        records = info.context.records
        request = index.SearchRequest(
            text=words,
            limit=first,
            municipalities=records.municipality_names([municipality] if municipality else []),
            document_ids=tuple(documents or ()),
        )
        return [Hit.from_record(hit) for hit in records.search(request, info.path)]

    @strawberry.field(description="지금 제공하는 스냅숏 / The snapshot that is served")
    def snapshot(self, info: Info) -> Snapshot:
        """What every answer comes from."""
        return Snapshot.from_record(info.context.records.snapshot.manifest)

    @strawberry.field(
        description=(
            "이 질의의 비용과 남은 몫 / What this query costs, and what is left of the allowance"
        )
    )
    def rate_limit(self, info: Info) -> RateLimit:
        """Where the caller stands after this query."""
        return RateLimit.of(info.context.charge)
