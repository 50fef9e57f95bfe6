"""Mended names: what a reader of the name alone would stumble over, put right from the sentence.

A verb without its own words ('얽힌 공무원') gets them back; a difference says what it is set
against; the last of a list is not what is counted ('A, B, C의 3개 분야'); a state that another
takes the place of says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.facts.borders import short_particle
from corpus.facts.clauses import end_of, head_of
from corpus.facts.draft import Draft
from corpus.facts.labels import is_generic, is_place, topic_before
from corpus.facts.noun_phrases import is_anothers, is_noun_phrase
from corpus.facts.own_words import is_connective, is_time, tells_which
from corpus.facts.phrases import is_class, is_field, says_enough
from corpus.facts.shares import WORD
from corpus.facts.standing import topic_before_statement
from corpus.facts.things import of_thing
from corpus.facts.topics import main_topic
from corpus.particles import particle_of, without_particle
from corpus.types import FactKind

_CAUSE = re.compile(r"^.*\s(?:덕에|덕분에|탓에|때문에|바람에|대신)\s(?=\S)")
_TURNED = re.compile(r"^.*\s(?:쪽|곳|것|데)은\s(?=\S)")
_MOST_OF = re.compile(r"^(?:가장|제일)\s\S*던\s(?=\S)")
_OF_BODY = re.compile(r"(?<=[가-힣][시군구])의$")
_IS_THE = re.compile(
    r"(?:\([^()]*\))?\s?(?:이|가)\s(?P<what>대상|목표|원칙)(?:이다|이며|이고|입니다)"
)
_OTHERS_TOPIC = re.compile(r"(?<=\s)등[은는이](?=\s)")
_AND_TOO = re.compile(r"(?<=도)도$")  # '체감도와 노력도도'
# '비슷한 도시 평균은 자체수입 …': another's figures, and every one of them says so.
_AVERAGE = re.compile(
    r"(?P<who>(?:유사|동종|비슷한|전국|도내)\s?(?:[가-힣·]{1,8}\s){0,2}평균)(?:은|는)\s(?=[가-힣])"
)
_OURS = re.compile(r"(?<=\s)(?:우리\s)?[시군구도]의\s(?=\S)|^(?:우리\s)?[시군구도]의\s(?=\S+\s)")
_WHEN = re.compile(r"지난달|이달|지난해|작년|올해|내년|현재|최근|\d{1,2}월")
_QUALITY = re.compile(
    r"(?:많|적|높|낮|좋|있|없|같)은$|(?:큰|작은|새로운|있는|없는|다른|아름다운)$|운$"
)
_DEED = re.compile(
    r"(?:제출|부과|정산|확정|선정|심사|집행|발굴|요구|신청|접수|보고|적발|지적|처리|완료|추진|징수|채택|반영)[한된]"
)
_ACCORDING = re.compile(r"^(?:\S+\s)?따르면\s")
_RESULT = re.compile(r"^[가-힣]*(?:평가|조사|점검|심사|감사)\s결과\s(?=\S)")
_RATE = re.compile(r"[가-힣]+[률율]")
_MARKS = re.compile(r"[▲△▴▵▷▶①-⑳]")
_COUNTED = re.compile(r"(?:분야|과제|전략|지표|목표|시책|항목|부문|영역|방향|사업|개)$")
_DIFFERS = re.compile(r"\s?차이(?:액)?$")
_AGAINST = re.compile(
    r"(?P<base>(?:19|20)\d\d년|(?:[가-힣·]{1,12}\s)?[가-힣·]{2,12})\s?(?:\d[\d,.]*\s?(?:[조억만천백]\s?[\d,.]*\s?)*[가-힣%]{0,3}|\([^()]*\))?보다\s(?:약\s|무려\s|모두\s)?$"
)
_MORE = re.compile(r"(?:이나|나|을|를|이|가|만큼)?\s?(?:더\s)?(?P<way>많|적|높|낮|크|작|길|짧)")
_ADNOMINAL = {
    "많": "많은", "적": "적은", "높": "높은", "낮": "낮은",
    "크": "큰", "작": "작은", "길": "긴", "짧": "짧은",
}  # fmt: skip
_MEASURES = {"점": "점수", "%": "비율", "%p": "비율", "위": "순위"}
_FORMER = re.compile(r"종전|기존|당초|이전|현행|\S+\s전\s")
_OFFICES = frozenset(
    {"국", "실", "과", "팀", "관", "담당", "담당관", "본부", "단", "센터", "계", "소"}
)
_OLD = re.compile(r"(?:\s?\d[\d,]*\s?[가-힣]{1,5}?(?=[\s에])){0,8}에서\s(?=\S*\d)")
_MOVED = re.compile(
    r"(?:(?P<up>늘|불어|증가|뛰|커)|(?P<down>줄|감소|떨어))[가-힣]{0,4}(?:다|며|고)?[.,]?\s*$"
)
_TO = re.compile(r"(?:으로|로)\s(?:각각\s)?")
_MOST, _SHORTEST = 60, 2


def mended(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of one statement in order, each with a name that misleads nobody."""
    found: list[Draft] = []
    for one in drafts:
        new = _of_sentence_before(_grown(one, found))
        for mend in (_of_share, _against, _of_list):
            new = mend(new, found)
        found.append(_former(_whole(new)))
    return found


