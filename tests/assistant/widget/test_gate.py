"""Programs and own pages as ever, listed pages with a token, and nobody else."""

from pathlib import Path

import pytest

from assistant.conversation import ASK
from assistant.follow_ups import ADDRESS as FOLLOW_UPS
from assistant.widget.gate import GateOptions
from assistant.widget.meter import Bucket, Meter, MeterOptions
from assistant.widget.tokens import Tokens
from tests.assistant.face import assert_is_an_error
from tests.assistant.widget.sites import LISTED, OWN, SECRET, UNLISTED, Browser, make_site

ALLOWED = "access-control-allow-origin"


async def test_programs_and_own_pages_need_no_token(tmp_path: Path) -> None:
    app = make_site(tmp_path)
    for browser, headers in (
        (Browser(app, None), {}),
        (Browser(app, OWN), {}),
        # Behind a proxy that ends TLS, the page's scheme is another than the request's.
        (Browser(app, "https://city.test"), {}),
        # Behind one that names itself as the host, the browser's own word counts.
        (Browser(app, "https://plans.city.go.kr"), {"sec_fetch_site": "same-origin"}),
    ):
        reply = await browser.ask(**headers)
        assert (reply.status_code, reply.json()["status"]) == (200, "answered")
        assert ALLOWED not in reply.headers
        assert "Origin" in reply.headers["vary"]


async def test_a_listed_page_asks_with_a_token(tmp_path: Path) -> None:
    browser = Browser(make_site(tmp_path), LISTED)
    reply = await browser.ask(x_sijeong_token=await browser.token())
    assert reply.status_code == 200
    assert reply.headers[ALLOWED] == LISTED
    assert "Retry-After" in reply.headers["access-control-expose-headers"]
    assert "access-control-allow-credentials" not in reply.headers
    assert reply.headers["vary"] == "Accept, Origin"
    assert "set-cookie" not in reply.headers


async def test_a_listed_page_without_a_good_token_is_told_so(tmp_path: Path) -> None:
    app = make_site(tmp_path)
    browser, other = Browser(app, LISTED), Browser(app, "https://council.city.go.kr")
    clock_is_late = Tokens(SECRET, clock=lambda: 1_000_000_000.0)
    for token, code in (
        (None, "token_missing"),
        (await other.token(), "token_not_valid"),
        ("nonsense", "token_not_valid"),
        (clock_is_late.issue("plans", LISTED), "token_expired"),
    ):
        reply = await browser.ask(**({"x_sijeong_token": token} if token else {}))
        assert_is_an_error(reply, 401, code)
        assert reply.headers[ALLOWED] == LISTED


@pytest.mark.parametrize(
    "origin",
    [
        UNLISTED,
        "null",
        "",
        "http://www.city.go.kr",
        "https://www.city.go.kr:8443",
        "https://www.city.go.kr.evil.example",
        "https://city.test.evil.example",
        "https://city.test@evil.example",
        "file://",
        "https://" + "a" * 5_000,
    ],
)
async def test_any_other_page_is_refused_in_words_it_can_show(tmp_path: Path, origin: str) -> None:
    app = make_site(tmp_path)
    browser = Browser(app, origin)
    token = await Browser(app, LISTED).token()
    for reply in (
        await browser.ask(),
        await browser.ask(x_sijeong_token=token),
        await browser.ask("/api/feedback"),
        await browser.get("/api/widget/token"),
        await browser.get("/api/widget/token?widget=plans"),
    ):
        assert_is_an_error(reply, 403, "origin_not_listed")
        assert reply.headers[ALLOWED] == origin
        assert "Origin" in reply.headers["vary"]
    preflight = await browser.preflight("/api/ask")
    assert preflight.status_code == 403
    assert "access-control-allow-headers" not in preflight.headers
    # What the widget is made of is for the listed alone to read.
    assert ALLOWED not in (await browser.get("/assets/style.css")).headers


async def test_a_preflight_of_a_listed_page_is_answered(tmp_path: Path) -> None:
    app = make_site(tmp_path)
    for path in ("/api/ask", "/api/feedback", "/api/widget/token"):
        reply = await Browser(app, LISTED).preflight(path)
        assert reply.status_code == 204
        assert reply.headers[ALLOWED] == LISTED
        assert "Origin" in reply.headers["vary"]
        assert reply.headers["access-control-allow-headers"] == "content-type, x-sijeong-token"
        assert reply.headers["access-control-max-age"] == "7200"


