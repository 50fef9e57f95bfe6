"""Apportioned counts: what came of so many of those counted, said behind the figure.

'64건을 처리해 47건은 적정, 13건은 권고 의견을 냈다', '12건에 시정, 3건에 주의를 요구했다', '21건은
완료했고 8건은 추진 중이다': each part is named by its whole and by what came of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from corpus.characters import fold
from corpus.facts.clauses import end_of
from corpus.facts.doubts import NAME_BORROWED, NAME_UNSURE, OF_NAME
from corpus.facts.draft import Draft, one_value
from corpus.facts.labels import label_before
from corpus.facts.noun_phrases import is_noun_phrase
from corpus.facts.phrases import is_class
from corpus.facts.statements import Statement
from corpus.quantities import Quantity, find_quantities
from corpus.recall import remembered
from corpus.records import record
from corpus.types import FactKind

_UNITS = frozenset({"건", "명", "개", "곳", "개소", "대", "필지", "팀", "과제", "개사", "기관"})
# What an office, a board or an audit makes of each thing before it: a closed class of the language.
_RESULT = (
    r"(?:적정|부적정|적합|부적합|양호|정상|보통|미흡|부진|우수|합격|불합격|위반"
    r"|권고|재검토|보완|조건부|반려|보류|수용|불수용|인용|기각|각하|채택|불채택|승인|불승인|가결|부결|의결|허가"
    r"|시정|주의|개선|통보|훈계|경고|견책|감봉|정직|해임|파면|징계|경징계|중징계|현지조치|현지시정"
    r"|고발|수사의뢰|수사\s의뢰|환수|회수|추징|감액|계도|과태료|행정지도|이첩|종결|취하|취소|철회|폐지|중단|변경"
    r"|완료|이행|추진|진행|착수|미착수|지연|준공|처리|조치|해결|반영|미반영|검토)"
)
_SORT = r"(?:자체|일부|전부|부분|정상|조기|수정|원안|장기|조건부|행정|즉시|신분상|재정상|단순)"
_OUTCOME = re.compile(
    r"(?P<how>은|는|이|가|을|를|에는|에|에\s대해서?는?|으로|로)\s"
    rf"(?P<what>(?:{_SORT}\s)?{_RESULT})"
    r"(?P<form>\s(?:의견|판정|처분|결정|통보|대상|요구|명령)|\s?조치)?"
    # The noun is a predicate or is governed by one, and no part of a longer word.
    r"(?=\s?(?:$|[,.·]|[했됐하되돼한된]|중(?:이|인|에|으|$|[,.])|을\s|를\s|으로\s|로\s|이[며고다었]|였|받))"
)
# '15건을 찾아 12건에', '18건을 심의한 결과 11건을', '29건 가운데 21건은': the parts follow.
_LEAD = re.compile(
    r"(?:[을를에은는이가로의중]|에서|으로|가운데|중에서|가운데서|결과|모두|각각|총|나머지|그중|,)"
    r"|[가-힣]{0,10}(?:[해아어여라려혀겨쳐춰워봐내니져켜써]|[고며서]|지만|는데|으나)"
)
_MOST_WORDS = 5  # between a whole and the first of its parts
_LONGEST_LEAD = 40  # characters between a whole and the first of its parts
_BETWEEN = 28  # characters from one part to the next
_THOSE = re.compile(r"(?:가운데|중(?:에서)?)\s$")
_NEAR = 40  # characters before a first part in which those are named of whom it is one


@record(frozen=True, slots=True, kw_only=True)
class Part:
    """A count and what came of those counted; `end` is where its words end."""

    quantity: Quantity
    outcome: str
    end: int


@remembered
def parts_in(text: str) -> tuple[Part, ...]:
    """The counts of a text behind which it says what came of them."""
    found: list[Part] = []
    folded = fold(text)
    for one in find_quantities(text):
        if one.unit not in _UNITS or one.comparator or one.high is not None or one.direction:
            continue
        match = _OUTCOME.match(folded, one.end)
        if match is not None:
            outcome = " ".join(match["what"].split())
            found.append(Part(quantity=one, outcome=outcome, end=match.end()))
    return tuple(found)


def apportioned(statement: Statement, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of one statement, the parts of a count named by it and by what came of them."""
    found = list(drafts)
    if statement.is_row:
        return found
    for chain in _chains(statement.text, parts_in(statement.text)):
        whole = _whole(chain, found)
        owner = whole.name if whole is not None else _those(statement, chain[0])
        if not owner:
            continue
        for part in chain:
            found = _with(found, part, owner, whole)
    return found


