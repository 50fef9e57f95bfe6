"""Carried names: what a sentence takes from the one before it, or from the clause before.

'1억 원을 줄였다. 이 가운데 공사가 6천만 원이다': what is listed are savings. 'N은 A로 B보다 C
늘었다': what grew is N, not what it is set against. A sentence that opens with its figure tells of
what the one before was about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.facts.doubts import NAME_UNSURE, OF_NAME
from corpus.facts.draft import Draft
from corpus.facts.flags import THRESHOLD
from corpus.facts.noun_phrases import is_noun_phrase, says_what
from corpus.facts.own_words import own_words, tells_which
from corpus.facts.owners import FIGURES
from corpus.facts.standing import topic_before_statement

_SAVED = re.compile(r"(?:줄였|아꼈|절감했|절약했|덜었)(?:다|습니다)\.?\s*$")
_ADDED = re.compile(r"(?:늘었|증액했|더했|보탰|늘렸)(?:다|습니다)\.?\s*$")
_LISTS = re.compile(
    r"(?:이\s?(?:가운데|중)(?:에서)?\s|그\s?(?:가운데|중)\s)?[가-힣]{2,8}(?:이|가|은|는)?\s\d[^.]*\d[^.]*이다\.?\s*$"
)
_ABOUT_THESE = re.compile(r"이\s?(?:가운데|중)")
_AGAINST = re.compile(r"\s?(?:\([^()]*\))?보다\s(?:약\s|모두\s|총\s)?")
_OPENS = re.compile(r"(?:약\s|총\s|모두\s|무려\s)?")
_SUMS = frozenset({"원", "%"})
_BETWEEN = re.compile(r"\s?(?:이상|초과)?\s?(?:부터\s|에서\s|[~∼～]\s?)?")
_FEWEST = 2  # words of a name of which the first tells which
_SAYS = re.compile(r"절감|절약|감액|증액|증가|감소")
_BACK = 300  # characters of the sentences before


def carried(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of one statement in order, with what they take from before."""
    found: list[Draft] = []
    renamed: dict[str, str] = {}
    for one in drafts:
        new = _of_range(_with_front(one), found) if _is_figure(one) else one
        if _is_figure(one) and not one.statement.is_item:
            new = _of_changed(new, found, renamed)
            new = _of_deed(_of_sentence_before(new))
        found.append(new)
    return found


def _is_figure(draft: Draft) -> bool:
    is_told = draft.kind in FIGURES and draft.value is not None and draft.at is not None
    return is_told and not draft.statement.is_row and OF_NAME.issuperset(draft.doubts)


def _with_front(draft: Draft) -> Draft:
    """The draft with the whole clause that its name begins in: '일상감사를 받는 사업 공사'."""
    words, text = draft.name.split(), draft.statement.text
    if len(words) < _FEWEST or not tells_which(words[0]):
        return draft
    start = text.rfind(" ".join(words[:2]), 0, draft.at or 0)
    end = start + len(" ".join(words[:2]))
    whole = own_words(text, 0, end) if start > 0 else None
    if whole is None or not whole.words.endswith(" ".join(words[:2])):
        return draft
    name = " ".join((whole.words, *words[2:]))
    return replace(draft, name=name) if is_noun_phrase(name) else draft


def _of_range(draft: Draft, before: Sequence[Draft]) -> Draft:
    """The upper bound of a range, named as its lower one: '2억 원 이상 5억 원 미만'."""
    told = [one for one in before if one.at is not None and THRESHOLD in one.flags]
    if not told or THRESHOLD not in draft.flags:
        return draft
    last = told[-1]
    end = (last.at or 0) + len(last.raw_text.rstrip())
    if _BETWEEN.fullmatch(draft.statement.text, end, draft.at or 0) is None:
        return draft
    doubts = tuple(one for one in draft.doubts if one not in OF_NAME)
    return replace(draft, name=last.name, doubts=(*doubts, *last.doubts))


def _of_changed(draft: Draft, before: Sequence[Draft], renamed: dict[str, str]) -> Draft:
    """A change named after what changed, where two figures before it are set against each other."""
    if draft.name in renamed:
        return replace(draft, name=renamed[draft.name])
    told = [one for one in before if one.at is not None]
    if "change" not in draft.flags or len(told) < 2 or " " not in draft.name:
        return draft
    new, old = told[-2], told[-1]
    end = (old.at or 0) + len(old.raw_text.rstrip())
    is_against = _AGAINST.fullmatch(draft.statement.text, end, draft.at or 0) is not None
    tail = draft.name.rpartition(" ")[2]
    if not is_against or new.unit != old.unit or draft.name != f"{old.name} {tail}":
        return draft
    name = f"{new.name} {tail}"
    renamed[draft.name] = name
    renamed[draft.name.removesuffix("액")] = name.removesuffix("액")
    return replace(draft, name=name)


def _of_sentence_before(draft: Draft) -> Draft:
    """A figure that opens its sentence, named after what the one before was about."""
    text = draft.statement.text
    if draft.unit not in _SUMS:
        return draft  # what is counted stands behind the number
    if _OPENS.fullmatch(text, 0, draft.at or 0) is None or not draft.doubts:
        return draft
    name = topic_before_statement(draft.statement)
    if name and is_noun_phrase(name) and says_what(name, draft.unit or ""):
        return replace(draft, name=name)
    return replace(draft, doubts=(*draft.doubts, NAME_UNSURE))


def _of_deed(draft: Draft) -> Draft:
    """An amount of a list that breaks down what the sentence before says was saved or added."""
    statement = draft.statement
    if draft.unit != "원" or _SAYS.search(draft.name) or not _LISTS.match(statement.text):
        return draft
    offset = statement.start - statement.passage.start
    before = statement.passage.text[max(0, offset - _BACK) : offset].rstrip()
    if _SAVED.search(before):
        return replace(draft, name=f"{draft.name} 절감액")
    if _ADDED.search(before) and _ABOUT_THESE.match(statement.text):
        return replace(draft, name=f"{draft.name} 증액")
    return draft
