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
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]{2,20})", re.IGNORECASE)
_HEAD_BYTES = 4096  # browsers look for a declared charset in about the first kilobytes only
_KOREAN_CHARSETS = {"euc-kr", "euckr", "ks_c_5601-1987", "ksc5601", "cp949", "ms949", "x-windows-949"}
# Old Mac file tools write Hangul as separate letters; search and reading need whole syllables.
_LOOSE_JAMO = re.compile("[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_MOST_CONTROL_SHARE = 0.01  # a page break or two is normal, binary data has a quarter or more


def decode(data: bytes, *, is_html: bool = False) -> str:
    """Read the bytes as UTF-8, as CP949 (still common in city files) or as what they declare.

    Line ends become a single newline, a byte-order mark is dropped, loose Hangul letters are
    joined; nothing else changes. Raises UnreadableSourceError for binary data, for an encoding
    that cannot be told, and for a file without any text.
    """
    text = _decoded(data, is_html)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _LOOSE_JAMO.sub(lambda match: unicodedata.normalize("NFC", match.group()), text)
    if len(_CONTROL.findall(text)) > _MOST_CONTROL_SHARE * len(text):
        raise UnreadableSourceError(
            "binary_file",
            "글이 아닌 이진 파일입니다. 텍스트, 마크다운 또는 HTML로 저장해 주세요.",
            "This is binary data, not text. Save it as plain text, Markdown or HTML.",
        )
    # Control characters are no content and break pages; a space keeps every offset in place.
    text = _CONTROL.sub(" ", text)
    if not text.strip():
        raise UnreadableSourceError(
            "empty_file", "내용이 없는 파일입니다.", "The file holds no text."
        )
    return text


def _decoded(data: bytes, is_html: bool) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strictly(data, encoding)
    declared = _declared_charset(data) if is_html else None
    for encoding in (declared, "utf-8", "cp949"):
        if encoding is None:
            continue
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    raise _unknown_encoding()


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _unknown_encoding() from error


def _declared_charset(data: bytes) -> str | None:
    match = _CHARSET.search(data[:_HEAD_BYTES])
    if match is None:
        return None
    name = match.group(1).decode("ascii").lower()
    # CP949 holds all of EUC-KR and the 8,822 syllables that pages declared as EUC-KR use anyway.
    return "cp949" if name in _KOREAN_CHARSETS else name


def _unknown_encoding() -> UnreadableSourceError:
    return UnreadableSourceError(
        "unknown_encoding",
        "문자 인코딩을 알 수 없습니다. UTF-8 또는 CP949(EUC-KR)로 저장해 주세요.",
        "The character encoding cannot be told. Save the file as UTF-8 or CP949 (EUC-KR).",
    )
