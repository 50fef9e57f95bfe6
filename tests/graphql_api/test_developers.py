"""The page for developers: its examples run, its links lead somewhere, hostile hosts stay out."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from mcp import Client

from graphql_api.developers import FALLBACK, examples
from graphql_api.tables import TABLES
from tests.graphql_api.city import Api, NoSnapshot
from tests.server import Server, serving


async def test_the_page_is_strict_and_korean_first(api: Api) -> None:
    response = await api.http.get("/developers")
    assert response.status_code == 200
    policy = response.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert '<html lang="ko">' in response.text
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', response.text)
    assert " style=" not in response.text
    assert " onclick=" not in response.text
    known = {"if-none-match": response.headers["etag"]}
    assert (await api.http.get("/developers", headers=known)).status_code == 304


async def test_every_link_leads_somewhere(api: Api) -> None:
    text = (await api.http.get("/developers")).text
    links = set(re.findall(r'href="(/[^"]*)"', text))
    assert {
        f"/data/{name}.{end}" for name in TABLES for end in ("csv", "jsonl", "parquet")
    } <= links
    for link in links - {"/", "/coverage"}:
        assert (
            await api.http.get(link, headers={"accept": "text/html, */*"})
        ).status_code == 200, link


async def test_search_engines_read_the_dataset_from_the_page(api: Api) -> None:
    text = (await api.http.get("/developers")).text
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
    assert json.loads(found) == (await api.http.get("/data/dataset.jsonld")).json()


@pytest.mark.parametrize(
    "host", ['"><script>alert(1)</script>', "evil.example/x", "a b", "city.test:99999999", "사이트"]
)
async def test_a_host_that_is_none_does_not_reach_the_page(api: Api, host: str) -> None:
    response = await api.http.get("/developers", headers={b"host": host.encode()})
    assert response.status_code == 200
    assert html.escape(f"{FALLBACK}/graphql") in response.text
    assert host not in response.text


async def test_the_examples_name_the_server_that_shows_them(api: Api) -> None:
    text = html.unescape((await api.http.get("/developers")).text)
    for example in examples("http://city.test"):
        assert example.code in text


async def test_before_the_first_snapshot_the_page_is_there() -> None:
    response = await Api(NoSnapshot()).http.get("/developers")
    assert response.status_code == 200
    assert 'application/ld+json">' not in response.text.replace('href="/data/catalog', "")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("data"), model="hashing") as running:
        yield running


def run(command: list[str], folder: Path) -> str:
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
def test_every_example_runs(server: Server, tmp_path: Path) -> None:
    codes = {one.name: one.code for one in examples(server.url)}
    shell = ["bash", "-euo", "pipefail", "-c"]
    rows = json.loads(run([*shell, codes.pop("curl")], tmp_path))["data"]
    assert [row["municipality"] for row in rows] == ["보령시"] * 3
    found = json.loads(run([*shell, codes.pop("graphql")], tmp_path))
    assert len(found["data"]["budgets"]["nodes"]) == 3
    assert "budgets.csv: OK" in run([*shell, codes.pop("checksums")], tmp_path)
    for name in ("python", "pandas", "duckdb"):
        said = run([sys.executable, "-c", codes.pop(name)], tmp_path)
        assert len(said.splitlines()) >= (1 if name == "python" else 3), said
    by_size = codes.pop("largest")
    largest = run([sys.executable, "-c", by_size], tmp_path).splitlines()
    amounts = [int(line.split()[0]) for line in largest if not line.startswith("None")]
    assert amounts == sorted(amounts, reverse=True)
    in_small_pages = by_size.replace("first: 20", "first: 3")
    assert run([sys.executable, "-c", in_small_pages], tmp_path).splitlines() == largest
    assert len(largest) > 3
    audits = json.loads(run([*shell, codes.pop("contradictions")], tmp_path))
    found = audits["data"]["arithmeticAudits"]
    assert len(found["nodes"]) == found["totalCount"] > 0
    changes = codes.pop("changes")
    assert run([sys.executable, "-c", changes], tmp_path).startswith("new ")
    assert run([sys.executable, "-c", changes], tmp_path) == ""
    told = run([sys.executable, "-c", codes.pop("subscription")], tmp_path).splitlines()
    assert {line.split()[0] for line in told if line.strip()} >= {
        "STATUS",
        "TEXT",
        "DONE",
    }
    script = codes.pop("javascript")
    if node := shutil.which("node"):
        assert "/documents/" in run([node, "--input-type=module", "-e", script], tmp_path)
    assert set(codes) == {"mcp"}


@pytest.mark.slow
async def test_the_configuration_of_an_agent_leads_to_the_tools(server: Server) -> None:
    (config,) = [one.code for one in examples(server.url) if one.name == "mcp"]
    address = json.loads(config)["mcpServers"]["sijeong"]["url"]
    async with Client(address) as client:
        result = await client.call_tool("search", {"text": "예산", "limit": 1})
        assert not result.is_error
        url = result.structured_content["data"][0]["passage"]["url"]
    reply = httpx.get(server.url + url)
    assert reply.status_code == 200
    assert 'id="cited"' in reply.text
