"""Each format: the lines it is made of and what the format says of them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import UnreadableSourceError
from corpus.parse import FORMATS, Block, ParsedSource, parse
from corpus.parse.blocks import line_spans
from corpus.parse.html import HtmlLimits, parse_html


def lines(source: ParsedSource) -> list[str]:
    return [source.text[one.start : one.end] for one in source.blocks]


def html(body: str, head: str = "") -> ParsedSource:
    return parse(f"<html><head>{head}</head><body>{body}</body></html>".encode(), ".html")


def block(source: ParsedSource, words: str) -> Block:
    return next(one for one in source.blocks if words in source.text[one.start : one.end])


def assert_in_order(source: ParsedSource) -> None:
    at = 0
    for one in source.blocks:
        assert at <= one.start <= one.end <= len(source.text)
        at = one.end


# Formats


@pytest.mark.parametrize("suffix", [".hwp", ".pdf", ".xlsx", "", ".TXTX"])
def test_an_unknown_format_names_the_known_ones(suffix: str) -> None:
    with pytest.raises(UnreadableSourceError) as caught:
        parse("가".encode(), suffix)
    assert caught.value.code == "unknown_format"
    for known in FORMATS:
        assert known in caught.value.message_ko
        assert known in caught.value.message_en


@pytest.mark.parametrize("suffix", [".txt", ".TXT", ".md", ".markdown", ".html", ".HTM"])
def test_a_known_suffix_is_read_in_either_case(suffix: str) -> None:
    assert "숲길" in parse("숲길".encode(), suffix).text


# Plain text


def test_the_canonical_text_of_a_plain_file_is_the_file() -> None:
    text = "  ○ 숲길\n\n\t- 물길 \n끝"
    source = parse(text.encode(), ".txt")
    assert source.text == text
    assert lines(source) == ["  ○ 숲길", "", "\t- 물길 ", "끝"]


def test_a_line_between_bars_is_a_table_row() -> None:
    source = parse("| 가 | 나 |\n가 | 나\n| 가\n".encode(), ".txt")
    assert [one.is_row for one in source.blocks] == [True, False, False]


@given(text=st.text(st.characters(codec="utf-8")))
def test_lines_are_in_order_and_hold_no_line_end(text: str) -> None:
    spans = line_spans(text)
    assert len(spans) == len(text.splitlines())
    assert [text[start:end] for start, end in spans] == text.splitlines()


# Markdown


def test_markdown_marks_headings_rows_and_the_title() -> None:
    source = parse("# 가람시 계획 #\n\n### 숲\n| 가 | 나 |\n####### 일곱\n#표".encode(), ".md")
    assert source.title == "가람시 계획"
    assert [one.heading_level for one in source.blocks] == [1, None, 3, None, None, None]
    assert [one.is_row for one in source.blocks] == [False, False, False, True, False, False]


def test_a_fenced_line_is_no_heading_and_the_fence_no_content() -> None:
    source = parse("```text\n# 숲\n```\n# 물".encode(), ".md")
    assert [one.heading_level for one in source.blocks] == [None, None, None, 1]
    assert [one.furniture for one in source.blocks] == ["code_fence", "", "code_fence", ""]


def test_front_matter_is_kept_in_the_text_but_is_no_content() -> None:
    source = parse("---\ntitle: 숲\n---\n본문".encode(), ".md")
    assert source.text.startswith("---\ntitle: 숲")
    assert [one.furniture for one in source.blocks] == ["front_matter"] * 3 + [""]


def test_a_rule_in_the_middle_of_a_file_is_no_front_matter() -> None:
    source = parse("본문\n---\n더\n---\n".encode(), ".md")
    assert {one.furniture for one in source.blocks} == {""}


# HTML


def test_html_gives_its_words_in_reading_order_one_block_a_line() -> None:
    source = html("<h1>숲</h1><p>나무를\n  심는다.<br>물을 준다.</p><div>끝<p>정말</p>끝</div>")
    assert lines(source) == ["숲", "나무를 심는다.", "물을 준다.", "끝", "정말", "끝"]
    assert source.blocks[0].heading_level == 1
    assert source.blocks[1].heading_level is None
    assert_in_order(source)


def test_title_and_language_are_those_the_page_gives() -> None:
    source = parse(b"<html lang='ko'><title> a\n b </title><p>x", ".html")
    assert (source.title, source.language) == ("a b", "ko")
    bare = parse(b"<p>x", ".html")
    assert (bare.title, bare.language) == (None, None)


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var a = '<p>숨음</p>';</script>",
        "<style>p { content: '숨음' }</style>",
        "<noscript>숨음</noscript>",
        "<template><p>숨음</p></template>",
        "<!-- 숨음 -->",
        "<iframe>숨음</iframe>",
        "<svg><text>숨음</text></svg>",
        "<img alt='숨음' src='x'>",
        "<a href='javascript:숨음'></a>",
    ],
)
def test_what_a_reader_does_not_see_is_not_in_the_text(hidden: str) -> None:
    assert html(f"<p>앞{hidden}뒤</p>").text == "앞뒤\n"
    assert "숨음" not in html(f"{hidden}<p>앞</p>{hidden}").text


def test_entities_become_the_characters_they_name() -> None:
    source = html("<p>&lt;b&gt; &amp; &#44032;&nbsp;&middot; &#x2460; &#xD800;</p>")
    assert source.text == "<b> & 가\u00a0· ① \ufffd\n"


def test_a_table_row_is_one_line_with_bars_between_its_cells() -> None:
    source = html(
        "<table><tr><th>구분</th><th>예산</th></tr>"
        "<tr><td><p>일반</p><p>회계</p></td><td>7,600<br>억 원</td></tr></table>"
    )
    assert lines(source) == ["구분 | 예산", "일반 회계 | 7,600 억 원"]
    assert all(one.is_row for one in source.blocks)


def test_the_rows_of_a_nested_table_are_rows_of_their_own() -> None:
    source = html(
        "<table><tr><td>밖<table><tr><td>안1</td><td>안2</td></tr><tr><td>안3</td></tr></table>"
        "</td><td>옆</td></tr></table><p>뒤</p>"
    )
    assert lines(source) == ["밖", "안1 | 안2", "안3", "옆", "뒤"]
    assert not block(source, "뒤").is_row


def test_an_item_knows_how_many_lists_it_stands_in() -> None:
    source = html("<ul><li>하나<ol><li>둘</li></ol></li><li>셋</li></ul><p>넷</p>")
    assert lines(source) == ["하나", "둘", "셋", "넷"]
    assert [one.list_depth for one in source.blocks] == [1, 2, 1, 0]


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        ("<nav>{}</nav>", "navigation"),
        ("<footer>{}</footer>", "footer"),
        ("<aside>{}</aside>", "aside"),
        ("<form>{}</form>", "form"),
        ("<button>{}</button>", "form"),
        ("<div class='lnb'>{}</div>", "site_part"),
        ("<div id='sns_share'>{}</div>", "site_part"),
        ("<div class='box satisfaction'><p>{}</p></div>", "site_part"),
    ],
)
def test_a_part_of_the_site_is_marked_and_stays_in_the_text(part: str, reason: str) -> None:
    source = html(part.format("바깥 것") + "<p>시는 시민과 함께 마을 숲을 가꾼다.</p>")
    assert block(source, "바깥 것").furniture == reason
    assert block(source, "마을 숲").furniture == ""


def test_a_page_that_stands_in_one_form_is_content() -> None:
    source = html(
        "<form id='aspnetForm'><div class='gnb'><a>알림</a> <a>정보</a></div>"
        "<div class='print_area'><p>시는 시민과 함께 마을 숲을 가꾼다.</p></div></form>"
    )
    assert block(source, "마을 숲").furniture == ""
    assert block(source, "알림").furniture == "site_part"


def test_a_page_that_declares_euc_kr_is_read_with_all_syllables_of_cp949() -> None:
    page = "<html><head><meta charset=euc-kr></head><body><p>똠방각하</p></body></html>"
    assert parse(page.encode("cp949"), ".html").text == "똠방각하\n"


def test_a_page_that_declares_euc_kr_and_is_utf8_is_read() -> None:
    page = "<html><head><meta charset=euc-kr></head><body><p>똠방각하 예산</p></body></html>"
    assert parse(page.encode(), ".html").text == "똠방각하 예산\n"


@pytest.mark.parametrize("page", ["<html></html>", "<p> </p><br>", "<script>var x = 1</script>"])
def test_a_page_without_words_is_empty(page: str) -> None:
    with pytest.raises(UnreadableSourceError) as caught:
        parse(page.encode(), ".html")
    assert caught.value.code == "empty_file"


@pytest.mark.parametrize(
    "page",
    [
        b"<div>" * 10_000 + b"x",
        b'<div title="<">' * 10_000 + b"x",
        b"<ul><li>" * 10_000 + b"x",
        b"<table><tr><td>" * 10_000 + b"x",
        b"<b>" * 10_000 + b"x",
        b"<select>" + b"<option>x</option>" * 10_000,
    ],
)
def test_a_page_that_would_take_the_parser_too_long_is_refused_quickly(page: bytes) -> None:
    begin = time.perf_counter()
    with pytest.raises(UnreadableSourceError) as caught:
        parse(page, ".html")
    assert time.perf_counter() - begin < 2
    assert caught.value.code == "page_too_complex"


@pytest.mark.parametrize("element", ["<div>", "<ul><li>", "<table><tr><td>", "<dl><dd>"])
def test_a_page_nested_to_the_limit_is_read(element: str) -> None:
    source = parse(element.encode() * HtmlLimits().deepest_nesting + b"x", ".html")
    assert source.text == "x\n"


def test_a_page_over_the_size_limit_is_refused() -> None:
    with pytest.raises(UnreadableSourceError) as caught:
        parse_html(b"<p>" + b"x" * 100, HtmlLimits(most_bytes=100))
    assert caught.value.code == "page_too_complex"


@pytest.mark.parametrize(
    "page", [b"<a" * 100_000, b"<!--" * 50_000, b"<p " + b"a=1 " * 100_000, b"<p>x" * 20_000]
)
def test_unclosed_tags_take_linear_time(page: bytes) -> None:
    begin = time.perf_counter()
    try:
        parse(page, ".html")
    except UnreadableSourceError as error:
        assert error.code == "empty_file"  # noqa: PT017 (either outcome is right, if quick)
    assert time.perf_counter() - begin < 5


TAGS = ("<p>", "</p>", "<table>", "<tr>", "<td>", "</table>", "<ul>", "<li>", "</ul>", "<br>")
MORE = ("<h2>", "</h2>", "<nav>", "</nav>", "<!--", "-->", "<", "&lt;", "숲", " 물 ", "\n")


@given(pieces=st.lists(st.sampled_from((*TAGS, *MORE)), max_size=40))
def test_any_soup_of_tags_gives_lines_in_order_without_blanks_around_them(
    pieces: list[str],
) -> None:
    try:
        source = parse("".join(pieces).encode(), ".html")
    except UnreadableSourceError:
        return
    assert_in_order(source)
    assert source.text == "".join(line + "\n" for line in lines(source))
    assert all(line == line.strip() != "" for line in lines(source))
