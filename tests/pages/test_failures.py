"""What goes wrong on the way: said kindly in both languages, asked again, the question kept."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.pages.scripted import Scripted, error, reply
from tests.pages.visiting import LANGUAGES, Language, Visitor

BUSY = error("too_many_questions", "지금 질문이 몰려 있습니다.", "Too many questions are waiting.")
CLOSED = error("not_ready", "문서를 준비하고 있습니다.", "The documents are being prepared.")
BROKEN = error("internal_error", "서버에 문제가 생겼습니다.", "Something went wrong on the server.")
LONG = error("question_too_long", "질문은 1,000자까지입니다.", "Up to 1,000 characters.")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("status", "body", "after", "korean", "english"),
    [
        (429, BUSY, "60", "60초 뒤에 다시", "in 60 seconds"),
        (503, CLOSED, "120", "120초 뒤에 다시", "in 120 seconds"),
        (503, "<html>nginx</html>", "60", "질문이 몰려", "Too many questions"),
        (422, LONG, None, "질문은 1,000자까지", "Up to 1,000 characters"),
        (404, "<h1>404</h1>", None, "답변을 받지 못했습니다", "No answer arrived"),
        (500, BROKEN, None, "서버에 문제가", "Something went wrong"),
        (413, "", None, "답변을 받지 못했습니다", "No answer arrived"),
    ],
)
def test_a_refusal_is_said_and_the_question_stays(
    visit: Visitor,
    language: Language,
    status: int,
    body: object,
    after: str | None,
    korean: str,
    english: str,
) -> None:
    talk = Scripted(visit, language=language)
    talk.ask("총사업비는?")
    talk.refuse(status, body, after)
    said = korean if language == "ko" else english
    expect(talk.turns.last.locator(".status-problem")).to_contain_text(said)
    expect(talk.live).to_contain_text(said)
    expect(talk.box).to_have_value("총사업비는?")
    assert talk.count() == 1
    talk.page.locator("button.retry").click()
    talk.until(2)
    # What is being asked again needs no second copy in the box.
    expect(talk.box).to_have_value("")
    talk.done(reply())
    expect(talk.page.locator(".card")).to_have_count(1)


def test_what_was_typed_meanwhile_is_not_overwritten(visit: Visitor) -> None:
    talk = Scripted(visit)
    talk.ask("총사업비는?")
    talk.box.fill("다음 질문")
    talk.refuse(422, LONG)
    expect(talk.page.locator(".status-problem")).to_be_visible()
    expect(talk.box).to_have_value("다음 질문")


def test_a_server_that_comes_back_soon_is_asked_again_by_itself(visit: Visitor) -> None:
    talk = Scripted(visit)
    talk.ask("총사업비는?")
    talk.refuse(503, CLOSED, "1")
    expect(talk.page.locator(".is-coming")).to_contain_text("(2/3)")
    talk.until(2)
    talk.done(reply())
    expect(talk.page.locator(".card")).to_have_count(1)


def test_a_restart_in_mid_stream_begins_the_answer_anew(visit: Visitor) -> None:
    talk = Scripted(visit)
    talk.ask("총사업비는?")
    talk.say("text", {"text": "총사업비는 69"})
    talk.cut()
    talk.until(2)
    talk.say("text", {"text": "총사업비는 690억"})
    expect(talk.page.locator(".streaming")).to_have_text("총사업비는 690억")
    talk.done(reply())
    expect(talk.page.locator(".answer-text")).to_contain_text("690억 원입니다")


def test_after_three_tries_the_person_decides(visit: Visitor) -> None:
    talk = Scripted(visit)
    talk.ask("총사업비는?")
    for count in (1, 2, 3):
        talk.until(count)
        talk.fail()
    expect(talk.page.locator(".status-problem")).to_contain_text("연결이 끊겼습니다")
    expect(talk.box).to_have_value("총사업비는?")
    assert talk.count() == 3


def test_waiting_for_the_next_try_can_be_stopped(visit: Visitor) -> None:
    talk = Scripted(visit)
    talk.ask("총사업비는?")
    talk.refuse(503, CLOSED, "9")
    expect(talk.page.locator(".is-coming")).to_contain_text("(2/3)")
    talk.page.locator("button.stop").click()
    expect(talk.turns.last).to_contain_text("답변을 멈췄습니다")
    assert talk.count() == 1


def test_an_error_in_the_stream_is_said_with_its_number(visit: Visitor) -> None:
    talk = Scripted(visit)
    talk.ask("총사업비는?")
    talk.say("text", {"text": "총"})
    talk.say("error", BROKEN)
    expect(talk.page.locator(".status-problem")).to_contain_text("서버에 문제가 생겼습니다")
    expect(talk.page.locator(".status-problem")).to_contain_text("0123abcd")


@pytest.mark.parametrize(
    "stream",
    [
        "event: done\ndata: not json\n\n",
        "event: done\ndata: null\n\n",
        'event: done\ndata: {"status": 1, "answer": "x"}\n\n',
        'event: done\ndata: {"status": "answered"}\n\n',
    ],
)
def test_a_stream_that_is_not_understood_is_no_answer(visit: Visitor, stream: str) -> None:
    talk = Scripted(visit)
    talk.ask("총사업비는?")
    talk.raw(stream)
    expect(talk.page.locator(".status-problem")).to_contain_text("답변을 받지 못했습니다")


def test_events_are_read_however_they_are_cut(visit: Visitor) -> None:
    talk = Scripted(visit)
    talk.ask("총사업비는?")
    for piece in (
        ": hello\r",
        "\n\r\nevent: te",
        'xt\r\ndata: {"text":\r\ndata: "690',
        '억"}\r\n',
        "\r\n",
    ):
        talk.raw(piece)
    expect(talk.page.locator(".streaming")).to_have_text("690억")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_server_that_says_nothing_is_given_up(visit: Visitor, language: Language) -> None:
    talk = Scripted(visit, language=language)
    talk.page.clock.install()
    talk.ask("총사업비는?")
    talk.page.clock.run_for(21_000)
    said = "제때 오지 않았습니다" if language == "ko" else "did not come in time"
    expect(talk.page.locator(".status-problem")).to_contain_text(said)
    expect(talk.box).to_have_value("총사업비는?")
    assert talk.page.evaluate("asked[0].stopped") is True


def test_a_page_that_is_left_gives_its_question_up(visit: Visitor) -> None:
    talk = Scripted(visit)
    talk.ask("총사업비는?")
    talk.page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    expect(talk.turns.last).to_contain_text("답변을 멈췄습니다")
    assert talk.page.evaluate("asked[0].stopped") is True


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_seen_is_taken_out_of_what_is_asked_again(
    visit: Visitor, language: Language
) -> None:
    talk = Scripted(visit, language=language)
    talk.ask("예산\u202e은 <b>얼마</b>?")
    talk.refuse(422, {"error": {**LONG["error"], "code": "hidden_characters"}})
    said = "지워 두었으니" if language == "ko" else "is without it"
    expect(talk.page.locator(".status-problem")).to_contain_text(said)
    expect(talk.page.locator(".asked .unseen")).to_have_text("U+202E")
    expect(talk.box).to_have_value("예산은 <b>얼마</b>?")
    talk.page.locator("button.retry").click()
    talk.until(2)
    assert talk.body()["question"] == "예산은 <b>얼마</b>?"


def test_a_slow_answer_is_said_to_be_on_its_way(visit: Visitor) -> None:
    talk = Scripted(visit)
    talk.page.clock.install()
    talk.ask("총사업비는?")
    expect(talk.page.locator(".progress")).not_to_contain_text("계속 찾고 있습니다")
    talk.page.clock.run_for(7_000)
    expect(talk.page.locator(".progress")).to_contain_text("계속 찾고 있습니다")
    talk.done(reply())
    expect(talk.page.locator(".card")).to_have_count(1)
