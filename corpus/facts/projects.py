"""Projects: items that end in a due date or a share of support, and the dated steps of one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.amounts import find_amounts
from corpus.characters import fold, has_word
from corpus.dates import find_dates
from corpus.facts.doubts import NAME_INCOMPLETE
from corpus.facts.draft import Draft
from corpus.facts.labels import clean_name, heading_name, item_label, join_names, label_before
from corpus.facts.schedules import is_step_alone
from corpus.facts.statements import Statement
from corpus.facts.things import is_part, of_thing, thing_above
from corpus.types import FactKind, Period

_DUE = re.compile(
    r"\(\s*+(?:~\s*+)?'?\s*+(\d{4}|\d{2})\s*+(?:\.|년)?\s*+(?:(\d{1,2})\s*+(?:\.|월)?)?"
    r"\s*+(?:(\d{1,2})\s*+(?:\.|일)?)?\s*+(?:말|초|상반기|하반기)?\s*+(?:까지)?"
    r"\s*+(?:준공|완공|완료|개통|개관|개장|착공|개소|목표|예정){0,2}+\s*+(?:예정|목표)?\s*+\)\s*+(?:$|[:：])"
)
# '착공(’25. 하반기) → 준공(’27.12.)': steps of one project, each with its day.
_MILESTONE = re.compile(
    r"(?P<name>[가-힣A-Za-z0-9](?<![가-힣A-Za-z0-9].)(?<!\d[.,].)(?:[가-힣A-Za-z0-9·/~\s]|(?<=\d)[.,](?=\d)){1,30}?)\s?"
    r"(?P<day>\(\s?~?\s?'?(?:\d{4}|\d{2})\s?[.년](?:\s?\d{1,2}\s?[.월]?)?(?:\s?\d{1,2}\s?[.일]?)?"
    r"\s?(?:말|초|상반기|하반기)?\s?(?:까지|예정|목표)?\s?\))(?=\s*(?:$|[,/·ㆍ]|→|⇒|=>))"
)
# '문화센터(2층) 증축(’32.)': the words before a bracket that the name lacks.
_CUT_BEFORE = re.compile(r"(?<!['\d.일월년말초기]\))(?<=[)\]’”」』%])\s?$")
# '주차장 132면(’32.)': of what place is said by the heading alone.
_ANY_PLACE = re.compile(
    r"(?:(?:공영|임시|지하|신규|추가|기타|진입|내부|부대|편의|휴게|관리|운동)\s?)*(?:주차장|주차타워|화장실|쉼터|광장|산책로|데크|데크길|도로|교량|무대|전시실|전망대"
    r"|관리동|관리사|숙소|시설|체육시설|놀이터|조형물|분수|조명|안내소|창고|강의실|사무실|매점|카페|식당|판매대|판매장|숙박동|캠핑장|야영장|정자|벤치|건물|부지|용지|본관|별관|신관)"
    r"(?:\s?\d[\d,.]*\s?[가-힣㎡A-Za-z]{1,3})?"
)
_CHAIN = re.compile(r"\s*(?:→|⇒|=>)")
_STEP_DAY = re.compile(r"\(\s?~?\s?'?\d\d")
_FEWEST_STEPS = 2
_LABEL_CLOSES = re.compile(r"\)\s{0,3}[:：]")
_SUPPORT = re.compile(
    # Few blanks and none given back: every division of a long run of them would be tried.
    r"(?P<name>[^/,|]{4,60}(?:\([^()]{0,60}\))?)\s{0,3}+(?:/\s*+|\()\s*+(?P<support>지원규모\s*+(?P<ratio>\d+\s*+:\s*+\d+|미정)|전액\s*+(?:국비|도비|시비|구비|군비))\s*+\)?"
)
_SUPPORT_SAID = re.compile(r"[/(]\s*+(?:지원규모|전액)")
_SUPPORT_REACH = 60 + len("()") + 60 + 3  # the name, its bracket and the blanks of the pattern
# '10개소 893억원, 이 중 3개소 준공': a part of them, of which the whole must not be told.
_SOME_OF = re.compile(r"(?:이|그)\s?(?:중|가운데)\s")
_FIGURE_ALONE = re.compile(r"제?[\d.,\s]+(?:%|[가-힣]{1,3})?")


def projects(statement: Statement) -> Iterator[Draft]:
    """The projects of a statement: with a due date, with dated steps, or with support."""
    folded = fold(statement.text)
    # The days of steps are found much faster than the names before them.
    may_have = statement.is_item and folded.count("(") >= _FEWEST_STEPS
    has_steps = may_have and len(_STEP_DAY.findall(folded)) >= _FEWEST_STEPS
    steps = tuple(_MILESTONE.finditer(folded)) if has_steps else ()
    if len(steps) >= _FEWEST_STEPS:
        yield from _milestones(statement, steps)
    elif statement.is_item and (match := _due_at_end(folded)) and not re.search(r"\d\s*→", folded):
        yield from _due(statement, match)
    for match in _supports(folded):
        support = statement.text[match.start("support") : match.end("support")]
        name = statement.text[match.start("name") : match.end("name")]
        value = re.sub(r"\s+", "", match["ratio"]) if match["ratio"] else support
        yield Draft(
            statement=statement,
            kind=FactKind.PROJECT,
            name=_supported(statement, clean_name(re.split(r"[:：]\s*", name)[-1])),
            raw_text=support,
            value=value,
            flags=("support_undecided",) if value == "미정" else ("support_ratio",),
        )


def _supported(statement: Statement, name: str) -> str:
    """What is supported: the words before the share, or the heading where they are a sum."""
    return heading_name(statement.passage.heading_path) if find_amounts(name) else name


def _supports(folded: str) -> Iterator[re.Match[str]]:
    """Each name with its support; looked for only where support is said, as far back as names go.

    Trying the whole pattern at every character of a long statement takes a hundred times longer.
    """
    if "지원규모" not in folded and "전액" not in folded:
        return
    position = 0
    for said in _SUPPORT_SAID.finditer(folded):
        if said.start() >= position:
            begin = max(position, said.start() - _SUPPORT_REACH)
            if match := _SUPPORT.search(folded, begin):
                position = match.end()
                yield match


def _due_at_end(folded: str) -> re.Match[str] | None:
    """The date in the bracket that closes an item or its label; most end in no bracket."""
    closes = folded.rstrip().endswith(")") or _LABEL_CLOSES.search(folded) is not None
    return _DUE.search(folded) if closes else None


def _due_name(words: str) -> str:
    """What is due: of '어촌뉴딜 : 10개소 893억원, 3개소 준공' the label and the last thing said."""
    label, start = item_label(words)
    if not label or (not find_amounts(words[start:]) and "," not in words[start:]):
        return clean_name(words)
    return join_names(clean_name(label), label_before(words, start, len(words)))


def _milestones(statement: Statement, steps: tuple[re.Match[str], ...]) -> Iterator[Draft]:
    """Each dated step of a project, with the project's name where a step says only what is done."""
    folded = fold(statement.text)
    # '후보지 선정(’32.) → 산단 승인 신청(’33.)': the steps of a chain are all of the same thing.
    first = clean_name(statement.text[steps[0].start("name") : steps[0].end("name")])
    is_chain = _CHAIN.match(folded, steps[0].end()) is not None and is_step_alone(first)
    for step in steps:
        mentions = find_dates(step["day"], reference=statement.document.published_on)
        name = clean_name(statement.text[step.start("name") : step.end("name")])
        if not mentions or not mentions[0].resolved or not name:
            continue
        day = mentions[0].end_date or mentions[0].start_date
        is_cut = _CUT_BEFORE.search(statement.text, 0, step.start()) is not None
        yield _dated(
            statement,
            name,
            statement.text[step.start("day") : step.end("day")].strip("() "),
            day,
            is_some=is_cut,
            is_chained=is_chain,
        )


