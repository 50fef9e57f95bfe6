"""Names that stand alone: what a stranger, who reads the name and nothing else, understands.

A name that is a class ('지표'), a part of a list ('안전·환경'), a measure or one short noun says
too little without its owner: what the sentence lists, what the sentence before it was about, the
heading above, or what the document is about. A name that was cut out of a clause is cut again at
a phrase. Where no owner is certain the fact is kept back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.facts.certainty import is_certain_name
from corpus.facts.doubts import (
    FIGURE_UNSURE,
    KIND_UNSURE,
    NAME_BORROWED,
    NAME_INCOMPLETE,
    NAME_UNSURE,
    OF_NAME,
)
from corpus.facts.draft import Draft
from corpus.facts.flags import GOAL, THRESHOLD
from corpus.facts.labels import is_generic, is_place, topic_before
from corpus.facts.owners import FIGURES, lister
from corpus.facts.phrases import (
    DOER,
    WHOLE,
    is_branch,
    is_class,
    is_field,
    is_open,
    phrase_of,
    says_enough,
)
from corpus.facts.shares import as_shares, is_rate, rate_of
from corpus.facts.statements import Statement
from corpus.facts.things import of_thing
from corpus.facts.topics import siblings_left_out, topic_above
from corpus.types import FactKind

_PROJECT = re.compile(
    r"(?:조성|건립|정비|설치|구축|확충|신축|증축|개설|확포장|포장|보수|개량|현대화|재생|매입|보급|지원|지급|육성|활성화|축제|센터|공원|도서관|회관|체육관|주택|단지|사업|터미널|학교|시설|병원|도로|주차장|광장|거리|교량|유치|유지보수|공사|급여|수당|일자리|협약|직불금|냉난방비|장학금|복지관)$"
)
_SEPARATED = re.compile(
    r"(?:\s?\([^()]{0,60}\))?\s?(?:등|이|가|과|와|으로|로)?\s?[,/·△▲▴▵▷▶■|]\s?[^,/△▲▴▷▶■]{1,40}$"
)
_GOES_ON = re.compile(
    r"(?:다음은|다음으로|이어|이\s?가운데|이\s?중|그\s?중|그\s?가운데|나머지|구체적으로|세부적으로|주요\s?[가-힣]{2}별로|[가-힣]{2,3}별로)"
)
_BY = re.compile(r"(?:^|\s)[가-힣]{2,3}별(?:\s(?:비중|비율|규모|증액|감액|구성비?))?$")
_COST = re.compile(r"(?:총\s?)?사업비|예산(?:액)?(?:\s|$)|소요액|투입액")
_SAVED = re.compile(r"절감|절약|감액")
_GOVERNMENTS = re.compile(
    r"(?:^|\s)(?:시·군(?:·구)?|시군구?|자치구|기초단체|광역단체|지자체|자치단체|시·도|시도)$"
)
_SCOPE = re.compile(r"전국|도내|관내|시내|광역|기초|유사|권역")
_TIME = re.compile(r"작년|지난해|올해|내년|당초|현재|전년|금년")
_SENTENCE = re.compile(r"(?<=다)\.\s|\n")
_OTHERS = re.compile(
    r"^(?:이웃|다른|타)\s|^(?:각각?|것|돈|이|그|그중|(?:같은\s)?기간|정한|분|오름)$|것이?$|나머지$|…|모음$"
)
_BOUND_NAMED = re.compile(r"기준|대상|한도|이상|이하|미만|요건|상한|하한|초과")
_GROWTH = re.compile(
    r"(?:(?:연평균|평균|해마다|매년|연간)\s?)+(?:증가|감소|신장|성장)?율?|증가|감소"
)
_SAYS_AIM = re.compile(r"목표(?:금?액|치)?(?:\s\S+)?$|(?:계획|예정|전망|요청|요구|건의)(?:금?액)?$")
_KIND = re.compile(
    r"(?:(?:종합|전문|제조)?(?:공사|용역|물품|구매)·?)+|(?:총)?사업비|금액|추정가격|\S*사업|\S*축제"
)
_CONTRACT = re.compile(r"(?:종합|전문|제조)?(?:공사|용역|물품|구매)+|\S*사업|\S*축제")
_BEHIND_BOUND = re.compile(
    r"\s?(?:이상|이하|초과|미만)(?:의|인|인\s?경우)?\s(?P<noun>(?:종합|전문)?공사|용역|물품(?:\s?구매)?|사업|계약|보조사업|행사|축제)"
)
_GRADES = "등급"
_RATIO = re.compile(r"[률율]$")
_PLACE_FIRST = re.compile(r"^[가-힣]{1,7}[시군구도],\s|(?<=[심감]사)로(?=\s)")
_SPACED = re.compile(r"(?<![가-힣])([합소공용총])\s([계사역액])(?![가-힣])")
_ROW_ALONE = re.compile(r"(?!.*[세채금무안비])[가-힣]{1,3}(?:\s(?:합계|소계|계))?")  # '폐기물 합계'
_SHORT = 3  # letters of a noun that may be short for one said before
# '전체의 10%인 32개 기관', '157개 시·군 중 1위': those of a share, and those compared with.
_OF_ALL = re.compile(r"\d\s?%인\s$|전체의\s$")
_OF_SUMS = frozenset({"원", "%", ""})
_SUM_AT_END = re.compile(r"\s[가-힣]{2,3}액$")
_OFFICES = frozenset({"국", "과", "실", "팀", "관"})
_DEED_END = re.compile(
    r"(?:강화|확대|확산|조성|정비|내재화|활성화|함양|제고|혁파|개선|구축|추진|운영|지원|육성|향상|실천|정착|소통|관리|참여)$"
)
_DONE = re.compile(
    r"(?:\([^()]{0,16}\))?(?:만|이|가|을|를)?\s(?:모두\s)?(?:끝[났내낸냈]|완료[됐했된한를]|마쳐|마쳤|마친|마무리)"
)
_SOME_OF = re.compile(r"\d\s?(?:건|개|곳|명)\s?(?:[가-힣]{1,8}\s)?(?:중|가운데)(?:에서)?\s$")
_FINISHED = "완료"
_BACK = 300  # characters of the sentences before


def standing(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of one statement in order, each figure with a name that stands alone.

    One whose name cannot be made to is kept back (`NAME_UNSURE`).
    """
    named = [_standing(one, drafts) if _is_named(one) else one for one in drafts]
    return [_rated(one) for one in as_shares(named)]


