"""Evidence: one citable stretch with what it says, and how well it meets a question."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

import corpus
import index
from assistant.grammar import DAY_ASKED, IS_FREQUENCY, Asked, same_unit
from assistant.in_charge import tells_office
from assistant.items import (
    about,
    bulleted,
    counted_each,
    counts_each,
    lists_exactly,
    lists_items,
    separate_items,
)
from assistant.lines import is_per_head_met
from assistant.matching import Texts, tight, tight_published
from assistant.people import people_in, tells_who
from assistant.placings import ranks_printed
from assistant.purposes import is_good_for, is_of_direction, states_purpose
from assistant.times import asks_period, tells_bound, tells_length, tells_time, without_reports
from assistant.understand import Term, Understanding
from assistant.units import words_like
from assistant.years import years_meant


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Canonical text[start:end] of a document, its headings, its facts and the hit that led there.

    `is_group` marks a heading taken together with the items under it. `subject` is the place the
    text last spoke of before the quote, for sentences that leave their subject out; `lead` is the
    sentence above a list, for its items.
    """

    document: corpus.Document
    passage: corpus.Passage
    start: int
    end: int
    quote: str
    facts: tuple[corpus.Fact, ...]
    hit_score: float
    cosine: float
    is_group: bool = False
    subject: tuple[corpus.Municipality, ...] = ()
    lead: str = ""

    @property
    def headings(self) -> tuple[str, ...]:
        """The heading path the quote stands under."""
        return self.passage.heading_path

    def texts(self) -> Texts:
        """The quote, headings and title in the form that words are looked for in."""
        title = f"{self.document.title} {self.document.publisher or ''}"
        # What a figure is of may stand in the head of its row or before its bracket.
        codes = {
            part for fact in self.facts for part in (fact.account, fact.funding_source) if part
        }
        labels = [name for code in sorted(codes) for name in _names_of(code)]
        return Texts(
            quote=tight_published(self.quote),
            headings=tight_published(" ".join((*self.headings, self.lead, *labels))),
            title=tight_published(title),
        )

    def years(self) -> frozenset[int]:
        """Every year the quote itself says, those of its facts included."""
        years = {
            value.year
            for fact in self.facts
            for value in fact.values
            if value.year is not None and "threshold" not in fact.flags
        }
        inferred = {
            fact.fiscal_year
            for fact in self.facts
            if fact.fiscal_year is not None and "year_inferred" in fact.flags
        }
        return frozenset((years - inferred) | years_meant(self.quote, self.document))


MANY_YEARS = frozenset({"annual_flow", "whole_period"})
"""Flags of facts that are of each of their years or of all of them, not of one."""

_SUBJECT = re.compile(r"(?:은|는|이|가|의)(?![가-힣])")
_JOINED = re.compile(r"\s*(?:와|과|이?랑|하고|및|[·ㆍ,/])\s*")
_REMEMBERED = 20_000
"""Statements whose places and years are kept: the same ones come up in many questions."""

