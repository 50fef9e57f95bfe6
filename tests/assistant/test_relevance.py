import pytest

from assistant.relevance import relevance_fault
from tests.assistant.drafts import AUDIT, AUDIT_COURSE, asking, make_evidence

COUNT = "2021년 일상감사 처리 건수는 몇 건인가요?"
LEAD = "일상감사 처리 건수는 244건입니다 [1]."
PEOPLE = "○ 위원회 위원은 모두 50명이며 연수에는 42명이 참석했다."


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        ("2021년 일상감사 처리 건수는 244건입니다 [1].", ""),
        ("일상감사 처리 건수는 2022년 198건입니다 [1].", "figure left out"),
        ("일상감사 처리 건수는 2020년 210건, 2021년 244건입니다 [1].", "year beside the point"),
    ],
)
def test_the_figure_and_year_that_were_asked_are_said(sentence: str, fault: str) -> None:
    evidence = [make_evidence(AUDIT, *AUDIT_COURSE)]
    assert relevance_fault(sentence, evidence, [LEAD], asking(COUNT)) == fault


def test_without_a_figure_of_the_composers_another_year_is_still_beside_the_point() -> None:
    sentence = "일상감사 처리 건수는 2022년 198건입니다 [1]."
    evidence = [make_evidence(AUDIT, *AUDIT_COURSE)]
    assert relevance_fault(sentence, evidence, [], asking(COUNT)) == "year beside the point"


def test_the_words_that_tell_two_figures_apart_are_said() -> None:
    asked = asking("위원회 연수에는 몇 명이 참석했나요?")
    evidence = [make_evidence(PEOPLE)]
    assert relevance_fault("위원회 연수에는 42명이 참석했습니다 [1].", evidence, [], asked) == ""
    fault = relevance_fault("위원회 위원은 모두 50명입니다 [1].", evidence, [], asked)
    assert fault == "words of the question left out"


def test_a_value_of_the_kind_that_was_asked_is_said() -> None:
    asked = asking("위원회 위원은 몇 명인가요?")
    evidence = [make_evidence(PEOPLE)]
    fault = relevance_fault("위원회 위원은 참석했습니다 [1].", evidence, [], asked)
    assert fault == "no value of the kind asked for"


def test_a_quote_alone_is_not_said_a_second_time() -> None:
    fault = relevance_fault(f"{PEOPLE} [1]", [make_evidence(PEOPLE)], [], asking("위원은 몇 명?"))
    assert fault == "quote said twice"
