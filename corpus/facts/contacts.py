"""Whom to call: departments with their official phone numbers, and people in their office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.facts.doubts import KIND_UNSURE, NAME_INCOMPLETE
from corpus.facts.draft import Draft
from corpus.facts.labels import label_before
from corpus.facts.statements import Statement
from corpus.facts.topics import main_topic
from corpus.imprint import PHONE, ImprintLabel, imprint_line
from corpus.officials import role_holders_in
from corpus.types import FactKind

_SHORT_LINE = re.compile(r"(1(?<![\d.,-]1)(?:\d{2}|\d{3}-\d{4}))(?=번(?:으로|에|을|로|\s|$|[,.)]))")
_UNIT = r"(?!(?:주무|사무|서기)관)[가-힣·][가-힣·\d]{0,13}" + (
    r"(?:실|과|국|팀|관|담당관|센터|소|원|본부|단|처|담당|계)"
)
_OFFICE_BESIDE = re.compile(
    rf"(?:담당\s?(?:부서|과|팀)?|(?:등록|작성|관리|소관)?부서(?:명)?)\s?[:：]?\s?"
    rf"(?P<office>{_UNIT}(?:\s+{_UNIT}){{0,2}})(?=[\s,/|]|$)"
)
_OFFICE_NEAR = re.compile(
    rf"(?<![가-힣])(?P<office>{_UNIT}(?:\s+{_UNIT}){{0,2}})(?=[\s,/|(]|으?로|에|$)"
)
# '신고전화 02-…', '대표전화 …', '납부상담 : …': the line itself is named.
_LINE_NAMED = re.compile(
    r"(?P<line>(?:[가-힣]{2,6}\s?)?(?:전화|상담|신고|콜센터|민원실|민원))\s?[:：☎(]*\s*$"
)
_ONLY_PHONE = frozenset({"전화", "담당전화", "문의전화", "등록전화"})
_FAX = re.compile(r"(?:팩스|FAX|Fax|fax)\s?[:：(]*\s*$")
_NUMBER_OF, _FAX_OF = "연락처", "팩스"
_NEAR = 80  # characters before a number in which its department is named
# '공원팀 주무관 김○○ | 041-…': who answers there.
_ANSWERS = r"(?:주무관|사무관|서기관|팀장|과장|계장|실장|담당자?)\s[가-힣][가-힣○*]{1,3}"
_BEFORE_PHONE = re.compile(
    rf"({_UNIT}(?:\s+(?:/\s+)?{_UNIT}){{0,2}})(?:\s+(?:{_ANSWERS}|[가-힣][○*]{{1,2}}))?\s*[(\[|/]?\s*(?:☎|☏|전화|T(?:EL|el)?\.?|연락처|문의)?\s*[:：]?\s*$"
)
# '문화과 김○○ 주무관': a rank is held in the office before the name.
_OF_OFFICE = re.compile(rf"(?:^|[\s·,(])(?P<office>{_UNIT})\s$")
_RANKS = frozenset(
    {"주무관", "사무관", "서기관", "팀장", "과장", "계장", "실장", "국장", "담당", "주사", "서기"}
)
# What a page prints beside the office that is responsible for it.
_FURNITURE = re.compile(
    r"\s{2,}|\s?[/|(※]|\s(?:조회|첨부|게시|등록|작성|수정|만족도|추천|댓글|인쇄|목록|최종|기자|공유|입력)"
)


def contacts(statement: Statement) -> Iterator[Draft]:
    """The phone numbers of a statement with the department they belong to."""
    if statement.is_imprint:
        yield from _imprint(statement)
        return
    for match in PHONE.finditer(statement.text):
        before = _BEFORE_PHONE.search(statement.text[max(0, match.start() - _NEAR) : match.start()])
        department = " ".join(before.group(1).replace("/", " ").split()) if before else None
        yield _line(statement, department or _office_near(statement, match), match)
    for match in _SHORT_LINE.finditer(statement.text) if "번" in statement.text else ():
        if re.search(r"전화|상담|민원|콜|문의|신고", statement.text):
            line = label_before(statement.text, 0, match.start())
            yield replace(
                _contact(statement, None, match.group(1)),
                name=f"{line} 연락처".strip(),
                doubts=() if line else (NAME_INCOMPLETE,),
            )


def _office_near(statement: Statement, match: re.Match[str]) -> str | None:
    """The office that a statement names elsewhere than right before a number: '부서명 : 세무과'."""
    labelled = _OFFICE_BESIDE.search(statement.text)
    around = statement.text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
    found = labelled or _OFFICE_NEAR.search(around)
    return found["office"] if found else None


def _line(statement: Statement, department: str | None, match: re.Match[str]) -> Draft:
    """A number with its office, or with the name of its line, or with what it is asked about."""
    draft = _contact(statement, department, match.group())
    if _FAX.search(statement.text, 0, match.start()):
        draft = replace(draft, name=draft.name.replace(_NUMBER_OF, _FAX_OF))
    if department:
        return draft
    named = _LINE_NAMED.search(statement.text, 0, match.start())
    if named and named["line"].replace(" ", "") not in _ONLY_PHONE:
        return replace(draft, name=f"{named['line']} {_NUMBER_OF}")
    topic = main_topic(statement.document.title)
    return replace(draft, name=f"{topic} 문의 {draft.name}" if topic else draft.name)


def role_holders(statement: Statement) -> Iterator[Draft]:
    """People named in their office ('이름 직책'), kept as the document's role-holders."""
    seen: set[tuple[str, str]] = set()
    for one in role_holders_in(statement.text):
        if (one.name, one.role) in seen:
            continue
        seen.add((one.name, one.role))
        of = _OF_OFFICE.search(statement.text, max(0, one.start - _NEAR), one.start)
        is_rank = one.role.rpartition(" ")[2] in _RANKS
        office = (of["office"] if of else one.body or "") if is_rank else ""
        yield Draft(
            statement=statement,
            kind=FactKind.ORGANISATION,
            name=f"{office} {one.role}".strip(),
            raw_text=statement.text[one.start : one.role_end],
            value=one.name,
            organisation=office or one.body or one.role,
            flags=("role_holder",),
            # A rank that many hold says nothing of who somebody is.
            doubts=(KIND_UNSURE,) if one.role in _RANKS and not office else (),
        )


