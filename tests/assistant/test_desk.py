import threading

import anyio
import pytest
from starlette.requests import ClientDisconnect, Request
from starlette.types import Message

from assistant.desk import Desk, DeskOptions, while_present
from assistant.problems import RequestError
from assistant.types import Question
from tests.assistant.face import FakeAssistant, FakeHolder, FakeSnapshot
from tests.factories import make_corpus


def make_desk(assistant: FakeAssistant, *, workers: int, waiting: int) -> Desk:
    holder = FakeHolder(FakeSnapshot(make_corpus()))
    return Desk(holder, assistant, DeskOptions(workers=workers, waiting=waiting))


async def test_one_question_too_many_is_turned_away_and_the_others_are_answered() -> None:
    may_go = threading.Event()
    assistant = FakeAssistant(before=lambda question: may_go.wait(timeout=10))
    desk = make_desk(assistant, workers=1, waiting=2)
    rows = []

    async def ask(text: str) -> None:
        rows.append(await desk.ask(Question(text=text)))

    async with anyio.create_task_group() as group:
        for number in range(3):
            group.start_soon(ask, f"질문 {number}")
        await anyio.wait_all_tasks_blocked()
        with pytest.raises(RequestError) as refusal:
            desk.admit()
        assert refusal.value.status == 429
        with pytest.raises(RequestError):
            await desk.ask(Question(text="너무 많은 질문"))
        may_go.set()
    assert len(rows) == 3
    desk.admit()


async def test_no_more_questions_are_worked_on_than_there_are_workers() -> None:
    running = 0
    most = 0
    lock = threading.Lock()
    together = threading.Barrier(2, timeout=10)

    def work(question: Question) -> None:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        together.wait()
        with lock:
            running -= 1

    desk = make_desk(FakeAssistant(before=work), workers=2, waiting=8)
    async with anyio.create_task_group() as group:
        for number in range(6):
            group.start_soon(desk.ask, Question(text=f"질문 {number}"))
    assert most == 2


def make_request(*messages: Message) -> Request:
    left = list(messages)

    async def receive() -> Message:
        if left:
            return left.pop(0)
        await anyio.sleep_forever()
        raise AssertionError("never comes here")

    return Request({"type": "http", "headers": []}, receive)


async def test_waiting_ends_when_the_client_leaves() -> None:
    request = make_request({"type": "http.disconnect"})
    with anyio.fail_after(5), pytest.raises(ClientDisconnect):
        await while_present(request, anyio.sleep_forever)


async def test_a_client_that_stays_gets_the_result_or_the_error_itself() -> None:
    async def work() -> str:
        return "answer"

    async def failing() -> str:
        raise RequestError("too_many_questions")

    assert await while_present(make_request(), work) == "answer"
    with pytest.raises(RequestError):
        await while_present(make_request(), failing)


async def test_a_question_that_waits_is_never_worked_on_once_its_client_has_left() -> None:
    may_go = threading.Event()
    assistant = FakeAssistant(before=lambda question: may_go.wait(timeout=10))
    desk = make_desk(assistant, workers=1, waiting=5)
    async with anyio.create_task_group() as group:
        group.start_soon(desk.ask, Question(text="먼저 온 질문"))
        await anyio.wait_all_tasks_blocked()
        with pytest.raises(ClientDisconnect):
            await while_present(
                make_request({"type": "http.disconnect"}),
                lambda: desk.ask(Question(text="떠난 사람의 질문")),
            )
        may_go.set()
    assert [question.text for question in assistant.asked] == ["먼저 온 질문"]
