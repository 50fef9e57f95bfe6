"""Start the program: read the settings, open a snapshot, and serve both faces.

`python serve.py` or `uvicorn --factory serve:create_app`. This is the only file that reads the
environment, chooses the model and knows both faces.
"""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

import assistant
import corpus
import graphql_api
import index
from assistant import about

ENVIRONMENT_PREFIX = "SIJEONG_"
EXIT_UNUSABLE = 2
"""Exit status for settings or documents that somebody has to mend; argparse uses the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting with its default and what it is for.

    Each has an environment variable, `SIJEONG_` and its name in capitals; those that people
    change by hand have a flag too, and the flag wins.
    """

    corpus: tuple[Path, ...] = field(
        default=(corpus.LIBRARY,),
        metadata=about(
            "folders of documents; in the environment separated as in PATH", flag="FOLDER"
        ),
    )
    data: Path = field(
        default=Path("var"),
        metadata=about("folder for built snapshots and models", flag="FOLDER"),
    )
    host: str = field(default="127.0.0.1", metadata=about("address to listen on", flag="ADDRESS"))
    port: int = field(default=8000, metadata=about("port to listen on", flag="NUMBER", most=65_535))
    model: str = field(
        default=index.DEFAULT_MODEL,
        metadata=about("embedding model: a name or a folder", flag="NAME_OR_FOLDER"),
    )
    reranker: str = field(
        default="",
        metadata=about(
            "cross-encoder that orders the best 30 passages anew: a name or a folder",
            flag="NAME_OR_FOLDER",
        ),
    )
    language_model: str = field(
        default="",
        metadata=about("name of a language model that may word answers, each sentence proved"),
    )
    language_model_address: str = field(
        default="",
        metadata=about("where it is: an OpenAI-compatible address that ends in /v1"),
    )
    language_model_key: str = field(
        default="", repr=False, metadata=about("key for that address, where it wants one")
    )
    language_model_seconds: int = field(
        default=20,
        metadata=about("longest wait for its words; then the default ones are used"),
    )
    language_model_answer_tokens: int = field(
        default=assistant.PurseOptions().per_answer,
        metadata=about("most tokens for one answer, a byte counted as one until it is known"),
    )
    language_model_daily_tokens: int = field(
        default=assistant.PurseOptions().per_day,
        metadata=about("most tokens in a day (UTC), kept over restarts"),
    )
    max_question_characters: int = field(
        default=1000, metadata=about("longest question that is taken")
    )
    workers: int = field(
        default=os.cpu_count() or 1, metadata=about("questions answered at the same time")
    )
    waiting: int = field(
        default=32,
        metadata=about("questions that may wait; one more is told to come back"),
    )
    allowance: int = field(
        default=graphql_api.AllowanceOptions().per_second,
        metadata=about("cost of queries a second that each address has (this machine is free)"),
    )
    reading: int = field(
        default=assistant.ReadingOptions().per_second,
        metadata=about(
            "pages of search, documents and comparison a second that each address has (this"
            " machine is free)"
        ),
    )
    mask_officials: bool = field(
        default=False,
        metadata=about("leave of an official's name its first syllable, everywhere"),
    )
    log_questions: bool = field(default=False, metadata=about("write questions to the log"))
    feedback: str = field(
        default="",
        metadata=about(
            "folder that keeps what citizens say of answers; without one none is taken",
            flag="FOLDER",
        ),
    )
    feedback_days: int = field(
        default=assistant.FEEDBACK_DAYS,
        metadata=about("days after which feedback is deleted", most=3_650),
    )
    staff_token: str = field(
        default="",
        repr=False,
        metadata=about(
            f"secret of {assistant.LEAST_TOKEN_CHARACTERS} characters or more that opens /feedback"
            " to staff; closed without one"
        ),
    )
    open_metrics: bool = field(
        default=False, metadata=about("give /metrics to other machines too, not to this one alone")
    )
    widgets: str = field(
        default="",
        metadata=about(
            "file of widgets: who may embed the chat; without one only our own pages do",
            flag="FILE",
        ),
    )
    widget_secret: str = field(
        default="",
        repr=False,
        metadata=about(
            "secret of 32 characters or more that signs visitor tokens, the same on every server"
            " behind one address; without one each makes its own in the data folder"
        ),
    )
    mcp_hosts: str = field(
        default="",
        metadata=about("names that /mcp answers to, with commas, `:*` for any port; else any"),
    )
    log_json: bool = field(default=True, metadata=about("log JSON lines; false: coloured text"))
    trusted_proxies: str = field(
        default="",
        metadata=about("addresses whose X-Forwarded headers are believed, with commas"),
    )
    shutdown_seconds: int = field(
        default=10, metadata=about("how long requests may take to finish at shutdown")
    )


