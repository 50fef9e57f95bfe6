"""What a noun behind a number is counted of, where the words before the number name another."""

from __future__ import annotations

import re

from corpus.facts.labels import topic_before
from corpus.facts.named import TOPIC, Name
from corpus.facts.verbs import closes_clause
from corpus.particles import particle_of

_NEAR = 100  # characters before a number in which a list, a doer or a clause stands
_TOGETHER = re.compile(r"(?:의|등|총|모두|전체|각각|이렇게|이상)$")
_LIST_END = re.compile(r"[,、]\s|다[.]\s|[:：]\s|\d|[은는을를]\s")
_LONGEST_ONE = 24  # characters of one thing in a list of things
_DONE_TO = re.compile(r"\s?(?:[가-힣·]{1,8})?(?:을|를|에|에게|에서|의|과|와|로|으로)\s")
_TIME = re.compile(r"\d{1,2}(?:일|월)|\d{1,2}월\s\d{1,2}일|지난해|올해|작년|이날|최근|총|약|모두")
_COMPARED = re.compile(
    r"\s?(?:[가-힣·]{1,8}\s?)?(?:중|가운데)(?:에서|에서도|에)?\s(?:도\s)?"
    r"(?:가장|제일|최고|최저|최하|최상|최다|최소|[상하]위|꼴찌|유일|으뜸|선두|첫|[두세네]\s?번째|공동|종합|전체|\d{1,3}\s?(?:위|번째|등))"
)
_LACKING = re.compile(r"(?:없는|않은|않는|못한|못하는|아닌|모자란|빠진|빠뜨린|미흡한|뺀)$")
_ORDINAL = re.compile(r"\d{1,2}\s?(?:단지|공구|블록|구역|지구)$")
_PLACES = frozenset({"동", "리", "가", "로", "길", "통"})
_IN_A_NAME = re.compile(r"[가-힣](?<!총)(?<!각)(?<!약)(?<!등)$")
_AGES = re.compile(r"[1-9]0\s?[~∼～-]\s?[1-9]0\s?대|[1-9]0\s?대(?=\s?(?:이상|이하))")
# '3대 전략', '4대 추진 전략', '6대 구정 목표': the main ones of a plan, by their number.
_MAIN_ONES = re.compile(
    r"(?:\s?[가-힣A-Za-z·]{1,6}){0,2}?\s?(?:전략|분야|부문|영역|과제|시책|정책|목표|방향|방침|비전|원칙|사업|공약|지표|브랜드|권역|역점|핵심|중점|추진|선도|이슈|현안|축)"
)
_ALWAYS = re.compile(r"24\s?시간(?!\s?(?:동안|내|안|이내|만에|전|후))")
_PAGES = "면"
_PAGE_BEFORE = re.compile(r"(?:지면|신문|게재)\s?:?\s?$|\d{4}[-.]\s?\d{1,2}[-.]\s?\d{1,2}\W{1,4}$")
_HOUR = re.compile(r"\d{1,2}:\d{2}")
_SCOPES = frozenset({"전국", "도내", "관내", "국내", "전체", "전", "광역", "기초", "권역"})
_SUMMED = re.compile(r"(?:합|더|보|곁들|아우르|묶)[해쳐하태여어]+")
_JOINED = re.compile(r"(?P<word>[가-힣A-Za-z]{2,12})(?:과|와|\s및)\s(?:약\s|총\s|관내\s)?$")
_PIECES = frozenset({"대", "동", "개", "곳"})
_MARK = re.compile(r"[▲△▶▷]")
_DIGIT = re.compile(r"\d")
# What something is judged or parted by, counted behind it.
_BY_WHICH = re.compile(
    r"(?:[,·과와]?\s?\d+개\s?[가-힣]{2,6})?(?:으로|로)\s(?:[가-힣]{1,6}\s)?(?:따[지져진]|나[누눠뉘눈]|평가|심사|측정|재[어는고]|살[피펴핀]|매[기겨긴]|구분|분류|묶)"
)
_HALF_NOUNS = frozenset({"세부", "실행", "핵심", "중점", "주요", "단위", "추진"})
_NOUN_BEHIND = re.compile(r"\s[가-힣]{2}")
_MANY = 2


def is_ordinal(raw: str) -> bool:
    """Whether what looks like a count is which of several it is: '2단지', '3공구'."""
    return _ORDINAL.fullmatch(raw) is not None


