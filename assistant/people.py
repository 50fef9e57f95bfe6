"""People: the holders of an office whom a document names, for who led or answers for something."""

from __future__ import annotations

import re

import corpus
from assistant.everyday import Phrase

_TITLES = (
    r"시장|군수|구청장|지사|의원|의장|위원장|위원|이사장|원장|총장|회장|대표이사|대표|센터장|관장|소장|국장|실장|과장|"
    r"팀장|단장|본부장|담당관|감사관|읍장|면장|동장|장관|차관|청장|교수|교장|변호사|회계사|세무사|행정사|박사|"
    r"주무관|사무관|대변인|계장|담당(?=\()"
)
_NAME = r"(?P<name>[가-힣](?:[가-힣]{2}|○{1,2}))"
_BEFORE_TITLE = re.compile(
    rf"(?<![가-힣])(?P<name>[가-힣](?:[가-힣]{{2}}|○{{1,2}}))"
    rf"(?=\s(?:[가-힣]{{1,12}}\s)?[가-힣]{{0,12}}(?:{_TITLES})(?:[이가은는을를과와의에도께랑,(.\s)]|$))"
)
# '주재 : 홍길동', '진행자: 홍길동'
_LABELLED = re.compile(
    r"(?:[가-힣]{1,3}\s사람|주재자?|진행자?|사회자?|발표자?|인솔자?|단장|대표자?|위원장|책임자)\s?[:：]\s?"
    r"(?P<name>[가-힣](?:[가-힣]{1,3}|○{1,3}))(?![가-힣])"
)
# There is one mayor: '군수와 간부 33명이 서명했다' and '단장: 군수' tell who it was.
_HEAD = re.compile(
    r"(?<![가-힣])(?:시장|군수|구청장|도지사|부시장|부군수|부구청장|부지사)(?:[이가와과]\s|\s?주재)|"
    r"장\s?[:：(]\s?(?:부?시장|부?군수|부?구청장|부?지사)(?![가-힣])"
)
# '시의회(의장 문가람)', '심사위원회(위원장 문가람)'
_IN_BRACKETS = re.compile(
    rf"\([가-힣\s]{{0,12}}(?:{_TITLES})\s(?P<name>[가-힣](?:[가-힣]{{2}}|○{{1,2}}))(?=[),])"
)
# '단장은 문가람, 부단장에 한누리 씨': an office and who it is given to, or the office and a name.
_BEHIND_TITLE = re.compile(
    rf"(?<![가-힣])[가-힣]{{0,8}}(?:{_TITLES})"
    rf"(?:(?:은|는|에는|으?로는)\s{_NAME}(?=\s?(?:[,(·ㆍ.)]|$)|\s(?:씨|님))|"
    rf"(?:에|으?로)?\s{_NAME.replace('name', 'given')}"
    rf"(?=\s?(?:[,(·ㆍ.)]|$)|(?:을|를|이|가|은|는)[\s,]|이?며\s|\s(?:씨|님|{_TITLES})))"
)
# '홍길동 씨가 뽑혔다', '홍길동(62) 씨'
_CALLED = re.compile(
    rf"(?<![가-힣]){_NAME}(?:\(\d{{2}}(?:세)?[^()]{{0,8}}\))?\s(?:씨|님)(?![가-힣]{{3}})"
)
# '- 세무과 홍길동 : 체납 징수 방법 개선': whose work it is, by office and name.
_IN_OFFICE = re.compile(
    r"(?:^|[(,·ㆍ/◇○◦●▲△▷•*:：-])\s?(?:[가-힣]{2,10}\s)?"
    r"[가-힣]{1,10}(?:과|실|국|팀|담당관|사업소|보건소|센터|본부|직속|읍|면|동)\s"
    rf"{_NAME}(?=\s?[-–—:：(,·ㆍ/)]|\s*$)",
    re.MULTILINE,
)
# '감사과 조사팀', '단장은 부시장': a smaller office or a title is nobody's name.
_OFFICE = re.compile(rf"(?:팀|실|계|로|센터|공무원|임직원|조합원|{_TITLES})$")
_LEADS_ASKED = re.compile(
    r"(?:누가|누구(?:가|의)?)\s?(?:[가-힣]{1,10}\s)?(?:주재|진행|이끌|이끈|사회|회의|맡아|열었|열어|맺)|"
    r"주재자|진행자|대표자?[은는이가]?\s?누구|(?:위원장|단장|의장|회장)[은는이가]?\s?누구|"
    r"누구(?:와|랑|하고)|누구\s?주재|\bwho (?:led|chaired|presided|headed|hosted|ran)\b",
    re.IGNORECASE,
)


# '강나루 시장', '강나루 새말구청장': texts name a head in full once, and then by the surname.
_HEAD_BY_NAME = re.compile(
    r"(?<![가-힣])(?P<name>[가-힣]{3})\s(?:[가-힣]{2,7}\s)??[가-힣]{0,6}?"
    r"(?P<title>부?시장|부?군수|부?구청장|(?:[가-힣]{1,4})?부?지사|부?교육감|의장|위원장|[가-힣]{0,10}담당관|[가-힣]{1,8}[과국실]장)"
    r"(?=[이가은는을를의도께]|\s|$)"
)


def heads_by_name(text: str) -> tuple[Phrase, ...]:
    """The names of people before an office that a question gives, as texts name them further on.

    '강나루 시장' is '강 시장' wherever it is told what was said.
    """
    return tuple(
        Phrase(
            form=match["name"],
            official=(f"{match['name'][0]} {match['title']}",),
            start=match.start("name"),
            end=match.end("name"),
        )
        for match in _HEAD_BY_NAME.finditer(text)
        if corpus.is_personal_name(match["name"]) and not corpus.find_municipalities(match["name"])
    )


def names_person(quote: str) -> bool:
    """Whether a quote names somebody with an office, or behind a label that asks for a name."""
    return len(people_in(quote)) > 0


def tells_who(quote: str) -> bool:
    """Whether a quote names a person, or the one who holds the first office of a place."""
    return names_person(quote) or _HEAD.search(quote) is not None


def people_in(quote: str) -> tuple[str, ...]:
    """The names that a quote gives with an office or behind a label, in order."""
    patterns = (_BEFORE_TITLE, _LABELLED, _IN_BRACKETS, _BEHIND_TITLE, _CALLED, _IN_OFFICE)
    found = {
        one.start(group): one[group]
        for pattern in patterns
        for one in pattern.finditer(quote)
        for group in pattern.groupindex
        if one[group]
    }
    return tuple(
        name
        for _, name in sorted(found.items())
        if corpus.is_personal_name(name) and _OFFICE.search(name) is None
    )


def asks_leader(text: str) -> bool:
    """Whether a question asks who led or signed something, which a person does by name."""
    return _LEADS_ASKED.search(text) is not None
