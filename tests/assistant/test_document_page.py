import html
import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

import corpus
from assistant.ledger import LedgerOptions
from assistant.library import LibraryOptions
from assistant.routes import RouteOptions
from assistant.viewer import ViewerOptions
from tests.assistant.face import (
    ADDRESS,
    PAGE,
    assert_is_an_error,
    client,
    make_app,
    make_hostile_reading,
)
from tests.factories import (
    AUDIT_QUOTE,
    DOCUMENT_ID,
    make_document,
    make_point,
    make_reading,
    make_series,
    make_term,
)

ACTUAL, PLANNED = corpus.Phase.ACTUAL, corpus.Phase.PLANNED
COURSE = "컴퓨터 구입(대): (‘21) 690 → (’25) 720"
CONTRADICTION = "지방자치단체 307개(기초 226, 중앙 27, 교육청 17, 광역 17)"
PARAGRAPHS = (f"○ {AUDIT_QUOTE}", f"○ {COURSE}", f"○ {CONTRADICTION}", "○ 이용객 12,400명")
DISAGREES: dict[str, Any] = {
    "name": "평가 대상",
    "quote": CONTRADICTION,
    "result": corpus.AuditResult.DISAGREES,
    "reason": "differs",
    "unit": "개",
    "stated": make_term(label="계", raw_text="307개", value=Decimal(307), start=7),
    "terms": (make_term(label="기초", raw_text="226", value=Decimal(226), start=15),),
    "computed": Decimal(287),
    "difference": Decimal(20),
    "expression": "226 + 27 + 17 + 17 = 287 ≠ 307",
}


def values(*figures: tuple[int, int, corpus.Phase | None]) -> tuple[corpus.FactValue, ...]:
    return tuple(
        corpus.FactValue(year=year, value=Decimal(value), phase=phase)
        for year, value, phase in figures
    )


def indicator(**overrides: Any) -> dict[str, Any]:  # noqa: ANN401 (any field of a fact)
    fields: dict[str, Any] = {
        "name": "컴퓨터 구입",
        "kind": corpus.FactKind.INDICATOR,
        "quote": COURSE,
        "raw_text": "(‘21) 690 → (’25) 720",
        "value": Decimal(720),
        "unit": "대",
        "amount_krw": None,
        "fiscal_year": 2025,
        "period": None,
        "values": values((2021, 690, ACTUAL), (2025, 720, PLANNED)),
    }
    return fields | overrides


def statistic(**overrides: Any) -> dict[str, Any]:  # noqa: ANN401 (any field of a fact)
    fields: dict[str, Any] = {
        "name": "이용객",
        "kind": corpus.FactKind.STATISTIC,
        "quote": "12,400명",
        "raw_text": "12,400명",
        "value": Decimal(12_400),
        "unit": "명",
        "fiscal_year": 2022,
        "values": values((2022, 12_400, None)),
    }
    return indicator(**(fields | overrides))


def plan(*facts: dict[str, Any], audits: tuple[dict[str, Any], ...] = ()) -> corpus.Reading:
    return make_reading(paragraphs=PARAGRAPHS, facts=facts, audits=audits)


async def page_of(
    *readings: corpus.Reading,
    query: str = "",
    series: tuple[corpus.Series, ...] = (),
    library: LibraryOptions | None = None,
) -> str:
    options = RouteOptions(library=library or LibraryOptions())
    async with client(make_app(*readings, series=series, options=options)) as http:
        response = await http.get(f"{ADDRESS}{query}", headers=PAGE)
    assert response.status_code == 200
    return response.text


def text_of(page: str) -> str:
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", page)))


def listed(page: str) -> list[str]:
    """What each entry of the lists of facts says, in order."""
    lists = re.findall(r'<ul class="fact-list">(.*?)</ul>', page, re.DOTALL)
    return [text_of(item) for one in lists for item in one.split("<li")[1:]]


