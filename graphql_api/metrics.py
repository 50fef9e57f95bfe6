"""`/metrics`: what whoever runs the program watches, in the text format of Prometheus.

Numbers alone: no question, no address of a caller, no document named in a request. Every label is a
word of this program (a route, a status, a code of ours), so the number of series is bounded. Names
and units follow prometheus.io/docs/practices/naming. Only this machine is served unless a setting
opens the page: it says how busy a server is, which is nobody else's business.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from anyio import to_thread
from prometheus_client import CollectorRegistry, Metric, ProcessCollector
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    InfoMetricFamily,
)
from prometheus_client.exposition import choose_encoder
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

import corpus
import index
from graphql_api.allowance import Allowances
from graphql_api.answers import AnswerCounts
from graphql_api.asking import AskingCounts
from graphql_api.errors import ForbiddenError
from graphql_api.loaders import Lender
from graphql_api.responses import error_response
from graphql_api.running import Running
from graphql_api.traffic import Traffic

ADDRESS = "/metrics"


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricsOptions:
    """`is_open`: whether other machines may read the numbers too, and not this one alone."""

    is_open: bool = False


class Metrics(Collector):
    """The numbers of both faces; what is not handed in is not told."""

    def __init__(
        self,
        holder: Lender,
        traffic: Traffic,
        options: MetricsOptions | None = None,
        *,
        asking: Callable[[], AskingCounts] | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._holder = holder
        self._traffic = traffic
        self._options = options or MetricsOptions()
        self._asking = asking
        self._clock = clock
        self._running: Running | None = None
        self._answers: Callable[[], AnswerCounts] | None = None
        self._registry = CollectorRegistry()
        self._registry.register(self)
        ProcessCollector(registry=self._registry)

    def watch(self, running: Running, answers: Callable[[], AnswerCounts]) -> None:
        """Tell of this GraphQL from now on."""
        self._running = running
        self._answers = answers

    def route(self) -> Route:
        """The address that a Prometheus server reads."""

        async def metrics(request: Request) -> Response:
            if not self._options.is_open and index.caller_of(request) is not None:
                return error_response(
                    ForbiddenError(
                        "metrics_closed",
                        "이 주소는 서버 자신에게만 열려 있습니다. 운영자는"
                        " SIJEONG_OPEN_METRICS로 열 수 있습니다.",
                        "This address is open to the server itself only; its operator can open it"
                        " with SIJEONG_OPEN_METRICS.",
                    ),
                    request,
                )
            encoder, media_type = choose_encoder(request.headers.get("accept", ""))
            body = await to_thread.run_sync(encoder, self._registry)
            headers = {"content-type": media_type, "cache-control": "no-store"}
            return Response(body, headers=headers)

        return Route(ADDRESS, metrics)

    def describe(self) -> list[Metric]:
        """Nothing: names are checked when they are collected, and a server may not be ready."""
        return []

    def collect(self) -> Iterator[Metric]:
        """Every number as it is now."""
        yield from _requests(self._traffic)
        yield from self._snapshot()
        if self._asking is not None:
            yield from _questions(self._asking())
        if self._running is not None and self._answers is not None:
            yield from _graphql(self._running, self._answers())
            yield from _allowances(self._running.allowances)

    def _snapshot(self) -> Iterator[Metric]:
        ready = GaugeMetricFamily("sijeong_ready", "1 while a snapshot is served, else 0")
        try:
            with self._holder.lease() as snapshot:
                manifest = snapshot.manifest
        except corpus.SijeongError:
            ready.add_metric([], 0)
            yield ready
            return
        ready.add_metric([], 1)
        yield ready
        yield InfoMetricFamily(
            "sijeong_snapshot",
            "The snapshot that is served",
            value={"id": manifest.snapshot_id, "model": manifest.model_name},
        )
        built = manifest.built_at.timestamp()
        yield GaugeMetricFamily(
            "sijeong_snapshot_built_timestamp_seconds", "When it was built", value=built
        )
        yield GaugeMetricFamily(
            "sijeong_snapshot_age_seconds", "How old it is", value=max(0.0, self._clock() - built)
        )
        yield _gauges("sijeong_snapshot_records", "How much it holds", "table", manifest.counts)


def _requests(traffic: Traffic) -> Iterator[Metric]:
    found = traffic.kinds()
    labels = ["route", "method", "status"]
    durations = HistogramMetricFamily(
        "sijeong_http_request_duration_seconds",
        "Time until an answer was sent, by route, method and class of status",
        labels=labels,
    )
    bounds = [*map(str, traffic.options.buckets), "+Inf"]
    for kind, one in found.items():
        durations.add_metric(
            [kind.route, kind.method, kind.status],
            buckets=list(zip(bounds, accumulate(one.counts), strict=True)),
            sum_value=one.seconds,
        )
    requests = CounterMetricFamily(
        "sijeong_http_requests", "Requests that were answered", labels=labels
    )
    for kind, one in found.items():
        requests.add_metric([kind.route, kind.method, kind.status], sum(one.counts))
    yield requests
    yield durations
    yield GaugeMetricFamily(
        "sijeong_websockets_open", "WebSockets that are open", value=traffic.sockets
    )


def _questions(counts: AskingCounts) -> Iterator[Metric]:
    yield _counters(
        "sijeong_questions",
        "Questions answered, by the status of the answer",
        "status",
        counts.answered,
    )
    yield CounterMetricFamily(
        "sijeong_questions_turned_away",
        "Questions refused because too many waited",
        value=counts.turned_away,
    )
    yield CounterMetricFamily(
        "sijeong_questions_failed",
        "Questions that an error kept from an answer",
        value=counts.failed,
    )
    yield GaugeMetricFamily(
        "sijeong_questions_working", "Questions being answered now", value=counts.working
    )
    yield GaugeMetricFamily(
        "sijeong_questions_waiting", "Questions waiting for their turn", value=counts.waiting
    )


def _graphql(running: Running, answers: AnswerCounts) -> Iterator[Metric]:
    yield _counters(
        "sijeong_graphql_operations",
        "Operations executed: by a plan or by graphql-core; those out of the cache are its hits",
        "by",
        running.executed.counts(),
    )
    yield _counters(
        "sijeong_graphql_errors", "Errors told to callers, by code", "code", running.errors.counts()
    )
    documents = running.schema.guard.remembered()
    yield _counters(
        "sijeong_graphql_cache_hits",
        "What a cache had",
        "cache",
        {"answers": answers.hits, "documents": documents.hits},
    )
    yield _counters(
        "sijeong_graphql_cache_misses",
        "What a cache had not",
        "cache",
        {"answers": answers.misses, "documents": documents.misses},
    )
    entries = {"answers": answers.entries, "documents": documents.entries}
    if running.compiled is not None:
        plans = running.compiled.counts()
        entries["plans"] = plans.plans
        yield CounterMetricFamily(
            "sijeong_graphql_plans_made", "Operations that a plan was made for", value=plans.made
        )
    yield _gauges("sijeong_graphql_cache_entries", "What a cache holds", "cache", entries)
    yield GaugeMetricFamily(
        "sijeong_graphql_answers_bytes", "Bytes of whole answers that are kept", value=answers.bytes
    )
    yield CounterMetricFamily(
        "sijeong_graphql_answers_evicted", "Whole answers that made room", value=answers.evicted
    )


def _allowances(allowances: Allowances) -> Iterator[Metric]:
    yield CounterMetricFamily(
        "sijeong_allowance_refusals",
        "GraphQL requests beyond their caller's allowance",
        value=allowances.refusals,
    )
    yield GaugeMetricFamily(
        "sijeong_allowance_callers",
        "Callers whose allowance is remembered",
        value=allowances.callers,
    )


def _counters(name: str, text: str, label: str, counts: Mapping[str, int]) -> Metric:
    family = CounterMetricFamily(name, text, labels=[label])
    for value, count in sorted(counts.items()):
        family.add_metric([value], count)
    return family


def _gauges(name: str, text: str, label: str, counts: Mapping[str, int]) -> Metric:
    family = GaugeMetricFamily(name, text, labels=[label])
    for value, count in sorted(counts.items()):
        family.add_metric([value], count)
    return family
