"""Officials named in a document: who holds an office, and the same text with the names masked.

A document names its mayor or the clerk to call. Where the law or a city asks for it, the name gives
way to its first syllable and circles of the same length (정○○), so that every offset stays true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.imprint import ImprintLabel, imprint_line
from corpus.particles import particle_of

MASK = "○"
_ROLES = (
    r"시장|군수|구청장|도지사|부시장|부군수|부구청장|부지사|의장|실장|국장|과장|팀장|담당관|감사관|단장|본부장|소장|센터장|"
    r"위원장|장관|차관|청장|대변인|연구실장|교수|원장|이사장|주무관|사무관|서기관|읍장|면장|동장"
)
_ROLE = re.compile(_ROLES)
_NAME = rf"[가-힣](?:[가-힣]{{2}}|{MASK}{{2}})"
_NAME_ROLE = re.compile(
    rf"(?<![가-힣])(?P<name>{_NAME})\s(?P<role>(?:[가-힣]{{2,14}}\s?)?[가-힣]{{0,12}}(?:{_ROLES})(?:\s(?:권한|직무)(?:대행|대리))?)"
    rf"(?:\((?P<body>[가-힣A-Za-z·\s]{{2,20}})\))?(?=[이가은는을를과와및의에\s,.)]|$)"
)
_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소"
    "석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부목태나형피"
)
_NOT_NAMES = re.compile(
    r"(?:지난|이번|각종|주요|전체|관련|담당|해당|모든|여러|올해|내년|기획|행정|재정|정부|중앙|지방|부서|간부|시민|주민|현장|신임|전임|"
    r"기관|사업|업무|정책|예산|감사|민원|공직|직원|위원|도시|전국|국회|시정|군정|도정|신규|우수|하고|하는|이어|통해|위해|[가-힣](?:하여|에서|으로|에게|까지|부터)|대한|따라)"
)
_PARTICLES = {"에", "의", "을", "를", "은", "는", "에서", "으로", "과", "와"}
_NOT_ROLES = re.compile(r"(?:하여|의하여|대해서?는?|위해|따라|통해|또는|및)(?:\s|$)")
_ADNOMINAL = frozenset("한할던는된")
_BARE_NAME = re.compile(rf"(?:[{_SURNAMES}])[가-힣]{{1,3}}")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleHolder:
    """A person named in an office; text[start:end] is the name, text[start:role_end] with it."""

    name: str
    role: str
    body: str | None
    start: int
    end: int
    role_end: int


def role_holders_in(text: str) -> Iterator[RoleHolder]:
    """The people a text names in their office ('이름 직책'), in order."""
    if _ROLE.search(text) is None:  # most statements name no office
        return
    at = 0
    while (match := _NAME_ROLE.search(text, at)) is not None:
        start, name = match.start("name"), match["name"]
        if name[-1] in _ADNOMINAL and text[max(0, start - 2) : start] in {"을 ", "를 "}:
            at = match.start("role")  # '회의를 주관한 홍길동 부시장': the name comes after the verb
            continue
        at = match.end()
        # '군수와 부군수' are two offices, and the name stands before the first.
        role = re.split(r"(?<=[장수사관])[와과]\s", match["role"])[0]
        role = re.sub(r"\s+", " ", role).strip()
        if not is_personal_name(name) or _NOT_ROLES.search(role):
            continue
        yield RoleHolder(
            name=name,
            role=role,
            body=match["body"],
            start=match.start("name"),
            end=match.end("name"),
            role_end=match.end(),
        )


def is_personal_name(name: str) -> bool:
    """Whether a word may be somebody's name: a surname first, and no word of what cities do.

    No given name ends like a particle: '서식에 의하여 시장', '사항은 시장'.
    """
    return (
        name[:1] in _SURNAMES
        and _NOT_NAMES.search(name) is None
        and particle_of(name) not in _PARTICLES
    )


def masked(text: str) -> str:
    """The text with the names of officials masked, every other character in its place.

    Names are those in an office and those in the block that says who is responsible for a page.
    A name that was met once is masked wherever the text prints it again.
    """
    names = {one.name for one in role_holders_in(text)} | set(_names_of_imprint(text))
    known = sorted((name for name in names if MASK not in name), key=len, reverse=True)
    if not known:
        return text
    pattern = re.compile(rf"(?<![가-힣])(?:{'|'.join(map(re.escape, known))})")
    return pattern.sub(lambda match: match[0][0] + MASK * (len(match[0]) - 1), text)


def _names_of_imprint(text: str) -> Iterator[str]:
    is_due = False
    for line in text.splitlines():
        read = imprint_line(line)
        value = line.strip(" -•·") if read is None else read.value
        if is_due or (read is not None and read.label is ImprintLabel.PERSON):
            if value and _BARE_NAME.fullmatch(value):
                yield value
            is_due = not value
        elif read is not None:
            is_due = False
