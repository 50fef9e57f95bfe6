"""HTML: the words of a page in reading order, with headings, table rows and site parts marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpus.decode import decode
from corpus.errors import UnreadableSourceError
from corpus.parse.blocks import Block, ParsedSource


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
_SKIPPED = {
    "script", "style", "noscript", "template", "svg", "iframe", "object", "head", "-comment",
}  # fmt: skip
_BLOCK_TAGS = {
    "address", "article", "aside", "blockquote", "body", "caption", "dd", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "tfoot",
    "thead", "tr", "ul", "option", "label", "button", "legend", "details", "summary",
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

    Table cells of a row stand on one line with ' | ' between them. Raises UnreadableSourceError
    for a page that is too large, nested too deeply, or without words.
    """
    limits = limits or HtmlLimits()
    _refuse_oversized(data, limits)
    tree = LexborHTMLParser(decode(data))
    tree.strip_tags(sorted(_SKIPPED - {"head", "-comment"}))
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
    is_row: bool = False
    list_depth: int = 0
    furniture: str = ""


class _Writer:
    """Collects words into lines; offsets are known because the text is written once, in order."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.blocks: list[Block] = []
        self._length = 0
        self._line: list[str] = []
        self._has_words = False
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
                elif self._place.is_row:
                    self._line.append(" ")
                self._place = outside
                continue
            tag = child.tag
            if tag == "-text":
                self._write(child.text(deep=False))
            elif tag == "br":
                self._break()
            elif tag is not None and tag not in _SKIPPED:
                open_elements.append(self._enter(child, tag))

    def _enter(self, node: LexborNode, tag: str) -> tuple[Iterator[LexborNode], bool, _Place]:
        outside = self._place
        is_block = tag in _BLOCK_TAGS and not (outside.is_row and tag != "table")
        if tag in _BLOCK_TAGS:
            self._break(is_row=outside.is_row and tag != "table")
        if tag in {"td", "th"} and self._has_words:
            self._line.append(" | ")
        is_heading = len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()
        self._place = _Place(
            heading=int(tag[1]) if is_heading else outside.heading,
            is_row=tag != "table" and (outside.is_row or tag == "tr"),
            list_depth=outside.list_depth + (tag in {"ul", "ol"}),
            furniture=outside.furniture or self._furniture_of(node, tag),
        )
        return node.iter(include_text=True), is_block, outside

    def _break(self, *, is_row: bool | None = None) -> None:
        """End the line; inside a table row, where all cells share one, put a blank."""
        if self._place.is_row if is_row is None else is_row:
            self._line.append(" ")
        else:
            self.end_line()

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

    def _write(self, words: str) -> None:
        self._line.append(words)
        self._has_words = self._has_words or not words.isspace()

    def end_line(self) -> None:
        """Close the line at hand; blank ones are dropped."""
        line = _BLANKS.sub(" ", "".join(self._line)).strip(" ")
        self._line, self._has_words = [], False
        if not line:
            return
        start = self._length
        self.pieces.append(line + "\n")
        self._length += len(line) + 1
        self.blocks.append(
            Block(
                start=start,
                end=start + len(line),
                heading_level=self._place.heading,
                is_row=self._place.is_row,
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
