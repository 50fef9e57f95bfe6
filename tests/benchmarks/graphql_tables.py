"""The made-up indicators as PostgreSQL tables, for the peer that reads them there."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

SCHEMA = """
SET client_min_messages = warning;
DROP TABLE IF EXISTS value, indicator, plan, municipality;
CREATE TABLE municipality (name text PRIMARY KEY);
CREATE TABLE plan (code text COLLATE "C" PRIMARY KEY, title text NOT NULL, published_on text);
CREATE TABLE indicator (code text COLLATE "C" PRIMARY KEY, name text NOT NULL, unit text,
  municipality text REFERENCES municipality, plan text COLLATE "C" NOT NULL REFERENCES plan);
CREATE TABLE value (indicator_code text COLLATE "C" NOT NULL REFERENCES indicator,
  position integer, year integer, value text, number double precision, phase text,
  PRIMARY KEY (indicator_code, position));
CREATE INDEX ON indicator (plan);
CREATE INDEX ON indicator (municipality);
"""


def fill(address: str, rows: Path) -> None:
    """The same rows into PostgreSQL."""
    places: dict[str, None] = {}
    plans: dict[str, tuple[str, str]] = {}
    indicators, values = [], []
    with rows.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            plan, place = row["plan"], row["municipality"]["name"]
            places[place] = None
            plans[plan["code"]] = (plan["title"], plan["publishedOn"])
            indicators.append((row["code"], row["name"], row["unit"], place, plan["code"]))
            for position, one in enumerate(row["values"]):
                values.append((row["code"], position, *one.values()))
    tables: dict[str, list[tuple[Any, ...]]] = {
        "municipality": [(name,) for name in places],
        "plan": [(code, *plan) for code, plan in plans.items()],
        "indicator": indicators,
        "value": values,
    }
    script = [SCHEMA]
    for table, content in tables.items():
        script.append(f"COPY {table} FROM stdin;")
        script += ["\t".join(map(str, row)) for row in content]
        script.append("\\.")
    script.append("ANALYZE;")
    subprocess.run(
        ["psql", "-q", "-v", "ON_ERROR_STOP=1", address],
        input="\n".join(script),
        text=True,
        check=True,
        stdout=subprocess.DEVNULL,
    )
