"""Bars: the parts of a total, and figures side by side, as charts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import corpus
from assistant.charts import shapes
from assistant.charts.pictures import BarPicture, PictureOptions, Rod, bar_picture, rod_picture
from assistant.charts.types import Chart, ChartKind, ChartPoint, Drawing, Mark, Shape
from assistant.compositions import Composition, Share
from assistant.viewer import span_address


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One figure of a comparison: what it is of, as printed, and where it is stated."""

    label: str
    printed: str
    value: Decimal
    year: int | None = None
    phase: corpus.Phase | None = None
    address: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedPair:
    """Two figures of the same thing; either side may be missing, but not both."""

    label: str
    left: Compared | None
    right: Compared | None


def parts(
    composition: Composition, *, of: tuple[str, ...], source: str | None, options: PictureOptions
) -> Chart | None:
    """A total and its parts drawn; None where it has more than a small picture can hold.

    `source` is the title of the document that prints them.
    """
    picture = bar_picture(composition, options)
    if picture is None:
        return None

    def point(share: Share, mark: Mark) -> ChartPoint:
        address = None
        if share.span and composition.document_id:
            address = span_address(composition.document_id, *share.span)
        return ChartPoint(
            label=share.label,
            value=share.value,
            printed=share.printed,
            mark=mark,
            address=address,
            source=source,
        )

    return Chart(
        kind=ChartKind.PARTS,
        of=of,
        title=f"{composition.name} ({composition.unit})",
        unit=composition.unit,
        points=(
            point(composition.total, Mark.TOTAL),
            *(point(one, Mark.PART) for one in composition.parts),
        ),
        drawing=_drawing(picture),
    )


def comparison(
    compared: Sequence[Compared],
    *,
    of: tuple[str, ...],
    title: str,
    unit: str,
    options: PictureOptions,
) -> Chart | None:
    """Figures in one unit from one zero; None where there are too many, or fewer than two."""
    picture = rod_picture(
        [
            Rod(label=one.label, printed=one.printed, value=one.value, mark=Mark.PART)
            for one in compared
        ],
        options,
    )
    if picture is None:
        return None
    return Chart(
        kind=ChartKind.COMPARISON,
        of=of,
        title=f"{title} ({unit})",
        unit=unit,
        points=tuple(_compared_point(one, Mark.PART, one.label, None) for one in compared),
        drawing=_drawing(picture),
    )


def paired_comparison(
    pairs: Sequence[ComparedPair],
    *,
    title: str,
    unit: str,
    groups: tuple[str, str],
    options: PictureOptions,
    csv: str,
) -> Chart | None:
    """Pairs of figures in one unit, the left of each hollow and the right full.

    `groups` are the names of the two sides; `csv` is where the figures are as CSV. None where there
    are too many pairs, or none.
    """
    rods: list[Rod] = []
    points: list[ChartPoint] = []
    for pair in pairs:
        heading: str | None = pair.label
        for mark, group, one in zip(
            (Mark.LEFT, Mark.RIGHT), groups, (pair.left, pair.right), strict=True
        ):
            if one is None:
                continue
            rods.append(
                Rod(label=group, printed=one.printed, value=one.value, mark=mark, heading=heading)
            )
            points.append(_compared_point(one, mark, pair.label, group))
            heading = None
    picture = rod_picture(rods, options)
    if picture is None:
        return None
    return Chart(
        kind=ChartKind.COMPARISON,
        of=(),
        title=f"{title} ({unit})",
        unit=unit,
        points=tuple(points),
        drawing=_drawing(picture),
        groups=groups,
        csv=csv,
    )


def _compared_point(one: Compared, mark: Mark, label: str, group: str | None) -> ChartPoint:
    return ChartPoint(
        label=label,
        value=one.value,
        printed=one.printed,
        mark=mark,
        year=one.year,
        phase=one.phase,
        group=group,
        address=one.address,
        source=one.source,
    )


def _drawing(picture: BarPicture) -> Drawing:
    found: list[Shape] = []
    found += [shapes.words("heading", text, x=0, y=y) for text, y in picture.headings]
    for one in picture.bars:
        if picture.zero_x is not None:
            # Beside the bar alone: a line through everything would strike words out.
            top, bottom = one.y - 3, one.y + picture.thickness + 3
            found.append(shapes.line("zero", picture.zero_x, top, picture.zero_x, bottom))
        found.append(shapes.words("name", one.label, x=0, y=one.text_y))
        found.append(shapes.words("amount", one.printed, x=picture.width, y=one.text_y))
        found.append(
            shapes.bar(one.mark, x=one.x, y=one.y, width=one.width, height=picture.thickness)
        )
    return Drawing(
        look="bar-picture", width=picture.width, height=picture.height, shapes=tuple(found)
    )
