"""Exports: every row with its citation, and nothing in a cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import html
import io
import re
import zipfile
from urllib.parse import urlsplit
from xml.etree import ElementTree

import httpx
import pytest

import corpus
from assistant.routes import RouteOptions
from assistant.staff import ExportOptions, SearchOptions
from tests.assistant.face import PAGE, SNAPSHOT_ID, assert_is_an_error, client, make_app
from tests.town import HILL, make_towns

FORMULA = '=HYPERLINK("http://evil","x")'
SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_csv(response: httpx.Response) -> list[dict[str, str]]:
    assert response.content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


def read_sheet(content: bytes, number: int) -> list[list[str]]:
    """The cells of a sheet as text; fails where one is a formula."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        tree = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))  # noqa: S314
        assert not [name for name in book.namelist() if "vba" in name or "external" in name]
    assert tree.findall(f".//{SPACE}f") == []
    assert tree.findall(f".//{SPACE}hyperlink") == []
    return [
        ["".join(cell.itertext()) for cell in row.findall(f"{SPACE}c")]
        for row in tree.iter(f"{SPACE}row")
    ]


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_each_row_has_the_address_that_shows_it(method: str) -> None:
    sent = {"text": "도로", "show": "facts", "sort": "largest"}
    async with client(make_app(*make_towns().readings)) as http:
        how = {"params": sent} if method == "GET" else {"data": sent}
        response = await http.request(method, "/search/export.csv", **how)  # type: ignore[arg-type]
        rows = read_csv(response)
        assert [one["amount_krw"] for one in rows] == ["3000000000", "1000000000"]
        for one in rows:
            address = urlsplit(one["address"])
            assert f"{address.scheme}://{address.netloc}" == "http://city.test"
            page = await http.get(f"{address.path}?{address.query}", headers=PAGE)
            assert page.status_code == 200
            assert 'id="cited"' in page.text
            assert one["value"] in page.text
            assert one["snapshot"] == SNAPSHOT_ID
    assert SNAPSHOT_ID in response.headers["content-disposition"]
    assert response.headers["cache-control"] == "private, no-store"


async def test_a_workbook_holds_the_same_rows_as_text_and_numbers() -> None:
    async with client(make_app(*make_towns().readings)) as http:
        address = f"/search/export.xlsx?show=facts&municipality={HILL}"
        rows = read_sheet((await http.get(address)).content, 1)
        lines = read_csv(await http.get(address.replace("xlsx", "csv")))
        about = dict(read_sheet((await http.get(address)).content, 2))
    assert rows[0] == list(lines[0])
    assert [row[rows[0].index("name")] for row in rows[1:]] == [one["name"] for one in lines]
    assert about["snapshot"] == SNAPSHOT_ID
    assert about["results"] == about["rows"] == "4"
    assert "municipality=" in about["search"]


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest", "largest", "smallest"])
@pytest.mark.parametrize("show", ["passages", "facts"])
async def test_a_file_has_the_rows_that_are_shown_in_their_order(show: str, sort: str) -> None:
    query = f"text=예산+도로&show={show}&sort={sort}"
    async with client(make_app(*make_towns().readings)) as http:
        page = await http.get(f"/search?{query}", headers=PAGE, follow_redirects=True)
        lines = read_csv(await http.get(f"/search/export.csv?{query}"))
        book = (await http.get(f"/search/export.xlsx?{query}")).content
    sheet, about = read_sheet(book, 1), read_sheet(book, 2)
    shown = [html.unescape(one) for one in re.findall(r'hit-link"[^>]*href="([^"]*)"', page.text)]
    assert len(shown) > 1
    assert [one["address"].removeprefix("http://city.test") for one in lines] == shown
    # From behind: a cell without anything is not in the file.
    assert sheet[0][-2:] == ["address", "snapshot"]
    assert [row[-2] for row in sheet[1:]] == [one["address"] for one in lines]
    assert {one["snapshot"] for one in lines} == {dict(about)["snapshot"]} == {SNAPSHOT_ID}


async def test_no_cell_is_run_by_a_spreadsheet() -> None:
    first, *_ = make_towns().readings
    evil = corpus.Reading(
        **{
            **{name: getattr(first, name) for name in first.__slots__},
            "document": corpus.Document(
                **{
                    **{n: getattr(first.document, n) for n in first.document.__slots__},
                    "title": FORMULA,
                    "municipality": "@SUM(A1)",
                }
            ),
            "facts": tuple(
                corpus.Fact(
                    **{
                        **{n: getattr(one, n) for n in one.__slots__},
                        "name": "-2+3",
                        "unit": "\tx",
                        "organisation": "http://evil.example/\x07",
                    }
                )
                for one in first.facts
            ),
        }
    )
    async with client(make_app(evil)) as http:
        rows = read_csv(await http.get("/search/export.csv?show=facts"))
        cells = read_sheet((await http.get("/search/export.xlsx?show=facts")).content, 1)
    assert {one["document"] for one in rows} == {"'" + FORMULA}
    assert {one["municipality"] for one in rows} <= {"'@SUM(A1)"}
    assert {one["name"] for one in rows} == {"'-2+3"}
    assert FORMULA in cells[1]
    assert "http://evil.example/U+0007" in cells[1]


async def test_a_file_is_bounded_and_says_how_many_there_are() -> None:
    options = RouteOptions(search=SearchOptions(exports=ExportOptions(most_rows=3, batch=2)))
    async with client(make_app(*make_towns().readings, options=options)) as http:
        response = await http.get("/search/export.csv")
        assert len(read_csv(response)) == 3
        assert response.headers["x-result-count"] == "7"
        page = await http.get("/search?year=2022", headers=PAGE)
        assert "처음 3건까지" not in page.text or "가운데" in page.text


async def test_a_bad_field_is_refused_before_anything_is_written() -> None:
    async with client(make_app(*make_towns().readings)) as http:
        for name in ("csv", "xlsx"):
            response = await http.get(f"/search/export.{name}?kind=colour")
            assert_is_an_error(response, 422, "unknown_value")
        assert (await http.get("/search/export.pdf")).status_code == 404
