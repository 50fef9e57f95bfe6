import re
from importlib import resources
from pathlib import Path

import pytest
from starlette.requests import Request

import assistant
from assistant.pages import (
    bilingual,
    cite_marks,
    language_of,
    read_words,
    visible,
    web_address,
    without_hashes,
)

WEB = resources.files("assistant") / "web"
ROOM = Path(assistant.__file__).parent
TEMPLATES = sorted(one.name for one in WEB.iterdir() if one.name.endswith(".html"))
SCRIPTS = sorted(one.name for one in WEB.iterdir() if one.name.endswith(".js"))
STYLES = sorted(one.name for one in WEB.iterdir() if one.name.endswith(".css"))
WORDS = read_words(WEB / "words")


def make_request(query: str = "", **headers: str) -> Request:
    return Request(
        {
            "type": "http",
            "method": "GET",
            "path": "/",
            "query_string": query.encode(),
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
            "server": ("city.test", 80),
            "scheme": "http",
        }
    )


def test_both_languages_have_the_same_words() -> None:
    assert WORDS.keys() == {"ko", "en"}
    assert WORDS["ko"].keys() == WORDS["en"].keys()
    assert all(word.strip() for words in WORDS.values() for word in words.values())


@pytest.mark.parametrize("name", [*TEMPLATES, *SCRIPTS])
def test_every_word_that_a_page_uses_is_there(name: str) -> None:
    used = set(re.findall(r"\bwords\.([a-z_]+)", (WEB / name).read_text(encoding="utf-8")))
    assert used - {"get"} <= WORDS["ko"].keys()


def test_no_word_is_kept_that_no_page_uses() -> None:
    pages = "".join((WEB / name).read_text(encoding="utf-8") for name in (*TEMPLATES, *SCRIPTS))
    modules = "".join(path.read_text("utf-8") for path in ROOM.rglob("*.py"))
    groups = tuple(
        f"{name}_"
        for name in {
            *re.findall(r"\blabel\('([a-z]+)'", pages),
            *re.findall(r'\bwords\[f"([a-z_]+)_\{', modules),
        }
    )
    # The coverage page names the manifest's counts by their own names.
    counted = {"documents", "sections", "passages", "facts", "doubtful_facts", "series", "excluded"}
    unused = {
        word
        for word in WORDS["ko"]
        if not re.search(rf"words\.{word}\b", pages)
        and f'words["{word}"]' not in modules
        and not word.startswith(groups)
        and word not in counted
    }
    assert unused == set()


@pytest.mark.parametrize("name", [*TEMPLATES, *STYLES, *SCRIPTS, "favicon.svg"])
def test_nothing_is_inline_and_nothing_comes_from_elsewhere(name: str) -> None:
    content = (WEB / name).read_text(encoding="utf-8")
    without_namespace = content.replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"(https?:)?//[a-z0-9-]+\.[a-z]", without_namespace)
    assert "@import" not in content
    assert "innerHTML" not in content
    assert "insertAdjacentHTML" not in content
    if name.endswith(".html"):
        assert not re.search(r"<script(?![^>]*\bsrc=)", content)
        assert not re.search(r"<style\b|\sstyle=|\son[a-z]+=|javascript:", content)
        assert "|safe" not in content.replace(" ", "")
        assert "autoescape" not in content


@pytest.mark.parametrize(
    ("query", "accept", "language"),
    [
        ("", "", "ko"),
        ("", "fr-FR,fr;q=0.9", "ko"),
        ("", "en-GB,en;q=0.9", "en"),
        ("", "en;q=0.5,ko-KR;q=0.8", "ko"),
        ("", "en;q=bad,ko;q=0.1", "ko"),
        ("", "ko,en", "ko"),
        ("lang=en", "ko", "en"),
        ("lang=ko", "en", "ko"),
        ("lang=xx", "en", "en"),
    ],
)
def test_the_language_is_chosen_asked_for_or_korean(query: str, accept: str, language: str) -> None:
    assert language_of(make_request(query, **{"accept-language": accept})) == language


def test_what_cannot_be_seen_is_spelled_out() -> None:
    assert visible("a\u202eb<\x00") == (
        'a<span class="unseen">U+202E</span>b&lt;<span class="unseen">U+0000</span>'
    )


def test_only_marks_that_have_a_citation_become_links() -> None:
    assert cite_marks("가 [1] <b> [2]", {1}) == (
        '가 <a class="mark" href="#c1">[1]</a> &lt;b&gt; [2]'
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("예산 총액 690억 원", '<span lang="ko">예산 총액 690억 원</span>'),
        ("69 billion won", "69 billion won"),
        ("in 2022: 1,690억 원 (169 bn)", 'in 2022: <span lang="ko">1,690억 원</span> (169 bn)'),
        (
            "<b>가</b> & 나",
            '&lt;b&gt;<span lang="ko">가</span>&lt;/b&gt; &amp; <span lang="ko">나</span>',
        ),
        ("가\n나", '<span lang="ko">가</span>\n<span lang="ko">나</span>'),
        ("\u202e가", '<span class="unseen">U+202E</span><span lang="ko">가</span>'),
    ],
)
def test_korean_says_that_it_is_korean(text: str, shown: str) -> None:
    assert bilingual(text) == shown


def test_an_english_answer_marks_the_korean_in_it() -> None:
    page = cite_marks("690억 원 is the cost [1].", {1}, "en")
    assert page == '<span lang="ko">690억 원</span> is the cost <a class="mark" href="#c1">[1]</a>.'


@pytest.mark.parametrize(
    ("address", "is_safe"),
    [
        ("https://www.example.go.kr/plan?a=1", True),
        ("http://example.go.kr", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt://x/%0aalert(1)", False),
        ("data:text/html,x", False),
        ("//evil.example", False),
        ("http://[broken", False),
        ("https:///path", False),
        ("", False),
        (None, False),
    ],
)
def test_a_link_leads_only_to_the_web(address: str | None, is_safe: bool) -> None:
    assert web_address(address) == (address if is_safe else None)


def test_no_word_is_said_in_two_files(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('[ko]\nname = "가"\n', encoding="utf-8")
    (tmp_path / "b.toml").write_text('[ko]\nother = "나"\n', encoding="utf-8")
    assert read_words(tmp_path) == {"ko": {"name": "가", "other": "나"}}
    (tmp_path / "b.toml").write_text('[ko]\nname = "나"\n', encoding="utf-8")
    with pytest.raises(ValueError, match="name"):
        read_words(tmp_path)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("## 1. 예산\n", "1. 예산\n"),
        ("#예산", "#예산"),
        ("1. ## 예산", "1. ## 예산"),
        ("####### 예산", "####### 예산"),
        ("# ", "# "),
    ],
)
def test_a_heading_goes_without_the_hashes_of_markdown(written: str, shown: str) -> None:
    assert without_hashes(written) == shown


def test_lines_that_only_quote_a_source_stand_back() -> None:
    page = cite_marks("합계는 8억 원입니다 [1].\n보령시: “총 8억 원” [1]\n끝", {1})
    assert page.count('<span class="told">') == 1
    assert (
        '<span class="told">보령시: “총 8억 원” <a class="mark" href="#c1">[1]</a></span>' in page
    )
