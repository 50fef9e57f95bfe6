from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, cast

import pytest

import corpus
import index
from assistant.charts import Chart, ChartKind, ChartOptions, chart_of_ids, charts_of_facts
from assistant.charts.types import Mark
from assistant.problems import RequestError
from tests.assistant.face import FakeSnapshot
from tests.factories import (
    AUDIT_QUOTE,
    DOCUMENT_ID,
    make_corpus,
    make_document,
    make_point,
    make_reading,
    make_series,
    make_term,
)

QUOTE = "총사업비 690억 원"
OPTIONS = ChartOptions()


def budget(place: str, value: int, year: int = 2022, **overrides: object) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "kind": corpus.FactKind.BUDGET,
        "name": "예산 총액",
        "municipality": place,
        "value": Decimal(value),
        "values": (corpus.FactValue(year=year, value=Decimal(value)),),
        "unit": "억 원",
        "amount_krw": value * 10**8,
        "raw_text": f"{value}억 원",
        "fiscal_year": year,
        "organisation": None,
    }
    return fields | overrides


def snapshot_of(
    *facts: dict[str, Any],
    audits: Sequence[dict[str, Any]] = (),
    series: Sequence[corpus.Series] = (),
    paragraphs: Sequence[str] = (f"○ {QUOTE}을 투입한다.", f"○ {AUDIT_QUOTE}"),
) -> index.Snapshot:
    reading = make_reading(paragraphs=paragraphs, facts=facts, audits=audits)
    return cast("index.Snapshot", FakeSnapshot(make_corpus(reading, series=series)))


def facts_of(snapshot: index.Snapshot) -> tuple[corpus.Fact, ...]:
    return snapshot.facts(index.RecordRequest())


def only(snapshot: index.Snapshot) -> Chart:
    (chart,) = charts_of_facts(snapshot, facts_of(snapshot))
    return chart


def test_the_same_figure_of_two_places_is_compared_from_one_zero() -> None:
    chart = only(snapshot_of(budget("보령시", 8727), budget("공주시", 9000)))
    assert chart.kind is ChartKind.COMPARISON
    assert [one.label for one in chart.points] == ["보령시", "공주시"]
    assert [one.printed for one in chart.points] == ["8727억 원", "9000억 원"]
    assert [one.value for one in chart.points] == [8727 * 10**8, 9000 * 10**8]
    assert chart.unit == "원"
    assert chart.title == "예산 총액 (원)"
    assert all(one.address and one.source == "2022 주요추진사업" for one in chart.points)


def test_one_thing_in_two_years_is_a_course() -> None:
    chart = only(snapshot_of(budget("보령시", 8000, 2021), budget("보령시", 8727, 2022)))
    assert chart.kind is ChartKind.TRAJECTORY
    assert [one.year for one in chart.points] == [2021, 2022]
    assert {one.mark for one in chart.points} == {Mark.UNSAID}


def test_figures_that_have_nothing_in_common_are_not_compared() -> None:
    snapshot = snapshot_of(budget("보령시", 8727), budget("공주시", 3, name="도로 정비", year=2020))
    assert not charts_of_facts(snapshot, facts_of(snapshot))


@pytest.mark.parametrize(
    "changed",
    [
        {"comparator": "at_least"},
        {"flags": ("annual_flow",)},
        {"doubts": ("year_unclear",)},
        {"unit": "명", "amount_krw": None},
        {"value": "2등급", "values": (), "amount_krw": None, "unit": None},
    ],
)
def test_a_figure_of_another_sort_keeps_the_comparison_away(changed: dict[str, Any]) -> None:
    snapshot = snapshot_of(budget("보령시", 8727), budget("공주시", 9000) | changed)
    kinds = [one.kind for one in charts_of_facts(snapshot, facts_of(snapshot))]
    assert ChartKind.COMPARISON not in kinds


