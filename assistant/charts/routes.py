"""HTTP for charts: the figures of each as CSV, and the chart as JSON that can be drawn as it is."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

import index
from assistant.charts.choice import ChartOptions, chart_of_ids
from assistant.charts.rows import ADDRESS, chart_row
from assistant.charts.sheets import chart_csv
from assistant.charts.types import Chart, ChartKind
from assistant.pages import language_of
from assistant.problems import RequestError

CACHE = "no-cache"
"""A chart lasts as long as its snapshot, which an address does not name."""


class Holder(Protocol):
    """What lends the current snapshot."""

    def lease(self) -> AbstractContextManager[index.Snapshot]:
        """The snapshot for as long as the context lasts."""


def chart_routes(holder: Holder, options: ChartOptions | None = None) -> list[BaseRoute]:
    """`GET /charts/KIND.csv?of=ID…` and `GET /charts/KIND.json?of=ID…`."""
    charts = _Charts(holder, options or ChartOptions())
    return [
        Route(f"{ADDRESS}/{{kind}}.csv", charts.csv),
        Route(f"{ADDRESS}/{{kind}}.json", charts.json),
    ]


class _Charts:
    """The endpoints; they are synchronous, so Starlette runs each on a worker thread."""

    def __init__(self, holder: Holder, options: ChartOptions) -> None:
        self._holder = holder
        self._options = options

    def csv(self, request: Request) -> Response:
        """The figures as a file that a spreadsheet opens."""
        chart = self._chart(request)
        return Response(
            chart_csv(chart),
            media_type="text/csv; charset=utf-8",
            headers={
                "cache-control": CACHE,
                "content-disposition": f'attachment; filename="{chart.kind.value}.csv"',
            },
        )

    def json(self, request: Request) -> Response:
        """The chart as `chart_row` gives it, in the reader's language."""
        row = chart_row(self._chart(request), language_of(request))
        return Response(
            orjson.dumps(row),
            media_type="application/json",
            headers={"cache-control": CACHE, "vary": "Accept-Language"},
        )

    def _chart(self, request: Request) -> Chart:
        name = request.path_params["kind"]
        if name not in set(ChartKind):
            raise RequestError("chart_not_found")
        ids = tuple(dict.fromkeys(request.query_params.getlist("of")))
        with self._holder.lease() as snapshot:
            return chart_of_ids(snapshot, ChartKind(name), ids, self._options)
