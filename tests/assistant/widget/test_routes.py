import base64
import re
from pathlib import Path

import pytest

from assistant.assets import Assets
from tests.assistant.face import HOSTILE, PAGE, assert_is_an_error
from tests.assistant.widget.sites import LISTED, OWN, SECRET, UNLISTED, Browser, make_site


async def test_a_token_comes_with_how_the_widget_is_to_look(tmp_path: Path) -> None:
    reply = await Browser(make_site(tmp_path), LISTED).get("/api/widget/token?widget=plans")
    assert reply.headers["cache-control"] == "no-store"
    row = reply.json()
    assert len(row.pop("token")) > 60
    assert row == {
        "expires_in": 600,
        "widget": "plans",
        "languages": ["ko"],
        "municipality": {
            "id": "kr-boryeong",
            "name": "충청남도 보령시",
            "ko": "보령시",
            "en": "Boryeong",
        },
        "colours": {"accent": "#14477d", "on_accent": "#ffffff"},
        "contact": {"ko": "문의: 기획팀"},
    }


async def test_the_place_of_the_page_goes_before_that_of_the_register(tmp_path: Path) -> None:
    browser = Browser(make_site(tmp_path), LISTED)
    reply = await browser.get("/api/widget/token?municipality=kr-incheon")
    assert reply.json()["municipality"]["id"] == "kr-incheon"
    for written in ("kr-atlantis", HOSTILE, "x" * 10_000):
        reply = await browser.http.get(
            "/api/widget/token", params={"municipality": written}, headers=browser.headers
        )
        assert_is_an_error(reply, 422, "unknown_place")
    assert_is_an_error(await browser.get("/api/widget/token?widget=no"), 403, "unknown_widget")


async def test_the_loader_is_kept_for_a_while_and_asked_for_by_its_digest(tmp_path: Path) -> None:
    browser = Browser(make_site(tmp_path), LISTED)
    reply = await browser.get("/widget.js")
    assert reply.headers["content-type"].startswith("text/javascript")
    assert reply.headers["cache-control"].startswith("public, max-age=300")
    again = await browser.get("/widget.js", if_none_match=reply.headers["etag"])
    assert (again.status_code, again.content) == (304, b"")
    assert (await browser.get("/widget.js", if_none_match='"other"')).status_code == 200


async def test_the_loader_travels_packed_where_it_may(tmp_path: Path) -> None:
    browser = Browser(make_site(tmp_path), LISTED)
    packed = await browser.get("/widget.js", accept_encoding="gzip, br")
    plain = await browser.get("/widget.js", accept_encoding="identity")
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) <= 5_000
    assert "content-encoding" not in plain.headers
    assert packed.content == plain.content
    assert packed.headers["etag"] != plain.headers["etag"]
    assert packed.headers["vary"] == "Accept-Encoding"


async def test_only_listed_sites_may_frame_the_chat(tmp_path: Path) -> None:
    app = make_site(tmp_path)

    async def ancestors(query: str) -> list[str]:
        reply = await Browser(app, None).http.get(f"/widget{query}", headers=PAGE)
        policy = reply.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
        found = re.search(r"frame-ancestors ([^;]+)", policy)
        assert found
        return found[1].split()

    assert await ancestors("?widget=council") == ["'self'", "https://council.city.go.kr"]
    assert await ancestors(f"?parent={LISTED}") == ["'self'", LISTED, "https://tour.city.go.kr"]
    assert await ancestors("") == [
        "'self'",
        LISTED,
        "https://tour.city.go.kr",
        "https://council.city.go.kr",
    ]
    assert await ancestors(f"?parent={UNLISTED}") == ["'none'"]
    assert await ancestors("?widget=no") == ["'none'"]
    assert await ancestors(f"?widget=council&parent={LISTED}") == ["'none'"]


async def test_the_framed_page_names_the_one_site_that_it_talks_to(tmp_path: Path) -> None:
    app = make_site(tmp_path)
    reply = await Browser(app, None).http.get(f"/widget?parent={LISTED}&lang=en", headers=PAGE)
    assert f'data-parent="{LISTED}"' in reply.text
    assert '<html lang="en">' in reply.text
    own = await Browser(app, None).http.get(f"/widget?parent={OWN}", headers=PAGE)
    assert own.status_code == 200
    refused = await Browser(app, None).http.get(f"/widget?parent={UNLISTED}", headers=PAGE)
    assert refused.status_code == 403
    assert UNLISTED not in refused.text


@pytest.mark.parametrize("path", ["/widget", "/widget/demo"])
async def test_nothing_in_an_address_becomes_markup(tmp_path: Path, path: str) -> None:
    browser = Browser(make_site(tmp_path), None)
    names = ("municipality", "language", "lang", "mode", "theme", "fit")
    reply = await browser.http.get(path, params=dict.fromkeys(names, HOSTILE), headers=PAGE)
    assert reply.status_code == 200
    assert "<script>" not in reply.text
    assert "onerror=alert" not in re.sub(r"&lt;img[^>]*", "", reply.text)
    for name in ("theme", "mode"):
        for value in re.findall(rf' {name}="([^"]*)"', reply.text):
            assert value in ("auto", "inline", "inline fill")


async def test_the_demo_shows_the_widget_and_the_lines_to_copy(tmp_path: Path) -> None:
    browser = Browser(make_site(tmp_path), None)
    reply = await browser.http.get(
        "/widget/demo?municipality=kr-boryeong&language=en&mode=inline%20iframe", headers=PAGE
    )
    assert "frame-src 'self'" in reply.headers["content-security-policy"]
    element = '<sijeong-chat municipality="kr-boryeong" language="en" mode="inline iframe">'
    assert reply.text.count(element) == 1
    shown = reply.text.replace("&lt;", "<").replace("&gt;", ">").replace("&#34;", '"')
    assert shown.count(element) == 2
    assert f'<script src="{OWN}/widget.js" defer></script>' in shown
    assert f"frame-src {OWN}" in shown


async def test_no_secret_is_in_anything_that_is_served(tmp_path: Path) -> None:
    browser = Browser(make_site(tmp_path), LISTED)
    forms = (
        SECRET,
        SECRET.hex().encode(),
        base64.b64encode(SECRET),
        base64.urlsafe_b64encode(SECRET),
    )
    served = list(Assets().contents.values())
    for path in ("/widget.js", "/widget", "/widget/demo", "/", "/api/widget/token"):
        served.append((await browser.get(path)).content)
    assert len(served) > 10
    for content in served:
        assert not [form for form in forms if form in content]
