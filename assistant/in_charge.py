"""In charge: which office does something, and the number to call, as documents print them."""

from __future__ import annotations

import re
from collections.abc import Iterable

import corpus
from assistant.grammar import OFFICE_SOUGHT

IN_CHARGE = re.compile(
    r"(?:(?:담당|소관|주관|작성|제공|관리|시행)\s?(?:부서|과)\s{0,3}[:：]?|"
    r"^\W{0,4}(?:담당|소관)\s{0,3}[:：]?)\s{0,3}"
    r"(?P<office>(?:[가-힣]{2,10}\s)?[가-힣]{1,10}(?:과|실|국|팀|관|센터|본부|담당))(?![가-힣])",
    re.MULTILINE,
)
"""The line of a document that names the office in charge, with or without a number to call."""

# The line under a publication that says whose it is ('담당 재무과 경리담당').
_IMPRINT = re.compile(
    r"(?:담당|소관|주관|문\s?의)\s?(?:부\s?서|처)?\s?[:：|]?\s?[가-힣]{1,10}(?:과|실|국|팀|관|센터|본부)"
    r"(?![가-힣]{2})"
)
DEPARTMENT = re.compile(
    r"[가-힣]{2,}(?:(?<![성결효통경초부])과|(?<![현사확성충착절의])실|(?<![전외결각])국|팀|(?<!기)관|센터|본부)"
    r"(?:(?![가-힣])|(?=[은는이가을를의에와도](?![가-힣])|에서|에게|으?로(?![가-힣])|이다|이며|이고))"
)
"""An office by its last syllable; '성과', '사실', '회의실' and '전국' end like one."""

_PHONE_WANTED = re.compile(r"연락처|전화|번호(?!판)|문의|phone|call", re.IGNORECASE)
# '여성과에서 아동과 분리(학대 대응 전담)': an office beside what says that it is for something.
_CHARGED = re.compile(r"맡[은는아을고겨긴]|맡기|전담|총괄|담당(?=[하한할]|\W|$)|주관|도맡")


def tells_office(quote: str, facts: Iterable[corpus.Fact], asked: str) -> bool:
    """Whether a quote names the office that the question `asked` wants, or prints its number.

    Who asks for a number is answered by nothing else; `facts` are those of the quote.
    """
    wants_phone = _PHONE_WANTED.search(asked) is not None
    if not wants_phone:
        is_named = IN_CHARGE if OFFICE_SOUGHT.search(asked) else DEPARTMENT
        if _IMPRINT.search(quote) or is_named.search(quote) or _takes_charge(quote):
            return True
    contacts = [one for one in facts if one.kind is corpus.FactKind.CONTACT]
    return any(not wants_phone or "phone_unknown" not in one.flags for one in contacts)


def _takes_charge(quote: str) -> bool:
    """Whether a sentence names an office and says that it is in charge of something."""
    return bool(_CHARGED.search(quote) and DEPARTMENT.search(quote))
