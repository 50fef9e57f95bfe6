"""Changes as prose prints them: what a figure was, what it became, and by how much it moved.

`6.1일에서 4.7일로 줄었다`, `24대 → 31대`, `520명(2023년 410명)`, `82점 ※ 평균 74점`,
`13만원으로 전년보다 2만원 줄었다`, `총 8,898억원(당초 8,198억원, 700억원 증)`. Only what stands in
these forms is read: two figures that merely follow each other are no change of one another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import corpus
from assistant.figures import Figure, Moment, Said, read_figures
from assistant.turned_rows import COUNTS, is_said_as, turned_rows

_REMEMBERED = 2_000
"""Texts whose changes are kept: the gate reads those again that an answer was made from."""
_NEAR = 30
"""Letters between a value and what it is measured against; further apart it is another matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One figure in two states, in one unit; text[start:end] holds all that is said of it.

    Of `before`, `after` and `amount` (what it moved by) at least two are printed, or `amount`
    alone. `is_up` is None where only the two states are printed. `name` is what the text calls it,
    `reference` the words for what it is measured against ('전년', '평균', '당초'). `years` are
    those printed with before and after, None where the text prints none.
    """

    before: Figure | None
    after: Figure | None
    amount: Figure | None
    is_up: bool | None
    name: str
    reference: str
    years: tuple[int | None, int | None]
    start: int
    end: int


_UP = (
    r"늘|증가|증액|증(?![가-힣])|↑|많|높|올[라랐리려린]|오[르른]|상승|불[어었]|커[졌지]|컸|큰|웃|"
    r"넘[는었어]|위(?![가-힣])|추가|상향|인상|확대"
)
_DOWN = (
    r"줄|삭감|깎|감소|감액|감(?![가-힣])|↓|적(?=[다은었어음지게])|낮|떨어|하락|내[려렸린]|작[다은았]|밑|"
    r"아래|모자|단축|빨라|빨랐|빠른|짧|인하|앞당"
)
MOVED = re.compile(
    rf"(?:이나|가량|정도|만큼|이|가|을|를)?\s?"
    rf"(?:\((?:[^()\d]{{1,12}}|\d[\d.,]*\s?(?:%|퍼센트)p?)\)\s?)?(?:이|가|을|를)?\s?(?:더\s)?"
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
)
"""What says right behind a figure that something rose or fell by it, or lies so far off."""
_RELATIVE = (
    r"전년|지난해|작년|전해|올해|(?:한\s?해|1년)\s?전|당초|기존|종전|본예산|평균|지난번|직전"
)
_AGAINST = re.compile(
    rf"(?P<words>(?:{_RELATIVE}|(?:19|20)\d\d년도?|['‘’]\d\d년)[가-힣\s]{{0,8}}?)\s?(?:보다|대비|에\s?비[해하]|[와과]\s?견|에\s?견)"
)
_AFTER_BASE = re.compile(
    r"\)?\s?(?:보다|대비|에\s?비[해하]\S*|[와과]\s?(?:견[주줘]|비교)\S*|에\s?견[주줘]\S*|에서|을|를|"
    r"이던\s[가-힣]{2,4}보다|였던\s[가-힣]{2,4}보다)\s(?:는\s)?(?:[가-힣]{1,4}\s)?"
)
_AFTER_BASE_TIGHT = re.compile(r"\)?(?:보다|대비)\s?")
_BEFORE_LABEL = re.compile(rf"(?:{_RELATIVE})(?:도|은|는|에는|의)?\s?(?:말\s?)?[:(]?\s?$")
_FROM_TO = re.compile(
    r"\s?(?:\([^()]{0,12}\)\s?)?(?:에서|→|⇒|➡|➔|->|=>)\s?(?:[^\d,.;()]{0,12}|\([^()]{0,12}\)\s?)"
)
_COPULA = re.compile(r"^\s?(?:이고|이며|으로|로|이다)?,?\s*")
_LAST_YEAR_SAID = re.compile(
    r"[\s※*(\-]*(?P<words>전년(?:도)?|지난해|작년|전해)(?:에는|에|엔|은|는)?\s"
)
_WHOLE = re.compile(r"(?:모두|총|전체|합계)\s?$")
_ARROW = re.compile(r"[→⇒➡➔]|->|=>")
_TO = re.compile(r"\s?(?:까지|으로|로)")
_OPEN = re.compile(r"\s?[(（]\s?")
_CLOSE = re.compile(r"\s?[)）,]")
_BETTER_THAN = re.compile(r"\s?[,(※\n\s/*]*[※(,]?\s?[가-힣\s]{0,14}평균\s?(?:은|:|\()?\s?")
_RATE = re.compile(r"[△▲↑↓]?\d[\d.,]*\s?(?:%|퍼센트|배)")
_JOINS = re.compile(r"에서|에는|으로|합친|합한|모두|[^가-힣A-Za-z]")
_TURNED = re.compile(r"(?:[가-힣]{0,5}(?:난|은|린|한|된|진|른|든)|어|어나)\s(?:[가-힣]{1,8}\s)?")
_LEADS = re.compile(
    r"^[\s,.;:)·\-※○•*▲△(↑↓]*(?:(?:이며|이고|으로|로|이|가|은|는|을|를|다)[\s,.])?\s*"
)


@lru_cache(maxsize=_REMEMBERED)
def read_changes(text: str) -> tuple[Change, ...]:
    """Every change that a text prints, in the order in which they stand."""
    said = read_figures(text)
    segments = segments_of(text)
    found = list(_moved(text, said, segments))
    used = {
        frozenset((one.before.start, one.after.start))
        for one in found
        if one.before is not None and one.after is not None
    }
    pairs = (*_from_to(text, said), *_beside(text, said), *_last_year(text, said, segments))
    for before, after, reference in pairs:
        if frozenset((before.start, after.start)) not in used:
            used.add(frozenset((before.start, after.start)))
            found.append(_change(text, said, segments, before, after, None, None, reference))
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def moves(text: str, before: Figure, after: Figure) -> bool:
    """Whether a text says that its one figure turned into the other, not only that both are."""
    return any(
        one.before is not None
        and one.after is not None
        and "평균" not in one.reference
        and (one.before.value, one.after.value) == (before.value, after.value)
        and all(is_said_as(each.unit, before.unit) for each in (one.before, one.after))
        for one in read_changes(text)
    )


def segments_of(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences and lines of a text."""
    found = []
    at = 0
    for line in text.splitlines(keepends=True):
        spans = corpus.sentence_spans(line) or ((0, len(line.rstrip())),)
        found += [(at + start, at + end) for start, end in spans if end > start]
        at += len(line)
    return tuple(found)


