"""What the words of a search mean: terms, phrases in quotation marks, bounds of an amount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import corpus
import index
from assistant.lexicon import FUNCTION_WORDS, translate
from assistant.staff.query import Query, won_typed

_QUOTED = re.compile(r"\"([^\"]+)\"|“([^”]+)”|「([^」]+)」|『([^』]+)』")
_BOUND_AFTER = re.compile(
    r"\s?(?:이상|이하|초과|미만|이내|넘게|넘는|넘은|넘고|까지|부터|[을를]?\s?넘[는은게고어])"
    r"(?:[의인은는을를이]|까지)?(?![가-힣])"
)
_ENGLISH_BOUND = re.compile(
    r"\b(?P<sign>at least|at most|over|above|more than|exceeding|under|below|less than|up to)\s"
    r"(?P<amount>\d{1,15}(?:\.\d{1,3})?\s(?:thousand|million|billion|trillion)(?:\s?won)?)\b",
    re.IGNORECASE,
)
_UPPER = {"at most", "under", "below", "less than", "up to"}
_STRICT = {"over", "above", "more than", "exceeding", "under", "below", "less than"}
_TOKEN = re.compile(r"\S+")
_HANGUL = re.compile("[가-힣]")

# Particles and endings say how a word stands in its sentence, not which word it is.
_NOMINAL = frozenset({"NNG", "NNP", "NNB", "NR", "NP", "XR", "XPN", "XSN", "SN", "SL", "SH", "MM"})
_VERBAL = frozenset({"VV", "VA"})

_MOST_RENDERINGS = 4
"""Korean words for an English one; those behind are rare ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A query as it is looked up.

    `text` is what is compared in meaning; each of `terms` is a word in its ways, as typed first;
    `at_least` and `at_most` are all bounds together, and `has_amount` says that the text holds one.
    """

    text: str
    terms: tuple[tuple[str, ...], ...]
    phrases: tuple[str, ...]
    at_least: int | None
    at_most: int | None
    has_amount: bool

    def request(self, query: Query) -> index.MatchRequest:
        """The same as the index takes it, with the query's conditions."""
        return index.MatchRequest(
            text=self.text,
            terms=self.terms,
            phrases=self.phrases,
            municipalities=query.municipalities,
            document_types=query.document_types,
            years=query.years,
            kinds=query.kinds,
            amount_at_least=self.at_least,
            amount_at_most=self.at_most,
        )


def understand_query(query: Query) -> Understood:
    """The words, phrases and bounds of a query: 'budget "주요업무계획" 10억 이상'."""
    phrases = [query.phrase] if query.phrase else []
    quoted = list(_QUOTED.finditer(query.text))
    phrases += [next(group for group in one.groups() if group).strip() for one in quoted]
    rest = _without(query.text, [one.span() for one in quoted])
    lows, highs, spans = _bounds(rest)
    rest = " ".join(_without(rest, spans).replace('"', " ").split())
    lows += [] if query.at_least is None else [query.at_least]
    highs += [] if query.at_most is None else [query.at_most]
    terms = tuple(dict.fromkeys(_terms(rest)))
    return Understood(
        # An English search is compared in both languages: the model is weak across them.
        text=" ".join([rest, *(term[1] for term in terms if len(term) > 1)]).strip(),
        terms=terms,
        phrases=tuple(dict.fromkeys(one for one in phrases if one)),
        at_least=max(lows, default=None),
        at_most=min(highs, default=None),
        has_amount=bool(spans),
    )


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


def _bounds(text: str) -> tuple[list[int], list[int], list[tuple[int, int]]]:
    """Lower and upper bounds of amounts, and where they stand, the words of the bound included."""
    lows: list[int] = []
    highs: list[int] = []
    spans: list[tuple[int, int]] = []
    for match in _ENGLISH_BOUND.finditer(text):
        won, sign = won_typed(match["amount"]), match["sign"].lower()
        if won is not None:
            step = 1 if sign in _STRICT else 0
            if sign in _UPPER:
                highs.append(won - step)
            else:
                lows.append(won + step)
            spans.append(match.span())
    for amount in corpus.find_amounts(text):
        if amount.krw is None:
            continue
        if amount.high_krw is not None:
            lows.append(amount.krw)
            highs.append(amount.high_krw)
        elif amount.comparator in ("at_least", "more_than"):
            lows.append(amount.krw + (amount.comparator == "more_than"))
        elif amount.comparator in ("at_most", "less_than"):
            highs.append(amount.krw - (amount.comparator == "less_than"))
        else:
            continue
        said = _BOUND_AFTER.match(text, amount.end)
        spans.append((amount.start, said.end() if said else amount.end))
    return lows, highs, spans


def _terms(text: str) -> Iterator[tuple[str, ...]]:
    """Each word that a passage must hold, in its ways: as typed without particles, or in Korean."""
    rendered = {one.start: one for one in translate(text) if one.korean}
    done = 0
    morphemes = index.analyse(text)
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        rendering = next((one for at, one in rendered.items() if start <= at < end), None)
        if start < done:
            continue
        if rendering is not None and not _HANGUL.search(token.group()):
            done = rendering.end
            written = text[rendering.start : rendering.end]
            yield (written, *rendering.korean[:_MOST_RENDERINGS])
            continue
        if token.group().isascii() and token.group().lower().strip(".,?!'") in FUNCTION_WORDS:
            continue
        word = _stem_of(text, start, end, morphemes)
        if index.stems(word):
            yield (word,)


def _stem_of(text: str, start: int, end: int, morphemes: tuple[index.Word, ...]) -> str:
    """A word without its particles; a verb as it stands, for a part of it means nothing alone."""
    inside = [one for one in morphemes if one.start >= start and one.end <= end]
    tags = [one.tag.partition("-")[0] for one in inside]
    if any(tag in _VERBAL for tag in tags):
        return text[start:end]
    nominal = [one for one, tag in zip(inside, tags, strict=True) if _is_nominal(tag)]
    if not nominal:
        return text[start:end]
    # Of a misspelt word the analyser takes the beginning for a particle; signs may be left out.
    begins = next(one.start for one, tag in zip(inside, tags, strict=True) if not _is_sign(tag))
    return text[begins : nominal[-1].end]


def _is_sign(tag: str) -> bool:
    return tag.startswith("S") and tag not in _NOMINAL


def _is_nominal(tag: str) -> bool:
    return tag in _NOMINAL or tag.startswith("W_")
