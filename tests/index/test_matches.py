"""Matches: what is found by words, phrases, meaning and conditions, counted and ordered."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpus
import index
from tests.factories import make_corpus, make_reading
from tests.town import AUDIT, BUDGET, HILL, LAKE, PLAN, make_towns

EDGES = (10**8, 10**9, 10**10)


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Iterator[index.Snapshot]:
    yield from opened(make_towns(), tmp_path_factory.mktemp("towns"))


def opened(content: corpus.Corpus, data: Path) -> Iterator[index.Snapshot]:
    embedder = index.HashingEmbedder()
    manifest = index.build_snapshot(content, data, embedder=embedder)
    snapshot = index.open_snapshot(data / "snapshots" / manifest.snapshot_id, embedder=embedder)
    yield snapshot
    snapshot.close()


def words(*terms: str, **conditions: Any) -> index.MatchRequest:  # noqa: ANN401
    """A search by words alone."""
    return index.MatchRequest(terms=tuple((one,) for one in terms), **conditions)


def texts(matches: index.Matches, sorting: index.Sorting = index.Sorting.RELEVANCE) -> list[str]:
    return [one.passage.text for one in matches.passages(sorting, offset=0, limit=100)]


def names(matches: index.Matches, sorting: index.Sorting = index.Sorting.RELEVANCE) -> list[str]:
    return [one.name for one in matches.facts(sorting, offset=0, limit=100)]


def test_every_passage_with_the_words_is_found_whatever_follows_them(towns: index.Snapshot) -> None:
    found = texts(towns.matches(words("청년", "예산")))
    assert sorted(found) == [
        "○ 청년 정책 예산을 5억 원 늘린다.",
        "○ 청년 정책에 예산 8억 원을 둔다.",
    ]


def test_a_short_word_is_not_met_by_a_longer_name_that_holds_it(towns: index.Snapshot) -> None:
    assert not any("예산군" in one for one in texts(towns.matches(words("예산"))))
    assert any("예산군" in one for one in texts(towns.matches(words("예산군"))))


def test_a_compound_and_its_parts_find_each_other(towns: index.Snapshot) -> None:
    for term in ("수목원", "무궁화수목원", "무궁화 수목원"):
        assert "무궁화수목원" in texts(towns.matches(words(term)))[0]


def test_a_term_may_stand_in_one_of_several_ways(towns: index.Snapshot) -> None:
    request = index.MatchRequest(terms=(("road", "도로"),))
    assert len(texts(towns.matches(request))) == 2


def test_where_no_passage_has_all_words_most_of_them_do(towns: index.Snapshot) -> None:
    matches = towns.matches(words("도로", "정비", "박물관"))
    assert matches.least_terms == 2
    assert all("도로 정비" in one for one in texts(matches))
    assert towns.matches(words("도로", "정비")).least_terms == 2
    nothing = towns.matches(words("박물관", "기린", "얼룩말"))
    assert (nothing.passage_count, nothing.fact_count) == (0, 0)


@pytest.mark.parametrize(
    ("phrase", "count"),
    [("청년 정책", 2), ("청년  정책", 2), ("정책 청년", 0), ("년 정책에", 1), ("。", 0), ("원", 5)],
)
def test_a_phrase_stands_letter_for_letter(towns: index.Snapshot, phrase: str, count: int) -> None:
    matches = towns.matches(index.MatchRequest(phrases=(phrase,)))
    assert matches.passage_count == count
    assert all(" ".join(phrase.split()) in one for one in texts(matches))


@pytest.mark.parametrize(
    ("phrase", "count"),
    [("abc 청년 계획", 2), ("ＡＢＣ 청년", 2), ("청년 계획 3", 2), ("계획 3개년", 1), ("계획3", 0)],
)
def test_a_phrase_is_found_however_a_text_spells_its_letters(
    tmp_path: Path, phrase: str, count: int
) -> None:
    decomposed = unicodedata.normalize("NFD", "청년 계획 3개년")
    reading = make_reading(
        paragraphs=["○ ＡＢＣ 청년\n 계획 하나", decomposed, "Abc 청년 계획 3년"]
    )
    for snapshot in opened(make_corpus(reading), tmp_path):
        matches = snapshot.matches(index.MatchRequest(phrases=(phrase,)))
        assert matches.passage_count == count


def test_facts_near_in_meaning_are_told_from_those_of_the_words(towns: index.Snapshot) -> None:
    by_words = towns.matches(index.MatchRequest(text="청년", terms=(("청년",),)))
    near = towns.matches(index.MatchRequest(text="청년들과", terms=(("기린",),)))
    assert (by_words.are_facts_near, near.are_facts_near) == (False, True)
    assert near.fact_count > 0


def test_what_is_counted_can_be_read_ahead(tmp_path: Path) -> None:
    for snapshot in opened(make_towns(), tmp_path):
        snapshot.prepare()
        snapshot.close()
        # Nothing can be read any more, and counting needs nothing.
        assert snapshot.matches(index.MatchRequest()).passage_count == 7
    for snapshot in opened(make_towns(), tmp_path):
        snapshot.close()
        with pytest.raises(index.SnapshotError):
            snapshot.matches(index.MatchRequest())


def test_what_is_near_in_meaning_is_told_from_what_has_the_words(towns: index.Snapshot) -> None:
    matches = towns.matches(index.MatchRequest(text="청년", terms=(("청년",),)))
    shown = matches.passages(index.Sorting.RELEVANCE, offset=0, limit=100)
    assert {one.is_by_words for one in shown} == {True, False}
    assert matches.by_meaning_count == sum(not one.is_by_words for one in shown)
    assert all(("청년" in one.passage.text) == one.is_by_words for one in shown)
    # Facts of passages that are only near would be about something else.
    assert set(names(matches)) == {"청년 정책 예산", "청년 정책"}


def test_without_words_everything_is_found(towns: index.Snapshot) -> None:
    matches = towns.matches(index.MatchRequest())
    assert (matches.passage_count, matches.fact_count) == (7, 5)


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        ({"municipalities": (LAKE,)}, {"도로 정비 공사비"}),
        ({"municipalities": (LAKE, HILL), "years": (2023,)}, {"청년 정책", "도로 정비"}),
        ({"municipalities": ("없는시",)}, set()),
        ({"document_types": ("plan",)}, {"무궁화수목원 확장", "청년 정책 예산"}),
        ({"kinds": (corpus.FactKind.AUDIT,)}, {"도로 정비 공사비"}),
        ({"amount_at_least": 3_000_000_000}, {"도로 정비", "무궁화수목원 확장"}),
        ({"amount_at_least": 3_000_000_001}, {"무궁화수목원 확장"}),
        ({"amount_at_most": 500_000_000}, {"청년 정책 예산"}),
        (
            {"amount_at_most": 10**40},
            set(
                [
                    "도로 정비",
                    "도로 정비 공사비",
                    "무궁화수목원 확장",
                    "청년 정책",
                    "청년 정책 예산",
                ]
            ),
        ),
        ({"amount_at_least": 10**40}, set()),
        ({"years": (2**70,)}, set()),
    ],
)
def test_conditions_narrow_facts_and_the_passages_that_state_them(
    towns: index.Snapshot, conditions: dict[str, Any], found: set[str]
) -> None:
    matches = towns.matches(index.MatchRequest(**conditions))
    assert set(names(matches)) == found
    if "kinds" in conditions or "amount_at_least" in conditions or "amount_at_most" in conditions:
        assert matches.passage_count == len(found)


def test_orders(towns: index.Snapshot) -> None:
    matches = towns.matches(index.MatchRequest())
    amounts = [12_000_000_000, 3_000_000_000, 1_000_000_000, 800_000_000, 500_000_000]
    largest = matches.facts(index.Sorting.LARGEST, offset=0, limit=9)
    assert [one.amount_krw for one in largest] == amounts
    smallest = matches.facts(index.Sorting.SMALLEST, offset=0, limit=9)
    assert [one.amount_krw for one in smallest] == amounts[::-1]
    newest = [one.document_id for one in matches.facts(index.Sorting.NEWEST, offset=0, limit=9)]
    assert newest == [BUDGET, BUDGET, PLAN, PLAN, AUDIT], "what has no day comes last"
    oldest = [one.document_id for one in matches.facts(index.Sorting.OLDEST, offset=0, limit=9)]
    assert oldest == [PLAN, PLAN, BUDGET, BUDGET, AUDIT]
    assert "120억" in texts(matches, index.Sorting.LARGEST)[0]
    assert "5억" in texts(matches, index.Sorting.SMALLEST)[0]
    assert len(texts(matches, index.Sorting.LARGEST)) == 7


def test_pages_tile_the_list(towns: index.Snapshot) -> None:
    matches = towns.matches(index.MatchRequest())
    for sorting in index.Sorting:
        whole = [one.id for one in matches.facts(sorting, offset=0, limit=100)]
        pages = [
            one.id for at in range(0, 6, 2) for one in matches.facts(sorting, offset=at, limit=2)
        ]
        assert pages == whole
        assert len(set(whole)) == 5


def test_facts_named_so_come_first_and_doubtful_ones_behind(tmp_path: Path) -> None:
    content = make_towns()
    first, *others = content.readings
    doubted = corpus.Reading(
        **{
            **{name: getattr(first, name) for name in first.__slots__},
            "facts": tuple(
                corpus.Fact(
                    **{
                        **{name: getattr(one, name) for name in one.__slots__},
                        "doubts": ("year_unsure",) if one.name == "청년 정책 예산" else (),
                    }
                )
                for one in first.facts
            ),
        }
    )
    whole = corpus.Corpus(readings=(doubted, *others), excluded=(), digest="doubted")
    for snapshot in opened(whole, tmp_path):
        assert names(snapshot.matches(words("청년", "정책"))) == ["청년 정책", "청년 정책 예산"]
        assert names(snapshot.matches(words("청년", "예산")))[0] == "청년 정책 예산"


request_strategy = st.builds(
    index.MatchRequest,
    terms=st.sampled_from([(), (("도로",),), (("청년",), ("예산",)), (("늘리",),)]),
    phrases=st.sampled_from([(), ("정비",)]),
    municipalities=st.sampled_from([(), (HILL,), (LAKE,), (HILL, LAKE)]),
    document_types=st.sampled_from([(), ("plan",), ("budget", "audit")]),
    years=st.sampled_from([(), (2022,), (2021, 2023)]),
    kinds=st.sampled_from([(), (corpus.FactKind.BUDGET,), (corpus.FactKind.AUDIT,)]),
    amount_at_least=st.sampled_from([None, 10**9]),
    amount_at_most=st.sampled_from([None, 10**9, 10**10]),
)

_FIELDS = {
    index.Facet.MUNICIPALITY: "municipalities",
    index.Facet.DOCUMENT_TYPE: "document_types",
    index.Facet.YEAR: "years",
    index.Facet.KIND: "kinds",
}


@given(request=request_strategy)
def test_a_count_is_what_choosing_the_value_leaves(
    towns: index.Snapshot, request: index.MatchRequest
) -> None:
    fields = {name: getattr(request, name) for name in request.__slots__}
    matches = towns.matches(request)
    for facet, field in _FIELDS.items():
        for counts, total in (
            (matches.fact_counts(facet), "fact_count"),
            (matches.passage_counts(facet), "passage_count"),
        ):
            for value, count in counts:
                narrowed = towns.matches(index.MatchRequest(**{**fields, field: (value,)}))
                assert getattr(narrowed, total) == count > 0
    lows, highs = (None, *EDGES), (*(one - 1 for one in EDGES), None)
    for place, count in matches.fact_counts(index.Facet.AMOUNT, edges=EDGES):
        bounds = {"amount_at_least": lows[place], "amount_at_most": highs[place]}
        narrowed = towns.matches(index.MatchRequest(**{**fields, **bounds}))
        assert narrowed.fact_count == count > 0
    for place, count in matches.passage_counts(index.Facet.AMOUNT, edges=EDGES):
        bounds = {"amount_at_least": lows[place], "amount_at_most": highs[place]}
        narrowed = towns.matches(index.MatchRequest(**{**fields, **bounds}))
        assert narrowed.passage_count == count > 0


@given(request=request_strategy)
def test_what_is_found_is_what_reading_every_record_finds(
    towns: index.Snapshot, request: index.MatchRequest
) -> None:
    if request.terms or request.phrases:
        return
    documents = {one.id: one for one in towns.documents(index.RecordRequest())}

    def fits(fact: corpus.Fact) -> bool:
        document, amount = documents[fact.document_id], fact.amount_krw
        return (
            (not request.municipalities or fact.municipality in request.municipalities)
            and (not request.document_types or document.document_type in request.document_types)
            and (not request.years or fact.fiscal_year in request.years)
            and (not request.kinds or fact.kind in request.kinds)
            and (request.amount_at_least is None or (amount or 0) >= request.amount_at_least)
            and (request.amount_at_most is None or (amount or 0) <= request.amount_at_most)
        )

    expected = Counter(one.id for one in towns.facts(index.RecordRequest()) if fits(one))
    found = towns.matches(request).facts(index.Sorting.RELEVANCE, offset=0, limit=100)
    assert Counter(one.id for one in found) == expected


@pytest.mark.parametrize(
    "hostile",
    ['"; DROP TABLE facts; --', "NEAR(a b)", "a* OR b", "\udc80", "\x00", "((((", "원" * 3000, ""],
)
def test_hostile_words_are_only_words(towns: index.Snapshot, hostile: str) -> None:
    request = index.MatchRequest(
        text=hostile,
        terms=((hostile,),),
        phrases=(hostile,),
        municipalities=(hostile,),
        document_types=(hostile,),
    )
    assert towns.matches(request).passage_count == 0
    assert towns.matches(index.MatchRequest()).passage_count == 7


def test_a_corpus_without_anything_gives_nothing(tmp_path: Path) -> None:
    empty = corpus.Corpus(readings=(), excluded=(), digest="empty")
    for snapshot in opened(empty, tmp_path):
        matches = snapshot.matches(index.MatchRequest(text="예산", terms=(("예산",),)))
        assert (matches.passage_count, matches.fact_count) == (0, 0)
        for facet in index.Facet:
            assert matches.passage_counts(facet, edges=EDGES) == ()
            assert matches.fact_counts(facet, edges=EDGES) == ()
