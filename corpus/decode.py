"""Bytes of a text file into canonical text: the characters that every offset counts."""

from __future__ import annotations

import re
import unicodedata

from corpus.errors import UnreadableSourceError

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_ENCODINGS = ("utf-8", "cp949")
# Old Mac file tools write Hangul as separate letters; search and reading need whole syllables.
_LOOSE_JAMO = re.compile("[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_MOST_CONTROL_SHARE = 0.01  # a page break or two is normal, binary data has a quarter or more


def decode(data: bytes) -> str:
    """Read the bytes as their byte-order mark says, else as UTF-8, else as CP949.

    CP949 is still common in city files and holds all of EUC-KR. A charset that a page declares is
    not believed: pages that changed to UTF-8 often go on declaring EUC-KR, and no other is Korean.

    Line ends become a single newline, a byte-order mark is dropped, loose Hangul letters are
    joined; nothing else changes. Raises UnreadableSourceError for binary data, for an encoding
    that cannot be told, and for a file without any text.
    """
    text = _decoded(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _LOOSE_JAMO.sub(lambda match: unicodedata.normalize("NFC", match.group()), text)
    controls = len(_CONTROL.findall(text))
    if controls > _MOST_CONTROL_SHARE * len(text):
        raise UnreadableSourceError(
            "binary_file",
            "글이 아닌 이진 파일입니다. 텍스트, 마크다운 또는 HTML로 저장해 주세요.",
            "This is binary data, not text. Save it as plain text, Markdown or HTML.",
        )
    # Control characters are no content and break pages; a space keeps every offset in place.
    text = _CONTROL.sub(" ", text) if controls else text
    if not text.strip():
        raise UnreadableSourceError(
            "empty_file", "내용이 없는 파일입니다.", "The file holds no text."
        )
    return text


def _decoded(data: bytes) -> str:
    marked = [encoding for bom, encoding in _BOMS if data.startswith(bom)]
    for encoding in marked or _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _unknown_encoding()


def _unknown_encoding() -> UnreadableSourceError:
    return UnreadableSourceError(
        "unknown_encoding",
        "문자 인코딩을 알 수 없습니다. UTF-8 또는 CP949(EUC-KR)로 저장해 주세요.",
        "The character encoding cannot be told. Save the file as UTF-8 or CP949 (EUC-KR).",
    )
