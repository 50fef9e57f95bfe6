"""Charts beside facts that were found: only where they say more than reading does."""

from __future__ import annotations

import csv
import html
import io
import re
from decimal import Decimal

import httpx
import pytest

import corpus
from tests.assistant.face import PAGE, client, make_app
from tests.factories import make_document, make_reading
from tests.town import HILL, budget

YEARS = (2020, 2021, 2022)
TITLE = "수목원 운영비 (원), 2020–2022"


def plan(year: int, *amounts: int, **further: object) -> corpus.Reading:
    """A budget book of a year that states what the arboretum costs."""
    return make_reading(
        document=make_document(
            id=f"kr-gureum/budget-{year}", title=f"{year}년 예산서", municipality=HILL
        ),
        heading_path=("세출",),
        paragraphs=[f"○ 수목원 운영비 {amount}원을 둔다." for amount in amounts],
        facts=[
            budget(
                f"{amount}원",
                "수목원 운영비",
                amount,
                **{"municipality": HILL, "fiscal_year": year, **further},
            )
            for amount in amounts
        ],
    )


async def page_of(
    *readings: corpus.Reading, address: str = "/search?text=수목원&show=facts"
) -> str:
    async with client(make_app(*readings)) as http:
        return (await http.get(address, headers=PAGE)).text


def titles(page: str) -> list[str]:
    return re.findall(r'class="picture-title"[^>]*>([^<]*)', page)


async def test_one_thing_in_three_years_is_drawn_with_its_table_and_file() -> None:
    app = make_app(*(plan(year, 100_000 * place) for place, year in enumerate(YEARS, start=1)))
    async with client(app) as http:
        page = (await http.get("/search?text=수목원&show=facts", headers=PAGE)).text
        assert titles(page) == [TITLE]
        assert 'role="img"' in page
        assert re.findall(r'<th scope="row"[^>]*>(\d{4})', page) == [str(one) for one in YEARS]
        (address,) = re.findall(r'href="(/charts/trajectory.csv[^"]*)"', page)
        file: httpx.Response = await http.get(html.unescape(address))
    rows = list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"))))
    assert [Decimal(one["value"]) for one in rows] == [100_000, 200_000, 300_000]


async def test_the_language_of_the_page_is_that_of_the_charts_words() -> None:
    readings = [plan(year, 100_000) for year in YEARS]
    english = await page_of(*readings, address="/search?text=수목원&show=facts&lang=en")
    assert "As a table" in english


@pytest.mark.parametrize(
    "readings",
    [
        pytest.param([plan(2020, 1000), plan(2021, 2000)], id="two years are read faster"),
        pytest.param(
            [plan(2020, 1000, 5000), plan(2021, 1), plan(2022, 1)], id="two figures a year"
        ),
        pytest.param(
            [plan(2020, 1000), plan(2021, 2000), plan(2022, 3000, unit="명", amount_krw=None)],
            id="another unit",
        ),
        pytest.param(
            [plan(2020, 1000), plan(2021, 2000), plan(2022, 3000, municipality="호수군")],
            id="another place",
        ),
        pytest.param(
            [plan(2020, 1000), plan(2021, 2000), plan(2022, 3000, flags=("threshold",))],
            id="a threshold is no figure of a year",
        ),
    ],
)
async def test_what_cannot_be_compared_is_not_drawn(readings: list[corpus.Reading]) -> None:
    page = await page_of(*readings)
    assert "수목원" in page
    assert titles(page) == []


async def test_passages_and_what_is_only_near_in_meaning_get_no_chart() -> None:
    readings = [plan(year, 100_000) for year in YEARS]
    assert titles(await page_of(*readings, address="/search?text=수목원")) == []
    near = await page_of(*readings, address="/search?text=경비원들&show=facts")
    assert titles(near) == []
    assert "뜻이 가까운 대목에 적힌 수치와 사실" in near
    assert (
        near.count('<span class="badge">뜻으로 찾음</span>') == near.count('class="card hit"') > 0
    )
