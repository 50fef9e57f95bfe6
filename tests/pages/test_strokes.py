"""Rows ruled with strokes: what a browser makes of a quote is what the server makes of it."""

from __future__ import annotations

import random
from typing import Any

import pytest

from assistant.pages import Pages
from tests.pages.visiting import Reader, Visitor

NAME = "인용한 표"
FRAMED = "| 연도 | 건수 |\n| --- | ---: |\n| 2019 | 270 |\n| 2020 | 1,258.5% |"
TEXTS = (
    FRAMED,
    f"앞말\n{FRAMED}\n뒷말",
    "분야 | 시기\n교통 | 2030년",
    "도로 | 다리는 함께 둔다",
    "| a \\| b | c |",
    "| <b>굵게</b> | 예산\u202e은 |\n| &amp; | △3 |",
    "| a | b |\n| c |  d |\n| e | f | g |",
    "|x|",
)

OUTLINE = """const outline = (node) => node.nodeType === Node.TEXT_NODE ? node.data : [
  node.localName,
  Object.fromEntries([...node.attributes].map((one) => [one.name, one.value])),
  ...[...node.childNodes].map(outline),
];
const whole = (box) => { box.normalize(); return [...box.childNodes].map(outline); };
"""

IN_BROWSER = f"""async ({{ texts, name }}) => {{
  {OUTLINE}
  const source = document.querySelector('script[src*="/strokes.js"]').src;
  const {{ quoted }} = await import(source);
  return texts.map((text) => {{
    const box = document.createElement("div");
    box.append(...quoted(text, name));
    return whole(box);
  }});
}}"""

ON_SERVER = f"""() => {{
  {OUTLINE}
  return [...document.querySelectorAll("body > div")].map(whole);
}}"""


def made_up(count: int) -> list[str]:
    """Quotes of pieces that rows are made of, some of which make rows; the same in every run."""
    chance = random.Random(20261123)  # noqa: S311 (texts, no secrets)
    pieces = ("|", " | ", "\n", "\n| ", " |\n", "---", "가 나", "12", "3.5", "<i>", "\\|", ":", " ")
    return ["".join(chance.choices(pieces, k=chance.randint(3, 14))) for _ in range(count)]


@pytest.mark.parametrize("texts", [TEXTS, made_up(300)], ids=["written", "made up"])
def nodes(found: list[Any]) -> list[Any]:
    """What is seen of a quote's nodes: line ends at either end of its words are not."""
    trimmed = [one.strip() if isinstance(one, str) else one for one in found]
    return [one for one in trimmed if one]


@pytest.mark.parametrize("texts", [TEXTS, made_up(300)], ids=["written", "made up"])
def test_a_quote_is_laid_out_alike_by_browser_and_server(
    visit: Visitor, texts: tuple[str, ...]
) -> None:
    template: Any = Pages()._environment.get_template("strokes.html").module
    drawn = [str(template.quote_of(text, NAME)) for text in texts]
    assert any("<table" in one for one in drawn)
    ours = visit("/").evaluate(IN_BROWSER, {"texts": list(texts), "name": NAME})
    # The pages' own policy lets no script write markup, so the server's is read in a page without.
    bare = visit.window(Reader())
    bare.set_content("".join(f"<div>{one}</div>" for one in drawn))
    servers = bare.evaluate(ON_SERVER)
    for text, left, right in zip(texts, ours, servers, strict=True):
        assert nodes(left) == nodes(right), repr(text)