_FREQUENCY = re.compile(
    r"매[년월주일]|[한두세네]\s?(?:번|차례|회)|연\s?\d|주,?\s?월|[분반]기|수시|상시|정기|\d+\s?[회차번]|단위"
)
_PURPOSE_HEADING = re.compile(r"목\s*적|배\s*경|필요성|취지|이유|근거|방향")
_BARE_COUNT = re.compile(r"[가-힣)]\s?:?\s?\d{1,4}(?=[,\s]|$)")
_NO_COUNTS = frozenset({"원", "%", "%p"})
_FOREIGN = re.compile(r"달러|유로|엔|위안|파운드|\$|€|¥|USD|EUR")
# "'나' 등급", which is a grade whatever else the line is about.
_QUOTED_GRADE = re.compile(r"['‘’\"“][가나다라마SABCDE]['‘’\"”]\s?등급(?![가-힣]*\s?(?:체계|척도))")
# A goal is told in a plan before there is any grade.
_GRADE_AIMED = re.compile(
    r"(?:\d|['‘]?[가나다라마SABCDE]['’]?)\s?등급\s?(?:이상\s?|이내\s?)?"
    r"(?:진입|달성|도약|향상|획득|상승|유지|탈환|회복|[을를]\s?목표|으?로\s?(?:정|잡|올리))|"
    r"목표[^\n\d]{0,30}\d\s?등급"
)
_SCALE = re.compile(r"(?:총|모두)\s?\d\s?등급")
# How long something lasts: a count of years or days, or its first and last day.
_SPAN = re.compile(
    r"(?<![\d.'‘’])\d{1,3}(?:\.\d)?\s?(?:년|개월|달|주|일|시간|분)(?:간|\s?동안|짜리)?(?!\s?\d)|[~∼～→]|부터|까지|"
    r"(?<![가-힣])(?:(?:한|두|세|네|석|넉|다섯|여섯)\s?(?:달|해|주|시간)|일주일|보름|열흘|하루|이틀|사흘|나흘|닷새|반년)"
)
# What is asked how much of may cost nothing: '수강료 없음', '무료로 다닌다'.
_FEE_ASKED = re.compile(
    r"(?<![가-힣])[가-힣]{0,6}(?:[료값삯]|요금|[가활험강]비|참가비|비용|돈)(?:[은는이가를]|도)?\s?(?:[가-힣]{1,4}\s)?얼마|얼마(?:를|나)?\s?(?:내|받|드는|들어)"
)
_FREE = re.compile(
    r"무료|무상|공짜|면제|(?:료|비용|요금|부담|[가활험강]비)[은는이가]?\s?(?:없|0\s?원|받지)|전액\s?(?:지원|부담|시비|군비|구비)"
)
_BOUND = re.compile(r"\d[\d.,]*\s?(?:%|퍼센트)\s?(?:이상|이하|초과|미만|넘|까지)")
_BOUND_ASKED = re.compile(
    r"이상|이하|초과|미만|기준|조건|넘|경우|때|까지|대상|목표|"
    r"\b(?:at least|at most|when|limit|threshold)\b"
)
_OF_WHOM = re.compile(
    r"\d[\d.,조억천백십만 ]{0,16}원\s?(?:이상|이하|초과|미만)(?:의|인|인\s)?\s?"
    r"(?:[가-힣]{1,4}\s?){0,2}(?:체납|납세|소득|사업|업체|법인|대상|공직)자?"
)
_SUPPORT = re.compile(r"미정|전액\s?(?:국비|도비|시비)|\d\s?:\s?\d")
_NUMBERED = re.compile(r"^[ \t]*(?:\d{1,2}[.)]|[①-⑳]|[가-하][.)])\s", re.MULTILINE)
# 'N개 분야', '전국 N개 시군구': in how many fields or places, and not how many of the thing itself.
_AREAS = re.compile(
    r"(?<!\d)\d{1,4}\s?개\s?(?:분야|부문|시군구|시·군·?구?|시군|자치구|지자체|자치단체)"
)
_OF_AREAS = re.compile(r"분야|부문|시군|시·군|자치구|지자체|자치단체|[곳데]|지역|fields|areas")
_NATIVE = r"(?<![가-힣])(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)"
_FEWEST_ITEMS = 2


