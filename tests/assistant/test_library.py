import html
import re

import pytest

import corpus
from assistant.document_list import ListOptions
from assistant.library import LibraryOptions
from assistant.routes import RouteOptions
from assistant.viewer import ViewerOptions
from tests.assistant.face import ADDRESS, PAGE, QUESTION, client, make_app
from tests.factories import AUDIT_QUOTE, FACT_QUOTE, make_document, make_reading


async def test_the_cited_span_is_marked_once_and_can_be_jumped_to() -> None:
    reading = make_reading()
    start = reading.text.index(FACT_QUOTE)
    async with client(make_app(reading)) as http:
        page = (
            await http.get(f"{ADDRESS}?from={start}&to={start + len(FACT_QUOTE)}", headers=PAGE)
        ).text
    assert re.findall(r'<mark id="cited"[^>]*>([^<]*)</mark>', page) == [FACT_QUOTE]
    assert page.count("<mark") == 1


@pytest.mark.parametrize(
    "query",
    [
        "from=5&to=5",
        "from=9&to=2",
        "from=-1&to=3",
        "from=a&to=b",
        "from=0&to=99999999",
        "from=1",
        f"from={'9' * 5000}&to=1",
        "from=%ef%bc%91&to=%ef%bc%92",
    ],
)
async def test_a_span_that_is_not_in_the_text_is_said_to_be_lost(query: str) -> None:
    async with client(make_app()) as http:
        response = await http.get(f"{ADDRESS}?{query}", headers=PAGE)
    assert response.status_code == 200
    assert "<mark" not in response.text
    assert "이 문서에 없습니다" in response.text


async def test_facts_stand_beside_the_text_and_link_to_their_spans() -> None:
    reading = make_reading()
    (fact,) = reading.facts
    async with client(make_app(reading)) as http:
        page = html.unescape((await http.get(ADDRESS, headers=PAGE)).text)
    assert f'href="{ADDRESS}?from={fact.start}&to={fact.end}#cited"' in page
    assert "무궁화수목원 보완사업" in page


async def test_a_digest_an_excerpt_and_what_was_inferred_are_said_to_be_that() -> None:
    document = make_document(is_digest=True, is_truncated=True, inferred=("publisher",))
    async with client(make_app(make_reading(document=document))) as http:
        page = (await http.get(ADDRESS, headers=PAGE)).text
        listed = (await http.get("/documents", headers=PAGE)).text
        answer = (await http.post("/", data={"question": QUESTION}, headers=PAGE)).text
    assert "Sijeong이 작성한 요약본입니다" in page
    assert "원문의 일부만 수록" in page
    assert page.count("badge-inferred") == 1
    assert "badge-digest" in listed
    assert "badge-digest" in answer


async def test_an_ordinary_document_is_not_called_a_digest() -> None:
    async with client(make_app()) as http:
        page = (await http.get(ADDRESS, headers=PAGE)).text
    assert "요약본" not in page
    assert "badge-inferred" not in page


async def test_what_was_left_out_is_dimmed_in_the_viewer() -> None:
    reading = make_reading(
        paragraphs=("○ 본문", "메뉴"), left_out=[corpus.Span(start=14, end=16, reason="menu")]
    )
    async with client(make_app(reading)) as http:
        page = (await http.get(ADDRESS, headers=PAGE)).text
    assert '<span class="left-out" title="메뉴">메뉴</span>' in page


async def test_a_long_document_opens_at_the_part_that_is_cited() -> None:
    reading = make_reading(paragraphs=[f"○ 문단 {number} 입니다" for number in range(50)])
    options = RouteOptions(library=LibraryOptions(viewer=ViewerOptions(part_characters=100)))
    start = reading.text.index("문단 40")
    async with client(make_app(reading, options=options)) as http:
        first = (await http.get(ADDRESS, headers=PAGE)).text
        cited = (await http.get(f"{ADDRESS}?from={start}&to={start + 5}", headers=PAGE)).text
        beyond = (await http.get(f"{ADDRESS}?part=999", headers=PAGE)).text
    assert "문단 40" not in first
    assert 'rel="next"' in first
    assert '<mark id="cited" tabindex="-1">문단 40</mark>' in cited
    assert "문단 49" in beyond
    assert 'rel="next"' not in beyond


