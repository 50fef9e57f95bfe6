"""Owners: what a measure, a part or an item of a list belongs to, told by where it stands.

'조성액 620억원' under '기금' is 기금 조성액; '세입은 지방세 78억 원, …' lists parts of 세입. A
name that is only a measure, or short for one of several parts, gets its owner: for an item
the nearest heading or bullet that names a thing, for one of a list in a sentence what the
sentence lists. A measure that nothing owns leaves a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.facts.certainty import is_certain_name
from corpus.facts.doubts import KIND_UNSURE, NAME_INCOMPLETE
from corpus.facts.draft import Draft
from corpus.facts.labels import is_generic, is_place, label_before, topic_before
from corpus.facts.statements import Statement
from corpus.facts.things import is_part, of_thing, owner_above
from corpus.facts.topics import siblings_left_out
from corpus.facts.verbs import closes_clause, is_adnominal
from corpus.types import FactKind

FIGURES = frozenset(
    {FactKind.BUDGET, FactKind.STATISTIC, FactKind.AUDIT, FactKind.INDICATOR, FactKind.EVALUATION}
)
"""The kinds of facts that state a figure."""
_DATED = frozenset({FactKind.PROJECT, FactKind.EVENT})
# How much, how many, how far: the last word of a name that does not say of what.
_MEASURE = re.compile(
    r"(?:[가-힣]{0,4}(?:금액|[가-힣]액|한도|한도액|건수|횟수|인원|면적|연장|점수|물량|규모|사업량|단가)|(?:총)?[가-힣]{0,3}(?:비|률|율|수))"
)
# Names of their own that end like measures.
_WHOLE_NAME = re.compile(
    r"(?:국|도|시|군|구|지방|교부|보조)[가-힣]?세|.*(?:복지비|추진비|여비|인건비|운영비|의정비|자립률|고용률|실업률|출산율|출생률)|(?:총)?(?:예산|세입|세출|재정)(?:안)?(?:총)?(?:액|규모|총액|총계)?|결산액|살림규모|예산규모|재정규모|채무액?|준비|정비|대비|분수|호수"
)
# What heads a part of any plan and is no word of a name: '추진상황 공정률', '계획 투입액'.
_HEADS = re.compile(
    r"참고\s(?=\S)|(?:(?:추진|사업|공시|평가|주요|일반)\s?)?(?:상황|현황|내용|개요|계획|경과|구성|결과)\s(?=\S)"
)
_PARTS = re.compile(
    r"공사|용역|물품(?:구매)?|구매|본청|사업소|읍면동?|직속기관|일반|특별|기타|정량|정성|신규|계속|확대|보완|유지"
    r"|국비|도비|시비|군비|구비|국도비|지방비|민자|자부담|회계|합계|소계|계|남성?|여성?"
)
_BODIES = frozenset({"조직", "인력", "정원", "현원", "결원", "총점", "평점", "총평"})
_PRIZE = re.compile(r"(?:시상|포상|상)금")
_INDICATORS = re.compile(r"(?:지표|지표값|수치)$")
_SHORT = 3  # letters of a name that is one of several parts
_FEW_WORDS = 2
_NO_OWNER = re.compile(
    r"(?:이번|이날|다음|올해|내년|지난해|주요|[가-힣]{1,6}별|나머지|대부분|사업|과제)"
)
_LOOKED_AT = re.compile(
    r"(?P<of>(?:(?:[가-힣·]{1,10}|\d{1,3}대)\s){0,2}[가-힣·]{2,10})(?:을|를)\s(?:[가-힣]{1,4}(?:별로|으로|로)\s)?"
    r"(?:(?:살펴|나누어|나눠|뜯어)?\s?보면|나누면|가르면|따지면)"
)
_COUNT_BEFORE = re.compile(r"\d\s?(?:건|개|개소|곳|회)\s?\($")
_OWN_PARTICLE = re.compile(r"[가-힣](?:은|는|이|가)\s")
_LISTED = re.compile(r"[,·▲△▶■◇◆]|\d")
# '받은 시군 7곳', '이번 평가 기관': a general noun that only its sentence tells which it is.
_GENERAL_NOUN = re.compile(
    r"사업|과제|기관|시군|시·군|자치단체|지자체|부서|업체|대상|지표|항목|분야|안건|건의|제안|금액|예산"
)
_BROUGHT = re.compile(
    r"(?:보고된|올라온|오른|나온|제출된|논의된|확정된|발굴된|다뤄진|다룬|모인|모은)"
)
_DEED = re.compile(
    r"편성|반영|투입|확보|지원|추진|조성|설치|운영|개최|진행|실시|시행|마련|구축|확충|증액|감액|삭감|집행|지급|배정|제출|요구|요청|건의|선정|교체|정비"
)


def owned(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts of one statement in order, each with its owner where its name wants one."""
    found = list(drafts)
    for one in found:
        if one.kind in _DATED and not one.doubts:
            one = replace(one, name=_without_head(one.name))
        is_figure = one.kind in FIGURES and one.value is not None and not one.statement.is_row
        yield one if one.doubts or not is_figure else _owned(_measured(one, found))


