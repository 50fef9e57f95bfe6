"""Topical names: what a document is about, before a name that only says which part of it is meant.

A name of classes, measures and scopes ('전국 평균 이행률', '심사를 거친 사업') is understood in its
document and nowhere else; one that shortens what the title says in full ('지킴단' of
'숲길 안전지킴단') is written out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from corpus.facts.contests import contest_before, is_prize, prize_of
from corpus.facts.draft import Draft
from corpus.facts.flags import THRESHOLD
from corpus.facts.noun_phrases import is_noun_phrase
from corpus.facts.own_words import tells_which
from corpus.facts.papers import is_plan_of_all
from corpus.facts.phrases import WHOLE, is_branch, is_class, is_field, says_enough
from corpus.facts.things import of_thing
from corpus.facts.topics import main_topic
from corpus.particles import particle_of, without_particle
from corpus.recall import LIMITS

# Words that say how far, of how many or at which step, and not of what.
_OPEN = re.compile(
    r"(?:전국|도내|관내|전체|평균|(?:기초|광역)(?:시|군|구|도|단체)|그룹|유형|최고|최저|유사|단위|계획기간|현행|종전|재정규모|계획|지적|적발|징수|관리|정리|회복|달성|유치|감축|사수|정비|심사|참여|접수|제출|처분|실적|성과|현황|결과|목표"
    r"|직속기관|사업소|본청|전입|전출|유도|독려|[가-힣]{2,7}형(?<!모형)(?<![중소대]형)|제?\d+차|민선\s?\d+기|총점|평점|득점|분야|항목|[가-힣]{2}별|및|등|지역사업|동|면|읍"
    r"|(?:평가|심사|감사|지원|점검|조사|선정|관리|추진|정리|징수|단속)\s?대상"
    r"|세부|(?:정상|종합|최종|목표|계획|사업)?(?:이행(?:완료)?|집행|달성|징수|참여|완료|추진|수용|처리|절감|정리|응답|투표|해결)[률율]"
    r"|정[량성](?:평가|지표)?|(?:세부|실천)?(?:사업|과제)수|(?:목표|대상|지적|절감|집행)(?:액|건수)?)"
)
_HALF = re.compile(r"[상하]반기\s?|[1-4]분기\s?")
_BY_CLASS = re.compile(r"[가-힣]{2,3}별|계획기간")
_CONTEST = re.compile(r"(?:평가|심사|대회|공모|집행)$")
_TOLD = re.compile(r"성과지표")
_BODIES = re.compile(
    r"(?:전국|도내|관내|유사|동종)?\s?(?:시·군(?:·구)?|시군구?|[시군구]|자치구|(?:기초|광역|지방)?(?:자치)?단체|지자체|[시군구]부)"
)
_REVIEW = re.compile(r"평가|심사|감사|대회|공모|집행|이행|조사")
_TOOK_PART = re.compile(r"(?:\S+\s){1,2}(?:참여|참석|참가|응모)\s\S+")
_THEN = frozenset({"그해", "이때", "당시"})
_STRAY = frozenset({"된", "준", "낸", "한", "온", "둔", "쓴", "든", "받은", "보낸", "내놓은"})
_SPOKEN_FROM = re.compile(r"(?<=감사|심사|평가|점검)서(?=\s|$)")  # short for 에서
_NOT_HELD = frozenset({"원", "건"})
_MEETING = re.compile(r"(?<=발굴|확보)\s(?:추진\s)?보고회(?=$|\s)")
_PAPER = re.compile(
    r"\s(?:(?:지원\s)?조례(?:안)?|수립|용역|개정|제정|위촉|착수|결과|현황|운영\s?계획|추진\s?계획)$"
)
_ARGUMENTS = frozenset({"을", "를", "에", "에서", "으로", "로", "이", "가"})
_QUALITY = re.compile(
    r"[한된던]$|(?:많|적|높|낮|좋|있|없|같)은$|(?:큰|작은|새로운|있는|없는|다른|가는|하는)$|운$"
)
_SHORTEST, _LONGEST = 3, 5  # letters of a word that may shorten what the title says in full
_CLAUSE = 2  # words of a clause that says too little: '심사를 거친 사업'
_MOST = 40  # letters of a name with its topic


def with_topic(draft: Draft) -> Draft:
    """The draft with what its document is about, or its contest, where its name wants one."""
    name = _without_bare_verb(draft.name, draft.unit or "")
    name = _SPOKEN_FROM.sub("", _without_stray_verb(name))
    if draft.unit in _NOT_HELD and "보고회" in name:
        name = _MEETING.sub("", name) or name  # '발굴 보고회…36건 792억 원'
    contest = contest_before(draft) if is_prize(name) and draft.unit == "원" else ""
    if contest:
        return _renamed(draft, prize_of(contest, draft, name))
    if draft.municipality not in {None, draft.statement.document.municipality}:
        return _renamed(draft, name)  # what the document is about is another's
    topic = _topic(draft.statement.document.title, draft.statement.text)
    if is_plan_of_all(topic):
        return _renamed(draft, name)
    if _BODIES.fullmatch(name) and _REVIEW.search(topic) is None:
        return draft  # '전국 82개 군' of what nobody evaluates
    if is_prize(name) and " " not in name.removeprefix("재정 ") and _CONTEST.search(topic):
        return _renamed(draft, _joined(topic, name))
    if full := _in_full(name, topic):
        return _renamed(draft, full)
    tight, told = topic.replace(" ", ""), name.replace(" ", "")
    is_short = _TOOK_PART.fullmatch(name) is not None and not set(topic.split()) & set(name.split())
    if is_short and tight not in told:
        return _renamed(draft, _joined(topic, name))
    is_bound = THRESHOLD in draft.flags and any(map(tells_which, name.split()))
    bare = _without_own_place(name, draft.statement.document.municipality or "")
    is_told = tight in told or bare.replace(" ", "") in tight
    if is_bound or _TOLD.search(name) or not _is_open(bare) or is_told:
        return _renamed(draft, name)
    return _renamed(draft, _joined(topic, bare))


def _topic(title: str, text: str) -> str:
    """The topic of a title without what is done with its paper: '기본계획 수립 용역'."""
    topic = _plain(title)
    if (half := _half(topic)) and _half(text) - half:
        topic = _HALF.sub("", topic).strip()  # the sentence tells of another half of a year
    return topic


@lru_cache(maxsize=LIMITS.texts)
def _plain(title: str) -> str:
    topic = main_topic(title)
    while topic != (shorter := _PAPER.sub("", topic)) and len(shorter) > _LONGEST:
        topic = shorter
    return topic


def _half(text: str) -> frozenset[str]:
    return frozenset(one.strip() for one in _HALF.findall(text))


def _joined(topic: str, name: str) -> str:
    """A name behind its topic, without the words of its front that the topic ends in."""
    first, _, rest = name.partition(" ")
    if rest and (topic.endswith(first) or (_HALF.fullmatch(first) and first in topic)):
        return _joined(topic, rest)
    return of_thing(topic, name)


def _renamed(draft: Draft, name: str) -> Draft:
    if name == draft.name:
        return draft
    is_sound = is_noun_phrase(name) and len(name) <= _MOST
    return replace(draft, name=name) if is_sound else draft


def _without_bare_verb(name: str, unit: str) -> str:
    """A name without a verb that comes first with nothing of its own: '받은 재정인센티브'."""
    first, _, rest = name.partition(" ")
    is_bare = bool(rest) and tells_which(first) and _QUALITY.search(first) is None
    return rest if is_bare and is_noun_phrase(rest) and says_enough(rest, unit) else name


def _without_stray_verb(name: str) -> str:
    """A name without a short verb that has lost its doer: '신속집행 [행안부가] 준 목표액'."""
    words = name.split()
    kept = [
        word
        for at, word in enumerate(words)
        if not (0 < at < len(words) - 1 and word in _STRAY and not particle_of(words[at - 1]))
        and word not in _THEN
    ]
    return " ".join(kept) or name


def _without_own_place(name: str, municipality: str) -> str:
    """A name without the document's government, where what is left only says which part it is."""
    first, _, rest = name.partition(" ")
    is_own = bool(rest) and len(first) > 1 and municipality.endswith(first)
    return rest if is_own and _is_open(rest) else name


