"""Who was graded and in what: the bodies before a grade, and the contest of a rank.

'북구 2등급, 남구·동구 3등급' below '종합청렴도' are grades of those bodies, and a rank among others
is one in what its item or its document is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.facts.contests import contest_before
from corpus.facts.doubts import KIND_UNSURE, NAME_BORROWED, NAME_UNSURE, OF_NAME, YEAR_UNSURE
from corpus.facts.draft import Draft
from corpus.facts.flags import GOAL
from corpus.facts.labels import clean_name, item_label, place_named
from corpus.facts.noun_phrases import is_noun_phrase
from corpus.facts.papers import subject_of
from corpus.facts.phrases import is_class
from corpus.facts.things import of_thing
from corpus.facts.topics import topic_of
from corpus.facts.years import YEAR_INFERRED
from corpus.types import FactKind

_ONE = r"[가-힣]{1,4}[시군구]"
_BODIES = re.compile(
    rf"(?<![가-힣])(?P<bodies>{_ONE}(?:(?:·|,\s?|[과와]\s){_ONE})*)(?P<tie>은|는|이|가)?\s"
)
_NO_BODY = re.compile(r"(?:자치구|시군구|시군|전국|도시|다시|역시|우수시|몇\s?개\s?구)$")
_OWN_CLAUSE = re.compile(
    r"(?:[가-힣](?:고|며|지만|는데),?|다\.|[;▷▶])\s|,\s(?=[가-힣]{1,4}[시군구])"
)
_RANK = re.compile(
    r"(?:(?:도내|전국|관내|권역|광역|기초|충남|경기|단위|종합|\S{1,4}[시군구도]부?|[시군구]부|\d+개|시군|자치구|시|군|구|가운데|중|[시군구]\s?단위)\s?)*순위"
)
_SIDE_OF_CONTEST = re.compile(r"정[량성](?:평가|지표|부문)?\s")
_BODY_WORD = re.compile(rf"{_ONE}(?:·{_ONE})*")
_NEWS = frozenset({"최고", "최저", "꼴찌", "최하위", "선두"})
_FORMER = re.compile(r"\s?(?:이던|이었던|였던|에서|에\s머물|에\s그치)")
# '지난해 나 등급에서 올해 가 등급으로' says of which year each is.
_OWN_YEAR = re.compile(r"(?:지난해|작년|전년도?|재작년|(?:19|20)\d\d년도?)(?:에는|에|의)?\s['‘]?$")
_YEAR_AFTER = re.compile(
    r"\s?(?:이던|이었던|였던|에서)(?:\s것이|\s것을)?,?\s(?:올해|이번|금년|지난해|작년|(?:19|20)\d\d년)"
)
_AS_LAST_YEAR = re.compile(r"(?:전년도?|지난해|작년)[과와]\s(?:똑)?같")
_RANGE = re.compile(r"\d\d년?\s?[~∼～-]\s?(?:20)?\d\d년?\s$")
_GRADE = "등급"
# What a headline says of the outcome, which is no word of what was graded.
_OUTCOME = re.compile(
    r"[가나다라마A-F]|보통|미흡|우수|매우|연속|내리|최우수|희비|명암|엇갈려|첫|또|나란히|['‘’]?[가나다라마]['‘’]?등급"
)
_EVALUATED = re.compile(
    r"(?:평가|심사|대회|공모|조사|통계|측정|점검|경진|지수|청렴|민원|[감력족뢰응]도|공약|감사|집행|공시)"
)
_GRADED_BEFORE = re.compile(
    r"(?P<what>(?:종합)?청렴도|청렴(?:체감|노력)도|[가-힣]{2,8}\s?[가-힣]{2,6}평가)(?![가-힣]{3})"
)
_ONLY_GOAL = re.compile(
    r"(?:올해|내년|이번|시|군|구|의|[\s\d년도.‘’'`]){0,12}(?:목표|최고|최저|최하)(?:는|은|등급은)?\s?[:：]?\s?'?"
)
_PARTS_OF_LEVEL = frozenset({"체감도", "노력도"})
_LEVEL = re.compile(r"(?:종합)?청렴도")
_UNIT_OF_RANK = re.compile(r"(?P<unit>[시군구])\s?단위\s?$")
_ENDS_OF_SCALE = re.compile(r"(?:최고|가장\s높은).{1,24}(?:최저|최하|가장\s낮은)")
_AIM = "목표"
_BACK = 300  # characters of the sentences before


def of_bodies(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of one statement, each grade and rank named with its bodies and its contest."""
    places = _places(drafts)
    return [
        _graded(_scaled(one, at), at) if (at := places.get(order, -1)) >= 0 else one
        for order, one in enumerate(drafts)
    ]


def _places(drafts: Sequence[Draft]) -> dict[int, int]:
    """Where each grade stands in its statement, by its order among the drafts.

    One that is printed more often than it is told of has none.
    """
    told: dict[str, list[int]] = {}
    for order, one in enumerate(drafts):
        if _is_evaluation(one):
            told.setdefault(one.raw_text, []).append(order)
    found: dict[int, int] = {}
    for raw, orders in told.items():
        text = drafts[orders[0]].statement.text
        starts = [one.start() for one in re.finditer(re.escape(raw), text)]
        if len(starts) == len(orders):
            found.update(zip(orders, starts, strict=True))
    return found


def _is_evaluation(draft: Draft) -> bool:
    is_told = draft.kind is FactKind.EVALUATION and not draft.statement.is_row
    return is_told and OF_NAME.issuperset(draft.doubts)


