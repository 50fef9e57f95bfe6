import re

import pytest

from tests.assistant.face import PAGE, client, make_app, make_hostile_reading


@pytest.mark.parametrize(
    ("method", "address"),
    [
        ("GET", "/documents/kr-boryeong/hostile"),
        ("GET", "/documents/kr-boryeong/hostile?from=0&to=60"),
        ("GET", "/documents"),
        ("GET", "/coverage"),
        ("GET", "/search"),
        ("POST", "/search"),
        ("POST", "/"),
    ],
)
async def test_hostile_text_stays_text_on_every_page(method: str, address: str) -> None:
    data = {"question": "<script>", "text": "<script>alert('x')</script>"}
    async with client(make_app(make_hostile_reading())) as http:
        response = await http.request(
            method, address, headers=PAGE, data=data if method == "POST" else None
        )
    assert response.status_code == 200
    page = response.text
    assert "&lt;script&gt;" in page
    scripts = re.findall(r"<script\b[^>]*>", page)
    assert all(re.fullmatch(r'<script type="module" src="/assets/[^"]+">', s) for s in scripts)
    assert "<img src=x" not in page
    assert "javascript:" not in page
    assert "\u202e" not in re.sub(r'\bvalue="[^"]*"|<option.*?</option>', "", page)
    assert page.count("</body>") == 1
    assert not re.search(r"<[^>]*\sonerror=[^>]*>", re.sub(r'"[^"]*"', '""', page))
