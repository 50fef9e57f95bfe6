"""HTML: the words of a page in reading order, with headings, table rows and site parts marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpus.decode import decode
from corpus.errors import UnreadableSourceError
from corpus.parse.blocks import Block, ParsedSource
from corpus.parse.html_elements import BLOCKS, HEADINGS, WORDLESS
from corpus.parse.html_tables import Grid, read_grid


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlLimits:
    """How much of a hostile page is read.

    The parser's own time grows with the square of nesting and with that of the options in a menu:
    5,000 options, ten times a long list of towns, take a tenth of a second.
    """

    most_bytes: int = 20_000_000
    deepest_nesting: int = 400
    most_options: int = 5_000


_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
# A browser closes these by itself, so pages leave them open; they do not nest.
_SELF_CLOSING = {"a", "dd", "dt", "li", "p", "td", "th", "tr"}
_VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr",
}  # fmt: skip
_FURNITURE_TAGS = {
    "nav": "navigation", "footer": "footer", "button": "form", "select": "form", "aside": "aside",
}  # fmt: skip
# Class and id words by which Korean city sites name the parts that are not the page's content.
_FURNITURE_NAME = re.compile(
    r"(?:^|[\s_\-])(?:gnb|lnb|snb|nav|navi|navigation|menu|skip|skipnav|breadcrumb|location|loc|path|"
    r"sns|share|util|quick|satis|satisfaction|survey|footer|foot|copyright|banner|popup|paging|"
    r"login|search|print|font_?size|sitemap)(?:$|[\s_\-\d])",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def parse_html(data: bytes, limits: HtmlLimits | None = None) -> ParsedSource:
    """Read a .html file; the canonical text is its visible words, one block element a line.

    The cells of a table's row stand on one line with ' | ' between them, merged ones written out
    (see `html_tables`); a table inside a cell follows the one that it stands in. Raises
    UnreadableSourceError for a page that is too large, nested too deeply, or without words.
    """
    limits = limits or HtmlLimits()
    _refuse_oversized(data, limits)
    tree = LexborHTMLParser(decode(data))
    tree.strip_tags(sorted(WORDLESS - {"head", "-comment"}))
    body = tree.body
    writer = _Writer()
    if body is not None:
        writer.walk(body)
    writer.end_line()
    if not writer.blocks:
        raise UnreadableSourceError(
            "empty_file", "본문을 찾을 수 없는 HTML입니다.", "The page holds no readable text."
        )
    title = tree.css_first("title")
    html = tree.css_first("html")
    return ParsedSource(
        text="".join(writer.pieces),
        blocks=tuple(writer.blocks),
        title=_BLANKS.sub(" ", title.text()).strip() or None if title else None,
        language=(html.attributes.get("lang") or None) if html else None,
    )


def _refuse_oversized(data: bytes, limits: HtmlLimits) -> None:
    """Count open tags before parsing; those in scripts and comments count too, which is simpler."""
    depth = deepest = options = 0
    if len(data) <= limits.most_bytes:
        for match in _TAG.finditer(data):
            name = match.group(2).lower().decode("ascii")
            if name in _VOID or name in _SELF_CLOSING:
                continue
            options += name == "option" and not match.group(1)
            depth = max(0, depth - 1) if match.group(1) else depth + 1
            deepest = max(deepest, depth)
        if deepest <= limits.deepest_nesting and options <= limits.most_options:
            return
    raise UnreadableSourceError(
        "page_too_complex",
        "HTML이 너무 크거나 태그가 너무 깊이 중첩되어 읽지 않았습니다.",
        "The page is too large or its elements are nested too deeply to be read.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """What the elements that are open at a point of the page say of its words."""

    heading: int | None = None
    is_caption: bool = False
    list_depth: int = 0
    furniture: str = ""


class _Writer:
    """Collects words into lines; offsets are known because the text is written once, in order."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.blocks: list[Block] = []
        self._length = 0
        self._line: list[str] = []
        self._place = _Place()
        self._unlinked = 0

    def walk(self, root: LexborNode) -> None:
        """Write what a node holds; the stack is our own, as pages nest deeper than Python calls."""
        self._unlinked = _unlinked_words(root)
        open_elements = [(root.iter(include_text=True), False, self._place)]
        while open_elements:
            children, is_block, outside = open_elements[-1]
            child = next(children, None)
            if child is None:
                open_elements.pop()
                if is_block:
                    self.end_line()
                self._place = outside
                continue
            tag = child.tag
            if tag == "-text":
                self._line.append(child.text(deep=False))
            elif tag == "br":
                self.end_line()
            elif tag is not None and tag not in WORDLESS:
                open_elements.append(self._enter(child, tag))

    def _enter(self, node: LexborNode, tag: str) -> tuple[Iterator[LexborNode], bool, _Place]:
        outside = self._place
        # The cells of a table that only arranges parts of the page are such parts.
        is_block = tag in BLOCKS or tag in {"td", "th"}
        if is_block:
            self.end_line()
        self._place = _Place(
            heading=int(tag[1]) if tag in HEADINGS else outside.heading,
            is_caption=outside.is_caption or tag == "caption",
            list_depth=outside.list_depth + (tag in {"ul", "ol"}),
            furniture=outside.furniture or self._furniture_of(node, tag),
        )
        grid = read_grid(node) if tag == "table" else None
        children = node.iter(include_text=True) if grid is None else self._table(grid)
        return children, is_block, outside

    def _table(self, grid: Grid) -> Iterator[LexborNode]:
        """Write a table; the elements that are read like the rest of the page are given back."""
        yield from grid.captions
        for title in grid.titles:
            self._write(title, is_caption=True)
        for order, line in enumerate(grid.lines):
            self._write(line, is_row=True, opens_table=order == 0)
        yield from grid.nested

    def _furniture_of(self, node: LexborNode, tag: str) -> str:
        """The site part that an element is, '' for content and for what holds most of the page.

        Whole pages stand in one form or in a part named for printing; menus are made of links.
        """
        if tag in _FURNITURE_TAGS:
            return _FURNITURE_TAGS[tag]
        names = " ".join(str(node.attributes.get(key) or "") for key in ("class", "id", "role"))
        is_named = names.strip() and _FURNITURE_NAME.search(names)
        if tag != "form" and not is_named:
            return ""
        if _unlinked_words(node) * 2 > self._unlinked:
            return ""
        return "form" if tag == "form" else "site_part"

    def end_line(self) -> None:
        """Close the line at hand; blank ones are dropped."""
        line = _BLANKS.sub(" ", "".join(self._line)).strip(" ")
        self._line = []
        if line:
            self._write(line)

    def _write(
        self,
        line: str,
        *,
        is_row: bool = False,
        opens_table: bool = False,
        is_caption: bool = False,
    ) -> None:
        start = self._length
        self.pieces.append(line + "\n")
        self._length += len(line) + 1
        self.blocks.append(
            Block(
                start=start,
                end=start + len(line),
                heading_level=self._place.heading,
                is_row=is_row,
                opens_table=opens_table,
                is_caption=is_caption or self._place.is_caption,
                list_depth=self._place.list_depth,
                furniture=self._place.furniture,
            )
        )


def _unlinked_words(node: LexborNode) -> int:
    """How many letters of an element are not part of a link."""
    linked = sum(_letters(link) for link in node.css("a"))
    return _letters(node) - linked


def _letters(node: LexborNode) -> int:
    return len("".join(node.text().split()))