def in_table(draft: Draft) -> Draft:
    """The figure of a table, with what the table is of where its row is a branch: 환경·안전."""
    if (name := _SPACED.sub(r"\1\2", _PLACE_FIRST.sub("", draft.name))) != draft.name:
        draft = replace(draft, name=name)
    is_figure = draft.kind in FIGURES and draft.value is not None and not draft.doubts
    words = draft.name.split()
    is_part = is_branch(words[0]) or is_field(draft.name) or _BY.fullmatch(words[0]) is not None
    is_short = draft.unit == "원" and _ROW_ALONE.fullmatch(draft.name) is not None
    if not is_figure or not (is_short or (is_open(draft.name) and is_part)):
        return draft
    statement = draft.statement
    owner = topic_above(statement.passage.heading_path, statement.document.title, is_item=True)
    return replace(draft, name=_joined(owner, draft.name)) if owner else draft


def _rated(draft: Draft) -> Draft:
    """The draft; kept back where it is a rate, and its name does not say of what."""
    is_share = draft.unit == "%" and draft.kind is not FactKind.INDICATOR
    is_open = _is_named(draft) and is_share and not is_rate(draft.name)
    return replace(draft, doubts=(*draft.doubts, NAME_UNSURE)) if is_open else draft


def _with_scope(draft: Draft) -> Draft:
    """Governments with where they are: '가람도 22개 시·군'; kept back where nobody says it."""
    if draft.at is None or draft.unit != "개" or not _GOVERNMENTS.search(draft.name):
        return draft
    words = draft.statement.text[: draft.at].split()
    noun = draft.name.rpartition(" ")[2]
    if words and is_place(words[-1]):
        return replace(draft, name=f"{words[-1]} {noun}", doubts=())
    is_told = bool(words) and _SCOPE.fullmatch(words[-1]) is not None
    return draft if is_told else replace(draft, doubts=(*draft.doubts, NAME_UNSURE))


