"""The program as a whole: settings, start, readiness, swap and stop, with the real index."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import fields
from pathlib import Path

import anyio
import httpx
import pytest
from starlette.applications import Starlette

import assistant
import corpus
import index
from assistant.service import Opened
from serve import Settings, create_app, main, open_writer, read_settings
from tests.assistant.face import PAGE, FakeAssistant, client
from tests.factories import make_corpus, make_document, make_reading

ROOT = Path(__file__).parent.parent
TEXT = "○ 2022년 예산 총액 : 총 8,727억 원\n"


# Settings


def test_without_anything_said_every_setting_has_its_default() -> None:
    assert read_settings((), {}) == Settings()
    assert Settings().corpus == (corpus.LIBRARY,)
    assert Settings().log_questions is False


def test_flags_win_over_the_environment_and_the_environment_over_defaults() -> None:
    environment = {
        "SIJEONG_PORT": "9000",
        "SIJEONG_HOST": "0.0.0.0",  # noqa: S104 (only read, nothing listens)
        "SIJEONG_CORPUS": f"a{os.pathsep}b",
        "SIJEONG_LOG_QUESTIONS": "TRUE",
        "PATH": "untouched",
    }
    settings = read_settings(["--port", "9001", "--data", "d"], environment)
    assert settings.port == 9001
    assert settings.host == "0.0.0.0"  # noqa: S104
    assert settings.corpus == (Path("a"), Path("b"))
    assert settings.log_questions is True
    assert settings.data == Path("d")
    assert read_settings(["--corpus", "x", "--corpus", "y"], environment).corpus == (
        Path("x"),
        Path("y"),
    )


@pytest.mark.parametrize(
    ("arguments", "environment", "code"),
    [
        ((), {"SIJEONG_PROT": "9000"}, "unknown_setting"),
        ((), {"SIJEONG_": "1"}, "unknown_setting"),
        ((), {"SIJEONG_PORT": "http"}, "invalid_setting"),
        ((), {"SIJEONG_PORT": "-1"}, "invalid_setting"),
        ((), {"SIJEONG_PORT": "70000"}, "invalid_setting"),
        ((), {"SIJEONG_WORKERS": "0"}, "invalid_setting"),
        ((), {"SIJEONG_LOG_QUESTIONS": "maybe"}, "invalid_setting"),
        ((), {"SIJEONG_DATA": ""}, "invalid_setting"),
        ((), {"SIJEONG_FEEDBACK_DAYS": "0"}, "invalid_setting"),
        ((), {"SIJEONG_FEEDBACK_DAYS": "99999"}, "invalid_setting"),
        (["--port", "x"], {}, "invalid_setting"),
        (["--colour", "blue"], {}, "invalid_arguments"),
        (["--por", "1"], {}, "invalid_arguments"),
    ],
)
def test_a_setting_that_is_wrong_is_refused_in_both_languages(
    arguments: list[str], environment: dict[str, str], code: str
) -> None:
    with pytest.raises(assistant.SettingsError) as refusal:
        read_settings(arguments, environment)
    assert refusal.value.code == code
    assert re.search("[가-힣]", refusal.value.message_ko)
    assert re.search("[a-z]", refusal.value.message_en)


def test_a_wrong_command_line_ends_with_status_2_and_says_why(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--colour", "blue"]) == 2
    said = capsys.readouterr().err
    assert re.search("[가-힣]", said)
    assert "--colour" in said


def test_help_lists_every_setting(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        main(["--help"])
    assert leaving.value.code == 0
    said = capsys.readouterr().out
    for one in fields(Settings):
        assert f"SIJEONG_{one.name.upper()}" in said


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    code = (
        "import sys, serve; "
        "heavy = {'torch', 'sentence_transformers', 'kiwipiepy', 'openai'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_there_is_no_language_model_until_one_is_named(tmp_path: Path) -> None:
    assert open_writer(Settings()) is None
    settings = Settings(
        language_model="gemma",
        language_model_address="http://127.0.0.1:9/v1",
        language_model_key="hush",
        data=tmp_path,
    )
    writer = open_writer(settings)
    assert writer is not None
    assert set(writer.counts.values()) == {0}
    assert "hush" not in repr(settings)


def test_a_language_model_without_an_address_ends_with_status_2_and_says_why(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIJEONG_LANGUAGE_MODEL", "gemma")
    assert main([]) == 2
    said = capsys.readouterr().err
    assert re.search("[가-힣]", said)
    assert "http" in said


# Starting


def open_hashed(data: Path, *readings: corpus.Reading) -> Opened:
    """A real snapshot without a model, and an assistant that needs none."""
    snapshot = index.ensure_snapshot(make_corpus(*readings), data, embedder=index.HashingEmbedder())
    return Opened(snapshot=snapshot, assistant=FakeAssistant())


@asynccontextmanager
async def running(app: Starlette) -> AsyncIterator[httpx.AsyncClient]:
    async with app.router.lifespan_context(app), client(app) as http:
        yield http


async def wait_until_ready(http: httpx.AsyncClient) -> httpx.Response:
    with anyio.fail_after(30):
        while (response := await http.get("/readyz")).status_code != 200:
            await anyio.sleep(0.02)
    return response


async def test_it_lives_at_once_and_is_ready_when_the_snapshot_is_open(tmp_path: Path) -> None:
    may_open = anyio.Event()

    def opener(settings: Settings) -> Opened:
        while not may_open.is_set():
            time.sleep(0.01)
        return open_hashed(tmp_path)

    async with running(create_app(Settings(), opener=opener)) as http:
        assert (await http.get("/healthz")).json() == {"status": "ok"}
        early = await http.get("/readyz")
        assert early.status_code == 503
        assert int(early.headers["retry-after"]) > 0
        assert early.json()["error"]["code"] == "not_ready"
        assert (await http.get("/", headers=PAGE)).status_code == 200
        may_open.set()
        ready = await wait_until_ready(http)
        assert ready.json()["status"] == "ready"
        reply = await http.post("/api/ask", json={"question": "총사업비는?"})
        assert reply.status_code == 200
        told = (await http.get("/metrics")).text
        assert f'sijeong_questions_total{{status="{reply.json()["status"]}"}} 1.0' in told
        answered = 'sijeong_http_requests_total{method="POST",route="/api/ask",status="2xx"} 1.0'
        assert answered in told
        assert "총사업비" not in told


async def test_it_is_ready_while_what_is_counted_is_still_being_read(tmp_path: Path) -> None:
    may_read, has_read = threading.Event(), threading.Event()

    def opener(settings: Settings) -> Opened:
        opened = open_hashed(tmp_path, make_reading())
        read = opened.snapshot.prepare

        def prepare() -> None:
            may_read.wait(20)
            read()
            has_read.set()

        opened.snapshot.prepare = prepare  # type: ignore[method-assign]
        return opened

    async with running(create_app(Settings(), opener=opener)) as http:
        assert (await wait_until_ready(http)).status_code == 200
        assert not has_read.is_set()
        assert (await http.get("/search?text=수목원", headers=PAGE)).status_code == 200
        may_read.set()
        with anyio.fail_after(10):
            while not has_read.is_set():
                await anyio.sleep(0.01)


async def test_what_keeps_it_from_opening_is_reported_and_it_stays_unready() -> None:
    failures: list[corpus.SijeongError] = []

    def opener(settings: Settings) -> Opened:
        raise corpus.CorpusError("empty_corpus", "문서가 없습니다.", "There are no documents.")

    app = create_app(Settings(), opener=opener, on_failure=failures.append)
    async with running(app) as http:
        with anyio.fail_after(10):
            while not failures:
                await anyio.sleep(0.01)
        assert (await http.get("/healthz")).status_code == 200
        assert (await http.get("/readyz")).status_code == 503
    assert failures[0].code == "empty_corpus"


async def test_a_hangup_swaps_the_snapshot_and_a_failed_reload_keeps_the_last_good_one(
    tmp_path: Path,
) -> None:
    titles = iter(["첫째 판", "둘째 판"])

    def opener(settings: Settings) -> Opened:
        title = next(titles, None)
        if title is None:
            raise ValueError("the disk is on fire")
        return open_hashed(tmp_path, make_reading(document=make_document(title=title)))

    async def has_title(http: httpx.AsyncClient, title: str) -> bool:
        return title in (await http.get("/documents", headers=PAGE)).text

    before = signal.getsignal(signal.SIGHUP)
    async with running(create_app(Settings(), opener=opener)) as http:
        await wait_until_ready(http)
        assert await has_title(http, "첫째 판")
        os.kill(os.getpid(), signal.SIGHUP)
        with anyio.fail_after(30):
            while not await has_title(http, "둘째 판"):
                await anyio.sleep(0.02)
        os.kill(os.getpid(), signal.SIGHUP)
        await anyio.sleep(0.3)
        assert await has_title(http, "둘째 판")
        assert (await http.get("/readyz")).status_code == 200
    assert signal.getsignal(signal.SIGHUP) == before


async def test_feedback_outlives_a_swap_and_a_restart(tmp_path: Path) -> None:
    token = "a-token-of-staff"  # noqa: S105 (a token of this test alone)
    settings = Settings(feedback=str(tmp_path / "feedback"), feedback_days=7, staff_token=token)
    titles = iter(["첫째 판", "둘째 판", "셋째 판"])

    def opener(settings: Settings) -> Opened:
        return open_hashed(tmp_path, make_reading(document=make_document(title=next(titles))))

    async with running(create_app(settings, opener=opener)) as http:
        await wait_until_ready(http)
        reply = (await http.post("/api/ask", json={"question": "총사업비는?"})).json()
        os.kill(os.getpid(), signal.SIGHUP)
        with anyio.fail_after(30):
            while "둘째 판" not in (await http.get("/documents", headers=PAGE)).text:
                await anyio.sleep(0.02)
        said = {"question": "총사업비는?", "verdict": "helpful"}
        kept = await http.post("/api/feedback", json=reply | said)
        assert kept.status_code == 201
        assert kept.json()["kept_days"] == 7
    async with running(create_app(settings, opener=opener)) as http:
        await wait_until_ready(http)
        staff = {"authorization": f"Bearer {token}"}
        (row,) = (await http.get("/feedback", headers=staff)).json()["rows"]
        assert row["id"] == kept.json()["id"]
        # The receipt of an answer from before the restart still holds.
        assert (await http.post("/api/feedback", json=reply | said)).status_code == 201


async def test_without_the_setting_no_feedback_is_taken(tmp_path: Path) -> None:
    app = create_app(Settings(), opener=lambda settings: open_hashed(tmp_path, make_reading()))
    async with running(app) as http:
        await wait_until_ready(http)
        assert (await http.post("/api/feedback", json={})).status_code == 404
        reply = await http.post("/api/ask", json={"question": "총사업비는?"})
        assert "receipt" not in reply.json()


def test_the_secret_of_staff_is_not_printed_and_must_be_long(tmp_path: Path) -> None:
    assert "letmein" not in repr(Settings(staff_token="letmein-letmein-letmein"))  # noqa: S106
    settings = Settings(feedback=str(tmp_path / "feedback"), staff_token="letmein")  # noqa: S106
    with pytest.raises(assistant.FeedbackError) as refusal:
        create_app(settings)
    assert refusal.value.code == "short_staff_token"
    assert "letmein" not in refusal.value.message_ko + refusal.value.message_en
    assert not (tmp_path / "feedback").exists()


# The program itself, in a process of its own


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def write_corpus(folder: Path) -> Path:
    folder.mkdir()
    (folder / "plan.txt").write_text(f"보령시 2022년 주요업무계획\n\n1. 예산\n{TEXT}", "utf-8")
    (folder / "broken.hwp").write_bytes(b"\xd0\xcf\x11\xe0")
    return folder


@contextmanager
def process(tmp_path: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [
            *(sys.executable, "serve.py", "--data", str(tmp_path / "var"), "--model", "hashing"),
            *arguments,
        ],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as started:
        try:
            yield started
        finally:
            started.kill()


def get(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address, timeout=5) as reply:  # noqa: S310 (this machine)
            return reply.status, reply.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
    except urllib.error.URLError:
        return 0, ""


def test_the_program_builds_serves_and_stops_when_told(tmp_path: Path) -> None:
    port = free_port()
    folder = write_corpus(tmp_path / "docs")
    with process(tmp_path, "--corpus", str(folder), "--port", str(port)) as started:
        deadline = time.monotonic() + 60
        while get(f"http://127.0.0.1:{port}/readyz")[0] != 200:
            assert time.monotonic() < deadline
            assert started.poll() is None
            time.sleep(0.1)
        status, page = get(f"http://127.0.0.1:{port}/coverage?secret=question")
        assert status == 200
        assert "broken.hwp" in page
        started.send_signal(signal.SIGTERM)
        _, said = started.communicate(timeout=20)
        assert started.returncode in (0, -signal.SIGTERM)
    assert '"event": "ready"' in said
    assert '"path": "/coverage"' in said
    assert "secret" not in said
    assert "Traceback" not in said


def test_a_missing_corpus_ends_the_program_with_one_clear_message(tmp_path: Path) -> None:
    with process(
        tmp_path, "--corpus", str(tmp_path / "nowhere"), "--port", str(free_port())
    ) as started:
        _, said = started.communicate(timeout=60)
    assert started.returncode == 2
    last_lines = said.strip().splitlines()[-2:]
    assert re.search("[가-힣]", last_lines[0])
    assert re.search("[a-z]", last_lines[1])
    assert "Traceback" not in said


def test_a_folder_for_feedback_that_cannot_be_used_ends_the_program(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with process(tmp_path, "--feedback", str(tmp_path / "file")) as started:
        _, said = started.communicate(timeout=60)
    assert started.returncode == 2
    assert re.search("[가-힣]", said)
    assert str(tmp_path / "file") in said
    assert "Traceback" not in said
