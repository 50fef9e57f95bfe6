"""The block in which a page says who is responsible for it: department, phone, dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LONGEST_LINE = 200
"""Characters in a line of the block: a label, a name and a number; a longer line is prose."""


class ImprintLabel(StrEnum):
    """What a line of the block gives."""

    DEPARTMENT = "department"
    PERSON = "person"
    PHONE = "phone"
    MODIFIED = "modified"
    PUBLISHED = "published"
    VIEWS = "views"
    HEADING = "heading"


_LABELS: tuple[tuple[ImprintLabel, str], ...] = (
    (
        ImprintLabel.HEADING,
        r"담당자정보|담당자|페이지담당자?|콘텐츠담당자?|담당부서정보|자료관리담당자?|담당",
    ),
    (
        ImprintLabel.DEPARTMENT,
        r"담당부서(?:명)?|담당과|담당팀|부서(?:명)?|소관부서|제공부서|관리부서|등록부서|작성부서",
    ),
    (ImprintLabel.PERSON, r"담당자(?:명)?|작성자|등록자|관리자|이름"),
    (ImprintLabel.PHONE, r"연락처|전화(?:번호)?|문의(?:처|전화)?|담당전화"),
    (ImprintLabel.MODIFIED, r"최종수정일|최종업데이트|수정일(?:자)?|업데이트(?:일)?"),
    (ImprintLabel.VIEWS, r"조회(?:수)?|추천(?:수)?|첨부(?:파일)?"),
    (
        ImprintLabel.PUBLISHED,
        r"작성일(?:자)?|등록일(?:자)?|게시일(?:자)?|기사입력|입력|보도일(?:자|시)?|배포일(?:자)?",
    ),
)
# The last of them is tried first; the group that took part tells which it was.
_ANY_LABEL = re.compile(
    "|".join(f"(?:{words})(?P<{label.name}>)" for label, words in reversed(_LABELS))
)
# 기사입력 2023/10/25 [12:38]: no colon parts the two, the one there belongs to the time.
_LABEL_AND_DATE = re.compile(r"([^\s:]++)\s++(?=\d{4}[-./])")
_BULLET = re.compile(r"^[\s\-•·○*]+")
# '연락처 033-555-0101': only a blank parts the two, so the value has to be of the label's kind.
_LABEL_AND_VALUE = re.compile(r"([가-힣]{2,6})\s+(\S.*)")
_VALUES = {
    ImprintLabel.DEPARTMENT: re.compile(
        r"(?:[가-힣·]{1,12}(?:실|과|국|팀|관|관실|센터|소|원|본부|단|처|담당)\s?){1,3}"
    ),
    ImprintLabel.PERSON: re.compile(r"[가-힣][가-힣]?[*○●OＯxX]{1,2}[가-힣]?"),
    ImprintLabel.PHONE: re.compile(r"[☎☏(\s]*0\d{1,2}[-.)]\s?\d{3,4}[-.]\d{4}\)?"),
    ImprintLabel.VIEWS: re.compile(r"\d[\d,]*(?:회|건)?|없음"),
}
# Most lines are told by their first letter, after any bullet, to begin no label.
_INITIALS = "".join(sorted({word[0] for _, words in _LABELS for word in words.split("|")}))
_INITIAL = re.compile(rf"[\s\-•·○*]*+[{_INITIALS}]")
_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-./년]\s?(\d{1,2})\s?[-./월]\s?(\d{1,2})(?!\d)")
# '지역 | 2031/03/14 | 문○○ 기자': whose page it is and the day, parted by bars.
_BARS = re.compile(r"\s*[|｜ㅣ]\s*")
_MOMENT = re.compile(
    r"(?:(?:승인|입력|등록|수정|게시|작성|기사입력|보도)[일자]?\s?:?\s?)?(?:(?:19|20)\d\d|\d\d)\s?[-./년]\s?\d{1,2}\s?[-./월]"
    r"\s?\d{1,2}\s?[.일]?(?:\s?[(\[][월화수목금토일][)\]])?(?:\s?[(\[]?\d{1,2}:\d\d(?::\d\d)?[)\]]?)?"
)
_LONGEST_BESIDE = 12  # characters of what stands beside the day: a place, an office, a name
PHONE = re.compile(r"0(?<![\d-].)(?:\d{1,2}[-.)]\s?)\d{3,4}[-.]\d{4}(?:\s?[~∼]\s?\d{1,4})?(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImprintLine:
    """One line of the block: its label, and its value where the value stands on the same line."""

    label: ImprintLabel
    value: str


def imprint_line(line: str) -> ImprintLine | None:
    """Read '담당부서 : 기획감사실', a bare '담당부서' or '- 연락처'; None for any other line."""
    if _INITIAL.match(line) is None or len(line) > LONGEST_LINE:
        return None
    stripped = _BULLET.sub("", line).strip()
    if match := _LABEL_AND_DATE.match(stripped):
        tight, value = match.group(1), stripped[match.end() :]
    else:
        head, _, value = stripped.partition(":")
        tight = "".join(head.split())
    if not tight or len(tight) > 10:
        return _parted_by_blank(stripped)
    found = _ANY_LABEL.fullmatch(tight)
    if found is None or found.lastgroup is None:
        return _parted_by_blank(stripped)
    label, value = ImprintLabel[found.lastgroup], value.strip()
    is_heading = label is ImprintLabel.HEADING and bool(value)
    return ImprintLine(label=ImprintLabel.PERSON if is_heading else label, value=value)


def _parted_by_blank(line: str) -> ImprintLine | None:
    """Read '연락처 033-555-0101', where the whole value is one that the label may have."""
    parted = _LABEL_AND_VALUE.fullmatch(line)
    found = _ANY_LABEL.fullmatch(parted.group(1)) if parted else None
    if parted is None or found is None or found.lastgroup is None:
        return None
    label, value = ImprintLabel[found.lastgroup], parted.group(2).strip()
    if label is ImprintLabel.HEADING:
        label = ImprintLabel.PERSON
    fits = _VALUES.get(label)
    return ImprintLine(label=label, value=value) if fits and fits.fullmatch(value) else None


# '【가람=취재부】', '(솔섬=김○○ 기자)': the desk or reporter behind the place the news comes from.
_DESK = re.compile(
    r"[\[(【<]?\s?[가-힣]{2,6}\s?=\s?[가-힣○]{1,8}\s?(?:기자|특파원|부|팀)\s?[\])】>]?(?:\s.{0,24})?"
)


def is_byline(line: str) -> bool:
    """Whether a line says whose page it is and of which day, as '지역 | 2031/03/14' does.

    So does the place and the desk or reporter of a news item: '【가람=취재부】'. Neither names a
    part of the document, wherever it stands.
    """
    if _DESK.fullmatch(line.strip()):
        return True
    parts = [part.strip() for part in _BARS.split(line.strip()) if part.strip()]
    moments = [part for part in parts if _MOMENT.fullmatch(part)]
    return bool(moments) and all(part in moments or len(part) <= _LONGEST_BESIDE for part in parts)


def printed_date(text: str) -> date | None:
    """The first full date (2022-01-06, 2023/10/25, 2022. 4. 4.) in the text, if it exists."""
    for match in _DATE.finditer(text):
        try:
            return date(*(int(part) for part in match.groups()))
        except ValueError:
            continue
    return None