def _aimed(name: str) -> str:
    """The name of a goal: what is aimed at is no result."""
    return name if _SAYS_AIM.search(name) else f"{name} 목표"


def _with_place(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """One of a list that only its place tells apart: '인센티브는 행안부 2억 원, 가람도 3억 원'."""
    if draft.at is None or not _is_listed(draft, drafts):
        return draft
    words = draft.statement.text[: draft.at].split()
    place = words[-1] if words else ""
    is_told = not is_place(place) or place in draft.name
    return draft if is_told else replace(draft, name=f"{draft.name} {place}")


def _is_named(draft: Draft) -> bool:
    is_figure = draft.kind in FIGURES and draft.value is not None and not draft.statement.is_row
    return is_figure and OF_NAME.issuperset(draft.doubts)


def _standing(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    words = draft.name.split()
    if draft.kind is FactKind.INDICATOR and len(words) > 1 and not all(map(is_class, words)):
        return draft  # the label of a course is printed for itself
    name = _longer_before(draft, phrase_of(draft.name))
    if draft.unit == "개" and name.endswith(_GRADES):
        return replace(draft, doubts=(*draft.doubts, KIND_UNSURE))  # the grades of a scale
    if draft.unit == "원" and is_rate(name.rpartition(" ")[2]) and _RATIO.search(name):
        return replace(draft, doubts=(*draft.doubts, NAME_UNSURE))
    if {NAME_BORROWED, NAME_INCOMPLETE} <= set(draft.doubts):
        return replace(draft, doubts=(*draft.doubts, NAME_UNSURE))
    if not name or _OTHERS.search(name) or _is_uncounted(draft, name):
        return replace(draft, doubts=(*draft.doubts, NAME_UNSURE))
    draft, name = _finished(draft, name)
    if _is_some_of(draft, name):
        return replace(draft, doubts=(*draft.doubts, FIGURE_UNSURE))
    if name != draft.name:
        left = tuple(one for one in draft.doubts if one != NAME_INCOMPLETE)
        draft = replace(draft, name=name, doubts=left)
    draft = _of_whole(draft, drafts)
    if draft.unit == "%":
        draft = replace(draft, name=rate_of(draft.name))
    if "saving" in draft.flags and draft.unit == "원" and not _SAVED.search(draft.name):
        draft = replace(draft, name=f"{draft.name} 절감액")
    draft = _with_scope(draft)
    if GOAL in draft.flags and draft.kind is not FactKind.EVALUATION:
        draft = replace(draft, name=_aimed(draft.name))
    draft = _with_place(draft, drafts)
    is_bound = THRESHOLD in draft.flags and _KIND.fullmatch(draft.name.rpartition(" ")[2])
    if is_bound and not _BOUND_NAMED.search(draft.name):
        return replace(draft, name=f"{draft.name} 기준")
    return draft


def _longer_before(draft: Draft, name: str) -> str:
    """The whole word that a statement says first: '지방소멸대응기금 평가 A등급, 기금 88억원'."""
    if draft.at is None or " " in name or not 1 < len(name) <= _SHORT:
        return name
    before = draft.statement.text[: draft.at]
    found = re.findall(rf"(?<![가-힣])[가-힣]{{2,12}}{re.escape(name)}(?![가-힣])", before)
    return found[-1] if found and not is_class(name) else name


def _is_uncounted(draft: Draft, name: str) -> bool:
    """Whether nobody says what was counted, or which one of several got a grade.

    '분위기 확산 8개' has eight of something; '과는 6개로 맞춘다' tells of every bureau.
    """
    before = draft.statement.text[: draft.at or 0]
    if draft.unit != "원" and _OF_ALL.search(before):
        return True
    if name.rpartition(" ")[2] in _OFFICES and not draft.statement.is_item:
        return True
    is_left_open = NAME_INCOMPLETE in draft.doubts
    if draft.kind is FactKind.EVALUATION:
        return is_left_open and not draft.statement.is_item
    is_deed = _DEED_END.search(name) is not None and not is_class(name)
    return is_left_open and draft.unit == "개" and is_deed


def _finished(draft: Draft, name: str) -> tuple[Draft, str]:
    """The draft and its name, which says where only what was finished is counted."""
    if draft.at is None or draft.unit not in {"건", "개"}:
        return draft, name
    is_done = _DONE.match(draft.statement.text, draft.at + len(draft.raw_text.rstrip()))
    if is_done is None or name.endswith(_FINISHED):
        return draft, name
    return draft, f"{name} {_FINISHED}"


def _is_some_of(draft: Draft, name: str) -> bool:
    """Whether a figure is some of those before it, and nobody says which: '27건 가운데 7건'."""
    if draft.at is None or name.endswith(_FINISHED):
        return False
    return _SOME_OF.search(draft.statement.text, 0, draft.at) is not None


def _of_whole(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """The draft with the owner that its name wants; kept back where it has none."""
    name = draft.name
    is_course = draft.kind is FactKind.INDICATOR and draft.unit == "%"
    unit = "" if is_course else draft.unit or ""  # what is followed over years need be no rate
    if THRESHOLD in draft.flags and (bound := _bound_noun(draft)) and bound not in name:
        draft = replace(draft, name=(name := bound))
    if _GROWTH.fullmatch(name) and (of := _last_money(draft, drafts)):
        return replace(draft, name=of_thing(of, name), doubts=_borrowed(draft))
    is_listed = _is_listed(draft, drafts)
    if not _wants(name, unit, is_listed=is_listed):
        return draft
    at = _label_at(draft, name)
    owner = _said(draft, name, at) if at >= 0 else ""
    if owner:
        doubts = tuple(one for one in draft.doubts if one not in OF_NAME)
        name = owner if _TIME.fullmatch(name) else of_thing(owner, name)
        return replace(draft, name=name, doubts=doubts)
    if says_enough(name, unit):
        return draft  # one of a list that nothing names, but a thing of its own
    owner = _counted_before(draft, drafts, name) or _topic(draft.statement)
    if unit not in _OF_SUMS:
        owner = _SUM_AT_END.sub("", owner)  # '절감액' heads sums, and cases beside them
    tight, told = owner.replace(" ", ""), name.replace(" ", "")
    if not owner or _TIME.fullmatch(name):
        return replace(draft, doubts=(*draft.doubts, NAME_UNSURE))
    if told.startswith(tight):
        return draft  # it is what the document is about
    return replace(draft, name=_joined(owner, name), doubts=_borrowed(draft))


def _counted_before(draft: Draft, drafts: Sequence[Draft], name: str) -> str:
    """What an item counts before it tells the cost of it: '공모사업 31건, 총사업비 612억원'."""
    if draft.at is None or draft.unit != "원" or not _COST.match(name):
        return ""
    before = [one for one in drafts if one.at is not None and one.at < draft.at]
    if not before or before[-1].unit == "원" or not draft.statement.is_item:
        return ""
    counted = before[-1].name
    if says_enough(counted, before[-1].unit or ""):
        return counted
    is_thing = is_certain_name(counted) and not is_class(counted)
    return of_thing(_topic(draft.statement), counted) if is_thing else ""


def _bound_noun(draft: Draft) -> str:
    """What a bound is for that stands before it: '2천만원 이상 물품'."""
    if draft.at is None:
        return ""
    *_, last = ("", *draft.statement.text[: draft.at].split())
    if _CONTRACT.fullmatch(last):
        return ""
    match = _BEHIND_BOUND.match(draft.statement.text, draft.at + len(draft.raw_text.rstrip()))
    match = match or _BEHIND_BOUND.search(draft.raw_text)
    return match["noun"] if match else ""


def _last_money(draft: Draft, drafts: Sequence[Draft]) -> str:
    """The name of the amount right before a rate of growth: '2조 원으로 연평균 4.2% 늘고'."""
    if draft.at is None:
        return ""
    before = [one for one in drafts if one.at is not None and one.at < draft.at]
    return before[-1].name if before and before[-1].unit == "원" else ""


def _borrowed(draft: Draft) -> tuple[str, ...]:
    """The doubts of a name that headings complete: none for an item, which stands under them."""
    left = tuple(one for one in draft.doubts if one not in OF_NAME)
    is_sure = draft.statement.is_item and left == draft.doubts
    return left if is_sure else (*left, NAME_BORROWED)


def _wants(name: str, unit: str, *, is_listed: bool) -> bool:
    if not says_enough(name, unit):
        return True
    if not is_listed or unit == "%":
        return False
    return not (unit == "원" and (_PROJECT.search(name) or WHOLE.fullmatch(name)))


def _is_listed(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a figure is one of several in its unit that a statement prints one after another."""
    if draft.at is None:
        return False
    text = draft.statement.text
    ends = [
        (one.at, one.at + len(one.raw_text))
        for one in drafts
        if one.at is not None and one.unit == draft.unit
    ]
    before = [end for start, end in ends if end <= draft.at]
    behind = [start for start, _ in ends if start > draft.at]
    stop = draft.at + len(draft.raw_text)
    is_next = bool(before) and _SEPARATED.fullmatch(text, max(before), draft.at) is not None
    return is_next or (bool(behind) and _SEPARATED.fullmatch(text, stop, min(behind)) is not None)


def _label_at(draft: Draft, name: str) -> int:
    """Where the first word of a name stands before its figure; -1 where it does not."""
    text = draft.statement.text
    end = draft.at if draft.at is not None else text.find(draft.raw_text)
    return text.rfind(name.split()[0], 0, max(0, end))


def _said(draft: Draft, name: str, at: int) -> str:
    """What the sentence lists, or the one before it where this goes on from it."""
    statement = draft.statement
    end = draft.at if draft.at is not None else max(0, statement.text.find(draft.raw_text))
    owner = lister(statement.text, at, end)
    goes_on = not statement.is_item and _GOES_ON.match(statement.text) is not None
    if not owner and goes_on and not says_enough(name, draft.unit or ""):
        owner = topic_before_statement(statement)
    owner = phrase_of(owner)
    if DOER.fullmatch(owner):
        return ""
    tight, told = owner.replace(" ", ""), name.replace(" ", "")
    if not owner or tight in told or told in tight or not is_certain_name(owner):
        return ""
    if _BY.search(owner) or is_generic(owner):
        owner = of_thing(_topic(statement), owner)
    return owner


def topic_before_statement(statement: Statement) -> str:
    """What the sentence before a statement is about, '' where nothing tells."""
    offset = statement.start - statement.passage.start
    before = statement.passage.text[max(0, offset - _BACK) : offset].rstrip()
    last = _SENTENCE.split(before)[-1]
    return topic_before(last, len(last)) if last else ""


def _topic(statement: Statement) -> str:
    path = statement.passage.heading_path
    if statement.text == statement.quote:
        path = siblings_left_out(path, statement.text)
    return topic_above(path, statement.document.title, is_item=statement.is_item)


def _joined(owner: str, name: str) -> str:
    """A name behind its owner, without the words that both say."""
    said = set(owner.split())
    words = name.split()
    while len(words) > 1 and (
        (words[0] in said and is_class(words[0]))
        or owner.endswith(words[0])
        or DOER.fullmatch(words[0])
    ):
        words.pop(0)
    rest = " ".join(words)
    return owner if owner.endswith(rest) else of_thing(owner, rest)