def _measured(draft: Draft, others: Iterable[Draft]) -> Draft:
    """Money in the bracket of a count, with the measure that the first such bracket says.

    '2030년 41건(절감액 9억원), 2031년 56건(12억원)': what was saved in 2031, too.
    """
    text = draft.statement.text
    if (
        draft.kind is not FactKind.BUDGET
        or _COUNT_BEFORE.search(text, 0, max(0, text.find(f"({draft.raw_text}") + 1)) is None
    ):
        return draft
    measures = {
        one.name.removeprefix(draft.name)
        for one in others
        if one.kind is FactKind.BUDGET
        and one.name.startswith(f"{draft.name} ")
        and "change" not in one.flags
        and _is_bracket_measure(one.name.removeprefix(f"{draft.name} "))
    }
    return replace(draft, name=draft.name + measures.pop()) if len(measures) == 1 else draft


def _is_bracket_measure(word: str) -> bool:
    return is_measure(word) or word in {"절감", "감액", "증액"}


def _owned(draft: Draft) -> Draft:
    statement = draft.statement
    return _of_item(draft) if statement.is_item else _of_sentence(draft, statement)


def _of_item(draft: Draft) -> Draft:
    """The figure of an item, with the thing that its headings name before a measure or a part."""
    name = _without_head(draft.name)
    if not wants_owner(name):
        return draft if name == draft.name else replace(draft, name=name)
    statement = draft.statement
    is_open = _is_open(name)
    path = statement.passage.heading_path
    if statement.text == statement.quote:
        path = siblings_left_out(path, statement.text)
    owner = owner_above(path, statement.document.title, is_title_meant=is_open)
    if is_measure(owner.rpartition(" ")[2]):
        path = path[:-1]  # '심사금액' has parts in won, and in cases too
        owner = owner_above(path, statement.document.title, is_title_meant=True)
    if _INDICATORS.search(owner):
        return draft  # '성과지표' heads indicators, and owns none
    if not owner or not is_certain_name(owner):
        return replace(draft, doubts=(NAME_INCOMPLETE,)) if is_open else draft
    if _tight(owner) in _tight(name) or _tight(name) in _tight(owner):
        return draft
    return replace(draft, name=of_thing(owner, name))


def _of_sentence(draft: Draft, statement: Statement) -> Draft:
    """The figure of a sentence, with what the sentence lists; a general noun leaves a doubt."""
    name = draft.name
    words = name.split()
    if _tells_no_thing(draft, words[-1]):
        return replace(draft, doubts=(KIND_UNSURE,))  # the grades of a scale are no statistic
    if _DEED.fullmatch(name):
        return replace(draft, doubts=(NAME_INCOMPLETE,))
    if _tells_too_little(words):
        thing = owner_above((), statement.document.title, is_title_meant=True)
        is_met = thing != "" and _BROUGHT.fullmatch(words[0]) is not None
        return (
            replace(draft, name=of_thing(thing, name))
            if is_met
            else replace(draft, doubts=(NAME_INCOMPLETE,))
        )
    if len(words) > _FEW_WORDS or draft.kind is FactKind.EVALUATION:
        return draft
    end = max(0, statement.text.find(draft.raw_text))
    at = statement.text.rfind(words[0], 0, end)
    owner = lister(statement.text, at, end) if at > 0 else ""
    if owner and not _tight(owner).endswith(_tight(name)) and not _are_alike(owner, name):
        return replace(draft, name=of_thing(owner, name))
    is_open = len(words) == 1 and is_measure(name) and draft.kind is not FactKind.INDICATOR
    return replace(draft, doubts=(NAME_INCOMPLETE,)) if is_open else draft


