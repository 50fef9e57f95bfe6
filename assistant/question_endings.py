"""Endings: what an English clause asks by its question word, and how Korean ends the same question.

Korean says the thing that is asked for last, right before the ending, so with the ending come the
stretches of the clause in the order in which Korean has them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.question_frames import AUX

_PEOPLE = (
    r"(?:people|persons|residents|officials|students|members|citizens|visitors|tourists|staff|"
    r"employees|inspectors|workers|civil servants|heads|volunteers|participants|children)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What a clause asks, as Korean ends it, and the stretches before it in the order of Korean."""

    ending: str
    stretches: tuple[tuple[int, int], ...]


_ENDINGS = (
    (r"\bhow many days\b", "며칠인가요"),
    (r"\bhow many points\b", "몇 점인가요"),
    (r"\bhow (?:often|many times) (?:a|per|each|every|in a) year\b", "한 해에 몇 번 하나요"),
    (r"\bhow (?:often|many times)\b", "몇 번 하나요"),
    (r"\b(?:how many|(?:what (?:is|was) )?(?:the )?number of)\b", "{counter}인가요"),
    (r"\bhow long\b", "기간이 얼마인가요"),
    (r"\b(?:from when to when|from which date to which)\b", "언제부터 언제까지인가요"),
    (r"\b(?:until when|by when|until what date)\b", "언제까지인가요"),
    (r"\bhow (?:much|large|big)\b", "얼마인가요"),
    (r"\bwhen and where\b", "언제 어디서 열렸나요"),
    (r"\bwhen\b|\b(?:on )?(?:what|which) (?:days?|dates?|months?|years?)\b", "언제인가요"),
    (r"\bwhere\b", "어디인가요"),
    (r"(?:^|,)\W*(?:and )?(?:by |to |from |tell me )?who(?:m|se)?\b", "누구인가요"),
    (
        r"\b(?:which|what) (?:[a-z'-]+ )?(?:official|officer|mayor|governor|person|spokesperson|"
        r"councillor|auditor)(?= (?!in\b|of\b)[a-z])",
        "누구인가요",
    ),
    (r"\bwhy\b", "이유는 무엇인가요"),
    (
        r"\b(?:what|which)\b.{0,40}?\b(?:percentage|percent|share|ratio|proportion|rate)\b|"
        r"\bin percent\b",
        "몇 퍼센트인가요",
    ),
    (
        r"\blist\b.{0,20}\b(?:members|officials|people|names of (?:the )?(?:members|officials))\b",
        "명단을 알려주세요",
    ),
    (r"\blist\b", "모두 알려주세요"),
)
_SO_OFTEN = "번 하나요"
_ENDING_PATTERNS = tuple((re.compile(one, re.IGNORECASE), korean) for one, korean in _ENDINGS)
_GRADED = re.compile(r"\b(?:grade|rating)\b|\bintegrity (?:target|goal)\b", re.IGNORECASE)
_PHONED = re.compile(
    r"\b(?:phone|telephone|contact|reach)\b|"
    r"\b(?:who(?:m)?|what number) (?:can|could|do|should|may|shall) (?:i|we|one|people|residents) "
    r"(?:call|ring|dial|ask|speak|talk|turn)\b",
    re.IGNORECASE,
)
_SCORED = re.compile(r"\bscore\b", re.IGNORECASE)
_FIGURED = re.compile(
    r"\b(?:what|which)\b.{0,40}?\b(?:budget|cost|amount|debt|size|total|revenue|rate|target|surplus)\b",
    re.IGNORECASE,
)


def asked_of(clause: str, question: str = "") -> Asking:
    """How Korean asks what a clause asks; '{counter}' stands for what its things are counted in.

    A target is one of the kind that the rest of the `question` asks for.
    """
    whole = ((0, len(clause)),)
    if _PHONED.search(clause):
        return Asking(ending="전화번호는 무엇인가요", stretches=whole)
    for pattern, korean in _ENDING_PATTERNS:
        match = pattern.search(clause)
        if match is not None and "{counter}" in korean:
            return _counted(clause, match)
        if match is not None and korean.endswith(_SO_OFTEN):
            return Asking(ending=korean, stretches=((0, match.start()), (match.end(), len(clause))))
        if match is not None:
            much = _MUCH.search(clause)
            order = _last(much.span("noun"), clause) if much else whole
            return Asking(ending=korean, stretches=order)
    is_graded = _GRADED.search(clause) or (_TARGETED.search(clause) and _GRADED.search(question))
    sought = _SOUGHT.search(clause)
    if sought is not None and not _is_kind_of_value(sought.group()):
        return Asking(ending="무엇인가요", stretches=_last(sought.span("noun"), clause))
    if is_graded:
        return Asking(ending="몇 등급인가요", stretches=whole)
    if _SCORED.search(clause):
        return Asking(ending="몇 점인가요", stretches=whole)
    return Asking(ending="얼마인가요" if _FIGURED.search(clause) else "무엇인가요", stretches=whole)