def _segment_of(segments: Sequence[tuple[int, int]], at: int) -> int:
    return max((n for n, (start, _) in enumerate(segments) if start <= at), default=0)


def _is_usable(one: Figure) -> bool:
    return one.bound is None and one.unit not in {"%", "%p", "년", "월", "위", "세"}


def _moved(text: str, said: Said, segments: Sequence[tuple[int, int]]) -> Iterator[Change]:
    """Figures that something rose or fell by, with what it was and became where that is said."""
    reference = ""
    for number, amount in enumerate(said.figures):
        direction = MOVED.match(text, amount.end)
        if direction is None or amount.unit is None:
            continue
        if not _is_usable(amount) and amount.unit != "%p":
            continue
        at = _segment_of(segments, amount.start)
        first, _ = segments[at]
        earlier = [one for one in said.figures[:number] if one.start >= first]
        back = earlier[-1].end if earlier else first
        lead = text[back : amount.start]
        is_up = direction["up"] is not None
        before = earlier[-1] if earlier and _is_base(text, earlier[-1], amount) else None
        against = _AGAINST.search(lead)
        if before is not None:
            reference = _words_before(text, before, first)
        elif against is not None:
            reference = against["words"].strip()
        elif not re.search(r"[(（]\s?$", lead):
            reference = ""  # only a bracket leans on what the one before was measured against
        after = _became(text, said, segments, number, before, bool(against))
        if before is not None and after is not None:
            gap = after.value - before.value
            if abs(gap) != amount.value or (gap > 0) != is_up:
                after = None
        if before is None and after is None and not against:
            continue
        yield _change(text, said, segments, before, after, amount, is_up, reference)


def _is_base(text: str, one: Figure, amount: Figure) -> bool:
    """Whether the figure before an amount is what that amount is measured against."""
    if one.unit != amount.unit or not _is_usable(one):
        return False
    between = text[one.end : amount.start]
    if _AFTER_BASE.fullmatch(between) or _AFTER_BASE_TIGHT.fullmatch(between):
        return True
    is_labelled = _BEFORE_LABEL.search(text[max(0, one.start - 12) : one.start]) is not None
    return is_labelled and re.fullmatch(r"\s?[,/:]\s?", between) is not None


