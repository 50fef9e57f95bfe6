"""Readers: dear pages are counted by address, and who reads too many is told when to come back."""

from __future__ import annotations

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route

from assistant.pages import Pages
from assistant.readers import Readers, ReadingOptions
from assistant.refusals import Refusals
from assistant.routes import open_asking, routes
from tests.assistant.face import PAGE, FakeAssistant, FakeHolder, FakeSnapshot
from tests.factories import make_corpus, make_reading

OPTIONS = ReadingOptions(per_second=2, burst=12)
DEAR = (
    "/search?text=예산",
    "/search/export.csv?text=예산",
    "/search/export.xlsx?text=예산",
    "/compare",
    "/compare.csv?left=a&right=b",
    "/coverage",
    "/coverage.csv",
    "/documents",
    "/documents/kr-boryeong/plan-2022",
    "/documents/kr-boryeong/plan-2022.txt",
    "/charts/parts.csv?of=a",
)


class Clock:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def reading(
    host: str = "203.0.113.7",
    *,
    options: ReadingOptions = OPTIONS,
    clock: Clock | None = None,
) -> httpx.AsyncClient:
    """A client at an address of the routes for people behind the middleware."""
    pages = Pages()
    refusals = Refusals(pages)
    holder = FakeHolder(FakeSnapshot(make_corpus(make_reading())))
    limit = Middleware(Readers, refusals=refusals, options=options, clock=clock or Clock())
    app = Starlette(
        routes=routes(holder, open_asking(holder, FakeAssistant()), pages=pages),
        middleware=[limit],
        exception_handlers=refusals.handlers,
    )
    transport = httpx.ASGITransport(app=app, client=(host, 1))
    return httpx.AsyncClient(transport=transport, base_url="http://city.test")


async def read(http: httpx.AsyncClient, address: str, times: int) -> list[int]:
    return [(await http.get(address)).status_code for _ in range(times)]


def test_every_dear_address_has_a_cost_and_others_have_none() -> None:
    pages = Pages()
    holder = FakeHolder(FakeSnapshot(make_corpus(make_reading())))
    made = routes(holder, open_asking(holder, FakeAssistant()), pages=pages)
    paths = {one.path for one in made if isinstance(one, Route)}
    for address in OPTIONS.costs:
        assert any(one.startswith(address) for one in paths), f"{address} is no address"
    for address in DEAR:
        assert OPTIONS.cost(address.partition("?")[0]) > 0
    for address in ("/", "/api/ask", "/assets/a/b.css", "/searching", "/favicon.ico"):
        assert OPTIONS.cost(address) == 0


async def test_who_reads_too_much_is_told_when_to_come_back() -> None:
    clock = Clock()
    async with reading(clock=clock) as http:
        assert await read(http, "/documents", 24) == [200] * 24
        refused = await http.get("/documents")
        assert refused.status_code == 429
        assert refused.headers["retry-after"] == "1"
        assert refused.headers["cache-control"] == "no-store"
        error = refused.json()["error"]
        assert error["code"] == "pages_too_often"
        assert "1초" in error["message_ko"]
        assert "1 s" in error["message_en"]
        clock.now += 0.25
        assert await read(http, "/documents", 2) == [200, 429]


@pytest.mark.parametrize(("language", "said"), [("ko", "3초 뒤에"), ("en", "in 3 s")])
async def test_a_browser_is_told_on_a_page(language: str, said: str) -> None:
    async with reading() as http:
        assert await read(http, "/search/export.csv?text=a", 2) == [200, 200]
        response = await http.get(f"/search/export.csv?text=b&lang={language}", headers=PAGE)
    assert response.status_code == 429
    assert response.headers["content-type"].startswith("text/html")
    assert f'lang="{language}"' in response.text
    assert said in response.text


@pytest.mark.parametrize("address", DEAR)
async def test_every_dear_address_is_bounded(address: str) -> None:
    async with reading() as http:
        statuses = await read(http, address, 30)
    assert statuses[0] != 429
    assert statuses[-1] == 429


async def test_what_is_cheap_stays_open_to_whoever_has_read_too_much() -> None:
    async with reading() as http:
        await read(http, "/coverage", 30)
        assert await read(http, "/coverage", 1) == [429]
        assert await read(http, "/", 3) == [200] * 3


async def test_addresses_are_counted_apart_and_this_machine_not_at_all() -> None:
    for host in ("127.0.0.1", "::1"):
        async with reading(host) as http:
            assert set(await read(http, "/documents", 60)) == {200}
    async with reading("127.0.0.1") as http:
        http.headers["x-forwarded-for"] = "203.0.113.1"
        assert (await read(http, "/documents", 30))[-1] == 429


async def test_nobody_is_bounded_where_it_is_off() -> None:
    async with reading(options=ReadingOptions(per_second=0, burst=1)) as http:
        assert set(await read(http, "/documents", 30)) == {200}