def _due(statement: Statement, match: re.Match[str]) -> Iterator[Draft]:
    mentions = find_dates(
        statement.text[match.start() : match.end()], reference=statement.document.published_on
    )
    before = statement.text[: match.start()]
    name = _due_name(before)
    if (steps := re.split(r"\s*(?:→|⇒|▶|->)\s*", name)) and len(steps) > 1:
        name = clean_name(steps[-1])  # '용역 착수(3월) → 착공(9월) → 준공'
    if not name or not mentions or (not has_word(name) and "%" in name):
        return
    first = mentions[0]
    raw = statement.text[match.start() : match.end()].strip("() :：")
    day = (first.end_date or first.start_date) if first.resolved else None
    yield _dated(statement, name, raw, day, is_some=_SOME_OF.search(before) is not None)


def _labelled(statement: Statement) -> str:
    """What an item's own label says that its steps are of: '강변 도로 : 착공(’31.), 개통(’33.)'."""
    label, start = item_label(statement.text)
    if not start or "(" in label or is_part(label) or is_step_alone(clean_name(label)):
        return ""
    return clean_name(label)


def _dated(
    statement: Statement,
    name: str,
    raw: str,
    day: str | None,
    *,
    is_some: bool = False,
    is_chained: bool = False,
) -> Draft:
    """A project with its day; what is only a step of it has its name from the heading above."""
    thing = (is_step_alone(name) and _labelled(statement)) or thing_above(statement)
    is_step = is_chained or is_step_alone(name) or _ANY_PLACE.fullmatch(name) is not None
    is_nothing = is_part(name) or _FIGURE_ALONE.fullmatch(name) is not None
    is_incomplete = is_some or is_nothing or (is_step and not thing) or is_part(name.split(":")[0])
    return Draft(
        statement=statement,
        kind=FactKind.PROJECT,
        name=of_thing(thing, name) if is_step and not is_nothing else name,
        raw_text=raw,
        period=Period(start=None, end=day) if day else None,
        fiscal_year=int(day[:4]) if day else None,
        flags=("due",) if day else ("due", "date_unresolved"),
        doubts=(NAME_INCOMPLETE,) if is_incomplete else (),
    )
