"""Start the program: read the settings, open a snapshot, and serve both faces.

`python serve.py` or `uvicorn --factory serve:create_app`. This is the only file that reads the
environment, chooses the model and knows both faces.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, fields
from functools import partial
from pathlib import Path
from typing import Any, NoReturn, get_type_hints

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

ENVIRONMENT_PREFIX = "SIJEONG_"
EXIT_UNUSABLE = 2
"""Exit status for settings or documents that somebody has to mend; argparse uses the same."""


class SettingsError(corpus.SijeongError):
    """A setting that is unknown or has a value that cannot be used."""


def _about(
    description: str, *, flag: str | None = None, most: int | None = None
) -> dict[str, str | int | None]:
    return {"help": description, "flag": flag, "most": most}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting with its default and what it is for.

    Each has an environment variable, `SIJEONG_` and its name in capitals; those that people
    change by hand have a flag too, and the flag wins.
    """

    corpus: tuple[Path, ...] = field(
        default=(corpus.LIBRARY,),
        metadata=_about(
            "folders of documents; in the environment separated as in PATH", flag="FOLDER"
        ),
    )
    data: Path = field(
        default=Path("var"),
        metadata=_about("folder for built snapshots and models", flag="FOLDER"),
    )
    host: str = field(default="127.0.0.1", metadata=_about("address to listen on", flag="ADDRESS"))
    port: int = field(
        default=8000, metadata=_about("port to listen on", flag="NUMBER", most=65_535)
    )
    model: str = field(
        default=index.DEFAULT_MODEL,
        metadata=_about("embedding model: a name or a folder", flag="NAME_OR_FOLDER"),
    )
    reranker: str = field(
        default="",
        metadata=_about(
            "cross-encoder that orders the best 30 passages anew: a name or a folder",
            flag="NAME_OR_FOLDER",
        ),
    )
    language_model: str = field(
        default="",
        metadata=_about("name of a language model that may word answers, each sentence proved"),
    )
    language_model_address: str = field(
        default="", metadata=_about("where it is: an OpenAI-compatible address that ends in /v1")
    )
    language_model_key: str = field(
        default="", repr=False, metadata=_about("key for that address, where it wants one")
    )
    language_model_seconds: int = field(
        default=20, metadata=_about("longest wait for its words; then the default ones are used")
    )
    language_model_answer_tokens: int = field(
        default=assistant.PurseOptions().per_answer,
        metadata=_about("most tokens for one answer, a byte counted as one until it is known"),
    )
    language_model_daily_tokens: int = field(
        default=assistant.PurseOptions().per_day,
        metadata=_about("most tokens in a day (UTC), kept over restarts"),
    )
    max_question_characters: int = field(
        default=1000, metadata=_about("longest question that is taken")
    )
    workers: int = field(
        default=os.cpu_count() or 1, metadata=_about("questions answered at the same time")
    )
    waiting: int = field(
        default=32, metadata=_about("questions that may wait; one more is told to come back")
    )
    allowance: int = field(
        default=graphql_api.AllowanceOptions().per_second,
        metadata=_about("cost of queries a second that each address has (this machine is free)"),
    )
    mask_officials: bool = field(
        default=False,
        metadata=_about("leave of an official's name its first syllable, everywhere"),
    )
    log_questions: bool = field(default=False, metadata=_about("write questions to the log"))
    feedback: str = field(
        default="",
        metadata=_about(
            "folder that keeps what citizens say of answers; without one none is taken",
            flag="FOLDER",
        ),
    )
    feedback_days: int = field(
        default=assistant.FEEDBACK_DAYS,
        metadata=_about("days after which feedback is deleted", most=3_650),
    )
    staff_token: str = field(
        default="",
        repr=False,
        metadata=_about(
            f"secret of {assistant.LEAST_TOKEN_CHARACTERS} characters or more that opens /feedback"
            " to staff; closed without one"
        ),
    )
    log_json: bool = field(default=True, metadata=_about("log JSON lines; false: coloured text"))
    trusted_proxies: str = field(
        default="", metadata=_about("addresses whose X-Forwarded headers are believed, with commas")
    )
    shutdown_seconds: int = field(
        default=10, metadata=_about("how long requests may take to finish at shutdown")
    )


