"""What the widget weighs, and what its loader is made of."""

import gzip
import json
import re

import pytest

from assistant.conversation import ConversationSettings
from assistant.intake import IntakeOptions
from assistant.local_examples import LocalExamples
from assistant.pages import Pages
from assistant.widget.loader import Loader
from tests.assistant.face import FakeHolder

LOADER_BYTES = 5_000
"""Gzipped, as a server in front sends it."""

WIDGET_BYTES = 40_000
"""Everything together that an open widget has loaded, gzipped each on its own."""


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages()


@pytest.fixture(scope="module")
def loader(pages: Pages) -> Loader:
    return Loader(pages.assets, pages.words)


def weight(content: bytes) -> int:
    return len(gzip.compress(content, 9))


def loaded_with(name: str, pages: Pages) -> set[str]:
    """A module and everything that it imports or fetches, by name."""
    script = pages.assets.contents[name].decode()
    named = re.findall(r'(?:from|import\() ?"\./([a-z_]+\.js)"', script)
    named += re.findall(r'"([a-z_]+\.css)"', script)
    found = {name}
    for one in named:
        if one not in found:
            found |= loaded_with(one, pages) if one.endswith(".js") else {one}
    return found


def test_the_loader_is_tiny(loader: Loader) -> None:
    assert weight(loader.content) <= LOADER_BYTES


def test_the_whole_widget_is_light(loader: Loader, pages: Pages) -> None:
    names = loaded_with("panel.js", pages)
    assert {"panel.js", "visit.js", "conversation.js", "panel.css", "stream.js"} <= names
    local = LocalExamples(FakeHolder(None), lambda: None, lambda: None)
    settings = ConversationSettings(pages, lambda: None, IntakeOptions(), None, local)
    scripts = sum(weight(pages.assets.contents[name]) for name in names)
    for language in ("ko", "en"):
        words = weight(settings.text(language).encode())
        assert weight(loader.content) + words + scripts <= WIDGET_BYTES


def test_the_loader_names_the_present_version_and_speaks_both_languages(
    loader: Loader, pages: Pages
) -> None:
    script = loader.content.decode()
    found = re.search(r"const SERVED = (.+);$", script, re.MULTILINE)
    assert found
    served = json.loads(found[1])
    assert served["version"] == pages.assets.version
    for language, words in pages.words.items():
        mine = {name: word for name, word in words.items() if name.startswith("loader_")}
        assert served["words"][language] == mine
    assert served["words"].keys() == {"ko", "en"}


def test_every_word_that_the_loader_says_is_there(loader: Loader, pages: Pages) -> None:
    said = set(re.findall(r"[wW]ords\.([a-z_]+)", loader.content.decode()))
    said |= set(re.findall(r"\bwords\.([a-z_]+)", pages.assets.contents["framing.js"].decode()))
    assert said == {name for name in pages.words["ko"] if name.startswith("loader_")}


@pytest.mark.parametrize("name", ["widget.js", "panel.js", "visit.js", "framing.js", "embedded.js"])
def test_a_script_has_no_way_to_write_markup_or_to_run_text(name: str, pages: Pages) -> None:
    script = pages.assets.contents[name].decode()
    for way in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "srcdoc",
    ):
        assert way not in script
    assert not re.search(r"new Function|localStorage|sessionStorage|document\.cookie", script)
    assert not re.search(r"postMessage\([^)]*[\"']\*[\"']", script)
