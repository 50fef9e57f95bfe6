"""HTTP for feedback: citizens send it, staff read, review, export and delete it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

import index
from assistant.desk import Holder
from assistant.feedback.access import PATH, Visit
from assistant.feedback.box import FeedbackBox
from assistant.feedback.intake import check_ids, check_review, choice
from assistant.feedback.rows import (
    CATEGORIES,
    DECLINING,
    KINDS,
    evaluation_rows,
    lines,
    staff_row,
)
from assistant.feedback.store import Search
from assistant.feedback.types import Decision, Reason, Review, Verdict
from assistant.intake import IntakeOptions, is_json, read_form, read_json
from assistant.pages import Pages
from assistant.problems import RequestError
from assistant.refusals import wants_page
from assistant.wire import encode

_NO_STORE = {"cache-control": "no-store", "vary": "Accept, Authorization, Cookie"}
_BLANK = re.compile(r"\s+")
_ORDER = re.compile(r"[0-9]{1,18}", re.ASCII)


def feedback_routes(
    box: FeedbackBox | None, holder: Holder, pages: Pages, intake: IntakeOptions
) -> list[BaseRoute]:
    """The routes for feedback; without a box each of them says that it is not taken here."""
    if box is None:
        return [
            Route("/api/feedback", _off, methods=["POST"]),
            Route(PATH, _off),
            Route(PATH + "/{rest:path}", _off, methods=["GET", "POST", "DELETE"]),
        ]
    letters = Letters(box, pages, intake)
    office = Office(box, holder, pages, intake)
    return [
        Route("/api/feedback", letters.send, methods=["POST"]),
        Route(PATH, office.page),
        Route(PATH + "/send", letters.send_form, methods=["POST"]),
        Route(PATH + "/login", office.log_in, methods=["POST"]),
        Route(PATH + "/logout", office.log_out, methods=["POST"]),
        Route(PATH + "/export.jsonl", office.export),
        Route(PATH + "/delete", office.delete_several, methods=["POST"]),
        Route(PATH + "/{feedback_id}", office.delete, methods=["DELETE"]),
        Route(PATH + "/{feedback_id}/delete", office.delete, methods=["POST"]),
        Route(PATH + "/{feedback_id}/review", office.review, methods=["POST"]),
    ]


async def _off(request: Request) -> Response:
    raise RequestError("feedback_off")


class Letters:
    """What citizens send, by program and script (`/api/feedback`) or by form."""

    def __init__(self, box: FeedbackBox, pages: Pages, intake: IntakeOptions) -> None:
        self._box = box
        self._pages = pages
        self._intake = intake

    async def send(self, request: Request) -> Response:
        """`POST /api/feedback`: 201 once it is on disk."""
        content = await read_json(request, self._intake)
        kept = await self._box.put(content, self._intake)
        return _json({"id": kept.id, "kept_days": self._box.kept_days}, status=201)

    async def send_form(self, request: Request) -> Response:
        """`POST /feedback/send`: the same from a page whose script does not run."""
        fields = await read_form(request, self._intake)
        try:
            content = orjson.loads(_first(fields, "given"))
        except orjson.JSONDecodeError:
            raise RequestError("invalid_form") from None
        if not isinstance(content, dict):
            raise RequestError("invalid_form")
        said = {name: _first(fields, name) for name in ("verdict", "reason", "comment")}
        await self._box.put({**content, **said}, self._intake)
        return self._pages.render(
            request, "feedback_thanks.html", headers=_NO_STORE, kept_days=self._box.kept_days
        )


class Office:
    """What staff see and do."""

    def __init__(
        self, box: FeedbackBox, holder: Holder, pages: Pages, intake: IntakeOptions
    ) -> None:
        self._box = box
        self._holder = holder
        self._pages = pages
        self._intake = intake

    async def page(self, request: Request) -> Response:
        """`GET /feedback`: the list, newest first, as a page or as JSON; for others the login."""
        try:
            visit = self._box.access.visit(request)
        except RequestError as error:
            if error.code == "staff_only" and wants_page(request):
                return self._login(request, error if "authorization" in request.headers else None)
            raise
        search = _search(request.query_params, self._box.options.page_size + 1)
        found = await self._box.at_work(lambda: self._box.store.search(search))
        counts = await self._box.at_work(
            lambda: {one.value: self._box.store.count(one) for one in Decision}
        )
        shown = found[: self._box.options.page_size]
        following = shown[-1].order if len(found) > len(shown) else None
        if not wants_page(request):
            rows = [staff_row(one) for one in shown]
            return _json({"rows": rows, "next": following, "counts": counts})
        return self._pages.render(
            request,
            "feedback.html",
            headers=_NO_STORE,
            found=shown,
            following=following,
            counts=counts,
            search=search,
            form_secret=visit.form_secret,
            session_hours=self._box.access.session_hours,
            verdicts=tuple(Verdict),
            reasons=tuple(Reason),
            decisions=tuple(Decision),
            kinds=KINDS,
            categories=CATEGORIES,
            declining=DECLINING,
            kept_days=self._box.kept_days,
            query=request.url.query,
        )

    async def log_in(self, request: Request) -> Response:
        """`POST /feedback/login`: the list for who knows the token, else the login again."""
        fields = await read_form(request, self._intake)
        response = RedirectResponse(_back(request), status_code=303, headers=_NO_STORE)
        try:
            self._box.access.log_in(_first(fields, "token"), request, response)
        except RequestError as error:
            if error.code == "staff_only" and wants_page(request):
                return self._login(request, error)
            raise
        return response

    async def log_out(self, request: Request) -> Response:
        """`POST /feedback/logout`."""
        visit = self._box.access.visit(request)
        await self._content(request, visit)
        response = RedirectResponse(_back(request), status_code=303, headers=_NO_STORE)
        self._box.access.log_out(request, response)
        return response

    async def export(self, request: Request) -> Response:
        """`GET /feedback/export.jsonl`: what was accepted, as rows of the evaluation."""
        self._box.access.visit(request)
        search = Search(decision=Decision.ACCEPTED)
        found = await self._box.at_work(lambda: self._box.store.search(search))
        return Response(
            lines(evaluation_rows(found)),
            media_type="application/x-ndjson",
            headers={
                **_NO_STORE,
                "content-disposition": 'attachment; filename="feedback_qa.jsonl"',
            },
        )

    async def review(self, request: Request) -> Response:
        """`POST /feedback/ID/review`: write down what staff decided, from JSON or the form."""
        visit = self._box.access.visit(request)
        content = await self._content(request, visit)
        review = check_review(content, self._box.options.form)
        if review.decision is Decision.ACCEPTED and review.evidence:
            await self._box.at_work(lambda: self._require_evidence(review))
        feedback_id = request.path_params["feedback_id"]
        is_there = await self._box.at_work(lambda: self._box.store.review(feedback_id, review))
        return self._done(request, is_there=is_there, anchor=f"#f-{feedback_id}")

    async def delete(self, request: Request) -> Response:
        """`DELETE /feedback/ID`, or `POST /feedback/ID/delete` from the page: gone for good."""
        visit = self._box.access.visit(request)
        if request.method == "DELETE" and visit.form_secret:
            # A browser's session deletes with the form, which carries the session's secret.
            raise RequestError("form_not_ours")
        if request.method == "POST":
            await self._content(request, visit)
        feedback_id = request.path_params["feedback_id"]
        is_there = await self._box.at_work(lambda: self._box.store.delete(feedback_id))
        return self._done(request, is_there=is_there > 0)

    async def delete_several(self, request: Request) -> Response:
        """`POST /feedback/delete` with `ids`: all of them gone for good; how many there were."""
        visit = self._box.access.visit(request)
        content = await self._content(request, visit)
        ids = check_ids(content, self._box.options.form)
        count = await self._box.at_work(lambda: self._box.store.delete(*ids))
        if wants_page(request):
            return RedirectResponse(_back(request), status_code=303, headers=_NO_STORE)
        return _json({"deleted": count})

    async def _content(self, request: Request, visit: Visit) -> dict[str, Any]:
        """The body of a change, proved to come from our own form where a browser sends it."""
        if is_json(request):
            content = await read_json(request, self._intake)
        else:
            fields = await read_form(request, self._intake)
            content = {name: values[0] for name, values in fields.items()}
            for name in ("statuses", "ids"):
                content[name] = fields.get(name, [])
            content["expected"] = [
                line for line in _first(fields, "expected").splitlines() if line.strip()
            ]
        self._box.access.check_form(visit, str(content.get("form_secret", "")))
        return content

    def _done(self, request: Request, *, is_there: bool, anchor: str = "") -> Response:
        if not is_there:
            raise RequestError("feedback_not_found")
        if wants_page(request):
            return RedirectResponse(_back(request) + anchor, status_code=303, headers=_NO_STORE)
        return Response(status_code=204, headers=_NO_STORE)

    def _require_evidence(self, review: Review) -> None:
        """RequestError where no document of the current snapshot has the evidence in it."""
        wanted = _BLANK.sub("", review.evidence)
        with self._holder.lease() as snapshot:
            for document in snapshot.documents(index.RecordRequest()):
                if PurePosixPath(document.source).name == PurePosixPath(review.source).name:
                    text = snapshot.text(document.id) or ""
                    if wanted in _BLANK.sub("", text):
                        return
        raise RequestError("evidence_not_found", field="evidence")

    def _login(self, request: Request, error: RequestError | None) -> Response:
        return self._pages.render(
            request,
            "feedback_login.html",
            status=401,
            headers={**_NO_STORE, "www-authenticate": "Bearer"},
            error=error,
            session_hours=self._box.access.session_hours,
            query=request.url.query,
        )


def _search(query: Mapping[str, str], limit: int) -> Search:
    before = query.get("before") or None
    if before is not None and not _ORDER.fullmatch(before):
        raise RequestError("unknown_value", field="before")
    verdict, reason, decision = (query.get(one) for one in ("verdict", "reason", "decision"))
    return Search(
        verdict=choice("verdict", verdict, Verdict) if verdict else None,
        reason=choice("reason", reason, Reason) if reason else None,
        decision=choice("decision", decision, Decision) if decision else None,
        before=int(before) if before else None,
        limit=limit,
    )


def _back(request: Request) -> str:
    """The list, narrowed and in the language as it was."""
    return PATH + (f"?{request.url.query}" if request.url.query else "")


def _first(fields: Mapping[str, Sequence[str]], name: str) -> str:
    return next(iter(fields.get(name, ())), "")


def _json(row: dict[str, Any], *, status: int = 200) -> Response:
    return Response(
        encode(row), status_code=status, media_type="application/json", headers=_NO_STORE
    )
