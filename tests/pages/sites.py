"""What the servers of these tests serve, and how to ask them for an address."""

from __future__ import annotations

import json
import re
import time
from functools import lru_cache
from pathlib import Path

import httpx

from tests.layout import ROOT

LIBRARY = ROOT / "corpus" / "library"
STAFF_TOKEN = "staff-of-the-tests-of-pages"  # noqa: S105 (of a server that only tests know)
SECONDS = 25

PLAN = """보령시 2022년 주요업무계획

1. 산림 휴양
○ 무궁화수목원 보완사업 총사업비 690억 원
○ 성주산 자연휴양림 이용객 12,400명 <b onclick="alert(1)">굵게</b>
○ 행정업무용 PC구입(대): (‘21) 690 → (’25) 720
○ 점검 대상 : 307개(기초 226, 중앙 27, 광역 17, 교육청 17)
"""
"""A plan with a budget, a course over years, a total that disagrees with its parts, and markup."""

ANSWERABLE = {
    "ko": "무궁화수목원 보완사업의 총사업비는 얼마인가요?",
    "en": "How much is the total project cost of 무궁화수목원 보완사업?",
}
"""Questions that PLAN answers."""

UNANSWERABLE = {
    "ko": "2019년 지하철 이용객은 몇 명인가요?",
    "en": "How many people took the subway in 2019?",
}
"""Questions that nothing in PLAN answers."""


EDITIONS = {
    "roads_2021.txt": "1. 도로\n○ 군도 정비 총사업비 30억 원\n○ 자전거도로 12km\n",
    "roads_2023.txt": "1. 도로\n○ 군도 정비 총사업비 45억 원\n○ 보행로 8km\n",
}
"""Two editions of a plan of another place: what the first says, the second replaces."""

EDITIONS_CATALOG = """file,title,municipality,document_type,published_on,fiscal_year,supersedes
roads_2021.txt,2021 도로 정비 계획,충청북도 증평군,plan,2021-03-02,2021,
roads_2023.txt,2023 도로 정비 계획,충청북도 증평군,plan,2023-03-02,2023,roads_2021.txt
"""


def write_small(folder: Path) -> Path:
    """Write the small corpus into a folder."""
    (folder / "plan.txt").write_text(PLAN, encoding="utf-8")
    return folder


def wait_for_offer(url: str, *, patience: float) -> None:
    """Wait, in seconds, until a server has places and examples: it is ready before it has them."""
    late = time.monotonic() + patience
    while not httpx.get(f"{url}/api/conversation", timeout=SECONDS).json()["examples"]:
        assert time.monotonic() < late, "nothing is offered"
        time.sleep(0.2)


def write_editions(folder: Path) -> Path:
    """Write a plan that replaces another into a folder."""
    for name, text in EDITIONS.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "catalog.csv").write_text(EDITIONS_CATALOG, encoding="utf-8")
    return folder


@lru_cache
def document_address(url: str) -> str:
    """The page of the first document that a server has, as a path."""
    documents = httpx.get(f"{url}/data/documents.jsonl", timeout=SECONDS).text
    found = re.search(r'"id":\s*"([^"]+)"', documents)
    assert found
    return f"/documents/{found.group(1)}"


@lru_cache
def edition_addresses(url: str) -> tuple[str, ...]:
    """The pages of the two editions, the one that was replaced first, as paths."""
    documents = httpx.get(f"{url}/data/documents.jsonl", timeout=SECONDS).text.splitlines()
    rows = [json.loads(one) for one in documents]
    of_file = {row["source"]: f"/documents/{row['id']}" for row in rows}
    return tuple(of_file[name] for name in EDITIONS)


@lru_cache
def cited_address(url: str, language: str = "ko") -> str:
    """Where the first citation of an answer leads, as a path with the cited span."""
    question = {"question": ANSWERABLE[language]}
    answer = httpx.post(f"{url}/api/ask", json=question, timeout=SECONDS).json()
    assert answer["status"] == "answered", answer
    address: str = answer["citations"][0]["url"]
    return address
