"""The explorer: nothing inline, nothing from elsewhere, and examples that run."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import graphql_api
from tests.graphql_api.city import Api

WEB = Path(graphql_api.__file__).with_name("web")
EXAMPLES: list[dict[str, Any]] = json.loads((WEB / "examples.json").read_text("utf-8"))
BROWSER = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def test_there_are_examples_in_both_languages() -> None:
    assert len(EXAMPLES) >= 4
    assert all(re.search("[가-힣]", one["title_ko"]) for one in EXAMPLES)
    assert all(re.search("[A-Za-z]", one["title_en"]) for one in EXAMPLES)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: str(one["title_en"]))
async def test_an_example_runs_and_finds_something(api: Api, example: dict[str, Any]) -> None:
    data = await api.data(example["query"], example["variables"])
    (found,) = data.values()
    items = found if isinstance(found, list) else found.get("nodes", [found])
    if "$year" in example["query"]:
        assert found["totalCount"] == len(items)
    else:
        assert items


async def test_the_page_allows_only_what_comes_from_here(api: Api) -> None:
    response = await api.http.get("/graphql", headers=BROWSER)
    policy = dict(
        part.strip().split(" ", 1)
        for part in response.headers["content-security-policy"].split(";")
    )
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert "unsafe" not in response.headers["content-security-policy"]


async def test_the_page_has_nothing_inline_and_nothing_from_elsewhere(api: Api) -> None:
    page = (await api.http.get("/graphql", headers=BROWSER)).text
    assert re.findall(r"<script(?![^>]*\bsrc=)", page) == []
    assert re.findall(r"<style|\sstyle=|\son\w+=", page) == []
    addresses = re.findall(r'(?:src|href|action)="([^"]*)"', page)
    assert len(addresses) > 4
    assert all(re.match(r"/(?!/)|#", address) for address in addresses)
    for path in (*WEB.glob("*.js"), *WEB.glob("*.css")):
        assert not re.search(r"https?:|[\"'`(]//", path.read_text("utf-8")), path.name


async def test_what_the_page_asks_for_is_there(api: Api) -> None:
    page = (await api.http.get("/graphql", headers=BROWSER)).text
    scripts = "".join(path.read_text("utf-8") for path in WEB.glob("*.js"))
    imported = {f"/graphql/assets/{name}" for name in re.findall(r'from "\./(.+?)"', scripts)}
    wanted = imported | set(re.findall(r"/graphql/[\w./-]+", page + scripts))
    assert len(wanted) >= 8
    for address in wanted:
        assert (await api.http.get(address)).status_code == 200, address


async def test_every_field_of_the_form_has_a_label(api: Api) -> None:
    page = (await api.http.get("/graphql", headers=BROWSER)).text
    fields = set(re.findall(r'<(?:textarea|select|input)[^>]*\bid="(\w+)"', page))
    labels = set(re.findall(r'<label for="(\w+)"', page))
    assert fields == labels == {"query", "variables", "examples", "past", "copy", "find"}


async def test_the_schema_is_published_as_it_is_committed(api: Api) -> None:
    response = await api.http.get("/graphql/schema.graphql")
    assert response.text + "\n" == WEB.with_name("schema.graphql").read_text("utf-8")
