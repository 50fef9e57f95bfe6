"""The register of widgets: the operator's file that says who may embed one, and how it looks.

Everything in it is public; it holds no secret. What is wrong with it is said when the program
starts, not when a citizen clicks.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

import corpus
from assistant.intake import LANGUAGES, check_text
from assistant.problems import RequestError
from assistant.widget.colours import LEAST_CONTRAST, contrast, is_colour
from assistant.widget.origins import Origin, OriginError, read_origin

COLOURS = ("accent", "on_accent", "accent_dark", "on_accent_dark")
"""What a widget may colour: buttons and marks, the words on them, and both again for the dark."""

_PAIRS = (("accent", "on_accent"), ("accent_dark", "on_accent_dark"))
_FIELDS = {"origins", "municipality", "languages", "colours", "contact"}
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_MOST_BYTES = 1024 * 1024
_MOST_CONTACT = 200


class WidgetError(corpus.SijeongError):
    """Widgets that cannot be served as they are configured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Widget:
    """One widget; `id` is public and stands in the page.

    `contact` is a line by language that says whom else to ask. `municipality` is meant where the
    page names none.
    """

    id: str
    origins: tuple[Origin, ...] = ()
    municipality: corpus.Municipality | None = None
    languages: tuple[str, ...] = LANGUAGES
    colours: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    contact: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def stands_on(self, origin: str) -> bool:
        """Whether it may be embedded in pages of an origin that a browser sent."""
        return any(one.is_met_by(origin) for one in self.origins)


class Register:
    """All widgets of an installation; without any, one for its own pages alone."""

    def __init__(self, widgets: tuple[Widget, ...] = ()) -> None:
        self._widgets: Mapping[str, Widget] = MappingProxyType({one.id: one for one in widgets})

    @property
    def widgets(self) -> tuple[Widget, ...]:
        """Each widget, as they stand in the file."""
        return tuple(self._widgets.values())

    @property
    def origins(self) -> tuple[Origin, ...]:
        """Every origin that some widget may stand on, each once."""
        return tuple(dict.fromkeys(one for widget in self.widgets for one in widget.origins))

    def is_listed(self, origin: str) -> bool:
        """Whether any widget may stand on an origin that a browser sent."""
        return any(widget.stands_on(origin) for widget in self.widgets)

    def find(self, widget_id: str, origin: str | None) -> Widget:
        """The widget of a page; `origin` is None for the installation's own pages.

        Where the page names none, it is the first that may stand there, and on own pages one with
        no more than the defaults. Raises RequestError 'unknown_widget' or 'origin_not_listed'.
        """
        if widget_id:
            widget = self._widgets.get(widget_id)
            if widget is None:
                raise RequestError("unknown_widget")
            if origin is not None and not widget.stands_on(origin):
                raise RequestError("origin_not_listed")
            return widget
        if origin is None:
            return Widget(id="")
        for widget in self.widgets:
            if widget.stands_on(origin):
                return widget
        raise RequestError("origin_not_listed")


