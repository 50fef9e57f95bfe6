"""Each sentence tied to its source: evidence as numbered citations."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from assistant.evidence import Evidence
from assistant.types import Citation


def cite(evidence: Sequence[Evidence]) -> tuple[Citation, ...]:
    """Number the evidence from 1 in the order given; the address opens the highlighted span."""
    return tuple(
        Citation(
            number=number,
            document=one.document,
            section=one.headings,
            page=one.passage.page,
            quote=one.quote,
            start=one.start,
            end=one.end,
            url=f"/documents/{quote(one.document.id)}?from={one.start}&to={one.end}#cited",
        )
        for number, one in enumerate(evidence, 1)
    )
