"""Where a text names local governments: 충남 보령시, 공주 예산, Jung-gu, Busan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from corpus.governments import (
    SMALL_LETTERS,
    Bare,
    Level,
    Municipality,
    english_name,
    municipalities,
    municipality_named,
)
from corpus.recall import remembered

__all__ = [
    "Bare",
    "Level",
    "Mention",
    "Municipality",
    "english_name",
    "find_municipalities",
    "municipalities",
    "municipality_named",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """text[start:end] names one of `municipalities`; several where the name alone cannot decide."""

    municipalities: tuple[Municipality, ...]
    start: int
    end: int

    @property
    def municipality(self) -> Municipality | None:
        """The one that is meant, or None where several could be."""
        return self.municipalities[0] if len(self.municipalities) == 1 else None


# Particles that may follow a name, longest first; two may stand together (에서는, 만의).
_PARTICLE = (
    "에서|에게|이랑|하고|으로|부터|까지|보다|처럼|마다|조차|밖에|이나|이란|이고|이며|인데|이야|이요|"
    "은요|는요|[은는이가을를의에도만과와랑로나야요란시군구측쪽께선]"
)
_WORD_END = re.compile(rf"(?:{_PARTICLE}){{0,2}}(?![가-힣])")
# What a city has or does: after a name it (or a year) shows that the name is a place.
_CIVIC = (
    "예산|재정|시장|군수|구청|시청|군청|도청|도지사|의회|시의회|군의회|시민|군민|구민|도민|주민|인구|"
    "민원|청렴|감사|일상감사|종합감사|계약심사|축제|공약|조례|부채|채무|세입|세출|결산|살림|주요업무|"
    "시정|군정|구정|도정|공무원|부시장|부군수|청사|보건소|도서관|관광|업무계획|직무성과"
)
_CIVIC_JOINED = re.compile(rf"{_CIVIC}|지역|형\s|형(?=뉴딜|그린)")
_CIVIC_AFTER = re.compile(
    rf"(?:{_PARTICLE})?\s*(?:\d{{4}}(?!\d)|(?:[’‘']?\d{{2}}\s*년도?\s*)?(?:{_CIVIC}))"
)
_OPENING = re.compile(r"(?:^|[.?!,:(「『\"'“‘\n]|(?<!\d)\d{2,4}\s*년도?|\d{4}|그럼|그러면)\s*$")
_AND = re.compile(r"\s*(?:이?랑|와|과|하고|,|·|ㆍ|/|및|또는|이?나|vs\.?|and)\s*", re.IGNORECASE)
_ELLIPSIS = re.compile(rf"(?:{_PARTICLE}){{0,2}}요?\s*[?？.!~]*\s*$")
_YEAR_BEFORE = re.compile(r"\d\s*년도?$")
# 시 here begins a word of its own: 시키다, 시설, 시간, 시대, 시점, 시리즈, 시스템, 시즌.
_NOT_CITY = re.compile(r"[키켜켰킨킬킴킵설간대점즌]|리즈|스템")
_ENGLISH_KIND = re.compile(
    r"(?:[ -](?:si|gun|gu|do|city|county|district|province|metropolitan city)\b)?", re.IGNORECASE
)
_LOOK_BEHIND = 12  # characters; enough for '2022 회계연도'
_CAPITAL = re.compile("[A-Z]")
_PAIR = 2  # characters, the length of the shortest name


class _Kind(StrEnum):
    FULL = "full"
    SHORT = "short"
    ENGLISH = "english"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """One way of writing one government's name."""

    municipality: Municipality
    kind: _Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """Candidates at a place; `is_sure` is False while only evidence could settle it."""

    municipalities: tuple[Municipality, ...]
    start: int
    end: int
    is_sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Register:
    """Every written form, and how to find where one may stand.

    `lengths` gives, for the first two characters of a form, how long the forms that begin so are,
    longest first; `candidate` matches the first character of any such pair.
    """

    forms: dict[str, tuple[_Form, ...]]
    lengths: dict[str, tuple[int, ...]]
    candidate: re.Pattern[str]


