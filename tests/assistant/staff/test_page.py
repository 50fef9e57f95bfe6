"""The search page: addresses that can be kept, forms that lose nothing, marks of words."""

from __future__ import annotations

import html
import re
from urllib.parse import parse_qs, quote, urlsplit

import httpx
import pytest

from assistant.routes import RouteOptions
from assistant.staff import SearchOptions
from assistant.staff.results import ResultOptions
from tests.assistant.face import (
    PAGE,
    assert_is_an_error,
    client,
    make_app,
    make_hostile_reading,
)
from tests.town import BUDGET, HILL, LAKE, PLAN, make_towns

SMALL = RouteOptions(search=SearchOptions(results=ResultOptions(page_size=2)))


def towns(options: RouteOptions | None = None) -> httpx.AsyncClient:
    return client(make_app(*make_towns().readings, options=options))


def hits(page: str) -> list[str]:
    return re.findall(r'<a class="hit-link"[^>]*>(.*?)</a>', page)


def links(page: str, name: str) -> list[str]:
    return [html.unescape(one) for one in re.findall(rf'href="([^"]*)"[^>]*class="{name}', page)]


async def test_staff_find_passages_and_facts_with_their_words_marked() -> None:
    async with towns() as http:
        passages = (await http.get("/search?text=예산", headers=PAGE)).text
        facts = (await http.get("/search?text=예산&show=facts", headers=PAGE)).text
    assert "청년 정책 <mark>예산</mark>을 5억 원 늘린다." in passages
    assert f'href="/documents/{PLAN}?from=' in passages
    assert "청년 정책 <mark>예산</mark></a>" in facts
    assert '<strong class="hit-value"><span lang="ko">5억 원</span></strong>' in facts
    assert "예산군에" not in facts


async def test_the_whole_state_is_in_one_canonical_address() -> None:
    typed = f"/search?kind=&page=1&municipality={HILL}&at_least=10억&text=도로&utm_source=x&lang=en"
    async with towns() as http:
        moved = await http.get(typed, headers=PAGE)
        address = moved.headers["location"]
        page = await http.get(address, headers=PAGE)
    assert moved.status_code == 303
    assert list(parse_qs(urlsplit(address).query)) == ["text", "municipality", "at_least", "lang"]
    assert page.status_code == 200
    canonical = re.search(r'<link rel="canonical" href="([^"]*)"', page.text)
    assert canonical
    assert html.unescape(canonical[1]) + "&lang=en" == address
    assert "1 billion won" in page.text
    assert '<meta name="robots" content="noindex">' in page.text


async def test_facets_count_what_they_lead_to() -> None:
    async with towns() as http:
        page = (await http.get("/search?text=도로&show=facts", headers=PAGE)).text
        steps = re.findall(
            r'<a href="([^"]*)" class="facet-value"><span>[^<]*</span> <span class="count">(\d+)',
            page,
        )
        assert len(steps) >= 6
        for address, count in steps:
            found = (await http.get(html.unescape(address), headers=PAGE)).text
            assert len(hits(found)) == int(count)


async def test_a_chosen_value_can_be_let_go_even_where_it_leaves_nothing() -> None:
    async with towns() as http:
        page = (
            await http.get(f"/search?text=수목원&municipality={LAKE}&year=2022", headers=PAGE)
        ).text
        assert "찾은 것이 없습니다" in page
        chips = links(page, "chip")
        assert any("year" not in one for one in chips)
        found = await http.get(next(o for o in chips if "municipality" not in o), headers=PAGE)
    assert len(hits(found.text)) >= 1


async def test_pages_lead_to_each_other_and_beyond_the_last_is_the_last() -> None:
    async with towns(SMALL) as http:
        address, seen = "/search?show=facts&document_type=plan&document_type=budget", []
        while True:
            page = (await http.get(address, headers=PAGE)).text
            seen += hits(page)
            following = re.search(r'<link rel="next" href="([^"]*)"', page)
            assert bool(following) == ('rel="next"' in page.replace("<link", ""))
            if not following:
                break
            address = html.unescape(following[1])
        beyond = (await http.get(f"{address[:-1]}999", headers=PAGE)).text
    assert len(seen) == len(set(seen)) == 4
    assert '<link rel="prev"' in page
    assert hits(beyond) == hits(page)


