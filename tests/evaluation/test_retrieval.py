"""The measures of retrieval: where wanted evidence counts as found, and what a rank is worth."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest

import assistant
import corpus
from assistant.evidence import Evidence as Shown
from assistant.retrieve import Candidate, Retrieved
from assistant.understand import understand
from tests.evaluation.overlap import Evidence, holds
from tests.evaluation.retrieval import gain, ranks, recall, retrieval_summary
from tests.factories import make_document, make_passage

DOCUMENT = make_document(source="plan.txt")


def candidate(quote: str, passage: str, document: corpus.Document = DOCUMENT) -> Candidate:
    shown = Shown(
        document=document,
        passage=replace(make_passage(), id=passage),
        start=0,
        end=len(quote),
        quote=quote,
        facts=(),
        hit_score=0.0,
        cosine=0.0,
    )
    marks: dict[str, Any] = {"fits_place": True, "fits_year": True, "fits_ordinal": True}
    return Candidate(
        evidence=shown, score=0.0, coverage=0.0, strengths=(), missing=(), holds=(), **marks
    )


def trace(*candidates: Candidate) -> assistant.Trace:
    return assistant.Trace(
        understanding=understand(assistant.Question(text="예산은?")),
        retrieved=Retrieved(candidates=candidates, weights={}, has_place=True),
        evidence=(),
        computed=None,
        draft=None,
        verdict=None,
        decline=None,
        answer=assistant.Answer(
            status=assistant.AnswerStatus.NOT_FOUND, text="", language="ko", snapshot_id="x"
        ),
    )


def wanted(text: str) -> Evidence:
    return Evidence(text=text, sources=("plan.txt",))


def test_a_quote_holds_a_stretch_that_is_cut_or_spaced_otherwise() -> None:
    assert holds(["예산 총액 : 8,100억 원이다"], "예산총액: 8,100억 원")
    assert not holds(["예산 총액"], "일반회계 7,000억 원과 특별회계 1,100억 원")
    assert holds(["일반회계 7,000억", "특별회계 1,100억"], "일반회계 7,000억, 특별회계 1,100억")
    assert not holds([], "예산 총액")


def test_sentences_of_one_passage_share_a_rank() -> None:
    found = trace(
        candidate("도로 길이 12킬로미터", "p1"),
        candidate("공원 넓이 9헥타르", "p1"),
        candidate("예산 총액 8,100억 원", "p2"),
    )
    assert ranks(found, [wanted("예산 총액 8,100억 원"), wanted("공원 넓이 9헥타르")]) == (2, 1)


def test_the_same_words_in_another_document_are_not_found() -> None:
    other = make_document(source="other.txt")
    found = trace(candidate("예산 총액 8,100억 원", "p1", other))
    assert ranks(found, [wanted("예산 총액 8,100억 원")]) == (None,)


def test_a_question_that_was_turned_down_at_once_found_nothing() -> None:
    assert ranks(replace(trace(), retrieved=None), [wanted("예산")]) == (None,)


def test_recall_counts_each_stretch_up_to_its_depth() -> None:
    found = (1, 6, None)
    assert recall(found, 1) == pytest.approx(1 / 3)
    assert recall(found, 10) == pytest.approx(2 / 3)


def test_gain_falls_with_the_logarithm_of_the_rank_and_never_passes_one() -> None:
    assert gain((1,)) == 1.0
    assert gain((3,)) == pytest.approx(1 / math.log2(4))
    assert gain((11,)) == 0.0
    assert gain((1, 1, 1)) == 1.0
    assert gain((2, 1)) == 1.0
    assert gain((1, None)) < 1.0


def test_questions_without_evidence_do_not_flatter_retrieval() -> None:
    found = retrieval_summary([(), (1,), (None,)])
    assert found["questions"] == 2
    assert found["recall@1"] == found["recall@30"] == found["ndcg@10"] == 0.5
    assert retrieval_summary([()])["ndcg@10"] is None
