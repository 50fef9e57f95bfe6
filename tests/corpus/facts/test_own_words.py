"""Own words: the phrase before a figure, with all that tells which one is meant."""

from __future__ import annotations

import pytest

from corpus.facts.own_words import (
    is_connective,
    own_words,
    tells_which,
    without_front,
    without_own_place,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # a whole clause before its noun, and what it is joined to
        (
            "지난해 솔밭과 나루, 언덕 등에서 들어온 신고는 |12건",
            "솔밭과 나루, 언덕 등에서 들어온 신고",
        ),
        ("주민과 가장 가까운 돌봄 분야 지출은 |136억원", "주민과 가장 가까운 돌봄 분야 지출"),
        ("이 가운데 2031년 예산에 넣으려는 사업은 |83건", "예산에 넣으려는 사업"),
        # what money goes to, whatever ties it to the figure
        ("계속사업인 전시관 조성에는 |170억원", "계속사업인 전시관 조성"),
        ("도시재생에 |19억 원", "도시재생"),
        # islands, bays and roads end as particles do
        ("솔섬도 산책길 정비 |8억원", "솔섬도 산책길 정비"),
        ("솔내대로 버스길 구축 |137억 원", "솔내대로 버스길 구축"),
        # a bracket holds the figure of the phrase before it
        ("시는 정부 예산 증가율(|8.1%)", "정부 예산 증가율"),
        # what is quoted is one name
        ("'인구 3만 회복' 올해 |17개 시책", "인구 3만 회복"),
        # some of a list
        ("강가, 언덕, 나루 등 |5개 기관", "강가, 언덕, 나루 등"),
        # what it is compared with
        ("지난해 건의액보다 약 |88% 늘었다", "건의액"),
        # a sentence before tells another thing
        ("예산을 짰다. 채무는 |3억 원", "채무"),
    ],
)
def test_a_phrase_is_whole(text: str, words: str) -> None:
    found = own_words(text.replace("|", ""), 0, text.index("|"))
    assert found is not None
    assert found.words == words


@pytest.mark.parametrize(
    "text",
    [
        "필요 없는 공정을 빼 |1억 원",
        "사업이 뽑혀 |3억 원",
        "올해에만 |68개 사업",
        "군은 |3억 원을",
        "늘어난 |3억 원",
        "3억 원, |4억 원",
    ],
)
def test_no_noun_no_phrase(text: str) -> None:
    assert own_words(text.replace("|", ""), 0, text.index("|")) is None


@pytest.mark.parametrize(
    ("text", "particle"),
    [("시민 1인당으로는 |4만원", "으로는"), ("예산에는 |3억", "에는"), ("채무 |3억", "")],
)
def test_the_particle_is_told(text: str, particle: str) -> None:
    found = own_words(text.replace("|", ""), 0, text.index("|"))
    assert found is not None
    assert found.particle == particle


def test_verbs_before_nouns_and_between_clauses() -> None:
    assert all(map(tells_which, ("쌓은", "넣으려는", "가까운", "쓰는", "겹친", "무너진")))
    assert not any(map(tells_which, ("복지에는", "시는", "기한", "관내는")))
    assert all(map(is_connective, ("빼", "커지고", "벌여", "손보고")))
    assert not any(map(is_connective, ("보고", "국고", "창고", "에너지")))


def test_the_government_before_a_name_is_left_out() -> None:
    assert without_front("시가 제출한 예산안") == "제출한 예산안"
    assert without_front("보령시 인구") == "인구"
    assert without_front("인구") == "인구"


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("가람시의 살림규모", "살림규모"),
        ("전국의 살림규모", "전국의 살림규모"),
        ("나루시의 살림규모", "나루시의 살림규모"),
        ("살림규모", "살림규모"),
    ],
)
def test_a_name_does_not_say_whose_it_is_where_its_document_does(name: str, bare: str) -> None:
    assert without_own_place(name, "가람도 가람시") == bare
    assert without_own_place(name, None) == name
