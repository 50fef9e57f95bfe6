import pytest

from assistant.dictation import Dictation, DictationOptions, is_plain, plain


def dictate(text: str, size: int, **options: int) -> list[str]:
    dictation = Dictation(DictationOptions(**options))
    found: list[str] = []
    for at in range(0, len(text), size):
        found += dictation.hear(text[at : at + size])
    return [*found, *dictation.end()]


@pytest.mark.parametrize("size", [1, 2, 5, 1000])
def test_sentences_are_the_same_however_they_arrive(size: int) -> None:
    text = "예산은 5.5억 원입니다 [1]. 위원은 50명입니다. [1] [2] 끝은 없다 [3]"
    assert dictate(text, size, most_sentences=9) == [
        "예산은 5.5억 원입니다 [1].",
        "위원은 50명입니다 [1][2].",
        "끝은 없다 [3].",
    ]


def test_a_sentence_is_given_as_soon_as_the_next_begins() -> None:
    dictation = Dictation()
    assert list(dictation.hear("예산은 50억 원입니다 [1].")) == []
    assert list(dictation.hear(" 또")) == ["예산은 50억 원입니다 [1]."]


def test_no_more_is_listened_to_than_was_asked_for() -> None:
    assert dictate("가 [1]. 나 [1]. 다 [1].", 3, most_sentences=2) == ["가 [1].", "나 [1]."]


def test_a_sentence_without_an_end_ends_the_listening() -> None:
    dictation = Dictation(DictationOptions(longest_sentence=20))
    assert list(dictation.hear("끝없이 " * 10)) == []
    assert dictation.is_over
    assert list(dictation.end()) == []


def test_bare_signs_are_no_sentence() -> None:
    assert dictate(".\n\n---\n가나 [1].", 1) == ["가나 [1]."]


def test_dress_is_taken_off_and_words_stay() -> None:
    assert plain("  1. **예산**은\u3000 50억 원입니다. [1]") == "예산은 50억 원입니다 [1]."
    assert plain("2022. 1. 6. 열었다 [1]") == "2022. 1. 6. 열었다 [1]."
    assert plain("표시가 없다.") == "표시가 없다."


@pytest.mark.parametrize("odd", ["<b>", "a|b", "`a`", "# a", "\u202e", "\u200b", "http://a", "[a]"])
def test_markup_and_what_cannot_be_seen_is_not_plain(odd: str) -> None:
    assert not is_plain(f"예산 {odd} [1].")
    assert is_plain("예산은 2021~2025년 △3.5% (전년 대비) · 1/2 [1].")
