"""The data as schema.org describes it, by which search engines for data find it."""

from __future__ import annotations

from typing import Any, BinaryIO

import index
from graphql_api.catalogue import KOREA, licence_address
from graphql_api.dumps import DUMPS, DataFile
from graphql_api.media import JSON_LD
from graphql_api.responses import json_bytes
from graphql_api.storeroom import Storeroom


def dataset(snapshot: index.Snapshot) -> dict[str, Any]:
    """One `Dataset` with every dump as a download; https://schema.org/Dataset."""
    documents = snapshot.documents(index.RecordRequest())
    years = [year for one in documents for year in one.fiscal_years]
    places = sorted({one.municipality for one in documents if one.municipality})
    licences = sorted({one.licence for one in documents})
    found: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": "/data/dataset.jsonld",
        "name": "시정 공개 데이터 / Sijeong open data",
        "description": (
            "한국 지방자치단체가 공표한 계획·예산·성과·청렴 문서와 그 문서가 말하는 사실. / Plans,"
            " budgets, performance and integrity documents of Korean local governments, and the"
            " facts that they state, each with its place in a document."
        ),
        "url": "/developers",
        "identifier": snapshot.manifest.snapshot_id,
        "version": snapshot.manifest.snapshot_id,
        "dateModified": snapshot.manifest.built_at.isoformat(),
        "inLanguage": "ko",
        "isAccessibleForFree": True,
        "keywords": ["예산", "시정", "지방자치단체", "budget", "local government", "Korea"],
        "license": [licence_address(one) or one for one in licences],
        "creator": {"@type": "Organization", "name": "Sijeong 시정"},
        "spatialCoverage": [
            {"@type": "Place", "name": name, "containedInPlace": KOREA} for name in places
        ],
        "isBasedOn": sorted({one.source_url for one in documents if one.source_url}),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": name,
                "encodingFormat": file.media_type.partition(";")[0],
                "contentUrl": f"/data/{name}",
            }
            for name, file in DUMPS.items()
        ],
    }
    if years:
        found["temporalCoverage"] = f"{min(years):04}-01-01/{max(years):04}-12-31"
    return found


def _write(room: Storeroom, snapshot: index.Snapshot, out: BinaryIO) -> None:
    out.write(json_bytes(dataset(snapshot)))


DATASET = DataFile(name="dataset.jsonld", media_type=JSON_LD, write=_write)
