"""Ranks and superlatives: only out of figures of one thing that stand side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

import assistant
import corpus
import index
from assistant.arithmetic import follows
from assistant.grammar import Asked
from assistant.superlative import is_unranked, rival_places
from tests.assistant.drafts import asking, make_candidate, make_evidence, make_figure
from tests.assistant.towns import assert_is_declined, assert_is_grounded, explain, opened, sources
from tests.factories import make_document

Ask = Callable[..., assistant.Answer]


BUDGETS = {
    "boryeong": ("충청남도 보령시", "○ 2022년 예산 총액 : 8,100억 원"),
    "paju": ("경기도 파주시", "○ 2022년 예산 총액 : 1조 9,000억 원"),
    "goseong": ("강원특별자치도 고성군", "○ 2023년 예산 총액 : 5,000억 원"),
}


@pytest.fixture(scope="module")
def budgets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[index.Snapshot]:
    files: dict[str, str] = {}
    rows = ["file,title,municipality,document_type,published_on,fiscal_year"]
    for name, (place, line) in BUDGETS.items():
        year = line.split("년")[0].lstrip("○ ")
        rows.append(f"{name}.txt,{year}년 재정 계획,{place},plan,{year}-01-05,{year}")
        files[f"{name}.txt"] = f"{place} {year}년 재정 계획\n\n1. 재정 규모\n{line}\n"
    files["catalog.csv"] = "\n".join(rows) + "\n"
    with opened(tmp_path_factory.mktemp("budgets"), files) as snapshot:
        yield snapshot


@pytest.mark.parametrize(
    ("question", "winner"),
    [
        ("예산 총액이 가장 큰 도시는?", "파주시 1조 9,000억 원"),
        ("2022년 예산 총액이 제일 작은 지자체는 어디인가요?", "보령시 8,100억 원"),
    ],
)
def test_a_place_is_picked_out_of_those_with_the_same_figure(
    budgets: index.Snapshot, question: str, winner: str
) -> None:
    answer = explain(budgets, question).answer
    assert answer.status is assistant.AnswerStatus.ANSWERED
    assert winner in answer.text
    assert "5,000" not in answer.text  # another year's figure
    assert sources(answer) == {"boryeong.txt", "paju.txt"}
    (shown,) = answer.calculations
    assert follows(shown)
    assert_is_grounded(answer, budgets)


def test_a_year_that_one_place_alone_prints_compares_no_places(budgets: index.Snapshot) -> None:
    assert_is_declined(explain(budgets, "2023년 예산 총액이 가장 큰 도시는?").answer)


@pytest.mark.parametrize(
    "question",
    [
        "예산이 가장 큰 도시는?",  # one place prints a total
        "2021년 일상감사 처리 건수가 가장 많은 도시는?",  # another year than both print
        "예산 순위를 알려줘",
        "보령시에서 예산이 제일 큰 사업은?",
        "Which city has the largest budget?",
    ],
)
def test_without_a_comparable_set_nothing_is_picked(ask: Ask, question: str) -> None:
    assert_is_declined(ask(question))


LIST = "3. 새 사업\n- 도서관 사업 : 40억 원\n- 공원 사업 : 65억 원\n- 쉼터 사업 : 12억 원"


def listed(*names: str) -> tuple[corpus.Fact, ...]:
    facts = []
    for line in LIST.splitlines():
        name, _, raw = line.lstrip("- ").partition(" : ")
        if name in names:
            start = LIST.index(line)
            facts.append(
                make_figure(raw, 2022, name=name, quote=line, start=start, end=start + len(line))
            )
    return tuple(facts)


def test_an_item_is_picked_out_of_one_printed_list() -> None:
    facts = listed("도서관 사업", "공원 사업", "쉼터 사업")
    asked = asking("보령시에서 예산이 가장 큰 사업은?")
    assert len(facts) == 3
    assert not is_unranked(asked, [make_evidence(LIST, *facts, headings=("3. 새 사업",))])
    assert is_unranked(asked, [make_evidence(LIST, facts[0], headings=("3. 새 사업",))])


def test_a_total_is_no_item_of_its_list() -> None:
    one, other = listed("도서관 사업", "공원 사업")
    total = make_figure("117억 원", 2022, name="새 사업", flags=("total",), start=200, end=220)
    asked = asking("보령시에서 예산이 가장 큰 사업은?")
    assert is_unranked(asked, [make_evidence(LIST, one, total)])
    assert not is_unranked(asked, [make_evidence(LIST, one, other)])


def test_a_rank_has_to_be_printed() -> None:
    asked = asking("보령시는 충남에서 몇 위인가요?")
    assert is_unranked(asked, [make_evidence("○ 순위로 나누는 상대평가이다.")])
    assert not is_unranked(asked, [make_evidence("○ 보령시는 도내 3위를 했다.")])


def test_a_question_of_no_place_and_no_subject_has_rivals() -> None:
    paju = make_document(id="kr-paju/audit-2022", municipality="파주시")
    boryeong = make_document(municipality="보령시")
    kind = asking("담당 부서 전화번호 알려줘").kinds
    good = [
        make_candidate(make_evidence(document=one), holds=kind, coverage=coverage)
        for one, coverage in ((boryeong, 0.9), (paju, 0.88))
    ]
    assert rival_places(asking("담당 부서 전화번호 알려줘"), good) == ("보령시", "파주시")
    assert rival_places(asking("보령시 담당 부서 전화번호 알려줘"), good) == ()
    assert rival_places(asking("시정모니터 위촉 담당 부서 전화번호"), good) == ()
    assert rival_places(asking("담당 부서 전화번호 알려줘"), good[:1]) == ()


@pytest.mark.parametrize("text", ["Are there at least 20 audits?", "the most recent audit"])
def test_words_that_only_look_like_superlatives(text: str) -> None:
    assert not asking(text).asks(Asked.MAXIMUM, Asked.MINIMUM)


def test_the_largest_of_a_row_of_items_is_picked_out() -> None:
    quote = "○ 돌봄 : 아이돌봄 90억원, 방문진료 40억원, 이동목욕 7억원"
    names = {"돌봄 아이돌봄": "90억원", "돌봄 방문진료": "40억원", "돌봄 이동목욕": "7억원"}
    facts = tuple(
        make_figure(raw, 2023, name=name, quote=quote, start=0, end=len(quote))
        for name, raw in names.items()
    )
    evidence = make_evidence(quote, *facts)
    assert not is_unranked(asking("2023년 제일 큰 돌봄사업은 뭐야 금액도"), (evidence,))
    assert is_unranked(asking("2023년 제일 큰 체육사업은 뭐야 금액도"), (evidence,))


def test_the_figures_of_one_thing_are_no_row_of_items() -> None:
    quote = "○ 심사 : 심사대상액 90억원, 심사요청액 40억원, 절감액 7억원"
    names = {"심사대상액": "90억원", "심사요청액": "40억원", "심사 절감액": "7억원"}
    facts = tuple(
        make_figure(raw, 2023, name=name, quote=quote, start=0, end=len(quote))
        for name, raw in names.items()
    )
    assert is_unranked(
        asking("2023년 제일 큰 심사사업은 뭐야 금액도"), (make_evidence(quote, *facts),)
    )
