"""Trajectories: a course over the years as a chart."""

from __future__ import annotations

from collections.abc import Mapping

import corpus
from assistant.charts import shapes
from assistant.charts.pictures import LinePicture, PictureOptions, line_picture, mark_of
from assistant.charts.types import Chart, ChartKind, ChartPoint, Drawing, Shape
from assistant.courses import Course
from assistant.viewer import span_address


def trajectory(
    course: Course,
    *,
    of: tuple[str, ...],
    documents: Mapping[str, corpus.Document],
    options: PictureOptions,
) -> Chart | None:
    """A course drawn; None where it has more points than a small picture can hold.

    `documents`, by id, give the titles of those that state the points, as far as they are known.
    """
    picture = line_picture(course, options)
    if picture is None:
        return None
    first, last = course.points[0].year, course.points[-1].year
    return Chart(
        kind=ChartKind.TRAJECTORY,
        of=of,
        title=f"{course.name} ({course.unit}), {first}–{last}",
        unit=course.unit,
        points=tuple(
            ChartPoint(
                label=str(one.year),
                value=one.value,
                printed=one.printed,
                mark=mark_of(one.phase),
                year=one.year,
                phase=one.phase,
                address=span_address(one.fact.document_id, one.fact.start, one.fact.end),
                source=_title(documents, one.fact.document_id),
            )
            for one in course.points
        ),
        drawing=_drawing(picture),
    )


def _drawing(picture: LinePicture) -> Drawing:
    found: list[Shape] = [
        shapes.line("zero", 0, picture.zero_y, picture.width, picture.zero_y),
        *(
            shapes.line(
                "course is-planned" if one.is_planned else "course", one.x1, one.y1, one.x2, one.y2
            )
            for one in picture.segments
        ),
    ]
    for one in picture.points:
        found.append(shapes.dot(one.mark, one.x, one.y))
        if one.label_y is not None:
            found.append(shapes.words("figure", one.point.printed, x=one.label_x, y=one.label_y))
        if one.is_year_shown:
            found.append(shapes.words("year", str(one.point.year), x=one.year_x, y=picture.year_y))
    return Drawing(
        look="line-picture", width=picture.width, height=picture.height, shapes=tuple(found)
    )


def _title(documents: Mapping[str, corpus.Document], document_id: str) -> str | None:
    document = documents.get(document_id)
    return document.title if document else None
