"""People and offices that are counted: what they took part in, and which offices they are.

'온라인 투표에는 시민 1,127명이 참여했다' counts who voted, no citizens; '33과' is how many
divisions there are.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.facts.draft import Draft
from corpus.facts.noun_phrases import is_noun_phrase
from corpus.facts.own_words import own_words
from corpus.facts.phrases import is_class

_TOOK_PART = re.compile(
    r"(?:여)?\s?(?:이|가)?\s(?:모두\s|함께\s|직접\s)?(?P<deed>참여|참석|참가|응모|응시|지원|신청|투표|수료|이수)(?:했|해|하|한|할)"
)
_WHERE = re.compile(r"(?P<event>[가-힣A-Za-z'‘’·\s]{2,24}?)(?:에는|에)\s(?:[가-힣·]{2,8}\s){0,2}$")
_MEETING = re.compile(r"(?:보고회|회의|간담회|토론회|설명회|공청회|협의회|워크숍|연찬회)$")
_OF_MEETING = " 참석 인원"
_SIGNED = re.compile(
    r"(?:여)?\s?(?:이|과|와)\s(?P<what>[가-힣]{2,12}(?:계약|협약|서약))(?:을|를|에)?\s?(?:맺|체결|서명|참여)"
)
_OFFICES = frozenset({"국", "과", "실", "팀", "관", "담당", "담당관", "본부", "단", "센터"})
_TO_WORK = frozenset({"명", "인"})
_COUNTED = frozenset({"개", "곳", "명", "팀", "건"})
_AWARDED = re.compile(
    r"\s?(?P<noun>[가-힣]{2,8})\s(?P<deed>시상|표창|포상|수상|선정|적발|지적)(?=\s|,|…|$)"
)
_BODY = re.compile(r"(?P<body>[가-힣]{2,8}(?:반|팀|단|위원회|협의체))(?:은|는)\s")
_STAFF = re.compile(r"(?:을|이)?\s?(?P<deed>증원|감원|감축)(?![가-힣]{2})")
# '신설 15명 증원' has no word of who they are; the posts of an office are its 정원.
_NO_STAFF = re.compile(
    r"(?:신설|폐지|조정|통과|확정|공포|시행|개편|공무원|인력|인원|직원|증원|감원|감축|\S*조직\s?(?:개편|진단)\S*)"
)
_CHANGE = re.compile(r"\s?(?:증가|감소|증원|감원|감축)$")
_COUNT = " 수"
_STAFF_POSTS = "정원"


def with_part(draft: Draft) -> Draft:
    """The draft of people or offices, with what they took part in or that they are offices."""
    if draft.at is None:
        return draft
    name = draft.name
    if draft.unit in _OFFICES and not name.endswith((draft.unit, f"{draft.unit}{_COUNT}")):
        name = f"{name} {draft.unit}{_COUNT}"
    elif draft.unit in _TO_WORK:
        name = _of_event(draft) or name
    if draft.unit in _TO_WORK and (body := _BODY.match(draft.statement.text)):
        is_next = draft.statement.text.startswith(name, body.end())
        name = f"{body['body']} {name}" if is_next else name
    if draft.unit in _TO_WORK and (staff := _STAFF.match(draft.statement.text, _end(draft))):
        name = name if "정원" in name else f"{_staff_of(draft)} {staff['deed']}"
    if draft.unit in _COUNTED and (won := _AWARDED.match(draft.statement.text, _end(draft))):
        head, _, noun = name.rpartition(" ")
        is_noun = won["noun"] == noun and bool(head) and won["deed"] not in name
        name = f"{head} {won['deed']} {noun}" if is_noun else name
    return replace(draft, name=name) if name != draft.name and is_noun_phrase(name) else draft


def _staff_of(draft: Draft) -> str:
    """Whom a change of staff is of, in the name's own words; 정원 where it has none."""
    own = _CHANGE.sub("", draft.name)
    title = set(draft.statement.document.title.replace(",", " ").split())
    last = own.rpartition(" ")[2]
    is_open = not last or _NO_STAFF.fullmatch(last) is not None or is_class(last)
    return _STAFF_POSTS if is_open or last in title else own


def _end(draft: Draft) -> int:
    return (draft.at or 0) + len(draft.raw_text.rstrip())


def _of_event(draft: Draft) -> str:
    text, at = draft.statement.text, draft.at or 0
    end = _end(draft)
    if _MEETING.search(draft.name):
        return f"{draft.name}{_OF_MEETING}"
    if signed := _SIGNED.match(text, end):
        return "" if signed["what"] in draft.name else f"{signed['what']} {draft.name}"
    deed = _TOOK_PART.match(text, end)
    where = _WHERE.search(text, 0, at) if deed else None
    if deed is None or where is None:
        return ""
    event = own_words(text, 0, where.end("event"))
    noun = draft.name.rpartition(" ")[2]
    return f"{event.words} {deed['deed']} {noun}" if event is not None else ""
