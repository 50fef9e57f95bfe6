from decimal import Decimal
from typing import cast

import corpus
import index
from assistant.series import SeriesOptions, series_of_facts
from tests.assistant.face import FakeSnapshot
from tests.factories import make_corpus, make_document, make_point, make_reading, make_series

OLD, NEW = "kr-a/plan-2022", "kr-a/plan-2023"


def reading(document_id: str) -> corpus.Reading:
    facts = [{"quote": "690억 원"}, {"quote": "총사업비"}]
    return make_reading(document=make_document(id=document_id), facts=facts)


def snapshot_of(*series: corpus.Series) -> tuple[index.Snapshot, tuple[corpus.Fact, ...]]:
    readings = (reading(OLD), reading(NEW))
    fake = FakeSnapshot(make_corpus(*readings, series=series))
    return cast("index.Snapshot", fake), readings[0].facts


def point(document_id: str, number: int, year: int, value: int) -> corpus.SeriesPoint:
    return make_point(
        document_id=document_id,
        fact_id=f"{document_id}/f{number:04d}",
        year=year,
        value=Decimal(value),
    )


def test_a_series_stands_under_the_first_of_its_shown_facts_with_all_documents() -> None:
    series = make_series(
        points=(point(OLD, 1, 2021, 690), point(NEW, 1, 2021, 700), point(OLD, 2, 2022, 710)),
        conflicts=(2021,),
    )
    snapshot, facts = snapshot_of(series)
    found = series_of_facts(snapshot, facts, SeriesOptions())
    (linked,) = found.values()
    assert list(found) == [facts[0].id]
    assert linked.is_shared
    assert [(row.year, row.document.id, row.is_conflicting) for row in linked.rows] == [
        (2021, OLD, True),
        (2021, NEW, True),
        (2022, OLD, False),
    ]
    assert linked.rows[0].printed == "690"
    assert linked.course is not None


def test_a_series_of_one_document_is_not_shared_but_drawn() -> None:
    snapshot, facts = snapshot_of(
        make_series(points=(point(OLD, 1, 2021, 690), point(OLD, 2, 2022, 710)))
    )
    (linked,) = series_of_facts(snapshot, facts, SeriesOptions()).values()
    assert not linked.is_shared
    assert linked.course is not None


def test_what_one_fact_says_alone_needs_no_series() -> None:
    snapshot, facts = snapshot_of(
        make_series(points=(point(OLD, 1, 2021, 690), point(OLD, 1, 2022, 710)))
    )
    assert series_of_facts(snapshot, facts, SeriesOptions()) == {}


def test_two_series_of_one_fact_both_find_a_place() -> None:
    one = make_series(id="a", points=(point(OLD, 1, 2021, 1), point(OLD, 2, 2022, 2)))
    two = make_series(id="b", points=(point(OLD, 1, 2023, 3), point(OLD, 2, 2024, 4)))
    snapshot, facts = snapshot_of(one, two)
    found = series_of_facts(snapshot, facts, SeriesOptions())
    assert {linked.series.id for linked in found.values()} == {"a", "b"}


def test_a_long_series_is_cut_and_says_so() -> None:
    points = tuple(point(OLD, 1 + n % 2, 2000 + n, n) for n in range(6))
    snapshot, facts = snapshot_of(make_series(points=points))
    (linked,) = series_of_facts(snapshot, facts, SeriesOptions(most_rows=4)).values()
    assert (len(linked.rows), linked.unlisted) == (4, 2)


def test_no_facts_have_no_series() -> None:
    snapshot, _ = snapshot_of(make_series())
    assert series_of_facts(snapshot, (), SeriesOptions()) == {}
