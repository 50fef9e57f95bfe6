"""Settled names: each figure called by its own words first, and by a noun phrase or not at all.

A name that is doubtful, or that is no noun phrase, gives way to the phrase of the figure's own
clause; that phrase has what the sentence or the document is about before it only where it is
generic. What was cut off the front of a name is put back. Where no candidate is a noun phrase
that says enough, the fact is kept back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.facts.bare_names import is_bare
from corpus.facts.behind import counted_noun, of_noun, stage
from corpus.facts.bounds import BOUND_NAMED, bounded
from corpus.facts.doubts import NAME_BORROWED, NAME_UNSURE, OF_NAME
from corpus.facts.draft import Draft
from corpus.facts.flags import THRESHOLD
from corpus.facts.labels import clean_name, is_generic, is_place, item_label, topic_before
from corpus.facts.noun_phrases import is_anothers, is_noun_phrase, says_what, trimmed
from corpus.facts.own_words import OwnWords, own_words, without_own_place
from corpus.facts.owners import FIGURES
from corpus.facts.papers import subject_of
from corpus.facts.phrases import DOER, is_class
from corpus.facts.things import of_thing
from corpus.particles import without_particle
from corpus.types import FactKind

_TAIL = re.compile(
    r"(?:증가|감소|절감|차이|확보|투입|지원|증액|감액)액?|비율|비중|증가율|감소율|목표|기준|완료|순위|한도|1인당|가구당"
)
_STUCK = re.compile(
    r"[^\s,;/(\[·ㆍ]*(?:\s?\([^()]*\))?(?:을|를|이|가|은|는|으로|로|에|의|인|이며|이고)?"
)
_GOVERNS = frozenset(
    {
        "",
        "은",
        "는",
        "이",
        "가",
        "을",
        "를",
        "에",
        "에는",
        "에도",
        "의",
        "으로",
        "로",
        "으로는",
        "로는",
        "도",
        "만",
        "과",
        "와",
    }
)
_MEANS = frozenset({"으로", "로"})
_CUMULATIVE = re.compile(
    r"(?:이제까지|지금까지|여태|그동안|그간|누적|(?:뒤로|이래|이후로|후로))(?:\s[^\d,]{0,16})?\s?$"
)
_HALF = re.compile(r"^(?:[상하]반기|\d분기|올해|이번)\s")
_ONLY = re.compile(r"(?P<of>[가-힣]{2,12})만\s(?:(?:떼어|따로|놓고|한정해)\s?(?:놓고\s)?)?보면")
_QUESTION = re.compile(r"누가|누구|언제|어디|무엇|어떻게|왜|얼마")
_YEARS = re.compile(r"^(?:최근\s)?\d{1,2}년간?\s")
_EVERY = re.compile(r"\s(?:매주|매월|매달|매년|매일|격월|분기별?|반기별?|월별?|연|주)$")
_GOAL_OF = re.compile(r"(?<=[가-힣])\s목표(?=\s(?!비율|달성|대비|인원))")
_SUB_BODY = re.compile(r"(?P<body>[가-힣]{1,6}(?:[읍면동]|보건소|사업소|센터))[은는]\s")
_SUMMED = re.compile(r"(?:합해|합쳐|보태|합하면|더해|더하면|합친|더한)\s(?:모두\s|총\s|약\s)?$")
_DEED = re.compile(
    r"(?:을|를|이|가|의)?\s?(?P<deed>지적|적발|심사|처리|발굴|점검|조사|접수|선정|처분|시정|개선|감액|증액|회수|추징|환수|지급|편성|집행|징수)"
    r"(?:[했하해됐되돼한된]|을\s받|$|[,.])"
)
_OPEN_LABEL = re.compile(r"(?:구성|처분|처리|체계|내역|종류|조치)(?:\s|$)")
_POINTING = re.compile(r"^(?:이들|해당|이러한|이런)\s(?=사업|과제|공약|시책|지표|시설)")
_MEASURES = frozenset({"금액", "액수"})
_DOERS = frozenset({"이", "가"})
_BODY = re.compile(r"(?:위원회|의회|감사원|정부|협의회|심의회|재단|공단)$")
_AT_LEAST = frozenset({"at_least", "more_than"})
_JOINED = frozenset({"과", "와"})
_NEW_CLAUSE = re.compile(r"(?:고|며|지만|는데|으나),?\s(?:나머지\s|그중\s)?$")
_AS_TOPIC = re.compile(r"(?:은|는)\s")
_THINGS = frozenset({"개", "건", "명", "곳", "개소"})
_EACH = "당"
_BRACKETS = re.compile(r"\s?[(\[][^()\[\]]*[)\]]")
_OF_SUMS = frozenset({"원", "%", "점"})
_RUNNING = "누적"
_FREQUENT = "회/"


def settled(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of one statement in order, each figure with a name that is a noun phrase."""
    renamed: dict[str, str] = {}
    found: list[Draft] = []
    for one in drafts:
        if not _is_figure(one):
            found.append(one)
            continue
        new = _settled(one, drafts, renamed)
        if NAME_UNSURE not in new.doubts:
            new = _of_scope(new, drafts)
            if new.name != one.name and one.name.rpartition(" ")[2] in new.name:
                renamed[one.name] = new.name
        found.append(new)
    return found


