"""The pictures of README.md are those of the command, are there, are small, and can be retaken."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.layout import ROOT
from tests.pages.tools import HOW_TO, chromium
from tests.screenshots import FOLDER, MOST_BYTES, SHOTS, Shot, take

README = (ROOT / "README.md").read_text(encoding="utf-8")
NAMES = [shot.name for shot in SHOTS]
LEAST_TOLD = 30
"""Characters of an alternative text: fewer say what kind of page it is and not what it shows."""


def size_of(webp: bytes) -> tuple[int, int]:
    """Width and height of a lossy WebP file in pixels (RFC 9649, section 2.5)."""
    assert webp[:4] == b"RIFF", "no WebP file"
    assert webp[8:16] in (b"WEBPVP8 ", b"WEBPVP8X"), "no WebP file"
    if webp[12:16] == b"VP8X":
        return 1 + int.from_bytes(webp[24:27], "little"), 1 + int.from_bytes(webp[27:30], "little")
    width, height = (int.from_bytes(webp[at : at + 2], "little") & 0x3FFF for at in (26, 28))
    return width, height


def test_readme_shows_four_to_six_pictures_and_tells_each_in_words() -> None:
    shown = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", README)
    files = [address for _, address in shown]
    known = {shot.path.relative_to(ROOT).as_posix() for shot in SHOTS}
    assert 4 <= len(files) <= 6
    assert len(set(files)) == len(files)
    assert set(files) <= known
    assert [address for told, address in shown if len(told) < LEAST_TOLD] == []


def test_the_folder_holds_the_pictures_of_the_command_and_nothing_else() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(f"{one}.webp" for one in NAMES)


@pytest.mark.parametrize("shot", SHOTS, ids=NAMES)
def test_a_picture_is_small_and_as_large_as_its_screen(shot: Shot) -> None:
    content = shot.path.read_bytes()
    assert len(content) <= MOST_BYTES
    assert size_of(content) == (shot.size.width, shot.size.height)


@pytest.mark.slow
@pytest.mark.browser
def test_every_picture_can_be_taken_again(tmp_path: Path) -> None:
    if chromium() is None:
        pytest.skip(f"Chromium is not installed ({HOW_TO})")
    files = take(SHOTS, tmp_path)
    assert {
        shot.name: size_of(file.read_bytes()) for shot, file in zip(SHOTS, files, strict=True)
    } == {shot.name: size_of(shot.path.read_bytes()) for shot in SHOTS}