def _is_open(name: str) -> bool:
    """Whether a name without an owner tells nothing: a measure, a part, nothing but such words."""
    words = name.split()
    if is_place(words[0]) and len(words) > 1:
        words = words[1:]
    is_part_alone = _PARTS.fullmatch(words[0]) is not None and len(words) == 1
    is_general = all(is_generic(one) or one in _BODIES for one in words)
    return is_measure(words[0]) or words[0] in _BODIES or is_part_alone or is_general


def _tells_no_thing(draft: Draft, last: str) -> bool:
    """Whether a sentence counts the grades of a scale."""
    return draft.unit == "개" and last == "등급"


def _tight(name: str) -> str:
    return name.replace(" ", "")


def _are_alike(owner: str, name: str) -> bool:
    """Whether two names are of the same sort, and so neither is the other's: 일반회계, 특별회계."""
    return owner[-2:] == name[-2:] or bool(set(owner.split()) & set(name.split()))


def wants_owner(name: str) -> bool:
    """Whether a name is a measure, or short for one of several parts, and does not say of what."""
    words = name.split()
    if is_measure(words[0]) or words[0] in _BODIES:
        return True
    if len(words) == _FEW_WORDS and is_place(words[0]) and is_measure(words[1]):
        return True
    if _PARTS.fullmatch(words[0]) or _PRIZE.fullmatch(words[0]):
        return True
    if len(words) == _FEW_WORDS and all(map(is_generic, words)):
        return _WHOLE_NAME.fullmatch(_tight(name)) is None
    return len(words) == 1 and len(name) <= _SHORT


def is_measure(word: str) -> bool:
    """Whether a word says how much or how many and not of what: '조성액', '용역비', '달성률'."""
    return _MEASURE.fullmatch(word) is not None and _WHOLE_NAME.fullmatch(word) is None


def _without_head(name: str) -> str:
    return _HEADS.sub("", name, count=1) if _HEADS.match(name) else name


def _tells_too_little(words: list[str]) -> bool:
    """Whether a general noun is told apart by one verb or by '이번' alone."""
    if len(words) < _FEW_WORDS or not _GENERAL_NOUN.fullmatch(words[-1]):
        return False
    if words[0] in {"이번", "이날", "당시"} or _BROUGHT.fullmatch(words[0]):
        return True
    return len(words) == _FEW_WORDS and is_adnominal(words[0])


def lister(text: str, at: int, end: int) -> str:
    """What the list is of in which text[at:end] names a figure; '' where nothing says so.

    '세입은 지방세 …', '세출을 보면 △…'. A name with a particle of its own is no item of a list.
    """
    looked = next(reversed(list(_LOOKED_AT.finditer(text, 0, at))), None)
    topic = topic_before(text, at)
    begin = text.rfind(topic, 0, at) if topic else -1
    if looked is not None and looked.end() > begin:
        is_numbered = looked["of"][:1].isdigit()  # '100대 사업을 분야로 나누면'
        of = label_before(text, looked.start("of"), looked.end("of"))
        owner, behind = looked["of"] if is_numbered else of, looked.end()
    elif begin >= 0 and not _OWN_PARTICLE.search(text[at:end]):
        owner, behind = topic, begin + len(topic) + 1
    else:
        return ""
    between = _LISTED.sub(" ", text[behind:at]).split()
    if any(closes_clause(one) or is_adnominal(one) for one in between):
        return ""
    is_none = is_generic(owner) or is_place(owner) or is_part(owner) or not is_certain_name(owner)
    return "" if is_none or _NO_OWNER.fullmatch(owner) else owner
