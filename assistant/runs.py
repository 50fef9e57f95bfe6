"""Runs of lines: the N things that a sentence announces and the lines behind it set out.

'4대 전략을 세웠다' stands above four lines that each begin with the same mark and have lines of
their own below them; no statement among them names all four.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import corpus
import index
from assistant.decline import DeclineOptions, covers
from assistant.evidence import Evidence
from assistant.grammar import Asked, numeral
from assistant.retrieve import Candidate, Retrieved
from assistant.understand import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """The best `candidates` statements may announce a run of `fewest` to `most` lines.

    The run is looked for within `reach` characters behind the announcement, and begins with its
    first or, where one line leads over to it, with its second line.
    """

    candidates: int = 12
    fewest: int = 2
    most: int = 8
    reach: int = 3_000


_NUMERAL = r"(?<![\d.,가-힣])(?P<number>\d{1,2}|두|세|네|다섯|여섯|일곱|여덟|아홉|열)"
_COUNTER = r"\s?(?:대|개|가지)?\s?"
_ANNOUNCED = re.compile(
    rf"{_NUMERAL}{_COUNTER}(?P<noun>[가-힣]{{2,8}}?)(?:[은는이가을를의]|에는|으?로|\s|\?|$)"
)
_LINE = re.compile(
    r"^[ \t]*(?P<mark>[△▲▷▶▹○◦ㅇ□■◇◆❍∙•·‧*\-–]|[①-⑳]|\d{1,2}[.)]|[가-하][.)]|[Ⅰ-Ⅻ][.)]?)"
    r"\s?(?P<text>\S.*)$"
)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int
    mark: str
    text: str


def announced_run(
    asked: Understanding,
    retrieved: Retrieved,
    snapshot: index.Snapshot,
    options: RunOptions | None = None,
    decline_options: DeclineOptions | None = None,
) -> tuple[Evidence, ...]:
    """The lines that set out the N things asked for, in order; () where no run is just so long.

    Only for a Korean question which N things there are, and only behind a statement that meets the
    question and says that there are N of them.
    """
    options, gate = options or RunOptions(), decline_options or DeclineOptions()
    is_list = asked.asks(Asked.LIST) and asked.wants_list and asked.nth is None
    count = asked.count or 0
    if asked.language != "ko" or not is_list or not options.fewest <= count <= options.most:
        return ()
    named = _ANNOUNCED.finditer(asked.text)
    match = next((one for one in named if numeral(one["number"]) == count), None)
    if match is None:
        return ()
    noun = match["noun"]
    said = re.compile(
        rf"(?<![\d.,])(?:{count}|{match['number']}){_COUNTER}(?:[가-힣]{{1,6}}\s)?{re.escape(noun)}"
    )
    for one in retrieved.candidates[: options.candidates]:
        is_about = one.fits and covers(one, asked, retrieved, gate)
        if is_about and not one.evidence.is_group and said.search(one.evidence.quote):
            run = _run_behind(one, noun, count, snapshot, options)
            if run:
                return run
    return ()


def _run_behind(
    one: Candidate, noun: str, count: int, snapshot: index.Snapshot, options: RunOptions
) -> tuple[Evidence, ...]:
    text = snapshot.text(one.evidence.document.id) or ""
    end = one.evidence.end
    lines = list(_siblings(text, end, min(len(text), end + options.reach)))
    named = re.compile(rf"\s?{re.escape(noun)}\s?(?:\d|[①-⑳ⅠⅡⅢⅣⅤ])")
    numbered = [line for line in lines if named.match(line.text)]
    run = numbered if len(numbered) > 1 else lines
    if len(run) != count:
        return ()
    request = index.RecordRequest(document_ids=(one.evidence.document.id,))
    passages = tuple(snapshot.passages(request))
    return tuple(
        replace(
            one.evidence,
            passage=_passage_at(line, passages) or one.evidence.passage,
            start=line.start,
            end=line.end,
            quote=text[line.start : line.end],
            facts=(),
            subject=(),
        )
        for line in run
    )


def _passage_at(line: _Line, passages: tuple[corpus.Passage, ...]) -> corpus.Passage | None:
    return next((one for one in passages if one.start <= line.start < one.end), None)


def _siblings(text: str, start: int, stop: int) -> Iterator[_Line]:
    """The marked lines of one rank behind a place of a text, up to what is no part of their list.

    Lines of another mark or deeper stand under them; a line without a mark that is not set in
    ends the list.
    """
    first: _Line | None = None
    led = 0
    for line in _lines(text, start, stop):
        if first is None and line.mark:
            first = line
        if first is None:
            led += 1
            if led > 1:
                return
            continue
        if line.mark == first.mark and line.indent == first.indent:
            yield line
        elif line.indent < first.indent or (not line.mark and line.indent == first.indent):
            return


def _lines(text: str, start: int, stop: int) -> Iterator[_Line]:
    at = text.find("\n", start)
    while 0 <= at < stop:
        end = text.find("\n", at + 1)
        end = len(text) if end < 0 else end
        line = text[at + 1 : end]
        if line.strip():
            found = _LINE.match(line)
            indent = len(line) - len(line.lstrip())
            yield _Line(
                at + 1 + indent,
                at + 1 + len(line.rstrip()),
                indent,
                _kind_of(found["mark"]) if found else "",
                found["text"] if found else line.strip(),
            )
        at = end if end < len(text) else -1


def _kind_of(mark: str) -> str:
    """Marks that count on are of one kind: '①' and '②', '1.' and '2.'."""
    kinds = (("①-⑳", "①"), ("0-9", "1"), ("가-하", "가"), ("Ⅰ-Ⅻ", "Ⅰ"))
    return next((kind for group, kind in kinds if re.match(f"[{group}]", mark)), mark)