def holds(kind: Asked, evidence: Evidence, asked: Understanding) -> bool:
    """Whether the evidence holds a value of the kind that is asked for."""
    quote = evidence.quote
    facts = evidence.facts
    if kind in {Asked.AMOUNT, Asked.COUNT} and not is_per_head_met(
        quote, evidence.headings, asked.text
    ):
        return False
    if kind is Asked.AMOUNT:
        # '1천만 원 이상 고액 체납자' says of whom something is told, and not how much it is.
        said = quote if _BOUND_ASKED.search(asked.text) else _OF_WHOM.sub(" ", quote)
        has_amount = any(
            fact.amount_krw is not None and fact.raw_text in said for fact in facts
        ) or any(one.krw is not None for one in corpus.find_amounts(said))
        has_amount = has_amount or any(
            _FOREIGN.search(fact.unit or "") for fact in facts if fact.value is not None
        )
        is_free = _FEE_ASKED.search(asked.text) is not None and _FREE.search(quote) is not None
        return has_amount or is_free or bool(_SUPPORT.search(quote) and "지원" in asked.text)
    if kind is Asked.COUNT:
        if IS_FREQUENCY.search(asked.text) and _FREQUENCY.search(quote):
            return True
        units = [fact.unit for fact in facts if fact.value is not None]
        if each := counted_each(asked.text):
            return counts_each(quote, each)
        if asked.unit:
            if _AREAS.search(quote) and not _OF_AREAS.search(asked.text):
                quote = _AREAS.sub(" ", quote)
                units = [
                    one.unit for one in facts if one.value is not None and one.raw_text in quote
                ]
            return any(same_unit(asked.unit, unit) for unit in units) or bool(
                re.search(
                    rf"(?:\d|{_NATIVE})\s?(?:[백천]?만\s?|천\s?|개\s)?여?\s?"
                    rf"(?:{re.escape(asked.unit)}|{words_like(asked.unit)})",
                    quote,
                )
            )
        # What is paid, or which part it is, counts nothing.
        return any(
            isinstance(value.value, Decimal)
            for fact in facts
            if fact.unit not in _NO_COUNTS
            for value in fact.values
        ) or bool(_BARE_COUNT.search(quote))
    if kind is Asked.RATIO:
        # '10% 이상 늘어날 때' says where something begins and not what a rate is.
        said = quote if _BOUND_ASKED.search(asked.text) else _BOUND.sub(" ", quote)
        # What a rate is of ('재정자주도 : … 돈의 비율') is no value of it.
        return bool(
            re.search(r"%|퍼센트|\d\s?:\s?\d|[률율]\b", said) and re.search(r"\d", said)
        ) or bool(_SUPPORT.search(quote))
    if kind is Asked.RANK:
        return bool(ranks_printed(quote))
    if kind is Asked.GRADE:
        if asked.unit == "단계":
            return bool(_SCALE.search(quote))
        if "목표" in asked.text and _GRADE_AIMED.search(quote):
            return True
        return bool(_QUOTED_GRADE.search(quote)) or any(
            fact.kind is corpus.FactKind.EVALUATION and isinstance(fact.value, str)
            for fact in facts
        )
    if kind is Asked.DATE and DAY_ASKED.search(asked.text):
        return bool(re.search(r"\d\s?일|(?<![\d.])\d{1,2}\.\s?\d{1,2}\.", quote))
    if kind is Asked.DURATION:
        return bool(_SPAN.search(quote)) and tells_length(quote, asked.text)
    if kind is Asked.DATE:
        is_bound = not asks_period(asked.text) or tells_bound(quote)
        dated = without_reports(_without_named_year(quote, asked), asked.text)
        return is_bound and tells_time(dated)
    if kind is Asked.CONTACT:
        return tells_office(quote, facts, asked.text)
    if kind is Asked.PERSON:
        # '누가 주관하나요' asks for a body as well as for a person.
        is_body = bool(_WHO_DOES.search(asked.text)) and bool(_BODY.search(quote))
        return is_body or tells_who(quote)
    if kind is Asked.REASON:
        near = " ".join((quote, *evidence.headings, evidence.document.title))
        if asked.language == "ko" and not is_of_direction(asked.text, near):
            return False
        words = [term for term in asked.terms if not term.is_measure and not term.is_general]
        nouns = tuple(one for term in words for one in (term.form, *term.renderings))
        stems = tuple(term.form for term in words if term.is_verb)
        if states_purpose(quote, nouns, stems, asked.text):
            return True
        forms = [(term.form, *term.renderings) for term in words]
        above = evidence.headings[-1] if evidence.headings else ""
        return is_good_for(quote, above, forms) or any(
            _PURPOSE_HEADING.search(entry) for entry in evidence.headings
        )
    if kind is Asked.LIST:
        if asked.nth is not None:
            return separate_items(about(quote, asked.nth_of)) >= asked.nth
        if not asked.wants_list:
            return True
        if "명단" in asked.text:
            return len(people_in(quote)) >= _FEWEST_ITEMS
        if asked.count is not None:
            if sought := _amounts(asked.text):
                # '160억원인 사업 두 가지' are those two of a longer list that print the amount.
                return _amounts(quote).count(sought[0]) == asked.count
            if evidence.is_group:
                # The heading of a group may be numbered itself.
                parts = (quote, quote.partition("\n")[2])
                marked = {len(_NUMBERED.findall(part)) for part in parts}
                return asked.count in marked or _heads_as_many(evidence, asked.count)
            spans = corpus.sentence_spans(quote)
            sentences = [quote[start:end] for start, end in spans]
            return any(lists_exactly(part, asked.count) for part in (quote, *sentences))
        return lists_items(quote)
    if kind in {Asked.SUM, Asked.DIFFERENCE, Asked.MAXIMUM, Asked.MINIMUM}:
        return bool(re.search(r"\d", quote))
    return True


