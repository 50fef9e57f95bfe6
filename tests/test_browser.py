"""The pages in a real browser: they load, nothing on them fails, and a citation opens marked."""

from __future__ import annotations

import html
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from assistant.feedback.store import Search, Store
from assistant.feedback.types import Reason
from tests.browser import CHROMIUM, FLAGS, driving
from tests.server import Server, serving

SECONDS = 25

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]

PLAN = """보령시 2022년 주요업무계획

1. 산림 휴양
○ 무궁화수목원 보완사업 총사업비 690억 원
○ 성주산 자연휴양림 이용객 12,400명 <b onclick="alert(1)">굵게</b>
○ 행정업무용 PC구입(대): (‘21) 690 → (’25) 720
○ 점검 대상 : 307개(기초 226, 중앙 27, 광역 17, 교육청 17)
"""

NARROWEST = 320
"""Pixels: the width at which WCAG 2.2 (1.4.10) still wants no scrolling sideways."""


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


def document_address(server: Server) -> str:
    documents = httpx.get(f"{server.url}/data/documents.jsonl", timeout=SECONDS).text
    found = re.search(r'"id":\s*"([^"]+)"', documents)
    assert found
    return f"{server.url}/documents/{found.group(1)}"


def test_a_fact_beside_the_text_opens_its_words_without_script(
    server: Server, profile: Path
) -> None:
    page = see(f"{document_address(server)}?lang=ko&kind=indicator", profile)
    assert page.console == ()
    assert '<svg class="line-picture" role="img"' in page.page
    link = re.search(r'<ul class="fact-list">.*?<a href="([^"]+)"', page.page, re.DOTALL)
    assert link
    seen = see(server.url + html.unescape(link[1]), profile)
    assert seen.console == ()
    marked = re.findall(r"<mark[^>]*>(.*?)</mark>", seen.page, re.DOTALL)
    assert "(‘21) 690 → (’25) 720" in html.unescape("".join(marked))


@pytest.mark.parametrize("path", ["", "?lang=en", "list", "coverage"])
def test_a_page_fits_the_narrowest_phone(server: Server, tmp_path: Path, path: str) -> None:
    address = {
        "list": f"{server.url}/documents",
        "coverage": f"{server.url}/coverage",
    }.get(path, document_address(server) + path)
    page = httpx.get(address, headers={"accept": "text/html"}, timeout=SECONDS).text
    sheet = re.search(r'<link rel="stylesheet" href="([^"]+)">', page)
    assert sheet
    style = httpx.get(server.url + sheet[1], timeout=SECONDS).text
    page = page.replace(sheet[0], f"<style>{style}</style>")
    frame = tmp_path / "frame.html"
    frame.write_text(
        f'<!doctype html><iframe width="{NARROWEST}" height="900" srcdoc="{html.escape(page)}">'
        "</iframe><output></output><script>addEventListener('load', () => {"
        "const inside = document.querySelector('iframe').contentDocument.documentElement;"
        "document.querySelector('output').textContent ="
        " `${inside.clientWidth} ${inside.scrollWidth}`;});</script>",
        encoding="utf-8",
    )
    seen = see(frame.as_uri(), tmp_path / "profile")
    found = re.search(r"<output>(\d+) (\d+)</output>", seen.page)
    assert found
    visible, needed = int(found[1]), int(found[2])
    assert NARROWEST - 24 < visible <= NARROWEST
    assert needed == visible


def test_feedback_is_sent_from_the_page_and_what_came_of_it_is_said(
    tmp_path: Path, profile: Path
) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "plan.txt").write_text(PLAN, encoding="utf-8")
    box = tmp_path / "feedback"
    with (
        serving(
            tmp_path / "data", corpus=[tmp_path / "documents"], model="hashing", feedback=box
        ) as server,
        driving(profile) as page,
    ):
        page.open(f"{server.url}/?lang=ko")
        page.run(
            "document.getElementById('question').value = '무궁화수목원 보완사업의 총사업비는?';"
            "document.getElementById('ask').requestSubmit()"
        )
        page.wait("document.querySelector('form.feedback') !== null")
        page.run(
            "var form = document.querySelector('form.feedback');"
            "var said = document.querySelector('.feedback-said');"
            "form.querySelector('summary').click();"
            "form.querySelector('[value=not_helpful]').click()"
        )
        # Without a reason the browser itself holds the form back.
        assert page.run("form.querySelector('[name=reason]').validity.valueMissing") is True
        assert page.run("said.textContent") == ""
        page.run(
            "form.elements.reason.value = 'wrong_figure';"
            "form.elements.comment.value = '<b>010-1234-5678</b>';"
            "form.querySelector('[value=not_helpful]').click()"
        )
        page.wait("form.hidden")
        assert page.run("said.textContent") == "보내 주셔서 고맙습니다."
        assert page.run("document.activeElement === said") is True
        assert page.faults == []
    store = Store.existing(box)
    (kept,) = store.search(Search())
    store.close()
    assert (kept.reason, kept.comment) == (Reason.WRONG_FIGURE, "<b>[가림: 전화번호]</b>")


def test_markup_in_a_document_is_shown_as_text(server: Server, profile: Path) -> None:
    seen = see(document_address(server), profile)
    assert seen.console == ()
    assert "&lt;b onclick=" in seen.page
    assert "<b onclick" not in seen.page
