"""The ASGI application behind `/data/NAME`: files of a snapshot, whole, in part or compressed."""

from __future__ import annotations

import re
from collections.abc import Mapping

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.types import Receive, Scope, Send

import corpus
import index
from graphql_api.dumps import FILE_FORMAT, DataFile
from graphql_api.errors import (
    MethodNotAllowedError,
    NotFoundError,
    RangeError,
    UnavailableError,
)
from graphql_api.loaders import Lender
from graphql_api.media import accepts_gzip
from graphql_api.responses import READING, entity_tag, error_response, is_known
from graphql_api.storeroom import Stored, Storeroom

KEPT = {"Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
"""Keep the file, but ask each time: the same snapshot answers 304."""

ANYONE = {
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
}
"""Public data without cookies: pages elsewhere may show it (`origins.py` lets them read it)."""

_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)


class Downloads:
    """Gives the files by name; `limiter` bounds how many are made at the same time."""

    def __init__(
        self,
        holder: Lender,
        files: Mapping[str, DataFile],
        room: Storeroom,
        limiter: CapacityLimiter,
    ) -> None:
        self.holder = holder
        self.files = files
        self.room = room
        self.limiter = limiter
        self.waiting = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request."""
        request = Request(scope, receive)
        try:
            response, scope = await self._answer(request, scope)
        except corpus.SijeongError as error:
            response = error_response(error, request)
            if isinstance(error, MethodNotAllowedError):
                response.headers["Allow"] = ", ".join(READING)
        await response(scope, receive, send)

    async def _answer(self, request: Request, scope: Scope) -> tuple[Response, Scope]:
        if request.method not in READING:
            raise MethodNotAllowedError("method_not_allowed", "GET으로 요청하십시오.", "Use GET.")
        file = self.files.get(request.path_params["name"])
        if file is None:
            raise NotFoundError(
                "no_such_file",
                "그런 파일이 없습니다. /data/checksums.txt에 있는 이름을 쓰십시오.",
                "There is no such file; /data/checksums.txt lists the names.",
            )
        part = _part(request)
        is_gzip = (
            part is None
            and not file.is_packed
            and accepts_gzip(request.headers.get("accept-encoding"))
        )
        with self.holder.lease() as snapshot:
            headers = (
                KEPT
                | ANYONE
                | {
                    "ETag": entity_tag(
                        snapshot.manifest.snapshot_id, file.name, FILE_FORMAT, is_gzip
                    ),
                    "Content-Disposition": f'inline; filename="{file.name}"',
                }
            )
            if is_known(request, headers["ETag"]):
                return Response(status_code=304, headers=headers), scope
            # What lies there already does not wait for what is being made.
            stored = self.room.known(snapshot, file.name, is_packed=is_gzip)
            if stored is None:
                stored = await self._made(file, snapshot, is_gzip)
        if is_gzip:
            headers["Content-Encoding"] = "gzip"
        if part is None:
            whole = [one for one in scope["headers"] if one[0] != b"range"]
            scope = dict(scope) | {"headers": whole}
        elif part[0] and int(part[0]) >= stored.size:
            raise RangeError(
                "range_not_satisfiable",
                f"파일은 {stored.size}바이트입니다.",
                f"The file has {stored.size} bytes.",
            )
        return FileResponse(stored.path, headers=headers, media_type=file.media_type), scope

    async def _made(self, file: DataFile, snapshot: index.Snapshot, is_gzip: bool) -> Stored:
        """The file, made in a thread; UnavailableError where enough wait for one already.

        The catalogue and the checksums are made from every dump, so the first who asks waits long.
        """
        if self.waiting >= self.room.options.waiting:
            raise UnavailableError(
                "dump_being_made",
                "파일을 만드는 중입니다. 잠시 뒤에 다시 요청하십시오.",
                "Files are being made; ask again in a moment.",
            )
        self.waiting += 1
        try:
            return await to_thread.run_sync(
                self._stored, file, snapshot, is_gzip, limiter=self.limiter
            )
        finally:
            self.waiting -= 1

    def _stored(self, file: DataFile, snapshot: index.Snapshot, is_gzip: bool) -> Stored:
        stored = file.stored(self.room, snapshot)
        return self.room.compressed(snapshot, file.name, stored) if is_gzip else stored


def _part(request: Request) -> tuple[str, str] | None:
    """The one stretch that a Range header names; anything else is passed over, as it may be."""
    found = _RANGE.fullmatch(request.headers.get("range", ""))
    if found is None:
        return None
    first, last = found.groups()
    is_sound = bool(first or last) and not (first and last and int(last) < int(first))
    return (first, last) if is_sound and (first or int(last)) else None
