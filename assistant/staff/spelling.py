"""Did you mean: words of the documents that differ from a typed one by a single letter (jamo).

The way of SymSpell (Garbe, 2012): every word of the vocabulary is kept under each form that it has
with one letter left out. A typed word meets one that has a letter more, less or other than it in a
few look-ups, however large the vocabulary is.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellingOptions:
    """How words are told from their misspellings.

    `most_words` of the vocabulary are kept, the commonest. A word of fewer than `fewest_letters`
    becomes too many others with one letter changed. `most_suggestions` are shown.
    """

    most_words: int = 20_000
    fewest_letters: int = 4
    most_suggestions: int = 3


class Spelling:
    """The words of one snapshot, found by their misspellings."""

    def __init__(
        self, vocabulary: Sequence[tuple[str, int]], options: SpellingOptions | None = None
    ) -> None:
        self._options = options or SpellingOptions()
        self._counts = dict(vocabulary[: self._options.most_words])
        self._near: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._counts:
            letters = letters_of(word)
            if len(letters) >= self._options.fewest_letters and not word.isdecimal():
                for form in _shortened(letters):
                    self._near[form].append(word)

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Words of the documents that may be meant, the commonest first; none for one of them."""
        letters = letters_of(word)
        if word in self._counts or len(letters) < self._options.fewest_letters:
            return ()
        found = {
            other
            for form in _shortened(letters)
            for other in self._near.get(form, ())
            if _differ_by_one(letters, letters_of(other))
        }
        ordered = sorted(found, key=lambda one: (-self._counts[one], one))
        return tuple(ordered[: self._options.most_suggestions])


def letters_of(word: str) -> str:
    """A word as its letters: 예산 is ㅇㅖㅅㅏㄴ; case aside."""
    return unicodedata.normalize("NFD", word.lower())


def _shortened(letters: str) -> Iterator[str]:
    yield letters
    for place in range(len(letters)):
        yield letters[:place] + letters[place + 1 :]


def _differ_by_one(one: str, other: str) -> bool:
    """Whether one letter more, less or other makes the one the other, or two that are swapped."""
    if len(one) == len(other):
        places = [
            place for place, pair in enumerate(zip(one, other, strict=True)) if len(set(pair)) > 1
        ]
        if len(places) == 2 and places[1] == places[0] + 1:
            first, second = places
            return one[first] == other[second] and one[second] == other[first]
        return len(places) == 1
    shorter, longer = sorted((one, other), key=len)
    return len(longer) - len(shorter) == 1 and any(
        longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer))
    )