def counts_nothing(text: str, start: int, end: int, unit: str) -> bool:
    """Whether a number tells which of several places or pages is meant: '운암2동', '지면 8면'.

    Also a number in a byline counts nothing: 'N면' of a newspaper stands beside the hour.
    """
    if is_ordinal(text[start:end]):
        return True
    if unit == "대" and _AGES.match(text, start):
        return True  # '20~30대 청년'
    if unit == "시간" and _ALWAYS.match(text, start):
        return True  # '24시간 운영'
    if unit in _PLACES and _IN_A_NAME.search(text, 0, start):
        return True
    if unit != _PAGES:
        return False
    return _PAGE_BEFORE.search(text, 0, start) is not None or _HOUR.search(text) is not None


def are_main_ones(text: str, end: int, unit: str) -> bool:
    """Whether a number that ends at text[end] says which ones of a plan are meant: '3대 전략'."""
    return unit == "대" and _MAIN_ONES.match(text, end) is not None


def is_of_another(text: str, name: Name, start: int, end: int, *, noun: str) -> bool:
    """Whether the number at text[start:end] counts another thing than its name says."""
    before = text[max(0, start - _NEAR) : start].rstrip()
    words = before.split()
    while len(words) > 1 and _TOGETHER.fullmatch(words[-1]):
        words.pop()
    if not words:
        return False
    if _COMPARED.match(text, end) and words[-1] not in _SCOPES:
        return True  # '순위는 84개 군 가운데 12위' counts those it is compared with
    if _LACKING.search(words[-1]):
        return True  # '조례가 없는 14개 단체'
    if not noun:
        return False
    value = _small(text[start:end])
    if value >= _MANY and value in {_listed(before), _marked(before)}:
        return True  # '계획, 집행, 환류의 3개 분야' are all of them
    at = text.find(noun, end)
    behind = at + len(noun) if 0 <= at <= end + _MANY else end
    if noun in _HALF_NOUNS and _NOUN_BEHIND.match(text, behind):
        return True  # '16개 세부 실행과제' counts the tasks
    if _is_doer(words) and _DONE_TO.match(text, behind):
        return True  # '협의회가 24개 학교에 …'
    if words[-1].endswith(("을", "를")) and _BY_WHICH.match(text, behind):
        return True  # '실적을 5개 항목 20개 지표로 따진다'
    is_told = TOPIC in name.basis and closes_clause(words[-1].rstrip(","))
    is_told = is_told and not _SUMMED.fullmatch(words[-1])
    return is_told and not topic_before(text, start)


def joins_another(before: str, name: str, unit: str, *, noun: str, is_item: bool) -> bool:
    """Whether a number may count only the last of two: '청사와 5개 구청', '창구와 발급기 3대'."""
    if noun:
        joined = _JOINED.search(before)
        return joined is not None and joined["word"] in name.split()[:-1]
    if is_item or unit not in _PIECES:
        return False
    return any(particle_of(one) in {"과", "와"} for one in name.split()[:-1])


def _small(raw: str) -> int:
    """The number that a figure opens with, 0 for one that no list in a sentence has."""
    number = re.match(r"\d{1,2}(?![\d,.])", raw)
    return int(number.group()) if number else 0


def _listed(before: str) -> int:
    """How many things are listed right before a number, parted by commas; 0 for no such list."""
    parts = re.split(r",\s?", before)
    found = 1
    for one in reversed(parts[:-1]):
        found += 1
        if len(one) > _LONGEST_ONE or _LIST_END.search(one):
            break
    return found if len(parts) > 1 and len(parts[-1]) <= _LONGEST_ONE else 0


def _marked(before: str) -> int:
    """How many things are listed right before a number, each behind a mark and without a figure."""
    first, *rest = _MARK.split(before)
    if not rest or any(map(_DIGIT.search, rest)):
        return 0
    opens = bool(first.strip()) and len(first) <= _LONGEST_ONE and not _LIST_END.search(first)
    return len(rest) + opens  # the mark of the first is that of the statement


def _is_doer(words: list[str]) -> bool:
    """Whether the last word, but for the time, is the subject of what is done."""
    left = list(words)
    while len(left) > 1 and _TIME.fullmatch(left[-1]):
        left.pop()
    return particle_of(left[-1]) in {"이", "가"}
