"""The Fiscal Data Package: valid by the Frictionless library, which reads every row of it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from graphql_api.columns import flat
from graphql_api.tables import TABLES
from tests.graphql_api.city import BILLIONS, Api

frictionless = pytest.importorskip("frictionless")

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


async def downloaded(api: Api, folder: Path) -> Path:
    for name in ("datapackage.json", "budgets.csv"):
        (folder / name).write_bytes((await api.http.get(f"/data/{name}")).content)
    return folder / "datapackage.json"


async def test_frictionless_finds_no_fault_in_descriptor_or_rows(api: Api, tmp_path: Path) -> None:
    descriptor = await downloaded(api, tmp_path)
    package = frictionless.Package(str(descriptor))
    report = package.validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])
    rows = package.get_resource("budgets").read_rows()
    assert len(rows) == BILLIONS
    assert rows[0]["amount_krw"] == 100_000_000_000
    assert rows[0]["values"][0]["phase"] == "approved"


async def test_frictionless_sees_a_file_that_was_changed(api: Api, tmp_path: Path) -> None:
    descriptor = await downloaded(api, tmp_path)
    with (tmp_path / "budgets.csv").open("ab") as out:
        out.write(b"x\r\n")
    assert not frictionless.Package(str(descriptor)).validate().valid


async def test_the_fiscal_model_names_columns_that_are_there(api: Api, tmp_path: Path) -> None:
    content = json.loads((await downloaded(api, tmp_path)).read_text(encoding="utf-8"))
    (resource,) = content["resources"]
    names = {field["name"] for field in resource["schema"]["fields"]}
    assert names == {leaf.name for leaf in flat(TABLES["budgets"].columns)}
    model = content["model"]
    assert model["measures"]["amount"]["currency"] == "KRW"
    assert {"year", "phase", "account", "municipality"} <= set(model["dimensions"])
    for dimension in model["dimensions"].values():
        sources = {one["source"] for one in dimension["attributes"].values()}
        assert sources <= names
        assert set(dimension["primaryKey"]) <= set(dimension["attributes"])
    sheet = (tmp_path / "budgets.csv").read_bytes()
    assert resource["bytes"] == len(sheet)
    assert resource["hash"] == f"sha256:{hashlib.sha256(sheet).hexdigest()}"