async def test_canonical_text_is_plain_and_can_be_kept() -> None:
    async with client(make_app()) as http:
        response = await http.get(f"{ADDRESS}.txt")
        again = await http.get(
            f"{ADDRESS}.txt", headers={"if-none-match": f'"x", W/{response.headers["etag"]}'}
        )
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert response.content.decode("utf-8") == make_reading().text
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["etag"] == response.headers["etag"]


@pytest.mark.parametrize(
    "address",
    [
        "/documents/nowhere",
        "/documents/nowhere.txt",
        "/documents/../../etc/passwd.txt",
        "/documents/%2e%2e%2fserve.py",
        "/documents/",
        "/nowhere",
        "/assets/routes.py",
        "/assets/words/site.toml",
    ],
)
async def test_what_is_not_there_is_404_for_programs_and_for_people(address: str) -> None:
    async with client(make_app()) as http:
        error = await http.get(address, follow_redirects=True)
        page = await http.get(address, headers=PAGE, follow_redirects=True)
    if address == "/documents/":
        assert error.status_code == 200 or error.json()["error"]["code"] == "document_not_found"
        return
    assert error.status_code == page.status_code == 404
    assert error.json()["error"]["message_ko"]
    assert page.headers["content-type"].startswith("text/html")
    assert '<a class="open" href="/">질문' in page.text


async def test_lists_go_on_where_a_page_ends() -> None:
    readings = [
        make_reading(document=make_document(id=f"kr-a/{number}", title=f"문서{number}번"))
        for number in range(5)
    ]
    options = RouteOptions(library=LibraryOptions(page_size=2, list=ListOptions(page_size=2)))
    async with client(make_app(*readings, options=options)) as http:
        for address in ("/documents?sort=title", "/coverage"):
            seen: list[str] = []
            following: str | None = address
            while following:
                page = (await http.get(following, headers=PAGE)).text
                seen += dict.fromkeys(re.findall(r"문서\d번", page))
                found = re.search(r'rel="next" href="([^"]+)"', page)
                following = html.unescape(found[1]) if found else None
            assert seen == [f"문서{number}번" for number in range(5)]


async def test_coverage_says_what_was_set_aside_and_why() -> None:
    excluded = corpus.Excluded(
        source="<broken>.hwp",
        code="unknown_format",
        message_ko="읽을 수 없는 형식입니다.",
        message_en="The format cannot be read.",
    )
    async with client(make_app(excluded=[excluded])) as http:
        korean = (await http.get("/coverage", headers=PAGE)).text
        english = (await http.get("/coverage?lang=en", headers=PAGE)).text
    assert "<dt>문서</dt><dd>1</dd>" in korean
    assert "<dt>Documents</dt><dd>1</dd>" in english
    assert "&lt;broken&gt;.hwp" in korean
    assert "읽을 수 없는 형식입니다." in korean
    assert "The format cannot be read." in english


async def test_coverage_counts_what_was_reckoned_again_and_leads_to_it() -> None:
    disagrees = {"result": corpus.AuditResult.DISAGREES}
    reading = make_reading(paragraphs=(f"○ {AUDIT_QUOTE}",), audits=({}, {}, disagrees))
    async with client(make_app(reading)) as http:
        page = (await http.get("/coverage", headers=PAGE)).text
        without = (await http.get("/coverage?after=zz", headers=PAGE)).text
    for said in ("<dt>맞음</dt><dd>2</dd>", "<dt>맞지 않음</dt><dd>1</dd>"):
        assert said in page
        assert said in without
    assert f'<a href="{ADDRESS}#audits">3</a>' in page
    assert "맞음 2 · 맞지 않음 1" in page


async def test_coverage_of_documents_without_sums_has_no_counts_of_them() -> None:
    async with client(make_app()) as http:
        page = (await http.get("/coverage", headers=PAGE)).text
    assert "<dt>맞음</dt>" not in page
