"""Sums: figures of a list that add up to one told beside them, named as the parts of it.

'17억 원을 아꼈다. ▲공사 11억 원 ▲용역 6억 원' tells what was saved on works, no cost of them. That
the figures of a list make another one together proves whose parts they are, whatever the words
between them are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from decimal import Decimal
from itertools import groupby, pairwise

from corpus.facts.doubts import FIGURE_UNSURE, NAME_UNSURE, OF_NAME
from corpus.facts.flags import THRESHOLD
from corpus.facts.labels import clean_name
from corpus.facts.own_words import is_connective, tells_which
from corpus.facts.papers import is_plan_of_all
from corpus.facts.phrases import AND_OTHERS
from corpus.facts.topics import main_topic
from corpus.particles import without_particle
from corpus.records import record
from corpus.types import Fact, FactKind

_COUNTED = frozenset({FactKind.BUDGET, FactKind.STATISTIC, FactKind.AUDIT})
_UNITS = frozenset({"원", "건", "개", "명", "곳", "개소"})
_NO_PART = frozenset({"change", "difference", "share", "before_change", THRESHOLD, "per_unit"})
_OPEN = OF_NAME | {NAME_UNSURE, FIGURE_UNSURE}
_SIDES = frozenset({"세입", "세출"})
_QUOTES = re.compile(r"[\"'‘’“”]")
_WON, _SHARE = "원", "%"
_MARK = r"[▲△▴▵▷▶■◇◆,/;]"
_FIGURE = r"\d[\d,.\s조억만천백]*(?:원|건|개소|개|명|곳)?"
# What parts two figures of a list: '11억 원 ▲', '5건(3%), ', '8건이고 ', '3명과 ', '9건 2억 원, '.
_NEXT = re.compile(
    rf"(?:[·\s]+{_FIGURE})?(?:씩)?\s?(?:\([^()]*\))?\s?"
    rf"(?:{_MARK}|이고,?\s|이며,?\s|[과와]\s(?!비교|견[줘주]|달리)|및\s|에서\s?{_FIGURE},)"
)
_COUNT_BEHIND = re.compile(
    r"(?:(?:은|는|이|가|에서|에)?\s|\s?·\s?)\d[\d,.]*\s?(?:건|개소|개|명|곳)?\W*(?:에서|에|·|이|가|은|는)?$"
)
_TOPIC = re.compile(r"^(?:세[입출]|수입|지출|재원|[가-힣]{2,}별로)[은는]$")
_TOGETHER = re.compile(r"모두|합[해쳐계하치]|총|더[해하한]|등\s")
_LABEL_FROM = re.compile(
    rf"{_MARK}|[○•●□※:：()\[\]=→]|\s[-–ㆍ]\s|^\s?[-–ㆍ]\s|다\.\s|(?:은|는|면|로|에)\s(?=\S+\s*$)"
)
# A measure that says what was done: without it a part is taken for something else.
_DONE = re.compile(
    r"(?:절감|절약|증가|감소|증액|감액|삭감|체납|징수|집행|지출|결정|추징|회수|환수|부과|정리|이월|불용|확보|반납|미납|감면|늘린|줄인|잔)액$"
    r"|^(?:지적|적발|체납|처분|조치|탈락|감축|증원|감원)$"
)
_ROUNDING = Decimal("0.003")
_NEAR, _BACK, _FEWEST = 800, 8, 2
_MOST = 40  # parts of one sum; a longer list is a table
_LONGEST, _LONGEST_LABEL = 40, 24  # letters of a whole and of the label of a part
_SMALL = 10  # a count that a few lines make by chance


@record(frozen=True, slots=True, kw_only=True)
class _Placed:
    """A fact with its order in the document and its place in its quote, -1 for none."""

    fact: Fact
    order: int
    at: int

    @property
    def end(self) -> int:
        return self.at + len(self.fact.raw_text.rstrip())

    @property
    def value(self) -> Decimal:
        return Decimal(str(self.fact.value))


def of_sums(facts: Sequence[Fact], title: str) -> list[Fact]:
    """The facts of a document in order, the parts of a sum named after it where they are not.

    `title` is the document's.
    """
    found = list(facts)
    topic = main_topic(title)
    about = frozenset() if is_plan_of_all(topic) else frozenset(topic.split())
    placed = [one for one in _placed(facts) if _counts(one.fact)]
    for unit in {one.fact.unit for one in placed}:
        alike = [one for one in placed if one.fact.unit == unit]
        for whole, parts in _sums(alike):
            for part in parts:
                found[part.order] = _named(part, whole, parts, about)
                _with_shares(found, part, found[part.order].name)
    return found


def _with_shares(found: list[Fact], part: _Placed, name: str) -> None:
    """Name the share that stands behind a part ('11억 원(62%)') as the part is named now."""
    old = part.fact.name
    for order in range(part.order + 1, min(part.order + 3, len(found))):
        one = found[order]
        is_share = one.unit == _SHARE and one.start == part.fact.start and one.name != name
        if is_share and old != name and one.name.startswith(f"{old} "):
            found[order] = replace(one, name=name + one.name.removeprefix(old))


def _placed(facts: Sequence[Fact]) -> Iterator[_Placed]:
    orders = range(len(facts))
    for _, alike in groupby(orders, key=lambda order: facts[order].start):
        floor = 0
        for order in alike:
            one = facts[order]
            at = one.quote.find(one.raw_text.strip(), floor) if one.raw_text.strip() else -1
            floor = at + len(one.raw_text.strip()) if at >= 0 else floor
            yield _Placed(fact=one, order=order, at=at)


def _counts(fact: Fact) -> bool:
    is_told = (
        fact.kind in _COUNTED and fact.unit in _UNITS and isinstance(fact.value, Decimal | int)
    )
    is_told = is_told and not _NO_PART.intersection(fact.flags) and len(fact.values) <= 1
    return is_told and _OPEN.issuperset(fact.doubts)


def _sums(alike: Sequence[_Placed]) -> Iterator[tuple[_Placed, Sequence[_Placed]]]:
    """Each sum of figures of one unit with its parts, in order."""
    lines = [list(one) for _, one in groupby(alike, key=lambda one: one.fact.start)]
    before: list[_Placed] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        near = [one for one in before[-_BACK:] if line[0].fact.start - one.fact.end <= _NEAR]
        if 1 < len(line) <= _MOST:
            yield from _in_line(line, near)
        taken = _lines_of(lines[at : at + _MOST], near) if len(line) == 1 and near else None
        if taken is not None:
            yield taken
        before = [*before[-_BACK:], *line]
        at += 1


def _in_line(
    line: Sequence[_Placed], near: Sequence[_Placed]
) -> Iterator[tuple[_Placed, Sequence[_Placed]]]:
    """The sums whose parts stand in one statement, listed side by side."""
    for run in _lists(line):
        first, last = run[0], run[-1]
        beside = [one for one in line if one not in run and _is_beside(one, first, last)]
        is_all = not beside and len(run) >= len(line) - 1
        if whole := _whole(run, (*beside, *(reversed(near) if is_all else ()))):
            yield whole, run


def _lists(line: Sequence[_Placed]) -> Iterator[list[_Placed]]:
    """The longest runs of figures that nothing but marks and their own labels part."""
    run: list[_Placed] = list(line[:1])
    for one, other in pairwise(line):
        if _NEXT.match(one.fact.quote, one.end) and one.at >= 0 and other.at > one.end:
            run.append(other)
            continue
        if len(run) >= _FEWEST:
            yield run
        run = [other]
    if len(run) >= _FEWEST:
        yield run


def _is_beside(one: _Placed, first: _Placed, last: _Placed) -> bool:
    """Whether a figure of a statement may be the sum of a list in it: 'N건(A 3, B 2)'."""
    quote = one.fact.quote
    if one.order < first.order:
        return not _NEXT.match(quote, one.end)
    near = min(one.at, last.end + 4 * _LONGEST_LABEL)
    return _TOGETHER.search(quote, last.end, near) is not None


def _lines_of(
    lines: Sequence[Sequence[_Placed]], near: Sequence[_Placed]
) -> tuple[_Placed, Sequence[_Placed]] | None:
    """The sum that lines below it make, one figure in each; None for none."""
    run: list[_Placed] = []
    for line in lines:
        if len(line) > 1 or (run and line[0].fact.section_id != run[0].fact.section_id):
            break
        if not _is_line(line[0]):
            break
        run.append(line[0])
    total = sum((one.value for one in run), Decimal(0))
    while len(run) > _FEWEST:
        alike = [one for one in reversed(near) if one.value >= _SMALL and _is_near(total, one)]
        if whole := _whole(run, alike):
            return whole, run
        total -= run.pop().value
    return None


def _is_line(one: _Placed) -> bool:
    """Whether a statement is an item that names one thing and gives its figure."""
    return one.at >= 0 and not one.fact.quote.rstrip(" .").endswith("다")


def _is_near(total: Decimal, whole: _Placed) -> bool:
    return abs(total - whole.value) <= whole.value * _ROUNDING


def _whole(run: Sequence[_Placed], others: Sequence[_Placed]) -> _Placed | None:
    """The figure that a list makes, of several the one that says what was done; None for none."""
    found = [one for one in others if _makes(run, one)]
    told = [one for one in found if _DONE.search(one.fact.name.rpartition(" ")[2])]
    return next(iter((*told, *found)), None)


def _makes(run: Sequence[_Placed], whole: _Placed) -> bool:
    """Whether figures add up to a whole that is said of the same year."""
    if NAME_UNSURE in whole.fact.doubts or FIGURE_UNSURE in whole.fact.doubts:
        return False
    if any(one.fact.fiscal_year != whole.fact.fiscal_year or one.value <= 0 for one in run):
        return False
    total = sum((one.value for one in run), Decimal(0))
    slack = whole.value * _ROUNDING if whole.fact.unit == _WON else Decimal(0)
    return abs(total - whole.value) <= slack and whole.value > max(one.value for one in run)


def _named(part: _Placed, whole: _Placed, parts: Sequence[_Placed], about: Set[str]) -> Fact:
    """The part under the name of its whole and its own label, where it says not of what it is."""
    fact = part.fact
    label = _label(part, parts)
    owner = whole.fact.name.removesuffix(AND_OTHERS)
    head = owner.rpartition(" ")[2]
    if not label or label.replace(" ", "") in owner.replace(" ", "") or len(owner) > _LONGEST:
        return fact
    is_held = bool(set(fact.doubts) - OF_NAME)
    front = fact.name.removesuffix(label).strip()
    words = set(front.split())
    is_in_bracket = whole.fact.start == fact.start and whole.order < part.order
    is_owned = bool(words & set(owner.split())) or (bool(words & about) and not is_in_bracket)
    is_said = head in fact.name.replace(" ", "")
    if not is_held and (is_said or (is_owned and not _DONE.search(head))):
        return fact
    label = f"{front} {label}" if front in _SIDES and front not in owner else label
    doubts = tuple(one for one in fact.doubts if one not in _OPEN)
    return replace(fact, name=f"{owner} 중 {label}", doubts=doubts)


def _label(part: _Placed, parts: Sequence[_Placed]) -> str:
    """The words right before a part, back to what parts it from the others; '' for no noun."""
    quote = part.fact.quote
    floors = [one.end for one in parts if one.fact.start == part.fact.start and one.end <= part.at]
    floor = max([0, part.at - 4 * _LONGEST_LABEL, *floors])
    before = _COUNT_BEHIND.sub("", quote[floor : part.at].rstrip()).rstrip(" :：,·")
    borders = list(_LABEL_FROM.finditer(before))
    words = before[borders[-1].end() :].split() if borders else before.split()
    is_list = words[-1:] == [AND_OTHERS.strip()]
    words = words[:-1] if is_list else words
    if len(words) > 1 and _TOPIC.search(words[0]):
        words = words[1:]  # '세입은 지방세와 세외수입 …' opens the list, and is no part of a label
    if not words:
        return ""
    label = clean_name(_QUOTES.sub("", " ".join((*words[:-1], without_particle(words[-1])))))
    last = label.rpartition(" ")[2]
    is_open = not last or is_connective(last) or tells_which(last) or len(label) > _LONGEST_LABEL
    return "" if is_open else f"{label}{AND_OTHERS}" if is_list else label
