"""Enumerations: the things that a text lists, so that they can be counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.grammar import numeral


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumerationOptions:
    """What counts as an item of a list.

    A stretch longer than `longest_item` characters is a sentence and no item; a list of fewer than
    `fewest` items is none.
    """

    longest_item: int = 60
    fewest: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Enumeration:
    """The items of one list as printed, and what is said before them.

    `is_open` marks a list that ends in 등 or 'etc.', which names some of them. `stated` is the
    number of items that the list prints itself ('세 가지 평가 : ① …'), None where it prints none,
    and `stated_as` the words that print it ('세 가지').
    """

    label: str
    items: tuple[str, ...]
    is_open: bool = False
    stated: int | None = None
    stated_as: str = ""


# Each class of marks sets its own list apart: '▲' never goes on with a list that '①' began.
_MARKS = ("▲△▷▶►", "■◆◇□", "①-⑳", "㉠-㉭", "㈎-㈛")
_MARKED = tuple(re.compile(rf"[{marks}]\s?(?=[가-힣A-Za-z0-9‘“'\"「『(])") for marks in _MARKS)
_IS_MARK = re.compile(rf"[{''.join(_MARKS)}]")
_BULLET = re.compile(
    r"[ \t]*(?P<sign>[○ㅇ❍◦oO•∙·‧\-–*▪▫■◆▲△❏□●※]|\d{1,2}[.)]|[가-하][.)]|[①-⑳])\s+(?=\S)"
)
_COLON = re.compile(r"\s?:\s")
_BRACKET = re.compile(r"[(（]([^()（）\n]{3,200})[)）]")
_COMMA = re.compile(r",(?!\d)\s*|、\s*")
_DOT = re.compile(r"\s[·ㆍ・]\s")
_QUOTED = re.compile(r"[‘「『“]([^‘’「」『』“”\n]{1,60})[’」』”]")
_BETWEEN_QUOTED = re.compile(r"\s?(?:와|과|,|·|및|/)?\s?")
# How a list ends: 등 with what follows it, or the end of a statement that only names things.
_OPEN = re.compile(r"\s등(?:의|을|을?\s|이|에|으로|과|과의)?(?![가-힣])|,?\s+etc\.?", re.IGNORECASE)
# '… 주차장 확충이 꼽힌다' names those that stand out.
_EXAMPLES = re.compile(r"[이가을를]\s(?:꼽|대표|손꼽|들\s수|눈에\s띄|눈에\s띈|눈길)[^\n]{0,12}$")
_ENDING = re.compile(r"(?:이다|입니다|임|이며|이고|다)?[.。;]?\s*$")
_SENTENCE = re.compile(r"(?:다|요|함|음)[.。]?\s*$")
_LAST_TWO = re.compile(r"\s(?:및|그리고)\s|^(?:및|그리고|and)\s|\sand\s")
_JOINED = re.compile(r"[가-힣](?:와|과)\s")
_LEAD = re.compile(r"^.*[가-힣](?:은|는|에서|에는)\s")
_THINGS = r"분야|과제|기관|항목|부문"
_UNITS = rf"(?:개\s(?:{_THINGS})|개\s?소|개|가지|곳|군데|종|{_THINGS}|건|갈래|단계)"
_STATED = re.compile(
    r"(?<![\d.,])(?P<digits>\d{1,2})\s?(?:대\s|" + _UNITS + r")(?!월|년)"
    r"|(?<![가-힣])(?P<word>두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s?" + _UNITS
)
_LETTER = re.compile(r"[가-힣A-Za-z]")
# A stretch with a figure in its own unit ('7,200억 원') says how much, and names no thing.
_FIGURE = re.compile(r"\d\s?(?:억|조|만|천|백만)?\s?(?:원|명|건|%|㎡|회)(?![가-힣])")


def enumerations(quote: str, options: EnumerationOptions | None = None) -> tuple[Enumeration, ...]:
    """Every list in a text: behind marks, as bullets under a line, after a colon, in a bracket.

    Only lists whose ends are certain are given: where the last two items are joined by a particle
    that may also stand inside a name ('취업과 창업'), how many there are is not known.
    """
    options = options or EnumerationOptions()
    found = [*_bulleted(quote, options)]
    for line in quote.splitlines():
        marked = list(_by_marks(line, options))
        found += marked or [*_after_colon(line, options), *_bracketed(line, options)]
        found += _quoted(line, options)
    unique = {(one.label, one.items): one for one in found}
    return tuple(unique.values())


def _by_marks(line: str, options: EnumerationOptions) -> Iterator[Enumeration]:
    for pattern in _MARKED:
        starts = [(one.start(), one.end()) for one in pattern.finditer(line)]
        if len(starts) < options.fewest:
            continue
        stops = [start for start, _ in starts[1:]] + [len(line)]
        inner = [line[end:stop] for (_, end), stop in zip(starts, stops, strict=True)]
        if any(_IS_MARK.search(one) for one in inner):
            continue  # a list inside a list: which of the two is counted is not certain
        yield from _listed(line[: starts[0][0]], inner, options, is_marked=True)


def _bulleted(quote: str, options: EnumerationOptions) -> Iterator[Enumeration]:
    """The lines under the first one that bear the sign of the second, deeper ones left out."""
    first, *rest = [line for line in quote.splitlines() if line.strip()] or [""]
    bullets = [(_BULLET.match(line), line) for line in rest]
    if not bullets or bullets[0][0] is None:
        return
    level = _level(bullets[0][0]["sign"])
    head = _BULLET.match(first)
    if head is not None and _level(head["sign"]) == level:
        return  # the first line is an item itself, and what the list is of is not said
    inner = [
        line[match.end() :]
        for match, line in bullets
        if match is not None and _level(match["sign"]) == level
    ]
    yield from _listed(first, inner, options, is_marked=True)


def _level(sign: str) -> str:
    if sign[0].isdecimal():
        return "1" + sign[-1]
    if "가" <= sign[0] <= "힣":
        return "가" + sign[-1]
    return "①" if "①" <= sign[0] <= "⑳" else sign


def _after_colon(line: str, options: EnumerationOptions) -> Iterator[Enumeration]:
    label, colon, text = _parted(line, _COLON)
    if colon:
        yield from _separated(label, text, options)
    elif _OPEN.search(line):
        before = _OPEN.split(line, maxsplit=1)[0]
        pieces = _COMMA.split(before)
        lead = _LEAD.match(pieces[0])
        start = lead.end() if lead else 0
        yield from _separated(line[:start] or line, line[start:], options)


def _bracketed(line: str, options: EnumerationOptions) -> Iterator[Enumeration]:
    for one in _BRACKET.finditer(line):
        if not _FIGURE.search(one[1]):
            yield from _separated(line[: one.start()], one[1], options)


def _separated(label: str, text: str, options: EnumerationOptions) -> Iterator[Enumeration]:
    opened = _OPEN.search(text)
    inside = text[: opened.start()] if opened else _ENDING.sub("", text)
    behind = text[opened.end() :] if opened else ""
    pieces = _COMMA.split(inside) if _COMMA.search(inside) else _DOT.split(inside)
    if len(pieces) < options.fewest or (not opened and _SENTENCE.search(text)):
        return
    if "," in inside and _DOT.search(inside):
        return
    *firsts, last = pieces
    lasts = [one for one in _LAST_TWO.split(last) if one.strip()]
    if any(_JOINED.search(one) for one in (lasts[-1:] if lasts else ())):
        return
    yield from _listed(label, [*firsts, *lasts], options, is_open=opened is not None, after=behind)


def _quoted(line: str, options: EnumerationOptions) -> Iterator[Enumeration]:
    """Names in quote marks one right behind the other: ‘A’, ‘B’와 ‘C’."""
    run: list[re.Match[str]] = []
    for one in (*_QUOTED.finditer(line), None):
        if one is not None and (
            not run or _BETWEEN_QUOTED.fullmatch(line[run[-1].end() : one.start()])
        ):
            run.append(one)
            continue
        if len(run) >= options.fewest:
            after = line[run[-1].end() :]
            yield from _listed(
                line[: run[0].start()],
                [match[1] for match in run],
                options,
                is_open=_OPEN.match(after) is not None,
                after=after,
                is_marked=True,
            )
        run = [one] if one is not None else []


def _listed(
    label: str,
    inner: list[str],
    options: EnumerationOptions,
    *,
    is_open: bool = False,
    is_marked: bool = False,
    after: str = "",
) -> Iterator[Enumeration]:
    items = [one.strip(" \t,;·:") for one in inner]
    if is_marked and items:
        opened = re.search(r"\s등[.。]?$", items[-1]) or _EXAMPLES.search(items[-1])
        is_open = is_open or opened is not None
        items[-1] = items[-1][: opened.start()].strip() if opened else items[-1]
        items = [one.rstrip(".。") for one in items]
    is_list = (
        len(items) >= options.fewest
        and all(_LETTER.search(one) and len(one) <= options.longest_item for one in items)
        and len(set(items)) == len(items)
        and (is_marked or not any(_FIGURE.search(one) for one in items))
    )
    stated, stated_as = _stated(label, after)
    if is_list:
        yield Enumeration(
            label=label.strip(),
            items=tuple(items),
            is_open=is_open,
            stated=stated,
            stated_as=stated_as,
        )


def _stated(label: str, after: str) -> tuple[int | None, str]:
    """The number that is printed right before a list or right behind it."""
    behind = _STATED.match(after.strip())
    before = [*_STATED.finditer(label)]
    match = behind or (before[-1] if before else None)
    if match is None:
        return None, ""
    return numeral(match["digits"] or match["word"]), match[0].strip()


def _parted(line: str, pattern: re.Pattern[str]) -> tuple[str, bool, str]:
    match = pattern.search(line)
    if match is None:
        return line, False, ""
    return line[: match.start()], True, line[match.end() :]
