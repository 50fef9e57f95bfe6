"""Units of a table's cells: printed in the cell, its row, its column or above the table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

_MONEY = re.compile(r"(?:십|백|천|만|십만|백만|천만|억|십억|백억|조)?\s?원")
_UNIT = re.compile(
    r"%p?|％|(?:천|백만|만|억)\s?(?:원|명|달러|건|톤|대)|(?:십|백|천|십만|천만)\s?원|조\s?원|원|"
    r"명|인|건|개|개소|곳|점|호|회|대|시간|가구|세대|동|종|권|마리|필지|지구|일|개월|배|톤|"
    r"ha|㎡|㎢|km|㎞|kg|GWh|MW|kW|억|백만|달러|위|등급|개교|학급|팀|부서|과제|지표"
)
_BRACKET = re.compile(r"[(\[（](?P<unit>[^()\[\]（）]{1,12})[)\]）]")
_PARTED = re.compile(r"\s?[,，·/ㆍ]\s?")
_TOTAL = re.compile(r"(?P<digits>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>%|[가-힣]{1,4})")
_RATE = re.compile(r"[률율]$|비중|비율|구성비|퍼센트|%")
_SCORE = re.compile(r"점수$|총점$|평점$|득점$")
_COUNTED = re.compile(r"건수|[^가-힣]건$|횟수")
_PEOPLE = re.compile(r"인원|명수|인구|(?:자|객|원)\s?수$")
_SUM = re.compile(r"[액비금]$|금액|예산|세입|세출|잔액|규모|사업비")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What may tell the unit of a cell: the names of its row and column, and the row's own unit."""

    row: str
    head: str
    own: str

    def decided(self, listed: Sequence[str]) -> str:
        """The unit, '' where what is printed leaves it open.

        Of several units listed above a table, the one that the names call for is taken ('건수',
        '절감액', '비율'); where they call for none, a rate is ruled out and the rest has to be one.
        """
        known = self.own or unit_of_label(self.head)
        if known:
            return known
        names = [_BRACKET.sub("", one).replace(" ", "") for one in (self.row, self.head)]
        rates = [one for one in listed if one.startswith("%")]
        if any(_RATE.search(one) for one in names):
            # A rate is in no other unit than its own, listed or not.
            return rates[0] if rates else ""
        if not listed and _SCORE.search(names[1]):
            return "점"
        rest = [one for one in listed if one not in rates]
        if len(rest) == 1:
            return rest[0]
        for words, fits in ((_COUNTED, _is_count), (_PEOPLE, _is_people), (_SUM, _is_money)):
            fitting = [one for one in rest if fits(one)]
            if len(fitting) == 1 and any(words.search(one) for one in names):
                return fitting[0]
        return ""


def _is_count(unit: str) -> bool:
    return unit in {"건", "회"}


def _is_people(unit: str) -> bool:
    return unit in {"명", "인", "천명", "만명"}


def _is_money(unit: str) -> bool:
    return _MONEY.fullmatch(unit) is not None


def unit_of_label(label: str) -> str:
    """The unit that a name carries in brackets ('재정자립도(%)'), '' for none."""
    for match in _BRACKET.finditer(label):
        if unit := printed_unit(match["unit"]):
            return unit
    return ""


def printed_unit(text: str) -> str:
    """A unit in the form it is said in ('억 원' is '억원'), '' for words that are none."""
    bare = re.sub(r"^단위\s?[:：]?\s?", "", text.strip())
    if _UNIT.fullmatch(bare) is None:
        return ""
    bare = bare.replace(" ", "").replace("％", "%")
    return bare + "원" if bare in {"억", "백만"} else bare


def units_listed(text: str) -> tuple[str, ...]:
    """The units that the line above a table lists ('건, 백만원'); () where one is no unit."""
    units = tuple(printed_unit(one) for one in _PARTED.split(text.strip()) if one)
    return units if all(units) else ()


def unit_summed(line: str, parts: Sequence[Decimal]) -> str:
    """The unit of the figure in a line that parts listed below it add up to; '' for none.

    '재정상 조치 3건 470백만원' above '추징 300 | 회수 170' gives 백만원.
    """
    total = sum(parts, Decimal(0))
    units = {
        printed_unit(one["unit"])
        for one in _TOTAL.finditer(line)
        if Decimal(one["digits"].replace(",", "")) == total
    }
    return units.pop() if len(parts) > 1 and len(units) == 1 else ""
