"""What every reader of figures is tried on: noise, hostile pieces, real documents, and time."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared"

NOISE = (
    *"0123456789",
    *(" ", ",", ".", "~", "-", "(", ")", "[", "]", ":", "/", "%", "\n", "'", "‘", "’", "·", "→"),
    *(
        "원",
        "억",
        "만",
        "천",
        "백",
        "십",
        "조",
        "경",
        "여",
        "약",
        "년",
        "월",
        "일",
        "분기",
        "상반기",
    ),
    *("건", "명", "개", "개소", "대", "회", "등급", "위", "제", "△", "▲", "이상", "까지", "부터"),
    *("2021", "2024년", "’21", "8,727억 원", "3:7", "지난 ", "이달 ", "올해", "전년", "민선 8기"),
    *(
        "오",
        "삼",
        "일금",
        "원정",
        "₩",
        "달러",
        "\u200b",
        "\u202e",
        "\u202c",
        "\ufffd",
        "\u3000",
        "５",
    ),
)
"""Pieces of the language of plans; strung together at random they make its worst lines."""

HOSTILE = (
    *("1", "1,", "1.", "1 ", "1억 ", "1억1만", "1만 ", "1~", "1-", "1:", "'21", "2021.", "2021. "),
    *("(", "(1", "△1", " ", "\n1", "천", "일 이 ", "1개가", "1일과 ", "1월 1일과 ", "1\u200b"),
    *(
        "\u202e1",
        "매년 ",
        "1인당 ",
        "1대",
        "가등급",
        "수백",
        "제1",
        "지난 ",
        "~ 2021. ",
        "1여",
        "민선 8기 ",
    ),
)
"""Each is repeated to a line of hundreds of kilobytes."""

_CHARACTERS = 70_000  # at least 70 kB of ASCII and 210 kB of Hangul
_MOST_GROWTH = 3.0  # twice the text may take at most three times as long
_NOTICEABLE = 0.15  # seconds; below it the clock measures the machine, not the reader
_TRIES = 7  # odd, so that a pair stands in the middle


class Spanned(Protocol):
    """Anything with a place in a text."""

    start: int
    end: int
    raw: str


def assert_spans(text: str, found: Sequence[Any]) -> None:
    """Each span is what it says, and spans are sorted and apart."""
    position = 0
    for one in found:
        assert position <= one.start < one.end <= len(text), (text, found)
        assert text[one.start : one.end] == one.raw, (text, one)
        position = one.end


def assert_linear(read: Callable[[str], object], piece: str) -> None:
    """Twice the text takes less than three times as long."""

    def seconds(length: int) -> float:
        text = (piece * (length // len(piece) + 1))[:length]
        gc.collect()
        gc.disable()  # its cost grows with all that earlier tests left behind, not with this text
        try:
            started = time.process_time()
            read(text)
            return time.process_time() - started
        finally:
            gc.enable()

    # A machine changes its speed between readings but seldom within a pair of them, so each pair
    # gives its own growth, and the one in the middle is what counts: one lucky or unlucky reading
    # decides nothing.
    growths: list[float] = []
    for tried in range(1, _TRIES + 1):
        short, long = seconds(_CHARACTERS), seconds(2 * _CHARACTERS)
        if long < _NOTICEABLE:
            return
        growths.append(long / short)
        if tried % 2 and statistics.median(growths) < _MOST_GROWTH:
            return
    pytest.fail(f"{piece!r}: twice the text took {growths} times as long")


def originals() -> list[Path]:
    """The files of the real documents that lie beside the repository, in order."""
    files = [*SHARED.glob("seeds/*.txt"), *SHARED.glob("eval/documents/*.txt")]
    if not files:
        pytest.skip("the original documents do not lie beside the repository (../shared)")
    return sorted(files)


def documents() -> Iterator[str]:
    """The texts of `originals`."""
    for file in originals():
        yield file.read_text(encoding="utf-8")
