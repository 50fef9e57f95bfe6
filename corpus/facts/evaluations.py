"""Evaluations and awards: grades, ranks, scores and titles a body was given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from corpus.brackets import open_bracket
from corpus.characters import fold
from corpus.facts.doubts import KIND_UNSURE, NAME_BORROWED, YEAR_UNSURE
from corpus.facts.draft import Draft, one_value
from corpus.facts.flags import GOAL
from corpus.facts.labels import (
    clean_name,
    heading_name,
    is_generic,
    is_place,
    item_label,
    join_names,
    label_before,
    place_named,
    title_name,
    topic_before,
)
from corpus.facts.statements import Statement
from corpus.facts.verdicts import (
    column_years,
    evaluation_above,
    is_body,
    is_none_given,
    is_of_another_time,
    is_sound,
    is_verb,
    scope_before,
    without_figure,
)
from corpus.facts.years import YEAR_INFERRED, year_context
from corpus.moments import full_year
from corpus.particles import particle_of
from corpus.quantities import find_grades
from corpus.recall import LIMITS
from corpus.types import FactKind, Phase, Value

_GRADE = re.compile(
    r"(?<![가-힣\w])(?:총\s*)?'?(?P<letter>[가나다라마]|[SA-E][A+]?)'?\s?등급(?![별제화표])"
    r"|(?<![\d.])(?P<number>[1-9])\s?등급(?![별제화표])"
    r"|(?:최우수|우수)\s?(?:등급\s?)?\(\s?(?P<latin>SA|[SA-E]\+?)\s?\)"
    r"|(?<=등급인\s)'?(?P<called>SA|[SA-E]\+?)'?(?=(?:을|를|에|로|이|가)?(?:\s|$))"
)
_SCALE = re.compile(r"총\s*$")
# '가등급(상위 10%)', '1등급 자치구는 0곳': what a grade means, or who has it, is no result.
_OF_SCALE = re.compile(
    r"\s?(?:\(|은|는|이)?\s?(?:(?:상위|하위)\s?)?\d[\d.]*\s?%|\s?\([^()]{0,12}%"
    r"|\s?(?:은|는|이)?\s?[^.,]{0,16}?\d+\s?(?:개|명|건|곳)|\s?(?:출현율|비율|비중)|\s(?:기관|자치구|지자체|시군|자치단체|이하|미만|사이|업체|차량|하천|병원|한우|이내)"
)
_AS_RESULT = re.compile(r"결과\s?[:：]\s?'?$")  # '결과 : '가' 등급(상위 10%)' was reached
_LETTERS = "가나다라마"
_FEWEST_OF_SCALE = 3  # grades in falling order that a statement prints when it explains the scale
_AWARD = re.compile(
    r"'(?P<title>(?:전국\s?)?[가-힣\s]{0,10}(?:최우수|우수|대상|장려|선도)\s?[가-힣]{0,4})'(?:으로|에|을|를)?\s*(?:선정|수상|차지|뽑)"
)
# A goal of its own: '목표 1,175억원 → 도내 1위' gives the goal of the sum before it.
_GOAL = re.compile(r"목\s?표(?!\s?달성)(?![^가-힣]*\d[\d,.]*\s?(?:[조억만천]|원|건|명|%|개|점))")
_GOAL_HEADING = re.compile(r"(?:\d{4}년도?\s?)?(?:추진|성과|달성|정책|청렴)?\s?목\s?표")
_GOAL_AFTER = re.compile(
    r"까지\s(?:한|두|세|몇)\s(?:걸음|계단|단계)|(?:까지|을|를|으로|로|에)?\s{0,2}(?:목표|도전|노린|노리|달성할|받겠|받기\s위|올라서겠|오르겠|올리겠|되겠|달성하겠|진입하겠)"
)
_GOES_ON_TO = re.compile(r"'?\s?(?:\([^()]{0,12}\)\s?)?→")
_YEAR_BEHIND = re.compile(
    r"'?\s?\(\s?(?:'\s?(?=\d)|(?=\d{2,4}년|(?:19|20)\d\d))(?P<year>(?:19|20)\d\d|\d\d)\s?[.년]?도?\s?"
    r"(?:실적|목표|결과|현재|기준|말)?\s?\)"
)
_BAND = re.compile(r"\d\s?[~∼-]\s?$")
# '최고는 1등급, 최저는 5등급': how far the scale reaches.
_END_OF_SCALE = re.compile(r"(?:최고|최저|최상|최하|가장\s(?:높은|낮은))\s?(?:등급)?(?:은|는)\s'?$")
_AIM = re.compile(r"^(?:추진\s?|성과\s?)?목표\s")
# '(1위 나래, 3위 다솜)', '(1위 나래 96.6%)': whose the ranks are that a bracket gives.
_RANK_OF = re.compile(
    r"\s(?P<bodies>[가-힣]{2,8}(?:[·,]\s?[가-힣]{2,8})*)(?:\s\d[\d.]*\s?[%점])?\s?[,)]"
)
_RANK_OF_OFFICE = re.compile(
    r"\s[가-힣]{2,10}(?:과|소|실|국|팀|[읍면동])(?:,\s\d위|\s?(?:차례|순))"
)
_STEPS = re.compile(r"(?:[한두세네]|\d)\s?(?:단계|계단)(?:씩)?\s?(?:[가-힣]{1,5}\s)?$")
_NEAR = 120  # characters before a grade in which its subject is named
_EVALUATED = re.compile(r"[가-힣](?:평가|측정|심사|대회|공모|[청노체만]\S도)|\s평가")
_PLACE_SUBJECT = re.compile(r"(?<![가-힣])(?P<place>[가-힣]{1,8}[시군구도])(?:은|는|이|가)\s")
_GRADE_LABEL = re.compile(r"\s?등급$")  # '종합청렴도 등급 : 2등급'
_THIS_YEAR = re.compile(r"올해|금년|올\s?한\s?해")
_RESULT_TITLE = re.compile(r"등급|\d위|최우수|우수|장려")
_PLAN = re.compile(r"계획|대책|방안")
_SUBJECTS = {"이", "가", "은", "는"}
_QUOTES = (("'", "'"), ("‘", "’"), ("“", "”"), ('"', '"'), ("「", "」"), ("『", "』"))
_HELD = re.compile(
    r"매긴|벌인|치른|내놓은|(?:발표|실시|주관|진행|시행|주최|공개|실시하|주관하|발표하)(?:한|는)"
)
_OF_YEAR = re.compile(r"(?:19|20)\d\d년?도?")
_MEASURE = re.compile(r"(?:도|평가|측정|심사|대회|공모|부문|분야|항목|지표|점수|체감|지수)$")
_LEFT_BRACKET = re.compile(r"[^()]*\)")
_SHORTEST = 2  # characters of a name that may do without its heading


@lru_cache(maxsize=LIMITS.texts)
def _is_goal_heading(entry: str) -> bool:
    return _GOAL_HEADING.fullmatch(clean_name(entry)) is not None


def evaluations(statement: Statement, taken: Sequence[tuple[int, int]] = ()) -> Iterator[Draft]:
    """The grades, ranks and titles of a statement, with what was evaluated and what is a goal.

    Nothing is read inside the spans that are `taken` already.
    """
    text = fold(statement.text)
    if not any(one in text for one in ("위", "'", "등급", "우수")):
        return  # one of them stands in every grade, rank and title
    floor, last = 0, ""
    results = _results(text, taken)
    path = statement.passage.heading_path
    years = column_years(path) if results else ()
    is_goal_above = bool(path) and bool(results) and _is_goal_heading(path[-1])
    is_flat = bool(results) and _are_adjacent(text, results)
    for order, match in enumerate(results):
        before = text[: match.start()]
        grade = match["letter"] or match["number"] or match["latin"] or match["called"]
        is_goal = is_goal_above or bool(
            _GOAL.search(before[-30:]) or _GOAL_AFTER.match(text, match.end())
        )
        before_it, gap = last, text[floor : match.start()]
        last = _name(statement, text, floor, without_figure(text, match.start()), last)
        floor = match.end()
        is_former = _GOES_ON_TO.match(text, match.end()) is not None
        phase = Phase.PLANNED if is_goal and not is_former else Phase.ACTUAL
        raw = statement.text[match.start() : match.end()]
        name, doubts = _sound(statement, last)
        if last == before_it and _LEFT_BRACKET.match(gap):
            doubts = (*doubts, NAME_BORROWED)  # '5등급(노력도 4등급) ⇒ 31년(3등급)'
        if is_of_another_time(text, match.start(), match.end()):
            doubts = (*doubts, YEAR_UNSURE)
        if _BAND.search(text, 0, match.start()) or _END_OF_SCALE.search(
            text, max(0, match.start() - _NEAR), match.start()
        ):
            doubts = (*doubts, KIND_UNSURE)  # '1~5등급을 매겼다' tells the scale
        found = _draft(statement, match.start(), name, raw, f"{grade}등급", "등급", phase, doubts)
        dated = _YEAR_BEHIND.match(text, match.end())
        if is_goal and is_former:  # '목표 : 2등급(’31) → 1등급(’32)': the first is where it stands
            found = replace(found, name=_AIM.sub("", found.name))
        if dated or (is_goal and is_former):
            sure = tuple(one for one in found.doubts if one != YEAR_UNSURE or not dated)
            found = replace(found, doubts=sure)
            found = _in_year(found, full_year(int(dated["year"])) if dated else None)
        if is_flat:  # '종합청렴도 2등급 1등급' under '구분 2031년 2032년'
            found = _in_year(found, years[order] if len(years) == len(results) else None)
        yield found
    for one in find_grades(statement.text) if "위" in text else ():
        if one.kind != "rank" or any(one.start < stop and begin < one.end for begin, stop in taken):
            continue
        name, doubts = _ranked(statement, text, one.start)
        if _is_of_others(statement, one.start, one.end):
            continue
        is_goal = bool(_GOAL.search(text[: one.start][-30:]) or _GOAL_AFTER.match(text, one.end))
        phase = Phase.PLANNED if is_goal else Phase.ACTUAL
        if is_of_another_time(text, one.start, one.end):
            doubts = (*doubts, YEAR_UNSURE)
        value = Decimal(one.grade)
        yield _draft(statement, one.start, name, one.raw, value, "위", phase, doubts)
    for match in _AWARD.finditer(text):
        title = statement.text[match.start("title") : match.end("title")]
        name = _name(statement, text, 0, match.start(), "")
        yield _draft(statement, match.start(), name, title, title, None, Phase.ACTUAL)


def _results(text: str, taken: Sequence[tuple[int, int]]) -> list[re.Match[str]]:
    """The grades that were given or aimed at, without those that explain a scale."""
    if "등급" not in text and "우수" not in text:
        return []
    found = [one for one in _GRADE.finditer(text) if not _overlaps(one, taken)]
    letters = "".join(one["letter"] or "" for one in found)
    if any(_LETTERS[at : at + _FEWEST_OF_SCALE] in letters for at in range(len(_LETTERS) - 2)):
        return []
    return [
        one
        for one in found
        if (not _OF_SCALE.match(text, one.end()) or _AS_RESULT.search(text, 0, one.start()))
        and not is_none_given(text, one.start(), one.end())
        and (one.group().lstrip().startswith("'") or not _SCALE.search(text, 0, one.start()))
    ]


def _graded_place(text: str, at: int) -> str | None:
    """The government that is the subject of the words before a grade; None where none is named."""
    for match in reversed(list(_PLACE_SUBJECT.finditer(text, max(0, at - _NEAR), at))):
        if (place := place_named(match["place"])) is not None:
            return place
    return None


def _are_adjacent(text: str, results: Sequence[re.Match[str]]) -> bool:
    """Whether grades stand side by side with nothing between them: cells of a flattened row."""
    gaps = [text[one.end() : other.start()] for one, other in pairwise(results)]
    return bool(gaps) and not any(gap.strip() for gap in gaps)


def _in_year(draft: Draft, year: int | None) -> Draft:
    """The grade of one column, whose year the head of the table gives; else it is not sure."""
    if year is None:
        return replace(draft, doubts=(*draft.doubts, YEAR_UNSURE))
    values = tuple(replace(one, year=year) for one in draft.values)
    flags = tuple(one for one in draft.flags if one != YEAR_INFERRED)
    return replace(draft, fiscal_year=year, values=values, flags=flags)


def _draft(
    statement: Statement,
    at: int,
    name: str,
    raw: str,
    value: Value,
    unit: str | None,
    phase: Phase,
    doubts: tuple[str, ...] = (),
) -> Draft:
    year, flags = year_context(statement).year_at(statement.text, at)
    if (
        phase is Phase.ACTUAL
        and "year_inferred" in flags
        and _PLAN.search(statement.document.title)
    ):
        doubts = (*doubts, YEAR_UNSURE)  # a plan tells of the last evaluation, not of its own year
    if phase is Phase.PLANNED and YEAR_INFERRED in flags and _is_after_result(statement):
        year, flags = None, ("year_unresolved",)
    return Draft(
        statement=statement,
        kind=FactKind.EVALUATION,
        name=name,
        raw_text=raw,
        value=value,
        values=one_value(year, value, phase),
        unit=unit,
        fiscal_year=year,
        flags=(*flags, GOAL) if phase is Phase.PLANNED else flags,
        doubts=doubts,
        municipality=_graded_place(statement.text, at),
    )


def _is_after_result(statement: Statement) -> bool:
    """Whether '올해' in a document of no known day is the year after the one whose result it tells.

    '올해 목표는 1등급이다' in the news that '2031년 종합청렴도 2등급' came out.
    """
    document = statement.document
    if document.published_on is not None or _THIS_YEAR.search(statement.text) is None:
        return False
    dated = any(f"{year}년" in document.title for year in document.fiscal_years)
    return dated and _RESULT_TITLE.search(document.title) is not None


def _sound(statement: Statement, name: str) -> tuple[str, tuple[str, ...]]:
    """The name of a grade as that of an evaluation, and the doubts about it.

    A name that is none gives way to the evaluation that the headings name; where the sentence says
    something else beside the grade, that is a guess.
    """
    name = _evaluated(_GRADE_LABEL.sub("", name))
    if is_sound(name):
        return name, ()
    above = evaluation_above(statement)
    beside = name.split()[-1] if name else ""
    if is_body(beside):
        return join_names(above, beside), () if above else (NAME_BORROWED,)
    is_said = bool(beside) and not is_verb(beside) and beside not in _heading_words(statement)
    return above or name, () if above and not is_said else (NAME_BORROWED,)


def _evaluated(name: str) -> str:
    """The evaluation that a name is of, without its opening quote and who held it.

    So '함께 매긴 '2031년 민원서비스 종합평가' and '시군을 상대로 벌인 합동평가' are named alike.
    """
    quoted = name
    for opening, closing in _QUOTES:
        at = quoted.rfind(opening)
        if at >= 0 and closing not in quoted[at + 1 :]:
            quoted = quoted[at + 1 :]
    words = quoted.split()
    held = [at for at, word in enumerate(words[:-1]) if _HELD.fullmatch(word)]
    words = words[held[-1] + 1 :] if held else words
    while len(words) > 1 and _OF_YEAR.fullmatch(words[0]) and quoted != name:
        words = words[1:]
    return " ".join(words)


def _heading_words(statement: Statement) -> str:
    """The words that a name may have from above: those of the headings and of the title."""
    return " ".join((*statement.passage.heading_path, statement.document.title))


def _ranked(statement: Statement, text: str, at: int) -> tuple[str, tuple[str, ...]]:
    """The name of a rank: the evaluation and among whom it was reached ('전국', '12개 군 중')."""
    scope = scope_before(text, at)
    # '합동평가에서 22개 시군 가운데 3위': the words of the scope are no words of the name.
    is_counted = any(sign.isdigit() for sign in scope)
    name = _name(statement, text, 0, text.rfind(scope, 0, at) if is_counted else at, "")
    if is_sound(name) and (not scope or scope.replace(" ", "") in name.replace(" ", "")):
        return join_names(name, "순위"), ()
    above = evaluation_above(statement)
    if not scope:
        return join_names(name, "순위"), (NAME_BORROWED,)
    general = name if is_sound(name) else above
    return join_names(general, scope, "순위"), () if general else (NAME_BORROWED,)


def _name(statement: Statement, text: str, floor: int, at: int, last: str) -> str:
    """What got a grade: the words beside it, else what was evaluated, else what came before."""
    label, value_start = item_label(statement.text)
    general = "" if is_place(label) or at < value_start else clean_name(label)
    begin = max(floor, value_start if at >= value_start else 0, at - _NEAR)
    steps = _STEPS.search(text, begin, at)
    beside = label_before(statement.text, begin, steps.start() if steps else at)
    beside = "" if is_place(beside) else beside
    if not beside and last:
        return last
    words = text[begin:at].rstrip(" '\"").split()
    is_subject = bool(words) and particle_of(words[-1]) in _SUBJECTS
    if not is_subject and not _MEASURE.search(beside):
        found = list(_EVALUATED.finditer(text, begin, at))
        evaluated = label_before(statement.text, begin, found[-1].end()) if found else ""
        if not evaluated and not general:
            evaluated = last or ("" if statement.is_item else topic_before(text, at))
        beside = join_names(evaluated, beside if not evaluated or is_generic(beside) else "")
    name = join_names(general, beside) or last
    if len(name) > _SHORTEST and not is_generic(name):
        return name
    heading = heading_name(statement.passage.heading_path)
    return join_names(title_name(heading or statement.document.title), name) or "평가"


def _is_of_others(statement: Statement, start: int, end: int) -> bool:
    """Whether a rank is that of offices, or in a bracket of other governments, named behind it."""
    if _RANK_OF_OFFICE.match(statement.text, end):
        return True  # '1위 문화관광과, 2위 보건소 차례'
    behind = _RANK_OF.match(statement.text, end)
    if behind is None or open_bracket(statement.text, start) < 0:
        return False
    bodies = [one.strip() for one in re.split("[·,]", behind["bodies"])]
    own = statement.document.municipality or ""
    return any(map(is_place, bodies)) and not any(one in own for one in bodies)


def _overlaps(match: re.Match[str], taken: Sequence[tuple[int, int]]) -> bool:
    return any(match.start() < stop and begin < match.end() for begin, stop in taken)
