"""Portions: what share of a whole a part is, and a rate that its name tells how to reckon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.arithmetic import PER_CENT
from assistant.entries import Entry
from assistant.grammar import Asked
from assistant.matching import tight
from assistant.proportions import DENIED, Proportion, head_in, names_in
from assistant.retrieve import Retrieved
from assistant.shares import in_hundred
from assistant.stretches import (
    Reckoned,
    Stretch,
    StretchOptions,
    bound_of,
    figures_said,
    fits_unit,
    is_of_its_year,
    met_by,
    said,
    worth_for,
)
from assistant.understand import Understanding
from assistant.wholes import Split, is_of_these, is_plain, splits_of

_PRINTED = re.compile(r"\s?[(,]\s?(?:전체의\s?|약\s?)?\d[\d.,]*\s?%")
_CHANGE = re.compile(r"늘[어린]|증액|증가|감액|감소|줄[어인]|깎[은인]")
_REACHED = re.compile(r"달성|이행|완료|참석|참여|집행|선정|반영|채[운웠]|이[룬뤘]")
_BASE = re.compile(
    r"심사|요청|예산|목표|계획|대상|정원|모집|발행|부과|편성|전체|총|모두|위촉|신청|접수|초청|배정"
)


def shares(
    asked: Understanding,
    wanted: Proportion,
    stretch: Stretch,
    retrieved: Retrieved,
    options: StretchOptions,
) -> Iterator[Reckoned]:
    """What share of its whole the figure is that a question names."""
    names, over = names_in(wanted.part), names_in(wanted.whole, verbs=False)
    names -= over
    stated, total = figures_said(wanted.part), figures_said(wanted.whole)
    may_change = _CHANGE.search(f"{wanted.whole} {wanted.part}") is not None
    splits = splits_of(stretch.entries, options.wholes, may_change=may_change)
    # 'of these 18 (9 of them)': what is out of another is no whole unless it is asked about.
    inner = {one.part.figure.start for one in splits if not one.is_sum}
    for split in (*splits, *_named_apart(wanted, stretch, options)):
        part, whole = split.part, split.whole
        if not fits_unit(wanted.unit, part) or not (
            is_of_its_year(part, asked) and is_of_its_year(whole, asked)
        ):
            continue
        met = met_by(names, part.own) + (part.figure.value in stated)
        if not met and wanted.is_denied and (_is_denied(part) or _is_reached(part)):
            met = 1  # '못 이룬 비율': the part is named by its denial alone
        if not met or met_by(names, whole.own) >= met or met * 2 < len(names):
            continue
        if (stated and part.figure.value not in stated) or (
            total and whole.figure.value not in total
        ):
            continue
        is_rest = wanted.is_denied and not _is_denied(part)
        if _is_denied(part) and not wanted.is_denied:
            continue
        if over and not _is_whole(over, whole, stretch):
            continue
        is_inner = whole.figure.start in inner or is_of_these(whole)
        if is_inner and not _is_named(whole, asked):
            continue
        worth = worth_for(asked, (part, whole), stretch, retrieved, options)
        if worth <= 0:
            continue
        printed = _PRINTED.match(stretch.text, part.figure.end)
        if is_rest and (part.figure.bound is not None or not _is_reached(part)):
            continue
        share, above = part.figure.value / whole.figure.value, said(part.figure)
        if is_rest:
            # A printed figure of what was not reached is better than what is left over.
            share, above = 1 - share, f"({said(whole.figure)} - {above})"
        is_printed = printed is not None and not is_rest
        yield Reckoned(
            worth=worth + options.by_word * (0 if is_rest else met),
            stretch=stretch,
            terms=(part, whole),
            expression="" if is_printed else f"{above} ÷ {said(whole.figure)}{PER_CENT}",
            result=f"{in_hundred(share)}%{bound_of(part.figure)}",
            kind=Asked.SHARE,
        )


def _is_denied(one: Entry) -> bool:
    return DENIED.search(f"{one.lead} {one.name} {one.behind}") is not None


def _is_reached(one: Entry) -> bool:
    """Whether a figure is of what was done, so that the rest of its whole was not."""
    return _REACHED.search(f"{one.name} {one.behind}") is not None


def _is_named(one: Entry, asked: Understanding) -> bool:
    """Whether a question says the last word of a figure's name."""
    words = one.name.split()
    return bool(words) and tight(words[-1]) in tight(asked.text)


def _is_whole(over: frozenset[str], whole: Entry, stretch: Stretch) -> bool:
    """Whether what a share is taken of is what the question takes it of."""
    around = tight(
        " ".join(
            (
                whole.own,
                stretch.text[whole.passage.start : whole.segment[1]],
                *whole.passage.heading_path,
                stretch.candidate.evidence.document.title,
            )
        )
    )
    return met_by(over, around) * 2 >= len(over)


def _named_apart(wanted: Proportion, stretch: Stretch, options: StretchOptions) -> Iterator[Split]:
    """A part and a whole that the question names both, each by a noun that only it has."""
    part_head, whole_head = head_in(wanted.part), head_in(wanted.whole)
    if not part_head or not whole_head or part_head == whole_head:
        return
    usable = [one for one in stretch.entries if is_plain(one)]
    wholes = [
        one for one in usable if met_by(whole_head, one.own) and not met_by(part_head, one.own)
    ]
    for part in usable:
        if not met_by(part_head, part.own) or met_by(whole_head, part.own):
            continue
        larger = [
            one
            for one in wholes
            if one.figure.unit == part.figure.unit
            and one.figure.value > part.figure.value
            and abs(one.figure.start - part.figure.start) <= options.apart
        ]
        if larger and len({one.figure.value for one in larger}) == 1:
            yield Split(part=part, whole=larger[0], is_sum=False)


def named_rates(
    asked: Understanding,
    wanted: Proportion,
    stretch: Stretch,
    retrieved: Retrieved,
    options: StretchOptions,
) -> Iterator[Reckoned]:
    """A rate by its name ('절감률'): what was done over what it was done to, in one sentence."""
    names = names_in(wanted.part)
    for part in (one for one in stretch.entries if is_plain(one) and is_of_its_year(one, asked)):
        if tight(wanted.each) not in tight(f"{part.name} {part.behind}"):
            continue
        if names and not met_by(names, part.own):
            continue
        bases = [
            one
            for one in stretch.entries
            if one.segment == part.segment
            and is_plain(one)
            and one.figure.unit == part.figure.unit
            and one.figure.value > part.figure.value
            and one.year == part.year
        ]
        if len(bases) != 1:
            continue
        whole = bases[0]
        between = stretch.text[whole.figure.end : part.figure.start]
        is_base = "→" in between or _BASE.search(f"{whole.name} {whole.behind}")
        worth = worth_for(asked, (part, whole), stretch, retrieved, options) if is_base else 0.0
        sentence = stretch.text[part.segment[0] : part.segment[1]]
        if worth > 0:
            ratio = in_hundred(part.figure.value / whole.figure.value)
            yield Reckoned(
                worth=worth,
                stretch=stretch,
                terms=(part, whole),
                expression=""
                if "%" in sentence
                else f"{said(part.figure)} ÷ {said(whole.figure)}{PER_CENT}",
                result=f"{ratio}%",
                kind=Asked.SHARE,
            )
