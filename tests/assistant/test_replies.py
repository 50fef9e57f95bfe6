"""The words of refusals: one reason, one status, two languages."""

from __future__ import annotations

import re
import string

import pytest

from assistant.replies import Reason, replies
from assistant.types import AnswerStatus

BLANKS = dict.fromkeys(
    ("there", "place", "years", "topic", "places", "count", "office", "phone"), ""
)


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_words_in_both_languages(reason: Reason) -> None:
    reply = replies()[reason.value]
    assert re.search("[가-힣]", reply.ko)
    assert re.search("[a-z]{3}", reply.en)
    assert not re.search("[가-힣]", reply.en)


def test_no_two_reasons_say_the_same() -> None:
    table = replies()
    for said in ({table[one].ko for one in Reason}, {table[one].en for one in Reason}):
        assert len(said) == len(Reason)


@pytest.mark.parametrize("reason", Reason)
def test_a_reason_is_never_an_answer(reason: Reason) -> None:
    status = replies()[reason.value].status
    assert status not in {AnswerStatus.ANSWERED, AnswerStatus.CORRECTED}


@pytest.mark.parametrize(
    ("reason", "status"),
    [
        (Reason.UNSAFE, AnswerStatus.REFUSED),
        (Reason.PERSONAL, AnswerStatus.REFUSED),
        (Reason.OFF_TOPIC, AnswerStatus.OUT_OF_SCOPE),
        (Reason.LEGAL_ADVICE, AnswerStatus.OUT_OF_SCOPE),
        (Reason.MEDICAL_ADVICE, AnswerStatus.OUT_OF_SCOPE),
        (Reason.PARTY_PREFERENCE, AnswerStatus.OUT_OF_SCOPE),
        (Reason.UNTOLD, AnswerStatus.NOT_FOUND),
        (Reason.OTHER_PLACE, AnswerStatus.NOT_FOUND),
        (Reason.WITHHELD, AnswerStatus.NOT_FOUND),
    ],
)
def test_reasons_have_the_status_of_the_contract(reason: Reason, status: AnswerStatus) -> None:
    assert replies()[reason.value].status is status


def test_replies_state_no_figure() -> None:
    for reply in replies().values():
        assert not re.search(r"\d", reply.ko + reply.en)


def test_both_languages_have_the_same_blanks_and_only_known_ones() -> None:
    for name, reply in replies().items():
        blanks = [
            {field for _, field, _, _ in string.Formatter().parse(words) if field}
            for words in (reply.ko, reply.en)
        ]
        assert blanks[0] == blanks[1], name
        assert blanks[0] <= BLANKS.keys(), name


def test_blanks_are_filled_in_and_their_content_is_not_read_as_a_form() -> None:
    reply = replies()[Reason.OTHER_PLACE.value]
    said = reply.said("ko", **(BLANKS | {"place": "{there}시"}))
    assert "{there}시" in said
    assert reply.said("en", **BLANKS) == reply.said("fr", **BLANKS)
