"""The program with a file of widgets, sites that embed it, and what a reader does there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.pages.hosts import LISTED_HOST, UNLISTED_HOST, Host, Line, hosting
from tests.pages.sites import ANSWERABLE, write_small
from tests.pages.visiting import Language
from tests.server import Server, serving

LAUNCHER = {"ko": "시정에 물어보기", "en": "Ask the city"}
CLOSE = {"ko": "대화창 닫기", "en": "Close the chat"}
AGAIN = {"ko": "다시 시도", "en": "Try again"}
ACTIVE = "document.querySelector('sijeong-chat').shadowRoot.activeElement?.className"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """The program with a file of widgets, a site that is in it and one that is not."""

    server: Server
    line: Line
    listed: Host
    unlisted: Host


@contextmanager
def staging(folder: Path, *, patience: float) -> Iterator[Stage]:
    """Start it all; `patience` is in seconds, for the program to be ready."""
    with hosting(LISTED_HOST) as listed, hosting(UNLISTED_HOST) as unlisted:
        file = folder / "widgets.toml"
        file.write_text(
            f'[widgets.plans]\norigins = ["{listed.origin}"]\n'
            'contact = { ko = "문의: 기획팀", en = "Ask the planning team" }\n'
            'colours = { accent = "#14477d", on_accent = "#ffffff" }\n',
            encoding="utf-8",
        )
        (folder / "documents").mkdir()
        with serving(
            folder / "data",
            corpus=[write_small(folder / "documents")],
            model="hashing",
            variables={"SIJEONG_WIDGETS": str(file)},
            patience=patience,
        ) as server:
            line = Line(int(server.url.rpartition(":")[2]))
            yield Stage(server=server, line=line, listed=listed, unlisted=unlisted)
            line.close()


def launch(page: Page, language: Language = "ko") -> None:
    page.get_by_role("button", name=LAUNCHER[language]).click()


def ask(page: Page, language: Language = "ko") -> None:
    box = page.locator("sijeong-chat textarea")
    expect(box).to_be_focused()
    page.keyboard.insert_text(ANSWERABLE[language])
    page.keyboard.press("Enter")


def answered(page: Page) -> None:
    expect(page.locator("sijeong-chat .citations blockquote")).to_contain_text("690억 원")
