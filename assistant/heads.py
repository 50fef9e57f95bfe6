"""Heads: the one noun that says what a question counts, which the statement must speak of.

'도서관 장서 수는 몇 권' asks for books: a statement that prints the floor space of the same library
meets most of its words and answers nothing. The head is the last noun of the phrase right before
the words that ask ('…은 몇', '…이 얼마') or, in a question of bare nouns, of the whole; words of
measure and those that plans use of anything are passed over ('접수 건수' counts what came in).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import corpus
import index
from assistant.asked_places import veiled
from assistant.aspects import tells
from assistant.deeds import is_done
from assistant.evidence import Evidence, holds
from assistant.grammar import Asked
from assistant.lexicon import translate
from assistant.matching import MatchOptions, Texts, match_strength, tight, tight_published
from assistant.retrieve import Candidate
from assistant.understand import Term, Understanding
from assistant.years import years_said

_FIGURES = (Asked.AMOUNT, Asked.COUNT, Asked.RATIO)
# Kinds that are answered out of several figures, none of which need bear the asked name.
_RECKONED = (
    Asked.SUM,
    Asked.DIFFERENCE,
    Asked.MAXIMUM,
    Asked.MINIMUM,
    Asked.REMAINDER,
    Asked.RANK,
    Asked.SHARE,
    Asked.GROWTH,
    Asked.MULTIPLE,
    Asked.LIST,
    Asked.REASON,
)
_ASKING = re.compile(r"몇|얼마|얼만")
_NOUNS = frozenset({"NNG", "NNP", "XR", "SL", "XSN", "XPN", "NNB", "SN", "NR"})
_LINKING = frozenset({"JX", "JKS", "JKO"})
_PASSED_OVER = frozenset({"MAG", "MM", "SP", "SF", "SW", "VCP", "EF", "EC", "ETM", "SS"})
# What says how the thing stands and not which thing it is.
_OF_ANY = frozenset(
    """
    목표 계획 실적 성과 결과 현재 누적 최종 전년 평균 신규 기준 예상 추정 집계 그때 이때 당초
    사항 성적 예산 사업비 총사업비 예산액 가격 원금 전액 규모 총수 분야
    """.split()
)
_OFFICIALS = frozenset("공무원 직원 공직자".split())
_RANKED = frozenset(
    "간부 임원 국장 과장 팀장 관리자 고위 고위직 신입 공무직 계약직 임기제 기간제 별정직".split()
)
_ENGLISH = re.compile(
    r"\b(?:how many|number of|count of|total of)\s(?P<counted>[a-z' -]{3,60})", re.IGNORECASE
)
_ENGLISH_END = re.compile(
    r"\b(?:are|is|was|were|did|does|do|will|would|has|have|had|in|of|at|for|by|to|that|who|which|"
    r"can|could|should|there|per|from|with|on|under|work|stayed?|took|take)\b",
    re.IGNORECASE,
)
# '징수', '접수', '하수' and the like end in the syllable and count nothing.
_NUMBER_OF = re.compile(
    r"\S\s?(?<![징접회환특우보하용급배상침준완감이필교연선흡철저호순변누폐오정몰])수(?:는|가|를|\s|\?|$)"
)
_NO_COUNT = frozenset({"점", "%", "원", "등급", "위", "년", "월", "일", "시간", "km", "㎡", "ha"})
_OUTLAY = re.compile(r"예산|사업비|\bbudget\b", re.IGNORECASE)
_NO_OUTLAY = frozenset({"support_limit", "threshold", "per_unit", "per_month"})
_COUNTED_BY = re.compile(
    r"수|건수|개수|인원|대수|횟수|금액|액|면적|점수|비용|비|율|률|[가-힣]+(?:수|액|비|율|률|량)"
)
_POINTS_BACK = re.compile(
    r"(?<![가-힣])(?:이|그|이들|이런|이렇게|이를|여기서?)\s?"
    r"(?:중|가운데|방식|사업|과정|결과|제도|시설|으로|에\s)"
)
# '주의를 받은 공무원은 몇 명': what was done to them tells whom it counts.
_DEALT_WITH = re.compile(
    r"(?P<measure>훈계|경?징계|중징계|문책|주의|경고|견책|감봉|정직|강등|해임|파면|신분상\s?(?:조치|처분)|처분|표창|포상)"
    r"(?:를|을)?\s?(?:받은|당한|받게\s?된|된)\s?(?:공무원|직원|공직자|사람|인원|이)들?(?:은|는|이|가|의)?"
    r"\s(?:수(?:는|가)?\s)?(?:모두\s|총\s|전부\s)?(?:몇|얼마)"
)
_TOPIC = re.compile(r"[가-힣)](?:은|는|이|가)(?=\s)[^\d]*\d")
# '공약 가운데 폐기된 것은 몇 건': of the whole only those of which the deed is told.
_OF_DEED = re.compile(
    r"(?:중|가운데)(?:에서|에)?\s(?:아직\s|이미\s|현재\s)?(?P<deed>[가-힣]{2,6}?)(?:이|가|을|를)?\s?"
    r"(?:된|한|당한|받은|시킨|하는|되는|중인|안\s?된|못\s?한)\s?(?:것|건|거|게|사업|과제|공약|지표)"
    r"(?:은|는|이|가)?\s?(?:모두\s|총\s)?(?:몇|얼마)"
)
_WHOLE_BUDGET = re.compile(r"(?:예산|살림|재정)\s?(?:총\s?)?(?:규모|총액)|(?:총|전체)\s?예산")
# What is put into a budget, and a budget that residents share out, are no whole.
_PART_OF_BUDGET = re.compile(
    r"참여\s?예산(?:위원회|제|학교)?|예산안?에\s?(?:담|넣|반영|올|포함|싣|실[었려])"
)
_BUDGET = re.compile(r"예산|재정|살림|회계|세입|세출|추경|결산|본예산")
# A bare '예산은 3억 원이다' is that of what the sentence before tells of.
_WHOLE_TOLD = re.compile(
    r"본예산|추경|추가경정|회계|세입|세출|재정|살림|결산|당초예산|(?:총|전체)\s?예산|예산(?:안|서|기준)|"
    r"예산\s?(?:의\s)?(?:총|규모|전체|편성|현황|개요|공시)|(?:년도?|올해|내년|금년|새해)(?:의|도)?\s예산"
)
_BUDGET_ALONE = re.compile(r"(?<![가-힣])(?:총|전체)?\s?예산(?:액|은|이|규모|총액)?(?:\s|\?|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadOptions:
    """`shortest_misspelt`: shorter heads are taken as written, since two syllables that differ in
    one letter (접수, 점수) are different words more often than one of them misspelt.
    """

    shortest_misspelt: int = 3
    match: MatchOptions = field(default_factory=MatchOptions)


def heads_of(asked: Understanding) -> tuple[Term, ...]:
    """The words of the question that name what is counted; () where none is sure."""
    if not asked.asks(*_FIGURES) or asked.asks(*_RECKONED) or asked.clauses > 1:
        return ()
    if asked.language != "ko":
        return _english_heads(asked)
    if dealt := _DEALT_WITH.search(asked.text):
        # Nobody but those who serve a city gets one: the word for them is that of any sentence.
        # '신분상 처분' and '신분상 조치' are one thing, told by the first word.
        named = [one for one in asked.terms if one.form in tight(dealt["measure"])]
        return tuple(named[:1] if dealt["measure"].startswith("신분") else named[-1:])
    if done := _OF_DEED.search(asked.text):
        return tuple(one for one in asked.terms if one.form == done["deed"])
    found = _phrase(asked.text)
    is_terse = _ASKING.search(asked.text) is None
    if found and is_terse and not _COUNTED_BY.fullmatch(found[-1][-1].form):
        return ()  # bare nouns of which none says that anything is counted
    terms = {term.form: term for term in asked.terms}
    if len(found) > 1 and {found[-1][-1].form} <= _OFFICIALS:
        # '간부 공무원' are told of as '간부'.
        found = found[:-1] if found[-2][-1].form in _RANKED else found
    for word in reversed(found):
        heads = [
            terms[form]
            for one in word
            if (form := one.form.lower()) in terms
            and not terms[form].is_measure
            and not terms[form].is_general
            and form not in _OF_ANY
        ]
        if heads:
            return tuple(heads)
    return ()


def speaks_of(
    one: Candidate,
    heads: Sequence[Term],
    asked: Understanding,
    kind: Asked,
    options: HeadOptions | None = None,
) -> bool:
    """Whether one sentence or line prints a value of the kind and speaks of every head.

    A head may also stand in the headings, in the title, in the line that opens the quote or in the
    name of a figure of that sentence; what other sentences of the quote count is not asked about.
    """
    options = options or HeadOptions()
    evidence = one.evidence
    first, _, rest = evidence.quote.strip().partition("\n")
    # A line above others may be what they stand under; a sentence is a statement of its own.
    opening = tight_published(first) if rest and not first.rstrip().endswith(".") else ""
    texts = _of_the_years(evidence, asked)
    before = ""
    for part in _statements_in(evidence):
        said, before = before, tight_published(part.quote)
        if not holds(kind, part, asked) or not _is_counted(part, asked):
            continue
        names = " ".join(fact.name for fact in part.facts)
        near = Texts(
            quote=before + opening + tight_published(names) + (said if _leans(part) else ""),
            headings=texts.headings,
            title=texts.title,
        )
        if all(_meets(term, near, options) for term in heads):
            return True
    return False


def _leans(part: Evidence) -> bool:
    """Whether a sentence goes on about the thing of the one before: it names no topic of its own.

    'N대에 안내문을 보냈고 이 중 M대를 정리했다' tells of what was spoken of last.
    """
    return _POINTS_BACK.search(part.quote) is not None or _TOPIC.search(part.quote) is None


def _of_the_years(evidence: Evidence, asked: Understanding) -> Texts:
    """The headings and the title that may lend a head: none of another year than was asked about.

    '2032년 본예산안' tells nothing of what a line says of 2030 ('국비가 지난해보다 늘었다').
    """
    texts = evidence.texts()
    if not asked.years or asked.asks(Asked.DATE):
        return texts

    def is_other(entry: str) -> bool:
        said = years_said(entry)
        return bool(said) and said.isdisjoint(asked.years)

    headings = [one for one in evidence.headings if not is_other(one)]
    return Texts(
        quote=texts.quote,
        headings=tight_published(" ".join(headings)),
        title="" if is_other(evidence.document.title) else texts.title,
    )


def is_of_budget(one: Candidate, asked: Understanding) -> bool:
    """Whether a statement speaks of a budget, where that of the whole place is asked for."""
    named = [term for term in asked.terms if not term.is_measure and not _BUDGET.search(term.form)]
    is_whole = _WHOLE_BUDGET.search(asked.text) or _BUDGET_ALONE.search(asked.text)
    if named or not is_whole or asked.language != "ko":
        return True
    said = (one.evidence.quote, *one.evidence.headings, one.evidence.document.title)
    return any(_WHOLE_TOLD.search(_PART_OF_BUDGET.sub(" ", text)) for text in said)


def _statements_in(evidence: Evidence) -> Iterator[Evidence]:
    """The sentences of a quote, each with its own figures; a table is one statement."""
    if "|" in evidence.quote:
        yield evidence
        return
    for start, end in corpus.sentence_spans(evidence.quote):
        first, last = evidence.start + start, evidence.start + end
        yield replace(
            evidence,
            start=first,
            end=last,
            quote=evidence.quote[start:end],
            facts=tuple(one for one in evidence.facts if one.start < last and first < one.end),
        )


def _is_counted(evidence: Evidence, asked: Understanding) -> bool:
    """Whether anything is counted at all, where 'the number of' is asked for without a unit."""
    amounts = [fact for fact in evidence.facts if fact.amount_krw is not None]
    if amounts and _OUTLAY.search(veiled(asked.text)):
        # What one applicant may get, or where something begins, is no budget.
        return not all(_NO_OUTLAY & set(fact.flags) for fact in amounts)
    if asked.unit or not _NUMBER_OF.search(asked.text):
        return True
    units = [fact.unit or "" for fact in evidence.facts if fact.value is not None]
    return not units or any(unit not in _NO_COUNT for unit in units)


def _meets(term: Term, texts: Texts, options: HeadOptions) -> bool:
    strength = match_strength(
        term.form,
        texts,
        options.match,
        may_be_misspelt=len(term.form) >= options.shortest_misspelt,
        renderings=term.renderings,
        is_verb=term.is_verb,
    )
    words = (term.form, *term.renderings)
    return strength > 0 or tells(texts.quote, words) or is_done(texts.quote, words)


def _phrase(text: str) -> list[list[index.Word]]:
    """The nouns of the phrase that is asked about, those of one printed word together."""
    asking = _ASKING.search(text)
    end = asking.start() if asking else len(text)
    places = [(one.start, one.end) for one in corpus.find_municipalities(text)]
    dates = [(one.start, one.end) for one in corpus.find_dates(text)]
    words: list[list[index.Word]] = []
    is_linked = False
    for word in reversed([one for one in index.analyse(text) if one.start < end]):
        if any(first <= word.start < last for first, last in dates):
            continue
        if any(first <= word.start < last for first, last in places):
            if words:
                break
            continue
        if word.tag in _NOUNS:
            if words and word.end == words[0][0].start:
                words[0].insert(0, word)
            else:
                words.insert(0, [word])
        elif words:
            break
        elif word.tag in _LINKING and not is_linked:
            is_linked = True
        elif word.tag not in _PASSED_OVER or word.tag == "ETM":
            return []
    return words


def _english_heads(asked: Understanding) -> tuple[Term, ...]:
    """The last rendered noun of 'how many …' or 'number of …'."""
    match = _ENGLISH.search(asked.text)
    if match is None:
        return ()
    counted = _ENGLISH_END.split(match["counted"])[0]
    terms = {term.form: term for term in asked.terms}
    found = [terms[form] for one in translate(counted) if (form := one.english.lower()) in terms]
    known = [term for term in found if term.renderings and not term.is_measure]
    # Of several words one may have no rendering that this document uses.
    return tuple(known) if len(known) == 1 else ()
