"""A chart as a JSON object that can be drawn as it is: shapes, a key, a table, a CSV link.

Whoever draws it needs no layout, no arithmetic and no words of its own. The object has

- `kind` ('trajectory', 'parts', 'comparison'), `of` (ids), `unit`;
- `title` and `description`: the name of the picture and what it shows, read out in its place;
  `title_language` is that of the documents, which names of things keep, unless no letter of the
  title is Korean;
- `drawing`: `look` (a CSS class for the `svg`), `width`, `height`, `language` of its words (or
  null) and `shapes`, each `tag` ('path', 'circle', 'rect', 'text'), `at` (attributes, `class` among
  them) and `text` (or null);
- `key`: what each sort of mark means: `shapes` in a square of `key_size`, and `label`;
- `note`: the unit, where the figures do not print it, or null;
- `columns`: the heads of the table, each `text` and `is_number`; `rows`: its lines, each a list of
  cells, the first of which heads the line: `text`, `is_number`, `url` (or null, opens the words
  that state the figure), `language` (or null);
- `csv`: the address of the same figures as CSV; `labels`: the words for `table` and `csv`.

The styles are in `charts.css`; `chart.html` draws the same object on the server.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any
from urllib.parse import urlencode

import corpus
from assistant.charts import shapes
from assistant.charts.types import Chart, ChartKind, ChartPoint, Shape
from assistant.pages import read_words, spelled

Row = dict[str, Any]

ADDRESS = "/charts"
_HANGUL = re.compile("[가-힣]")
DOCUMENTS_SPEAK = "ko"
"""The language of the names in documents, whatever the language of the page."""


@cache
def chart_words(language: str) -> Mapping[str, str]:
    """What charts say in 'ko' or 'en'."""
    return read_words(resources.files("assistant") / "web" / "words")[language]


def chart_row(chart: Chart, language: str) -> Row:
    """A chart as the JSON object above, its own words in `language`."""
    words = chart_words(language)
    columns, rows = _table(chart, words)
    is_unit_printed = all(chart.unit in one.printed for one in chart.points)
    return {
        "kind": chart.kind.value,
        "of": list(chart.of),
        "unit": chart.unit,
        "title": spelled(chart.title),
        "title_language": DOCUMENTS_SPEAK if _HANGUL.search(chart.title) else "en",
        "description": _description(chart, words),
        "drawing": {
            "look": chart.drawing.look,
            "width": chart.drawing.width,
            "height": chart.drawing.height,
            "language": _language_of(one.text for one in chart.drawing.shapes),
            "shapes": [_shape_row(one) for one in chart.drawing.shapes],
        },
        "key_size": shapes.KEY_SIZE,
        "key": _key(chart, words),
        "note": None if is_unit_printed else words["chart_unit"].format(spelled(chart.unit)),
        "columns": columns,
        "rows": rows,
        "csv": csv_address(chart),
        "labels": {"table": words["chart_table"], "csv": words["chart_csv"]},
    }


def csv_address(chart: Chart) -> str:
    """Where the figures of a chart are as CSV."""
    if chart.csv is not None:
        return chart.csv
    query = urlencode([("of", one) for one in chart.of])
    return f"{ADDRESS}/{chart.kind.value}.csv?{query}"


def _shape_row(shape: Shape) -> Row:
    text = None if shape.text is None else spelled(shape.text)
    return {"tag": shape.tag, "at": dict(shape.at), "text": text}


def _language_of(texts: Iterable[str | None]) -> str | None:
    """The language of words out of documents; None where they are figures alone."""
    return DOCUMENTS_SPEAK if any(one and _HANGUL.search(one) for one in texts) else None


def _description(chart: Chart, words: Mapping[str, str]) -> str:
    """Every figure in words: what a reader who cannot see the picture is told instead of it."""
    return "; ".join(_said(chart, one, words) for one in chart.points)


def _said(chart: Chart, point: ChartPoint, words: Mapping[str, str]) -> str:
    label = point.label
    if chart.kind is ChartKind.PARTS and point is chart.points[0]:
        label = words["chart_mark_total"]
    elif point.group is not None:
        label = f"{label}, {point.group}"
    said = f"{label}: {point.printed}"
    return spelled(f"{said} ({_phase(point.phase, words)})" if point.phase else said)


def _phase(phase: corpus.Phase | None, words: Mapping[str, str]) -> str:
    return words[f"phase_{phase.value}"] if phase else words["chart_mark_unsaid"]


def _key(chart: Chart, words: Mapping[str, str]) -> list[Row]:
    """Nothing where every mark is alike and needs no explanation."""
    if chart.groups:
        named = zip(chart.marks, chart.groups, strict=False)
        return [
            {"shapes": [_shape_row(shapes.key(mark))], "label": spelled(group)}
            for mark, group in named
        ]
    if chart.kind is ChartKind.COMPARISON:
        return []
    return [
        {"shapes": [_shape_row(shapes.key(mark))], "label": words[f"chart_mark_{mark.value}"]}
        for mark in chart.marks
    ]


def _table(chart: Chart, words: Mapping[str, str]) -> tuple[list[Row], list[list[Row]]]:
    """The heads of the columns and the lines; a column that would say nothing is left out."""
    has_phase = any(one.phase for one in chart.points)
    has_source = any(one.source for one in chart.points)
    head = "year" if chart.kind is ChartKind.TRAJECTORY else "item"
    names = [head, *(["side"] if chart.groups else []), "value"]
    names += [*(["phase"] if has_phase else []), *(["source"] if has_source else [])]
    columns = [
        {"text": words[f"chart_column_{name}"], "is_number": name == "value"} for name in names
    ]
    return columns, [[_cell(chart, one, name, words) for name in names] for one in chart.points]


def _cell(chart: Chart, point: ChartPoint, name: str, words: Mapping[str, str]) -> Row:
    text: str | None
    language: str | None = DOCUMENTS_SPEAK
    if name == "value":
        text, language = point.printed, DOCUMENTS_SPEAK
    elif name == "phase":
        text, language = _phase(point.phase, words), None
    elif name == "side":
        text = point.group
    elif name == "source":
        text = point.source
    elif name == "year":
        text, language = point.label, None
    elif chart.kind is ChartKind.PARTS and point is chart.points[0]:
        text, language = words["chart_mark_total"], None
    else:
        text = point.label
    is_value = name == "value"
    return {
        "text": text or "",
        "is_number": is_value,
        "url": point.address if is_value else None,
        "language": language,
    }
