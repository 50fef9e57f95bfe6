"""Behind a figure: the noun that it counts or tells of, and what came of those counted."""

from __future__ import annotations

import re

from corpus.facts.draft import Draft
from corpus.facts.own_words import tells_which
from corpus.facts.phrases import is_class
from corpus.particles import without_particle

_BEHIND = re.compile(r"\s?(?:의\s)?(?P<noun>[가-힣A-Za-z·]{2,})")
_OF_NOUN = re.compile(
    r"(?:(?:\s?규모|여|짜리|어치)?의|짜리)\s(?:(?:19|20)?\d\d년도?\s)?(?P<noun>[가-힣·]{3,16})(?=[\s.,]|$)"
)
_STAGE = re.compile(
    r"\s?(?P<stage>신청|선정|완료|추진|반영|채택|접수|지급|교부|이행|시정|수용|해결|처리)(?![가-힣])"
)


def counted_noun(draft: Draft) -> str:
    """The noun right behind a draft's figure, '' for none."""
    end = (draft.at or 0) + len(draft.raw_text.rstrip())
    behind = _BEHIND.match(draft.statement.text, end)
    last = draft.name.rpartition(" ")[2]
    if behind is not None and behind["noun"].startswith(last):
        return last
    return last if last in draft.raw_text else ""


def of_noun(draft: Draft) -> str:
    """The noun that a figure tells of from before: '200억원의 주민참여예산을'; '' for none."""
    end = (draft.at or 0) + len(draft.raw_text.rstrip())
    match = _OF_NOUN.match(draft.statement.text, end)
    noun = without_particle(match["noun"]) if match else ""
    return "" if not noun or tells_which(noun) or is_class(noun) else noun


def stage(draft: Draft) -> str:
    """What came of those counted, said right behind the figure: '46건 신청 34건 선정'."""
    end = (draft.at or 0) + len(draft.raw_text.rstrip())
    match = _STAGE.match(draft.statement.text, end)
    return match["stage"] if match else ""
