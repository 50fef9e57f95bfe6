"""'올해', '내년' and '지난해' of a question, held against the times of the statements."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.relative_times import offsets_in, offsets_of, tells_change_alone
from tests.assistant.towns import Ask, asking
from tests.factories import make_document

BUDGET = """\
하남시, 2026년도 본예산 9,120억 원 편성

하남시는 2026년도 본예산안을 9,120억 원 규모로 편성해 20일 시의회에 제출했다고 밝혔다. 올해 본예산 \
8,700억 원보다 420억 원(4.8%) 증가한 규모다.
시는 체납 지방세 114억 원을 지난해 징수했다. 당초 목표 93억 원을 21억 원 넘긴 것이다.
올해 체납액 징수 목표는 120억 원이다.
국비 확보 목표액 : 2,140억 원 (2024년 확보액 1,986억 원 대비 7.8% 증가)
시가 공을 들이는 사업은 △미사 도서관(총사업비 478억 원, 국비 62억 원) △체육관(국비 35억 원)이다.
시는 이번 평가로 특별교부세 5천만 원을 받는다. 지난해 받은 특별교부세는 3천만 원이었다.
"""


@pytest.fixture(scope="module")
def ask_budget(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    row = "budget.txt,2026년도 본예산 편성,경기도 하남시,press,2025-11-20,2026,,하남시"
    with asking(tmp_path_factory.mktemp("budget"), BUDGET, row) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("하남시 내년 본예산 얼마야", "9,120억 원"),
        ("하남시 올해 체납 징수 목표액은?", "120억 원"),
        ("하남시 특별교부세 얼마 받아", "5천만 원"),
        ("하남시 본예산 규모", "9,120억 원"),
        ("하남시가 2026년에 따내려는 국비는 얼마인가요?", "2,140억 원"),
        ("하남시가 확보하려는 국비는?", "2,140억 원"),
        ("하남시가 작년에 받은 특별교부세", "3천만 원"),
    ],
)
def test_the_statement_of_the_year_meant_comes_first(
    ask_budget: Ask, question: str, said: str
) -> None:
    assert said in ask_budget(question).citations[0].quote


@pytest.mark.parametrize(
    ("text", "offsets"),
    [
        ("올해 목표", {0}),
        ("올 한 해 목표", {0}),
        ("내년 예산과 작년 예산", {1, -1}),
        ("재작년 예산", {-2}),
        ("내후년까지", {2}),
        ("목표 달성", set()),
    ],
)
def test_words_of_time_count_from_now(text: str, offsets: set[int]) -> None:
    assert offsets_in(text) == offsets


def test_what_a_figure_is_held_against_tells_of_no_year() -> None:
    document = make_document(published_on=date(2025, 11, 20))
    assert offsets_of("올해 본예산 8,700억 원보다 420억 원 증가했다", document) == frozenset()
    assert offsets_of("지난해(89.2점)보다 1.5점 올랐다", document) == frozenset()
    assert offsets_of("2026년도 본예산안을 편성했다", document) == {1}


def test_the_year_of_a_document_without_a_day_follows_from_its_title() -> None:
    undated = make_document(
        published_on=None, title="지난해 체납액 114억 원 징수", fiscal_years=(2024,)
    )
    assert offsets_of("2024년 한 해 동안 114억 원을 징수했다", undated) == {-1}
    plain = make_document(published_on=None, title="체납액 징수", fiscal_years=(2024,))
    assert offsets_of("2024년 징수액", plain) == frozenset()


@pytest.mark.parametrize(
    ("quote", "is_alone"),
    [
        ("올해 본예산 8,700억 원보다 420억 원(4.8%) 증가한 규모다.", True),
        ("지난해보다 12억 원 늘었다.", True),
        ("지난해보다 12억 원 늘어난 90억 원이다.", False),
        ("본예산은 9,120억 원이다.", False),
    ],
)
def test_a_change_is_told_without_the_figure_it_leads_to(quote: str, is_alone: bool) -> None:
    assert tells_change_alone(quote) is is_alone