def _words_before(text: str, one: Figure, first: int) -> str:
    """The few words right before a figure, back to the last separator."""
    return re.split(r"[,;:()\n]", text[max(first, one.start - 20) : one.start])[-1].strip()


def _became(
    text: str,
    said: Said,
    segments: Sequence[tuple[int, int]],
    number: int,
    before: Figure | None,
    is_relative: bool,
) -> Figure | None:
    """The value that moved: right before what it is measured against, else right behind."""
    amount = said.figures[number]
    at = _segment_of(segments, amount.start)
    first, last = segments[at]
    behind = said.figures[number + 1 : number + 2]
    direction = MOVED.match(text, amount.end)
    end = direction.end() if direction else amount.end
    for one in behind:
        fits = one.start < last and _is_of(amount, one)
        is_turned = text[end - 1] in "른린" and not text[end : one.start].strip()
        if fits and (is_turned or _TURNED.fullmatch(text[end : one.start])):
            return one
    limit = before.start if before is not None else amount.start
    known = [one for one in said.figures if first <= one.start < limit]
    if known:
        one = known[-1]
        between = text[one.end : limit]
        # '6,902억원이고 전년보다 418억원 줄었다': what follows at once is said of the same figure.
        goes_on = is_relative and _AGAINST.match(_COPULA.sub("", between)) is not None
        is_apart = re.search(r"[;]|(?:고|며),?\s\S", between) is not None
        is_near = len(between) <= _NEAR and (goes_on or not is_apart)
        fits = _is_of(amount, one)
        is_led = before is not None or is_relative or _OPEN.fullmatch(between) is not None
        return one if fits and is_near and is_led else None
    lead = text[first : amount.start]
    if at and is_relative and _AGAINST.match(lead.lstrip("※*(- ")):
        # '목표는 50억 원이다. 올해보다 3억 원 많다': the sentence before said what it is.
        start, end = segments[at - 1]
        told = [one for one in said.figures if start <= one.start < end]
        same = [one for one in told if _is_of(amount, one)]
        if _is_whole(same):
            return same[0]
        return same[0] if len(same) == 1 and told[-1] is same[0] else None
    return None


def _is_of(amount: Figure, one: Figure) -> bool:
    """Whether a figure may have moved by an amount: of one unit, per cent by points of it."""
    if amount.unit == "%p":
        return one.unit == "%" and one.bound is None
    return one.unit == amount.unit and _is_usable(one)


def _is_whole(figures: Sequence[Figure]) -> bool:
    """Whether the first of a sentence's figures is what all others add up to."""
    return len(figures) > 2 and figures[0].value == sum(one.value for one in figures[1:])


def _last_year(
    text: str, said: Said, segments: Sequence[tuple[int, int]]
) -> Iterator[tuple[Figure, Figure, str]]:
    """`모두 114건이다. 작년에는 97건이었다`: the year before, told in a sentence of its own."""
    for (start, end), (first, last) in pairwise(segments):
        opening = _LAST_YEAR_SAID.match(text, first)
        earlier = [one for one in said.figures if first <= one.start < last]
        told = [one for one in said.figures if start <= one.start < end]
        if opening is None or len(earlier) != 1 or not _is_usable(earlier[0]):
            continue
        same = [one for one in told if one.unit == earlier[0].unit and _is_usable(one)]
        whole = [one for one in same if _WHOLE.search(text[max(start, one.start - 6) : one.start])]
        after = whole if len(whole) == 1 else same[:1] if _is_whole(same) else same
        if len(after) == 1 and after[0].value != earlier[0].value:
            yield earlier[0], after[0], opening["words"]


def _from_to(text: str, said: Said) -> Iterator[tuple[Figure, Figure, str]]:
    yield from ((one, other, "") for one, other in turned_rows(text, said.figures))
    for one, other in pairwise(said.figures):
        if one.unit != other.unit or not (_is_usable(one) and _is_usable(other)):
            continue
        if one.value == other.value or not _FROM_TO.fullmatch(_blanked(text, said, one, other)):
            continue
        is_arrow = _ARROW.search(text, one.end, other.start) is not None
        if is_arrow or _TO.match(text, other.end):
            yield one, other, ""