async def test_facts_stand_by_kind_with_all_that_is_known_of_them() -> None:
    reading = plan(indicator(flags=("year_inferred", "never_heard_of")), statistic())
    page = await page_of(reading)
    assert re.findall(r'<h3 id="kind-([a-z]+)">', page) == ["indicator", "statistic"]
    first, second = listed(page)
    for said in ("컴퓨터 구입", "(‘21) 690 → (’25) 720 대", "2025", "계획", "연도 추정"):
        assert said in first
    assert "never_heard_of" in first
    assert "12,400명" in second
    assert "12,400명 명" not in second


async def test_a_kind_is_chosen_by_a_link_and_the_choice_goes_along() -> None:
    reading = plan(indicator(), statistic())
    page = await page_of(reading, query="?kind=statistic")
    assert len(listed(page)) == 1
    assert "이용객" in listed(page)[0]
    chosen = re.findall(r'<a href="([^"]+)" aria-current="true">([^<]*)', page)
    assert [name.strip() for _, name in chosen] == ["통계"]
    assert re.search(r'<a href="[^"]*kind=indicator#facts">지표', html.unescape(page))
    (link,) = re.findall(r'href="([^"]+#cited)"', html.unescape(page))
    assert "kind=statistic" in link


async def test_a_kind_that_does_not_exist_is_refused() -> None:
    async with client(make_app()) as http:
        assert_is_an_error(await http.get(f"{ADDRESS}?kind=colour"), 422, "unknown_value")


async def test_a_course_is_drawn_with_its_figures_as_printed_and_as_a_table() -> None:
    page = await page_of(plan(indicator()))
    (svg,) = re.findall(r'<svg class="line-picture".*?</svg>', page, re.DOTALL)
    assert 'role="img"' in svg
    name, said = re.findall(r'aria-labelledby="(\S+) (\S+)"', svg)[0]
    assert f'<title id="{name}" lang="ko">컴퓨터 구입 (대), 2021–2025</title>' in svg
    assert f'<desc id="{said}">2021: 690 (실적); 2025: 720 (계획)</desc>' in svg
    assert re.findall(r'<text class="figure"[^>]*>([^<]*)', svg) == ["690", "720"]
    assert svg.count("dot-actual") == svg.count("dot-planned") == 1
    assert "is-planned" in svg
    table = re.search(r"<table>.*?</table>", page, re.DOTALL)
    assert table
    cells = [text_of(one) for one in re.findall(r"<t[hd].*?</t[hd]>", table[0], re.DOTALL)]
    assert cells == ["연도", "값", "단계", "2021", "690", "실적", "2025", "720", "계획"]


@pytest.mark.parametrize(
    "changed",
    [
        {"unit": None, "flags": ("unit_unknown",)},
        {"flags": ("range",)},
        {"comparator": "at_least"},
        {"values": values((2025, 720, PLANNED))},
    ],
)
async def test_what_cannot_be_compared_is_not_drawn(changed: dict[str, Any]) -> None:
    page = await page_of(plan(indicator(**changed)))
    assert "컴퓨터 구입" in page
    assert "<svg class=" not in page


async def test_a_contradiction_is_said_first_and_shown_as_it_is_printed() -> None:
    page = await page_of(plan(audits=({}, DISAGREES)))
    section = re.search(r'<section class="audits".*?</section>', page, re.DOTALL)
    assert section
    said = text_of(section[0])
    assert "문서에 적힌 합계와 항목의 합이 다릅니다. 원문 그대로 보여 드립니다." in said
    assert "226 + 27 + 17 + 17 = 287 ≠ 307" in said
    assert "적힌 값 307개 · 다시 셈한 값 287개 · 차이 20개" in said
    assert said.index("평가 대상") < said.index("예산 규모")
    assert "맞음 1 · 맞지 않음 1 · 알 수 없음 0" in said
    assert section[0].count('class="bar-picture"') == 1
    english = text_of(await page_of(plan(audits=({}, DISAGREES)), query="?lang=en"))
    assert "It is shown as printed." in english


async def test_a_document_without_audits_says_nothing_of_them() -> None:
    assert "셈 확인" not in await page_of(plan(indicator()))