def _imprint(statement: Statement) -> Iterator[Draft]:
    department: str | None = None
    phone: str | None = None
    label: ImprintLabel | None = None
    for line in statement.text.splitlines():
        read = imprint_line(line)
        label = read.label if read else label
        value = (read.value if read else line).strip(" -•·○")
        if not value:
            continue
        number = PHONE.search(value)
        if number:
            phone = phone or number.group()
            owner = _BEFORE_PHONE.search(value[max(0, number.start() - _NEAR) : number.start()])
            if owner:
                department = department or owner.group(1)
        elif label is ImprintLabel.DEPARTMENT and (read is None or read.value):
            department = department or _office(value)
    if phone is None and department is None:
        return
    if department is None and (beside := _OFFICE_BESIDE.search(statement.text)):
        department = beside["office"]
    yield _contact(statement, department, phone)


def _office(value: str) -> str | None:
    """The office that a line names, without the counts and dates that the page prints beside it."""
    return _FURNITURE.split(value, maxsplit=1)[0].strip(" ,:·-") or None


def _contact(statement: Statement, department: str | None, phone: str | None) -> Draft:
    return Draft(
        statement=statement,
        kind=FactKind.CONTACT,
        name=f"{department} {_NUMBER_OF}" if department else _NUMBER_OF,
        raw_text=phone or department or "",
        value=phone or department,
        organisation=department,
        flags=() if phone else ("phone_unknown",),
        # Whom to ask, but not how to reach them; or a number of nobody.
        doubts=() if phone and department else (KIND_UNSURE if department else NAME_INCOMPLETE,),
    )