def _named(draft: Draft, name: str) -> Draft:
    if name == draft.name or not name:
        return draft
    is_sound = is_noun_phrase(name) and len(name) <= _MOST
    return replace(draft, name=name) if is_sound else draft


def _whole(draft: Draft) -> Draft:
    """The draft under a name that is whole: no cause before it, no verb without its words."""
    name = _OURS.sub("", _MOST_OF.sub("", _TURNED.sub("", _CAUSE.sub("", draft.name))))
    name = _AND_TOO.sub("", _OTHERS_TOPIC.sub("등", _ACCORDING.sub("", _OF_BODY.sub("", name))))
    average = _AVERAGE.match(draft.statement.text)
    if average and average["who"] not in name and (draft.at or 0) > average.end():
        name = f"{average['who']} {name}"
    topic = main_topic(draft.statement.document.title)
    if (bare := _RESULT.sub("", name)) != name and draft.statement.text.startswith(name[:4]):
        name = of_thing(topic, bare) if topic not in bare else bare
    name = _of_no_rate(name, topic, draft.unit or "")
    first, _, rest = name.partition(" ")
    if rest and is_class(first) and topic != first and topic.endswith(first):
        name = of_thing(topic, rest)  # '평가 자치구'
    if _WHEN.fullmatch(name.rpartition(" ")[2]) and draft.at:
        name = topic_before(draft.statement.text, draft.at) or name  # '인구는 … 지난달 2만 명까지'
    words = name.split()
    if words and tells_which(words[-1]) and draft.unit in {"명", "건", "개", "곳", "원"}:
        name = f"{name} {head_of(draft)}"
    name = _with_front(draft, name)
    name = name if draft.statement.is_item else _told_first(name, topic)
    name = _of_no_rate(name, topic, draft.unit or "")
    if is_field(name.removesuffix(f" {WORD}")) and draft.unit in {"원", "%"} and topic:
        name = of_thing(topic, name)
    if (the := _IS_THE.match(draft.statement.text, _behind_noun(draft))) and the[
        "what"
    ] not in name:
        head, _, last = name.rpartition(" ")
        name = f"{head} {the['what']} {last}".strip()
    return _named(draft, name)


def _behind_noun(draft: Draft) -> int:
    """Where the figure ends with the noun that it counts."""
    noun, end = draft.name.rpartition(" ")[2], end_of(draft)
    at = draft.statement.text.find(noun, end, end + len(noun) + 2)
    return at + len(noun) if at >= 0 else end


def _of_no_rate(name: str, topic: str, unit: str) -> str:
    """A name without the rate that its document is about, where it tells of another figure."""
    head, _, last = topic.rpartition(" ")
    if not head or not name.startswith(f"{topic} ") or _RATE.fullmatch(last) is None:
        return name
    rest = name.removeprefix(f"{topic} ")
    if unit == "%" and not _RATE.search(rest):
        return name
    *before, thing = head.split()
    return " ".join((*before, rest)) if rest.startswith(thing) else f"{head} {rest}"


def _with_front(draft: Draft, name: str) -> str:
    """A name that begins with a verb, behind the words that the sentence has before the verb."""
    first, _, rest = name.partition(" ")
    text = draft.statement.text
    if not rest or not tells_which(first) or draft.at is None:
        return name
    start = text.rfind(f"{first} {rest.split()[0]}", 0, draft.at + len(draft.raw_text) + 1)
    before = text[:start].split()
    taken: list[str] = []
    while start > 0 and before and len(taken) < 3:
        word = before.pop()
        bare = word.rstrip(",")
        particle = particle_of(bare) or short_particle(bare)
        is_border = bare != word or is_connective(bare) or (particle in {"은", "는"})
        if is_border or is_time(bare) or tells_which(bare) or (taken and not particle):
            break
        if not particle:
            break
        taken.insert(0, bare)
    return " ".join((*taken, name))


def _told_first(name: str, topic: str) -> str:
    """A name that begins with a verb and nothing of its own, behind what the document is about."""
    first, _, rest = name.partition(" ")
    is_bare = bool(rest) and tells_which(first) and _QUALITY.search(first) is None
    is_bare = (is_bare and not first.endswith(("한", "된"))) or _DEED.fullmatch(first) is not None
    return of_thing(topic, name) if is_bare and topic and topic not in name else name


