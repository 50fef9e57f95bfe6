"""Segments, gathered under their headings: which lines are headings and what stands under what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from corpus.furniture import caption_title
from corpus.imprint import is_byline
from corpus.markers import (
    DASH_RANK,
    DASHES,
    DOT_RANK,
    LABEL_RANK,
    PARAGRAPH_RANK,
    PROSE_RANK,
    STAR_RANK,
    TITLE_RANK,
    MarkerKind,
)
from corpus.segments import Segment, Segmented, SegmentKind
from corpus.sentences import trimmed
from corpus.value_lines import value_lines

CUT_MARK = "…"
"""Ends an entry of a heading path that is shorter than the line it stands for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineOptions:
    """How long a line may be and still be a heading, in characters, and how deep items may nest.

    Plans nest a dozen levels at most; ever deeper indents come from broken or hostile files.
    """

    longest_heading: int = 60
    longest_label: int = 40
    longest_path_entry: int = 80
    deepest_nesting: int = 30


@dataclass(slots=True, kw_only=True)
class Node:
    """A heading or an item with what stands under it; `rank` is smaller the higher it stands."""

    segment: Segment | None
    label: str
    rank: float
    is_heading: bool
    children: list[Node] = field(default_factory=list)
    end: int = 0


# Below all that may stand above a table, so that a caption ends nothing but another caption.
CAPTION_RANK = PARAGRAPH_RANK - 1
# Labels that every project sheet repeats; they stand under the project's name, never above it.
_GENERIC_LABEL = re.compile(
    r"(?:사업|추진|행사|교육|계획|운영)?\s*(?:목\s*적|개\s*요|배\s*경|내\s*용|방\s*향|방\s*침|계\s*획|성\s*과|실\s*적|현\s*황|효\s*과|근\s*거|"
    r"일\s*정|체\s*계|전\s*략|필요성|기대효과|문제점|향후계획|주요내용|세부내용|소요예산|예산)"
)
_SENTENCE_END = re.compile(r"(?:다|요|까|함|음|임)[.!?][\"”’』」)]*$|[.!?;,]$|:$")
# The same without a full stop, as captions and short paragraphs of web pages leave it out.
_VERB_END = re.compile(
    r"(?:니|[했였었았겠한된는있없않이하])다$|[세어아해네지]요$|[였었았했]음$|(?:있|없|않|예정이|계획이)[음임]$"
    r"|(?:추진|실시|시행|운영|개최|설치|조성|제공|지원|확대|강화|마련|완료|제외|노력|계획|선정|구축|정비|개선"
    r"|확보|수립|검토|발굴|도모|기여)(?:함|됨|키로\s?함|\s중)$"
)
_VALUE_AFTER_COLON = re.compile(r"\S\s*:\s*\S")


def outline(text: str, segmented: Segmented, options: OutlineOptions | None = None) -> Node:
    """The tree of a document: its root node has no segment and covers the whole text."""
    options = options or OutlineOptions()
    segments = segmented.segments
    is_marked_up = any(one.heading_level is not None for one in segments)
    dots = _dots_above_dashes(segments)
    values = value_lines(
        [
            text[one.start : one.end] if one.kind is SegmentKind.ITEM and _is_bare(one) else None
            for one in segments
        ]
    )
    root = Node(segment=None, label="", rank=0, is_heading=True, end=len(text))
    stack = [root]
    for order, one in enumerate(segments):
        following = segments[order + 1] if order + 1 < len(segments) else None
        rank, is_heading = _rank(text, one, following, stack, options)
        if dots and rank == DOT_RANK:
            rank = DASH_RANK - 1
        if is_heading and _is_bare(one):
            below = _below(segments, order)
            if order in values or not _heads_content(rank, below, stack, is_marked_up=is_marked_up):
                rank, is_heading = PARAGRAPH_RANK, False
        closing = PROSE_RANK if rank == PARAGRAPH_RANK and one.blank_before else rank
        while one.kind is not SegmentKind.ROW and _is_caption(stack[-1]):
            stack.pop()  # it names the rows right below it and nothing else
        while len(stack) > 1 and _closes(stack[-1], closing, one.indent, is_heading=is_heading):
            stack.pop()
        del stack[options.deepest_nesting :]
        node = Node(
            segment=one,
            label=_label(text, one, options),
            rank=rank,
            is_heading=is_heading,
            end=one.end,
        )
        parent = root if one.kind is SegmentKind.IMPRINT else stack[-1]
        parent.children.append(node)
        if one.kind is SegmentKind.ITEM and rank < PARAGRAPH_RANK:
            stack.append(node)
    _set_ends(root)
    return root


def _dots_above_dashes(segments: Sequence[Segment]) -> bool:
    """Whether a document nests dashes under its dots; the rules of writing nest them the other way.

    The indents tell; where dots and dashes stand equally far in, what comes first stands higher.
    """
    marked = [
        (one.marker.rank, one.indent)
        for one in segments
        if one.marker is not None and one.marker.rank in {DASH_RANK, DOT_RANK}
    ]
    dots = [indent for rank, indent in marked if rank == DOT_RANK]
    dashes = [indent for rank, indent in marked if rank == DASH_RANK]
    if not dots or not dashes:
        return False
    dot, dash = median(dots), median(dashes)
    return dot < dash or (dot == dash and marked[0][0] == DOT_RANK)


