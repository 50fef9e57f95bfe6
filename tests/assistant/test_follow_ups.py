"""Questions that go on from an answer: proved before they are offered, and cheap to refuse."""

from __future__ import annotations

import threading
from typing import Any

import httpx
import pytest

import index
from assistant.follow_ups import ADDRESS, FollowUpOptions, FollowUps, Wish
from assistant.intake import IntakeOptions
from assistant.types import AnswerStatus
from tests.assistant.face import FakeAssistant, FakeHolder, FakeSnapshot, assert_is_an_error, client
from tests.assistant.face import make_app as make_face
from tests.factories import make_corpus, make_document, make_reading

FACTS = [
    {"name": "세입 총액", "fiscal_year": 2022},
    {"name": "세입 총액", "fiscal_year": 2021},
    {"name": "세출 총액", "fiscal_year": 2022},
    {"name": "가", "fiscal_year": 2022},
    {"name": "지방채 잔액", "fiscal_year": 2022, "doubts": ("name_borrowed",)},
]


def make_snapshot() -> FakeSnapshot:
    document = make_document(id="kr-boryeong/plan-2022")
    return FakeSnapshot(make_corpus(make_reading(document=document, facts=FACTS)))


def make_follow_ups(
    snapshot: FakeSnapshot,
    guide: FakeAssistant | None,
    **options: Any,  # noqa: ANN401
) -> FollowUps:
    return FollowUps(
        FakeHolder(snapshot), lambda: guide, IntakeOptions(), FollowUpOptions(**options)
    )


def wish_for(snapshot: FakeSnapshot, question: str = "질문") -> Wish:
    first = snapshot.facts(index.RecordRequest())[0]
    return Wish(
        language="ko",
        question=question,
        fact_ids=(first.id,),
        document_ids=(first.document_id,),
    )


def test_the_neighbouring_year_comes_first_and_then_what_stands_beside() -> None:
    snapshot, guide = make_snapshot(), FakeAssistant()
    offered = make_follow_ups(snapshot, guide).offer(wish_for(snapshot))
    assert [one.text for one in guide.asked] == list(offered)
    assert "2021년 세입 총액" in offered[0]
    assert "세출 총액" in offered[1]
    # A fragment of a name and what is doubted are not asked about, nor is the answer itself.
    assert len(offered) == 2


def test_only_what_the_assistant_answers_is_offered() -> None:
    snapshot = make_snapshot()
    guide = FakeAssistant(status=AnswerStatus.NOT_FOUND)
    assert make_follow_ups(snapshot, guide).offer(wish_for(snapshot)) == ()
    assert guide.asked


def test_work_is_bounded_and_done_once() -> None:
    snapshot = make_snapshot()
    guide = FakeAssistant(status=AnswerStatus.NOT_FOUND)
    follow_ups = make_follow_ups(snapshot, guide, tries=1)
    follow_ups.offer(wish_for(snapshot))
    follow_ups.offer(wish_for(snapshot))
    assert len(guide.asked) == 1


def test_after_its_time_no_further_question_is_answered() -> None:
    snapshot, now = make_snapshot(), [0.0]

    def take_long(question: object) -> None:
        now[0] += 2

    guide = FakeAssistant(before=take_long)
    follow_ups = FollowUps(
        FakeHolder(snapshot), lambda: guide, IntakeOptions(), clock=lambda: now[0]
    )
    assert len(follow_ups.offer(wish_for(snapshot))) == 1
    assert len(guide.asked) == 1


def test_a_question_that_takes_too_long_is_given_up_and_the_proved_ones_are_kept() -> None:
    snapshot, asked = make_snapshot(), []

    def give_up(question: object) -> None:
        asked.append(question)
        if len(asked) == 2:
            raise index.ReadingTooLongError("reading_too_long", "깁니다.", "Too long.")

    guide = FakeAssistant(before=give_up)
    follow_ups = make_follow_ups(snapshot, guide)
    assert len(follow_ups.offer(wish_for(snapshot))) == 1
    assert len(follow_ups.offer(wish_for(snapshot))) == 1
    assert len(asked) == 2, "what was given up is not tried again for the same wish"


def test_what_is_remembered_is_bounded() -> None:
    snapshot = make_snapshot()
    guide = FakeAssistant()
    follow_ups = make_follow_ups(snapshot, guide, remembered=1, tries=1)
    for question in ("하나", "둘", "하나"):
        follow_ups.offer(wish_for(snapshot, question))
    assert len(guide.asked) == 3


def test_nothing_is_offered_while_another_wish_is_worked_on() -> None:
    snapshot = make_snapshot()
    entered, leave = threading.Event(), threading.Event()

    def wait(question: object) -> None:
        entered.set()
        assert leave.wait(10)

    follow_ups = make_follow_ups(snapshot, FakeAssistant(before=wait))
    offered: list[tuple[str, ...]] = []
    worker = threading.Thread(
        target=lambda: offered.append(follow_ups.offer(wish_for(snapshot, "먼저")))
    )
    worker.start()
    assert entered.wait(10)
    assert follow_ups.offer(wish_for(snapshot, "나중")) == ()
    leave.set()
    worker.join(10)
    assert offered[0] != ()


def test_nothing_is_offered_before_anyone_can_answer() -> None:
    snapshot = make_snapshot()
    assert make_follow_ups(snapshot, None).offer(wish_for(snapshot)) == ()


async def ask(content: object) -> httpx.Response:
    async with client(make_face()) as http:
        return await http.post(ADDRESS, json=content)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ({"question": ""}, "empty_question"),
        ({"question": "가", "language": "fr"}, "unknown_language"),
        ({"question": "가", "facts": "kr"}, "not_a_list"),
        ({"question": "가", "facts": ["x"] * 9}, "too_many_items"),
        ({"question": "가", "facts": ["x" * 201]}, "text_too_long"),
        ({"question": "가", "documents": [7]}, "not_text"),
        ({"question": "가", "documents": ["\u202e"]}, "hidden_characters"),
    ],
)
async def test_bad_wishes_get_a_clear_error(content: object, code: str) -> None:
    assert_is_an_error(await ask(content), 422, code)


async def test_unknown_ids_are_passed_over() -> None:
    response = await ask({"question": "가", "facts": ["kr-none/f1"], "documents": ["kr-none"]})
    assert response.json() == {"questions": []}
    assert response.headers["cache-control"] == "no-store"
