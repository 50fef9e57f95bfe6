"""Last resort: names for figures that no reader of names could name, where little is asked for.

What is done with a sum, the rate right before a figure, the stage that an item of a list or a
clause tells, and the noun that is counted name a figure together with what its document is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from corpus.facts.behind import counted_noun
from corpus.facts.doubts import FIGURE_UNSURE, NAME_BORROWED, NAME_UNSURE, OF_NAME
from corpus.facts.draft import Draft
from corpus.facts.flags import THRESHOLD
from corpus.facts.names import TOTAL
from corpus.facts.noun_phrases import is_noun_phrase
from corpus.facts.outcomes import done_with
from corpus.facts.owners import FIGURES
from corpus.facts.papers import subject_of
from corpus.facts.phrases import is_class
from corpus.facts.shares import is_rate
from corpus.facts.things import of_thing
from corpus.facts.told import told_name
from corpus.facts.unnamed import unnamed
from corpus.particles import particle_of

_OPEN = frozenset({NAME_UNSURE, FIGURE_UNSURE})
_OPENS = re.compile(r"(?:총|모두|전체|약)?\s?")
_IS_SIZE = re.compile(r"\s?(?:규모|으로|로|이다|이며|입니다)")
_BUDGET = re.compile(r"(?:예산|추경|회계|기금)(?:안|액)?$")
_MARKS = re.compile(r"[▲△▴▵■·]")
_LISTED_CHANGE = re.compile(
    r"(?:을|를|씩|이|가)?\s?(?:각각\s)?(?:(?P<up>증액|늘[렸려었]|더[했해])|(?P<down>감액|삭감|깎|줄[였여었]))"
    r"(?:했|됐|었|렸|였)?(?:다|습니다)\.?\s*$"
)
_CAME = re.compile(
    r"(?:을|를|이|가|만)?\s(?:(?P<came>이행|완료|달성|반영|채택|선정|처리|시정|개선|추진|보완|수용)"
    r"(?![가-힣]*(?:못|않|지\s))|끝[났내냈]|마[쳐쳤무])"
)
_THINGS = frozenset({"개", "건", "곳", "개소", "명"})
_STAGE_ITEM = re.compile(
    r",\s(?P<stage>(?:[가-힣]{2,8}\s){0,2}(?:후|뒤|중)\s(?:[가-힣]{2,8}\s){0,2}[가-힣]{2,8})\s$"
)
_AFTER = re.compile(r"\s(?:후|뒤|중)\s")  # in the name of a stage no word of time
_STAGE_SAID = re.compile(
    r"(?:은|는)\s(?P<stage>(?:[가-힣]{2,6}\s)?(?:추진|진행|이행|시행|검토|조정|보류|착수|준비))"
    r"(?:\s?중|되고\s있|하고\s있|됐|되었|했|한)"
)
_CLOSED = re.compile(r"[가-힣]+(?:,|[을를은는]\s)")  # a noun that no other noun follows
_OF_WHICH = re.compile(r"(?:[가-힣·]{1,8}\s)?(?:가운데|중)(?:에서)?\s")
_SHORTEST = 2  # letters of a word that names something
_NEAR = 40  # characters before a figure in which an item of a list stands


def rescued(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of one statement in order, those without a name with the plainest that is true."""
    found = [_rescued(one, drafts) if _is_unnamed(one) else one for one in drafts]
    return [_told(one, found) if _is_unnamed(one) else one for one in found]


