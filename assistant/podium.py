"""Podiums: which item of a printed row has the most or least, and how far it is from the next.

The items are those of one sentence or of lines that are built alike (`assistant.readings`), so that
'which had the most' is answered where the document itself sets them side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

import index
from assistant.figures import Figure, read_figures
from assistant.grammar import Asked, asked_nth, same_unit, seeks_place
from assistant.matching import MatchOptions, Texts, strength_of_any, tight, tight_published
from assistant.multiples import gap
from assistant.placings import begins_below, rank_asked, ranks_printed
from assistant.points import Computed, say
from assistant.readings import Reading, ReadingOptions, readings_of, sources_in
from assistant.retrieve import Candidate, Retrieved
from assistant.rows import Row, are_weights, rows_in_grids, rows_of
from assistant.solver.peak import peak_goal
from assistant.sought import ANY_KIND, kind_sought
from assistant.sources import SourceOptions, facts_of, quoted
from assistant.synonyms import synonyms
from assistant.types import Calculation
from assistant.understand import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class PodiumOptions:
    """An order has `most` items at most, as a reader can check so many.

    Of two rows that meet a question within `even` of each other and give different winners, the
    one that is divided further is taken where both add up to the same; else neither is. The noun
    that is asked for ('부서', '분야') counts `by_noun` where the row's own words say it. Its
    document must meet `least_met` of the question's words by weight (`least_met_english` of an
    English one), and a line of `head` letters at most is the head of the row below it.
    """

    most: int = 30
    shown: int = 12
    even: float = 0.03
    by_noun: float = 0.1
    least_met: float = 0.7
    least_met_english: float = 0.5
    head: int = 30
    readings: ReadingOptions = field(default_factory=ReadingOptions)
    sources: SourceOptions = field(default_factory=SourceOptions)


_TOP = r"(?:제일|가장|젤|최고로|전체에서)"
_MOST = re.compile(
    rf"{_TOP}(?:[으]?로)?\s?(?:[가-힣]{{1,5}}[이가은는]?\s?)?"
    r"(?:크|큰|컸|많|높|비싼|비싸|잘|앞선|앞서|길|긴|넓|오래)|"
    r"최(?:다|고점|고\s?점수|고액|대\s?금액)|(?<!종전)(?<!역대)(?<!\s)최고(?:인|였|는|로)|"
    r"(?<![\d가-힣])1\s?[등위](?![급\d])|(?:두|세|네)\s?번째로\s(?:크|큰|많|높|비싼)|"
    r"첫\s?(?:번째|째|손)|일\s?등|으뜸|선두|"
    r"\b(?:largest|highest|biggest|most|top|best|first place)\b",
    re.IGNORECASE,
)
_LEAST = re.compile(
    rf"{_TOP}\s?(?:[가-힣]{{1,5}}[이가은는]?\s?)?(?:작|적은|적었|적어|적게|낮|싼|싸|짧|좁)|"
    r"(?:두|세|네)\s?번째로\s(?:작|적|낮|싼)|최(?:저점|저\s?점수|소|하위)|최저(?:인|였|는)|꼴찌|\b(?:smallest|lowest|fewest|least)\b",
    re.IGNORECASE,
)
_GAP = re.compile(
    r"(?:2|이)\s?[등위](?:과|와|하고|이랑|랑|보다)|(?:두\s?번째|다음|그다음)(?:과|와|보다|하고|이랑)|차이|격차|"
    r"얼마나\s?(?:더|앞)|몇\s?\S{1,2}(?:이나)?\s?(?:더|앞|차)|"
    r"\bby how (?:much|many)\b|\bgap\b|\bdifference\b",
    re.IGNORECASE,
)
# What stands behind a list that goes on, or before one that begins at the top.
_OPEN_END = re.compile(r"^[^.\n]{0,14}?(?:\s등(?![급록])|뒤를\s?이|순(?:이|으로|입))")
_UNRANKED = re.compile(r"기준|이상|이하|까지|최대\s?(?:얼마|몇)|\bup to\b")
_MONEY = re.compile(
    r"금액|사업비|예산|액수|돈|비용|[가-힣]액(?:이|은|수|\s)|얼마|\b(?:budget|cost|amount)\b"
)
# '달성률이 제일 낮은 부서' ranks by a rate, whatever is counted beside it.
_OF_RATES = re.compile(r"(?P<rate>[가-힣]{1,6}[률율])(?:이|은|을)?\s?(?:가장|제일|최고로|최저로)")
_RISING = re.compile(r"(?:낮|적|작)은\s?(?:차례|순)")
_RATE = re.compile(r"[가-힣]{1,6}[률율]")
_BEFORE = 40  # characters in which a row says what it is of and in which order
_COUNTS = re.compile(r"건수|개수|\bnumber of\b")
_POINTS = re.compile(r"점수|득점|최고점|최저점|\bscore")
# A figure that tells how far something moved: '208억 원 증액', '12건 늘어'.
_MOVED = re.compile(
    r"\s?(?:\([^()\n]{0,20}\))?(?:을|를|이|가)?\s?"
    r"(?:더\s|[늘줄]|[증감](?:액|가|소|원|$|[\s,.)])|오[르른]|올[랐라]|낮|높|↑|↓)"
)
_PAIR = 2
# What stands between an item's figure and the next one's name.
_IN_LIST = re.compile(r"\s?(?:\([^()]{0,30}\))?\s?(?:[,·▲△▷◦○•;/]|과|와|및)[\s‘'\"“]*")
_BROKEN_OFF = re.compile(r"…|\.{2,}")
_WEIGHTS = re.compile(r"배점|가중|만점|반영비율")
_ASIDE = frozenset(
    """
    가장 제일 최고 최저 최다 최대 최소 크 큰 많 높 작 적 낮 비싸 잘 첫 등 위 곳 데 것 거 어디 무엇
    뭐 어느 어떤 차이 얼마 점수 금액 건수 액수 개수 받 최고점 최저점 통틀 통틀어 전체 분야 항목 부서
    순위 등수 번째 다음 앞서 나오 들어가 들 하 되 이름 종류 유형 가운데 중 돈 드
    most largest highest biggest smallest lowest fewest least which what field top
    """.split()
)


_ACCOUNT = re.compile(r"(?:회계|기금|계정)$")
_ACCOUNT_SAID = re.compile(r"회계|기금|계정")


def podium(
    asked: Understanding,
    retrieved: Retrieved,
    snapshot: index.Snapshot,
    options: PodiumOptions | None = None,
) -> Computed | None:
    """The item with the most or least of one row, and how far the next one is from it if asked.

    None where no row is what the question speaks of, or two that are differ in the winner.
    """
    options = options or PodiumOptions()
    text = asked.text
    is_most, is_least = bool(_MOST.search(text)), bool(_LEAST.search(text))
    if asked.asks(Asked.PERSON):
        return None  # who it is stands beside no figure of a row
    if is_most == is_least or asked.compares_places or _UNRANKED.search(text):
        return None
    if seeks_place(text) and not asked.places:
        return None  # any place may be meant, and a list has but those of one area
    found = [one for one in retrieved.candidates if one.fits_place]
    rank = rank_asked(text)
    if rank and any(one.fits and rank in ranks_printed(one.evidence.quote) for one in found):
        return None  # who came first is told, and need not be found
    if not asked.places and len({one.evidence.document.municipality for one in found[:5]}) > 1:
        return None
    rated = sorted(_rated(asked, found, retrieved, snapshot, options), key=lambda pair: -pair[0])
    even = [row for worth, row in rated if worth >= rated[0][0] - options.even]
    row = _finest(even)
    return _told(asked, row, snapshot, options, is_least=is_least) if row is not None else None


def _rated(
    asked: Understanding,
    found: Sequence[Candidate],
    retrieved: Retrieved,
    snapshot: index.Snapshot,
    options: PodiumOptions,
) -> Iterator[tuple[float, Row]]:
    noun = kind_sought(asked.text)
    own = [one for one in asked.terms if not one.is_measure and one.form not in _ASIDE]
    narrowed = replace(asked, terms=tuple(one for one in own if one.form != noun))
    of_weights = replace(narrowed, terms=tuple(t for t in own if not _WEIGHTS.search(t.form)))
    is_least = _LEAST.search(asked.text) is not None
    rate = _OF_RATES.search(asked.text)
    is_of_years = peak_goal(asked) is not None
    for source in sources_in(found, snapshot, options.readings):
        printed = rows_of(readings_of(source, options.readings))
        for row in (*printed, *rows_in_grids(source, asked.text)):
            if len(row.members) > options.most or not _is_of_unit(asked, row):
                continue
            if is_of_years and not _is_of_several_years(row):
                continue  # 'which year' is answered by no item of another kind
            if seeks_place(asked.text) and not all(_PLACE.search(one.label) for one in row.members):
                continue
            if _is_open(row) and is_least != _is_rising(source.text, row):
                continue  # the least of a list that goes on is not the least there is
            if rate is not None and _is_of_another_rate(source.text, row, rate["rate"]):
                continue  # who pays up most is no answer to who turned up most
            if not _is_of_year(asked, row) or _is_of_accounts(asked, row):
                continue
            if begins_below(one.label for one in row.members) or _is_mixed(source.text, row):
                continue  # '추경 5784억 편성…208억 증액': what it is and by how much it grew
            start, end = row.span
            lead = max(source.text.rfind("\n", 0, max(0, start - 2)), 0)
            above = (lead, end) if _leads(source.text[lead:start], options.head) else (start, end)
            weights = are_weights(row, snapshot)
            share, near = _met(of_weights if weights else narrowed, row, above, retrieved)
            said = tight(source.text[above[0] : above[1]] + "".join(source.evidence.headings[-1:]))
            labels = [tight(one.label) for one in row.members]
            head = source.text[above[0] : row.members[0].figure.start]
            head += " ".join(source.evidence.headings[-1:])
            if (weights or _WEIGHTS.search(head)) and not _WEIGHTS.search(asked.text):
                continue  # what a criterion may give is no score that anyone got
            is_kind = bool(noun) and all(_is_kind(noun, one) for one in labels)
            is_noun = bool(noun) and (tight(noun) in said or is_kind)
            if not narrowed.terms and not is_noun:
                continue
            if noun and not is_noun and noun not in ANY_KIND:
                continue  # the larger of two accounts is no answer to which project is largest
            if share < (options.least_met if asked.language == "ko" else options.least_met_english):
                continue
            near += options.by_noun * (is_noun + is_kind)
            near += options.by_noun * bool(_COUNTS.search(asked.text) and "건수" in said)
            yield near, row


def _is_mixed(text: str, row: Row) -> bool:
    """Whether some figures of a row tell how far a thing moved and others what it is.

    Of a list the verb stands behind the last one and is said of all ('교통 97억, 환경 51억 증액').
    """
    if any(_BROKEN_OFF.search(one.label) for one in row.members):
        return True
    moved = [_MOVED.match(text, one.figure.end) is not None for one in row.members]
    if any(moved[:-1]) or len(moved) <= _PAIR:
        return any(moved) and not all(moved)
    return moved[-1] and not all(
        _IN_LIST.fullmatch(
            text[one.figure.end : other.figure.start].rstrip(" :(").removesuffix(other.label)
        )
        for one, other in pairwise(row.members)
    )


def _met(
    asked: Understanding, row: Row, span: tuple[int, int], retrieved: Retrieved
) -> tuple[float, float]:
    """How much of a question the document of a row meets, and how much the row's own words do."""
    source, document = row.source, row.source.evidence.document
    headings = source.evidence.headings
    own = tight_published(
        " ".join(
            (source.text[span[0] : span[1]], *(word.form for word in index.analyse(row.measure)))
        )
    )
    around = " ".join((document.title, document.publisher or "", source.text, *headings))
    near = Texts(quote=own, headings=tight_published(" ".join(headings[-1:])), title="")
    whole = Texts(quote=own, headings=tight_published(around), title="")
    total = share = close = 0.0
    for term in asked.terms:
        weight = retrieved.weights.get(term.form, term.weight)
        total += weight
        ways = (term.form, *term.renderings, *synonyms(term.form))
        for texts in (near, whole):
            strength = weight * strength_of_any(ways, texts, MatchOptions())
            share, close = (
                (share + strength, close) if texts is whole else (share, close + strength)
            )
    return (share / total, close / total) if total else (1.0, 0.0)


