"""Charts: trajectories, parts of a total and comparisons, drawn from facts as plain SVG.

`charts_of_facts(snapshot, facts)` chooses the charts that say more than words. `chart_row(chart,
language)` makes of each a JSON object that is drawn as it is: by the macro `chart_figure` of
`chart.html` on the server, by a script shape for shape in the browser. `/api/ask` gives the same
objects as `charts`. `/charts/KIND.csv?of=ID…` are the figures, `….json` the object again.
"""

from assistant.charts.bars import Compared, ComparedPair, comparison, paired_comparison, parts
from assistant.charts.choice import ChartOptions, chart_of_ids, charts_of_facts
from assistant.charts.pictures import PictureOptions
from assistant.charts.routes import chart_routes
from assistant.charts.rows import chart_row, csv_address
from assistant.charts.trajectories import trajectory
from assistant.charts.types import Chart, ChartKind, ChartPoint, Drawing, Mark, Shape

__all__ = [
    "Chart",
    "ChartKind",
    "ChartOptions",
    "ChartPoint",
    "Compared",
    "ComparedPair",
    "Drawing",
    "Mark",
    "PictureOptions",
    "Shape",
    "chart_of_ids",
    "chart_routes",
    "chart_row",
    "charts_of_facts",
    "comparison",
    "csv_address",
    "paired_comparison",
    "parts",
    "trajectory",
]
