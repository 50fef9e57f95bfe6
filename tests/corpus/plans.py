"""Invented plans: read from a string, checked for true places, generated for property tests."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

import corpus
from corpus.catalog import CatalogRow
from corpus.facts.statements import Statement, statements
from corpus.read import read_document

UNLISTED = CatalogRow(file="plan.txt")
"""A document of which no catalogue says anything."""

PLAN_2031 = CatalogRow(file="plan.txt", title="가람시 시행계획", fiscal_years=(2031,))
"""A plan for 2031 of no real place, and published on no known day."""


def read(
    text: str | bytes, suffix: str = ".txt", *, about: CatalogRow = UNLISTED
) -> corpus.Reading:
    """Read one document as `read_folders` would."""
    data = text.encode() if isinstance(text, str) else text
    return read_document(data, about, suffix=suffix)


def facts_of(
    text: str, *kinds: corpus.FactKind, about: CatalogRow = PLAN_2031
) -> tuple[corpus.Fact, ...]:
    """The facts of a plan that has this text, of the given kinds only (none: of all)."""
    facts = read(text, about=about).facts
    return tuple(one for one in facts if not kinds or one.kind in kinds)


def names_by_figure(title: str, text: str) -> dict[str, list[str]]:
    """The names of the figures of a document with this title and text, by the figure as printed."""
    found: dict[str, list[str]] = {}
    for one in facts_of(text, about=replace(PLAN_2031, title=title)):
        found.setdefault(one.raw_text.strip(), []).append(one.name)
    return found


def statements_of(text: str, *, about: CatalogRow = PLAN_2031) -> list[Statement]:
    """The statements of a plan that has this text, in order."""
    reading = read(text, about=about)
    return list(statements(reading.document, reading.passages))


def left_out(reading: corpus.Reading) -> list[tuple[str, str]]:
    """Reason and words of everything that the passages of a reading do not hold."""
    return [(one.reason, reading.text[one.start : one.end]) for one in reading.left_out]


def texts(reading: corpus.Reading) -> list[str]:
    """The words of all passages, in order."""
    return [one.text for one in reading.passages]


def assert_true_places(reading: corpus.Reading) -> None:
    """Every record points truly into the canonical text, ids are unique, parents exist."""
    text = reading.text
    sections = {one.id: one for one in reading.sections}
    passages = {one.id: one for one in reading.passages}
    assert len(sections) == len(reading.sections)
    assert len(passages) == len(reading.passages)
    assert len({one.id for one in reading.facts}) == len(reading.facts)
    for section in reading.sections:
        assert 0 <= section.start <= section.end <= len(text)
    for passage in reading.passages:
        assert passage.text == text[passage.start : passage.end]
        assert passage.text.strip() == passage.text != ""
        owner = sections[passage.section_id]
        assert owner.start <= passage.start
        assert passage.end <= owner.end or not owner.heading_path
    for fact in reading.facts:
        owner_passage = passages[fact.passage_id]
        assert fact.quote == text[fact.start : fact.end] != ""
        assert owner_passage.start <= fact.start < fact.end <= owner_passage.end
        assert fact.section_id == owner_passage.section_id
        assert fact.raw_text == "" or fact.raw_text in fact.quote
    for span in reading.left_out:
        assert 0 <= span.start < span.end <= len(text)
        assert span.reason
        if span.reason != "page_number":  # a page number may stand in the middle of a sentence
            assert not any(
                span.start < one.end and one.start < span.end for one in reading.passages
            ), (span, text[span.start : span.end])


_NOUNS = ("마을 숲", "물길", "도서관", "나눔센터", "청년 일터", "돌봄", "자전거길", "온누리 장터")
_DEEDS = ("조성", "정비", "확대", "보수", "운영", "지원", "구축")
_AMOUNTS = ("12억 3,400만원", "1,200백만원", "20억 원", "△3억 원", "2조 1,000억 원", "-", "미정")
_COUNTS = ("14개소", "1만 2천명", "3.2km", "55.5%", "270건", "5개 분야", "2등급", "40명 내외")
_TIMES = ("2031. 3. ~ 2031. 11.", "(‘31. 6.)", "매년", "2031년 상반기", "지난 6일", "민선 8기")
_CLAUSES = (
    "시는 시민과 함께 마을을 가꾼다.",
    "새 도서관이 지난해 문을 열었다.",
    "‘가’등급을 받았다.",
    "예산 규모는 총 8,500억 원 (일반 7,600, 특별 900)이다.",
    "이바다 기획예산실장은 “함께 가자”고 말했다.",
    "용역 2억 원 이상을 심사한다.",
)


@st.composite
def _phrases(draw: st.DrawFn) -> str:
    noun, deed = draw(st.sampled_from(_NOUNS)), draw(st.sampled_from(_DEEDS))
    shape = draw(st.integers(0, 5))
    figure = draw(st.sampled_from((*_AMOUNTS, *_COUNTS, *_TIMES)))
    if shape == 0:
        return f"{noun} {deed}"
    if shape == 1:
        return f"{noun} {deed} : {figure}"
    if shape == 2:
        return f"{noun} {deed}(건): (‘31) {draw(st.integers(0, 9999)):,} → (’35) 1,500"
    if shape == 3:
        return f"{noun} {deed} {figure}"
    if shape == 4:
        return draw(st.sampled_from(_CLAUSES))
    return f"{noun}을 위한"


@st.composite
def _lines(draw: st.DrawFn) -> str:
    phrase = draw(_phrases())
    number = draw(st.integers(1, 19))
    indent = " " * draw(st.integers(0, 4))
    mark = draw(
        st.sampled_from(
            ("○ ", "❍", "- ", "· ", "• ", "• - ", "▲", "△ ", "① ", "※ ", "⇒ ", "* ", "□ ", "")
        )
    )
    return draw(
        st.sampled_from(
            (
                f"{indent}{mark}{phrase}",
                f"제{number}장 {phrase}",
                f"{number}. {phrase}",
                f"가. {phrase}",
                f"{number}) {phrase}",
                f"【 {phrase} 】",
                f"○ {phrase} ○ {phrase} - {phrase} ※ {phrase}",
                f"▲{phrase} ▲{phrase}",
                f"- {number} -",
                f"{number}",
                "",
                f"{phrase}.. 더보기",
                f"| {phrase} | {number} | - |",
                "본문 바로가기",
                "홈 > 시정 > 계획",
                "만족도조사",
                "공유하기",
                "담당부서 : 공원녹지과",
                "연락처 : 041-000-1234",
                "최종수정일",
                "2031-01-15",
                f"{phrase}\u00a0\u3000{phrase}",
                f"도로‧하천・숲ㆍ길•{phrase}",
                " ".join([phrase] * 40),
            )
        )
    )


def plan_texts() -> st.SearchStrategy[str]:
    """Documents in the language of plans, with the accidents that extraction from pages brings."""
    return st.lists(_lines(), min_size=1, max_size=25).map(lambda lines: "\n".join(lines) + "\n가")


def hostile_texts() -> st.SearchStrategy[str]:
    """Any characters that a file can hold, and marks and figures in senseless order."""
    pieces = st.sampled_from(
        (
            *"○-·•▲①※□*|:()[]【】<>‘’'\"→~△,.%",
            *("\n", "\r\n", "\t", "  ", "\u00a0", "\u3000", "\u200b", "\u202e", "\u2028", "\x0c"),
            *("12억", "원", "년", "‘21", "(’25)", "제3장", "1.", "가.", "등급", "매년", "041-1"),
            *("담당부서", "더보기", "홈", "3:7", "지원규모", "시장", "홍길동", "민선", "\x85", "é"),
        )
    )
    noise = st.text(st.characters(codec="utf-8", exclude_characters="\x00"))
    return st.lists(st.one_of(pieces, noise), min_size=1, max_size=40).map("".join)
