"""Ranking by words."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import SnapshotError
from index.lexical import LexicalIndex, LexicalOptions, PassageTerms, Terms, write_lexical
from index.words import pairs


def passage(section: int, *own: str, above: tuple[tuple[str, ...], ...] = ()) -> PassageTerms:
    return PassageTerms(
        section_row=section,
        document_row=section,
        above=tuple(terms(*words) for words in above),
        own=terms(*own),
    )


def terms(*words: str) -> Terms:
    return Terms(words=words, pairs=tuple(pair for word in words for pair in pairs(word)))


PASSAGES = (
    passage(0, "예산", "보령시", "수목원"),
    passage(0, "인구", "보령시"),
    passage(1, "예산", "인천광역시", "예산"),
)


@pytest.fixture
def lexical(tmp_path: Path) -> LexicalIndex:
    write_lexical(tmp_path, PASSAGES)
    return LexicalIndex(tmp_path, [one.section_row for one in PASSAGES])


def test_the_passage_with_most_of_the_words_comes_first(lexical: LexicalIndex) -> None:
    rows = [row for row, _ in lexical.search(("보령시", "인구"), 10)]
    assert rows[0] == 1


def test_a_passage_is_found_by_the_words_of_its_section(lexical: LexicalIndex) -> None:
    rows = [row for row, _ in lexical.search(("수목원",), 10)]
    assert rows == [0, 1]


def test_without_weight_for_sections_only_the_passage_itself_is_found(tmp_path: Path) -> None:
    write_lexical(tmp_path, PASSAGES)
    options = LexicalOptions(section_weight=0.0)
    lexical = LexicalIndex(tmp_path, [one.section_row for one in PASSAGES], options)
    assert [row for row, _ in lexical.search(("수목원",), 10)] == [0]


def test_a_search_can_be_narrowed_to_documents(lexical: LexicalIndex) -> None:
    assert [row for row, _ in lexical.search(("예산",), 10, document_rows=(1,))] == [2]
    assert lexical.search(("예산",), 10, document_rows=()) == []


def test_narrowing_does_not_change_a_score(lexical: LexicalIndex) -> None:
    everywhere = dict(lexical.search(("예산",), 10))
    narrowed = dict(lexical.search(("예산",), 10, document_rows=(1,)))
    assert narrowed[2] == pytest.approx(everywhere[2])


@pytest.mark.parametrize("hostile", ["예산 OR *", 'a"b', "field:value", "(", "~", "\\", "[* TO *]"])
def test_query_language_is_not_understood(lexical: LexicalIndex, hostile: str) -> None:
    assert lexical.search((hostile,), 10) == []


def test_no_words_find_nothing(lexical: LexicalIndex) -> None:
    assert lexical.search((), 10) == []
    assert lexical.search(("없는말",), 10) == []
    assert lexical.search(("예산",), 0) == []


def test_a_repeated_word_counts_once(lexical: LexicalIndex) -> None:
    assert lexical.search(("예산", "예산"), 10) == lexical.search(("예산",), 10)


def test_document_frequency_counts_passages_not_sections(lexical: LexicalIndex) -> None:
    assert lexical.document_frequency(("예산", "보령시", "인구", "없음")) == {
        "예산": 2,
        "보령시": 2,
        "인구": 1,
        "없음": 0,
    }


def test_a_misspelt_word_is_found_by_its_pairs(lexical: LexicalIndex) -> None:
    assert lexical.search(("인천광약시",), 10) == []
    assert [row for row, _ in lexical.search_pairs(pairs("인천광약시"), 10)] == [2]
    assert lexical.pair_frequency(("인천", "약시")) == {"인천": 1, "약시": 0}


def test_a_heading_counts_once_for_its_section_however_many_passages_repeat_it(
    tmp_path: Path,
) -> None:
    """Ten passages under a heading are no better a match for it than a single one."""
    many = [passage(0, "가", above=(("재정",),)) for _ in range(10)]
    texts = [passage(1, "재정", *("가",) * 10)]
    write_lexical(tmp_path, (*many, *texts))
    options = LexicalOptions(tie_breaker=0.0, section_weight=1000.0)
    found = dict(LexicalIndex(tmp_path, [0] * 10 + [1], options).search(("재정",), 20))
    assert found[0] == pytest.approx(found[10])


def test_a_folder_without_an_index_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SnapshotError, match="cannot be opened"):
        LexicalIndex(tmp_path / "nowhere", [])


def test_both_units_are_pooled_as_the_options_say(tmp_path: Path) -> None:
    said = ("예산", "인구", "도로", "하천")
    passages = [
        passage(row // 2, *(said[(row * one) % 4] for one in range(1 + row % 3 * (row // 2 % 3))))
        for row in range(30)
    ]
    section_rows = [one.section_row for one in passages]
    write_lexical(tmp_path, passages)

    def found(options: LexicalOptions) -> dict[int, float]:
        return dict(LexicalIndex(tmp_path, section_rows, options).search(("인구", "하천"), 30))

    own = found(LexicalOptions(section_weight=0.0))
    far = 1e9
    above = {row: score / far for row, score in found(LexicalOptions(section_weight=far)).items()}
    assert 0 < len(own) < len(above) < 30
    pooled = LexicalIndex(tmp_path, section_rows, LexicalOptions(tie_breaker=0.25))
    both = pooled.search(("인구", "하천"), 30)
    assert dict(both) == {
        row: pytest.approx(max(own.get(row, 0), one) + 0.25 * min(own.get(row, 0), one), rel=1e-6)
        for row, one in above.items()
    }
    assert both == sorted(both, key=lambda one: (-one[1], one[0]))
    assert pooled.search(("인구", "하천"), 5) == both[:5]
