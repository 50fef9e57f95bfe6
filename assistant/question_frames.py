"""Frames: how English asks for a figure, a gap, a sum or the largest, and how Korean does.

A frame is a pattern over a clause and its Korean ending; the named stretches of the pattern are put
into Korean one by one. What no frame has is asked for by its question word alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """`needed` are the stretches that must say something; `leads` say places and dates themselves.

    Elsewhere these are said before all else.
    """

    pattern: re.Pattern[str]
    korean: str
    needed: tuple[str, ...] = ()
    leads: str = ""


def _frame(pattern: str, korean: str, *needed: str, leads: str = "") -> Frame:
    return Frame(
        pattern=re.compile(pattern, re.IGNORECASE),
        korean=korean,
        needed=needed,
        leads=leads,
    )


AUX = r"(?:did|does|do|will|would|was|were|is|are|has|have|had|can|could|should)"
_BY = r"\bby how (?:much|many(?: [a-z]+)??)"
_MORE = r"(?:bigger|larger|higher|greater|more)"
_THAN = r"(?:than|over|compared (?:with|to)|against|relative to|from)"
_UP = (
    r"(?:increased?|rise|rose|risen|raised?|grow|grew|grown|go up|went up|gone up|"
    r"expand(?:ed)?|climb(?:ed)?|gain(?:ed)?|boost(?:ed)?|jump(?:ed)?)"
)
_DOWN = (
    r"(?:decreased?|declined?|fall|fell|fallen|drop(?:ped)?|shrink|shrank|shrunk|go down|"
    r"went down|reduced?|cut|trimmed|lowered?|shorten(?:ed)?)"
)
_OFFICE = r"(?:department|division|office|bureau|section|team|unit)"
_CARES = (
    r"(?:(?:is |was )?(?:responsible for|in charge of)|handles?|deals? with|manages?|oversees?|"
    r"looks? after|runs?)"
)
_SHARE = r"\bwhat (?:percentage|percent|share|proportion)"
_GOES = (
    r"(?:(?:goes|went|will go) (?:to|into|on)|(?:is|was|are|were|will be) (?:for|spent on|"
    r"allocated to|set aside for|earmarked for|devoted to)|comes from|came from|is|are|was|were)"
)
_MOST = r"(?:largest|biggest|highest|greatest|most)"
_LEAST = r"(?:smallest|lowest|least|fewest)"
_TOGETHER = (
    r"(?:add(?:s|ed|ing)? up(?: to)?|come(?:s)? to together|come(?:s)? to|together|combined|"
    r"in sum|altogether|put together|in total|amount to)"
)


def _moved(asking: str, verb: str, korean: str) -> tuple[Frame, Frame]:
    """How far a thing moved by itself, or was moved by a place: 'did Boryeong raise its budget'."""
    pattern = rf"{asking} {AUX}\b(?P<a>.+?) {verb}\b(?P<b>.*)$"
    return (
        _frame(pattern, f"{{b}} {{a:은/는}} {korean}", "a"),
        _frame(pattern, f"{{b:은/는}} {korean}", "b"),
    )


FRAMES = (
    # How many live in a place.
    _frame(
        r"\bhow many (?:people|residents|inhabitants|citizens) "
        r"(?:liv(?:ed?|ing)\b|(?:does|do|did|will) .{0,40}?\bhave\b)"
        r"(?P<rest>(?! on\b| in the).*)$",
        "{rest} 인구는 몇 명인가요",
    ),
    # How far one thing is from another.
    _frame(
        rf"\bhow many more (?P<a>.+?) than (?P<b>.+?)(?: {AUX}\b(?P<rest>.*))?$",
        "{rest} {a:은/는} {b}보다 몇 더 많나요",
        "a",
        "b",
    ),
    _frame(
        rf"\bhow many (?:fewer|less) (?P<a>.+?) than (?P<b>.+?)(?: {AUX}\b(?P<rest>.*))?$",
        "{rest} {a:은/는} {b}보다 몇 더 적나요",
        "a",
        "b",
    ),
    _frame(
        rf"\bhow much {_MORE}\b(?P<a>.+?) than (?P<b>.+?)(?: {AUX}\b.*)?$",
        "{a:은/는} {b}보다 얼마나 늘었나요",
        "a",
        "b",
        leads="b",
    ),
    _frame(
        rf"\bhow much (?:less|smaller|lower)\b(?P<a>.+?) than (?P<b>.+?)(?: {AUX}\b.*)?$",
        "{a:은/는} {b}보다 얼마나 줄었나요",
        "a",
        "b",
        leads="b",
    ),
    _frame(
        r"\bhow many more (?P<a>.+?) (?:will|would|does|do|did)\b(?P<rest>.*)$",
        "{rest} {a:은/는} {counter} 늘어나나요",
        "a",
    ),
    _frame(
        r"\bhow (?:many points|many|much|far) (?:above|over|higher than) (?P<b>.+?)"
        rf" {AUX}\b(?P<a>.+)$",
        "{a:은/는} {b}보다 {counter} 높은가요",
        "a",
        "b",
    ),
    _frame(
        rf"\bhow (?:many points|many|much|far) (?:below|under|lower than) (?P<b>.+?)"
        rf" {AUX}\b(?P<a>.+)$",
        "{a:은/는} {b}보다 {counter} 낮은가요",
        "a",
        "b",
    ),
    _frame(
        rf"{_BY} {AUX}\b(?P<a>.+?) (?:above|higher than)\b(?P<b>.+)$",
        "{a:은/는} {b}보다 {counter} 높은가요",
        "a",
        "b",
    ),
    _frame(
        rf"{_BY} {AUX}\b(?P<a>.+?) (?:below|lower than)\b(?P<b>.+)$",
        "{a:은/는} {b}보다 {counter} 낮은가요",
        "a",
        "b",
    ),
    _frame(
        rf"\bby how many percent(?:age)? points {AUX}\b(?P<a>.+?)$",
        "{a:은/는} 몇 %p 올리나요",
        "a",
    ),
    _frame(
        rf"{_BY} {AUX}\b(?P<a>.+?) {_UP}\b.{{0,12}}?{_THAN} (?P<b>.+)$",
        "{a:은/는} {b}보다 {counter} 늘었나요",
        "a",
        "b",
        leads="b",
    ),
    _frame(
        rf"{_BY} {AUX}\b(?P<a>.+?) {_DOWN}\b.{{0,12}}?{_THAN} (?P<b>.+)$",
        "{a:은/는} {b}보다 {counter} 줄었나요",
        "a",
        "b",
        leads="b",
    ),
    _frame(
        rf"\bby how many days {AUX}\b(?P<b>.+?) {_DOWN}\b(?P<a>.+)$",
        "{b} {a:은/는} 며칠 줄었나요",
        "a",
    ),
    *_moved(_BY, _UP, "{counter} 늘었나요"),
    *_moved(_BY, _DOWN, "{counter} 줄었나요"),
    # 'How much did Boryeong raise' may be of donations.
    *_moved(r"\bhow much", r"(?!raise|boost)" + _UP, "얼마나 늘었나요"),
    # Which of several.
    _frame(
        r"\bwhich (?:one )?(?:is|was) (?:the )?(?:bigger|larger|higher|greater|more)\b(?P<b>.*?)"
        r"[:,]\s*(?P<a>.+? or .+)$",
        "{b} {a} 중 어느 것이 더 큰가요",
        "a",
    ),
    _frame(
        rf"\bwhich (?:city|county|one|place)?\s?(?:has|had) (?:the )?{_MORE}"
        r" (?P<b>.+?),\s*(?P<a>.+? or .+)$",
        "{a} 중 {b:이/가} 더 높은 곳은 어디인가요",
        "a",
        "b",
    ),
    _frame(
        rf"\b(?:in )?which year\b(?P<a>.*?)\b{_MOST} (?P<b>.+)$",
        "{a} {b:이/가} 가장 많은 해는 언제인가요",
    ),
    _frame(
        rf"\b(?:in )?which year\b(?P<a>.*?)\b{_LEAST} (?P<b>.+)$",
        "{a} {b:이/가} 가장 적은 해는 언제인가요",
    ),
    _frame(
        rf"\b(?:which|what)(?: kind of| type of)? (?P<a>.+?) "
        r"(?:has|had|have|takes?|took|gets?|got|received?|accounts? for|costs?|saw|needs?)"
        rf" (?:the )?{_MOST}(?P<b>.*?)(?P<c>\b(?:in|of|among|under)\b.*)?$",
        "{c} {b:이/가} 가장 큰 {a:은/는} 무엇인가요",
        "a",
    ),
    _frame(
        rf"\b(?:what|which) (?:is|was) the {_MOST} (?P<a>.+)$",
        "{a} 중 가장 큰 것은 무엇인가요",
        "a",
    ),
    _frame(
        rf"\b(?:what|which) (?:is|was) the {_LEAST} (?P<a>.+)$",
        "{a} 중 가장 작은 것은 무엇인가요",
        "a",
    ),
    # What several come to.
    _frame(
        r"\bhow many of (?P<a>.+?) (?:are|were|is|have been) (?:either )?(?P<b>.+? (?:or|and) .+)$",
        "{a} 중 {b:을/를} 합하면 모두 몇인가요",
        "a",
        "b",
    ),
    _frame(
        r"\b(?:the )?sum of (?P<a>.+)$",
        "{a:을/를} 모두 더하면 얼마인가요",
        "a",
    ),
    _frame(
        rf"\bhow many (?P<a>.+? (?:and|,) .+?) {AUX}\b(?P<rest>.*?) {_TOGETHER}\W*$",
        "{rest} {a:을/를} 합치면 모두 몇인가요",
        "a",
    ),
    _frame(
        rf"\bhow many (?P<c>.+?) of (?P<a>.+? and .+?) {AUX}\b(?P<rest>.*?) {_TOGETHER}\W*$",
        "{rest} {a} {c:을/를} 합치면 모두 몇인가요",
        "a",
    ),
    _frame(
        rf"\bhow many (?P<c>.+?) {AUX}\b(?P<rest>.*?),\s*(?P<a>.+? and .+?) {_TOGETHER}\W*$",
        "{rest} {c} {a:을/를} 합치면 모두 몇인가요",
        "a",
    ),
    _frame(
        rf"\b(?:what|how much) {AUX}\b(?P<a>.+?) {_TOGETHER}\W*$",
        "{a:을/를} 합치면 얼마인가요",
        "a",
    ),
    _frame(
        rf"\badd(?:ing|ed) up (?P<a>.+?), (?:how much|what) {AUX}\b(?P<b>.+)$",
        "{a} {b} 금액을 다 합치면 얼마인가요",
        "a",
    ),
    _frame(
        rf"\bhow much (?:money )?{AUX}\b(?P<a>.+?) (?:give|allocate|assign|earmark|"
        r"set aside|provide|spend|use)s? (?:to|for|on) (?P<b>.+)$",
        "{a} {b:은/는} 얼마인가요",
        "b",
    ),
    _frame(
        r"\b(?:who (?:is|was) (?:responsible for|in charge of)|"
        rf"which {_OFFICE}\b.{{0,40}}?{_CARES}) (?P<a>.+)$",
        "{a} 담당 부서는 어디인가요",
        "a",
    ),
    # What something is called now.
    _frame(
        rf"\bwhat {AUX}\b(?P<a>.+?) (?:be(?:en)? |now )?"
        r"(?:renamed|(?<=be )called|(?<=now )called)\b(?P<rest>.*)$",
        "{rest} {a}의 새 이름은 무엇인가요",
        "a",
    ),
    _frame(
        rf"\bwhat {AUX}\b(?P<a>.+?) (?:called|named)\W*$",
        "{a}의 이름은 무엇인가요",
        "a",
    ),
    # Where something begins, and what is in a part.
    _frame(
        r"\b(?:from|above|over|at|starting (?:at|from)) (?:what amount|how much)(?: on)?"
        rf" {AUX}\b(?P<a>.+)$",
        "{a} 대상은 얼마 이상인가요",
        "a",
    ),
    _frame(
        r"\bwhat (?:is|was) the (?:threshold|minimum amount|lower limit) (?:for|of) (?P<a>.+)$",
        "{a} 대상은 얼마 이상인가요",
        "a",
    ),
    _frame(
        rf"\bof (?P<a>.+?), how (?P<much>many|much) {AUX}\b(?P<b>.+)$",
        "{a} 중 {counter}을 {b}했나요",
        "a",
        "b",
    ),
    # How many are of an age or have come to something, and what takes a part of the whole.
    _frame(
        rf"{_SHARE} of (?P<a>.+?) (?:is|are|was|were) (?P<b>(?:aged |over )?\d.*)$",
        "{b} {a} 비율은 몇 퍼센트인가요",
        "a",
        "b",
    ),
    _frame(
        rf"{_SHARE} of (?P<a>.+?) (?:(?:has|have|had) been|is|are|was|were) "
        r"(?P<b>[a-z]+(?:ed|en|nt)|paid|met|kept|built)\b(?! (?:to|for|on)\b)(?P<rest>.*)$",
        "{rest} {a} {b:률}은 몇 퍼센트인가요",
        "a",
        "b",
    ),
    _frame(
        rf"{_SHARE} of (?P<a>.+?) (?:{_GOES}|for) (?P<b>.+)$",
        "{a}에서 {b} 비중은 몇 퍼센트인가요",
        "a",
        "b",
    ),
    _frame(
        rf"\bhow much of (?P<a>.+?) {_GOES} (?P<b>.+)$",
        "{a} 중 {b:은/는} 얼마인가요",
        "a",
        "b",
    ),
    _frame(
        rf"\bhow many of (?P<a>.+?) {AUX} (?P<b>.+)$",
        "{a} 중 {b:은/는} {counter}인가요",
        "a",
        "b",
    ),
)
