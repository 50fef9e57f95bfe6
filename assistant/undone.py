"""Undone: what a question asks the reason of, and the documents say was not done or reached.

'기금을 헐어 쓴 이유' supposes that it was used; '기금은 손대지 않고 남겨 뒀다' says what is so.
'1위를 한 비결' supposes the first rank; '8곳 중 3위' says which it was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import corpus
from assistant.matching import tight, tight_published
from assistant.premise import Contradiction
from assistant.retrieve import Candidate
from assistant.understand import Understanding

_WHY = re.compile(r"이유|왜(?![가-힣])|까닭|배경|비결|노하우|덕분")
_NOT = re.compile(
    r"않|(?<![가-힣])(?:안|못)\s|없|미(?:실시|반영|편성|추진|선정)|불가|취소|중단|보류"
)
_DENIES = re.compile(
    r"(?:[가-힣](?:하|되|대|쓰|내|헐|늘리|줄이|올리|넣|담|짓|뽑|받|열|깎|바꾸|건드리))지\s?(?:는\s|도\s)?(?:않|못)|"
    r"(?<![가-힣])(?:안|못)\s(?:하|했|쓰|썼|받|넣|열)|그대로\s(?:두|뒀|남)|남겨\s?(?:두|뒀)|보류(?:하|했|됐)"
)
_RANK = re.compile(r"(?<!\d)(?P<rank>\d{1,3})\s?위(?!원|임|탁|치|\s?이내|\s?안)")
_TOOK = re.compile(r"[를을에로]?\s?(?:한|차지|오른|올라|올랐|기록|등극|거머쥔|달성|된)")


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoneOptions:
    """`judged`: among so many of the best candidates a sentence is looked for.

    `least` is the share of the question's words that its statement has to meet; `own` that of the
    words which the very sentence that denies must have itself.
    """

    judged: int = 4
    least: float = 0.6
    own: float = 0.6


def undone(
    asked: Understanding, candidates: Sequence[Candidate], options: UndoneOptions | None = None
) -> Contradiction | None:
    """The sentence that denies what the question asks the reason of; None where none does."""
    options = options or UndoneOptions()
    if asked.language != "ko" or not asked.places or _WHY.search(asked.text) is None:
        return None
    near = [
        one for one in candidates[: options.judged] if one.fits and one.coverage >= options.least
    ]
    return _other_rank(asked, near) or _denial(asked, near, options)


def _denial(
    asked: Understanding, near: Sequence[Candidate], options: UndoneOptions
) -> Contradiction | None:
    if _NOT.search(asked.text):
        return None  # it asks why something was not done
    words = [term for term in asked.terms if not (term.is_measure or term.is_verb)]
    for one in near:
        for sentence in _sentences(one.evidence.quote):
            said = tight_published(sentence)
            met = [
                any(tight_published(form) in said for form in (term.form, *term.renderings))
                for term in words
            ]
            if words and sum(met) >= options.own * len(words) and _DENIES.search(sentence):
                return Contradiction(
                    supposed="", stated=sentence.strip(" .○◦-"), evidence=one.evidence
                )
    return None


def _other_rank(asked: Understanding, near: Sequence[Candidate]) -> Contradiction | None:
    """The one rank that is told in place of the one that a question takes as reached."""
    supposed = _RANK.search(asked.text)
    if supposed is None or _TOOK.match(asked.text, supposed.end()) is None:
        return None
    texts = [(one, sentence) for one in near for sentence in _sentences(one.evidence.quote)]
    ranks = {match["rank"] for _, sentence in texts for match in _RANK.finditer(sentence)}
    if len(ranks) != 1 or supposed["rank"] in ranks:
        return None
    one, sentence = next(pair for pair in texts if _RANK.search(pair[1]))
    if tight(supposed.group()) in tight_published(one.evidence.document.title):
        return None
    return Contradiction(
        supposed=supposed.group(), stated=sentence.strip(" .○◦-"), evidence=one.evidence
    )


def _sentences(quote: str) -> list[str]:
    return [
        line[start:end]
        for line in quote.splitlines()
        for start, end in corpus.sentence_spans(line) or ((0, len(line)),)
    ]
