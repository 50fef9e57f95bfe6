"""The turn of a question: met by what has it, and not by the sentence that opens a text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.bearings import bearings
from tests.assistant.towns import Ask, asking

LEAD = "시가 내년 주민 제안 공모를 14일 시작했다."


@pytest.mark.parametrize(
    ("asked", "told", "other"),
    [
        ("주민 제안으로 내면 안 되는 것은?", "3. 제외대상 : 행사성 사업, 다른 시의 사업", LEAD),
        ("제안 가운데 아직 못 끝낸 게 뭐야", "5건은 아직 추진 중이다.", LEAD),
        ("시에 갚을 빚이 있나요?", "시는 갚을 돈이 없다.", LEAD),
        ("호수공원 만족도는 올랐나요?", "만족도는 71점으로 지난해와 같다.", LEAD),
        ("제안 건수가 작년보다 줄었어?", "19건이던 제안은 올해 26건으로 늘었다.", LEAD),
        ("제안서는 어디서 내려받나요?", "서식은 시 누리집 알림방에 있다.", LEAD),
        ("공모 결과는 어디에 쓰나요?", "뽑힌 제안은 내년 예산에 반영한다.", LEAD),
        ("심사는 어떤 방식으로 하나요?", "전자 투표로 차례를 정한다.", LEAD),
        ("점검에서 뭐가 걸렸나요?", "출장비를 잘못 준 사례가 많았다.", LEAD),
        ("위원회는 일 년에 몇 번 모이나요?", "위원회는 분기마다 모인다.", LEAD),
        ("시장은 공모를 두고 뭐라고 했나요?", "시장은 “작은 뜻도 담겠다”고 말했다.", LEAD),
        ("시장은 올해를 어떤 해라고 했나요?", "시장은 “뿌리를 내리는 해”라고 했다.", LEAD),
        ("청년과는 회의에서 뭘 보고했나요?", "청년과는 빈집을 고칠 계획을 보고했다.", LEAD),
        ("제안이 뽑히면 뭐가 돌아가나요?", "뽑힌 이에게는 상금과 표창을 준다.", LEAD),
        ("옆 도시에 사는데 제안해도 되나요?", "2. 누가 : 시민과 직장인 누구나", LEAD),
        ("제안 심사에서 2위는 누구예요?", "◇2위 : 숲길 지도(교통과 문가람)", LEAD),
        ("제안 38건 중 뽑힌 것은?", "들어온 38건에서 7건을 골랐다.", LEAD),
        ("강변길 말고 새로 내는 길은?", "새 길 : 강변길, 숲길, 장터길", LEAD),
        ("9월 5일에는 무엇을 하나요?", "9. 5. 도서관, 체육과", LEAD),
        ("9월 5일에는 무엇을 하나요?", "15일 문을 닫고 5일 다시 연다.", "15일 문을 연다."),
        ("Did the number of proposals fall?", "제안은 26건으로 늘었다.", LEAD),
        ("How often does the committee meet?", "위원회는 해마다 두 차례 모인다.", LEAD),
    ],
)
def test_a_statement_may_have_the_turn_that_is_asked_for(asked: str, told: str, other: str) -> None:
    assert bearings(told, asked) > bearings(other, asked)


def test_what_was_said_is_needed_more_than_the_words_around_it() -> None:
    asked = "시장은 공모를 두고 뭐라고 했나요?"
    assert bearings("시장은 “작은 뜻도 담겠다”고 말했다.", asked) > 1
    assert bearings("◇12위 : 꽃길(교통과 문가람)", "제안 심사에서 2위는 누구예요?") == 0


@pytest.mark.parametrize(
    "asked", ["주민 제안 공모 예산은 얼마인가요?", "공모는 언제 시작했나요?", "2031년 공모 결과는?"]
)
def test_a_plain_question_has_no_turn(asked: str) -> None:
    assert bearings("제안 38건 가운데 5건은 제외했다.", asked) == 0


NOTICE = """\
시흥시 주민 제안 공모

시흥시가 14일 내년에 할 일을 묻는 주민 제안 공모를 시작했다.
주민 제안 공모에 내는 사업은 심사를 거쳐 내년 예산에 담는다.
공사와 행사에 드는 돈을 따로 묻는 제안은 공모에서 제외한다.
"""


@pytest.fixture(scope="module")
def ask_notice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    row = "notice.txt,주민 제안 공모,경기도 시흥시,notice,2025-05-20,2026,,시흥시"
    with asking(tmp_path_factory.mktemp("notice"), NOTICE, row) as ask:
        yield ask


def test_what_is_left_out_is_told_and_not_what_opens_the_notice(ask_notice: Ask) -> None:
    answer = ask_notice("시흥시 주민 제안 공모에 내면 안 되는 사업은 어떤 것인가요?")
    assert "제외한다" in answer.text
