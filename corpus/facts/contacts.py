"""Whom to call: departments with their official phone numbers, and people in their office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts.draft import Draft
from corpus.facts.statements import Statement
from corpus.imprint import PHONE, ImprintLabel, imprint_line
from corpus.particles import particle_of
from corpus.types import FactKind

_SHORT_LINE = re.compile(r"(?<![\d.,-])(1\d{2}|1\d{3}-\d{4})(?=번(?:으로|에|을|로|\s|$|[,.)]))")
_UNIT = r"[가-힣·]{1,14}(?:실|과|국|팀|관|담당관|센터|소|원|본부|단|처|담당)"
_NEAR = 80  # characters before a number in which its department is named
_BEFORE_PHONE = re.compile(
    rf"({_UNIT}(?:\s+{_UNIT}){{0,2}})\s*[(\[]?\s*(?:☎|☏|전화|T\.?|연락처|문의)?\s*[:：]?\s*$"
)
_ROLES = (
    r"시장|군수|구청장|도지사|부시장|부군수|부구청장|부지사|의장|실장|국장|과장|팀장|담당관|감사관|단장|본부장|소장|센터장|"
    r"위원장|장관|차관|청장|대변인|연구실장|교수|원장|이사장"
)
_ROLE = re.compile(_ROLES)
_NAME = r"[가-힣]{3}"
_NAME_ROLE = re.compile(
    rf"(?<![가-힣])({_NAME})\s((?:[가-힣]{{2,14}}\s?)?[가-힣]{{0,12}}(?:{_ROLES}))(?:\(([가-힣A-Za-z·\s]{{2,20}})\))?(?=[이가은는을를과와및의에\s,.)]|$)"
)
_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소"
    "석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부황목태"
)
_NOT_NAMES = re.compile(
    r"(?:지난|이번|각종|주요|전체|관련|담당|해당|모든|여러|올해|내년|기획|행정|재정|정부|중앙|지방|부서|간부|시민|주민|현장|신임|전임|"
    r"기관|사업|업무|정책|예산|감사|민원|공직|직원|위원|도시|전국|국회|시정|군정|도정|신규|우수|하고|하는|이어|통해|위해|[가-힣](?:하여|에서|으로|에게|까지|부터)|대한|따라)"
)


_PARTICLES = {"에", "의", "을", "를", "은", "는", "에서", "으로", "과", "와"}
_NOT_ROLES = re.compile(r"(?:하여|의하여|대해서?는?|위해|따라|통해|또는|및)(?:\s|$)")


def contacts(statement: Statement) -> Iterator[Draft]:
    """The phone numbers of a statement with the department they belong to."""
    if statement.is_imprint:
        yield from _imprint(statement)
        return
    for match in PHONE.finditer(statement.text):
        before = _BEFORE_PHONE.search(statement.text[max(0, match.start() - _NEAR) : match.start()])
        department = before.group(1) if before else None
        yield _contact(statement, department, match.group())
    for match in _SHORT_LINE.finditer(statement.text) if "번" in statement.text else ():
        if re.search(r"전화|상담|민원|콜|문의|신고", statement.text):
            yield _contact(statement, None, match.group(1))


def role_holders(statement: Statement) -> Iterator[Draft]:
    """People named in their office ('이름 직책'), kept as the document's role-holders."""
    if _ROLE.search(statement.text) is None:
        return
    seen: set[tuple[str, str]] = set()
    for match in _NAME_ROLE.finditer(statement.text):
        name, role = match.group(1), re.sub(r"\s+", " ", match.group(2)).strip()
        if len(name) != 3 or name[0] not in _SURNAMES or _NOT_NAMES.search(name):
            continue
        # No given name ends like a particle: '서식에 의하여 시장', '사항은 시장'.
        if particle_of(name) in _PARTICLES or _NOT_ROLES.search(role):
            continue
        if (name, role) in seen:
            continue
        seen.add((name, role))
        yield Draft(
            statement=statement,
            kind=FactKind.ORGANISATION,
            name=role,
            raw_text=match.group(),
            value=name,
            organisation=match.group(3) or role,
            flags=("role_holder",),
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
            department = department or value
    if phone is None and department is None:
        return
    yield _contact(statement, department, phone)


def _contact(statement: Statement, department: str | None, phone: str | None) -> Draft:
    return Draft(
        statement=statement,
        kind=FactKind.CONTACT,
        name=f"{department} 연락처" if department else "연락처",
        raw_text=phone or department or "",
        value=phone or department,
        organisation=department,
        flags=() if phone else ("phone_unknown",),
    )