def read_register(path: Path | None) -> Register:
    """The widgets in a TOML file, none without a path; WidgetError says what to mend."""
    if path is None:
        return Register()
    try:
        with path.open("rb") as file:
            written = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise WidgetError(
            "widgets_unreadable",
            f"위젯 설정 파일을 읽을 수 없습니다: {path} ({error.strerror})",
            f"The file of widgets cannot be read: {path} ({error.strerror})",
        ) from None
    if len(written) > _MOST_BYTES:
        raise _wrong(str(path), "파일이 너무 큽니다", "the file is too large")
    try:
        content = tomllib.loads(written.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _wrong(
            str(path), f"올바른 TOML이 아닙니다: {error}", f"this is not TOML: {error}"
        ) from None
    named = content.get("widgets")
    if not isinstance(named, dict) or not named or set(content) != {"widgets"}:
        raise _wrong(
            str(path),
            "'[widgets.이름]' 표만 하나 이상 적어 주세요",
            "it has to hold one or more tables '[widgets.NAME]' and nothing else",
        )
    return Register(tuple(_widget(name, one) for name, one in named.items()))


def _widget(name: str, written: object) -> Widget:
    place = f"widgets.{name}"
    if not _ID.fullmatch(name):
        raise _wrong(
            place,
            "이름은 영문 소문자와 숫자, 붙임표(-)로 64자까지입니다",
            "a name has small letters, digits and hyphens, 64 at most",
        )
    if not isinstance(written, dict):
        raise _wrong(place, "표여야 합니다", "it has to be a table")
    if unknown := sorted(set(written) - _FIELDS):
        raise _wrong(
            f"{place}.{unknown[0]}",
            f"없는 항목입니다. 쓸 수 있는 항목: {', '.join(sorted(_FIELDS))}",
            f"there is no such field; the fields are: {', '.join(sorted(_FIELDS))}",
        )
    return Widget(
        id=name,
        origins=_origins(f"{place}.origins", written.get("origins")),
        municipality=_municipality(f"{place}.municipality", written.get("municipality")),
        languages=_languages(f"{place}.languages", written.get("languages")),
        colours=_colours(f"{place}.colours", written.get("colours", {})),
        contact=_contact(f"{place}.contact", written.get("contact", {})),
    )


def _origins(place: str, written: object) -> tuple[Origin, ...]:
    if not isinstance(written, list) or not written:
        raise _wrong(
            place,
            "위젯을 놓을 사이트 주소를 하나 이상 적어 주세요",
            "name at least one origin that the widget may stand on",
        )
    origins = []
    for one in written:
        try:
            origins.append(read_origin(str(one)))
        except OriginError as error:
            raise _wrong(place, error.message_ko, error.message_en) from None
    return tuple(origins)


def _municipality(place: str, written: object) -> corpus.Municipality | None:
    if written is None:
        return None
    found = named_place(written) if isinstance(written, str) else None
    if found is None:
        raise _wrong(
            place,
            f"그런 지방자치단체가 없습니다: {written!r} (예: 'kr-boryeong')",
            f"there is no such local government: {written!r} (as in 'kr-boryeong')",
        )
    return found


def named_place(text: str) -> corpus.Municipality | None:
    """The local government that 'kr-boryeong', '보령시' or 'Boryeong' names; None for others."""
    return corpus.municipality_named(text.strip().removeprefix("kr-"))


def _languages(place: str, written: object) -> tuple[str, ...]:
    if written is None:
        return LANGUAGES
    if not isinstance(written, list) or not written or not set(map(str, written)) <= {*LANGUAGES}:
        raise _wrong(
            place,
            "'ko'와 'en' 가운데 하나 이상을 목록으로 적어 주세요",
            "it has to be a list of 'ko', 'en' or both",
        )
    return tuple(dict.fromkeys(map(str, written)))


def _colours(place: str, written: object) -> Mapping[str, str]:
    if not isinstance(written, dict) or set(written) - {*COLOURS}:
        raise _wrong(
            place,
            f"쓸 수 있는 색: {', '.join(COLOURS)}",
            f"the colours are: {', '.join(COLOURS)}",
        )
    colours = {name: str(value).lower() for name, value in written.items()}
    for name, value in colours.items():
        if not is_colour(value):
            raise _wrong(
                f"{place}.{name}",
                f"'#1d5c4d'처럼 여섯 자리로 적어 주세요: {value!r}",
                f"write it with six digits as in '#1d5c4d': {value!r}",
            )
    for ground, words in _PAIRS:
        if (ground in colours) is not (words in colours):
            raise _wrong(
                place,
                f"{ground}와 {words}는 함께 적어 주세요",
                f"{ground} and {words} go together",
            )
        if ground in colours and contrast(colours[ground], colours[words]) < LEAST_CONTRAST:
            found = f"{contrast(colours[ground], colours[words]):.1f}"
            raise _wrong(
                place,
                f"{ground} 위의 {words}는 읽기 어렵습니다: 명암비 {found}:1, "
                f"{LEAST_CONTRAST}:1 이상이어야 합니다",
                f"{words} on {ground} is hard to read: a contrast of {found}:1 where "
                f"{LEAST_CONTRAST}:1 is the least",
            )
    return MappingProxyType(colours)


def _contact(place: str, written: object) -> Mapping[str, str]:
    if not isinstance(written, dict) or set(written) - {*LANGUAGES}:
        raise _wrong(
            place,
            "'ko'와 'en'으로 한 줄씩 적어 주세요",
            "it has one line each for 'ko' and 'en'",
        )
    lines: dict[str, Any] = {}
    for language, text in written.items():
        try:
            lines[language] = check_text("text", text, limit=_MOST_CONTACT)
        except RequestError as error:
            raise _wrong(f"{place}.{language}", error.message_ko, error.message_en) from None
    return MappingProxyType(lines)


def _wrong(place: str, korean: str, english: str) -> WidgetError:
    return WidgetError(
        "invalid_widgets",
        f"위젯 설정의 {place}: {korean.removesuffix('.')}.",
        f"In the file of widgets, {place}: {english.removesuffix('.')}.",
    )
