"""What a table leaves open of its numbers, so that they are kept but not published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.cells import CellKind
from corpus.facts.courses import Point
from corpus.facts.doubts import (
    COLUMN_UNKNOWN,
    KIND_UNSURE,
    NAME_BORROWED,
    NAME_INCOMPLETE,
    UNIT_UNSURE,
)
from corpus.facts.headings import Heading, Role
from corpus.facts.table_names import Caption, is_bare
from corpus.facts.table_units import TableUnits
from corpus.facts.table_values import TableValue
from corpus.headwords import is_rank
from corpus.tables import Row
from corpus.types import FactKind

# Columns that part what another column counts, or say who may apply: 내역, 지원대상.
_SMALL = 50_000  # won; no city sets less aside for anything
_FALLS = re.compile(r"\s?(?:감(?:소|액|축)?|하락|축소|↓|▽|▼)\s*(?:$|\))")
# '공통지표 | 74 | 70' counts indicators, and is none itself.
_OF_INDICATORS = re.compile(
    r"(?:공통|고유|개별|전략|핵심|부서|자율|정량|정성|성과|결과|과정|산출|투입)\s?지표$|지표\s?(?:구성|현황|분포)(?:\s(?:합계|총계|소계|계))?$"
)
# '집행률(상반기, %)', '청렴도(등급)': a unit that is printed with the name, and was not read.
_UNIT_IN_NAME = re.compile(r"\((?:[^()]*,\s?)?(?:%|등급)\)$")
_ASIDE = re.compile(r"(?:세부)?\s?내역|.*(?:대상|자격|요건|조건|제외)")


def place_doubts(
    row: Row, column: int, head: Heading, heading: Heading, value: TableValue, units: TableUnits
) -> Iterator[str]:
    """What the place of a number leaves open: its column, its unit, what its cell counts."""
    if not row.is_aligned:
        yield COLUMN_UNKNOWN
    if value.krw is not None and 0 < value.krw < _SMALL and not value.comparator:
        yield KIND_UNSURE  # '입장료 | 3,000' is a price
    if value.unit is None and units.is_unsure(row, heading, column):
        yield UNIT_UNSURE
    if column == 0 and is_rank(head.name):
        yield NAME_INCOMPLETE  # the order of a list does not say by what it is ordered
    cell = row.cells[column]
    if cell is not None and _FALLS.match(cell.text, value.end - cell.start):
        yield KIND_UNSURE  # '0.23% 감' fell, and the number does not say so
    is_worded = cell is not None and cell.kind is CellKind.WORDS and cell.text != value.raw
    is_unnamed = head.role is Role.CONTENT and not value.label
    if is_worded and (is_unnamed or _ASIDE.fullmatch(head.name)):
        yield NAME_INCOMPLETE


def told_doubts(name: str, point: Point, caption: Caption, kind: FactKind) -> Iterator[str]:
    """What the name of a number, taken for a fact of this kind, leaves open."""
    if "column_unknown" in point.flags:
        yield COLUMN_UNKNOWN
    is_told = point.measure or point.stage or point.value.label or caption.title
    if not point.name and not is_told:
        yield NAME_BORROWED
    # What is asked of applicants is no name for what is counted of them.
    if caption.is_borrowed and (not point.name or is_bare(point.name)):
        yield NAME_BORROWED
    if kind is not FactKind.STATISTIC and point.value.unit is None and _OF_INDICATORS.search(name):
        yield KIND_UNSURE
    if point.value.unit is None and _UNIT_IN_NAME.search(name):
        yield UNIT_UNSURE
    if is_bare(name) or name.endswith("연평균"):
        yield NAME_INCOMPLETE
