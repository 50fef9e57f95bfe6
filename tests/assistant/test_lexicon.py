import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.lexicon import FUNCTION_WORDS, LEXICON, Rendering, plain_forms, translate

SETS = Path(__file__).parents[1] / "evaluation" / "sets"
SHARED = Path(__file__).parents[3] / "shared" / "eval"
KNOWN_SHARE = 0.9
HANGUL = re.compile("[가-힣]")
KOREAN_SIDE = re.compile(r"(?=.*[A-Za-z가-힣㎡㎢])[0-9A-Za-z가-힣㎡㎢/&][0-9A-Za-z가-힣㎡㎢/& ]*")


def rows() -> list[tuple[str, str]]:
    with LEXICON.open(encoding="utf-8", newline="") as file:
        return [(row["english"], row["korean"]) for row in csv.DictReader(file)]


def renderings_of_rows() -> dict[str, tuple[str, ...]]:
    return {headword: tuple(renderings.split("|")) for headword, renderings in rows()}


def english(text: str) -> list[str]:
    return [one.english for one in translate(text)]


def korean(text: str) -> tuple[str, ...]:
    (one,) = translate(text)
    return one.korean


def questions(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            question = json.loads(line)["question"]
            if not HANGUL.search(question):
                yield question


def content_words(question: str) -> list[Rendering]:
    """What a reader of the lexicon should know: all but names, which a capital gives away."""
    return [one for one in translate(question) if one.start == 0 or question[one.start].islower()]


def test_rows_are_sorted_and_unique_with_hyphens_as_blanks() -> None:
    headwords = [headword for headword, _ in rows()]
    assert len(headwords) >= 700
    assert headwords == sorted(headwords)
    assert len({headword.replace("-", " ") for headword in headwords}) == len(headwords)


def test_headwords_are_plain_words_that_a_question_can_contain() -> None:
    for headword, _ in rows():
        assert re.fullmatch(r"[a-z0-9&]+(?:[ -][a-z0-9&]+)*", headword), headword
        assert english(headword) == [headword]


def test_renderings_are_korean_and_none_is_empty_or_said_twice() -> None:
    for headword, renderings in rows():
        each = renderings.split("|")
        assert len(set(each)) == len(each), headword
        for one in each:
            assert KOREAN_SIDE.fullmatch(one), (headword, one)
            assert one == one.strip()


def test_phrases_beat_words_and_the_longest_wins() -> None:
    assert korean("general account") == ("일반회계",)
    assert english("general accounts of the city") == ["general account", "city"]
    assert english("central government funds") == ["central government funds"]
    assert english("code of conduct") == ["code of conduct"]


def test_a_phrase_does_not_reach_over_punctuation() -> None:
    assert english("general, account") == ["general", "account"]
    assert english("the data. Centre") == ["data", "centre"]


def test_an_unfinished_phrase_falls_back_to_its_words() -> None:
    assert english("code of the city") == ["code", "city"]
    assert english("medium-term local libraries") == ["medium-term", "local", "library"]


def test_hyphens_and_blanks_are_the_same_in_a_phrase() -> None:
    assert english("carry-over") == english("carry over") == ["carry-over"]
    assert english("eco-friendly") == english("eco friendly") == ["eco-friendly"]


@pytest.mark.parametrize(
    ("inflected", "headword"),
    [
        ("budgets", "budget"),
        ("taxes", "tax"),
        ("policies", "policy"),
        ("planned", "plan"),
        ("hiring", "hire"),
        ("studied", "study"),
        ("opened", "open"),
        ("conducting", "conduct"),
        ("organizations", "organisation"),
        ("analyzed", "analyse"),
        ("agreed", "agree"),
        ("adding", "add"),
        ("PCs", "pc"),
        ("Performance Indicators", "performance indicator"),
        ("reading", "reading"),
    ],
)
def test_inflections_are_folded_to_the_row(inflected: str, headword: str) -> None:
    assert korean(inflected) == renderings_of_rows()[headword]


def test_a_dropped_e_is_tried_before_the_bare_stem() -> None:
    forms = list(plain_forms("rating"))
    assert forms.index("rate") < forms.index("rat")
    assert "plan" in plain_forms("planned")


def test_endings_that_belong_to_the_word_are_left_alone() -> None:
    assert list(plain_forms("bed")) == ["bed"]
    assert list(plain_forms("spring")) == ["spring"]


def test_irregular_forms_have_rows() -> None:
    for past, present in [("built", "build"), ("bought", "buy"), ("fell", "fall")]:
        assert set(korean(past)) <= set(korean(present))


def test_a_word_of_several_senses_gives_them_all() -> None:
    assert {"개관", "개통", "개장", "개소", "개청", "열", "개방"} <= set(korean("open"))


def test_possessives_are_dropped_and_stay_outside_the_span() -> None:
    for text in ["the city's budget", "the city’s budget"]:
        city, budget = translate(text)
        assert (city.english, city.start, city.end) == ("city", 4, 8)
        assert text[budget.start : budget.end] == "budget"
    assert english("the residents' autonomy councils") == ["resident autonomy council"]


def test_function_words_contractions_numbers_and_korean_give_nothing() -> None:
    assert translate("How many of these did they have, and didn't you? 2022 1,234 3rd") == ()
    assert translate("It's what I'm told: can't, won't, we'll") == ()
    assert translate("예산은 얼마인가요? 2022년") == ()
    assert english("청렴도 grade는?") == ["grade"]


def test_no_function_word_is_taken_for_an_inflection() -> None:
    assert [word for word in sorted(FUNCTION_WORDS) if translate(word)] == []


def test_an_unknown_word_is_reported_as_written() -> None:
    assert translate("the Zyxland budget's qwertz") == (
        Rendering(english="Zyxland", korean=(), start=4, end=11),
        Rendering(english="budget", korean=renderings_of_rows()["budget"], start=12, end=18),
        Rendering(english="qwertz", korean=(), start=21, end=27),
    )
    assert english("O'Brien") == ["O'Brien"]


def test_spans_are_in_order_inside_the_text_and_apart() -> None:
    text = "When is the İzmir–style expressway's 2nd data-centre due, naïve resident?"
    end = 0
    for one in translate(text):
        assert end <= one.start < one.end <= len(text)
        end = one.end
    assert end == text.index("?")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" " * 1_000_000, 0),
        ("'" * 1_000_000, 0),
        ("-" * 1_000_000, 0),
        ("\x00\x1b\u202e\ud800" * 250_000, 0),
        ("x" * 1_000_000, 1),
        ("a&" * 100_000, 50_000),
        ("a " * 500_000, 0),
        ("code of " * 25_000, 25_000),
    ],
)
def test_hostile_text_is_read_to_its_end(text: str, count: int) -> None:
    assert len(translate(text)) == count


def test_control_characters_part_words() -> None:
    assert english("budget\x00debt") == ["budget", "debt"]
    assert english("general\x00account") == ["general", "account"]


@pytest.mark.parametrize(
    "path",
    [
        SETS / "library_qa.jsonl",
        SHARED / "seeds_qa.jsonl",
    ],
    ids=lambda path: path.name,
)
def test_most_content_words_of_the_evaluation_questions_are_known(path: Path) -> None:
    if not path.exists():
        pytest.skip(f"{path.name} is not beside this checkout")
    words = [word for question in questions(path) for word in content_words(question)]
    assert words
    unknown = sorted({word.english for word in words if not word.korean})
    known = sum(bool(word.korean) for word in words)
    assert known >= KNOWN_SHARE * len(words), f"{known} of {len(words)} known; not {unknown}"
