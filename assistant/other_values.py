"""Other values: figures of the very thing asked about that are values of something else of it.

A grade is no score, what a review saved is not what it looked at, and what falls to each person in
heads is no money. Near misses of time and intent are in `near_misses`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import corpus
from assistant.evidence import Evidence
from assistant.matching import tight, tight_published
from assistant.points import Computed
from assistant.understand import Understanding

_POINTS_ASKED = re.compile(
    r"(?P<head>(?<![가-힣])[가-힣]{2,12}?)(?:의|은|는|이|가)?\s?(?:(?:항목|부문|분야|영역|지표)(?:의|은|는)?\s?)?"
    r"(?:평가\s?)?(?:점수|평점|득점|몇\s?점)"
)
_NO_HEAD = re.compile(
    r"(?:종합|총|평가|심사|결과|최종|전체|획득|항목|부문|분야|영역|지표|평균|가중|목표|지난해|작년|올해|[가-힣]*년)"
)
_POINTS = re.compile(r"\d\s?점(?!검|포|심|자|용|수|\s?척도)")
_GRADE = re.compile(r"등급|[:：]\s?[가나다라마A-E](?:등급)?\s*(?:$|[(,])|['‘’][가-마]['‘’]")
_OF_ALL = re.compile(r"종합|총점|합계|총\s?[\d.]")
_CLAUSES = re.compile(r"[,;\n▲△○◦·/]|(?<=[고며데만])\s|(?<=[다음])\.\s?")

_REVIEWED_ASKED = re.compile(
    r"심사\s?(?:한\s|대상\s?)?(?:금액|액(?!수)|규모|사업비)|심사에\s?오른\s(?:금액|사업비)|계약\s?금액|발주\s?금액|대상\s?금액"
)
_SAVED = re.compile(r"절감|절약|아[끼꼈껴낀]|덜\s?(?:쓰|썼|들)|줄[었였어인이]|감액|깎")
_REVIEWED = re.compile(
    r"규모|어치|상당|심사\s?(?:금액|액|대상)|대상액|사업비|계약액|계약\s?금액|에\s?대해"
)

_MONEY_EACH = re.compile(r"몇\s?[십백천만억]*\s?만?\s?원|얼마")
_HEADS = re.compile(r"\d\s?(?:명|개|건|곳|회|팀|부서)$")
_PER_HEAD = re.compile(r"(?:1인|한\s?(?:명|사람)|인당|명당)")


def is_other_value(asked: Understanding, evidence: Sequence[Evidence]) -> bool:
    """Whether what would be quoted tells another value of the thing asked about than is wanted."""
    if asked.language != "ko" or asked.clauses > 1:
        return False
    return _is_grade_only(asked, evidence) or _is_saving_only(asked, evidence)


def is_in_other_unit(asked: Understanding, computed: Computed) -> bool:
    """Whether what was reckoned for each person is in heads where money is asked for."""
    is_money = _MONEY_EACH.search(asked.text) is not None and _PER_HEAD.search(asked.text)
    return bool(is_money) and _HEADS.search(computed.result) is not None


def _is_grade_only(asked: Understanding, evidence: Sequence[Evidence]) -> bool:
    """Whether a score of one item is asked for, and all that is told of that item is its grade."""
    match = _POINTS_ASKED.search(asked.text)
    if match is None:
        return False
    head = match["head"]
    is_place = any(head in {one.korean, one.name} for one in asked.places)
    if is_place or _NO_HEAD.fullmatch(head) or "등급" in asked.text:
        return False
    told = tight(head)
    clauses = [
        (tight_published(clause), clause)
        for one in evidence
        for clause in _CLAUSES.split(one.quote)
        if clause.strip()
    ]
    own = [clause for tightened, clause in clauses if told in tightened]
    if not own or any(map(_POINTS.search, own)) or not any(map(_GRADE.search, own)):
        return False
    # '종합청렴도 2등급, 점수로는 83.4점': a score of all is that of what is judged as a whole.
    is_whole = any(f"종합{told}" in tightened for tightened, _ in clauses)
    is_whole = is_whole or told in tight_published(evidence[0].document.title)
    scored = [clause for _, clause in clauses if _POINTS.search(clause)]
    return not (is_whole and scored)


def _is_saving_only(asked: Understanding, evidence: Sequence[Evidence]) -> bool:
    """Whether the sum that was reviewed is asked for, and every sum told is what it saved."""
    if _REVIEWED_ASKED.search(asked.text) is None or _SAVED.search(asked.text):
        return False
    sums = []
    for one in evidence:
        for start, end in corpus.sentence_spans(one.quote) or ((0, len(one.quote)),):
            sentence = one.quote[start:end]
            if corpus.find_amounts(sentence):
                sums.append((_met(asked, sentence), sentence))
    most = max((met for met, _ in sums), default=0)
    told = [sentence for met, sentence in sums if met == most]
    return bool(told) and all(_SAVED.search(one) and not _REVIEWED.search(one) for one in told)


def _met(asked: Understanding, sentence: str) -> int:
    """How many of the question's words a sentence has."""
    said = tight_published(sentence)
    return sum(tight_published(term.form) in said for term in asked.terms if not term.is_measure)