def _written(one: Municipality) -> Iterator[tuple[str, _Kind]]:
    yield one.korean, _Kind.FULL
    if 1 < len(one.short) < len(one.korean) and one.bare is not Bare.NEVER:
        yield one.short, _Kind.SHORT
    for alias in one.aliases:
        yield alias.translate(SMALL_LETTERS), _Kind.ENGLISH if alias.isascii() else _Kind.FULL
    english = one.english.translate(SMALL_LETTERS)
    if len(one.short) > 1:
        yield english, _Kind.ENGLISH
    else:  # 'Nam', 'Dong' and 'Jung' alone are names of people and English words
        yield f"{english}-gu", _Kind.ENGLISH
        yield f"{english} district", _Kind.ENGLISH


@cache
def _register() -> _Register:
    forms: dict[str, tuple[_Form, ...]] = {}
    for one in municipalities():
        for surface, kind in _written(one):
            forms[surface] = (*forms.get(surface, ()), _Form(municipality=one, kind=kind))
    lengths: dict[str, set[int]] = {}
    for surface in forms:
        lengths.setdefault(surface[:_PAIR], set()).add(len(surface))
    first, second = (
        re.escape("".join(sorted({pair[place] for pair in lengths}))) for place in range(_PAIR)
    )
    return _Register(
        forms=forms,
        lengths={pair: tuple(sorted(found, reverse=True)) for pair, found in lengths.items()},
        candidate=re.compile(f"[{first}](?=[{second}])"),
    )


def _starts_word(text: str, start: int) -> bool:
    before = text[max(0, start - _LOOK_BEHIND) : start]
    return not before or not before[-1].isalnum() or bool(_YEAR_BEFORE.search(before))


def _ends_word(text: str, end: int) -> bool:
    return bool(_WORD_END.match(text, end) or _CIVIC_JOINED.match(text, end))


def _lower_follows(one: Municipality, text: str, end: int) -> bool:
    """Whether a lower-level government's full name is glued on: 부산해운대구."""
    return one.level is Level.UPPER and any(
        form.municipality.upper == one.korean and form.kind is _Kind.FULL
        for length in _register().lengths.get(text[end : end + _PAIR], ())
        if end + length <= len(text)
        for form in _register().forms.get(text[end : end + length], ())
    )


def _fits(form: _Form, text: str, start: int, end: int, before: _Found | None) -> bool:
    """Whether the characters around a form let it be a name rather than part of another word."""
    one = form.municipality
    if form.kind is _Kind.ENGLISH:
        around = text[max(0, start - 1) : start] + text[end : end + 1]
        return not any(character.isascii() and character.isalnum() for character in around)
    if any(text.startswith(word, start) for word in one.longer_words):
        return False
    glued = before is not None and before.end == start and _is_upper_of(before, one)
    is_opening = glued or _starts_word(text, start)
    if form.kind is _Kind.FULL:
        if len(one.short) == 1:
            return is_opening and _ends_word(text, end)
        if one.bare in (Bare.EVIDENCE, Bare.NEVER) and _NOT_CITY.match(text, end):
            return False
        is_long = end - start > len("보령시") or one.bare is Bare.JOINED
        return is_opening or is_long or text[start - 1].isdigit()
    if one.bare is Bare.JOINED:
        return is_opening
    return is_opening and (_ends_word(text, end) or _lower_follows(one, text, end))


def _is_upper_of(found: _Found, lower: Municipality) -> bool:
    return any(
        one.level is Level.UPPER and one.korean == lower.upper for one in found.municipalities
    )


def _scan(text: str) -> list[_Found]:
    """Everything that can be a name, longest form first, never overlapping."""
    register = _register()
    lowered = text.translate(SMALL_LETTERS) if _CAPITAL.search(text) else text
    found: list[_Found] = []
    position = 0
    while candidate := register.candidate.search(lowered, position):
        start = candidate.start()
        one = _longest_at(text, lowered, start, found[-1] if found else None)
        if one is not None:
            found.append(one)
        position = one.end if one is not None else start + 1
    return found


