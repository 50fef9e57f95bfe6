"""What the words around a figure make of it: an increase, a price, one end of a range, an aim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from corpus.amounts import find_amounts
from corpus.facts.doubts import KIND_UNSURE, NAME_INCOMPLETE
from corpus.facts.draft import Draft
from corpus.facts.flags import GOAL, PER_UNIT, SUPPORT_LIMIT, THRESHOLD, WEIGHT
from corpus.types import FactKind

_SIZES = frozenset({FactKind.STATISTIC, FactKind.BUDGET})
_NEAR = 40  # characters before a figure that say what it is
_BACK = 120  # characters of the sentence before

# '지방세가 30억원 늘었다.': what is listed after it are the parts of what was added.
_ROSE = (
    r"(?:늘[었어]|줄[었어]|증가[했하]|감소[했하]|불[었어]|증액[됐했되]|감액[됐했되]"
    r"|깎[였이]|커[졌지])"
)
_ROSE_BEFORE = re.compile(
    rf"원(?:\([^()]{{0,30}}\))?(?:이|가|을|를|여)?\s(?:[가-힣]{{1,6}}\s)?{_ROSE}[가-힣]{{0,4}}다\.?\s*$"
)
_ROSE_FIRST = re.compile(
    rf"{_ROSE}[가-힣]{{0,2}}는데|"
    r"(?:늘어난|불어난|늘린|깎은|줄인|증액[된한]|감액[된한]|삭감[된한]|추가[된한]|더해진|더한|보탠|뺀)\s"
    r"(?:예산|사업|사업비|돈|금액|것|항목|분야|곳|\d[\d,.]*[조억만천\s]{1,4}원)(?:은|는|으로는|로는)\s"
)
_ROSE_HEADING = re.compile(
    r"(?:증액|감액|삭감)\s?(?:된\s|한\s)?(?:내역|내용|현황|요인|사유|항목|사업|예산|분야)"
    r"|(?:증감|증가|감소)\s?(?:내역|내용|요인|사유|항목)"
)
_SAYS_CHANGE = re.compile(
    r"[증감]액|증가|감소|삭감|증감|(?:늘어난|불어난|줄어든)\s(?:금액|규모|액수)$"
)
# '증액분은 9억 원으로 본예산 90억 원의 10%': what the share is reckoned of.
_WHOLE_OF_SHARE = re.compile(r"의\s?(?:약\s)?\d[\d.]*\s?%")
_ENDS_LIST = re.compile(r"(?:등|순)?(?:이다|입니다)\.?\s*$")
_OWN_TOPIC = re.compile(r"[은는이가로]\s(?:(?:총|약|모두|각각)\s)?\d|[가-힣](?:며|는데|지만)[\s,]")
# '6천억원 선을 처음 넘었다', '1조원 시대를 열었다': a mark that was passed.
_MARK = re.compile(
    r"\s?(?:선|고지|벽|문턱|시대)(?:을|를|이|에|의|도)?\s(?:[가-힣]{1,3}\s){0,2}?(?:넘|돌파|밟|깨|깬|뚫|열|연\s|올라|맞|진입|개막|무너|붕괴|위협|아래|밑)"
    r"|\s?(?:이|가|도)?\s(?:무너|붕괴)|\s?대(?:를|의|로|에|가|인|까지)\s"
)
# '인구 2만 명 선이 무너졌다', '처음 1조 원을 넘겼다': a mark and no size.
_PASSED = re.compile(
    r"\s?(?:선|고지|벽|시대)(?:이|을|를|가|에)\s|\s?(?:아래|밑)로\s(?:내려|떨어|줄)"
    r"|(?:이|가)\s(?:무너|붕괴)|(?:을|를)\s(?:처음\s)?(?:넘길|돌파할)"
)
_TO_END = re.compile(r"\s?에서\s(?:[가-힣]{1,4}\s)?\d[\d,.]*\s?[조억만천백]*\s?[가-힣%㎡]{1,4}까지")
_FROM_END = re.compile(r"\d\s?[조억만천백]*\s?[가-힣%㎡]{0,3}(?:에서|부터)\s(?:[가-힣]{1,4}\s)?$")
_PRICED = frozenset(
    {THRESHOLD, SUPPORT_LIMIT, PER_UNIT, "per_month", "per_day", "per_hour", "change", "difference"}
)
_SMALL = 1_000_000  # won; no city plans a sum below it for anything but one person or thing
_PLACES_BEFORE = re.compile(
    r"(?P<count>\d[\d,]*)\s?(?P<unit>개소|곳|동|개\s?마을|명|가구|세대)\s?[,/]\s?(?:연간?\s?|매년\s?)?$"
)
_LEAST_EACH = {"명": 5_000, "가구": 5_000, "세대": 5_000}  # won for one, of what is for all
_LEAST_PLACE = 200_000
# '퍼티 삭제로 1억 5,500만원': what a change of the plan brings, not what the thing costs.
_BY_CHANGE = re.compile(
    r"(?:조정|변경|삭제|제외|정정|축소|감축|현실화|절약|효율화|대체|바로잡)(?:으로|로|해|하여|아)\s(?:총\s?|약\s?)?$"
)
_REVIEW = re.compile(r"계약\s?심사|원가\s?심사|일상\s?감사|예산\s?절감")
_BARE_CHANGE = re.compile(
    r"(?:조정|변경|삭제|제외|정정|축소|바로잡아|돌리는\s등)\s(?:총\s?|약\s?)?$"
)
_AIMS = re.compile(
    r"(?:과제|목표)(?:로는|는|은|로)?\s?[:：]?\s?(?:[▲△▶①-⑳]|[가-힣A-Za-z\s]{0,12}$)"
)
_TO_BE = re.compile(
    r"(?:을|를)?\s?(?:확보|유치|달성|모금|창출)?(?:을|를|에|하기)?\s?"
    r"(?:목표|추진|계획|예정|노력|총력|도전|나서|나선|나섰|박차|위해|위한|매진|온\s?힘|전력)"
)
_SAYS_AIM = re.compile(r"(?:목표|계획|요청|요구|건의|신청)(?:금?액)?$")
_WON_OVER = re.compile(r"유치|확보|모금|달성")
_ASKED = re.compile(r"(?:을|를)?\s?(?:요청|건의|요구)")
_EFFECT = re.compile(r"(?:생산|부가가치|소득|고용|취업)\s?유발|파급\s?효과")
_DEDUCTED = re.compile(r"\s?(?:을|를|까지\s)?\s?감점")
_PART_OF_REST = re.compile(r"(?:가운데|중)(?:에서)?\s?\d[^,.]{0,40}$")
_IS_DONE = re.compile(r"(?:은|는|를|을)\s")
_NUMBER_IN_NAME = re.compile(r"[가-힣A-Za-z)’”]\s\d{1,3}\s$")
_AND_OTHERS = re.compile(r"\s외$")
_NO_NAME = re.compile(
    r"(?:^|\s)(?:격주|격월|격년|매주|\d+[년개월주일]{1,2}마다)$|(?:^|\s)(?!특별|개별)[가-힣]{1,6}별(?:\s지원액)?$"
    r"|^(?:하루|연|월|주|일)?\s?평균$|(?:였으|이었으|였|이던)$|^(?:절반|과반|대부분|일부|나머지)(?:인|의)?\s"
)
_DEED_BEHIND = re.compile(r"\s?(?P<deed>추징|환수|회수|반납|징수|부과|삭감|감액)(?![가-힣])")
_TAKEN_BACK = re.compile(r"(?:추징|환수|회수|반납|변상|과태료|과다\s?지급)")  # what auditors found
_OTHER_DEED = re.compile(r"(?:적발|지적|처분|징계|조치|시정|주의)$")
_NUMBERED = re.compile(
    r"(?P<which>제?\s?\d{1,2}(?:회|차)\s?(?:추경|추가경정\s?예산))(?:예산)?(?:안|\(안\))?(?:은|는|이|의)?\s?"
    r"(?P<open>\(\s?(?:총\s?)?)?$"
)
_BARE_BUDGET = re.compile(r"(?<![회차])(?<![회차]\s)(?:추경|추가경정예산)(?!\s?대비)")
_SOURCE_OF_WHOLE = re.compile(
    r"\s(?:[국도시군구]비|국고|지방비|확보액|요구액|반영액|국비\s확보액)(?:\s확보액)?(?=\s(?:총\s?)?사업비$)"
)
_BY_DAY = re.compile(r"(?<=[가-힣])\s(?:1일|일|하루)$")
_DAY_BEFORE = re.compile(r"(?:^|[\s(:])(?:1일|일|하루)\s\d[\d,.]*\s?[가-힣㎥]{1,3}\s?[→⇒]\s?$")
_DAILY = frozenset({"톤", "㎥", "명", "대", "회", "건", "kg", "kW", "t"})
# '65세 이상 인구 12,300명': the bound is part of what is counted.
_BOUND = (
    r"\d[\d,.]*\s?[조억만천백]{0,2}\s?[가-힣㎡%a-z]{0,3}\s?"
    r"(?:이상|이하|미만|초과|이내|(?:이|가|을|를)?\s?(?:넘는|넘은|웃도는|밑도는|안\s?되는))"
)
# '3단계 사업 120억원': which of several it is.
_NTH = r"제?\d{1,2}(?:단계|차|순위|공구|호기|구역|권역|지구|블록)"
_CLOSED = re.compile(r"\((?P<inside>[^()]{0,30}\d[^()]{0,6})\)[\s,·/→⇒]*$")
_HAS_BOUND = re.compile(
    r"이상|이하|미만|초과|이내|넘[는은]|도는|되는|\d(?:단계|차|순위|공구|호기|구역|권역|지구|블록)"
)
_BOUNDED = re.compile(
    rf"(?P<bound>(?:만\s)?{_BOUND}(?:\s(?:만\s)?{_BOUND})?|{_NTH})(?:의|인)?\s"
    r"(?P<rest>(?!등\s)[가-힣][가-힣·\s]{0,20}?)(?:은|는|이|가|를|을|도)?\s?(?:총\s|약\s|모두\s)?$"
)


def in_role(draft: Draft, start: int, end: int) -> Draft:
    """The draft of the figure at statement.text[start:end], as the words around it make it."""
    name, unit = _named(draft, start), draft.unit
    if unit in _DAILY and _is_by_day(draft, start):
        name, unit = _BY_DAY.sub("", name), f"{unit}/일"  # '처리용량 : 일 180톤'
    doubts = tuple(_doubts(draft, start, end))
    if name == draft.name and unit == draft.unit and not doubts:
        return draft
    return replace(draft, name=name, unit=unit, doubts=(*draft.doubts, *doubts))


def _is_by_day(draft: Draft, start: int) -> bool:
    if _BY_DAY.search(draft.name):
        return True
    return _DAY_BEFORE.search(draft.statement.text[max(0, start - _NEAR) : start]) is not None


def _named(draft: Draft, start: int) -> str:
    """The name with the number of its budget or the bound of its group, without who pays."""
    name, text = draft.name, draft.statement.text
    if name.endswith("사업비"):
        return _SOURCE_OF_WHOLE.sub("", name)
    near = text[max(0, start - _NEAR) : start]
    if draft.kind is FactKind.BUDGET and "추" in near and "change" not in draft.flags:
        numbered = _NUMBERED.search(near)
        if numbered and _BARE_BUDGET.search(name):
            return _BARE_BUDGET.sub(numbered["which"].strip(), name, count=1)
        if numbered and numbered["open"] and numbered["which"].strip() not in name:
            return numbered["which"].strip()
    if (closed := _CLOSED.search(near)) and " " in name:
        outside, _, last = name.rpartition(" ")
        if re.search(rf"{re.escape(last)}\s?\d", closed["inside"]):
            return outside  # '사업 12개(신규 5, 계속 7) 320억원' is of all twelve
    bounded = _BOUNDED.search(near) if _HAS_BOUND.search(near) else None
    if bounded and bounded["bound"] not in name:
        rest = bounded["rest"].strip()
        if name.endswith(rest):
            head = name.removesuffix(rest).split()
            if head and head[-1] in bounded["bound"]:
                head.pop()  # '3자녀 이상 가구' without its bound is '3자녀 가구'
            return " ".join((*head, bounded["bound"], rest))
        if rest.endswith(name):
            return f"{bounded['bound']} {rest}"
    return name


def _doubts(draft: Draft, start: int, end: int) -> Iterator[str]:
    """What the words around a figure leave open of what it is."""
    text, flags = draft.statement.text, frozenset(draft.flags)
    before = text[max(0, start - _NEAR) : start]
    if draft.kind is FactKind.BUDGET:
        if _is_other_money(draft, flags, start, end, before):
            yield KIND_UNSURE
    elif draft.unit == "점" and WEIGHT not in flags and _DEDUCTED.match(text, end):
        yield KIND_UNSURE
    if draft.kind in _SIZES and _PASSED.match(text, end) and THRESHOLD not in flags:
        yield KIND_UNSURE
    if "ambiguous_sign" in flags or _is_end_of_range(text, start, end, before):
        yield KIND_UNSURE  # '4명 → 1명(△3명)': fewer, or of another thing
    if draft.unit != "명" and _AND_OTHERS.search(draft.name):
        yield NAME_INCOMPLETE  # '다리 놓기 외 5건'
    if text.startswith("당", end) or _NO_NAME.search(draft.name):
        yield NAME_INCOMPLETE  # '1개소당 60억원', '분기별 1회'
    if draft.unit == "원" and (
        draft.name.endswith("평균") or _is_other_deed(draft.name, text, end)
    ):
        yield NAME_INCOMPLETE  # '유사단체 평균 4,499억원' of what; '64건 적발·15억원 추징'
    if _NUMBER_IN_NAME.search(before) and "=" not in before:
        yield NAME_INCOMPLETE  # '누리뉴딜 300 47억원'
    if _IS_DONE.match(text, end) and _PART_OF_REST.search(before):
        yield NAME_INCOMPLETE  # '16개 가운데 6개는 없애고 1개는 고침'


def _is_other_deed(name: str, text: str, end: int) -> bool:
    """Whether a figure is named by another deed than the one that follows it."""
    behind = _DEED_BEHIND.match(text, end)
    return behind is not None and behind["deed"] not in name and bool(_OTHER_DEED.search(name))


def _is_end_of_range(text: str, start: int, end: int, before: str) -> bool:
    """Whether a figure is one end of what is printed as 'A에서 B까지', and B is not reached."""
    if _TO_END.match(text, end):
        return True
    return text.startswith("까지", end) and _FROM_END.search(before) is not None


def _is_other_money(draft: Draft, flags: frozenset[str], start: int, end: int, before: str) -> bool:
    """Whether an amount may be an increase, a price, an aim, an effect or a saving."""
    text, name = draft.statement.text, draft.name
    if _MARK.match(text, end) or _EFFECT.search(name):
        return True
    if "saving" not in flags and "절감" not in name and _is_saving(draft, before):
        return True
    if _is_aim(draft, flags, start, end):
        return True
    value = draft.value if isinstance(draft.value, Decimal) else Decimal(0)
    if _ASKED.match(text, end) and not _SAYS_AIM.search(name):
        return True
    is_small = 0 < value < _SMALL and not (
        _DEED_BEHIND.match(text, end) or _TAKEN_BACK.search(name)
    )
    if not flags & _PRICED and (is_small or _is_for_each(value, before)):
        return True
    return "change" not in flags and not _SAYS_CHANGE.search(name) and _is_added(draft, start)


def _is_saving(draft: Draft, before: str) -> bool:
    if _BY_CHANGE.search(before):
        return True
    if not _BARE_CHANGE.search(before):
        return False
    path = " ".join(draft.statement.passage.heading_path)
    return _REVIEW.search(f"{draft.statement.document.title} {path}") is not None


def _is_aim(draft: Draft, flags: frozenset[str], start: int, end: int) -> bool:
    """Whether an amount that is said to be won is still to be won."""
    name = draft.name
    if GOAL in flags or _SAYS_AIM.search(name):
        return False  # '국비 확보 목표' says what it is
    if not ("secured" in flags or _WON_OVER.search(name)):
        return False
    text = draft.statement.text
    return _TO_BE.match(text, end) is not None or _AIMS.search(text, 0, start) is not None


def _is_for_each(value: Decimal, before: str) -> bool:
    """Whether an amount behind a count of places is too small to be for all of them."""
    places = _PLACES_BEFORE.search(before)
    if places is None:
        return False
    count = int(places["count"].replace(",", "") or 0)
    least = _LEAST_EACH.get(places["unit"], _LEAST_PLACE)
    return count > 1 and value < count * least


def _is_added(draft: Draft, start: int) -> bool:
    """Whether an amount is in a list of what was added or taken away, so is no size."""
    statement = draft.statement
    text = statement.text
    if _WHOLE_OF_SHARE.match(text, start + len(draft.raw_text)):
        return False
    if _ROSE_FIRST.search(text, 0, start):
        return True
    heading = statement.passage.heading_path[-1] if statement.passage.heading_path else ""
    if statement.is_item and _ROSE_HEADING.search(heading):
        return True
    if _ROSE_HEADING.search(text, 0, start):
        return True
    if not _ENDS_LIST.search(text) or _OWN_TOPIC.search(text):
        return False
    at = statement.start - statement.passage.start
    before = statement.passage.text[max(0, at - _BACK) : at]
    return _ROSE_BEFORE.search(before) is not None and not _adds_up(text, before)


def _adds_up(text: str, before: str) -> bool:
    """Whether the amounts of a list add up to one before the change, so that they are its parts."""
    parts = [one.krw for one in find_amounts(text) if one.krw is not None]
    levels = [one.krw for one in find_amounts(before)][:-1]
    return len(parts) > 1 and sum(parts) in levels
