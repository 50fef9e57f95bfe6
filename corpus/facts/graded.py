"""Who was graded and in what: the bodies before a grade, and the contest of a rank.

'북구 2등급, 남구·동구 3등급' below '종합청렴도' are grades of those bodies, and a rank among others
is one in what its item or its document is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.facts.doubts import NAME_UNSURE, OF_NAME, YEAR_UNSURE
from corpus.facts.draft import Draft
from corpus.facts.labels import clean_name, is_place, item_label
from corpus.facts.noun_phrases import is_noun_phrase
from corpus.facts.phrases import is_class
from corpus.facts.things import of_thing
from corpus.facts.topics import topic_of
from corpus.types import FactKind

_ONE = r"[가-힣]{1,4}[시군구]"
_BODIES = re.compile(
    rf"(?<![가-힣])(?P<bodies>{_ONE}(?:(?:·|,\s?|[과와]\s){_ONE})*)(?P<tie>은|는|이|가)?\s"
)
_NO_BODY = re.compile(r"(?:자치구|시군구|시군|전국|도시|다시|역시|우수시|몇\s?개\s?구)$")
_OWN_CLAUSE = re.compile(r"(?:[가-힣](?:고|며|지만|는데)|다\.|[;▷▶])\s|,\s(?=[가-힣]{1,4}[시군구])")
_RANK = re.compile(
    r"(?:(?:도내|전국|관내|권역|광역|기초|충남|경기|단위|종합|\S{1,4}[시군구도]부?|[시군구]부|\d+개|시군|자치구|시|군|구|가운데|중|[시군구]\s?단위)\s?)*순위"
)
_BODY_WORD = re.compile(rf"{_ONE}(?:·{_ONE})*")
_NEWS = frozenset({"최고", "최저", "꼴찌", "최하위", "선두"})
_FORMER = re.compile(r"\s?(?:이던|이었던|였던|에서|에\s머물|에\s그치)")
_RANGE = re.compile(r"\d\d년?\s?[~∼～-]\s?(?:20)?\d\d년?\s$")
_GRADE = "등급"


def of_bodies(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of one statement, each grade and rank named with its bodies and its contest."""
    return [_graded(one) if _is_evaluation(one) else one for one in drafts]


def _is_evaluation(draft: Draft) -> bool:
    is_told = draft.kind is FactKind.EVALUATION and _place(draft) >= 0
    return is_told and not draft.statement.is_row and OF_NAME.issuperset(draft.doubts)


def _place(draft: Draft) -> int:
    """Where the grade stands in its statement; -1 where that prints it more than once."""
    if draft.at is not None:
        return draft.at
    text = draft.statement.text
    return text.find(draft.raw_text) if text.count(draft.raw_text) == 1 else -1


def _graded(draft: Draft) -> Draft:
    end = _place(draft) + len(draft.raw_text)
    if draft.unit == _GRADE and _FORMER.match(draft.statement.text, end):
        return replace(draft, doubts=(*draft.doubts, NAME_UNSURE))  # what it was before
    if _RANGE.search(draft.statement.text, 0, _place(draft)):
        return replace(draft, doubts=(*draft.doubts, YEAR_UNSURE))  # of each of those years
    draft = replace(draft, name=draft.name.removesuffix(" 연속"))
    if _RANK.fullmatch(draft.name):
        return _ranked(draft)
    bodies = _bodies(draft)
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


def _bodies(draft: Draft) -> str:
    """The bodies that the clause before a grade names last, '' for none or for the one it is of."""
    before = draft.statement.text[: _place(draft)]
    stops = [one.end() for one in _OWN_CLAUSE.finditer(before)]
    for match in reversed(list(_BODIES.finditer(before, stops[-1] if stops else 0))):
        bodies = match["bodies"].replace(", ", "·")
        if _NO_BODY.search(bodies):
            continue
        own = draft.municipality or draft.statement.document.municipality or ""
        return "" if own.endswith(bodies) or is_place(bodies) else bodies
    return ""


def _ranked(draft: Draft) -> Draft:
    """A rank with the contest in which it was reached: what its label or its document is about."""
    label, value = item_label(draft.statement.text)
    owner = clean_name(label) if label and _place(draft) >= value else ""
    owner = "" if not owner or is_class(owner) else owner
    owner = owner or topic_of(draft.statement.document.title)
    if not owner:
        return replace(draft, doubts=(*draft.doubts, NAME_UNSURE))
    return replace(draft, name=of_thing(owner, draft.name))
