"""The public types, linked to one another; each field is described in Korean and English."""

from __future__ import annotations

from typing import Annotated

import strawberry

import corpus
import index
from graphql_api.connections import Connection, Info, Paged  # noqa: F401 (in graphql_type)
from graphql_api.records import DocumentFields, FactFields, Node, PassageFields, SectionFields
from graphql_api.values import FactKind

MUNICIPALITY_PREFIX = "municipality:"
"""Sets a municipality's node id apart from those of records, which begin with a place's code."""

Kinds = Annotated[
    list[FactKind] | None,
    strawberry.argument(
        description=(
            "사실의 종류. 빈 목록은 좁히지 않는다. / Kinds of fact; an empty list does not narrow"
        )
    ),
]

paged_municipalities = Paged("municipalities", lambda record: Municipality.from_name(record.id))
paged_documents = Paged("documents", lambda record: Document.from_record(record))
paged_sections = Paged("sections", lambda record: Section.from_record(record))
paged_passages = Paged("passages", lambda record: Passage.from_record(record))
paged_facts = Paged("facts", lambda record: Fact.from_record(record))


def record_kinds(kinds: list[FactKind] | None) -> tuple[corpus.FactKind, ...]:
    """The kinds as the records name them; none given means any."""
    return tuple(corpus.FactKind[kind.name] for kind in kinds or ())


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
    def facts(self, kinds: Kinds = strawberry.UNSET) -> index.RecordRequest:
        """Its facts, in order of id."""
        return index.RecordRequest(municipalities=(self.name,), kinds=record_kinds(kinds))


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
        earlier = self.record.supersedes
        found = None if earlier is None else info.context.records.document(earlier)
        return None if found is None else Document.from_record(found)

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
    def facts(self, kinds: Kinds = strawberry.UNSET) -> index.RecordRequest:
        """Its facts, in order of id."""
        return index.RecordRequest(document_ids=(self.record.id,), kinds=record_kinds(kinds))


@strawberry.type(
    description=(
        "제목 아래의 구간, 하위 구간 포함 / A heading and everything under it, subsections included"
    )
)
class Section(SectionFields):
    """A section as the API gives it."""

    @strawberry.field(description="이 구간이 든 문서 / The document it stands in")
    def document(self, info: Info) -> Document:
        """The document of this section."""
        return Document.from_record(info.context.records.document_of(self.record))

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
    def facts(self, kinds: Kinds = strawberry.UNSET) -> index.RecordRequest:
        """Its facts, in order of id."""
        return index.RecordRequest(section_ids=(self.record.id,), kinds=record_kinds(kinds))


@strawberry.type(
    description="홀로 인용할 수 있는 구절 / A stretch of text that can be cited on its own"
)
class Passage(PassageFields):
    """A passage as the API gives it."""

    @strawberry.field(description="이 구절이 든 문서 / The document it stands in")
    def document(self, info: Info) -> Document:
        """The document of this passage."""
        return Document.from_record(info.context.records.document_of(self.record))

    @strawberry.field(description="이 구절이 든 구간 / The section it stands in")
    def section(self, info: Info) -> Section:
        """The section of this passage."""
        return Section.from_record(info.context.records.section_of(self.record))

    @strawberry.field(
        description="구절이 말하는 사실 / Facts that the passage states",
        graphql_type="Connection[Fact]",
        extensions=[paged_facts],
    )
    def facts(self, kinds: Kinds = strawberry.UNSET) -> index.RecordRequest:
        """Its facts, in order of id."""
        return index.RecordRequest(passage_ids=(self.record.id,), kinds=record_kinds(kinds))


@strawberry.type(
    description=(
        "문서가 말하는 사실 하나와 그 근거 / "
        "One thing that a document states, as data, with the words that state it"
    )
)
class Fact(FactFields):
    """A fact as the API gives it; the same figures as a row of the dump."""

    @strawberry.field(
        description="어느 지방자치단체에 관한 사실인가 / Which local government it is about"
    )
    def municipality(self) -> Municipality | None:
        """Whom the fact is about."""
        name = self.record.municipality
        return None if name is None else Municipality.from_name(name)

    @strawberry.field(description="이 사실을 말하는 문서 / The document that states it")
    def document(self, info: Info) -> Document:
        """The document of this fact."""
        return Document.from_record(info.context.records.document_of(self.record))

    @strawberry.field(description="이 사실이 든 구간 / The section it stands in")
    def section(self, info: Info) -> Section:
        """The section of this fact."""
        return Section.from_record(info.context.records.section_of(self.record))

    @strawberry.field(description="이 사실이 든 구절 / The passage it stands in")
    def passage(self, info: Info) -> Passage:
        """The passage of this fact."""
        return Passage.from_record(info.context.records.passage_of(self.record))

    @strawberry.field(
        description="문서의 이용 조건(공공누리 유형) / Licence of the document, a KOGL type"
    )
    def licence(self, info: Info) -> str:
        """Under which terms the document was published."""
        return info.context.records.document_of(self.record).licence

    @strawberry.field(description="이 답이 나온 스냅숏 / The snapshot that this answer comes from")
    def snapshot_id(self, info: Info) -> str:
        """The snapshot's id."""
        return info.context.records.snapshot_id


@strawberry.type(description="검색으로 찾은 구절 / A passage that a search found")
class Hit:
    """A passage and why it was found."""

    passage: Passage = strawberry.field(description="찾은 구절 / The passage")
    score: float = strawberry.field(
        description="합친 점수(0~1, 클수록 가깝다) / Fused score from 0 to 1, higher is nearer"
    )
    lexical_rank: int | None = strawberry.field(
        description="낱말 검색 순위, 1부터 / Rank by words, from 1; null when not found by it"
    )
    vector_rank: int | None = strawberry.field(
        description="의미 검색 순위, 1부터 / Rank by meaning, from 1; null when not found by it"
    )
    lexical_score: float | None = strawberry.field(
        description="낱말 검색 점수(BM25) / Score by words, BM25"
    )
    cosine: float | None = strawberry.field(
        description="의미의 코사인 유사도 / Cosine similarity of meaning"
    )

    @classmethod
    def from_record(cls, record: index.Hit) -> Hit:
        """The hit of a record."""
        return cls(
            passage=Passage.from_record(record.passage),
            score=record.score,
            lexical_rank=record.lexical_rank,
            vector_rank=record.vector_rank,
            lexical_score=record.lexical_score,
            cosine=record.cosine,
        )
