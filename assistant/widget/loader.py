"""The loader that other sites name in their pages: the script with this installation's own values.

It is small and the only part whose address never changes; all else has its version in its address.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping

import orjson

from assistant.assets import ADDRESS, Assets
from assistant.widget.register import Widget

NAME = "widget.js"
WORDS = "loader_"
"""Words whose names begin so are the loader's: it speaks before anything else is fetched."""

_PLACE = '"SIJEONG_SERVED"'


class Loader:
    """The loader as it is sent, and its digest; `widget` lends it its name and its colours.

    So the launcher has them before anything is fetched.
    """

    def __init__(
        self,
        assets: Assets,
        words: Mapping[str, Mapping[str, str]],
        widget: Widget | None = None,
    ) -> None:
        colours = widget.colours if widget else {}
        served = {
            "assets": ADDRESS,
            "version": assets.version,
            "widget": widget.id if widget else "",
            "look": "".join(
                f":host{{--sijeong-{name.replace('_', '-')}:{colour}}}"
                for name, colour in colours.items()
            ),
            "words": {
                language: {name: word for name, word in said.items() if name.startswith(WORDS)}
                for language, said in words.items()
            },
        }
        script = assets.contents[NAME].decode()
        if script.count(_PLACE) != 1:
            raise ValueError(f"{NAME} needs {_PLACE} once")
        self.content = script.replace(_PLACE, orjson.dumps(served).decode()).encode()
        """What a browser gets."""
        self.packed = gzip.compress(self.content, compresslevel=9, mtime=0)
        """The same for browsers that take gzip."""
        self.digest = hashlib.sha256(self.content).hexdigest()[:16]
        """Changes exactly when the content does."""
