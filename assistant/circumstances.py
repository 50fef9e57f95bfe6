"""Circumstances that a question takes for granted: a grade, course, place, day or storey.

Each is held against lines that documents print of the same thing. A line contradicts a question
only where it, its headings or its title meet every word that names the thing, and where no other
such line bears the question out; whatever is less clear leaves the question as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import corpus
from assistant.evidence import Evidence, is_said
from assistant.grammar import FALLING, RISING
from assistant.matching import tight, tight_published
from assistant.premise import Contradiction, directions, trend
from assistant.retrieve import Candidate
from assistant.supposed import ACTS
from assistant.understand import Term, Understanding

_GIVEN = re.compile(
    r"이유|왜|까닭|비결|배경|덕분|던데|라는데|면서|[라다]며|[라다]고\s?(?:들|알)|로\s?알고|맞(?:나|습|아|죠|지)|"
    r"[었았했렸됐]는데|사실|\bwhy\b|\bis it true\b|\bi heard\b|\bgiven that\b|\bsince\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"목표|되려면|받으려|위해|하려|계획|\b(?:aim|goal|target|plan)", re.IGNORECASE
)
# '나' 등급, 2등급, grade 2; no scale and no bound.
_GRADE = re.compile(
    r"(?P<grade>(?<![가-힣])[가나다라마]|(?<![\d~∼–-])[1-9])\s?['‘’]?\s?등급"
    r"(?!\s?(?:중|가운데|부터|까지|이상|이하|제|체계|~|∼))|\bgrade\s(?P<english>[1-9])\b",
    re.IGNORECASE,
)
_HELD_AT = re.compile(
    r"(?P<place>(?:[가-힣A-Za-z0-9]*[^\s가이은는을를도년월일에]\s)?[가-힣A-Za-z0-9]+)에서\s?"
    r"(?:열린|열렸|열었|연\s|개최|진행|치러|치른|했|한\s)"
)
_PLACE_LINE = re.compile(
    r"^\W*(?:열린\s?곳|개최지|개최\s?장소|장\s?소|곳|위\s?치)\s?[:：]\s?(?P<place>\S.{0,40})$", re.M
)
_DAY_LINE = re.compile(
    r"^\W*(?:날\s?짜|일\s?시|일\s?자|열린\s?날|개최일|문을\s?연\s?날|때)\s?[:：]\s?(?P<day>\S.{0,40})$",
    re.M,
)
_STOREY = re.compile(r"(?<!지하 )(?<!지하)(?<!\d)(?P<storey>\d{1,2})층")
_STOREYS = re.compile(
    r"지상\s?(?P<above>\d{1,2})층|"
    r"(?<!지하 )(?<!지하)(?<!\d)(?P<high>\d{1,2})층\s?(?:규모|건물|짜리)"
)
_COMPARED = re.compile(
    r"보다\s[^\n]{0,40}?(?:(?P<more>많|늘|높|증가|더\s)|(?P<less>적|줄|낮|감소))"
)
_EVENT = re.compile(r"했|한다|열|개최|치러")
_ASKED_FOR = frozenset(
    """
    이유 까닭 비결 배경 덕분 원인 뉴스 기사 소문 이야기 친구 사실 등급 점수 층 결과 곳 장소 거기
    개최 열리 열 치르 진행
    계속 꾸준히 매년 해마다 연속 증가 감소 상승 하락 why rise fall increase decrease
    every year steadily continuously get receive grade reason
    """.split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CircumstanceOptions:
    """`judged`: among so many of the best candidates a line is looked for; it names the thing with
    fewer words than the question has. `longest`: a line with more characters tells several things.
    """

    judged: int = 24
    longest: int = 90


def belied(
    asked: Understanding,
    candidates: Sequence[Candidate],
    options: CircumstanceOptions | None = None,
) -> Contradiction | None:
    """What the documents print against a circumstance of the question; None where it may stand."""
    options = options or CircumstanceOptions()
    placed = [one for one in candidates[: options.judged] if one.fits_place and one.fits_ordinal]
    if not placed or not asked.places:
        # Without a place, another city's grade or day would speak against the one that is meant.
        return None
    checks: tuple[_Check, ...] = (_storey, _grade, _course, _held_at, _day)
    return next(filter(None, (one(asked, placed, options) for one in checks)), None)


_Check = Callable[[Understanding, Sequence[Candidate], CircumstanceOptions], "Contradiction | None"]


def _naming(asked: Understanding, *but: str) -> list[Term]:
    """The words that name the thing: neither asked for nor part of the circumstance itself."""
    inside = tight(" ".join(but))
    return [
        term
        for term in asked.terms
        if not term.is_measure
        and not all(part in _ASKED_FOR for part in term.form.split())
        and len(term.form) > 1
        and not (inside and tight(term.form) in inside)
        and (asked.language == "ko" or term.renderings)
        and not RISING.match(term.form)
        and not FALLING.match(term.form)
    ]


def _is_about(words: Sequence[Term], text: str, evidence: Evidence) -> bool:
    """Whether a line with the headings and title above it meets every word."""
    texts = evidence.texts()
    # A group begins with the heading that its lines stand under.
    head = evidence.quote.strip().splitlines()[0] if evidence.is_group else ""
    near = tight_published(f"{text} {head}") + texts.headings + texts.title
    return all(is_said(word, near) for word in words)


def _is_of_year(asked: Understanding, evidence: Evidence) -> bool:
    years = asked.figure_years
    said = evidence.years() | set(evidence.document.fiscal_years)
    return (
        not years
        or bool(set(years) & said)
        or any(str(year) in evidence.document.title for year in years)
    )


def _lines(
    placed: Sequence[Candidate], options: CircumstanceOptions
) -> Iterator[tuple[str, Evidence]]:
    for one in sorted(placed, key=lambda one: len(one.evidence.quote)):
        for line in one.evidence.quote.splitlines():
            if line.strip() and len(line) <= options.longest:
                yield line.strip(), one.evidence


def _said(line: str) -> str:
    """A line without its bullet and full stop, as it may be said."""
    return re.sub(r"^[^\w(‘“「]+\s?", "", line).strip(" .|")


def _storey(
    asked: Understanding, placed: Sequence[Candidate], options: CircumstanceOptions
) -> Contradiction | None:
    named = [int(one["storey"]) for one in _STOREY.finditer(asked.text)]
    if len(named) != 1 or asked.unit == "층":
        return None
    words = _naming(asked)
    if not words:
        return None
    for line, evidence in _lines(placed, options):
        high = _STOREYS.search(line)
        if high is None or not _is_about(words, line, evidence):
            continue
        if named[0] > int(high["above"] or high["high"]):
            return Contradiction(supposed="", stated=_said(line), evidence=evidence)
    return None


def _grade(
    asked: Understanding, placed: Sequence[Candidate], options: CircumstanceOptions
) -> Contradiction | None:
    named = _GRADE.search(asked.text)
    if named is None or not _GIVEN.search(asked.text) or _NOT_YET.search(asked.text):
        return None
    words = _naming(asked)
    given: list[tuple[int, str, str, Evidence]] = []
    for one in sorted(placed, key=lambda one: len(one.evidence.quote)):
        for fact in one.evidence.facts:
            value = fact.value
            if not isinstance(value, str) or not value.endswith("등급") or fact.doubts:
                continue
            if "goal" in fact.flags or not _is_of_year_of(asked, fact):
                continue
            if not _is_about(words, fact.quote, one.evidence):
                continue
            met = sum(is_said(word, tight_published(fact.name)) for word in words)
            given.append((met, value, fact.raw_text, one.evidence))
    most = max((met for met, *_ in given), default=0)
    best = [one for one in given if one[0] == most]
    supposed = f"{named['grade'] or named['english']}등급"
    if len({value for _, value, *_ in best}) != 1 or any(supposed == one[1] for one in given):
        return None
    _, _, printed, evidence = best[0]
    return Contradiction(supposed="등급", stated=printed, evidence=evidence)


def _is_of_year_of(asked: Understanding, fact: corpus.Fact) -> bool:
    years = {one.year for one in fact.values if one.year is not None}
    return not asked.figure_years or not years or bool(years & set(asked.figure_years))


def _course(
    asked: Understanding, placed: Sequence[Candidate], options: CircumstanceOptions
) -> Contradiction | None:
    """A sentence that says the thing fell, of which the question asks why it rose; or reverse."""
    rises, falls = directions(asked.text)
    if rises == falls or not _GIVEN.search(asked.text):
        return None
    words = _naming(asked)
    for one in placed:
        if words and one.fits_year and _is_about(words, one.evidence.quote, one.evidence):
            denied = trend(asked, one.evidence)
            if denied is not None:
                return denied
    against, along = (FALLING, RISING) if rises else (RISING, FALLING)
    found: tuple[str, Evidence] | None = None
    for line, evidence in _lines(placed, options):
        # What fell stands in the sentence itself: a heading has several things below it.
        if not words:
            continue
        if (more := _COMPARED.search(line)) and is_said(words[-1], tight_published(line)):
            # '전년의 26억 원보다 많다' names its subject by the last word alone.
            if _is_about(words, line, evidence) and _is_compared_with(asked, evidence):
                if bool(more["more"]) == rises:
                    return None
                found = found or (line, evidence)
            continue
        if not all(is_said(word, tight_published(line)) for word in words):
            continue
        if not _is_of_year(asked, evidence):
            continue
        if along.search(line):
            return None
        if found is None and against.search(line) and not re.search(r"\d\s?\S{0,3}\s?\(", line):
            found = line, evidence
    if found is None:
        return None
    line, evidence = found
    return Contradiction(supposed="", stated=_said(line), evidence=evidence)


def _is_compared_with(asked: Understanding, evidence: Evidence) -> bool:
    """Whether a comparison is of the year asked about: with that before it, or with none."""
    said = evidence.years()
    return (
        not asked.figure_years
        or not said
        or any(year in said or year - 1 in said for year in asked.figure_years)
    )


def _held_at(
    asked: Understanding, placed: Sequence[Candidate], options: CircumstanceOptions
) -> Contradiction | None:
    named = _HELD_AT.search(asked.text)
    if named is None or not _GIVEN.search(asked.text):
        return None
    last = named["place"].split()[-1]
    if corpus.find_municipalities(last) or last in {"여기", "거기", "어디", "현장", "지역"}:
        return None
    words = _naming(asked, named.group())
    found: tuple[str, Evidence] | None = None
    for line, evidence in _lines(placed, options):
        printed = _PLACE_LINE.match(line)
        if printed is None or not words or not _is_about(words, line, evidence):
            continue
        if not _is_of_year(asked, evidence):
            continue
        if tight(last) in tight_published(printed["place"]):
            return None
        # Named without its city: '○○시청' would be read as a place of its own.
        words_said = [
            one for one in printed["place"].split() if not corpus.find_municipalities(one)
        ]
        found = found or (" ".join(words_said) or printed["place"], evidence)
    if found is None:
        return None
    line, evidence = found
    # The year asked about is that of the event and stands in the title, not in this line.
    return Contradiction(supposed="", stated=_said(line), evidence=evidence, is_of_day=True)


def _day(
    asked: Understanding, placed: Sequence[Candidate], options: CircumstanceOptions
) -> Contradiction | None:
    """The day, month or year of an act or event, where the one line about it prints another."""
    days = [one for one in corpus.find_dates(asked.text) if one.resolved and one.start_date]
    if len(days) != 1 or days[0].end_date not in {None, days[0].start_date}:
        return None
    (claimed,) = days
    rest = asked.text[claimed.end :]
    if not _GIVEN.search(rest) or _NOT_YET.search(rest) or not claimed.start_date:
        return None
    act = next((one for one in ACTS if one.search(rest)), None)
    if act is None and (not _EVENT.search(rest) or len(claimed.start_date) < 7):
        return None
    before = asked.text[: claimed.start]
    words = [
        term
        for term in _naming(asked)
        if not (act and act.search(term.form)) and (act or tight(term.form) in tight(before))
    ]
    if not words:
        return None
    for line, evidence in _lines(placed, options):
        day_line = _DAY_LINE.match(line)
        is_told = day_line is not None and _is_about(words, line, evidence)
        is_told = is_told or (
            act is not None
            and act.search(line) is not None
            and all(is_said(word, tight_published(line)) for word in words)
        )
        printed = [one for one in corpus.find_dates(line) if one.resolved and one.start_date]
        if not is_told or not printed or (len(printed) > 1 and day_line is None):
            continue
        if any(_may_be(claimed.start_date, one) for one in printed):
            return None
        stated = _said(day_line.group()) if day_line else printed[0].raw.strip()
        return Contradiction(supposed="", stated=stated, evidence=evidence, is_of_day=True)
    return None


def _may_be(claimed: str, printed: corpus.DateMention) -> bool:
    """Whether a printed day or span allows the one claimed, as far as both are said."""
    start, end = printed.start_date or "", printed.end_date or printed.start_date or ""
    size = min(map(len, (claimed, start, end)))
    return start[:size] <= claimed[:size] <= end[:size]
