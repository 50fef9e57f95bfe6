"""Scores: the points that a government reached, where the subject of the sentence is who got them.

'가람구는 91점을 받아 자치구 평균(78점)보다 13점 높았다' has the score of the evaluation that the
document is about; '민원 처리 부문은 만점(30점)을 얻었다' that of the part; and how far a score is
beyond another is named by what it is set against.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.characters import fold
from corpus.facts.doubts import KIND_UNSURE, NAME_BORROWED, NAME_UNSURE, OF_NAME
from corpus.facts.draft import Draft, one_value
from corpus.facts.labels import clean_name, label_before, place_named
from corpus.facts.noun_phrases import is_noun_phrase
from corpus.facts.statements import Statement
from corpus.facts.things import of_thing
from corpus.facts.verdicts import evaluation_above, evaluation_in
from corpus.facts.years import year_context
from corpus.quantities import Quantity, find_quantities
from corpus.types import FactKind, Phase

_POINTS, _SCORE = "점", "점수"
_WON = (
    r"(?:받|얻|기록|획득|취득|거[뒀둬두]|올[렸려]|땄|따[내냈]|차지|챙[겼겨]"
    r"|매겨[졌져]|나[왔와]|집계)"
)
# '91점을 받아', '87점으로 1위에', '총점 92점을 얻었다', '84점이 나왔다': the points were reached.
_REACHED = re.compile(
    rf"\s?(?:\([^()]{{0,24}}\))?(?:을|를|이|으로|로|의)\s(?:[가-힣\d]{{1,8}}\s){{0,2}}?(?:{_WON}|(?:전국|도내|전체)?\s?\d+위|최우수|우수|\S{{1,4}}등급|1등)"
)
_WHO = re.compile(
    r"(?<![가-힣])(?P<who>(?:[가-힣]{1,8})?[시군구도])(?:은|는|이|가|도)\s"
    r"(?P<between>(?:[^\s.]{1,20}\s){0,10})(?:총점|종합점수|평균|총|모두|합계)?\s?$"
)
_HOW = re.compile(
    r"(?:총점|종합점수|평균|올해|지난해|작년|이번에|이번|(?:19|20)\d\d년(?:도|에는|에)?|총|모두|가장|높은|100점|만점에(?:서)?|가운데|중)"
)
_FULL = re.compile(
    r"(?P<of>(?:[^\s.,()]{1,16}\s){0,4}[^\s.,()]{0,12}(?:부문|분야|항목|영역|지표|문항|과목|평가))(?:은|는|이|가|도|에서|에서는|에서도)?\s"
    r"(?:(?:모두|각각)\s)?(?P<open>만점\s?[(（]\s?)?$"
)
_GIVEN = re.compile(rf"(?:\s?[)）]|\s?만점)?(?:을|를|으로|로)\s(?:[가-힣]{{1,6}}\s)?{_WON}")
_FULL_BEHIND = re.compile(r"\s?만점(?:을|으로)\s")
_BEYOND = re.compile(
    r"(?P<base>(?:[가-힣·]{1,12}\s){0,2}(?:[가-힣·]{2,12}))\s?(?:(?:\([^()]{0,20}\)|\d[\d.,]*점)\s?)?보다\s(?:약\s|무려\s)?$"
)
_WAY = re.compile(r"(?:을|이나|이|가)?\s?(?:더\s)?(?P<way>높|낮|앞[서섰선]|뒤[지처졌진]|많|적)")
_ADNOMINAL = {"높": "높은", "많": "높은", "앞": "높은", "낮": "낮은", "적": "낮은", "뒤": "낮은"}
_YEARS = re.compile(r"전년|지난해|작년|(?:19|20)\d\d년")
_NEAR = 100  # characters before a score in which its subject stands


def scores(statement: Statement, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of one statement with the scores that its subject or one of its parts reached."""
    found = list(drafts)
    if _POINTS not in statement.text or statement.is_row:
        return found
    for one in find_quantities(statement.text):
        if one.unit != _POINTS or one.high is not None or one.comparator is not None:
            continue
        if (named := _name(statement, one)) is None:
            continue
        name, doubts, place = named
        at = next((n for n, other in enumerate(found) if other.at == one.start), None)
        if at is None:
            found.insert(_order(found, one), _score(statement, one, name, doubts, place))
        elif not OF_NAME.issuperset(found[at].doubts):
            left = {NAME_UNSURE, KIND_UNSURE, *OF_NAME}
            kept = tuple(doubt for doubt in found[at].doubts if doubt not in left)
            found[at] = replace(
                found[at],
                kind=FactKind.EVALUATION,
                name=name,
                doubts=(*kept, *doubts),
                municipality=place or found[at].municipality,
            )
    return found


