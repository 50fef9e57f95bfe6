"""Enumerations: the items that a statement prints in one line with ▲ or △ before each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.amounts import find_amounts
from corpus.characters import fold, has_word
from corpus.facts.certainty import is_certain_name
from corpus.facts.doubts import KIND_UNSURE, NAME_INCOMPLETE
from corpus.facts.draft import Draft
from corpus.facts.labels import clean_name
from corpus.facts.listings import is_no_deed, runs_on
from corpus.facts.own_words import tells_which
from corpus.facts.policy_years import year_of_policy
from corpus.facts.statements import Statement
from corpus.particles import has_final_consonant, particle_of, without_particle
from corpus.quantities import Quantity, find_quantities
from corpus.types import FactKind

# A point between two digits ends no item: '스마트 항만 2.0 조성'.
_MARKED = re.compile(r"[▲△▷▶■◇◆]\s*((?:[^▲△▷▶■◇◆.]|(?<=\d)\.(?=\d)){2,100})")
_FEWEST_ITEMS = 2
_AWARDED = re.compile(r"표창|수상|이름을\s올|상을\s(?:받|탔|안)|대상\s[▲△▶]")
_FAULTS = re.compile(r"지적|문제점|미흡|적발|수상|뽑힌|칭찬")
# '… 사후관리 소홀', '… 부적정': one such item tells that the whole list is of faults.
_FAULT = re.compile(
    r"(?:소홀|부적정|미흡|누락|미이행|미실시|미부과|태만|부실|위반)\s*(?:등.{0,12})?$"
)
# '새 사업은 △…': what the sentence calls projects.
_OF_PROJECTS = re.compile(r"사업(?:은|으로는|에는|으로|이)?\s?:?[^▲△▷▶■◇◆가-힣]{0,4}$")
# '…이 눈에 띄고, 역점시책은 △…': the words that lead to the next list.
_NEXT_LEAD = re.compile(r"(?:이고|이며)?,\s(?!.*,)[^▲△▷▶■◇◆]{2,24}(?:은|는|으로|에)$")
# '3개 분야 : △…', '… 등 5개 항목': what something is judged by, not what is done.
_CRITERIA = re.compile(
    r"(?:\d\s?개|평가|심사|세부)\s?(?:분야|항목|지표|부문|영역|요소|기준)\s*(?::|$|(?:은|는|으로|을|를|에)\s)"
)
_JUDGED = re.compile(
    r"\d\s?(?:개|대|가지)\s?(?:분야|항목|지표|부문|영역)\s?(?:\d+\s?개\s?(?:항목|지표|과제))?[^.]{0,12}"
    r"(?:매긴|매겨|평가|심사|따[지져진]|살[피펴핀]|재)"
)
_AND_MORE = re.compile(r"\s*등(?:이다|을|이|으로|에|의|도|과)?(?:\s.*)?$")
_COPULA = re.compile(r"(?:이다|입니다)$")
# '인문도시다' is a noun with 이다; verbs have a consonant before their 다, but for these.
_ENDS_OF_VERBS = frozenset("하크르프쁘")
_PREDICATE = re.compile(r"[가-힣](?:다|고|며|으며)$")
_TOPICS = {"은", "는", "이", "가", "도"}
_PLACES = {"에서", "에서는", "에", "으로", "로"}
_OBJECTS = {"을", "를"}


def enumerated(statement: Statement) -> Iterator[Draft]:
    """Each item of such a list as a policy, or as a project where the sentence calls it one.

    One that states a figure is that figure's fact alone.

    Items of which something is judged are kept with a doubt, and so is one whose end cannot be
    told from the rest of the sentence.
    """
    quote = statement.quote
    found = list(_MARKED.finditer(quote))
    if len(found) < _FEWEST_ITEMS or _FAULTS.search(quote, 0, found[0].start()):
        return
    if _AWARDED.search(quote) or any(_FAULT.search(one.group(1)) for one in found):
        return
    before = fold(quote[: found[0].start()]).rstrip()
    behind = fold(found[-1].group(1))
    is_judged = bool(_CRITERIA.search(before) or _CRITERIA.search(behind) or _JUDGED.search(behind))
    lead = before
    for match in found:
        words = match.group(1).strip(" ,·\n")
        led, further = lead, _NEXT_LEAD.search(words) if "," in words else None
        lead = further.group() if further else lead
        if _states_figure(words):
            continue
        printed = words[: further.start()] if further else words
        item = without_predicate(printed)
        name = clean_name(item)
        if not has_word(name):
            continue
        is_view = _VIEWS.search(before) is not None or (
            " " not in name and len(name) < _FEWEST_LETTERS
        )
        is_none = is_judged or is_view or is_no_deed(before, printed, behind)
        doubts = (KIND_UNSURE,) if is_none else ()
        if not is_certain_name(name) or runs_on(printed):
            doubts = (*doubts, NAME_INCOMPLETE)
        if _PREDICATE.search(name) or len(item) > len(name) + _SLACK:
            doubts = (*doubts, NAME_INCOMPLETE)
        at = max(0, match.start() - statement.text_start + statement.start)
        year, flags = year_of_policy(statement, at)
        yield Draft(
            statement=statement,
            kind=FactKind.PROJECT if _OF_PROJECTS.search(led) else FactKind.POLICY,
            name=name,
            raw_text=item if item in printed else printed,
            value=name,
            fiscal_year=year,
            flags=("enumerated", *flags),
            doubts=doubts,
        )


# '4가지 관점 : △고객 △재무' are ways to look, no policies.
_VIEWS = re.compile(r"(?:관점|영역|요소|유형|등급|구분|종류|단계)\s?(?:은|는|으로)?\s?[:：(]?\s*$")
_FEWEST_LETTERS = 6  # of a policy that is told in one word: '고객', '재무' tell none
_SLACK = 20  # characters that cleaning may take from an item; a name lacking more was cut


def is_enumeration(statement: Statement) -> bool:
    """Whether a statement prints such a list, so that it is itself no more than its items."""
    return len(_MARKED.findall(statement.quote)) >= _FEWEST_ITEMS


def without_predicate(item: str) -> str:
    """An item without what the sentence says of it or of all: '… 조성 등이다' -> '… 조성'.

    '공동물류장 건립은 이번에 새로 찾아낸 것들이다' is cut at its topic, else at where or how, else
    at its last object; an item that ends in no verb stays as it is.
    """
    item = _AND_MORE.sub("", item)
    if not _PREDICATE.search(item):
        return item
    words = item.split()
    # '만드는' tells of the noun behind it and ends no topic
    particles = ["" if tells_which(word) else particle_of(word) for word in words]
    for wanted in (_TOPICS, _PLACES, _OBJECTS):
        at = [number for number, one in enumerate(particles[:-1]) if one in wanted]
        if at:
            cut = at[-1] if wanted is _OBJECTS else at[0]
            return " ".join([*words[:cut], without_particle(words[cut])])
    if _COPULA.search(item):
        return _COPULA.sub("", item)
    bare = item.removesuffix("다")
    is_noun = bare != item and bare[-1:] not in _ENDS_OF_VERBS
    return bare if is_noun and not has_final_consonant(bare[-1]) else item


def _states_figure(item: str) -> bool:
    return bool(find_amounts(item)) or any(
        isinstance(one, Quantity) for one in find_quantities(item)
    )
