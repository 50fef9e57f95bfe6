"""How much of a question the names around the cells of a table meet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import corpus
from assistant.cell_labels import own_words
from assistant.matching import MatchOptions, Texts, match_strength, tight
from assistant.understand import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class NameOptions:
    """A word of general use counts `general_share` of one that tells things apart.

    What a table is of stands in its title more than in its cells, so `match` takes headings and
    titles for nearly as good.
    """

    general_share: float = 0.5
    match: MatchOptions = field(default_factory=lambda: MatchOptions(heading=0.95, title=0.9))


_CLASS = r"(?:등급|등위|등|급|그룹|유형|형|단계|군)"
_PAID_OUT = re.compile(r"(?:금|수당|상여|장려|비용|보조|보상)(?:액|률|율)?$")
_PAYING = frozenset({"지급", "지급률", "지급율", "지급액", "지급받", "주어지"})


def met_by_names(
    asked: Understanding,
    document: corpus.Document,
    near: Sequence[str],
    under: str,
    aside: frozenset[str],
    options: NameOptions,
) -> tuple[float, bool]:
    """How much of a question's words the names of the cells and what they stand under meet, and
    whether a noun of its own is not met at all."""
    texts = Texts(
        quote=tight(" ".join(near)),
        headings=tight(under),
        title=tight(f"{document.title} {document.publisher or ''} {document.municipality or ''}"),
    )
    names = [name for place in asked.places for name in (place.korean, place.short)]
    if any(_PAID_OUT.search(word) for one in near for word in own_words(one)):
        aside |= _PAYING  # what is paid out is said to be paid, printed or not
    total = reached = 0.0
    is_missed = False
    for term in asked.terms:
        form = tight(term.form)
        for name in names:
            form = form.removeprefix(name)
        if term.is_measure or term.form in aside or not form:
            continue
        weight = term.weight * (options.general_share if term.is_general else 1.0)
        strength = max(
            match_strength(
                form, texts, options.match, may_be_misspelt=False, renderings=term.renderings
            ),
            _inside(form, near),
            _without_ending(form, texts),
            _as_class(form, near),
        )
        total += weight
        reached += weight * strength
        is_own = term.weight == 1.0 and not term.is_general and not term.is_verb
        is_missed = is_missed or (is_own and strength == 0.0)
    return (reached / total if total else 1.0), is_missed


def _without_ending(form: str, texts: Texts) -> float:
    """1 where a word stands there but for the syllable that says what is counted ('투자액')."""
    stem = form[:-1]
    is_counted = len(stem) > 1 and form[-1] in "액수률율비"
    return float(is_counted and any(stem in one for one in (texts.quote, texts.headings)))


def _inside(form: str, labels: Sequence[str]) -> float:
    """1 where a word of the question is a label with an ending of its own ('투자액' of 투자)."""
    return max(
        (
            1.0
            for one in labels
            for word in own_words(one)
            if tight(word) == form or (len(word) > 1 and tight(word) in form)
        ),
        default=0.0,
    )


def _as_class(form: str, labels: Sequence[str]) -> float:
    """1 where a single letter is the class that a label names ('S' of 'S등급')."""
    if len(form) > 1:
        return 0.0
    is_named = re.compile(rf"{re.escape(form)}[’'\"\s]?{_CLASS}", re.IGNORECASE)
    return float(any(is_named.fullmatch(word) for one in labels for word in own_words(one)))
