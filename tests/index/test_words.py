"""Korean text, cut into the words that are matched."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import index
from index.words import unknown_nouns, words_of_each


def test_particles_fall_away_and_nouns_remain() -> None:
    found = index.words("보령시의 예산은 얼마인가요?")
    assert "보령시" in found
    assert "예산" in found
    assert not {"의", "은", "?"} & set(found)


def test_nouns_written_together_are_also_joined_back() -> None:
    found = index.words("재정투자심사를 받는다")
    assert {"재정", "투자", "심사", "재정투자심사"} <= set(found)


def test_nouns_written_apart_are_not_joined() -> None:
    assert "재정투자심사" not in index.words("재정 투자 심사")


def test_a_verb_gives_its_stem_whatever_its_ending() -> None:
    assert "받" in index.words("심사를 받는다")
    assert "받" in index.words("심사를 받았습니까")


def test_a_number_is_one_word_with_or_without_its_commas() -> None:
    assert "8727" in index.words("8,727억 원")
    assert "8727" in index.words("8727억 원")
    assert "3.5" in index.words("3.5%")


def test_a_short_year_is_also_written_out() -> None:
    assert "2021" in index.words("’21년 예산")
    assert "2025" in index.words("'21~'25 계획")
    assert "1998" in index.words("‘98년")
    assert "2012" not in index.words("12명")


def test_a_quoted_amount_is_not_a_year() -> None:
    assert "2012" not in index.words("'12,000명'")


def test_foreign_words_match_whatever_their_case_or_width() -> None:
    assert "ai" in index.words("AI 행정")
    assert "ai" in index.words("ＡＩ 행정")


def test_no_word_holds_a_blank_or_punctuation() -> None:
    found = index.words("https://www.example.go.kr/a?b=c ☎ 041-930-3114 e-나라도움 #보령 ★")
    assert found
    assert all(word.replace(".", "").replace("_", "").isalnum() for word in found)


def test_a_run_of_letters_without_end_is_not_a_word() -> None:
    assert all(len(word) <= 64 for word in index.words("a" * 5000 + " 예산"))
    assert "예산" in index.words("a" * 5000 + " 예산")


def test_morphemes_name_their_place_in_the_text_as_given() -> None:
    text = "보령시의 ’21년 예산"
    found = index.analyse(text)
    place = next(word for word in found if word.form == "예산")
    assert text[place.start : place.end] == "예산"
    assert place.tag == "NNG"
    assert index.analyse("") == ()


def test_a_question_without_blanks_gets_them_back() -> None:
    assert index.respace("보령시예산은얼마인가요") == "보령시 예산은 얼마인가요"


def test_half_a_character_is_no_error_and_moves_nothing() -> None:
    text = "\ud800 보령시 예산"
    place = next(word for word in index.analyse(text) if word.form == "예산")
    assert text[place.start : place.end] == "예산"
    assert "예산" in index.words(text)
    assert "예산" in index.respace(text)


def test_many_texts_give_the_same_words_as_one_by_one() -> None:
    texts = ["보령시 예산", "", "재정투자심사 ’21년", "1,234백만원"]
    assert list(words_of_each(texts)) == [index.words(text) for text in texts]


def test_threads_do_not_disturb_each_other() -> None:
    texts = [f"보령시 {number}번째 재정투자심사 예산은 얼마인가요" for number in range(40)]
    alone = [index.words(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(index.words, texts * 5)) == alone * 5


@settings(max_examples=60, deadline=None)
@given(st.text())
def test_any_text_is_cut_without_error(text: str) -> None:
    assert all(word and not any(c.isspace() for c in word) for word in index.words(text))
    for word in index.analyse(text):
        assert 0 <= word.start <= word.end <= len(text)


def test_a_text_is_analysed_once_for_all_who_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    room = sys.modules["index.words"]  # `index.words` is the function
    analysed: list[str] = []
    known = room._analyser()

    class Counting:
        def tokenize(self, text: str) -> list[object]:
            analysed.append(text)
            return list(known.tokenize(text))

    monkeypatch.setattr(room, "_analyser", Counting)
    text = "이 물음은 다른 시험에 없는 수목원 예산 물음이다"
    first = (index.analyse(text), index.words(text))
    assert (index.analyse(text), index.words(text)) == first
    assert analysed == [text]


def test_nouns_that_the_dictionary_lacks_are_told() -> None:
    assert [one.form for one in unknown_nouns("감사 금엑이 얼마죠")] == ["금엑"]
    assert unknown_nouns("감사 금액이 얼마죠") == ()