def _beside(text: str, said: Said) -> Iterator[tuple[Figure, Figure, str]]:
    """`520명(2023년 410명)`, `520명(전년 410명)` and a value with the average beside it."""
    for one, other in pairwise(said.figures):
        if one.unit != other.unit or one.unit is None or one.value == other.value:
            continue
        if not (_is_usable(one) and _is_usable(other)):
            continue
        between = text[one.end : other.start]
        inside = _OPEN.match(between)
        label = between[inside.end() :] if inside else ""
        if inside and _CLOSE.match(text, other.end) and len(label) <= 12:
            is_dated = any(one.end <= m.start and m.end <= other.start for m in said.moments)
            if _BEFORE_LABEL.search(label) or (is_dated and not re.search(r"[가-힣]{3}", label)):
                yield other, one, label.strip()
                continue
        if _is_measured(text, between, one, other, label):
            yield other, one, _words_before(text, other, one.end)
            continue
        if len(between) <= _NEAR and _BETTER_THAN.fullmatch(between):
            yield other, one, "평균"


def _is_measured(text: str, between: str, one: Figure, other: Figure, label: str) -> bool:
    """`4,812건으로 2022년 4,105건보다 17.2% 늘었다`: a value and what its rate is against."""
    if len(between) > _NEAR or re.search(r"[;\n]|다\.\s|(?:고|며),?\s", between):
        return False
    than = _AFTER_BASE.match(text, other.end) or _AFTER_BASE_TIGHT.match(text, other.end)
    rate = _RATE.match(text, than.end()) if than else None
    led = label or between
    return rate is not None and (
        _BEFORE_LABEL.search(led) is not None or re.search(r"\d\d년\s?(?:말\s)?$", led) is not None
    )


def _blanked(text: str, said: Said, one: Figure, other: Figure) -> str:
    """What stands between two figures, without the years that go with them."""
    between = text[one.end : other.start]
    for moment in said.moments:
        if one.end <= moment.start and moment.end <= other.start:
            between = between.replace(text[moment.start : moment.end], "")
    return re.sub(r"\(\s?\)", "", between)


def _change(
    text: str,
    said: Said,
    segments: Sequence[tuple[int, int]],
    before: Figure | None,
    after: Figure | None,
    amount: Figure | None,
    is_up: bool | None,
    reference: str,
) -> Change:
    members = sorted(
        (one for one in (before, after, amount) if one is not None), key=lambda one: one.start
    )
    first, last = members[0], members[-1]
    start, _ = segments[_segment_of(segments, first.start)]
    _, end = segments[_segment_of(segments, last.start)]
    lead = [one.end for one in said.figures if start <= one.start < first.start]
    back = lead[-1] if lead else start
    name = _LEADS.sub("", text[back : first.start])
    if COUNTS.fullmatch(f"{name} ") and said.figures:
        opening = next((one.start for one in said.figures if one.start >= start), first.start)
        name = _LEADS.sub("", text[start:opening])  # '1실 30과 136팀': named before the whole row
    elif len(_JOINS.sub("", name)) < 2:
        name = _LEADS.sub("", text[start : first.start])  # '31개소에서 92건': named further on
    return Change(
        before=before,
        after=after,
        amount=amount,
        is_up=is_up,
        name=" ".join(name.split()),
        reference=reference,
        years=(_year_at(text, said, before, start), _year_at(text, said, after, start)),
        start=start,
        end=max(end, last.stop),
    )


def _year_at(text: str, said: Said, figure: Figure | None, first: int) -> int | None:
    """The year printed with a figure: in a bracket right behind it, else before it."""
    if figure is None:
        return None
    for one in said.moments:
        is_bracket = _OPEN.fullmatch(text[figure.end : one.start]) and _CLOSE.match(text, one.end)
        if is_bracket and len(one.years) == 1:
            return min(one.years)
    before = [one for one in said.moments if first <= one.start and one.end <= figure.start]
    if not before or not _is_alone(before[-1], figure, said):
        return None
    return min(before[-1].years) if len(before[-1].years) == 1 else None


def _is_alone(moment: Moment, figure: Figure, said: Said) -> bool:
    """Whether no other figure of the unit stands between a year and a figure."""
    near = figure.start - moment.end <= _NEAR
    return near and not any(
        moment.end <= one.start < figure.start and one.unit == figure.unit for one in said.figures
    )
