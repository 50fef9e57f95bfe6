import csv
import io
import json
import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import httpx
import pytest

import index
from assistant.charts import Chart, ChartKind, PictureOptions, chart_row, csv_address, parts
from assistant.charts.bars import Compared, ComparedPair, paired_comparison
from assistant.charts.rows import chart_words
from assistant.charts.sheets import COLUMNS, chart_csv
from assistant.compositions import Composition, Share
from assistant.pages import Pages
from tests.assistant.face import ADDRESS, PAGE, assert_is_an_error, client, make_app
from tests.factories import make_audit, make_reading

EVIL = '</title></svg><script>alert(1)</script>\u202e\x00" onload=x'


def share(label: str, value: int) -> Share:
    return Share(label=label, printed=f"{value:,}억 원", value=Decimal(value), span=(1, 5))


def whole(*names: str) -> Composition:
    shares = tuple(share(name, number + 1) for number, name in enumerate(names))
    total = share("계", sum(int(one.value) for one in shares))
    return Composition(name="예산", unit="억 원", document_id="a/b", total=total, parts=shares)


def drawn(*names: str) -> Chart:
    chart = parts(whole(*names), of=("a/1",), source="문서", options=PictureOptions())
    assert chart is not None
    return chart


def pair(options: PictureOptions | None = None) -> Chart:
    def one(value: int) -> Compared:
        return Compared(label="", printed=str(value), value=Decimal(value))

    chart = paired_comparison(
        [
            ComparedPair(label="도로", left=one(1), right=one(2)),
            ComparedPair(label="공원", left=None, right=one(3)),
        ],
        title="예산",
        unit="원",
        groups=("2021", "2022"),
        options=options or PictureOptions(),
        csv="/compare.csv?left=a&right=b",
    )
    assert chart is not None
    return chart


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_row_says_everything_that_a_browser_needs(language: str) -> None:
    row = chart_row(drawn("일반", "특별"), language)
    assert json.loads(json.dumps(row)) == row
    assert {one["tag"] for one in row["drawing"]["shapes"]} == {"rect", "text"}
    total = chart_words(language)["chart_mark_total"]
    assert row["description"] == f"{total}: 3억 원; 일반: 1억 원; 특별: 2억 원"
    assert [one["label"] for one in row["key"]] == [total, chart_words(language)["chart_mark_part"]]
    assert row["note"] is None
    assert [len(line) for line in row["rows"]] == [len(row["columns"])] * 3
    assert [one["text"] for one in row["rows"][1]] == ["일반", "1억 원", "문서"]
    assert row["rows"][1][1]["url"] == "/documents/a/b?from=1&to=5#cited"
    assert row["csv"] == "/charts/parts.csv?of=a%2F1"


def test_a_title_is_said_in_the_language_that_it_is_in() -> None:
    chart = drawn("일반", "특별")
    assert chart_row(chart, "en")["title_language"] == "ko"
    assert chart_row(replace(chart, title="Budget (won)"), "en")["title_language"] == "en"


def test_the_sides_of_a_comparison_differ_by_shape_and_are_named() -> None:
    row = chart_row(pair(), "en")
    assert [one["label"] for one in row["key"]] == ["2021", "2022"]
    looks = [one["shapes"][0]["at"]["class"] for one in row["key"]]
    assert len(set(looks)) == 2
    bars = [one["at"]["class"] for one in row["drawing"]["shapes"] if one["tag"] == "rect"]
    assert bars == [looks[0], looks[1], looks[1]]
    assert [one["text"] for one in row["rows"][2]] == ["공원", "2022", "3"]
    assert row["csv"] == "/compare.csv?left=a&right=b"


def test_hostile_words_stay_words() -> None:
    chart = drawn(EVIL, "나")
    row = chart_row(chart, "ko")
    assert "\u202e" not in row["description"]
    assert not any("\u202e" in (one["text"] or "") for one in row["drawing"]["shapes"])
    environment = Pages()._environment
    module: Any = environment.get_template("chart.html").module
    html = str(module.chart_figure(row, "x", lambda address: address))
    assert "<script" not in html
    assert "U+202E" in html
    assert len(re.findall(r"<svg ", html)) == 1 + len(row["key"])