def _of_share(draft: Draft, before: Sequence[Draft]) -> Draft:
    """A share behind what has it: 'A가 2,518억 원, 비중은 42.79%'."""
    *_, word = ("", *draft.statement.text[: draft.at or 0].split())
    is_open = draft.unit == "%" and without_particle(word) in {"비중", "비율"}
    if not is_open or not before or draft.at is None or before[-1].unit != "원":
        return draft
    of = before[-1]
    near = draft.statement.text[end_of(of) : draft.at]
    is_next = draft.name.endswith((WORD, "비율")) and len(near) < 12 and of.name not in draft.name
    return _named(draft, f"{_whole(of).name} {WORD}") if is_next else draft


def _against(draft: Draft, before: Sequence[Draft]) -> Draft:
    """A difference with what it is set against: '기정예산보다 많은 금액'."""
    differs = _DIFFERS.search(draft.name)
    text = draft.statement.text
    if differs is None or draft.at is None:
        return draft
    base, way = _AGAINST.search(text, 0, draft.at), _MORE.match(text, end_of(draft))
    if base is None or way is None:
        return draft
    of = draft.name[: differs.start()].strip()
    words = base["base"].split()
    against = words[-1] if particle_of(words[0]) or is_time(words[0]) else base["base"]
    if is_anothers(of) or of.endswith(against) or against.startswith(of):
        against = of if is_anothers(of) else against
        of = of.removesuffix(against).strip()
        of = (
            of
            or topic_before(text, text.find(against.split()[0]))
            or main_topic(draft.statement.document.title)
        )
    if not of or of.endswith(against) or is_place(of):
        return draft
    measure = _MEASURES.get(draft.unit or "") or head_of(draft)
    return _named(draft, f"{of} {against}보다 {_ADNOMINAL[way['way']]} {measure}")


def _of_list(draft: Draft, before: Sequence[Draft]) -> Draft:
    """What a list is counted in, without the last of the list: 'A ▷B ▷C의 5개 분야'."""
    noun = draft.name.rpartition(" ")[2]
    text, at = draft.statement.text, draft.at or 0
    if draft.unit not in {"개", "대", "가지"} or not _COUNTED.search(noun):
        return draft
    topic = main_topic(draft.statement.document.title)
    if draft.name.count("·") > 1 and draft.name.endswith(f"의 {noun}") and topic:
        return _named(draft, of_thing(topic, noun))
    marks = list(_MARKS.finditer(text, 0, at))
    if len(marks) < _SHORTEST or re.search(r"\d", text[marks[-1].end() : at]):
        return draft
    last = text[marks[-1].end() : at].split()
    is_last = bool(last) and without_particle(last[-1]).removesuffix("의") in draft.name
    return _named(draft, of_thing(topic, noun)) if is_last and topic else draft


def _of_sentence_before(draft: Draft) -> Draft:
    """A change that only the title names, of what the sentence before was about."""
    topic = main_topic(draft.statement.document.title)
    tail = draft.name.rpartition(" ")[2]
    is_open = "change" in draft.flags and not draft.statement.is_item and bool(topic)
    if not is_open or not draft.name.endswith(f"{topic} {tail}"):
        return draft
    of = topic_before_statement(draft.statement)
    if not of or is_class(of) or not says_enough(of, draft.unit or "") or is_generic(of):
        return draft
    return _named(draft, f"{draft.name.removesuffix(f'{topic} {tail}')}{of} {tail}")


def _former(draft: Draft) -> Draft:
    """A figure that another takes the place of, as the one before."""
    if draft.unit in _OFFICES and draft.at is not None:
        is_old = _OLD.match(draft.statement.text, end_of(draft)) is not None
        is_open = is_old and _FORMER.search(draft.name) is None and is_noun_phrase(draft.name)
        return replace(draft, name=f"종전 {draft.name}") if is_open else draft
    is_former = "before_change" in draft.flags and draft.fiscal_year is None
    is_former = is_former and draft.statement.text.startswith("에서 ", end_of(draft))
    if not is_former or _FORMER.search(draft.name) or draft.statement.is_row:
        return draft
    name = f"종전 {draft.name}"
    return replace(draft, name=name) if is_noun_phrase(draft.name) else draft


def _grown(draft: Draft, before: Sequence[Draft]) -> Draft:
    """How far a sum rose or fell, where its new size stands right before: 'A로 B 불어났다'."""
    last = before[-1] if before else None
    if last is None or draft.at is None or "change" in draft.flags or last.unit != draft.unit:
        return draft
    moved = _MOVED.search(draft.statement.text)
    is_next = _TO.fullmatch(draft.statement.text, end_of(last), draft.at) is not None
    is_next = is_next and draft.statement.text.startswith((", ", " 각각"), end_of(draft))
    if moved is None or not is_next or draft.kind is not FactKind.BUDGET or last.at is None:
        return draft
    way = "증가" if moved["up"] else "감소"
    code = "increase" if moved["up"] else "decrease"
    name = f"{last.name} {way}액"
    return replace(draft, name=name, flags=(*draft.flags, "change", code))
