"""What a reader found in the last few texts, so that no statement is read twice for the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps
from inspect import signature
from typing import Concatenate, ParamSpec, TypeVar, cast

_Rest = ParamSpec("_Rest")
_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecallLimits:
    """How much a reader remembers; everything it says of a text follows from the text alone."""

    texts: int = 64
    """A document is read statement by statement, and the readers of facts ask for the figures of
    one in turn; nothing is asked for again once the reading has gone on."""
    length: int = 1_000
    """Characters: no passage is longer, and what is found in a longer text may fill memory."""


LIMITS = RecallLimits()


def remembered(
    read: Callable[Concatenate[str, _Rest], _Found],
) -> Callable[Concatenate[str, _Rest], _Found]:
    """Make a reader keep what it found in the last short texts; what it gives must be immutable."""
    kept = cast(Callable[Concatenate[str, _Rest], _Found], lru_cache(maxsize=LIMITS.texts)(read))
    longest = LIMITS.length

    @wraps(read)
    def reading(text: str, /, *rest: _Rest.args, **named: _Rest.kwargs) -> _Found:
        if len(text) > longest:
            return read(text, *rest, **named)
        return kept(text, *rest, **named)

    if len(signature(read).parameters) > 1:
        return reading

    # Most readers take a text alone, and passing on nothing but it takes half the time.
    @wraps(read)
    def reading_alone(text: str, /) -> _Found:
        return kept(text) if len(text) <= longest else read(text)  # type: ignore[call-arg]

    return cast(Callable[Concatenate[str, _Rest], _Found], reading_alone)
