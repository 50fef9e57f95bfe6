"""GraphiQL, for those who prefer it: served only once its published files have been put in place.

    npm install --prefix FOLDER graphiql@3.8.3 react@18.2.0 react-dom@18.2.0
    python -m graphql_api graphiql FOLDER [DATA]

copies the four files (MIT, Meta and the GraphQL Foundation) out of the packages into
DATA/graphiql, each only where its SHA-256 is the one below; the program then serves them at
/graphql/graphiql. Nothing of them is part of this project, and nothing comes from a CDN.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

import corpus
from graphql_api.explorer import PAGE_HEADERS, WEB

FOLDER = "graphiql"
ADDRESS = "/graphql/graphiql"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A file of an npm package: where it lies in the package's folder, and its SHA-256."""

    path: str
    sha256: str

    @property
    def name(self) -> str:
        """The name that it is served by."""
        return Path(self.path).name


FILES = (
    Published(
        path="react/umd/react.production.min.js",
        sha256="4b4969fa4ef3594324da2c6d78ce8766fbbc2fd121fff395aedf997db0a99a06",
    ),
    Published(
        path="react-dom/umd/react-dom.production.min.js",
        sha256="21758ed084cd0e37e735722ee4f3957ea960628a29dfa6c3ce1a1d47a2d6e4f7",
    ),
    Published(
        path="graphiql/graphiql.min.js",
        sha256="22faab94067b695e5f7959619fbe686ebcc8955002a0c97d986bcbba4ad4bc2c",
    ),
    Published(
        path="graphiql/graphiql.min.css",
        sha256="b1868247f8e0502cd869e581f5f3cb55b334862e7f51b1d6cbace11059b9adc2",
    ),
)

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        # Its editor writes style elements, which our own pages do without.
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)


class GraphiqlError(corpus.SijeongError):
    """Files of GraphiQL that are missing or are not the published ones."""


def install(packages: Path, data: Path) -> Path:
    """Copy the published files out of `packages` (an npm folder) into the data folder.

    Gives the folder that they are served from. Raises GraphiqlError, and copies nothing, where one
    is missing or is another than was published.
    """
    contents = {}
    for one in FILES:
        source = packages / "node_modules" / one.path
        try:
            contents[one.name] = source.read_bytes()
        except OSError as error:
            raise GraphiqlError(
                "graphiql_missing",
                f"{source}이(가) 없습니다. npm install로 먼저 설치하십시오.",
                f"There is no {source}; install the packages with npm first.",
            ) from error
        if hashlib.sha256(contents[one.name]).hexdigest() != one.sha256:
            raise GraphiqlError(
                "graphiql_differs",
                f"{source}은(는) 알려진 판이 아닙니다(SHA-256이 다릅니다).",
                f"{source} is not the published file (its SHA-256 differs).",
            )
    folder = data / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return folder


def graphiql_routes(folder: Path | None) -> list[BaseRoute]:
    """The page and its files; none where they have not been put in place whole."""
    if folder is None or not all((folder / one.name).is_file() for one in FILES):
        return []
    page = (WEB / "graphiql.html").read_bytes()
    headers = {**PAGE_HEADERS, "Content-Security-Policy": CONTENT_SECURITY_POLICY}

    async def graphiql(request: object) -> Response:
        return Response(page, media_type="text/html; charset=utf-8", headers=headers)

    return [
        Route(ADDRESS, graphiql),
        Mount(f"{ADDRESS}/files", StaticFiles(directory=folder), name="graphiql-files"),
    ]