# 'Which new projects does Jongno plan': what is to be named stands between the two.
_MUCH = re.compile(
    rf"\bhow much (?!budget\b|money\b|{AUX}\b)(?P<noun>(?:[a-z'-]+ ){{1,4}}?)(?={AUX}\b)",
    re.IGNORECASE,
)
_TARGETED = re.compile(r"\b(?:target|goal|aim)", re.IGNORECASE)
_SOUGHT = re.compile(
    rf"\b(?:what|which) (?!{AUX}\b)(?P<noun>(?:[a-z'-]+ ){{1,4}}?)"
    rf"(?={AUX}\b|in\b|of\b|belong|got\b)",
    re.IGNORECASE,
)
_END_OF_COUNTED = re.compile(
    r"\b(?:are|is|was|were|did|does|do|will|would|has|have|had|in|at|for|by|to|that|which|can|"
    r"could|should|there|from|with|on|under|took|take|signed?|got|get|received|who)\b",
    re.IGNORECASE,
)


_BEHIND = "in|at|for|by|to|of|that|which|who|there|from|with|on|under|over|and|or"
_DONE_BY_PEOPLE = re.compile(
    rf"\s*(?:of the )?(?P<noun>{_PEOPLE}|households|families|firms|companies)\s+"
    r"(?:(?:did|do|will|would|can|have) )?"
    rf"(?P<verb>(?!(?:{AUX}|{_BEHIND})\b)[a-z]+"
    r"(?: (?:to|into|out of|out|away|off|up|part)\b)?+)(?= (?!in\b|at\b|by\b))",
    re.IGNORECASE,
)


def _is_kind_of_value(sought: str) -> bool:
    return any(one.search(sought) for one in (_GRADED, _SCORED, _FIGURED))


def _last(noun: tuple[int, int], clause: str) -> tuple[tuple[int, int], ...]:
    """The stretches of a clause with the noun that is asked for behind all others."""
    return ((0, noun[0]), (noun[1], len(clause)), noun)


def _counted(clause: str, match: re.Match[str]) -> Asking:
    """What is counted goes last, right before the word that asks for its number.

    Of people Korean counts what they do: 'how many people attend the hearing' says so last.
    """
    done = _DONE_BY_PEOPLE.match(clause, match.end())
    if done is not None:
        verb = done.span("verb")
        return Asking(
            ending="{counter}인가요",
            stretches=((0, match.start()), (verb[1], len(clause)), verb, done.span("noun")),
        )
    end = _END_OF_COUNTED.search(clause, match.end())
    cut = end.start() if end else len(clause)
    return Asking(
        ending="{counter}인가요",
        stretches=((0, match.start()), (cut, len(clause)), (match.end(), cut)),
    )


_CASES = re.compile(r"(?:심사|감사|조치|지적|지적사항|민원|신고|사고|상담|검토|건)$")
_HEADS = re.compile(r"(?:공무원|직원|정원|인구|사람|주민|시민|학생|부서장|위원|[가-힣]자)$")
_ITEMS = re.compile(r"(?:과제|지표|전략|부서|팀|항목|목표|분야|기관|단체|공약|과|국)$")


def counter_of(korean: str, clause: str) -> str:
    """How Korean asks 'how many' of a thing: '몇 건' of reviews, '몇 명' of people.

    '' where things are counted by several words ('사업' by 개 and by 건).
    """
    if re.search(r"\bhow (?:much|far)\b", clause, re.IGNORECASE):
        return "얼마나"
    if re.search(r"\bpoints?\b", clause):
        return "몇 점"
    if re.search(r"\bpages?\b", clause):
        return "몇 쪽"
    if re.search(r"\bhouseholds?\b", clause):
        return "몇 가구"
    if re.search(r"\bcases?\b", clause) or _CASES.search(korean):
        return "몇 건"
    if re.search(_PEOPLE, clause, re.IGNORECASE) or _HEADS.search(korean):
        return "몇 명"
    return "몇 개" if _ITEMS.search(korean) else ""
