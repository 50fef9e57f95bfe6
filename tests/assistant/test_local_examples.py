"""A chat about one place offers questions about that place, each of which has been answered."""

import threading
from collections.abc import Callable
from dataclasses import replace

import httpx
from starlette.applications import Starlette
from starlette.routing import Route

import index
from assistant.conversation import ConversationSettings
from assistant.examples import Welcome
from assistant.intake import IntakeOptions
from assistant.local_examples import LocalExamples, LocalOptions
from assistant.pages import Pages
from assistant.types import Answer, AnswerStatus, Question
from tests.assistant.face import SNAPSHOT_ID, FakeAssistant, FakeHolder, FakeSnapshot
from tests.factories import make_corpus, make_document, make_reading

HERE = "충청남도 보령시"
THERE = "인천광역시"


def offer_of(*places: str) -> Welcome:
    return Welcome(
        snapshot_id=SNAPSHOT_ID,
        built_on="2026-11-22",
        municipalities=places,
        document_count=2,
        examples={"ko": ("다른 곳은?",), "en": ()},
    )


class LastCited(FakeAssistant):
    """Cites the last document, as an answer about the second place does."""

    def answer(
        self,
        question: Question,
        snapshot: index.Snapshot,
        heard: Callable[[str], None] | None = None,
    ) -> Answer:
        given = super().answer(question, snapshot, heard)
        last = snapshot.documents(index.RecordRequest())[-1]
        return replace(given, citations=tuple(replace(o, document=last) for o in given.citations))


def made(
    assistant: FakeAssistant, options: LocalOptions | None = None, *places: str
) -> LocalExamples:
    other = make_document(id="kr-incheon/plan", municipality=THERE)
    facts: list[dict[str, object]] = [{"municipality": THERE, "name": "도로 정비"}]
    snapshot = FakeSnapshot(make_corpus(make_reading(), make_reading(document=other, facts=facts)))
    welcome = offer_of(*(places or (THERE, HERE)))
    return LocalExamples(FakeHolder(snapshot), lambda: assistant, lambda: welcome, options)


async def test_examples_are_about_the_place_and_asked_within_its_bounds() -> None:
    assistant = LastCited()
    local = made(assistant)
    (text,) = await local.of(THERE, "ko")
    assert text.startswith("인천광역시")
    assert "도로 정비" in text
    assert {one.municipality for one in assistant.asked} == {THERE}
    before = len(assistant.asked)
    assert await local.of(THERE, "ko") == (text,)
    assert len(assistant.asked) == before


async def test_a_place_is_found_by_its_name_with_or_without_its_province() -> None:
    local = made(FakeAssistant())
    named = await local.of("보령시", "ko")
    assert named
    assert named == await local.of(HERE, "ko")


async def test_nothing_is_offered_for_a_place_without_documents_or_an_answer() -> None:
    assert await made(FakeAssistant()).of("부산광역시", "ko") == ()
    assert await made(FakeAssistant()).of("<b>", "ko") == ()
    assert await made(FakeAssistant(status=AnswerStatus.NOT_FOUND)).of(HERE, "ko") == ()


async def test_what_takes_too_long_is_there_for_the_next_one() -> None:
    free = threading.Event()
    slow = FakeAssistant(before=lambda question: free.wait(10))
    local = made(slow, LocalOptions(patience=0.05))
    assert await local.of(HERE, "ko") == ()
    free.set()
    patient = made(slow, LocalOptions(patience=10))
    assert await patient.of(HERE, "ko")


async def test_the_settings_of_a_limited_chat_have_its_own_examples() -> None:
    welcome = offer_of(THERE, HERE)
    settings = ConversationSettings(
        Pages(), lambda: welcome, IntakeOptions(), None, made(LastCited())
    )
    app = Starlette(routes=[Route("/api/conversation", settings.endpoint)])
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://city.test") as http:
        params = {"language": "ko", "municipality": THERE}
        limited = (await http.get("/api/conversation", params=params)).json()
        general = (await http.get("/api/conversation", params={"language": "ko"})).json()
    assert all(one.startswith(THERE) for one in limited["examples"])
    assert limited["examples"]
    assert general["examples"] == ["다른 곳은?"]
