"""Citations: what every record says of where it comes from, and that it stands there."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import index
from graphql_api.citations import Citation
from tests.graphql_api.city import Api, CountingSnapshot

CITED = """citation {
  url documentId title licence snapshotId quote start end number section page { printed }
}"""
OF = f"fragment C on Sourced {{ licence document {{ id licence }} {CITED} }}"
LISTS = ("facts", "sections", "passages", "arithmeticAudits")


async def test_every_record_is_cited_where_its_words_stand(
    api: Api, snapshot: index.Snapshot
) -> None:
    data: dict[str, Any] = {}
    for field in LISTS:
        data |= await api.data(f"{{ {field}(first: 100) {{ nodes {{ ...C }} }} }} {OF}")
    found = await api.data(f"{{ series {{ nodes {{ points {{ ...C }} }} }} }} {OF}")
    series = found["series"]["nodes"]
    records = [one for found in data.values() for one in found["nodes"]]
    records += [point for one in series for point in one["points"]]
    assert len(records) > 80
    assert any(one["citation"]["quote"] is None for one in data["sections"]["nodes"])
    for one in records:
        cited = one["citation"]
        text = snapshot.text(cited["documentId"])
        assert text is not None
        span = text[cited["start"] : cited["end"]]
        assert span
        assert cited["quote"] in (span, None)
        assert cited["licence"] == one["licence"] == one["document"]["licence"]
        assert cited["documentId"] == one["document"]["id"]
        assert cited["snapshotId"] == snapshot.manifest.snapshot_id
        assert (cited["number"], cited["section"]) == (None, None)
        address = urlsplit(cited["url"])
        assert address.path == f"/documents/{cited['documentId']}"
        assert parse_qs(address.query) == {
            "from": [str(cited["start"])],
            "to": [str(cited["end"])],
        }
        assert address.fragment == "cited"


async def test_citations_cost_one_read_for_each_kind(api: Api, counting: CountingSnapshot) -> None:
    await api.data("{ facts(first: 30) { nodes { citation { title quote } licence snapshotId } } }")
    assert sorted(counting.reads) == ["documents", "facts"]


async def test_every_node_says_its_snapshot(api: Api, snapshot: index.Snapshot) -> None:
    data = await api.data(
        "{ municipalities { nodes { snapshotId } } documents { nodes { snapshotId } } "
        "series { nodes { snapshotId } } }"
    )
    said = {one["snapshotId"] for found in data.values() for one in found["nodes"]}
    assert said == {snapshot.manifest.snapshot_id}


def test_a_citation_has_what_the_contract_gives_of_one() -> None:
    assert {"url", "quote", "start", "end", "page", "licence", "title", "source"} <= set(
        Citation.__dataclass_fields__
    )