async def test_the_parts_of_a_total_are_drawn_with_their_figures() -> None:
    page = await page_of(plan(audits=({},)))
    (svg,) = re.findall(r'<svg class="bar-picture".*?</svg>', page, re.DOTALL)
    assert re.findall(r'<text class="amount"[^>]*>([^<]*)', svg) == [
        "8,727억 원",
        "7,789억 원",
        "938억 원",
    ]
    widths = [Decimal(one) for one in re.findall(r'<rect[^>]* width="([\d.]+)"', svg)]
    assert widths[0] == 320
    assert abs(widths[1] + widths[2] - widths[0]) < 1
    assert "합계: 8,727억 원; 일반: 7,789억 원; 특별: 938억 원" in svg


async def test_each_audit_leads_to_its_words_in_the_document() -> None:
    reading = plan(audits=(DISAGREES,))
    (audit,) = reading.audits
    page = html.unescape(await page_of(reading))
    assert f'href="{ADDRESS}?from={audit.start}&to={audit.end}#cited"' in page


async def test_a_replaced_document_says_what_replaces_it() -> None:
    old = plan(indicator())
    new = make_reading(
        document=make_document(
            id="kr-boryeong/plan-2023",
            title="2023 <계획>",
            supersedes=DOCUMENT_ID,
            inferred=("supersedes",),
        )
    )
    page = await page_of(old, new)
    notice = re.search(r'<p class="notice notice-newer">.*?</p>', page, re.DOTALL)
    assert notice
    assert 'href="/documents/kr-boryeong/plan-2023"' in notice[0]
    assert "2023 &lt;계획&gt;" in notice[0]
    assert "추정" in text_of(notice[0])
    async with client(make_app(old, new)) as http:
        newer = (await http.get("/documents/kr-boryeong/plan-2023", headers=PAGE)).text
        listed_ = (await http.get("/documents?sort=oldest", headers=PAGE)).text
    assert "notice-newer" not in newer
    assert f'href="{ADDRESS}"' in newer
    assert "이 문서가 대체한 이전 문서" in newer
    assert listed_.count("badge-superseded") == 1
    first, second = (
        listed_.index(f'href="/documents/{one}"') for one in (DOCUMENT_ID, new.document.id)
    )
    assert first < listed_.index("badge-superseded") < second


async def test_a_replaced_document_that_is_not_held_is_named_without_a_link() -> None:
    reading = make_reading(document=make_document(supersedes="lost<plan>.txt"))
    page = await page_of(reading)
    assert "lost&lt;plan&gt;.txt" in page
    assert 'href="/documents/lost' not in page


def linked_plans() -> tuple[corpus.Reading, corpus.Reading, corpus.Series]:
    old = plan(indicator())
    other = make_document(id="kr-boryeong/plan-2023", title="2023 <계획>")
    new = make_reading(
        document=other,
        paragraphs=("○ 컴퓨터는 2021년 700대",),
        facts=[indicator(quote="2021년 700대", values=values((2021, 700, ACTUAL)))],
    )
    here = make_point(value=Decimal(690))
    there = make_point(value=Decimal(700), document_id=other.id, fact_id=f"{other.id}/f0001")
    series = make_series(
        kind=corpus.FactKind.INDICATOR,
        name="컴퓨터 구입",
        unit="대",
        points=(here, there, replace(here, year=2025, value=Decimal(720), phase=PLANNED)),
        conflicts=(2021,),
    )
    return old, new, series


async def test_what_other_documents_say_stands_under_the_fact() -> None:
    old, new, series = linked_plans()
    page = await page_of(old, new, series=(series,))
    across = re.search(r'<div class="across">.*?</div>', page, re.DOTALL)
    assert across
    (fact,) = new.facts
    address = f"/documents/kr-boryeong/plan-2023?from={fact.start}&to={fact.end}#cited"
    assert f'href="{address}"' in html.unescape(across[0])
    said = text_of(across[0])
    assert "2021 실적 700 대" in said
    assert "2023 <계획>" in said
    assert "690" not in said
    assert "문서마다 값이 다른 해: 2021" in said
    (svg,) = re.findall(r'<svg class="line-picture".*?</svg>', page, re.DOTALL)
    assert "2021: 690 (실적); 2021: 700 (실적); 2025: 720 (계획)" in svg


