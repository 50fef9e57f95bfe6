"""What stands under what: headings by their marks, unmarked headings by their place."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given

from corpus.outline import Node, OutlineOptions, outline
from corpus.parse import parse
from corpus.segments import segment
from tests.corpus.plans import plan_texts


def tree(text: str, suffix: str = ".txt", options: OutlineOptions | None = None) -> Node:
    source = parse(text.encode(), suffix)
    return outline(source.text, segment(source), options)


def headings(node: Node) -> list[str | list[object]]:
    """The headings below a node, each followed by the list of those below it, if any."""
    found: list[str | list[object]] = []
    for child in node.children:
        if child.is_heading:
            found.append(child.label)
            if below := headings(child):
                found.append(list(below))
    return found


def walk(node: Node) -> Iterator[Node]:
    for child in node.children:
        yield child
        yield from walk(child)


def path(root: Node, words: str) -> list[str]:
    """The labels from the root down to the first node that has these words."""
    for child in root.children:
        if words in child.label:
            return [child.label]
        if below := path(child, words):
            return [child.label, *below]
    return []


def test_marks_nest_in_the_order_of_official_documents() -> None:
    text = "제1장 숲\n제1절 나무\n1. 심기\n가. 봄\n1) 들\n○ 소나무\n제2장 물\n○ 다리\n"
    assert headings(tree(text)) == [
        "제1장 숲",
        ["제1절 나무", ["1. 심기", ["가. 봄", ["1) 들"]]]],
        "제2장 물",
    ]


def test_a_bullet_stands_under_the_bullets_above_it() -> None:
    root = tree("1. 숲\n○ 나무\n- 소나무\n· 어린나무\n- 참나무\n○ 꽃\n")
    assert path(root, "어린나무") == ["1. 숲", "나무", "소나무", "어린나무"]
    assert path(root, "참나무") == ["1. 숲", "나무", "참나무"]
    assert path(root, "꽃") == ["1. 숲", "꽃"]


def test_a_deeper_indent_nests_the_same_mark() -> None:
    root = tree("- 나무\n  - 소나무\n  - 참나무\n- 꽃\n")
    assert path(root, "참나무") == ["나무", "참나무"]
    assert path(root, "꽃") == ["꽃"]


def test_a_numbered_line_with_a_value_is_an_item() -> None:
    assert headings(tree("1. 기간 : 2031년\n2. 장소 : 숲\n")) == []


def test_a_numbered_line_with_nothing_below_is_an_item() -> None:
    assert headings(tree("1. 나무 심기\n2. 물 주기\n")) == []


def test_a_bracketed_line_is_a_heading_under_its_number() -> None:
    root = tree("1. 숲\n【 나무 】\n○ 소나무\n【 꽃 】\n○ 장미\n")
    assert headings(root) == ["1. 숲", ["【 나무 】", "【 꽃 】"]]
    assert path(root, "장미") == ["1. 숲", "【 꽃 】", "장미"]


def test_an_unmarked_line_over_bullets_is_a_heading() -> None:
    assert headings(tree("숲 가꾸기\n○ 나무\n\n물길 잇기\n○ 다리\n")) == ["숲 가꾸기", "물길 잇기"]


def test_prose_is_no_heading() -> None:
    assert headings(tree("시는 나무를 심는다.\n○ 소나무\n")) == []


def test_the_heading_levels_of_markdown_and_html_are_kept() -> None:
    below: list[object] = ["숲", ["나무"], "물"]
    assert headings(tree("# 계획\n## 숲\n### 나무\n- 하나\n## 물\n- 둘\n", ".md")) == [
        "계획",
        below,
    ]
    page = "<h1>계획</h1><h2>숲</h2><h3>나무</h3><p>하나다.</p><h2>물</h2><p>둘이다.</p>"
    assert headings(tree(page, ".html")) == ["계획", below]


def test_an_imprint_stands_under_no_heading() -> None:
    root = tree("제1장 숲\n○ 나무\n담당부서 : 공원녹지과\n")
    assert root.children[-1].label.startswith("담당부서")


def test_a_long_label_is_shortened_between_words() -> None:
    root = tree("제1장 " + "나무와 꽃과 " * 30 + "\n○ 숲\n")
    label = root.children[0].label
    assert label.endswith("…")
    assert len(label) <= OutlineOptions().longest_path_entry + 1


def test_nesting_is_bounded_however_deep_the_indents_go() -> None:
    root = tree("".join(" " * depth + "- 숲\n" for depth in range(500)))
    depth, nodes = 0, [root]
    while nodes:
        nodes = [child for node in nodes for child in node.children]
        depth += bool(nodes)
    assert depth <= OutlineOptions().deepest_nesting
    assert sum(1 for _ in walk(root)) == 500


@given(text=plan_texts())
def test_every_segment_is_in_the_tree_once_and_inside_its_parent(text: str) -> None:
    source = parse(text.encode(), ".txt")
    segments = segment(source)
    root = outline(source.text, segments)
    assert sorted(node.segment.start for node in walk(root) if node.segment) == [
        one.start for one in segments.segments
    ]
    for parent in (root, *walk(root)):
        for child in parent.children:
            assert child.segment is not None
            assert child.segment.end <= child.end <= parent.end
            assert parent.segment is None or parent.segment.start <= child.segment.start


def test_a_short_paragraph_with_a_verb_is_no_heading() -> None:
    for line in ("시는 나무를 심는다", "나무를 심습니다", "나무 심기를 추진함", "예산이 없음"):
        assert headings(tree(f"{line}\n○ 소나무\n")) == [], line


def test_a_line_with_nothing_below_is_no_heading() -> None:
    assert headings(tree("제1장 숲\n○ 나무\n가람시 숲길\n제2장 물\n○ 다리\n")) == [
        "제1장 숲",
        "제2장 물",
    ]


def test_where_headings_are_marked_a_short_paragraph_is_none() -> None:
    page = (
        "<h2>숲</h2><p>올해 안내</p><p>나무를 심는다.</p><p>심을 나무</p><ul><li>소나무</li></ul>"
    )
    assert headings(tree(page, ".html")) == ["숲", ["심을 나무"]]
    assert headings(tree("## 숲\n올해 안내\n\n나무를 심는다.\n", ".md")) == ["숲"]


def test_a_title_may_stand_above_an_imprint() -> None:
    root = tree("뉴스\n\n숲길 열린다\n등록일 : 2031-01-15\n\n시는 숲길을 연다.\n")
    assert headings(root) == ["뉴스", "숲길 열린다"]


def test_a_line_with_the_day_a_page_came_out_is_no_heading() -> None:
    assert headings(tree("숲길 열린다\n해오름 | 2031/03/14\n\n시는 숲길을 연다.\n")) == [
        "숲길 열린다"
    ]


def test_a_paragraph_below_a_list_does_not_stand_under_its_last_item() -> None:
    root = tree("<h2>숲</h2><ul><li>나무</li></ul><p>시는 물을 준다.</p>", ".html")
    assert path(root, "물을") == ["숲", "시는 물을 준다."]
