"""What an answer shows of a quote, where it may be cut, and how long an answer gets."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import assistant
import corpus
import index
from assistant.excerpts import cut, excerpts, one_line
from tests.assistant.drafts import asking, make_evidence

SETS = Path(__file__).parent.parent / "evaluation" / "sets"
MOST_SENTENCES = 3
LONGEST = 600

PROSE = (
    "시는 지난 6일 경진대회를 시청 대강당에서 열고 여러 부서의 사례를 함께 나누었다. "
    "이번 대회에는 공무원 120명이 참석했으며 지난해보다 분위기가 좋았다고 한다. "
    "시는 앞으로도 좋은 사례를 널리 알리고 상을 주어 일하는 분위기를 만들 생각이다."
)
TABLE = "\n".join(
    (
        "| 연도 | 처리 건수(건) | 대상 금액(억 원) |",
        "| --- | ---: | ---: |",
        *(f"| {year} | {year - 1800} | {year + 200} |" for year in range(2015, 2023)),
    )
)


def test_the_sentence_that_answers_is_shown_alone() -> None:
    shown = excerpts(asking("대회에 공무원 몇 명이 참석했나요?"), make_evidence(PROSE))
    assert shown == ("이번 대회에는 공무원 120명이 참석했으며 지난해보다 분위기가 좋았다고 한다.",)


def test_a_row_is_shown_under_the_head_of_its_table() -> None:
    shown = excerpts(asking("2020년 처리는 몇 건인가요?"), make_evidence(TABLE))
    assert "| 연도 | 처리 건수(건) | 대상 금액(억 원) |" in shown[0]
    assert any("| 2020 | 220 | 2220 |" in one for one in shown)
    assert not any("---" in one for one in shown)


def test_a_quote_is_shown_whole_where_it_is_not_sure_what_answers() -> None:
    assert excerpts(asking("가로등은 몇 개인가요?"), make_evidence(PROSE)) == (PROSE,)
    assert excerpts(asking("어떤 내용인가요?"), make_evidence(PROSE)) == (PROSE,)


def test_every_part_that_is_shown_stands_in_the_quote() -> None:
    for text in (PROSE, TABLE):
        for part in excerpts(asking("2020년에 몇 명이 참석했나요?"), make_evidence(text)):
            assert part in one_line(text)


@pytest.mark.parametrize(
    ("text", "longest", "shown"),
    [
        ("국비 4,871억 원을 얻는다", 9, "국비…"),
        ("회의는 2022년 3월 9일 열린다", 14, "회의는…"),
        ("센터(국비 170억 원, 도비 3억 원) 건립", 18, ""),
        ("첫째 일을 하고, 둘째 일을 한 다음 쉰다", 16, "첫째 일을 하고…"),
        ("짧은 말", 10, "짧은 말"),
    ],
)
def test_no_amount_date_or_bracket_is_cut(text: str, longest: int, shown: str) -> None:
    assert cut(text, longest) == shown


PIECES = st.sampled_from(
    ["국비 4,871억 원", "2022년 3월 9일", "(일반 7,789억 원, 특별 938억 원)", "‘가’ 등급", "시민과",
     "함께 한다.", "공사, 용역", "「업무 계획」", "3,500건", "1.5%", "/", "▲ 정원도시"]
)  # fmt: skip


@given(st.lists(PIECES, min_size=1, max_size=30), st.integers(min_value=2, max_value=200))
@settings(deadline=None)
def test_what_is_cut_is_short_and_whole_in_its_brackets_and_figures(
    pieces: list[str], longest: int
) -> None:
    text = " ".join(pieces)
    shown = cut(text, longest)
    assert len(shown) <= longest
    if shown == text or not shown:
        return
    kept = shown.removesuffix("…")
    assert text.startswith(kept)
    for opening, closing in ("()", "‘’", "「」"):
        assert kept.count(opening) == kept.count(closing)
    end = len(kept)
    assert not any(one.start < end < one.end for one in corpus.find_amounts(text))
    assert not any(one.start < end < one.end for one in corpus.find_dates(text))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[index.Snapshot]:
    content = corpus.read_folders([corpus.LIBRARY])
    data = tmp_path_factory.mktemp("library")
    snapshot = index.ensure_snapshot(content, data, embedder=index.HashingEmbedder())
    yield snapshot
    snapshot.close()


def questions() -> list[assistant.Question]:
    rows = [
        json.loads(line)
        for path in sorted(SETS.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return [
        assistant.Question(
            text=row["question"], history=tuple(row.get("history", ())), language=row.get("lang")
        )
        for row in rows
    ]


def assert_is_short(trace: assistant.Trace) -> None:
    if trace.verdict is None or trace.answer.status is assistant.AnswerStatus.NOT_FOUND:
        return
    sentences = [one for one in trace.verdict.draft.sentences if not one.startswith("· ")]
    assert len(sentences) <= MOST_SENTENCES, trace.answer.text
    # A list has a line for each of its items, beside the sentences that say what it is.
    if len(sentences) == len(trace.verdict.draft.sentences):
        assert len(trace.answer.text) <= LONGEST, trace.answer.text


def test_every_answer_over_the_library_is_short(library: index.Snapshot) -> None:
    answering = assistant.Assistant()
    for question in questions():
        assert_is_short(answering.explain(question, library))


WORDS = st.sampled_from(
    """
    보령시 인천시 파주시 증평군 예산 일상감사 건수 2020년 2021년 2025년 합계는 추이는 비교하면 모두
    알려줘 얼마 몇 건 어느 부서 왜 언제 누가 담당 전화번호 목록 차이 가장 많은 민원서비스 등급
    주민자치회 채무 원으로
    """.split()
)


@given(st.lists(WORDS, min_size=1, max_size=9))
@settings(deadline=None, max_examples=40)
def test_whatever_is_asked_the_answer_is_short(library: index.Snapshot, words: list[str]) -> None:
    question = assistant.Question(text=" ".join(words))
    assert_is_short(assistant.Assistant().explain(question, library))
