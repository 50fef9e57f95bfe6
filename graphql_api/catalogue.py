"""The catalogue of everything that can be had, as DCAT-AP 3 in JSON-LD.

Each table is a dataset with a distribution for every format; each document is a dataset too, which
the tables name as their source, with its publisher, place, years and licence. Addresses are
relative to the catalogue's own, so it is true wherever it is served.
https://semiceu.github.io/DCAT-AP/releases/3.0.0/
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO
from urllib.parse import quote

import corpus
import index
from graphql_api.dumps import DUMPS, DataFile
from graphql_api.media import JSON_LD
from graphql_api.openapi import PREFIX
from graphql_api.records import document_url
from graphql_api.responses import json_bytes
from graphql_api.storeroom import Storeroom
from graphql_api.tables import TABLES, Table

Node = dict[str, Any]

CATALOGUE_ADDRESS = "/data/catalog.jsonld"
KOGL = "https://www.kogl.or.kr/info/licenseType{type}.do"
"""Where the Korea Open Government License says what each of its types 1 to 4 allows."""

KOREAN = "http://publications.europa.eu/resource/authority/language/KOR"
PUBLIC = "http://publications.europa.eu/resource/authority/access-right/PUBLIC"
MEDIA_TYPES = "http://www.iana.org/assignments/media-types/"
GOVERNMENT = "http://publications.europa.eu/resource/authority/data-theme/GOVE"
KOREA = "http://publications.europa.eu/resource/authority/country/KOR"

CONTEXT: Node = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def words(ko: str, en: str) -> list[Node]:
    """The same in both languages."""
    return [{"@value": ko, "@language": "ko"}, {"@value": en, "@language": "en"}]


def catalogue(snapshot: index.Snapshot, stored: dict[str, tuple[int, str]]) -> Node:
    """The whole catalogue; `stored` has the size and the SHA-256 of each dump by its name."""
    manifest = snapshot.manifest
    documents = snapshot.documents(index.RecordRequest())
    modified = {"@value": manifest.built_at.isoformat(), "@type": "xsd:dateTime"}
    datasets = [_table(table, stored, documents, modified) for table in TABLES.values()]
    return {
        "@context": CONTEXT,
        "@id": CATALOGUE_ADDRESS,
        "@type": "dcat:Catalog",
        "dct:title": words("시정 공개 데이터", "Sijeong open data"),
        "dct:description": words(
            "한국 지방자치단체가 공표한 계획·예산·성과·청렴 문서와 그 문서가 말하는 사실",
            "Plans, budgets, performance and integrity documents published by Korean local"
            " governments, and the facts that they state",
        ),
        "dct:identifier": manifest.snapshot_id,
        "dct:publisher": _agent("Sijeong 시정"),
        "dct:language": _typed(KOREAN, "dct:LinguisticSystem"),
        "dct:modified": modified,
        "dct:spatial": _typed(KOREA, "dct:Location"),
        "foaf:homepage": _typed("/developers", "foaf:Document"),
        "dct:rights": _mixed_rights(),
        "dcat:themeTaxonomy": _typed(
            "http://publications.europa.eu/resource/authority/data-theme", "skos:ConceptScheme"
        )
        | {"dct:title": words("데이터 주제", "Data theme")},
        "dcat:dataset": [*datasets, *map(_document, documents)],
        "dcat:service": list(_services(datasets)),
    }


def _table(
    table: Table,
    stored: dict[str, tuple[int, str]],
    documents: Sequence[corpus.Document],
    modified: Node,
) -> Node:
    years = [year for one in documents for year in one.fiscal_years]
    places = dict.fromkeys(one.municipality for one in documents if one.municipality)
    found: Node = {
        "@id": f"{CATALOGUE_ADDRESS}#{table.name}",
        "@type": "dcat:Dataset",
        "dct:title": words(table.ko, table.en),
        "dct:description": words(
            f"{table.ko}: 기록마다 근거 문서와 자리가 있다.",
            f"{table.en}; each record names its document and its place there.",
        ),
        "dct:identifier": table.name,
        "dct:publisher": _agent("Sijeong 시정"),
        "dct:accessRights": _rights(PUBLIC),
        "dct:language": _typed(KOREAN, "dct:LinguisticSystem"),
        "dct:modified": modified,
        "dcat:theme": _theme(),
        "dcat:keyword": words(table.ko, table.en),
        "dct:provenance": {
            "@type": "dct:ProvenanceStatement",
            "rdfs:label": words(
                "공표된 문서에서 기계로 읽었으며 원문을 고치지 않았다.",
                "Read by machine from published documents, whose words are unchanged.",
            ),
        },
        "dct:source": [{"@id": _document_node(one.id)} for one in documents],
        "dcat:distribution": [
            _distribution(file, *stored[file.name])
            for file in DUMPS.values()
            if file.table == table.name
        ],
    }
    if years:
        found["dct:temporal"] = _period(min(years), max(years))
    if places:
        found["dct:spatial"] = [_place(name) for name in places]
    return found


def _distribution(file: DataFile, size: int, sha256: str) -> Node:
    return {
        "@id": f"/data/{file.name}",
        "@type": ["dcat:Distribution", "rdfs:Resource"],
        "dct:title": file.name,
        "dcat:accessURL": {"@id": f"/data/{file.name}"},
        "dcat:downloadURL": {"@id": f"/data/{file.name}"},
        "dcat:mediaType": _typed(MEDIA_TYPES + file.media_type.partition(";")[0], "dct:MediaType"),
        "dct:format": _typed(
            MEDIA_TYPES + file.media_type.partition(";")[0], "dct:MediaTypeOrExtent"
        ),
        "dcat:byteSize": {"@value": str(size), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": _typed(
                "http://spdx.org/rdf/terms#checksumAlgorithm_sha256", "spdx:ChecksumAlgorithm"
            ),
            "spdx:checksumValue": {"@value": sha256, "@type": "xsd:hexBinary"},
        },
        "dct:rights": _mixed_rights(),
    }


def _document(document: corpus.Document) -> Node:
    address = document_url(document.id)
    found: Node = {
        "@id": _document_node(document.id),
        "@type": "dcat:Dataset",
        "dct:title": document.title,
        "dct:description": words(
            f"{document.title}({'요약본' if document.is_digest else '원문'})",
            f"{document.title} ({'a digest' if document.is_digest else 'the original'})",
        ),
        "dct:identifier": document.id,
        "dct:language": _typed(KOREAN, "dct:LinguisticSystem"),
        "dct:accessRights": _rights(PUBLIC),
        "dcat:theme": _theme(),
        "dcat:landingPage": _typed(document.source_url or address, "foaf:Document"),
        "dcat:distribution": {
            "@id": f"{address}.txt",
            "@type": ["dcat:Distribution", "rdfs:Resource"],
            "dcat:accessURL": {"@id": f"{address}.txt"},
            "dcat:downloadURL": {"@id": f"{address}.txt"},
            "dcat:mediaType": _typed(f"{MEDIA_TYPES}text/plain", "dct:MediaType"),
            **_licence(document.licence),
        },
    }
    if publisher := document.publisher or document.municipality:
        found["dct:publisher"] = _agent(publisher)
    if document.published_on:
        found["dct:issued"] = {"@value": document.published_on.isoformat(), "@type": "xsd:date"}
    if document.municipality:
        found["dct:spatial"] = _place(document.municipality)
    if document.fiscal_years:
        found["dct:temporal"] = _period(min(document.fiscal_years), max(document.fiscal_years))
    if document.supersedes:
        found["dct:replaces"] = {"@id": _document_node(document.supersedes)}
    return found


def _services(datasets: Sequence[Node]) -> Iterator[Node]:
    serves = [{"@id": one["@id"]} for one in datasets]
    for name, address, about in (
        ("GraphQL", "/graphql", "/graphql/schema.graphql"),
        ("REST", PREFIX, "/openapi.json"),
        ("MCP", "/mcp", "/developers"),
    ):
        yield {
            "@id": f"{CATALOGUE_ADDRESS}#{name.lower()}",
            "@type": "dcat:DataService",
            "dct:title": name,
            "dcat:endpointURL": _typed(address, "rdfs:Resource"),
            "dcat:endpointDescription": _typed(about, "rdfs:Resource"),
            "dcat:servesDataset": serves,
        }


def _document_node(document_id: str) -> str:
    return f"{CATALOGUE_ADDRESS}#{quote(document_id)}"


def _typed(address: str, type_: str) -> Node:
    return {"@id": address, "@type": [type_, "rdfs:Resource"]}


def _agent(name: str) -> Node:
    return {"@type": "foaf:Agent", "foaf:name": name}


def _place(name: str) -> Node:
    return {"@type": "dct:Location", "rdfs:label": name, "skos:prefLabel": name}


def _theme() -> Node:
    theme = _typed(GOVERNMENT, "skos:Concept")
    return theme | {"skos:prefLabel": words("정부·공공", "Government and public sector")}


def _rights(address: str) -> Node:
    return {"@id": address, "@type": "dct:RightsStatement"}


def _mixed_rights() -> Node:
    """What holds for tables, whose records come from documents of different licences."""
    return {
        "@type": "dct:RightsStatement",
        "rdfs:label": words(
            "기록마다 그 문서의 이용 조건(공공누리 유형 또는 알 수 없음)을 따른다.",
            "Each record is under the licence of its document (a KOGL type, or unknown).",
        ),
    }


def _licence(licence: str) -> Node:
    """A KOGL type as a licence, anything else as what is known of the rights."""
    if address := licence_address(licence):
        return {
            "dct:license": _typed(address, "dct:LicenseDocument")
            | {"dct:title": words(f"공공누리 제{licence[-1]}유형", f"KOGL type {licence[-1]}")}
        }
    return {
        "dct:rights": {
            "@type": "dct:RightsStatement",
            "rdfs:label": words("이용 조건을 알 수 없음", "The licence is unknown"),
        }
    }


def licence_address(licence: str) -> str | None:
    """Where a KOGL type is explained; None for any other licence."""
    name, _, type_ = licence.partition("-")
    return KOGL.format(type=type_) if name == "KOGL" and type_ in ("1", "2", "3", "4") else None


def _period(first: int, last: int) -> Node:
    """Fiscal years of Korean local governments are calendar years (Local Finance Act, art. 6)."""
    return {
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": {"@value": f"{first:04}-01-01", "@type": "xsd:date"},
        "dcat:endDate": {"@value": f"{last:04}-12-31", "@type": "xsd:date"},
    }


def sizes(room: Storeroom, snapshot: index.Snapshot) -> dict[str, tuple[int, str]]:
    """The size and the SHA-256 of every dump, by its name."""
    stored = {name: file.stored(room, snapshot) for name, file in DUMPS.items()}
    return {name: (one.size, one.sha256) for name, one in stored.items()}


def _write(room: Storeroom, snapshot: index.Snapshot, out: BinaryIO) -> None:
    out.write(json_bytes(catalogue(snapshot, sizes(room, snapshot))))


CATALOGUE = DataFile(name="catalog.jsonld", media_type=JSON_LD, write=_write)