def _is_caption(open_node: Node) -> bool:
    return open_node.segment is not None and open_node.segment.is_caption


def _closes(open_node: Node, rank: float, indent: int, *, is_heading: bool) -> bool:
    if open_node.rank != rank:
        return open_node.rank > rank
    if is_heading or open_node.segment is None:
        return True
    return open_node.segment.indent >= indent


def _rank(
    text: str,
    one: Segment,
    following: Segment | None,
    stack: list[Node],
    options: OutlineOptions,
) -> tuple[float, bool]:
    if one.kind is not SegmentKind.ITEM:
        return PARAGRAPH_RANK, False
    if one.heading_level is not None:
        return one.heading_level, True
    if one.is_caption:
        title = caption_title(text[one.start : one.end])
        is_above_rows = following is not None and following.kind is SegmentKind.ROW
        return (CAPTION_RANK, True) if is_above_rows and title else (PARAGRAPH_RANK, False)
    words = text[one.content_start : one.end]
    marker = one.marker
    if marker is not None:
        if marker.kind is MarkerKind.CHAPTER:
            return marker.rank, True
        if marker.kind is MarkerKind.NUMBERED:
            return marker.rank, _heads(words, marker.rank, following, options.longest_heading)
        if marker.symbol == "*" and _is_star_heading(one, words, following, options):
            return STAR_RANK, True
        return marker.rank, False
    if not _reads_as_heading(words, following, options):
        return PARAGRAPH_RANK, False
    if one.blank_before or stack[-1].segment is None:
        return TITLE_RANK, True
    if _GENERIC_LABEL.fullmatch(words.strip()):
        return LABEL_RANK + 2, True
    above = stack[-1]
    follows_label = above.is_heading and above.rank in {LABEL_RANK, TITLE_RANK, STAR_RANK}
    has_nested = any(node.rank == LABEL_RANK + 1 for node in stack)
    if has_nested or (follows_label and above.rank == LABEL_RANK):
        return LABEL_RANK + 1, True
    return LABEL_RANK, True


def _is_bare(one: Segment) -> bool:
    """Whether nothing but its words makes a line a heading."""
    return one.heading_level is None and one.marker is None and not one.is_caption


def _below(segments: Sequence[Segment], order: int) -> Segment | None:
    """What comes next but for an imprint, which may stand between a title and its text."""
    for one in segments[order + 1 : order + 3]:
        if one.kind is not SegmentKind.IMPRINT:
            return one
    return None


def _heads_content(
    rank: float, following: Segment | None, stack: list[Node], *, is_marked_up: bool
) -> bool:
    """Whether something stands under an unmarked heading, if it is one.

    The title at the head of a document stands above all of it. Where a format marks headings, an
    unmarked line is one only above a list or a table: a short paragraph looks the same.
    """
    if following is None:
        return False
    if stack[-1].segment is None:
        return not is_marked_up or following.heading_level is None
    if following.heading_level is not None:
        return False
    if following.marker is None:
        return not is_marked_up or following.kind is SegmentKind.ROW
    is_heading = following.marker.kind in {MarkerKind.CHAPTER, MarkerKind.NUMBERED}
    return not is_heading or following.marker.rank > rank


def _heads(words: str, rank: float, following: Segment | None, longest: int) -> bool:
    """A numbered line is a heading when something lower follows and it gives no value itself."""
    if following is None or len(words) > longest or _VALUE_AFTER_COLON.search(words):
        return False
    if re.search(r"다\.$", words.strip()) or following.kind is SegmentKind.IMPRINT:
        return False
    if following.marker is None:
        return following.kind is SegmentKind.ROW or following.heading_level is None
    return following.marker.rank > rank


def _is_star_heading(
    one: Segment, words: str, following: Segment | None, options: OutlineOptions
) -> bool:
    if following is None or len(words) > options.longest_label or one.indent > 0:
        return False
    if _SENTENCE_END.search(words) or _VALUE_AFTER_COLON.search(words):
        return False
    return following.marker is None or following.indent > one.indent


def _reads_as_heading(words: str, following: Segment | None, options: OutlineOptions) -> bool:
    stripped = words.strip()
    if following is None or not stripped:
        return False
    if len(stripped) > options.longest_label or _SENTENCE_END.search(stripped):
        return False
    if _VERB_END.search(stripped) or is_byline(stripped):
        return False
    if stripped[0] in DASHES and stripped[-1] in DASHES:
        return False  # a subtitle between dashes belongs to the title above it
    return not _VALUE_AFTER_COLON.search(stripped)


def _label(text: str, one: Segment, options: OutlineOptions) -> str:
    start, end = trimmed(text, one.start, one.end)
    marker = one.marker
    if marker is not None and marker.kind is not MarkerKind.CHAPTER:
        if marker.kind is not MarkerKind.NUMBERED or marker.rank >= STAR_RANK + 20:
            start = one.content_start  # ○ and □ say nothing; '1.' and '가.' tell where one is
    elif marker is not None:
        start += len(text[start:end]) - len(text[start:end].lstrip("-– "))
    label = " ".join(text[start:end].split()).strip("#").strip()
    label = caption_title(label) if one.is_caption else label
    if len(label) > options.longest_path_entry:
        label = label[: options.longest_path_entry].rsplit(" ", 1)[0] + CUT_MARK
    return label


def _set_ends(node: Node) -> int:
    for child in node.children:
        node.end = max(node.end, _set_ends(child))
    return node.end
