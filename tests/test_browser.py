"""The pages in a real browser: they load, nothing on them fails, and a citation opens marked."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from tests.server import Server, serving

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-logging=stderr",
)
SECONDS = 25

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]

PLAN = """보령시 2022년 주요업무계획

1. 산림 휴양
○ 무궁화수목원 보완사업 총사업비 690억 원
○ 성주산 자연휴양림 이용객 12,400명 <b onclick="alert(1)">굵게</b>
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A page as the browser has it once its scripts have run, and what its console said."""

    page: str
    console: tuple[str, ...]


def see(address: str, profile: Path) -> Seen:
    assert CHROMIUM
    done = subprocess.run(
        [CHROMIUM, *FLAGS, f"--user-data-dir={profile}", "--dump-dom", address],
        check=True,
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )
    console = tuple(line for line in done.stderr.splitlines() if ":CONSOLE" in line)
    return Seen(page=done.stdout, console=console)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("documents")
    (folder / "plan.txt").write_text(PLAN, encoding="utf-8")
    data = tmp_path_factory.mktemp("data")
    with serving(data, corpus=[folder], model="hashing") as running:
        yield running


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


def test_the_console_of_a_page_is_heard(profile: Path) -> None:
    seen = see("data:text/html,<script>throw new Error('broken')</script>", profile)
    assert any("broken" in line for line in seen.console)


def test_the_chat_page_loads_and_its_console_is_silent(server: Server, profile: Path) -> None:
    seen = see(f"{server.url}/", profile)
    assert seen.console == ()
    assert '<textarea id="question"' in seen.page
    assert 'type="module"' in seen.page


def test_a_citation_opens_its_document_at_the_marked_quote(server: Server, profile: Path) -> None:
    question = {"question": "무궁화수목원 보완사업의 총사업비는 얼마인가요?"}
    answer = httpx.post(f"{server.url}/api/ask", json=question, timeout=SECONDS).json()
    assert answer["status"] == "answered"
    citation = answer["citations"][0]
    assert citation["url"].endswith("#cited")
    seen = see(server.url + citation["url"], profile)
    assert seen.console == ()
    marked = re.findall(r"<mark[^>]*>(.*?)</mark>", seen.page, re.DOTALL)
    assert html.unescape("".join(marked)) == citation["quote"]


def test_markup_in_a_document_is_shown_as_text(server: Server, profile: Path) -> None:
    documents = httpx.get(f"{server.url}/data/documents.jsonl", timeout=SECONDS).text
    address = re.search(r'"id":\s*"([^"]+)"', documents)
    assert address
    seen = see(f"{server.url}/documents/{address.group(1)}", profile)
    assert seen.console == ()
    assert "&lt;b onclick=" in seen.page
    assert "<b onclick" not in seen.page
