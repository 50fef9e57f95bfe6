"""Told names: a figure that a verb governs, called by what the sentence says of it.

'주민 투표로 6건을 추렸다' counts what was chosen: '주민 투표로 추린 건수'. The clause with its
objects stands before the noun that is counted, as it would in a sentence. Where a name has the deed
already, or the verb only says that there is such a sum, the short name is kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.facts.clauses import HEADS, OF_WHICH, Clause, clause_before, end_of, head_of
from corpus.facts.conjugation import verb_of
from corpus.facts.draft import Draft
from corpus.facts.flags import GOAL, THRESHOLD
from corpus.facts.labels import is_place
from corpus.facts.noun_phrases import is_noun_phrase
from corpus.facts.own_words import OURS, is_time, tells_which
from corpus.facts.papers import is_plan_of_all
from corpus.facts.phrases import is_class
from corpus.facts.predicates import Predicate, predicate_behind
from corpus.facts.things import of_thing
from corpus.facts.topics import main_topic
from corpus.facts.verbs import is_adnominal
from corpus.particles import particle_of, without_particle
from corpus.types import FactKind

# Verbs that only say that money was planned, spent or came in.
_BUDGETED = re.compile(
    r"[가-힣]*(?:편성|투입|반영|배정|책정|마련|확보|지원|집행|제출|의결|확정|계획|요청|신청|건의|절감|징수|지출"
    r"|감액|증액|추징|회수|환수|부과)(?:하|되|시키)?"
    r"|[가-힣]*(?:담|담기|넣|들어가|들이|쓰|쓰이|세우|잡|잡히|실리|올리|내|나가|붓|쏟|주|받|걷|거두|거둬들이"
    r"|아끼|줄이|따내|짜|모으|모이|꾸리|풀|돌아가)"
)
# Verbs that only say that there is what is counted.
_MADE = re.compile(
    r"[가-힣]*(?:운영|추진|마련|구성|설치|조성|배치|운용|보유|위촉|편성|관리|구축|발표|제시|확정|처리|심사|시행"
    r"|실시|진행|개최|선포|시작|완료|신설)(?:하|되)?"
    r"|두|내놓|만들|세우|벌이|꾸리|열|짜|잡|펴|펼치|담|고르|내|살피|살펴보|들여다보|따지|보|이루|이뤄지|갖추"
    r"|끝내|마치|끝나|찾아내|찾|드러나|돌리|정하|나누"
)
# Stems and the nouns in which a name has them already.
_SAME = tuple(
    (re.compile(stems), re.compile(nouns))
    for stems, nouns in (
        ("아끼|줄이|절약하|절감하", "절감"),
        ("쓰|집행하|지출하|풀", "집행"),
        ("거두|걷|거둬들이", "징수"),
        ("찾아내|적발하|걸리|드러나|지적받|짚", "지적|적발|위반"),
        ("뽑|뽑히|가리|고르|추리", "선정|우수|선발"),
        ("맺", "계약|협약"),
        ("끝내|끝나|마치", "완료|이행"),
        ("내", "제출"),
        ("들어오|받", "접수|신청|제안"),
    )
)
_NO_SIZE = frozenset({"change", "difference", "part", "per_unit", "saving", GOAL, THRESHOLD})
_DEED = re.compile(r"(?:하|되|받|시키|드리)$")
_LEVEL = re.compile(r"(?:선|고지|벽|대|시대|문턱)")
_SHARES = re.compile(r"(?P<tie>을|를|이|가),\s")
_OWNER = re.compile(r"(?P<owner>(?:[가-힣·]{1,10}\s)?[가-힣·]{2,12})(?:은|는)\s")
_AIM = re.compile(r"^.*려고\s")  # '일손을 메우려고 뽑는 인원': what it is for, before the clause
_SIGNS = str.maketrans("", "", ",\"'‘’“”")
_OBJECTS = frozenset({"을", "를"})
_OFFICES = frozenset({"국", "실", "과", "팀", "단", "관"})  # '1개 국 신설 승인'
_WON = "받"
# That something takes place, before what came of it.
_HELD = re.compile(
    r"(?:열|마련하|개최하|운영하|실시하|진행하|벌이)고|열어|벌여|펼쳐|(?:마련|개최|운영|실시|진행)해"
)
_TIMES = frozenset({"차례", "회", "번"})
_LONGEST, _FEWEST = 60, 2  # letters of a name, and words of it that tell something


def with_clause(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """The draft of a figure that a verb governs, under the name that its clause makes.

    `drafts` are those of its statement in order. The draft is unchanged where its name says as
    much.
    """
    is_size = draft.at is not None and draft.unit in HEADS and not _NO_SIZE & set(draft.flags)
    if not is_size or draft.kind is FactKind.EVALUATION:
        return draft
    said = _said(draft, drafts)
    if said is None or _LEVEL.fullmatch(said.noun):
        return draft
    if _is_told(draft.name, said) and not _is_deed_alone(draft, said):
        return draft
    clause = clause_before(draft, [one for one in drafts if not _counts_holding(one)])
    if clause is None or not _is_wanted(draft, said, clause):
        return draft
    name = _composed(draft, said, clause)
    told = _AIM.sub("", name.replace(f" {OF_WHICH} ", " "))
    is_sound = len(name) <= _LONGEST and is_noun_phrase(told)
    return replace(draft, name=name) if is_sound else draft


def told_name(draft: Draft, drafts: Sequence[Draft]) -> str:
    """The name that the clause of a figure makes, where no other name was found; '' for none.

    `drafts` are those of its statement in order.
    """
    is_size = draft.at is not None and draft.unit in HEADS and not _NO_SIZE & set(draft.flags)
    said = _said(draft, drafts) if is_size else None
    if said is None or _LEVEL.fullmatch(said.noun):
        return ""
    clause = clause_before(draft, drafts)
    if clause is None or _is_torn(said, clause):
        return ""
    if _says_little(said, clause) and is_plan_of_all(main_topic(draft.statement.document.title)):
        return ""
    name = _composed(draft, said, clause)
    told = _AIM.sub("", name.replace(f" {OF_WHICH} ", " "))
    return name if len(name) <= _LONGEST and is_noun_phrase(told) else ""


def _is_torn(said: Predicate, clause: Clause) -> bool:
    """Whether words of another verb stand before the figure, or no thing stands behind it."""
    is_object = said.tie in _OBJECTS and any(particle_of(one) in _OBJECTS for one in clause.front)
    words = said.noun.split()
    is_office = len(words) > 1 and words[0] in _OFFICES
    return is_object or is_office or any(one.endswith("는지") for one in said.words)


def _said(draft: Draft, drafts: Sequence[Draft]) -> Predicate | None:
    """What is said of a figure, or of the last of those that share their verb with it."""
    text, end = draft.statement.text, end_of(draft)
    said = predicate_behind(text, end)
    shared = _SHARES.match(text, end) if said is None else None
    if shared is None:
        return said
    alike = [one for one in drafts if one.unit == draft.unit and one.at is not None]
    said = predicate_behind(text, end_of(alike[-1]))
    return said if said is not None and said.tie == shared["tie"] else None


def _is_told(name: str, said: Predicate) -> bool:
    """Whether a name has the deed already, in one word or another."""
    noun = _DEED.sub("", said.stem)
    if len(noun) > 1 and noun in name:
        return True
    if any(stems.fullmatch(said.stem) and nouns.search(name) for stems, nouns in _SAME):
        return True
    things = [without_particle(one) for one in said.words[:-1]]
    is_of = said.tie == "의"  # '4억 원의 이자를 놓쳤다' is told by its verb alone
    return bool(things) and not is_of and all(one in name for one in things)


def _is_deed_alone(draft: Draft, said: Predicate) -> bool:
    """Whether a name has its last word from the verb alone: '조사' of '5건을 조사하고'."""
    noun = _DEED.sub("", said.stem)
    *front, last = draft.name.split()
    before = draft.statement.text[: draft.at or 0]
    is_alone = not any(one in before for one in (*front, noun))
    return is_alone and last == noun and noun != said.stem


def _is_wanted(draft: Draft, said: Predicate, clause: Clause) -> bool:
    """Whether the sentence says more of a figure than that there is one."""
    if OF_WHICH in clause.front:
        return True
    if draft.unit != "원":
        return _MADE.fullmatch(said.stem) is None
    if said.stem == _WON:
        return any(verb_of(one) for one in clause.front)  # '우수기관에 뽑혀 받는 교부세'
    is_named = clause.has_own or bool(said.noun)
    return not (is_named and _BUDGETED.fullmatch(said.stem))


def _composed(draft: Draft, said: Predicate, clause: Clause) -> str:
    """The clause before the noun that is counted, behind whose figure it is."""
    head = f"{clause.head} {said.noun}".strip() or head_of(draft)
    front = _without_holding(clause.front)
    name = " ".join((*front, *said.words, head)).translate(_SIGNS)
    owner = _OWNER.match(draft.statement.text, 0, clause.floor)
    if owner and not clause.has_topic and _owns(owner["owner"], name):
        return f"{owner['owner']} {name}"
    topic = main_topic(draft.statement.document.title)
    is_told = topic.replace(" ", "") in name.replace(" ", "")
    return name if is_told or not _says_little(said, clause) else of_thing(topic, name)


def _counts_holding(draft: Draft) -> bool:
    """Whether a figure only says how often something was held ('24차례 열어')."""
    end = (draft.at or 0) + len(draft.raw_text)
    is_times = draft.at is not None and draft.unit in _TIMES
    return is_times and _HELD.match(draft.statement.text[end:].lstrip()) is not None


def _without_holding(front: Sequence[str]) -> Sequence[str]:
    """The words before a verb without that something was held: '교육을 24차례 열어 … 이수했다'."""
    front = [one for one in front if not one[:1].isdigit()] if _is_held(front) else front
    is_held = len(front) > 1 and _HELD.fullmatch(front[-1]) is not None
    is_held = is_held and particle_of(front[-2]) in _OBJECTS
    return (*front[:-2], without_particle(front[-2])) if is_held else front


def _is_held(front: Sequence[str]) -> bool:
    return bool(front) and _HELD.fullmatch(front[-1]) is not None


def _owns(owner: str, name: str) -> bool:
    """Whether what a sentence is about tells whose figure it is: no place, no time, not said.

    '맞닿은' is a verb before its noun and no owner, though it ends as one does.
    """
    if is_adnominal(f"{owner.rpartition(' ')[2]}은"):
        return False
    is_other = is_place(owner) or any(map(is_time, owner.split())) or OURS.match(f"{owner}는")
    return not is_other and owner not in name


def _says_little(said: Predicate, clause: Clause) -> bool:
    words = (*clause.front, *said.words[:-1], *clause.head.split(), *said.noun.split())
    telling = [one for one in words if not is_class(without_particle(one)) and not tells_which(one)]
    return len(telling) < _FEWEST