def read_settings(arguments: Sequence[str], environment: Mapping[str, str]) -> Settings:
    """Settings from flags, else the environment, else their defaults; raises SettingsError."""
    return assistant.read_declared(
        Settings,
        arguments,
        environment,
        prefix=ENVIRONMENT_PREFIX,
        program="serve.py",
        description="시정 Sijeong: ask a city what it plans.",
    )


def open_writer(settings: Settings) -> assistant.Writer | None:
    """What words answers with a language model, where one is configured; LanguageModelError."""
    if not settings.language_model:
        return None
    return assistant.open_writer(
        assistant.LanguageModelOptions(
            name=settings.language_model,
            address=settings.language_model_address,
            key=settings.language_model_key,
            seconds=settings.language_model_seconds,
        ),
        assistant.PurseOptions(
            per_answer=settings.language_model_answer_tokens,
            per_day=settings.language_model_daily_tokens,
        ),
        settings.data / "language_model_tokens.json",
    )


def open_everything(settings: Settings, writer: assistant.Writer | None = None) -> assistant.Opened:
    """Load the model and the word analyser, read the documents, open or build their snapshot.

    Loading and reading share no data, so they go side by side: ready comes when the slower is done.
    """
    with ThreadPoolExecutor(max_workers=1) as pool:
        loading = pool.submit(_load_models, settings)
        options = corpus.ReadOptions(mask_officials=settings.mask_officials)
        content = corpus.read_folders(settings.corpus, options)
        embedder, reranker = loading.result()
    snapshot = index.ensure_snapshot(
        content,
        settings.data,
        embedder=embedder,
        reranker=reranker,
        progress=index.ProgressBars(),
    )
    return assistant.Opened(
        snapshot=snapshot,
        assistant=assistant.Assistant(writer=writer),
        guide=assistant.Assistant() if writer else None,
    )


def _load_models(settings: Settings) -> tuple[index.Embedder, index.Reranker | None]:
    embedder = index.load_embedder(settings.model, settings.data)
    index.warm_up(embedder)
    reranker = index.load_reranker(settings.reranker) if settings.reranker else None
    if reranker:
        reranker.load()
    return embedder, reranker


