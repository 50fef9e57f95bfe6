import pytest

from assistant.question_endings import asked_of, counter_of


@pytest.mark.parametrize(
    ("clause", "ending"),
    [
        ("what is its target", "얼마인가요"),
        ("Who chairs the committee", "누구인가요"),
        ("What incentives are there for officials who excel", "무엇인가요"),
        ("What is the phone number of the budget team", "전화번호는 무엇인가요"),
        ("In which category did the county get the top grade", "무엇인가요"),
        ("What integrity grade did the county get", "몇 등급인가요"),
        ("Until when can residents apply", "언제까지인가요"),
        ("What share of the plan is welfare", "몇 퍼센트인가요"),
    ],
)
def test_a_question_word_has_its_korean_ending(clause: str, ending: str) -> None:
    assert asked_of(clause).ending == ending


def test_a_target_is_of_the_kind_that_the_question_asks_for() -> None:
    question = "What grade did it get in 2022, and what is its target?"
    assert asked_of("what is its target", question).ending == "몇 등급인가요"


def test_what_is_counted_goes_last() -> None:
    clause = "How many reports did the city receive"
    last = asked_of(clause).stretches[-1]
    assert clause[last[0] : last[1]].strip() == "reports"


@pytest.mark.parametrize(
    ("korean", "clause", "counter"),
    [
        ("계약심사", "how many contract reviews", "몇 건"),
        ("부서장", "how many department heads", "몇 명"),
        ("성과지표", "how many indicators", "몇 개"),
        ("사업", "how many projects", ""),
        ("점수", "how many points", "몇 점"),
        ("채무", "by how much", "얼마나"),
    ],
)
def test_things_are_counted_by_their_own_word(korean: str, clause: str, counter: str) -> None:
    assert counter_of(korean, clause) == counter