def test_the_csv_is_exact_shielded_and_leads_back() -> None:
    content = chart_csv(drawn("=SUM(A1)", "특별")).decode()
    assert content.startswith(index.BYTE_ORDER_MARK)
    lines = list(csv.DictReader(io.StringIO(content.removeprefix(index.BYTE_ORDER_MARK))))
    assert tuple(lines[0]) == COLUMNS
    assert [one["value"] for one in lines] == ["3", "1", "2"]
    assert lines[1]["label"] == "'=SUM(A1)"
    assert index.plain(lines[1]["label"]) == "=SUM(A1)"
    assert lines[1]["url"] == "/documents/a/b?from=1&to=5#cited"


def test_every_sort_of_mark_has_words_in_both_languages() -> None:
    assert chart_words("ko").keys() == chart_words("en").keys()


async def fetched(path: str, **headers: str) -> httpx.Response:
    reading = make_reading(
        paragraphs=("총 8,727억 원(일반 7,789억 원, 특별 938억 원)",), facts=[], audits=[{}]
    )
    async with client(make_app(reading)) as http:
        return await http.get(path, headers=headers)


async def test_a_chart_is_given_as_csv_and_as_json() -> None:
    address = f"of={make_audit().id}"
    sheet = await fetched(f"/charts/parts.csv?{address}")
    assert sheet.status_code == 200
    assert sheet.headers["content-type"] == "text/csv; charset=utf-8"
    assert sheet.headers["content-disposition"] == 'attachment; filename="parts.csv"'
    assert "특별,,,,938,억 원,938억 원" in sheet.text
    row = (await fetched(f"/charts/parts.json?{address}&lang=en")).json()
    assert row["kind"] == ChartKind.PARTS
    assert row["labels"]["table"] == "As a table"
    assert (await fetched(row["csv"])).content == sheet.content


@pytest.mark.parametrize(
    "path",
    [
        "/charts/parts.csv",
        "/charts/pie.csv?of=a",
        "/charts/parts.json?of=nowhere",
        "/charts/trajectory.csv?of=%00&of=%F0%9F%98%80",
        "/charts/comparison.csv?" + "&".join(f"of={number}" for number in range(200)),
    ],
)
async def test_a_chart_of_nothing_is_kindly_refused(path: str) -> None:
    assert_is_an_error(await fetched(path), 404, "chart_not_found")


async def test_an_answer_has_the_charts_of_its_facts() -> None:
    async with client(make_app(make_reading())) as http:
        row = (await http.post("/api/ask", json={"question": "얼마인가요?"})).json()
        (chart,) = row["charts"]
        assert chart["kind"] == ChartKind.TRAJECTORY
        assert [line[0]["text"] for line in chart["rows"]] == ["2021", "2022"]
        sheet = await http.get(chart["csv"])
        assert sheet.status_code == 200
        page = (await http.get(ADDRESS, headers=PAGE)).text
        assert 'href="' + csv_address_in(page) in page


def csv_address_in(page: str) -> str:
    found = re.search(r'href="(/charts/[^"]+)"', page)
    assert found
    return found[1]


def test_a_chart_of_pairs_says_itself_where_its_figures_are() -> None:
    assert csv_address(pair()) == "/compare.csv?left=a&right=b"


def test_words_out_of_documents_are_said_to_be_korean_on_an_english_page() -> None:
    row = chart_row(drawn("예산 총액", "일반"), "en")
    assert row["drawing"]["language"] == "ko"
    module: Any = Pages()._environment.get_template("chart.html").module
    html = str(module.chart_figure(row, "x", lambda address: address))
    (picture,) = re.findall(r'<g lang="ko">(.+?)</g>', html, re.DOTALL)
    assert "일반" in picture
