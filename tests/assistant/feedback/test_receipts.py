import copy
from dataclasses import replace
from typing import Any

import pytest

from assistant.feedback.receipts import ReceiptOptions, Receipts
from assistant.problems import RequestError
from assistant.types import Question

KEY = b"k" * 32
QUESTION = Question(text="예산은?", history=("어디?",), language="ko", municipality="보령시")
REPLY: dict[str, Any] = {
    "status": "answered",
    "answer": "690억 원 [1]",
    "snapshot": "abc",
    "citations": [
        {
            "number": 1,
            "document": {"id": "d", "source": "d.txt", "title": "제목"},
            "quote": "690억 원",
            "start": 5,
            "end": 11,
        }
    ],
    "timings_ms": {"retrieve": 1.0},
}


def code_of(receipt: object, question: Question = QUESTION, reply: Any = REPLY) -> str:  # noqa: ANN401
    with pytest.raises(RequestError) as refusal:
        Receipts(KEY).check(receipt, question, reply)
    return refusal.value.code


def test_a_receipt_that_was_issued_is_known_again_and_each_has_its_own_id() -> None:
    receipts = Receipts(KEY)
    first, second = (receipts.issue(QUESTION, REPLY) for _ in range(2))
    assert receipts.check(first, QUESTION, REPLY) != receipts.check(second, QUESTION, REPLY)
    # Another process with the same key knows it too.
    assert Receipts(KEY).check(first, QUESTION, REPLY)


def test_what_a_receipt_says_nothing_of_may_be_left_out() -> None:
    receipt = Receipts(KEY).issue(QUESTION, REPLY)
    short = {name: value for name, value in REPLY.items() if name != "timings_ms"}
    assert Receipts(KEY).check(receipt, QUESTION, short)
    assert Receipts(KEY).check(receipt, replace(QUESTION, language="en"), REPLY)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("status",), "not_found"),
        (("answer",), "691억 원 [1]"),
        (("snapshot",), "abd"),
        (("citations",), []),
        (("citations", 0, "quote"), "691억 원"),
        (("citations", 0, "start"), 6),
        (("citations", 0, "start"), 5.0),
        (("citations", 0, "start"), "5"),
        (("citations", 0, "number"), True),
        (("citations", 0, "document", "id"), "e"),
        (("citations", 0, "document", "source"), "e.txt"),
        (("citations", 0, "document"), None),
        (("citations",), 7),
        (("answer",), None),
    ],
)
def test_an_answer_that_was_not_given_is_refused(path: tuple[Any, ...], value: object) -> None:
    receipt = Receipts(KEY).issue(QUESTION, REPLY)
    reply = copy.deepcopy(REPLY)
    place: Any = reply
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert code_of(receipt, reply=reply) == "unknown_receipt"


@pytest.mark.parametrize(
    "question",
    [
        Question(text="예산은", history=("어디?",), language="ko", municipality="보령시"),
        Question(text="예산은?", language="ko", municipality="보령시"),
        Question(text="예산은?", history=("어디?",), language="ko"),
    ],
)
def test_a_question_that_was_not_asked_is_refused(question: Question) -> None:
    assert code_of(Receipts(KEY).issue(QUESTION, REPLY), question) == "unknown_receipt"


def test_what_is_no_receipt_of_ours_is_refused() -> None:
    receipt = Receipts(KEY).issue(QUESTION, REPLY)
    version, name, seconds, seal = receipt.split(".")
    later = f"{version}.{name}.{int(seconds) + 60}.{seal}"
    other = f"{version}.{'0' * 16}.{seconds}.{seal}"
    foreign = Receipts(b"l" * 32).issue(QUESTION, REPLY)
    for forged in (None, 7, "", "v1", receipt[:-1], receipt + "0", later, other, foreign):
        assert code_of(forged) == "unknown_receipt"
    assert code_of(receipt, reply={}) == "unknown_receipt"


def test_a_receipt_ends() -> None:
    now = 1_000_000.0
    receipts = Receipts(KEY, ReceiptOptions(valid_seconds=60), clock=lambda: now)
    receipt = receipts.issue(QUESTION, REPLY)
    now += 59
    assert receipts.check(receipt, QUESTION, REPLY)
    now += 2
    with pytest.raises(RequestError) as refusal:
        receipts.check(receipt, QUESTION, REPLY)
    assert refusal.value.code == "receipt_expired"