def _is_open(name: str) -> bool:
    """Whether every word of a name, and of the clause before its noun, is open."""
    words = name.split()
    told = [at for at, word in enumerate(words) if tells_which(word)]
    if told:
        head, words = words[: told[-1] + 1], words[told[-1] + 1 :]
        is_bare = all(particle_of(one) in _ARGUMENTS for one in head if not tells_which(one))
        if not is_bare or len(head) > _CLAUSE:
            return False
    if len(words) > 1 and _BY_CLASS.fullmatch(words[0]) and _is_class_like(words[1]):
        return True
    if any(WHOLE.fullmatch(" ".join(words[:count])) for count in range(1, len(words) + 1)):
        return False
    return bool(words) and all(map(_is_class_like, words))


def _is_class_like(word: str) -> bool:
    is_told = _OPEN.fullmatch(word) is not None or is_class(word)
    return is_told or is_field(word) or is_branch(word)


def _in_full(name: str, topic: str) -> str:
    """The name with its first word as the topic has it, '' where that is no short form of it."""
    first, _, rest = name.partition(" ")
    words = topic.split()
    if name.startswith(f"{topic} "):  # '숲길 안전지킴단 운영 지킴단'
        last = name.removeprefix(f"{topic} ")
        at = _place(last, words)
        return " ".join(words[: at + 1]) if at >= 0 else ""
    at = _place(first, words)
    if at < 0 or (at == 0 and words[0] == first):
        return ""
    full = " ".join((*words[:at], without_particle(words[at])))
    return f"{full} {rest}".strip()


def _place(short: str, words: list[str]) -> int:
    """Which of the words a short form ends; -1 for none."""
    is_short = _SHORTEST <= len(short) <= _LONGEST and not is_class(short)
    if not is_short or WHOLE.fullmatch(short) or _OPEN.fullmatch(short):
        return -1
    ends = [at for at, word in enumerate(words) if without_particle(word).endswith(short)]
    return ends[0] if len(ends) == 1 else -1
