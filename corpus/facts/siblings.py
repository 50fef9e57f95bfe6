"""Siblings: figures of one list, of which each is a part of the same thing and says so.

'걷지 못한 돈은 지방세 140억 원, 세외수입 198억 원이다': neither is all of that tax. What the
list is of stands before each of its parts; where one of them has it, the others have it too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.facts.draft import Draft
from corpus.facts.labels import is_place
from corpus.facts.noun_phrases import is_noun_phrase
from corpus.facts.own_words import own_words, tells_which
from corpus.facts.phrases import is_class
from corpus.facts.shares import WORD
from corpus.facts.things import of_thing

_HEAD = re.compile(
    r"(?P<head>[^,.▲△▴▵▷▶■①-⑳]{3,40}?)(?:(?:으로|로)?(?:은|는)|(?:을|를)\s(?:[가-힣]{1,4}(?:별로|으로|로)\s)?(?:(?:살펴|나누어|나눠|뜯어)?\s?보면|나누면|가르면|따지면))"
    r"\s(?=(?:총\s|약\s)?[^\d은는]{0,30}\(?\d)"
)
_SUMS = re.compile(r"(?:돈|금액|액수|예산|세금|까닭|이유|원인|사람|인원|주민|사업비|재원)$")
_PARTED = re.compile(r"[,·△▲▴▵▷▶■]")
_ITEM = re.compile(
    r"(?:.*(?:[,△▲▴▵▷▶■]\s?|(?<!\S)(?P<tie>\S*(?:은|는|으로|로|면))\s)|)(?P<item>[가-힣A-Za-z][가-힣A-Za-z·\s]{0,28}?)(?:이|가)?"
    r"(?:\s(?:각각\s|총\s|약\s)?(?:\d[\d,.조억만천\s]*원\s?\(\s?)?|\()"
)
_PEOPLE = re.compile(r"(?:까닭|이유|원인|사람|인원|주민)$")
_SHARED = frozenset({"원", "건", "명", "개", "곳", "%"})
_MOST_OF = re.compile(r"(?:^|\s)(?:가장|제일)\s|^(?:큰|작은)\s")  # '비중이 가장 큰 분야는 복지로'
_MOST = 50  # characters before a figure in which an item of a list stands
_MADE = re.compile(r"(?:세운|확정한|정한|만든|마련한|선정한|보고된|발표한|내놓은|짠)\s")


def with_siblings(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of one statement in order, those of one list with what the list is of."""
    if not drafts or drafts[0].statement.is_item:
        return list(drafts)
    told = _of_head(drafts)
    front = _front_of(told)
    return [_behind(one, front) if front else one for one in told]


def _of_head(drafts: Sequence[Draft]) -> list[Draft]:
    """The parts of what the sentence begins with, where a verb tells which that is."""
    text = drafts[0].statement.text
    match = _HEAD.match(text)
    own = own_words(text, 0, match.end("head")) if match else None
    if match is None or own is None or not any(map(tells_which, own.words.split())):
        return list(drafts)
    last = own.words.rpartition(" ")[2]
    is_sum = _SUMS.search(last) is not None
    is_list = len(drafts) > 1 and _PARTED.search(text, match.end()) is not None
    if _MADE.match(own.words) or _MOST_OF.search(own.words):
        return list(drafts)
    if not is_noun_phrase(own.words) or not (is_list or match.group().rstrip().endswith("면")):
        return list(drafts)
    return [_part(one, own.words, match.end(), is_sum=is_sum) for one in drafts]


def _part(draft: Draft, head: str, begin: int, *, is_sum: bool) -> Draft:
    if draft.at is None or draft.at < begin or "change" in draft.flags:
        return draft
    if draft.unit == "원" and not is_sum:
        return draft  # a list of projects says itself what they are
    if is_sum and draft.unit not in {"원", "%"} and _PEOPLE.search(head) is None:
        return draft  # '줄어든 돈 68건'
    item = _item(draft, begin)
    is_said = bool(item) and f" {draft.name}".endswith(f" {item}")
    if not is_said or " ".join(head.split()[-2:]) in draft.name:
        return draft
    front = draft.name.removesuffix(item).strip()
    front = front.removesuffix(head.rpartition(" ")[2]).strip()
    name = " ".join(filter(None, (front, head, item)))
    return replace(draft, name=name) if is_noun_phrase(name) else draft


def _front_of(drafts: Sequence[Draft]) -> str:
    """What stands before the own words of one part and is missing before those of another."""
    fronts: list[str] = []
    is_missing = False
    for one in drafts:
        own = _item(one)
        if not own:
            continue
        name = one.name.removesuffix(f" {WORD}")
        if name == own:
            is_missing = True
        elif name.endswith(f" {own}") and not _stands_before(one, name):
            fronts.append(name.removesuffix(f" {own}"))
    if not is_missing or len(set(fronts)) != 1:
        return ""
    last = fronts[0].rpartition(" ")[2]
    is_said = tells_which(last) or is_class(last)
    return "" if is_said else fronts[0]


def _stands_before(draft: Draft, name: str) -> bool:
    """Whether the last two words of a name stand one behind the other in the sentence."""
    return " ".join(name.split()[-2:]) in draft.statement.text


def _item(draft: Draft, begin: int = -1) -> str:
    """What stands in a list right before its figure, or before the sum in whose bracket it is.

    `begin` is where the list begins, -1 where nobody tells.
    """
    if draft.at is None or draft.unit not in _SHARED or "change" in draft.flags:
        return ""
    text, at = draft.statement.text, draft.at
    match = _ITEM.fullmatch(text, max(0, at - _MOST, begin), at)
    if match is None or (match["tie"] and tells_which(match["tie"])):
        return ""
    return match["item"].strip()


def _behind(draft: Draft, front: str) -> Draft:
    name = draft.name.removesuffix(f" {WORD}")
    if name != _item(draft) or is_place(front):
        return draft
    longer = of_thing(front, draft.name)
    return replace(draft, name=longer) if is_noun_phrase(longer) else draft
