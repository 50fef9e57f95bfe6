"""The budgets as a Fiscal Data Package: which column is an amount, and by what it is divided.

A Data Package of Frictionless Data (v1, which v2 readers take too) with the columns of
`budgets.csv`, and beside it the older fiscal profile's `model` of measures and dimensions.
https://specs.frictionlessdata.io/data-package/ https://specs.frictionlessdata.io/fiscal-data-package/
"""

from __future__ import annotations

from typing import Any, BinaryIO

import index
from graphql_api.catalogue import licence_address
from graphql_api.columns import Kind, Leaf, flat
from graphql_api.dumps import DUMPS, DataFile
from graphql_api.media import JSON
from graphql_api.responses import json_bytes
from graphql_api.storeroom import Storeroom
from graphql_api.tables import TABLES

RESOURCE = "budgets"
CURRENCY = "KRW"

_TYPES = {
    Kind.TEXT: "string",
    Kind.FIGURE: "string",
    Kind.INTEGER: "integer",
    Kind.BIG_INTEGER: "integer",
    Kind.BOOLEAN: "boolean",
    Kind.DATE: "date",
    Kind.STRUCT: "object",
}
_MEANINGS = {
    "id": "fact:id",
    "fiscal_year": "date:fiscal-year",
    "amount_krw": "value",
    "municipality": "administrative-classification:name",
    "organisation": "administrative-unit:name",
    "account": "fund:id",
    "funding_source": "source:id",
    "name": "budget-line:name",
    "quote": "budget-line:description",
}
"""What a column means in the vocabulary of column types; the others mean only themselves."""


def package(snapshot: index.Snapshot, size: int, sha256: str) -> dict[str, Any]:
    """The descriptor of `/data/budgets.csv`, whose size and SHA-256 are given."""
    table = TABLES[RESOURCE]
    leaves = flat(table.columns)
    documents = snapshot.documents(index.RecordRequest())
    licences = sorted({one.licence for one in documents})
    years = [year for one in documents for year in one.fiscal_years]
    found: dict[str, Any] = {
        "profile": "data-package",
        "name": "sijeong-budgets",
        "id": snapshot.manifest.snapshot_id,
        "title": "한국 지방자치단체의 예산 / Budgets of Korean local governments",
        "description": (
            "공표된 문서가 말하는 예산액. 합계와 부분이 함께 있으므로(flags의 total, part) 그대로"
            " 더할 수 없다. / Amounts of budgets as published documents state them; totals and"
            " their parts are both here (flags total, part), so a plain sum counts twice."
        ),
        "created": snapshot.manifest.built_at.isoformat(),
        "countryCode": "KR",
        "homepage": "/developers",
        "sources": [
            {"title": one.title} | ({"path": one.source_url} if one.source_url else {})
            for one in documents
        ],
        "resources": [
            {
                "name": RESOURCE,
                "path": f"{RESOURCE}.csv",
                "profile": "tabular-data-resource",
                "title": f"{table.ko} / {table.en}",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8-sig",
                "bytes": size,
                "hash": f"sha256:{sha256}",
                "dialect": {"lineTerminator": "\r\n", "delimiter": ",", "header": True},
                "schema": {
                    "fields": [_field(leaf) for leaf in leaves],
                    "missingValues": [""],
                    "primaryKey": ["id"],
                },
            }
        ],
        "model": _model(),
    }
    if known := [(one, address) for one in licences if (address := licence_address(one))]:
        found["licenses"] = [{"name": name, "path": address} for name, address in known]
    if years:
        found["fiscalPeriod"] = {
            "start": f"{min(years):04}-01-01",
            "end": f"{max(years):04}-12-31",
        }
    return found


def _field(leaf: Leaf) -> dict[str, Any]:
    column = leaf.column
    field: dict[str, Any] = {
        "name": leaf.name,
        "type": "array" if column.is_list else _TYPES[column.kind],
        "title": column.ko,
        "description": column.en,
    }
    if leaf.name in _MEANINGS:
        field["columnType"] = _MEANINGS[leaf.name]
    constraints: dict[str, Any] = {}
    if column.is_required and len(leaf.path) == 1:
        constraints["required"] = True
    if column.choices and not column.is_list:
        constraints["enum"] = list(column.choices)
    return field | ({"constraints": constraints} if constraints else {})


def _model() -> dict[str, Any]:
    """Measures and dimensions; the phase of each value of the course stands in `values`."""

    def attribute(source: str) -> dict[str, str]:
        return {"source": source, "resource": RESOURCE}

    def dimension(type_: str, key: str, **attributes: str) -> dict[str, Any]:
        found = {name: attribute(source) for name, source in attributes.items()}
        return {"dimensionType": type_, "primaryKey": [key], "attributes": found}

    return {
        "measures": {
            "amount": attribute("amount_krw") | {"currency": CURRENCY, "factor": 1},
        },
        "dimensions": {
            "year": dimension("datetime", "year", year="fiscal_year"),
            "phase": dimension("other", "values", values="values"),
            "account": dimension("fund", "account", account="account"),
            "funding": dimension("source", "source", source="funding_source"),
            "municipality": dimension("entity", "name", name="municipality"),
            "organisation": dimension("administrative", "name", name="organisation"),
            "line": dimension("activity", "id", id="id", name="name"),
            "document": dimension("document", "id", id="document_id", title="document_title"),
        },
    }


def _write(room: Storeroom, snapshot: index.Snapshot, out: BinaryIO) -> None:
    sheet = DUMPS[f"{RESOURCE}.csv"].stored(room, snapshot)
    out.write(json_bytes(package(snapshot, sheet.size, sheet.sha256)))


PACKAGE = DataFile(name="datapackage.json", media_type=JSON, write=_write)
