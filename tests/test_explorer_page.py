"""The GraphQL explorer in a real browser: it runs, offers what fits, explains, and stays silent."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from urllib.parse import quote

import pytest

from tests.browser import CHROMIUM, Page, driving
from tests.server import Server, serving

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]

PLAN = """보령시 2022년 주요업무계획

1. 산림 휴양
○ 무궁화수목원 보완사업 총사업비 690억 원
○ 행정업무용 PC구입(대): (‘21) 690 → (’25) 720
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("documents")
    (folder / "plan.txt").write_text(PLAN, encoding="utf-8")
    with serving(tmp_path_factory.mktemp("data"), corpus=[folder], model="hashing") as running:
        yield running


@pytest.fixture(scope="module")
def page(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with driving(tmp_path_factory.mktemp("profile")) as driven:
        driven.open(f"{server.url}/graphql")
        driven.wait("document.querySelectorAll('#entry button').length > 2")
        yield driven
        # A browser calls a status that says the query is wrong a fault as well.
        assert [one for one in driven.faults if "status of 400" not in one] == []


def write(page: Page, text: str) -> None:
    """Put a query into the editor, with the caret where the bar stands."""
    before, _, after = text.partition("|")
    page.run(
        f"var area = document.getElementById('query'); area.value = {json.dumps(before + after)};"
        f"area.focus(); area.setSelectionRange({len(before)}, {len(before)});"
        "area.dispatchEvent(new Event('input', {bubbles: true}))"
    )


def offered(page: Page) -> list[str]:
    names = page.run(
        "Array.from(document.querySelectorAll('#offers button'), (one) => one.textContent)"
    )
    assert isinstance(names, list)
    return names


def send(page: Page) -> str:
    """Run what stands in the editor; the result as shown."""
    page.run("document.getElementById('status').textContent = ''")
    page.run("document.getElementById('request').requestSubmit()")
    page.wait("/HTTP/.test(document.getElementById('status').textContent)")
    return str(page.run("document.getElementById('result').textContent"))


def test_a_query_runs_and_its_figures_lead_to_their_source(page: Page, server: Server) -> None:
    write(page, "{ facts { nodes { rawText url } } }")
    shown = json.loads(send(page))
    addresses = [one["url"] for one in shown["data"]["facts"]["nodes"]]
    links = page.run("Array.from(document.querySelectorAll('#result a'), (one) => one.href)")
    assert links == [server.url + one for one in addresses]
    assert page.run("location.search").startswith("?query=")
    past = page.run("document.querySelector('#past option:last-child').textContent")
    assert "rawText" in past


def test_an_error_leads_to_its_place(page: Page) -> None:
    write(page, "{\n  facts { nothing }\n}")
    send(page)
    page.run("document.querySelector('#errors button').click()")
    assert page.run("document.getElementById('query').selectionStart") == 12
    assert "is-wrong" in page.run("document.getElementById('status').className")


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        ("{ |", "facts", "name"),
        ("{ facts { nodes { na|", "name", "facts"),
        ("{ facts(|", "filter", "nodes"),
        ("{ facts(filter: {|", "municipalities", "filter"),
        ("{ facts(kinds: [|", "BUDGET", "kinds"),
        ("{ facts(filter: {years: [2022]}, |", "first", "years"),
        ("query A($n: Int) { facts(first: $n) { nodes { document { |", "publishedOn", "rawText"),
        ("fragment A on Document { |", "title", "rawText"),
        ("{ node(id: 1) { ... on Fact { |", "rawText", "title"),
        ("subscription { |", "ask", "facts"),
    ],
)
def test_what_fits_where_the_caret_stands_is_offered(
    page: Page, text: str, wanted: str, unwanted: str
) -> None:
    write(page, text)
    names = offered(page)
    assert wanted in names
    assert unwanted not in names


def test_an_offer_types_itself(page: Page) -> None:
    write(page, "{ snap|")
    page.run("document.querySelector('#offers button').click()")
    assert page.run("document.getElementById('query').value") == "{ snapshot {}"


def test_the_reference_finds_by_either_language_and_opens_types(page: Page) -> None:
    for words in ("예산", "budget"):
        page.run(
            f"var find = document.getElementById('find'); find.value = '{words}';"
            "find.dispatchEvent(new Event('input'))"
        )
        assert "Query.budgets" in page.run("document.getElementById('entry').textContent")
    page.run("find.value = ''; find.dispatchEvent(new Event('input'))")
    page.run("document.querySelector('#entry button').click()")
    assert "Query" in page.run("document.querySelector('#entry h3').textContent")


def snippet(page: Page, kind: str) -> str:
    """What is copied; without a clipboard it is shown."""
    page.run(
        "navigator.clipboard.writeText = (text) => { window.copied = text; };"
        f"var copy = document.getElementById('copy'); copy.value = '{kind}';"
        "copy.dispatchEvent(new Event('change'))"
    )
    page.wait("window.copied !== undefined")
    return str(page.run("var text = window.copied; window.copied = undefined; text"))


def test_what_is_copied_runs_elsewhere(page: Page) -> None:
    query = (
        "query Q($n: Int) {\n  facts(filter: {nameContains: \"'원'\"}, first: $n) { totalCount }\n}"
    )
    write(page, query)
    page.run("document.getElementById('variables').value = '{\"n\": 1}'")
    curl = subprocess.run(
        ["bash", "-c", snippet(page, "curl")], capture_output=True, text=True, check=True
    )
    assert json.loads(curl.stdout)["data"] == {"facts": {"totalCount": 0}}
    python = subprocess.run(
        [sys.executable, "-c", snippet(page, "python")], capture_output=True, text=True, check=True
    )
    assert json.loads(python.stdout) == {"facts": {"totalCount": 0}}
    link = snippet(page, "link")
    assert quote("nameContains") in link
    script = re.sub(r"^const response = |console\.log\((.*)\);$", "", snippet(page, "javascript"))
    assert "await fetch(" in script
    page.run("document.getElementById('variables').value = ''")


def test_an_answer_streams(page: Page) -> None:
    write(page, 'subscription { ask(question: "수목원 사업비?") { kind status text } }')
    told = [one["data"]["ask"]["kind"] for one in json.loads(send(page))]
    assert told[0] == "STATUS"
    assert told[-1] == "DONE"


def test_it_fits_the_narrowest_phone(page: Page, server: Server) -> None:
    page.resize(320, 900)
    page.open(f"{server.url}/graphql")
    page.wait("document.querySelectorAll('#entry button').length > 2")
    assert page.run("document.documentElement.scrollWidth") <= 320
