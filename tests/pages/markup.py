"""Markup read strictly, as no browser reads it: what is left open, doubled or misplaced is told."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
BLOCKS = frozenset(
    "address article aside blockquote details dialog div dl fieldset figure footer form h1 h2 h3"
    " h4 h5 h6 header hr main nav ol p pre section table ul".split()
)
"""What closes a paragraph that was left open, so that it holds less than its author meant."""
PARENTS = {
    "li": ("ul", "ol"),
    "dt": ("dl", "div"),
    "dd": ("dl", "div"),
    "tr": ("thead", "tbody", "tfoot"),
    "td": ("tr",),
    "th": ("tr",),
    "thead": ("table",),
    "tbody": ("table",),
    "tfoot": ("table",),
    "caption": ("table",),
    "option": ("select", "optgroup"),
    "optgroup": ("select",),
    "summary": ("details",),
    "legend": ("fieldset",),
    "figcaption": ("figure",),
}
ALONE = ("a", "button", "form", "label")
"""What may not stand within its own kind."""


def faults(page: str) -> list[str]:
    """A line for each fault in the markup of a page."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    left = [f"never closed: {' '.join(reader.open)}"] if reader.open else []
    return [*reader.wrong, *left]


class _Reader(HTMLParser):
    """Keeps the elements that are open; every element but a void one has to be closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self._ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._look(tag, attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._look(tag, attrs)
        if "svg" not in self.open and tag not in VOID:
            self._say(f"<{tag}/> is not closed by its stroke")

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
            return
        self._say(f"</{tag}> closes {' '.join(self.open[-3:]) or 'nothing'}")

    def _look(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self._say(f"<{tag}> says something twice: {names}")
        identity = dict(attrs).get("id")
        if identity is not None:
            if not identity or " " in identity or identity in self._ids:
                self._say(f"<{tag}> has the id “{identity}” of another, or none")
            self._ids.add(identity)
        parents = PARENTS.get(tag)
        if parents and (not self.open or self.open[-1] not in parents):
            self._say(f"<{tag}> within {self.open[-1:]}")
        if tag in BLOCKS and "p" in self.open:
            self._say(f"<{tag}> within a paragraph")
        if tag in ALONE and tag in self.open:
            self._say(f"<{tag}> within its own kind")

    def _say(self, fault: str) -> None:
        self.wrong.append(f"line {self.getpos()[0]}: {fault}")
