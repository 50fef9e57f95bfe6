import re

import pytest
from structlog.testing import capture_logs

from assistant.desk import DeskOptions
from assistant.routes import RouteOptions
from tests.assistant.face import QUESTION, client, make_app


async def test_a_request_is_logged_without_its_query_and_without_the_question() -> None:
    with capture_logs() as logs:
        async with client(make_app()) as http:
            await http.post("/api/ask?secret=1", json={"question": QUESTION})
    (line,) = [one for one in logs if one["event"] == "request"]
    assert line["method"] == "POST"
    assert line["path"] == "/api/ask"
    assert line["status"] == 200
    assert line["ms"] >= 0
    assert "secret" not in repr(logs)
    assert "무궁화" not in repr(logs)


async def test_questions_are_logged_when_a_setting_says_so() -> None:
    app = make_app(options=RouteOptions(desk=DeskOptions(log_questions=True)))
    with capture_logs() as logs:
        async with client(app) as http:
            await http.post("/api/ask", json={"question": QUESTION})
    (line,) = [one for one in logs if one["event"] == "question"]
    assert line["question"] == QUESTION


@pytest.mark.parametrize("given", ["abc-DEF-123", "a", "x" * 64])
async def test_a_plain_request_id_is_kept(given: str) -> None:
    async with client(make_app()) as http:
        response = await http.get("/nowhere", headers={"x-request-id": given})
    assert response.headers["x-request-id"] == given
    assert response.json()["error"]["request_id"] == given


@pytest.mark.parametrize("given", ["", "x" * 65, "a b", "a<script>", "a_b", "a;b"])
async def test_any_other_request_id_is_replaced(given: str) -> None:
    async with client(make_app()) as http:
        response = await http.get("/nowhere", headers={"x-request-id": given})
    assert re.fullmatch(r"[0-9a-f]{32}", response.headers["x-request-id"])


async def test_a_failure_is_logged_whole_and_answered_with_nothing_of_it() -> None:
    with capture_logs() as logs:
        async with client(make_app()) as http:
            response = await http.get("/broken")
    assert response.status_code == 500
    assert response.json()["error"]["code"] == "internal_error"
    assert response.json()["error"]["request_id"] == response.headers["x-request-id"]
    assert "secret" not in response.text
    assert "ValueError" not in response.text
    assert response.headers["content-security-policy"].startswith("default-src 'none'")
    failure = next(one for one in logs if one["event"] == "request_failed")
    (trace,) = failure["trace"]
    assert trace.startswith("ValueError at face.py:")
    assert "broken" in trace
    assert "secret" not in repr(logs)
    assert failure["request_id"] == response.headers["x-request-id"]


async def test_the_server_goes_on_after_a_failure() -> None:
    async with client(make_app()) as http:
        await http.get("/broken")
        assert (await http.post("/api/ask", json={"question": QUESTION})).status_code == 200
