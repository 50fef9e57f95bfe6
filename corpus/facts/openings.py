"""The thing that an item opens with: what its measures and costs are of."""

from __future__ import annotations

import re

from corpus.facts.labels import clean_name, is_generic, is_place, join_names
from corpus.facts.verbs import closes_clause, is_adnominal
from corpus.particles import particle_of, without_particle

_OPENING = re.compile(r"\s*(?P<thing>[가-힣A-Za-z·\s]{3,40}?)(?=\s?\(|\s?,|\s[-–]\s|\s?/\s|\s\d)")
_MEASURE = re.compile(
    r"(?:연|부지|건축|총|전체)?\s?면적|(?:총|도로)?\s?(?:길이|연장)|높이|폭|정원|수용\s?(?:인원|규모)|(?:총|소요)?\s?사업비"
    r"|공사비|설비용량|시설\s?용량|(?:처리|저장|발전)\s?(?:용량|능력)|발전량|포상금|시상금|상금|시설\s?규모|(?:입주|분양|가동|이용|공정)률"
    r"|(?:하루|연|연간|월)?\s?(?:방문객|이용객|관람객|탐방객|이용자|방문자|관광객)수?|매출액?|채택|수용|반영|전파|수료|이수|접수|선정|(?:입장료|이용료|임대료|판매)\s?(?:수입|매출)|가맹점|회원|참가(?:팀|자)|참여자|수강생|교육생|수료생|가입자|입소자|소장품|객실|병상"
    r"|좌석(?:수)?|주차(?:면|대수)"
    r"|(?:국|도|시|군|구|시군|국도|지방)비(?:\s?확보액)?|민자"
)
_DEED_END = re.compile(
    r"(?:\s(?:및|등|후|개관|개장|개소|건설|건립|신축|증축|조성|정비|준공|착공|설치|확충|구축|운영|추진|완공|완료|공급|접수|발굴|신청|모집|제출|이용객|방문객|관람객))+$"
)
_SOURCE = re.compile(
    r"(?:국|도|시|군|구|시군|국도|지방)비|민자|총|약|계|합계|기타|신규|계속|일반|특별|사업비|총사업비|(?:\S*\s)?(?:면적|규모|예산|국비|정원)"
)
_GRADE = re.compile(r"(?:최우수|우수|장려|대상|금상|은상|동상|특별상|입선|[SABC]등급)")
_QUANTIFIER = re.compile(r"\s(?:연|월|일|총|약|각|각각|매년|최대|하루|연간)$")
_PARTED = re.compile(r"[,/]|\s[-–]\s")
_BRACKET = re.compile(r"\([^()]{0,60}\)")
_WORDS_OF = re.compile(r"\s*(?P<words>[가-힣A-Za-z·][가-힣A-Za-z·\s]*)")
_JOINT_AFTER = re.compile(r"[·,]|\s?(?:및|과|와)\s")
_PAYER = re.compile(r"(?<=[가-힣])\s(?:국|도|시|군|구|시군|국도|지방)비(?:\s?(?:지원|확보)액?)?$")
_WHOLE_COST = re.compile(r"(?:총\s?)?사업비$")
_FEWEST = 3  # letters of a thing that can be told from others


def is_measure(name: str) -> bool:
    """Whether a name is how large, dear or full a thing is, and does not say which thing."""
    return _MEASURE.fullmatch(name) is not None


def opening_thing(text: str, start: int) -> str:
    """The thing that an item names before its first figure or bracket, '' where none is certain."""
    match = _OPENING.match(text)
    if match is None or match.end() >= start or _are_others(text, match.end(), start):
        return ""
    words = match["thing"].split()
    for at, word in enumerate(words):
        if particle_of(word) in {"은", "는"} and not is_adnominal(word):
            words = [*words[:at], without_particle(word)]
            break
    if any(closes_clause(one) or is_adnominal(one) for one in words):
        return ""
    if any(particle_of(one) not in {"", "의", "과", "와"} for one in words):
        return ""
    thing = _QUANTIFIER.sub("", clean_name(" ".join(words)))
    thing = _DEED_END.sub("", thing)
    is_named = len(thing.replace(" ", "")) >= _FEWEST and _SOURCE.fullmatch(thing) is None
    if _GRADE.fullmatch(thing):
        return ""
    return thing if is_named and not (is_generic(thing) or is_place(thing)) else ""


def join_within(general: str, particular: str) -> str:
    """`join_names` that keeps one of the things of a list: '숲·공원 확충 사업량' of the '숲'."""
    at = general.find(particular) if particular else -1
    before, after = general[:at], general[at + len(particular) :]
    is_one = at >= 0 and (
        (_JOINT_AFTER.match(after) is not None and (not before or before[-1] in " ·,"))
        or (before[-1:] in {"·", ","} and after[:1] in {" ", "·", ","})
    )
    is_one = is_one or (at >= 0 and _GRADE.fullmatch(particular) is not None)
    return f"{general} {particular}" if is_one else join_names(general, particular)


def wants_heading(words: str) -> bool:
    """Whether words are too short to be a name without their heading, or a grade of a prize."""
    return len(words) < _FEWEST or _GRADE.fullmatch(words) is not None


def cost_of(host: str, inside: str) -> str:
    """The name of a figure in the bracket of another: '국비 20억(총사업비 80억)' has two payers."""
    return join_names(_PAYER.sub("", host) if _WHOLE_COST.search(inside) else host, inside)


def names_more(text: str, start: int) -> bool:
    """Whether an item names things before a measure, so that its heading need not be the owner."""
    first = _WORDS_OF.match(text)
    if first is None or first.end() >= start:
        return False
    words = _QUANTIFIER.sub("", first["words"].strip())
    return not _is_listed(words) or _are_others(text, first.end(), start)


def _are_others(text: str, begin: int, start: int) -> bool:
    """Whether other things than measures are named between an item's opening and a measure."""
    _, *between = _PARTED.split(_BRACKET.sub("", text[begin:start]))
    return any(
        (match := _WORDS_OF.match(one)) is not None
        and not _is_listed(_QUANTIFIER.sub("", match["words"].strip()))
        for one in between[:-1]
    )


def _is_listed(words: str) -> bool:
    return is_measure(words) or _SOURCE.fullmatch(words) is not None