def _told(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """The draft under the name that its clause makes, where that makes one."""
    name = told_name(draft, drafts)
    left = tuple(one for one in draft.doubts if one not in _OPEN)
    return replace(draft, name=name, doubts=left or (NAME_BORROWED,)) if name else draft


def _is_unnamed(draft: Draft) -> bool:
    doubts = set(draft.doubts)
    is_figure = draft.kind in FIGURES and draft.value is not None and draft.at is not None
    is_figure = is_figure and not draft.statement.is_row and THRESHOLD not in draft.flags
    return is_figure and bool(doubts & _OPEN) and doubts <= OF_NAME | _OPEN


def _rescued(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    topic = subject_of(draft.statement)
    if not topic:
        return draft
    name = ""
    if FIGURE_UNSURE in draft.doubts:
        name = _moved(draft) or _of_those(draft, drafts)
    elif draft.unit == "원":
        name = _spent(draft, topic) or _sized(draft, topic)
    elif draft.unit == "%":
        name = _rate(draft, topic)
    elif draft.unit in _THINGS:
        name = _total(draft, drafts, topic) or _stage(draft, drafts, topic) or _counted(draft)
    name = name or unnamed(draft, drafts, topic)
    if not name or not is_noun_phrase(_AFTER.sub(" ", name)):
        return draft
    return replace(draft, name=name, doubts=(NAME_BORROWED,))


def _end(draft: Draft) -> int:
    return (draft.at or 0) + len(draft.raw_text.rstrip())


def _spent(draft: Draft, topic: str) -> str:
    """What the document is about, where a verb says what was done with a sum: '12억 원을 거둬'."""
    if "change" in draft.flags or not done_with(draft.statement.text, _end(draft)):
        return ""
    *_, last = ("", *draft.statement.text[: draft.at].split())
    is_bare = last.rstrip(",") in {"가운데", "중", "모두", "총"} or particle_of(last) == ""
    return topic if is_bare and not is_class(topic) else ""


def _sized(draft: Draft, topic: str) -> str:
    """The budget that a document is about, whose size opens a sentence: '총 90억 원으로'."""
    text = draft.statement.text
    opens = _OPENS.fullmatch(text, 0, draft.at or 0) and _IS_SIZE.match(text, _end(draft))
    return topic if opens and _BUDGET.search(topic) else ""


def _moved(draft: Draft) -> str:
    """What an amount was spent, saved, added or cut of, which the verb behind it or its list says.

    The measure of what was done joins the name later (`corpus.facts.outcomes`).
    """
    if draft.unit != "원" or "change" in draft.flags:
        return ""
    text = draft.statement.text
    if done_with(text, _end(draft)):
        return draft.name
    changed = _LISTED_CHANGE.search(text, _end(draft))
    if changed is None or not _MARKS.search(text, 0, draft.at or 0):
        return ""
    return f"{draft.name} {'증가액' if changed['up'] else '감소액'}"


def _of_those(draft: Draft, drafts: Sequence[Draft]) -> str:
    """What came of some of those counted before: '115개 가운데 110개를 이행'."""
    came = _CAME.match(draft.statement.text, _end(draft))
    whole = next((one for one in drafts if _is_whole(one, draft)), None)
    if came is None or whole is None or NAME_UNSURE in whole.doubts:
        return ""
    return f"{whole.name} {came['came'] or '완료'}"


def _rate(draft: Draft, topic: str) -> str:
    """The rate that stands right before its figure, of what the document is about."""
    *_, last = ("", *draft.statement.text[: draft.at].split())
    is_own = len(last) > _SHORTEST and is_rate(last) and draft.name.endswith(f" {last}")
    return of_thing(topic, last) if is_own else ""


def _total(draft: Draft, drafts: Sequence[Draft], topic: str) -> str:
    """What a list adds up to, where the figures before it in its unit do: '최우수 2명 등 4명'."""
    if draft.name.rpartition(" ")[2] != TOTAL:
        return ""
    added = Decimal(0)
    for one in reversed([one for one in drafts if one.at is not None and one.unit == draft.unit]):
        if one.at is not None and one.at < (draft.at or 0) and isinstance(one.value, Decimal | int):
            added += one.value
            if added == draft.value:
                return of_thing(topic, TOTAL)
    return ""


def _stage(draft: Draft, drafts: Sequence[Draft], topic: str) -> str:
    """The stage that an item of a list or a clause tells: '이행 후 계속 추진 87개'."""
    text, at = draft.statement.text, draft.at or 0
    if item := _STAGE_ITEM.search(text, max(0, at - _NEAR), at):
        return of_thing(topic, item["stage"])
    said = _STAGE_SAID.match(text, _end(draft))
    if said is None:
        return ""
    whole = next((one for one in drafts if _is_whole(one, draft)), None)
    return f"{whole.name if whole else topic} {said['stage']}"


def _is_whole(one: Draft, part: Draft) -> bool:
    """Whether a figure is that of which a later one tells a part: '100개 가운데 …, 54개는'."""
    is_before = one.at is not None and one.unit == part.unit and one.at < (part.at or 0)
    return is_before and _OF_WHICH.match(one.statement.text, _end(one) + 1) is not None


def _counted(draft: Draft) -> str:
    """The noun right behind a figure, where it is a thing of its own: '88개 공약, …'."""
    noun = counted_noun(draft)
    if len(noun) < _SHORTEST or is_class(noun):
        return ""
    is_closed = _CLOSED.match(draft.statement.text, draft.statement.text.find(noun, _end(draft)))
    return noun if is_closed else ""