def test_the_parts_that_an_audit_found_are_drawn_with_the_words_that_state_them() -> None:
    snapshot = snapshot_of(
        budget("보령시", 8727), audits=[{"stated": make_term(fact_id=f"{DOCUMENT_ID}/f0001")}]
    )
    snapshot_audits = snapshot.audits(index.RecordRequest())
    chart = only(snapshot)
    assert chart.kind is ChartKind.PARTS
    assert chart.of == (snapshot_audits[0].id,)
    assert [one.mark for one in chart.points] == [Mark.TOTAL, Mark.PART, Mark.PART]
    text = snapshot.text(DOCUMENT_ID) or ""
    for one in chart.points:
        assert one.address
        start, end = one.address.partition("from=")[2].removesuffix("#cited").split("&to=")
        assert text[int(start) : int(end)] in one.printed or one.printed in text


def test_a_total_that_contradicts_its_parts_is_not_drawn() -> None:
    snapshot = snapshot_of(
        budget("보령시", 8727, flags=("total",)),
        budget("보령시", 7789, name="일반", flags=("part",)),
        budget("보령시", 938, name="특별", flags=("part",)),
        audits=[
            {
                "stated": make_term(fact_id=f"{DOCUMENT_ID}/f0001"),
                "result": corpus.AuditResult.DISAGREES,
            }
        ],
    )
    total = facts_of(snapshot)[:1]
    assert charts_of_facts(snapshot, total) == ()


def test_a_series_of_several_years_is_drawn_for_one_of_its_facts() -> None:
    points = tuple(
        make_point(year=year, value=Decimal(value))
        for year, value in ((2020, 1), (2021, 2), (2022, 4))
    )
    series = make_series(points=points)
    chart = only(snapshot_of(budget("보령시", 4), series=[series]))
    assert chart.kind is ChartKind.TRAJECTORY
    assert chart.of == (series.id,)
    assert [one.printed for one in chart.points] == ["1", "2", "4"]


@pytest.mark.parametrize("kind", ChartKind)
def test_a_chart_is_made_again_from_its_ids(kind: ChartKind) -> None:
    snapshot = {
        ChartKind.COMPARISON: snapshot_of(budget("보령시", 8727), budget("공주시", 9000)),
        ChartKind.TRAJECTORY: snapshot_of({}),
        ChartKind.PARTS: snapshot_of(
            budget("보령시", 8727), audits=[{"stated": make_term(fact_id=f"{DOCUMENT_ID}/f0001")}]
        ),
    }[kind]
    chart = only(snapshot)
    assert chart.kind is kind
    assert chart_of_ids(snapshot, kind, chart.of, OPTIONS) == chart
    for other in set(ChartKind) - {kind}:
        with pytest.raises(RequestError, match="no chart"):
            chart_of_ids(snapshot, other, chart.of, OPTIONS)


@pytest.mark.parametrize("ids", [(), ("",), ("nowhere",), ("x",) * 500, ("'; drop table", "\x00")])
def test_ids_of_nothing_give_no_chart(ids: tuple[str, ...]) -> None:
    snapshot = snapshot_of(budget("보령시", 8727))
    for kind in ChartKind:
        with pytest.raises(RequestError) as raised:
            chart_of_ids(snapshot, kind, ids, OPTIONS)
        assert raised.value.status == 404


def test_no_more_charts_are_made_than_help() -> None:
    facts = [{"name": f"사업 {number}"} for number in range(5)]
    snapshot = snapshot_of(*facts)
    found = charts_of_facts(snapshot, facts_of(snapshot), replace(OPTIONS, most_charts=1))
    assert len(found) <= 1
    assert charts_of_facts(snapshot, ()) == ()


def test_the_document_of_another_place_is_named() -> None:
    second = make_reading(
        document=make_document(id="kr-gongju/plan-2022", title="공주시 계획"),
        facts=[budget("공주시", 9000)],
    )
    first = make_reading(facts=[budget("보령시", 8727)])
    snapshot = cast("index.Snapshot", FakeSnapshot(make_corpus(first, second)))
    assert {one.source for one in only(snapshot).points} == {"2022 주요추진사업", "공주시 계획"}
