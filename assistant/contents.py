"""The outline of a document beside its text: its headings, and on which part each stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import corpus
from assistant.viewer import Part, part_at


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsOptions:
    """`most_entries` are listed: more cannot be looked through, and each costs a hundred bytes.

    A document with more headings shows those of its upper levels, and all of the shown part as far
    as there is room. `most_depth` is how deep entries are indented.
    """

    most_entries: int = 250
    most_depth: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A heading: its words, how deep it stands (from 0), and where.

    `is_here` says that it is in the shown part; `is_current` that the cited span is under it.
    """

    heading: str
    depth: int
    anchor: str
    part: Part
    is_here: bool
    is_current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The entries in reading order; `unlisted` counts the headings that are left out."""

    entries: tuple[Entry, ...]
    unlisted: int


def contents_of(
    sections: Sequence[corpus.Section],
    parts: Sequence[Part],
    part: Part,
    cited: tuple[int, int] | None,
    options: ContentsOptions,
) -> Contents:
    """The headings of a document as its page lists them beside one of its parts."""
    headed = sorted(
        (one for one in sections if one.heading.strip()), key=lambda one: (one.start, -one.end)
    )
    chosen = _chosen(headed, part, options.most_entries)
    current = _current(headed, cited)
    least = min((len(one.heading_path) for one in chosen), default=1)
    return Contents(
        entries=tuple(
            Entry(
                heading=one.heading,
                depth=min(len(one.heading_path) - least, options.most_depth),
                anchor=one.id.rpartition("/")[2],
                part=part_at(parts, one.start),
                is_here=part.start <= one.start < part.end,
                is_current=one is current,
            )
            for one in chosen
        ),
        unlisted=len(headed) - len(chosen),
    )


def _chosen(headed: Sequence[corpus.Section], part: Part, most: int) -> Sequence[corpus.Section]:
    """As many levels as there is room for, then those of the shown part."""
    if len(headed) <= most:
        return headed
    kept: set[int] = set()
    for depth in sorted({len(one.heading_path) for one in headed}):
        level = {place for place, one in enumerate(headed) if len(one.heading_path) == depth}
        if len(kept) + len(level) > most:
            break
        kept |= level
    for place, one in enumerate(headed):
        if len(kept) >= most:
            break
        if part.start <= one.start < part.end:
            kept.add(place)
    return [headed[place] for place in sorted(kept)]


def _current(
    headed: Sequence[corpus.Section], cited: tuple[int, int] | None
) -> corpus.Section | None:
    """The innermost section that the cited span begins in."""
    if cited is None:
        return None
    around = [one for one in headed if one.start <= cited[0] < one.end]
    return max(around, key=lambda one: (one.start, -one.end), default=None)
