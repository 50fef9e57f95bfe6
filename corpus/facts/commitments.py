"""What a city says it will do: investment directions, and the policies its plan lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.amounts import find_amounts
from corpus.facts.draft import Draft
from corpus.facts.labels import clean_name, heading_name, item_label, join_names
from corpus.facts.statements import Statement
from corpus.facts.subjects import is_audit
from corpus.quantities import Quantity, find_quantities
from corpus.types import FactKind

_DIRECTION_HEADING = re.compile(
    r"(?:투자|추진|정책|시정|군정|도정|운영|기본)?\s*(?:방\s*향|방\s*침|비\s*전|목\s*표|전\s*략)$"
)
_ENUMERATED = re.compile(r"[▲△▷■◇]\s*([^▲△▷■◇.]{2,60})")
# Labels after which the body stands that runs a programme: '주관 : 행정안전부'.
_WHO = re.compile(
    r"누가|(?:주\s?관|주\s?최|시\s?행|추\s?진|수\s?행|담\s?당|평\s?가|발\s?주|협\s?력|지\s?원|소\s?관)\s?(?:기\s?관|부\s?서|주\s?체|처)"
    r"|주\s?관|주\s?최|평가\s?주관|시행자|시행청|수행사"
)
_SHORTEST_NAME = 4
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
    if not is_direction and is_audit(statement.text):
        kind = FactKind.AUDIT
    label, start = item_label(statement.text)
    who = statement.text[start:].strip()
    if who and _WHO.fullmatch(label):
        yield Draft(
            statement=statement,
            kind=FactKind.ORGANISATION,
            name=join_names(heading_name(path), clean_name(label)),
            raw_text=who,
            value=who,
            organisation=who,
            flags=("in_charge",),
        )
        return
    name = clean_name(statement.text)
    if len(name) < _SHORTEST_NAME:
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