async def test_the_cited_facts_stand_first_and_lead_to_their_neighbours() -> None:
    reading = plan(indicator(), statistic())
    first, second = reading.facts
    page = html.unescape(await page_of(reading, query=f"?from={first.start}&to={first.end}"))
    pinned = re.search(r'<section class="cited-facts".*?</section>', page, re.DOTALL)
    assert pinned
    assert "컴퓨터 구입" in pinned[0]
    assert '<svg class="line-picture"' in pinned[0]
    assert page.count('<svg class="line-picture"') == 1
    assert 'rel="prev"' not in pinned[0]
    assert f'rel="next" href="{ADDRESS}?from={second.start}&to={second.end}#cited"' in pinned[0]


async def test_a_long_list_of_facts_goes_on_and_names_the_other_parts() -> None:
    facts = [statistic(name=f"이용객 {number}번") for number in range(5)]
    library = LibraryOptions(
        ledger=LedgerOptions(page_size=2), viewer=ViewerOptions(part_characters=60)
    )
    seen: list[str] = []
    following: str | None = "?part=3"
    while following:
        page = html.unescape(await page_of(plan(*facts), query=following, library=library))
        seen += re.findall(r"이용객 \d번", page)
        found = re.search(rf'rel="next" href="{ADDRESS}(\?[^"]*facts=\d+[^"]*)"', page)
        following = found[1].partition("#")[0] if found else None
    assert sorted(set(seen)) == [f"이용객 {number}번" for number in range(5)]
    first = html.unescape(await page_of(plan(*facts), library=library))
    assert re.search(r'<a href="[^"]*part=\d+#facts">부분 \d+ <span class="count">5<', first)


async def test_ten_thousand_facts_make_no_page_that_a_phone_cannot_hold() -> None:
    reading = plan(*[indicator() for _ in range(10_000)])
    page = await page_of(reading)
    assert len(page.encode()) < 600_000
    assert len(listed(page)) == LedgerOptions().page_size


async def test_ids_on_a_page_are_unique_and_what_names_a_thing_is_there() -> None:
    old, new, series = linked_plans()
    audited = replace(old, audits=plan(audits=({}, DISAGREES)).audits)
    (fact,) = old.facts
    for query in ("", f"?from={fact.start}&to={fact.end}", "?lang=en"):
        page = await page_of(audited, new, series=(series,), query=query)
        ids = re.findall(r'\sid="([^"]+)"', page)
        assert len(ids) == len(set(ids))
        named = " ".join(re.findall(r'aria-labelledby="([^"]+)"', page)).split()
        assert set(named) <= set(ids)
        jumps = re.findall(r'href="#([^"]+)"', page)
        assert set(jumps) <= set(ids)
        levels = [int(one) for one in re.findall(r"<h([1-6])", page)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert not re.search(r"\sstyle=|<style", page)


async def test_hostile_words_stay_words_in_pictures_audits_and_series() -> None:
    evil = "</title></svg><script>alert(1)</script>\u202e\x00<svg onload=x>"
    hostile = make_hostile_reading()
    document_id = hostile.document.id
    old = plan(
        indicator(name=evil, unit=evil, flags=(evil,), organisation=evil),
        audits=({"name": evil, "expression": evil, "reason": evil, "unit": evil},),
    )
    audit = replace(
        old.audits[0],
        terms=tuple(replace(t, label=evil, raw_text=evil) for t in old.audits[0].terms),
    )
    old = replace(old, audits=(audit,))
    series = make_series(
        name=evil,
        unit=evil,
        points=(
            make_point(value=Decimal(690)),
            make_point(year=2022, document_id=document_id, fact_id=f"{document_id}/f0001"),
        ),
    )
    page = await page_of(old, hostile, series=(series,))
    assert '<svg class="line-picture"' in page
    assert '<svg class="bar-picture"' in page
    assert "<script>" not in page
    assert "<svg onload" not in page
    assert "\u202e" not in page
    assert "\x00" not in page
    for svg in re.findall(r"<svg .*?</svg>", page, re.DOTALL):
        assert "<span" not in svg
        assert "U+202E" in svg or "<text" not in svg