def _is_figure(draft: Draft) -> bool:
    is_told = draft.kind in FIGURES and draft.value is not None and draft.at is not None
    is_told = is_told and draft.kind is not FactKind.EVALUATION
    return is_told and not draft.statement.is_row and OF_NAME.issuperset(draft.doubts)


def _settled(draft: Draft, drafts: Sequence[Draft], renamed: dict[str, str]) -> Draft:
    name = _as_before(draft.name, renamed)
    if name != draft.name:
        return replace(draft, name=name, doubts=_cleared(draft))
    if _POINTING.match(name) and (found := _telling(draft, _POINTING.sub("", name))):
        return _called(draft, found)
    own = _own(draft, drafts)
    is_bound = THRESHOLD in draft.flags and draft.unit == "원"
    if own is None and is_bound and (noun := bounded(draft)):
        return replace(draft, name=f"{noun} 기준", doubts=_cleared(draft))
    if own is not None and own.words in _MEASURES and _last(draft, drafts) is not None:
        return _alike(draft, _last(draft, drafts) or draft, renamed)
    if own is not None and own.particle in _MEANS and draft.unit != "원":
        own = None
    of = of_noun(draft)
    is_behind = own is None or own.particle in _JOINED or is_place(own.words.split()[-1])
    if of and is_behind and (found := _telling(draft, of)):
        return _called(draft, found)  # '59건의 공통공시와 10건의 특수공시'
    counted = _counted(draft, drafts)
    if own is None and _is_topic_itself(draft) and draft.unit in _THINGS:
        return _kept_back(draft)  # '52개이고, 230개는 목표만큼 했다'
    if own is not None and counted is not None and own.words == counted[1]:
        own = None  # '307개 사업 7,743억원': the noun is the one counted before
        if came := stage(draft):
            return _staged(draft, came)
        if not counted_noun(draft) and draft.unit == "원":
            return _alike(draft, counted[0], renamed)
    is_sound = is_noun_phrase(name) and not (draft.unit in _OF_SUMS and is_anothers(name))
    if not draft.doubts and is_sound:
        if _OPEN_LABEL.match(name):
            return _with_topic(draft, name)
        return replace(draft, name=_whole(name, own)) if own is not None else draft
    if own is not None and own.particle in _DOERS and _BODY.search(own.words):
        return _kept_back(draft)
    if own is not None and own.particle in _GOVERNS:
        if found := _telling(draft, _with_tail(draft, own.words)):
            return _called(draft, found)
        if DOER.fullmatch(own.words) or is_place(own.words.rpartition(" ")[2]):
            return _kept_back(draft)  # who did it is not what was counted
    if is_sound and own is None and _is_said(draft):
        return draft
    is_own = own is not None and own.words.split()[-1] in name
    if is_sound and is_own:
        return draft
    is_beside = own is not None and own.particle in _GOVERNS
    found = "" if is_beside else _done(draft)
    found = found or _telling(draft, trimmed(name))
    return _called(draft, found) if found else _kept_back(draft)


def _called(draft: Draft, name: str) -> Draft:
    """The draft under another name; doubted where that begins with what the document is about."""
    if name == draft.name:
        return draft  # what is doubted is more than its words
    topic = subject_of(draft.statement)
    is_borrowed = bool(topic) and name.startswith(topic)
    is_borrowed = is_borrowed and topic not in draft.statement.text
    doubts = (*_cleared(draft), NAME_BORROWED) if is_borrowed else _cleared(draft)
    return replace(draft, name=name, doubts=doubts)


def _with_topic(draft: Draft, name: str) -> Draft:
    """The draft, behind what its document is about, where that is known."""
    longer = of_thing(subject_of(draft.statement), name)
    return _called(draft, longer) if is_noun_phrase(longer) else draft