def read_settings(arguments: Sequence[str], environment: Mapping[str, str]) -> Settings:
    """Settings from flags, else the environment, else their defaults; raises SettingsError."""
    known = {ENVIRONMENT_PREFIX + one.name.upper(): one.name for one in fields(Settings)}
    values: dict[str, Any] = {}
    for variable in sorted(environment):
        if not variable.startswith(ENVIRONMENT_PREFIX):
            continue
        if variable not in known:
            raise SettingsError(
                "unknown_setting",
                f"{variable}은(는) 없는 설정입니다. 쓸 수 있는 설정: {', '.join(sorted(known))}",
                f"{variable} is not a setting. The settings are: {', '.join(sorted(known))}",
            )
        values[known[variable]] = _parse(variable, known[variable], environment[variable])
    given = vars(_parser().parse_args(arguments))
    for name, value in given.items():
        if value is not None:
            values[name] = (
                tuple(map(Path, value)) if name == "corpus" else _parse(f"--{name}", name, value)
            )
    return Settings(**values)


def _parse(label: str, name: str, text: str) -> object:
    """The value of a setting, of the type that the setting is declared with."""
    kind = get_type_hints(Settings)[name]
    if kind is bool and text.lower() in ("true", "false"):
        return text.lower() == "true"
    if kind is int and text.isascii() and text.isdecimal() and _is_within(name, int(text)):
        return int(text)
    if kind is str:
        return text
    if kind is Path and text:
        return Path(text)
    if kind == tuple[Path, ...] and text:
        return tuple(Path(part) for part in text.split(os.pathsep) if part)
    expected = {bool: "true/false", int: "1, 2, 3 …"}.get(kind, "…")
    raise SettingsError(
        "invalid_setting",
        f"{label}에 쓸 수 없는 값입니다: {text!r} (예: {expected})",
        f"{label} cannot be {text!r} (expected: {expected})",
    )


def _is_within(name: str, value: int) -> bool:
    most = next(one.metadata["most"] for one in fields(Settings) if one.name == name)
    return value > 0 and (most is None or value <= most)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise SettingsError("invalid_arguments", f"명령을 이해할 수 없습니다: {message}", message)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="serve.py",
        description="시정 Sijeong: ask a city what it plans.",
        epilog="environment:\n"
        + "\n".join(
            f"  {ENVIRONMENT_PREFIX}{one.name.upper():<30}{one.metadata['help']}"
            for one in fields(Settings)
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    for one in fields(Settings):
        if one.metadata["flag"]:
            parser.add_argument(
                f"--{one.name}",
                metavar=one.metadata["flag"],
                help=one.metadata["help"],
                action="append" if one.name == "corpus" else "store",
            )
    return parser


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
    kept as the settings say.
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
    allowance = graphql_api.AllowanceOptions(per_second=settings.allowance)
    asking = assistant.open_asking(service, service, options=options, feedback=feedback)

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

    return Starlette(
        routes=[
            Route("/healthz", healthz),
            Route("/readyz", readyz),
            *graphql_api.routes(service, asker=asking, data=settings.data, allowance=allowance),
            *assistant.routes(
                service,
                asking,
                pages=pages,
                welcome=lambda: service.welcome,
                feedback=feedback,
                options=options,
            ),
        ],
        middleware=[
            Middleware(assistant.SecurityHeaders),
            Middleware(assistant.RequestLog, failure=refusals.failed),
        ],
        exception_handlers=refusals.handlers,
        lifespan=lifespan,
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
    except (SettingsError, assistant.FeedbackError, assistant.LanguageModelError) as error:
        return _say(error)
    assistant.configure_logs(as_json=settings.log_json)
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            host=settings.host,
            port=settings.port,
            loop="uvloop",
            http="httptools",
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
    server.run()
    return _say(failures[0]) if failures else 0


def _say(error: corpus.SijeongError) -> int:
    print(f"{error.message_ko}\n{error.message_en}", file=sys.stderr)
    return EXIT_UNUSABLE


if __name__ == "__main__":
    sys.exit(main())
