"""Numbers that tell which one, not how many: 제3기, 4차 산업혁명, 5급, 3세대, 10년 차, 6번째."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.numerals import Numeral

_PREFIXED = re.compile(
    r"(?P<digits>[0-9]{1,6})(?!,?[0-9]|[.-][0-9])"
    r"(?P<unit>기|회|대|호기|호선|호|조|장|절|항|차|단계|권|편|종|급|지구|공구|위|등|과"
    r"|부|관|분과|학년|막)?"
)
_ORDINAL = re.compile(
    r"(?P<unit>차(?![량로선단이례])|번째|급(?![식여등])|세대(?! ?(?:수|주|가|를|이상|규모|공급"
    r"|입주|분양))|호선|호기|학년|학기|단계(?! ?(?:상승|하락|향상|개선|올|낮))"
    r"|주차(?!장)|일차|년 ?차(?!례)|년째|회차|층"
    r"|대(?= ?(?:대통령|대선|총선|국회|의회|시의회|도의회|시장|군수|도지사|구청장|의장"
    r"|회장|위원장)))"
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
    start = numeral.start
    prefix = _prefix_start(folded, start)
    if prefix is not None:
        return _prefixed(text, folded, prefix, start)
    if not numeral.is_plain or numeral.value is None or numeral.value % 1:
        return None
    match = _ORDINAL.match(folded, numeral.end)
    if match is None or numeral.approximate:
        return None
    unit = match["unit"].replace(" ", "")
    flags: tuple[str, ...] = ()
    if unit == "층" and (
        _FLOOR_BEFORE.search(folded[max(0, start - 4) : start])
        or _FLOOR_AFTER.match(folded, match.end())
    ):
        return None
    if unit in {"세대", "단계"}:
        if unit == "세대" and numeral.value > _FEW:
            return None
        flags = ("ambiguous",)
    return Ordinal(
        start=start,
        end=match.end(),
        raw=text[start : match.end()],
        number=int(numeral.value),
        unit=unit,
        flags=flags,
    )


def _prefixed(text: str, folded: str, start: int, digits_start: int) -> Ordinal | None:
    """The ordinal that 제 opens: 제3기, 제1조 (where 조 is no trillion)."""
    match = _PREFIXED.match(folded, digits_start)
    if match is None:
        return None
    end = match.end() if match["unit"] else match.end("digits")
    return Ordinal(
        start=start,
        end=end,
        raw=text[start:end],
        number=int(match["digits"]),
        unit=match["unit"] or "",
    )


def _prefix_start(folded: str, start: int) -> int | None:
    """Where 제 stands before a number, unless it ends a word (과제 3건, 경제 5개년)."""
    position = start - 1
    if position >= 1 and folded[position] == " ":
        position -= 1
    if position < 0 or folded[position] != "제":
        return None
    before = folded[position - 1 : position] if position else ""
    is_in_word = "가" <= before <= "힣" and before not in "조항장절호편"  # 제1조제2항
    return None if is_in_word else position
