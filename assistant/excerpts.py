"""Excerpts: the part of a quote that an answer shows; the citation keeps the whole of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import corpus
from assistant.evidence import Evidence, holds
from assistant.grammar import Asked
from assistant.lines import keeps_answer
from assistant.matching import tight
from assistant.placings import keeps_rank
from assistant.synonyms import synonyms
from assistant.understand import Term, Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcerptOptions:
    """A quote of more than `whole` characters is shown in part, where it is sure which part.

    A quote of more than `most` lines or sentences is a text of its own and is only cut.
    """

    whole: int = 120
    most: int = 24


_VALUES = (
    Asked.AMOUNT,
    Asked.COUNT,
    Asked.RATIO,
    Asked.GRADE,
    Asked.DATE,
    Asked.DURATION,
    Asked.CONTACT,
    Asked.PERSON,
)
# Several values answer these, or all of a list does.
_OF_MANY = (
    Asked.LIST,
    Asked.TRAJECTORY,
    Asked.SUM,
    Asked.DIFFERENCE,
    Asked.MAXIMUM,
    Asked.MINIMUM,
    Asked.REMAINDER,
    Asked.RANK,
    Asked.SHARE,
    Asked.GROWTH,
    Asked.REASON,
)
_RULE = re.compile(r"^(?=[^\n]*--)[|: \t-]+$", re.MULTILINE)
_HEADING_MARKS = re.compile(r"^#+\s*")
_OPENING, _CLOSING = "([{（「『【〈《‘“", ")]}）」』】〉》’”"
_CLAUSE_ENDS = (". ", ", ", " / ", "; ", " ▲", " △", " · ")
_LEAST_SHARE = 0.5
"""A clause may end the cut text only behind so much of it, or too little would be left."""


def excerpts(
    asked: Understanding, one: Evidence, options: ExcerptOptions | None = None
) -> tuple[str, ...]:
    """The stretches of a quote to show, each on one line as it stands in the document.

    It is the shortest run of lines or sentences that meets every word and kind of value that the
    whole quote meets; a table's head goes with its rows. Where two runs do so, or a word is met by
    neither, the quote is shown whole.
    """
    options = options or ExcerptOptions()
    kept: tuple[str, ...] = (one.quote,)
    if len(one.quote) > options.whole and asked.asks(*_VALUES) and not asked.asks(*_OF_MANY):
        kept = _shortest(asked, one, options) or kept
    parts = [part for text in kept for part in _RULE.split(text)]
    shown = [_HEADING_MARKS.sub("", one_line(part)) for part in parts]
    return tuple(text for text in shown if text)


def one_line(quote: str) -> str:
    """A quote on one line: line breaks show as ' / ', runs of blanks as one."""
    return re.sub(r"[ \t\u00a0]+", " ", re.sub(r"\s*\n\s*", " / ", quote.strip()))


def cut(text: str, longest: int) -> str:
    """A text of at most `longest` characters, with '…' where words are left out behind.

    It ends at a clause or else between words: never inside a bracket, a quotation, an amount or a
    date. '' where no such place is left.
    """
    if len(text) <= longest:
        return text
    ends = [at for at in _word_ends(text, longest - 1) if at > 0]
    if not ends:
        return ""
    clauses = [
        at
        for at in ends
        if at >= longest * _LEAST_SHARE and any(text.startswith(e, at) for e in _CLAUSE_ENDS)
    ]
    return text[: (clauses or ends)[-1]].rstrip(" ,;/·") + "…"


def _word_ends(text: str, longest: int) -> list[int]:
    """Where a text may be cut: at blanks outside brackets, quotations, amounts and dates."""
    spans = [(one.start, one.end) for one in corpus.find_amounts(text)]
    spans += [(one.start, one.end) for one in corpus.find_dates(text)]
    ends: list[int] = []
    depth = 0
    for at, letter in enumerate(text[: longest + 1]):
        if letter in _OPENING:
            depth += 1
        elif letter in _CLOSING:
            depth = max(0, depth - 1)
        is_end = letter == " " or any(text.startswith(one, at) for one in _CLAUSE_ENDS)
        if is_end and depth == 0 and not any(start < at < end for start, end in spans):
            ends.append(at)
    return ends


def _shortest(
    asked: Understanding, one: Evidence, options: ExcerptOptions
) -> tuple[str, ...] | None:
    """The one shortest run of pieces that meets all that the quote meets; None where unsure."""
    spans = _pieces(one.quote)
    if not 1 < len(spans) <= options.most:
        return None
    words = [term for term in asked.terms if not term.is_measure]
    met = {term.form for term in words if _is_met(term, one.quote)}
    if len(met) < len(words):
        return None  # what a heading or another word answers may stand anywhere in the quote
    kinds = [kind for kind in asked.kinds if kind in _VALUES and holds(kind, one, asked)]
    marks = [one_of for one_of in _marks_of(asked) if one_of in one.quote]
    for size in range(1, len(spans)):
        runs = [
            (first, first + size)
            for first in range(len(spans) - size + 1)
            if all(
                mark in one.quote[spans[first][0] : spans[first + size - 1][1]] for mark in marks
            )
            and _meets_all(one, spans[first][0], spans[first + size - 1][1], words, kinds, asked)
        ]
        if len(runs) == 1:
            first, last = runs[0]
            text = one.quote[spans[first][0] : spans[last - 1][1]]
            head = _head_above(one.quote, spans, first)
            return (head, text) if head else (text,)
        if runs:
            return None
    return None


def _marks_of(asked: Understanding) -> tuple[str, ...]:
    """What tells one line from the next beside words: years as they are printed, and numbers."""
    years = tuple(str(year) for year in asked.figure_years)
    short = tuple(f"{mark}{year[2:]}" for year in years for mark in "'‘’")
    return (*years, *short, *asked.numbers, *asked.ordinals, *asked.halves)


def _meets_all(
    one: Evidence,
    start: int,
    end: int,
    words: list[Term],
    kinds: list[Asked],
    asked: Understanding,
) -> bool:
    text = one.quote[start:end]
    if not all(_is_met(term, text) for term in words):
        return False
    if not keeps_answer(text, one.quote, asked.text) or not keeps_rank(text, one.quote, asked.text):
        return False
    first, last = one.start + start, one.start + end
    facts = tuple(fact for fact in one.facts if fact.start < last and first < fact.end)
    part = replace(one, quote=text, facts=facts, start=first, end=last)
    return all(holds(kind, part, asked) for kind in kinds)


def _is_met(term: Term, text: str) -> bool:
    near = tight(text)
    forms = (term.form, *term.renderings, *synonyms(term.form))
    return any(len(tight(form)) > 1 and tight(form) in near for form in forms)


def _pieces(quote: str) -> list[tuple[int, int]]:
    """The lines of a quote, or the sentences of a quote of one line, as spans."""
    lines = [(one.start(), one.end()) for one in re.finditer(r"[^\n]+", quote) if one[0].strip()]
    if len(lines) > 1:
        return [span for span in lines if not _RULE.fullmatch(quote[span[0] : span[1]])]
    return list(corpus.sentence_spans(quote))


def _head_above(quote: str, spans: list[tuple[int, int]], first: int) -> str:
    """The head row of the table that a row stands in; '' for other lines and for the head."""
    if "|" not in quote[spans[first][0] : spans[first][1]]:
        return ""
    head = first
    while head > 0 and "|" in quote[spans[head - 1][0] : spans[head - 1][1]]:
        head -= 1
    return quote[spans[head][0] : spans[head][1]] if head < first else ""
