"""Whether a word stands in a text: as it is, in other words, or misspelt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.matching import MatchOptions, Texts, base_of, match_strength, renamed, tight

OPTIONS = MatchOptions()


def met(
    form: str,
    quote: str = "",
    headings: str = "",
    title: str = "",
    *,
    may_be_misspelt: bool = True,
) -> float:
    texts = Texts(quote=tight(quote), headings=tight(headings), title=tight(title))
    return match_strength(form, texts, OPTIONS, may_be_misspelt=may_be_misspelt)


def test_the_word_itself_is_met_in_full() -> None:
    assert met("일상감사", "일상 감사 처리 건수") == 1.0
    assert met("PC", "공용 pc 보급") == 1.0


def test_a_noun_is_met_by_the_verb_for_it_as_sentences_write_it() -> None:
    assert met("절감", "예산을 아꼈다") > 0
    assert met("완료", "공약을 마쳐 손을 뗐다") > 0
    assert met("의결", "통관 절차를 고쳤다") == 0.0  # '통과' is no stem that 통관 comes from


def test_an_absent_word_is_not_met() -> None:
    assert met("도서관", "일상감사 처리 건수는 210건이다") == 0.0


def test_a_synonym_counts_less_than_the_word() -> None:
    assert met("워크샵", "위원 워크숍을 연다") == OPTIONS.synonym < 1.0


def test_a_heading_counts_more_than_a_title() -> None:
    in_heading = met("도서관", "건립 계획", headings="1. 도서관")
    in_title = met("도서관", "건립 계획", title="도서관 발전 계획")
    assert 1.0 > in_heading > in_title > 0.0


def test_a_misspelt_word_is_met_where_the_corpus_does_not_know_it() -> None:
    assert met("산책노", "해안 산책로 정비") == OPTIONS.fuzzy
    assert met("산책노", "해안 산책로 정비", may_be_misspelt=False) == 0.0


def test_a_short_word_is_no_misspelling_of_another() -> None:
    assert met("사과", "사고 예방") == 0.0


def test_a_verb_of_one_syllable_is_met_by_its_synonyms_alone() -> None:
    assert met("뽑", "위원 15명 위촉") > 0.0
    assert met("뽑", "잡초를 뽑는다") == 0.0


@pytest.mark.parametrize(
    ("text", "bare"),
    [("「성과 관리」", "성과관리"), ("A-B", "ab"), ("ＰＣ ", "pc"), ("\u00a0", "")],
)
def test_tight_text_has_no_blanks_and_no_punctuation(text: str, bare: str) -> None:
    assert tight(text) == bare


@given(st.text(max_size=12), st.text(max_size=60))
def test_any_word_in_any_text_is_met_between_nothing_and_in_full(form: str, quote: str) -> None:
    assert 0.0 <= met(form, quote) <= 1.0


@given(st.text(alphabet="가나다라마바사아자차", min_size=2, max_size=8), st.text(max_size=20))
def test_a_word_is_met_wherever_it_stands(word: str, around: str) -> None:
    assert met(word, f"{around} {word} {around}") == 1.0


def test_a_syllable_that_says_the_kind_of_figure_may_be_missing() -> None:
    options = MatchOptions()
    texts = Texts(quote=tight("국비 목표를 31억 원으로 잡았다"), headings="", title="")
    assert match_strength("목표액", texts, options) == options.base
    assert match_strength("절감액", texts, options) == 0.0
    assert base_of("보고") == ""


def test_an_office_is_found_under_the_other_names_of_its_place() -> None:
    assert "경남교육청" in renamed("경상남도교육청")
    assert "전북연구원" in renamed("전라북도연구원")
    assert renamed("경상남도") == ()
    assert renamed("도서관") == ()


@pytest.mark.parametrize(("word", "base"), [("시행일", "시행"), ("접수처", "접수")])
def test_a_day_or_a_counter_is_met_by_what_is_done_there(word: str, base: str) -> None:
    assert base_of(word) == base