def _is_rising(text: str, row: Row) -> bool:
    """Whether a row is said to begin with its least item ('낮은 차례로')."""
    return _RISING.search(_said_of(text, row)) is not None


def _is_of_another_rate(text: str, row: Row, rate: str) -> bool:
    """Whether a row is said to be of rates, none of which is the one that is asked for."""
    said = _RATE.findall(_said_of(text, row))
    return bool(said) and not any(tight(one) in tight(rate) or tight(rate) in one for one in said)


def _said_of(text: str, row: Row) -> str:
    """What stands right before the first figure of a row, of its own sentence."""
    first = row.members[0].figure.start
    return re.split(r"\.\s|\n", text[max(0, first - _BEFORE) : first])[-1]


def _leads(text: str, head: int) -> bool:
    """Whether a line is the head of what stands below it."""
    return len(text.strip()) <= head and not re.search(r"\d", text)


_PLACE = re.compile(r"[가-힣]{2}(?:특별시|광역시|시|군|구|도)$")
_DEPARTMENT = re.compile(r"(?:과|실|국|팀|관|소|센터|본부|읍|면|동|단)$")


def _is_kind(noun: str, label: str) -> bool:
    return noun in {"부서", "데", "곳"} and _DEPARTMENT.search(label) is not None


def _is_of_accounts(asked: Understanding, row: Row) -> bool:
    """Whether a row's items are accounts, which a question about items of another kind is not."""
    is_of_accounts = all(_ACCOUNT.search(one.label) for one in row.members)
    return (
        is_of_accounts
        and bool(kind_sought(asked.text))
        and _ACCOUNT_SAID.search(asked.text) is None
    )


