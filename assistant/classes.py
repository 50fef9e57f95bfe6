"""Who is in a class: the line that lists those of one grade ('S등급(5) 기획과, 세정과, …').

A list of classes says in each line who is in it. Asked for those of one class, that line is the
answer; lines that speak of the class, of its prize or of its number have the same words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import index
from assistant.evidence import Evidence
from assistant.lines_cited import evidence_at
from assistant.retrieve import Retrieved
from assistant.understand import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassOptions:
    """The documents of the best `candidates` are read for the line."""

    candidates: int = 12


_CLASS = r"(?P<name>[SABCDE][+-]?|SA|[가나다라마]|[1-5]|최우수|우수|장려|보통|미흡)"
_ASKED = re.compile(
    rf"(?<![가-힣A-Za-z\d])['‘’\"“]?{_CLASS}['‘’\"”]?\s?(?:등급|그룹)(?:을|를|에|의|으로)?\s?"
    r"(?:(?:받은|든|들어간|속한|속하는|해당하는|매겨진|뽑힌|선정된|차지한|인)\s)?"
    r"(?P<noun>부서|기관|과|팀|곳|읍면동|동|업체|기업|시설|사업|지자체|단체|학교|데)",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"어디|누구|누가|무엇|뭐|뭔|어느|어떤|무슨|목록|명단|이름|나열|알려|말해|(?:부서|기관|팀|곳)(?:은|는|들)?\s?\??$"
)
_HOW_MANY = re.compile(r"몇\s?(?:곳|개|군데|부서|팀|기관)|개수|(?:부서|기관|팀)\s?수")
_WHAT_ELSE = re.compile(
    r"얼마|점수|포상|상여|몇\s?(?:점|%|퍼센트|명|년|등급)|비율|왜|이유|사유|언제|전화|연락|문의"
)
_NAME = re.compile(r"[가-힣][가-힣A-Za-z\d·() ]{0,24}")
_BETWEEN = re.compile(r"[,，/]")


def class_asked(asked: Understanding) -> tuple[str, bool]:
    """The class whose members a Korean question asks for ('S'), and whether how many they are.

    '' where it asks for nothing of the kind: what a class gets is no member of it.
    """
    match = _ASKED.search(asked.text)
    if match is None or _WHAT_ELSE.search(asked.text):
        return "", False
    is_counted = _HOW_MANY.search(asked.text) is not None
    is_wanted = is_counted or _WHICH.search(asked.text) is not None
    return (match["name"].upper() if is_wanted else ""), is_counted


def members_of_class(
    asked: Understanding,
    retrieved: Retrieved,
    snapshot: index.Snapshot,
    options: ClassOptions | None = None,
) -> tuple[Evidence, ...]:
    """The line that lists who is in the class asked for, () where none does."""
    options = options or ClassOptions()
    name, is_counted = class_asked(asked)
    if not name or asked.compares_places:
        return ()
    line = re.compile(
        r"^[ \t]*(?:[^\w\s|] ?|\|[ \t]?|[가-하]\. ?|\d{1,2}[.)] ?)?['‘’\"“]?"
        rf"{re.escape(name)}['‘’\"”]? ?"
        r"(?:등급|그룹) ?(?P<count>\( ?\d{1,3}[^()\n]{0,12}\))?[ \t]*[|:：\-–]?"
        r"(?P<members>[^\n|]{2,400})\|?[ \t]*$",
        re.IGNORECASE | re.MULTILINE,
    )
    fitting = [one.evidence for one in retrieved.candidates[: options.candidates] if one.fits]
    for document in dict.fromkeys(one.document for one in fitting):
        for match in line.finditer(snapshot.text(document.id) or ""):
            if match["count"] if is_counted else _are_names(match["members"]):
                return (evidence_at(document, *match.span(), snapshot),)
    return ()


def _are_names(text: str) -> bool:
    parts = [one.strip() for one in _BETWEEN.split(text)]
    return all(_NAME.fullmatch(one) for one in parts)
