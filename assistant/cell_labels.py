"""Labels of rows and columns: their years, how an answer says them, and whether a question does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.cell_units import printed_unit
from assistant.matching import tight
from assistant.synonyms import synonyms
from assistant.understand import Understanding, is_measure_word

_YEAR = re.compile(
    r"(?<![\d,.])(?:['‘’`](?P<short>\d\d)|(?P<full>(?:19|20)\d\d))(?![\d,])\s?(?:년도?)?"
)
_BRACKET = re.compile(r"\s?[(\[（](?P<inside>[^()\[\]（）]*)[)\]）]")
_FORMULA = re.compile(r"[A-Z][A-Z+\-–−/÷×=%*\d\s]*|[A-Za-z]")
_APART = re.compile(r"(?<![가-힣A-Za-z])([가-힣])[ \u3000]+([가-힣])(?![가-힣A-Za-z])")
_WORD = re.compile(r"[가-힣A-Za-z0-9]+")
_TOTAL = re.compile(r"(?:합|총|소|누)?계|전체|총액|총규모|총합|총괄")
_LEAD_MARK = re.compile(r"^(?:[\W_]+|[①-⑳]|\d{1,2}[.)]|[가-하][.)]|[Ⅰ-Ⅻ][.)]?|표\s?\d*\]?)\s*")
_ASIDE_OF_LEAD = frozenset({"최근", "현황", "추이"})
_LAST_YEAR = re.compile(r"전년|지난해|직전")
_BULLET = re.compile(r"^[-·ㆍ○◦*※]+\s*")
_PHASES = ("목표", "실적", "계획", "결산", "예산", "전망", "추정")
# What a last syllable says of a word, and the ways in which a question asks for just that.
_ENDINGS = {
    "액": re.compile(r"금액|얼마|얼만|액수|돈|how much|amount", re.IGNORECASE),
    "수": re.compile(r"몇|개수|건수|인원|숫자|얼마나|how many|number", re.IGNORECASE),
    "률": re.compile(r"몇\s?(?:%|퍼센트|프로)|비율|percent|rate", re.IGNORECASE),
    "율": re.compile(r"몇\s?(?:%|퍼센트|프로)|비율|percent|rate", re.IGNORECASE),
    "비": re.compile(r"비용|얼마|얼만|돈|금액|how much|cost", re.IGNORECASE),
}
_SHORT = 2  # syllables; so short a word also stands inside others


def year_of_label(label: str) -> int | None:
    """The one year that a label names; None for none or several."""
    found = {_full(match) for match in _YEAR.finditer(label)}
    return found.pop() if len(found) == 1 else None


def years_of_heads(heads: Sequence[str]) -> tuple[int | None, ...]:
    """The year of each column; one of last year follows from the only year named beside it."""
    years = [year_of_label(one) for one in heads]
    known = {one for one in years if one is not None}
    if len(known) == 1:
        (only,) = known
        return tuple(
            only - 1 if year is None and _LAST_YEAR.search(head) else year
            for year, head in zip(years, heads, strict=True)
        )
    return tuple(years)


def _full(match: re.Match[str]) -> int:
    return int(match["full"]) if match["full"] else 2000 + int(match["short"])


def said_label(label: str) -> str:
    """A label as an answer says it: years written out, no unit, no sign of a formula."""

    def without_unit(match: re.Match[str]) -> str:
        inside = match["inside"].strip()
        is_aside = printed_unit(inside) or _FORMULA.fullmatch(inside) or not inside
        return "" if is_aside else match.group()

    def written_out(match: re.Match[str]) -> str:
        printed = match.group()
        ending = "도" if printed.strip().endswith("도") else ""
        return f"{_full(match)}년{ending}{' ' if printed.endswith(' ') else ''}"

    bare = _BRACKET.sub(without_unit, _APART.sub(r"\1\2", _BULLET.sub("", label)))
    return " ".join(_YEAR.sub(written_out, bare).split())


def lead_name(lead: str) -> str:
    """What a table is called by the line above it, without numbering and words that hold digits."""
    words: list[str] = []
    for word in _BRACKET.sub(" ", _LEAD_MARK.sub("", _LEAD_MARK.sub("", lead))).split():
        if re.search(r"\d", word):
            words = []
        elif not (word.endswith("별") and len(word) > _SHORT) and word not in _ASIDE_OF_LEAD:
            words.append(word.strip("<>[]():,"))
    return " ".join(words)


def is_total(label: str) -> bool:
    """Whether a row or column holds what the others add up to."""
    return _TOTAL.fullmatch(re.sub(r"\s|\(.*\)", "", label)) is not None


def own_words(label: str) -> tuple[str, ...]:
    """The words of a label that tell it from others: no years, brackets or words of measure."""
    bare = _BRACKET.sub(" ", _YEAR.sub(" ", _APART.sub(r"\1\2", label)))
    words = [word for word in _WORD.findall(bare) if word not in {"년", "년도", "단위"}]
    telling = [word for word in words if not is_measure_word(word) and not is_total(word)]
    return tuple(telling or (word for word in words if len(word) > _SHORT - 1))


def phase_of(text: str) -> frozenset[str]:
    """Which of a figure's phases a text names: 목표, 실적, 예산, …"""
    return frozenset(phase for phase in _PHASES if phase in text)


def is_whole_said(label: str, asked: Understanding, text: str) -> bool:
    """Whether a question says a label: all of it, or each word that tells it from others."""
    words = own_words(label)
    whole = tight("".join(words))
    if len(whole) > _SHORT and whole in tight(text):
        return True
    return bool(words) and all(is_word_said(word, asked, text) for word in words)


def share_said(label: str, asked: Understanding, text: str) -> float:
    """How much of a label, by letters, a question says; 0 where it leaves out the last word."""
    words = own_words(label)
    if len(words) < _SHORT or not is_word_said(words[-1], asked, text):
        return 0.0
    return sum(len(one) for one in words if is_word_said(one, asked, text)) / sum(map(len, words))


def is_word_said(word: str, asked: Understanding, text: str) -> bool:
    """Whether a question says a word of a label, or asks for it in other words ('아낀 금액')."""
    for way in (word, *synonyms(word)):
        if _stands(way, text) or _is_rendered(way, asked):
            return True
    fits = _ENDINGS.get(word[-1:])
    stem = word[:-1]
    return bool(
        fits
        and len(stem) >= _SHORT
        and fits.search(text)
        and (stem in text or _is_rendered(stem, asked))
    )


def _stands(word: str, text: str) -> bool:
    bare, within = tight(word), tight(text)
    if not bare or bare not in within:
        return False
    if len(bare) > _SHORT:
        return True
    if re.fullmatch(r"[a-z\d]+", bare):
        return re.search(rf"(?<![A-Za-z\d]){re.escape(word)}(?![A-Za-z\d])", text, re.I) is not None
    # '주의' does not stand in '민주의'; a question without blanks leaves no way to tell.
    parted = re.search(rf"(?<![가-힣]){re.escape(word)}", text) is not None
    return parted or (
        len(bare) == _SHORT and bool(re.search(rf"[시군구의]{re.escape(word)}", text))
    )


def _is_rendered(word: str, asked: Understanding) -> bool:
    ways = [tight(way) for term in asked.terms for way in term.renderings]
    return asked.language != "ko" and tight(word) in ways
