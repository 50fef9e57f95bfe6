"""What the README says is true: commands, words, map, settings, formats, examples, version."""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from websockets.exceptions import ConnectionClosedError
from websockets.sync.client import connect
from websockets.typing import Subprotocol

import assistant
import corpus
import index
from corpus.parse import FORMATS
from serve import Settings
from tests.layout import ROOT
from tests.readme import between, made, made_files
from tests.server import Server, serving

README = (ROOT / "README.md").read_text(encoding="utf-8")
INSTALL_AND_START = "pip install -e . && python serve.py"
INSTALL_AND_TEST = "pip install -e '.[tests]' && python -m tests"
ADDRESS = "http://127.0.0.1:8000"


def section(title: str) -> str:
    """What stands under a heading, up to the next heading of its level."""
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", README, re.M | re.S)
    assert found, f"the README has no section {title!r}"
    return found.group(1)


def blocks(text: str, language: str) -> list[str]:
    """The fenced blocks of a language."""
    return [one.strip() for one in re.findall(rf"^```{language}\n(.*?)^```", text, re.M | re.S)]


# Words and commands


def test_ten_nouns_come_first_and_the_code_uses_them() -> None:
    first = re.search(r"^## (.*)$", README, re.M)
    assert first
    nouns = re.findall(r"^- \*\*(\w+)\*\*", section(first.group(1)), re.M)
    assert len(nouns) == 10
    for noun in nouns:
        assert any(hasattr(room, noun) for room in (corpus, index, assistant)), noun


def test_there_are_exactly_two_commands() -> None:
    commands = [one for one in blocks(README, "sh") if not one.startswith("curl")]
    assert commands == [INSTALL_AND_START, INSTALL_AND_TEST]


def test_continuous_integration_runs_the_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert script.rstrip().splitlines()[-1] == INSTALL_AND_TEST
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o100, ".ci/run cannot be executed"


def test_links_within_the_project_lead_somewhere() -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)", README)
    assert [target for target in targets if not (ROOT / target).exists()] == []


# Map and settings


@pytest.mark.parametrize("name", made())
def test_a_table_that_follows_from_the_code_is_up_to_date(name: str) -> None:
    written = between(README, name).group(1)
    assert written == made()[name], "python -m tests.readme writes it anew"


@pytest.mark.parametrize("path", made_files(), ids=lambda path: path.parent.name)
def test_the_readme_of_a_room_is_up_to_date(path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    assert written == made_files()[path], "python -m tests.readme writes it anew"


def test_the_library_is_what_is_served_without_a_corpus() -> None:
    assert Settings().corpus == (ROOT / "corpus" / "library",)


# Documents


def test_the_formats_are_those_that_are_read() -> None:
    rows = [line for line in section("Documents").splitlines() if line.startswith("| `.")]
    named = {one for row in rows for one in re.findall(r"`(\.\w+)`", row.split("|")[1])}
    assert named == set(FORMATS)


def test_the_catalogue_of_the_readme_is_read_as_it_says(tmp_path: Path) -> None:
    (catalogue,) = blocks(section("Documents"), "csv")
    (tmp_path / "catalog.csv").write_text(catalogue, encoding="utf-8")
    names = [line.partition(",")[0] for line in catalogue.splitlines()[1:]]
    for name in names:
        (tmp_path / name).write_text("1. 예산\n○ 총사업비 690억 원\n", encoding="utf-8")
    read = corpus.read_folders([tmp_path])
    assert read.excluded == ()
    documents = {reading.document.source: reading.document for reading in read.readings}
    assert set(documents) == set(names)
    first = documents[names[0]]
    assert first.inferred == ()
    assert first.municipality
    assert first.published_on
    assert first.fiscal_years
    assert first.source_url
    assert first.licence.startswith("KOGL-")


# Examples


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("data"), model="hashing") as running:
        yield running


def ask(curl: str, url: str) -> httpx.Response:
    """Send what a curl command would send, to another address."""
    words = shlex.split(curl.replace("\\\n", " "))
    headers, body, address = {}, None, ""
    given = iter(words[1:])
    for word in given:
        if word == "-N":
            continue
        if word == "-H":
            name, _, value = next(given).partition(":")
            headers[name] = value.strip()
        elif word == "-d":
            body = next(given).encode()
        else:
            address = word
    assert address.startswith(ADDRESS), f"not understood: {curl}"
    method = "GET" if body is None else "POST"
    target = url + address.removeprefix(ADDRESS)
    return httpx.request(method, target, headers=headers, content=body, timeout=30)