def _done(draft: Draft) -> str:
    """What is done with a figure that no noun stands before: '126건을 지적' of what all is about.

    In an item it is done to what its label names.
    """
    end = (draft.at or 0) + len(draft.raw_text.rstrip())
    match = _DEED.match(draft.statement.text, end)
    last = draft.name.rpartition(" ")[2]
    deed = last if _TAIL.fullmatch(last) else match["deed"] if match else ""
    label = _label(draft)
    owner = label if label and not is_class(label) else subject_of(draft.statement)
    if not deed or not owner:
        return ""
    name = owner if owner.endswith(deed) else f"{owner} {deed}"
    is_told = is_noun_phrase(name) and says_what(name, draft.unit or "")
    return name if is_told else ""


def _kept_back(draft: Draft) -> Draft:
    return replace(draft, doubts=(*draft.doubts, NAME_UNSURE))


def _is_said(draft: Draft) -> bool:
    """Whether a sentence without a noun before its figure says itself what the title names.

    '612건을 심사해' below '계약심사': what is done with the figure is what the name says.
    """
    if not draft.doubts or _TAIL.fullmatch(draft.name.rpartition(" ")[2]):
        return True
    if _SUMMED.search(draft.statement.text, 0, draft.at or 0) or not draft.at:
        return True
    text, at = draft.statement.text, draft.at or 0
    near = text[at + len(draft.raw_text.rstrip()) :][:24]
    before = text[:at].replace(" ", "")
    noun = counted_noun(draft)
    words = [word for word in draft.name.split() if len(word) > 1 and word != noun]
    stems = {stem for word in words for stem in (word[:2], word[-2:])}
    if noun and noun in "".join(words):
        return True  # '5개 분야 38개 공약' below '공약이행평가'
    return any(stem in near or stem in before for stem in stems)


def _as_before(name: str, renamed: dict[str, str]) -> str:
    """A name that goes on from one that was settled otherwise."""
    for old, new in renamed.items():
        if name == old:
            return new
        if name.startswith(f"{old} "):
            return new + name.removeprefix(old)
    return name


def _cleared(draft: Draft) -> tuple[str, ...]:
    return tuple(one for one in draft.doubts if one not in OF_NAME)


def _own(draft: Draft, drafts: Sequence[Draft]) -> OwnWords | None:
    """The phrase before a draft's figure, as far back as the figure before it."""
    at, text = draft.at or 0, draft.statement.text
    stops = [one.at + len(one.raw_text.rstrip()) for one in drafts if one.at is not None]
    floor = max([0, *(one for one in stops if one <= at)])
    if floor and (stuck := _STUCK.match(text, floor, at)):
        floor = stuck.end()
    return own_words(text, floor, at)


def _without_sibling(name: str, own: str, text: str) -> str:
    """A name without the class of the line before: '행정상 신분상' below '행정상 25건'."""
    *first, before, last = ("", "", *name.split())
    is_alike = last == own and is_class(before) and before not in text
    is_alike = is_alike and len(before) == len(last) and before[-1] == last[-1]
    return " ".join((*first, last)).strip() if is_alike else name


def _is_topic_itself(draft: Draft) -> bool:
    """Whether a figure is what its clause is about, so that it tells of some of those before."""
    at, text = draft.at or 0, draft.statement.text
    end = at + len(draft.raw_text.rstrip())
    return _NEW_CLAUSE.search(text, 0, at) is not None and _AS_TOPIC.match(text, end) is not None


