"""Certainty: which names leave a doubt, so that their figures are not published."""

from __future__ import annotations

import pytest

from corpus.facts.certainty import is_piece
from corpus.facts.doubts import (
    DOUBTS,
    KIND_UNSURE,
    NAME_BORROWED,
    NAME_INCOMPLETE,
    NAME_UNSURE,
    OTHER_FIGURE,
)
from corpus.types import Fact
from tests.corpus.plans import facts_of


def named(text: str, raw: str) -> Fact:
    """The fact of the figure that is printed as `raw`."""
    (fact,) = [one for one in facts_of(text) if one.raw_text == raw]
    return fact


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("○ 마을 숲 조성 : 12억원", "12억원"),
        ("○ 마을 숲 조성 12억원, 골목 정비 3억원", "3억원"),
        ("살림규모는 2,567억원으로 전년(2,358억원)보다 209억원 늘었다.", "2,358억원"),
        ("살림규모는 2,567억원으로 전년(2,358억원)보다 209억원 늘었다.", "209억원"),
        ("보고된 사업은 신규 99건, 계속 232건 등 331건이다.", "331건"),
        ("처음 시도하는 시책이 97건이다.", "97건"),
        ("○ 사업별 : 공사 84억원, 용역 13억원", "13억원"),
        ("○ 성과지표 : 총 268개", "268개"),
        ("○ 달성률 96.1%", "96.1%"),
    ],
)
def test_a_name_that_its_own_words_give_is_certain(text: str, raw: str) -> None:
    assert named(text, raw).doubts == ()


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        # pieces of sentences
        ("연휴가 이어지며 234만명이 다녀갔다.", "234만명"),
        ("넘긴 것이 2,118억원이다.", "2,118억원"),
        # words that name nothing by themselves
        ("덜어낸 돈은 공사 46억원, 용역 3억원이다.", "46억원"),
        ("같은 유형 자치단체 평균 592억 원이다.", "592억 원"),
        # a share of what, a count of what
        ("○ 취약분야 개선 9개", "9개"),
        ("○ 문화 예산 316억원(17.2%)", "17.2%"),
        # one of a number, not the number
        ("○ 농기계 11대 가운데 4대가 빠짐", "4대"),
        # what is said behind it makes it another thing
        ("국내외 여비 6억원, 행사 경비 2억원을 깎았다.", "6억원"),
        # what it was before, under the name of what is to be done
        ("○ 이월액 감축 : 전년 7,842백만원 대비 줄이기", "7,842백만원"),
        # how far apart, not how much
        ("○ 비슷한 고을과 비교 : 살림규모가 245억원 작음", "245억원"),
        ("○ 어르신 일자리 : 해마다 참여 인원 120명 이상 늘림", "120명"),
        # the level of a year in the bracket of a change, and what is paid on top
        ("○ 성과지표 210개, 전년 대비 10개 감소(’30년 220개)", "220개"),
        ("○ 여성기업 이자는 0.5%p 더 얹어 줌", "0.5%p"),
        ("○ (’29) 7,437억원 → (’31) 6,995억원, 442억원 감소 / 1인당 38만원", "38만원"),
        # for whom, but not what
        ("○ 융자한도 업소당 5천만원", "5천만원"),
        ("○ 목재문화체험장 일반근린형 : 총 167억원", "167억원"),
        # of the visitors, of which the item says the one side only
        ("1. 관광\n○ 꽃정원 방문객 40만명(’30.) / 목표 50만명(’31.)", "50만명"),
        # the kinds of another body
        ("○ 주관 : 가람연구원 (12개 분야 90개 지표)", "12개"),
    ],
)
def test_a_name_that_says_too_little_is_in_doubt(text: str, raw: str) -> None:
    told = {(NAME_INCOMPLETE,), (NAME_BORROWED,), OTHER_FIGURE}
    doubts = named(text, raw).doubts
    assert doubts in told or NAME_UNSURE in doubts


def test_an_age_is_no_count_of_the_city() -> None:
    assert named("○ 안심 나들이 : 75세 이상 무료", "75세").doubts == (KIND_UNSURE,)


def test_every_doubt_is_said_in_both_languages() -> None:
    for code, (korean, english) in DOUBTS.items():
        assert code.replace("_", "").isalpha()
        assert korean.endswith("다.")
        assert english.endswith(".")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("살림규모", False),
        ("설계물량 과다 산정", False),
        ("주민 참여 예산", False),
        ("세어 보니", True),
        ("시장 주재로", True),
        ("하는 사업", True),
        ("계약심사 포함", True),
        ("선발해 특별승급", True),
        ("재해 예방", False),
        ("올해는 마을 회의", True),
        ("시민과 함께하는 축제", False),
        ("되풀이되는 지적", False),
    ],
)
def test_pieces_of_sentences_are_told_from_names(name: str, expected: bool) -> None:
    assert is_piece(name) is expected


def test_a_mark_of_the_next_item_is_no_growth() -> None:
    (fact, *_) = facts_of("▲ 교육 이수율 100% ▲ 청렴 골든벨 ▲ 협의체 33개 구성")
    assert (fact.name, fact.raw_text) == ("교육 이수율", "100%")
    assert "change" not in fact.flags
