"""The glossary as data: complete, unambiguous, and found in running text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus.terms import term_named, terms, terms_in

GLOSSARY = Path(__file__).resolve().parents[3] / "shared" / "glossary.md"


def found(text: str) -> list[str]:
    return [text[each.start : each.end] for each in terms_in(text)]


def test_every_term_is_named_once_and_fully_described() -> None:
    names = [term.korean for term in terms()]
    assert len(names) > 150
    assert len(set(names)) == len(names)
    assert all(term.english and term.section and term.source for term in terms())
    assert [term.korean for term in terms() if not re.fullmatch(r"[A-Za-z]\w+", term.code)] == ["△"]


def test_every_row_of_the_glossary_is_there() -> None:
    if not GLOSSARY.exists():
        pytest.skip("the glossary is not beside this checkout (../shared)")
    rows = re.findall(
        r"^\| ([가-힣△][^|]*) \| [^|]+ \| ([^|]+) \|", GLOSSARY.read_text("utf-8"), re.M
    )
    assert len(rows) > 120
    codes = {term.code for term in terms()}
    for korean, code in rows:
        assert any(term.korean[:2] in korean for term in terms()), korean
        for name in re.findall(r"`(\w+[a-z0-9])`", code):
            assert name in codes | {"adjusted"}, (korean, name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("본예산", "당초예산"),
        ("추가경정예산", "추경"),
        ("지출액", "집행액"),
        ("투자심사", "투융자심사"),
        ("시비", "군비"),
    ],
)
def test_variants_share_a_code(one: str, other: str) -> None:
    first, second = term_named(one), term_named(other)
    assert first is not None
    assert second is not None
    assert first.code == second.code


def test_a_pair_in_one_row_becomes_two_terms() -> None:
    target, actual = term_named("목표치"), term_named("실적치")
    assert target is not None
    assert actual is not None
    assert (target.code, target.english) == ("target", "target")
    assert (actual.code, actual.english) == ("actual", "actual")


def test_a_name_is_found_whatever_its_spaces() -> None:
    assert term_named(" 일상 감사 ") == term_named("일상감사")
    assert term_named("경상적경비") == term_named("경상적 경비")
    assert term_named("없는말") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022년 일상감사 실적", ["일상감사"]),
        ("2022년일반회계얼마", ["일반회계"]),
        ("종합청렴도 평가와 청렴도", ["종합청렴도 평가", "청렴도"]),
        ("명시이월은 이월의 하나", ["명시이월", "이월"]),
        ("추가 경정 예산안", ["추가 경정 예산"]),
        ("국비와 도비", ["국비", "도비"]),
    ],
)
def test_the_longest_term_at_each_place_is_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    ["세입자 보호", "시정을 이용하는 시민", "주의 깊게 개선", "과일과 동네"],
)
def test_an_ordinary_word_is_not_a_term(text: str) -> None:
    assert found(text) == []