async def test_only_what_the_widget_needs_is_shared(tmp_path: Path) -> None:
    browser = Browser(make_site(tmp_path), LISTED)
    for path in ("/", "/search", "/documents", "/coverage", "/feedback", "/widget/demo"):
        assert ALLOWED not in (await browser.get(path)).headers, path
    assert (await browser.get("/assets/style.css")).headers[ALLOWED] == LISTED


def test_every_address_that_the_conversation_asks_is_guarded() -> None:
    options = GateOptions()
    assert {ASK, FOLLOW_UPS, "/api/feedback"} == set(options.costs)
    costs = MeterOptions()
    assert all(getattr(costs, name) > 0 for name in options.costs.values())


async def test_the_loader_may_be_loaded_by_any_page(tmp_path: Path) -> None:
    app = make_site(tmp_path)
    reply = await Browser(app, UNLISTED).get("/widget.js")
    assert reply.status_code == 200
    assert reply.headers["cross-origin-resource-policy"] == "cross-origin"
    other = await Browser(app, UNLISTED).get("/assets/style.css")
    assert other.headers["cross-origin-resource-policy"] == "same-origin"


async def test_errors_can_be_read_by_listed_pages(tmp_path: Path) -> None:
    browser = Browser(make_site(tmp_path), LISTED)
    token = await browser.token()
    empty = await browser.http.post(
        "/api/ask", json={}, headers={**browser.headers, "x-sijeong-token": token}
    )
    assert_is_an_error(empty, 422, "empty_question")
    assert empty.headers[ALLOWED] == LISTED
    broken = await browser.ask("/api/follow-ups", x_sijeong_token=token)
    assert_is_an_error(broken, 500, "internal_error")
    assert broken.headers[ALLOWED] == LISTED


async def test_who_asks_too_often_is_told_when_to_come_back(tmp_path: Path) -> None:
    options = MeterOptions(visitor=Bucket(burst=2, per_minute=2))
    app = make_site(tmp_path, meter=Meter(options, clock=lambda: 0.0))
    browser = Browser(app, LISTED)
    token = await browser.token()
    statuses = [(await browser.ask(x_sijeong_token=token)).status_code for _ in range(2)]
    assert statuses == [200, 200]
    reply = await browser.ask(x_sijeong_token=token)
    assert_is_an_error(reply, 429, "visitor_too_often")
    assert reply.headers["retry-after"] == "30"
    assert reply.headers[ALLOWED] == LISTED
    renewed = await browser.get("/api/widget/token", x_sijeong_token=token)
    again = await browser.ask(x_sijeong_token=renewed.json()["token"])
    assert again.status_code == 429, "a renewed token is the same visitor's"
    assert (await browser.ask(x_sijeong_token=await browser.token())).status_code == 200


async def test_tokens_are_not_handed_out_without_end(tmp_path: Path) -> None:
    options = MeterOptions(address=Bucket(burst=2, per_minute=6))
    app = make_site(tmp_path, meter=Meter(options, clock=lambda: 0.0))
    browser = Browser(app, LISTED)
    statuses = [(await browser.get("/api/widget/token")).status_code for _ in range(5)]
    assert statuses == [200] * 4 + [429]
    assert (await Browser(app, LISTED, "198.51.100.8").get("/api/widget/token")).status_code == 200


async def test_a_site_taken_off_the_list_is_off_at_once(tmp_path: Path) -> None:
    token = await Browser(make_site(tmp_path), LISTED).token()
    left = '[widgets.plans]\norigins = ["https://tour.city.go.kr"]\n'
    assert_is_an_error(
        await Browser(make_site(tmp_path, register=left), LISTED).ask(x_sijeong_token=token),
        403,
        "origin_not_listed",
    )


async def test_without_a_register_only_own_pages_ask(tmp_path: Path) -> None:
    app = make_site(tmp_path, register="")
    own = Browser(app, OWN)
    assert (await own.ask(x_sijeong_token=await own.token())).status_code == 200
    assert_is_an_error(await Browser(app, LISTED).ask(), 403, "origin_not_listed")
