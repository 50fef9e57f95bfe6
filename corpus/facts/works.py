"""Dates in brackets that tell when works are done or results came out, not the year of money."""

from __future__ import annotations

import re

_DAY = r"~?\s?['‘’`´]?(?:20)?\d\d\s?[.년]\s?\d{1,2}\s?[.월]?(?:\s?\d{1,2}\s?[.일]?)?"
# A label that ends in works and the month in which they are done.
_WORKS = re.compile(
    r"(?:건립|건축|신축|증축|개축|이전|조성|설치|정비|확장|포장|개설|확충|개관|개통|개장|개소|준공|완공|착공|보강|구축|건설|매입"
    r"|도입|교체|개량|복원|리모델링|증설|신설|공사|사업)\s?"
    rf"\(\s?{_DAY}\s?(?:준공|완공|완료|개관|개통|개장|착공|예정|까지)?(?:\s?예정)?\s?\)\s?(?:[:：/,]|[-–]\s)"
)
_TOLD = re.compile(
    rf"(?:결과|보고회|심의|의결|발표|확정|선정|제출|요구|건의|반영|현황)\s?\(\s?{_DAY}\s?\)\s?[:：]?[^()]{{0,24}}$"
)
_OWN_YEAR = re.compile(r"(?:19|20)\d\d|['‘’`´]\s?\d\d|올해|금년|지난해|작년|내년|전년")
_LABEL = 60  # characters at the head of an item in which its label stands
_REACH = 80  # characters behind a label in which its own money stands


def is_cost_of_works(text: str, at: int) -> bool:
    """Whether money at text[at:] is what works cost whose label says when they are done.

    '문화센터 건립(’25. 6.) : 사업비 286억원(국비 68, 시비 92)' says no year of the money.
    """
    label = _WORKS.search(text, 0, min(at, _LABEL))
    if label is None or at - label.end() > _REACH:
        return False
    return _OWN_YEAR.search(text, label.end(), at) is None


def is_told_on(text: str, at: int) -> bool:
    """Whether the nearest date says when money was settled: '반영 결과(’25. 12.) : 621억 원'."""
    return "(" in text and _TOLD.search(text, max(0, at - _LABEL), at) is not None


_DONE = r"(?:준공|완공|완료|개통|개관|개장|착공|입주)"
_DUE = re.compile(
    rf"\W*(?:20)?\d\d\s?\.\s?\d{{1,2}}\.?\s?[:：]?\s?[가-힣\s]{{0,16}}{_DONE}(?:\s?예정)?\W*"
)
_ENDED = re.compile(rf"\s?{_DONE}(?:\s?(?:예정|목표))?\s?[,/·]\s?(?:현재\s?)?공정률")


def is_due(entry: str) -> bool:
    """Whether a heading is a step of a schedule that ends works: '’28. 12. : 전체 준공'."""
    return _DUE.fullmatch(entry) is not None


def ends_works(text: str, end: int, at: int) -> bool:
    """Whether the date that ends at `end` is that of completion, and text[at:] the progress."""
    return _ENDED.match(text, end, at) is not None
