"""The colours of the pages: every pair that is used has the contrast that WCAG 2.2 wants."""

from __future__ import annotations

import re

import pytest

from tests.layout import ROOT

WEB = ROOT / "assistant" / "web"
PALETTE = (WEB / "palette.css").read_text(encoding="utf-8")
TEXT = 4.5
"""WCAG 2.2, 1.4.3: the least contrast of text with what is behind it."""
PARTS = 3.0
"""WCAG 2.2, 1.4.11: the least contrast of the edge of a control, a focus ring or a chart."""

GROUNDS = ("paper", "card", "wash")
WORDS = ("ink", "soft", "link", "brand", "warn", "stop", "calm")
READ = (
    *((word, ground) for word in WORDS for ground in GROUNDS),
    *(("ink", f"{tone}-wash") for tone in ("warn", "stop", "calm")),
    *((tone, f"{tone}-wash") for tone in ("warn", "stop", "calm")),
    ("link", "warn-wash"),
    ("soft", "warn-wash"),
    ("brand-ink", "brand"),
    ("mark-ink", "mark"),
)
SEEN = (
    *((edge, ground) for edge in ("soft", "link", "brand") for ground in GROUNDS),
    ("link", "warn-wash"),
    ("link", "mark"),
    ("warn", "card"),
)


def colours(scheme: str) -> dict[str, str]:
    found = re.findall(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);", PALETTE)
    return {name: light if scheme == "light" else dark for name, light, dark in found}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_reckoned_as_the_guidelines_do() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_pair_that_is_used_can_be_told_apart(scheme: str) -> None:
    named = colours(scheme)
    weak = [
        f"{front} on {back}: {contrast(named[front], named[back]):.2f}"
        for pairs, least in ((READ, TEXT), (SEEN, PARTS))
        for front, back in pairs
        if contrast(named[front], named[back]) < least
    ]
    assert weak == []


def test_every_colour_has_a_light_and_a_dark_form() -> None:
    declared = set(re.findall(r"--([\w-]+):", PALETTE)) - {"shadow"}
    assert declared == set(colours("light")) == set(colours("dark"))


@pytest.mark.parametrize("sheet", ["style.css", "parts.css", "conversation.css"])
def test_styles_take_their_colours_from_the_palette(sheet: str) -> None:
    rules = (WEB / sheet).read_text(encoding="utf-8").partition("@media print")[0]
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[^{}]*;)|\brgba?\(|\bhsla?\(", rules) == []
    wanted = set(re.findall(r"var\(--([\w-]+)[,)]", rules))
    own = set(re.findall(r"(?<![\w-])--([\w-]+):", rules))
    assert wanted - own <= set(colours("light")) | {"shadow"}
