"""What follows from a snapshot is worked out once, and a page that a browser has is not sent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, cast

import httpx
import pytest
from starlette.applications import Starlette

import index
from assistant.kept import Kept, names_tag
from assistant.routes import open_asking, routes
from tests.assistant.face import FakeAssistant, FakeSnapshot, client
from tests.factories import make_corpus, make_document, make_reading


class Counting(FakeSnapshot):
    """A snapshot under a name of its own that counts what is read of it."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__(make_corpus(make_reading(document=make_document(title=title))))
        self.manifest = replace(self.manifest, snapshot_id=name)
        self.reads: Counter[str] = Counter()

    def documents(self, request: index.RecordRequest) -> Any:  # noqa: ANN401 (the fake's own)
        self.reads["documents"] += not request.supersedes
        return super().documents(request)

    def text(self, document_id: str) -> str | None:
        self.reads["text"] += 1
        return super().text(document_id)


class Swapping:
    """Lends the snapshot that it holds at the time."""

    def __init__(self, snapshot: Counting) -> None:
        self.snapshot = snapshot

    @contextmanager
    def lease(self) -> Iterator[index.Snapshot]:
        yield cast("index.Snapshot", self.snapshot)


@pytest.fixture
def holder() -> Swapping:
    return Swapping(Counting("one", "첫 계획"))


@pytest.fixture
def http(holder: Swapping) -> httpx.AsyncClient:
    return client(Starlette(routes=routes(holder, open_asking(holder, FakeAssistant()))))


def test_what_is_made_of_a_snapshot_is_made_once() -> None:
    made: list[str] = []

    def make(snapshot: index.Snapshot) -> str:
        made.append(snapshot.manifest.snapshot_id)
        return made[-1]

    kept = Kept(make)
    one, two = (cast("index.Snapshot", Counting(name, "계획")) for name in ("one", "two"))
    assert [kept.of(each) for each in (one, one, two, two, one)] == [
        *("one", "one", "two", "two", "one")
    ]
    assert made == ["one", "two", "one"]


@pytest.mark.parametrize("address", ["/documents", "/documents?sort=title&lang=en", "/coverage"])
async def test_a_page_that_a_browser_has_is_not_sent_again(
    http: httpx.AsyncClient, holder: Swapping, address: str
) -> None:
    first = await http.get(address)
    tag = first.headers["etag"]
    assert first.headers["cache-control"] == "no-cache"
    again = await http.get(address, headers={"if-none-match": f'"other", W/{tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    for name in ("cache-control", "vary", "content-language"):
        assert again.headers[name] == first.headers[name]
    stale = await http.get(address, headers={"if-none-match": '"other"'})
    assert (stale.status_code, stale.content) == (200, first.content)
    holder.snapshot = Counting("two", "둘째 계획")
    newer = await http.get(address, headers={"if-none-match": tag})
    assert newer.status_code == 200
    assert "둘째 계획" in newer.text
    assert newer.headers["etag"] != tag


async def test_each_language_and_address_has_a_tag_of_its_own(http: httpx.AsyncClient) -> None:
    addresses = ("/documents", "/documents?lang=en", "/documents?sort=title", "/coverage")
    tags = [(await http.get(one)).headers["etag"] for one in addresses]
    english = await http.get("/documents", headers={"accept-language": "en"})
    assert len({*tags, english.headers["etag"]}) == 5
    response = await http.get(
        "/documents", headers={"accept-language": "en", "if-none-match": tags[0]}
    )
    assert response.status_code == 200


async def test_a_refused_address_has_no_tag(http: httpx.AsyncClient) -> None:
    with pytest.raises(Exception, match="year"):
        await http.get("/documents?year=soon", headers={"if-none-match": "*"})


async def test_documents_are_read_once_a_snapshot(
    http: httpx.AsyncClient, holder: Swapping
) -> None:
    for address in ("/documents", "/documents?sort=title", "/documents?text=첫"):
        assert (await http.get(address)).status_code == 200
    assert holder.snapshot.reads["documents"] == 1


async def test_a_document_is_measured_once_a_snapshot(
    http: httpx.AsyncClient, holder: Swapping
) -> None:
    for address in ("/coverage", "/coverage?lang=en", "/coverage.csv"):
        assert (await http.get(address)).status_code == 200
    assert holder.snapshot.reads["text"] == 1


@pytest.mark.parametrize(
    ("header", "is_named"),
    [('"a"', True), ('W/"a"', True), ('"b", "a"', True), ("*", True), ('"b"', False), ("", False)],
)
def test_tags_are_compared_weakly(header: str, is_named: bool) -> None:
    assert names_tag(header, '"a"') is is_named
