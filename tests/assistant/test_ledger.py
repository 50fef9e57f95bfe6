from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

import corpus
from assistant.ledger import Ledger, LedgerOptions, lay_ledger
from assistant.viewer import Part
from tests.factories import make_fact

BUDGET, POLICY = corpus.FactKind.BUDGET, corpus.FactKind.POLICY
DOUBTED = ((1, POLICY), (3, BUDGET))
PARTS = (Part(number=1, start=0, end=100), Part(number=2, start=100, end=200))


def fact(number: int, start: int, kind: corpus.FactKind = BUDGET) -> corpus.Fact:
    return make_fact(id=f"x/f{number:04d}", start=start, quote="1234567890", kind=kind)


def lay(
    *facts: corpus.Fact,
    part: Part = PARTS[0],
    kind: corpus.FactKind | None = None,
    page: int | None = None,
    cited: tuple[int, int] | None = None,
    page_size: int = 100,
) -> Ledger:
    return lay_ledger(
        facts,
        PARTS,
        part,
        kind=kind,
        page=page,
        cited=cited,
        options=LedgerOptions(page_size=page_size),
    )


def ids(ledger: Ledger) -> list[str]:
    return [one.id[-1] for group in ledger.groups for one in group.facts]


facts_of_any_sort = st.lists(
    st.builds(
        lambda start, kind: (start, kind), st.integers(0, 190), st.sampled_from(corpus.FactKind)
    ),
    max_size=30,
)


@given(facts_of_any_sort, st.integers(1, 5), st.sampled_from([None, *corpus.FactKind]))
def test_the_pages_of_all_parts_show_every_wanted_fact_once(
    drawn: list[tuple[int, corpus.FactKind]],
    page_size: int,
    kind: corpus.FactKind | None,
) -> None:
    facts = [fact(number, start, kind) for number, (start, kind) in enumerate(drawn)]
    seen = []
    for part in PARTS:
        first = lay(*facts, part=part, kind=kind, page_size=page_size)
        shown = []
        for page in range(1, first.pages + 1):
            ledger = lay(*facts, part=part, kind=kind, page=page, page_size=page_size)
            here = [one for group in ledger.groups for one in group.facts]
            assert len(here) <= page_size
            shown += here
        assert len(shown) == first.count
        for one in corpus.FactKind:
            starts = [fact.start for fact in shown if fact.kind is one]
            assert starts == sorted(starts)
        seen += shown
    wanted = sorted(one.id for one in facts if kind in (None, one.kind))
    assert sorted(one.id for one in seen) == wanted


def test_facts_stand_by_kind_and_in_reading_order() -> None:
    ledger = lay(fact(1, 50), fact(2, 10, POLICY), fact(3, 5), fact(4, 20, POLICY))
    assert [(group.kind, group.count) for group in ledger.groups] == [(BUDGET, 2), (POLICY, 2)]
    assert ids(ledger) == ["3", "1", "2", "4"]


def test_the_choice_of_kinds_stays_the_same_when_one_is_chosen() -> None:
    facts = (fact(1, 0), fact(2, 10, POLICY), fact(3, 20, POLICY))
    chosen = lay(*facts, kind=BUDGET)
    assert chosen.kinds == lay(*facts).kinds == ((BUDGET, 1), (POLICY, 2))
    assert ids(chosen) == ["1"]


def test_facts_of_other_parts_are_counted_where_they_are() -> None:
    ledger = lay(fact(1, 0), fact(2, 120), fact(3, 130), fact(4, 140, POLICY), kind=BUDGET)
    assert ids(ledger) == ["1"]
    assert [(one.part.number, one.count) for one in ledger.elsewhere] == [(2, 2)]


def test_the_page_that_opens_is_the_one_with_the_cited_fact() -> None:
    facts = [fact(n, n * 10) for n in range(1, 7)]
    ledger = lay(*facts, cited=(50, 60), page_size=2)
    assert (ledger.page, ids(ledger)) == (3, ["5", "6"])
    assert [one.id[-1] for one in ledger.cited] == ["5"]
    assert lay(*facts, cited=(50, 60), page=1, page_size=2).page == 1
    assert lay(*facts, page=99, page_size=2).page == 3


def test_a_cited_fact_is_shown_whatever_kind_is_chosen() -> None:
    facts = (fact(1, 10), fact(2, 30, POLICY))
    ledger = lay(*facts, cited=(30, 40), kind=BUDGET)
    assert ledger.cited == (facts[1],)
    assert ids(ledger) == ["1"]


def test_doubtful_facts_follow_the_published_ones_and_count_apart() -> None:
    doubted = [replace(fact(n, n * 10, kind), doubts=("year_unsure",)) for n, kind in DOUBTED]
    facts = (*doubted, fact(5, 80), fact(6, 20, POLICY), replace(doubted[0], id="x/f7", start=150))
    ledger = lay(*facts, cited=(10, 20))
    assert ids(ledger) == ["5", "6"]
    assert [one.id[-1] for one in ledger.doubtful] == ["3", "1"]
    assert (ledger.count, ledger.doubtful_count) == (2, 2)
    assert ledger.kinds == ((BUDGET, 1), (POLICY, 1))
    assert (ledger.cited, ledger.is_doubtful_cited) == ((), True)
    assert (ledger.before, ledger.after) == (None, facts[3])
    assert ledger.elsewhere == ()
    assert all(not one.doubts for one in ledger.facts)
    first, second = (lay(*facts, page=page, page_size=3) for page in (1, 2))
    assert [one.id[-1] for one in (*first.doubtful, *second.doubtful)] == ["3", "1"]
    assert (first.pages, ids(second), second.doubtful_count) == (2, [], 2)
    chosen = lay(*facts, kind=POLICY)
    assert (ids(chosen), [one.id[-1] for one in chosen.doubtful]) == (["6"], ["1"])
    assert not lay(*facts, cited=(80, 90)).is_doubtful_cited


def test_the_page_with_a_cited_doubtful_fact_opens_where_no_published_one_is_cited() -> None:
    doubtful = replace(fact(1, 10), doubts=("year_unsure",))
    others = [fact(n, n * 10) for n in range(2, 5)]
    assert lay(doubtful, *others, cited=(10, 20), page_size=1).page == 4
    assert lay(doubtful, *others, cited=(10, 30), page_size=1).page == 1


def test_neighbours_lead_through_all_parts_in_reading_order() -> None:
    facts = [fact(1, 10), fact(2, 90), fact(3, 90), fact(4, 120)]
    ledger = lay(*facts, cited=(90, 100))
    assert ledger.before == facts[0]
    assert ledger.after == facts[3]
    back = lay(*facts, part=PARTS[1], cited=(120, 130))
    assert (back.before, back.after) == (facts[1], None)
    assert (lay(*facts).before, lay(*facts).after) == (None, None)


def test_neighbours_of_a_passage_without_facts_are_those_around_it() -> None:
    facts = [fact(1, 10), fact(2, 90)]
    ledger = lay(*facts, cited=(40, 60))
    assert (ledger.before, ledger.after, ledger.cited) == (facts[0], facts[1], ())
