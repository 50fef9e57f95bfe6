"""Elements of a page: which part lines, which hold no words, and which a reader does not see."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

WORDLESS = {
    "script", "style", "noscript", "template", "svg", "iframe", "object", "head", "-comment",
}  # fmt: skip
"""Elements whose text no reader of the page sees."""

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}

BLOCKS = HEADINGS | {
    "address", "article", "aside", "blockquote", "body", "caption", "dd", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "li", "main", "nav",
    "ol", "p", "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul", "option", "label",
    "button", "legend", "details", "summary",
}  # fmt: skip
"""Elements that begin and end a line."""

_HIDDEN_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)


def is_hidden(node: LexborNode) -> bool:
    """Whether an element says of itself that it is not shown."""
    attributes = node.attributes
    return "hidden" in attributes or bool(_HIDDEN_STYLE.search(attributes.get("style") or ""))