def _name(statement: Statement, one: Quantity) -> tuple[str, tuple[str, ...], str | None] | None:
    """What a score is called, its doubts and whose it is; None where the words do not tell."""
    for reader in (_of_subject, _of_part, _difference):
        if (named := reader(statement, fold(statement.text), one)) is not None:
            return named if is_noun_phrase(named[0].replace("보다 ", " ")) else None
    return None


def _of_subject(
    statement: Statement, text: str, one: Quantity
) -> tuple[str, tuple[str, ...], str | None] | None:
    """The score of the government that is the subject: of what the sentence or document judges."""
    who = _WHO.search(text, max(0, one.start - _NEAR), one.start)
    if who is None or _REACHED.match(text, one.end) is None:
        return None
    own = statement.document.municipality or ""
    is_own = len(who["who"]) == 1 or own.endswith(who["who"])
    place = None if is_own else place_named(who["who"])
    if not is_own and place is None:
        return None  # '기획도'
    between = who["between"]
    said = evaluation_in(between)
    if not said and not all(map(_HOW.fullmatch, between.split())):
        return None  # '가람시는 청렴노력도에서 91점을'
    of = said or evaluation_above(statement)
    if not of:
        return None
    return f"{of} {_SCORE}", () if said else (NAME_BORROWED,), place


def _of_part(
    statement: Statement, text: str, one: Quantity
) -> tuple[str, tuple[str, ...], str | None] | None:
    """The full marks of a part of an evaluation: '민원 처리 부문은 만점(30점)을 얻었다'."""
    part = _FULL.search(text, max(0, one.start - _NEAR), one.start)
    if part is None or not (part["open"] or _FULL_BEHIND.match(text, one.end)):
        return None
    if _GIVEN.match(text, one.end) is None:
        return None
    name = clean_name(label_before(statement.text, part.start("of"), part.end("of")))
    return (f"{name} {_SCORE}", (), None) if name else None


def _difference(
    statement: Statement, text: str, one: Quantity
) -> tuple[str, tuple[str, ...], str | None] | None:
    """How many points a score is beyond another: '자치구 평균(78점)보다 12점 높았다'."""
    base = _BEYOND.search(text, max(0, one.start - _NEAR), one.start)
    way = _WAY.match(text, one.end)
    if base is None or way is None or _YEARS.search(base["base"]):
        return None
    against = label_before(statement.text, base.start("base"), base.end("base"))
    of = evaluation_above(statement)
    if not of or not against:
        return None
    name = of_thing(of, f"{against}보다 {_ADNOMINAL[way['way'][0]]} {_SCORE}")
    return name, (NAME_BORROWED,), None


def _order(drafts: Sequence[Draft], one: Quantity) -> int:
    before: Iterator[int] = (
        n for n, other in enumerate(drafts) if other.at is not None and other.at < one.start
    )
    return max(before, default=-1) + 1


def _score(
    statement: Statement, one: Quantity, name: str, doubts: tuple[str, ...], place: str | None
) -> Draft:
    year, flags = year_context(statement).year_at(statement.text, one.start)
    return Draft(
        statement=statement,
        kind=FactKind.EVALUATION,
        name=name,
        raw_text=one.raw,
        value=one.value,
        values=one_value(year, one.value, Phase.ACTUAL),
        unit=_POINTS,
        fiscal_year=year,
        flags=flags,
        doubts=doubts,
        municipality=place,
        at=one.start,
    )
