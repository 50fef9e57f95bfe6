"""The public types, linked to one another; each field is described in Korean and English."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any, ClassVar

import strawberry

import corpus
import index
from graphql_api.audits import ArithmeticAuditFields, ArithmeticTermFields
from graphql_api.citations import Citation
from graphql_api.connections import Connection, Info, Paged  # noqa: F401 (in graphql_type)
from graphql_api.inputs import Doubtful, Kinds, Results, facts_request
from graphql_api.records import DocumentFields, FactFields, Node, PassageFields, SectionFields
from graphql_api.series import SeriesFields, SeriesPointFields
from graphql_api.shelves import present
from graphql_api.values import record_kinds, record_results

MUNICIPALITY_PREFIX = "municipality:"
"""Sets a municipality's node id apart from those of records, which begin with a place's code."""


@cache
def of_kind() -> dict[corpus.FactKind, type[Fact]]:
    """The type of each kind of fact; those of `kinds.py`, which are all there are."""
    return {one.KIND: one for one in Fact.__subclasses__()}


paged_municipalities = Paged("municipalities", lambda record: Municipality.from_name(record.id))
paged_documents = Paged("documents", lambda record: Document.from_record(record))
paged_sections = Paged("sections", lambda record: Section.from_record(record))
paged_passages = Paged("passages", lambda record: Passage.from_record(record))
paged_facts = Paged("facts", lambda record: Fact.from_record(record))
paged_audits = Paged("arithmetic_audits", lambda record: ArithmeticAudit.from_record(record))
paged_series = Paged("series", lambda record: Series.from_record(record))


@strawberry.type(description="지방자치단체 / Local government")
class Municipality(Node):
    """A local government that has published a document here."""

    name: str = strawberry.field(
        description="이름(예: 충청남도 보령시) / Name, as the documents give it"
    )

    @classmethod
    def from_name(cls, name: str) -> Municipality:
        """The municipality of this name."""
        return cls(id=strawberry.ID(MUNICIPALITY_PREFIX + name), name=name)

    @strawberry.field(
        description=(
            "영문 이름(예: Boryeong), 알 수 없으면 null / "
            "Name in English, such as Boryeong; null where unknown"
        )
    )
    def name_en(self) -> str | None:
        """What it is called in English."""
        return corpus.english_name(self.name)

    @strawberry.field(
        description="이 지방자치단체의 문서 / Documents of this local government",
        graphql_type="Connection[Document]",
        extensions=[paged_documents],
    )
    def documents(self) -> index.RecordRequest:
        """Its documents, in order of id."""
        return index.RecordRequest(municipalities=(self.name,))

    @strawberry.field(
        description="이 지방자치단체에 관한 사실 / Facts about this local government",
        graphql_type="Connection[Fact]",
        extensions=[paged_facts],
    )
    def facts(
        self, kinds: Kinds = strawberry.UNSET, doubtful: Doubtful = strawberry.UNSET
    ) -> index.RecordRequest:
        """Its facts, in order of id."""
        return replace(facts_request(kinds, doubtful), municipalities=(self.name,))


@strawberry.type(
    description=(
        "공표된 문서. 요약본이면 제목·발행처·날짜·주소는 원문의 것이다. / A published document; "
        "for a digest, title, publisher, date and address are those of what it digests."
    )
)
class Document(DocumentFields):
    """A document as the API gives it."""

    @strawberry.field(description="지방자치단체 / Local government")
    def municipality(self) -> Municipality | None:
        """Whose document it is."""
        name = self.record.municipality
        return None if name is None else Municipality.from_name(name)

    @strawberry.field(description="이 문서가 대체한 문서 / The document that this one supersedes")
    def supersedes(self, info: Info) -> Document | None:
        """The earlier document, when it is here too."""
        found = info.context.records.earlier_of(self.record, info.path)
        return None if found is None else Document.from_record(found)

    @strawberry.field(
        description=(
            "이 문서를 대체한 문서들, 없으면 빈 목록 / "
            "The documents that supersede this one, none while it is in force"
        )
    )
    def superseded_by(self, info: Info) -> list[Document]:
        """The later documents that are here, in order of id."""
        found = info.context.records.documents_superseding(self.record.id, info.path)
        return [Document.from_record(one) for one in found]

    @strawberry.field(
        description="문서의 구간 / Sections of the document",
        graphql_type="Connection[Section]",
        extensions=[paged_sections],
    )
    def sections(self) -> index.RecordRequest:
        """Its sections, in order of id."""
        return index.RecordRequest(document_ids=(self.record.id,))

    @strawberry.field(
        description="문서의 구절 / Passages of the document",
        graphql_type="Connection[Passage]",
        extensions=[paged_passages],
    )
    def passages(self) -> index.RecordRequest:
        """Its passages, in order of id."""
        return index.RecordRequest(document_ids=(self.record.id,))

    @strawberry.field(
        description="문서가 말하는 사실 / Facts that the document states",
        graphql_type="Connection[Fact]",
        extensions=[paged_facts],
    )
    def facts(
        self, kinds: Kinds = strawberry.UNSET, doubtful: Doubtful = strawberry.UNSET
    ) -> index.RecordRequest:
        """Its facts, in order of id."""
        return replace(facts_request(kinds, doubtful), document_ids=(self.record.id,))

    @strawberry.field(
        description=(
            "문서의 합계·비율·증감을 검산한 결과 / "
            "Printed totals, shares and changes of the document, reckoned again"
        ),
        graphql_type="Connection[ArithmeticAudit]",
        extensions=[paged_audits],
    )
    def arithmetic_audits(self, results: Results = strawberry.UNSET) -> index.RecordRequest:
        """Its arithmetic audits, in order of id."""
        return index.RecordRequest(
            document_ids=(self.record.id,), audit_results=record_results(results)
        )

    @strawberry.field(
        description="이 문서가 값을 말하는 시계열 / Series that the document states a value of",
        graphql_type="Connection[Series]",
        extensions=[paged_series],
    )
    def series(self, kinds: Kinds = strawberry.UNSET) -> index.RecordRequest:
        """The series with a point from it, in order of id."""
        return index.RecordRequest(
            document_ids=(self.record.id,),
            kinds=record_kinds(kinds),
            publication=index.Publication.PUBLISHED,
        )


@strawberry.interface(
    description=(
        "문서의 한 자리에 근거를 둔 것 / What rests on a place in a document: its citation, its "
        "terms of use"
    )
)
class Sourced:
    """What every record says of where it comes from."""

    record: strawberry.Private[Any]

    @strawberry.field(description="이것이 든 문서 / The document it stands in")
    def document(self, info: Info) -> Document:
        """The document of this record."""
        return Document.from_record(info.context.records.document_of(self.record, info.path))

    @strawberry.field(
        description="문서의 이용 조건(공공누리 유형) / Licence of the document, a KOGL type"
    )
    def licence(self, info: Info) -> str:
        """Under which terms the document was published."""
        return info.context.records.document_of(self.record, info.path).licence

    @strawberry.field(description="이것의 인용 / The citation of this record")
    def citation(self, info: Info) -> Citation:
        """Where it stands, ready to be kept beside it."""
        records = info.context.records
        document = records.document_of(self.record, info.path)
        return Citation.of(records.cited(self.record, info.path), document, records.snapshot_id)


@strawberry.type
class Printed(Sourced):
    """What facts and arithmetic audits say of where they stand."""

    @strawberry.field(
        description="어느 지방자치단체에 관한 것인가 / Which local government it is about"
    )
    def municipality(self) -> Municipality | None:
        """Whom it is about."""
        name = self.record.municipality
        return None if name is None else Municipality.from_name(name)

    @strawberry.field(description="이것이 든 구간 / The section it stands in")
    def section(self, info: Info) -> Section:
        """The section of this record."""
        return Section.from_record(info.context.records.section_of(self.record, info.path))

    @strawberry.field(description="이것이 든 구절 / The passage it stands in")
    def passage(self, info: Info) -> Passage:
        """The passage of this record."""
        return Passage.from_record(info.context.records.passage_of(self.record, info.path))


@strawberry.type(
    description=(
        "제목 아래의 구간, 하위 구간 포함 / A heading and everything under it, subsections included"
    )
)
class Section(SectionFields, Sourced):
    """A section as the API gives it."""

    @strawberry.field(
        description="구간의 구절 / Passages of the section",
        graphql_type="Connection[Passage]",
        extensions=[paged_passages],
    )
    def passages(self) -> index.RecordRequest:
        """Its passages, in order of id."""
        return index.RecordRequest(section_ids=(self.record.id,))

    @strawberry.field(
        description="구간이 말하는 사실 / Facts that the section states",
        graphql_type="Connection[Fact]",
        extensions=[paged_facts],
    )
    def facts(
        self, kinds: Kinds = strawberry.UNSET, doubtful: Doubtful = strawberry.UNSET
    ) -> index.RecordRequest:
        """Its facts, in order of id."""
        return replace(facts_request(kinds, doubtful), section_ids=(self.record.id,))


@strawberry.type(
    description="홀로 인용할 수 있는 구절 / A stretch of text that can be cited on its own"
)
class Passage(PassageFields, Sourced):
    """A passage as the API gives it."""

    @strawberry.field(description="이 구절이 든 구간 / The section it stands in")
    def section(self, info: Info) -> Section:
        """The section of this passage."""
        return Section.from_record(info.context.records.section_of(self.record, info.path))

    @strawberry.field(
        description="구절이 말하는 사실 / Facts that the passage states",
        graphql_type="Connection[Fact]",
        extensions=[paged_facts],
    )
    def facts(
        self, kinds: Kinds = strawberry.UNSET, doubtful: Doubtful = strawberry.UNSET
    ) -> index.RecordRequest:
        """Its facts, in order of id."""
        return replace(facts_request(kinds, doubtful), passage_ids=(self.record.id,))


@strawberry.interface(
    description=(
        "문서가 말하는 사실 하나와 그 근거. 종류마다 제 형(예: Budget 예산)이 있다. / "
        "One thing that a document states, as data, with the words that state it; each kind has a "
        "type of its own, such as Budget"
    )
)
class Fact(FactFields, Printed):
    """What facts of every kind have; the same figures as a row of the dump."""

    KIND: ClassVar[corpus.FactKind]

    @classmethod
    def from_record(cls, record: corpus.Fact) -> Fact:
        """The fact of a record, as the type of its kind."""
        return super(Fact, of_kind()[record.kind]).from_record(record)

    @strawberry.field(
        description="이 사실이 든 시계열 / The series that this fact gives a value of"
    )
    def series(self, info: Info) -> list[Series]:
        """The series with a point from this fact, in order of id."""
        found = info.context.records.series_with(self.record.id, info.path)
        return [Series.from_record(one) for one in found]

    @strawberry.field(
        description="이 사실의 수치를 검산한 결과 / The reckonings that this fact is a figure of"
    )
    def arithmetic_audits(self, info: Info) -> list[ArithmeticAudit]:
        """The audits with this fact among their figures, in order of id."""
        found = info.context.records.audits_with(self.record.id, info.path)
        return [ArithmeticAudit.from_record(one) for one in found]


@strawberry.type(description="검산에 쓰인 인쇄된 수치 하나 / One printed figure of a reckoning")
class ArithmeticTerm(ArithmeticTermFields):
    """A figure as the API gives it."""

    @strawberry.field(
        description=(
            "같은 수치가 사실이 된 것, 없으면 null. 확실하지 않은 사실이면 doubts가 있다. / "
            "The fact that it became, if any; one that is kept back as well, with its doubts"
        )
    )
    def fact(self, info: Info) -> Fact | None:
        """The fact of the same figure."""
        found = info.context.records.fact_of(self.record, info.path)
        return None if found is None else Fact.from_record(found)


@strawberry.type(
    description=(
        "서로 맞아야 하는 인쇄된 수치를 다시 계산한 결과와 그 근거 / Printed figures that must fit "
        "together, reckoned again, with the words that print them"
    )
)
class ArithmeticAudit(ArithmeticAuditFields, Printed):
    """An arithmetic audit as the API gives it; the same figures as a row of the dump."""

    @strawberry.field(
        description="인쇄된 결과(합계·부분·증감) / The figure that is stated: total, part or change"
    )
    def stated(self) -> ArithmeticTerm:
        """The figure that must follow from the terms."""
        return ArithmeticTerm.from_record(self.record.stated, self.record.document_id)

    @strawberry.field(
        description="그 결과가 나와야 하는 항들 / The figures that it must follow from"
    )
    def terms(self) -> list[ArithmeticTerm]:
        """The figures that are reckoned with, in the order of the text."""
        place = self.record.document_id
        return [ArithmeticTerm.from_record(one, place) for one in self.record.terms]


@strawberry.type(
    description=(
        "시계열의 한 값: 한 문서의 한 사실이 한 해에 대해 말하는 것 / "
        "One value of a series: what one fact of one document says of one year"
    )
)
class SeriesPoint(SeriesPointFields, Sourced):
    """A point as the API gives it."""

    @strawberry.field(description="이 값을 말하는 사실 / The fact that states it")
    def fact(self, info: Info) -> Fact:
        """The fact of this point."""
        found = info.context.records.fact_of(self.record, info.path)
        return Fact.from_record(present(found, self.record.fact_id))


@strawberry.type(
    description=(
        "같은 지방자치단체의 같은 지표를 문서들에 걸쳐 한 단위로 이은 시계열 / The same indicator "
        "of the same local government, in one unit, in every document that states it"
    )
)
class Series(SeriesFields):
    """A series as the API gives it; the same figures as a row of the dump."""

    @strawberry.field(description="지방자치단체 / Local government")
    def municipality(self) -> Municipality:
        """Whose indicator it is."""
        return Municipality.from_name(self.record.municipality)

    @strawberry.field(
        description="값들, 연도와 문서 날짜 순 / The values, by year, then by the documents' days"
    )
    def points(self) -> list[SeriesPoint]:
        """Every value of every document, conflicting ones included."""
        return [SeriesPoint.from_record(one) for one in self.record.points]

    @strawberry.field(
        description="값을 말하는 문서들, 오래된 것부터 / The documents that state it, oldest first"
    )
    def documents(self, info: Info) -> list[Document]:
        """The documents of its points."""
        records = info.context.records
        return [Document.from_record(one) for one in records.documents_of(self.record, info.path)]
