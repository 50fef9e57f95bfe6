"""What staff delete, one row or several, is gone for good, and nothing else is."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette

from assistant.feedback import FeedbackBox
from assistant.feedback.store import Search
from tests.assistant.face import PAGE, assert_is_an_error, client
from tests.assistant.feedback.conftest import STAFF
from tests.assistant.feedback.test_office import log_in, put


async def test_staff_delete_a_row_for_good(box: FeedbackBox, app: Starlette) -> None:
    async with client(app) as http:
        first, second = await put(http), await put(http)
        assert (await http.delete(f"/feedback/{first}", headers=STAFF)).status_code == 204
        gone = await http.delete(f"/feedback/{first}", headers=STAFF)
        assert_is_an_error(gone, 404, "feedback_not_found")
        late = await http.post(
            f"/feedback/{first}/review", json={"decision": "rejected"}, headers=STAFF
        )
        assert_is_an_error(late, 404, "feedback_not_found")
        secret = await log_in(http)
        done = await http.post(
            f"/feedback/{second}/delete", data={"form_secret": secret}, headers=PAGE
        )
        assert done.headers["location"] == "/feedback"
    assert box.store.count() == 0


async def test_staff_delete_several_rows_at_once(box: FeedbackBox, app: Starlette) -> None:
    async with client(app) as http:
        ids = [await put(http) for _ in range(5)]
        content = {"ids": [*ids[:2], ids[0], "0" * 16]}
        done = await http.post("/feedback/delete", json=content, headers=STAFF)
        assert (done.status_code, done.json()) == (200, {"deleted": 2})
        again = await http.post("/feedback/delete", json=content, headers=STAFF)
        assert again.json() == {"deleted": 0}
        form = {"form_secret": await log_in(http), "ids": ids[2:4]}
        page = await http.post("/feedback/delete?lang=en", data=form, headers=PAGE)
        assert (page.status_code, page.headers["location"]) == (303, "/feedback?lang=en")
    assert [row.id for row in box.store.search(Search())] == ids[4:]


@pytest.mark.parametrize(
    ("ids", "code"),
    [
        (None, "empty_text"),
        ([], "empty_text"),
        ("0" * 16, "not_a_list"),
        ([7], "not_text"),
        ([str(number) for number in range(501)], "too_many_items"),
    ],
)
async def test_what_names_no_rows_deletes_none(
    box: FeedbackBox, app: Starlette, ids: object, code: str
) -> None:
    async with client(app) as http:
        await put(http)
        response = await http.post("/feedback/delete", json={"ids": ids}, headers=STAFF)
    assert_is_an_error(response, 422, code)
    assert box.store.count() == 1
