"""Whatever is read: every record points truly into the canonical text, and reading never hangs."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import corpus
from corpus.errors import UnreadableSourceError
from tests.corpus.plans import assert_true_places, hostile_texts, plan_texts, read

SHARED = Path(__file__).resolve().parents[3] / "shared"
RELAXED = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
MOST_RATIO = (
    9.0  # four times the text may take nine times as long; a quadratic reader takes sixteen
)
LEAST_SECONDS = 0.02  # below this a clock measures noise


@RELAXED
@given(text=plan_texts())
def test_every_record_of_a_generated_plan_points_truly_into_its_text(text: str) -> None:
    assert_true_places(read(text))


@RELAXED
@given(text=plan_texts())
def test_a_plan_reads_alike_whatever_its_line_ends(text: str) -> None:
    unix, windows = read(text), read(text.replace("\n", "\r\n"))
    assert unix.text == windows.text
    assert unix.passages == windows.passages
    assert unix.facts == windows.facts


@RELAXED
@given(text=plan_texts())
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read(text) == read(text)


@RELAXED
@given(text=hostile_texts())
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_arbitrary_text_is_read_or_refused_but_never_breaks(suffix: str, text: str) -> None:
    try:
        reading = read(text, suffix)
    except UnreadableSourceError:
        return
    assert_true_places(reading)


def heading_end(reading: corpus.Reading, section: corpus.Section) -> int:
    """Where the words of a section's own heading end, its mark and some blanks counted in."""
    letters = len("".join(section.heading.split())) + len("(12) ")
    at = section.start
    while at < section.end and letters:
        letters -= not reading.text[at].isspace()
        at += 1
    return at


@RELAXED
@given(text=st.one_of(plan_texts(), hostile_texts()))
def test_no_word_of_a_text_file_is_lost(text: str) -> None:
    """Each word stands in a passage, in a heading, or in a span that says why it was left out."""
    try:
        reading = read(text)
    except UnreadableSourceError:
        return
    kept = [(one.start, one.end) for one in reading.passages]
    kept += [(one.start, one.end) for one in reading.left_out]
    kept += [(one.start, heading_end(reading, one)) for one in reading.sections if one.heading_path]
    covered = {at for start, end in kept for at in range(start, end)}
    for word in re.finditer(r"\w{3,}", reading.text):
        assert word.start() in covered, word


HOSTILE: dict[str, Callable[[int], str]] = {
    "one line without a blank": lambda size: "가" * size,
    "one line of words": lambda size: "가나다 " * (size // 4),
    "bullets on one line": lambda size: "○ 숲 12건 " * (size // 8),
    "bullets on lines": lambda size: "○ 숲 12건\n" * (size // 8),
    "ever deeper indents": lambda size: "".join(
        " " * depth + "- 가\n" for depth in range(int((2 * size) ** 0.5))
    ),
    "a sentence that never ends": lambda size: (
        "○ 하나 ○ 둘\n○ 셋 ○ 넷\n" + "숲을 위한\n" * (size // 6)
    ),
    "page numbers": lambda size: "".join(f"{number}\n글이다.\n" for number in range(size // 8)),
    "a run of blanks": lambda size: "가" + " " * size + "나",
    "a due date that never closes": lambda size: "- 길(21" + " " * size + "x",
    "a year that never closes": lambda size: "- 길: (‘21" + " " * size + "x",
    "open brackets": lambda size: "(" * size,
    "closing quotes": lambda size: "다." + "”" * size,
    "a number without end": lambda size: "1" * size,
    "colons": lambda size: "가:" * (size // 2),
    "phones": lambda size: "기획과 041-000-1234 " * (size // 16),
    "imprint lines": lambda size: "담당부서 : 기획과\n" * (size // 12),
    "grades": lambda size: "가등급" * (size // 3),
    "mixed directions": lambda size: "\u202e12억 원\u202c \u200f가" * (size // 10),
    "table rows": lambda size: "| 숲 | 12억 원 |\n" * (size // 14),
    "one table row": lambda size: "| " + "12억 원 | " * (size // 9),
}


def seconds(text: str) -> float:
    """Processor time, the shorter of two readings, since other programs share the machine."""
    times = []
    for _ in range(2):
        begin = time.process_time()
        assert_true_places(read(text))
        times.append(time.process_time() - begin)
    return min(times)


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_length_and_not_with_its_square(name: str) -> None:
    make = HOSTILE[name]
    seconds(make(500))  # patterns are compiled on first use
    short, long = seconds(make(4_000)), seconds(make(16_000))
    assert long / max(short, LEAST_SECONDS) < MOST_RATIO, (short, long)


@pytest.mark.thorough
@pytest.mark.parametrize(
    "text", ["가" * 1_000_000, "숲 12억 원 " * 100_000, "○ 숲\n" * 100_000, "○ 숲 " * 100_000]
)
def test_a_megabyte_is_read_in_a_minute(text: str) -> None:
    begin = time.process_time()
    reading = read(text)
    assert time.process_time() - begin < 60
    assert reading.passages


@pytest.mark.parametrize(
    "text", ["가" * 100_000, "숲 12억 원 " * 10_000, "○ 숲\n" * 10_000, "○ 숲 " * 10_000]
)
def test_a_tenth_of_that_is_read_in_seconds(text: str) -> None:
    begin = time.process_time()
    reading = read(text)
    assert time.process_time() - begin < 15
    assert reading.passages


def test_every_bullet_of_a_very_long_line_is_an_item() -> None:
    reading = read("○ 숲 " * 20_000)
    assert len(reading.passages) == 20_000


def test_no_passage_is_longer_than_a_reader_can_take_in() -> None:
    reading = read("가" * 5_000 + " " + "나무 " * 2_000)
    assert max(len(one.text) for one in reading.passages) <= 1_000
    assert "".join("".join(one.text.split()) for one in reading.passages) == "".join(
        reading.text.split()
    )


@pytest.mark.parametrize("folder", ["seeds", "eval/documents"])
def test_every_record_of_the_real_documents_points_truly_into_its_text(folder: str) -> None:
    if not (SHARED / folder).is_dir():
        pytest.skip(f"the original documents are not beside this checkout (../shared/{folder})")
    read_corpus = corpus.read_folders([SHARED / folder])
    assert read_corpus.readings
    assert not read_corpus.excluded
    for reading in read_corpus.readings:
        assert_true_places(reading)


def test_every_record_of_the_shipped_library_points_truly_into_its_text() -> None:
    library = corpus.read_folders([corpus.LIBRARY])
    assert not library.excluded
    for reading in library.readings:
        assert_true_places(reading)
        assert reading.facts, reading.document.id