def _last(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The figure right before a draft's that counts things, whose measure a sum may be."""
    at = draft.at or 0
    before = [one for one in drafts if one.at is not None and one.at < at]
    return before[-1] if before and before[-1].unit != draft.unit == "원" else None


def _counted(draft: Draft, drafts: Sequence[Draft]) -> tuple[Draft, str] | None:
    """The figure right before a draft's and the noun that it counts: '307개 사업 7,743억원'."""
    at = draft.at or 0
    before = [one for one in drafts if one.at is not None and one.at < at]
    noun = counted_noun(before[-1]) if before else ""
    return (before[-1], noun) if noun else None


def _staged(draft: Draft, came: str) -> Draft:
    first = draft.name.rpartition(" ")[0] or subject_of(draft.statement)
    name = f"{first} {came}"
    is_sound = is_noun_phrase(name) and says_what(name, draft.unit or "")
    return replace(draft, name=name, doubts=_cleared(draft)) if is_sound else _kept_back(draft)


def _alike(draft: Draft, before: Draft, renamed: dict[str, str]) -> Draft:
    """The sum of what was counted right before it, under that name; kept back where that is."""
    name = renamed.get(before.name, before.name)
    is_sound = is_noun_phrase(name) and says_what(name, draft.unit or "")
    return replace(draft, name=name, doubts=_cleared(draft)) if is_sound else _kept_back(draft)


def _whole(name: str, own: OwnWords) -> str:
    """A name with what was cut off the front of its last phrase."""
    words, said = name.split(), own.words.split()
    shared = 0
    while shared < min(len(words), len(said)) and words[-1 - shared] == said[-1 - shared]:
        shared += 1
    if not shared or shared == len(said):
        return name
    front = " ".join(words[: len(words) - shared])
    if front and (front.endswith("당") or any(word in said for word in front.split())):
        return name
    longer = f"{front} {own.words}".strip()
    return longer if is_noun_phrase(longer) else name


def _with_tail(draft: Draft, words: str) -> str:
    """The own words with the counted noun behind the figure, and with what happened to it."""
    last = draft.name.rpartition(" ")[2]
    noun = counted_noun(draft)
    if words.endswith(" 등") and not noun and (label := _label(draft)):
        words = draft.name if is_class(label) else label  # '일상감사 : 공원 조성 등 152건'
    if (noun or _TAIL.fullmatch(last)) and not words.endswith(last):
        return f"{words} {last}"
    return words


def _telling(draft: Draft, words: str) -> str:
    """The words, or behind what the sentence or the document is about; '' where none will do."""
    unit = draft.unit or ""
    statement = draft.statement
    is_phrase = is_noun_phrase(words) or words.endswith(_EACH)
    if not is_phrase or is_place(words) or DOER.fullmatch(words) or is_anothers(words):
        return ""
    is_told = not is_bare(words, unit, is_item=statement.is_item, is_labelled=False)
    is_told = is_told and not words.endswith(_EACH)
    if is_told and says_what(words, unit) and not _OPEN_LABEL.match(words):
        return words
    if draft.name.endswith(f" {words}") and is_noun_phrase(draft.name):
        words = draft.name  # with the whole of which it is a part
        if says_what(words, unit) and not _OPEN_LABEL.match(words):
            return words
    label = _label(draft)
    if is_class(label):
        label = of_thing(subject_of(draft.statement), label)
    for owner in (label, _sentence_topic(draft), subject_of(draft.statement)):
        if not owner or owner.replace(" ", "") in words.replace(" ", "") or owner == words:
            continue
        last = words.rpartition(" ")[2]
        name = owner if owner.endswith(last) else of_thing(owner, words)
        is_open = is_bare(name, unit, is_item=statement.is_item, is_labelled=False)
        if is_noun_phrase(name) and says_what(name, unit) and not is_open:
            return name
    return ""


def _label(draft: Draft) -> str:
    """The label of the item in whose value a draft's figure stands, '' for none."""
    label, value = item_label(draft.statement.text)
    is_in_value = bool(label) and (draft.at or 0) >= value
    label = clean_name(_BRACKETS.sub("", label)) if is_in_value else ""
    return "" if is_place(label) or _QUESTION.search(label) else label


def _sentence_topic(draft: Draft) -> str:
    text = draft.statement.text
    topic = topic_before(text, draft.at or 0)
    behind = text.rfind(topic, 0, draft.at or 0) + len(topic)
    if topic and text.startswith("에", behind) and draft.unit in _OF_SUMS:
        return ""  # what gets money beside others owns none of it
    whole = own_words(text, 0, behind + 1) if topic and behind < (draft.at or 0) else None
    if whole is not None and whole.words.endswith(topic):
        topic = whole.words  # '일상감사를 받는 사업'
    is_none = not topic or is_generic(topic) or is_place(topic) or DOER.fullmatch(topic)
    return "" if is_none or all(map(is_class, topic.split())) else topic


def _of_scope(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """The draft with the body or account that its sentence is limited to, and how far it sums."""
    text, at = draft.statement.text, draft.at or 0
    name = without_own_place(_YEARS.sub("", draft.name), draft.statement.document.municipality)
    if _FREQUENT in (draft.unit or ""):
        name = _EVERY.sub("", name)
    own = _own(draft, drafts)
    if own is not None and "목표" not in own.words:
        name = _GOAL_OF.sub("", name)
    is_bound = THRESHOLD in draft.flags and draft.comparator in _AT_LEAST
    if is_bound and draft.unit == "원" and not BOUND_NAMED.search(name):
        name = f"{name} 기준"
    if own is not None:
        name = _without_sibling(name, own.words, text)
    only = _ONLY.search(text, 0, at)
    if only and only["of"] not in name:
        name = f"{only['of']} {name}"
    body = _SUB_BODY.match(text) if not draft.statement.is_item else None
    if body and body["body"] not in name and body.end() <= at:
        words = [one for one in name.split() if without_particle(one) != body["body"]]
        name = " ".join((body["body"], *words))
    if _CUMULATIVE.search(text, 0, at) and _RUNNING not in name:
        name = f"{_HALF.sub('', name)} {_RUNNING}"
    return replace(draft, name=name) if name != draft.name and is_noun_phrase(name) else draft