def _scaled(draft: Draft, at: int) -> Draft:
    """The draft named after what was graded, without the outcome that a headline tells of it."""
    words = [one for one in draft.name.split() if _OUTCOME.fullmatch(one) is None]
    name = " ".join(words)
    text = draft.statement.text
    if name in _PARTS_OF_LEVEL and (level := _LEVEL.search(text, 0, at)):
        name = f"{level.group()} {name}"
    if _ONLY_GOAL.fullmatch(text, 0, at) and (graded := _graded_before(draft)):
        name = f"{graded} {words[-1]}" if words else graded
    if draft.unit == "위":
        name = _contested(draft, name, at)
    is_said = any(map(_EVALUATED.search, name.split()))
    if not is_said and any(map(_OUTCOME.fullmatch, draft.name.split())):
        topic = subject_of(draft.statement)
        name = " ".join((topic, *(one for one in name.split() if not _BODY_WORD.fullmatch(one))))
    if _ENDS_OF_SCALE.search(text):
        return replace(draft, doubts=(*draft.doubts, KIND_UNSURE))  # '최고는 1등급, 최저는 5등급'
    if GOAL in draft.flags and _AIM not in name:
        name = f"{name} {_AIM}"
    is_sound = name != draft.name and is_noun_phrase(name)
    return replace(draft, name=name) if is_sound else draft


def _graded_before(draft: Draft) -> str:
    """What the sentences before a goal or the end of a scale speak of as graded; '' for nothing."""
    statement = draft.statement
    offset = statement.start - statement.passage.start
    before = statement.passage.text[max(0, offset - _BACK) : offset]
    found = list(_GRADED_BEFORE.finditer(before))
    return " ".join(found[-1]["what"].split()) if found else ""


def _contested(draft: Draft, name: str, at: int) -> str:
    """The name of a rank with the contest of its own sentence, and with the size of the bodies."""
    sized = _UNIT_OF_RANK.search(draft.statement.text, 0, at)
    if sized and " 단위 순위" in name and f"{sized['unit']} 단위" not in name:
        name = name.replace("단위 순위", f"{sized['unit']} 단위 순위")
    if _SIDE_OF_CONTEST.match(name):
        return of_thing(subject_of(draft.statement), name)
    contest = contest_before(draft) if NAME_BORROWED in draft.doubts else ""
    return of_thing(contest, name) if contest and contest not in name else name


def _graded(draft: Draft, at: int) -> Draft:
    end = at + len(draft.raw_text)
    if draft.unit == _GRADE and _FORMER.match(draft.statement.text, end):
        return _former(draft, at)
    if _RANGE.search(draft.statement.text, 0, at):
        return replace(draft, doubts=(*draft.doubts, YEAR_UNSURE))  # of each of those years
    draft = replace(draft, name=draft.name.removesuffix(" 연속"))
    if _RANK.fullmatch(draft.name):
        return _ranked(draft, at)
    bodies = _bodies(draft, at)
    if bodies and draft.unit == _GRADE:
        words = [
            one
            for one in draft.name.split()
            if not (_BODY_WORD.fullmatch(one) and _NO_BODY.search(one) is None) and one not in _NEWS
        ]
        name = " ".join((*words, bodies))
        is_told = bool(words) and is_noun_phrase(name)
        doubts = () if is_told else (*draft.doubts, NAME_UNSURE)
        return replace(draft, name=name if is_told else draft.name, doubts=doubts)
    if draft.doubts and not is_noun_phrase(draft.name):
        return replace(draft, doubts=(*draft.doubts, NAME_UNSURE))
    return draft


def _former(draft: Draft, at: int) -> Draft:
    """A grade that was left, in its year where the sentence tells it; else it is kept back."""
    text, end = draft.statement.text, at + len(draft.raw_text)
    if _OWN_YEAR.search(text, 0, at) and _YEAR_AFTER.match(text, end):
        return draft
    is_since = YEAR_INFERRED in draft.flags and draft.fiscal_year is not None
    if not is_since or _AS_LAST_YEAR.search(text, 0, at) is None:
        return replace(draft, doubts=(*draft.doubts, NAME_UNSURE))
    year = (draft.fiscal_year or 0) - 1  # the others of the sentence are set against that year
    values = tuple(replace(one, year=year) for one in draft.values)
    return replace(draft, fiscal_year=year, values=values)


def _bodies(draft: Draft, at: int) -> str:
    """The bodies that the clause before a grade names last, '' for none or for the one it is of."""
    before = draft.statement.text[:at]
    stops = [one.end() for one in _OWN_CLAUSE.finditer(before)]
    for match in reversed(list(_BODIES.finditer(before, stops[-1] if stops else 0))):
        bodies = match["bodies"].replace(", ", "·")
        if _NO_BODY.search(bodies):
            continue
        own = draft.municipality or draft.statement.document.municipality or ""
        place = place_named(bodies) or bodies
        return "" if own.endswith(bodies) or place in own or own in place.split() else bodies
    return ""


def _ranked(draft: Draft, at: int) -> Draft:
    """A rank with the contest in which it was reached: what its label or its document is about."""
    label, value = item_label(draft.statement.text)
    owner = clean_name(label) if label and at >= value else ""
    owner = "" if not owner or is_class(owner) else owner
    owner = owner or topic_of(draft.statement.document.title)
    if not owner:
        return replace(draft, doubts=(*draft.doubts, NAME_UNSURE))
    return replace(draft, name=of_thing(owner, draft.name))
