"""Facts with a doubt: they help to answer, and stay behind when facts leave as data."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

import assistant
import corpus
import index
from assistant.compose import Draft
from assistant.examples import welcome
from assistant.grammar import Asked
from assistant.ledger import LedgerOptions
from assistant.library import LibraryOptions
from assistant.pipeline import facts_as_data
from assistant.points import Computed
from assistant.routes import RouteOptions
from assistant.types import Calculation
from tests.assistant.face import ADDRESS, PAGE, FakeAssistant, FakeSnapshot, client, make_app
from tests.assistant.towns import assert_is_grounded, explain
from tests.factories import (
    FACT_QUOTE,
    make_corpus,
    make_document,
    make_fact,
    make_point,
    make_reading,
    make_series,
)

Ask = Callable[..., assistant.Answer]

DOUBTS = ("name_borrowed", "year_unsure")
VISITORS = "2021년 12,400명"
GROUP = re.compile(r'<details class="doubtful"( open)?>.*?</details>', re.DOTALL)
QUESTIONS = (
    "보령시 2022년 예산 총액은 얼마인가요?",
    "What was the total budget of Boryeong in 2022?",
    "보령시 일상감사는 2021년에 몇 건이었나요?",
    "보령시 일상감사 처리 건수는 2020년보다 2021년에 몇 건 늘었나요?",
    "보령시 예산 절감액은 2020년과 2021년을 더하면 얼마인가요?",
    "보령시에서 2024년까지 끝나는 사업을 모두 알려줘",
    "보령시 시정 담당부서 연락처는?",
    "보령시 일상감사 건수가 계속 늘어난 이유는 무엇인가요?",
)


@pytest.fixture(scope="module")
def doubted_towns(
    towns_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[index.Snapshot]:
    """The towns, with a doubt on every fact."""
    content = corpus.read_folders([towns_folder])
    readings = tuple(
        replace(one, facts=tuple(replace(fact, doubts=DOUBTS) for fact in one.facts))
        for one in content.readings
    )
    doubted = replace(content, readings=readings, digest=f"{content.digest} doubted")
    data = tmp_path_factory.mktemp("doubted")
    snapshot = index.ensure_snapshot(doubted, data, embedder=index.HashingEmbedder())
    yield snapshot
    snapshot.close()


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_is_the_same_whatever_is_doubted(
    ask: Ask, doubted_towns: index.Snapshot, question: str
) -> None:
    sure, doubted = ask(question), explain(doubted_towns, question).answer
    assert sure.citations
    for one in ("status", "text", "citations", "calculations"):
        assert getattr(doubted, one) == getattr(sure, one)
    assert_is_grounded(doubted, doubted_towns)


def test_a_doubtful_fact_does_not_leave_with_the_answer_that_it_helped_to_find(
    ask: Ask, doubted_towns: index.Snapshot
) -> None:
    question = "보령시 2022년 예산 총액은 얼마인가요?"
    assert len(ask(question).facts) == 1
    doubted = explain(doubted_towns, question).answer
    assert (doubted.facts, doubted.query) == ((), None)


def test_an_amount_said_in_billions_does_not_take_its_doubtful_fact_along() -> None:
    sure, unsure = make_fact(), make_fact(id="x/f2", doubts=DOUBTS)
    converted = Calculation(expression="690억 원", result="69 billion won", inputs=(1,))
    draft = Draft(sentences=(), calculations=(converted,), facts=(sure, unsure))
    assert facts_as_data(draft, None) == (sure,)


def test_a_calculation_that_was_removed_keeps_no_doubtful_fact() -> None:
    unsure = make_fact(doubts=DOUBTS)
    computed = Computed(kind=Asked.SUM, expression="1 + 1", result="2", subject="", facts=(unsure,))
    draft = Draft(sentences=(), calculations=(), facts=(unsure,))
    assert facts_as_data(draft, computed) == ()
    shown = Calculation(expression="1 + 1", result="2", inputs=(1,))
    assert facts_as_data(replace(draft, calculations=(shown,)), computed) == (unsure,)


def test_a_denial_keeps_its_doubtful_facts_back(ask: Ask, doubted_towns: index.Snapshot) -> None:
    question = "보령시 일상감사 건수가 계속 늘어난 이유는 무엇인가요?"
    assert ask(question).facts
    denied = explain(doubted_towns, question).answer
    assert denied.status is assistant.AnswerStatus.CORRECTED
    assert (denied.facts, denied.query) == ((), None)


def test_a_calculation_leaves_with_the_doubtful_facts_that_it_reckons_with(
    ask: Ask, doubted_towns: index.Snapshot
) -> None:
    question = "보령시 예산 절감액은 2020년과 2021년을 더하면 얼마인가요?"
    sure, doubted = ask(question), explain(doubted_towns, question).answer
    assert doubted.calculations
    assert [fact.id for fact in doubted.facts] == [fact.id for fact in sure.facts] != []
    assert all(fact.doubts == DOUBTS for fact in doubted.facts)
    assert doubted.query is not None
    assert "doubts { code }" in doubted.query
    assert all(fact.id in doubted.query for fact in doubted.facts)


def test_no_example_question_is_made_of_a_doubtful_fact() -> None:
    reading = make_reading(facts=({"doubts": DOUBTS}, {"name": "산림 휴양"}))
    fake = FakeAssistant()
    offer = welcome(cast("index.Snapshot", FakeSnapshot(make_corpus(reading))), fake)
    assert offer.examples["ko"] == ("보령시 2022년 산림 휴양은 얼마인가요?",)
    assert not any("무궁화수목원" in question.text for question in fake.asked)


def make_doubted(*doubted: dict[str, Any]) -> corpus.Reading:
    """A published fact of a project, and doubtful ones."""
    return make_reading(facts=[{}, *({"doubts": DOUBTS} | one for one in doubted)])


async def page_of(
    *readings: corpus.Reading,
    query: str = "",
    series: tuple[corpus.Series, ...] = (),
    page_size: int = 100,
) -> str:
    library = LibraryOptions(ledger=LedgerOptions(page_size=page_size))
    app = make_app(*readings, series=series, options=RouteOptions(library=library))
    async with client(app) as http:
        response = await http.get(f"{ADDRESS}{query}", headers=PAGE)
    assert response.status_code == 200
    return html.unescape(response.text)


UNSURE: dict[str, Any] = {
    "kind": corpus.FactKind.STATISTIC,
    "name": "빌린 이름",
    "quote": VISITORS,
    "raw_text": "12,400명",
}


async def test_doubtful_facts_come_last_on_the_page_in_a_closed_group_that_says_why() -> None:
    reading = make_doubted(UNSURE)
    page = await page_of(reading)
    group = GROUP.search(page)
    assert group
    assert group[1] is None
    assert group.start() > page.rindex('<section class="kind"')
    assert "<summary>확실하지 않아 데이터로 내지 않은 숫자 (1)</summary>" in group[0]
    for said in (VISITORS, "12,400명", *(corpus.DOUBTS[code][0] for code in DOUBTS)):
        assert said in group[0]
    fact = reading.facts[1]
    assert f'href="{ADDRESS}?from={fact.start}&to={fact.end}#cited"' in group[0]
    outside = page.replace(group[0], "")
    assert "빌린 이름" not in page
    assert corpus.DOUBTS["year_unsure"][0] not in outside


async def test_the_reasons_are_in_the_language_of_the_page() -> None:
    group = GROUP.search(await page_of(make_doubted(UNSURE), query="?lang=en"))
    assert group
    assert "<summary>Figures not certain enough to be published as data (1)</summary>" in group[0]
    assert corpus.DOUBTS["name_borrowed"][1] in group[0]
    assert corpus.DOUBTS["name_borrowed"][0] not in group[0]


async def test_the_counts_of_a_page_are_of_published_facts_and_the_doubtful_ones_apart() -> None:
    page = await page_of(make_doubted(UNSURE, UNSURE | {"doubts": ("a_later_doubt",)}))
    assert '<h2 id="facts-title">이 문서의 수치와 사실 <span class="count">1</span></h2>' in page
    assert re.search(r"확실하지 않아 데이터로 내지 않은 숫자 <span class=\"count\">2</span>", page)
    kinds = re.findall(r'kind=(\w+)#facts">[^<]*<span class="count">(\d+)', page)
    assert kinds == [("project", "1")]
    assert "a_later_doubt" in page


async def test_a_document_without_doubts_says_nothing_of_them() -> None:
    assert "확실하지 않아" not in await page_of(make_reading())


async def test_the_group_opens_when_the_marked_words_are_those_of_a_doubtful_fact() -> None:
    reading = make_doubted(UNSURE)
    _, unsure = reading.facts
    page = await page_of(reading, query=f"?from={unsure.start}&to={unsure.end}")
    group = GROUP.search(page)
    assert group
    assert group[1] == " open"
    assert '<li class="is-cited">' in group[0]
    assert "표시한 대목의 숫자는 확실하지 않아 데이터로 내지 않았습니다." in page
    assert "표시한 대목에서 뽑은 사실이 없습니다." not in page


async def test_a_chosen_kind_narrows_the_doubtful_facts_too() -> None:
    reading = make_doubted(UNSURE)
    assert GROUP.search(await page_of(reading, query="?kind=statistic"))
    assert not GROUP.search(await page_of(reading, query="?kind=project"))


async def test_many_doubtful_facts_go_on_from_page_to_page_after_the_published_ones() -> None:
    reading = make_doubted(*[UNSURE] * 5)
    groups = [
        GROUP.search(await page_of(reading, query=f"?facts={number}", page_size=2))
        for number in (1, 2, 3)
    ]
    assert [one and one[0].count("<li") for one in groups] == [1, 2, 2]
    assert groups[1]
    assert "(2 / 5)" in groups[1][0]
    last = await page_of(reading, query="?facts=3", page_size=2)
    assert "이 부분에서 뽑은 수치가 없습니다." not in last


async def test_a_document_of_doubtful_facts_alone_says_that_none_is_published() -> None:
    page = await page_of(make_reading(facts=[{"doubts": DOUBTS}]))
    assert "이 부분에서 뽑은 수치가 없습니다." in page
    assert GROUP.search(page)


async def test_what_another_document_is_unsure_of_stands_under_no_fact() -> None:
    there = make_document(id="kr-boryeong/plan-2023", title="다른 계획")
    point = make_point(document_id=there.id, fact_id=f"{there.id}/f0001")
    series = (make_series(points=(make_point(), point)),)
    for doubts, is_shown in (((), True), (DOUBTS, False)):
        other = make_reading(document=there, facts=[{"doubts": doubts}])
        page = await page_of(make_reading(), other, series=series)
        assert ("다른 계획" in page) is is_shown


async def test_hostile_words_of_a_doubtful_fact_stay_words() -> None:
    evil = "<script>alert(1)</script>\u202e"
    reading = make_reading(
        paragraphs=(f"○ {FACT_QUOTE} {evil}",),
        facts=[{"quote": f"{FACT_QUOTE} {evil}", "raw_text": evil, "doubts": (evil,)}],
    )
    async with client(make_app(reading)) as http:
        page = (await http.get(ADDRESS, headers=PAGE)).text
        found = (
            await http.post("/search", data={"text": FACT_QUOTE, "show": "facts"}, headers=PAGE)
        ).text
    for one in (page, found):
        assert "<script>alert" not in one
        assert "\u202e" not in one
        assert "&lt;script&gt;" in one


async def test_staff_find_doubtful_facts_and_are_told_of_the_doubt() -> None:
    async with client(make_app(make_reading(facts=[{"doubts": DOUBTS}]))) as http:
        found = (
            await http.post("/search", data={"text": "무궁화수목원", "show": "facts"}, headers=PAGE)
        ).text
    async with client(make_app()) as http:
        sure = (
            await http.post("/search", data={"text": "무궁화수목원", "show": "facts"}, headers=PAGE)
        ).text
    assert '<span class="badge badge-warning">확실하지 않음</span>' in found
    assert corpus.DOUBTS["year_unsure"][0] in found
    assert "확실하지 않음" not in sure


async def test_coverage_counts_published_facts_and_doubtful_ones_apart() -> None:
    async with client(make_app(make_doubted(UNSURE, UNSURE))) as http:
        page = (await http.get("/coverage", headers=PAGE)).text
    assert '<td class="number-cell">1 <span class="meta">확실하지 않음 2</span></td>' in page
