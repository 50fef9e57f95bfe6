"""The candidates: single statements and groups, each marked with what it meets."""

from __future__ import annotations

import pytest

import index
from assistant.grammar import Asked
from assistant.retrieve import RetrieveOptions, retrieve
from tests.assistant.drafts import asking


def test_the_best_candidate_is_the_statement_asked_about(towns: index.Snapshot) -> None:
    asked = asking("보령시 상반기 신속집행 목표 비율은 몇 퍼센트인가요?")
    best = retrieve(asked, towns).candidates[0]
    assert best.fits
    assert "61.5%" in best.evidence.quote
    assert Asked.RATIO in best.holds


def test_every_candidate_is_a_true_stretch_of_its_document(towns: index.Snapshot) -> None:
    found = retrieve(asking("보령시 일상감사 건수와 예산은 얼마인가요?"), towns).candidates
    assert len(found) > 5
    for one in found:
        text = towns.text(one.evidence.document.id)
        assert text is not None
        assert text[one.evidence.start : one.evidence.end] == one.evidence.quote


def test_candidates_come_best_first_and_marked_between_nothing_and_all(
    towns: index.Snapshot,
) -> None:
    found = retrieve(asking("파주시 일상감사 처리 건수는 몇 건인가요?"), towns).candidates
    scores = [one.score for one in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0.0 <= one.coverage <= 1.0 for one in found)


def test_the_place_year_and_number_asked_are_checked(towns: index.Snapshot) -> None:
    asked = asking("파주시 2022년 일상감사 처리 건수는 몇 건인가요?")
    fitting = [one for one in retrieve(asked, towns).candidates if one.fits]
    assert fitting
    assert {one.evidence.document.source for one in fitting} == {"paju.txt"}
    other = [
        one
        for one in retrieve(asked, towns).candidates
        if one.evidence.document.source == "boryeong.txt"
    ]
    assert other
    assert not any(one.fits_place for one in other)


def test_the_missing_words_are_named(towns: index.Snapshot) -> None:
    asked = asking("보령시 일상감사 로봇은 몇 대인가요?")
    found = retrieve(asked, towns).candidates
    audits = [one for one in found if "일상감사" in one.evidence.quote]
    assert audits
    assert all("로봇" in one.missing for one in audits)


def test_items_under_one_heading_are_a_candidate_together(towns: index.Snapshot) -> None:
    groups = [
        one.evidence
        for one in retrieve(asking("보령시 재정 운영은 어떻게 하나요?"), towns).candidates
        if one.evidence.is_group
    ]
    assert any("8,100억 원" in one.quote and "3천만 원" in one.quote for one in groups)


def test_no_group_is_longer_than_what_may_be_quoted(towns: index.Snapshot) -> None:
    options = RetrieveOptions(longest_group=60)
    found = retrieve(asking("보령시 재정 운영은?"), towns, options).candidates
    assert all(len(one.evidence.quote) <= 60 for one in found if one.evidence.is_group)


@pytest.mark.parametrize("text", ["?", "\u0000", "가나다라마바사", "🙂🙂"])
def test_a_question_without_words_finds_nothing_that_covers_it(
    towns: index.Snapshot, text: str
) -> None:
    assert all(one.coverage < 0.5 for one in retrieve(asking(text), towns).candidates)


def test_the_same_question_finds_the_same(towns: index.Snapshot) -> None:
    asked = asking("인천 공공도서관은 몇 개소인가요?")
    assert retrieve(asked, towns) == retrieve(asked, towns)
