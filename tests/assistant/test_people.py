"""Who led or signed: names with an office, and no other words before one."""

from __future__ import annotations

import pytest

from assistant.people import asks_leader, heads_by_name, names_person, people_in, tells_who


@pytest.mark.parametrize(
    ("quote", "names"),
    [
        ("회의는 나루한 군수가 주재했고 최다솔 부군수가 함께했다.", ("나루한", "최다솔")),
        ("이가람 도의원(대표위원)과 세무사 두 명", ("이가람",)),
        ("사회 : 정바다", ("정바다",)),
        ("지난해 과장급 직원을 대상으로 했다", ()),
        ("올해 위원은 모두 아홉 명이다", ()),
        ("홍○○ 군수가 서명했다", ("홍○○",)),
        ("단장은 문가람, 부단장은 한누리 씨가 맡는다.", ("문가람", "한누리")),
        ("위원장에 나루한을, 간사로 최다솔을 뽑았다", ("나루한",)),
        ("◇ 도로과 정바다 - 밤길 조명 바꾸기", ("정바다",)),
        ("최우수 : 교통과 문가람, 우수 : 세무과 이가람", ("문가람", "이가람")),
        ("발표는 한누리 씨와 최다솔(29) 씨가 맡았다", ("한누리", "최다솔")),
        ("시장은 공무원을 격려하고 현장을 살폈다", ()),
        ("단장은 부시장, 부단장은 국장이 맡는다", ()),
        ("회의는 센터장 주재로", ()),
        ("감사과 조사팀, 세무과 징수팀", ()),
    ],
)
def test_names_stand_before_an_office_or_behind_a_label(quote: str, names: tuple[str, ...]) -> None:
    assert people_in(quote) == names
    assert names_person(quote) is bool(names)


def test_there_is_one_mayor() -> None:
    assert tells_who("군수와 간부 열두 명이 서명했다")
    assert tells_who("○ 추진단 단장 : 군수")
    assert not names_person("군수와 간부 열두 명이 서명했다")
    assert not tells_who("간부 열두 명이 서명했다")


@pytest.mark.parametrize(
    ("question", "is_led"),
    [
        ("보고회는 누가 주재했나요?", True),
        ("결산검사 대표 누구", True),
        ("누구랑 계약을 맺었어?", True),
        ("Who chaired the meeting?", True),
        ("지원 대상은 누구인가요?", False),
    ],
)
def test_who_led_is_asked_by_a_verb_or_an_office(question: str, is_led: bool) -> None:
    assert asks_leader(question) is is_led


def test_the_holder_of_an_office_is_named_in_brackets_behind_it() -> None:
    quote = "시의회(의장 문가람)는 16일 심사위원회(위원장 한누리)를 열었다."
    assert people_in(quote) == ("문가람", "한누리")
    assert not names_person("시의회(의장 공석)는 회의를 열었다.")


@pytest.mark.parametrize(
    ("question", "name", "further_on"),
    [
        ("이가람 시장은 뭐라고 했나요?", "이가람", "이 시장"),
        ("정바다 부산 동래구청장은 뭐라고 했나요?", "정바다", "정 구청장"),
        ("한누리 기획예산담당관이 밝힌 것은?", "한누리", "한 기획예산담당관"),
    ],
)
def test_a_head_is_called_by_the_surname_further_on(
    question: str, name: str, further_on: str
) -> None:
    (one,) = heads_by_name(question)
    assert (one.form, one.official) == (name, (further_on,))
    assert question[one.start : one.end] == name


@pytest.mark.parametrize("question", ["남양주 시장은 누구인가요?", "올해는 시장이 뭘 하나요?"])
def test_a_town_before_an_office_is_nobody(question: str) -> None:
    assert heads_by_name(question) == ()
