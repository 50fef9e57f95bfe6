"""What the scripts, styles, templates and words of all pages never do, read off their sources."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from assistant.feedback.access import AccessOptions
from assistant.feedback.receipts import ReceiptOptions
from tests.layout import ROOT

FOLDERS = (ROOT / "assistant" / "web", ROOT / "graphql_api" / "web")
HOURS = 3_600
SLOWEST_BLINK = 1.0
"""Seconds that a movement which repeats takes at least: three in a second may harm (2.3.1)."""

NAMES_ITSELF = {
    "compare_left": "the label of the field that it speaks of",
    "compare_right": "the label of the field that it speaks of",
    "compare_left_plain": "the name of a side, heard as its head",
    "compare_right_plain": "the name of a side, heard as its head",
    "compare_swap": "both sides are named so",
    "onesided_new": "the side is named so, heard as its head",
    "onesided_gone": "the side is named so, heard as its head",
}
"""Words that say where something is, and why nobody has to see it to follow them."""


def sources(ending: str) -> list[Path]:
    return sorted(one for folder in FOLDERS for one in folder.glob(f"*.{ending}"))


def everything(*endings: str) -> str:
    return "\n".join(one.read_text(encoding="utf-8") for end in endings for one in sources(end))


def rules(css: str) -> list[tuple[str, str]]:
    """Selector and declarations of each rule, comments and what nests them left out."""
    plain = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.findall(r"([^{};]+)\{([^{}]*)\}", plain)


def test_sources_are_found() -> None:
    for ending in ("html", "js", "css"):
        assert len({one.parent for one in sources(ending)}) == len(FOLDERS)


def test_nothing_plays_sound_or_film() -> None:
    assert not re.search(
        r"<(audio|video|object|embed|marquee|blink)\b|\b(Audio|AudioContext|SpeechSynthesis\w*)\(",
        everything("html", "js"),
    )
    assert not re.search(r'element\(\s*"(audio|video|object|embed)"', everything("js"))


def test_words_are_never_pictures() -> None:
    pictures = re.findall(r"<img\b[^>]*>", everything("html"))
    assert pictures
    assert all("favicon.svg" in one and 'alt=""' in one for one in pictures)
    assert "background-image" not in everything("css")


def test_nothing_is_done_before_a_press_is_let_go() -> None:
    scripts = everything("js")
    # Keeping the caret where it is does nothing that would have to be taken back.
    keeps_caret = 'addEventListener("mousedown", (event) => event.preventDefault())'
    scripts = scripts.replace(keeps_caret, "")
    assert not re.search(
        r"""["'](mousedown|pointerdown|touchstart|mouseup|touchend)["']""", scripts
    )
    assert "addEventListener" in scripts


@pytest.mark.parametrize(
    "gesture",
    ["drag", "drop", "touchmove", "pointermove", "mousemove", "gesture", "wheel", "device"],
)
def test_nothing_asks_for_a_path_a_drag_or_a_shake(gesture: str) -> None:
    assert not re.search(rf"""["']{gesture}\w*["'],""", everything("js"))
    assert "draggable" not in everything("html", "js")


def test_no_page_is_held_upright_or_lying() -> None:
    assert not re.search(r"\(\s*orientation\s*:", everything("css", "js"))
    assert "orientation.lock" not in everything("js")


def test_no_time_runs_out_over_a_reader() -> None:
    assert not re.search(
        r"http-equiv=.?refresh|location\.reload|setInterval\(", everything("html", "js")
    )
    # Longer than twenty hours is no limit in the sense of 2.2.1.
    assert AccessOptions().session_seconds > 20 * HOURS
    assert ReceiptOptions().valid_seconds > 20 * HOURS


def test_what_repeats_moves_slowly_and_only_where_motion_is_wanted() -> None:
    css = re.sub(r"/\*.*?\*/", "", everything("css"), flags=re.DOTALL)
    wanted = re.findall(
        r"@media \(prefers-reduced-motion: no-preference\) \{(.*?\n)\}", css, flags=re.DOTALL
    )
    inside = "".join(wanted)
    moving = re.findall(r"animation:[^;]*", css)
    assert moving
    assert all(one in inside for one in moving)
    for one in moving:
        if "infinite" in one:
            (seconds,) = re.findall(r"\b([0-9.]+)s\b", one)
            assert float(seconds) >= SLOWEST_BLINK


def test_hovering_and_focus_show_nothing_that_was_hidden() -> None:
    revealing = re.compile(r"\b(display|visibility|opacity|content|clip-path)\s*:")
    shown = [
        selector.strip()
        for selector, declared in rules(everything("css"))
        if re.search(r":(hover|focus)", selector) and revealing.search(declared)
    ]
    assert shown == []


def test_what_is_seen_first_is_first_in_the_document() -> None:
    assert not re.search(
        r"[;{\s]order\s*:|-reverse\b|grid-auto-flow\s*:[^;]*dense", everything("css")
    )
    assert not re.search(r'tabindex="[1-9]', everything("html", "js"))


def test_a_token_may_be_pasted_and_kept_by_the_browser() -> None:
    for field in re.findall(r'<input\b[^>]*type="password"[^>]*>', everything("html")):
        assert 'autocomplete="current-password"' in field
        assert "maxlength" not in field
    assert not re.search(r"""["']paste["']""", everything("js"))
    assert not re.search(r"captcha", everything("html", "js"), re.IGNORECASE)


def test_no_field_asks_who_somebody_is() -> None:
    fields = re.findall(r"<(?:input|textarea)\b[^>]*>", everything("html"))
    assert fields
    personal = re.compile(r'type="(email|tel)"|name="(name|e?mail|phone|tel|address|birth\w*)"')
    assert [one for one in fields if personal.search(one)] == []


def test_words_do_not_only_say_where_or_how_something_looks() -> None:
    sensed = re.compile(
        r"왼쪽|오른쪽|좌우|구석|빨간|초록|파란|노란|둥근|네모|corner|\b(red|green|blue|yellow|round)\b"
        r"|the (left|right|top|bottom)\b|^(left|right)\b(?! after| to| status| out)",
        re.IGNORECASE,
    )
    found = {
        name
        for file in sorted((FOLDERS[0] / "words").glob("*.toml"))
        for words in tomllib.loads(file.read_text(encoding="utf-8")).values()
        for name, said in words.items()
        if sensed.search(said)
    }
    assert found <= NAMES_ITSELF.keys(), found - NAMES_ITSELF.keys()
    assert found == NAMES_ITSELF.keys(), "no longer needed: " + str(NAMES_ITSELF.keys() - found)
