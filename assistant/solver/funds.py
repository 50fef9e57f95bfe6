"""Funds: what the state, the province, the town and others pay of one work, added up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.matching import tight_published
from assistant.solver.inventory import Stated
from assistant.solver.operations import Goal, Operation
from assistant.understand import Understanding

_SOURCE = re.compile(
    r"(?<![가-힣])(?:국|도|시|군|구|지방)비(?![가-힣]{2})|민자|민간\s?자본|자부담|특별교부세|특교세"
)
_TOGETHER = re.compile(r"합|더하|더한|모두|총|다\s|전부")
_FEWEST = 2


def seeks_funds(asked: Understanding) -> bool:
    """Whether a question wants what two or more sources of funds it names pay together."""
    is_one = asked.language == "ko" and not asked.compares_places
    return is_one and len(_named(asked.text)) >= _FEWEST and bool(_TOGETHER.search(asked.text))


def funded(
    asked: Understanding, stated: Sequence[Stated]
) -> tuple[Goal, tuple[Stated, ...]] | None:
    """The amounts of the sources that a question names, of one sentence; None where it has not all.

    The sentence, its headings or its document must speak of whatever else the question names, and
    no two sentences may give different amounts.
    """
    wanted = _named(asked.text)
    groups: dict[tuple[object, ...], dict[str, Stated]] = {}
    for one in stated:
        if one.figure.unit != "원" or one.figure.bound is not None:
            continue
        source = next((name for name in wanted if one.before.endswith(name)), None)
        if source is not None and _is_about(asked, one, wanted):
            groups.setdefault((one.document.id, one.group), {}).setdefault(source, one)
    full = [group for group in groups.values() if len(group) == len(wanted)]
    if len({tuple(group[name].figure.value for name in wanted) for group in full}) != 1:
        return None
    goal = Goal(operation=Operation.SUM, wanted=(), shared=())
    return goal, tuple(full[0][name] for name in wanted)


def _named(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(match.group() for match in _SOURCE.finditer(text)))


def _is_about(asked: Understanding, one: Stated, wanted: Sequence[str]) -> bool:
    around = one.sentence + one.headings + one.title
    return all(
        any(tight_published(form) in around for form in (term.form, *term.renderings))
        for term in asked.terms
        if not (term.is_measure or term.is_verb or term.form in wanted)
    )
