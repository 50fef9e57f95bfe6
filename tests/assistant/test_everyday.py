"""Everyday words and the official ones that may be meant."""

from __future__ import annotations

import csv

import pytest

import corpus
import index
from assistant.everyday import EVERYDAY, official, phrases_in
from assistant.matching import MatchOptions, Texts, match_strength, tight
from assistant.types import Question
from assistant.understand import understand


def _rows() -> list[dict[str, str]]:
    with EVERYDAY.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _texts(quote: str) -> Texts:
    return Texts(quote=tight(quote), headings="", title="")


@pytest.mark.parametrize(
    ("word", "meant"),
    [("냄새", "악취"), ("가게", "점포"), ("편지", "서한"), ("차비", "교통비"), ("깎", "삭감")],
)
def test_an_everyday_word_is_met_by_the_official_one(word: str, meant: str) -> None:
    assert meant in official(word)


def test_the_official_word_does_not_ask_for_the_everyday_one() -> None:
    """A plan for pets is not met by a line about a dog that was run over."""
    assert "동물" in official("강아지")
    assert official("동물") == ()


@pytest.mark.parametrize(
    ("text", "form", "meant"),
    [
        ("작년에 들어온 돈은 얼마야", "들어온 돈", "세입"),
        ("우리 시로 들어오는 돈이 늘었나", "들어온 돈", "세입"),
        ("총무과에 빈 자리가 몇 개 있어", "빈 자리", "결원"),
        ("아이를 많이 낳는 집", "", ""),
        ("비슷한 지자체 평균보다 많나요", "비슷한 지자체", "유사자치단체"),
    ],
)
def test_a_phrase_is_found_in_every_inflection(text: str, form: str, meant: str) -> None:
    found = phrases_in(index.analyse(text))
    assert [one.form for one in found] == ([form] if form else [])
    assert all(meant in one.official for one in found)


def test_the_longest_phrase_is_taken() -> None:
    (found,) = phrases_in(index.analyse("혼자 사는 노인은 몇 명인가요"))
    assert found.form == "혼자 사는 노인"


def test_a_question_is_looked_up_in_official_words_too() -> None:
    asked = understand(Question(text="축사 냄새를 줄이는 데 쓴 돈은 얼마야?"))
    forms = {term.form: term.renderings for term in asked.terms}
    assert "악취" in forms["냄새"]
    assert "지출" in forms["쓴 돈"]
    assert "돈" not in forms
    assert "악취" in asked.search_text


def test_an_everyday_word_counts_a_little_less_than_the_printed_one() -> None:
    options = MatchOptions()
    texts = _texts("축사 악취 저감시설 12개소를 설치한다")
    met = match_strength("냄새", texts, options, renderings=official("냄새"))
    assert 0 < met < match_strength("악취", texts, options)


def test_an_everyday_word_is_not_met_by_another_thing() -> None:
    options = MatchOptions()
    texts = _texts("하수관로 12km를 정비한다")
    assert match_strength("냄새", texts, options, renderings=official("냄새")) == 0.0


def test_a_verb_of_plans_is_met_as_sentences_write_it() -> None:
    options = MatchOptions()
    for quote in ("올해까지 쌓은 기록", "기록이 쌓였다"):
        assert match_strength("누적", _texts(quote), options, renderings=official("누적")) > 0
    assert (
        match_strength("누적", _texts("기록이 있다"), options, renderings=official("누적")) == 0.0
    )
    assert match_strength("물가", _texts("바다가 넓다"), options, renderings=("바다",)) > 0


def test_a_syllable_of_another_word_is_no_everyday_word() -> None:
    asked = understand(Question(text="쉼터는 몇 개소인가요?"))
    assert all(not term.renderings for term in asked.terms if term.form == "소")
    asked = understand(Question(text="돼지랑 소 키우는 집"))
    assert {"소": True}.items() <= {one.form: bool(one.renderings) for one in asked.terms}.items()


def test_official_words_are_too_long_to_stand_by_chance() -> None:
    short = [one for row in _rows() for one in row["official"].split("|") if len(tight(one)) < 2]
    assert short == []


def test_no_row_is_said_twice_or_names_a_place() -> None:
    forms = [row["everyday"] for row in _rows()]
    assert sorted(set(forms)) == forms
    names = [form for row in _rows() for form in (row["everyday"], *row["official"].split("|"))]
    assert [name for name in names if corpus.find_municipalities(name)] == []


def test_every_phrase_can_be_found() -> None:
    phrases = [row["everyday"] for row in _rows() if " " in row["everyday"]]
    lost = [one for one in phrases if [f.form for f in phrases_in(index.analyse(one))] != [one]]
    assert lost == []
