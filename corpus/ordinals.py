"""Numbers that number a thing instead of counting: 제3기, 4차 산업혁명, 5급, 3세대, 10년 차, 6번째."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.numerals import Numeral

_AFTER_PREFIX = re.compile(
    r" ?(?P<unit>기|회|대|호기|호선|호|조|장|절|항|차|단계|권|편|종|급|지구|공구|위|등|과|부|관|분과|학년|막|여객|야전)?"
)
_ORDINAL = re.compile(
    r"(?P<unit>차(?![량로선단이])|번째|급(?![식여등])|세대(?! ?(?:수|주|가|를|이상|규모|공급|입주|분양))|호선|호기|학년|학기|단계(?! ?(?:상승|하락|향상|개선|올|낮))"
    r"|주차(?!장)|일차|년 ?차(?!례)|년째|회차|주년|층|차원)"
)
_FLOOR_BEFORE = re.compile(r"(?:지상|지하|높이|총|최고|최대) ?$")
_FLOOR_AFTER = re.compile(r" ?(?:규모|건물|높이|짜리|이상|이하|아파트|주택)")
_FEW = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordinal:
    """A number that tells which one, at text[start:end] == raw; `unit` is '' for a bare 제5.

    The flag 'ambiguous' marks 3단계 and 3세대, which may also count.
    """

    start: int
    end: int
    raw: str
    number: int
    unit: str
    flags: tuple[str, ...] = ()


def ordinal_at(text: str, folded: str, numeral: Numeral) -> Ordinal | None:
    """The ordinal that a numeral belongs to, None where it is a plain number."""
    if not numeral.is_plain or numeral.value is None or numeral.value % 1:
        return None
    start = numeral.start
    prefix = _prefix_start(folded, start)
    if prefix is not None:
        match = _AFTER_PREFIX.match(folded, numeral.end)
        unit = (match["unit"] if match else None) or ""
        end = match.end() if match and unit else numeral.end
        return _ordinal(text, prefix, end, numeral, unit, ())
    match = _ORDINAL.match(folded, numeral.end)
    if match is None or numeral.approximate:
        return None
    unit, flags = match["unit"].replace(" ", ""), ()
    if unit == "층" and (
        _FLOOR_BEFORE.search(folded[max(0, start - 4) : start]) or _FLOOR_AFTER.match(folded, match.end())
    ):
        return None
    if unit in {"주년"}:
        return None
    if unit in {"세대", "단계"}:
        if unit == "세대" and numeral.value > _FEW:
            return None
        return _ordinal(text, start, match.end(), numeral, unit, ("ambiguous",))
    return _ordinal(text, start, match.end(), numeral, unit, flags)


def _prefix_start(folded: str, start: int) -> int | None:
    """Where 제 stands before a number, unless it ends a word (과제 3건, 경제 5개년)."""
    position = start - 1
    if position >= 1 and folded[position] == " ":
        position -= 1
    if position < 0 or folded[position] != "제":
        return None
    before = folded[position - 1 : position] if position else ""
    if "가" <= before <= "힣":
        return None
    return position


def _ordinal(
    text: str, start: int, end: int, numeral: Numeral, unit: str, flags: tuple[str, ...]
) -> Ordinal:
    return Ordinal(
        start=start,
        end=end,
        raw=text[start:end],
        number=int(numeral.value or 0),
        unit=unit,
        flags=flags,
    )
