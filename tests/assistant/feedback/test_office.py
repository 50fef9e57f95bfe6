"""What staff see and do, and that nobody else does."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from assistant.feedback import FeedbackBox, FeedbackOptions
from assistant.feedback.access import COOKIE, AccessOptions
from assistant.feedback.store import Search
from assistant.feedback.types import Decision
from tests.assistant.face import (
    HOSTILE,
    PAGE,
    QUESTION,
    assert_is_an_error,
    client,
    make_app,
    make_hostile_reading,
)
from tests.assistant.feedback.conftest import STAFF, TOKEN, Clock
from tests.assistant.feedback.letters import ask, send
from tests.evaluation.measures import read_cases
from tests.factories import FACT_QUOTE

ADDRESSES = (
    ("GET", "/feedback"),
    ("GET", "/feedback/export.jsonl"),
    ("POST", "/feedback/{}/review"),
    ("POST", "/feedback/{}/delete"),
    ("DELETE", "/feedback/{}"),
    ("POST", "/feedback/delete"),
    ("POST", "/feedback/logout"),
)


async def put(http: httpx.AsyncClient, question: str = QUESTION, **said: Any) -> str:  # noqa: ANN401
    """Ask, send feedback, and give its id."""
    said = {"verdict": "not_helpful", "reason": "wrong_figure", **said}
    response = await send(http, await ask(http, question), **said)
    return str(response.json()["id"])


async def log_in(http: httpx.AsyncClient) -> str:
    """Log in as a browser does, and give what its forms carry."""
    response = await http.post("/feedback/login", data={"token": TOKEN}, headers=PAGE)
    assert response.status_code == 303
    assert response.headers["location"] == "/feedback"
    page = (await http.get("/feedback", headers=PAGE)).text
    found = re.search(r'name="form_secret" value="([0-9a-f]{64})"', page)
    assert found
    return found[1]


# Who may


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"authorization": "Bearer"},
        {"authorization": f"Bearer {TOKEN}x"},
        {"authorization": f"Basic {TOKEN}"},
        {"authorization": "Bearer ü".encode("latin-1").decode("latin-1")},
        {"cookie": f"{COOKIE}={TOKEN}"},
        {"cookie": f"{COOKIE}=9999999999.{'0' * 32}.{'0' * 64}"},
    ],
)
async def test_nobody_else_comes_in(
    box: FeedbackBox, app: Starlette, headers: dict[str, str]
) -> None:
    raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    async with client(app) as http:
        feedback_id = await put(http)
        for method, address in ADDRESSES:
            response = await http.request(method, address.format(feedback_id), headers=raw)
            assert_is_an_error(response, 401, "staff_only")
            assert response.headers["www-authenticate"] == "Bearer"
    (kept,) = box.store.search(Search())
    assert kept.review.decision is Decision.PENDING


@pytest.mark.parametrize("token", ["", "short"])
async def test_without_a_token_it_is_closed_to_everybody(folder: Path, token: str) -> None:
    box = FeedbackBox(folder, staff_token=token)
    async with client(make_app(feedback=box)) as http:
        feedback_id = await put(http)
        for method, address in ADDRESSES:
            response = await http.request(
                method, address.format(feedback_id), headers={"authorization": f"Bearer {token}"}
            )
            assert_is_an_error(response, 403, "staff_closed")
        entry = await http.post("/feedback/login", data={"token": token})
        assert_is_an_error(entry, 403, "staff_closed")
        assert (await http.get("/feedback", headers=PAGE)).status_code == 403
    assert box.store.count() == 1
    box.close()


async def test_a_browser_is_shown_the_login_and_gets_a_cookie_that_only_it_can_send(
    app: Starlette,
) -> None:
    async with client(app) as http:
        closed = await http.get("/feedback", headers=PAGE)
        assert closed.status_code == 401
        assert 'type="password"' in closed.text
        wrong = await http.post("/feedback/login", data={"token": "wrong"}, headers=PAGE)
        assert wrong.status_code == 401
        assert "올바른 담당자 토큰" in wrong.text
        assert "set-cookie" not in wrong.headers
        right = await http.post("/feedback/login?lang=en", data={"token": TOKEN}, headers=PAGE)
        cookie = right.headers["set-cookie"].lower()
        assert right.headers["location"] == "/feedback?lang=en"
        for part in ("httponly", "samesite=strict", "path=/feedback"):
            assert part in cookie
        assert TOKEN not in cookie
        assert "secure" not in cookie
        listed = await http.get("/feedback", headers=PAGE)
        assert listed.status_code == 200
        assert listed.headers["cache-control"] == "no-store"
    tls = httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="https://city.test")
    async with tls as http:
        right = await http.post("/feedback/login", data={"token": TOKEN}, headers=PAGE)
        assert "secure" in right.headers["set-cookie"].lower()


async def test_a_session_ends_by_time_by_leaving_and_with_its_token(
    box: FeedbackBox, app: Starlette, clock: Clock, folder: Path
) -> None:
    async with client(app) as http:
        secret = await log_in(http)
        clock.pass_by(hours=23)
        assert (await http.get("/feedback", headers=PAGE)).status_code == 200
        other = FeedbackBox(folder, staff_token="another" + TOKEN, clock=clock)
        async with client(make_app(feedback=other)) as elsewhere:
            elsewhere.cookies = http.cookies
            assert (await elsewhere.get("/feedback", headers=PAGE)).status_code == 401
        other.close()
        clock.pass_by(hours=2)
        assert (await http.get("/feedback", headers=PAGE)).status_code == 401
        secret = await log_in(http)
        await http.post("/feedback/logout", data={"form_secret": secret}, headers=PAGE)
        assert (await http.get("/feedback", headers=PAGE)).status_code == 401


async def test_a_form_of_another_site_changes_nothing(box: FeedbackBox, app: Starlette) -> None:
    async with client(app) as http:
        feedback_id = await put(http)
        await log_in(http)
        for secret in ("", "0" * 64, TOKEN):
            for address in (f"/feedback/{feedback_id}/delete", f"/feedback/{feedback_id}/review"):
                form = {"form_secret": secret, "decision": "rejected"}
                assert_is_an_error(await http.post(address, data=form), 403, "form_not_ours")
                assert_is_an_error(await http.post(address, json=form), 403, "form_not_ours")
            left = await http.post("/feedback/logout", data={"form_secret": secret})
            assert_is_an_error(left, 403, "form_not_ours")
            several = {"form_secret": secret, "ids": [feedback_id]}
            both = (
                await http.post("/feedback/delete", data=several),
                await http.post("/feedback/delete", json=several),
            )
            for response in both:
                assert_is_an_error(response, 403, "form_not_ours")
        deleted = await http.delete(f"/feedback/{feedback_id}")
        assert_is_an_error(deleted, 403, "form_not_ours")
    (kept,) = box.store.search(Search())
    assert kept.review.decision is Decision.PENDING


async def test_wrong_tokens_are_slowed_and_keep_nobody_out(folder: Path, clock: Clock) -> None:
    options = FeedbackOptions(access=AccessOptions(wrong_tokens_per_minute=3))
    box = FeedbackBox(folder, staff_token=TOKEN, options=options, clock=clock)
    async with client(make_app(feedback=box)) as inside, client(make_app(feedback=box)) as http:
        await log_in(inside)
        for _ in range(3):
            assert (await http.post("/feedback/login", data={"token": "x"})).status_code == 401
        late = await http.post("/feedback/login", data={"token": "x"})
        assert_is_an_error(late, 429, "too_often")
        wrong = await http.get("/feedback", headers={"authorization": f"Bearer {TOKEN}x"})
        assert_is_an_error(wrong, 429, "too_often")
        # Who is in already stays in, and who has the token comes in.
        assert (await inside.get("/feedback", headers=PAGE)).status_code == 200
        assert (await http.get("/feedback", headers=STAFF)).status_code == 200
        await log_in(http)
    box.close()


# What they see


async def test_the_list_narrows_and_goes_on(folder: Path, clock: Clock) -> None:
    box = FeedbackBox(folder, staff_token=TOKEN, options=FeedbackOptions(page_size=2), clock=clock)
    async with client(make_app(feedback=box)) as http:
        ids = [await put(http, comment=f"{n}번째") for n in range(3)]
        await put(http, verdict="helpful")
        first = (await http.get("/feedback?verdict=not_helpful", headers=STAFF)).json()
        assert [row["id"] for row in first["rows"]] == ids[:0:-1]
        assert first["counts"] == {"pending": 4, "accepted": 0, "rejected": 0}
        query = f"verdict=not_helpful&before={first['next']}"
        rest = (await http.get(f"/feedback?{query}", headers=STAFF)).json()
        assert [row["id"] for row in rest["rows"]] == ids[:1]
        assert rest["next"] is None
        assert rest["rows"][0]["comment"] == "0번째"
        page = (await http.get("/feedback?verdict=not_helpful", headers=STAFF | PAGE)).text
        link = html.unescape(re.findall(r'href="(/feedback\?[^"]*before=[^"]*)"', page)[0])
        assert ids[0] in (await http.get(link, headers=STAFF | PAGE)).text
        for query in ("verdict=x", "reason=x", "decision=x", "before=x", "before=-1"):
            wrong = await http.get(f"/feedback?{query}", headers=STAFF)
            assert wrong.status_code == 422
    box.close()


async def test_hostile_text_stays_text_on_the_list(box: FeedbackBox) -> None:
    typed = HOSTILE.replace("\u202e", "").replace("\u202c", "")
    async with client(make_app(make_hostile_reading(), feedback=box)) as http:
        await put(http, f"{typed} 총사업비는?", comment=typed)
        page = (await http.get('/feedback?x="><script>', headers=STAFF | PAGE)).text
    assert "&lt;script&gt;" in page
    assert not re.search(r"<script", page)
    assert "<img" not in re.sub(r'<img src="/assets/[0-9a-f]{12}/favicon[^>]*>', "", page)
    # The quote of a document may hold what a reader would not see; in a form's field it is as is.
    outside = re.sub(r"<textarea.*?</textarea>|value=\"[^\"]*\"", "", page, flags=re.S)
    assert "\u202e" not in outside
    assert not re.search(r"<[^>]*\sonerror=[^>]*>", re.sub(r'"[^"]*"', '""', page))


# What they do

WHOLE = {
    "decision": "accepted",
    "kind": "project",
    "expected": ["690억|69,000백만", "총사업비"],
    "source": "",
    "evidence": FACT_QUOTE,
}


async def source_of(http: httpx.AsyncClient) -> str:
    (row,) = (await http.get("/feedback", headers=STAFF)).json()["rows"]
    source: str = row["citations"][0]["source"]
    return source


async def test_what_staff_accept_is_a_row_that_the_evaluation_asks(
    app: Starlette, tmp_path: Path
) -> None:
    async with client(app) as http:
        feedback_id = await put(http)
        empty = await http.get("/feedback/export.jsonl", headers=STAFF)
        assert empty.content == b""
        source = await source_of(http)
        review = WHOLE | {"source": source}
        done = await http.post(f"/feedback/{feedback_id}/review", json=review, headers=STAFF)
        assert done.status_code == 204
        exported = await http.get("/feedback/export.jsonl", headers=STAFF)
    assert exported.headers["content-type"].startswith("application/x-ndjson")
    path = tmp_path / "feedback_qa.jsonl"
    path.write_bytes(exported.content)
    (case,) = read_cases(path)
    assert case.id == f"fb-{feedback_id}"
    assert case.question.text == QUESTION
    assert case.wanted == (("690억", "69,000백만"), ("총사업비",))
    assert case.kind == "project"
    assert case.category == ""
    assert case.evidence[0].text == FACT_QUOTE
    assert case.evidence[0].sources == (Path(source).name,)


async def test_the_form_of_the_page_does_the_same(box: FeedbackBox, app: Starlette) -> None:
    async with client(app) as http:
        feedback_id = await put(http)
        source = await source_of(http)
        form = {
            "form_secret": await log_in(http),
            "decision": "accepted",
            "kind": "other_year",
            "expected": "2021년\r\n\r\n보령",
            "statuses": ["corrected", "not_found"],
            "source": source,
            "evidence": FACT_QUOTE,
            "note": "2022년만 있음",
        }
        address = f"/feedback/{feedback_id}/review?decision=pending"
        done = await http.post(address, data=form, headers=PAGE)
        assert done.status_code == 303
        assert done.headers["location"] == f"/feedback?decision=pending#f-{feedback_id}"
        (row,) = (await http.get("/feedback/export.jsonl")).text.splitlines()
        page = (await http.get("/feedback", headers=PAGE)).text
    assert json.loads(row) == {
        "id": f"fb-{feedback_id}",
        "question": QUESTION,
        "must_contain": ["2021년", "보령"],
        "doc": Path(source).name,
        "evidence": FACT_QUOTE,
        "category": "other_year",
        "answerable": False,
        "status": "corrected|not_found",
        "why": "2022년만 있음",
    }
    assert "<option selected>other_year</option>" in page
    assert page.count(" checked>") == 2
    assert box.store.count(Decision.ACCEPTED) == 1


async def test_the_number_of_an_office_may_be_the_right_answer(
    box: FeedbackBox, app: Starlette
) -> None:
    async with client(app) as http:
        feedback_id = await put(http)
        review = WHOLE | {"source": await source_of(http), "expected": ["041-930-1234"]}
        await http.post(
            f"/feedback/{feedback_id}/review",
            json=review | {"kind": "contact", "note": "010-1234-5678"},
            headers=STAFF,
        )
    (kept,) = box.store.search(Search())
    assert kept.review.expected == ("041-930-1234",)
    assert kept.review.note == "[가림: 전화번호]"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"decision": "maybe"}, "unknown_choice"),
        ({"kind": ""}, "empty_text"),
        ({"kind": "poem"}, "unknown_value"),
        ({"expected": []}, "empty_text"),
        ({"expected": "690"}, "not_a_list"),
        ({"expected": ["a"] * 21}, "too_many_items"),
        ({"expected": [7]}, "not_text"),
        ({"evidence": ""}, "empty_text"),
        ({"evidence": "여기에 없는 말"}, "evidence_not_found"),
        ({"source": ""}, "empty_text"),
        ({"source": "nowhere.txt"}, "evidence_not_found"),
        ({"kind": "other_city", "evidence": ""}, "empty_text"),
        ({"kind": "other_city", "statuses": ["answered"]}, "empty_text"),
        ({"kind": "other_city", "statuses": ["perhaps"]}, "unknown_choice"),
        ({"note": "a\u202eb"}, "hidden_characters"),
    ],
)
async def test_a_row_that_could_not_be_judged_is_not_accepted(
    box: FeedbackBox, app: Starlette, changed: dict[str, Any], code: str
) -> None:
    async with client(app) as http:
        feedback_id = await put(http)
        review = WHOLE | {"source": await source_of(http)} | changed
        response = await http.post(f"/feedback/{feedback_id}/review", json=review, headers=STAFF)
    assert_is_an_error(response, 422, code)
    assert box.store.count(Decision.ACCEPTED) == 0


async def test_a_rejected_row_needs_no_more_and_can_be_taken_up_again(
    box: FeedbackBox, app: Starlette
) -> None:
    async with client(app) as http:
        address = f"/feedback/{await put(http)}/review"
        for decision in ("rejected", "pending"):
            done = await http.post(address, json={"decision": decision}, headers=STAFF)
            assert done.status_code == 204
            assert box.store.count(Decision(decision)) == 1
