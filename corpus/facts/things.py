"""Things: what the headings above a statement say that it is about."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.facts.labels import clean_name, heading_name, is_place, join_names, title_name
from corpus.facts.statements import Statement
from corpus.recall import LIMITS

# Words that head the parts of any plan; alone they name nothing that a plan is about.
_PART = re.compile(
    r"(?:주요|중점|핵심|세부|추진|향후|앞으로(?:의)?|그간(?:의)?|그동안(?:의)?|기타|올해|내년|지난해|기본|전체|총괄|일반|연도별|연차별|단계별|부문별"
    r"|분야별|사업|업무|과제|정책|시책|행사|평가|감사|심사|선정|점검|계약|신청|접수|모집|참여|지원|활동|운영|관리|교육|성과"
    r"|개요|현황|상황|실적|경과|배경|목적|목표|비전|전략|방향|방침|방안|계획|내용|규모|효과|근거|일정|절차|방법|자격|대상|기간"
    r"|분야|결과|안내|공고|공개|보고|사항|소식|뉴스|알림|자료|요약|참고|별첨|붙임|할일|한일|잘한점|달라진점|바뀐점|남은|남은일정|필요성|여건|전망|체계|기준|방식|틀|[()·\d.,\s년도월일차]){1,9}"
)
_PAGE_WORDS = re.compile(
    r"등록일|조회|담당\s?부서|작성자|작성일|기자\s|보도\s?자료|새\s?소식|공지\s?사항|게시판|[시군구도]정\s?(?:소식|뉴스)"
)
_SITE = re.compile(r"[가-힣]{1,8}(?:시청|군청|구청|도청|소식|뉴스|일보|신문|누리집|홈페이지)")
_NUMBERED_NOTICE = re.compile(r"(?:공고|고시)\s?제\s?\d")
_CAPTION = re.compile(r"\s*\[[^\[\]]*\]\s*")  # '[관점별 배분]' heads a table, not what follows it
_APPENDED = re.compile(r"^\W*(?:붙임|별첨|별지|참고)\s?\d?[\s:.)\]]+|\s(?:자료|요약)$")
_MEETING = re.compile(
    r"(?:보고회|회의|간담회|설명회|토론회|공청회|협의회|총회|대회|축제|박람회|행사|포럼)$"
)
_ORDINAL = re.compile(r"제?\d+[차회기]\s")
_DATE_FIRST = re.compile(r"\s*'?\d{2,4}\.\s?\d{1,2}\.")
_SENTENCE = re.compile(r"[가-힣]다[.\"”’]?\s*$")
_PLACE_BEHIND = re.compile(r"\s*\([가-힣]{1,8}[시군구도]\)\s*$")
_FEWEST_LETTERS = 2


def thing_above(statement: Statement) -> str:
    """The nearest heading or bullet that names a thing, else what the title names; '' for neither.

    '추진상황' under '공원 조성' is about 공원 조성; '2차 보고회' is one of what the title names.
    """
    return _thing(statement.passage.heading_path, statement.document.title)


@lru_cache(maxsize=LIMITS.texts)
def _thing(path: tuple[str, ...], title: str) -> str:
    about = _named(title)
    for entry in reversed(path):
        if name := _named(entry):
            return join_names(about, name) if _ORDINAL.match(f"{name} ") else name
    return about


def _named(entry: str) -> str:
    """What one heading names, without its place and year; '' where it names no thing."""
    if _SENTENCE.search(entry) or _PAGE_WORDS.search(entry) or _NUMBERED_NOTICE.search(entry):
        return ""
    label = _PLACE_BEHIND.sub("", entry.partition(":")[0].partition("☞")[0])
    if (
        _DATE_FIRST.match(label)
        or is_part(label)
        or _SITE.fullmatch(label.strip())
        or _CAPTION.fullmatch(label)
    ):
        return ""
    heading = _APPENDED.sub("", heading_name((_APPENDED.sub("", label.strip()),)))
    name = title_name(heading) if heading else ""
    if (meeting := _MEETING.search(heading)) and not name.endswith(meeting.group()):
        # A meeting is what takes place; of another headline its tail says only what was done.
        name = f"{name} {meeting.group()}".strip()
    if len(re.findall(r"[가-힣A-Za-z]", name)) < _FEWEST_LETTERS or is_part(name):
        return ""
    return "" if is_place(name) else name


# Headings of parts that do say of what: '2. 계약심사 실적', '자체감사 결과', '성과지표 현황'.
_TOLD_PART = re.compile(r"(?:일상|자체|종합|특정)감사|계약심사|종합평가|공모사업|기금")
_REPORT_END = re.compile(r"\s?(?:결과|현황|실적|내역|개요|공개|관리|내실화)(?:\s?\([^()]*\))?$")
_LONGEST_OWNER = 30  # characters of a heading that can stand before a name


@lru_cache(maxsize=LIMITS.texts)
def owner_above(path: tuple[str, ...], title: str, *, is_title_meant: bool) -> str:
    """The nearest heading or bullet that a measure or part below it can be of; '' for none.

    The title is one only where `is_title_meant`.
    """
    said = title.replace(" ", "")
    for entry in reversed(path):
        label = heading_name((entry,))
        is_told = _TOLD_PART.search(label) is not None
        name = _named(entry) or (label if is_told else "")
        name = _REPORT_END.sub("", name)
        is_title = name.replace(" ", "") in said and len(path) > 0 and entry == path[0]
        if not name or is_title or len(name) > _LONGEST_OWNER:
            continue
        if is_told or not is_part(name):
            return name
    name = _REPORT_END.sub("", _named(title)) if is_title_meant else ""
    return name if len(name) <= _LONGEST_OWNER else ""


def of_thing(thing: str, name: str) -> str:
    """A general name after the thing it is of: '공원 조성', '사업기간' -> '공원 조성 사업기간'.

    Unlike `join_names` it keeps a word that the thing's own name happens to hold.
    """
    if not thing or name.startswith(thing):
        return name
    return thing if not name or f" {thing}".endswith(f" {name}") else f"{thing} {name}"


def is_part(words: str) -> bool:
    """Whether words head a part of any plan and name no thing: '추진현황', '1. 사업개요', ''."""
    return _PART.fullmatch(clean_name(words).replace(" ", "")) is not None or not words.strip()
