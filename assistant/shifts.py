"""Shifts: by how much figures rose or fell, also where one verb at the end is said of several.

`자체수입은 작년보다 54억 원, 이전재원은 674억 원 늘었다` prints two amounts and no
level. What a list of amounts is measured against (`reference`) may stand in the sentence before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.changes import MOVED, Change, read_changes, segments_of
from assistant.figures import Figure, read_figures

_REMEMBERED = 2_000
"""Texts whose shifts are kept: passages come up again from question to question."""
_LOOKED_BACK = 5
"""Sentences before a shift in which it may be said what it is measured against."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """What a figure moved by; `after` is what it became, `before` what it was, None where unsaid.

    `name` is what the text calls the figure, `reference` what it is measured against.
    text[start:end] is the sentence, with the figure that it became; `told` is where the sentence
    begins that says the reference, None where no other does.
    """

    amount: Figure
    after: Figure | None
    before: Figure | None = None
    is_up: bool
    name: str
    reference: str
    start: int
    end: int
    told: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Earlier:
    """What the sentences before measure against, and where the one begins that says so."""

    reference: str = ""
    start: int | None = None


_MARKED = 9
"""Letters from the end of a figure to the end of the words that measure something against it."""
_MASK = "#"
_THAN = re.compile(
    # '전체 예산 대비 집행률' is what a rate is of, not what it is set against.
    r"(?P<base>[^,;()\n]{1,40}?)\s?"
    r"(?:보다|대비(?!\s[가-힣]{1,5}[률율])|[에와과]\s?(?:비해서?|비하면|견줘|견주면|견주어|비교해|비교하면))(?=[\s#])|"
    r"(?P<span>(?:한\s?해|1년)\s?(?:동안|새|사이))(?=에?\s)"
)
_FIGURE_END = re.compile(r"#+[가-힣]{0,4}\s*$")
_GOES_ON = re.compile(r"(?:\s?\([^()]{1,30}\))?\s?(?:,|·|[와과](?=\s)|;)\s?")
_TURNS = re.compile(r"(?:\s?\([^()]{1,30}\))?\s?(?:이?으?로|이고|이며)(?=[\s,])")
_EACH = re.compile(r"\)?\s?(?:\([^()]{1,30}\)\s?)?(?:각각|모두|다)\s?")
# '청렴도', '만족도': the last letter of a measure is no particle.
_PARTICLE = re.compile(r"(?:은|는|이|가|(?<![렴족성척행년쟁])도|을|를|의)?\s*$")
_YEAR_SPAN = re.compile(r"\s?(?:전|새|사이|동안)(?=[\s보에과])")
_CLAUSE = re.compile(r"[,;:()\n]|(?<=[가-힣])[.]\s|(?:고|며|만|지만|다)\s|#\S*\s")
_APART = re.compile(r"[(…]")
_EDGE = re.compile(r"^[\s.·\-–※○•ㅇ*▲△▷◆■□↑↓#]+|[\s#]+$")
_SORTED = re.compile(r"^\S+별로(?:는|도)?\s(?:보면\s)?")
_BRACKET = re.compile(r"\s?\((?P<inside>[^()]{2,40})\)")
_ARROW = re.compile(r"(?P<up>↑|▲|증(?:가|액)?|늘|상승)|(?P<down>↓|△|▽|감(?:소|액)?|줄|하락)")


@lru_cache(maxsize=_REMEMBERED)
def shifts_in(text: str) -> tuple[Shift, ...]:
    """Every amount that a text says a figure moved by, in order, each once."""
    figures = read_figures(text).figures
    masked = _masked(text, figures)
    segments = segments_of(text)
    found: dict[int, Shift] = {}
    for number, (first, last) in enumerate(segments):
        own = [one for one in figures if first <= one.start < last and one.bound is None]
        own = [one for one in own if not _is_year_span(text, one)]
        earlier = _earlier(masked, segments[max(0, number - _LOOKED_BACK) : number])
        for one in _bracketed(masked, own, (first, last), earlier):
            found.setdefault(one.amount.start, one)
        left = [one for one in own if one.start not in found]
        for one in _listed(masked, left, (first, last), earlier):
            found.setdefault(one.amount.start, one)
    for change in read_changes(text):
        amount = change.amount
        if amount is None:
            continue
        if (known := found.get(amount.start)) is not None:
            if known.after is None and change.after is not None:
                found[amount.start] = replace(
                    known, after=change.after, start=min(known.start, change.start)
                )
            continue
        at = next((n for n, (s, e) in enumerate(segments) if s <= amount.start < e), 0)
        earlier = _earlier(masked, segments[max(0, at - _LOOKED_BACK) : at])
        found[amount.start] = _of_change(change, amount, masked, segments[at], earlier)
    return tuple(_named(one, masked, segments) for _, one in sorted(found.items()))


def _of_change(
    change: Change, amount: Figure, masked: str, segment: tuple[int, int], earlier: _Earlier
) -> Shift:
    after = change.after
    first, _ = segment
    here = [*_THAN.finditer(masked, first, amount.start + 1)]
    behind = (
        amount.start if after is None or after.start < first else min(amount.start, after.start)
    )
    return Shift(
        amount=amount,
        after=after,
        before=change.before,
        is_up=bool(change.is_up),
        name=_last_name(masked[first:behind]) if not here else _subject(masked, first, here[-1]),
        reference=_said(here[-1]) if here else change.reference or earlier.reference,
        start=change.start,
        end=change.end,
        told=None if here else earlier.start,
    )


def _named(one: Shift, masked: str, segments: Sequence[tuple[int, int]]) -> Shift:
    """A shift that its own sentence does not name, with the name that its figure has before it."""
    if one.name or one.after is None:
        return one
    first = next((s for s, e in segments if s <= one.after.start < e), one.start)
    return replace(one, name=_last_name(masked[first : one.after.start]))


def _masked(text: str, figures: Sequence[Figure]) -> str:
    """A text with marks in place of its figures, so that only its words are left."""
    for one in figures:
        if not _is_year_span(text, one):
            text = text[: one.start] + _MASK * (one.end - one.start) + text[one.end :]
    return text


def _is_year_span(text: str, one: Figure) -> bool:
    """Whether a figure only says since when something moved ('1년 전보다', '1년 새')."""
    return one.unit == "년" and one.value == 1 and _YEAR_SPAN.match(text, one.end) is not None


def _bracketed(
    masked: str, own: Sequence[Figure], span: tuple[int, int], earlier: _Earlier
) -> Iterator[Shift]:
    """`4612억 원(172억 원, 3.86%↑)`: a level and in brackets what it moved by."""
    for one in own:
        bracket = _BRACKET.match(masked, one.stop)
        if bracket is None:
            continue
        begin, end = bracket.span("inside")
        inside = [other for other in own if begin <= other.start < end and other.unit == one.unit]
        arrow = _ARROW.search(masked, inside[-1].end if inside else begin, end)
        if len(inside) != 1 or arrow is None:
            continue
        base = _THAN.search(masked, begin, inside[0].start + 1)
        yield Shift(
            amount=inside[0],
            after=one,
            is_up=arrow["up"] is not None,
            name=_last_name(masked[span[0] : one.start]),
            reference=_said(base) if base else earlier.reference,
            start=span[0],
            end=span[1],
            told=None if base else earlier.start,
        )


def _listed(
    masked: str, own: Sequence[Figure], span: tuple[int, int], earlier: _Earlier
) -> Iterator[Shift]:
    """The amounts of a sentence that a verb each, or one at the end, says moved."""
    base = _THAN.search(masked, *span)
    at = base.end() if base else span[0]
    said = _said(base) if base else ""
    reference = said or earlier.reference
    subject = _subject(masked, span[0], base)
    level = _level(masked, own, base)
    before = _base_value(masked, own, base)
    run: list[Shift] = []
    label_from = at
    for one in own:
        if one.start < at:
            continue
        name = _last_name(masked[label_from : one.start])
        if _TURNS.match(masked, one.stop):
            level, subject, label_from = one, name or subject, one.stop
            continue
        if one.unit in {None, "%"}:
            continue
        unit = "%" if one.unit == "%p" else one.unit
        is_of_level = level is not None and level.unit == unit
        moved = _moved(masked, one)
        run.append(
            Shift(
                amount=one,
                after=level if is_of_level else None,
                is_up=moved is None or moved["up"] is not None,
                before=before if not run else None,
                name=(subject if is_of_level or not name else name) or subject,
                reference=reference,
                start=span[0],
                end=span[1],
                told=None if said else earlier.start,
            )
        )
        level, label_from = None, one.stop
        if moved is not None and (base is not None or any(each.after for each in run)):
            is_up = moved["up"] is not None
            yield from (replace(each, is_up=is_up) for each in run)
        if moved is not None or not _GOES_ON.match(
            masked, one.stop + (masked[one.stop : one.stop + 1] == ")")
        ):
            run = []


def _moved(masked: str, one: Figure) -> re.Match[str] | None:
    """What says behind a figure, or behind '각각', that it rose or fell by it."""
    at = one.stop + (masked[one.stop : one.stop + 1] == ")")
    skip = _EACH.match(masked, at)
    return MOVED.match(masked, at) or (MOVED.match(masked, skip.end()) if skip else None)


def _base_value(masked: str, own: Sequence[Figure], base: re.Match[str] | None) -> Figure | None:
    """The figure that another is measured against, where it stands right before 'than'."""
    if base is None or not base["base"]:
        return None
    near = (one for one in own if one.end <= base.end() < one.end + _MARKED)
    one = next(near, None)
    if one is None or _TURNS.match(masked, one.stop) or _APART.search(masked, one.stop, base.end()):
        return None  # '7,477억 원으로 전년보다': what it became, not what it was
    return one


def _level(masked: str, own: Sequence[Figure], base: re.Match[str] | None) -> Figure | None:
    """The figure before 'than' that turns out to be what moved ('7,102억원으로 본예산보다 …')."""
    if base is None:
        return None
    told = [one for one in own if one.end <= base.end() and _TURNS.match(masked, one.stop)]
    return told[-1] if told else None


def _subject(masked: str, first: int, base: re.Match[str] | None) -> str:
    """What stands before that which something is measured against: its name."""
    if base is None:
        return ""
    words = base["span"] or _FIGURE_END.sub("", base["base"])
    own = _words_before_base(words)
    return _last_name(masked[first : base.start()] + words[: len(words) - len(own)])


def _said(base: re.Match[str]) -> str:
    """What an amount is measured against, without the figure that it may have."""
    return _words_before_base(base["span"] or _FIGURE_END.sub("", base["base"])).strip()


def _words_before_base(words: str) -> str:
    return re.split(
        r"#+\S*\s|(?<=[가-힣)])(?:(?<!같)은|는|이|가|을|를)\s|^\s*(?:이?으?로|이고|이며)\s", words
    )[-1]


def _last_name(words: str) -> str:
    """The last name in a stretch, without the figures and particles behind it."""
    words = words.rstrip()
    while (shorter := _FIGURE_END.sub("", words).rstrip(" (:[,")) != words:
        words = shorter
    found = [one for one in _CLAUSE.split(words) if one.strip()]
    name = _SORTED.sub("", _EDGE.sub("", found[-1])) if found else ""
    return " ".join(_PARTICLE.sub("", name).split())


def _earlier(masked: str, segments: Sequence[tuple[int, int]]) -> _Earlier:
    for start, end in reversed(segments):
        found = list(_THAN.finditer(masked, start, end))
        if found:
            return _Earlier(reference=_said(found[-1]), start=start)
    return _Earlier()
