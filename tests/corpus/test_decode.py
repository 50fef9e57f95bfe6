"""Bytes into canonical text: the encodings city files come in, and what is refused."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.decode import decode
from corpus.errors import UnreadableSourceError

TEXT = "가람시 예산 1,200억 원\n똠방각하 펲시콜라\n"  # the second line is in CP949, not in EUC-KR


def refusal(data: bytes) -> UnreadableSourceError:
    with pytest.raises(UnreadableSourceError) as caught:
        decode(data)
    return caught.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
def test_every_encoding_that_city_files_use_gives_the_same_text(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_a_big_endian_file_with_a_mark_is_read() -> None:
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be")) == TEXT


def test_utf8_goes_before_cp949_where_the_bytes_are_both() -> None:
    data = "마을 계획".encode()
    assert data.decode("cp949") != "마을 계획"  # no error tells the two apart here
    assert decode(data) == "마을 계획"


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n"])
def test_line_ends_become_one_newline(line_end: str) -> None:
    assert decode(f"하나{line_end}둘{line_end}{line_end}셋".encode()) == "하나\n둘\n\n셋"


def test_loose_hangul_letters_are_joined_into_syllables() -> None:
    loose = unicodedata.normalize("NFD", "보령시 예산")
    assert len(loose) > len("보령시 예산")
    assert decode(loose.encode()) == "보령시 예산"


def test_nothing_else_is_changed() -> None:
    kept = "\u00a0\u3000㎡ ‘21 ① Ⅳ ㆍ ・ ‧ • · \ufeff \u200b \u202e é e\u0301"
    assert decode(("가" + kept).encode()) == "가" + kept


def test_a_stray_control_character_becomes_a_blank_and_moves_nothing() -> None:
    text = "가" * 200 + "\x07" + "나" * 200
    assert decode(text.encode()) == "가" * 200 + " " + "나" * 200


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01",
        bytes(range(32)) * 40,
        "가나다".encode("utf-16-le"),  # without its mark it is full of odd bytes
    ],
)
def test_binary_data_is_refused_with_a_reason(data: bytes) -> None:
    assert refusal(data).code in {"binary_file", "unknown_encoding"}


def test_text_full_of_nul_is_binary() -> None:
    assert refusal(b"a\x00b\x00c\x00").code == "binary_file"


@pytest.mark.parametrize("data", [b"", b"  \n\t\r\n ", b"\xef\xbb\xbf", "\u00a0\u3000".encode()])
def test_a_file_without_words_is_empty(data: bytes) -> None:
    assert refusal(data).code == "empty_file"


@pytest.mark.parametrize("data", [b"\xff\xff\xff\xff", b"\x80\x81\xfe\xff", b"\xff\xfea"])
def test_bytes_in_no_known_encoding_are_refused(data: bytes) -> None:
    assert refusal(data).code == "unknown_encoding"


def test_a_refusal_says_what_to_do_in_both_languages() -> None:
    for data in (b"", b"a\x00b", b"\xff\xff"):
        error = refusal(data)
        assert any("가" <= character <= "힣" for character in error.message_ko)
        assert error.message_en.isascii()
        assert error.message_ko in str(error)


@given(data=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text = decode(data)
    except UnreadableSourceError:
        return
    assert text.strip()
    assert "\r" not in text
    assert "\x00" not in text


@given(text=st.text(st.characters(codec="cp949", categories=("L", "N", "P", "S")), min_size=1))
def test_whatever_cp949_can_hold_and_utf8_cannot_is_read_back(text: str) -> None:
    data = text.encode("cp949")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if text.strip():
            assert decode(data) == text
