"""Templates, their words in two languages, and the assets that go with them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any
from urllib.parse import urlencode, urlsplit

import jinja2
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse

import corpus
from assistant.assets import Assets
from assistant.courses import with_unit
from assistant.strokes import is_figure, quoted, quoted_text
from assistant.viewer import document_address, span_address
from assistant.wording import won

DEFAULT_LANGUAGE = "ko"

_CITE = re.compile(r"\[(\d{1,3})\]")
# A line that only gives the words of a source, which stand in its card as well.
_TOLD = re.compile(r"”[^”\n]{0,80}\[\d{1,3}\](?:</a>)?\s*\Z")
# Controls and direction marks: a document may hold them, but a reader must see that it does.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\U000e0000-\U000e007f]"
)

# From the first Korean letter, and the number of which it is the unit, to the last that no letter
# of another script comes between.
_KOREAN = re.compile(r"(?:\d[\d,.]{0,20}\s?)?[가-힣ㄱ-ㅎ](?:[^A-Za-z\[\]<>&\n]*[가-힣])?")


class Pages:
    """Renders the templates of `assistant/web` in the reader's language, everything escaped."""

    def __init__(self) -> None:
        folder = resources.files("assistant") / "web"
        self.words = read_words(folder / "words")
        self.assets = Assets()
        self._environment = jinja2.Environment(
            loader=jinja2.PackageLoader("assistant", "web"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters |= {
            "is_figure": is_figure,
            "quoted": quoted,
            "quoted_text": quoted_text,
            "visible": visible,
            "bilingual": bilingual,
            "spelled": spelled,
            "cite_marks": cite_marks,
            "web_address": web_address,
            "without_hashes": without_hashes,
            "with_unit": with_unit,
            "won": won,
        }
        self._environment.globals |= {
            "document_address": document_address,
            "span_address": span_address,
        }

    def render(
        self,
        request: Request,
        template: str,
        *,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        **context: Any,  # noqa: ANN401 (whatever a template asks for)
    ) -> HTMLResponse:
        """A whole page; `context` is what the template names."""
        language = language_of(request)
        words = self.words[language]
        other = "en" if language == "ko" else "ko"
        chosen = request.query_params.get("lang")
        keep = {"lang": language} if chosen == language else {}

        def link(address: str, **query: object) -> str:
            # An address may have a query and an anchor already; the chosen language goes along.
            given = {k: v for k, v in query.items() if v is not None} | keep
            if not given:
                return address
            path, mark, anchor = address.partition("#")
            added = urlencode(given)
            return path + ("&" if "?" in path else "?") + added + mark + anchor

        html = self._environment.get_template(template).render(
            words=words,
            language=language,
            other_language=other,
            other_address=in_language(request, other, "#cited" if context.get("cited") else ""),
            link=link,
            label=lambda group, name: words.get(f"{group}_{name}", name),
            doubt=lambda code: doubt_in_words(code, language),
            asset=self.assets.address,
            path=request.url.path,
            **context,
        )
        return HTMLResponse(
            html,
            status_code=status,
            headers={
                "content-language": language,
                "vary": "Accept-Language, Accept",
                "cache-control": "no-cache",
                **(headers or {}),
            },
        )


def read_words(folder: Traversable) -> dict[str, dict[str, str]]:
    """What the pages say, by language and name; every file has a part of it, no name is in two.

    Raises ValueError for a name that two files have.
    """
    words: dict[str, dict[str, str]] = {}
    for one in sorted(folder.iterdir(), key=lambda one: one.name):
        for language, part in tomllib.loads(one.read_text(encoding="utf-8")).items():
            twice = words.setdefault(language, {}).keys() & part.keys()
            if twice:
                raise ValueError(f"{one.name} says anew: {', '.join(sorted(twice))}")
            words[language] |= part
    return words


def language_of(request: Request) -> str:
    """'ko' or 'en': what the address says, else what the browser prefers, else Korean."""
    chosen = request.query_params.get("lang")
    if chosen in ("ko", "en"):
        return chosen
    preferred = []
    for position, item in enumerate(request.headers.get("accept-language", "").split(",")):
        name, _, quality = item.strip().partition(";q=")
        code = name.partition("-")[0].lower()
        if code in ("ko", "en"):
            preferred.append((-_quality(quality), position, code))
    return min(preferred)[2] if preferred else DEFAULT_LANGUAGE


def in_language(request: Request, language: str, anchor: str = "") -> str:
    """Where the page that is asked for is in another language, from where it stands.

    Without its path, which comes from outside and could name another site (`//elsewhere`).
    """
    asked = [(name, value) for name, value in request.query_params.multi_items() if name != "lang"]
    return f"?{urlencode([*asked, ('lang', language)])}{anchor}"


def doubt_in_words(code: str, language: str) -> str:
    """Why a fact is not published as data; a code that nobody knows stands for itself."""
    korean, english = corpus.DOUBTS.get(code, (code, code))
    return korean if language == "ko" else english


def visible(text: object) -> Markup:
    """Text for a page: escaped, with each character that would not be seen spelled out."""
    escaped = escape(text)
    if not _UNSEEN.search(escaped):
        return escaped
    return Markup(  # noqa: S704 (every part of it is escaped here)
        _UNSEEN.sub(lambda found: f'<span class="unseen">U+{ord(found[0]):04X}</span>', escaped)
    )


def bilingual(text: object) -> Markup:
    """Text of two languages for a page: what is Korean in it says so, for who hears the page."""
    return Markup(  # noqa: S704 (every part of it is escaped by `visible`)
        _KOREAN.sub(lambda found: f'<span lang="ko">{found[0]}</span>', str(visible(text)))
    )


def spelled(text: object) -> str:
    """Text for where no markup can stand (a picture's labels): what would not be seen spelled out.

    The template escapes it, as it does every other text.
    """
    return _UNSEEN.sub(lambda found: f"U+{ord(found[0]):04X}", str(text))


def without_hashes(heading: str) -> str:
    """A heading of Markdown without what only says that it is one: "## 1. 예산" is "1. 예산"."""
    return re.sub(r"\A\s{0,3}#{1,6}[ \t]+(?=\S)", "", heading)


def cite_marks(
    text: str, numbers: frozenset[int] | set[int] | list[int], language: str = DEFAULT_LANGUAGE
) -> Markup:
    """An answer in a language, with each `[1]` that has a citation made a link to its card."""

    def mark(found: re.Match[str]) -> str:
        number = int(found[1])
        if number not in numbers:
            return found[0]
        return f'<a class="mark" href="#c{number}">[{number}]</a>'

    shown = visible(text) if language == DEFAULT_LANGUAGE else bilingual(text)
    first, *lines = _CITE.sub(mark, str(shown)).split("\n")
    laid = (f'<span class="told">{line}</span>' if _TOLD.search(line) else line for line in lines)
    return Markup("\n".join((first, *laid)))  # noqa: S704 (escaped by `visible`)


def web_address(address: str | None) -> str | None:
    """The address if a link may lead there (http or https); None for 'javascript:' and the like."""
    if not address:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None


def _quality(text: str) -> float:
    if not text:
        return 1.0
    try:
        return float(text)
    except ValueError:
        return 0.0
