"""HTML: the words of a page in reading order, with headings, table rows and site parts marked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpus.decode import decode
from corpus.errors import UnreadableSourceError
from corpus.parse.blocks import Block, ParsedSource


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlLimits:
    """How much of a hostile page is read. The parser's own time grows with nesting squared."""

    most_bytes: int = 20_000_000
    deepest_nesting: int = 400


_OPEN_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*?(/?)>")
# A browser closes these by itself, so pages leave them open; they do not nest.
_SELF_CLOSING = {"dd", "dt", "li", "option", "p", "td", "th", "tr"}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
_SKIPPED = {"script", "style", "noscript", "template", "svg", "iframe", "object", "head", "-comment"}
_BLOCK_TAGS = {
    "address", "article", "aside", "blockquote", "body", "caption", "dd", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "tfoot",
    "thead", "tr", "ul", "option", "label", "button", "legend", "details", "summary",
}  # fmt: skip
_FURNITURE_TAGS = {
    "nav": "navigation", "footer": "footer", "form": "form", "button": "form", "select": "form",
    "aside": "aside",
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
    tree = LexborHTMLParser(decode(data, is_html=True))
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
    depth = deepest = 0
    if len(data) <= limits.most_bytes:
        for match in _OPEN_TAG.finditer(data):
            name = match.group(2).lower().decode("ascii")
            if name in _VOID or name in _SELF_CLOSING or match.group(3):
                continue
            depth = max(0, depth - 1) if match.group(1) else depth + 1
            deepest = max(deepest, depth)
        if deepest <= limits.deepest_nesting:
            return
    raise UnreadableSourceError(
        "page_too_complex",
        "HTML이 너무 크거나 태그가 너무 깊이 중첩되어 읽지 않았습니다.",
        "The page is too large or its elements are nested too deeply to be read.",
    )


class _Writer:
    """Collects words into lines; offsets are known because the text is written once, in order."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.blocks: list[Block] = []
        self._length = 0
        self._line: list[str] = []
        self._heading: int | None = None
        self._is_row = False
        self._list_depth = 0
        self._furniture = ""

    def walk(self, node: LexborNode) -> None:
        """Write a node and what it holds; nesting is bounded by HtmlLimits."""
        for child in node.iter(include_text=True):
            tag = child.tag
            if tag == "-text":
                self._line.append(child.text(deep=False))
            elif tag == "br":
                self.end_line()
            elif tag not in _SKIPPED and tag is not None:
                self._element(child, tag)

    def _element(self, node: LexborNode, tag: str) -> None:
        outside = (self._heading, self._is_row, self._list_depth, self._furniture)
        is_block = tag in _BLOCK_TAGS and not (self._is_row and tag != "table")
        if is_block:
            self.end_line()
        if tag in {"td", "th"} and "".join(self._line).strip():
            self._line.append(" | ")
        self._furniture = self._furniture or _furniture_of(node, tag)
        if tag in {"ul", "ol"}:
            self._list_depth += 1
        if tag == "tr":
            self._is_row = True
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self._heading = int(tag[1])
        self.walk(node)
        if is_block:
            self.end_line()
        self._heading, self._is_row, self._list_depth, self._furniture = outside

    def end_line(self) -> None:
        """Close the line at hand; blank ones are dropped."""
        line = _BLANKS.sub(" ", "".join(self._line)).strip(" ")
        self._line = []
        if not line:
            return
        start = self._length
        self.pieces.append(line + "\n")
        self._length += len(line) + 1
        self.blocks.append(
            Block(
                start=start,
                end=start + len(line),
                heading_level=self._heading,
                is_row=self._is_row,
                list_depth=self._list_depth,
                furniture=self._furniture,
            )
        )


def _furniture_of(node: LexborNode, tag: str) -> str:
    if tag in _FURNITURE_TAGS:
        return _FURNITURE_TAGS[tag]
    names = " ".join(str(node.attributes.get(key) or "") for key in ("class", "id", "role"))
    return "site_part" if names.strip() and _FURNITURE_NAME.search(names) else ""