def _heads_as_many(evidence: Evidence, count: int) -> bool:
    """Whether a group has so many lines behind one mark, and what it stands under says so."""
    if bulleted(evidence.quote) != count:
        return False
    above = " ".join((*evidence.headings[-1:], evidence.quote.partition("\n")[0]))
    return re.search(rf"(?<!\d){count}\s?(?:개(?!소)|[대가곳건종팀])", above) is not None


def _without_named_year(quote: str, asked: Understanding) -> str:
    """A quote without the one year that the question names itself, which tells no date of it."""
    years = asked.figure_years
    if len(years) != 1 or _YEAR_ASKED.search(asked.text):
        return quote
    year = str(years[0])
    return re.sub(rf"(?:{year}|['‘’]{year[2:]})(?:\s?년도?|(?![\d.]))", " ", quote)


_YEAR_ASKED = re.compile(r"몇\s?년|어느\s?해|년도[은는가]|해[은는가]\s?언제|\bwh(?:at|ich) year\b")
_WHO_DOES = re.compile(
    r"(?:누가|누구(?:를|에게|와|랑)?|\bwho\b).{0,20}?(?:주관|주최|평가|시행|운영|담당|추진|심사|지원|선정|발표|맡|하나|합니까|만들|만든|"
    r"작성|제정|수립|정하|정한|뽑|고르|검토|결정|승인|관리|책임|하는|하지|하죠|해(?:요|\?|$)"
    r"|했|한\s?(?:거|것)|\b(?:runs?|organi[sz]es?|conducts?|evaluates?)\b)"
)
_BODY = re.compile(
    r"[가-힣]{1,10}(?:부|청|처|위원회|공단|공사|재단|센터|진흥원|연구원|담당관실?|감사실|기획실|시|군|구|도)"
    r"(?:와|과|이|가|에서|은|는|,|\s?공동|\s?주관|·)"
    r"|[가-힣]{1,10}(?:위원회|공단|공사|재단|센터|진흥원|연구원|담당관|기관|협의회|평가단|참여단)"
    r"(?![가-힣]{2})(?!\s?-\s?\d)"
)


def _amounts(text: str) -> tuple[Decimal | int, ...]:
    """The sums of money that a text prints, in won."""
    return tuple(one.krw for one in corpus.find_amounts(text) if one.krw is not None)


