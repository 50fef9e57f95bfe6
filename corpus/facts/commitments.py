"""What a city says it will do: investment directions, and the policies its plan lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.amounts import find_amounts
from corpus.facts.draft import Draft
from corpus.facts.labels import clean_name
from corpus.facts.statements import Statement
from corpus.quantities import Quantity, find_quantities
from corpus.types import FactKind

_DIRECTION_HEADING = re.compile(
    r"(?:투자|추진|정책|시정|군정|도정|운영|기본)?\s*(?:방\s*향|방\s*침|비\s*전|목\s*표|전\s*략)$"
)
_AUDIT = re.compile(r"감사|감찰|청렴|부패|공직기강|공직윤리|복무")
_ENUMERATED = re.compile(r"[▲△▷■◇]\s*([^▲△▷■◇.]{2,60})")
_FEWEST_ITEMS = 2


def commitments(statement: Statement) -> Iterator[Draft]:
    """The statement itself as a direction or policy, and each item it enumerates with ▲ or △."""
    if statement.is_imprint or statement.is_row:
        return
    yield from enumerated(statement)
    yield from _commitment(statement)


def enumerated(statement: Statement) -> Iterator[Draft]:
    """Each item of a list that a statement prints in one line with ▲ or △ before each.

    An item that states a figure is that figure's fact and none of its own.
    """
    found = list(_ENUMERATED.finditer(statement.quote))
    if len(found) < _FEWEST_ITEMS:
        return
    for number, match in enumerate(found, start=1):
        item = match.group(1).strip(" ,·")
        if number == len(found):
            item = _without_predicate(item)
        name = clean_name(item)
        if name and not _states_figure(match.group(1)):
            yield Draft(
                statement=statement,
                kind=FactKind.POLICY,
                name=name,
                raw_text=item,
                value=name,
                flags=("enumerated",),
            )


def _states_figure(item: str) -> bool:
    return bool(find_amounts(item)) or any(
        isinstance(one, Quantity) for one in find_quantities(item)
    )


def _without_predicate(item: str) -> str:
    """The last item of a list without what is said of them all: '… 조성 등이다' -> '… 조성'."""
    item = re.sub(r"\s*등(?:이다|을|이|으로|에|의|도|과)?(?:\s.*)?$", "", item)
    item = re.sub(r"(?:을|를|이|가|으로|로|에|도)\s+[가-힣\s]{0,20}[가-힣]다$", "", item)
    return re.sub(r"(?:이다|입니다)$", "", item).strip()


def _commitment(statement: Statement) -> Iterator[Draft]:
    if not statement.is_item and not _says_plan(statement.text):
        return
    path = statement.passage.heading_path
    is_direction = any(_DIRECTION_HEADING.search(entry) for entry in path)
    kind = FactKind.DIRECTION if is_direction else FactKind.POLICY
    if not is_direction and _AUDIT.search(statement.text):
        kind = FactKind.AUDIT
    name = clean_name(statement.text)
    if len(name) < 4:
        return
    yield Draft(
        statement=statement, kind=kind, name=name, raw_text=statement.text.strip(), value=None
    )


def _says_plan(text: str) -> bool:
    return bool(
        re.search(
            r"(?:방침|계획|예정|목표|전략|추진|강화|확대|당부|강조|지원|마련|구성|이뤄|평가|매년|해마다|실시)",
            text,
        )
    )