async def test_a_private_search_puts_nothing_into_an_address() -> None:
    async with towns(SMALL) as http:
        page = (await http.post("/search", data={"text": "청년 도로"}, headers=PAGE)).text
        addresses = re.findall(r'(?:href|action)="([^"]*)"', page)
        assert not any("text=" in one or "%EC%B2%AD" in one for one in addresses)
        assert "canonical" not in page
        states = [html.unescape(one) for one in re.findall(r'name="state" value="([^"]*)"', page)]
        following = next(one for one in states if "page=2" in one)
        second = (await http.post("/search", data={"state": following}, headers=PAGE)).text
        export = await http.post("/search/export.csv", data={"state": following})
    assert "2 / " in second
    assert hits(second) != hits(page)
    assert export.status_code == 200


async def test_what_was_typed_is_kept_and_what_is_wrong_is_said_in_both_languages() -> None:
    typed = {"text": "청년 <정책>", "at_least": "아주 많이", "municipality": HILL}
    async with towns() as http:
        page = await http.get("/search", params=typed, headers=PAGE)
        program = await http.get("/search", params=typed)
    assert page.status_code == 422
    said = html.unescape(page.text)
    for value in typed.values():
        assert f'value="{value}"' in said
    assert "금액 하한(at_least)에 적은 금액을 읽을 수 없습니다" in said
    assert "The amount in 'at_least' cannot be read" in said
    assert_is_an_error(program, 422, "amount_unclear")


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ("text=" + "x" * 5000, 422, "text_too_long"),
        ("&".join(f"a{one}=1" for one in range(200)), 400, "invalid_form"),
        ("text=%FF%FE", 400, "invalid_encoding"),
        ("page=0x10", 422, "unknown_value"),
        ("municipality=%E2%80%AE", 422, "hidden_characters"),
    ],
)
async def test_hostile_addresses_are_refused_kindly(query: str, status: int, code: str) -> None:
    async with towns() as http:
        assert_is_an_error(await http.get(f"/search?{query}"), status, code)
        page = await http.get(f"/search?{query}", headers=PAGE)
    assert page.status_code == status
    assert "<form" in page.text


async def test_hostile_text_and_words_are_only_text() -> None:
    async with client(make_app(make_hostile_reading())) as http:
        for text in ("<script>", "gnp", "투입", "'\"><img src=x onerror=alert(1)>"):
            for show in ("passages", "facts"):
                page = (
                    await http.get(
                        "/search",
                        params={"text": text, "show": show},
                        headers=PAGE,
                        follow_redirects=True,
                    )
                ).text
                outside = re.sub(r'"[^"]*"', '""', page)
                assert "<img src=x" not in outside
                assert len(re.findall(r"<script\b", outside)) == 1
                assert "\u202e" not in re.sub(r'value="[^"]*"', "", page)


async def test_misspelt_words_and_what_is_missing_are_said() -> None:
    async with towns() as http:
        page = (await http.get("/search?text=청년 얘산", headers=PAGE)).text
    assert "어느 문서에도 없는 말" in page
    assert any(parse_qs(urlsplit(one).query)["text"] == ["청년 예산"] for one in links(page, ""))


async def test_two_documents_are_picked_for_comparison() -> None:
    async with towns() as http:
        page = (await http.get("/search?text=청년", headers=PAGE)).text
        first = next(one for one in links(page, "pick") if quote(BUDGET, "") in one)
        page = (await http.get(first, headers=PAGE)).text
        assert "하나 더 담으면" in page
        second = next(one for one in links(page, "pick") if quote(PLAN, "") in one)
        page = (await http.get(second, headers=PAGE)).text
    address = re.search(r'href="(/compare\?[^"]*)"', page)
    assert address
    assert parse_qs(urlsplit(html.unescape(address[1])).query) == {
        "left": [BUDGET],
        "right": [PLAN],
    }


async def test_the_log_never_has_what_was_looked_for(capsys: pytest.CaptureFixture[str]) -> None:
    async with towns() as http:
        for address in ("/search?text=청년비밀", "/search?text=청년비밀&page=zz"):
            await http.get(address, headers=PAGE)
    logged = capsys.readouterr().out
    assert logged.count("path=/search") == 2
    assert "청년" not in logged
    assert "%EC" not in logged


async def test_the_language_switch_keeps_the_search() -> None:
    async with towns() as http:
        page = (await http.get("/search?text=도로&year=2023", headers=PAGE)).text
        address = html.unescape(re.search(r'class="language" href="([^"]*)"', page)[1])  # type: ignore[index]
        english = (await http.get(f"/search{address}", headers=PAGE)).text
    assert '<html lang="en">' in english
    assert hits(english) == hits(page)
    assert "of " in english