def _chains(text: str, parts: Sequence[Part]) -> Iterator[tuple[Part, ...]]:
    """Parts that follow each other in one unit, with no noun between them that one is of."""
    chain: list[Part] = []
    for one in parts:
        is_next = bool(chain) and one.quantity.unit == chain[-1].quantity.unit
        gap = text[chain[-1].end : one.quantity.start] if chain else ""
        if chain and not (is_next and len(gap) <= _BETWEEN and _is_lead(gap)):
            yield tuple(chain)
            chain = []
        chain.append(one)
    if chain:
        yield tuple(chain)


def _whole(chain: Sequence[Part], drafts: Sequence[Draft]) -> Draft | None:
    """The count of which a chain tells the parts: the last one before it that is large enough."""
    first = chain[0].quantity
    total = sum((one.quantity.value for one in chain), Decimal(0))
    for one in reversed(drafts):
        if one.at is None or one.unit != first.unit or not isinstance(one.value, Decimal):
            continue
        if one.kind is FactKind.EVALUATION or end_of(one) > first.start:
            continue
        gap = one.statement.text[end_of(one) : first.start]
        is_near = len(gap) <= _LONGEST_LEAD and "." not in gap
        leads = is_near and _is_lead(gap) and not any(sign.isdigit() for sign in gap)
        is_named = NAME_UNSURE not in one.doubts and is_noun_phrase(one.name)
        return one if leads and is_named and total <= one.value else None
    return None


def _is_lead(gap: str) -> bool:
    """Whether the words between a whole and its parts close the clause that tells the whole."""
    words = gap.replace(",", " ").split()
    return len(words) <= _MOST_WORDS and (not words or _LEAD.fullmatch(words[-1]) is not None)


def _those(statement: Statement, first: Part) -> str:
    """Those of whom a first part is one, named without a figure: '직원 가운데 5명을'."""
    text, at = statement.text, first.quantity.start
    those = _THOSE.search(text, max(0, at - _NEAR), at)
    if those is None:
        return ""
    name = label_before(text, max(0, at - _NEAR), those.start())
    has_figure = any(sign.isdigit() for sign in text[max(0, those.start() - 8) : those.start()])
    return "" if has_figure or is_class(name) or not is_noun_phrase(name) else name


def _with(drafts: Sequence[Draft], part: Part, owner: str, whole: Draft | None) -> list[Draft]:
    """The drafts with one part under its name: the one that is there, else one more."""
    one = part.quantity
    last = owner.rpartition(" ")[2]
    name = owner if last == part.outcome else f"{owner} {part.outcome}"
    found = list(drafts)
    for order, draft in enumerate(found):
        if draft.at == one.start and draft.unit == one.unit:
            left = tuple(doubt for doubt in draft.doubts if doubt in OF_NAME)
            found[order] = replace(draft, name=name, doubts=left or ())
            return found
    if whole is None:
        return found
    new = replace(
        whole,
        name=name,
        raw_text=one.raw,
        value=one.value,
        values=one_value(whole.fiscal_year, one.value),
        comparator=None,
        span=None,
        at=one.start,
        doubts=tuple(doubt for doubt in whole.doubts if doubt == NAME_BORROWED),
    )
    after = [at for at, draft in enumerate(found) if draft.at is not None and draft.at < one.start]
    found.insert(after[-1] + 1 if after else len(found), new)
    return found
