"""Words, from facts first and passages second: a short answer that keeps the document's wording."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import corpus
from assistant.evidence import Evidence, places_spoken_of
from assistant.excerpts import cut, excerpts
from assistant.grammar import Asked, same_unit, won_size
from assistant.heads import heads_of
from assistant.levels import asks_level, without_moves
from assistant.matching import tight
from assistant.points import Computed
from assistant.premise import Contradiction
from assistant.types import Calculation
from assistant.understand import Understanding
from assistant.wording import billion_won, figure, korean_day, with_topic, won, won_in

AS_SUPPOSED = "According to the documents it is as the question supposes"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposeOptions:
    """An answer stays under `longest` characters and within `most` sentences, if it is no list.

    A quote in it stays under `longest_quote`, one that sets out what is to be listed under
    `longest_list`; where less than `least_quote` is left, the quote is not shown. A title is cut
    behind `longest_title`, a heading behind `longest_heading`. A figure is told by its own name
    where the question says at least `least_named` of its letters.
    """

    longest: int = 580
    most: int = 3
    longest_quote: int = 330
    longest_list: int = 480
    least_quote: int = 24
    longest_title: int = 48
    longest_heading: int = 30
    least_named: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Sentences, each with the numbers of the citations it rests on, and the arithmetic shown.

    `caveats` are those of the sentences that speak of the sources and not of a city
    (`assistant.caveats`), `quotes` those that quote them, `extras` those that say again what
    another says.
    """

    sentences: tuple[str, ...]
    calculations: tuple[Calculation, ...]
    facts: tuple[corpus.Fact, ...]
    caveats: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    extras: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The sentences as one answer."""
        return "\n".join(self.sentences)


def compose(
    asked: Understanding,
    evidence: Sequence[Evidence],
    computed: Computed | None,
    denied: Contradiction | None = None,
    options: ComposeOptions | None = None,
    *,
    agreed: str = "",
) -> Draft:
    """Say the figure that was asked for, then quote what the document says, with its date.

    `agreed` is what the evidence prints of a figure or day that the question rightly supposes.
    """
    options = options or ComposeOptions()
    sentences: list[str] = []
    extras: list[str] = []
    calculations: list[Calculation] = []
    facts: tuple[corpus.Fact, ...] = ()
    if denied is not None:
        sentences.append(_denial(asked, denied))
        facts = denied.evidence.facts
        calculations.append(
            Calculation(expression=denied.stated, result=denied.stated, inputs=(1,))
        )
        if asked.language != "ko":
            calculations += [
                Calculation(expression=won(amount), result=billion_won(amount), inputs=(1,))
                for amount in denied.amounts
            ]
    elif computed is not None and computed.sentences:
        facts = computed.facts
        calculations += computed.shown
        sentences += computed.sentences
    elif computed is not None:
        # What is reckoned from the cells of a table rests on no facts, but on the whole quote.
        inputs = tuple(
            number
            for number, one in enumerate(evidence, 1)
            if not computed.facts or any(fact in one.facts for fact in computed.facts)
        )
        calculations.append(
            Calculation(expression=computed.expression, result=computed.result, inputs=inputs)
        )
        facts = computed.facts
        sentences.append(_computed_sentence(asked, computed, inputs))
    else:
        fact = None if agreed else _best_fact(asked, evidence, options)
        if agreed:
            said = "문서의 내용은 질문의 전제와 같습니다" if asked.language == "ko" else AS_SUPPOSED
            sentences.append(f"{said}: {agreed} [1].")
            calculations.append(Calculation(expression=agreed, result=agreed, inputs=(1,)))
            facts = tuple(one for one in evidence[0].facts if one.raw_text in agreed)
        if fact is not None:
            facts = (fact,)
            sentences.append(_fact_sentence(asked, fact, evidence))
            if asked.language != "ko" and fact.amount_krw is not None:
                calculations.append(_converted(fact, evidence))
            elif written := _written_out(asked, fact, evidence):
                calculations.append(written)
                marks = "".join(f"[{number}]" for number in written.inputs)
                extras.append(f"{written.expression}은 {written.result}입니다 {marks}.")
    sentences += extras
    budget = options.longest - sum(len(one) for one in sentences)
    quotes: list[str] = []
    for number, one in enumerate(evidence, 1):
        sentence = quote_sentence(asked, one, number, budget, options)
        if sentence:
            quotes.append(sentence)
            budget -= len(sentence) + len(_JOINT)
    draft = Draft(
        sentences=(*sentences, *quotes),
        calculations=tuple(calculations),
        facts=facts,
        quotes=tuple(quotes),
        extras=tuple(extras),
    )
    return within(draft, options)


def within(draft: Draft, options: ComposeOptions | None = None) -> Draft:
    """A draft of no more sentences than an answer may have, its caveats kept before all else.

    Quotes are joined to one sentence; what says another sentence again is left out.
    """
    options = options or ComposeOptions()
    while len(draft.sentences) > options.most and len(draft.quotes) > 1:
        *rest, first, second = draft.quotes
        joined = first + _JOINT + second
        sentences = tuple(
            joined if one == first else one for one in draft.sentences if one != second
        )
        draft = replace(draft, sentences=sentences, quotes=(*rest, joined))
    if len(draft.sentences) > options.most:
        kept = tuple(one for one in draft.sentences if one not in draft.extras)
        draft = replace(draft, sentences=kept, extras=())
    surplus = len(draft.sentences) - options.most
    if surplus > 0 and len(draft.caveats) >= surplus:
        left_out = draft.caveats[len(draft.caveats) - surplus :]
        draft = replace(
            draft,
            sentences=tuple(one for one in draft.sentences if one not in left_out),
            caveats=draft.caveats[: len(draft.caveats) - surplus],
        )
    return draft


def _denial(asked: Understanding, denied: Contradiction) -> str:
    # A supposed grade or figure is not repeated: it stands in no source.
    supposed = "" if re.search(r"\d", denied.supposed) else denied.supposed
    if asked.language == "ko":
        premise = f"전제({supposed})" if supposed else "전제"
        return f"문서의 내용은 질문의 {premise}와 다릅니다: {denied.stated} [1]."
    said = denied.stated
    if denied.amounts:
        said += f" ({', '.join(dict.fromkeys(map(billion_won, denied.amounts)))})"
    return f"The documents say otherwise than the question supposes: {said} [1]."


def _computed_sentence(asked: Understanding, computed: Computed, inputs: tuple[int, ...]) -> str:
    marks = "".join(f"[{number}]" for number in inputs)
    if computed.kind is Asked.TRAJECTORY:
        return f"{computed.result} {marks}."
    if asked.language != "ko":
        said = f"{computed.scope}{computed.result}"
        return f"{said} {marks} (computed: {computed.expression} = {computed.result})"
    if computed.kind is Asked.COUNT:
        said = f"{computed.scope}{computed.result}입니다 {marks}."
        return f"{said} (계산: {computed.expression} = {computed.result})"
    if computed.kind in {Asked.MAXIMUM, Asked.MINIMUM}:
        return f"{computed.scope}{computed.result}입니다 {marks}. (비교: {computed.expression})"
    if computed.kind is Asked.DURATION:
        return f"{computed.result}입니다 {marks}. (기간: {computed.expression})"
    change = f" {computed.subject}" if computed.subject in {"증가", "감소", "차이"} else ""
    result = computed.result.removeprefix("-") if change else computed.result
    said = f"{result}{change}입니다 {marks}."
    return f"{said} (계산: {computed.expression} = {computed.result})"


def _best_fact(
    asked: Understanding, evidence: Sequence[Evidence], options: ComposeOptions
) -> corpus.Fact | None:
    """The one fact that answers outright: right type, right year, its name met by the question."""
    if not asked.asks(Asked.AMOUNT, Asked.COUNT, Asked.RATIO) or len(asked.kinds) > 1:
        return None
    if len(asked.figure_years) > 1:
        return None  # several years are a course, not one figure
    said = tight(asked.search_text)
    rated: list[tuple[float, corpus.Fact]] = []
    for one in evidence[:1]:
        for fact in one.facts:
            if fact.value is None or not _is_asked_type(asked, fact) or _is_aim(fact, one.quote):
                continue
            if asks_level(asked.text) and fact.raw_text not in without_moves(one.quote):
                continue
            years = {value.year for value in fact.values}
            if asked.figure_years and not years & set(asked.figure_years):
                continue
            words = [tight(word) for word in fact.name.split()]
            met = [word for word in words if word and word in said]
            if not met:
                continue
            rated.append((sum(map(len, met)) / sum(map(len, words)), fact))
    heads = [tight(term.form) for term in heads_of(asked)]
    named = [pair for pair in rated if all(head in tight(pair[1].name) for head in heads)]
    rated = named or rated  # '훈계 145명' and not the total of all measures above it
    rated.sort(key=lambda pair: (-pair[0], pair[1].id))
    if not rated or (len(rated) > 1 and rated[1][0] == rated[0][0]):
        return None
    return rated[0][1] if rated[0][0] >= options.least_named else None


_RAISED = r"\s?까지\s?(?:끌어\s?)?(?:올[리린릴려]|높[이인일여]|늘[리린릴려])"


def _is_aim(fact: corpus.Fact, quote: str) -> bool:
    """Whether a figure is what something is raised to ('70%까지 올린다'), which is no bound."""
    return re.search(re.escape(fact.raw_text) + _RAISED, quote) is not None


def _is_asked_type(asked: Understanding, fact: corpus.Fact) -> bool:
    if asked.asks(Asked.AMOUNT):
        return fact.amount_krw is not None
    if asked.asks(Asked.RATIO):
        return fact.unit == "%"
    if asked.unit:
        return same_unit(asked.unit, fact.unit)
    return fact.unit is not None and fact.unit != "원"


_JOINT, _BREAK = "; ", " / "
"""What parts two quotes of one sentence, and two stretches of one quote."""
_BOUNDS = {"at_least": " 이상", "at_most": " 이하", "more_than": " 초과", "less_than": " 미만"}

_ENGLISH_BOUNDS = {
    "at_least": "at least ",
    "at_most": "at most ",
    "more_than": "more than ",
    "less_than": "less than ",
}


def _fact_sentence(asked: Understanding, fact: corpus.Fact, evidence: Sequence[Evidence]) -> str:
    value = next(
        (one for one in fact.values if not asked.figure_years or one.year in asked.figure_years),
        None,
    )
    number = next(
        number for number, one in enumerate(evidence, 1) if any(fact.id == f.id for f in one.facts)
    )
    if len(fact.values) > 1 and value is not None and isinstance(value.value, Decimal):
        said = figure(value.value, fact.unit)
    else:
        said = fact.raw_text
        if re.fullmatch(r"[△▲\-\d,.\s]+", said):
            # A table prints the unit in its heading, a bracket that of the total before it.
            is_won = fact.unit == "원" and fact.amount_krw is not None
            said = won(fact.amount_krw or 0) if is_won else said + (fact.unit or "")
    said += _BOUNDS.get(fact.comparator or "", "") if asked.language == "ko" else ""
    year = value.year if value is not None and len(fact.values) > 1 else None
    said_year = f"({year}년) " if year else ""
    if asked.language == "ko":
        place = _place_left_out(asked, evidence[number - 1])
        return f"{place}{with_topic(fact.name)} {said_year}{said}입니다 [{number}]."
    if fact.amount_krw is not None and len(fact.values) <= 1:
        said = f"{said} ({billion_won(fact.amount_krw)})"
    said = _ENGLISH_BOUNDS.get(fact.comparator or "", "") + said
    return f"{fact.name} {f'({year}) ' if year else ''}— {said} [{number}]."


def _place_left_out(asked: Understanding, one: Evidence) -> str:
    """The place that the evidence is of, said where the question names none; '' elsewhere."""
    spoken = places_spoken_of(one)
    return f"{spoken[0]} " if len(spoken) == 1 and not asked.places else ""


def _converted(fact: corpus.Fact, evidence: Sequence[Evidence]) -> Calculation:
    """The amount in English units, shown as the conversion that it is."""
    amount = fact.amount_krw or 0
    inputs = tuple(
        number for number, one in enumerate(evidence, 1) if fact.id in {f.id for f in one.facts}
    )
    return Calculation(expression=won(amount), result=billion_won(amount), inputs=inputs)


def _written_out(
    asked: Understanding, fact: corpus.Fact, evidence: Sequence[Evidence]
) -> Calculation | None:
    """The amount in the size that is asked for ('몇 만 원', '원 단위로'), exact to the won.

    None where it is printed so, is no one amount of a year asked about, or no size is asked for.
    """
    size = won_size(asked.text)
    values = [
        one for one in fact.values if not asked.figure_years or one.year in asked.figure_years
    ]
    if size is None or fact.amount_krw is None or fact.comparator or len(values) != 1:
        return None
    value, whole = values[0].value, fact.value
    if not isinstance(value, Decimal) or not isinstance(whole, Decimal) or not whole:
        return None
    amount = int(value * (Decimal(fact.amount_krw) / whole))
    printed = figure(value, fact.unit) if len(fact.values) > 1 else fact.raw_text
    result = won_in(amount, size)
    is_same = tight(result) in tight(printed) or (size in {"억", "조"} and size in printed)
    if is_same:
        return None
    expression = printed if len(fact.values) > 1 else won(amount)
    return replace(_converted(fact, evidence), expression=expression, result=result)


def quote_sentence(
    asked: Understanding,
    one: Evidence,
    number: int,
    budget: int,
    options: ComposeOptions | None = None,
) -> str:
    """What a document says, with its place, title and date; '' where too little room is left.

    `number` is that of its citation, `budget` the characters that the whole sentence may have.
    """
    options = options or ComposeOptions()
    document = one.document
    heading = next((entry for entry in reversed(one.headings) if entry), "")
    source = cut(document.title, options.longest_title)
    place = document.municipality or ""
    if asked.language == "ko":
        when = korean_day(document.published_on) if document.published_on else "날짜 미상"
        digest = ", 요약본" if document.is_digest else ""
        name = cut(re.split(r"\s?[:：]\s", heading)[0], options.longest_heading)
        under = f" ‘{name}’" if name and not one.is_group else ""
        said = f"{place} 「{source}」{under}, {when}{digest}: "
    else:
        when = document.published_on.isoformat() if document.published_on else "undated"
        digest = ", digest" if document.is_digest else ""
        said = f"{place} “{source}”, {when}{digest} says: "
    longest = options.longest_list if asked.wants_list else options.longest_quote
    quoted = _quoted(excerpts(asked, one), min(longest, budget - len(said) - 8), options)
    return f"{said}{quoted} [{number}]".strip() if quoted else ""


def _quoted(texts: Sequence[str], room: int, options: ComposeOptions) -> str:
    """Stretches of a quote in quote marks, as many as there is room for, the last one cut."""
    quoted: list[str] = []
    for text in texts:
        left = room - sum(len(one) + len(_BREAK) for one in quoted) - 2
        shown = text if len(text) <= left else cut(text, left) if left > options.least_quote else ""
        if not shown:
            break
        quoted.append(f"“{shown}”")
        if shown != text:
            break
    return _BREAK.join(quoted)
