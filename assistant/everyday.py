"""Everyday words: what citizens say, with the words of plans and reports that may mean it.

`everyday.csv` holds a word or phrase in its first column and, parted by '|', the official words in
its second, the most usual first. It reads one way: who asks about dogs may be answered out of a
plan for pets, while a plan for pets is asked about in its own words. Phrases ('들어온 돈') are
compared by their content words, so that every inflection of them is found.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import index

EVERYDAY = Path(__file__).with_name("everyday.csv")

# What is said in a phrase; particles, endings and auxiliaries only carry it.
_CONTENT = frozenset({"NNG", "NNP", "NNB", "NP", "XR", "SL", "VV", "VA", "MM", "MAG"})

_SYLLABLE = re.compile(r"[가-힣]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Several words of a question that mean one thing; text[start:end] covers them.

    `form` is the phrase as it is listed, `official` what plans call it.
    """

    form: str
    official: tuple[str, ...]
    start: int
    end: int


def official(word: str) -> tuple[str, ...]:
    """What plans may call the thing a single everyday word names; () for any other word."""
    return _rows()[0].get(word.lower(), ())


def official_of(word: index.Word, text: str) -> tuple[str, ...]:
    """What plans may call a word of a text.

    A single syllable that goes on from another word ('소' of '열 개소') is no word of its own.
    """
    if len(word.form) < 2 and _SYLLABLE.match(text[: word.start][-1:]):
        return ()
    return official(word.form)


def phrases_in(words: Sequence[index.Word]) -> tuple[Phrase, ...]:
    """The everyday phrases among the morphemes of a text, in order, the longest at each place."""
    rows = _rows()[1]
    content = [
        word
        for order, word in enumerate(words)
        # Right after an adverb no verb is an auxiliary: '새로 만드는'.
        if _bare(word.tag) in _CONTENT
        or (_bare(word.tag) == "VX" and order and words[order - 1].tag == "MAG")
    ]
    found: list[Phrase] = []
    at = 0
    while at < len(content):
        for length in range(min(_longest(), len(content) - at), 1, -1):
            run = content[at : at + length]
            row = rows.get(tuple(word.form for word in run))
            if row is not None:
                found.append(
                    Phrase(form=row[0], official=row[1], start=run[0].start, end=run[-1].end)
                )
                at += length - 1
                break
        at += 1
    return tuple(found)


def _bare(tag: str) -> str:
    """A tag without the mark of regular and irregular stems ('VV-I')."""
    return tag.partition("-")[0]


_Rows = tuple[dict[str, tuple[str, ...]], dict[tuple[str, ...], tuple[str, tuple[str, ...]]]]


@cache
def _rows() -> _Rows:
    """The single words with their official ones, and the phrases by their content words."""
    single: dict[str, tuple[str, ...]] = {}
    phrases: dict[tuple[str, ...], tuple[str, tuple[str, ...]]] = {}
    with EVERYDAY.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            form, names = row["everyday"], tuple(row["official"].split("|"))
            if " " not in form:
                single[form] = names
                continue
            words = index.analyse(form)
            key = tuple(word.form for word in words if _bare(word.tag) in _CONTENT)
            if len(key) > 1:
                phrases[key] = (form, names)
    return single, phrases


@cache
def _longest() -> int:
    return max(map(len, _rows()[1]))