def is_said(term: Term, text: str) -> bool:
    """Whether a tight text has a word of the question, or another word for it."""
    return any(tight(form) in text for form in (term.form, *term.renderings))


def place_fits(evidence: Evidence, place: corpus.Municipality) -> bool:
    """Whether the evidence speaks of the place: by name, or because its document is the place's."""
    subjects = _subjects(evidence.quote)
    if subjects:
        if any(place in one.municipalities for one in subjects):
            return True
        # '도가 지난달 이 군을 감사했다' is about the county, in what is the county's own.
        is_named = place in places_named(evidence.quote)
        return _is_of(place, evidence.document) and (
            is_named or all(_is_own(one, evidence.document) for one in subjects)
        )
    if evidence.subject:
        return place in evidence.subject
    named = any(place in places_named(text) for text in (evidence.quote, *evidence.headings))
    return named or _is_of(place, evidence.document)


def _is_of(place: corpus.Municipality, document: corpus.Document) -> bool:
    return document.municipality in {place.korean, place.name}


@lru_cache(maxsize=_REMEMBERED)
def _subjects(quote: str) -> tuple[corpus.Mention, ...]:
    """The places a quote is about: those named with a subject or genitive particle.

    What is joined to such a one by 와 or a comma is a subject too ('가평군과 양평군이').
    """
    found: list[corpus.Mention] = []
    for mention in reversed(corpus.find_municipalities(quote)):
        is_joined = bool(found) and _JOINED.fullmatch(quote, mention.end, found[-1].start)
        if is_joined or _SUBJECT.match(quote, mention.end):
            found.append(mention)
    return tuple(reversed(found))


@lru_cache(maxsize=128)
def _names_of(code: str) -> tuple[str, ...]:
    """What plans call an account or a source of funds: '일반회계' for general_account."""
    return tuple(term.korean for term in corpus.terms() if term.code == code)


@lru_cache(maxsize=_REMEMBERED)
def places_named(text: str) -> frozenset[corpus.Municipality]:
    """Every place that a text names, in whatever role."""
    return frozenset(
        one for mention in corpus.find_municipalities(text) for one in mention.municipalities
    )


def last_subject(quote: str) -> tuple[corpus.Municipality, ...]:
    """The place a text spoke of last, () if it names none as its subject."""
    subjects = _subjects(quote)
    return subjects[-1].municipalities if subjects else ()


def _is_own(mention: corpus.Mention, document: corpus.Document) -> bool:
    return any(_is_of(one, document) for one in mention.municipalities)


def places_spoken_of(evidence: Evidence) -> tuple[str, ...]:
    """The names of the places the evidence is about, its document's place if it names none."""
    spoken = [one for mention in _subjects(evidence.quote) for one in mention.municipalities]
    spoken = spoken or list(evidence.subject)
    names = tuple(dict.fromkeys(one.korean for one in spoken))
    own = evidence.document.municipality
    return names or ((own,) if own else ())


def hit_of(passage_id: str, hits: tuple[index.Hit, ...]) -> index.Hit | None:
    """The hit that found a passage, None for a neighbour that was fetched beside it."""
    return next((hit for hit in hits if hit.passage.id == passage_id), None)


def overlap(one: Evidence, other: Evidence) -> bool:
    """Whether two stretches of one document share characters."""
    return one.document.id == other.document.id and one.start < other.end and other.start < one.end


def evidence_of(fact: corpus.Fact, snapshot: index.Snapshot) -> Evidence:
    """The words that state a fact, as evidence that was looked up and not searched for."""
    (passage,) = snapshot.passages(index.RecordRequest(ids=(fact.passage_id,)))
    (document,) = snapshot.documents(index.RecordRequest(ids=(fact.document_id,)))
    return Evidence(
        document=document,
        passage=passage,
        start=fact.start,
        end=fact.end,
        quote=fact.quote,
        facts=(fact,),
        hit_score=1.0,
        cosine=1.0,
    )