def _longest_at(text: str, lowered: str, start: int, before: _Found | None) -> _Found | None:
    """The longest form at `start` that can be a name there; `before` is the last one found."""
    register = _register()
    for length in register.lengths.get(lowered[start : start + _PAIR], ()):
        end = start + length
        forms = register.forms.get(lowered[start:end]) if end <= len(text) else None
        if forms is None:
            continue
        fitting = tuple(form for form in forms if _fits(form, text, start, end, before))
        if fitting:
            return _found(fitting, text, start, end)
    return None


def _found(forms: tuple[_Form, ...], text: str, start: int, end: int) -> _Found:
    if forms[0].kind is _Kind.ENGLISH and (kind := _ENGLISH_KIND.match(text, end)):
        end = kind.end()
    return _Found(
        municipalities=tuple(form.municipality for form in forms),
        start=start,
        end=end,
        is_sure=any(
            form.kind is not _Kind.SHORT or form.municipality.bare is not Bare.EVIDENCE
            for form in forms
        ),
    )


def _merged(found: list[_Found], text: str) -> list[_Found]:
    """'충남 보령시', '경남 고성', 'Jung-gu, Busan': the upper level settles which one is meant."""
    merged: list[_Found] = []
    for one in found:
        if merged:
            last = merged[-1]
            gap = text[last.end : one.start]
            inside = tuple(lower for lower in one.municipalities if _is_upper_of(last, lower))
            named = tuple(lower for lower in last.municipalities if _is_upper_of(one, lower))
            if gap in ("", " ") and inside:
                merged[-1] = _Found(
                    municipalities=inside, start=last.start, end=one.end, is_sure=True
                )
                continue
            if gap in (", ", "(", " in ") and named and last.is_sure:
                merged[-1] = replace(last, municipalities=named, end=one.end)
                continue
        merged.append(one)
    return merged


def _speaks_for(text: str, one: _Found) -> bool:
    """Whether the words around an ordinary word show that it is the place: '공주 예산은?'."""
    opening = _OPENING.search(text[max(0, one.start - _LOOK_BEHIND) : one.start])
    if opening is None or (opening.group() == "" and one.start > 0):
        return False
    if _CIVIC_AFTER.match(text, one.end):
        return True
    asks_alone = text[: one.start].strip() in ("", "그럼", "그러면", "그리고")
    return asks_alone and _ELLIPSIS.match(text, one.end) is not None


def _settled(found: list[_Found], text: str) -> list[_Found]:
    """Sure names, and ordinary words with evidence, which spreads along a list (공주, 보령)."""
    sure = [one.is_sure or _speaks_for(text, one) for one in found]
    for pairs in (range(1, len(found)), range(len(found) - 1, 0, -1)):
        for index in pairs:
            gap = text[found[index - 1].end : found[index].start]
            if sure[index - 1] != sure[index] and _AND.fullmatch(gap):
                sure[index - 1] = sure[index] = True
    return [one for one, is_sure in zip(found, sure, strict=True) if is_sure]


@remembered
def find_municipalities(text: str) -> tuple[Mention, ...]:
    """Where a text (NFC) names local governments, in order; time grows linearly with the text.

    An upper-level name in front becomes part of the mention ('충남 보령시'). A name that several
    governments bear (중구, 고성군, 광주) gives all of them, the upper-level one first, unless the
    text names a region that leaves fewer. Particles stay outside the mention.
    """
    found = _scan(text)
    if not found:
        return ()
    settled = _settled(_merged(found, text), text)
    regions = {one.municipalities[0].region for one in settled if len(one.municipalities) == 1}
    mentions = []
    for one in settled:
        within = tuple(each for each in one.municipalities if each.region in regions)
        mentions.append(
            Mention(municipalities=within or one.municipalities, start=one.start, end=one.end)
        )
    return tuple(mentions)