@pytest.mark.slow
def test_every_example_gives_what_the_readme_promises(server: Server) -> None:
    replies = {one: ask(one, server.url) for one in blocks(section("Try it"), "sh")}
    assert {one: reply.status_code for one, reply in replies.items()} == dict.fromkeys(replies, 200)
    by_path = {reply.url.path: reply for reply in replies.values()}
    answer = by_path["/api/ask"].json()
    assert answer["status"] == "answered"
    assert answer["citations"]
    data = by_path["/graphql"].json()
    assert "errors" not in data
    assert data["data"]["budgets"]["nodes"]
    rows = by_path["/data/facts.jsonl"].text.splitlines()
    assert rows
    assert all('"quote"' in row for row in rows)


@pytest.mark.slow
def test_an_answer_over_graphql_comes_piece_by_piece(server: Server) -> None:
    (example,) = blocks(section("GraphQL"), "sh")
    body = ask(example, server.url).text
    assert body.startswith("event: next\ndata: ")
    assert '"kind":"DONE"' in body
    assert body.endswith("event: complete\ndata: \n\n")


@pytest.mark.slow
def test_a_real_connection_streams_too_and_refuses_long_messages(server: Server) -> None:
    address = f"{server.url.replace('http', 'ws', 1)}/graphql"
    protocol = Subprotocol("graphql-transport-ws")
    with connect(address, subprotocols=[protocol]) as socket:
        assert not socket.protocol.extensions, "a compressed message can unfold to any size"
        socket.send('{"type": "connection_init"}')
        assert socket.recv(timeout=10) == '{"type":"connection_ack"}'
        message = {"id": "1", "type": "subscribe", "payload": {"query": "{ snapshot { id } }"}}
        socket.send(json.dumps(message))
        assert json.loads(socket.recv(timeout=10))["payload"]["data"]["snapshot"]["id"]
        assert json.loads(socket.recv(timeout=10)) == {"id": "1", "type": "complete"}
        socket.send("x" * 200_000)
        with pytest.raises(ConnectionClosedError) as closed:
            socket.recv(timeout=10)
    assert closed.value.rcvd
    assert closed.value.rcvd.code == 1009


# The widget


def test_the_file_of_widgets_of_the_readme_is_read_as_it_says(tmp_path: Path) -> None:
    (written,) = blocks(section("On a city's own site"), "toml")
    (tmp_path / "widgets.toml").write_text(written, encoding="utf-8")
    widgets = assistant.open_widgets(str(tmp_path / "widgets.toml"), data=tmp_path)
    (widget,) = widgets.register.widgets
    assert [one.text for one in widget.origins] == [
        "https://www.example.go.kr",
        "https://*.tour.example.go.kr",
    ]
    assert widget.municipality
    assert f"kr-{widget.municipality.slug}" == "kr-boryeong"
    assert len(widget.colours) == 4
    assert widget.contact.keys() == {"ko", "en"}


def test_every_property_part_and_attribute_of_the_widget_is_one() -> None:
    said = section("On a city's own site")
    web = ROOT / "assistant" / "web"
    sources = "".join(
        one.read_text(encoding="utf-8") for one in web.iterdir() if one.suffix in {".js", ".css"}
    )
    properties = set(re.findall(r"--sijeong-[a-z-]+", said))
    named = {
        one for one in re.findall(r"var\((--sijeong-[a-z-]+)", sources) if not one.endswith("-dark")
    }
    # Each colour of the palette can be named too; those that matter to a site are told of.
    palette = (ROOT / "assistant" / "web" / "palette.css").read_text(encoding="utf-8")
    opened = {f"--sijeong-{one}" for one in re.findall(r"--([a-z-]+): light-dark", palette)}
    assert named <= properties - {"--sijeong-accent-dark"} <= named | opened
    (line,) = re.findall(r"^The parts are (.+)\.$", said, re.M)
    parts = set(re.findall(r"`([a-z]+)`", line))
    assert {one for one in parts if not re.search(rf"\bpart(?: =|:) \"{one}\"", sources)} == set()
    (attributes,) = re.findall(r"observedAttributes = \[(.+?)\]", sources)
    assert set(re.findall(r"^\| `([a-z-]+)` \|", said, re.M)) == set(
        re.findall(r'"([a-z-]+)"', attributes)
    )


# Changelog


def test_the_changelog_comes_last_and_knows_the_version() -> None:
    titles = re.findall(r"^## (.*)$", README, re.M)
    assert titles[-1] == "Changelog"
    (newest, *_) = re.findall(r"^### \[(.+?)\]", section("Changelog"), re.M)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert newest == project["version"]
    kinds = set(re.findall(r"^#### (.*)$", section("Changelog"), re.M))
    assert kinds
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
