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
# Most lines are told by their first letter, after any bullet, to begin no label.
_INITIALS = "".join(sorted({word[0] for _, words in _LABELS for word in words.split("|")}))
_INITIAL = re.compile(rf"[\s\-•·○*]*+[{_INITIALS}]")
_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-./년]\s?(\d{1,2})\s?[-./월]\s?(\d{1,2})(?!\d)")
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
        return None
    found = _ANY_LABEL.fullmatch(tight)
    if found is None or found.lastgroup is None:
        return None
    label, value = ImprintLabel[found.lastgroup], value.strip()
    is_heading = label is ImprintLabel.HEADING and bool(value)
    return ImprintLine(label=ImprintLabel.PERSON if is_heading else label, value=value)


def printed_date(text: str) -> date | None:
    """The first full date (2022-01-06, 2023/10/25, 2022. 4. 4.) in the text, if it exists."""
    for match in _DATE.finditer(text):
        try:
            return date(*(int(part) for part in match.groups()))
        except ValueError:
            continue
    return None