def _is_of_unit(asked: Understanding, row: Row) -> bool:
    unit = row.unit
    if unit == "%":
        return asked.asks(Asked.RATIO, Asked.SHARE) or re.search(r"[률율]", asked.text) is not None
    if _OF_RATES.search(asked.text):
        return False
    if _COUNTS.search(asked.text):
        return unit in {"건", "개"}
    if _POINTS.search(asked.text):
        return unit in {"점", None}
    if unit is None:
        return re.search(r"[등위점]", asked.text) is not None
    if asked.unit and asked.unit not in {"억", "조", "만", "등", "위"}:
        return same_unit(asked.unit, unit)
    if asked.asks(Asked.AMOUNT) or _MONEY.search(asked.text):
        return unit == "원"
    return asked.language == "ko" or unit != "원"


def _is_of_several_years(row: Row) -> bool:
    """Whether each item of a row is of a year of its own."""
    years = [one.years for one in row.members]
    return all(years) and len(set(years)) == len(years)


def _is_open(row: Row) -> bool:
    """Whether a row goes on: it is said to, and adds up to no total that its text prints."""
    text, last = row.source.text, row.members[-1].figure.end
    if _OPEN_END.search(text[last : last + 24]) is None:
        return False
    unit = row.members[0].figure.unit
    printed = read_figures(text[: row.span[0]]).figures
    return not any((one.value, one.unit) == (row.total, unit) for one in printed)


