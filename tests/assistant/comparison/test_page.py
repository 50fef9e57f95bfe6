import csv
import io
import re
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest

import corpus
import index
from tests.assistant.face import PAGE, assert_is_an_error, client, make_app, make_hostile_reading
from tests.factories import FACT_QUOTE, make_document, make_reading

OLD, NEW = "kr-boryeong/plan-2021", "kr-boryeong/plan-2022"
PLACE = "충청남도 보령시"


def budget(name: str, value: int, year: int = 2022) -> dict[str, Any]:
    return {
        "kind": corpus.FactKind.BUDGET,
        "name": name,
        "value": Decimal(value),
        "values": (corpus.FactValue(year=year, value=Decimal(value)),),
        "unit": "억 원",
        "amount_krw": value * 10**8,
        "raw_text": f"{value}억 원",
        "fiscal_year": year,
        "organisation": None,
        "quote": FACT_QUOTE,
    }


def plan(document_id: str, *facts: dict[str, Any], **document: Any) -> corpus.Reading:  # noqa: ANN401
    return make_reading(
        document=make_document(id=document_id, **document),
        paragraphs=tuple(f"○ {FACT_QUOTE}을 투입한다." for _ in facts) or ("○ 없음",),
        facts=facts,
    )


async def fetched(path: str, *extra: corpus.Reading, **headers: str) -> httpx.Response:
    old = plan(
        OLD, budget("도로", 10), budget("공원", 20), budget("-옛날", 3), title="2021 계획",
        published_on=None, fiscal_years=(2021,),
    )  # fmt: skip
    new = plan(
        NEW, budget("도로", 15), budget("공원", 20), budget("새로", 4), budget("하천", 9),
        title="2022 계획",
    )  # fmt: skip
    async with client(make_app(old, new, *extra)) as http:
        return await http.get(path, headers={**PAGE, **headers})


def both(**more: str) -> str:
    return "?" + urlencode({"left": OLD, "right": NEW, **more})


async def test_two_documents_stand_side_by_side_with_their_differences() -> None:
    page = (await fetched("/compare" + both(lang="en"))).text
    rows = re.findall(r'<tr role="row" class="is-(\w+)">', page)
    assert sorted(rows) == ["gone", "new", "new", "same", "up"]
    (up,) = re.findall(r'<tr role="row" class="is-up">.*?</tr>', page, re.DOTALL)
    assert "+5억 원" in up
    assert "+50.0%" in up
    assert len(re.findall(r'href="/documents/kr-boryeong/plan-202[12]\?from=\d+&amp;to=', up)) == 2
    assert 'lang="ko"' in up
    assert f'href="/documents/{OLD}?lang=en"' in page


@pytest.mark.parametrize(
    ("query", "count"),
    [({}, 5), ({"change": "new"}, 2), ({"kind": "budget"}, 5), ({"kind": "project"}, 0)],
)
async def test_rows_are_narrowed_and_the_address_says_how(
    query: dict[str, str], count: int
) -> None:
    page = (await fetched("/compare" + both(**query))).text
    assert len(re.findall(r'<tr role="row" class="is-', page)) == count
    assert f"{count}개 항목" in page


async def test_the_csv_has_every_row_with_both_addresses() -> None:
    sheet = await fetched("/compare.csv" + both())
    assert sheet.headers["content-type"] == "text/csv; charset=utf-8"
    content = sheet.text.removeprefix(index.BYTE_ORDER_MARK)
    lines = list(csv.DictReader(io.StringIO(content)))
    assert len(lines) == 5
    up = next(one for one in lines if one["change"] == "up")
    assert (up["difference"], up["percent"]) == ("500000000", "50.0")
    assert up["left_url"].startswith(f"/documents/{OLD}?from=")
    gone = next(one for one in lines if one["change"] == "gone")
    assert gone["name"] == "'-옛날"
    assert gone["right_url"] == ""


async def test_two_years_of_a_place_are_compared() -> None:
    query = urlencode({"municipality": PLACE, "left": "2021", "right": "2022"})
    third = plan("kr-boryeong/plan-2020", budget("교량", 1, 2021), budget("교량", 2, 2022))
    response = await fetched(f"/compare?{query}", third)
    assert response.status_code == 200
    assert "2021" in response.text


async def test_without_two_sides_there_is_something_to_pick_from() -> None:
    page = (await fetched("/compare")).text
    assert page.count('<option value="kr-boryeong/plan-2021"') == 2
    assert "<table" not in page
    one = (await fetched(f"/compare?left={OLD}")).text
    assert re.search(rf'<option value="{OLD}" lang="ko" selected>', one)


async def test_two_ticked_documents_are_put_in_order_of_their_days() -> None:
    query = urlencode([("pick", NEW), ("pick", OLD), ("lang", "en")])
    response = await fetched(f"/compare?{query}")
    assert response.status_code == 303
    assert response.headers["location"] == "/compare?" + urlencode(
        {"left": OLD, "right": NEW, "lang": "en"}
    )


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        (f"left={OLD}&right={OLD}", 422, "same_sides"),
        (f"left={OLD}&right=nowhere", 404, "document_not_found"),
        (f"pick={OLD}", 422, "two_sides_needed"),
        (f"pick={OLD}&pick=nowhere", 404, "document_not_found"),
        (f"left={OLD}&right={NEW}&kind=colour", 422, "unknown_value"),
        (f"left={OLD}&right={NEW}&change=<b>", 422, "unknown_value"),
        ("municipality=x&left=2021&right=20x2", 422, "unknown_value"),
        ("left=" + "x" * 400 + "&right=y", 422, "text_too_long"),
    ],
)
async def test_what_cannot_be_compared_is_refused_kindly(
    query: str, status: int, code: str
) -> None:
    response = await fetched(f"/compare?{query}", accept="application/json")
    assert_is_an_error(response, status, code)


@pytest.mark.parametrize("page", ["0", "-1", "9" * 40, "x", "%00"])
async def test_any_page_number_gives_a_page(page: str) -> None:
    response = await fetched("/compare" + both() + f"&page={page}")
    assert response.status_code == 200


async def test_hostile_words_stay_words() -> None:
    hostile = make_hostile_reading()
    response = await fetched(f"/compare?left={OLD}&right={hostile.document.id}", hostile)
    assert response.status_code == 200
    assert "<script>alert" not in response.text
    assert "<img src=x" not in response.text
    assert "javascript:" not in response.text
    # A form sends a name back as it is; what is read spells the hidden character out.
    assert "\u202e" not in re.sub(r' value="[^"]*"', "", response.text)


async def test_the_largest_differences_are_drawn() -> None:
    left = plan("kr-a/plan-1", budget("가", 1), budget("나", 2), title="하나")
    right = plan("kr-a/plan-2", budget("가", 3), budget("나", 7), title="둘")
    page = (await fetched("/compare?left=kr-a/plan-1&right=kr-a/plan-2", left, right)).text
    (svg,) = re.findall(r'<svg class="bar-picture".*?</svg>', page, re.DOTALL)
    assert re.findall(r'<text class="heading"[^>]*>([^<]*)', svg) == ["나", "가"]
    assert re.findall(r'<text class="amount"[^>]*>([^<]*)', svg) == [
        *("2억 원", "7억 원", "1억 원", "3억 원"),
    ]
