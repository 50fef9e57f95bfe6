"""Names of local governments: found where they are meant, and only there."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest

from corpus.municipalities import (
    Bare,
    Level,
    Municipality,
    find_municipalities,
    municipalities,
    municipality_named,
)


def test_no_mention_ends_behind_the_text() -> None:
    for text in ("그럼 제천", "인천광역시창원시", "2022년 진주강원도"):
        assert all(one.end <= len(text) for one in find_municipalities(text))


def slugs(text: str) -> list[str]:
    return ["|".join(one.slug for one in each.municipalities) for each in find_municipalities(text)]


def spans(text: str) -> list[str]:
    return [text[each.start : each.end] for each in find_municipalities(text)]


def test_the_register_holds_every_local_government_once() -> None:
    levels = Counter(one.level for one in municipalities())
    assert levels == {Level.UPPER: 17, Level.LOWER: 226 + 2}
    assert len({one.slug for one in municipalities()}) == 245
    assert len({one.name for one in municipalities()}) == 245


def test_an_administrative_city_is_told_from_its_province() -> None:
    assert slugs("제주시 예산과 제주도 예산, 제주 예산") == ["jeju-si", "jeju", "jeju"]
    assert slugs("제주특별자치도 서귀포시는") == ["jeju-seogwipo"]
    assert slugs("Jeju City and Jeju") == ["jeju-si", "jeju"]
    named = municipality_named("제주")
    assert named
    assert named.slug == "jeju"


def test_the_register_has_as_many_of_each_kind_as_the_country() -> None:
    lower = [one for one in municipalities() if one.level is Level.LOWER]
    assert Counter(one.korean[-1] for one in lower) == {"시": 75 + 2, "군": 82, "구": 69}


def test_every_lower_level_government_lies_in_a_registered_region() -> None:
    regions = {one.korean: one.short for one in municipalities() if one.level is Level.UPPER}
    for one in municipalities():
        assert one.region in regions
        assert one.upper_short == regions.get(one.upper, "")


def test_slugs_are_plain_and_ordinary_words_are_explained() -> None:
    for one in municipalities():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)?", one.slug)
        assert bool(one.ambiguous_word) == (one.bare in (Bare.EVIDENCE, Bare.NEVER))


@pytest.mark.parametrize("one", municipalities(), ids=lambda one: one.slug)
def test_every_government_is_found_by_its_full_name(one: Municipality) -> None:
    found = find_municipalities(f"{one.name}의 예산은?")
    assert [each.municipality for each in found] == [one]
    assert (found[0].start, found[0].end) == (0, len(one.name))
    assert municipality_named(one.name) == one


@pytest.mark.parametrize(
    "particle",
    [
        "은",
        "는",
        "이",
        "가",
        "의",
        "에",
        "에서",
        "시",
        "과",
        "와",
        "이랑",
        "에서는",
        "도",
        "만",
        "이야?",
    ],
)
def test_a_short_name_with_a_particle_is_found(particle: str) -> None:
    assert slugs(f"작년에 보령{particle} 무엇을") == ["boryeong"]
    assert slugs(f"작년에 수원{particle} 무엇을") == ["suwon"]


@pytest.mark.parametrize(
    "text",
    [
        "부산물 처리 예산",
        "수원지 보호",
        "부품을 양산하다",
        "고양이 보호소",
        "인제는 알겠다",
        "흥이 나서 시흥겹다",
        "상주하는 직원",
        "상주시설 점검",
        "김제동 강연",
        "서구적인 문화",
        "서구권과 서구화 이야기",
        "중구난방 사업",
        "사업 진도는 얼마나 나갔나",
        "어느 공주 이야기",
        "목표 달성 계획",
        "역량 강화 예산",
        "연수 계획",
        "포인트 부여 예산",
        "녹색 대전환 사업",
        "경기 활성화 대책",
        "규모 7의 강진이 났다",
        "노인 장수 수당",
        "구리 전선 도난",
        "큰 영광입니다",
        "기업이 차를 양산시키다",
        "보여주시기 바랍니다",
        "만나주시면 고맙겠습니다",
        "전남편 이야기",
        "고령 인구 비율",
        "예산은 얼마인가요",
        "동구 밖 과수원길",
    ],
)
def test_an_ordinary_word_is_not_a_place(text: str) -> None:
    assert slugs(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("공주 예산은?", ["gongju"]),
        ("2024년 장수 예산", ["jangsu"]),
        ("완주 2024 심사 건수", ["wanju"]),
        ("그럼 공주는?", ["gongju"]),
        ("이천은요?", ["icheon"]),
        ("경남 사천 사업", ["sacheon"]),
        ("보령이랑 공주 중 어디", ["boryeong", "gongju"]),
        ("공주, 부여, 서천 비교", ["gongju", "buyeo", "seocheon"]),
        ("예산군 예산", ["yesan"]),
        ("음성군은?", ["eumseong"]),
    ],
)
def test_an_ordinary_word_is_a_place_where_something_speaks_for_it(
    text: str, expected: list[str]
) -> None:
    assert slugs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("충남 보령시 예산", ["충남 보령시"]),
        ("충남보령시예산", ["충남보령시"]),
        ("2022년보령시예산얼마", ["보령시"]),
        ("보령일상감사19년도몇건", ["보령"]),
        ("부산해운대구와 서울 강남구", ["부산해운대구", "서울 강남구"]),
        ("What was BORYEONG's budget? And Incheon City?", ["BORYEONG", "Incheon City"]),
        ("전라북도 완주군, 강원도 고성군", ["전라북도 완주군", "강원도 고성군"]),
    ],
)
def test_a_mention_covers_the_name_and_nothing_else(text: str, expected: list[str]) -> None:
    assert spans(text) == expected


def test_a_shared_name_gives_every_government_that_bears_it() -> None:
    (mention,) = find_municipalities("중구 예산")
    assert mention.municipality is None
    assert {one.upper_short for one in mention.municipalities} == set(
        ["서울", "부산", "대구", "인천", "대전", "울산"]
    )
    assert slugs("고성군") == ["gangwon-goseong|gyeongnam-goseong"]
    assert slugs("광주 예산") == ["gwangju|gyeonggi-gwangju"]
    assert slugs("광주시 예산") == ["gwangju|gyeonggi-gwangju"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("부산광역시 중구", ["busan-jung"]),
        ("대구 중구의 예산", ["daegu-jung"]),
        ("경남 고성", ["gyeongnam-goseong"]),
        ("고성군(강원)", ["gangwon-goseong"]),
        ("경기 광주시", ["gyeonggi-gwangju"]),
        ("광주광역시", ["gwangju"]),
        ("광주 서구", ["gwangju-seo"]),
        ("Jung-gu, Busan", ["busan-jung"]),
        ("Goseong in Gangwon", ["gangwon-goseong"]),
        ("통영과 고성군", ["tongyeong", "gyeongnam-goseong"]),
        ("인천 남구", ["incheon-michuhol"]),
        ("충북 보령시", ["chungbuk", "boryeong"]),
    ],
)
def test_the_region_settles_a_shared_name(text: str, expected: list[str]) -> None:
    assert slugs(text) == expected


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("충청남도 보령시", "boryeong"),
        (" 충청남도   보령시 ", "boryeong"),
        ("보령시", "boryeong"),
        ("보령시청", "boryeong"),
        ("boryeong", "boryeong"),
        ("인천광역시", "incheon"),
        ("세종시", "sejong"),
        ("전라북도 완주군", "wanju"),
        ("경상북도 군위군", "daegu-gunwi"),
        ("경기도 광주시", "gyeonggi-gwangju"),
        ("busan-jung", "busan-jung"),
        ("제주도", "jeju"),
    ],
)
def test_a_catalogue_value_names_one_government(name: str, slug: str) -> None:
    found = municipality_named(name)
    assert found is not None
    assert found.slug == slug


@pytest.mark.parametrize("name", ["", "중구", "고성군", "광주", "Goseong", "없는시", "보령시 중구"])
def test_a_catalogue_value_that_names_none_or_several_gives_nothing(name: str) -> None:
    assert municipality_named(name) is None


def test_mentions_never_overlap_in_a_long_hostile_text() -> None:
    text = "부산중구부산물" * 3_000 + "공주, " * 3_000 + "보령"
    mentions = find_municipalities(text)
    assert mentions
    assert all(one.end <= two.start for one, two in pairwise(mentions))
    assert text[mentions[-1].start : mentions[-1].end] == "보령"