def _is_of_year(asked: Understanding, row: Row) -> bool:
    """Whether the years printed with a row are those that are asked about, if any are."""
    years = frozenset().union(*(one.years for one in row.members))
    return not asked.figure_years or not years or bool(years & set(asked.figure_years))


def _finest(rows: Sequence[Row]) -> Row | None:
    """The row that is meant: of several that add up to the same the one with the most items."""
    if not rows:
        return None
    units = {one.members[0].figure.unit for one in rows}
    if len(units) > 1 or (len(rows) > 1 and len({one.total for one in rows}) > 1):
        totals = sorted(rows, key=lambda one: -len(one.members))
        finer = totals[0]
        names = {tight(one.label) for one in finer.members}
        # A coarser row may leave out what is small: each of its items still has one in the finer.
        is_same = len(units) == 1 and all(
            any(part in names for part in re.split(r"·|\s등", tight(item.label)))
            for row in totals[1:]
            for item in row.members
        )
        return finer if is_same else None
    return max(rows, key=lambda one: len(one.members))


def _told(
    asked: Understanding,
    row: Row,
    snapshot: index.Snapshot,
    options: PodiumOptions,
    *,
    is_least: bool,
) -> Computed | None:
    ordered = sorted(row.members, key=lambda one: one.figure.value, reverse=not is_least)
    nth = asked_nth(asked.text) or 1
    if nth > len(ordered) or len(ordered) < 2:
        return None
    chosen = ordered[nth - 1]
    if sum(one.figure.value == chosen.figure.value for one in ordered) > 1:
        return None
    said = [f"{one.label} {_say(one.figure)}" for one in ordered]
    evidence = quoted(asked, row.source, row.span, snapshot, options.sources)
    figures = [one.figure for one in ordered]
    place = f" ({nth}번째)" if asked.wording == "ko" else f" (no. {nth})"
    order = Calculation(
        expression=(" < " if is_least else " > ").join(said[: max(options.shown, nth)]),
        result=said[nth - 1] + (place if nth > 1 else ""),
        inputs=(1,),
    )
    computed = Computed(
        kind=Asked.MINIMUM if is_least else Asked.MAXIMUM,
        expression=order.expression,
        result=order.result,
        subject=chosen.label,
        facts=facts_of(evidence, figures),
        evidence=(evidence,),
    )
    if nth > 1 or not _GAP.search(asked.text):
        return computed
    high, low = sorted(figures[:2], key=lambda one: -one.value)
    apart = Calculation(
        expression=f"{_say(high)} - {_say(low)}",
        result=gap(high.value - low.value, high.unit or ""),
        inputs=(1,),
    )
    return replace(computed, sentences=tuple(sentences(asked, order, apart)), shown=(order, apart))


def sentences(asked: Understanding, order: Calculation, apart: Calculation) -> Iterator[str]:
    """The order of some figures and how far the first two are apart, each in a sentence."""
    marks = "".join(f"[{number}]" for number in order.inputs)
    if asked.wording == "ko":
        yield f"{order.result}입니다 {marks}. (비교: {order.expression})"
        yield f"{apart.result} 차이입니다 {marks}. (계산: {apart.expression} = {apart.result})"
        return
    yield f"{order.result} {marks} (computed: {order.expression} = {order.result})"
    yield f"difference {apart.result} {marks} (computed: {apart.expression} = {apart.result})"


def _say(one: Figure | Reading) -> str:
    figure = one.figure if isinstance(one, Reading) else one
    return say(figure.value, figure.unit or "")