def create_app(
    settings: Settings | None = None,
    *,
    opener: Callable[[Settings], assistant.Opened] | None = None,
    on_failure: Callable[[corpus.SijeongError], None] = lambda error: None,
) -> Starlette:
    """The application; without `settings` they are read from the environment.

    `on_failure` hears of an error that keeps the first snapshot from being opened. SIGHUP opens
    the corpus anew and swaps the new snapshot in between requests. Raises LanguageModelError for
    a language model that cannot be used as it is configured, FeedbackError where feedback cannot be
    kept as the settings say, WidgetError for widgets that cannot be served as they are configured.
    """
    settings = settings or read_settings((), os.environ)
    opener = opener or partial(open_everything, writer=open_writer(settings))
    service = assistant.Service(partial(opener, settings), on_failure=on_failure)
    pages = assistant.Pages()
    refusals = assistant.Refusals(pages)
    options = assistant.RouteOptions(
        intake=assistant.IntakeOptions(max_question_characters=settings.max_question_characters),
        desk=assistant.DeskOptions(
            workers=settings.workers,
            waiting=settings.waiting,
            log_questions=settings.log_questions,
        ),
    )
    feedback = assistant.open_feedback(
        settings.feedback, kept_days=settings.feedback_days, staff_token=settings.staff_token
    )
    widgets = assistant.open_widgets(
        settings.widgets, data=settings.data, secret=settings.widget_secret
    )
    cross_origin, gate = widgets.middleware(refusals)
    allowance = graphql_api.AllowanceOptions(per_second=settings.allowance)
    asking = assistant.open_asking(service, service, options=options, feedback=feedback)
    traffic = graphql_api.Traffic()
    shortcut = graphql_api.Shortcut(
        headers=assistant.SECURITY_HEADERS,
        accepted_id=assistant.accepted_id,
        note=traffic.noted(assistant.note_request),
    )
    metrics = graphql_api.Metrics(
        service,
        traffic,
        graphql_api.MetricsOptions(is_open=settings.open_metrics),
        asking=asking.counts,
    )

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        service.start()
        if feedback:
            feedback.start()
        try:
            with service.reopening_on_hangup():
                yield
        finally:
            service.close()
            if feedback:
                feedback.close()

    async def healthz(request: Request) -> JSONResponse:
        return JSONResponse({"status": "ok"})

    def readyz(request: Request) -> JSONResponse:
        with service.lease() as snapshot:
            return JSONResponse(
                {"status": "ready", "snapshot": snapshot.manifest.snapshot_id},
                headers={"cache-control": "no-store"},
            )

    app = Starlette(
        routes=[
            Route("/healthz", healthz),
            Route("/readyz", readyz),
            *graphql_api.routes(
                service,
                asker=asking,
                metrics=metrics,
                data=settings.data,
                allowance=allowance,
                agents=graphql_api.AgentOptions(hosts=graphql_api.hosts_named(settings.mcp_hosts)),
                shortcut=shortcut,
            ),
            *assistant.routes(
                service,
                asking,
                pages=pages,
                welcome=lambda: service.welcome,
                guide=lambda: service.guide,
                feedback=feedback,
                options=options,
            ),
            *assistant.widget_routes(widgets, pages, welcome=lambda: service.welcome),
        ],
        middleware=[
            Middleware(graphql_api.Measured, traffic=traffic),
            Middleware(assistant.SecurityHeaders),
            cross_origin,
            Middleware(assistant.RequestLog, failure=refusals.failed),
            gate,
            Middleware(
                assistant.Readers,
                refusals=refusals,
                options=assistant.ReadingOptions(per_second=settings.reading),
            ),
        ],
        exception_handlers=refusals.handlers,
        lifespan=lifespan,
    )
    app.state.shortcut = shortcut
    return app


def server_of(app: Starlette, settings: Settings) -> uvicorn.Server:
    """The web server for an application of `create_app`."""
    return uvicorn.Server(
        uvicorn.Config(
            app,
            host=settings.host,
            port=settings.port,
            loop="uvloop",
            http=graphql_api.protocol_with(app.state.shortcut),
            ws="websockets-sansio",
            ws_max_size=graphql_api.SocketOptions().message_characters,
            # A compressed message can unfold to a thousand times its size.
            ws_per_message_deflate=False,
            lifespan="on",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=bool(settings.trusted_proxies),
            forwarded_allow_ips=settings.trusted_proxies,
            timeout_graceful_shutdown=settings.shutdown_seconds,
        )
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until told to stop; the exit status."""
    failures: list[corpus.SijeongError] = []

    def give_up(error: corpus.SijeongError) -> None:
        failures.append(error)
        server.should_exit = True

    try:
        settings = read_settings(sys.argv[1:] if arguments is None else arguments, os.environ)
        app = create_app(settings, on_failure=give_up)
    except (
        assistant.SettingsError,
        assistant.FeedbackError,
        assistant.LanguageModelError,
        assistant.WidgetError,
    ) as error:
        return _say(error)
    assistant.configure_logs(as_json=settings.log_json)
    server = server_of(app, settings)
    server.run()
    return _say(failures[0]) if failures else 0


def _say(error: corpus.SijeongError) -> int:
    print(f"{error.message_ko}\n{error.message_en}", file=sys.stderr)
    return EXIT_UNUSABLE


if __name__ == "__main__":
    sys.exit(main())
