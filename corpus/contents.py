"""Tables of contents, and the form that approved documents begin with: neither states anything."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsOptions:
    """What still is a table of contents; the figures of prose must never be taken for pages."""

    fewest_entries: int = 3
    longest_entry: int = 80
    """Characters of a heading with the leaders up to its page."""
    longest: int = 6_000
    """Characters of contents that run on in one line: some 150 entries."""
    most_empty_lines: int = 2
    """Between two entries."""
    longest_form: int = 400
    """Characters of the form before them: title, number, day and degree of openness."""


_DEFAULTS = ContentsOptions()
# The first letter stands before the rest, so that the search leaps from one to the next.
_TITLE = re.compile(
    r"[목차cC](?:(?<=목)\s*차|(?<=차)\s*례|(?<=[cC])(?i:ontents))(?=\s|$|[:：>〉】\])])"
)
_WHOLE_TITLE = re.compile(r"[\s\[<〈【(□■○-]*(?:목\s*차|차\s*례|(?i:contents))[\s\]>〉】)]*")
# A page number between blanks; '1.' begins an entry and ends none.
_PAGE = re.compile(r"(?<=[\s.…·‥⋯])\d{1,4}(?=\s|$)")
_NO_HEADING = re.compile(r"[○❍●◯□■◆:：;※|→%]|[다요]\.|\d(?:원|억|건|명|개)")
_CHAPTER = re.compile(r"\s*([ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ]|제\s?\d{1,3}\s?[편부장])")
_WORDS = re.compile(r"[가-힣A-Za-z]")
_LEADERS = re.compile(
    r"(?P<words>.{2,80}?)\s*(?:…|(?:[.·‥⋯ㆍ]\s?){3})[\s.…·‥⋯ㆍ]*(?P<page>\d{1,4})"
)
_ENTRY = re.compile(r"(?P<words>.{2,80}?)[\s.…·‥⋯ㆍ]+(?P<page>\d{1,4})")
# Labels of the form that an electronic approval system prints above a document.
_FORM_LABELS = re.compile(
    r"(?:결재문서|문서번호|결재일자|시행일자|접수일자|공개여부|공개구분|보존기간|결재권자|기안일자|생산등록번호|등록번호)(?![가-힣])"
)
_FORM_TITLE = re.compile(r"\s*결재문서\s+(?P<title>\S.{3,120}?)\s+문서번호")
_FEWEST_LABELS = 2
_LAST_VALUE = re.compile(
    r"\s*[:：]?\s*(?:(?:대시민\s?공개|부분\s?공개|비\s?공개|공개)(?:\s?\([\d,\s]{1,9}\))?"
    r"|(?:19|20)\d\d\.\s?\d{1,2}\.\s?\d{1,2}\.?|[가-힣A-Za-z0-9]{1,20}(?:-\d{1,8})?)"
)


def contents_lines(lines: Sequence[str], options: ContentsOptions | None = None) -> frozenset[int]:
    """Which lines make up a table of contents, its title included.

    Lines that name a page behind leaders ('1. 숲 ····· 3') are entries wherever several stand
    together; below a line that says 목차, lines that end in rising page numbers are too.
    """
    options = options or _DEFAULTS
    found: set[int] = set()
    at = 0
    while at < len(lines):
        line = lines[at].strip()
        may_be_title = "차" in line or "contents" in line.lower()
        if not may_be_title and not line[-1:].isdigit():
            at += 1
            continue  # most lines are neither
        is_titled = (
            may_be_title
            and len(line) < options.longest_entry
            and bool(_WHOLE_TITLE.fullmatch(line))
        )
        entries = []
        if is_titled or (line[-1:].isdigit() and len(line) <= options.longest_entry):
            pattern = _ENTRY if is_titled else _LEADERS
            entries = _entries(lines, at + is_titled, pattern, options)
        if len(entries) >= options.fewest_entries:
            found.update(entries)
            if is_titled:
                found.add(at)
            at = entries[-1] + 1
        else:
            at += 1
    return frozenset(found)


def _entries(
    lines: Sequence[str], begin: int, pattern: re.Pattern[str], options: ContentsOptions
) -> list[int]:
    """The lines from `begin` on that are entries; a few empty lines may stand between them."""
    entries: list[int] = []
    page = empty = 0
    for at in range(begin, len(lines)):
        line = lines[at].strip()
        if not line and empty < options.most_empty_lines:
            empty += 1
            continue
        empty = 0
        match = pattern.fullmatch(line) if len(line) <= options.longest_entry else None
        if match is None or int(match["page"]) < page or _NO_HEADING.search(match["words"]):
            break
        if not _WORDS.search(match["words"]):
            break
        page = int(match["page"])
        entries.append(at)
    return entries


def contents_span(
    text: str, start: int, end: int, options: ContentsOptions | None = None
) -> tuple[int, int] | None:
    """The table of contents that runs on inside the line text[start:end]; None where there is none.

    '목 차 Ⅰ. 여건 1 Ⅱ. 방향 6 Ⅲ. 계획 7 Ⅰ 여건 ○ …' ends behind the last page number that goes on
    rising; the next heading begins the document.
    """
    options = options or _DEFAULTS
    title = _TITLE.search(text, start, min(end, start + options.longest_form))
    if title is None:
        return None
    stop, page, entries, last_chapter = title.end(), 0, 0, ""
    for match in _PAGE.finditer(text, title.end(), min(end, title.end() + options.longest)):
        entry = text[stop : match.start()]
        chapter = _CHAPTER.match(entry)
        is_entry = (
            len(entry) <= options.longest_entry
            and int(match.group()) >= page
            and _WORDS.search(entry) is not None
            and _NO_HEADING.search(entry) is None
            and not (chapter and chapter[1] <= last_chapter)
        )
        if not is_entry:
            break
        stop, page, entries = match.end(), int(match.group()), entries + 1
        last_chapter = chapter[1] if chapter else last_chapter
    return (title.start(), stop) if entries >= options.fewest_entries else None


def form_title(text: str, options: ContentsOptions | None = None) -> str:
    """The title that the approval form at the head of a text gives; '' without such a form."""
    options = options or _DEFAULTS
    if form_end(text, 0, len(text), options) is None:
        return ""
    match = _FORM_TITLE.match(text, 0, options.longest_form)
    return match["title"].strip() if match else ""


def form_end(text: str, start: int, end: int, options: ContentsOptions | None = None) -> int | None:
    """Where the approval form ends with which a line begins: '결재문서 … 문서번호 … 공개여부 …'.

    None for any other line. One label alone is an item like any other ('○ 문서번호 : 감사-12').
    """
    options = options or _DEFAULTS
    stop = min(end, start + options.longest_form)
    if _FORM_LABELS.search(text, start, stop) is None:
        return None
    labels = list(_FORM_LABELS.finditer(text, start, stop))
    if len({one.group() for one in labels}) < _FEWEST_LABELS:
        return None
    value = _LAST_VALUE.match(text, labels[-1].end(), end)
    return value.end() if value else labels[-1].end()
